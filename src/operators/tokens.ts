/** Words and their numbers, as onnxruntime's own operators treat them: embeddings, hashes, tokens. */
import { add, mul, product, sub, unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertRank, other, size } from './formulas.ts';
import { free, int, type Operator, operator, required, string, strings } from './operator.ts';

export const tokens: readonly Operator[] = [
  operator({
    name: 'TorchEmbedding',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('TorchEmbedding'),
    doc: 'Rows of a table by index.',
    inputs: ['weight', 'indices', 'padding_idx?', 'scale_grad_by_freq?'],
    outputs: ['Y'],
    shape: ({ weight, indices }) => {
      assertRank(weight, 2);
      return { Y: [...indices.shape, weight.dim(1)] };
    },
    work: free,
    roles: { weight: 'weight', indices: 'constant', padding_idx: 'constant', scale_grad_by_freq: 'constant' },
    reads: { weight: (_, { Y }) => size(Y) },
    examples: [
      {
        given: { weight: [100, 8], indices: { shape: ['b', 's'], dtype: 'int64' } },
        gives: { Y: ['b', 's', 8] },
      },
    ],
  }),
  operator({
    name: 'WordConvEmbedding',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('WordConvEmbedding'),
    doc: 'Looks up the characters of each word, slides filters over them, and keeps the largest of each. MACs: words · filters · windows · filter elements; other: the bias, a tanh and a comparison per window.',
    inputs: ['Sequence', 'W', 'B', 'C'],
    outputs: ['Y'],
    attributes: { char_embedding_size: int(), conv_window_size: int(), embedding_size: int() },
    dtype: { Y: 'W' },
    shape: ({ Sequence, W }) => {
      assertRank(W, 4);
      return { Y: [...Sequence.shape.slice(0, -1), W.dim(0)] };
    },
    work: ({ Sequence, W }, { Y }) => {
      const windows = mul(size(Y), add(sub(Sequence.dim(-1), W.dim(2)), 1n));
      return { macs: product([windows, ...W.shape.slice(1)]), other: mul(windows, 3n) };
    },
    roles: { Sequence: 'constant', W: 'weight', B: 'weight', C: 'weight' },
    examples: [
      {
        given: { Sequence: { shape: ['n', 5], dtype: 'int32' }, W: [6, 1, 3, 4], B: [6], C: [9, 4] },
        gives: { Y: { shape: ['n', 6], dtype: 'float32' } },
        macs: '216*n', // 6·3 · 12
        other: '54*n', // 18·3
      },
    ],
  }),
  operator({
    name: 'MurmurHash3',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MurmurHash3'),
    doc: 'A 32-bit hash per element. Integers of 32 bits take 18 operations; how long strings are the data decides, and with it the work: unknown.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { positive: int(1n), seed: int(0n) },
    dtype: (_, a) => ({ Y: a.positive === 0n ? 'int32' : 'uint32' }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, __, call) =>
      other(
        X.dtype === 'string'
          ? unknown(`\`${call.label}\`: the data decides how long the strings are`)
          : mul(size(X), 18n),
      ),
    examples: [
      {
        given: { X: { shape: ['n'], dtype: 'int32' } },
        gives: { Y: { shape: ['n'], dtype: 'uint32' } },
        other: '18*n',
      },
    ],
  }),
  operator({
    name: 'NGramRepeatBlock',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('NGramRepeatBlock'),
    doc: 'Forbids tokens that would repeat an n-gram: ngram_size comparisons for each place of each sequence.',
    inputs: ['input_ids', 'scores'],
    outputs: ['scores_out'],
    attributes: { ngram_size: required(int()) },
    dtype: { scores_out: 'scores' },
    shape: ({ scores }) => ({ scores_out: scores.shape }),
    work: ({ input_ids }, _, a) => other(mul(size(input_ids), a.ngram_size)),
    examples: [
      {
        given: { input_ids: { shape: ['b', 's'], dtype: 'int64' }, scores: ['b', 100] },
        attributes: { ngram_size: 3 },
        gives: { scores_out: { shape: ['b', 100], dtype: 'float32' } },
        other: '3*b*s',
      },
    ],
  }),
  operator({
    name: 'NGramHashMapping',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('NGramHashMapping'),
    doc: 'Numbers for the n-grams that end at each token. Per token a product and an exclusive or for each place of each n-gram, one remainder per number.',
    inputs: ['input_ids', 'multipliers', 'vocab_sizes', 'past_ids?'],
    outputs: ['hash_ids', 'present_ids?'],
    attributes: { max_ngram_size: required(int()), n_head_per_ngram: required(int()), pad_id: required(int()) },
    shape: ({ input_ids }, a) => ({
      hash_ids: [...input_ids.shape, (a.max_ngram_size - 1n) * a.n_head_per_ngram],
      present_ids: [input_ids.dim(0), a.max_ngram_size - 1n],
    }),
    work: ({ input_ids }, { hash_ids }, a) =>
      other(add(product([size(input_ids), 2n, a.max_ngram_size]), size(hash_ids))),
    roles: { multipliers: 'constant', vocab_sizes: 'constant' },
    examples: [
      {
        given: {
          input_ids: { shape: ['b', 's'], dtype: 'int64' },
          multipliers: { shape: [3], dtype: 'int64' },
          vocab_sizes: { shape: [8], dtype: 'int64' },
        },
        attributes: { max_ngram_size: 3, n_head_per_ngram: 4, pad_id: 0 },
        gives: { hash_ids: { shape: ['b', 's', 8], dtype: 'int64' } },
        other: '14*b*s', // 2·3 + 8
      },
    ],
  }),
  operator({
    name: 'Tokenizer',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('Tokenizer'),
    doc: 'Splits strings into tokens along a new axis, as long as the most there are in one, which the data decides.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      mark: required(int()),
      mincharnum: required(int()),
      pad_value: required(string()),
      separators: strings(),
      tokenexp: string(''),
    },
    shape: ({ X }, _, call) => ({
      Y: [...X.shape, unknown(`\`${call.label}\`: the data decides how many tokens there are`)],
    }),
    work: free,
    examples: [
      {
        given: { X: { shape: ['n'], dtype: 'string' } },
        attributes: { mark: 0, mincharnum: 1, pad_value: '' },
        gives: { Y: { shape: ['n', '?'], dtype: 'string' } },
      },
    ],
  }),
  operator({
    name: 'BifurcationDetector',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BifurcationDetector'),
    doc: 'Tokens so far with those predicted from where they part from the source, and where their end occurs in it. How many tokens that gives, and how many are compared, the data decides.',
    inputs: ['src_tokens', 'cur_tokens', 'prev_suffix_match_idx', 'pred_tokens?'],
    outputs: ['tokens', 'suffix_match_idx'],
    attributes: { max_ngram_size: int(3n), min_ngram_size: int(1n) },
    shape: ({ cur_tokens, pred_tokens }, _, { label }) => {
      assertRank(cur_tokens, 1);
      const joined = unknown(`\`${label}\`: the data decides how many tokens are taken`);
      return { tokens: [pred_tokens === undefined ? cur_tokens.dim(0) : joined], suffix_match_idx: [] };
    },
    work: (_, __, ___, { label }) => other(unknown(`\`${label}\`: the data decides how many tokens are compared`)),
    roles: {
      src_tokens: 'constant',
      cur_tokens: 'constant',
      prev_suffix_match_idx: 'constant',
      pred_tokens: 'constant',
    },
    examples: [
      {
        given: {
          src_tokens: { shape: [5], dtype: 'int64' },
          cur_tokens: { shape: [1], dtype: 'int64' },
          prev_suffix_match_idx: { shape: [], dtype: 'int64' },
          pred_tokens: { shape: [6], dtype: 'int64' },
        },
        gives: { tokens: { shape: ['?'], dtype: 'int64' }, suffix_match_idx: { shape: [], dtype: 'int64' } },
        other: '?',
      },
      {
        title: 'nothing predicted',
        given: {
          src_tokens: { shape: [5], dtype: 'int64' },
          cur_tokens: { shape: ['c'], dtype: 'int64' },
          prev_suffix_match_idx: { shape: [], dtype: 'int64' },
        },
        gives: { tokens: ['c'] },
        other: '?',
      },
    ],
  }),
];
