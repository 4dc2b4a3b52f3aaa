/** The metrics budgets can limit, and what kind of number each is. */
import type { Profile } from '../analysis/profile.ts';
import type { LayerMetric } from '../diff/diff.ts';
import { type Dim } from '../model/dim.ts';
import type { BudgetMetric, Share } from './budget.ts';
/** Those that are sums over layers. */
export declare const layerMetrics: {
    readonly parameters: 'count';
    readonly buffers: 'count';
    readonly macs: 'count';
    readonly flops: 'count';
    readonly weightBytes: 'bytes';
    readonly quantBytes: 'bytes';
    readonly constantBytes: 'bytes';
    readonly readBytes: 'bytes';
    readonly writeBytes: 'bytes';
};
/** In the order a reader asks for them. */
export declare const modelMetrics: {
    readonly parameters: 'count';
    readonly buffers: 'count';
    readonly macs: 'count';
    readonly flops: 'count';
    readonly weightBytes: 'bytes';
    readonly quantBytes: 'bytes';
    readonly constantBytes: 'bytes';
    readonly activationBytes: 'bytes';
    readonly peakBytes: 'bytes';
    readonly peakInplaceBytes: 'bytes';
    readonly arenaBytes: 'bytes';
    readonly peakFloorBytes: 'bytes';
    readonly readBytes: "bytes";
    readonly writeBytes: "bytes";
    readonly fileBytes: 'bytes';
    readonly coverage: 'share';
};
/** For the published schema and docs/budgets.md; docs/counting.md has the formulas. */
export declare const metricMeaning: Readonly<Record<BudgetMetric, string>>;
/** A profile's number for one metric. */
export declare function measured(profile: Profile, metric: BudgetMetric): Dim | Share;
/** The sum over several models, measured or as a number at once; for coverage the share of all their nodes. */
export declare function measuredTogether(models: readonly (Profile | Dim)[], metric: BudgetMetric): Dim | Share;
export declare function isShare(x: Dim | Share): x is Share;
export declare function isModelMetric(name: string): name is BudgetMetric;
export declare function isLayerMetric(name: string): name is LayerMetric;
