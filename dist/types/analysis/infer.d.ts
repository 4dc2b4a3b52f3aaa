import { type Model } from '../model/model.ts';
import type { Problem } from '../problem.ts';
import { type InferOptions } from './inputs.ts';
import { type Step, type Value } from './step.ts';
export type { InferOptions } from './inputs.ts';
export interface Inference {
    /** Graph inputs that are not stored in the file. */
    readonly inputs: readonly Value[];
    readonly outputs: readonly Value[];
    /** The main graph in execution order: the file's, where that is topological. */
    readonly steps: readonly Step[];
    readonly assumptions: readonly string[];
    readonly problems: readonly Problem[];
    /** What is known only when the costs have been asked for: symbols that rules met, bindings that nothing used. */
    readonly openSymbols: () => readonly Problem[];
}
/** Throws `model/cycle`, and `usage/*` when a shape is given for what is not there. */
export declare function infer(model: Model, options: InferOptions): Inference;
