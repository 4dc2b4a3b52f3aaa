import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelSpec } from '../build.ts';
import { profiled } from './fixtures.ts';

/** `x` times an int8 weight of 4 by 8 that the graph itself turns back to reals. */
const spelledOut: ModelSpec = {
  inputs: { x: ['n', 4] },
  outputs: ['y'],
  initializers: {
    q: { dtype: 'int8', shape: [4, 8] },
    zero: { dtype: 'int8', shape: [8] },
    scale: { shape: [8] },
  },
  nodes: [
    { op: 'Cast', inputs: ['q'], outputs: ['qf'], attributes: { to: 1 } },
    { op: 'Cast', inputs: ['zero'], outputs: ['zf'], attributes: { to: 1 } },
    { op: 'Sub', inputs: ['qf', 'zf'], outputs: ['centred'] },
    { op: 'Mul', inputs: ['centred', 'scale'], outputs: ['w'] },
    { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] },
  ],
};

test('scales and zero points of a weight that Cast, Sub and Mul dequantize are no parameters', () => {
  const { totals } = profiled(spelledOut);
  assert.equal(totals.parameters, 32n); // 4·8
  assert.equal(totals.weightBytes, 32n);
  assert.equal(totals.quantBytes, 40n); // 8 zero points of a byte, 8 scales of four
});

test('what a real weight is multiplied with stays a parameter', () => {
  const { totals } = profiled({
    ...spelledOut,
    initializers: { v: { shape: [4, 8] }, scale: { shape: [8] } },
    nodes: [
      { op: 'Mul', inputs: ['v', 'scale'], outputs: ['w'] },
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] },
    ],
  });
  assert.equal(totals.parameters, 40n); // 4·8 + 8
  assert.equal(totals.quantBytes, 0n);
});

test('a table as large as the weight is not its scale', () => {
  const { totals } = profiled({
    ...spelledOut,
    initializers: { q: { dtype: 'int8', shape: [4, 8] }, delta: { shape: [4, 8] } },
    nodes: [
      { op: 'Cast', inputs: ['q'], outputs: ['qf'], attributes: { to: 1 } },
      { op: 'Add', inputs: ['qf', 'delta'], outputs: ['w'] },
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] },
    ],
  });
  assert.equal(totals.parameters, 64n); // 4·8 twice
});

test('integers that a product multiplies are weights, whatever their width', () => {
  const { totals } = profiled({
    inputs: { x: { dtype: 'int32', shape: ['n', 4] } },
    outputs: ['y'],
    initializers: { w: { dtype: 'int32', shape: [4, 8] } },
    nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] }],
  });
  assert.equal(totals.parameters, 32n);
  assert.equal(totals.weightBytes, 128n);
});

test('the scales of a weight by channel, times the scale found at run time, are no parameters', () => {
  const { totals } = profiled({
    inputs: { x: [2, 4] },
    outputs: ['y'],
    initializers: {
      w: { dtype: 'int8', shape: [4, 8] },
      zero: { dtype: 'int8', shape: [8] },
      scale: { shape: [8] },
      bias: { shape: [8] },
    },
    nodes: [
      { op: 'DynamicQuantizeLinear', inputs: ['x'], outputs: ['xq', 'xs', 'xz'] },
      { op: 'MatMulInteger', inputs: ['xq', 'w', 'xz', 'zero'], outputs: ['sums'] },
      { op: 'Cast', inputs: ['sums'], outputs: ['real'], attributes: { to: 1 } },
      { op: 'Mul', inputs: ['xs', 'scale'], outputs: ['scales'] },
      { op: 'Mul', inputs: ['real', 'scales'], outputs: ['product'] },
      { op: 'Add', inputs: ['product', 'bias'], outputs: ['y'] },
    ],
  });
  assert.equal(totals.parameters, 40n); // 4·8 + 8
  assert.equal(totals.quantBytes, 40n); // 8 zero points of a byte, 8 scales of four
});

test('a table and a bias that quantized sums take are parameters, one number is not', () => {
  const scalar = { shape: [], values: [0.5] };
  const zero = { dtype: 'uint8' as const, shape: [], values: [128] };
  const sum = (a: string, b: string, y: string) => ({
    op: 'QLinearAdd',
    domain: 'com.microsoft',
    inputs: [a, 's', 'z', b, 's', 'z', 's', 'z'],
    outputs: [y],
  });
  const { totals } = profiled({
    opset: { '': 17, 'com.microsoft': 1 },
    inputs: { ids: { dtype: 'int64', shape: [2, 3] } },
    outputs: ['y'],
    initializers: {
      s: scalar,
      z: zero,
      table: { dtype: 'uint8', shape: [10, 4] },
      bias: { dtype: 'uint8', shape: [4] },
      one: { dtype: 'uint8', shape: [1], values: [3] },
    },
    nodes: [
      { op: 'Gather', inputs: ['table', 'ids'], outputs: ['rows'] },
      sum('rows', 'bias', 't'),
      sum('t', 'one', 'q'),
      { op: 'DequantizeLinear', inputs: ['q', 's', 'z'], outputs: ['y'] },
    ],
  });
  assert.equal(totals.parameters, 44n); // 10·4 + 4
  assert.equal(totals.weightBytes, 44n);
});
