/**
 * A recurrent layer that attends at every step: an LSTM whose input is joined with what it attended to before.
 * https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/attn_lstm_schema_defs.cc
 */
import { add, type Dim, equal, mul, product, sum } from '../model/dim.ts';
import { formatDim } from '../model/dim-text.ts';
import { assertEqual, assertRank } from './formulas.ts';
import { int, Mismatch, type Operand, type Operator, operator, type Work } from './operator.ts';
import { extras, settings } from './recurrent.ts';

interface Inputs {
  readonly X: Operand;
  readonly W: Operand;
  readonly R: Operand;
  readonly QW: Operand;
  readonly MW: Operand;
  readonly M: Operand;
  readonly AW: Operand | undefined;
}

/** What the sizes of the layer are called here: of the recurrence, then of the memory it attends to. */
interface Sizes {
  readonly steps: Dim;
  readonly batch: Dim;
  readonly directions: Dim;
  readonly hidden: Dim;
  /** Of X and of what was attended to before, side by side. */
  readonly input: Dim;
  readonly memory: Dim;
  readonly depth: Dim;
  readonly width: Dim;
}

function sizes({ X, W, R, QW, MW, M, AW }: Inputs): Sizes {
  for (const x of [X, W, R, QW, MW, M]) assertRank(x, 3);
  if (AW !== undefined) assertRank(AW, 3);
  const depth = M.dim(2);
  const attended = AW === undefined ? depth : AW.dim(2);
  const input = add(X.dim(2), attended);
  if (equal(W.dim(2), input) === false)
    throw new Mismatch(
      `\`${W.name}\` takes ${formatDim(W.dim(2))} features; ${formatDim(X.dim(2))} of \`${X.name}\` and ${formatDim(attended)} attended to expected`,
    );
  assertEqual(MW.dim(1), depth, (w, m) => `\`${MW.name}\` takes ${w} features, \`${M.name}\` has ${m}`);
  return {
    steps: X.dim(0),
    batch: X.dim(1),
    directions: W.dim(0),
    hidden: R.dim(2),
    input: W.dim(2),
    memory: M.dim(1),
    depth,
    width: MW.dim(2),
  };
}

/** Keys once; then at every step the gates, the query, its scores, the context and the attention layer. */
function layerWork(given: Inputs, B: Operand | undefined, P: Operand | undefined, clip: number | undefined): Work {
  const s = sizes(given);
  const runs = product([s.batch, s.directions]);
  const keys = product([runs, s.memory, s.depth, s.width]);
  const gates = product([4n, s.hidden, add(s.input, s.hidden)]);
  const query = mul(s.hidden, s.width);
  const attended = given.AW === undefined ? 0n : mul(add(s.hidden, s.depth), given.AW.dim(2));
  const scores = mul(s.memory, add(s.width, s.depth));
  const perUnit = 13n + extras(4n, B, { clip, hidden_size: undefined, layout: 0n }) + (P === undefined ? 0n : 6n);
  // Per key element a sum and a tangent, per score the 5 operations of Softmax.
  const attending = mul(s.memory, add(mul(2n, s.width), 5n));
  return {
    macs: add(keys, product([runs, s.steps, sum([gates, query, scores, attended])])),
    other: product([runs, s.steps, add(mul(s.hidden, perUnit), attending)]),
  };
}

const sequences = { X: [3, 2, 4], R: [1, 20, 5], QW: [1, 5, 7], MW: [1, 9, 7], V: [1, 7], M: [2, 8, 9] };

export const attendedRecurrence: readonly Operator[] = [
  operator({
    name: 'AttnLSTM',
    domain: 'com.microsoft',
    revisions: [1],
    source:
      'https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/attn_lstm_schema_defs.cc',
    doc: 'An LSTM with Bahdanau attention on a memory M. MACs: for every sample and direction the keys M · MW once; at every step 4·(I + H)·H as LSTM, I counting what was attended to, then the query, a score and a share of the context for each of M, and the attention layer. Other: per state as LSTM; per key element 2, per score 5. Lengths of sequences are ignored.',
    inputs: [
      'X',
      'W',
      'R',
      'B?',
      'sequence_lens?',
      'initial_h?',
      'initial_c?',
      'P?',
      'QW',
      'MW',
      'V',
      'M',
      'memory_seq_lens?',
      'AW?',
    ],
    outputs: ['Y?', 'Y_h?', 'Y_c?'],
    attributes: {
      activation_alpha: settings.activation_alpha,
      activation_beta: settings.activation_beta,
      activations: settings.activations,
      clip: settings.clip,
      direction: settings.direction,
      hidden_size: settings.hidden_size,
      input_forget: int(0n),
    },
    shape: (given) => {
      const s = sizes(given);
      const last = [s.directions, s.batch, s.hidden];
      return { Y: [s.steps, s.directions, s.batch, s.hidden], Y_h: last, Y_c: last };
    },
    work: (given, _, { clip }) => layerWork(given, given.B, given.P, clip),
    roles: {
      W: 'weight',
      R: 'weight',
      B: 'weight',
      sequence_lens: 'constant',
      initial_h: 'constant',
      initial_c: 'constant',
      P: 'weight',
      QW: 'weight',
      MW: 'weight',
      V: 'weight',
      memory_seq_lens: 'constant',
      AW: 'weight',
    },
    examples: [
      {
        given: { ...sequences, W: [1, 20, 13] },
        gives: { Y: [3, 1, 2, 5], Y_h: [1, 2, 5], Y_c: [1, 2, 5] },
        macs: 4146n, // 2·8·9·7 keys, and 6 · (20·(13 + 5) + 5·7 + 8·(7 + 9)) = 6 · 523
        other: 1302n, // 6 · (5·13 + 8·(2·7 + 5))
      },
      {
        title: 'with an attention layer, and a bias',
        given: { ...sequences, W: [1, 20, 10], B: [1, 40], AW: [1, 14, 6] },
        gives: { Y: [3, 1, 2, 5] },
        macs: 4290n, // 1008 + 6 · (20·(10 + 5) + 35 + 128 + 14·6) = 1008 + 6 · 547
        other: 1542n, // 6 · (5·21 + 152)
      },
    ],
  }),
];
