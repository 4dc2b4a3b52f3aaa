/** Positions turned into angles, and queries and keys turned by them. https://arxiv.org/abs/2104.09864 */
import { type Dim, mul, product, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { perHead } from './attention.ts';
import { other, size } from './formulas.ts';
import { float, int, ints, type Operand, type Operator, operator, required } from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

/** Elements that a rotary embedding turns: the first `rotary_embedding_dim` of each head, all when that is 0. */
function rotated(X: Operand, rotary: bigint, heads: bigint): Dim {
  if (rotary === 0n) return size(X);
  const [batch = 1n, n = 1n, length = 1n] = perHead(X, heads, 'num_heads');
  return product([batch, n, length, rotary]);
}

const rotaryDoc =
  'Turns pairs of elements by an angle for their position: 4 products and 2 sums a pair, 3 operations per turned element.';

export const rotary: readonly Operator[] = [
  operator({
    name: 'RotaryEmbedding',
    revisions: [23],
    source: page('RotaryEmbedding'),
    doc: rotaryDoc,
    inputs: ['X', 'cos_cache', 'sin_cache', 'position_ids?'],
    outputs: ['Y'],
    attributes: { interleaved: int(0n), num_heads: int(0n), rotary_embedding_dim: int(0n) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(mul(rotated(X, a.rotary_embedding_dim, a.num_heads), 3n)),
    roles: { cos_cache: 'constant', sin_cache: 'constant', position_ids: 'constant' },
    examples: [
      {
        given: { X: ['b', 4, 's', 8], cos_cache: ['b', 's', 4], sin_cache: ['b', 's', 4] },
        gives: { Y: ['b', 4, 's', 8] },
        other: '96*b*s', // 3 · 4·8
      },
      {
        title: 'half of each head',
        given: { X: [1, 5, 32], cos_cache: [1, 5, 2], sin_cache: [1, 5, 2] },
        attributes: { num_heads: 4, rotary_embedding_dim: 4 },
        gives: { Y: [1, 5, 32] },
        other: 240n, // 3 · 5·4·4
      },
    ],
  }),
  operator({
    name: 'RotaryEmbedding',
    domain: 'com.microsoft',
    revisions: [1],
    source: 'https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#com.microsoft.RotaryEmbedding',
    doc: rotaryDoc,
    inputs: ['input', 'position_ids', 'cos_cache', 'sin_cache'],
    outputs: ['output'],
    attributes: {
      interleaved: int(0n),
      is_packed_batching: int(0n),
      num_heads: int(0n),
      rotary_embedding_dim: int(0n),
      scale: float(1),
    },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }, _, a) => other(mul(rotated(input, a.rotary_embedding_dim, a.num_heads), 3n)),
    roles: { position_ids: 'constant', cos_cache: 'constant', sin_cache: 'constant' },
    examples: [
      {
        given: { input: [1, 5, 32], position_ids: [1], cos_cache: [9, 4], sin_cache: [9, 4] },
        gives: { output: [1, 5, 32] },
        other: 480n, // 3 · 160
      },
    ],
  }),
  operator({
    name: 'MRotaryEmbedding',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MRotaryEmbedding'),
    doc: `${rotaryDoc} Each token has three positions, and each part of a head turns by one of them.`,
    inputs: ['input', 'position_ids', 'cos_cache', 'sin_cache'],
    outputs: ['output'],
    attributes: {
      interleaved: int(0n),
      is_packed_batching: int(0n),
      mrope_layout: int(0n),
      mrope_section: required(ints()),
      num_heads: int(0n),
      rotary_embedding_dim: int(0n),
      scale: float(1),
    },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }, _, a) => other(mul(rotated(input, a.rotary_embedding_dim, a.num_heads), 3n)),
    roles: { position_ids: 'constant', cos_cache: 'constant', sin_cache: 'constant' },
    examples: [
      {
        given: {
          input: [1, 4, 5, 8],
          position_ids: { shape: [3, 1, 5], dtype: 'int64' },
          cos_cache: [9, 4],
          sin_cache: [9, 4],
        },
        attributes: { mrope_section: [2, 1, 1] },
        gives: { output: [1, 4, 5, 8] },
        other: 480n, // 3 · 160
      },
    ],
  }),
  operator({
    name: 'GemmaRotaryEmbedding',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GemmaRotaryEmbedding'),
    doc: 'Turns queries and keys by the sine and cosine of their positions: 3 operations per element of both, and one each for sine and cosine of the angles.',
    inputs: ['emb', 'q', 'q_rot', 'k', 'k_rot'],
    outputs: ['output1', 'output2'],
    dtype: { output1: 'q', output2: 'k' },
    shape: ({ q, k }) => ({ output1: q.shape, output2: k.shape }),
    work: ({ emb, q, k }) => other(sum([mul(size(q), 3n), mul(size(k), 3n), mul(size(emb), 2n)])),
    examples: [
      {
        given: { emb: [1, 5, 8], q: [1, 4, 5, 8], q_rot: [1, 4, 5, 8], k: [1, 4, 5, 8], k_rot: [1, 4, 5, 8] },
        gives: { output1: [1, 4, 5, 8], output2: [1, 4, 5, 8] },
        other: 1040n, // 3·160 + 3·160 + 2·40
      },
    ],
  }),
];
