import type { ContentDiffers } from './content.ts';
import type { Pairing, Task } from './cost.ts';
import type { Folded, LayerRecord } from './diff.ts';
import { type FoldedPairs } from './folded.ts';
import type { Extent } from './normalise.ts';
export interface Recorded {
    readonly records: readonly LayerRecord[];
    readonly unchanged: number;
    readonly folded: Folded;
    readonly foldedPairs: FoldedPairs;
    /** Module paths are on both sides, but no pair of layers shares one. */
    readonly pathsReplaced: boolean;
}
export declare function recordsOf(task: Task, pairing: Pairing, headExtent: Extent, differs: ContentDiffers): Recorded;
