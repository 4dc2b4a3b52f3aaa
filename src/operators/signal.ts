/** Spectra and their windows. */
import { add, type Dim, floorDiv, mul, sub, unknown } from '../model/dim.ts';
import { type DType, dtypeOf } from '../model/dtype.ts';
import { assertRank, axisOf, other, size } from './formulas.ts';
import { int, Mismatch, Operand, type Operator, operator, type Work } from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

/** A scalar that is an extent; unknown where it is not constant. */
function extentOf(x: Operand): Dim {
  const [n] = x.value === undefined ? [] : x.dims();
  return n ?? unknown(`the value of \`${x.name}\` decides, and it is not a constant`);
}

interface Transform {
  readonly inverse: bigint;
  readonly onesided: bigint;
}

/** Points of the transform: as said; else the axis, which a one-sided spectrum holds half of: 2·(n − 1). */
function points(input: Operand, length: Operand | undefined, axis: number, a: Transform): Dim {
  if (length !== undefined) return extentOf(length);
  const extent = input.dim(axis);
  return isRealInverse(a) ? mul(sub(extent, 1n), 2n) : extent;
}

const isRealInverse = (a: Transform): boolean => a.onesided !== 0n && a.inverse !== 0n;

/** `[…, bins, …, 2]`: all points, or ⌊points / 2⌋ + 1 of them when one-sided; 1 instead of 2 where the result is real. */
function spectrum(input: Operand, length: Operand | undefined, at: bigint, a: Transform): readonly Dim[] {
  const axis = axisOf(at, input.rank);
  if (axis === input.rank - 1) throw new Mismatch(`axis ${at} holds the real and imaginary parts; another expected`);
  const all = points(input, length, axis, a);
  const bins = a.onesided !== 0n && a.inverse === 0n ? add(floorDiv(all, 2n), 1n) : all;
  return input.shape.map((d, i) => (i === input.rank - 1 ? (isRealInverse(a) ? 1n : 2n) : i === axis ? bins : d));
}

/**
 * By the definition, not by a fast transform: for each complex result a product and a sum for each point read, 8 real
 * operations (4 where the input is real).
 */
function transformWork(input: Operand, output: Operand, perResult: Dim): Work {
  const results = floorDiv(size(output), output.dim(-1));
  return other(mul(mul(results, perResult), input.dim(-1) === 1n ? 4n : 8n));
}

const dftDoc =
  'The discrete Fourier transform along an axis; the last axis holds real and imaginary parts. Counted by its definition, not by a fast transform: 8 operations for each result and point, 4 where the input is real.';

/** Signal `[batch, samples, 1 or 2]`: frames of `frame` samples, `step` apart. */
interface Frames {
  readonly count: Dim;
  readonly extent: Dim;
}

function frames(signal: Operand, step: Operand, window: Operand | undefined, length: Operand | undefined): Frames {
  const extent = length !== undefined ? extentOf(length) : (window?.dim(0) ?? signal.dim(1));
  return { count: add(floorDiv(sub(signal.dim(1), extent), extentOf(step)), 1n), extent };
}

/**
 * The specification has a last axis of real and imaginary parts; onnxruntime takes a real signal without it, as
 * PyTorch's TorchScript exporter writes it.
 * https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/providers/cpu/signal/dft.cc (STFT::Compute)
 */
function withParts(signal: Operand): Operand {
  if (signal.rank !== 2) {
    assertRank(signal, 3);
    return signal;
  }
  return new Operand(signal.name, { kind: 'tensor', dtype: signal.dtype, shape: [...signal.shape, 1n] });
}

/** The element type an `output_datatype` attribute names. */
const typed = (code: bigint): DType | null => dtypeOf(code);

const windowOf = (name: string, doc: string, each: bigint): Operator =>
  operator({
    name,
    revisions: [17],
    source: page(name),
    doc,
    inputs: ['size'],
    outputs: ['output'],
    attributes: { output_datatype: int(1n), periodic: int(1n) },
    dtype: (_, { output_datatype }) => ({ output: typed(output_datatype) }),
    shape: ({ size: n }) => ({ output: [extentOf(n)] }),
    work: (_, { output }) => other(mul(size(output), each)),
    roles: { size: 'constant' },
    examples: [
      {
        given: { size: { shape: [], dtype: 'int64', value: ['n'] } },
        gives: { output: { shape: ['n'], dtype: 'float32' } },
        other: `${each}*n`,
      },
    ],
  });

