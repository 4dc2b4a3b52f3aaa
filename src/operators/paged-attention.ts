/** Attention of single tokens, and of packed ones on a cache that lies in blocks. */
import { add, type Dim, floorDiv, mul, product } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { type AttentionSizes, attentionWork, lengthOf, present } from './attention.ts';
import { assertRank, size } from './formulas.ts';
import {
  type Call,
  float,
  int,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
} from './operator.ts';

interface DecoderInputs {
  readonly query: Operand;
  readonly key: Operand | undefined;
  readonly past_key: Operand | undefined;
  readonly past_value: Operand | undefined;
  readonly past_sequence_length: Operand | undefined;
}

interface Decoding {
  readonly sizes: AttentionSizes;
  readonly keyShape: readonly Dim[];
  readonly valueShape: readonly Dim[];
}

/** A key `[B, heads, T, d]` is an encoder's, cached whole; else the new key follows those in the past. */
function decoding(x: DecoderInputs, value: Operand | undefined, heads: bigint, shared: boolean, call: Call): Decoding {
  assertRank(x.query, 3);
  const [batch, queries] = [x.query.dim(0), x.query.dim(1)];
  const across = x.key?.rank === 4;
  const [keys, values] = across ? [x.key, value] : [x.past_key, x.past_value];
  if (keys === undefined || values === undefined) throw new Mismatch('neither cached keys nor a past are given');
  assertRank(keys, 4);
  assertRank(values, 4);
  const [keySize, valueSize] = [keys.dim(3), values.dim(3)];
  const before =
    across || !shared || x.past_sequence_length === undefined ? keys.dim(2) : lengthOf(x.past_sequence_length, call);
  const seen = across ? before : add(before, queries);
  const kept = across || shared ? keys.dim(2) : seen;
  return {
    sizes: { batch, heads, queries, keys: seen, keySize, valueSize },
    keyShape: [batch, heads, kept, keySize],
    valueShape: [batch, heads, kept, valueSize],
  };
}

interface PagedAttributes {
  readonly num_heads: bigint;
  readonly kv_num_heads: bigint;
  readonly v_head_size: bigint | undefined;
}

/** Query `[tokens, heads·d]`, or packed with keys and values `[tokens, (heads + 2·key heads)·d]`. */
function pagedHeads(
  query: Operand,
  key: Operand | undefined,
  a: PagedAttributes,
): Pick<AttentionSizes, 'keySize' | 'valueSize'> {
  assertRank(query, 2);
  const keySize = floorDiv(query.dim(1), key === undefined ? a.num_heads + 2n * a.kv_num_heads : a.num_heads);
  return { keySize, valueSize: a.v_head_size ?? keySize };
}

