/** One number from each window, or from all of space. */
import { type Dim, mul, product } from '../model/dim.ts';
import { other, size } from './formulas.ts';
import { int, ints, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';
import { type WindowAttributes, windows } from './windows.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

const windowing = {
  auto_pad: string('NOTSET'),
  ceil_mode: int(0n),
  dilations: ints(),
  kernel_shape: required(ints()),
  pads: ints(),
  strides: ints(),
};

interface PoolAttributes extends WindowAttributes {
  readonly ceil_mode: bigint;
  readonly kernel_shape: readonly bigint[];
}

export function poolShape(X: Operand, a: PoolAttributes): readonly Dim[] {
  const rounding = a.ceil_mode === 0n ? 'floor' : 'ceil';
  return [...X.shape.slice(0, 2), ...windows(spatialOf(X), a.kernel_shape, a, rounding)];
}

export function spatialOf(X: Operand): readonly Dim[] {
  if (X.rank < 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; [N, C, …spatial] expected`);
  return X.shape.slice(2);
}

export function globalShape(X: Operand): readonly Dim[] {
  return [...X.shape.slice(0, 2), ...spatialOf(X).map(() => 1n)];
}

export const pooling: readonly Operator[] = [
  operator({
    name: 'MaxPool',
    revisions: [1, 8, 10, 11, 12, 22],
    source: page('MaxPool'),
    doc: 'The largest element of each window. K comparisons per output element of windows of K. With `ceil_mode` a window may begin inside the input or its leading padding only; onnxruntime holds to this for every revision, and so do we.',
    inputs: ['X'],
    outputs: ['Y', 'Indices?'],
    attributes: { ...windowing, storage_order: int(0n) },
    dtype: { Indices: 'int64' },
    shape: ({ X }, a) => ({ Y: poolShape(X, a), Indices: poolShape(X, a) }),
    work: (_, { Y }, a) => other(mul(size(Y), product(a.kernel_shape))),
    examples: [
      {
        given: { X: ['batch', 64, 112, 112] },
        attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] },
        gives: { Y: ['batch', 64, 56, 56], Indices: { shape: ['batch', 64, 56, 56], dtype: 'int64' } },
        other: '1806336*batch', // 64·56·56 · 9
      },
      {
        title: 'rounded up: ⌈(9 + 2 − 2)/2⌉ + 1 = 6 windows, but the last would start in the trailing padding',
        given: { X: [1, 1, 9] },
        attributes: { kernel_shape: [2], strides: [2], pads: [1, 1], ceil_mode: 1 },
        gives: { Y: [1, 1, 5] },
        other: 10n,
      },
    ],
  }),
  operator({
    name: 'AveragePool',
    revisions: [1, 7, 10, 11, 19, 22],
    source: page('AveragePool'),
    doc: 'The mean of each window: K − 1 additions and a division per output element of windows of K.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { ...windowing, count_include_pad: int(0n) },
    shape: ({ X }, a) => ({ Y: poolShape(X, a) }),
    work: (_, { Y }, a) => other(mul(size(Y), product(a.kernel_shape))),
    examples: [
      {
        title: 'a symbolic extent is halved',
        given: { X: [1, 128, 'h', 56] },
        attributes: { kernel_shape: [2, 2], strides: [2, 2] },
        gives: { Y: [1, 128, 'floor((h)/2)', 28] },
        other: '14336*floor((h)/2)', // 128·28 · 4
      },
    ],
  }),
  operator({
    name: 'LpPool',
    revisions: [1, 2, 11, 18, 22],
    source: page('LpPool'),
    doc: 'The p-norm of each window: K powers, K − 1 additions and a root per output element of windows of K.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: windowing,
    shape: ({ X }, a) => ({ Y: poolShape(X, a) }),
    work: (_, { Y }, a) => other(product([...Y.shape, ...a.kernel_shape, 2n])),
    examples: [{ given: { X: [1, 2, 8] }, attributes: { kernel_shape: [3] }, gives: { Y: [1, 2, 6] }, other: 72n }], // 12·2·3
  }),
  operator({
    name: 'GlobalAveragePool',
    revisions: [1, 22],
    source: page('GlobalAveragePool'),
    doc: 'The mean over all of space: one operation per input element, additions and the division together.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: ({ X }) => ({ Y: globalShape(X) }),
    work: ({ X }) => other(size(X)),
    examples: [{ given: { X: ['batch', 512, 7, 7] }, gives: { Y: ['batch', 512, 1, 1] }, other: '25088*batch' }], // 512·49
  }),
  operator({
    name: 'GlobalMaxPool',
    revisions: [1, 22],
    source: page('GlobalMaxPool'),
    doc: 'The largest element over all of space: one comparison per input element.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: ({ X }) => ({ Y: globalShape(X) }),
    work: ({ X }) => other(size(X)),
    examples: [{ given: { X: [1, 8, 7, 7] }, gives: { Y: [1, 8, 1, 1] }, other: 392n }], // 8·49
  }),
  operator({
    name: 'GlobalLpPool',
    revisions: [1, 2, 22],
    source: page('GlobalLpPool'),
    doc: 'The p-norm over all of space: two operations per input element, powers, additions and the root together.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: ({ X }) => ({ Y: globalShape(X) }),
    work: ({ X }) => other(mul(size(X), 2n)),
    examples: [{ given: { X: [1, 8, 7, 7] }, gives: { Y: [1, 8, 1, 1] }, other: 784n }], // 2·8·49
  }),
];
