/** The formats Flopgate reads. A new one is a folder here and a line in `formats`. */
import type { Source } from '../bytes/source.ts';
import type { Model } from '../model/model.ts';
import { type Format } from './format.ts';
export declare const formats: readonly Format[];
/** Id of the format by content, whatever the file is called; `undefined` when it is none of ours. */
export declare function recognize(source: Source): string | undefined;
/** Throws FlopgateError for a file that is damaged, hostile, or of another kind; the problem says which. */
export declare function readModel(source: Source): Model;
/**
 * Touches what reading the file will read, and makes nothing of it: for a sparse source, to have most of its ranges
 * brought before the file is read. Throws what the source throws, and FlopgateError for a damaged file.
 */
export declare function skim(source: Source): void;
