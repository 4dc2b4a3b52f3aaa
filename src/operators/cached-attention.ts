/** Attention of new tokens on a cache, as the decoders of language models run it in onnxruntime. */
import { add, type Dim, floorDiv, max, mul, product } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { type AttentionSizes, attentionWork, lengthOf, present } from './attention.ts';
import { assertRank } from './formulas.ts';
import { type Call, float, int, Operand, type Operator, operator, required, string } from './operator.ts';

interface GroupInputs {
  readonly query: Operand;
  readonly key: Operand | undefined;
  readonly past_key: Operand | undefined;
  readonly total_sequence_length: Operand | undefined;
}

/** How many keys are seen: the input that says it, which where it is not known is a symbol of its name. */
function totalLength({ past_key: past, total_sequence_length: total }: GroupInputs, queries: Dim, call: Call): Dim {
  if (past === undefined || past.dim(2) === 0n) return queries;
  return lengthOf(total ?? new Operand('total_sequence_length', { kind: 'opaque', why: 'it is not given' }), call);
}

/** Query `[B, S, heads·d]`, or packed with keys and values `[B, S, (heads + 2·key heads)·d]`. */
function grouped(
  x: GroupInputs,
  heads: bigint,
  kvHeads: bigint,
  call: Call,
): { readonly sizes: AttentionSizes; readonly cache: readonly Dim[] } {
  assertRank(x.query, 3);
  const packed = x.key === undefined;
  const d = floorDiv(x.query.dim(2), packed ? heads + 2n * kvHeads : heads);
  const [batch, queries] = [x.query.dim(0), x.query.dim(1)];
  const keys = totalLength(x, queries, call);
  const kept = x.past_key === undefined ? keys : max(x.past_key.dim(2), keys);
  return { sizes: { batch, heads, queries, keys, keySize: d, valueSize: d }, cache: [batch, kvHeads, kept, d] };
}

export const cachedAttention: readonly Operator[] = [
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
    shape: (inputs, a, call) => {
      const { sizes: s, cache } = grouped(inputs, a.num_heads, a.kv_num_heads, call);
      return {
        output: [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: cache,
        present_value: cache,
        output_qk: [s.batch, s.heads, s.queries, s.keys],
      };
    },
    work: (inputs, _, a, call) => {
      const { sizes: s } = grouped(inputs, a.num_heads, a.kv_num_heads, call);
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
  operator({
    name: 'SparseAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('SparseAttention'),
    doc: 'GroupQueryAttention that leaves out blocks of keys by a mask. It is counted as though no block were left out, as causal attention is: MACs and the rest as GroupQueryAttention. The cache has room for all keys there can be.',
    inputs: [
      'query',
      'key?',
      'value?',
      'past_key',
      'past_value',
      'block_row_indices',
      'block_col_indices',
      'total_sequence_length',
      'key_total_sequence_lengths',
      'cos_cache?',
      'sin_cache?',
    ],
    outputs: ['output', 'present_key', 'present_value'],
    attributes: {
      do_rotary: int(0n),
      kv_num_heads: required(int()),
      num_heads: required(int()),
      rotary_interleaved: int(0n),
      scale: float(),
      sparse_block_size: required(int()),
    },
    shape: (inputs, a, call) => {
      const { sizes: s } = grouped(inputs, a.num_heads, a.kv_num_heads, call);
      const output = [s.batch, s.queries, mul(s.heads, s.valueSize)];
      return { output, present_key: inputs.past_key.shape, present_value: inputs.past_value.shape };
    },
    work: (inputs, _, a, call) => {
      const { sizes: s } = grouped(inputs, a.num_heads, a.kv_num_heads, call);
      const core = attentionWork(s, 0n);
      const rotary = product([s.batch, s.queries, a.num_heads + a.kv_num_heads, s.keySize, 3n]);
      return { ...core, other: add(core.other, a.do_rotary === 0n ? 0n : rotary) };
    },
    roles: {
      block_row_indices: 'constant',
      block_col_indices: 'constant',
      total_sequence_length: 'constant',
      key_total_sequence_lengths: 'constant',
      cos_cache: 'constant',
      sin_cache: 'constant',
    },
    examples: [
      {
        given: {
          query: [1, 4, 64],
          key: [1, 4, 16],
          value: [1, 4, 16],
          past_key: [1, 2, 2048, 8],
          past_value: [1, 2, 2048, 8],
          block_row_indices: { shape: [1, 33], dtype: 'int32' },
          block_col_indices: { shape: [1, 90], dtype: 'int32' },
          total_sequence_length: { shape: [], dtype: 'int32', value: [100] },
          key_total_sequence_lengths: { shape: [1], dtype: 'int32' },
        },
        attributes: { num_heads: 8, kv_num_heads: 2, sparse_block_size: 64 },
        gives: { output: [1, 4, 64], present_key: [1, 2, 2048, 8] },
        macs: 51_200n, // 8·4·100·(8 + 8)
        other: 19_200n, // 3200·6
      },
    ],
  }),
];
