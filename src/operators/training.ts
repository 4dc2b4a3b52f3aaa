/** What training adds to a graph: losses and optimizers. */
import { add, type Dim, mul, product, unknown } from '../model/dim.ts';
import { other, size } from './formulas.ts';
import {
  float,
  int,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
  strings,
  type Work,
} from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
const preview = (name: string): string => `https://onnx.ai/onnx/operators/onnx_aionnxpreviewtraining_${name}.html`;

/** One loss for each target, or one for all. */
export function losses(target: Operand, reduction: string): readonly Dim[] {
  return reduction === 'none' ? target.shape : [];
}

/** For each target a sign, a product with its weight, and an addition where they are summed; a mean divides once. */
export function lossWork(target: Operand, weight: Operand | undefined, reduction: string): Dim {
  const each = 1n + (weight === undefined ? 0n : 1n) + (reduction === 'none' ? 0n : 1n);
  return add(mul(size(target), each), reduction === 'mean' ? 1n : 0n);
}

/** Inputs are a rate, a step count, then `kinds` equal lists of tensors: values, gradients, state. */
function lists(inputs: readonly Operand[], kinds: number): readonly (readonly Operand[])[] {
  if (inputs.length % kinds !== 0)
    throw new Mismatch(`it has ${inputs.length} tensors; a multiple of ${kinds} expected: values, gradients and state`);
  const count = inputs.length / kinds;
  return Array.from({ length: kinds }, (_, k) => inputs.slice(k * count, (k + 1) * count));
}

/** The new values and the new state have the shapes of the old; gradients have none. */
function updated(inputs: readonly Operand[], kinds: number): readonly (readonly Dim[])[] {
  const [values = [], , ...state] = lists(inputs, kinds);
  return [...values, ...state.flat()].map((x) => x.shape);
}

function updatedTypes(inputs: readonly Operand[], kinds: number): readonly Operand['dtype'][] {
  const [values = [], , ...state] = lists(inputs, kinds);
  return [...values, ...state.flat()].map((x) => x.dtype);
}

function optimizerWork(inputs: readonly Operand[], kinds: number, each: bigint): Work {
  const [values = []] = lists(inputs, kinds);
  return other(values.reduce<Dim>((n, x) => add(n, mul(product(x.shape), each)), 0n));
}

const optimizer = (name: string, kinds: number, each: (mode: string) => bigint, doc: string): Operator =>
  operator({
    domain: 'ai.onnx.preview.training',
    name,
    revisions: [1],
    source: preview(name),
    doc,
    inputs: ['R', 'T', '...inputs'],
    outputs: ['...outputs'],
    attributes: {
      alpha: float(0.9),
      beta: float(0.999),
      decay_factor: float(0),
      epsilon: float(0),
      mode: string('standard'),
      norm_coefficient: float(0),
      norm_coefficient_post: float(0),
    },
    dtype: ({ inputs }) => ({ outputs: updatedTypes(inputs, kinds) }),
    shape: ({ inputs }) => ({ outputs: updated(inputs, kinds) }),
    work: ({ inputs }, _, { mode }) => optimizerWork(inputs, kinds, each(mode)),
    roles: { R: 'constant', T: 'constant' },
    examples: [
      {
        title: 'one tensor, its gradient and its state',
        given: {
          R: [],
          T: { shape: [], dtype: 'int64' },
          inputs: Array.from({ length: kinds }, () => ({ shape: [2, 'n'] })),
        },
        gives: { outputs: Array.from({ length: kinds - 1 }, () => ({ shape: [2, 'n'] })) },
        other: `${2n * each('standard')}*n`,
      },
    ],
  });

export const training: readonly Operator[] = [
  operator({
    name: 'NegativeLogLikelihoodLoss',
    revisions: [12, 13, 22],
    source: page('NegativeLogLikelihoodLoss'),
    doc: 'The negated log-probability of each target class, one for each or their sum or mean: a sign per target, a product where classes have weights, an addition where they are reduced, a division for the mean.',
    inputs: ['input', 'target', 'weight?'],
    outputs: ['loss'],
    attributes: { ignore_index: int(), reduction: string('mean') },
    shape: ({ target }, { reduction }) => ({ loss: losses(target, reduction) }),
    work: ({ target, weight }, _, { reduction }) => other(lossWork(target, weight, reduction)),
    roles: { target: 'constant' },
    examples: [
      {
        given: { input: ['n', 5, 6], target: { shape: ['n', 6], dtype: 'int64' }, weight: [5] },
        attributes: { reduction: 'none' },
        gives: { loss: { shape: ['n', 6], dtype: 'float32' } },
        other: '12*n',
      },
      {
        title: 'the mean',
        given: { input: ['n', 5], target: { shape: ['n'], dtype: 'int64' } },
        gives: { loss: [] },
        other: '2*n + 1',
      },
    ],
  }),
  operator({
    name: 'SoftmaxCrossEntropyLoss',
    revisions: [12, 13],
    source: page('SoftmaxCrossEntropyLoss'),
    doc: 'LogSoftmax over the classes (5 operations per score and a logarithm per target), then the negated log-probability of each target class as NegativeLogLikelihoodLoss counts it.',
    inputs: ['scores', 'labels', 'weights?'],
    outputs: ['output', 'log_prob?'],
    attributes: { ignore_index: int(), reduction: string('mean') },
    shape: ({ scores, labels }, { reduction }) => ({ output: losses(labels, reduction), log_prob: scores.shape }),
    work: ({ scores, labels, weights }, _, { reduction }) =>
      other(add(add(mul(size(scores), 5n), size(labels)), lossWork(labels, weights, reduction))),
    roles: { labels: 'constant' },
    examples: [
      {
        given: { scores: ['n', 5], labels: { shape: ['n'], dtype: 'int64' } },
        attributes: { reduction: 'sum' },
        gives: { output: [], log_prob: ['n', 5] },
        other: '28*n', // 5·5 + 1 for the LogSoftmax, 2 for the loss
      },
    ],
  }),
  operator({
    domain: 'ai.onnx.preview.training',
    name: 'Gradient',
    revisions: [1],
    source: preview('Gradient'),
    doc: 'The gradients of a value by others, each of the shape of what it is taken by. What computing them costs depends on the graph in between, so its work is unknown.',
    inputs: ['...Inputs'],
    outputs: ['...Outputs'],
    attributes: { xs: required(strings()), y: required(string()), zs: strings() },
    shape: ({ Inputs }, { xs }) => ({ Outputs: Inputs.slice(0, xs.length).map((x) => x.shape) }),
    work: (_, __, ___, call) => other(unknown(`\`${call.label}\`: the graph between its values decides`)),
    examples: [
      {
        given: { Inputs: [{ shape: ['n'] }, { shape: [3] }] },
        attributes: { xs: ['a', 'b'], y: 'c' },
        gives: { Outputs: [{ shape: ['n'] }, { shape: [3] }] },
        other: '?',
      },
    ],
  }),
  optimizer(
    'Adagrad',
    3,
    () => 9n,
    'Regularized gradient (2), squared and added to its history (2), its root and a small constant (2), product, quotient and step (3): 9 operations per element.',
  ),
  optimizer(
    'Adam',
    4,
    () => 15n,
    'Regularized gradient (2), moving average of gradients (3) and of their squares (4), its root and a small constant (2), product, quotient and step (3), shrinking (1): 15 operations per element.',
  ),
  optimizer(
    'Momentum',
    3,
    (mode) => (mode === 'nesterov' ? 9n : 7n),
    'Regularized gradient (2), momentum (3), product and step (2): 7 operations per element; 9 in Nesterov’s mode.',
  ),
];
