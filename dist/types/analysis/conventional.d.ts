import type { Convention, ConventionLabel } from '../conventions/convention.ts';
import { type Problem } from '../problem.ts';
import type { Entry } from './entries.ts';
import { type Cost } from './profile.ts';
import type { Weight } from './weights.ts';
export interface Conventional {
    readonly costs: readonly Cost[];
    /** `near` where a node of this model is one of which a file does not tell all. */
    readonly label: ConventionLabel;
    readonly problems: readonly Problem[];
}
/**
 * `costs` are our own, by entry: what the convention has no opinion on stays. `isOpen` says that the file leaves
 * extents of its inputs open.
 */
export declare function countAs(convention: Convention, entries: readonly Entry[], costs: readonly Cost[], countedAt: ReadonlyMap<Entry, readonly Weight[]>, isDead: (entry: Entry) => boolean, isOpen: boolean): Conventional;
