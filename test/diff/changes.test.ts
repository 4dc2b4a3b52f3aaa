import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../src/diff/compare.ts';
import type { Side } from '../../src/diff/diff.ts';
import { lines, side } from './sides.ts';

/** Changes of the only record that is not a consequence. */
function changes(base: Side, head: Side): readonly string[] {
  const causes = lines(compare(base, head)).filter((l) => l.kind !== 'shapeOnly');
  assert.equal(causes.length, 1);
  assert.equal(causes[0]?.kind, 'modified');
  return causes[0]?.changes ?? [];
}

test('a Gemm tells its channels whichever way its weight lies', () => {
  const gemm = (width: number, transB: number): Side =>
    side({
      inputs: { x: [2, 16] },
      outputs: ['y'],
      initializers: { w: { shape: transB === 1 ? [width, 16] : [16, width] } },
      nodes: [{ op: 'Gemm', inputs: ['x', 'w'], outputs: ['y'], attributes: { transB } }],
    });
  assert.deepEqual(changes(gemm(10, 1), gemm(20, 1)), ['outChannels 10 → 20']);
  assert.deepEqual(changes(gemm(10, 0), gemm(20, 0)), ['outChannels 10 → 20']);
});

test('a constant matrix on the left of a product gives its rows as outputs', () => {
  const product = (rows: number): Side =>
    side({
      inputs: { x: [16, 4] },
      outputs: ['y'],
      initializers: { w: { shape: [rows, 16] } },
      nodes: [{ op: 'MatMul', inputs: ['w', 'x'], outputs: ['y'] }],
    });
  assert.deepEqual(changes(product(8), product(12)), ['outChannels 8 → 12']);
});

test('a recurrent layer tells its hidden size', () => {
  const lstm = (hidden: number): Side =>
    side({
      inputs: { x: [5, 1, 6] },
      outputs: ['y'],
      initializers: { w: { shape: [1, 4 * hidden, 6] }, r: { shape: [1, 4 * hidden, hidden] } },
      nodes: [{ op: 'LSTM', inputs: ['x', 'w', 'r'], outputs: ['y'], attributes: { hidden_size: hidden } }],
    });
  assert.deepEqual(changes(lstm(8), lstm(16)), ['hiddenSize 8 → 16']);
});

test('an embedding tells its vocabulary and its width', () => {
  const embedding = (rows: number, width: number): Side =>
    side({
      inputs: { x: { dtype: 'int64', shape: [4] } },
      outputs: ['y'],
      initializers: { table: { shape: [rows, width] } },
      nodes: [{ op: 'Gather', inputs: ['table', 'x'], outputs: ['y'] }],
    });
  assert.deepEqual(changes(embedding(100, 16), embedding(120, 24)), ['vocabulary 100 → 120', 'outChannels 16 → 24']);
});

test('a transposed convolution tells its channels the right way round', () => {
  const up = (out: number): Side =>
    side({
      inputs: { x: [1, 8, 4, 4] },
      outputs: ['y'],
      initializers: { w: { shape: [8, out, 2, 2] } },
      nodes: [{ op: 'ConvTranspose', inputs: ['x', 'w'], outputs: ['y'], attributes: { strides: [2, 2] } }],
    });
  assert.deepEqual(changes(up(4), up(6)), ['outChannels 4 → 6']);
});

test('an explicit default and an axis counted from the end are no change', () => {
  const net = (attributes: Record<string, number | number[]>, axis: number): Side =>
    side({
      inputs: { x: [1, 8, 4, 4] },
      outputs: ['y'],
      initializers: { w: { shape: [8, 8, 1, 1], external: { location: 'w.bin' } } },
      nodes: [
        { op: 'Conv', inputs: ['x', 'w'], outputs: ['c'], attributes },
        { op: 'Concat', inputs: ['c', 'c'], outputs: ['y'], attributes: { axis } },
      ],
    });
  const spelled = { dilations: [1, 1], group: 1, kernel_shape: [1, 1], pads: [0, 0, 0, 0], strides: [1, 1] };
  assert.deepEqual(compare(net({}, 1), net(spelled, -3)).records, []);
  assert.deepEqual(changes(net({}, 1), net({}, 2)), ['axis 1 → 2']);
});

test('the axis of a Softmax before version 13 is told from the last one', () => {
  const net = (opset: number, axis: number | undefined): Side =>
    side({
      opset,
      inputs: { x: [2, 3, 4] },
      outputs: ['y'],
      nodes: [{ op: 'Softmax', inputs: ['x'], outputs: ['y'], ...(axis !== undefined && { attributes: { axis } }) }],
    });
  assert.deepEqual(compare(net(11, 2), net(17, undefined)).records, []);
  assert.deepEqual(compare(net(11, 2), net(17, -1)).records, []);
  assert.equal(compare(net(11, undefined), net(17, undefined)).records.length, 1);
});

test('what became an input in another version is no change', () => {
  const net = (opset: number): Side =>
    side({
      opset,
      inputs: { x: [2, 1, 4] },
      outputs: ['y'],
      ...(opset >= 13 && { initializers: { axes: { shape: [1], dtype: 'int64' as const, values: [1] } } }),
      nodes: [
        opset >= 13
          ? { op: 'Squeeze', inputs: ['x', 'axes'], outputs: ['y'] }
          : { op: 'Squeeze', inputs: ['x'], outputs: ['y'], attributes: { axes: [1] } },
      ],
    });
  assert.deepEqual(compare(net(11), net(17)).records, []);
});
