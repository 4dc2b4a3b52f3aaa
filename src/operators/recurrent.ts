/** Recurrent layers: the same step for every moment. https://onnx.ai/onnx/operators/onnx__LSTM.html */
import { type Dim, mul, product, sum } from '../model/dim.ts';
import { agreed, assertEqual, assertRank } from './formulas.ts';
import { float, floats, int, type Operand, type Operator, operator, string, strings, type Work } from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

export const settings = {
  activation_alpha: floats(),
  activation_beta: floats(),
  activations: strings(),
  clip: float(),
  direction: string('forward'),
  hidden_size: int(),
  layout: int(0n),
  output_sequence: int(0n),
};

interface Settings {
  readonly clip: number | undefined;
  readonly hidden_size: bigint | undefined;
  readonly layout: bigint;
}

/** What the sizes of a recurrent layer are called here. */
export interface Sizes {
  readonly steps: Dim;
  readonly batch: Dim;
  readonly input: Dim;
  readonly hidden: Dim;
  readonly directions: Dim;
}

/** From X `[T, B, I]` (`[B, T, I]` with layout 1), W `[D, gates·H, I]` and R `[D, gates·H, H]`. */
export function sizes(X: Operand, W: Operand, R: Operand, gates: bigint, a: Settings): Sizes {
  assertRank(X, 3);
  assertRank(W, 3);
  assertRank(R, 3);
  const swapped = a.layout !== 0n;
  const hidden = agreed(R.dim(2), a.hidden_size ?? R.dim(2), (r, h) => `hidden_size is ${h}, \`${R.name}\` says ${r}`);
  assertEqual(W.dim(1), mul(hidden, gates), (w, h) => `\`${W.name}\` has ${w} rows; ${h} expected for ${gates} gates`);
  const input = agreed(X.dim(2), W.dim(2), (x, w) => `\`${X.name}\` has ${x} features, \`${W.name}\` expects ${w}`);
  return { steps: X.dim(swapped ? 1 : 0), batch: X.dim(swapped ? 0 : 1), input, hidden, directions: W.dim(0) };
}

/** `[T, D, B, H]`, with layout 1 `[B, T, D, H]`; and the last state, `[D, B, H]` or `[B, D, H]`. */
export function shapes(s: Sizes, a: Settings): { readonly all: readonly Dim[]; readonly last: readonly Dim[] } {
  if (a.layout !== 0n)
    return { all: [s.batch, s.steps, s.directions, s.hidden], last: [s.batch, s.directions, s.hidden] };
  return { all: [s.steps, s.directions, s.batch, s.hidden], last: [s.directions, s.batch, s.hidden] };
}

/** gates · (I + H) · H multiply-accumulates for every step, sample and direction; `perUnit` operations for each state. */
export function work(s: Sizes, gates: bigint, perUnit: bigint): Work {
  const states = product([s.steps, s.batch, s.directions, s.hidden]);
  return { macs: product([states, gates, sum([s.input, s.hidden])]), other: mul(states, perUnit) };
}

/** Bias adds two vectors a gate; `clip` compares each gate's sum twice. */
export function extras(gates: bigint, B: Operand | undefined, a: Settings): bigint {
  return gates * ((B === undefined ? 0n : 2n) + (a.clip === undefined ? 0n : 2n));
}

const stored = { W: 'weight', R: 'weight', B: 'weight', sequence_lens: 'constant', initial_h: 'constant' } as const;

