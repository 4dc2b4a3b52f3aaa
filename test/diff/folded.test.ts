import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../src/diff/compare.ts';
import { lines, type Spec, side } from './sides.ts';

/** A state of zeros spread over the batch, as exporters begin a GRU: needed only where the batch is open. */
function recurrent(batch: number | string, spread = 'Expand'): Spec {
  return {
    inputs: { x: [5, batch, 4] },
    outputs: ['y'],
    initializers: {
      w: { shape: [1, 24, 4] },
      r: { shape: [1, 24, 8] },
      zeros: { shape: [1, 1, 8] },
      one: { dtype: 'int64', shape: [1], values: [1] },
      eight: { dtype: 'int64', shape: [1], values: [8] },
    },
    nodes: [
      { op: 'Shape', inputs: ['x'], outputs: ['extents'] },
      { op: 'Gather', inputs: ['extents', 'one'], outputs: ['batch'] },
      { op: 'Concat', inputs: ['one', 'batch', 'eight'], outputs: ['target'], attributes: { axis: 0 } },
      { op: spread, inputs: ['zeros', 'target'], outputs: ['state'] },
      { op: 'GRU', inputs: ['x', 'w', 'r', '', '', 'state'], outputs: ['all', 'y'], attributes: { hidden_size: 8 } },
    ],
  };
}

test('where a batch becomes a symbol, what computes its extent was there before and is not added', () => {
  for (const [from, to] of [
    [1, 'batch'],
    ['batch', 1],
  ] as const) {
    const diff = compare(side(recurrent(from)), side(recurrent(to)));
    assert.deepEqual(
      lines(diff).filter(({ kind }) => kind !== 'shapeOnly'),
      [],
    );
    const pairs = diff.pairs.map((p) => `${p.base.op} ${p.head.op}`).sort();
    assert.deepEqual(pairs, ['Concat Concat', 'Expand Expand', 'GRU GRU', 'Gather Gather', 'Shape Shape']);
    assert.equal(diff.unchanged + diff.records.length, 5);
  }
});

test('a node that does something now, with extents known on both sides, is added', () => {
  const net = (perm: readonly number[]): Spec => ({
    inputs: { x: [4, 4] },
    outputs: ['y'],
    nodes: [
      { op: 'Transpose', inputs: ['x'], outputs: ['t'], attributes: { perm } },
      { op: 'Relu', inputs: ['t'], outputs: ['y'] },
    ],
  });
  const diff = compare(side(net([0, 1])), side(net([1, 0])));
  assert.deepEqual(
    lines(diff).map(({ kind, head }) => `${kind} ${head.join()}`),
    ['added Transpose'],
  );
});
