/** Biases that tell attention how far apart two positions are. */
import { add, mul, product, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { lengthOf } from './attention.ts';
import { assertRank, other, size } from './formulas.ts';
import { int, type Operator, operator, required } from './operator.ts';

export const relativePosition: readonly Operator[] = [
  operator({
    name: 'RelativePositionBias',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('RelativePositionBias'),
    doc: 'A bias for each head from a table of distances in bins. 10 operations per pair of positions find its bin (difference, comparison, the logarithm and its scaling, minimum, choice), 3 more in both directions; to look it up is free.',
    inputs: ['bias_table', 'query_length', 'key_length'],
    outputs: ['output'],
    attributes: { is_bidirectional: int(0n), max_distance: required(int()) },
    shape: ({ bias_table, query_length, key_length }, _, call) => {
      assertRank(bias_table, 2);
      return { output: [1n, bias_table.dim(1), lengthOf(query_length, call), lengthOf(key_length, call)] };
    },
    work: (_, { output }, a) => other(product([output.dim(2), output.dim(3), a.is_bidirectional === 0n ? 10n : 13n])),
    roles: { bias_table: 'weight', query_length: 'constant', key_length: 'constant' },
    examples: [
      {
        given: {
          bias_table: [32, 8],
          query_length: { shape: [1], dtype: 'int64', value: [5] },
          key_length: { shape: [1], dtype: 'int64', value: [5] },
        },
        attributes: { max_distance: 128, is_bidirectional: 1 },
        gives: { output: [1, 8, 5, 5] },
        other: 325n, // 25·13
      },
    ],
  }),
  operator({
    name: 'GatedRelativePositionBias',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GatedRelativePositionBias'),
    doc: 'A relative position bias times a gate that each query computes. MACs: B·heads·S·d·D for the projection to D gates; other: the two biases, D sums and sigmoids and 4 operations on the gates per query and head, one product per score.',
    inputs: ['query_layer', 'query_bias', 'rel_pos', 'weight', 'bias', 'eco_a', 'token_offset?'],
    outputs: ['output'],
    attributes: { num_heads: required(int()) },
    shape: ({ query_layer, token_offset }, a) => {
      const [batch = 1n, length = 1n] = (token_offset ?? query_layer).shape;
      return { output: [batch, a.num_heads, length, length] };
    },
    work: ({ query_layer, weight }, { output }, a) => {
      const queries = product([output.dim(0), a.num_heads, output.dim(2)]);
      const gates = weight.dim(1);
      return {
        macs: product([queries, weight.dim(0), gates]),
        other: sum([size(query_layer), mul(queries, add(mul(gates, 2n), 4n)), size(output)]),
      };
    },
    roles: { query_bias: 'weight', weight: 'weight', bias: 'weight', eco_a: 'weight', token_offset: 'constant' },
    examples: [
      {
        given: {
          query_layer: [1, 5, 32],
          query_bias: [32],
          rel_pos: [1, 4, 5, 5],
          weight: [8, 8],
          bias: [8],
          eco_a: [1, 4, 1, 1],
        },
        attributes: { num_heads: 4 },
        gives: { output: [1, 4, 5, 5] },
        macs: 1280n, // 4·5 · 8·8
        other: 660n, // 160 + 20·(2·8 + 4) + 100
      },
    ],
  }),
];
