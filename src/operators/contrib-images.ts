/** Windows over images and signals, as onnxruntime's own operators have them. */
import { add, type Dim, floorDiv, mul, product, sub, sum, unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertPairs } from './contrib.ts';
import { transposedShape } from './convolution.ts';
import { assertRank, axisOf, bounded, other, size } from './formulas.ts';
import { float, free, int, ints, Mismatch, Operand, type Operator, operator, required, string } from './operator.ts';
import { poolShape } from './pooling.ts';

/** `[…spatial, C]` turned to `[C, …spatial]` behind the batch, the rule applied, and back. */
function channelsLast(x: Operand, rule: (x: Operand) => readonly Dim[]): readonly Dim[] {
  const shape = [...x.shape.slice(0, 1), ...x.shape.slice(-1), ...x.shape.slice(1, -1)];
  const [batch = 1n, channels = 1n, ...positions] = rule(
    new Operand(x.name, { kind: 'tensor', dtype: x.dtype, shape }),
  );
  return [batch, ...positions, channels];
}

/** Bins of a one-sided spectrum, over the last `n` axes; only the last is halved. */
function halved(X: Operand, ndim: bigint): readonly Dim[] {
  const n = bounded(ndim, 'signal_ndim', 1, Math.max(1, X.rank));
  if (X.rank < n) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; ${n} are transformed`);
  return [...X.shape.slice(0, -1), add(floorDiv(X.dim(-1), 2n), 1n), 2n];
}

/** By the definition along each axis, 8 real operations a complex result and point, 4 where one side is real. */
function transformed(results: Dim, extents: readonly Dim[], real: bigint): Dim {
  return mul(results, mul(sum(extents), real));
}

const pooled = {
  auto_pad: string('NOTSET'),
  ceil_mode: int(0n),
  dilations: ints(),
  kernel_shape: required(ints()),
  pads: ints(),
  strides: ints(),
};

export const contribImages: readonly Operator[] = [
  operator({
    name: 'Rfft',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('Rfft'),
    doc: 'The one-sided Fourier transform of a real signal over its last axes: ⌊n / 2⌋ + 1 bins, real and imaginary parts last. Counted by its definition, not by a fast transform: 4 operations for each result and point.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { normalized: int(0n), onesided: int(1n), signal_ndim: int(1n) },
    shape: ({ X }, a) => ({ Y: halved(X, a.signal_ndim) }),
    work: ({ X }, { Y }, a) =>
      other(transformed(floorDiv(size(Y), 2n), X.shape.slice(-bounded(a.signal_ndim, 'signal_ndim', 1, X.rank)), 4n)),
    examples: [
      { given: { X: ['n', 8] }, attributes: { signal_ndim: 1 }, gives: { Y: ['n', 5, 2] }, other: '160*n' }, // 5·8·4
    ],
  }),
  operator({
    name: 'Irfft',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('Irfft'),
    doc: 'The real signal of a one-sided spectrum: 2·(bins − 1) points. Counted by its definition: 4 operations for each result and bin read.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { normalized: int(0n), onesided: int(1n), signal_ndim: required(int()) },
    shape: ({ X }) => {
      assertPairs(X);
      return { Y: [...X.shape.slice(0, -2), mul(sub(X.dim(-2), 1n), 2n)] };
    },
    work: ({ X }, { Y }, a) => {
      const n = bounded(a.signal_ndim, 'signal_ndim', 1, Math.max(1, X.rank - 1));
      return other(transformed(size(Y), X.shape.slice(-1 - n, -1), 4n));
    },
    examples: [
      { given: { X: ['n', 5, 2] }, attributes: { signal_ndim: 1 }, gives: { Y: ['n', 8] }, other: '160*n' }, // 8·5·4
    ],
  }),
  operator({
    name: 'ConvTransposeWithDynamicPads',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('ConvTransposeWithDynamicPads'),
    doc: 'ConvTranspose whose padding is an input. MACs: |X| · (M / group) · K; other: one addition per output element with a bias.',
    inputs: ['X', 'W', 'Pads?', 'B?'],
    outputs: ['Y'],
    attributes: {
      auto_pad: string('NOTSET'),
      dilations: ints(),
      group: int(1n),
      kernel_shape: ints(),
      output_padding: ints(),
      strides: ints(),
    },
    shape: ({ X, W, Pads }, a) => ({
      Y: transposedShape(X, W, { ...a, pads: Pads?.ints(), output_shape: undefined }),
    }),
    work: ({ X, W, B }, { Y }) => ({ macs: product([...X.shape, ...W.shape.slice(1)]), other: B ? size(Y) : 0n }),
    roles: { W: 'weight', B: 'weight', Pads: 'constant' },
    examples: [
      {
        given: {
          X: ['n', 2, 3, 3],
          W: [2, 4, 3, 3],
          Pads: { shape: [4], dtype: 'int64', value: [1, 1, 1, 1] },
        },
        attributes: { strides: [2, 2], output_padding: [1, 1] },
        gives: { Y: ['n', 4, 6, 6] },
        macs: '648*n', // 18 · 4·9
      },
    ],
  }),
  operator({
    name: 'MaxpoolWithMask',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MaxpoolWithMask'),
    doc: 'The largest element of each window that a mask does not hide. K comparisons per output element.',
    inputs: ['X', 'M'],
    outputs: ['Y'],
    attributes: { ...pooled, storage_order: int(0n) },
    shape: ({ X }, a) => ({ Y: poolShape(X, a) }),
    work: (_, { Y }, a) => other(mul(size(Y), product(a.kernel_shape))),
    roles: { M: 'constant' },
    examples: [
      {
        given: { X: ['n', 2, 6, 6], M: { shape: ['n', 2, 6, 6], dtype: 'int32' } },
        attributes: { kernel_shape: [2, 2] },
        gives: { Y: ['n', 2, 5, 5] },
        other: '200*n', // 50·4
      },
    ],
  }),
  operator({
    name: 'NhwcMaxPool',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('NhwcMaxPool'),
    doc: 'MaxPool of `[N, …spatial, C]`. K comparisons per output element.',
    inputs: ['x'],
    outputs: ['y'],
    attributes: pooled,
    shape: ({ x }, a) => ({ y: channelsLast(x, (turned) => poolShape(turned, a)) }),
    work: (_, { y }, a) => other(mul(size(y), product(a.kernel_shape))),
    examples: [
      {
        given: { x: { shape: ['n', 6, 6, 2], dtype: 'uint8' } },
        attributes: { kernel_shape: [2, 2], strides: [2, 2] },
        gives: { y: { shape: ['n', 3, 3, 2], dtype: 'uint8' } },
        other: '72*n', // 18·4
      },
    ],
  }),
  operator({
    name: 'CropAndResize',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('CropAndResize'),
    doc: 'Regions of images, each brought to one size. Bilinear: 7 operations per output element (4 products, 3 sums); nearest is free.',
    inputs: ['X', 'rois', 'batch_indices', 'crop_size'],
    outputs: ['Y'],
    attributes: { extrapolation_value: float(0), mode: string('bilinear') },
    shape: ({ X, rois, crop_size }) => {
      assertRank(X, 4);
      const why = unknown(`the value of \`${crop_size.name}\` decides, and it is not a constant`);
      const [height = why, width = why] = crop_size.value === undefined ? [] : crop_size.dims();
      return { Y: [rois.dim(0), X.dim(1), height, width] };
    },
    work: (_, { Y }, a) => other(a.mode === 'nearest' ? 0n : mul(size(Y), 7n)),
    roles: { batch_indices: 'constant', crop_size: 'constant' },
    examples: [
      {
        given: {
          X: [2, 3, 8, 8],
          rois: ['r', 4],
          batch_indices: { shape: ['r'], dtype: 'int32' },
          crop_size: { shape: [2], dtype: 'int32', value: [5, 6] },
        },
        gives: { Y: ['r', 3, 5, 6] },
        other: '630*r', // 90·7
      },
    ],
  }),
  operator({
    name: 'UnfoldTensor',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('UnfoldTensor'),
    doc: 'All slices of a size along an axis, side by side: ⌊(extent − size) / step⌋ + 1 of them.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { dim: int(-1n), size: required(int()), step: int(1n) },
    shape: ({ input }, a) => {
      if (a.step < 1n) throw new Mismatch(`step is ${a.step}`);
      const at = axisOf(a.dim, input.rank);
      const slices = add(floorDiv(sub(input.dim(at), a.size), a.step), 1n);
      return { output: [...input.shape.map((d, i) => (i === at ? slices : d)), a.size] };
    },
    work: free,
    examples: [{ given: { input: ['n', 8] }, attributes: { size: 3, step: 2 }, gives: { output: ['n', 3, 3] } }],
  }),
];
