import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelExplorerMap, nodeIds } from '../../src/report/model-explorer.ts';
import { diff, profile, record } from '../fixtures/profiles.ts';

test('nodes without a name, or with another node’s, get the names that onnx_ir gives them', () => {
  const layers = ['', 'a', '', 'a', 'a_1', ''].map((name) => ({ name }));
  // `a_1` is taken by the second `a` when the node of that name comes.
  assert.deepEqual([...nodeIds(profile({ layers })).values()], ['node', 'a', 'node_1', 'a_1', 'a_1_1', 'node_2']);
});

test('nodes of a body count on, in a scope of their own; those of a function do not', () => {
  const layers = [
    { name: '', op: 'If' },
    { name: '', owner: 0 },
    { name: '', owner: 0 },
    { name: '' },
    { name: 'call', op: 'MyFunction' },
    { name: '', owner: 4 },
    { name: '' },
  ];
  // In the body: `node`, then `node_1`; so the next of the main graph is the second of that count.
  assert.deepEqual([...nodeIds(profile({ layers })).values()], ['node', 'node_2', 'call', 'node_3']);
});

test('a split is one entry, a pair another, and a name that means something else is kept from being taken for it', () => {
  const base = profile({ layers: [{ name: 'conv' }, { name: 'relu' }, { name: 'gone' }] });
  const head = profile({ layers: [{ name: 'c' }, { name: 'sigmoid' }, { name: 'mul' }, { name: 'conv' }] });
  const at = (of: typeof base, i: number) => {
    const found = of.layers[i];
    assert.ok(found);
    return found;
  };
  const split = {
    ...record('split', { name: 'relu' }, { name: 'sigmoid' }),
    base: [at(base, 1)],
    head: [at(head, 1), at(head, 2)],
  };
  const map = JSON.parse(
    modelExplorerMap(
      base,
      head,
      diff(base, head, {
        records: [split],
        pairs: [
          { base: at(base, 0), head: at(head, 0), phase: 'weights', confidence: 1 },
          { base: at(base, 1), head: at(head, 1), phase: 'alignment', confidence: 0.6 },
        ],
      }),
    ),
  );
  assert.deepEqual(map.mappingEntries, [
    { leftNodeIds: ['relu'], rightNodeIds: ['sigmoid', 'mul'] },
    { leftNodeIds: ['conv'], rightNodeIds: ['c'] },
    { leftNodeIds: ['[value] x'], rightNodeIds: ['[value] x'] },
    { leftNodeIds: ['[value] y'], rightNodeIds: ['[value] y'] },
    // `conv` of the head is new; without this the tool would take the base's `conv` for it.
    { leftNodeIds: ['[no counterpart] conv'], rightNodeIds: ['conv'] },
  ]);
});
