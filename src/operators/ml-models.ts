/** Classic models of ONNX-ML: linear, support vectors, trees. https://onnx.ai/onnx/operators/index.html#ai-onnx-ml */
import { mul, type Shape, unknown } from '../model/dim.ts';
import { other } from './formulas.ts';
import { classes, type Labels, labelType, rows } from './ml.ts';
import {
  floats,
  int,
  ints,
  type Operand,
  type Operator,
  operator,
  required,
  string,
  strings,
  tensor,
  type Work,
} from './operator.ts';

const domain = 'ai.onnx.ml';
const source = (name: string): string => `https://onnx.ai/onnx/operators/onnx_aionnxml_${name}.html`;

/** Which class each row is in, and a score for each class. */
function classified(X: Operand, labels: Labels, columns = classes(labels)): { readonly Y: Shape; readonly Z: Shape } {
  return { Y: [rows(X)], Z: [rows(X), columns] };
}

/** A product and a sum for every coefficient and row, an addition for every intercept and row. */
function linearWork(
  X: Operand,
  coefficients: readonly number[] | undefined,
  intercepts: readonly number[] | undefined,
): Work {
  const perRow = BigInt(2 * (coefficients ?? []).length + (intercepts ?? []).length);
  return other(mul(rows(X), perRow));
}

interface Support {
  readonly support_vectors?: readonly number[] | undefined;
  readonly coefficients?: readonly number[] | undefined;
  readonly rho?: readonly number[] | undefined;
}

/** A product and a sum for every number of the support vectors, then for every coefficient, in each row. */
function supportWork(X: Operand, a: Support): Work {
  const kernel = BigInt(2 * (a.support_vectors ?? []).length);
  const mixing = BigInt(2 * (a.coefficients ?? []).length + (a.rho ?? []).length);
  return other(mul(rows(X), kernel + mixing));
}

const treesDoc = 'How deep a row falls in each tree the data decides, so the work is unknown.';
const treeWork = (_: unknown, __: unknown, ___: unknown, call: { readonly label: string }): Work =>
  other(unknown(`\`${call.label}\`: the data decides how many comparisons a tree takes`));

const treeNodes = {
  base_values: floats(),
  base_values_as_tensor: tensor(),
  nodes_falsenodeids: ints(),
  nodes_featureids: ints(),
  nodes_hitrates: floats(),
  nodes_hitrates_as_tensor: tensor(),
  nodes_missing_value_tracks_true: ints(),
  nodes_modes: strings(),
  nodes_nodeids: ints(),
  nodes_treeids: ints(),
  nodes_truenodeids: ints(),
  nodes_values: floats(),
  nodes_values_as_tensor: tensor(),
  post_transform: string('NONE'),
};

