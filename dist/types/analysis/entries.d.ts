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
    /** How often it runs in one run of the model. */
    readonly trips: Dim;
}
/** Main graph in file order; the nodes of bodies and functions follow their owner. */
export declare function entriesOf(steps: readonly Step[]): readonly Entry[];
/**
 * Names that mean one tensor each: as in the file, but qualified by the owner inside a function, which may be called
 * twice, and wherever a body uses a name again.
 */
export declare function tensorNames(entries: readonly Entry[]): (value: Value) => string;
