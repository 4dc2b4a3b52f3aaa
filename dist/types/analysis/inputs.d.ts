/** What the model is given: the shapes of its inputs, from the caller, from the file, or as symbols. */
import { type Dim, type Shape } from '../model/dim.ts';
import type { Graph } from '../model/model.ts';
import type { Fact } from '../operators/operator.ts';
import { type Problem } from '../problem.ts';
export interface InferOptions {
    /** Shapes of graph inputs by name; an extent may be a symbol. */
    readonly inputs: ReadonlyMap<string, Shape>;
    /** Numbers for symbols. */
    readonly bind: ReadonlyMap<string, bigint>;
}
export interface Given {
    readonly facts: ReadonlyMap<string, Fact>;
    /** What symbols of the file stand for in this run. */
    readonly symbols: ReadonlyMap<string, Dim>;
    /** Symbols the inputs declare; those of `options.bind` that are not among them may be trip counts. */
    readonly declared: ReadonlySet<string>;
    /** An extent that the file fixes was given otherwise: what it declares of inner tensors no longer holds. */
    readonly reshaped: boolean;
    readonly assumptions: readonly string[];
    readonly problems: readonly Problem[];
}
/** Throws `usage/unknown-input` and `usage/input-rank` when a shape is given for what is not there. */
export declare function givenInputs(graph: Graph, options: InferOptions): Given;
/** What was given, as the profile says it. */
export declare function assumptionsOf({ inputs, bind }: InferOptions): readonly string[];
