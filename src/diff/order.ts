/**
 * The order in which a network reads, whatever order its file has: each node after what it needs, side inputs (a mask, a
 * shortcut) before the long way, so that a repeated block is one stretch.
 * A gap between two paired nodes is a gap in this order.
 */
import { type Hashes, surroundings } from './hashes.ts';
import type { Net } from './net.ts';
import { degree } from './wires.ts';

/** More are not sorted by insertion. */
const manyOperands = 24;

/** Position of every node in a post-order walk from the graph outputs. */
export function readingOrder(net: Net, style: Int32Array): Int32Array {
  const size = net.layers.length;
  const { start, node, where } = net.inputs;
  const depth = depths(net);
  let near: Hashes | undefined;
  /** Nodes alike in depth are told apart by what is around them, which is rarely asked for. */
  const around = (): Int32Array => {
    near ??= surroundings(
      net,
      style,
      [3],
      Int32Array.from({ length: size }, (_, at) => at),
    )[0];
    return near?.high ?? depth;
  };
  const compareNodes = (a: number, b: number): number =>
    a === b ? 0 : (depth[a] ?? 0) - (depth[b] ?? 0) || (around()[a] ?? 0) - (around()[b] ?? 0) || a - b;
  const before = (a: number, b: number): number =>
    (where[a] ?? 0) - (where[b] ?? 0) || compareNodes(node[a] ?? 0, node[b] ?? 0);

  /** Edges of each node, those from graph inputs aside, in the order they are walked. */
  const walk = new Int32Array(node.length);
  const end = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    const first = start[at] ?? 0;
    let last = first;
    for (let e = first; e < (start[at + 1] ?? 0); e++) {
      if ((node[e] ?? -1) < 0) continue;
      let slot = last++;
      if ((start[at + 1] ?? 0) - first <= manyOperands)
        for (; slot > first && before(walk[slot - 1] ?? 0, e) > 0; slot--) walk[slot] = walk[slot - 1] ?? 0;
      walk[slot] = e;
    }
    end[at] = last;
    if (last - first > manyOperands) walk.subarray(first, last).sort(before);
  }

  const position = new Int32Array(size).fill(-1);
  const next = start.slice();
  const stack = new Int32Array(size);
  let placed = 0;
  for (const root of rootsOf(net, compareNodes)) {
    if (position[root] !== -1) continue;
    let top = 0;
    stack[0] = root;
    position[root] = -2;
    while (top >= 0) {
      const at = stack[top] ?? 0;
      const e = next[at] ?? 0;
      if (e >= (end[at] ?? 0)) {
        position[at] = placed++;
        top--;
        continue;
      }
      next[at] = e + 1;
      const child = node[walk[e] ?? 0] ?? 0;
      if (position[child] !== -1) continue;
      position[child] = -2;
      stack[++top] = child;
    }
  }
  return position;
}

/** Longest way from a graph input. */
function depths({ inputs, layers }: Net): Int32Array {
  const depth = new Int32Array(layers.length);
  for (let at = 0; at < layers.length; at++) {
    let deepest = 0;
    for (let e = inputs.start[at] ?? 0; e < (inputs.start[at + 1] ?? 0); e++) {
      const from = inputs.node[e] ?? -1;
      if (from >= 0) deepest = Math.max(deepest, (depth[from] ?? 0) + 1);
    }
    depth[at] = deepest;
  }
  return depth;
}

/** Producers of graph outputs in their order, then nodes nothing reads. */
function rootsOf(net: Net, compareNodes: (a: number, b: number) => number): readonly number[] {
  const { start, ordinal } = net.yields;
  const results: (readonly [number, number])[] = [];
  const ends: number[] = [];
  for (let at = 0; at < net.layers.length; at++) {
    for (let y = start[at] ?? 0; y < (start[at + 1] ?? 0); y++) results.push([ordinal[y] ?? 0, at]);
    if (degree(net.outputs, at) === 0) ends.push(at);
  }
  return [...results.sort((a, b) => a[0] - b[0]).map(([, at]) => at), ...ends.sort(compareNodes)];
}

/** The nodes in reading order. */
export function inverse(position: Int32Array): Int32Array {
  const at = new Int32Array(position.length);
  position.forEach((p, node) => {
    at[p] = node;
  });
  return at;
}
