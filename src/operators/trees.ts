/**
 * Ensembles of decision trees, `ai.onnx.ml`. Which way a row takes down a tree the data decides, so the work is the most
 * that a row can take, as of an If the costlier branch counts. https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsemble.html
 */
import { add, type Dim, mul, sum } from '../model/dim.ts';
import type { Tensor } from '../model/model.ts';
import { other, size } from './formulas.ts';
import { attributesOnly, classes, labelType, mlPage, rows, transformed, transforms } from './ml.ts';
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
  tensor,
  Undetermined,
} from './operator.ts';
import { operationsOfLists, operationsOfSplits, type WeightPlaces } from './tree-paths.ts';

const domain = 'ai.onnx.ml';

const most =
  'Which way a row takes the data decides; counted is the most it can take: along the costliest way down every tree one comparison at each branch';
const scored =
  'then an addition per score for base values, and the post transform: per score SOFTMAX 5, LOGISTIC 1, PROBIT 4 operations';

const lists = {
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

interface Ensemble {
  readonly base_values?: readonly number[] | undefined;
  readonly base_values_as_tensor?: Tensor | undefined;
  readonly nodes_falsenodeids?: readonly bigint[] | undefined;
  readonly nodes_modes?: readonly string[] | undefined;
  readonly nodes_nodeids?: readonly bigint[] | undefined;
  readonly nodes_treeids?: readonly bigint[] | undefined;
  readonly nodes_truenodeids?: readonly bigint[] | undefined;
  readonly post_transform: string;
}

/** Of one list of nodes: down the trees, then what is done to each of the `scores`. */
function ensembleWork(X: Operand, scores: Operand, a: Ensemble, weights: WeightPlaces): readonly Dim[] {
  if ((a.nodes_nodeids ?? []).length === 0) throw new Mismatch('it has no nodes; nodes_nodeids expected');
  const hasBase = (a.base_values ?? []).length > 0 || a.base_values_as_tensor !== undefined;
  return [
    mul(rows(X), operationsOfLists(a, weights)),
    hasBase ? size(scores) : 0n,
    transformed(size(scores), a.post_transform),
  ];
}

const branchMember = 6;

/**
 * What version 5 compares at each branch: one number, or of a set, which are delimited by NaN in the order of their
 * branches, each member.
 */
function comparisonsOf(modes: Tensor, members: Tensor | undefined): readonly bigint[] {
  const kinds = elementsOf(modes, 'nodes_modes');
  const sets = members === undefined ? [] : setSizes(elementsOf(members, 'membership_values'));
  let set = 0;
  return kinds.map((kind) => {
    if (Number(kind) !== branchMember) return 1n;
    const count = sets[set++];
    if (count === undefined) throw new Mismatch(`membership_values holds ${sets.length} sets; more branches test one`);
    return count;
  });
}

function elementsOf(values: Tensor, name: string): readonly unknown[] {
  const elements = values.elements(0, Number(values.elementCount));
  if (elements === undefined) throw new Undetermined(`the elements of ${name} decide, and they are not in the file`);
  return elements;
}

function setSizes(values: readonly unknown[]): readonly bigint[] {
  const sizes: bigint[] = [];
  let size = 0n;
  for (const value of values)
    if (Number.isNaN(value)) {
      sizes.push(size);
      size = 0n;
    } else size++;
  return size > 0n ? [...sizes, size] : sizes;
}

/** One branch on the second of four features: leaf 1 where it holds, leaf 2 where it does not. */
const stump = {
  nodes_treeids: [0, 0, 0],
  nodes_nodeids: [0, 1, 2],
  nodes_featureids: [1, 0, 0],
  nodes_modes: ['BRANCH_LEQ', 'LEAF', 'LEAF'],
  nodes_values: [0.5, 0, 0],
  nodes_truenodeids: [1, 0, 0],
  nodes_falsenodeids: [2, 0, 0],
};

export const trees: readonly Operator[] = [
  operator({
    domain,
    name: 'TreeEnsembleClassifier',
    revisions: [1, 3, 5],
    source: mlPage('TreeEnsembleClassifier'),
    doc: `Decision trees that vote for classes. ${most}, and at the leaf an addition per vote; ${scored}; a comparison per score finds the best class. ${attributesOnly}`,
    inputs: ['X'],
    outputs: ['Y', 'Z'],
    attributes: {
      ...lists,
      class_ids: ints(),
      class_nodeids: ints(),
      class_treeids: ints(),
      class_weights: floats(),
      class_weights_as_tensor: tensor(),
      classlabels_int64s: ints(),
      classlabels_strings: strings(),
    },
    dtype: (_, a) => ({ Y: labelType({ text: a.classlabels_strings }), Z: 'float32' }),
    shape: ({ X }, a) => ({
      Y: [rows(X)],
      Z: [rows(X), classes({ text: a.classlabels_strings, integers: a.classlabels_int64s })],
    }),
    work: ({ X }, { Z }, a) =>
      other(sum([...ensembleWork(X, Z, a, { treeIds: a.class_treeids, nodeIds: a.class_nodeids }), size(Z)])),
    trained: [
      'base_values',
      'base_values_as_tensor',
      'nodes_values',
      'nodes_values_as_tensor',
      'class_weights',
      'class_weights_as_tensor',
    ],
    examples: [
      {
        title: 'one branch, and two votes at one of its leaves',
        given: { X: ['n', 4] },
        attributes: {
          ...stump,
          class_treeids: [0, 0, 0],
          class_nodeids: [1, 2, 2],
          class_ids: [0, 0, 1],
          class_weights: [1, 0.25, 0.75],
          classlabels_strings: ['cat', 'dog'],
          post_transform: 'LOGISTIC',
        },
        gives: { Y: { shape: ['n'], dtype: 'string' }, Z: { shape: ['n', 2], dtype: 'float32' } },
        other: '7*n', // 1 + 2, 2 sigmoids, 2 to find the best
      },
    ],
  }),
  operator({
    domain,
    name: 'TreeEnsembleRegressor',
    revisions: [1, 3, 5],
    source: mlPage('TreeEnsembleRegressor'),
    doc: `Decision trees that give a number for each target. ${most}, and at the leaf an addition (or comparison) per weight; of an AVERAGE a quotient per target; ${scored}. ${attributesOnly}`,
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      ...lists,
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
    work: ({ X }, { Y }, a) =>
      other(
        sum([
          ...ensembleWork(X, Y, a, { treeIds: a.target_treeids, nodeIds: a.target_nodeids }),
          a.aggregate_function === 'AVERAGE' ? size(Y) : 0n,
        ]),
      ),
    trained: [
      'base_values',
      'base_values_as_tensor',
      'nodes_values',
      'nodes_values_as_tensor',
      'target_weights',
      'target_weights_as_tensor',
    ],
    examples: [
      {
        given: { X: ['n', 4] },
        attributes: {
          ...stump,
          target_treeids: [0, 0],
          target_nodeids: [1, 2],
          target_ids: [0, 1],
          target_weights: [1.5, 2.5],
          n_targets: 2,
          base_values: [0.5, 0.5],
          aggregate_function: 'AVERAGE',
        },
        gives: { Y: { shape: ['n', 2], dtype: 'float32' } },
        other: '6*n', // 1 + 1, 2 base values, 2 quotients
      },
    ],
  }),
  operator({
    domain,
    name: 'TreeEnsemble',
    revisions: [5],
    source: mlPage('TreeEnsemble'),
    doc: `Decision trees that give a number for each target. ${most} (at one that tests membership, one for each member of its set), and an addition (or comparison) at the leaf; of an AVERAGE a quotient per target; then the post transform: per score SOFTMAX 5, LOGISTIC 1, PROBIT 4 operations. ${attributesOnly}`,
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      aggregate_function: int(1n),
      leaf_targetids: required(ints()),
      leaf_weights: required(tensor()),
      membership_values: tensor(),
      n_targets: int(1n),
      nodes_falseleafs: required(ints()),
      nodes_falsenodeids: required(ints()),
      nodes_featureids: required(ints()),
      nodes_hitrates: tensor(),
      nodes_missing_value_tracks_true: ints(),
      nodes_modes: required(tensor()),
      nodes_splits: required(tensor()),
      nodes_trueleafs: required(ints()),
      nodes_truenodeids: required(ints()),
      post_transform: int(0n),
      tree_roots: required(ints()),
    },
    shape: ({ X }, { n_targets }) => ({ Y: [rows(X), n_targets] }),
    work: ({ X }, { Y }, a) => {
      const comparisons = comparisonsOf(a.nodes_modes, a.membership_values);
      const down = operationsOfSplits(a, comparisons, a.leaf_targetids.length);
      const average = a.aggregate_function === 0n ? size(Y) : 0n;
      const transform = transforms[Number(a.post_transform)] ?? `${a.post_transform}`;
      return other(add(mul(rows(X), down), add(average, transformed(size(Y), transform))));
    },
    trained: ['leaf_weights', 'membership_values', 'nodes_splits'],
    examples: [
      {
        title: 'two branches, one below the other',
        given: { X: { shape: ['n', 4], dtype: 'float64' } },
        attributes: {
          leaf_targetids: [0, 1, 0],
          leaf_weights: [5, 6, 7],
          n_targets: 2,
          nodes_falseleafs: [1, 1],
          nodes_falsenodeids: [2, 1],
          nodes_featureids: [0, 3],
          nodes_modes: [0, 0],
          nodes_splits: [0.5, 1.5],
          nodes_trueleafs: [0, 1],
          nodes_truenodeids: [1, 0],
          tree_roots: [0],
        },
        gives: { Y: { shape: ['n', 2], dtype: 'float64' } },
        other: '3*n', // 2 comparisons, 1 addition
      },
    ],
  }),
];
