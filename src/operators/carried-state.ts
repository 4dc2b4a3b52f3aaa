/** Layers that carry a state through time instead of looking back, as onnxruntime runs them, and their gates. */
import { add, type Dim, floorDiv, max, mul, product, sub, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertEqual, assertRank, other, size } from './formulas.ts';
import {
  float,
  int,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
  type Work,
} from './operator.ts';

/** What a state of `[dk, dv]` a head costs; `heads` those of the keys, `readers` those of the results. */
interface Recurrence {
  readonly rule: string;
  readonly steps: Dim;
  readonly heads: Dim;
  readonly readers: Dim;
  readonly keySize: Dim;
  readonly valueSize: Dim;
}

function recurrenceWork(r: Recurrence): Work {
  const cells = product([r.steps, r.heads, r.keySize, r.valueSize]);
  const delta = r.rule.endsWith('delta');
  const results = product([r.steps, r.readers, r.valueSize]);
  return {
    macs: add(mul(results, r.keySize), mul(cells, delta ? 2n : 1n)),
    other: sum([
      r.rule.startsWith('gated') ? cells : 0n,
      delta ? product([r.steps, r.heads, r.valueSize, 2n]) : 0n,
      results,
    ]),
  };
}

const recurrenceDoc =
  'MACs, per step: heads·dk·dv to read the state, as many for the key heads to write it, as many again with a delta rule to read what is stored. Other: state elements once per step to decay (gated rules); per value element a difference and a product (delta rules); per output element a product with the scale.';

/** Sigmoid and product. */
const silu = (activation: string): bigint => (activation === 'none' ? 0n : 2n);

/** Positions the filter looks back. */
function lookback(weight: Operand, dilation: bigint): Dim {
  return mul(sub(weight.dim(-1), 1n), dilation);
}

const kernelSize = (weight: Operand): Dim => product(weight.shape.slice(2));

