/** A pairing of layers, carried over to the same two models measured with other numbers. */
import type { Layer, Profile } from '../analysis/profile.ts';
import type { Diff } from './diff.ts';
export interface Transferred {
    readonly pairs: readonly {
        readonly base: Layer;
        readonly head: Layer;
    }[];
    readonly records: readonly {
        readonly base: readonly Layer[];
        readonly head: readonly Layer[];
    }[];
}
/** One side as it was compared, and as it is measured now. */
export interface Remeasured {
    readonly before: Profile;
    readonly after: Profile;
}
/** `undefined` when either side has other layers than before: then it has to be compared anew. */
export declare function transfer(diff: Diff, base: Remeasured, head: Remeasured): Transferred | undefined;
