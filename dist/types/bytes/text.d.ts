/**
 * The UTF-8 text of a range, the same string object where it was met before. Different bytes give different texts.
 * `buffer` and `view` are of the same bytes.
 */
export declare function asText(buffer: Buffer, view: DataView, at: number, byteLength: number): string;
