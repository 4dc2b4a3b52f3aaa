/** Attention that onnxruntime fuses with the projections before it, one product of the input with a weight. */
import { add, type Dim, floorDiv, mul, product, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { type AttentionSizes, attentionWork, present } from './attention.ts';
import { assertEqual, assertRank } from './formulas.ts';
import { float, int, ints, type Operand, type Operator, operator, required, type Work } from './operator.ts';

interface ProjectionAttributes {
  readonly num_heads: bigint;
  readonly qkv_hidden_sizes: readonly bigint[] | undefined;
  readonly past_present_share_buffer: bigint;
}

export interface Projected {
  readonly sizes: AttentionSizes;
  /** Columns of the weight: queries, keys and values side by side. */
  readonly columns: Dim;
  readonly hidden: Dim;
  readonly presentShape: readonly Dim[];
}

/** Columns of the weight, those of keys and of values: a third each, unless said. */
export function columnsOf(
  input: Operand,
  weights: Operand,
  a: { readonly qkv_hidden_sizes: readonly bigint[] | undefined },
): { readonly columns: Dim; readonly k: Dim; readonly v: Dim } {
  assertRank(weights, 2);
  assertEqual(
    input.dim(-1),
    weights.dim(0),
    (x, w) => `\`${input.name}\` has ${x} features, \`${weights.name}\` ${w} rows`,
  );
  const columns = weights.dim(1);
  const third = floorDiv(columns, 3n);
  const [q = third, k = q, v = third] = a.qkv_hidden_sizes ?? [];
  assertEqual(
    sum([q, k, v]),
    columns,
    (x, w) => `queries, keys and values take ${x} columns, \`${weights.name}\` has ${w}`,
  );
  return { columns, k, v };
}

/** From input `[B, S, D]`, weights `[D, q + k + v]` and a past `[2, B, heads, P, d]`. */
export function projected(
  input: Operand,
  weights: Operand,
  past: Operand | undefined,
  a: ProjectionAttributes,
): Projected {
  assertRank(input, 3);
  const { columns, k, v } = columnsOf(input, weights, a);
  const queries = input.dim(1);
  const keys = past === undefined ? queries : add(past.dim(3), queries);
  const [keySize, valueSize] = [floorDiv(k, a.num_heads), floorDiv(v, a.num_heads)];
  const kept = past !== undefined && a.past_present_share_buffer !== 0n ? past.dim(3) : keys;
  return {
    sizes: { batch: input.dim(0), heads: a.num_heads, queries, keys, keySize, valueSize },
    columns,
    hidden: v,
    presentShape: [2n, input.dim(0), a.num_heads, kept, keySize],
  };
}

/** Projection, one product of input and weights with its bias, then attention. */
export function projectedWork(
  input: Operand,
  p: Projected,
  bias: Operand | undefined,
  extra: bigint,
  a: { readonly do_rotary: bigint },
): Work {
  const core = attentionWork(p.sizes, extra);
  const rows = product([p.sizes.batch, p.sizes.queries, p.columns]);
  const turned = product([p.sizes.batch, p.sizes.heads, p.sizes.queries, p.sizes.keySize, 2n]);
  return {
    macs: add(core.macs, mul(rows, input.dim(2))),
    other: sum([core.other, bias ? rows : 0n, a.do_rotary === 0n ? 0n : mul(turned, 3n)]),
  };
}

export const projection = {
  do_rotary: int(0n),
  mask_filter_value: float(),
  num_heads: required(int()),
  past_present_share_buffer: int(0n),
  qkv_hidden_sizes: ints(),
  rotary_embedding_dim: int(0n),
  scale: float(),
  unidirectional: int(0n),
};

export const projectedAttention: readonly Operator[] = [
  operator({
    name: 'Attention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('Attention'),
    doc: 'Projects the input to queries, keys and values, and attends. MACs: B·S·D·(q + k + v) + B·heads·S·T·(dk + dv); other: the bias, and per score 6 for scale and softmax, 1 each for a mask and an added bias; with `do_rotary` 3 per query and key element, all turned.',
    inputs: ['input', 'weights', 'bias?', 'mask_index?', 'past?', 'attention_bias?', 'past_sequence_length?'],
    outputs: ['output', 'present?'],
    attributes: projection,
    shape: ({ input, weights, past }, a) => {
      const p = projected(input, weights, past, a);
      return { output: [...input.shape.slice(0, 2), p.hidden], present: p.presentShape };
    },
    work: ({ input, weights, bias, mask_index, past, attention_bias }, _, a) =>
      projectedWork(input, projected(input, weights, past, a), bias, present(mask_index, attention_bias), a),
    roles: { weights: 'weight', bias: 'weight', mask_index: 'constant', past_sequence_length: 'constant' },
    examples: [
      {
        given: {
          input: ['b', 's', 32],
          weights: [32, 96],
          bias: [96],
          mask_index: { shape: ['b', 's'], dtype: 'int32' },
        },
        attributes: { num_heads: 4 },
        gives: { output: ['b', 's', 32] },
        macs: '64*b*s^2 + 3072*b*s', // 4·s·s·(8 + 8) + s·32·96
        other: '28*b*s^2 + 96*b*s', // 4·s·s·7
      },
    ],
  }),
  operator({
    name: 'QAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QAttention'),
    doc: 'Attention whose projection multiplies integers. MACs as com.microsoft.Attention; other: a product with the scales and the bias per projected element, per score 6, 1 with a mask.',
    inputs: [
      'input',
      'weight',
      'bias',
      'input_scale',
      'weight_scale',
      'mask_index?',
      'input_zero_point?',
      'weight_zero_point?',
      'past?',
    ],
    outputs: ['output', 'present?'],
    attributes: projection,
    dtype: { output: 'input_scale', present: 'input_scale' },
    shape: ({ input, weight, past }, a) => {
      const p = projected(input, weight, past, a);
      return { output: [...input.shape.slice(0, 2), p.hidden], present: p.presentShape };
    },
    work: ({ input, weight, bias, mask_index, past }, _, a) => {
      const p = projected(input, weight, past, a);
      const work = projectedWork(input, p, bias, present(mask_index), a);
      return { ...work, other: add(work.other, product([p.sizes.batch, p.sizes.queries, p.columns])) };
    },
    roles: {
      weight: 'weight',
      bias: 'weight',
      input_scale: 'quantization',
      weight_scale: 'quantization',
      mask_index: 'constant',
      input_zero_point: 'quantization',
      weight_zero_point: 'quantization',
    },
    examples: [
      {
        given: {
          input: { shape: [1, 5, 32], dtype: 'uint8' },
          weight: { shape: [32, 96], dtype: 'int8' },
          bias: [96],
          input_scale: [],
          weight_scale: [],
        },
        attributes: { num_heads: 4 },
        gives: { output: { shape: [1, 5, 32], dtype: 'float32' } },
        macs: 16_960n, // 5·32·96 + 4·25·16
        other: 1560n, // 2 · 480 + 100·6
      },
    ],
  }),
];
