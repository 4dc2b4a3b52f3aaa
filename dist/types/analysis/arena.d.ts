/**
 * A greedy memory plan, as TensorFlow Lite's planner makes it: tensors by size, the largest first, each into the
 * smallest gap that fits between those alive at the same time. A heuristic: not a bound from either side.
 * https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/arena_planner.cc
 */
import { type Dim } from '../model/dim.ts';
export interface Span {
    /** More than none. */
    readonly bytes: number;
    /** First and last run it is alive in, both included. */
    readonly birth: number;
    readonly last: number;
}
/** Extent of the arena in bytes. */
export declare function arena(spans: readonly Span[]): Dim;
