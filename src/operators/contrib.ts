/** Operators of onnxruntime's own domain that stand alone: arithmetic, spectra, crops, embeddings, strings, hashes. */
import { add, ceilDiv, type Dim, floorDiv, isUnknown, mul, product, sub, sum, unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { transposedShape } from './convolution.ts';
import { agreed, assertEqual, assertRank, axisOf, bounded, broadcastOf, other, size } from './formulas.ts';
import {
  float,
  free,
  int,
  ints,
  Mismatch,
  Operand,
  type Operator,
  operator,
  required,
  string,
  strings,
  Undetermined,
} from './operator.ts';
import { poolShape } from './pooling.ts';

/** Complex numbers lie as pairs along the last axis. */
function assertPairs(...xs: readonly Operand[]): void {
  for (const x of xs) assertEqual(x.dim(-1), 2n, (d) => `the last axis of \`${x.name}\` is ${d}; pairs expected`);
}

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

const dropout = 'onnxruntime keeps one bit of the mask for each element, 32 to a number.';

export const contrib: readonly Operator[] = [
  operator({
    name: 'CDist',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('CDist'),
    doc: 'Distances of each row of A from each of B: per pair and feature a difference, a square and a sum; one root per pair unless squared.',
    inputs: ['A', 'B'],
    outputs: ['C'],
    attributes: { metric: string('sqeuclidean') },
    shape: ({ A, B }) => {
      assertRank(A, 2);
      assertRank(B, 2);
      agreed(A.dim(1), B.dim(1), (a, b) => `\`${A.name}\` has ${a} features, \`${B.name}\` ${b}`);
      return { C: [A.dim(0), B.dim(0)] };
    },
    work: ({ A }, { C }, { metric }) => {
      if (metric !== 'sqeuclidean' && metric !== 'euclidean')
        return other(unknown(`what the distance ${metric} costs is not known`));
      return other(mul(size(C), add(mul(A.dim(1), 3n), metric === 'euclidean' ? 1n : 0n)));
    },
    examples: [
      {
        given: { A: ['n', 3], B: [7, 3] },
        attributes: { metric: 'euclidean' },
        gives: { C: ['n', 7] },
        other: '70*n', // 7·(3·3 + 1)
      },
    ],
  }),
  ...(['ComplexMul', 'ComplexMulConj'] as const).map((name) =>
    operator({
      name,
      domain: 'com.microsoft',
      revisions: [1],
      source: contribPage(name),
      doc: 'Products of complex numbers, pairs along the last axis: 6 operations for each.',
      inputs: ['A', 'B'],
      outputs: ['C'],
      shape: ({ A, B }) => {
        assertPairs(A, B);
        return { C: broadcastOf(A, B) };
      },
      work: (_, { C }) => other(mul(size(C), 3n)),
      examples: [{ given: { A: ['n', 4, 2], B: [4, 2] }, gives: { C: ['n', 4, 2] }, other: '24*n' }], // 4·6
    }),
  ),
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
    name: 'Inverse',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('Inverse'),
    doc: 'Inverses of square matrices by elimination: 2·n³ operations for each.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: ({ X }) => {
      assertEqual(X.dim(-1), X.dim(-2), (a, b) => `\`${X.name}\` holds matrices of ${b} by ${a}`);
      return { Y: X.shape };
    },
    work: ({ X }) => other(product([size(X), X.dim(-1), 2n])),
    examples: [{ given: { X: ['n', 3, 3] }, gives: { Y: ['n', 3, 3] }, other: '54*n' }], // 2·27
  }),
  operator({
    name: 'IsAllFinite',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('IsAllFinite'),
    doc: 'Whether every element of all inputs is finite: one operation per element.',
    inputs: ['...input'],
    outputs: ['output'],
    attributes: { isinf_only: int(0n), isnan_only: int(0n) },
    dtype: { output: 'bool' },
    shape: () => ({ output: [] }),
    work: ({ input }) => other(sum(input.map(size))),
    examples: [{ given: { input: [['n'], [4]] }, gives: { output: { shape: [], dtype: 'bool' } }, other: 'n + 4' }],
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
    name: 'ExpandDims',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('ExpandDims'),
    doc: 'Puts an axis of extent 1 in its place.',
    inputs: ['X', 'axis'],
    outputs: ['Y'],
    shape: ({ X, axis }) => {
      const at = axisOf(axis.ints()[0] ?? 0n, X.rank + 1);
      return { Y: [...X.shape.slice(0, at), 1n, ...X.shape.slice(at)] };
    },
    work: free,
    memory: 'view',
    roles: { X: 'carried', axis: 'constant' },
    examples: [
      {
        given: { X: ['n', 3], axis: { shape: [], dtype: 'int32', value: [-1] } },
        gives: { Y: ['n', 3, 1] },
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
  operator({
    name: 'TorchEmbedding',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('TorchEmbedding'),
    doc: 'Rows of a table by index.',
    inputs: ['weight', 'indices', 'padding_idx?', 'scale_grad_by_freq?'],
    outputs: ['Y'],
    shape: ({ weight, indices }) => {
      assertRank(weight, 2);
      return { Y: [...indices.shape, weight.dim(1)] };
    },
    work: free,
    roles: { weight: 'weight', indices: 'constant', padding_idx: 'constant', scale_grad_by_freq: 'constant' },
    reads: { weight: (_, { Y }) => size(Y) },
    examples: [
      {
        given: { weight: [100, 8], indices: { shape: ['b', 's'], dtype: 'int64' } },
        gives: { Y: ['b', 's', 8] },
      },
    ],
  }),
  operator({
    name: 'WordConvEmbedding',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('WordConvEmbedding'),
    doc: 'Looks up the characters of each word, slides filters over them, and keeps the largest of each. MACs: words · filters · windows · filter elements; other: the bias, a tanh and a comparison per window.',
    inputs: ['Sequence', 'W', 'B', 'C'],
    outputs: ['Y'],
    attributes: { char_embedding_size: int(), conv_window_size: int(), embedding_size: int() },
    dtype: { Y: 'W' },
    shape: ({ Sequence, W }) => {
      assertRank(W, 4);
      return { Y: [...Sequence.shape.slice(0, -1), W.dim(0)] };
    },
    work: ({ Sequence, W }, { Y }) => {
      const windows = mul(size(Y), add(sub(Sequence.dim(-1), W.dim(2)), 1n));
      return { macs: product([windows, ...W.shape.slice(1)]), other: mul(windows, 3n) };
    },
    roles: { Sequence: 'constant', W: 'weight', B: 'weight', C: 'weight' },
    examples: [
      {
        given: { Sequence: { shape: ['n', 5], dtype: 'int32' }, W: [6, 1, 3, 4], B: [6], C: [9, 4] },
        gives: { Y: { shape: ['n', 6], dtype: 'float32' } },
        macs: '216*n', // 6·3 · 12
        other: '54*n', // 18·3
      },
    ],
  }),
  operator({
    name: 'MurmurHash3',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MurmurHash3'),
    doc: 'A 32-bit hash per element. Integers of 32 bits take 18 operations; how long strings are the data decides, and with it the work: unknown.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { positive: int(1n), seed: int(0n) },
    dtype: (_, a) => ({ Y: a.positive === 0n ? 'int32' : 'uint32' }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, __, call) =>
      other(
        X.dtype === 'string'
          ? unknown(`\`${call.label}\`: the data decides how long the strings are`)
          : mul(size(X), 18n),
      ),
    examples: [
      {
        given: { X: { shape: ['n'], dtype: 'int32' } },
        gives: { Y: { shape: ['n'], dtype: 'uint32' } },
        other: '18*n',
      },
    ],
  }),
  operator({
    name: 'NGramRepeatBlock',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('NGramRepeatBlock'),
    doc: 'Forbids tokens that would repeat an n-gram: ngram_size comparisons for each place of each sequence.',
    inputs: ['input_ids', 'scores'],
    outputs: ['scores_out'],
    attributes: { ngram_size: required(int()) },
    dtype: { scores_out: 'scores' },
    shape: ({ scores }) => ({ scores_out: scores.shape }),
    work: ({ input_ids }, _, a) => other(mul(size(input_ids), a.ngram_size)),
    examples: [
      {
        given: { input_ids: { shape: ['b', 's'], dtype: 'int64' }, scores: ['b', 100] },
        attributes: { ngram_size: 3 },
        gives: { scores_out: { shape: ['b', 100], dtype: 'float32' } },
        other: '3*b*s',
      },
    ],
  }),
  operator({
    name: 'NGramHashMapping',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('NGramHashMapping'),
    doc: 'Numbers for the n-grams that end at each token. Per token a product and an exclusive or for each place of each n-gram, one remainder per number.',
    inputs: ['input_ids', 'multipliers', 'vocab_sizes', 'past_ids?'],
    outputs: ['hash_ids', 'present_ids?'],
    attributes: { max_ngram_size: required(int()), n_head_per_ngram: required(int()), pad_id: required(int()) },
    shape: ({ input_ids }, a) => ({
      hash_ids: [...input_ids.shape, (a.max_ngram_size - 1n) * a.n_head_per_ngram],
      present_ids: [input_ids.dim(0), a.max_ngram_size - 1n],
    }),
    work: ({ input_ids }, { hash_ids }, a) =>
      other(add(product([size(input_ids), 2n, a.max_ngram_size]), size(hash_ids))),
    roles: { multipliers: 'constant', vocab_sizes: 'constant' },
    examples: [
      {
        given: {
          input_ids: { shape: ['b', 's'], dtype: 'int64' },
          multipliers: { shape: [3], dtype: 'int64' },
          vocab_sizes: { shape: [8], dtype: 'int64' },
        },
        attributes: { max_ngram_size: 3, n_head_per_ngram: 4, pad_id: 0 },
        gives: { hash_ids: { shape: ['b', 's', 8], dtype: 'int64' } },
        other: '14*b*s', // 2·3 + 8
      },
    ],
  }),
  operator({
    name: 'Tokenizer',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('Tokenizer'),
    doc: 'Splits strings into tokens along a new axis, as long as the most there are in one, which the data decides.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      mark: required(int()),
      mincharnum: required(int()),
      pad_value: required(string()),
      separators: strings(),
      tokenexp: string(''),
    },
    shape: ({ X }, _, call) => ({
      Y: [...X.shape, unknown(`\`${call.label}\`: the data decides how many tokens there are`)],
    }),
    work: free,
    examples: [
      {
        given: { X: { shape: ['n'], dtype: 'string' } },
        attributes: { mark: 0, mincharnum: 1, pad_value: '' },
        gives: { Y: { shape: ['n', '?'], dtype: 'string' } },
      },
    ],
  }),
  operator({
    name: 'DynamicTimeWarping',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DynamicTimeWarping'),
    doc: 'The cheapest way through a matrix of costs: 2 comparisons and a sum per element. How long the way is the data decides.',
    inputs: ['input'],
    outputs: ['output'],
    dtype: { output: 'int32' },
    shape: (_, __, call) => ({ output: [2n, unknown(`\`${call.label}\`: the data decides how long the way is`)] }),
    work: ({ input }) => other(mul(size(input), 3n)),
    examples: [
      { given: { input: ['m', 'n'] }, gives: { output: { shape: [2, '?'], dtype: 'int32' } }, other: '3*m*n' },
    ],
  }),
  operator({
    name: 'BitmaskDropout',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BitmaskDropout'),
    doc: `Dropout, which is off at inference. ${dropout}`,
    inputs: ['data', 'ratio?', 'training_mode?'],
    outputs: ['output', 'mask?'],
    attributes: { seed: int() },
    dtype: { mask: 'uint32' },
    shape: ({ data }) => ({ output: data.shape, mask: [ceilDiv(size(data), 32n)] }),
    work: free,
    memory: 'inplace',
    roles: { data: 'carried', ratio: 'constant', training_mode: 'constant' },
    examples: [{ given: { data: [5, 8] }, gives: { output: [5, 8], mask: { shape: [2], dtype: 'uint32' } } }],
  }),
  operator({
    name: 'BitmaskBiasDropout',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BitmaskBiasDropout'),
    doc: `BiasDropout: one operation per element for the bias and for the residual. ${dropout}`,
    inputs: ['data', 'bias', 'residual?', 'ratio?', 'training_mode?'],
    outputs: ['output', 'mask?'],
    attributes: { seed: int() },
    dtype: { mask: 'uint32' },
    shape: ({ data }) => ({ output: data.shape, mask: [ceilDiv(size(data), 32n)] }),
    work: ({ data, residual }) => other(mul(size(data), residual ? 2n : 1n)),
    memory: 'inplace',
    roles: { bias: 'weight', ratio: 'constant', training_mode: 'constant' },
    examples: [{ given: { data: [2, 8], bias: [8] }, gives: { output: [2, 8], mask: [1] }, other: 16n }],
  }),
  operator({
    name: 'SampleOp',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('SampleOp'),
    doc: 'Gives its input.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    roles: { X: 'carried' },
    examples: [{ given: { X: ['n'] }, gives: { Y: ['n'] } }],
  }),
  operator({
    name: 'QuantizeBFP',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QuantizeBFP'),
    doc: 'Reals to blocks that share an exponent. How many bytes they take is not specified: unknown. A comparison, a product and a rounding per element.',
    inputs: ['x'],
    outputs: ['y', 'shape', 'strides'],
    attributes: { bfp_type: required(int()), block_dim: int(-1n) },
    dtype: { y: 'uint8', shape: 'int64', strides: 'int64' },
    shape: ({ x }, _, call) => ({
      y: [unknown(`\`${call.label}\`: its layout is not specified`)],
      shape: [BigInt(x.rank)],
      strides: [BigInt(x.rank)],
    }),
    value: ({ x }) => ({ shape: x.shape }),
    work: ({ x }) => other(mul(size(x), 3n)),
    examples: [
      {
        given: { x: ['n', 8] },
        attributes: { bfp_type: 0 },
        gives: { y: { shape: ['?'], dtype: 'uint8' }, shape: { shape: [2], dtype: 'int64', value: ['n', 8] } },
        other: '24*n',
      },
    ],
  }),
  operator({
    name: 'DequantizeBFP',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DequantizeBFP'),
    doc: 'Blocks that share an exponent to reals of the shape given: one product per element.',
    inputs: ['x', 'shape', 'strides'],
    outputs: ['y'],
    attributes: { bfp_type: required(int()), block_dim: int(-1n), dtype: int(1n) },
    dtype: { y: 'float32' },
    shape: ({ shape }) => {
      const dims = shape.dims();
      const gap = dims.find(isUnknown);
      if (gap !== undefined && isUnknown(gap)) throw new Undetermined(gap.why);
      return { y: dims };
    },
    work: (_, { y }) => other(size(y)),
    roles: { x: 'carried', shape: 'constant', strides: 'constant' },
    examples: [
      {
        given: {
          x: { shape: [100], dtype: 'uint8' },
          shape: { shape: [2], dtype: 'int64', value: ['n', 8] },
          strides: { shape: [2], dtype: 'int64' },
        },
        attributes: { bfp_type: 0 },
        gives: { y: { shape: ['n', 8], dtype: 'float32' } },
        other: '8*n',
      },
    ],
  }),
];
