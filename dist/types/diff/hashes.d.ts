/**
 * Structural fingerprints over the data edges: cones (everything a node comes from, everything that comes of it) and
 * Weisfeiler–Lehman colours (its surroundings up to a radius). 53-bit keys, so that a chance collision among 10⁵ nodes is
 * a one-in-10⁶ event; a pair must also agree in class, which makes it harmless.
 */
import type { Net } from './net.ts';
/** One hash per node in two halves. */
export interface Hashes {
    readonly high: Int32Array;
    readonly low: Int32Array;
}
/** Hashes of some nodes as one number each; of several hashes together where more than one is given. */
export declare function keysOf(nodes: Int32Array, first: Hashes, other?: Hashes): Float64Array;
/** Equal hashes: the same label, and the same computation before it down to the graph inputs. */
export declare function upCones(net: Net, label: Int32Array): Hashes;
/** Equal hashes: the same label, and the same computation after it up to the graph outputs. */
export declare function downCones(net: Net, label: Int32Array): Hashes;
/**
 * Colours after each of the given radii, ascending; only those of the `wanted` nodes mean anything. `up`, `down`: which
 * neighbours are looked at.
 */
export declare function surroundings(net: Net, label: Int32Array, radii: readonly number[], wanted: Int32Array, up?: boolean, down?: boolean): Hashes[];
/** Keys of both sides as small integers, equal exactly where the keys are. */
export interface Numbered {
    readonly base: Int32Array;
    readonly head: Int32Array;
    readonly count: number;
}
/** By open addressing: a Map of doubles costs ten times as much. */
export declare function number(base: Float64Array, head: Float64Array): Numbered;
