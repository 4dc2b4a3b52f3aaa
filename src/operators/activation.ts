/** Activation functions, and the softmax family. A composed one counts the elementary operations of its definition. */
import { add, type Dim, mul, product } from '../model/dim.ts';
import { folded } from './elementwise.ts';
import { axisOf, broadcastOf, other, size } from './formulas.ts';
import { type AttributeSpec, type Example, float, int, type Operator, operator, string } from './operator.ts';
import { type Fold, larger } from './scalars.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
export const contribPage = (name: string): string =>
  `https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#com.microsoft.${name}`;

interface Activation {
  readonly name: string;
  readonly domain?: string;
  readonly revisions: readonly number[];
  readonly attributes?: Readonly<Record<string, AttributeSpec<unknown>>>;
  /** Elementary operations per element, and what they are. */
  readonly operations: bigint;
  readonly doc: string;
  readonly fold?: Fold;
  readonly example?: Example;
}

function activation(row: Activation): Operator {
  const count = row.operations === 1n ? 'One operation' : `${row.operations} operations`;
  return operator({
    name: row.name,
    domain: row.domain ?? '',
    revisions: row.revisions,
    source: row.domain === undefined ? page(row.name) : contribPage(row.name),
    doc: `${row.doc} ${count} per element.`,
    inputs: ['X'],
    outputs: ['Y'],
    attributes: row.attributes ?? {},
    shape: ({ X }) => ({ Y: X.shape }),
    value: ({ X }) => (row.fold === undefined ? {} : { Y: folded([X], X.shape, row.fold) }),
    work: ({ X }) => other(mul(size(X), row.operations)),
    memory: 'inplace',
    examples: [
      {
        given: { X: ['batch', 10] },
        gives: { Y: ['batch', 10] },
        other: `${10n * row.operations}*batch`, // 10 elements
      } satisfies Example,
      ...(row.example === undefined ? [] : [row.example]),
    ],
  });
}

const oneInput: readonly Activation[] = [
  {
    name: 'Relu',
    revisions: [1, 6, 13, 14],
    operations: 1n,
    doc: 'max(0, x).',
    // The body that ONNX gives Range computes its trips with it.
    fold: (x) => larger(x, typeof x === 'number' ? 0 : 0n),
    example: {
      title: 'of known numbers',
      given: { X: { shape: [3], value: [-1.5, 0.5, 2.5] } },
      gives: { Y: { shape: [3], dtype: 'float32', value: [0, 0.5, 2.5] } },
      other: 3n,
    },
  },
  {
    name: 'LeakyRelu',
    revisions: [1, 6, 16],
    attributes: { alpha: float(0.01) },
    operations: 2n,
    doc: 'x, or α·x below zero: a product and a selection.',
  },
  {
    name: 'ThresholdedRelu',
    revisions: [10, 22],
    attributes: { alpha: float(1) },
    operations: 1n,
    doc: 'x above α, else zero.',
  },
  {
    name: 'Elu',
    revisions: [1, 6, 22],
    attributes: { alpha: float(1) },
    operations: 4n,
    doc: 'x, or α·(eˣ − 1) below zero: exponential, difference, product, selection.',
  },
  {
    name: 'Selu',
    revisions: [1, 6, 22],
    attributes: { alpha: float(1.6732632), gamma: float(1.050701) },
    operations: 5n,
    doc: 'γ·x, or γ·(α·eˣ − α) below zero: exponential, product, difference, selection, product.',
  },
  {
    name: 'Celu',
    revisions: [12, 28],
    attributes: { alpha: float(1) },
    operations: 7n,
    doc: 'max(0, x) + min(0, α·(exp(x/α) − 1)): quotient, exponential, difference, product, maximum, minimum, sum.',
  },
  { name: 'Softplus', revisions: [1, 22], operations: 3n, doc: 'ln(eˣ + 1): exponential, sum, logarithm.' },
  { name: 'Softsign', revisions: [1, 22], operations: 3n, doc: 'x / (1 + |x|): magnitude, sum, quotient.' },
  {
    name: 'Mish',
    revisions: [18, 22],
    operations: 5n,
    doc: 'x·tanh(ln(eˣ + 1)): exponential, sum, logarithm, tangent, product.',
  },
  {
    name: 'Swish',
    revisions: [24],
    attributes: { alpha: float(1) },
    operations: 3n,
    doc: 'x·sigmoid(α·x): product, sigmoid, product.',
  },
  {
    name: 'HardSigmoid',
    revisions: [1, 6, 22],
    attributes: { alpha: float(0.2), beta: float(0.5) },
    operations: 4n,
    doc: 'max(0, min(1, α·x + β)): product, sum, minimum, maximum.',
  },
  {
    name: 'HardSwish',
    revisions: [14, 22],
    operations: 5n,
    doc: 'x·max(0, min(1, x/6 + ½)): product, sum, minimum, maximum, product.',
  },
  {
    name: 'Shrink',
    revisions: [9],
    attributes: { bias: float(0), lambd: float(0.5) },
    operations: 3n,
    doc: 'x moved by a bias towards zero outside ±λ, else zero: two comparisons, a sum.',
  },
  {
    name: 'Gelu',
    domain: 'com.microsoft',
    revisions: [1],
    operations: 5n,
    doc: 'x·½·(1 + erf(x/√2)): quotient, error function, sum, two products.',
  },
  {
    name: 'QuickGelu',
    domain: 'com.microsoft',
    revisions: [1],
    attributes: { alpha: float(1.702) },
    operations: 3n,
    doc: 'x·sigmoid(α·x): product, sigmoid, product.',
  },
];

