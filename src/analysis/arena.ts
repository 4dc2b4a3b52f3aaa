/**
 * A greedy memory plan, as TensorFlow Lite's planner makes it: tensors by size, the largest first, each into the
 * smallest gap that fits between those alive at the same time. A heuristic: not a bound from either side.
 * https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/arena_planner.cc
 */
import { type Dim, unknown } from '../model/dim.ts';

export interface Span {
  /** More than none. */
  readonly bytes: number;
  /** First and last run it is alive in, both included. */
  readonly birth: number;
  readonly last: number;
}

/** Every offset is a multiple of it: a cache line, and what TensorFlow Lite aligns to. */
const alignment = 64;
/** Overlaps looked at before giving up: a second's work. Real nets of 100,000 nodes need one or two million. */
const mostOverlaps = 6_000_000;

/** Extent of the arena in bytes. */
export function arena(spans: readonly Span[]): Dim {
  // Below this every offset is an exact double, alignment included.
  const total = spans.reduce((n, { bytes }) => n + bytes + alignment, 0);
  if (total > Number.MAX_SAFE_INTEGER) return unknown('more than 2^53 bytes in all are not laid out');
  const order = spans.toSorted((a, b) => b.bytes - a.bytes || a.birth - b.birth);
  const from = new Float64Array(order.length);
  const to = new Float64Array(order.length);
  const placed = new OverlapIndex(spans.reduce((n, { last }) => Math.max(n, last + 1), 1));
  let extent = 0;
  let looked = 0;
  for (const [i, span] of order.entries()) {
    const neighbours = placed.overlapping(span);
    looked += neighbours.length + 1;
    if (looked > mostOverlaps) return unknown('too many tensors are alive together to lay them out');
    const at = bestFit(neighbours, from, to, span.bytes);
    from[i] = at;
    to[i] = at + span.bytes;
    placed.insert(i, span);
    extent = Math.max(extent, at + span.bytes);
  }
  return BigInt(extent);
}

/** The smallest gap between neighbours that holds `bytes`; behind them all when there is none. */
function bestFit(neighbours: number[], from: Float64Array, to: Float64Array, bytes: number): number {
  if (neighbours.length > 1) neighbours.sort((a, b) => (from[a] ?? 0) - (from[b] ?? 0));
  let best = -1;
  let smallest = Infinity;
  let free = 0;
  for (const i of neighbours) {
    const size = (from[i] ?? 0) - free;
    if (size >= bytes && size < smallest) {
      best = free;
      smallest = size;
    }
    free = Math.max(free, Math.ceil((to[i] ?? 0) / alignment) * alignment);
  }
  return best === -1 ? free : best;
}

/** Lists of spans, linked through two arrays: most hold one or two. */
class Chains {
  private readonly heads: Int32Array;
  /** By entry: the span, and the entry before it in its list. */
  private readonly spans: number[] = [];
  private readonly before: number[] = [];

  constructor(count: number) {
    this.heads = new Int32Array(count).fill(-1);
  }

  add(list: number, span: number): void {
    this.before.push(this.heads[list] ?? -1);
    this.heads[list] = this.spans.length;
    this.spans.push(span);
  }

  copy(list: number, into: number[]): void {
    for (let entry = this.heads[list] ?? -1; entry >= 0; entry = this.before[entry] ?? -1)
      into.push(this.spans[entry] ?? 0);
  }
}

/**
 * Finds the placed spans alive together with a given one: those alive at its birth, by a segment tree over the runs,
 * and those born during its life, by a list for each run.
 */
class OverlapIndex {
  private readonly leaves: number;
  /** By node of the tree; the children of node n are 2n and 2n + 1, run r is the leaf `leaves + r`. */
  private readonly alive: Chains;
  private readonly bornAt: Chains;
  /** How many were born below each node. */
  private readonly births: Int32Array;

  constructor(runs: number) {
    this.leaves = 2 ** Math.ceil(Math.log2(runs));
    this.alive = new Chains(2 * this.leaves);
    this.bornAt = new Chains(this.leaves);
    this.births = new Int32Array(2 * this.leaves);
  }

  insert(at: number, { birth, last }: Span): void {
    // At the few nodes that together cover its life.
    let left = this.leaves + birth;
    let right = this.leaves + last + 1;
    for (; left < right; left >>= 1, right >>= 1) {
      if (left % 2 === 1) this.alive.add(left++, at);
      if (right % 2 === 1) this.alive.add(--right, at);
    }
    this.bornAt.add(birth, at);
    for (let node = this.leaves + birth; node >= 1; node >>= 1) this.births[node] = (this.births[node] ?? 0) + 1;
  }

  overlapping({ birth, last }: Span): number[] {
    const found: number[] = [];
    for (let node = this.leaves + birth; node >= 1; node >>= 1) this.alive.copy(node, found);
    if (last - birth > fewRuns) this.bornIn(1, 0, this.leaves, birth + 1, last, found);
    else for (let run = birth + 1; run <= last; run++) this.bornAt.copy(run, found);
    return found;
  }

  /** The depth is the logarithm of the runs. */
  private bornIn(node: number, from: number, width: number, first: number, last: number, found: number[]): void {
    if (first >= from + width || last < from || this.births[node] === 0) return;
    if (width === 1) {
      this.bornAt.copy(from, found);
      return;
    }
    const half = width / 2;
    this.bornIn(2 * node, from, half, first, last, found);
    this.bornIn(2 * node + 1, from + half, half, first, last, found);
  }
}

/** Below this, looking at each run is quicker than descending the tree. */
const fewRuns = 32;
