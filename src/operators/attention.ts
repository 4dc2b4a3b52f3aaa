/**
 * Attention in the default domain. Scores and their use are counted over the full length, causal or not: MACs
 * B·heads·S·T·(dk + dv); other, per score: a product with the scale and the 5 operations of Softmax, one more for each
 * mask or bias added.
 */
import { add, type Dim, floorDiv, mul, product, sum, symbol, unknown } from '../model/dim.ts';
import { agreed, assertRank, size } from './formulas.ts';
import {
  type Call,
  float,
  graph,
  int,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
  type Work,
} from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

/** Sizes of one attention: S queries on T keys, each head with keys of dk and values of dv. */
export interface AttentionSizes {
  readonly batch: Dim;
  readonly heads: Dim;
  readonly queries: Dim;
  readonly keys: Dim;
  readonly keySize: Dim;
  readonly valueSize: Dim;
}

/** Elements of the scores QKᵀ. */
export function scores(s: AttentionSizes): Dim {
  return product([s.batch, s.heads, s.queries, s.keys]);
}

/** QKᵀ, softmax, and its product with V; `extra` operations a score besides scale and softmax. */
export function attentionWork(s: AttentionSizes, extra: bigint): Work {
  return { macs: mul(scores(s), add(s.keySize, s.valueSize)), other: mul(scores(s), 6n + extra) };
}

/** How many of these are there: each adds one operation a score. */
export function present(...xs: readonly unknown[]): bigint {
  return BigInt(xs.filter((x) => x !== undefined).length);
}

/** A length that comes as an input: its value, and where that is not known a symbol of its name, which may be bound. */
export function lengthOf(length: Operand, call: Call): Dim {
  const [value] = length.value ?? [];
  if (typeof value === 'bigint' || typeof value === 'object') return value;
  return call.symbol?.(length.name) ?? symbol(length.name);
}

/** `[B, heads, L, d]` from that, or from `[B, L, heads·d]` and the number of heads. */
export function perHead(x: Operand, heads: bigint | undefined, what: string): readonly Dim[] {
  if (x.rank === 4) return x.shape;
  assertRank(x, 3);
  if (heads === undefined || heads < 1n) throw new Mismatch(`\`${x.name}\` has 3 axes, and ${what} is not given`);
  return [x.dim(0), heads, x.dim(1), floorDiv(x.dim(2), heads)];
}

interface Heads {
  readonly q_num_heads: bigint | undefined;
  readonly kv_num_heads: bigint | undefined;
}

interface Read {
  readonly sizes: AttentionSizes;
  readonly keyShape: readonly Dim[];
  readonly valueShape: readonly Dim[];
}

/** Sizes and the shapes of keys and values with the past before them. */
function read(Q: Operand, K: Operand, V: Operand, past: Operand | undefined, a: Heads): Read {
  const [batch = 1n, heads = 1n, queries = 1n, keySize = 1n] = perHead(Q, a.q_num_heads, 'q_num_heads');
  const [, kvHeads = 1n, length = 1n, keyWidth = 1n] = perHead(K, a.kv_num_heads, 'kv_num_heads');
  const [, , , valueSize = 1n] = perHead(V, a.kv_num_heads, 'kv_num_heads');
  agreed(keySize, keyWidth, (q, k) => `queries have ${q} elements a head, keys ${k}`);
  const keys = past === undefined ? length : add(past.dim(2), length);
  return {
    sizes: { batch, heads, queries, keys, keySize, valueSize },
    keyShape: [batch, kvHeads, keys, keyWidth],
    valueShape: [batch, kvHeads, keys, valueSize],
  };
}

