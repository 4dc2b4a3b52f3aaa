/** Calls of local functions: what they do is compared layer by layer; the calls themselves go with what is in them. */
import type { Layer } from '../analysis/profile.ts';
import type { Pairing, Task } from './cost.ts';
import type { FoldedPairs } from './folded.ts';
import { isCall } from './frames.ts';
import type { Net } from './net.ts';

export interface CallPairs {
  readonly pairs: FoldedPairs;
  /** Calls without a counterpart of which a layer has one: the other side writes out what they do. */
  readonly inlined: { readonly base: number; readonly head: number };
}

const noPairs: CallPairs = { pairs: [], inlined: { base: 0, head: 0 } };

/** The call most of whose layers are in a call of the other side is that call's counterpart; of nested ones level by level. */
export function pairCalls(task: Task, pairing: Pairing, foldedPairs: FoldedPairs): CallPairs {
  const [ours, theirs] = [callsOf(task.base), callsOf(task.head)];
  if (ours.size === 0 && theirs.size === 0) return noPairs;
  const votes = new Map<string, { readonly a: Layer; readonly b: Layer; count: number }>();
  const [used, others] = [new Set<Layer>(), new Set<Layer>()];
  const vote = (x: Layer, y: Layer): void => {
    const [around, outside] = [callsAround(x, ours), callsAround(y, theirs)];
    for (const a of around) used.add(a);
    for (const b of outside) others.add(b);
    around.forEach((a, level) => {
      const b = outside[level];
      if (b === undefined) return;
      const key = `${a.id}:${b.id}`;
      const known = votes.get(key);
      if (known === undefined) votes.set(key, { a, b, count: 1 });
      else known.count++;
    });
  };
  task.base.layers.forEach((layer, i) => {
    const other = task.head.layers[pairing.toHead[i] ?? -1];
    if (other !== undefined) vote(layer, other);
  });
  for (const [x, y] of foldedPairs) vote(x, y);
  const order = [...votes.values()].sort(
    (p, q) => q.count - p.count || p.a.id + p.b.id - q.a.id - q.b.id || distance(p) - distance(q),
  );
  const pairs: (readonly [Layer, Layer])[] = [];
  const [taken, given] = [new Set<Layer>(), new Set<Layer>()];
  for (const { a, b } of order) {
    if (taken.has(a) || given.has(b)) continue;
    taken.add(a);
    given.add(b);
    pairs.push([a, b]);
  }
  const left = (all: ReadonlySet<Layer>, done: ReadonlySet<Layer>): number =>
    [...all].filter((l) => !done.has(l)).length;
  return { pairs, inlined: { base: left(used, taken), head: left(others, given) } };
}

function distance({ a, b }: { readonly a: Layer; readonly b: Layer }): number {
  return Math.abs(a.id - b.id);
}

function callsOf({ folded }: Net): ReadonlyMap<number, Layer> {
  return new Map(folded.filter(isCall).map((l) => [l.id, l]));
}

/** Outermost first. */
function callsAround(layer: Layer, calls: ReadonlyMap<number, Layer>): readonly Layer[] {
  const around: Layer[] = [];
  for (let at = layer; at.owner !== undefined; ) {
    const owner = calls.get(at.owner);
    if (owner === undefined) break;
    around.unshift(owner);
    at = owner;
  }
  return around;
}
