/** Transforms of signals, and the windows and filters that go with them. */
import { add, type Dim, floorDiv, isKnown, isUnknown, mul, product, sub, unknown } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { dtypeOf } from './element-type.ts';
import { axisOf, other, size } from './formulas.ts';
import { int, Mismatch, type Operand, type Operator, operator } from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

/** A scalar input as an extent, unknown where its value is. */
function extentOf(x: Operand): Dim {
  const first: Scalar | undefined = x.value?.[0];
  if (typeof first === 'number' || typeof first === 'string')
    throw new Mismatch(`\`${x.name}\` should hold an integer`);
  return first ?? unknown(`the value of \`${x.name}\` decides, and it is not a constant`);
}

/** Operations of one fast transform of n complex elements, 5·n·⌈log₂ n⌉. */
function fourier(n: Dim): Dim {
  if (isUnknown(n)) return n;
  if (!isKnown(n)) return unknown('the logarithm of a symbolic extent is not followed');
  return n < 1n ? 0n : 5n * n * BigInt((n - 1n).toString(2).length - (n === 1n ? 1 : 0));
}

const half = (n: Dim): Dim => add(floorDiv(n, 2n), 1n);

interface Transform {
  readonly axis: number;
  readonly length: Dim;
  readonly shape: readonly Dim[];
}

interface TransformAttributes {
  readonly axis: bigint;
  readonly inverse: bigint;
  readonly onesided: bigint;
}

/** `[…, n, …, 2]` from the same with 1 (real) or 2 (complex) at the end. */
function transform(
  input: Operand,
  length: Operand | undefined,
  where: Operand | undefined,
  a: TransformAttributes,
): Transform {
  const axis = axisOf(where?.ints()[0] ?? a.axis, input.rank);
  const real = a.inverse !== 0n && a.onesided !== 0n;
  const own = input.dim(axis);
  const n = length === undefined ? (real ? mul(sub(own, 1n), 2n) : own) : extentOf(length);
  const extent = a.onesided !== 0n && !real ? half(n) : n;
  const shape = input.shape.map((d, i) => (i === axis ? extent : i === input.rank - 1 ? (real ? 1n : 2n) : d));
  return { axis, length: n, shape };
}

const transformDoc =
  'Discrete Fourier transform along an axis; complex numbers are pairs on the last. Counted as a fast transform of n complex elements: 5·n·⌈log₂ n⌉.';

function transformWork(input: Operand, t: Transform): Dim {
  const others = input.shape.filter((_, i) => i !== t.axis && i !== input.rank - 1);
  return product([...others, fourier(t.length)]);
}

interface Window {
  readonly name: string;
  readonly what: string;
  readonly operations: bigint;
}
const windowFunctions: readonly Window[] = [
  { name: 'HannWindow', what: 'quotient, cosine, product, difference', operations: 4n },
  { name: 'HammingWindow', what: 'quotient, cosine, product, difference', operations: 4n },
  { name: 'BlackmanWindow', what: 'two quotients, two cosines, two products, a difference, a sum', operations: 8n },
];

