import { type Graph } from '../model/model.ts';
import { type Problem } from '../problem.ts';
import type { Given, InferOptions } from './inputs.ts';
import type { Step, Value } from './step.ts';
interface Walked {
    readonly graph: Graph;
    readonly steps: readonly Step[];
    readonly outputs: readonly Value[];
    readonly given: Given;
    readonly options: InferOptions;
    readonly resolve: ReadonlyMap<string, Value | undefined>;
    /** No two outputs of nodes have one name, nor that of a stored tensor or an input. */
    readonly distinct: boolean;
}
export declare function problemsOf(walked: Walked): readonly Problem[];
interface Open {
    readonly given: Given;
    readonly options: InferOptions;
    /** Trip counts by symbol. */
    readonly trips: ReadonlyMap<string, string>;
    readonly lengths: ReadonlySet<string>;
}
/** Symbols that the data, not a shape, decides; and bindings of symbols that there are not. */
export declare function openSymbols(open: Open): readonly Problem[];
/** Those of bodies included, each before its body's; not those of a branch that a constant condition rules out. */
export declare function allSteps(steps: readonly Step[]): readonly Step[];
export declare function operatorName({ node }: Pick<Step, 'node'>): string;
export {};
