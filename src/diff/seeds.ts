/** First pairs: nodes that agree on a key, where the key says the same number of nodes on both sides. */
import { type Pairing, pair, type Task } from './cost.ts';
import { downCones, joint, type Numbered, number, surroundings, upCones } from './hashes.ts';
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

/** Pairs the still unpaired nodes of equal keys in reading order, where both sides have equally many; −1 is no key. */
export function pairByKey(task: Task, pairing: Pairing, keys: Numbered, code: number, most = Infinity): void {
  const left = groups(task.baseAt, pairing.toHead, keys.base, keys.count);
  const right = groups(task.headAt, pairing.toBase, keys.head, keys.count);
  const { base, head } = task.labels;
  for (let key = 0; key < keys.count; key++) {
    const from = left.start[key] ?? 0;
    const size = (left.start[key + 1] ?? 0) - from;
    const other = right.start[key] ?? 0;
    if (size === 0 || size > most || (right.start[key + 1] ?? 0) - other !== size) continue;
    for (let at = 0; at < size; at++) {
      const i = left.nodes[from + at] ?? 0;
      const j = right.nodes[other + at] ?? 0;
      if (base.kind[i] === head.kind[j]) pair(pairing, i, j, code);
    }
  }
}

interface Groups {
  /** Members of key `k` are at `start[k]` to `start[k + 1]` of `nodes`, in reading order. */
  readonly start: Int32Array;
  readonly nodes: Int32Array;
}

/** A counting sort of the free nodes by key. */
function groups(readingOrder: Int32Array, taken: Int32Array, keys: Int32Array, count: number): Groups {
  const start = new Int32Array(count + 1);
  let free = 0;
  for (let node = 0; node < taken.length; node++) {
    const key = keys[node] ?? -1;
    if (taken[node] !== -1 || key < 0) continue;
    start[key + 1] = (start[key + 1] ?? 0) + 1;
    free++;
  }
  for (let key = 0; key < count; key++) start[key + 1] = (start[key + 1] ?? 0) + (start[key] ?? 0);
  const next = start.slice();
  const nodes = new Int32Array(free);
  for (const node of readingOrder) {
    const key = keys[node] ?? -1;
    if (taken[node] !== -1 || key < 0) continue;
    const at = next[key] ?? 0;
    nodes[at] = node;
    next[key] = at + 1;
  }
  return { start, nodes };
}

/** Texts of both sides as small integers; `undefined` is no key. */
export function numberTexts(base: readonly (string | undefined)[], head: readonly (string | undefined)[]): Numbered {
  const known = new Map<string, number>();
  const one = (texts: readonly (string | undefined)[]): Int32Array =>
    Int32Array.from(texts, (text) => {
      if (text === undefined) return -1;
      const id = known.get(text) ?? known.size;
      known.set(text, id);
      return id;
    });
  return { base: one(base), head: one(head), count: known.size };
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
  const by = (a: Float64Array, b: Float64Array): void => pairByKey(task, pairing, number(a, b), code);
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
