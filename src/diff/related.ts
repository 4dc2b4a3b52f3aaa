/** Whether two networks are versions of one another at all. */
import { isWeightedClass } from './classes.ts';
import type { Pairing, Task } from './cost.ts';
import type { Net } from './net.ts';
import { phases } from './seeds.ts';
import { mainWeight } from './weights.ts';

/** Fewer layers than this are compared whatever they are. */
const fewLayers = 12;
/** Paired nodes looked at before a node, through unpaired ones. */
const maxBefore = 8;

/**
 * Pairs alone say little: ResNet-50 and MobileNet v2 share 97 of 122 nodes by structure. Related networks share weighted
 * layers found by strong evidence, or most pairs still follow one another (0.99 measured; unrelated networks 0 to 0.68).
 */
export function isRelated(task: Task, pairing: Pairing): boolean {
  const smaller = Math.min(task.base.layers.length, task.head.layers.length);
  if (smaller < fewLayers) return true;
  const pairs = pairing.toHead.reduce((n, j) => n + Number(j >= 0), 0);
  return shareOfSure(task, pairing) >= 0.2 || (pairs >= 0.3 * smaller && consistency(task, pairing) >= 0.7);
}

/** Of the layers with weights, those paired on evidence of 0.9 or more. */
function shareOfSure({ base }: Task, pairing: Pairing): number {
  let [weighted, sure] = [0, 0];
  base.layers.forEach((layer, i) => {
    if (!isWeightedClass(base.classes[i] ?? '') || mainWeight(layer) === undefined) return;
    weighted++;
    if ((pairing.toHead[i] ?? -1) >= 0 && (phases[pairing.phase[i] ?? 0]?.confidence ?? 0) >= 0.9) sure++;
  });
  return weighted === 0 ? 0 : sure / weighted;
}

/** Of the steps from one pair to the next, on both sides, those the other side takes too. */
function consistency({ base, head }: Task, pairing: Pairing): number {
  const ours = pairedBefore(base, pairing.toHead);
  const theirs = pairedBefore(head, pairing.toBase);
  const [mine, others] = [new Int32Array(maxBefore), new Int32Array(maxBefore)];
  let [steps, kept] = [0, 0];
  for (let i = 0; i < pairing.toHead.length; i++) {
    const j = pairing.toHead[i] ?? -1;
    if (j < 0) continue;
    const [n, m] = [ours(i, mine), theirs(j, others)];
    steps += n + m;
    for (let at = 0; at < n; at++) {
      const p = mine[at] ?? 0;
      if (holds(others, m, p < 0 ? p : (pairing.toHead[p] ?? -1))) kept += 2;
    }
  }
  return steps === 0 ? 1 : kept / steps;
}

function holds(list: Int32Array, length: number, wanted: number): boolean {
  for (let at = 0; at < length; at++) if (list[at] === wanted) return true;
  return false;
}

/** The nearest paired nodes before a node, each once, into a list; how many they are. */
function pairedBefore(net: Net, partner: Int32Array): (node: number, into: Int32Array) => number {
  const ofSingles = new Map<number, Int32Array>();
  const before = (at: number, into: Int32Array): number => {
    let count = 0;
    const enter = (node: number): void => {
      if (count < maxBefore && !holds(into, count, node)) into[count++] = node;
    };
    for (let e = net.inputs.start[at] ?? 0; e < (net.inputs.start[at + 1] ?? 0) && count < maxBefore; e++) {
      const from = net.inputs.node[e] ?? 0;
      if (from < 0 || (partner[from] ?? -1) >= 0) enter(from);
      else for (const p of ofSingles.get(from) ?? []) enter(p);
    }
    return count;
  };
  const found = new Int32Array(maxBefore);
  // In topological order, so that what is asked for is there.
  for (let at = 0; at < net.layers.length; at++)
    if ((partner[at] ?? -1) < 0) ofSingles.set(at, found.slice(0, before(at, found)));
  return before;
}
