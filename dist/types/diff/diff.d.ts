/** What changed between two profiles, layer by layer. Every main-graph node of either side is in exactly one place. */
import type { Layer, Profile, Totals } from '../analysis/profile.ts';
import type { Dim } from '../model/dim.ts';
import type { Model } from '../model/model.ts';
/** One side of a comparison. The model is there unless the side is a saved profile; only it can show weight content. */
export interface Side {
    readonly profile: Profile;
    readonly model?: Model;
}
export type Kind = 'modified' | 'renamed' | 'moved' | 'added' | 'removed' | 'fused' | 'split' | 'rewritten' | 'weightsOnly' | 'shapeOnly';
/** A count on both sides. `by` is to − from; unknown where either is. */
export interface Delta {
    readonly from: Dim;
    readonly to: Dim;
    readonly by: Dim;
}
export type Metric = Exclude<keyof Totals, 'weightBytesByDType' | 'macsByWidth'>;
/** One property that differs, in the field's words: `outChannels`, `kernel`, `stride`, `groups`, `dtype`, `op` … */
export interface Change {
    readonly what: string;
    readonly from: string | number | null;
    readonly to: string | number | null;
}
export interface LayerRecord {
    readonly kind: Kind;
    readonly base: readonly Layer[];
    readonly head: readonly Layer[];
    readonly changes: readonly Change[];
    /** Additive metrics that differ: parameters, macs, flops, weightBytes, readBytes, writeBytes … */
    readonly delta: ReadonlyMap<LayerMetric, Delta>;
}
/** Metrics that are sums over layers. */
export type LayerMetric = 'parameters' | 'buffers' | 'macs' | 'flops' | 'weightBytes' | 'quantBytes' | 'constantBytes' | 'readBytes' | 'writeBytes';
/** A matched pair and how it was found. */
export interface Pair {
    readonly base: Layer;
    readonly head: Layer;
    readonly phase: string;
    /** 0 … 1 */
    readonly confidence: number;
}
/**
 * Nodes that compute nothing of their own (constants, Identity, views that change nothing) and have no counterpart, and
 * what remains of the additive metrics when all records are summed: such nodes' cost, and stored constants that one file
 * shares and the other repeats. Records plus this is exactly the difference of the totals.
 */
export interface Folded {
    readonly base: readonly Layer[];
    readonly head: readonly Layer[];
    readonly delta: ReadonlyMap<LayerMetric, Delta>;
}
export interface BlockChange {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    /** In a body: the layer that runs it on the side that has more copies, and the body's name. */
    readonly within?: {
        readonly owner: Layer;
        readonly body: string;
    };
}
export interface Diff {
    /** Sorted by weight of cause, heaviest first. Unchanged layers are only counted. */
    readonly records: readonly LayerRecord[];
    readonly unchanged: number;
    readonly pairs: readonly Pair[];
    /** What is in no record and in no pair of layers. */
    readonly folded: Folded;
    readonly blocks: readonly BlockChange[];
    /** All of `Totals`. */
    readonly totals: ReadonlyMap<Metric, Delta>;
    /** False when the two are different architectures: then `records` lists nothing and only totals are compared. */
    readonly related: boolean;
    /** Sentences a reviewer needs beside the numbers: another exporter, another opset, weights not at hand. */
    readonly notes: readonly string[];
}