/** Rows that are normalized each on its own: along one axis from operator set 13 on, over all axes from it before. */
function rows(shape: readonly Dim[], axis: bigint, opset: bigint): Dim {
  const at = axisOf(axis, shape.length);
  return opset >= 13n ? product(shape.filter((_, i) => i !== at)) : product(shape.slice(0, at));
}

/** The axis an old or a new Softmax means when it does not say. */
function softmaxAxis(axis: bigint | undefined, opset: bigint): bigint {
  return axis ?? (opset >= 13n ? -1n : 1n);
}

export const activations: readonly Operator[] = [
  ...oneInput.map(activation),
  operator({
    name: 'Gelu',
    revisions: [20],
    source: page('Gelu'),
    doc: 'x·½·(1 + erf(x/√2)): quotient, error function, sum, two products, 5 operations per element. With `tanh` x·½·(1 + tanh(√(2/π)·(x + 0.044715·x³))): power, product, sum, product, tangent, sum, two products, 8 per element.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { approximate: string('none') },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(mul(size(X), a.approximate === 'tanh' ? 8n : 5n)),
    memory: 'inplace',
    examples: [
      { given: { X: [2, 10] }, gives: { Y: [2, 10] }, other: 100n }, // 5·20
      { given: { X: [2, 10] }, attributes: { approximate: 'tanh' }, gives: { Y: [2, 10] }, other: 160n }, // 8·20
    ],
  }),
  operator({
    name: 'FastGelu',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('FastGelu'),
    doc: 'Gelu by the tangent, 8 operations per element, after adding a bias when there is one, 1 more.',
    inputs: ['X', 'bias?'],
    outputs: ['Y'],
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X, bias }) => other(mul(size(X), bias === undefined ? 8n : 9n)),
    memory: 'inplace',
    roles: { bias: 'weight' },
    examples: [{ given: { X: [2, 10], bias: [10] }, gives: { Y: [2, 10] }, other: 180n }], // (8 + 1)·20
  }),
  operator({
    name: 'BiasGelu',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BiasGelu'),
    doc: 'Adds a bias, then Gelu by the error function: 6 operations per element.',
    inputs: ['A', 'B'],
    outputs: ['C'],
    shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
    work: (_, { C }) => other(mul(size(C), 6n)),
    memory: 'inplace',
    roles: { B: 'weight' },
    broadcasts: 'whole',
    examples: [{ given: { A: ['batch', 10], B: [10] }, gives: { C: ['batch', 10] }, other: '60*batch' }], // 6·10
  }),
  operator({
    name: 'PRelu',
    revisions: [1, 6, 7, 9, 16],
    source: page('PRelu'),
    doc: 'x, or slope·x below zero: a product and a selection, 2 operations per element.',
    inputs: ['X', 'slope'],
    outputs: ['Y'],
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(mul(size(X), 2n)),
    memory: 'inplace',
    roles: { slope: 'weight' },
    examples: [{ given: { X: [1, 8, 10, 10], slope: [8, 1, 1] }, gives: { Y: [1, 8, 10, 10] }, other: 1600n }], // 2·800
  }),
  operator({
    name: 'SwiGLU',
    revisions: [28],
    source: page('SwiGLU'),
    doc: 'a·sigmoid(α·a)·b: product, sigmoid, two products, 4 operations per element.',
    inputs: ['A', 'B'],
    outputs: ['Y'],
    attributes: { alpha: float(1) },
    shape: ({ A, B }) => ({ Y: broadcastOf(A, B) }),
    work: (_, { Y }) => other(mul(size(Y), 4n)),
    memory: 'inplace',
    examples: [{ given: { A: [2, 10], B: [2, 10] }, gives: { Y: [2, 10] }, other: 80n }], // 4·20
  }),
  operator({
    name: 'Softmax',
    revisions: [1, 11, 13],
    source: page('Softmax'),
    doc: 'eˣ over its sum along an axis (before operator set 13 over all axes from it on): maximum, difference, exponential, sum, quotient, 5 operations per element.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { axis: int() },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(mul(size(input), 5n)),
    memory: 'inplace',
    examples: [{ given: { input: ['n', 8, 10] }, gives: { output: ['n', 8, 10] }, other: '400*n' }], // 5·80
  }),
  operator({
    name: 'LogSoftmax',
    revisions: [1, 11, 13],
    source: page('LogSoftmax'),
    doc: 'The logarithm of Softmax: maximum, difference, exponential, sum, difference, 5 operations per element, and one logarithm per row.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { axis: int() },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }, _, a, call) =>
      other(add(mul(size(input), 5n), rows(input.shape, softmaxAxis(a.axis, call.opset), call.opset))),
    memory: 'inplace',
    examples: [
      { given: { input: [2, 8, 10] }, gives: { output: [2, 8, 10] }, other: 816n }, // 5·160 + 2·8
      {
        title: 'before 13 one row is all axes from the axis on',
        opset: 11,
        given: { input: [2, 8, 10] },
        gives: { output: [2, 8, 10] },
        other: 802n,
      }, // 5·160 + 2
    ],
  }),
  operator({
    name: 'Hardmax',
    revisions: [1, 11, 13],
    source: page('Hardmax'),
    doc: 'One at the first maximum of each row, else zero. One comparison per element.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { axis: int() },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(size(input)),
    memory: 'inplace',
    examples: [{ given: { input: [2, 10] }, gives: { output: [2, 10] }, other: 20n }],
  }),
];
