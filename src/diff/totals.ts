/** Differences of counts. */
import { type Cost, counted, type Layer, type Totals } from '../analysis/profile.ts';
import { add, bind, type Dim, isUnknown, sub, symbolsOf } from '../model/dim.ts';
import type { Delta, LayerMetric, Metric } from './diff.ts';
import type { Net } from './net.ts';
import type { Extent } from './normalise.ts';

export const layerMetrics = [
  'parameters',
  'buffers',
  'macs',
  'flops',
  'weightBytes',
  'quantBytes',
  'constantBytes',
  'readBytes',
  'writeBytes',
] as const satisfies readonly LayerMetric[];

/** What is stored with the first layer that uses it: another order, or another sharing, moves it between layers. */
export const storedMetrics: ReadonlySet<LayerMetric> = new Set([
  'parameters',
  'buffers',
  'weightBytes',
  'quantBytes',
  'constantBytes',
]);

export const totalMetrics = [
  ...layerMetrics,
  'activationBytes',
  'peakBytes',
  'peakInplaceBytes',
  'arenaBytes',
  'peakFloorBytes',
] as const satisfies readonly Metric[];

export type LayerDeltas = ReadonlyMap<LayerMetric, Delta>;

/** What a main-graph layer adds to a total, with what is inside it. */
export function costWithin(net: Net, layer: Layer, metric: keyof Cost): Dim {
  const own = counted(layer, metric);
  const inside = net.inner.get(layer);
  return inside === undefined ? own : inside.reduce((total, l) => add(total, counted(l, metric)), own);
}

export function deltaOf(from: Dim, to: Dim): Delta {
  return { from, to, by: sub(to, from) };
}

/** Not known to be nothing; two unknowns of layers alike are no difference. */
export function isChange({ from, to, by }: Delta): boolean {
  return isUnknown(from) && isUnknown(to) ? false : by !== 0n;
}

/** Additive metrics that differ between two sets of layers. */
export function deltasOf(
  base: Net,
  head: Net,
  ours: readonly Layer[],
  theirs: readonly Layer[],
  headExtent: Extent,
): LayerDeltas {
  const result = new Map<LayerMetric, Delta>();
  for (const metric of layerMetrics) {
    let from: Dim = 0n;
    let to: Dim = 0n;
    for (const l of ours) from = add(from, costWithin(base, l, metric));
    for (const l of theirs) to = add(to, headExtent(costWithin(head, l, metric)));
    if (from === to) continue;
    const delta = deltaOf(from, to);
    if (isChange(delta)) result.set(metric, delta);
  }
  return result;
}

export function totalDeltas(base: Totals, head: Totals, headExtent: Extent): ReadonlyMap<Metric, Delta> {
  return new Map(totalMetrics.map((m) => [m, deltaOf(base[m], headExtent(head[m]))]));
}

/** For sorting only: symbols stand for a middling extent, and the unknown weighs more than anything. */
export function magnitude(d: Dim): bigint {
  const value = typeof d === 'bigint' ? d : bind(d, new Map(symbolsOf(d).map((s) => [s, 64n])));
  if (typeof value !== 'bigint') return 1n << 200n;
  return value < 0n ? -value : value;
}
