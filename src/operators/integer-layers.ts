/** onnxruntime's integer versions of sums, products, embeddings and recurrence. */
import { add, type Dim, mul, product, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { axesOf } from './axes.ts';
import { convMacs, convShape, windowing } from './convolution.ts';
import { assertRank, broadcastOf, other, size } from './formulas.ts';
import { matrixProductOf } from './matrix.ts';
import { normalizing } from './normalization.ts';
import { float, int, ints, Operand, type Operator, operator, required } from './operator.ts';
import { quantizing } from './quantization.ts';
import { extras, settings, shapes, sizes, work } from './recurrent.ts';

interface Reduction {
  readonly axes: readonly bigint[];
  readonly keepdims: bigint;
}

function reduced(data: Operand, a: Reduction): readonly Dim[] {
  const axes = axesOf(a.axes, data.rank);
  return data.shape.flatMap((d, i) => (axes.includes(i) ? (a.keepdims === 0n ? [] : [1n]) : [d]));
}

/** The last two axes swapped: these weights lie input by gate. */
function swapped(W: Operand): Operand {
  assertRank(W, 3);
  const [d = 1n, rows = 1n, columns = 1n] = W.shape;
  return new Operand(W.name, { kind: 'tensor', dtype: W.dtype, shape: [d, columns, rows] });
}

/** `[N, …spatial, C]` as `[N, C, …spatial]`. */
function channelsFirst(x: Operand): Operand {
  const shape = [...x.shape.slice(0, 1), ...x.shape.slice(-1), ...x.shape.slice(1, -1)];
  return new Operand(x.name, { kind: 'tensor', dtype: x.dtype, shape });
}

const u8 = (...shape: readonly (number | string)[]) => ({ shape, dtype: 'uint8' }) as const;

export const integerLayers: readonly Operator[] = [
  operator({
    name: 'MulInteger',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MulInteger'),
    doc: 'Products of integers, kept as int32: one operation per output element, one per element of an operand with a zero point.',
    inputs: ['A', 'A_zero_point?', 'B', 'B_zero_point?'],
    outputs: ['C'],
    dtype: { C: 'int32' },
    shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
    work: ({ A, B, A_zero_point, B_zero_point }, { C }) =>
      other(sum([size(C), A_zero_point ? size(A) : 0n, B_zero_point ? size(B) : 0n])),
    roles: { A_zero_point: 'quantization', B_zero_point: 'quantization' },
    examples: [
      {
        given: { A: u8('n', 8), A_zero_point: u8(), B: u8(8) },
        gives: { C: { shape: ['n', 8], dtype: 'int32' } },
        other: '16*n', // 8 + 8
      },
    ],
  }),
  operator({
    name: 'MatMulInteger16',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulInteger16'),
    doc: 'A matrix product of 16-bit integers, kept as 32 bits. MACs: |Y| · K.',
    inputs: ['A', 'B'],
    outputs: ['Y'],
    dtype: ({ A }) => ({ Y: A.dtype === 'uint16' ? 'uint32' : 'int32' }),
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B }, { Y }) => ({ macs: mul(size(Y), matrixProductOf(A, B).inner), other: 0n }),
    roles: { B: 'weight' },
    examples: [
      {
        given: { A: { shape: ['n', 8], dtype: 'int16' }, B: { shape: [8, 4], dtype: 'int16' } },
        gives: { Y: { shape: ['n', 4], dtype: 'int32' } },
        macs: '32*n', // 4·8
      },
    ],
  }),
  operator({
    name: 'ReduceSumInteger',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('ReduceSumInteger'),
    doc: 'Sums of integers, kept as 32 bits: one operation per input element.',
    inputs: ['data'],
    outputs: ['reduced'],
    attributes: { axes: required(ints()), keepdims: required(int()) },
    dtype: ({ data }) => ({ reduced: data.dtype === 'uint8' ? 'uint32' : 'int32' }),
    shape: ({ data }, a) => ({ reduced: reduced(data, a) }),
    work: ({ data }) => other(size(data)),
    examples: [
      {
        given: { data: u8('n', 8) },
        attributes: { axes: [1], keepdims: 1 },
        gives: { reduced: { shape: ['n', 1], dtype: 'uint32' } },
        other: '8*n',
      },
    ],
  }),
  operator({
    name: 'QLinearReduceMean',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QLinearReduceMean'),
    doc: 'Means of integers that stand for reals: one operation per input element, one and 4 to quantize per result.',
    inputs: ['data', 'data_scale', 'data_zero_point?', 'reduced_scale', 'reduced_zero_point?'],
    outputs: ['reduced'],
    attributes: { axes: required(ints()), keepdims: required(int()) },
    shape: ({ data }, a) => ({ reduced: reduced(data, a) }),
    work: ({ data }, { reduced: results }) => other(add(size(data), mul(size(results), 1n + quantizing))),
    roles: {
      data_scale: 'quantization',
      data_zero_point: 'quantization',
      reduced_scale: 'quantization',
      reduced_zero_point: 'quantization',
    },
    examples: [
      {
        given: { data: u8('n', 3, 8), data_scale: [], reduced_scale: [] },
        attributes: { axes: [-1], keepdims: 0 },
        gives: { reduced: u8('n', 3) },
        other: '39*n', // 24 + 3·5
      },
    ],
  }),
  operator({
    name: 'QLinearWhere',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QLinearWhere'),
    doc: 'One of two integers by a condition, scaled anew: per output element one choice, 2 to dequantize and 4 to quantize.',
    inputs: ['condition', 'X', 'x_scale', 'x_zero_point', 'Y', 'y_scale', 'y_zero_point', 'z_scale', 'z_zero_point'],
    outputs: ['Z'],
    dtype: { Z: 'X' },
    shape: ({ condition, X, Y }) => ({ Z: broadcastOf(condition, X, Y) }),
    work: (_, { Z }) => other(mul(size(Z), 3n + quantizing)),
    roles: {
      condition: 'constant',
      x_scale: 'quantization',
      x_zero_point: 'quantization',
      y_scale: 'quantization',
      y_zero_point: 'quantization',
      z_scale: 'quantization',
      z_zero_point: 'quantization',
    },
    examples: [
      {
        given: {
          condition: { shape: ['n', 8], dtype: 'bool' },
          X: u8('n', 8),
          x_scale: [],
          x_zero_point: u8(),
          Y: u8(),
          y_scale: [],
          y_zero_point: u8(),
          z_scale: [],
          z_zero_point: u8(),
        },
        gives: { Z: u8('n', 8) },
        other: '56*n', // 8·7
      },
    ],
  }),
  operator({
    name: 'QLinearConv',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QLinearConv'),
    doc: 'A convolution of integers, channels last where said: `[N, …spatial, C]`. MACs as Conv; other: quantizing the result, 4 per output element, one more with a bias.',
    inputs: ['x', 'x_scale', 'x_zero_point', 'w', 'w_scale', 'w_zero_point', 'y_scale', 'y_zero_point', 'B?'],
    outputs: ['y'],
    attributes: { ...windowing, channels_last: int(0n) },
    shape: ({ x, w }, a) => {
      if (a.channels_last === 0n) return { y: convShape(x, w, a) };
      const [batch = 1n, filters = 1n, ...positions] = convShape(channelsFirst(x), w, a);
      return { y: [batch, ...positions, filters] };
    },
    work: ({ w, B }, { y }) => ({ macs: convMacs(y, w), other: mul(size(y), quantizing + (B ? 1n : 0n)) }),
    roles: {
      x_scale: 'quantization',
      x_zero_point: 'quantization',
      w: 'weight',
      w_scale: 'quantization',
      w_zero_point: 'quantization',
      y_scale: 'quantization',
      y_zero_point: 'quantization',
      B: 'weight',
    },
    examples: [
      {
        given: {
          x: u8('n', 8, 8, 3),
          x_scale: [],
          x_zero_point: u8(),
          w: u8(4, 3, 3, 3),
          w_scale: [],
          w_zero_point: u8(),
          y_scale: [],
          y_zero_point: u8(),
        },
        attributes: { channels_last: 1 },
        gives: { y: u8('n', 6, 6, 4) },
        macs: '3888*n', // 144·27
        other: '576*n', // 144·4
      },
    ],
  }),
  operator({
    name: 'QEmbedLayerNormalization',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QEmbedLayerNormalization'),
    doc: 'EmbedLayerNormalization of quantized tables. Other, per element: 2 to dequantize each of the rows looked up, an addition, another with segments, and 7; 5 per row, 4 per feature for gamma and beta.',
    inputs: [
      'input_ids',
      'segment_ids?',
      'word_embedding_quant',
      'position_embedding_quant',
      'segment_embedding?',
      'gamma_quant',
      'beta_quant',
      'mask?',
      'word_embedding_scale',
      'position_embedding_scale',
      'segment_embedding_scale?',
      'gamma_scale',
      'beta_scale',
      'word_embedding_zero_point',
      'position_embedding_zero_point',
      'segment_embedding_zero_point?',
      'gamma_zero_point',
      'beta_zero_point',
    ],
    outputs: ['layernorm_out', 'mask_index_out'],
    attributes: { epsilon: float() },
    dtype: { layernorm_out: 'word_embedding_scale', mask_index_out: 'input_ids' },
    shape: ({ input_ids, word_embedding_quant }) => {
      assertRank(input_ids, 2);
      return {
        layernorm_out: [...input_ids.shape, word_embedding_quant.dim(1)],
        mask_index_out: input_ids.shape.slice(0, 1),
      };
    },
    work: ({ segment_ids, gamma_quant }, { layernorm_out: y }) => {
      const tables = segment_ids === undefined ? 2n : 3n;
      const rows = product(y.shape.slice(0, 2));
      return other(sum([mul(size(y), 3n * tables - 1n), normalizing(size(y), rows, 2n), mul(size(gamma_quant), 4n)]));
    },
    roles: {
      segment_ids: 'constant',
      word_embedding_quant: 'weight',
      position_embedding_quant: 'weight',
      segment_embedding: 'weight',
      gamma_quant: 'weight',
      beta_quant: 'weight',
      mask: 'constant',
      word_embedding_scale: 'quantization',
      position_embedding_scale: 'quantization',
      segment_embedding_scale: 'quantization',
      gamma_scale: 'quantization',
      beta_scale: 'quantization',
      word_embedding_zero_point: 'quantization',
      position_embedding_zero_point: 'quantization',
      segment_embedding_zero_point: 'quantization',
      gamma_zero_point: 'quantization',
      beta_zero_point: 'quantization',
    },
    reads: { word_embedding_quant: (_, { layernorm_out }) => size(layernorm_out) },
    examples: [
      {
        given: {
          input_ids: { shape: [2, 4], dtype: 'int32' },
          word_embedding_quant: u8(100, 8),
          position_embedding_quant: u8(64, 8),
          gamma_quant: u8(8),
          beta_quant: u8(8),
          word_embedding_scale: [],
          position_embedding_scale: [],
          gamma_scale: [],
          beta_scale: [],
          word_embedding_zero_point: u8(),
          position_embedding_zero_point: u8(),
          gamma_zero_point: u8(),
          beta_zero_point: u8(),
        },
        gives: {
          layernorm_out: { shape: [2, 4, 8], dtype: 'float32' },
          mask_index_out: { shape: [2], dtype: 'int32' },
        },
        other: 840n, // 64·(5 + 7) + 5·8 + 4·8
      },
    ],
  }),
  operator({
    name: 'DynamicQuantizeLSTM',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DynamicQuantizeLSTM'),
    doc: 'LSTM whose products are of integers; weights lie `[D, I, 4·H]` and `[D, H, 4·H]`. MACs as LSTM; other as LSTM, and 6 for each element of the input and of each state to quantize it, 2 products with a scale for each of 4 gates of each state.',
    inputs: [
      'X',
      'W',
      'R',
      'B?',
      'sequence_lens?',
      'initial_h?',
      'initial_c?',
      'P?',
      'W_scale',
      'W_zero_point',
      'R_scale',
      'R_zero_point',
    ],
    outputs: ['Y?', 'Y_h?', 'Y_c?'],
    attributes: { ...settings, input_forget: int(0n) },
    shape: ({ X, W, R }, a) => {
      const { all, last } = shapes(sizes(X, swapped(W), swapped(R), 4n, a), a);
      return { Y: all, Y_h: last, Y_c: last };
    },
    work: ({ X, W, R, B, P }, _, a) => {
      const s = sizes(X, swapped(W), swapped(R), 4n, a);
      const lstm = work(s, 4n, 13n + extras(4n, B, a) + (P ? 6n : 0n));
      const states = product([s.steps, s.batch, s.directions, s.hidden]);
      return { ...lstm, other: sum([lstm.other, mul(size(X), 2n + quantizing), mul(states, 2n + quantizing + 8n)]) };
    },
    roles: {
      W: 'weight',
      R: 'weight',
      B: 'weight',
      P: 'weight',
      sequence_lens: 'constant',
      initial_h: 'constant',
      initial_c: 'constant',
      W_scale: 'quantization',
      W_zero_point: 'quantization',
      R_scale: 'quantization',
      R_zero_point: 'quantization',
    },
    examples: [
      {
        given: {
          X: [5, 2, 8],
          W: { shape: [1, 8, 64], dtype: 'int8' },
          R: { shape: [1, 16, 64], dtype: 'int8' },
          B: [1, 128],
          W_scale: [1],
          W_zero_point: { shape: [1], dtype: 'int8' },
          R_scale: [1],
          R_zero_point: { shape: [1], dtype: 'int8' },
        },
        attributes: { hidden_size: 16 },
        gives: { Y: [5, 1, 2, 16], Y_h: [1, 2, 16], Y_c: [1, 2, 16] },
        macs: 15_360n, // 5·2·16 · 4·(8 + 16)
        other: 6080n, // 160·(13 + 8) + 80·6 + 160·14
      },
    ],
  }),
];
