/** One model in one of its scenarios: how it is to be measured, and how the judge sees it then. */
import type { InferOptions } from '../analysis/infer.ts';
import type { Profile } from '../analysis/profile.ts';
import { type Dim } from '../model/dim.ts';
import type { BudgetMetric, Counterparts, JudgedModel, ModelRule, Scenario } from './budget.ts';
export interface NamedOptions {
    readonly name: string;
    readonly options: InferOptions;
}
/** How a model is to be measured. */
export interface Measurement {
    readonly options: InferOptions;
    readonly scenarios: readonly NamedOptions[];
    /** Symbols that budgets on growth class name. */
    readonly free: readonly string[];
}
/** By its entry; what is given by hand goes before that, and scenarios before both. */
export declare function measurementOf(rule: Pick<ModelRule, 'inputs' | 'bind' | 'scenarios' | 'budgets'> | undefined, given?: InferOptions, scenarios?: readonly Scenario[]): Measurement;
/** A model as the judge needs it: measured, with its layers paired. */
export type Judged = Omit<JudgedModel, 'diff' | 'scenarios'> & {
    readonly diff: Counterparts | null;
};
/** The model as it is in one scenario; one that does not know the scenario stays as it is. */
export declare function inScenario(model: JudgedModel, name: string): Judged;
/** Whether both sides' numbers are known and the same whatever the scenario: they need judging once. */
export declare function isSettled({ base, head, scenarios }: JudgedModel, metric: BudgetMetric): boolean;
/** What a side adds to the sum over the repository: in the scenario that costs most, or covers least. */
export declare function costliest(model: JudgedModel, side: 'base' | 'head', metric: BudgetMetric): Profile | Dim | null;
