/**
 * Memory of activations from lifetimes alone: which tensors exist when, which share storage, and how large the whole
 * gets. Knows nothing of operators; `lifetimes.ts` turns an analysed graph into a Program.
 */
import { type Dim } from '../model/dim.ts';
/** A tensor that is not constant. */
export interface Buffer {
    readonly bytes: Dim;
    /** Position of an earlier tensor whose storage this one is another name for. */
    readonly viewOf?: number;
}
/** One operator's execution; tensors by their position in `Program.buffers`. */
export interface Run {
    /** One entry for each use: a tensor that is read twice is in it twice. */
    readonly reads: readonly number[];
    readonly writes: readonly number[];
    /** Those of `reads` whose storage the first of `writes` may take over, in order of preference: same bytes, same shape. */
    readonly inplace?: readonly number[];
    /** Storage that the bodies of a control-flow operator need besides its inputs and outputs. */
    readonly inner?: Memory;
}
export interface Program {
    readonly buffers: readonly Buffer[];
    /** Alive from the first run to the last. */
    readonly inputs: readonly number[];
    /** Alive from where they are written to the last run. */
    readonly outputs: readonly number[];
    readonly runs: readonly Run[];
}
/** All in bytes; defined in `docs/counting.md`. */
export interface Memory {
    readonly activation: Dim;
    readonly peak: Dim;
    readonly inplace: Dim;
    readonly arena: Dim;
    readonly floor: Dim;
}
export declare const noMemory: Memory;
/** Storage of its own, alive in the runs `birth` to `last`, both included. */
export interface Lifetime {
    readonly bytes: Dim;
    readonly birth: number;
    readonly last: number;
}
export declare function memoryOf(program: Program): Memory;
/** The most bytes alive in one run. */
export declare function peakOf(lives: readonly Lifetime[], runs: number): Dim;
/** Of bodies that exclude one another, the larger in each respect. */
export declare function larger(a: Memory, b: Memory): Memory;
/** What a body needs besides storage that is counted already: never less than nothing. */
export declare function besides(m: Memory, counted: Dim): Memory;
