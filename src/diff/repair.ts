/** Improves a map by what neighbours say: pairs along edges, and moves a pair where that lowers the cost. */
import { copyPairing, impossible, nodeCost, type Pairing, pair, type Task, unpair } from './cost.ts';
import type { Net } from './net.ts';
import { phase } from './seeds.ts';
import { degree, type Wires } from './wires.ts';

const maxRounds = 6;
const maxNeighbours = 16;
/** In larger networks whole chains are not exchanged: it would cost too much for what it brings. */
const mostExchanged = 1500;
/** Layers of a chain that may have to change places together. */
const maxChain = 6;
/** A neighbour pair is taken on trust below this cost by looks: the same operator with other extents, or one attribute. */
const trusted = 450;

/** From each pair along equal ports: what one neighbour alone can be is paired with what the other alone can be. */
export function propagate(task: Task, pairing: Pairing): void {
  const { base, head } = task;
  const queue: number[] = [];
  const isOpen = (i: number): boolean =>
    hasSingle(base.inputs, pairing.toHead, i) || hasSingle(base.outputs, pairing.toHead, i);
  for (const i of task.baseAt) if ((pairing.toHead[i] ?? -1) >= 0 && isOpen(i)) queue.push(i);
  for (let at = 0; at < queue.length; at++) {
    const i = queue[at] ?? 0;
    const j = pairing.toHead[i] ?? -1;
    if (j < 0) continue;
    along(task, pairing, base.inputs, head.inputs, i, j, queue);
    along(task, pairing, base.outputs, head.outputs, i, j, queue);
  }
}

function hasSingle({ start, node }: Wires, partner: Int32Array, at: number): boolean {
  for (let e = start[at] ?? 0; e < (start[at + 1] ?? 0); e++) {
    const other = node[e] ?? -1;
    if (other >= 0 && partner[other] === -1) return true;
  }
  return false;
}

function along(task: Task, pairing: Pairing, ours: Wires, theirs: Wires, i: number, j: number, queue: number[]): void {
  if (degree(ours, i) > maxNeighbours || degree(theirs, j) > maxNeighbours) return;
  const { kind } = task.labels.base;
  const [first, last] = [ours.start[i] ?? 0, ours.start[i + 1] ?? 0];
  for (let e = first; e < last; e++) {
    const near = ours.node[e] ?? -1;
    const where = ours.where[e];
    if (near < 0 || pairing.toHead[near] !== -1) continue;
    let rivals = 0;
    for (let o = first; o < last; o++) {
      const other = ours.node[o] ?? -1;
      if (other >= 0 && other !== near && ours.where[o] === where && kind[other] === kind[near]) rivals++;
    }
    if (rivals > 0) continue;
    let [only, options] = [-1, 0];
    for (let f = theirs.start[j] ?? 0; f < (theirs.start[j + 1] ?? 0); f++) {
      const far = theirs.node[f] ?? -1;
      if (far < 0 || theirs.where[f] !== where || pairing.toBase[far] !== -1) continue;
      if (task.looks(near, far) >= trusted) continue;
      only = far;
      options++;
    }
    if (options !== 1) continue;
    pair(pairing, near, only, phase.neighbours);
    queue.push(near);
  }
}

/** Local search: each node that pays for something tries the partners its neighbours' partners point at. */
export function repair(task: Task, pairing: Pairing): void {
  const readers = readersOfInputs(task.head);
  const isLarge = Math.max(task.base.layers.length, task.head.layers.length) > mostExchanged;
  let active: Iterable<number> & { readonly length: number } = task.baseAt;
  for (let round = 0; round < maxRounds && active.length > 0; round++) {
    const touched = new Set<number>();
    for (const i of active) {
      if (nodeCost(task, pairing, i) <= 0) continue;
      let best: { readonly gain: number; readonly j: number } | undefined;
      for (const j of candidates(task, pairing, i, readers)) {
        if (j === pairing.toHead[i]) continue;
        const gain = gainOf(task, pairing, i, j);
        if (gain > (best?.gain ?? 0)) best = { gain, j };
      }
      if (best === undefined) {
        if (!isLarge) exchange(task, pairing, i, candidates(task, pairing, i, readers), touched);
        continue;
      }
      for (const n of affected(task, pairing, i, best.j)) touched.add(n);
      move(pairing, i, best.j, task);
    }
    active = [...touched].sort((a, b) => (task.baseOrder[a] ?? 0) - (task.baseOrder[b] ?? 0));
  }
}

