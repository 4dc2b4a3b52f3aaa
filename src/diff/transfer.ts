/** A pairing of layers, carried over to the same two models measured with other numbers. */
import type { Layer, Profile } from '../analysis/profile.ts';
import type { Diff } from './diff.ts';

export interface Transferred {
  readonly pairs: readonly { readonly base: Layer; readonly head: Layer }[];
  readonly records: readonly { readonly base: readonly Layer[]; readonly head: readonly Layer[] }[];
}

/** One side as it was compared, and as it is measured now. */
export interface Remeasured {
  readonly before: Profile;
  readonly after: Profile;
}

/** `undefined` when either side has other layers than before: then it has to be compared anew. */
export function transfer(diff: Diff, base: Remeasured, head: Remeasured): Transferred | undefined {
  if (!isSame(base) || !isSame(head)) return undefined;
  const ours = (l: Layer): Layer => base.after.layers[l.id] ?? l;
  const theirs = (l: Layer): Layer => head.after.layers[l.id] ?? l;
  return {
    pairs: diff.pairs.map((p) => ({ base: ours(p.base), head: theirs(p.head) })),
    records: diff.records.map((r) => ({ base: r.base.map(ours), head: r.head.map(theirs) })),
  };
}

function isSame({ before, after }: Remeasured): boolean {
  if (before.layers.length !== after.layers.length) return false;
  return before.layers.every((layer, i) => {
    const other = after.layers[i];
    return other !== undefined && other.op === layer.op && other.index === layer.index && other.name === layer.name;
  });
}
