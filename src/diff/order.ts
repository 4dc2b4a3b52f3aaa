/**
 * The order in which a network reads, whatever order its file has: each node after what it needs, side inputs (a mask, a
 * shortcut) before the long way, so that a repeated block is one stretch.
 * A gap between two paired nodes is a gap in this order.
 */
import { surroundings } from './hashes.ts';
import type { Net } from './net.ts';

/** Position of every node in a post-order walk from the graph outputs. */
export function readingOrder(net: Net, style: Int32Array): Int32Array {
  const size = net.layers.length;
  const depth = new Int32Array(size);
  for (let at = 0; at < size; at++)
    for (const e of net.inputs[at] ?? [])
      if (e.node >= 0) depth[at] = Math.max(depth[at] ?? 0, (depth[e.node] ?? 0) + 1);
  const [near] = surroundings(net, style, [3]);
  const children = (at: number): readonly number[] => {
    const edges = (net.inputs[at] ?? []).filter((e) => e.node >= 0);
    if (edges.length < 2) return edges.map((e) => e.node);
    return [...edges]
      .sort(
        (a, b) =>
          a.port - b.port ||
          (depth[a.node] ?? 0) - (depth[b.node] ?? 0) ||
          (near?.[a.node] ?? 0) - (near?.[b.node] ?? 0) ||
          a.node - b.node,
      )
      .map((e) => e.node);
  };
  const roots: (readonly [number, number])[] = [];
  for (let at = 0; at < size; at++) for (const ordinal of net.yields[at] ?? []) roots.push([ordinal, at]);
  roots.sort((a, b) => a[0] - b[0]);
  const ends: number[] = [];
  for (let at = 0; at < size; at++) if ((net.outputs[at] ?? []).length === 0) ends.push(at);
  ends.sort((a, b) => (near?.[a] ?? 0) - (near?.[b] ?? 0) || a - b);

  const position = new Int32Array(size).fill(-1);
  let next = 0;
  for (const root of [...roots.map(([, at]) => at), ...ends]) {
    const stack: { readonly at: number; readonly rest: readonly number[]; next: number }[] = [];
    const open = (at: number): void => {
      if (position[at] !== -1) return;
      position[at] = -2;
      stack.push({ at, rest: children(at), next: 0 });
    };
    open(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const child = top.rest[top.next++];
      if (child !== undefined) open(child);
      else {
        position[top.at] = next++;
        stack.pop();
      }
    }
  }
  return position;
}

/** The nodes in reading order. */
export function inverse(position: Int32Array): Int32Array {
  const at = new Int32Array(position.length);
  position.forEach((p, node) => {
    at[p] = node;
  });
  return at;
}
