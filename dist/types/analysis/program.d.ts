/**
 * A run as its memory sees it: which tensors exist, what each operator reads and writes. In flat lists, for a network has
 * hundreds of thousands of tensors, and an object for each would cost more than the planning.
 */
import type { Dim } from '../model/dim.ts';
import type { Memory } from './memory.ts';
/** One list of tensors for each run. */
export declare class Lists {
    private readonly items;
    /** Where the list of each run ends. */
    private readonly ends;
    /** Adds to the list of the run that is being written. */
    push(tensor: number): void;
    /** Ends the list of this run. */
    end(): void;
    from(run: number): number;
    to(run: number): number;
    at(position: number): number;
}
/** Tensors by their position in `bytes`; those that are constant are not among them. */
export declare class Program {
    readonly bytes: Dim[];
    /** The tensor whose storage this one is another name for, and no such name itself; its own position where it has storage. */
    readonly storage: number[];
    /** Alive from the first run to the last. */
    readonly inputs: number[];
    /** Alive from where they are written to the last run. */
    readonly outputs: number[];
    /** A tensor that is read twice is in it twice. */
    readonly reads: Lists;
    readonly writes: Lists;
    /** Those of the reads whose storage the first write may take over, in order of preference: same bytes, same shape. */
    readonly inplace: Lists;
    /** By run: storage that the bodies of a control-flow operator need besides its inputs and outputs. */
    readonly inner: Map<number, Memory>;
    runs: number;
    /** A tensor, which is another name for `viewOf` if that is given. */
    open(bytes: Dim, viewOf?: number): number;
    isView(tensor: number): boolean;
    /** Ends the run whose reads and writes were added last. */
    endRun(inner?: Memory): void;
}
