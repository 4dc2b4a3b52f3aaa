import type { Model, Tensor } from '../model/model.ts';
import type { Net } from './net.ts';
/** A tensor as a matrix, `[first extent, rest]`, sampled on a grid that its transpose permutes. */
export interface Sketch {
    readonly rows: number;
    readonly columns: number;
    readonly height: number;
    readonly width: number;
    /** Row-major, `height × width`. */
    readonly values: Float64Array;
    /** All sampled elements are one number: says nothing about which tensor it is. */
    readonly constant: boolean;
}
/** Sketches of a model's stored tensors by name, each taken once; `undefined` where the data is not at hand. */
export type Sketches = (name: string) => Sketch | undefined;
/** `undefined` where no weight is at hand: a few hundred reads a tensor are too many for ranges fetched one by one. */
export declare function sketchesOf(model: Model): Sketches | undefined;
/** `undefined` where the data is not at hand or the tensor is empty. */
export declare function sketchOf(tensor: Tensor): Sketch | undefined;
/** Signs that agree, as a share of those that are not zero on either side; 0 where too few are left to tell. */
export declare function agreement(a: Sketch, b: Sketch): number;
/** Unrelated tensors agree in .50 ± .03 of 256 signs, in at most .64 of any pair measured; fewer signs need more. */
export declare function isSame(share: number, a: Sketch): boolean;
export interface Evidence {
    /** By net index; `undefined` without weights or without their data. */
    readonly base: readonly (Sketch | undefined)[];
    readonly head: readonly (Sketch | undefined)[];
    /** By net index: equal exactly where the samples are; −1 without evidence. */
    readonly baseContent: Int32Array;
    readonly headContent: Int32Array;
    /** How many different contents there are. */
    readonly contents: number;
}
export declare function evidenceOf(base: Net, head: Net, ours: Sketches | undefined, theirs: Sketches | undefined): Evidence | undefined;
export declare function contentHash({ values, rows, columns }: Sketch): number;
/** Pairs of nodes whose signs agree and agree with no other nearly as well. */
export declare function sketchPairs(evidence: Evidence, freeBase: readonly number[], freeHead: readonly number[]): readonly (readonly [number, number])[];
export declare function share(evidence: Evidence, i: number, j: number): number;
