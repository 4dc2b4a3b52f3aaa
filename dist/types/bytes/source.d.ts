/**
 * A file as two members: how long it is, and any range of it.
 *
 * Reading is synchronous: a model is read by a few hundred short slices, and a promise for each would cost more than
 * the read. A remote source keeps the ranges it has, throws for one it lacks, and the pure reader is run again.
 */
export interface Source {
    /** What people call it in messages: a path, or `path@revision`. */
    readonly name: string;
    readonly size: number;
    /** Its ranges are fetched one by one: read what a count needs, do not sample. */
    readonly sparse?: true;
    /** Bytes `from` (inclusive) to `to` (exclusive). Never shorter than asked: a reader compares with `size` first. */
    slice(from: number, to: number): Uint8Array;
}
/** Bytes already in memory as a Source. */
export declare function memorySource(name: string, bytes: Uint8Array): Source;
/** Whether both hold the same bytes; reads up to the first difference. */
export declare function sameBytes(a: Source, b: Source): boolean;
