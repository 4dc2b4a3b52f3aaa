import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Extent, NodeSpec } from '../build.ts';
import { codesOf, profiled, textOf } from './fixtures.ts';

function model(a: readonly Extent[], b: readonly Extent[], node: Partial<NodeSpec> = {}) {
  return {
    inputs: { a, b },
    outputs: ['y'],
    nodes: [{ op: 'Add', name: 'join', inputs: ['a', 'b'], outputs: ['y'], ...node }],
  };
}

test('two symbols that meet are told: they are taken to be equal, or one of them 1', () => {
  const profile = profiled(model(['batch', 4], ['m', 4]));
  assert.equal(textOf(profile.totals.flops), '4*max(batch, m)');
  assert.deepEqual(
    profile.problems.map((p) => [p.code, p.message]),
    [
      [
        'shape/assumed',
        'Broadcasting takes `batch` and `m` to be equal, or one of them to be 1 (operators: 1, such as `join`).',
      ],
    ],
  );
});

test('so is a symbol that meets a number', () => {
  assert.deepEqual(codesOf(profiled(model(['seq'], [128]))), ['shape/assumed']);
});

test('nothing is assumed of extents that are equal, or 1, or bound', () => {
  assert.deepEqual(codesOf(profiled(model(['n', 4], ['n', 4]))), []);
  assert.deepEqual(codesOf(profiled(model(['n', 4], [1, 4]))), []);
  assert.deepEqual(codesOf(profiled(model(['n', 4], ['m', 4]), { bind: { n: 2, m: 2 } })), []);
});

test('nor of an extent that a Slice kept from falling below 0', () => {
  assert.deepEqual(codesOf(profiled(model(['n - 1', 4], ['max(n - 1, 0)', 4]))), []);
  assert.deepEqual(codesOf(profiled(model(['n - 1', 4], ['max(n - 2, 0)', 4]))), ['shape/assumed']);
});

test('of a matrix product only the axes before the last two meet', () => {
  assert.deepEqual(codesOf(profiled(model(['b', 2, 4], [4, 8], { op: 'MatMul' }))), []);
  assert.deepEqual(codesOf(profiled(model(['b', 2, 4], ['c', 4, 8], { op: 'MatMul' }))), ['shape/assumed']);
});

test('a Reshape to other numbers than a symbol leaves room for is told', () => {
  const reshape = (target: readonly number[]) => ({
    inputs: { a: ['batch', 16, 96] },
    initializers: { to: { dtype: 'int64' as const, shape: [target.length], values: target } },
    outputs: ['y'],
    nodes: [{ op: 'Reshape', name: 'view', inputs: ['a', 'to'], outputs: ['y'] }],
  });
  assert.deepEqual(
    profiled(reshape([1, 16, 8, 12])).problems.map((p) => [p.code, p.message]),
    [
      [
        'shape/assumed-elements',
        'Reshape takes `1536*batch` elements and `1536` to be as many (operators: 1, such as `view`).',
      ],
    ],
  );
  // 7 does not divide 1536·batch for every batch.
  assert.deepEqual(codesOf(profiled(reshape([7, -1]))), ['shape/assumed-elements']);
  assert.deepEqual(codesOf(profiled(reshape([-1, 16, 8, 12]))), []);
  assert.deepEqual(codesOf(profiled(reshape([1, 16, 8, 12]), { bind: { batch: 1 } })), []);
});
