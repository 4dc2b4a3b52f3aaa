import type { Source } from '../bytes/source.ts';
import type { Model } from '../model/model.ts';
/** What a format is to Flopgate: one folder beside this file, one line in `index.ts`. */
export interface Format {
    /** As in a profile's `model.format`. */
    readonly id: string;
    readonly title: string;
    /** Usual file extensions, with the dot. Never what a file is recognised by. */
    readonly extensions: readonly string[];
    /** By content alone: `head` is the first `headBytes` of the file, or all of a shorter one. Never throws on any content. */
    recognize(head: Uint8Array, source: Source): boolean;
    /** Throws FlopgateError when the file is damaged, over a limit, or contradicts itself. */
    read(source: Source): Model;
    /** Touches what `read` will read of a sound file, at a fraction of its cost. Throws what `read` would, or less. */
    skim(source: Source): void;
}
/** Enough for every magic number (a tar archive's is at 257) and for the first lines of a text. */
export declare const headBytes = 1024;
