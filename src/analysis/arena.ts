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
  if (neighbours.length > 1) neighbours.sort((a, b) => a.from - b.from);
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
  /** By node of the tree; the children of node n are 2n and 2n + 1, run r is the leaf `leaves + r`. */
  private readonly alive: (Placed[] | undefined)[];
  private readonly bornAt: (Placed[] | undefined)[];
  /** How many were born below each node. */
  private readonly births: Int32Array;

  constructor(runs: number) {
    this.leaves = 2 ** Math.ceil(Math.log2(runs));
    this.alive = new Array(2 * this.leaves);
    this.bornAt = new Array(this.leaves);
    this.births = new Int32Array(2 * this.leaves);
  }

  insert(span: Span, placed: Placed): void {
    this.cover(span, placed);
    append(this.bornAt, span.birth, placed);
    for (let node = this.leaves + span.birth; node >= 1; node >>= 1) this.births[node] = (this.births[node] ?? 0) + 1;
  }

  overlapping(span: Span): Placed[] {
    const found: Placed[] = [];
    for (let node = this.leaves + span.birth; node >= 1; node >>= 1) copy(this.alive[node], found);
    if (span.last - span.birth > fewRuns) this.bornIn(1, 0, this.leaves, span.birth + 1, span.last, found);
    else for (let run = span.birth + 1; run <= span.last; run++) copy(this.bornAt[run], found);
    return found;
  }

  /** Stores the interval at the few nodes that together cover it. */
  private cover({ birth, last }: Span, placed: Placed): void {
    let left = this.leaves + birth;
    let right = this.leaves + last + 1;
    for (; left < right; left >>= 1, right >>= 1) {
      if (left % 2 === 1) append(this.alive, left++, placed);
      if (right % 2 === 1) append(this.alive, --right, placed);
    }
  }

  /** The depth is the logarithm of the runs. */
  private bornIn(node: number, from: number, width: number, first: number, last: number, found: Placed[]): void {
    if (first >= from + width || last < from || this.births[node] === 0) return;
    if (width === 1) {
      copy(this.bornAt[from], found);
      return;
    }
    const half = width / 2;
    this.bornIn(2 * node, from, half, first, last, found);
    this.bornIn(2 * node + 1, from + half, half, first, last, found);
  }
}

/** Below this, looking at each run is quicker than descending the tree. */
const fewRuns = 32;

function append(lists: (Placed[] | undefined)[], at: number, value: Placed): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [value];
  else list.push(value);
}

/** Without spreading: a hostile graph makes lists longer than a call may have arguments. */
function copy(list: readonly Placed[] | undefined, into: Placed[]): void {
  if (list !== undefined) for (const item of list) into.push(item);
}
