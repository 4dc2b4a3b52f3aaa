/** Which layers a pattern governs, on both sides, and what they cost together. */
import { type Layer, type Profile } from '../analysis/profile.ts';
import type { LayerMetric } from '../diff/diff.ts';
import { type Dim } from '../model/dim.ts';
import type { Counterparts } from './budget.ts';
export interface Governed {
    readonly base: readonly Layer[];
    readonly head: readonly Layer[];
}
/**
 * The layers of either side that match, and their counterparts on the other as the diff paired them: a layer that is
 * renamed stays under its budget.
 */
export declare function governedLayers(match: string, base: Profile | null, head: Profile, diff: Counterparts | null): Governed;
export declare function costOf(layers: readonly Layer[], metric: LayerMetric): Dim;
