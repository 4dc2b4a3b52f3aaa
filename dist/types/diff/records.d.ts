import { type CallPairs } from './calls.ts';
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
    /** Calls that the other side writes out. */
    readonly inlined: CallPairs['inlined'];
    /** Module paths are on both sides, but no pair of layers shares one. */
    readonly pathsReplaced: boolean;
}
export declare function recordsOf(task: Task, pairing: Pairing, headExtent: Extent, differs: ContentDiffers): Recorded;
/** Causes before consequences, heaviest first, then in the order of the files. */
export declare function byWeight(x: LayerRecord, y: LayerRecord): number;
