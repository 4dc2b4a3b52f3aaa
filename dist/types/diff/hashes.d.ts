/**
 * Structural fingerprints over the data edges: cones (everything a node comes from, everything that comes of it) and
 * Weisfeiler–Lehman colours (its surroundings up to a radius). 53-bit keys, so that a chance collision among 10⁵ nodes is
 * a one-in-10⁶ event; a pair must also agree in class, which makes it harmless.
 */
import type { Net } from './net.ts';
/** Equal keys: the same label, and the same computation before it down to the graph inputs. */
export declare function upCones(net: Net, label: Int32Array): Float64Array;
/** Equal keys: the same label, and the same computation after it up to the graph outputs. */
export declare function downCones(net: Net, label: Int32Array): Float64Array;
export declare function joint(a: Float64Array, b: Float64Array): Float64Array;
/** Colours after each of the given radii, ascending. `up`, `down`: which neighbours are looked at. */
export declare function surroundings(net: Net, label: Int32Array, radii: readonly number[], up?: boolean, down?: boolean): Float64Array[];
/** Keys of both sides as small integers, equal exactly where the keys are. */
export interface Numbered {
    readonly base: Int32Array;
    readonly head: Int32Array;
    readonly count: number;
}
/** By open addressing: a Map of doubles costs ten times as much. */
export declare function number(base: Float64Array, head: Float64Array): Numbered;
