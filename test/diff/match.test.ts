import assert from 'node:assert/strict';
import { test } from 'node:test';
import { increasing } from '../../src/diff/align.ts';
import { compare } from '../../src/diff/compare.ts';
import type { Side } from '../../src/diff/diff.ts';
import { lines, misplaced, type Spec, side, unexplained } from './sides.ts';

type NodeSpec = Spec['nodes'][number];

test('the longest chain keeps order on both sides', () => {
  const values = [5, 1, 2, 9, 3, 4, 0];
  assert.deepEqual([...increasing(values)], [1, 2, 4, 5]);
  assert.deepEqual([...increasing([])], []);
});

test('the file may list its nodes in any order', () => {
  const nodes: NodeSpec[] = [
    { op: 'Relu', inputs: ['x'], outputs: ['a'] },
    { op: 'Sigmoid', inputs: ['a'], outputs: ['b'] },
    { op: 'Tanh', inputs: ['a'], outputs: ['c'] },
    { op: 'Mul', inputs: ['b', 'c'], outputs: ['y'] },
  ];
  const net = (order: readonly number[]): Side =>
    side({ inputs: { x: [4] }, outputs: ['y'], nodes: order.flatMap((i) => nodes[i] ?? []) });
  const diff = compare(net([0, 1, 2, 3]), net([3, 2, 1, 0]));
  assert.deepEqual(diff.records, []);
  assert.deepEqual(
    diff.pairs.map((p) => [p.base.index, p.head.index]),
    [
      [0, 3],
      [1, 2],
      [2, 1],
      [3, 0],
    ],
  );
});

test('weights tell which of two equal branches is which', () => {
  const values = (seed: number): number[] => Array.from({ length: 64 }, (_, i) => Math.sin(i * seed));
  const net = (first: number, second: number): Side =>
    side({
      inputs: { x: [1, 8, 4, 4] },
      outputs: ['y'],
      initializers: {
        v: { shape: [8, 8, 1, 1], values: values(first) },
        w: { shape: [8, 8, 1, 1], values: values(second) },
      },
      nodes: [
        { op: 'Conv', inputs: ['x', 'v'], outputs: ['a'] },
        { op: 'Conv', inputs: ['x', 'w'], outputs: ['b'] },
        { op: 'Add', inputs: ['a', 'b'], outputs: ['y'] },
      ],
    });
  const diff = compare(net(3, 7), net(7, 3));
  assert.deepEqual(diff.records, []);
  const found = diff.pairs
    .filter((p) => p.base.op === 'Conv')
    .map((p) => [p.base.index, p.head.index, p.phase, p.confidence]);
  assert.deepEqual(found, [
    [0, 1, 'weights', 0.99],
    [1, 0, 'weights', 0.99],
  ]);
});

test('weights that went on training are still found by their signs', () => {
  const values = (noise: number): number[] =>
    Array.from({ length: 256 }, (_, i) => Math.sin(i * i) + noise * Math.cos(i * 7));
  const net = (noise: number, order: readonly ['p', 'q'] | readonly ['q', 'p']): Side =>
    side({
      inputs: { x: [4, 16] },
      outputs: ['y'],
      initializers: {
        p: { shape: [16, 16], values: values(noise) },
        q: { shape: [16, 16], values: values(noise).map((v, i) => v * (i % 3 === 0 ? -1 : 1)) },
      },
      nodes: [
        { op: 'MatMul', inputs: ['x', order[0]], outputs: ['a'] },
        { op: 'MatMul', inputs: ['x', order[1]], outputs: ['b'] },
        { op: 'Add', inputs: ['a', 'b'], outputs: ['y'] },
      ],
    });
  const diff = compare(net(0, ['p', 'q']), net(0.1, ['q', 'p']));
  assert.deepEqual(
    lines(diff).map((l) => l.kind),
    ['weightsOnly', 'weightsOnly'],
  );
  assert.deepEqual(
    diff.pairs.filter((p) => p.phase === 'sketch').map((p) => [p.base.index, p.head.index]),
    [
      [0, 1],
      [1, 0],
    ],
  );
});

/** A long chain of layers of varied kernel and activation, without weights at hand. */
function chain(length: number, edit: (i: number) => NodeSpec | undefined): Side {
  const nodes: NodeSpec[] = [];
  const initializers: Record<string, { shape: number[]; external: { location: string } }> = {};
  let last = 'x';
  for (let i = 0; i < length; i++) {
    const extra = edit(i);
    if (extra !== undefined) {
      nodes.push({ ...extra, inputs: [last], outputs: [`e${i}`] });
      last = `e${i}`;
    }
    const kernel = [1, 3, 5][((i * i) % 7) % 3] ?? 1;
    const pad = (kernel - 1) / 2;
    initializers[`w${i}`] = { shape: [4, 4, kernel], external: { location: 'w.bin' } };
    nodes.push({ op: 'Conv', inputs: [last, `w${i}`], outputs: [`c${i}`], attributes: { pads: [pad, pad] } });
    const op = ['Relu', 'Tanh', 'Sigmoid', 'Elu'][(i * 7 + ((i * i) % 11)) % 4] ?? 'Relu';
    nodes.push({ op, inputs: [`c${i}`], outputs: [`r${i}`] });
    last = `r${i}`;
  }
  return side({ inputs: { x: [1, 4, 32] }, outputs: [last], initializers, nodes });
}

test('many edits spread over a long network are each found', () => {
  const base = chain(2500, () => undefined);
  const head = chain(2500, (i) => (i % 250 === 125 ? { op: 'Softplus', inputs: [], outputs: [] } : undefined));
  const diff = compare(base, head);
  assert.deepEqual(
    lines(diff),
    Array.from({ length: 10 }, () => ({ kind: 'added', base: [], head: ['Softplus'], changes: [] })),
  );
  assert.equal(diff.unchanged, 5000);
  assert.deepEqual(unexplained(diff), []);
  assert.deepEqual(misplaced(diff, base, head), []);
});

test('module paths count the copies of a block', () => {
  const net = (copies: number): Side => {
    const nodes: NodeSpec[] = [];
    const initializers: Record<string, { shape: number[]; external: { location: string } }> = {};
    let last = 'x';
    for (let i = 0; i < copies; i++)
      for (const part of ['fc1', 'fc2']) {
        initializers[`blocks.${i}.${part}.weight`] = { shape: [8, 8], external: { location: 'w.bin' } };
        nodes.push({
          op: 'MatMul',
          name: `/blocks.${i}/${part}/MatMul`,
          inputs: [last, `blocks.${i}.${part}.weight`],
          outputs: [`${part}${i}`],
        });
        last = `${part}${i}`;
      }
    return side({ inputs: { x: [4, 8] }, outputs: [last], initializers, nodes });
  };
  assert.deepEqual(compare(net(2), net(4)).blocks, [{ name: 'blocks', from: 2, to: 4 }]);
});
