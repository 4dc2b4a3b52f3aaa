/** Files that are often found where a model should be: what they are, and what to do. Recognised only to say so. */
import type { Source } from '../bytes/source.ts';
/** Abandons a file that no format recognised, with the best name we have for it. */
export declare function refuse(source: Source, bytes: Uint8Array): never;
