import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compare } from '../../src/diff/compare.ts';
import { sharedPath } from '../shared.ts';
import { measured, misplaced, renamed, sideOfFile, unexplained } from './sides.ts';

const folder = sharedPath('models');
const skip = folder === undefined ? 'the shared models are not beside the repository' : false;
const files = folder === undefined ? [] : readdirSync(folder).filter((f) => f.endsWith('.onnx'));

test('renaming every node and tensor of a real model is no difference', { skip }, () => {
  const different: string[] = [];
  for (const file of files) {
    const base = sideOfFile(join(folder ?? '', file));
    assert.ok(base.model);
    const head = measured(renamed(base.model));
    const diff = compare(base, head);
    if (
      diff.records.length > 0 ||
      !diff.related ||
      unexplained(diff).length > 0 ||
      misplaced(diff, base, head).length > 0
    )
      different.push(file);
  }
  assert.deepEqual(different, []);
});

test('two exporters of one network give the same layers with weights', { skip }, () => {
  const [base, head] = ['tv-resnet18-ts17.onnx', 'tv-resnet18-dynamo.onnx'].map((f) =>
    sideOfFile(join(folder ?? '', f)),
  );
  assert.ok(base && head);
  const diff = compare(base, head);
  const weighted = diff.pairs.filter((p) => p.base.op === 'Conv' || p.base.op === 'Gemm');
  // 20 convolutions and the classifier
  assert.equal(weighted.length, 21);
  assert.equal(diff.totals.get('macs')?.by, 0n);
  assert.deepEqual(unexplained(diff), []);
});
