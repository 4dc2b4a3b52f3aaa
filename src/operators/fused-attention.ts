/** Attention as onnxruntime fuses it, its cache included, of queries, keys and values that are projected already. */
import { add, type Dim, floorDiv, max, mul, product, sum, symbol } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { type AttentionSizes, attentionWork, perHead, present } from './attention.ts';
import { assertRank, size } from './formulas.ts';
import { float, int, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';

interface HeadInputs {
  readonly query: Operand;
  readonly key: Operand | undefined;
  readonly value: Operand | undefined;
  readonly past_key: Operand | undefined;
  readonly past_sequence_length: Operand | undefined;
}

interface Separate {
  readonly sizes: AttentionSizes;
  readonly keyShape: readonly Dim[];
  readonly valueShape: readonly Dim[];
}

/** Queries, keys and values apart, or packed together `[B, S, heads, 3, d]`, or keys with values `[B, L, heads, 2, d]`. */
function separate({ query, key, value, past_key, past_sequence_length }: HeadInputs, heads: bigint): Separate {
  if (query.rank === 5) {
    const [batch = 1n, queries = 1n, n = 1n, , d = 1n] = query.shape;
    return cached(
      { batch, heads: n, queries, keys: queries, keySize: d, valueSize: d },
      past_key,
      past_sequence_length,
    );
  }
  assertRank(query, 3);
  const base = { batch: query.dim(0), heads, queries: query.dim(1), keySize: floorDiv(query.dim(2), heads) };
  if (key === undefined) throw new Mismatch('input key is missing, and the query is not packed with it');
  if (key.rank === 5)
    return cached({ ...base, keys: key.dim(1), valueSize: key.dim(4) }, past_key, past_sequence_length);
  if (value === undefined) throw new Mismatch('input value is missing, and the key is not packed with it');
  const [, , keys = 1n] = perHead(key, heads, 'num_heads');
  const [, , , valueSize = 1n] = perHead(value, heads, 'num_heads');
  return cached({ ...base, keys, valueSize }, past_key, past_sequence_length);
}

/** The past before the keys. Where its length comes as an input, past and present share a buffer of the past's extent. */
function cached(s: AttentionSizes, past: Operand | undefined, length: Operand | undefined): Separate {
  const keys = past === undefined ? s.keys : add(past.dim(2), s.keys);
  const kept = past !== undefined && length !== undefined ? past.dim(2) : keys;
  return {
    sizes: { ...s, keys },
    keyShape: [s.batch, s.heads, kept, s.keySize],
    valueShape: [s.batch, s.heads, kept, s.valueSize],
  };
}

interface GroupInputs {
  readonly query: Operand;
  readonly key: Operand | undefined;
  readonly past_key: Operand | undefined;
  readonly total_sequence_length: Operand | undefined;
}

/** How many keys are seen: the input that says it, which where it is not known is a symbol of its name. */
function totalLength(total: Operand | undefined, past: Operand | undefined, queries: Dim): Dim {
  if (past === undefined || past.dim(2) === 0n) return queries;
  const [value] = total?.value ?? [];
  if (typeof value === 'bigint' || typeof value === 'object') return value;
  return symbol(total?.name ?? 'total_sequence_length');
}

/** Query `[B, S, heads·d]`, or packed with keys and values `[B, S, (heads + 2·key heads)·d]`. */
function grouped(
  x: GroupInputs,
  heads: bigint,
  kvHeads: bigint,
): { readonly sizes: AttentionSizes; readonly cache: readonly Dim[] } {
  assertRank(x.query, 3);
  const packed = x.key === undefined;
  const d = floorDiv(x.query.dim(2), packed ? heads + 2n * kvHeads : heads);
  const [batch, queries] = [x.query.dim(0), x.query.dim(1)];
  const keys = totalLength(x.total_sequence_length, x.past_key, queries);
  const kept = x.past_key === undefined ? keys : max(x.past_key.dim(2), keys);
  return { sizes: { batch, heads, queries, keys, keySize: d, valueSize: d }, cache: [batch, kvHeads, kept, d] };
}

export const fusedAttention: readonly Operator[] = [
  operator({
    name: 'MultiHeadAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MultiHeadAttention'),
    doc: 'Attention of projected queries on keys and values. MACs: B·heads·S·T·(dk + dv); other: one addition per element of the inputs a bias is for, and per score 6 for scale and softmax, 1 each for a mask and an added bias.',
    inputs: [
      'query',
      'key?',
      'value?',
      'bias?',
      'key_padding_mask?',
      'attention_bias?',
      'past_key?',
      'past_value?',
      'past_sequence_length?',
      'cache_indirection?',
    ],
    outputs: ['output', 'present_key?', 'present_value?', 'qk?'],
    attributes: { mask_filter_value: float(), num_heads: required(int()), scale: float(), unidirectional: int(0n) },
    shape: (inputs, a) => {
      const { sizes: s, keyShape, valueShape } = separate(inputs, a.num_heads);
      return {
        output: [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: keyShape,
        present_value: valueShape,
        qk: [s.batch, s.heads, s.queries, s.keys],
      };
    },
    work: (inputs, _, a) => {
      const { bias, key_padding_mask, attention_bias, query, key, value } = inputs;
      const core = attentionWork(separate(inputs, a.num_heads).sizes, present(key_padding_mask, attention_bias));
      const biased = bias === undefined ? [] : [query, key, value].flatMap((x) => (x === undefined ? [] : [size(x)]));
      return { ...core, other: add(core.other, sum(biased)) };
    },
    roles: {
      bias: 'weight',
      key_padding_mask: 'constant',
      past_sequence_length: 'constant',
      cache_indirection: 'constant',
    },
    examples: [
      {
        title: 'across two sequences',
        given: { query: ['b', 's', 32], key: ['b', 't', 32], value: ['b', 't', 48], bias: [112] },
        attributes: { num_heads: 4 },
        gives: { output: ['b', 's', 48] },
        macs: '80*b*s*t', // 4·s·t·(8 + 12)
        other: '24*b*s*t + 32*b*s + 80*b*t', // 4·6·s·t + the bias
      },
      {
        title: 'packed, with a past',
        given: { query: [1, 5, 4, 3, 8], past_key: [1, 4, 7, 8], past_value: [1, 4, 7, 8] },
        attributes: { num_heads: 4 },
        gives: { output: [1, 5, 32], present_key: [1, 4, 12, 8] },
        macs: 3840n, // 4·5·12·16
        other: 1440n, // 240·6
      },
    ],
  }),
  operator({
    name: 'GroupQueryAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GroupQueryAttention'),
    doc: 'Attention whose query heads share keys, with a cache. T keys are seen: the input `total_sequence_length` where its value is known, else a symbol of that name; without a past the new ones. MACs: B·heads·S·T·(d + d), causal or not; other, per score: 6, 1 with an added bias, 3 with a soft cap; 3 per query and key element when they are rotated.',
    inputs: [
      'query',
      'key?',
      'value?',
      'past_key?',
      'past_value?',
      'seqlens_k?',
      'total_sequence_length?',
      'cos_cache?',
      'sin_cache?',
      'position_ids?',
      'attention_bias?',
      'head_sink?',
      'k_scale?',
      'v_scale?',
      'q_norm_weight?',
      'k_norm_weight?',
    ],
    outputs: ['output', 'present_key?', 'present_value?', 'output_qk?'],
    attributes: {
      do_rotary: int(0n),
      kv_num_heads: required(int()),
      local_window_size: int(-1n),
      num_heads: required(int()),
      rotary_interleaved: int(0n),
      scale: float(),
      smooth_softmax: int(0n),
      softcap: float(0),
      k_quant_type: string('NONE'),
      v_quant_type: string('NONE'),
    },
    dtype: ({ query, past_key, past_value }) => ({
      output: query.dtype,
      present_key: past_key?.dtype ?? query.dtype,
      present_value: past_value?.dtype ?? query.dtype,
    }),
    shape: (inputs, a) => {
      const { sizes: s, cache } = grouped(inputs, a.num_heads, a.kv_num_heads);
      return {
        output: [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: cache,
        present_value: cache,
        output_qk: [s.batch, s.heads, s.queries, s.keys],
      };
    },
    work: (inputs, _, a) => {
      const { sizes: s } = grouped(inputs, a.num_heads, a.kv_num_heads);
      const core = attentionWork(s, present(inputs.attention_bias) + (a.softcap === 0 ? 0n : 3n));
      const rotary = product([s.batch, s.queries, a.num_heads + a.kv_num_heads, s.keySize, 3n]);
      return { ...core, other: add(core.other, a.do_rotary === 0n ? 0n : rotary) };
    },
    roles: {
      seqlens_k: 'constant',
      total_sequence_length: 'constant',
      cos_cache: 'constant',
      sin_cache: 'constant',
      position_ids: 'constant',
      k_scale: 'quantization',
      v_scale: 'quantization',
      q_norm_weight: 'weight',
      k_norm_weight: 'weight',
    },
    examples: [
      {
        given: {
          query: [1, 1, 64],
          key: [1, 1, 16],
          value: [1, 1, 16],
          past_key: [1, 2, 2048, 8],
          past_value: [1, 2, 2048, 8],
          seqlens_k: { shape: [1], dtype: 'int32' },
          total_sequence_length: { shape: [], dtype: 'int32', value: [100] },
        },
        attributes: { num_heads: 8, kv_num_heads: 2 },
        gives: { output: [1, 1, 64], present_key: [1, 2, 2048, 8] },
        macs: 12_800n, // 8·100·16
        other: 4800n, // 800·6
      },
      {
        title: 'the length is decided when it runs',
        given: {
          query: [1, 1, 64],
          key: [1, 1, 16],
          value: [1, 1, 16],
          past_key: [1, 2, 'p', 8],
          past_value: [1, 2, 'p', 8],
          total_sequence_length: { shape: [], dtype: 'int32' },
        },
        attributes: { num_heads: 8, kv_num_heads: 2, do_rotary: 1 },
        gives: { output: [1, 1, 64], present_key: [1, 2, 'max(p, total_sequence_length)', 8] },
        macs: '128*total_sequence_length',
        other: '48*total_sequence_length + 240', // 3 · 10·8
      },
    ],
  }),
];
