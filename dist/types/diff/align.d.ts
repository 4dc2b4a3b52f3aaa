/**
 * What is left between two paired nodes, in reading order, aligned by dynamic programming (Needleman & Wunsch 1970) under
 * the cost of cost.ts. Bounded: a gap of more cells than `maxCells` is aligned inside a band around its diagonal.
 */
import { type Pairing, type Task } from './cost.ts';
/** Aligns every gap between the pairs that keep order. */
export declare function alignGaps(task: Task, pairing: Pairing, context: Context): void;
interface Gap {
    readonly base: readonly number[];
    readonly head: readonly number[];
}
/** Unpaired nodes of both sides between consecutive pairs of the longest chain of pairs that keeps reading order. */
export declare function gaps(task: Task, pairing: Pairing): readonly Gap[];
/** Positions of the longest strictly increasing chain of values. */
export declare function increasing(values: readonly number[]): Int32Array;
/** Surroundings of the nodes of both sides, of several kinds; 32 bits do for a hint. */
export type Colours = readonly (readonly [Int32Array, Int32Array])[];
/** Cost of how the neighbourhoods of two nodes differ, as far as it can be told before they are paired. */
export type Context = (base: number, head: number) => number;
/**
 * Neighbours that are paired with one another agree; two unpaired ones agree as far as they look alike; `colours` are
 * surroundings at growing radii.
 */
export declare function contextOf(task: Task, pairing: Pairing, coloursFor: (pairing: Pairing) => Colours): Context;
export {};
