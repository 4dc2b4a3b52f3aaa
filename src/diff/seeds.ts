/** First pairs: nodes that agree on a key, where the key says the same number of nodes on both sides. */
import { type Pairing, pair, type Task } from './cost.ts';
import { downCones, joint, surroundings, upCones } from './hashes.ts';
import type { Level } from './labels.ts';

/** What found a pair. The position is the code kept in `Pairing.phase`; confidence as measured in docs/diff.md. */
export const phases = [
  { name: 'none', confidence: 0 },
  { name: 'name', confidence: 0.99 },
  { name: 'weights', confidence: 0.99 },
  { name: 'sketch', confidence: 0.97 },
  { name: 'cones', confidence: 0.95 },
  { name: 'style cones', confidence: 0.85 },
  { name: 'class cones', confidence: 0.8 },
  { name: 'surroundings', confidence: 0.8 },
  { name: 'neighbours', confidence: 0.7 },
  { name: 'alignment', confidence: 0.6 },
  { name: 'folded', confidence: 0.9 },
] as const;

export const phase = {
  name: 1,
  weights: 2,
  sketch: 3,
  exact: 4,
  style: 5,
  kind: 6,
  surroundings: 7,
  neighbours: 8,
  alignment: 9,
} as const;

export type Key = number | string | undefined;

/** Pairs the still unpaired nodes of equal keys in reading order, where both sides have equally many of them. */
export function pairByKey(
  task: Task,
  pairing: Pairing,
  baseKey: (i: number) => Key,
  headKey: (j: number) => Key,
  code: number,
  most = Infinity,
): void {
  const right = groups(task.headOrder, pairing.toBase, headKey);
  const left = groups(task.baseOrder, pairing.toHead, baseKey);
  for (const [key, ours] of left) {
    const theirs = right.get(key);
    if (theirs === undefined || theirs.length !== ours.length || ours.length > most) continue;
    ours.forEach((i, at) => {
      const j = theirs[at];
      if (j !== undefined && task.labels.base.kind[i] === task.labels.head.kind[j]) pair(pairing, i, j, code);
    });
  }
}

/** Members by key, in reading order. */
function groups(order: Int32Array, taken: Int32Array, key: (node: number) => Key): Map<number | string, number[]> {
  const result = new Map<number | string, number[]>();
  for (let node = 0; node < taken.length; node++) {
    if (taken[node] !== -1) continue;
    const k = key(node);
    if (k === undefined) continue;
    const list = result.get(k);
    if (list === undefined) result.set(k, [node]);
    else list.push(node);
  }
  for (const list of result.values()) if (list.length > 1) list.sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
  return result;
}

/**
 * Trims what is the same from both ends: nodes with equal cones on both sides, then with an equal history, then with an
 * equal future. A node at the edge of a change has one of them; equal histories fork into branches that only their
 * surroundings tell apart, so those are asked first.
 */
export function trim(task: Task, pairing: Pairing, level: Level): void {
  const code = phase[level];
  const [bl, hl] = [task.labels.base[level], task.labels.head[level]];
  const base = { up: upCones(task.base, bl), down: downCones(task.base, bl) };
  const head = { up: upCones(task.head, hl), down: downCones(task.head, hl) };
  const by = (a: Float64Array, b: Float64Array): void =>
    pairByKey(
      task,
      pairing,
      (i) => a[i],
      (j) => b[j],
      code,
    );
  by(joint(base.up, base.down), joint(head.up, head.down));
  if (complete(pairing)) return;
  const [nearBase] = surroundings(task.base, bl, [2], true, true);
  const [nearHead] = surroundings(task.head, hl, [2], true, true);
  if (nearBase !== undefined && nearHead !== undefined) {
    by(joint(base.up, nearBase), joint(head.up, nearHead));
    by(joint(base.down, nearBase), joint(head.down, nearHead));
  }
  by(base.up, head.up);
  by(base.down, head.down);
}

export function complete(pairing: Pairing): boolean {
  return !pairing.toHead.includes(-1) || !pairing.toBase.includes(-1);
}
