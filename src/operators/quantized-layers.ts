/** onnxruntime's integer versions of layers that are not products: activations, pooling, joining. */
import { add, type Dim, mul, product, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { axisOf, other, size } from './formulas.ts';
import { float, int, ints, Mismatch, Operand, type Operator, operator, required, string } from './operator.ts';
import { globalShape, poolShape } from './pooling.ts';
import { quantizing } from './quantization.ts';

const scales = {
  X_scale: 'quantization',
  X_zero_point: 'quantization',
  Y_scale: 'quantization',
  Y_zero_point: 'quantization',
} as const;

const given = {
  X_scale: [],
  X_zero_point: { shape: [], dtype: 'uint8' },
  Y_scale: [],
  Y_zero_point: { shape: [], dtype: 'uint8' },
} as const;

/** Channels last, as `[N, …spatial, C]`, turned to `[N, C, …spatial]` and back. */
function channelsFirst(shape: readonly Dim[]): readonly Dim[] {
  return [...shape.slice(0, 1), ...shape.slice(-1), ...shape.slice(1, -1)];
}
function channelsLast(shape: readonly Dim[]): readonly Dim[] {
  return [...shape.slice(0, 1), ...shape.slice(2), ...shape.slice(1, 2)];
}

/** The rule for a channels-first tensor, applied to either layout. */
function inLayout(X: Operand, last: bigint, rule: (x: Operand) => readonly Dim[]): readonly Dim[] {
  if (last === 0n) return rule(X);
  const turned = new Operand(X.name, { kind: 'tensor', dtype: X.dtype, shape: channelsFirst(X.shape) });
  return channelsLast(rule(turned));
}

const unary = [
  { name: 'QLinearSigmoid', operations: 1n, what: 'a sigmoid' },
  { name: 'QLinearLeakyRelu', operations: 2n, what: 'a product and a selection' },
  { name: 'QLinearSoftmax', operations: 5n, what: 'the 5 operations of Softmax' },
] as const;

/** Every third of the inputs of a QLinearConcat: tensor, scale, zero point; … */
function joined(inputs: readonly Operand[]): readonly Operand[] {
  return inputs.filter((_, i) => i % 3 === 0);
}

export const quantizedLayers: readonly Operator[] = [
  ...unary.map(({ name, operations, what }) =>
    operator({
      name,
      domain: 'com.microsoft',
      revisions: [1],
      source: contribPage(name),
      doc: `${name.slice(7)} of integers that stand for reals, per element: 2 operations to dequantize, ${what}, 4 to quantize.`,
      inputs: ['X', 'X_scale', 'X_zero_point?', 'Y_scale', 'Y_zero_point?'],
      outputs: ['Y'],
      attributes: { alpha: float(0.01), axis: int(-1n), opset: int() },
      shape: ({ X }) => ({ Y: X.shape }),
      work: ({ X }) => other(mul(size(X), 2n + operations + quantizing)),
      roles: scales,
      examples: [
        {
          given: { X: { shape: [2, 5], dtype: 'uint8' }, ...given },
          gives: { Y: { shape: [2, 5], dtype: 'uint8' } },
          other: 10n * (2n + operations + 4n),
        },
      ],
    }),
  ),
  operator({
    name: 'QLinearGlobalAveragePool',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QLinearGlobalAveragePool'),
    doc: 'The mean over all of space, of integers: one operation per input element, 4 per output element to quantize.',
    inputs: ['X', 'X_scale', 'X_zero_point', 'Y_scale', 'Y_zero_point'],
    outputs: ['Y'],
    attributes: { channels_last: int(0n) },
    shape: ({ X }, a) => ({ Y: inLayout(X, a.channels_last, globalShape) }),
    work: ({ X }, { Y }) => other(add(size(X), mul(size(Y), quantizing))),
    roles: scales,
    examples: [
      {
        given: { X: { shape: ['n', 8, 7, 7], dtype: 'uint8' }, ...given },
        gives: { Y: { shape: ['n', 8, 1, 1], dtype: 'uint8' } },
        other: '424*n', // 392 + 4·8
      },
      {
        title: 'channels last',
        given: { X: { shape: [2, 7, 7, 8], dtype: 'uint8' }, ...given },
        attributes: { channels_last: 1 },
        gives: { Y: { shape: [2, 1, 1, 8], dtype: 'uint8' } },
        other: 848n, // 2·(392 + 32)
      },
    ],
  }),
  operator({
    name: 'QLinearAveragePool',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QLinearAveragePool'),
    doc: 'The mean of each window, of integers: K + 4 operations per output element of windows of K.',
    inputs: ['X', 'X_scale', 'X_zero_point?', 'Y_scale', 'Y_zero_point?'],
    outputs: ['Y'],
    attributes: {
      auto_pad: string('NOTSET'),
      ceil_mode: int(0n),
      channels_last: int(0n),
      count_include_pad: int(0n),
      kernel_shape: required(ints()),
      pads: ints(),
      strides: ints(),
    },
    shape: ({ X }, a) => ({ Y: inLayout(X, a.channels_last, (x) => poolShape(x, a)) }),
    work: (_, { Y }, a) => other(mul(size(Y), add(product(a.kernel_shape), quantizing))),
    roles: scales,
    examples: [
      {
        given: { X: { shape: [1, 8, 4, 4], dtype: 'uint8' }, ...given },
        attributes: { kernel_shape: [2, 2], strides: [2, 2] },
        gives: { Y: { shape: [1, 8, 2, 2], dtype: 'uint8' } },
        other: 256n, // 32·(4 + 4)
      },
    ],
  }),
  operator({
    name: 'QLinearConcat',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QLinearConcat'),
    doc: 'Joins integers that stand for reals by different scales: 2 operations per element to dequantize, 4 to quantize.',
    inputs: ['Y_scale', 'Y_zero_point', '...inputs'],
    outputs: ['Y'],
    attributes: { axis: required(int()) },
    dtype: { Y: 'Y_zero_point' },
    shape: ({ inputs }, a) => {
      const [first, ...rest] = joined(inputs);
      if (first === undefined) throw new Mismatch('there is nothing to join');
      const at = axisOf(a.axis, first.rank);
      const along = sum([first, ...rest].map((x) => x.dim(at)));
      return { Y: first.shape.map((d, i) => (i === at ? along : d)) };
    },
    work: (_, { Y }) => other(mul(size(Y), 2n + quantizing)),
    roles: { Y_scale: 'quantization', Y_zero_point: 'quantization', inputs: 'quantization' },
    examples: [
      {
        given: {
          Y_scale: [],
          Y_zero_point: { shape: [], dtype: 'uint8' },
          inputs: [
            { shape: ['n', 3], dtype: 'uint8' },
            { shape: [] },
            { shape: [], dtype: 'uint8' },
            { shape: ['n', 5], dtype: 'uint8' },
            { shape: [] },
            { shape: [], dtype: 'uint8' },
          ],
        },
        attributes: { axis: 1 },
        gives: { Y: { shape: ['n', 8], dtype: 'uint8' } },
        other: '48*n', // 8·6
      },
    ],
  }),
];
