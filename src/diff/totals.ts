/** Differences of counts. */
import { type Cost, costKeys, counted, type Layer, type Totals } from '../analysis/profile.ts';
import { add, bind, type Dim, isUnknown, sub, sum, symbolsOf } from '../model/dim.ts';
import type { Delta, LayerMetric, Metric } from './diff.ts';
import type { Net } from './net.ts';
import type { Extent } from './normalise.ts';

export const layerMetrics: readonly LayerMetric[] = costKeys;

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

/** The same for one layer of either side. */
export function pairDeltas(base: Net, head: Net, a: Layer, b: Layer, headExtent: Extent): LayerDeltas {
  if (base.inner.has(a) || head.inner.has(b)) return deltasOf(base, head, [a], [b], headExtent);
  let result: Map<LayerMetric, Delta> | undefined;
  for (const metric of layerMetrics) {
    const from = counted(a, metric);
    const to = headExtent(counted(b, metric));
    if (from === to) continue;
    const delta = deltaOf(from, to);
    if (!isChange(delta)) continue;
    result ??= new Map();
    result.set(metric, delta);
  }
  return result ?? noDeltas;
}

const noDeltas: LayerDeltas = new Map();

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
    const from = sumOf(base, ours, metric, (d) => d);
    const to = sumOf(head, theirs, metric, headExtent);
    if (from === to) continue;
    const delta = deltaOf(from, to);
    if (isChange(delta)) result.set(metric, delta);
  }
  return result;
}

/** Sums of differences. */
export function addDeltas(all: readonly LayerDeltas[]): LayerDeltas {
  const result = new Map<LayerMetric, Delta>();
  for (const metric of layerMetrics) {
    const own = all.flatMap((deltas) => deltas.get(metric) ?? []);
    if (own.length === 0) continue;
    const delta = deltaOf(sum(own.map(({ from }) => from)), sum(own.map(({ to }) => to)));
    if (isChange(delta)) result.set(metric, delta);
  }
  return result;
}

/** Counts that a double holds are added as doubles: 10⁵ layers times nine metrics is a lot of big integers. */
function sumOf(net: Net, layers: readonly Layer[], metric: LayerMetric, extent: Extent): Dim {
  let small = 0;
  const rest: Dim[] = [];
  for (const layer of layers) {
    const cost = costWithin(net, layer, metric);
    if (cost === 0n) continue;
    const count = typeof cost === 'bigint' ? Number(cost) : Number.NaN;
    if (small + count <= Number.MAX_SAFE_INTEGER) small += count;
    else rest.push(extent(cost));
  }
  return sum(small === 0 ? rest : [...rest, BigInt(small)]);
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
