/** Text, and what is made of it; pictures from their files. */
import { type Dim, unknown } from '../model/dim.ts';
import { broadcastOf } from './formulas.ts';
import {
  floats,
  free,
  int,
  ints,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
  strings,
} from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

/** Words left after the stop words are dropped; without stop words, all. */
function kept(X: Operand, stopwords: readonly string[] | undefined, label: string): readonly Dim[] {
  if (X.rank !== 1 && X.rank !== 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; [C] or [1, C] expected`);
  if ((stopwords ?? []).length === 0) return X.shape;
  return [...X.shape.slice(0, -1), unknown(`\`${label}\`: the data decides how many words are left`)];
}

/** Places in the vector of counts: one past the largest index. */
function vocabulary(indexes: readonly bigint[]): bigint {
  if (indexes.length === 0) throw new Mismatch('ngram_indexes is empty; at least one index expected');
  return indexes.reduce((a, b) => (b > a ? b : a), 0n) + 1n;
}

export const text: readonly Operator[] = [
  operator({
    name: 'StringConcat',
    revisions: [20],
    source: page('StringConcat'),
    doc: 'Joins two texts element by element, under broadcasting.',
    inputs: ['X', 'Y'],
    outputs: ['Z'],
    shape: ({ X, Y }) => ({ Z: broadcastOf(X, Y) }),
    work: free,
    examples: [
      {
        given: { X: { shape: ['n', 1], dtype: 'string' }, Y: { shape: [3], dtype: 'string' } },
        gives: { Z: { shape: ['n', 3], dtype: 'string' } },
      },
    ],
  }),
  operator({
    name: 'StringSplit',
    revisions: [20],
    source: page('StringSplit'),
    doc: 'The parts of every text, along a new axis as long as the text with the most parts (the data decides), and how many parts each has.',
    inputs: ['X'],
    outputs: ['Y', 'Z'],
    attributes: { delimiter: string(), maxsplit: int() },
    dtype: { Y: 'X', Z: 'int64' },
    shape: ({ X }, _, call) => ({
      Y: [...X.shape, unknown(`\`${call.label}\`: the data decides how many parts there are`)],
      Z: X.shape,
    }),
    work: free,
    examples: [
      {
        given: { X: { shape: ['n'], dtype: 'string' } },
        gives: { Y: { shape: ['n', '?'], dtype: 'string' }, Z: { shape: ['n'], dtype: 'int64' } },
      },
    ],
  }),
  operator({
    name: 'StringNormalizer',
    revisions: [10],
    source: page('StringNormalizer'),
    doc: 'Changes the case of words and drops stop words; with stop words the data decides how many are left.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      case_change_action: string('NONE'),
      is_case_sensitive: int(0n),
      locale: string(),
      stopwords: strings(),
    },
    shape: ({ X }, { stopwords }, call) => ({ Y: kept(X, stopwords, call.label) }),
    work: free,
    examples: [
      {
        given: { X: { shape: [1, 6], dtype: 'string' } },
        attributes: { stopwords: ['monday'] },
        gives: { Y: { shape: [1, '?'], dtype: 'string' } },
      },
      { title: 'without stop words', given: { X: { shape: ['n'], dtype: 'string' } }, gives: { Y: { shape: ['n'] } } },
    ],
  }),
  operator({
    name: 'RegexFullMatch',
    revisions: [20],
    source: page('RegexFullMatch'),
    doc: 'Whether each text matches a pattern from end to end.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { pattern: string() },
    dtype: { Y: 'bool' },
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    examples: [
      { given: { X: { shape: ['n', 2], dtype: 'string' } }, gives: { Y: { shape: ['n', 2], dtype: 'bool' } } },
    ],
  }),
  operator({
    name: 'TfIdfVectorizer',
    revisions: [9],
    source: page('TfIdfVectorizer'),
    doc: 'Counts n-grams: for each row a vector of max(ngram_indexes) + 1 counts, weighted or not. Looking n-grams up is no arithmetic.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      max_gram_length: required(int()),
      max_skip_count: required(int()),
      min_gram_length: required(int()),
      mode: required(string()),
      ngram_counts: required(ints()),
      ngram_indexes: required(ints()),
      pool_int64s: ints(),
      pool_strings: strings(),
      weights: floats(),
    },
    dtype: { Y: 'float32' },
    shape: ({ X }, { ngram_indexes }) => ({ Y: [...X.shape.slice(0, -1), vocabulary(ngram_indexes)] }),
    work: free,
    examples: [
      {
        given: { X: { shape: ['n', 6], dtype: 'int32' } },
        attributes: {
          max_gram_length: 2,
          max_skip_count: 0,
          min_gram_length: 2,
          mode: 'TF',
          ngram_counts: [0, 4],
          ngram_indexes: [0, 1, 6],
        },
        gives: { Y: { shape: ['n', 7], dtype: 'float32' } },
      },
    ],
  }),
  operator({
    name: 'ImageDecoder',
    revisions: [20],
    source: page('ImageDecoder'),
    doc: 'A picture `[height, width, channels]` from the bytes of its file, which decide its size. How it is decoded is not fixed, so its work is unknown.',
    inputs: ['encoded_stream'],
    outputs: ['image'],
    attributes: { pixel_format: string('RGB') },
    dtype: { image: 'uint8' },
    shape: (_, { pixel_format }, call) => {
      const why = unknown(`\`${call.label}\`: the file of the picture decides its size`);
      return { image: [why, why, pixel_format === 'Grayscale' ? 1n : 3n] };
    },
    work: (_, __, ___, call) => ({
      macs: 0n,
      other: unknown(`\`${call.label}\`: the format of the picture decides how it is decoded`),
    }),
    examples: [
      {
        given: { encoded_stream: { shape: ['bytes'], dtype: 'uint8' } },
        gives: { image: { shape: ['?', '?', 3], dtype: 'uint8' } },
        other: '?',
      },
    ],
  }),
];
