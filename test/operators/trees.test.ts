/** Trees as files of other people tell them: ways through them are bounded, whatever their nodes say of one another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attribute, Scalar, Tensor } from '../../src/model/model.ts';
import { Mismatch } from '../../src/operators/operator.ts';
import { call, floats, floatTensor, int, ints, text } from './call.ts';

const strings = (...value: readonly string[]): Attribute => ({ kind: 'strings', value });

/** Nodes of one tree as [mode, where true leads, where false leads]; a weight at each leaf. */
function regressor(
  nodes: readonly (readonly [string, number, number])[],
  more: Readonly<Record<string, Attribute>> = {},
): string {
  const leaves = nodes.flatMap(([mode], i) => (mode === 'LEAF' ? [i] : []));
  const attributes = {
    nodes_treeids: ints(...nodes.map(() => 0)),
    nodes_nodeids: ints(...nodes.keys()),
    nodes_modes: strings(...nodes.map(([mode]) => mode)),
    nodes_truenodeids: ints(...nodes.map(([, yes]) => yes)),
    nodes_falsenodeids: ints(...nodes.map(([, , no]) => no)),
    target_treeids: ints(...leaves.map(() => 0)),
    target_nodeids: ints(...leaves),
    ...more,
  };
  return call('TreeEnsembleRegressor', [floatTensor(1, 4)], { domain: 'ai.onnx.ml', opset: 3, attributes }).other;
}

const leaf = ['LEAF', 0, 0] as const;
const branch = (yes: number, no: number) => ['BRANCH_LT', yes, no] as const;

test('counts the longest way of each tree, and the weights at its end', () => {
  //   0 ─ 1 ─ 3        two comparisons and a weight on the left, one and a weight on the right
  //   └ 2  └ 4
  assert.equal(regressor([branch(1, 2), branch(3, 4), leaf, leaf, leaf]), '3');
  // Three weights at the leaf near the root outweigh the longer way: 1 + 3.
  const nearRoot = { target_treeids: ints(0, 0, 0, 0, 0), target_nodeids: ints(2, 2, 2, 3, 4) };
  assert.equal(regressor([branch(1, 2), branch(3, 4), leaf, leaf, leaf], nearRoot), '4');
});

test('adds the trees up, whose node numbers may be the same', () => {
  const two = {
    nodes_treeids: ints(0, 0, 0, 7, 7, 7, 7, 7),
    nodes_nodeids: ints(0, 1, 2, 0, 1, 2, 3, 4),
    target_treeids: ints(0, 7),
    target_nodeids: ints(1, 4),
  };
  // 1 + 1, and 2 + 1
  assert.equal(regressor([branch(1, 2), leaf, leaf, branch(1, 2), branch(3, 4), leaf, leaf, leaf], two), '5');
});

test('a tree of one leaf compares nothing', () => {
  assert.equal(regressor([leaf]), '1');
});

test('counts base values, the post transform and the mean per target', () => {
  const more = {
    n_targets: int(3),
    base_values: floats(1, 2, 3),
    post_transform: text('SOFTMAX'),
    aggregate_function: text('AVERAGE'),
  };
  // 1 + 1, then 3 base values, 3 · 5, 3 quotients
  assert.equal(regressor([branch(1, 2), leaf, leaf], more), '23');
});

test('weights at a branch are never taken', () => {
  const atRoot = { target_treeids: ints(0, 0, 0), target_nodeids: ints(0, 0, 1) };
  assert.equal(regressor([branch(1, 2), leaf, leaf], atRoot), '2');
});

test('a deep tree, and one whose nodes are shared, take no more time than they have nodes', () => {
  const depth = 100_000;
  const chain = Array.from({ length: depth }, (_, i) => branch(i + 1, i + 1));
  // Every way through it has 100,000 branches; there are 2^100,000 of them.
  assert.equal(regressor([...chain, leaf]), '100001');
});

