/** Classic models of ONNX-ML: linear functions and support vectors. Trees are in trees.ts. https://onnx.ai/onnx/operators/index.html#ai-onnx-ml */
import { add, type Dim, mul, type Shape, sum } from '../model/dim.ts';
import { other, size } from './formulas.ts';
import { attributesOnly, classes, type Labels, labelType, mlPage, rows, transformed } from './ml.ts';
import {
  floats,
  int,
  ints,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
  strings,
} from './operator.ts';

const domain = 'ai.onnx.ml';

/** Which class each row is in, and a score for each class. */
function classified(X: Operand, labels: Labels, columns = classes(labels)): { readonly Y: Shape; readonly Z: Shape } {
  return { Y: [rows(X)], Z: [rows(X), columns] };
}

/** A product and a sum for every coefficient and row, an addition for every intercept and row. */
function linear(
  X: Operand,
  coefficients: readonly number[] | undefined,
  intercepts: readonly number[] | undefined,
): Dim {
  return mul(rows(X), BigInt(2 * (coefficients ?? []).length + (intercepts ?? []).length));
}

interface Support {
  readonly support_vectors?: readonly number[] | undefined;
  readonly coefficients?: readonly number[] | undefined;
  readonly kernel_type: string;
  readonly rho?: readonly number[] | undefined;
}

/** Operations for each number of a support vector, and for each vector once its numbers are summed. */
const kernels: ReadonlyMap<string, { readonly number: bigint; readonly vector: bigint }> = new Map([
  ['LINEAR', { number: 2n, vector: 0n }],
  ['POLY', { number: 2n, vector: 3n }],
  ['RBF', { number: 3n, vector: 2n }],
  ['SIGMOID', { number: 2n, vector: 3n }],
]);
const kernelsDoc =
  'The kernel takes per number of a support vector a product and a sum (RBF: and a difference), and per vector POLY and SIGMOID 3 operations, RBF 2; then come a product and a sum per coefficient, an addition per rho, and the post transform.';

/** The kernel of every support vector with every row, then a product and a sum for every coefficient. */
function support(X: Operand, a: Support, vectors: bigint): Dim {
  const kernel = kernels.get(a.kernel_type);
  if (kernel === undefined) throw new Mismatch(`there is no kernel \`${a.kernel_type}\``);
  const numbers = BigInt((a.support_vectors ?? []).length);
  const mixing = BigInt(2 * (a.coefficients ?? []).length + (a.rho ?? []).length);
  return mul(rows(X), kernel.number * numbers + kernel.vector * vectors + mixing);
}

const total = (counts: readonly bigint[]): bigint => counts.reduce((all, n) => all + n, 0n);

