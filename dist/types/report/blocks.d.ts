/** Repeated blocks whose number changed, with the records of their copies: those are told by one line. */
import { type DimJson } from '../model/dim-text.ts';
import type { LayerReport, ModelReport } from './report.ts';
import { type Changes } from './sums.ts';
export interface BlockStory {
    readonly name: string;
    readonly place?: string;
    readonly from: number;
    readonly to: number;
    /** Records of the copies that came or went; 0 where they could not be told apart. */
    readonly layers: number;
    /** Of one copy, where all cost the same. */
    readonly each?: ReadonlyMap<string, DimJson>;
    readonly all: Changes;
}
interface Told {
    readonly stories: readonly BlockStory[];
    /** Records that belong to no such copy. */
    readonly rest: readonly LayerReport[];
}
export declare function blockStories({ blocks, layers }: ModelReport): Told;
export {};
