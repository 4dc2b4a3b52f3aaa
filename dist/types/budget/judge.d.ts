import { type Problem } from '../problem.ts';
import type { Config, JudgedModel, Verdict, Waiver } from './budget.ts';
export interface JudgeOptions {
    /** The override label as the host found it; it waives only under a configuration that names this label. */
    readonly waivedBy?: Waiver;
    /** Why the label that is there accepts nothing. */
    readonly notWaived?: Problem;
    /** The caller looks at some models only, so an entry that matches none of them is no error. */
    readonly partial?: boolean;
}
/** Without a configuration nothing is limited, but a model that cannot be read still fails. */
export declare function judge(config: Config | null, models: readonly JudgedModel[], options?: JudgeOptions): Verdict;
