/**
 * What a map between two networks costs, in integer milli-units, so that no platform rounds differently: differences
 * inside a pair, edges it does not keep, and layers left alone. The map that costs least is the explanation we report.
 */
import { plainOperator, unpairedCost } from './classes.ts';
import type { Labelled, Look } from './labels.ts';
import type { Net } from './net.ts';
import { mainWeight } from './weights.ts';
import { degree, type Wires } from './wires.ts';

export interface Task {
  readonly base: Net;
  readonly head: Net;
  readonly labels: Labelled;
  /** Position of each node in reading order, and its inverse. */
  readonly baseOrder: Int32Array;
  readonly headOrder: Int32Array;
  readonly baseAt: Int32Array;
  readonly headAt: Int32Array;
  /** Cost of leaving each node alone. */
  readonly baseAlone: Int32Array;
  readonly headAlone: Int32Array;
  /** Cost of pairing two nodes by their looks alone; `impossible` across classes. */
  readonly looks: (base: number, head: number) => number;
  /** Evidence from the weights' content, ≤ 0 where they agree; 0 where nothing is known. */
  readonly content: (base: number, head: number) => number;
  /** Cost of pairing two nodes whose module paths are known and differ. */
  readonly path: (base: number, head: number) => number;
}

export const impossible = 1_000_000;
/** What a pair pays when none of its edges is kept. */
const edgeCost = 500;
/** An activation goes with the layer before it: of two places that cost the same, it is the one that keeps that edge. */
const astrayCost = 200;
/** Neighbours looked at per node: a constant-like tensor may feed thousands. */
const maxNeighbours = 24;

/** A partial one-to-one map; −1 where a node is alone. `phase` says what paired a base node. */
export interface Pairing {
  readonly toHead: Int32Array;
  readonly toBase: Int32Array;
  readonly phase: Uint8Array;
}

export function emptyPairing(base: number, head: number): Pairing {
  return { toHead: new Int32Array(base).fill(-1), toBase: new Int32Array(head).fill(-1), phase: new Uint8Array(base) };
}

export function copyPairing(p: Pairing): Pairing {
  return { toHead: p.toHead.slice(), toBase: p.toBase.slice(), phase: p.phase.slice() };
}

export function aloneCosts(net: Net): Int32Array {
  return Int32Array.from(net.layers, (layer, at) =>
    unpairedCost(net.classes[at] ?? '', mainWeight(layer) !== undefined),
  );
}

/** Cost of pairing by looks, remembered per pair of exact labels. */
export function lookCosts(labels: Labelled): (base: number, head: number) => number {
  const known = new Map<number, number>();
  const count = labels.looks.length;
  return (i, j) => {
    if (labels.base.kind[i] !== labels.head.kind[j]) return impossible;
    const a = labels.base.exact[i] ?? 0;
    const b = labels.head.exact[j] ?? 0;
    if (a === b) return 0;
    const at = a < b ? a * count + b : b * count + a;
    let cost = known.get(at);
    if (cost === undefined) {
      cost = lookCost(labels.looks[a], labels.looks[b]);
      known.set(at, cost);
    }
    return cost;
  };
}

function lookCost(a: Look | undefined, b: Look | undefined): number {
  if (a === undefined || b === undefined) return impossible;
  // Any difference at all costs something: of two partners the one that is the same wins.
  let cost = a.op === b.op ? 60 : plainOperator(a.op) === plainOperator(b.op) ? 300 : 660;
  cost += Math.round(400 * (1 - jaccard(a.attributes, b.attributes)));
  const weights = dissimilarity(a.weight, b.weight);
  if (weights > 0) cost += 430 + Math.round(400 * weights);
  cost += a.output === undefined || b.output === undefined ? 0 : Math.round(120 * dissimilarity(a.output, b.output));
  if (a.dtype !== b.dtype) cost += 20;
  return cost;
}

function jaccard(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  const all = new Set([...a.keys(), ...b.keys()]);
  if (all.size === 0) return 1;
  let same = 0;
  for (const name of all) if (a.get(name) === b.get(name)) same++;
  return same / all.size;
}

/** Mean of 1 − min/max over the extents; 1 for another rank. */
function dissimilarity(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 && b.length === 0) return 0;
  if (a.length !== b.length) return 1;
  let total = 0;
  a.forEach((x, at) => {
    const y = b[at] ?? 0;
    if (x !== y) total += 1 - Math.min(x, y) / Math.max(x, y);
  });
  return total / a.length;
}

/**
 * Share of the pair's edges, on both sides, that the map does not keep, as cost. A tensor that many layers read is one
 * edge in all: that it comes from elsewhere now is one change, not one for each reader.
 */