export const signal: readonly Operator[] = [
  operator({
    name: 'DFT',
    revisions: [17],
    source: page('DFT'),
    doc: dftDoc,
    inputs: ['input', 'dft_length?'],
    outputs: ['output'],
    attributes: { axis: int(1n), inverse: int(0n), onesided: int(0n) },
    dtype: { output: 'input' },
    shape: ({ input, dft_length }, a) => ({ output: spectrum(input, dft_length, a.axis, a) }),
    work: ({ input, dft_length }, { output }, a) =>
      transformWork(input, output, points(input, dft_length, axisOf(a.axis, input.rank), a)),
    roles: { dft_length: 'constant' },
    examples: [
      {
        title: 'one-sided',
        given: { input: [1, 10, 3, 1] },
        attributes: { onesided: 1 },
        gives: { output: [1, 6, 3, 2] },
        other: 720n, // 6·3 results · 10 points · 4
      },
    ],
  }),
  operator({
    name: 'DFT',
    revisions: [20],
    source: page('DFT'),
    doc: `${dftDoc} The axis is an input.`,
    inputs: ['input', 'dft_length?', 'axis?'],
    outputs: ['output'],
    attributes: { inverse: int(0n), onesided: int(0n) },
    dtype: { output: 'input' },
    shape: ({ input, dft_length, axis }, a) => ({
      output: spectrum(input, dft_length, axis === undefined ? -2n : (axis.ints()[0] ?? -2n), a),
    }),
    work: ({ input, dft_length, axis }, { output }, a) => {
      const at = axis === undefined ? -2n : (axis.ints()[0] ?? -2n);
      return transformWork(input, output, points(input, dft_length, axisOf(at, input.rank), a));
    },
    roles: { dft_length: 'constant', axis: 'constant' },
    examples: [
      {
        title: 'back to a real signal',
        given: { input: ['b', 6, 2] },
        attributes: { onesided: 1, inverse: 1 },
        gives: { output: ['b', 10, 1] },
        other: '800*b', // 10·b results · 10 points · 8
      },
    ],
  }),
  operator({
    name: 'STFT',
    revisions: [17],
    source: page('STFT'),
    doc: 'Fourier transforms of frames along a signal: ⌊(samples − frame) / step⌋ + 1 of them, ⌊frame / 2⌋ + 1 results each when one-sided. Counted by the definition (8 operations for each result and sample, 4 where the signal is real), and a product per sample where a window weighs the frames.',
    inputs: ['signal', 'frame_step', 'window?', 'frame_length?'],
    outputs: ['output'],
    attributes: { onesided: int(1n) },
    dtype: { output: 'signal' },
    shape: ({ signal, frame_step, window, frame_length }, { onesided }) => {
      const x = withParts(signal);
      const { count, extent } = frames(x, frame_step, window, frame_length);
      return { output: [x.dim(0), count, onesided === 0n ? extent : add(floorDiv(extent, 2n), 1n), 2n] };
    },
    work: ({ signal, frame_step, window, frame_length }, { output }) => {
      const x = withParts(signal);
      const { count, extent } = frames(x, frame_step, window, frame_length);
      const weighing = window === undefined ? 0n : mul(mul(mul(x.dim(0), count), extent), x.dim(2));
      return other(add(transformWork(x, output, extent).other, weighing));
    },
    roles: { frame_step: 'constant', window: 'constant', frame_length: 'constant' },
    examples: [
      {
        given: {
          signal: ['b', 128, 1],
          frame_step: { shape: [], dtype: 'int64', value: [8] },
          window: [16],
        },
        gives: { output: ['b', 15, 9, 2] },
        other: '8880*b', // 15·9 results · 16 samples · 4 + 15·16 weighed samples
      },
      {
        title: 'a real signal without the axis of parts',
        given: {
          signal: ['b', 128],
          frame_step: { shape: [], dtype: 'int64', value: [8] },
          window: [16],
        },
        gives: { output: ['b', 15, 9, 2] },
        other: '8880*b',
      },
    ],
  }),
  windowOf('HannWindow', 'A raised cosine: product, cosine, product and difference for each of its samples.', 4n),
  windowOf(
    'HammingWindow',
    'A raised cosine on a pedestal: product, cosine, product and difference for each sample.',
    4n,
  ),
  windowOf(
    'BlackmanWindow',
    'A sum of two cosines: two products, cosines and products, a difference and a sum for each sample.',
    8n,
  ),
  operator({
    name: 'MelWeightMatrix',
    revisions: [17],
    source: page('MelWeightMatrix'),
    doc: 'Triangular filters from linear to mel frequencies, `[⌊dft_length / 2⌋ + 1, num_mel_bins]`. How they are computed is not fixed; counted as one operation per element.',
    inputs: ['num_mel_bins', 'dft_length', 'sample_rate', 'lower_edge_hertz', 'upper_edge_hertz'],
    outputs: ['output'],
    attributes: { output_datatype: int(1n) },
    dtype: (_, { output_datatype }) => ({ output: typed(output_datatype) }),
    shape: ({ num_mel_bins, dft_length }) => ({
      output: [add(floorDiv(extentOf(dft_length), 2n), 1n), extentOf(num_mel_bins)],
    }),
    work: (_, { output }) => other(size(output)),
    roles: {
      num_mel_bins: 'constant',
      dft_length: 'constant',
      sample_rate: 'constant',
      lower_edge_hertz: 'constant',
      upper_edge_hertz: 'constant',
    },
    examples: [
      {
        given: {
          num_mel_bins: { shape: [], dtype: 'int64', value: [8] },
          dft_length: { shape: [], dtype: 'int64', value: [16] },
          sample_rate: { shape: [], dtype: 'int64', value: [8192] },
          lower_edge_hertz: { shape: [], value: [0] },
          upper_edge_hertz: { shape: [], value: [4096] },
        },
        gives: { output: { shape: [9, 8], dtype: 'float32' } },
        other: 72n,
      },
    ],
  }),
];