export const recurrent: readonly Operator[] = [
  operator({
    name: 'LSTM',
    revisions: [1, 7, 14, 22],
    source: page('LSTM'),
    doc: 'Long short-term memory. MACs: 4·(I + H)·H for every step, sample and direction, sequence lengths ignored. Other, per state: 4 sums of products, 5 activations, 4 operations on the cell and the output; 8 with a bias, 6 with peepholes, 8 with clip.',
    inputs: ['X', 'W', 'R', 'B?', 'sequence_lens?', 'initial_h?', 'initial_c?', 'P?'],
    outputs: ['Y?', 'Y_h?', 'Y_c?'],
    attributes: { ...settings, input_forget: int(0n) },
    shape: ({ X, W, R }, a) => {
      const { all, last } = shapes(sizes(X, W, R, 4n, a), a);
      return { Y: all, Y_h: last, Y_c: last };
    },
    work: ({ X, W, R, B, P }, _, a) => work(sizes(X, W, R, 4n, a), 4n, 13n + extras(4n, B, a) + (P ? 6n : 0n)),
    roles: { ...stored, initial_c: 'constant', P: 'weight' },
    examples: [
      {
        title: 'bidirectional over a symbolic sequence',
        given: { X: ['t', 'b', 8], W: [2, 64, 8], R: [2, 64, 16], B: [2, 128] },
        attributes: { direction: 'bidirectional', hidden_size: 16 },
        gives: { Y: ['t', 2, 'b', 16], Y_h: [2, 'b', 16], Y_c: [2, 'b', 16] },
        macs: '3072*b*t', // 2·16 · 4·(8 + 16)
        other: '672*b*t', // 2·16 · (13 + 8)
      },
      {
        title: 'batch first',
        given: { X: [3, 5, 8], W: [1, 64, 8], R: [1, 64, 16] },
        attributes: { hidden_size: 16, layout: 1 },
        gives: { Y: [3, 5, 1, 16], Y_h: [3, 1, 16] },
        macs: 23_040n, // 3·5·16 · 4·24
        other: 3120n, // 240·13
      },
    ],
  }),
  operator({
    name: 'GRU',
    revisions: [1, 3, 7, 14, 22],
    source: page('GRU'),
    doc: 'Gated recurrent unit. MACs: 3·(I + H)·H for every step, sample and direction. Other, per state: 3 sums of products, 3 activations, 5 operations on the gates; 6 with a bias, 6 with clip.',
    inputs: ['X', 'W', 'R', 'B?', 'sequence_lens?', 'initial_h?'],
    outputs: ['Y?', 'Y_h?'],
    attributes: { ...settings, linear_before_reset: int(0n) },
    shape: ({ X, W, R }, a) => {
      const { all, last } = shapes(sizes(X, W, R, 3n, a), a);
      return { Y: all, Y_h: last };
    },
    work: ({ X, W, R, B }, _, a) => work(sizes(X, W, R, 3n, a), 3n, 11n + extras(3n, B, a)),
    roles: stored,
    examples: [
      {
        given: { X: [5, 1, 8], W: [1, 48, 8], R: [1, 48, 16], B: [1, 96] },
        attributes: { hidden_size: 16 },
        gives: { Y: [5, 1, 1, 16], Y_h: [1, 1, 16] },
        macs: 5760n, // 5·16 · 3·24
        other: 1360n, // 80·(11 + 6)
      },
    ],
  }),
  operator({
    name: 'RNN',
    revisions: [1, 7, 14, 22],
    source: page('RNN'),
    doc: 'Plain recurrence. MACs: (I + H)·H for every step, sample and direction. Other, per state: a sum of products and an activation; 2 with a bias, 2 with clip.',
    inputs: ['X', 'W', 'R', 'B?', 'sequence_lens?', 'initial_h?'],
    outputs: ['Y?', 'Y_h?'],
    attributes: settings,
    shape: ({ X, W, R }, a) => {
      const { all, last } = shapes(sizes(X, W, R, 1n, a), a);
      return { Y: all, Y_h: last };
    },
    work: ({ X, W, R, B }, _, a) => work(sizes(X, W, R, 1n, a), 1n, 2n + extras(1n, B, a)),
    roles: stored,
    examples: [
      {
        given: { X: [5, 1, 8], W: [1, 16, 8], R: [1, 16, 16], B: [1, 32] },
        attributes: { hidden_size: 16 },
        gives: { Y: [5, 1, 1, 16], Y_h: [1, 1, 16] },
        macs: 1920n, // 5·16 · 24
        other: 320n, // 80·(2 + 2)
      },
    ],
  }),
];