export const pagedAttention: readonly Operator[] = [
  operator({
    name: 'DecoderMaskedMultiHeadAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DecoderMaskedMultiHeadAttention'),
    doc: 'Attention of one new token a sequence on a cache, or on the keys of an encoder. MACs: B·heads·T·(dk + dv); other: one addition per query, key and value element with a bias, and per score 6 for scale and softmax, 1 each for a mask and an added bias. With `past_present_share_buffer` the keys before the new one are the value of `past_sequence_length`, where that is not known a symbol of its name.',
    inputs: [
      'query',
      'key?',
      'value?',
      'mask_index?',
      'attention_bias?',
      'past_key?',
      'past_value?',
      'past_sequence_length?',
      'beam_width?',
      'cache_indirection?',
      'bias?',
    ],
    outputs: ['output', 'present_key?', 'present_value?', 'qk?'],
    attributes: {
      mask_filter_value: float(),
      num_heads: required(int()),
      output_qk: int(0n),
      past_present_share_buffer: int(0n),
      scale: float(),
    },
    dtype: { qk: 'query' },
    shape: (x, a, call) => {
      const {
        sizes: s,
        keyShape,
        valueShape,
      } = decoding(x, x.value, a.num_heads, a.past_present_share_buffer !== 0n, call);
      return {
        output: [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: keyShape,
        present_value: valueShape,
        qk: [s.batch, s.heads, s.queries, s.keys],
      };
    },
    work: (x, _, a, call) => {
      const { sizes: s } = decoding(x, x.value, a.num_heads, a.past_present_share_buffer !== 0n, call);
      const core = attentionWork(s, present(x.mask_index, x.attention_bias));
      const across = x.key?.rank === 4;
      const biased = [x.query, ...(across ? [] : [x.key, x.value])].map((t) => (t === undefined ? 0n : size(t)));
      return { ...core, other: x.bias ? biased.reduce(add, core.other) : core.other };
    },
    roles: {
      mask_index: 'constant',
      past_sequence_length: 'constant',
      beam_width: 'constant',
      cache_indirection: 'constant',
      bias: 'weight',
    },
    examples: [
      {
        title: 'a cache that grows by one',
        given: {
          query: ['b', 1, 32],
          key: ['b', 1, 32],
          value: ['b', 1, 32],
          past_key: ['b', 4, 'p', 8],
          past_value: ['b', 4, 'p', 8],
          bias: [96],
        },
        attributes: { num_heads: 4 },
        gives: { output: ['b', 1, 32], present_key: ['b', 4, 'p + 1', 8] },
        macs: '64*b*p + 64*b', // 4·(p + 1)·(8 + 8)
        other: '24*b*p + 120*b', // 4·(p + 1)·6 + 96
      },
      {
        title: 'on the 10 keys of an encoder',
        given: { query: [1, 1, 32], key: [1, 4, 10, 8], value: [1, 4, 10, 8] },
        attributes: { num_heads: 4 },
        gives: { output: [1, 1, 32] },
        macs: 640n, // 4·10·16
        other: 240n, // 40·6
      },
    ],
  }),
  operator({
    name: 'PagedAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('PagedAttention'),
    doc: 'Attention of packed tokens on a cache that lies in blocks. Every token is counted with T keys, a symbol with the name of the input `past_seqlens`, which stands for how many a token sees, those before it and with it: the data decides. MACs: tokens·heads·T·(d + dv); other: per score 6, 3 more with a soft cap; 3 per query and key element when they are rotated, 5 when they are normalized.',
    inputs: [
      'query',
      'key?',
      'value?',
      'key_cache',
      'value_cache?',
      'cumulative_sequence_length',
      'past_seqlens',
      'block_table',
      'cos_cache?',
      'sin_cache?',
      'slot_mapping?',
      'head_sink?',
      'q_norm_weight?',
      'k_norm_weight?',
      'k_scale?',
      'v_scale?',
      'attention_metadata?',
    ],
    outputs: ['output', 'key_cache_out?', 'value_cache_out?'],
    attributes: {
      do_rotary: int(0n),
      is_causal: int(1n),
      k_cache_dtype: string(''),
      k_quant_type: string('NONE'),
      kv_cache_layout: string('SEPARATE'),
      kv_num_heads: required(int()),
      local_window_size: int(-1n),
      num_heads: required(int()),
      qk_norm_epsilon: float(),
      rotary_interleaved: int(0n),
      rotary_offset: int(0n),
      scale: float(),
      softcap: float(0),
      v_cache_dtype: string(''),
      v_head_size: int(),
      v_quant_type: string('NONE'),
    },
    dtype: ({ query, key_cache, value_cache }) => ({
      output: query.dtype,
      key_cache_out: key_cache.dtype,
      value_cache_out: (value_cache ?? key_cache).dtype,
    }),
    shape: ({ query, key, key_cache, value_cache }, a) => {
      const { valueSize } = pagedHeads(query, key, a);
      return {
        output: [query.dim(0), mul(valueSize, a.num_heads)],
        key_cache_out: key_cache.shape,
        value_cache_out: (value_cache ?? key_cache).shape,
      };
    },
    work: ({ query, key, past_seqlens, q_norm_weight }, _, a, call) => {
      const each = pagedHeads(query, key, a);
      const keys = lengthOf(past_seqlens, call);
      const core = attentionWork(
        { batch: 1n, heads: a.num_heads, queries: query.dim(0), keys, ...each },
        a.softcap === 0 ? 0n : 3n,
      );
      const made = product([query.dim(0), a.num_heads + a.kv_num_heads, each.keySize]);
      const turned = (a.do_rotary === 0n ? 0n : 3n) + (q_norm_weight === undefined ? 0n : 5n);
      return { ...core, other: add(core.other, mul(made, turned)) };
    },
    roles: {
      cumulative_sequence_length: 'constant',
      past_seqlens: 'constant',
      block_table: 'constant',
      cos_cache: 'constant',
      sin_cache: 'constant',
      slot_mapping: 'constant',
      head_sink: 'weight',
      q_norm_weight: 'weight',
      k_norm_weight: 'weight',
      k_scale: 'quantization',
      v_scale: 'quantization',
      attention_metadata: 'constant',
    },
    examples: [
      {
        given: {
          query: ['n', 64],
          key: ['n', 16],
          value: ['n', 16],
          key_cache: [100, 16, 2, 8],
          value_cache: [100, 16, 2, 8],
          cumulative_sequence_length: { shape: [4], dtype: 'int32' },
          past_seqlens: { shape: [3], dtype: 'int32' },
          block_table: { shape: [3, 8], dtype: 'int32' },
        },
        attributes: { num_heads: 8, kv_num_heads: 2 },
        gives: { output: ['n', 64], key_cache_out: [100, 16, 2, 8] },
        macs: '128*n*past_seqlens', // 8·(8 + 8)
        other: '48*n*past_seqlens',
      },
    ],
  }),
];
