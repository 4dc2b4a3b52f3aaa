/** Attention of decoders, and over long or packed sequences, with the projections before it. */
import { add, type Dim, floorDiv, mul, product, unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { attentionWork, lengthOf, present } from './attention.ts';
import { assertEqual, assertRank } from './formulas.ts';
import { float, int, ints, type Operand, type Operator, operator, required } from './operator.ts';
import { columnsOf, projected, projectedWork, projection } from './projected-attention.ts';

interface DecoderInputs {
  readonly query: Operand;
  readonly key: Operand;
  readonly key_cache: Operand | undefined;
  readonly static_kv: Operand;
  readonly use_past: Operand;
  readonly has_layer_state: Operand;
}

/** Keys that are projected now, and all that are attended to; as its kernel has it. */
function decoderKeys(x: DecoderInputs): { readonly projected: Dim; readonly total: Dim } {
  const apart = decided(x.static_kv);
  const cache = decided(x.use_past) && decided(x.has_layer_state) ? x.key_cache : undefined;
  const own = apart ? x.key.dim(0) : x.query.dim(0);
  if (cache === undefined) return { projected: own, total: own };
  return apart ? { projected: 0n, total: cache.dim(2) } : { projected: own, total: add(cache.dim(2), own) };
}

/** A Boolean input; ends the rule when its value is not known. */
function decided(flag: Operand): boolean {
  return flag.ints()[0] !== 0n;
}

export const decoderAttention: readonly Operator[] = [
  operator({
    name: 'PackedAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('PackedAttention'),
    doc: 'Attention over tokens without their padding. MACs: tokens·D·(q + k + v) for the projection, and B·heads·S·S·(dk + dv) for the scores, which are counted over the padded length: how long each sequence is, the data decides. Other: the bias; per score 6 for scale and softmax, 1 with an added bias.',
    inputs: ['input', 'weights', 'bias', 'token_offset', 'cumulative_sequence_length', 'attention_bias?'],
    outputs: ['output'],
    attributes: { num_heads: required(int()), qkv_hidden_sizes: ints(), scale: float() },
    shape: ({ input, weights }, a) => {
      assertRank(input, 2);
      return { output: [input.dim(0), columnsOf(input, weights, a).v] };
    },
    work: ({ input, weights, token_offset, attention_bias }, _, a) => {
      const { columns, k, v } = columnsOf(input, weights, a);
      const length = token_offset.dim(1);
      const sizes = { batch: token_offset.dim(0), heads: a.num_heads, queries: length, keys: length };
      const each = { keySize: floorDiv(k, a.num_heads), valueSize: floorDiv(v, a.num_heads) };
      const core = attentionWork({ ...sizes, ...each }, present(attention_bias));
      const rows = mul(input.dim(0), columns);
      return { macs: add(core.macs, mul(rows, input.dim(1))), other: add(core.other, rows) };
    },
    roles: { weights: 'weight', bias: 'weight', token_offset: 'constant', cumulative_sequence_length: 'constant' },
    examples: [
      {
        title: '7 tokens of 3 sequences of at most 4',
        given: {
          input: [7, 32],
          weights: [32, 96],
          bias: [96],
          token_offset: { shape: [3, 4], dtype: 'int32' },
          cumulative_sequence_length: { shape: [4], dtype: 'int32' },
        },
        attributes: { num_heads: 4 },
        gives: { output: [7, 32] },
        macs: 24_576n, // 7·32·96 + 3·4·4·4·(8 + 8)
        other: 1824n, // 7·96 + 192·6
      },
    ],
  }),
  operator({
    name: 'DecoderMaskedSelfAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DecoderMaskedSelfAttention'),
    doc: 'Attention of one new token a sequence, with its projection and a cache. MACs and the rest as com.microsoft.Attention. With `past_present_share_buffer` the cache has room to spare, and the keys before the new one are the value of `past_sequence_length`, where that is not known a symbol of its name.',
    inputs: [
      'input',
      'weights',
      'bias',
      'mask_index?',
      'past',
      'attention_bias?',
      'past_sequence_length',
      'beam_width?',
      'cache_indirection?',
    ],
    outputs: ['output', 'present'],
    attributes: projection,
    shape: ({ input, weights, past }, a) => {
      const p = projected(input, weights, past, a);
      return { output: [...input.shape.slice(0, 2), p.hidden], present: p.presentShape };
    },
    work: ({ input, weights, bias, mask_index, past, attention_bias, past_sequence_length }, _, a, call) => {
      const p = projected(input, weights, past, a);
      const shared = a.past_present_share_buffer !== 0n;
      const before = shared ? lengthOf(past_sequence_length, call) : past.dim(3);
      const seen = { ...p, sizes: { ...p.sizes, keys: add(before, p.sizes.queries) } };
      return projectedWork(input, seen, bias, present(mask_index, attention_bias), a);
    },
    roles: {
      weights: 'weight',
      bias: 'weight',
      mask_index: 'constant',
      past_sequence_length: 'constant',
      beam_width: 'constant',
      cache_indirection: 'constant',
    },
    examples: [
      {
        title: 'a cache with room for 128 keys, of which 9 are there',
        given: {
          input: [1, 1, 32],
          weights: [32, 96],
          bias: [96],
          past: [2, 1, 4, 128, 8],
          past_sequence_length: { shape: [1], dtype: 'int32', value: [9] },
        },
        attributes: { num_heads: 4, past_present_share_buffer: 1 },
        gives: { output: [1, 1, 32], present: [2, 1, 4, 128, 8] },
        macs: 3712n, // 32·96 + 4·10·(8 + 8)
        other: 336n, // 96 + 40·6
      },
      {
        title: 'how many are there, the data decides',
        given: {
          input: ['b', 1, 32],
          weights: [32, 96],
          bias: [96],
          past: [2, 'b', 4, 128, 8],
          past_sequence_length: { shape: [1], dtype: 'int32' },
        },
        attributes: { num_heads: 4, past_present_share_buffer: 1 },
        gives: { output: ['b', 1, 32], present: [2, 'b', 4, 128, 8] },
        macs: '64*b*past_sequence_length + 3136*b', // 3072 + 64
        other: '24*b*past_sequence_length + 120*b', // 96 + 24
      },
    ],
  }),
  operator({
    name: 'DecoderAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DecoderAttention'),
    doc: 'Attention of a decoder on itself (keys of the query) or on an encoder (`static_kv`: keys of `key`), with a cache. MACs: D·D for each projected query, 2·D·D for each projected key with its value, none where the encoder’s are cached; B·heads·S·T·(d + d). Other: a bias per projected element; per score 6, 1 with a mask. Which of these it does the Boolean inputs say; where they are not known, its work and its caches are unknown.',
    inputs: [
      'query',
      'key',
      'q_weight',
      'kv_weight',
      'bias',
      'key_padding_mask?',
      'key_cache?',
      'value_cache?',
      'static_kv',
      'use_past',
      'has_layer_state',
      'has_key_padding_mask',
    ],
    outputs: ['output', 'new_key_cache?', 'new_value_cache?'],
    attributes: { mask_filter_value: float(), num_heads: required(int()) },
    shape: ({ query, ...x }, a, call) => {
      assertRank(query, 3);
      if (call.outputs.length < 2) return { output: query.shape, new_key_cache: [], new_value_cache: [] };
      const { total } = decoderKeys({ query, ...x });
      const cache = [query.dim(1), a.num_heads, total, floorDiv(query.dim(2), a.num_heads)];
      return { output: query.shape, new_key_cache: cache, new_value_cache: cache };
    },
    work: (x, _, a) => {
      const [steps, batch, width] = [x.query.dim(0), x.query.dim(1), x.query.dim(2)];
      const { projected: made, total } = decoderKeys(x);
      const headSize = floorDiv(width, a.num_heads);
      const sizes = { batch, heads: a.num_heads, queries: steps, keys: total, keySize: headSize, valueSize: headSize };
      const core = attentionWork(sizes, decided(x.has_key_padding_mask) ? 1n : 0n);
      const rows = mul(batch, add(steps, mul(made, 2n)));
      return { macs: add(core.macs, product([rows, width, width])), other: add(core.other, mul(rows, width)) };
    },
    roles: {
      q_weight: 'weight',
      kv_weight: 'weight',
      bias: 'weight',
      key_padding_mask: 'constant',
      static_kv: 'constant',
      use_past: 'constant',
      has_layer_state: 'constant',
      has_key_padding_mask: 'constant',
    },
    examples: [
      {
        title: 'on itself, 3 keys cached before',
        given: {
          query: [1, 2, 16],
          key: [1, 2, 16],
          q_weight: [16, 16],
          kv_weight: [16, 32],
          bias: [48],
          key_cache: [2, 4, 3, 4],
          value_cache: [2, 4, 3, 4],
          static_kv: { shape: [], dtype: 'bool', value: [0] },
          use_past: { shape: [], dtype: 'bool', value: [1] },
          has_layer_state: { shape: [], dtype: 'bool', value: [1] },
          has_key_padding_mask: { shape: [], dtype: 'bool', value: [0] },
        },
        attributes: { num_heads: 4 },
        gives: { output: [1, 2, 16], new_key_cache: [2, 4, 4, 4] },
        macs: 1792n, // 2·(1 + 2)·16·16 + 2·4·1·4·(4 + 4)
        other: 288n, // 2·3·16 + 32·6
      },
    ],
  }),
  operator({
    name: 'LongformerAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('LongformerAttention'),
    doc: 'Attention of each token on a window around it, and of a few on all. Which attend on all the data decides, and with it the work: unknown.',
    inputs: ['input', 'weight', 'bias', 'mask', 'global_weight', 'global_bias', 'global'],
    outputs: ['output'],
    attributes: { num_heads: required(int()), window: required(int()) },
    shape: ({ input, weight }) => {
      assertRank(input, 3);
      assertEqual(input.dim(2), weight.dim(0), (x, w) => `\`${input.name}\` has ${x} features, the weight ${w} rows`);
      return { output: input.shape };
    },
    work: (_, __, ___, call) => {
      const why = unknown(`\`${call.label}\`: the data decides which tokens attend on all others`);
      return { macs: why, other: why };
    },
    roles: {
      weight: 'weight',
      bias: 'weight',
      mask: 'constant',
      global_weight: 'weight',
      global_bias: 'weight',
      global: 'constant',
    },
    examples: [
      {
        given: {
          input: ['b', 64, 32],
          weight: [32, 96],
          bias: [96],
          mask: ['b', 64],
          global_weight: [32, 96],
          global_bias: [96],
          global: { shape: ['b', 64], dtype: 'int32' },
        },
        attributes: { num_heads: 4, window: 8 },
        gives: { output: ['b', 64, 32] },
        macs: '?',
        other: '?',
      },
    ],
  }),
];
