/**
 * What onnxruntime adds to a graph to train it, besides gradients and optimizers: losses, and what stands between them.
 * https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc
 */
import { add, mul, product, sum } from '../model/dim.ts';
import { dtypeOf } from '../model/dtype.ts';
import { extentsFrom } from './elements.ts';
import { assertRank, axisOf, other, size } from './formulas.ts';
import { takes, trainingPage } from './gradients.ts';
import { normalization } from './normalization.ts';
import { float, free, int, Mismatch, Operand, type Operator, operator, required, string } from './operator.ts';
import { quantizing } from './quantization.ts';
import { extras, settings, shapes, sizes, work } from './recurrent.ts';
import { reduction } from './reduction.ts';
import { splitting } from './split.ts';
import { losses, lossWork } from './training.ts';

const domain = 'com.microsoft';
const from = { domain, revisions: [1], source: trainingPage } as const;

/** ONNX's newest entry under another name. Throws when there is none: a mistake of this file. */
function renamed(own: Operator | undefined, name: string, more: Partial<Operator> = {}): Operator {
  if (own === undefined) throw new Error(`nothing to rename to ${name}`);
  return { ...own, name, domain, revisions: [1], source: trainingPage, ...more };
}

const lossDoc =
  'LogSoftmax over the classes (5 operations per score and a logarithm per target), then the negated log-probability of each target class: a sign per target, a product where classes have weights, an addition where they are reduced, a division for the mean.';
const lossGradDoc =
  'The gradient of the scores: probability less 1 at the target, times the gradient of the loss: exponential, comparison, difference and product, 4 operations per score; 2 per target where classes have weights.';

const lossGradients = [
  { name: 'SoftmaxCrossEntropyLossInternalGrad', domain, revisions: [1] },
  { name: 'SoftmaxCrossEntropyLossGrad', domain, revisions: [1] },
  { name: 'SparseSoftmaxCrossEntropyGrad', domain: '', revisions: [9] },
] as const;

const target = { shape: ['n'], dtype: 'int64' } as const;

