/** Differences of counts. */
import { type Cost, type Layer, type Totals } from '../analysis/profile.ts';
import { type Dim } from '../model/dim.ts';
import type { Delta, LayerMetric, Metric } from './diff.ts';
import type { Net } from './net.ts';
import type { Extent } from './normalise.ts';
export declare const layerMetrics: readonly LayerMetric[];
/** What is stored with the first layer that uses it: another order, or another sharing, moves it between layers. */
export declare const storedMetrics: ReadonlySet<LayerMetric>;
export declare const totalMetrics: readonly [...LayerMetric[], "activationBytes", "peakBytes", "peakInplaceBytes", "arenaBytes", "peakFloorBytes"];
export type LayerDeltas = ReadonlyMap<LayerMetric, Delta>;
/** What a main-graph layer adds to a total, with what is inside it. */
export declare function costWithin(net: Net, layer: Layer, metric: keyof Cost): Dim;
export declare function deltaOf(from: Dim, to: Dim): Delta;
/** Not known to be nothing; two unknowns of layers alike are no difference. */
export declare function isChange({ from, to, by }: Delta): boolean;
/** The same for one layer of either side. */
export declare function pairDeltas(base: Net, head: Net, a: Layer, b: Layer, headExtent: Extent): LayerDeltas;
/** Additive metrics that differ between two sets of layers. */
export declare function deltasOf(base: Net, head: Net, ours: readonly Layer[], theirs: readonly Layer[], headExtent: Extent): LayerDeltas;
/** Sums of differences. */
export declare function addDeltas(all: readonly LayerDeltas[]): LayerDeltas;
export declare function totalDeltas(base: Totals, head: Totals, headExtent: Extent): ReadonlyMap<Metric, Delta>;
/** For sorting only: symbols stand for a middling extent, and the unknown weighs more than anything. */
export declare function magnitude(d: Dim): bigint;
