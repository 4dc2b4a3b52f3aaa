import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMask } from '../../src/analysis/masks.ts';
import type { Tensor } from '../../src/model/model.ts';
import { profiled } from './fixtures.ts';

function tensorOf(values: readonly number[] | undefined, count = values?.length ?? 4): Tensor {
  return {
    name: 'm',
    dtype: 'float32',
    shape: [BigInt(count)],
    elementCount: BigInt(count),
    byteLength: BigInt(4 * count),
    place: values === undefined ? 'external' : 'inline',
    elements: (from, to) => values?.slice(from, to),
  };
}

test('zeros and numbers that leave nothing of a score are a mask', () => {
  assert.equal(isMask(tensorOf([0, -100, 0, -100])), true);
  assert.equal(isMask(tensorOf([0, Number.NEGATIVE_INFINITY])), true);
  assert.equal(isMask(tensorOf([-10_000, -10_000, 0])), true);
});

test('what training could have left is none: zeros alone, small numbers, positive ones', () => {
  assert.equal(isMask(tensorOf([0, 0, 0, 0])), false);
  assert.equal(isMask(tensorOf([0, -1.5, -100, 0])), false);
  assert.equal(isMask(tensorOf([0, -100, 100])), false);
  assert.equal(isMask(tensorOf([-100])), false);
  assert.equal(isMask(tensorOf(undefined)), false);
});

test('a large mask is told by elements spread over it, and a large weight that begins with zeros too', () => {
  const zeros = Array.from({ length: 100_000 }, () => 0);
  assert.equal(isMask(tensorOf([...zeros, ...zeros.map(() => -100)])), true);
  assert.equal(isMask(tensorOf([...zeros, ...zeros.map(() => -100), ...zeros.map(() => 0.5)])), false);
});

test('a mask among the initializers is no parameter, the bias beside it is one', () => {
  const profile = profiled({
    inputs: { scores: ['b', 2, 4, 4] },
    initializers: {
      bias: { shape: [2, 4, 4] },
      mask: { shape: [1, 1, 4, 4], values: [0, -100, -100, -100, 0, 0, -100, -100, 0, 0, 0, -100, 0, 0, 0, 0] },
    },
    outputs: ['y'],
    nodes: [
      { op: 'Add', inputs: ['scores', 'bias'], outputs: ['s'] },
      { op: 'Add', inputs: ['s', 'mask'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 32n);
  assert.equal(profile.totals.weightBytes, 128n);
  assert.equal(profile.totals.constantBytes, 64n);
});
