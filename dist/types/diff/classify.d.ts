/** What became of one pair of layers. */
import type { Layer } from '../analysis/profile.ts';
import type { ContentDiffers } from './content.ts';
import type { Pairing, Task } from './cost.ts';
import type { Change, Kind } from './diff.ts';
import { type LayerDeltas } from './totals.ts';
export interface Outcome {
    readonly kind: Kind | 'unchanged';
    readonly changes: readonly Change[];
}
/**
 * The first that holds: properties of its own differ (modified); it looks or costs otherwise because of what comes in
 * (shapeOnly); its numbers differ (weightsOnly); it sits elsewhere (moved); it goes by another path (renamed).
 */
export declare function outcomeOf(task: Task, pairing: Pairing, i: number, j: number, deltas: LayerDeltas, differs: ContentDiffers, paths: boolean): Outcome;
export declare function isRenamed(a: Layer, b: Layer): boolean;
