/** Which layers a pattern governs, on both sides, and what they cost together. */
import { counted, type Layer, type Profile } from '../analysis/profile.ts';
import type { LayerMetric } from '../diff/diff.ts';
import { type Dim, sum } from '../model/dim.ts';
import type { Counterparts } from './budget.ts';
import { layerPattern } from './patterns.ts';

export interface Governed {
  readonly base: readonly Layer[];
  readonly head: readonly Layer[];
}

/**
 * The layers of either side that match, and their counterparts on the other as the diff paired them: a layer that is
 * renamed stays under its budget.
 */
export function governedLayers(
  match: string,
  base: Profile | null,
  head: Profile,
  diff: Counterparts | null,
): Governed {
  const matches = layerPattern(match);
  const found = { base: matching(base, matches), head: matching(head, matches) };
  for (const [left, right] of counterparts(diff)) {
    const touched = left.some((l) => found.base.has(l.id)) || right.some((l) => found.head.has(l.id));
    if (!touched) continue;
    for (const l of left) found.base.add(l.id);
    for (const l of right) found.head.add(l.id);
  }
  return { base: withBodies(base, found.base), head: withBodies(head, found.head) };
}

export function costOf(layers: readonly Layer[], metric: LayerMetric): Dim {
  return sum(layers.map((layer) => counted(layer, metric)));
}

function matching(profile: Profile | null, matches: (layer: Layer) => boolean): Set<number> {
  return new Set((profile?.layers ?? []).filter(matches).map(({ id }) => id));
}

function counterparts(diff: Counterparts | null): readonly (readonly [readonly Layer[], readonly Layer[]])[] {
  if (diff === null) return [];
  return [
    ...diff.pairs.map(({ base, head }) => [[base], [head]] as const),
    ...diff.records.map(({ base, head }) => [base, head] as const),
  ];
}

/** With what runs inside them, for an owner itself costs nothing; without dead layers, which are in no total. */
function withBodies(profile: Profile | null, ids: ReadonlySet<number>): readonly Layer[] {
  const all = new Set(ids);
  const layers = profile?.layers ?? [];
  // A body follows its owner, so one pass reaches bodies inside bodies.
  for (const { id, owner } of layers) if (owner !== undefined && all.has(owner)) all.add(id);
  return layers.filter(({ id, dead }) => all.has(id) && dead !== true);
}
