/**
 * A graph of a profile as the comparison sees it: without the nodes that compute nothing of their own (constants,
 * Identity, quantise/dequantise pairs, views that change nothing), which are kept apart and ride with their neighbours.
 */
import type { Layer, Profile } from '../analysis/profile.ts';
import { type Frame } from './frames.ts';
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
    /** Layers of this graph left out. */
    readonly folded: readonly Layer[];
    /** Layers of bodies by the layer of this graph that owns them, nested ones included. */
    readonly inner: ReadonlyMap<Layer, readonly Layer[]>;
    /** The layer of this graph that produces a tensor. */
    readonly producerOf: (name: string) => Layer | undefined;
    /** Where a tensor comes from, through folded nodes; `undefined` where it is stored. */
    readonly sourceOf: (name: string) => Source | undefined;
    /** Net index of a layer that takes part, −1 for the others. */
    readonly indexOf: (layer: Layer) => number;
}
/** An output of a net index, or −(ordinal + 1) of an input of the graph. */
export interface Source {
    readonly node: number;
    readonly output: number;
}
/** Throws nothing: a profile with cycles or dangling names, as a damaged document may hold, loses the edges in question. */
export declare function netOf(profile: Profile, { layers: main, inner }?: Frame): Net;