/**
 * Two short chains alike (`Shape → Gather` of one tensor, each for a purpose of its own) were paired crosswise: no single
 * move is cheaper, but moving them one layer after the other is. Follows the way up, then the way down.
 */
function exchange(task: Task, pairing: Pairing, i: number, options: readonly number[], touched: Set<number>): void {
  for (const j of options) {
    if (j < 0 || j === pairing.toHead[i] || (pairing.toBase[j] ?? -1) < 0 || task.looks(i, j) !== 0) continue;
    for (const way of ['inputs', 'outputs'] as const) {
      const before = copyPairing(pairing);
      const seen = new Set<number>();
      let gain = 0;
      let at: readonly [number, number] | undefined = [i, j];
      for (let step = 0; at !== undefined && gain <= 0 && step < maxChain; step++) {
        gain += gainOf(task, pairing, at[0], at[1]);
        for (const n of affected(task, pairing, at[0], at[1])) seen.add(n);
        move(pairing, at[0], at[1], task);
        at = nextCrossed(task, pairing, at[0], at[1], way);
      }
      if (gain > 0) {
        for (const n of seen) touched.add(n);
        return;
      }
      restore(pairing, before);
    }
  }
}

/** Neighbours at the same port of a pair, alike, and not paired with one another. */
function nextCrossed(
  task: Task,
  pairing: Pairing,
  i: number,
  j: number,
  way: 'inputs' | 'outputs',
): readonly [number, number] | undefined {
  const [ours, theirs] = [task.base[way], task.head[way]];
  const [first, last] = range(ours, i);
  const [from, end] = range(theirs, j);
  for (let e = first; e < last; e++) {
    const near = ours.node[e] ?? -1;
    if (near < 0) continue;
    for (let f = from; f < end; f++) {
      const far = theirs.node[f] ?? -1;
      if (far < 0 || theirs.where[f] !== ours.where[e] || pairing.toHead[near] === far) continue;
      if (isAsLikely(task, pairing, near, far)) return [near, far];
    }
  }
  return undefined;
}

/** The same in looks, or both have partners and are as likely ones for one another as the base node's is. */
function isAsLikely(task: Task, pairing: Pairing, i: number, j: number): boolean {
  const looks = task.looks(i, j);
  const now = pairing.toHead[i] ?? -1;
  return looks === 0 || (now >= 0 && (pairing.toBase[j] ?? -1) >= 0 && looks <= task.looks(i, now));
}

function restore(pairing: Pairing, before: Pairing): void {
  pairing.toHead.set(before.toHead);
  pairing.toBase.set(before.toBase);
  pairing.phase.set(before.phase);
}

/** Heads that neighbours vote for, and −1: to be left alone. */
function candidates(task: Task, pairing: Pairing, i: number, readers: Readers): readonly number[] {
  const { base, head } = task;
  const votes = new Set<number>();
  const ask = (mine: Wires, back: Wires): void => {
    const [first, last] = range(mine, i);
    for (let e = first; e < last; e++) {
      const near = mine.node[e] ?? -1;
      if (near < 0) for (const far of readers.get(near) ?? []) if (task.looks(i, far) < impossible) votes.add(far);
      const to = near < 0 ? -1 : (pairing.toHead[near] ?? -1);
      if (to < 0) continue;
      const [from, end] = range(back, to);
      for (let f = from; f < end; f++) {
        const far = back.node[f] ?? -1;
        if (far >= 0 && back.where[f] === mine.where[e] && task.looks(i, far) < impossible) votes.add(far);
      }
    }
  };
  ask(base.inputs, head.outputs);
  ask(base.outputs, head.inputs);
  if ((pairing.toHead[i] ?? -1) >= 0) votes.add(-1);
  return [...votes].sort((a, b) => (task.headOrder[a] ?? -1) - (task.headOrder[b] ?? -1));
}

