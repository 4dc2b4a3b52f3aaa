/** Records in the making: which layers are in which, and what is known of each so far. */
import type { Layer } from '../analysis/profile.ts';
import type { Change, Kind } from './diff.ts';

export interface Draft {
  readonly kind: Kind;
  readonly base: Layer[];
  readonly head: Layer[];
  readonly changes: Change[];
}

export interface Drafts {
  readonly all: readonly Draft[];
  readonly ofBase: ReadonlyMap<Layer, Draft>;
  readonly ofHead: ReadonlyMap<Layer, Draft>;
  readonly add: (kind: Kind, base: readonly Layer[], head: readonly Layer[], changes: readonly Change[]) => void;
}

export function noDrafts(): Drafts {
  const all: Draft[] = [];
  const ofBase = new Map<Layer, Draft>();
  const ofHead = new Map<Layer, Draft>();
  const add: Drafts['add'] = (kind, base, head, changes) => {
    const one: Draft = { kind, base: [...base], head: [...head], changes: [...changes] };
    all.push(one);
    for (const l of base) ofBase.set(l, one);
    for (const l of head) ofHead.set(l, one);
  };
  return { all, ofBase, ofHead, add };
}
