import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../../src/operators/operator.ts';
import { call, floatTensor, type Given, int, ints, scalar, vector } from './call.ts';

test('Transpose reports a perm that is none', () => {
  assert.throws(
    () => call('Transpose', [floatTensor(2, 3)], { attributes: { perm: ints(0) } }),
    /perm has 1 numbers; 2/,
  );
  assert.throws(() => call('Transpose', [floatTensor(2, 3)], { attributes: { perm: ints(1, 1) } }), /one axis twice/);
});

test('Transpose of a scalar is the scalar', () => {
  assert.deepEqual(call('Transpose', [scalar(7)]).values, [[7]]);
});

test('Expand broadcasts both ways', () => {
  assert.deepEqual(call('Expand', [floatTensor('n', 1, 3), vector(2, 1, 5, 3)]).shapes, ['[2, n, 5, 3]']);
  assert.deepEqual(call('Expand', [floatTensor(4, 1), vector('?', 'n')]).shapes, ['[4, n]']);
  assert.throws(() => call('Expand', [floatTensor(4), vector(3)]), Mismatch);
});

test('Expand to a shape that is data knows the extents above 1 that must hold', () => {
  const shape: Given = { dtype: 'int64', shape: [2] };
  assert.deepEqual(call('Expand', [floatTensor(4, 1), shape]).shapes, ['[4, ?]']);
  assert.deepEqual(call('Expand', [floatTensor(4, 1), { dtype: 'int64', shape: null }]).shapes, ['[?…]']);
});

test('Expand of a known value does not unroll a large one', () => {
  assert.deepEqual(call('Expand', [vector(5), vector(3)]).values, [[5, 5, 5]]);
  const large = call('Expand', [vector(5), vector(1_000_000_000)]);
  assert.deepEqual([large.shapes, large.values], [['[1000000000]'], [undefined]]);
});

test('Tile multiplies extents and repeats known values', () => {
  const data: Given = { dtype: 'int64', shape: [2, 1], value: [1, 2] };
  assert.deepEqual(call('Tile', [data, vector(1, 2)]).values, [[1, 1, 2, 2]]);
  assert.deepEqual(call('Tile', [floatTensor('n', 2), { dtype: 'int64', shape: null }]).shapes, ['[?, ?]']);
  assert.throws(() => call('Tile', [floatTensor(2), vector(1, 2)]), /repeats has 2 numbers; 1 expected/);
});

test('blocks need channels and space that divide', () => {
  const by = (n: number) => ({ attributes: { blocksize: int(n) } });
  assert.throws(
    () => call('DepthToSpace', [floatTensor(1, 6, 2, 2)], by(2)),
    /the channels is 6; a multiple of 4 expected/,
  );
  assert.throws(
    () => call('SpaceToDepth', [floatTensor(1, 6, 3, 2)], by(2)),
    /the height is 3; a multiple of 2 expected/,
  );
  assert.throws(() => call('SpaceToDepth', [floatTensor(1, 6, 3, 2)], by(0)), /blocksize is 0/);
  assert.throws(() => call('SpaceToDepth', [floatTensor(6, 3, 2)], by(2)), Mismatch);
  assert.deepEqual(call('SpaceToDepth', [floatTensor('n', 3, 'h', 4)], by(2)).shapes, ['[n, 12, floor(h/2), 2]']);
});