export const attention: readonly Operator[] = [
  operator({
    name: 'Attention',
    revisions: [23, 24, 25],
    source: page('Attention'),
    doc: 'Scaled dot-product attention of queries on keys and values, the past before them, with query heads that may share keys. MACs: B·heads·S·T·(dk + dv), causal or not; other, per score: 6 for scale and softmax, 1 with a mask, 3 with a soft cap.',
    inputs: ['Q', 'K', 'V', 'attn_mask?', 'past_key?', 'past_value?', 'nonpad_kv_seqlen?'],
    outputs: ['Y', 'present_key?', 'present_value?', 'qk_matmul_output?'],
    attributes: {
      is_causal: int(0n),
      kv_num_heads: int(),
      left_window_size: int(-1n),
      q_num_heads: int(),
      qk_matmul_output_mode: int(0n),
      right_window_size: int(-1n),
      scale: float(),
      softcap: float(0),
      softmax_precision: int(),
    },
    dtype: { Y: 'Q', present_key: 'K', present_value: 'V', qk_matmul_output: 'Q' },
    shape: ({ Q, K, V, past_key }, a) => {
      const { sizes: s, keyShape, valueShape } = read(Q, K, V, past_key, a);
      const four = [s.batch, s.heads, s.queries, s.valueSize];
      return {
        Y: Q.rank === 4 ? four : [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: keyShape,
        present_value: valueShape,
        qk_matmul_output: [s.batch, s.heads, s.queries, s.keys],
      };
    },
    work: ({ Q, K, V, attn_mask, past_key }, _, a) =>
      attentionWork(read(Q, K, V, past_key, a).sizes, present(attn_mask) + (a.softcap === 0 ? 0n : 3n)),
    roles: { attn_mask: 'constant', nonpad_kv_seqlen: 'constant' },
    examples: [
      {
        title: 'grouped queries with a cache',
        given: {
          Q: ['b', 's', 64],
          K: ['b', 's', 16],
          V: ['b', 's', 16],
          past_key: ['b', 2, 'p', 8],
          past_value: ['b', 2, 'p', 8],
        },
        attributes: { q_num_heads: 8, kv_num_heads: 2 },
        gives: { Y: ['b', 's', 64], present_key: ['b', 2, 'p + s', 8], present_value: ['b', 2, 'p + s', 8] },
        macs: '128*b*p*s + 128*b*s^2', // 8·s·(p + s)·(8 + 8)
        other: '48*b*p*s + 48*b*s^2', // 8·s·(p + s)·6
      },
      {
        title: 'heads apart, with a mask',
        given: { Q: [1, 2, 5, 4], K: [1, 2, 7, 4], V: [1, 2, 7, 6], attn_mask: [5, 7] },
        gives: { Y: [1, 2, 5, 6], qk_matmul_output: [1, 2, 5, 7] },
        macs: 700n, // 2·5·7 · (4 + 6)
        other: 490n, // 70 · 7
      },
    ],
  }),
  operator({
    name: 'FlexAttention',
    domain: 'ai.onnx.preview',
    revisions: [1],
    source: page('AiOnnxPreviewFlexAttention'),
    doc: 'Attention whose scores and probabilities may pass through graphs of the model. MACs as Attention; what those graphs compute is not counted, so `other` is unknown where there is one.',
    inputs: ['Q', 'K', 'V'],
    outputs: ['Y'],
    attributes: { prob_mod: graph(), scale: float(), score_mod: graph(), softmax_precision: int() },
    shape: ({ Q, K, V }) => {
      for (const x of [Q, K, V]) assertRank(x, 4);
      return { Y: [...Q.shape.slice(0, 3), V.dim(3)] };
    },
    work: ({ Q, K, V }, _, a) => {
      const work = attentionWork(
        read(Q, K, V, undefined, { q_num_heads: undefined, kv_num_heads: undefined }).sizes,
        0n,
      );
      if (a.score_mod === undefined && a.prob_mod === undefined) return work;
      return { ...work, other: unknown('the graph that changes its scores is not counted') };
    },
    examples: [
      {
        given: { Q: [1, 2, 5, 4], K: [1, 2, 7, 4], V: [1, 2, 7, 6] },
        gives: { Y: [1, 2, 5, 6] },
        macs: 700n, // 2·5·7 · (4 + 6)
        other: 420n, // 70 · 6
      },
    ],
  }),
  operator({
    name: 'LinearAttention',
    revisions: [27],
    source: page('LinearAttention'),
    doc: 'Attention by a state that is carried through time, `[dk, dv]` a head. MACs, per step: heads·dk·dv to read, key heads·dk·dv to write, as much again with a delta rule to read what is stored. Other: state elements once per step to decay (gated rules); per value element a difference and a product (delta rules); per output element a product with the scale.',
    inputs: ['query', 'key', 'value', 'past_state?', 'decay?', 'beta?'],
    outputs: ['output', 'present_state'],
    attributes: {
      chunk_size: int(64n),
      kv_num_heads: required(int()),
      q_num_heads: required(int()),
      scale: float(0),
      update_rule: string('gated_delta'),
    },
    dtype: ({ query, past_state }) => ({ output: query.dtype, present_state: past_state?.dtype ?? query.dtype }),
    shape: ({ query, key, value }, a) => {
      const [batch = 1n, , length = 1n] = perHead(query, a.q_num_heads, 'q_num_heads');
      const [, , , dk = 1n] = perHead(key, a.kv_num_heads, 'kv_num_heads');
      const [, , , dv = 1n] = perHead(value, a.kv_num_heads, 'kv_num_heads');
      return { output: [batch, length, mul(dv, a.q_num_heads)], present_state: [batch, a.kv_num_heads, dk, dv] };
    },
    work: ({ query, value }, { output, present_state }, a) => {
      const steps = query.dim(1);
      const state = mul(size(present_state), steps);
      const delta = a.update_rule.endsWith('delta');
      const reading = product([query.dim(0), steps, a.q_num_heads, present_state.dim(2), present_state.dim(3)]);
      return {
        macs: add(reading, mul(state, delta ? 2n : 1n)),
        other: sum([a.update_rule.startsWith('gated') ? state : 0n, delta ? mul(size(value), 2n) : 0n, size(output)]),
      };
    },
    examples: [
      {
        given: { query: [1, 't', 32], key: [1, 't', 16], value: [1, 't', 24] },
        attributes: { q_num_heads: 4, kv_num_heads: 2, update_rule: 'gated_delta' },
        gives: { output: [1, 't', 48], present_state: [1, 2, 8, 12] },
        macs: '768*t', // 4·8·12 + 2 · 2·8·12
        other: '288*t', // 192 + 2·24 + 48
      },
    ],
  }),
];
