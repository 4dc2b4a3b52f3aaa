import type { Graph } from '../model/model.ts';
import type { InferOptions } from './inputs.ts';
/**
 * The options as they apply to `graph`. A shape whose name only the other side knows goes to the input at the same
 * position when its rank fits; so a re-export that renames its inputs is still measured at the shapes one asked for.
 * A name neither side knows stays, and is the error it should be.
 */
export declare function optionsForSide(options: InferOptions, graph: Graph, other: Graph | undefined): InferOptions;
