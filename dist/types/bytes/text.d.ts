/**
 * The UTF-8 text of a range, the same string object where it was met before. Different bytes give different texts.
 * `buffer` and `view` are of the same bytes.
 */
export declare function asText(buffer: Buffer, view: DataView, at: number, byteLength: number): string;
/**
 * JSON that every parser reads: it has no halves of surrogate pairs, which RFC 8259 (8.2) leaves to each parser, and many
 * refuse. One that stands for a byte becomes U+FFFD and the byte's two digits, `�ff`; any other U+FFFD, `u` and its four;
 * and U+FFFD itself is written twice, so that no two names become one. `json` is what `JSON.stringify` gave.
 */
export declare function strictJson(json: string): string;
/** Reads it back, names as they were. Throws SyntaxError. */
export declare function parseStrictJson(text: string): unknown;
