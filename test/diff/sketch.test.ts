import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../src/diff/compare.ts';
import type { Diff } from '../../src/diff/diff.ts';
import { agreement, isSame, type Sketch, sketchOf } from '../../src/diff/sketch.ts';
import type { DType } from '../../src/model/dtype.ts';
import type { Element } from '../tensor-data.ts';
import { type Spec, side } from './sides.ts';

/** Numbers that follow from a seed, 0 to `below`. */
function numbers(seed: number, count: number, below: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  });
}

function taken(dtype: DType, shape: readonly number[], values: readonly Element[]): Sketch {
  const { model } = side({
    inputs: { x: [1] },
    outputs: ['y'],
    initializers: { w: { dtype, shape, values } },
    nodes: [{ op: 'Identity', inputs: ['w'], outputs: ['y'] }],
  });
  const tensor = model?.graph.tensors.get('w');
  assert.ok(tensor);
  const sketch = sketchOf(tensor);
  assert.ok(sketch);
  return sketch;
}

for (const [dtype, below] of [
  ['uint8', 256],
  ['uint4', 16],
] as const)
  test(`${dtype} has no signs of its own: its middle tells apart what is unrelated, and finds what went on training`, () => {
    const values = numbers(1, 32 * 32, below);
    const one = taken(dtype, [32, 32], values);
    const other = taken(dtype, [32, 32], numbers(2, 32 * 32, below));
    const moved = taken(
      dtype,
      [32, 32],
      values.map((v, i) => Math.max(0, Math.min(below - 1, v + (i % 3) - 1))),
    );
    assert.ok(!isSame(agreement(one, other), one), `unrelated: ${agreement(one, other)}`);
    assert.ok(isSame(agreement(one, moved), one), `retrained: ${agreement(one, moved)}`);
  });

type Layers = readonly { readonly weight: string; readonly scale: string }[];

/** Products of 4-bit weights one after the other, all of one shape: only the weights tell which is which. */
function products(order: readonly number[], isMoved = false): Spec {
  const initializers: Record<string, NonNullable<Spec['initializers']>[string]> = {};
  const layers: Layers = order.map((seed, i) => {
    const bytes = numbers(seed + 1, 32 * 16, 256);
    // Retrained: every seventh byte is another.
    const values = bytes.map((b, at) => (isMoved && at % 7 === 0 ? (b + 77) % 256 : b));
    initializers[`w${i}`] = { dtype: 'uint8', shape: [32, 1, 16], values };
    initializers[`s${i}`] = { shape: [32], values: Array<number>(32).fill(0.1) };
    return { weight: `w${i}`, scale: `s${i}` };
  });
  return {
    inputs: { h0: [1, 32] },
    outputs: [`h${order.length}`],
    opset: { '': 17, 'com.microsoft': 1 },
    initializers,
    nodes: layers.map(({ weight, scale }, i) => ({
      op: 'MatMulNBits',
      domain: 'com.microsoft',
      inputs: [`h${i}`, weight, scale],
      outputs: [`h${i + 1}`],
      attributes: { K: 32, N: 32, bits: 4, block_size: 32 },
    })),
  };
}

function map(diff: Diff): readonly string[] {
  return diff.pairs.map((p) => `${p.base.index}-${p.head.index} ${p.phase}`);
}

test('layers with packed weights are told apart by them', () => {
  const diff = compare(side(products([0, 1, 2, 3, 4])), side(products([0, 2, 3, 4])));
  assert.deepEqual(map(diff), ['0-0 weights', '2-1 weights', '3-2 weights', '4-3 weights']);
});

test('and still after training went on', () => {
  const diff = compare(side(products([0, 1, 2, 3, 4])), side(products([0, 2, 3, 4], true)));
  assert.deepEqual(map(diff), ['0-0 sketch', '2-1 sketch', '3-2 sketch', '4-3 sketch']);
});

/** Rows of a table of `dtype`, with a scale for each, added up: tables that only their content tells apart. */
function tables(order: readonly number[], dtype: DType): Spec {
  const initializers: Record<string, NonNullable<Spec['initializers']>[string]> = {};
  const isPacked = dtype === 'uint8';
  order.forEach((seed, i) => {
    const values = numbers(seed + 1, 64 * (isPacked ? 16 : 32), isPacked ? 256 : 16).map((v) =>
      dtype === 'int4' ? v - 8 : v,
    );
    initializers[`t${i}`] = { dtype, shape: [64, isPacked ? 16 : 32], values };
    initializers[`s${i}`] = { shape: [64, 1], values: Array<number>(64).fill(0.1) };
  });
  return {
    inputs: { ids: { dtype: 'int64', shape: [5] } },
    outputs: order.map((_, i) => `e${i}`),
    opset: { '': 21, 'com.microsoft': 1 },
    ir: 10,
    initializers,
    nodes: order.map((_, i) => ({
      op: 'GatherBlockQuantized',
      domain: 'com.microsoft',
      inputs: [`t${i}`, 'ids', `s${i}`],
      outputs: [`e${i}`],
      attributes: { block_size: 32, gather_axis: 0, quantize_axis: 1, ...(isPacked && { bits: 4 }) },
    })),
  };
}

for (const dtype of ['uint4', 'int4', 'uint8'] as const)
  test(`tables of ${dtype} are told apart by what they hold`, () => {
    const diff = compare(side(tables([0, 1, 2, 3], dtype)), side(tables([3, 1, 0], dtype)));
    assert.deepEqual(map(diff), ['0-2 weights', '1-1 weights', '3-0 weights']);
  });

test('weights of 4 bits behind a DequantizeLinear are told apart by them', () => {
  const spec = (order: readonly number[]): Spec => {
    const initializers: Record<string, NonNullable<Spec['initializers']>[string]> = {};
    order.forEach((seed, i) => {
      const values = numbers(seed + 1, 32 * 32, 16).map((v) => v - 8);
      initializers[`w${i}`] = { dtype: 'int4', shape: [32, 32], values };
      initializers[`s${i}`] = { shape: [], values: [0.1] };
    });
    return {
      inputs: { h0: [1, 32] },
      outputs: [`h${order.length}`],
      opset: 21,
      ir: 10,
      initializers,
      nodes: order.flatMap((_, i) => [
        { op: 'DequantizeLinear', inputs: [`w${i}`, `s${i}`], outputs: [`d${i}`] },
        { op: 'MatMul', inputs: [`h${i}`, `d${i}`], outputs: [`h${i + 1}`] },
      ]),
    };
  };
  const diff = compare(side(spec([0, 1, 2])), side(spec([1, 2])));
  assert.deepEqual(
    diff.pairs.filter((p) => p.base.op === 'MatMul').map((p) => `${p.base.index}-${p.head.index} ${p.phase}`),
    ['3-1 weights', '5-3 weights'],
  );
});