export const carriedState: readonly Operator[] = [
  operator({
    name: 'LinearAttention',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('LinearAttention'),
    doc: `Attention by a state that is carried through time, \`[dk, dv]\` a head; with \`state_window\` the last of them are kept. ${recurrenceDoc}`,
    inputs: ['query', 'key', 'value', 'past_state?', 'decay?', 'beta?'],
    outputs: ['output', 'present_state'],
    attributes: {
      chunk_size: int(64n),
      kv_num_heads: required(int()),
      q_num_heads: required(int()),
      scale: float(0),
      state_window: int(0n),
      update_rule: string('gated_delta'),
    },
    dtype: ({ query, past_state }) => ({ output: query.dtype, present_state: past_state?.dtype ?? query.dtype }),
    shape: ({ query, key, value }, a) => {
      const r = recurrence(query, key, value, a);
      const window = a.state_window === 0n ? [] : [a.state_window];
      return {
        output: [query.dim(0), query.dim(1), mul(r.readers, r.valueSize)],
        present_state: [...window, query.dim(0), a.kv_num_heads, r.keySize, r.valueSize],
      };
    },
    work: ({ query, key, value }, _, a) => recurrenceWork(recurrence(query, key, value, a)),
    examples: [
      {
        given: { query: [1, 't', 32], key: [1, 't', 16], value: [1, 't', 24] },
        attributes: { q_num_heads: 4, kv_num_heads: 2 },
        gives: { output: [1, 't', 48], present_state: [1, 2, 8, 12] },
        macs: '768*t', // 4·8·12 + 2 · 2·8·12
        other: '288*t', // 192 + 2·24 + 48
      },
      {
        title: 'more value heads than query heads, and 3 states kept',
        given: { query: [1, 't', 16], key: [1, 't', 32], value: [1, 't', 48] },
        attributes: { q_num_heads: 2, kv_num_heads: 4, update_rule: 'linear', state_window: 3 },
        gives: { output: [1, 't', 48], present_state: [3, 1, 4, 8, 12] },
        macs: '768*t', // 4·8·12 + 4·8·12
        other: '48*t',
      },
    ],
  }),
  operator({
    name: 'GatedDeltaNet',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GatedDeltaNet'),
    doc: `LinearAttention over packed tokens \`[T, heads, d]\`, or \`[B, S, heads, d]\`. ${recurrenceDoc} One more per decay and update rate that is activated here, 3 per query and key element to normalize.`,
    inputs: [
      'query',
      'key',
      'value',
      'cu_seqlens?',
      'decay?',
      'beta?',
      'initial_state?',
      'a_log?',
      'dt_bias?',
      'capture_count?',
      'state_update_active?',
    ],
    outputs: ['output', 'final_state?', 'state_update?'],
    attributes: {
      beta_activation: string('none'),
      chunk_size: int(64n),
      gate_activation: string('none'),
      qk_l2_norm: int(0n),
      scale: float(0),
      state_update_capacity: int(0n),
      update_rule: string('gated_delta'),
    },
    dtype: { final_state: 'float32', state_update: 'float32' },
    shape: ({ query, key, value, initial_state, cu_seqlens }, a) => {
      const readers = max(query.dim(-2), value.dim(-2));
      const ragged = cu_seqlens === undefined ? undefined : sub(cu_seqlens.dim(0), 1n);
      const batch = initial_state?.dim(0) ?? ragged ?? (query.rank === 4 ? query.dim(0) : 1n);
      const captured = sum([value.dim(-2), mul(key.dim(-2), key.dim(-1)), mul(value.dim(-2), value.dim(-1))]);
      return {
        output: [...query.shape.slice(0, -2), readers, value.dim(-1)],
        final_state: [batch, value.dim(-2), value.dim(-1), query.dim(-1)],
        state_update: [batch, mul(captured, a.state_update_capacity)],
      };
    },
    work: ({ query, key, value, decay, beta }, _, a) => {
      const work = recurrenceWork({
        rule: a.update_rule,
        steps: product(query.shape.slice(0, -2)),
        heads: value.dim(-2),
        readers: max(query.dim(-2), value.dim(-2)),
        keySize: query.dim(-1),
        valueSize: value.dim(-1),
      });
      return {
        macs: work.macs,
        other: sum([
          work.other,
          a.gate_activation === 'none' || decay === undefined ? 0n : mul(size(decay), 5n),
          a.beta_activation === 'none' || beta === undefined ? 0n : size(beta),
          a.qk_l2_norm === 0n ? 0n : mul(add(size(query), size(key)), 3n),
        ]),
      };
    },
    roles: { cu_seqlens: 'constant', a_log: 'weight', dt_bias: 'weight', capture_count: 'constant' },
    examples: [
      {
        given: { query: ['t', 2, 8], key: ['t', 2, 8], value: ['t', 4, 12], initial_state: [1, 4, 12, 8] },
        gives: { output: ['t', 4, 12], final_state: [1, 4, 12, 8] },
        macs: '1152*t', // 4·12·8 · 3
        other: '528*t', // 384 + 2·48 + 48
      },
    ],
  }),
  operator({
    name: 'CausalConvWithState',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('CausalConvWithState'),
    doc: 'A depthwise convolution that sees only the past along its last axis, and carries on what it must remember: (k − 1)·dilation positions. MACs: |output| · K; other: one addition per element with a bias, two operations with an activation.',
    inputs: ['input', 'weight', 'bias?', 'past_state?'],
    outputs: ['output', 'present_state'],
    attributes: {
      activation: string('none'),
      channels_last: int(0n),
      dilation: int(1n),
      ndim: int(1n),
      state_window: int(0n),
    },
    shape: ({ input, weight }, a) => {
      const back = lookback(weight, a.dilation);
      const [batch = 1n, second = 1n, ...rest] = input.shape;
      const slot = a.channels_last === 0n ? [batch, second, ...rest.slice(0, -1), back] : [batch, back, ...rest];
      return { output: input.shape, present_state: a.state_window === 0n ? slot : [a.state_window, ...slot] };
    },
    work: ({ input, weight, bias }, _, a) => ({
      macs: mul(size(input), kernelSize(weight)),
      other: mul(size(input), (bias ? 1n : 0n) + silu(a.activation)),
    }),
    roles: { weight: 'weight', bias: 'weight' },
    examples: [
      {
        given: { input: [1, 6, 't'], weight: [6, 1, 4] },
        attributes: { activation: 'silu', dilation: 2 },
        gives: { output: [1, 6, 't'], present_state: [1, 6, 6] },
        macs: '24*t', // 6·4
        other: '12*t',
      },
      {
        title: 'time before channels',
        given: { input: ['b', 't', 6], weight: [6, 1, 4], bias: [6] },
        attributes: { channels_last: 1 },
        gives: { output: ['b', 't', 6], present_state: ['b', 3, 6] },
        macs: '24*b*t',
        other: '6*b*t',
      },
    ],
  }),
  operator({
    name: 'VarlenCausalConvWithState',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('VarlenCausalConvWithState'),
    doc: 'CausalConvWithState over packed tokens `[T, channels]`. MACs: |output| · k; other: one addition per element with a bias, two operations with an activation.',
    inputs: ['input', 'weight', 'cumulative_sequence_length', 'bias?', 'initial_state', 'capture_count?'],
    outputs: ['output', 'final_state', 'state_update?'],
    attributes: { activation: string('none'), dilation: int(1n), state_update_capacity: int(0n) },
    shape: ({ input, initial_state }, a) => ({
      output: input.shape,
      final_state: initial_state.shape,
      state_update: [initial_state.dim(0), a.state_update_capacity, input.dim(1)],
    }),
    work: ({ input, weight, bias }, _, a) => ({
      macs: mul(size(input), kernelSize(weight)),
      other: mul(size(input), (bias ? 1n : 0n) + silu(a.activation)),
    }),
    roles: { weight: 'weight', bias: 'weight', cumulative_sequence_length: 'constant', capture_count: 'constant' },
    examples: [
      {
        given: {
          input: ['t', 6],
          weight: [6, 1, 4],
          cumulative_sequence_length: { shape: [3], dtype: 'int32' },
          initial_state: [2, 6, 3],
        },
        gives: { output: ['t', 6], final_state: [2, 6, 3] },
        macs: '24*t', // 6·4
      },
    ],
  }),
  operator({
    name: 'LinearAttentionGate',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('LinearAttentionGate'),
    doc: 'The decay and the update rate of a gated delta rule: per decay a sum, the 3 operations of Softplus and a product, per update rate a sigmoid.',
    inputs: ['a', 'dt_bias', 'decay_scale', 'b?'],
    outputs: ['decay', 'beta?'],
    shape: ({ a, b }) => ({ decay: a.shape, beta: (b ?? a).shape }),
    work: ({ a, b }) => other(add(mul(size(a), 5n), b ? size(b) : 0n)),
    roles: { dt_bias: 'weight', decay_scale: 'weight' },
    examples: [
      {
        given: { a: ['b', 't', 8], dt_bias: [8], decay_scale: [8], b: ['b', 't', 8] },
        gives: { decay: ['b', 't', 8], beta: ['b', 't', 8] },
        other: '48*b*t', // 8·6
      },
    ],
  }),
  operator({
    name: 'GatedRMSNorm',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GatedRMSNorm'),
    doc: 'Scales groups of C elements by their root mean square, and multiplies by a gate: per element 4 operations, 2 of the gate’s SiLU and a product; 4 per group.',
    inputs: ['X', 'scale', 'gate'],
    outputs: ['Y'],
    shape: ({ X, gate }) => {
      assertEqual(X.dim(-1), gate.dim(-1), (x, g) => `\`${X.name}\` has ${x} features, \`${gate.name}\` ${g}`);
      return { Y: X.shape };
    },
    work: ({ X, scale }) => other(add(mul(size(X), 7n), mul(floorDiv(size(X), scale.dim(0)), 4n))),
    memory: 'inplace',
    roles: { scale: 'weight' },
    examples: [
      {
        given: { X: ['b', 't', 32], scale: [8], gate: ['b', 't', 32] },
        gives: { Y: ['b', 't', 32] },
        other: '240*b*t', // 32·7 + 4·4
      },
    ],
  }),
  operator({
    name: 'GatedAdd',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GatedAdd'),
    doc: 'Adds a tensor times a gate for each row: 2 operations per element.',
    inputs: ['X', 'Y', 'gate'],
    outputs: ['output'],
    shape: ({ X }) => ({ output: X.shape }),
    work: ({ X }) => other(mul(size(X), 2n)),
    memory: 'inplace',
    examples: [{ given: { X: ['b', 8], Y: ['b', 8], gate: ['b', 1] }, gives: { output: ['b', 8] }, other: '16*b' }],
  }),
  operator({
    name: 'EngramGate',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('EngramGate'),
    doc: 'Multiplies a value by a gate from how well a key fits a query. MACs: the dot product of both; other: 4 per key and query element to scale them by their root mean square, 4 for each of the two rows, 6 per gate, a product per output element.',
    inputs: ['key', 'query', 'value', 'key_norm_scale', 'query_norm_scale'],
    outputs: ['output'],
    attributes: { epsilon: float(1e-5) },
    shape: ({ key }) => {
      assertRank(key, 4);
      return { output: key.shape };
    },
    work: ({ key }) => {
      const gates = product(key.shape.slice(0, 3));
      return { macs: size(key), other: add(mul(size(key), 9n), mul(gates, 14n)) };
    },
    roles: { key_norm_scale: 'weight', query_norm_scale: 'weight' },
    examples: [
      {
        given: {
          key: [1, 5, 2, 16],
          query: [1, 5, 2, 16],
          value: [1, 5, 16],
          key_norm_scale: [2, 16],
          query_norm_scale: [2, 16],
        },
        gives: { output: [1, 5, 2, 16] },
        macs: 160n,
        other: 1580n, // 160·9 + 10·14
      },
    ],
  }),
];

interface Heads {
  readonly q_num_heads: bigint;
  readonly kv_num_heads: bigint;
  readonly update_rule: string;
}

/** Query `[B, T, heads·dk]`, key and value `[B, T, key heads·d]`. */
function recurrence(query: Operand, key: Operand, value: Operand, a: Heads): Recurrence {
  assertRank(query, 3);
  if (a.q_num_heads < 1n || a.kv_num_heads < 1n)
    throw new Mismatch(`it has ${a.q_num_heads} query and ${a.kv_num_heads} key heads`);
  return {
    rule: a.update_rule,
    steps: mul(query.dim(0), query.dim(1)),
    heads: a.kv_num_heads,
    readers: a.q_num_heads > a.kv_num_heads ? a.q_num_heads : a.kv_num_heads,
    keySize: floorDiv(key.dim(2), a.kv_num_heads),
    valueSize: floorDiv(value.dim(2), a.kv_num_heads),
  };
}
