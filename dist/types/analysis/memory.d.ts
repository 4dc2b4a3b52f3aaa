/**
 * Memory of activations from lifetimes alone: which tensors exist when, which share storage, and how large the whole
 * gets. Knows nothing of operators; `lifetimes.ts` turns an analysed graph into a Program.
 */
import { type Dim } from '../model/dim.ts';
import type { Program } from './program.ts';
/** All in bytes; defined in `docs/counting.md`. */
export interface Memory {
    readonly activation: Dim;
    readonly peak: Dim;
    readonly inplace: Dim;
    readonly arena: Dim;
    readonly floor: Dim;
}
export declare const noMemory: Memory;
export declare function memoryOf(program: Program): Memory;
/** Of bodies that exclude one another, the larger in each respect. */
export declare function larger(a: Memory, b: Memory): Memory;
/** What a body needs besides storage that is counted already: never less than nothing. */
export declare function besides(m: Memory, counted: Dim): Memory;