export const mlModels: readonly Operator[] = [
  operator({
    domain,
    name: 'LinearClassifier',
    revisions: [1],
    source: mlPage('LinearClassifier'),
    doc: `A linear score for each class and the best class of each row: per row a product and a sum per coefficient, an addition per intercept, the post transform, and a comparison per score. ${attributesOnly}`,
    inputs: ['X'],
    outputs: ['Y', 'Z'],
    attributes: {
      classlabels_ints: ints(),
      classlabels_strings: strings(),
      coefficients: required(floats()),
      intercepts: floats(),
      multi_class: int(0n),
      post_transform: string('NONE'),
    },
    dtype: (_, a) => ({ Y: labelType({ text: a.classlabels_strings }), Z: 'float32' }),
    shape: ({ X }, a) => classified(X, { text: a.classlabels_strings, integers: a.classlabels_ints }),
    work: ({ X }, { Z }, a) =>
      other(sum([linear(X, a.coefficients, a.intercepts), transformed(size(Z), a.post_transform), size(Z)])),
    trained: ['coefficients', 'intercepts'],
    examples: [
      {
        given: { X: ['n', 2] },
        attributes: { coefficients: [1, 2, 3, 4, 5, 6], intercepts: [1, 2, 3], classlabels_ints: [0, 1, 2] },
        gives: { Y: { shape: ['n'], dtype: 'int64' }, Z: { shape: ['n', 3], dtype: 'float32' } },
        other: '18*n', // 2·6 + 3 + 3 a row
      },
    ],
  }),
  operator({
    domain,
    name: 'LinearRegressor',
    revisions: [1],
    source: mlPage('LinearRegressor'),
    doc: `A linear function for each target: per row a product and a sum per coefficient, an addition per intercept, and the post transform. ${attributesOnly}`,
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { coefficients: floats(), intercepts: floats(), post_transform: string('NONE'), targets: int(1n) },
    dtype: { Y: 'float32' },
    shape: ({ X }, { targets }) => ({ Y: [rows(X), targets] }),
    work: ({ X }, { Y }, a) =>
      other(add(linear(X, a.coefficients, a.intercepts), transformed(size(Y), a.post_transform))),
    trained: ['coefficients', 'intercepts'],
    examples: [
      {
        given: { X: ['n', 2] },
        attributes: { coefficients: [1, 2, 3, 4, 5, 6], targets: 3, post_transform: 'PROBIT' },
        gives: { Y: ['n', 3] },
        other: '24*n', // 2·6 + 3·4
      },
    ],
  }),
  operator({
    domain,
    name: 'SVMClassifier',
    revisions: [1],
    source: mlPage('SVMClassifier'),
    doc: `Scores and classes by support vectors. ${kernelsDoc} Votes and best class take a comparison per score; coupling pairs to probabilities is not counted. Without probabilities runtimes give one score for each pair of more than two classes. ${attributesOnly}`,
    inputs: ['X'],
    outputs: ['Y', 'Z'],
    attributes: {
      classlabels_ints: ints(),
      classlabels_strings: strings(),
      coefficients: floats(),
      kernel_params: floats(),
      kernel_type: string('LINEAR'),
      post_transform: string('NONE'),
      prob_a: floats(),
      prob_b: floats(),
      rho: floats(),
      support_vectors: floats(),
      vectors_per_class: ints(),
    },
    dtype: (_, a) => ({ Y: labelType({ text: a.classlabels_strings }), Z: 'float32' }),
    shape: ({ X }, a) => {
      const labels = { text: a.classlabels_strings, integers: a.classlabels_ints };
      const n = classes(labels);
      return classified(X, labels, (a.prob_a ?? []).length > 0 || n === 2n ? n : (n * (n - 1n)) / 2n);
    },
    work: ({ X }, { Z }, a) =>
      other(sum([support(X, a, total(a.vectors_per_class ?? [])), transformed(size(Z), a.post_transform), size(Z)])),
    trained: ['coefficients', 'prob_a', 'prob_b', 'rho', 'support_vectors'],
    examples: [
      {
        title: 'four classes, six pairs',
        given: { X: ['n', 2] },
        attributes: {
          classlabels_ints: [0, 1, 2, 3],
          support_vectors: [1, 2, 3, 4, 5, 6, 7, 8],
          coefficients: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
          rho: [0, 0, 0, 0, 0, 0],
          vectors_per_class: [1, 1, 1, 1],
          kernel_type: 'RBF',
        },
        gives: { Y: { shape: ['n'], dtype: 'int64' }, Z: ['n', 6] },
        other: '68*n', // 3·8 + 2·4 + 2·12 + 6, and 6 comparisons a row
      },
    ],
  }),
  operator({
    domain,
    name: 'SVMRegressor',
    revisions: [1],
    source: mlPage('SVMRegressor'),
    doc: `One number a row by support vectors. ${kernelsDoc} ${attributesOnly}`,
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      coefficients: floats(),
      kernel_params: floats(),
      kernel_type: string('LINEAR'),
      n_supports: int(0n),
      one_class: int(0n),
      post_transform: string('NONE'),
      rho: floats(),
      support_vectors: floats(),
    },
    dtype: { Y: 'float32' },
    shape: ({ X }) => ({ Y: [rows(X), 1n] }),
    work: ({ X }, { Y }, a) => other(add(support(X, a, a.n_supports), transformed(size(Y), a.post_transform))),
    trained: ['coefficients', 'rho', 'support_vectors'],
    examples: [
      {
        given: { X: ['n', 2] },
        attributes: {
          support_vectors: [1, 2, 3, 4],
          coefficients: [1, 1],
          rho: [0],
          n_supports: 2,
          kernel_type: 'POLY',
        },
        gives: { Y: ['n', 1] },
        other: '19*n', // 2·4 + 3·2 + 2·2 + 1 a row
      },
    ],
  }),
];
