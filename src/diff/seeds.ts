/** First pairs: nodes that agree on a key, where the key says the same number of nodes on both sides. */
import { type Pairing, pair, type Task } from './cost.ts';
import { downCones, type Hashes, keysOf, type Numbered, number, surroundings, upCones } from './hashes.ts';
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

/** Nodes without a partner, in reading order. */
export interface Open {
  readonly base: Int32Array;
  readonly head: Int32Array;
}

export function openNodes(task: Task, pairing: Pairing): Open {
  return { base: singles(task.baseAt, pairing.toHead), head: singles(task.headAt, pairing.toBase) };
}

function singles(order: Int32Array, partner: Int32Array): Int32Array {
  const result = new Int32Array(order.length);
  let count = 0;
  for (const node of order) if (partner[node] === -1) result[count++] = node;
  return result.subarray(0, count);
}

/** Pairs open nodes of equal keys in their order, where both sides have equally many; −1 is no key. Keys are by position. */
export function pairByKey(
  task: Task,
  pairing: Pairing,
  open: Open,
  keys: Numbered,
  code: number,
  most = Infinity,
): void {
  const left = groups(open.base, keys.base, keys.count);
  const right = groups(open.head, keys.head, keys.count);
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
  /** Members of key `k` are at `start[k]` to `start[k + 1]` of `nodes`, in their order. */
  readonly start: Int32Array;
  readonly nodes: Int32Array;
}

/** A counting sort by key. */
function groups(nodes: Int32Array, keys: Int32Array, count: number): Groups {
  const start = new Int32Array(count + 1);
  for (const key of keys) if (key >= 0) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let key = 0; key < count; key++) start[key + 1] = (start[key + 1] ?? 0) + (start[key] ?? 0);
  const next = start.slice();
  const sorted = new Int32Array(nodes.length);
  for (let at = 0; at < nodes.length; at++) {
    const key = keys[at] ?? -1;
    if (key < 0) continue;
    const slot = next[key] ?? 0;
    sorted[slot] = nodes[at] ?? 0;
    next[key] = slot + 1;
  }
  return { start, nodes: sorted };
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
  const [bl, hl] = [task.labels.base[level], task.labels.head[level]];
  const base = { up: upCones(task.base, bl), down: downCones(task.base, bl) };
  const head = { up: upCones(task.head, hl), down: downCones(task.head, hl) };
  let open = openNodes(task, pairing);
  const by = (ours: readonly [Hashes, Hashes?], theirs: readonly [Hashes, Hashes?]): boolean => {
    pairByKey(task, pairing, open, number(keysOf(open.base, ...ours), keysOf(open.head, ...theirs)), phase[level]);
    open = openNodes(task, pairing);
    return open.base.length === 0 || open.head.length === 0;
  };
  if (by([base.up, base.down], [head.up, head.down])) return;
  const [nearBase] = surroundings(task.base, bl, [2], open.base);
  const [nearHead] = surroundings(task.head, hl, [2], open.head);
  if (nearBase !== undefined && nearHead !== undefined) {
    if (by([base.up, nearBase], [head.up, nearHead])) return;
    if (by([base.down, nearBase], [head.down, nearHead])) return;
  }
  if (by([base.up], [head.up])) return;
  by([base.down], [head.down]);
}

export function complete(pairing: Pairing): boolean {
  return !pairing.toHead.includes(-1) || !pairing.toBase.includes(-1);
}
