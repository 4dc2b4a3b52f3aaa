import type { Pairing, Task } from './cost.ts';
import type { FoldedPairs } from './folded.ts';
export interface CallPairs {
    readonly pairs: FoldedPairs;
    /** Calls without a counterpart of which a layer has one: the other side writes out what they do. */
    readonly inlined: {
        readonly base: number;
        readonly head: number;
    };
}
/** The call most of whose layers are in a call of the other side is that call's counterpart; of nested ones level by level. */
export declare function pairCalls(task: Task, pairing: Pairing, foldedPairs: FoldedPairs): CallPairs;