export function edgeLoss(task: Task, pairing: Pairing, i: number, j: number): number {
  const { base, head } = task;
  const { toHead } = pairing;
  let total = 0;
  let kept = 0;
  for (let e = base.inputs.start[i] ?? 0; e < (base.inputs.start[i + 1] ?? 0); e++) {
    const weight = shareOfTensor(base, base.inputs.node[e] ?? -1);
    total += weight;
    const f = counterpart(base.inputs, head.inputs, toHead, e, j, Infinity);
    if (f >= 0) kept += weight + shareOfTensor(head, head.inputs.node[f] ?? -1);
  }
  for (let f = head.inputs.start[j] ?? 0; f < (head.inputs.start[j + 1] ?? 0); f++)
    total += shareOfTensor(head, head.inputs.node[f] ?? -1);
  const astray = kept === 0 && base.classes[i] === 'activation' ? astrayCost : 0;
  const [readers, others] = [degree(base.outputs, i), degree(head.outputs, j)];
  total += Number(readers > 0) + Number(others > 0);
  if (readers > 0 && others > 0) {
    const [most, first] = [Math.min(readers, maxNeighbours), base.outputs.start[i] ?? 0];
    const each = 1 / most + 1 / Math.min(others, maxNeighbours);
    for (let e = first; e < first + most; e++)
      if (counterpart(base.outputs, head.outputs, toHead, e, j, maxNeighbours) >= 0) kept += each;
  }
  const results = yieldCount(base, i) + yieldCount(head, j);
  total += results;
  if (results > 0) kept += 2 * keptResults(base, head, i, j);
  if (total === 0) return 0;
  return astray + Math.max(0, Math.round((edgeCost * (total - kept)) / total));
}

function shareOfTensor(net: Net, producer: number): number {
  return producer < 0 ? 1 : 1 / degree(net.outputs, producer);
}

/** The edge at `j` that base's edge `e` became; −1 where there is none. */
function counterpart(ours: Wires, theirs: Wires, toHead: Int32Array, e: number, j: number, most: number): number {
  const near = ours.node[e] ?? -1;
  const far = near < 0 ? near : (toHead[near] ?? -1);
  if (near >= 0 && far < 0) return -1;
  const first = theirs.start[j] ?? 0;
  const last = Math.min(theirs.start[j + 1] ?? 0, first + most);
  for (let f = first; f < last; f++) if (theirs.node[f] === far && theirs.where[f] === ours.where[e]) return f;
  return -1;
}

function yieldCount({ yields }: Net, node: number): number {
  return (yields.start[node + 1] ?? 0) - (yields.start[node] ?? 0);
}

function keptResults(base: Net, head: Net, i: number, j: number): number {
  const theirs = head.yields.ordinal.subarray(head.yields.start[j], head.yields.start[j + 1]);
  let kept = 0;
  for (let y = base.yields.start[i] ?? 0; y < (base.yields.start[i + 1] ?? 0); y++)
    if (theirs.includes(base.yields.ordinal[y] ?? -1)) kept++;
  return kept;
}

/** What base node `i` adds to the total as things stand. */
export function nodeCost(task: Task, pairing: Pairing, i: number): number {
  const j = pairing.toHead[i] ?? -1;
  if (j < 0) return task.baseAlone[i] ?? 0;
  return task.looks(i, j) + task.content(i, j) + task.path(i, j) + edgeLoss(task, pairing, i, j);
}

export function totalCost(task: Task, pairing: Pairing): number {
  const { base, head } = task.labels;
  const shared = new Uint8Array(task.labels.looks.length);
  for (let i = 0; i < pairing.toHead.length; i++) {
    const j = pairing.toHead[i] ?? -1;
    const label = base.exact[i] ?? -1;
    if (j >= 0 && label === head.exact[j]) shared[label] = 1;
  }
  let cost = 0;
  for (let i = 0; i < pairing.toHead.length; i++) {
    if ((pairing.toHead[i] ?? -1) >= 0) cost += nodeCost(task, pairing, i);
    else cost += aloneCost(task.base, pairing.toHead, task.baseAlone, i, shared[base.exact[i] ?? 0] === 1);
  }
  for (let j = 0; j < pairing.toBase.length; j++)
    if ((pairing.toBase[j] ?? -1) < 0)
      cost += aloneCost(task.head, pairing.toBase, task.headAlone, j, shared[head.exact[j] ?? 0] === 1);
  return cost;
}

/**
 * A layer added or removed together with a neighbour is part of one edit, and needs less explaining than one by itself;
 * less still where it is a copy of a layer both sides have.
 */
function aloneCost(net: Net, partner: Int32Array, alone: Int32Array, node: number, isCopy: boolean): number {
  const cost = alone[node] ?? 0;
  if (!besideSingle(net.inputs, partner, node) && !besideSingle(net.outputs, partner, node)) return cost;
  return Math.round(cost / (isCopy ? 3 : 2));
}

function besideSingle({ start, node }: Wires, partner: Int32Array, at: number): boolean {
  const end = start[at + 1] ?? 0;
  for (let e = start[at] ?? 0; e < end; e++) {
    const other = node[e] ?? -1;
    if (other >= 0 && partner[other] === -1) return true;
  }
  return false;
}

export function pair(pairing: Pairing, i: number, j: number, phase: number): void {
  pairing.toHead[i] = j;
  pairing.toBase[j] = i;
  pairing.phase[i] = phase;
}

export function unpair(pairing: Pairing, i: number): void {
  const j = pairing.toHead[i] ?? -1;
  if (j >= 0) pairing.toBase[j] = -1;
  pairing.toHead[i] = -1;
  pairing.phase[i] = 0;
}
