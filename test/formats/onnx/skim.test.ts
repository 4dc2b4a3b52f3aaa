import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '../../../src/bytes/source.ts';
import { memorySource } from '../../../src/bytes/source.ts';
import { MissingRange, sparseSource } from '../../../src/bytes/sparse.ts';
import { readModel, skim } from '../../../src/formats/index.ts';
import { FlopgateError } from '../../../src/problem.ts';
import { onnx } from '../../build.ts';
import { bigResNet } from '../../host/big-model.ts';

/** Runs a reader until nothing is missing, and counts the ranges that took. */
function bring(sparse: ReturnType<typeof sparseSource>, from: Pick<Source, 'slice'>, read: (source: Source) => void) {
  for (let ranges = 0; ; ranges++) {
    try {
      read(sparse.source);
      return ranges;
    } catch (error) {
      if (!(error instanceof MissingRange)) throw error;
      sparse.add(error.from, from.slice(error.from, error.to));
    }
  }
}

for (const order of ['nodes first', 'tensors first'] as const) {
  test(`what was skimmed is what reading needs, ${order}`, () => {
    const model = bigResNet({ order, width: 1 });
    const sparse = sparseSource('k', 'm.onnx', model.size);
    assert.ok(bring(sparse, model, skim) > 40);
    assert.equal(bring(sparse, model, readModel), 0);
    assert.ok(sparse.byteLength < 0.01 * model.size);
  });
}

test('a model read from a sparse source says so, and is otherwise the same', () => {
  const bytes = onnx({ inputs: { x: [1, 8] }, outputs: ['y'], nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }] });
  const whole = memorySource('m.onnx', bytes);
  const sparse = sparseSource('k', 'm.onnx', bytes.length);
  sparse.add(0, bytes);
  assert.deepEqual(readModel(sparse.source), { ...readModel(whole), sparse: true });
  assert.equal(readModel(whole).sparse, undefined);
});

test('skimming a file of another kind, an empty one or a damaged one ends', () => {
  skim(memorySource('a', new Uint8Array(0)));
  skim(memorySource('a', Buffer.from('PK\x03\x04 no model')));
  const bytes = onnx({ inputs: { x: [1, 8] }, outputs: ['y'], nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }] });
  for (let length = 1; length < bytes.length; length++) {
    try {
      skim(memorySource('a', bytes.subarray(0, length)));
    } catch (error) {
      assert.ok(error instanceof FlopgateError, String(error));
    }
  }
});
