import type { Source } from '../../bytes/source.ts';
/**
 * Steps from field to field of the model and of its graph, and over what is in them. Where the ranges of a sparse source
 * come one by one, and all is begun anew for each, this is done hundreds of times before the file is read once.
 */
export declare function skimOnnx(source: Source): void;