export const trainingSteps = (): readonly Operator[] => [
  ...(
    [
      { name: 'SoftmaxCrossEntropyLossInternal', domain, revisions: [1] },
      { name: 'SparseSoftmaxCrossEntropy', domain: '', revisions: [9] },
    ] as const
  ).map((given) =>
    operator({
      ...given,
      source: trainingPage,
      doc: lossDoc,
      inputs: ['scores', 'labels', 'weights?', 'ignore_index?'],
      outputs: ['output', 'log_prob?'],
      attributes: { output_type: int(), reduction: string('mean') },
      dtype: ({ scores }, { output_type }) => {
        const dtype = output_type === undefined ? scores.dtype : dtypeOf(output_type);
        return { output: dtype, log_prob: dtype };
      },
      shape: ({ scores, labels }, a) => ({ output: losses(labels, a.reduction), log_prob: scores.shape }),
      work: ({ scores, labels, weights }, _, a) =>
        other(sum([mul(size(scores), 5n), size(labels), lossWork(labels, weights, a.reduction)])),
      roles: { labels: 'constant', ignore_index: 'constant' },
      examples: [
        {
          given: { scores: ['n', 5], labels: target },
          gives: { output: [], log_prob: ['n', 5] },
          other: '28*n + 1', // 5·5 + 1 for the LogSoftmax, 2 and 1 for the mean
        },
      ],
    }),
  ),
  ...lossGradients.map((given) =>
    operator({
      ...given,
      source: trainingPage,
      doc: lossGradDoc,
      inputs: ['dY', 'log_prob', 'label', 'weight?', 'ignore_index?', 'bias?'],
      outputs: ['d_logits'],
      attributes: { output_type: int(), reduction: string('mean') },
      dtype: ({ log_prob }, { output_type }) => ({
        d_logits: output_type === undefined ? log_prob.dtype : dtypeOf(output_type),
      }),
      shape: ({ log_prob }) => ({ d_logits: log_prob.shape }),
      work: ({ log_prob, label, weight, bias }) =>
        other(
          sum([mul(size(log_prob), bias === undefined ? 4n : 5n), weight === undefined ? 0n : mul(size(label), 2n)]),
        ),
      roles: { label: 'constant', ignore_index: 'constant' },
      examples: [
        {
          given: { dY: [], log_prob: ['n', 5], label: target, weight: [5] },
          gives: { d_logits: ['n', 5] },
          other: '22*n', // 4·5 + 2
        },
      ],
    }),
  ),
  operator({
    ...from,
    name: 'SoftmaxCrossEntropy',
    doc: 'LogSoftmax over the classes (5 operations per score and a logarithm per row), then its products with a label of the same shape, summed: 2 per score; a division for the mean.',
    inputs: ['logits', 'label'],
    outputs: ['Y', 'log_prob?'],
    attributes: { reduction: string('mean') },
    shape: ({ logits, label }, a) => ({
      Y: a.reduction === 'none' ? label.shape.slice(0, -1) : [],
      log_prob: logits.shape,
    }),
    work: ({ logits }, _, a) =>
      other(sum([mul(size(logits), 7n), product(logits.shape.slice(0, -1)), a.reduction === 'mean' ? 1n : 0n])),
    examples: [
      { given: { logits: ['n', 5], label: ['n', 5] }, gives: { Y: [], log_prob: ['n', 5] }, other: '36*n + 1' }, // 7·5 + 1
    ],
  }),
  operator({
    ...from,
    name: 'SoftmaxCrossEntropyGrad',
    doc: 'Probability less label, times the gradient of the loss: exponential, difference, product, 3 operations per score.',
    inputs: ['dY', 'log_prob', 'label'],
    outputs: ['d_logits'],
    attributes: { reduction: string('mean') },
    dtype: { d_logits: 'log_prob' },
    shape: ({ log_prob }) => ({ d_logits: log_prob.shape }),
    work: ({ log_prob }) => other(mul(size(log_prob), 3n)),
    examples: [
      { given: { dY: [], log_prob: ['n', 5], label: ['n', 5] }, gives: { d_logits: ['n', 5] }, other: '15*n' },
    ],
  }),
  ...(['NegativeLogLikelihoodLossInternal', 'NegativeLogLikelihoodLossInternal2'] as const).map((name) =>
    operator({
      ...from,
      name,
      doc: 'The negated log-probability of each target class, counted as NegativeLogLikelihoodLoss counts it.',
      inputs: ['input', 'target', 'weight?', 'ignore_index?'],
      outputs: ['loss'],
      attributes: { reduction: string('mean') },
      shape: (given, a) => ({ loss: losses(given.target, a.reduction) }),
      work: (given, _, a) => other(lossWork(given.target, given.weight, a.reduction)),
      roles: { target: 'constant', ignore_index: 'constant' },
      examples: [{ given: { input: ['n', 5], target }, gives: { loss: [] }, other: '2*n + 1' }],
    }),
  ),
  renamed(
    reduction.findLast((o) => o.name === 'ReduceSum'),
    'ReduceSumTraining',
  ),
  renamed(
    splitting.find((o) => o.name === 'Split' && o.revisions.includes(13)),
    'SplitTraining',
  ),
  operator({
    ...from,
    name: 'ConcatTraining',
    doc: 'Puts the inputs one after another along an axis, and says how long each was.',
    inputs: ['...inputs'],
    outputs: ['concat_result', 'per_input_length?'],
    attributes: { axis: required(int()) },
    dtype: { per_input_length: 'int64' },
    shape: ({ inputs }, { axis }) => {
      const [first, ...rest] = inputs;
      if (first === undefined) throw new Mismatch('it has no inputs');
      const along = axisOf(axis, first.rank);
      for (const x of rest) assertRank(x, first.rank);
      const extent = sum(inputs.map((x) => x.dim(along)));
      return {
        concat_result: first.shape.map((d, i) => (i === along ? extent : d)),
        per_input_length: [BigInt(inputs.length)],
      };
    },
    value: ({ inputs }, { axis }) => ({
      per_input_length: inputs.map((x) => x.dim(axisOf(axis, x.rank))),
      concat_result: inputs.every((x) => x.rank === 1 && x.value !== undefined)
        ? inputs.flatMap((x) => x.value ?? [])
        : undefined,
    }),
    work: free,
    roles: { inputs: 'carried' },
    examples: [
      {
        given: { inputs: [{ shape: ['n', 3] }, { shape: ['n', 5] }] },
        attributes: { axis: 1 },
        gives: {
          concat_result: ['n', 8],
          per_input_length: { shape: [2], dtype: 'int64', value: [3, 5] },
        },
      },
    ],
  }),
  operator({
    ...from,
    name: 'BiasSoftmaxDropout',
    doc: 'Dropout of the softmax of data and bias: a sum, the 5 operations of Softmax, and 2 to keep and scale, per element.',
    inputs: ['data', 'bias', 'ratio?'],
    outputs: ['dropout_output', 'mask', 'softmax_output'],
    attributes: { axis: int(1n), is_inner_broadcast: int(), seed: int() },
    dtype: { mask: 'bool' },
    shape: ({ data }) => ({ dropout_output: data.shape, mask: data.shape, softmax_output: data.shape }),
    work: ({ data }) => other(mul(size(data), 8n)),
    roles: { ratio: 'constant' },
    examples: [
      {
        given: { data: ['n', 8], bias: [1, 8] },
        gives: { dropout_output: ['n', 8], mask: { shape: ['n', 8], dtype: 'bool' }, softmax_output: ['n', 8] },
        other: '64*n',
      },
    ],
  }),
  operator({
    ...from,
    name: 'FakeQuant',
    doc: 'Quantizes and dequantizes: 4 and 2 operations per element, and 2 comparisons to say what was in range.',
    inputs: ['input', 'scale', 'zero_point'],
    outputs: ['output', 'mask'],
    attributes: { quant_max: int(255n), quant_min: int(0n) },
    dtype: { mask: 'bool' },
    shape: ({ input }) => ({ output: input.shape, mask: input.shape }),
    work: ({ input }) => other(mul(size(input), quantizing + 4n)),
    roles: { scale: 'quantization', zero_point: 'quantization' },
    examples: [
      {
        given: { input: ['n', 8], scale: [], zero_point: [] },
        gives: { output: ['n', 8], mask: { shape: ['n', 8], dtype: 'bool' } },
        other: '64*n',
      },
    ],
  }),
  operator({
    ...from,
    name: 'IsFinite',
    doc: 'Whether an element is finite: one operation each.',
    inputs: ['X'],
    outputs: ['Y'],
    dtype: { Y: 'bool' },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(size(X)),
    examples: [{ given: { X: ['n', 8] }, gives: { Y: { shape: ['n', 8], dtype: 'bool' } }, other: '8*n' }],
  }),
  operator({
    ...from,
    name: 'All',
    doc: 'Whether all elements are true: one operation each.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: () => ({ Y: [] }),
    work: ({ X }) => other(size(X)),
    examples: [
      {
        given: { X: { shape: ['n', 8], dtype: 'bool' } },
        gives: { Y: { shape: [], dtype: 'bool' } },
        other: '8*n',
      },
    ],
  }),
  operator({
    ...from,
    name: 'Scale',
    doc: 'A product, or a quotient, per element.',
    inputs: ['input', 'scale'],
    outputs: ['output'],
    attributes: { scale_down: int(0n) },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(size(input)),
    memory: 'inplace',
    roles: { scale: 'constant' },
    examples: [{ given: { input: ['n', 8], scale: [] }, gives: { output: ['n', 8] }, other: '8*n' }],
  }),
  operator({
    ...from,
    name: 'MixedPrecisionScale',
    doc: 'Tensors scaled and cast, on their own or into one vector: a product per element.',
    inputs: ['S', '...X'],
    outputs: ['...Y'],
    attributes: { fuse_outputs: int(0n), to: required(int()) },
    dtype: (_, { to }, { outputs }) => ({ Y: outputs.map(() => dtypeOf(to)) }),
    shape: ({ X }, { fuse_outputs }) => ({
      Y: fuse_outputs === 0n ? X.map((x) => x.shape) : [[sum(X.map(size))]],
    }),
    work: ({ X }) => other(sum(X.map(size))),
    roles: { S: 'constant' },
    examples: [
      {
        given: { S: [], X: [{ shape: ['n', 8] }, { shape: [3] }] },
        attributes: { to: 10 },
        gives: { Y: [{ shape: ['n', 8], dtype: 'float16' }, { shape: [3] }] },
        other: '8*n + 3',
      },
      {
        title: 'into one',
        given: { S: [], X: [{ shape: ['n', 8] }, { shape: [3] }] },
        attributes: { to: 10, fuse_outputs: 1 },
        gives: { Y: [{ shape: ['8*n + 3'], dtype: 'float16' }] },
        other: '8*n + 3',
      },
    ],
  }),
  operator({
    ...from,
    name: 'View',
    doc: 'Parts of a buffer, by the shapes given for them.',
    inputs: ['input', '...shapes'],
    outputs: ['...outputs'],
    dtype: ({ input }, _, { outputs }) => ({ outputs: outputs.map(() => input.dtype) }),
    shape: (given) => ({ outputs: given.shapes.map(extentsFrom) }),
    work: free,
    roles: { input: 'carried', shapes: 'constant' },
    examples: [
      {
        given: { input: [20], shapes: [{ shape: [2], dtype: 'int64', value: [4, 5] }] },
        gives: { outputs: [{ shape: [4, 5] }] },
      },
    ],
  }),
  operator({
    ...from,
    name: 'ReduceAllL2',
    doc: 'The Euclidean norm of all tensors together: a square and an addition per element, and a root.',
    inputs: ['...X'],
    outputs: ['Y'],
    shape: () => ({ Y: [] }),
    work: ({ X }) => other(add(mul(sum(X.map(size)), 2n), 1n)),
    examples: [{ given: { X: [{ shape: ['n', 8] }, { shape: [3] }] }, gives: { Y: [] }, other: '16*n + 7' }],
  }),
  renamed(
    normalization.find((o) => o.name === 'BatchNormalization'),
    'BatchNormInternal',
    {
      doc: 'BatchNormalization in training mode: 7 operations per element, and per channel 5 for the statistics and 6 to carry them on; 2 per element when that is off.',
      attributes: { epsilon: float(1e-5), momentum: float(0.9), training_mode: int(1n) },
      work: ({ X, scale }, _, a) => {
        if (!(X instanceof Operand && scale instanceof Operand)) throw new Mismatch('input X is missing');
        if (a.training_mode === 0n) return other(mul(size(X), 2n));
        return other(add(mul(size(X), 7n), mul(size(scale), 11n)));
      },
      examples: [
        {
          given: { X: ['n', 4, 5], scale: [4], B: [4], input_mean: [4], input_var: [4] },
          gives: { Y: ['n', 4, 5], saved_mean: [4] },
          other: '140*n + 44', // 7·20, and 11·4
        },
      ],
    },
  ),
  operator({
    ...from,
    name: 'LSTMTraining',
    doc: 'LSTM that keeps all states of its cells and all gates. Counted as LSTM.',
    inputs: ['X', 'W', 'R', 'B?', 'SL?', 'Ht0?', 'Ct0?', 'P?'],
    outputs: ['HAll?', 'HFinal?', 'CFinal?', 'CAll?', 'iofc?'],
    attributes: { ...settings, input_forget: int(0n) },
    shape: ({ X, W, R }, a) => {
      const s = sizes(X, W, R, 4n, a);
      const { all, last } = shapes(s, a);
      return {
        HAll: all,
        HFinal: last,
        CFinal: last,
        CAll: all,
        iofc: [s.steps, s.directions, s.batch, mul(s.hidden, 4n)],
      };
    },
    work: ({ X, W, R, B, P }, _, a) =>
      work(sizes(X, W, R, 4n, a), 4n, 13n + extras(4n, B, a) + (P === undefined ? 0n : 6n)),
    roles: { W: 'weight', R: 'weight', B: 'weight', SL: 'constant', Ht0: 'constant', Ct0: 'constant', P: 'weight' },
    examples: [
      {
        given: { X: ['t', 2, 8], W: [1, 64, 8], R: [1, 64, 16], B: [1, 128] },
        gives: { HAll: ['t', 1, 2, 16], CFinal: [1, 2, 16], CAll: ['t', 1, 2, 16], iofc: ['t', 1, 2, 64] },
        macs: '3072*t', // 2·16 · 4·(8 + 16)
        other: '672*t', // 2·16 · (13 + 8)
      },
    ],
  }),
  operator({
    ...from,
    name: 'LSTMGrad',
    doc: 'Gradients of an LSTM. MACs: 4·(I + H)·H for every step, sample and direction twice, for what went in and for the weights. Other, per state: 4 for the cell’s gradient, 4 each for those of its 4 gates, 2 to carry it back, 4 sums for the bias where it is taken.',
    inputs: ['X', 'W', 'R', 'SL?', 'Ht0?', 'Ct0?', 'HAll?', 'CAll?', 'iofc?', 'dHAll?', 'dHFinal?', 'dCFinal?'],
    outputs: ['dX?', 'dW?', 'dR?', 'dB?', 'dH0?', 'dC0?', 'dP?'],
    attributes: { ...settings, input_forget: int(0n) },
    shape: ({ X, W, R }, a) => {
      const s = sizes(X, W, R, 4n, a);
      const { last } = shapes(s, a);
      return {
        dX: X.shape,
        dW: W.shape,
        dR: R.shape,
        dB: [s.directions, mul(s.hidden, 8n)],
        dH0: last,
        dC0: last,
        dP: [s.directions, mul(s.hidden, 3n)],
      };
    },
    work: ({ X, W, R }, _, a, call) => {
      const each = work(sizes(X, W, R, 4n, a), 4n, takes(call, 3) ? 26n : 22n);
      return { ...each, macs: mul(each.macs, 2n) };
    },
    roles: { W: 'weight', R: 'weight', SL: 'constant' },
    examples: [
      {
        given: { X: ['t', 2, 8], W: [1, 64, 8], R: [1, 64, 16] },
        gives: { dX: ['t', 2, 8], dW: [1, 64, 8], dR: [1, 64, 16], dB: [1, 128] },
        macs: '6144*t', // 2 · 2·16 · 4·24
        other: '832*t', // 32 · 26
      },
    ],
  }),
  operator({
    ...from,
    name: 'PadAndUnflatten',
    doc: 'Rows put back among rows of zeros, whose axis becomes two. Moves data; computes nothing.',
    inputs: ['input', 'indices', 'unflatten_dims'],
    outputs: ['output', 'flatten_output_shape?'],
    dtype: { flatten_output_shape: 'unflatten_dims' },
    shape: ({ input, unflatten_dims }) => {
      const [outer, inner, ...more] = unflatten_dims.dims();
      if (outer === undefined || inner === undefined || more.length > 0)
        throw new Mismatch(`unflatten_dims has ${unflatten_dims.dims().length} numbers; 2 expected`);
      return { output: [outer, inner, ...input.shape.slice(1)], flatten_output_shape: [BigInt(input.rank)] };
    },
    work: free,
    roles: { indices: 'constant', unflatten_dims: 'constant' },
    examples: [
      {
        given: {
          input: [2, 4],
          indices: { shape: [2], dtype: 'int64' },
          unflatten_dims: { shape: [2], dtype: 'int64', value: ['b', 3] },
        },
        gives: { output: ['b', 3, 4], flatten_output_shape: { shape: [2], dtype: 'int64' } },
      },
    ],
  }),
];
