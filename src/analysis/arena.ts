/**
 * A greedy memory plan, as TensorFlow Lite's planner makes it: tensors by size, the largest first, each into the
 * smallest gap that fits between those alive at the same time. A heuristic: not a bound from either side.
 * https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/arena_planner.cc
 */
import { type Dim, unknown } from '../model/dim.ts';

export interface Span {
  readonly bytes: bigint;
  /** First and last run it is alive in, both included. */
  readonly birth: number;
  readonly last: number;
}

/** Every offset is a multiple of it: a cache line, and what TensorFlow Lite aligns to. */
const alignment = 64;
/** Overlaps looked at before giving up: a second's work. Real nets of 100,000 nodes need one or two million. */
const mostOverlaps = 6_000_000;

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** Extent of the arena in bytes. */
export function arena(spans: readonly Span[]): Dim {
  // Below this every offset is an exact double, alignment included.
  const total = spans.reduce((n, s) => n + s.bytes + BigInt(alignment), 0n);
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) return unknown('more than 2^53 bytes in all are not laid out');
  const order = spans
    .map((span) => ({ span, bytes: Number(span.bytes) }))
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes || a.span.birth - b.span.birth);
  const placed = new OverlapIndex(spans.reduce((n, s) => Math.max(n, s.last + 1), 1));
  let extent = 0;
  let looked = 0;
  for (const { span, bytes } of order) {
    const neighbours = placed.overlapping(span);
    looked += neighbours.length + 1;
    if (looked > mostOverlaps) return unknown('too many tensors are alive together to lay them out');
    const from = bestFit(neighbours, bytes);
    placed.insert(span, { from, to: from + bytes });
    extent = Math.max(extent, from + bytes);
  }
  return BigInt(extent);
}

/** The smallest gap between neighbours that holds `bytes`; behind them all when there is none. */
function bestFit(neighbours: Placed[], bytes: number): number {
  neighbours.sort((a, b) => a.from - b.from);
  let best: { from: number; size: number } | undefined;
  let free = 0;
  for (const { from, to } of neighbours) {
    const size = from - free;
    if (size >= bytes && (best === undefined || size < best.size)) best = { from: free, size };
    free = Math.max(free, Math.ceil(to / alignment) * alignment);
  }
  return best?.from ?? free;
}

/**
 * Finds the placed spans alive together with a given one: those alive at its birth, by a segment tree over the runs,
 * and those born during its life, by a list for each run.
 */
class OverlapIndex {
  private readonly leaves: number;
  private readonly alive = new Map<number, Placed[]>();
  private readonly bornAt = new Map<number, Placed[]>();
  /** How many were born below each node of the tree. */
  private readonly births = new Map<number, number>();

  constructor(runs: number) {
    this.leaves = 2 ** Math.ceil(Math.log2(runs));
  }

  insert(span: Span, placed: Placed): void {
    this.cover(1, 0, this.leaves, span, placed);
    append(this.bornAt, span.birth, placed);
    for (let node = this.leaves + span.birth; node >= 1; node >>= 1)
      this.births.set(node, (this.births.get(node) ?? 0) + 1);
  }

  overlapping(span: Span): Placed[] {
    const found: Placed[] = [];
    for (let node = this.leaves + span.birth; node >= 1; node >>= 1) copy(this.alive.get(node), found);
    this.bornIn(1, 0, this.leaves, span.birth + 1, span.last, found);
    return found;
  }

  /** Stores the interval at the few nodes that together cover it; the depth is the logarithm of the runs. */
  private cover(node: number, from: number, width: number, span: Span, placed: Placed): void {
    if (span.birth >= from + width || span.last < from) return;
    if (span.birth <= from && span.last >= from + width - 1) {
      append(this.alive, node, placed);
      return;
    }
    const half = width / 2;
    this.cover(2 * node, from, half, span, placed);
    this.cover(2 * node + 1, from + half, half, span, placed);
  }

  private bornIn(node: number, from: number, width: number, first: number, last: number, found: Placed[]): void {
    if (first > last || first >= from + width || last < from || !this.births.has(node)) return;
    if (width === 1) {
      copy(this.bornAt.get(from), found);
      return;
    }
    const half = width / 2;
    this.bornIn(2 * node, from, half, first, last, found);
    this.bornIn(2 * node + 1, from + half, half, first, last, found);
  }
}

function append(map: Map<number, Placed[]>, key: number, value: Placed): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Without spreading: a hostile graph makes lists longer than a call may have arguments. */
function copy(list: readonly Placed[] | undefined, into: Placed[]): void {
  if (list !== undefined) for (const item of list) into.push(item);
}
