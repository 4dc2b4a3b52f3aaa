/** Attention as onnxruntime fuses it, of queries, keys and values that are projected already. */
import { add, type Dim, floorDiv, mul, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { type AttentionSizes, attentionWork, lengthOf, perHead, present } from './attention.ts';
import { assertRank, size } from './formulas.ts';
import { type Call, float, int, Mismatch, type Operand, type Operator, operator, required } from './operator.ts';

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
function separate(
  { query, key, value, past_key, past_sequence_length }: HeadInputs,
  heads: bigint,
  call: Call,
): Separate {
  if (query.rank === 5) {
    const [batch = 1n, queries = 1n, n = 1n, , d = 1n] = query.shape;
    return cached(
      { batch, heads: n, queries, keys: queries, keySize: d, valueSize: d },
      past_key,
      past_sequence_length,
      call,
    );
  }
  assertRank(query, 3);
  const base = { batch: query.dim(0), heads, queries: query.dim(1), keySize: floorDiv(query.dim(2), heads) };
  if (key === undefined) throw new Mismatch('input key is missing, and the query is not packed with it');
  if (key.rank === 5)
    return cached({ ...base, keys: key.dim(1), valueSize: key.dim(4) }, past_key, past_sequence_length, call);
  if (value === undefined) throw new Mismatch('input value is missing, and the key is not packed with it');
  const [, , keys = 1n] = perHead(key, heads, 'num_heads');
  const [, , , valueSize = 1n] = perHead(value, heads, 'num_heads');
  return cached({ ...base, keys, valueSize }, past_key, past_sequence_length, call);
}

/** The past before the keys. Where its length comes as an input, past and present share a buffer of the past's extent. */
function cached(s: AttentionSizes, past: Operand | undefined, length: Operand | undefined, call: Call): Separate {
  const before = past === undefined ? 0n : length === undefined ? past.dim(2) : lengthOf(length, call);
  const keys = add(before, s.keys);
  const kept = past !== undefined && length !== undefined ? past.dim(2) : keys;
  return {
    sizes: { ...s, keys },
    keyShape: [s.batch, s.heads, kept, s.keySize],
    valueShape: [s.batch, s.heads, kept, s.valueSize],
  };
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
    shape: (inputs, a, call) => {
      const { sizes: s, keyShape, valueShape } = separate(inputs, a.num_heads, call);
      return {
        output: [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: keyShape,
        present_value: valueShape,
        qk: [s.batch, s.heads, s.queries, s.keys],
      };
    },
    work: (inputs, _, a, call) => {
      const { bias, key_padding_mask, attention_bias, query, key, value } = inputs;
      const core = attentionWork(separate(inputs, a.num_heads, call).sizes, present(key_padding_mask, attention_bias));
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
];
