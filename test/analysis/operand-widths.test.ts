import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiled, textOf } from './fixtures.ts';

type Spec = Parameters<typeof profiled>[0];

function widths(spec: Spec): Readonly<Record<string, string>> {
  return Object.fromEntries([...profiled(spec).totals.macsByWidth].map(([width, macs]) => [width, textOf(macs)]));
}

const scale = { shape: [], values: [0.5] };
const io = { inputs: { x: ['n', 8] }, outputs: ['y'] };

test('a plain product is float32×float32', () => {
  const nodes = [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] }];
  assert.deepEqual(widths({ ...io, initializers: { w: { shape: [8, 4] } }, nodes }), { 'float32×float32': '32*n' });
});

test('an operand behind DequantizeLinear has the type it is stored in, also through a Transpose', () => {
  const weightOnly: Spec = {
    ...io,
    initializers: { w: { shape: [4, 8], dtype: 'int4' }, scale },
    opset: 21,
    nodes: [
      { op: 'DequantizeLinear', inputs: ['w', 'scale'], outputs: ['wf'] },
      { op: 'Transpose', inputs: ['wf'], outputs: ['wt'], attributes: { perm: [1, 0] } },
      { op: 'MatMul', inputs: ['x', 'wt'], outputs: ['y'] },
    ],
  };
  assert.deepEqual(widths(weightOnly), { 'float32×int4': '32*n' });
});

test('between quantize pairs both operands are integers', () => {
  const both: Spec = {
    ...io,
    initializers: { w: { shape: [8, 4], dtype: 'int8' }, scale, zero: { shape: [], dtype: 'uint8', values: [3] } },
    nodes: [
      { op: 'QuantizeLinear', inputs: ['x', 'scale', 'zero'], outputs: ['q'] },
      { op: 'DequantizeLinear', inputs: ['q', 'scale', 'zero'], outputs: ['xf'] },
      { op: 'DequantizeLinear', inputs: ['w', 'scale'], outputs: ['wf'] },
      { op: 'MatMul', inputs: ['xf', 'wf'], outputs: ['y'] },
    ],
  };
  assert.deepEqual(widths(both), { 'uint8×int8': '32*n' });
});

test('packed weights count with their bits', () => {
  const packed: Spec = {
    inputs: { x: ['n', 32] },
    outputs: ['y'],
    opset: { '': 17, 'com.microsoft': 1 },
    initializers: { w: { shape: [4, 1, 16], dtype: 'uint8' }, s: { shape: [4] } },
    nodes: [
      {
        op: 'MatMulNBits',
        domain: 'com.microsoft',
        inputs: ['x', 'w', 's'],
        outputs: ['y'],
        attributes: { K: 32, N: 4, bits: 4, block_size: 32 },
      },
    ],
  };
  assert.deepEqual(widths(packed), { 'float32×int4': '128*n' });
});

test('what is multiplied inside an operator nobody knows is unknown, and says no width', () => {
  const nodes = [{ op: 'Mystery', domain: 'acme', inputs: ['x'], outputs: ['y'] }];
  const found = widths({ ...io, opset: { '': 17, acme: 1 }, nodes });
  assert.deepEqual(Object.keys(found), ['unknown']);
  assert.match(found.unknown ?? '', /^unknown: /);
});
