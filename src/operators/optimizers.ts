/**
 * How onnxruntime updates weights when it trains: optimizers, and what gathers and clips gradients for them.
 * https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc
 */
import { add, type Dim, mul, type Shape, sum, unknown } from '../model/dim.ts';
import { other, size } from './formulas.ts';
import { trainingPage } from './gradients.ts';
import {
  type Fact,
  float,
  free,
  int,
  Mismatch,
  Operand,
  type Operator,
  operator,
  string,
  Undetermined,
} from './operator.ts';

const from = { domain: 'com.microsoft', revisions: [1], source: trainingPage } as const;

/** Elements of all items of a sequence; ends the rule where not all are known. */
function elementsOf(x: Operand): Dim {
  if (x.fact.kind !== 'sequence') throw new Mismatch(`\`${x.name}\` is a ${x.fact.kind}; a sequence expected`);
  const { items } = x.fact;
  if (items === undefined) throw new Undetermined(`what \`${x.name}\` holds is not known item by item`);
  return sum(items.map((fact) => size(new Operand(x.name, fact))));
}

const scalar = (dtype: 'bool' | 'int64', shape: Shape = []): Fact => ({ kind: 'tensor', dtype, shape });

const accumulating = 'An addition per element.';

export const optimizers = (): readonly Operator[] => [
  operator({
    ...from,
    name: 'SGDOptimizer',
    doc: 'A product and a difference per element.',
    inputs: ['ETA', 'W', 'G'],
    outputs: ['NW?', 'NG?'],
    dtype: { NW: 'W', NG: 'G' },
    shape: ({ W, G }) => ({ NW: W.shape, NG: G.shape }),
    work: ({ W }) => other(mul(size(W), 2n)),
    roles: { ETA: 'constant', W: 'weight' },
    examples: [{ given: { ETA: [], W: [4, 8], G: [4, 8] }, gives: { NW: [4, 8], NG: [4, 8] }, other: 64n }],
  }),
  operator({
    ...from,
    name: 'SGDOptimizerV2',
    doc: 'A product and a difference per element of every weight.',
    inputs: ['lr', 'weights', 'gradients', 'update_signal?'],
    outputs: ['update_completed', 'updated_weights?'],
    facts: ({ weights }) => ({ update_completed: scalar('bool'), updated_weights: weights.fact }),
    shape: () => ({ update_completed: [], updated_weights: unknown('it is no tensor') }),
    work: ({ weights }) => other(mul(elementsOf(weights), 2n)),
    roles: { lr: 'constant', update_signal: 'constant' },
    examples: [
      {
        given: { lr: [1], weights: { sequence: [[4, 8], [8]] }, gradients: { sequence: [[4, 8], [8]] } },
        gives: { update_completed: [], updated_weights: { sequence: [[4, 8], [8]] } },
        other: 80n, // 2·(32 + 8)
      },
    ],
  }),
  operator({
    ...from,
    name: 'AdamOptimizer',
    doc: 'Moving averages of the gradient (3) and of its square (4), their corrections (2, unless left out), root, small constant and quotient (3), decay of weights (2), product and step (2): 16 operations per element.',
    inputs: [
      'R',
      'T',
      'weights',
      'gradients',
      'moment_1',
      'moment_2',
      'mixed_precision_weights?',
      'loss_scale?',
      'global_gradient_norm?',
      'update_signal?',
    ],
    outputs: [
      'new_T',
      'new_moment_1',
      'new_moment_2',
      'new_weights?',
      'new_gradients?',
      'new_mixed_precision_weights?',
    ],
    attributes: {
      alpha: float(0.9),
      beta: float(0.999),
      do_bias_correction: int(1n),
      epsilon: float(1e-8),
      lambda: float(0),
      max_norm_clip: float(1),
      weight_decay_mode: int(0n),
    },
    dtype: {
      new_T: 'T',
      new_moment_1: 'moment_1',
      new_moment_2: 'moment_2',
      new_weights: 'weights',
      new_gradients: 'gradients',
      new_mixed_precision_weights: 'mixed_precision_weights',
    },
    shape: ({ T, weights: { shape } }) => ({
      new_T: T.shape,
      new_moment_1: shape,
      new_moment_2: shape,
      new_weights: shape,
      new_gradients: shape,
      new_mixed_precision_weights: shape,
    }),
    work: ({ weights }, _, a) => other(mul(size(weights), a.do_bias_correction === 0n ? 14n : 16n)),
    roles: { R: 'constant', T: 'constant', weights: 'weight', moment_1: 'statistic', moment_2: 'statistic' },
    examples: [
      {
        given: {
          R: [],
          T: { shape: [], dtype: 'int64' },
          weights: [4, 8],
          gradients: [4, 8],
          moment_1: [4, 8],
          moment_2: [4, 8],
        },
        gives: { new_T: { shape: [], dtype: 'int64' }, new_moment_1: [4, 8], new_weights: [4, 8] },
        other: 512n, // 16·32
      },
    ],
  }),
  operator({
    ...from,
    name: 'AdamWOptimizer',
    doc: 'As AdamOptimizer, of every weight of a sequence: 16 operations per element, 14 where averages are not corrected.',
    inputs: ['lr', 'step', 'weights', 'gradients', 'momentums_1', 'momentums_2', 'update_signal?'],
    outputs: ['updated_flag', 'updated_weights?', 'updated_momentums_1?', 'updated_momentums_2?'],
    attributes: {
      adam_mode: int(0n),
      alpha: float(0.9),
      beta: float(0.999),
      correct_bias: int(1n),
      epsilon: float(1e-8),
      weight_decay: float(0.01),
    },
    facts: ({ step, weights, momentums_1, momentums_2 }) => ({
      updated_flag: scalar('int64', step.shape),
      updated_weights: weights.fact,
      updated_momentums_1: momentums_1.fact,
      updated_momentums_2: momentums_2.fact,
    }),
    shape: ({ step }) => {
      const open = unknown('it is no tensor');
      return {
        updated_flag: step.shape,
        updated_weights: open,
        updated_momentums_1: open,
        updated_momentums_2: open,
      };
    },
    work: ({ weights }, _, a) => other(mul(elementsOf(weights), a.correct_bias === 0n ? 14n : 16n)),
    roles: { lr: 'constant', step: 'constant', update_signal: 'constant' },
    examples: [
      {
        given: {
          lr: [1],
          step: { shape: [1], dtype: 'int64' },
          weights: { sequence: [[4, 8]] },
          gradients: { sequence: [[4, 8]] },
          momentums_1: { sequence: [[4, 8]] },
          momentums_2: { sequence: [[4, 8]] },
        },
        gives: { updated_flag: { shape: [1], dtype: 'int64' }, updated_weights: { sequence: [[4, 8]] } },
        other: 512n,
      },
    ],
  }),
  operator({
    ...from,
    name: 'InplaceClipGradNorm',
    doc: 'Gradients scaled down to a norm of all of them: square, sum and product, 3 operations per element, a root and a quotient.',
    inputs: ['gradients'],
    outputs: ['clipped_gradients'],
    attributes: { max_norm: float(1), norm_type: string('fro') },
    facts: ({ gradients }) => ({ clipped_gradients: gradients.fact }),
    shape: () => ({ clipped_gradients: unknown('it is no tensor') }),
    work: ({ gradients }) => other(add(mul(elementsOf(gradients), 3n), 2n)),
    examples: [
      {
        given: { gradients: { sequence: [[4, 8], [8]] } },
        gives: { clipped_gradients: { sequence: [[4, 8], [8]] } },
        other: 122n, // 3·40 + 2
      },
    ],
  }),
  operator({
    ...from,
    name: 'InPlaceAccumulator',
    doc: accumulating,
    inputs: ['old_sum', 'value', 'update_signal?'],
    outputs: ['new_sum'],
    shape: ({ old_sum }) => ({ new_sum: old_sum.shape }),
    work: ({ old_sum }) => other(size(old_sum)),
    memory: 'inplace',
    examples: [{ given: { old_sum: ['n', 8], value: ['n', 8] }, gives: { new_sum: ['n', 8] }, other: '8*n' }],
  }),
  operator({
    ...from,
    name: 'InPlaceAccumulatorV2',
    doc: accumulating,
    inputs: ['accumulation_buffer', 'value', 'overwrite_flag?'],
    outputs: ['updated_flag', 'accumulation_buffer_out?'],
    dtype: { updated_flag: 'bool' },
    shape: ({ accumulation_buffer }) => ({ updated_flag: [1n], accumulation_buffer_out: accumulation_buffer.shape }),
    work: ({ accumulation_buffer }) => other(size(accumulation_buffer)),
    examples: [
      {
        given: { accumulation_buffer: ['n', 8], value: ['n', 8] },
        gives: { updated_flag: { shape: [1], dtype: 'bool' }, accumulation_buffer_out: ['n', 8] },
        other: '8*n',
      },
    ],
  }),
  operator({
    ...from,
    name: 'ZeroGradient',
    doc: 'Zeros of the shape of a gradient. Computes nothing.',
    inputs: ['old_gradient', 'reset_signal'],
    outputs: ['zero_gradient'],
    shape: ({ old_gradient }) => ({ zero_gradient: old_gradient.shape }),
    work: free,
    examples: [{ given: { old_gradient: ['n', 8], reset_signal: [] }, gives: { zero_gradient: ['n', 8] } }],
  }),
];
