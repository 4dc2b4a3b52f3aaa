import type { Net } from './net.ts';
import { type Extent } from './normalise.ts';
export type Level = 'exact' | 'style' | 'kind';
/** Small integers, equal on both sides exactly where the layers look equal at that level. */
export interface Labels {
    readonly exact: Int32Array;
    readonly style: Int32Array;
    readonly kind: Int32Array;
    /** By node, for those with bodies: as `exact`, but blind to the bodies. */
    readonly own: ReadonlyMap<number, number>;
}
/** What the cost of a pair is computed from; one per exact label. */
export interface Look {
    readonly op: string;
    readonly attributes: ReadonlyMap<string, string>;
    /** Extents of the biggest parameter; empty without one. */
    readonly weight: readonly number[];
    /** Known extents of the first output, 0 for the others; `undefined` when not even the rank is known. */
    readonly output: readonly number[] | undefined;
    readonly dtype: string;
}
export interface Labelled {
    readonly base: Labels;
    readonly head: Labels;
    /** By exact label. */
    readonly looks: readonly Look[];
}
export declare function labelsOf(base: Net, head: Net, headExtent: Extent): Labelled;
