/** onnxruntime's integers in the layouts of cublasLt: the same arithmetic, elements stored in another order. */
import { add, type Dim, floorDiv, mul, product, sum, unknown } from '../model/dim.ts';
import { dtypeOf } from '../model/dtype.ts';
import { contribPage } from './activation.ts';
import { attentionWork, present } from './attention.ts';
import { assertEqual, assertRank, other, size } from './formulas.ts';
import { matrixProductOf } from './matrix.ts';
import { normalizing, rowShape } from './normalization.ts';
import { float, int, ints, type Operand, type Operator, operator, required } from './operator.ts';
import { quantizing } from './quantization.ts';

/** Quotient or product, rounding and clamp: there are no zero points here. */
const quantize = quantizing - 1n;

/** Projected features of queries, keys and values. */
function projections(input: Operand, ...weights: readonly Operand[]): readonly Dim[] {
  return weights.map((w) => {
    assertEqual(input.dim(2), w.dim(0), (x, r) => `\`${input.name}\` has ${x} features, \`${w.name}\` ${r} rows`);
    return w.dim(1);
  });
}

const int8 = (...shape: readonly (number | string)[]) => ({ shape, dtype: 'int8' }) as const;

export const ordered: readonly Operator[] = [
  operator({
    name: 'QuantizeWithOrder',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QuantizeWithOrder'),
    doc: 'Reals to 8-bit integers in another order: quotient by the scale, rounding, clamp, 3 operations per element.',
    inputs: ['input', 'scale_input'],
    outputs: ['output'],
    attributes: { order_input: required(int()), order_output: required(int()) },
    dtype: { output: 'int8' },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(mul(size(input), quantize)),
    roles: { input: 'carried', scale_input: 'quantization' },
    examples: [
      {
        given: { input: ['n', 8], scale_input: [] },
        attributes: { order_input: 1, order_output: 2 },
        gives: { output: int8('n', 8) },
        other: '24*n',
      },
    ],
  }),
  operator({
    name: 'DequantizeWithOrder',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DequantizeWithOrder'),
    doc: '8-bit integers in another order to reals: one product with the scale per element.',
    inputs: ['input', 'scale_input'],
    outputs: ['output'],
    attributes: { order_input: required(int()), order_output: required(int()), to: required(int()) },
    dtype: (_, a) => ({ output: dtypeOf(a.to) }),
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(size(input)),
    roles: { input: 'carried', scale_input: 'quantization' },
    examples: [
      {
        given: { input: int8('n', 8), scale_input: [] },
        attributes: { order_input: 2, order_output: 1, to: 10 },
        gives: { output: { shape: ['n', 8], dtype: 'float16' } },
        other: '8*n',
      },
    ],
  }),
  operator({
    name: 'QOrderedGelu',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QOrderedGelu'),
    doc: 'Gelu of 8-bit integers: 1 operation to dequantize, 5 of Gelu, 3 to quantize, per element.',
    inputs: ['X', 'scale_X', 'scale_Y'],
    outputs: ['Y'],
    attributes: { order_X: int(), order_Y: int() },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(mul(size(X), 6n + quantize)),
    memory: 'inplace',
    roles: { scale_X: 'quantization', scale_Y: 'quantization' },
    examples: [{ given: { X: int8('n', 8), scale_X: [], scale_Y: [] }, gives: { Y: int8('n', 8) }, other: '72*n' }], // 8·9
  }),
  operator({
    name: 'QOrderedLayerNormalization',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QOrderedLayerNormalization'),
    doc: 'LayerNormalization of 8-bit integers: 1 operation per element to dequantize, 5 and one each for scale and bias, 3 to quantize; 5 per row.',
    inputs: ['X', 'scale_X', 'scale', 'B?', 'scale_Y'],
    outputs: ['Y'],
    attributes: { axis: int(-1n), epsilon: float(1e-5), order_X: int(1n), order_Y: int(1n) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X, B }, _, a) =>
      other(add(normalizing(size(X), size(rowShape(X, a.axis)), B ? 2n : 1n), mul(size(X), 1n + quantize))),
    roles: { scale_X: 'quantization', scale: 'weight', B: 'weight', scale_Y: 'quantization' },
    examples: [
      {
        given: { X: int8('n', 4, 32), scale_X: [], scale: [32], B: [32], scale_Y: [] },
        gives: { Y: int8('n', 4, 32) },
        other: '1428*n', // 128·(7 + 4) + 5·4
      },
    ],
  }),
  operator({
    name: 'QOrderedMatMul',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QOrderedMatMul'),
    doc: 'A matrix product of 8-bit integers. MACs: |Y| · K; other, per output element: 3 to quantize, 1 with a bias, 2 with an added matrix.',
    inputs: ['A', 'scale_A', 'B', 'scale_B', 'scale_Y', 'bias?', 'C?', 'scale_C?'],
    outputs: ['Y'],
    attributes: { order_A: required(int()), order_B: required(int()), order_Y: required(int()) },
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B, bias, C }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(A, B).inner),
      other: mul(size(Y), quantize + (bias ? 1n : 0n) + (C ? 2n : 0n)),
    }),
    roles: {
      scale_A: 'quantization',
      B: 'weight',
      scale_B: 'quantization',
      scale_Y: 'quantization',
      bias: 'weight',
      scale_C: 'quantization',
    },
    examples: [
      {
        given: { A: int8(1, 4, 32), scale_A: [], B: int8(32, 16), scale_B: [16], scale_Y: [], bias: [16] },
        attributes: { order_A: 1, order_B: 0, order_Y: 1 },
        gives: { Y: int8(1, 4, 16) },
        macs: 2048n, // 64·32
        other: 256n, // 64·4
      },
    ],
  }),
  operator({
    name: 'QOrderedAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QOrderedAttention'),
    doc: 'Attention of 8-bit integers whose three projections have a weight each. MACs: B·S·D·(q + k + v) + B·heads·S·T·(dk + dv); other: a product with the scale, the bias and 3 to quantize per projected element, 3 per output element, and per score 6 for scale and softmax, 1 each for a mask and an added bias.',
    inputs: [
      'input',
      'scale_input',
      'scale_Q_gemm',
      'scale_K_gemm',
      'scale_V_gemm',
      'Q_weight',
      'K_weight',
      'V_weight',
      'scale_Q_weight',
      'scale_K_weight',
      'scale_V_weight',
      'Q_bias',
      'K_bias',
      'V_bias',
      'scale_QKT_gemm?',
      'scale_QKT_softmax?',
      'scale_values_gemm',
      'mask_index?',
      'past?',
      'attention_bias?',
    ],
    outputs: ['output'],
    attributes: {
      num_heads: required(int()),
      order_input: required(int()),
      order_output: required(int()),
      order_weight: required(int()),
      qkv_hidden_sizes: ints(),
      unidirectional: int(0n),
    },
    shape: ({ input, V_weight }) => {
      assertRank(input, 3);
      return { output: [...input.shape.slice(0, 2), V_weight.dim(1)] };
    },
    work: (x, { output }, a) => {
      const { input, past } = x;
      const [q = 0n, k = 0n, v = 0n] = projections(input, x.Q_weight, x.K_weight, x.V_weight);
      const [batch, queries] = [input.dim(0), input.dim(1)];
      const keys = past === undefined ? queries : add(past.dim(3), queries);
      const each = { keySize: floorDiv(k, a.num_heads), valueSize: floorDiv(v, a.num_heads) };
      const sizes = { batch, heads: a.num_heads, queries, keys, ...each };
      const core = attentionWork(sizes, present(x.mask_index, x.attention_bias));
      const rows = product([batch, queries, sum([q, k, v])]);
      return {
        macs: add(core.macs, mul(rows, input.dim(2))),
        other: sum([core.other, mul(rows, 2n + quantize), mul(size(output), quantize)]),
      };
    },
    roles: {
      scale_input: 'quantization',
      scale_Q_gemm: 'quantization',
      scale_K_gemm: 'quantization',
      scale_V_gemm: 'quantization',
      Q_weight: 'weight',
      K_weight: 'weight',
      V_weight: 'weight',
      scale_Q_weight: 'quantization',
      scale_K_weight: 'quantization',
      scale_V_weight: 'quantization',
      Q_bias: 'weight',
      K_bias: 'weight',
      V_bias: 'weight',
      scale_QKT_gemm: 'quantization',
      scale_QKT_softmax: 'quantization',
      scale_values_gemm: 'quantization',
      mask_index: 'constant',
    },
    examples: [
      {
        given: {
          input: int8(1, 5, 32),
          scale_input: [],
          scale_Q_gemm: [],
          scale_K_gemm: [],
          scale_V_gemm: [],
          Q_weight: int8(32, 32),
          K_weight: int8(32, 32),
          V_weight: int8(32, 32),
          scale_Q_weight: [],
          scale_K_weight: [],
          scale_V_weight: [],
          Q_bias: [32],
          K_bias: [32],
          V_bias: [32],
          scale_values_gemm: [],
        },
        attributes: { num_heads: 4, order_input: 1, order_output: 1, order_weight: 0 },
        gives: { output: int8(1, 5, 32) },
        macs: 16_960n, // 5·32·96 + 4·25·16
        other: 3480n, // 480·5 + 160·3 + 100·6
      },
    ],
  }),
  operator({
    name: 'QOrderedLongformerAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QOrderedLongformerAttention'),
    doc: 'LongformerAttention of 8-bit integers. Which tokens attend on all others the data decides, and with it the work: unknown.',
    inputs: [
      'input',
      'scale_input',
      'weight',
      'scale_weight',
      'bias',
      'scale_bias',
      'scale_qkv_gemm',
      'mask',
      'global_weight',
      'scale_global_weight',
      'global_bias',
      'scale_global_gemm',
      'global',
      'scale_output',
    ],
    outputs: ['output'],
    attributes: {
      num_heads: required(int()),
      order_global_weight: required(int()),
      order_input: required(int()),
      order_output: required(int()),
      order_weight: required(int()),
      window: required(int()),
    },
    shape: ({ input }) => ({ output: input.shape }),
    work: (_, __, ___, call) => {
      const why = unknown(`\`${call.label}\`: the data decides which tokens attend on all others`);
      return { macs: why, other: why };
    },
    roles: {
      scale_input: 'quantization',
      weight: 'weight',
      scale_weight: 'quantization',
      bias: 'weight',
      scale_bias: 'quantization',
      scale_qkv_gemm: 'quantization',
      mask: 'constant',
      global_weight: 'weight',
      scale_global_weight: 'quantization',
      global_bias: 'weight',
      scale_global_gemm: 'quantization',
      global: 'constant',
      scale_output: 'quantization',
    },
    examples: [
      {
        given: {
          input: int8('b', 64, 32),
          scale_input: [],
          weight: int8(32, 96),
          scale_weight: [],
          bias: [96],
          scale_bias: [],
          scale_qkv_gemm: [],
          mask: ['b', 64],
          global_weight: int8(32, 96),
          scale_global_weight: [],
          global_bias: [96],
          scale_global_gemm: [],
          global: { shape: ['b', 64], dtype: 'int32' },
          scale_output: [],
        },
        attributes: {
          num_heads: 4,
          order_global_weight: 0,
          order_input: 1,
          order_output: 1,
          order_weight: 0,
          window: 8,
        },
        gives: { output: int8('b', 64, 32) },
        macs: '?',
        other: '?',
      },
    ],
  }),
];
