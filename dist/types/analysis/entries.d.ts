/** The steps of a run as a flat list in the order of `Profile.layers`, each tensor with a name of its own. */
import { type Dim } from '../model/dim.ts';
import type { Body, Step, Value } from './step.ts';
/** One layer to be. */
export interface Entry {
    /** Position in the list. */
    readonly id: number;
    readonly step: Step;
    readonly owner?: Entry;
    readonly body?: Body;
    /** What a count of one run of the step comes to in one run of the model. */
    readonly overall: Overall;
    /** An extent in the first trip, where the trips of a loop around are numbered: it is known or open as the others are. */
    readonly first?: (extent: Dim) => Dim;
}
export type Overall = (once: Dim) => Dim;
/** Main graph in file order; the nodes of bodies and functions follow their owner. */
export declare function entriesOf(steps: readonly Step[]): readonly Entry[];
/**
 * Names that mean one tensor each: as in the file, but qualified by the owner inside a function, which may be called
 * twice, and wherever a body uses a name again.
 */
export declare function tensorNames(entries: readonly Entry[]): (value: Value) => string;
