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
    readonly trips: ReadonlyMap<string, string>;
    readonly resolve: ReadonlyMap<string, Value | undefined>;
}
export declare function problemsOf(walked: Walked): readonly Problem[];
/** Those of bodies included, each before its body's. */
export declare function allSteps(steps: readonly Step[]): readonly Step[];
export declare function operatorName({ node }: Pick<Step, 'node'>): string;
export {};
