/** The hidden lines that end a comment: the last one says whose it is, the one before which run wrote it. */
/** Every character that could end an HTML comment is escaped. */
export declare function markerOf(key: string): string;
/** A run of a workflow, by the forge's count: a later run has a greater id, a repeated one a greater attempt. */
export interface RunStamp {
    readonly id: number;
    readonly attempt: number;
}
/** Bytes that a stamp takes at most, with the end of its line. */
export declare const stampSize = 64;
/** The text with the run in the line before its last, which is the marker. */
export declare function stamped(text: string, { id, attempt }: RunStamp): string;
/** The run that wrote a comment, if it says. */
export declare function stampIn(text: string): RunStamp | undefined;
/** The text as it was before it was stamped. */
export declare function unstamped(text: string): string;
