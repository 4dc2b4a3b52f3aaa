/** The tensors of a main graph as numbers, what reads them, and an order in which they can be computed. */
import type { Layer, Profile } from '../analysis/profile.ts';
/** Tensors of the main graph as numbers: produced ones from 0, graph inputs as −(ordinal + 1). */
export interface Values {
    readonly idOf: ReadonlyMap<string, number>;
    /** By id: position in `main` and which of its outputs. */
    readonly producer: Int32Array;
    readonly output: Int32Array;
}
/** Instead of an id: neither produced nor given, that is, stored in the file. */
export declare const stored = -1073741824;
/** Instead of an id: an optional input left out. */
export declare const absent = -1073741825;
export declare function valuesOf(profile: Profile, main: readonly Layer[]): Values;
/** What each main-graph layer reads, by id, in input order; those at `start[at]` to `start[at + 1]`. */
export interface Used {
    readonly start: Int32Array;
    readonly value: Int32Array;
}
/** A body sees the tensors around it: what it takes from the main graph is an input of its owner. */
export declare function usedValues(main: readonly Layer[], inner: ReadonlyMap<Layer, readonly Layer[]>, { idOf }: Values): Used;
/** Kahn's order, first come first served, so that file order stays where it is an order already. */
export declare function topological(size: number, used: Used, { producer }: Values): Int32Array;
