/** What the header of a stored tensor comes to. A file has few different headers: what they come to is held once. */
import type { Source } from '../../bytes/source.ts';
import { type DType } from '../../model/dtype.ts';
export interface Size {
    readonly dtype: DType;
    readonly shape: readonly bigint[];
    readonly elementCount: bigint;
    /** What its elements take in `raw_data`. */
    readonly byteLength: bigint;
}
/** By element type and extents. Direct-mapped: one replaces whichever stood in its slot. */
export interface Sizes {
    /** Throws `format/impossible` for extents no tensor has; `where` names it. */
    of(dtype: DType, dims: readonly bigint[], where: string): Size;
}
export declare function startSizes(source: Source): Sizes;
/** Packed types rounded up to a whole byte. */
export declare function storedBytes(dtype: DType, elementCount: bigint): bigint;
export declare function impossible(source: Source, what: string, reason: string): never;