export const signal: readonly Operator[] = [
  operator({
    name: 'DFT',
    revisions: [17],
    source: page('DFT'),
    doc: transformDoc,
    inputs: ['input', 'dft_length?'],
    outputs: ['output'],
    attributes: { axis: int(1n), inverse: int(0n), onesided: int(0n) },
    shape: ({ input, dft_length }, a) => ({ output: transform(input, dft_length, undefined, a).shape }),
    work: ({ input, dft_length }, _, a) => other(transformWork(input, transform(input, dft_length, undefined, a))),
    roles: { dft_length: 'constant' },
    examples: [
      {
        title: 'one side of a real signal',
        given: { input: ['b', 512, 1] },
        attributes: { onesided: 1 },
        gives: { output: ['b', 257, 2] },
        other: '23040*b', // 5·512·9
      },
    ],
  }),
  operator({
    name: 'DFT',
    revisions: [20],
    source: page('DFT'),
    doc: transformDoc,
    inputs: ['input', 'dft_length?', 'axis?'],
    outputs: ['output'],
    attributes: { inverse: int(0n), onesided: int(0n) },
    shape: ({ input, dft_length, axis }, a) => ({
      output: transform(input, dft_length, axis, { ...a, axis: -2n }).shape,
    }),
    work: ({ input, dft_length, axis }, _, a) =>
      other(transformWork(input, transform(input, dft_length, axis, { ...a, axis: -2n }))),
    roles: { dft_length: 'constant', axis: 'constant' },
    examples: [
      {
        given: { input: [3, 10, 2], dft_length: { shape: [], dtype: 'int64', value: [16] } },
        gives: { output: [3, 16, 2] },
        other: 960n, // 3 · 5·16·4
      },
      {
        title: 'back to a real signal: 2·(257 − 1)',
        given: { input: [1, 257, 2] },
        attributes: { inverse: 1, onesided: 1 },
        gives: { output: [1, 512, 1] },
        other: 23_040n, // 5·512·9
      },
    ],
  }),
  operator({
    name: 'STFT',
    revisions: [17],
    source: page('STFT'),
    doc: 'Fourier transforms of frames cut from a signal, ⌊(length − frame) / step⌋ + 1 of them. Per frame 5·n·⌈log₂ n⌉, and n products with a window.',
    inputs: ['signal', 'frame_step', 'window?', 'frame_length?'],
    outputs: ['output'],
    attributes: { onesided: int(1n) },
    shape: ({ signal: x, frame_step, window, frame_length }, a) => {
      const n = frameLength(x, window, frame_length);
      const frames = add(floorDiv(sub(x.dim(1), n), extentOf(frame_step)), 1n);
      return { output: [x.dim(0), frames, a.onesided === 0n ? n : half(n), 2n] };
    },
    work: ({ signal: x, window, frame_length }, { output }) => {
      const n = frameLength(x, window, frame_length);
      return other(product([output.dim(0), output.dim(1), add(fourier(n), window ? n : 0n)]));
    },
    roles: { frame_step: 'constant', window: 'constant', frame_length: 'constant' },
    examples: [
      {
        given: { signal: [1, 16_000, 1], frame_step: { shape: [], dtype: 'int64', value: [160] }, window: [400] },
        gives: { output: [1, 98, 201, 2] },
        other: 1_803_200n, // 98 · (5·400·9 + 400)
      },
    ],
  }),
  ...windowFunctions.map(({ name, what, operations }) =>
    operator({
      name,
      revisions: [17],
      source: page(name),
      doc: `A window function: ${what}, ${operations} operations per element.`,
      inputs: ['size'],
      outputs: ['output'],
      attributes: { output_datatype: int(1n), periodic: int(1n) },
      dtype: (_, a) => ({ output: dtypeOf(a.output_datatype) }),
      shape: ({ size: n }) => ({ output: [extentOf(n)] }),
      work: (_, { output }) => other(mul(size(output), operations)),
      roles: { size: 'constant' },
      examples: [
        {
          given: { size: { shape: [], dtype: 'int64', value: [400] } },
          gives: { output: { shape: [400], dtype: 'float32' } },
          other: 400n * operations,
        },
      ],
    }),
  ),
  operator({
    name: 'MelWeightMatrix',
    revisions: [17],
    source: page('MelWeightMatrix'),
    doc: 'Triangular filters from the bins of a transform to a perceptual scale: difference, quotient and minimum, 3 operations per element.',
    inputs: ['num_mel_bins', 'dft_length', 'sample_rate', 'lower_edge_hertz', 'upper_edge_hertz'],
    outputs: ['output'],
    attributes: { output_datatype: int(1n) },
    dtype: (_, a) => ({ output: dtypeOf(a.output_datatype) }),
    shape: ({ num_mel_bins, dft_length }) => ({ output: [half(extentOf(dft_length)), extentOf(num_mel_bins)] }),
    work: (_, { output }) => other(mul(size(output), 3n)),
    roles: { num_mel_bins: 'constant', dft_length: 'constant', sample_rate: 'constant' },
    examples: [
      {
        given: {
          num_mel_bins: { shape: [], dtype: 'int64', value: [8] },
          dft_length: { shape: [], dtype: 'int64', value: [16] },
          sample_rate: { shape: [], dtype: 'int64' },
          lower_edge_hertz: [],
          upper_edge_hertz: [],
        },
        gives: { output: { shape: [9, 8], dtype: 'float32' } },
        other: 216n, // 3·72
      },
    ],
  }),
];

/** As given, or the window's, or the whole signal. */
function frameLength(x: Operand, window: Operand | undefined, given: Operand | undefined): Dim {
  if (given?.value !== undefined) return extentOf(given);
  if (window !== undefined) return window.dim(0);
  return given === undefined ? x.dim(1) : extentOf(given);
}
