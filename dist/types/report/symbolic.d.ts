/** What stays true of costs nobody has bound, as the report's data and in its words. */
import { type Profile } from '../analysis/profile.ts';
import type { MeasuredScenario } from '../budget/budget.ts';
import { type Dim } from '../model/dim.ts';
import type { DeltaReport, GrowthReport, ModelReport, ScenarioReport, SignReport } from './report.ts';
import { type Phrase } from './words.ts';
/** Metrics that grow by another power with some symbol than they did, symbols in the words of the base. */
export declare function growthReport(base: Profile, head: Profile): readonly GrowthReport[];
export declare function signReport(by: Dim): {
    readonly sign?: SignReport;
};
/** Problems of a scenario that the model as a whole does not have. */
export declare function ownProblems({ base, head, problem }: MeasuredScenario, whole: Profile | null): import("../problem.ts").Problem[];
/** "MACs and FLOPs: quadratic in `seq`, was linear" */
export declare function growthLines({ growth }: Pick<ModelReport, 'growth'>): readonly Phrase[];
/** "more for `seq` > 1,024", "never more"; empty where a number says it. */
export declare function signPhrase({ sign }: DeltaReport): Phrase;
/** A row for each scenario, a column for each metric that differs between them or is budgeted in one. */
export declare function scenarioColumns({ scenarios }: ModelReport, budgeted: readonly string[]): readonly string[];
/** "48.1 M → 50.0 M (+4 %)", "48.1 M", "unknown" */
export declare function scenarioPhrase({ base, head, delta }: ScenarioReport, metric: string): Phrase;
