import type { Source } from './source.ts';
/**
 * A position in a Source, little-endian. Bytes come through a window that is moved, never grown to the file: what is
 * skipped is not read, so a payload of a gigabyte costs one addition.
 *
 * Every read past the end of the file throws `format/damaged` with its offset.
 */
export declare class Cursor {
    readonly source: Source;
    private view;
    /** The same bytes as `view`, for text. */
    private buffer;
    /** Offset in the file of the window's first byte. */
    private base;
    /** Position in the window; past its end after a skip. */
    private at;
    private window;
    /** Halves of the last 64-bit number, both unsigned. */
    private low;
    private high;
    constructor(source: Source, offset?: number);
    /** Absolute, in the file. */
    get offset(): number;
    skip(byteLength: number): void;
    /** An unsigned number below 2^53, such as a length or a field's tag. */
    varint(): number;
    /**
     * Number and wire type of the field that follows. Protobuf's parsers take 32 bits of it, and the one in C++ drops what
     * is above: a tag that has more would be one field there and another here.
     */
    tag(): number;
    /** Two's complement: negative numbers take 10 bytes. */
    int64(): bigint;
    /** The lowest 32 bits as a signed number, as protobuf truncates enums and int32. */
    int32(): number;
    skipVarint(): void;
    float32(): number;
    /** UTF-8; of bytes that are none, none is lost (text.ts). */
    text(byteLength: number): string;
    /** A character for each byte. */
    latin1(byteLength: number): string;
    damaged(reason: string, offset?: number): never;
    private readVarint;
    /** Moves the window until it holds `byteLength` bytes from here. */
    private need;
}
