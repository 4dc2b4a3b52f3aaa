import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { memorySource } from '../../src/bytes/source.ts';
import { formats, readModel, recognize } from '../../src/formats/index.ts';
import { FlopgateError } from '../../src/problem.ts';
import { onnx } from '../build.ts';

const model = onnx({ inputs: { x: [1] }, outputs: ['y'], nodes: [{ op: 'Abs', inputs: ['x'], outputs: ['y'] }] });

test('every folder of formats is in the list, once', () => {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'formats');
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name);
  assert.deepEqual(formats.map((f) => f.id).sort(), folders.sort());
});

test('every format says its title and its extensions with a dot', () => {
  for (const { title, extensions } of formats) {
    assert.notEqual(title, '');
    assert.ok(extensions.every((e) => /^\.[a-z0-9]+$/.test(e)));
  }
});

test('recognises a model by its content, whatever it is called', () => {
  assert.equal(recognize(memorySource('weights.bin', model)), 'onnx');
  assert.equal(recognize(memorySource('m.onnx', new TextEncoder().encode('hello'))), undefined);
  assert.equal(readModel(memorySource('weights.bin', model)).graph.nodes.length, 1);
});

test('an empty file is said to be empty', () => {
  assert.throws(
    () => readModel(memorySource('m.onnx', new Uint8Array(0))),
    (e) => e instanceof FlopgateError && e.problem.code === 'format/empty' && e.problem.at?.file === 'm.onnx',
  );
});
