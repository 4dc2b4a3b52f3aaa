/** Losses of a batch of predictions `[N, C, …]` against targets `[N, …]`. */
import { add, type Dim, mul, product, sub } from '../model/dim.ts';
import { assertRank, other, size } from './formulas.ts';
import { int, type Operand, type Operator, operator, string } from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

const settings = { ignore_index: int(), reduction: string('mean') };

function lossShape(target: Operand, reduction: string): readonly Dim[] {
  return reduction === 'none' ? target.shape : [];
}

/** Per sample a change of sign, a product with a class weight; to reduce, sums (of the class weights too) and a quotient. */
function picking(target: Operand, weight: Operand | undefined, reduction: string): Dim {
  const samples = size(target);
  const perSample = mul(samples, weight ? 2n : 1n);
  if (reduction === 'none') return perSample;
  const sums = sub(samples, 1n);
  if (reduction === 'sum') return add(perSample, sums);
  return add(perSample, add(mul(sums, weight ? 2n : 1n), 1n));
}

const pickingDoc =
  'per sample a change of sign, and a product where classes have weights; to reduce them samples − 1 sums, for a mean a quotient, and as many sums again of the class weights.';

export const losses: readonly Operator[] = [
  operator({
    name: 'NegativeLogLikelihoodLoss',
    revisions: [12, 13, 22],
    source: page('NegativeLogLikelihoodLoss'),
    doc: `Picks the log-probability of each target: ${pickingDoc}`,
    inputs: ['input', 'target', 'weight?'],
    outputs: ['loss'],
    attributes: settings,
    shape: ({ input, target }, a) => {
      assertRank(target, input.rank - 1);
      return { loss: lossShape(target, a.reduction) };
    },
    work: ({ target, weight }, _, a) => other(picking(target, weight, a.reduction)),
    roles: { target: 'constant', weight: 'constant' },
    examples: [
      {
        given: { input: ['n', 5], target: { shape: ['n'], dtype: 'int64' } },
        attributes: { reduction: 'none' },
        gives: { loss: ['n'] },
        other: 'n',
      },
      {
        title: 'a weighted mean',
        given: { input: [8, 5, 2], target: { shape: [8, 2], dtype: 'int64' }, weight: [5] },
        gives: { loss: [] },
        other: 63n, // 2·16 + 2·15 + 1
      },
    ],
  }),
  operator({
    name: 'SoftmaxCrossEntropyLoss',
    revisions: [12, 13],
    source: page('SoftmaxCrossEntropyLoss'),
    doc: `LogSoftmax over the classes, 5 operations per element and a logarithm per sample, then ${pickingDoc}`,
    inputs: ['scores', 'labels', 'weights?'],
    outputs: ['output', 'log_prob?'],
    attributes: settings,
    shape: ({ scores, labels }, a) => {
      assertRank(labels, scores.rank - 1);
      return { output: lossShape(labels, a.reduction), log_prob: scores.shape };
    },
    work: ({ scores, labels, weights }, _, a) =>
      other(add(add(mul(size(scores), 5n), product(labels.shape)), picking(labels, weights, a.reduction))),
    roles: { labels: 'constant', weights: 'constant' },
    examples: [
      {
        given: { scores: [8, 5], labels: { shape: [8], dtype: 'int64' } },
        attributes: { reduction: 'sum' },
        gives: { output: [], log_prob: [8, 5] },
        other: 223n, // 5·40 + 8 + 8 + 7
      },
    ],
  }),
];
