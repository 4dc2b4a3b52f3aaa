/** What one layer costs; here, and nowhere else, a FLOP is defined. */
import { type Dim } from '../model/dim.ts';
import { type Work } from '../operators/operator.ts';
import type { Entry } from './entries.ts';
import { type Cost } from './profile.ts';
import type { Step } from './step.ts';
import type { Weight } from './weights.ts';
/** One for each entry; of nodes that do alike, and cost the same, one for all. */
export declare function costsOf(entries: readonly Entry[], weights: ReadonlyMap<Entry, readonly Weight[]>): readonly Cost[];
export declare function workOfStep(step: Step): Work;
export interface Status {
    readonly status: 'known' | 'symbolic' | 'unknown';
    /** The first reason something is unknown. */
    readonly why?: string;
}
/** Of a layer, by its extents and those of its counts that `keys` names. */
export declare function statusOf(extents: readonly (readonly Dim[])[], cost: Cost, keys: readonly (keyof Cost)[]): Status;