/** The first few nodes that read each graph input. */
type Readers = ReadonlyMap<number, readonly number[]>;

function readersOfInputs({ inputs, layers }: Net): Readers {
  const readers = new Map<number, number[]>();
  for (let at = 0; at < layers.length; at++)
    for (let e = inputs.start[at] ?? 0; e < (inputs.start[at + 1] ?? 0); e++) {
      const from = inputs.node[e] ?? 0;
      if (from >= 0) continue;
      const list = readers.get(from);
      if (list === undefined) readers.set(from, [at]);
      else if (list.length < maxNeighbours) list.push(at);
    }
  return readers;
}

function range({ start }: Wires, at: number): readonly [number, number] {
  const first = start[at] ?? 0;
  return [first, Math.min(start[at + 1] ?? 0, first + maxNeighbours)];
}

/** Base nodes whose cost the move may change. */
function affected(task: Task, pairing: Pairing, i: number, j: number): ReadonlySet<number> {
  const { base, head } = task;
  const nodes = new Set<number>([i]);
  const displaced = j < 0 ? -1 : (pairing.toBase[j] ?? -1);
  if (displaced >= 0) nodes.add(displaced);
  const around = (wires: Wires, at: number, toBase: (node: number) => number): void => {
    const [first, last] = range(wires, at);
    for (let e = first; e < last; e++) {
      const near = wires.node[e] ?? -1;
      const node = near < 0 ? -1 : toBase(near);
      if (node >= 0) nodes.add(node);
    }
  };
  for (const x of [i, displaced])
    if (x >= 0) for (const wires of [base.inputs, base.outputs]) around(wires, x, (node) => node);
  for (const y of [j, pairing.toHead[i] ?? -1])
    if (y >= 0) for (const wires of [head.inputs, head.outputs]) around(wires, y, (node) => pairing.toBase[node] ?? -1);
  return nodes;
}

function gainOf(task: Task, pairing: Pairing, i: number, j: number): number {
  const old = pairing.toHead[i] ?? -1;
  const displaced = j < 0 ? -1 : (pairing.toBase[j] ?? -1);
  const nodes = affected(task, pairing, i, j);
  const sum = (): number => {
    let cost = 0;
    for (const n of nodes) cost += nodeCost(task, pairing, n);
    for (const y of [old, j]) if (y >= 0 && pairing.toBase[y] === -1) cost += task.headAlone[y] ?? 0;
    return cost;
  };
  const codes = [pairing.phase[i] ?? 0, displaced < 0 ? 0 : (pairing.phase[displaced] ?? 0)] as const;
  const before = sum();
  move(pairing, i, j, task);
  const after = sum();
  unpair(pairing, i);
  if (displaced >= 0) unpair(pairing, displaced);
  if (old >= 0) pair(pairing, i, old, codes[0]);
  if (displaced >= 0) pair(pairing, displaced, j, codes[1]);
  return before - after;
}

/** Pairs i with j; whoever had j takes i's former partner where it can be one. */
function move(pairing: Pairing, i: number, j: number, task: Task): void {
  const old = pairing.toHead[i] ?? -1;
  const displaced = j < 0 ? -1 : (pairing.toBase[j] ?? -1);
  unpair(pairing, i);
  if (displaced >= 0) unpair(pairing, displaced);
  if (j >= 0) pair(pairing, i, j, phase.neighbours);
  if (displaced >= 0 && old >= 0 && task.looks(displaced, old) < impossible)
    pair(pairing, displaced, old, phase.neighbours);
}
