/** Improves a map by what neighbours say: pairs along edges, and moves a pair where that lowers the cost. */
import { impossible, nodeCost, type Pairing, pair, type Task, unpair } from './cost.ts';
import type { Edge } from './net.ts';
import { phase } from './seeds.ts';

const maxRounds = 6;
const maxNeighbours = 16;
/** A neighbour pair is taken on trust below this cost by looks: the same operator with other extents, or one attribute. */
const trusted = 450;

/** From each pair along equal ports: what one neighbour alone can be is paired with what the other alone can be. */
export function propagate(task: Task, pairing: Pairing): void {
  const queue = [...task.baseAt].filter((i) => (pairing.toHead[i] ?? -1) >= 0);
  const visit = (mine: readonly Edge[], yours: readonly Edge[]): void => {
    if (mine.length > maxNeighbours || yours.length > maxNeighbours) return;
    for (const e of mine) {
      if (e.node < 0 || pairing.toHead[e.node] !== -1) continue;
      const rivals = mine.filter((o) => o.node >= 0 && o.node !== e.node && alike(task, e, o));
      if (rivals.length > 0) continue;
      const options = yours.filter(
        (f) =>
          f.node >= 0 &&
          f.port === e.port &&
          f.output === e.output &&
          pairing.toBase[f.node] === -1 &&
          task.looks(e.node, f.node) < trusted,
      );
      const [only] = options;
      if (only === undefined || options.length > 1) continue;
      pair(pairing, e.node, only.node, phase.neighbours);
      queue.push(e.node);
    }
  };
  for (let at = 0; at < queue.length; at++) {
    const i = queue[at] ?? 0;
    const j = pairing.toHead[i] ?? -1;
    if (j < 0) continue;
    visit(task.base.inputs[i] ?? [], task.head.inputs[j] ?? []);
    visit(task.base.outputs[i] ?? [], task.head.outputs[j] ?? []);
  }
}

function alike(task: Task, e: Edge, o: Edge): boolean {
  return o.port === e.port && o.output === e.output && task.labels.base.kind[o.node] === task.labels.base.kind[e.node];
}

/** Local search: each node that pays for something tries the partners its neighbours' partners point at. */
export function repair(task: Task, pairing: Pairing): void {
  const baseAt = [...task.baseAt];
  let active = baseAt;
  for (let round = 0; round < maxRounds && active.length > 0; round++) {
    const touched = new Set<number>();
    for (const i of active) {
      if (nodeCost(task, pairing, i) <= 0) continue;
      let best: { readonly gain: number; readonly j: number } | undefined;
      for (const j of candidates(task, pairing, i)) {
        if (j === pairing.toHead[i]) continue;
        const gain = gainOf(task, pairing, i, j);
        if (gain > (best?.gain ?? 0)) best = { gain, j };
      }
      if (best === undefined) continue;
      for (const n of affected(task, pairing, i, best.j)) touched.add(n);
      move(pairing, i, best.j, task);
    }
    active = [...touched].sort((a, b) => (task.baseOrder[a] ?? 0) - (task.baseOrder[b] ?? 0));
  }
}

/** Heads that neighbours vote for, and −1: to be left alone. */
function candidates(task: Task, pairing: Pairing, i: number): readonly number[] {
  const votes = new Set<number>();
  const ask = (mine: readonly Edge[] | undefined, back: readonly (readonly Edge[])[]): void => {
    for (const e of (mine ?? []).slice(0, maxNeighbours)) {
      const to = e.node < 0 ? -1 : (pairing.toHead[e.node] ?? -1);
      if (to < 0) continue;
      for (const f of (back[to] ?? []).slice(0, maxNeighbours))
        if (f.node >= 0 && f.port === e.port && f.output === e.output && task.looks(i, f.node) < impossible)
          votes.add(f.node);
    }
  };
  ask(task.base.inputs[i], task.head.outputs);
  ask(task.base.outputs[i], task.head.inputs);
  if ((pairing.toHead[i] ?? -1) >= 0) votes.add(-1);
  return [...votes].sort((a, b) => (task.headOrder[a] ?? -1) - (task.headOrder[b] ?? -1));
}

/** Base nodes whose cost the move may change. */
function affected(task: Task, pairing: Pairing, i: number, j: number): ReadonlySet<number> {
  const nodes = new Set<number>([i]);
  const displaced = j < 0 ? -1 : (pairing.toBase[j] ?? -1);
  if (displaced >= 0) nodes.add(displaced);
  for (const x of [i, displaced]) {
    if (x < 0) continue;
    for (const e of [
      ...(task.base.inputs[x] ?? []).slice(0, maxNeighbours),
      ...(task.base.outputs[x] ?? []).slice(0, maxNeighbours),
    ])
      if (e.node >= 0) nodes.add(e.node);
  }
  for (const y of [j, pairing.toHead[i] ?? -1]) {
    if (y < 0) continue;
    for (const e of [
      ...(task.head.inputs[y] ?? []).slice(0, maxNeighbours),
      ...(task.head.outputs[y] ?? []).slice(0, maxNeighbours),
    ]) {
      const b = e.node < 0 ? -1 : (pairing.toBase[e.node] ?? -1);
      if (b >= 0) nodes.add(b);
    }
  }
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
