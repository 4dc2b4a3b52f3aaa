/**
 * A profile as the comparison sees it: the main graph without the nodes that compute nothing of their own (constants,
 * Identity, quantise/dequantise pairs, views that change nothing), which are kept apart and ride with their neighbours.
 */
import type { Layer, Profile } from '../analysis/profile.ts';
import { type Wires } from './wires.ts';
export interface Net {
    readonly profile: Profile;
    /** Layers that take part, in a topological order; a net index is a position here. */
    readonly layers: readonly Layer[];
    readonly classes: readonly string[];
    /** Data edges into each node, through the folded ones, in port order. */
    readonly inputs: Wires;
    /** The same edges from the producer's side. */
    readonly outputs: Wires;
    /** Ordinals of the graph outputs node `n` yields, at `start[n]` to `start[n + 1]` of `ordinal`. */
    readonly yields: {
        readonly start: Int32Array;
        readonly ordinal: Int32Array;
    };
    /** Main-graph layers left out. */
    readonly folded: readonly Layer[];
    /** Layer of bodies and functions by the main-graph layer that owns them, nested ones included. */
    readonly inner: ReadonlyMap<Layer, readonly Layer[]>;
    /** The main-graph layer that produces a tensor. */
    readonly producerOf: (name: string) => Layer | undefined;
    /** Net index of a layer that takes part, −1 for the others. */
    readonly indexOf: (layer: Layer) => number;
}
/** Throws nothing: a profile with cycles or dangling names, as a damaged document may hold, loses the edges in question. */
export declare function netOf(profile: Profile): Net;
