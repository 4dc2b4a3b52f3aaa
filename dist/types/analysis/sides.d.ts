import type { Graph } from '../model/model.ts';
import type { InferOptions } from './inputs.ts';
/**
 * The options as they apply to `graph`. A shape whose name only the other side knows goes to the input at the same
 * position when its rank fits, and so does a number for a symbol; so a re-export that renames its inputs, or their
 * symbols, is still measured as one asked for.
 * A name neither side knows stays, and is the error it should be.
 */
export declare function optionsForSide(options: InferOptions, graph: Graph, other: Graph | undefined): InferOptions;
/** The options with some symbols left free: neither bound, nor fixed by a shape given for an input that declares them. */
export declare function optionsFreeOf(options: InferOptions, symbols: readonly string[], graph: Graph): InferOptions;
