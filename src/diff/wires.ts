/** Data edges as flat arrays: a network of 10⁵ nodes has no object per edge. */

/** Edges of node `n` are at `start[n]` to `start[n + 1]`. */
export interface Wires {
  readonly start: Int32Array;
  /** The node at the other end; −(ordinal + 1) where it is a graph input. */
  readonly node: Int32Array;
  /** Port of the consumer and output of the producer as one number; the port is 0 for all where operands may be swapped. */
  readonly where: Int32Array;
}

/** Outputs told apart: Split may have hundreds, a Sequence operator more than anyone compares. */
const maxOutputs = 1024;

export function placeOf(port: number, output: number): number {
  return port * maxOutputs + Math.min(output, maxOutputs - 1);
}

export function portOf(where: number): number {
  return Math.floor(where / maxOutputs);
}

/** The producer's side of the same edges; consumers in ascending order. */
export function reversed({ start, node, where }: Wires): Wires {
  const size = start.length - 1;
  const from = new Int32Array(size + 1);
  for (const producer of node) if (producer >= 0) from[producer + 1] = (from[producer + 1] ?? 0) + 1;
  for (let at = 0; at < size; at++) from[at + 1] = (from[at + 1] ?? 0) + (from[at] ?? 0);
  const next = from.slice();
  const consumer = new Int32Array(from[size] ?? 0);
  const place = new Int32Array(consumer.length);
  for (let at = 0; at < size; at++) {
    const end = start[at + 1] ?? 0;
    for (let e = start[at] ?? 0; e < end; e++) {
      const producer = node[e] ?? -1;
      if (producer < 0) continue;
      const slot = next[producer] ?? 0;
      consumer[slot] = at;
      place[slot] = where[e] ?? 0;
      next[producer] = slot + 1;
    }
  }
  return { start: from, node: consumer, where: place };
}

export function degree({ start }: Wires, node: number): number {
  return (start[node + 1] ?? 0) - (start[node] ?? 0);
}

/** Nodes at the other ends. */
export function neighbours({ start, node }: Wires, at: number): Int32Array {
  return node.subarray(start[at], start[at + 1]);
}
