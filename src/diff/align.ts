/**
 * What is left between two paired nodes, in reading order, aligned by dynamic programming (Needleman & Wunsch 1970) under
 * the cost of cost.ts. Bounded: a gap of more cells than `maxCells` is aligned inside a band around its diagonal.
 */
import { impossible, type Pairing, pair, type Task } from './cost.ts';
import { phase } from './seeds.ts';
import { degree, type Wires } from './wires.ts';

const maxCells = 2_000_000;
/** Neighbours looked at per node and direction. */
const maxNeighbours = 8;

/** Aligns every gap between the pairs that keep order. */
export function alignGaps(task: Task, pairing: Pairing, context: Context): void {
  for (const gap of gaps(task, pairing)) alignGap(task, pairing, gap, context);
}

interface Gap {
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** Unpaired nodes of both sides between consecutive pairs of the longest chain of pairs that keeps reading order. */
export function gaps(task: Task, pairing: Pairing): readonly Gap[] {
  const { baseAt, headAt, headOrder } = task;
  const { toHead, toBase } = pairing;
  const from: number[] = [];
  const to: number[] = [];
  for (let b = 0; b < baseAt.length; b++) {
    const j = toHead[baseAt[b] ?? 0] ?? -1;
    if (j < 0) continue;
    from.push(b);
    to.push(headOrder[j] ?? 0);
  }
  const result: Gap[] = [];
  let [b, h] = [0, 0];
  const close = (untilBase: number, untilHead: number): void => {
    const base = b < untilBase ? singles(baseAt, toHead, b, untilBase) : [];
    const head = h < untilHead && base.length > 0 ? singles(headAt, toBase, h, untilHead) : [];
    if (base.length > 0 && head.length > 0) result.push({ base, head });
    [b, h] = [untilBase + 1, untilHead + 1];
  };
  for (const at of increasing(to)) close(from[at] ?? 0, to[at] ?? 0);
  close(baseAt.length, headAt.length);
  return result;
}

function singles(order: Int32Array, partner: Int32Array, from: number, to: number): readonly number[] {
  const result: number[] = [];
  for (let at = from; at < to; at++) {
    const node = order[at] ?? 0;
    if (partner[node] === -1) result.push(node);
  }
  return result;
}

/** Positions of the longest strictly increasing chain of values. */
export function increasing(values: readonly number[]): Int32Array {
  const tails = new Int32Array(values.length);
  const before = new Int32Array(values.length);
  let length = 0;
  values.forEach((value, at) => {
    let [low, high] = [0, length];
    // Mostly the chain goes on at its end.
    if (length > 0 && (values[tails[length - 1] ?? 0] ?? 0) < value) low = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = at;
    if (low === length) length++;
  });
  const chain = new Int32Array(length);
  let at = tails[length - 1] ?? -1;
  for (let slot = length - 1; slot >= 0; slot--) {
    chain[slot] = at;
    at = before[at] ?? -1;
  }
  return chain;
}

/** Surroundings of the nodes of both sides, of several kinds; 32 bits do for a hint. */
export type Colours = readonly (readonly [Int32Array, Int32Array])[];

/** Cost of how the neighbourhoods of two nodes differ, as far as it can be told before they are paired. */
export type Context = (base: number, head: number) => number;

function alignGap(task: Task, pairing: Pairing, gap: Gap, context: Context): void {
  const [n, m] = [gap.base.length, gap.head.length];
  const band = n * m <= maxCells ? Math.max(n, m) : Math.max(8, Math.floor(maxCells / (2 * n)));
  const wide = 2 * band + 1;
  const low = (x: number): number => Math.max(0, (n === 0 ? 0 : Math.round((x * m) / n)) - band);
  const high = (x: number): number => Math.min(m, (n === 0 ? 0 : Math.round((x * m) / n)) + band);
  const width = Math.min(m + 1, wide + 1);
  const moves = new Uint8Array((n + 1) * width);
  let above = new Float64Array(m + 1).fill(Infinity);
  for (let x = 0; x <= n; x++) {
    const row = new Float64Array(m + 1).fill(Infinity);
    const i = gap.base[x - 1] ?? -1;
    const alone = task.baseAlone[i] ?? 0;
    const from = low(x);
    for (let y = from; y <= high(x); y++) {
      if (x === 0 && y === 0) {
        row[0] = 0;
        continue;
      }
      const j = gap.head[y - 1] ?? -1;
      // On ties a node of head is left alone before one of base, and both before a pair: growth lands at the tail.
      let best = y > 0 ? (row[y - 1] ?? Infinity) + (task.headAlone[j] ?? 0) : Infinity;
      let move = 1;
      const up = x > 0 ? (above[y] ?? Infinity) + alone : Infinity;
      if (up < best) [best, move] = [up, 2];
      if (x > 0 && y > 0) {
        const start = above[y - 1] ?? Infinity;
        if (start < best) {
          const looks = task.looks(i, j);
          if (looks < impossible) {
            const cost = start + looks + task.content(i, j) + task.path(i, j) + context(i, j);
            if (cost < best) [best, move] = [cost, 3];
          }
        } else if (start < Infinity && start - 2000 < best) {
          // Only agreeing weights can make a pair cheaper than nothing.
          const content = task.content(i, j);
          if (content < 0 && task.looks(i, j) < impossible) {
            const cost = start + task.looks(i, j) + content + task.path(i, j) + context(i, j);
            if (cost < best) [best, move] = [cost, 3];
          }
        }
      }
      row[y] = best;
      moves[x * width + (y - from)] = move;
    }
    above = row;
  }
  for (let x = n, y = m; x > 0 || y > 0; ) {
    const move = moves[x * width + (y - low(x))];
    if (move === 3) {
      pair(pairing, gap.base[x - 1] ?? 0, gap.head[y - 1] ?? 0, phase.alignment);
      x--;
      y--;
    } else if (move === 2) x--;
    else if (move === 1) y--;
    else break;
  }
}

/**
 * Neighbours that are paired with one another agree; two unpaired ones agree as far as they look alike; `colours` are
 * surroundings at growing radii.
 */
export function contextOf(task: Task, pairing: Pairing, coloursFor: (pairing: Pairing) => Colours): Context {
  let known: Colours | undefined;
  // Asked for only where there is a gap, and before the gaps are filled.
  const colours = (): Colours => {
    known ??= coloursFor(pairing);
    return known;
  };
  const near = (ours: Wires, theirs: Wires, i: number, j: number): number => {
    const [first, other] = [ours.start[i] ?? 0, theirs.start[j] ?? 0];
    const m = Math.min(degree(ours, i), maxNeighbours);
    const n = Math.min(degree(theirs, j), maxNeighbours);
    if (m === 0 && n === 0) return 4;
    let agree = 0;
    for (let e = first; e < first + m; e++) {
      let best = 0;
      for (let f = other; best < 4 && f < other + n; f++)
        if (theirs.where[f] === ours.where[e])
          best = Math.max(best, likeness(task, pairing, ours.node[e] ?? 0, theirs.node[f] ?? 0));
      agree += best;
    }
    return agree / Math.max(m, n);
  };
  return (i, j) => {
    const a = near(task.base.inputs, task.head.inputs, i, j);
    const b = near(task.base.outputs, task.head.outputs, i, j);
    let cost = Math.round((8 - a - b) * 50);
    for (const [base, head] of colours()) if (base[i] !== head[j]) cost += 30;
    return cost;
  };
}

/** 0 … 4: how far two neighbours speak for a pair. */
function likeness(task: Task, pairing: Pairing, i: number, j: number): number {
  if (i < 0 || j < 0) return i === j ? 4 : 0;
  const to = pairing.toHead[i] ?? -1;
  if (to >= 0) return to === j ? 4 : 0;
  if ((pairing.toBase[j] ?? -1) >= 0) return 0;
  const { base, head } = task.labels;
  if (base.exact[i] === head.exact[j]) return 3;
  if (base.style[i] === head.style[j]) return 2;
  return base.kind[i] === head.kind[j] ? 1 : 0;
}