const refused: readonly (readonly [string, () => string, string])[] = [
  ['a node that leads to itself', () => regressor([branch(0, 1), leaf]), 'a tree leads back to a node it came from'],
  [
    'a longer cycle',
    () => regressor([branch(1, 3), branch(2, 3), branch(0, 3), leaf]),
    'a tree leads back to a node it came from',
  ],
  ['a way to nowhere', () => regressor([branch(1, 9), leaf]), 'tree 0 has no node 9'],
  ['a negative node', () => regressor([branch(1, -1), leaf]), 'tree 0 has no node -1'],
  [
    'a node told twice',
    () => regressor([branch(1, 2), leaf, leaf], { nodes_nodeids: ints(0, 1, 1) }),
    'tree 0 has two nodes 1',
  ],
  [
    'lists of unequal length',
    () => regressor([branch(1, 2), leaf, leaf], { nodes_truenodeids: ints(1) }),
    'nodes_truenodeids has 1 entries; 3 expected, as nodes_nodeids has',
  ],
  [
    'a weight of a node that there is not',
    () => regressor([branch(1, 2), leaf, leaf], { target_treeids: ints(3, 0) }),
    'tree 3 has no node 1',
  ],
  [
    'weights whose tree nobody tells',
    () => regressor([branch(1, 2), leaf, leaf], { target_treeids: ints(0) }),
    'the tree of each weight has 1 entries; 2 expected, as the node of each weight has',
  ],
  ['no nodes', () => regressor([]), 'it has no nodes; nodes_nodeids expected'],
  [
    'a post transform nobody defined',
    () => regressor([branch(1, 2), leaf, leaf], { post_transform: text('TANH') }),
    'there is no post transform `TANH`',
  ],
];
for (const [title, act, message] of refused)
  test(`refuses ${title}`, () => {
    assert.throws(act, new Mismatch(message));
  });

/** A stored vector; `null` where its elements are not in the file. */
function stored(elements: readonly Scalar[] | null): Attribute {
  const elementCount = BigInt(elements?.length ?? 2);
  const value: Tensor = {
    name: '',
    dtype: 'float32',
    shape: [elementCount],
    elementCount,
    byteLength: 4n * elementCount,
    place: elements === null ? 'external' : 'inline',
    elements: (from, to) => elements?.slice(from, to),
  };
  return { kind: 'tensor', value };
}

/** Root 0 tests membership, node 1 below it compares; both end at leaves. */
function ensemble(more: Readonly<Record<string, Attribute>>): string {
  const attributes = {
    leaf_targetids: ints(0, 0, 0),
    leaf_weights: stored([1, 2, 3]),
    membership_values: stored([4, 5, 6, Number.NaN]),
    nodes_modes: stored([6n, 0n]),
    nodes_splits: stored([0, 0.5]),
    nodes_featureids: ints(0, 1),
    nodes_truenodeids: ints(0, 1),
    nodes_trueleafs: ints(1, 1),
    nodes_falsenodeids: ints(1, 2),
    nodes_falseleafs: ints(0, 1),
    tree_roots: ints(0),
    ...more,
  };
  return call('TreeEnsemble', [floatTensor(1, 4)], { domain: 'ai.onnx.ml', opset: 5, attributes }).other;
}

test('a test of membership compares with every member of its set', () => {
  assert.equal(ensemble({}), '5'); // 3 + 1 comparisons, 1 addition
  // Sets in the order of their branches, the last one without its NaN: 2 + 1, and 1.
  const two = { nodes_modes: stored([6n, 6n]), membership_values: stored([4, 5, Number.NaN, 6]) };
  assert.equal(ensemble(two), '4');
});

test('counts the mean and the post transform of version 5, by their numbers', () => {
  const more = { n_targets: int(2), aggregate_function: int(0), post_transform: int(4) };
  assert.equal(ensemble(more), '15'); // 5, 2 quotients, 2 · 4
});

test('a root may be the root of two trees', () => {
  assert.equal(ensemble({ tree_roots: ints(0, 0) }), '10');
});

test('modes that are not in the file leave the work unknown', () => {
  assert.equal(ensemble({ nodes_modes: stored(null) }), '?');
});

const refusedSplits: readonly (readonly [string, Readonly<Record<string, Attribute>>, string])[] = [
  [
    'a cycle',
    { nodes_falsenodeids: ints(1, 0), nodes_falseleafs: ints(0, 0) },
    'a tree leads back to a node it came from',
  ],
  ['a leaf that there is not', { nodes_falsenodeids: ints(1, 3) }, 'there is no leaf 3 of 3'],
  ['a root that there is not', { tree_roots: ints(2) }, 'there is no node 2 of 2'],
  ['a negative root', { tree_roots: ints(-1) }, 'there is no node -1 of 2'],
  ['a set too few', { membership_values: stored([]) }, 'membership_values holds 0 sets; more branches test one'],
  [
    'lists of unequal length',
    { nodes_trueleafs: ints(1) },
    'nodes_trueleafs has 1 entries; 2 expected, as nodes_modes has',
  ],
  ['a post transform nobody defined', { post_transform: int(9) }, 'there is no post transform `9`'],
];
for (const [title, more, message] of refusedSplits)
  test(`refuses ${title}, in version 5`, () => {
    assert.throws(() => ensemble(more), new Mismatch(message));
  });
