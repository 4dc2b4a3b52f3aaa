/**
 * A profile as the comparison sees it: the main graph without the nodes that compute nothing of their own (constants,
 * Identity, quantise/dequantise pairs, views that change nothing), which are kept apart and ride with their neighbours.
 */
import type { Layer, Profile, WeightRef } from '../analysis/profile.ts';
export interface Edge {
    /** Net index of the other node; −(ordinal + 1) where it is a graph input. */
    readonly node: number;
    /** Port of the consumer: the input's position; 0 for all where operands may be swapped. */
    readonly port: number;
    /** Which output of the producer. */
    readonly output: number;
}
/** Edges as flat arrays: those of node `n` are at `start[n]` to `start[n + 1]`; `where` is port × 64 + output. */
export interface Wires {
    readonly start: Int32Array;
    readonly node: Int32Array;
    readonly where: Int32Array;
}
export interface Net {
    readonly profile: Profile;
    /** Layers that take part, in a topological order; a net index is a position here. */
    readonly layers: readonly Layer[];
    readonly classes: readonly string[];
    /** Data edges into each node, through the folded ones, in port order. */
    readonly inputs: readonly (readonly Edge[])[];
    /** `Edge.node` is the consumer. */
    readonly outputs: readonly (readonly Edge[])[];
    readonly wires: {
        readonly inputs: Wires;
        readonly outputs: Wires;
    };
    /** Ordinals of the graph outputs a node yields. */
    readonly yields: readonly (readonly number[])[];
    /** Main-graph layers left out. */
    readonly folded: readonly Layer[];
    /** Layer of bodies and functions by the main-graph layer that owns them, nested ones included. */
    readonly inner: ReadonlyMap<Layer, readonly Layer[]>;
    /** The main-graph layer that produces a tensor. */
    readonly producerOf: ReadonlyMap<string, Layer>;
    /** Net index of a layer that takes part. */
    readonly indexOf: ReadonlyMap<Layer, number>;
}
/** Throws nothing: a profile with cycles or dangling names, as a damaged document may hold, loses the edges in question. */
export declare function netOf(profile: Profile): Net;
/** Whether a layer multiplies or looks up stored parameters. */
export declare function mainWeight(layer: Layer): WeightRef | undefined;