export const mlModels: readonly Operator[] = [
  operator({
    domain,
    name: 'LinearClassifier',
    revisions: [1],
    source: source('LinearClassifier'),
    doc: 'A linear score for each class and the best class of each row. Its coefficients are attributes: neither parameters nor MACs, but a product and a sum each per row.',
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
    work: ({ X }, _, a) => linearWork(X, a.coefficients, a.intercepts),
    examples: [
      {
        given: { X: ['n', 2] },
        attributes: { coefficients: [1, 2, 3, 4, 5, 6], intercepts: [1, 2, 3], classlabels_ints: [0, 1, 2] },
        gives: { Y: { shape: ['n'], dtype: 'int64' }, Z: { shape: ['n', 3], dtype: 'float32' } },
        other: '15*n', // 2·6 + 3 a row
      },
    ],
  }),
  operator({
    domain,
    name: 'LinearRegressor',
    revisions: [1],
    source: source('LinearRegressor'),
    doc: 'A linear function for each target: a product and a sum per coefficient and row.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { coefficients: floats(), intercepts: floats(), post_transform: string('NONE'), targets: int(1n) },
    dtype: { Y: 'float32' },
    shape: ({ X }, { targets }) => ({ Y: [rows(X), targets] }),
    work: ({ X }, _, a) => linearWork(X, a.coefficients, a.intercepts),
    examples: [
      {
        given: { X: ['n', 2] },
        attributes: { coefficients: [1, 2, 3, 4, 5, 6], targets: 3 },
        gives: { Y: ['n', 3] },
        other: '12*n',
      },
    ],
  }),
  operator({
    domain,
    name: 'SVMClassifier',
    revisions: [1],
    source: source('SVMClassifier'),
    doc: 'Scores and classes by support vectors: a product and a sum per number of the vectors and per coefficient, in each row; the kernel’s own function is not counted. Without probabilities runtimes give one score for each pair of more than two classes.',
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
    work: ({ X }, _, a) => supportWork(X, a),
    examples: [
      {
        title: 'four classes, six pairs',
        given: { X: ['n', 2] },
        attributes: {
          classlabels_ints: [0, 1, 2, 3],
          support_vectors: [1, 2, 3, 4, 5, 6, 7, 8],
          coefficients: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
          rho: [0, 0, 0, 0, 0, 0],
        },
        gives: { Y: { shape: ['n'], dtype: 'int64' }, Z: ['n', 6] },
        other: '46*n', // 2·8 + 2·12 + 6 a row
      },
    ],
  }),
  operator({
    domain,
    name: 'SVMRegressor',
    revisions: [1],
    source: source('SVMRegressor'),
    doc: 'One number a row by support vectors: a product and a sum per number of the vectors and per coefficient; the kernel’s own function is not counted.',
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
    work: ({ X }, _, a) => supportWork(X, a),
    examples: [
      {
        given: { X: ['n', 2] },
        attributes: { support_vectors: [1, 2, 3, 4], coefficients: [1, 1], rho: [0] },
        gives: { Y: ['n', 1] },
        other: '13*n', // 2·4 + 2·2 + 1 a row
      },
    ],
  }),
  operator({
    domain,
    name: 'TreeEnsembleClassifier',
    revisions: [1, 3, 5],
    source: source('TreeEnsembleClassifier'),
    doc: `Decision trees that vote for classes. ${treesDoc}`,
    inputs: ['X'],
    outputs: ['Y', 'Z'],
    attributes: {
      ...treeNodes,
      class_ids: ints(),
      class_nodeids: ints(),
      class_treeids: ints(),
      class_weights: floats(),
      class_weights_as_tensor: tensor(),
      classlabels_int64s: ints(),
      classlabels_strings: strings(),
    },
    dtype: (_, a) => ({ Y: labelType({ text: a.classlabels_strings }), Z: 'float32' }),
    shape: ({ X }, a) => classified(X, { text: a.classlabels_strings, integers: a.classlabels_int64s }),
    work: treeWork,
    examples: [
      {
        given: { X: ['n', 4] },
        attributes: { classlabels_strings: ['cat', 'dog'] },
        gives: { Y: { shape: ['n'], dtype: 'string' }, Z: { shape: ['n', 2], dtype: 'float32' } },
        other: '?',
      },
    ],
  }),
  operator({
    domain,
    name: 'TreeEnsembleRegressor',
    revisions: [1, 3, 5],
    source: source('TreeEnsembleRegressor'),
    doc: `Decision trees that add up to one number for each target. ${treesDoc}`,
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      ...treeNodes,
      aggregate_function: string('SUM'),
      n_targets: int(1n),
      target_ids: ints(),
      target_nodeids: ints(),
      target_treeids: ints(),
      target_weights: floats(),
      target_weights_as_tensor: tensor(),
    },
    dtype: { Y: 'float32' },
    shape: ({ X }, { n_targets }) => ({ Y: [rows(X), n_targets] }),
    work: treeWork,
    examples: [{ given: { X: ['n', 4] }, attributes: { n_targets: 2 }, gives: { Y: ['n', 2] }, other: '?' }],
  }),
  operator({
    domain,
    name: 'TreeEnsemble',
    revisions: [5],
    source: source('TreeEnsemble'),
    doc: `Decision trees that add up to one number for each target. ${treesDoc}`,
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      aggregate_function: int(1n),
      leaf_targetids: ints(),
      leaf_weights: tensor(),
      membership_values: tensor(),
      n_targets: int(1n),
      nodes_falseleafs: ints(),
      nodes_falsenodeids: ints(),
      nodes_featureids: ints(),
      nodes_hitrates: tensor(),
      nodes_missing_value_tracks_true: ints(),
      nodes_modes: tensor(),
      nodes_splits: tensor(),
      nodes_trueleafs: ints(),
      nodes_truenodeids: ints(),
      post_transform: int(0n),
      tree_roots: ints(),
    },
    shape: ({ X }, { n_targets }) => ({ Y: [rows(X), n_targets] }),
    work: treeWork,
    examples: [
      {
        given: { X: { shape: ['n', 4], dtype: 'float64' } },
        gives: { Y: { shape: ['n', 1], dtype: 'float64' } },
        other: '?',
      },
    ],
  }),
];
