/** Text out of bytes. The names of a model repeat: each tensor's stands where it is made and wherever it is used. */
/**
 * The UTF-8 text of a range, the same string object where it was met before. Bytes that are no UTF-8 become U+FFFD.
 * `buffer` and `view` are of the same bytes.
 */
export declare function asText(buffer: Buffer, view: DataView, at: number, byteLength: number): string;
