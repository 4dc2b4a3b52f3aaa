import { type BlockStory } from './blocks.ts';
import type { LayerReport, ModelReport } from './report.ts';
import { type Changes } from './sums.ts';
export interface Story {
    readonly blocks: readonly BlockStory[];
    /** Heaviest first. */
    readonly rows: readonly Row[];
    /** Layers that only follow, or bear other names or numbers. */
    readonly folds: readonly Fold[];
}
/** Layers to which the same happened. */
export interface Row {
    readonly name: string;
    readonly op: string;
    readonly kind: LayerReport['kind'];
    readonly count: number;
    readonly change: string;
    readonly delta: Changes;
}
export interface Fold {
    readonly kind: 'shapeOnly' | 'renamed' | 'weightsOnly';
    readonly count: number;
    readonly layers: readonly {
        readonly name: string;
        readonly was?: string;
    }[];
}
export declare function storyOf(model: ModelReport): Story;
/** "out channels 64 → 96, was layer1.old": for a layer that stands for itself. */
export declare function oneChange(layer: LayerReport): string;
