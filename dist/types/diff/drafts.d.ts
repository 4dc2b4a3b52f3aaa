/** Records in the making: which layers are in which, and what is known of each so far. */
import type { Layer } from '../analysis/profile.ts';
import type { Change, Kind } from './diff.ts';
export interface Draft {
    readonly kind: Kind;
    readonly base: Layer[];
    readonly head: Layer[];
    readonly changes: Change[];
}
export interface Drafts {
    readonly all: readonly Draft[];
    readonly ofBase: ReadonlyMap<Layer, Draft>;
    readonly ofHead: ReadonlyMap<Layer, Draft>;
    readonly add: (kind: Kind, base: readonly Layer[], head: readonly Layer[], changes: readonly Change[]) => void;
}
export declare function noDrafts(): Drafts;
