/** A growth class against its limit: the power by which a model's expression grows with one of its symbols. */
import type { Profile } from '../analysis/profile.ts';
import { type Extent } from '../diff/normalise.ts';
import { type Dim } from '../model/dim.ts';
import type { BudgetMetric, Limit } from './budget.ts';
import type { Finding } from './limits.ts';
export type DegreeLimit = Extract<Limit, {
    readonly kind: 'degree';
}>;
export interface DegreeFinding {
    readonly actual: Dim;
    readonly from: Dim | undefined;
    readonly finding: Finding;
}
/** The head's expressions in the words of the base: the same symbol may have another name in each file. */
export declare function wordsOf(base: Profile | null, head: Profile): Extent;
/**
 * A symbol the model does not have is no proof of anything: it may have been renamed, or fixed to a number, so the
 * budget is undecidable.
 */
export declare function holdDegree({ symbol, value }: DegreeLimit, metric: BudgetMetric, head: Profile, base: Profile | null): DegreeFinding;
