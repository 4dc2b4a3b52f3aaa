/** Batches of sequences without their padding: tokens lie one after another, `[T, features]`. */
import { add, type Dim, floorDiv, mul, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { type AttentionSizes, attentionWork, lengthOf, present } from './attention.ts';
import { assertRank, size } from './formulas.ts';
import { type Call, float, free, int, Mismatch, type Operand, type Operator, operator, required } from './operator.ts';

export const packedTokens: readonly Operator[] = [
  operator({
    name: 'PackedMultiHeadAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('PackedMultiHeadAttention'),
    doc: 'MultiHeadAttention over tokens without their padding. MACs: B·heads·S·S·(dk + dv) over the padded length S: how long each sequence is, the data decides. Other: one addition per query, key and value element with a bias; per score 6 for scale and softmax, 1 with an added bias.',
    inputs: ['query', 'key?', 'value?', 'bias?', 'token_offset', 'cumulative_sequence_length', 'attention_bias?'],
    outputs: ['output'],
    attributes: { mask_filter_value: float(), num_heads: required(int()), scale: float() },
    shape: ({ query, value }, a) => ({
      output: [query.dim(0), mul(a.num_heads, packedHeads(query, value, a).valueSize)],
    }),
    work: ({ query, key, value, bias, token_offset, attention_bias }, _, a) => {
      const length = token_offset.dim(1);
      const core = attentionWork(
        {
          batch: token_offset.dim(0),
          heads: a.num_heads,
          queries: length,
          keys: length,
          ...packedHeads(query, value, a),
        },
        present(attention_bias),
      );
      const biased = bias === undefined ? [] : [query, key, value].flatMap((x) => (x === undefined ? [] : [size(x)]));
      return { ...core, other: add(core.other, sum(biased)) };
    },
    roles: { bias: 'weight', token_offset: 'constant', cumulative_sequence_length: 'constant' },
    examples: [
      {
        title: '7 tokens of 3 sequences of at most 4',
        given: {
          query: [7, 32],
          key: [7, 32],
          value: [7, 48],
          bias: [112],
          token_offset: { shape: [3, 4], dtype: 'int32' },
          cumulative_sequence_length: { shape: [4], dtype: 'int32' },
        },
        attributes: { num_heads: 4 },
        gives: { output: [7, 48] },
        macs: 3840n, // 3·4·4·4·(8 + 12)
        other: 1936n, // 192·6 + 7·112
      },
      {
        title: 'packed',
        given: {
          query: ['t', 4, 3, 8],
          token_offset: { shape: [1, 't'], dtype: 'int32' },
          cumulative_sequence_length: { shape: [2], dtype: 'int32' },
        },
        attributes: { num_heads: 4 },
        gives: { output: ['t', 32] },
        macs: '64*t^2', // 4·(8 + 8)
        other: '24*t^2', // 4·6
      },
    ],
  }),
  operator({
    name: 'RemovePadding',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('RemovePadding'),
    doc: 'Leaves out the tokens that are padding. How many are left, the data decides: a symbol with the name of the input `sequence_token_count`.',
    inputs: ['input', 'sequence_token_count'],
    outputs: ['output', 'token_offset', 'cumulated_seq_len', 'max_seq_len'],
    dtype: {
      token_offset: 'sequence_token_count',
      cumulated_seq_len: 'sequence_token_count',
      max_seq_len: 'sequence_token_count',
    },
    shape: ({ input, sequence_token_count: counts }, _, call) => {
      assertRank(input, 3);
      return {
        output: [tokensOf(counts, call), input.dim(2)],
        token_offset: input.shape.slice(0, 2),
        cumulated_seq_len: [add(input.dim(0), 1n)],
        max_seq_len: [1n],
      };
    },
    work: free,
    roles: { sequence_token_count: 'constant' },
    examples: [
      {
        given: { input: ['b', 's', 32], sequence_token_count: { shape: ['b'], dtype: 'int32' } },
        gives: { output: ['sequence_token_count', 32], token_offset: ['b', 's'], cumulated_seq_len: ['b + 1'] },
      },
      {
        title: 'where the counts are constant',
        given: { input: [2, 5, 32], sequence_token_count: { shape: [2], dtype: 'int32', value: [3, 5] } },
        gives: { output: [8, 32], max_seq_len: { shape: [1], dtype: 'int32' } },
      },
    ],
  }),
  operator({
    name: 'RestorePadding',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('RestorePadding'),
    doc: 'Puts the padding back that RemovePadding took out.',
    inputs: ['input', 'token_offset'],
    outputs: ['output'],
    shape: ({ input, token_offset }) => {
      assertRank(input, 2);
      assertRank(token_offset, 2);
      return { output: [...token_offset.shape, input.dim(1)] };
    },
    work: free,
    roles: { token_offset: 'constant' },
    examples: [
      {
        given: { input: ['t', 32], token_offset: { shape: ['b', 's'], dtype: 'int32' } },
        gives: { output: ['b', 's', 32] },
      },
    ],
  }),
];

/** Tokens `[T, heads·d]`, or packed with keys and values `[T, heads, 3, d]`. */
function packedHeads(
  query: Operand,
  value: Operand | undefined,
  a: { readonly num_heads: bigint },
): Pick<AttentionSizes, 'keySize' | 'valueSize'> {
  if (query.rank === 4) return { keySize: query.dim(3), valueSize: query.dim(3) };
  assertRank(query, 2);
  if (value === undefined) throw new Mismatch('input value is missing, and the query is not packed with it');
  return { keySize: floorDiv(query.dim(1), a.num_heads), valueSize: floorDiv(value.dim(1), a.num_heads) };
}

/** All tokens, where the counts are known; else a symbol. */
function tokensOf(counts: Operand, call: Call): Dim {
  return counts.value === undefined ? lengthOf(counts, call) : sum(counts.dims());
}
