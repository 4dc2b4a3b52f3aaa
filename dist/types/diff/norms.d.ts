import type { ContentDiffers } from './content.ts';
import type { Pairing, Task } from './cost.ts';
export interface FoldedNorm {
    readonly conv: number;
    readonly norm: number;
    readonly counterpart: number;
    readonly isHead: boolean;
}
/** Batch normalisations without a counterpart whose scale went into the layer before: it got a bias, or other numbers. */
export declare function foldedNorms(task: Task, pairing: Pairing, differs: ContentDiffers): Generator<FoldedNorm>;
