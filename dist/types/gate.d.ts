/**
 * The corridor: bytes → Model → Profile → Diff → Verdict → Report. Everything here is a function of the request; who
 * asks, and where the bytes come from, is the business of the two faces.
 */
import type { InferOptions } from './analysis/infer.ts';
import type { Profile } from './analysis/profile.ts';
import type { Config, JudgedModel, Waiver } from './budget/budget.ts';
import type { NamedOptions } from './budget/scenarios.ts';
import type { Source } from './bytes/source.ts';
import type { Convention } from './conventions/convention.ts';
import { type Reading } from './count.ts';
import type { Diff } from './diff/diff.ts';
import { type Problem } from './problem.ts';
import { type Report, type RevisionLabel, type TransferReport } from './report/report.ts';
/** What is asked about a set of models, whoever measures them. */
export interface Question {
    /** `null` where there is nothing to compare with: absolute budgets still hold. */
    readonly base: RevisionLabel | null;
    readonly head: RevisionLabel;
    readonly config: Config | null;
    /** What the face already has to say, such as how the base was found. */
    readonly problems: readonly Problem[];
    /** List every matched pair of layers. */
    readonly pairs?: boolean;
    /** How both sides are counted; our own way where it is absent. */
    readonly convention?: Convention;
    /** Only some of the models are looked at, so an entry of the configuration may match none. */
    readonly partial?: boolean;
    /** Somebody with the right to do so accepted what is exceeded. */
    readonly waivedBy?: Waiver;
    /** Why the label that should do so does not. */
    readonly notWaived?: Problem;
    readonly transfer?: TransferReport;
}
export interface Request extends Question {
    readonly cases: readonly Case[];
    /**
     * Let saved profiles stand in for models. Only where the caller names the files: in a repository a pull request
     * could put a profile of its own making where a model was.
     */
    readonly savedProfiles?: boolean;
    readonly progress?: (path: string, index: number, count: number) => void;
}
/**
 * One model on both sides. A side is `null` where it does not exist, or (with `unreadable`) where it cannot be had.
 * `Side` is its bytes, or what says where they lie.
 */
export interface Case<Side = Source> {
    readonly path: string;
    readonly basePath?: string;
    readonly status: 'changed' | 'added' | 'removed' | 'unchanged' | 'renamed';
    readonly base: Side | null;
    readonly head: Side | null;
    readonly options: InferOptions;
    /** Under each of these it is measured, too. */
    readonly scenarios?: readonly NamedOptions[];
    /** Symbols by which its cost must be known as an expression, though `options` may fix them. */
    readonly free?: readonly string[];
    readonly unreadable?: Problem;
    /** Renamed and edited, as `JudgedModel` has it. */
    readonly pairedBy?: 'structure';
}
/** Two models, measured and compared, with nothing judged. Throws FlopgateError when either cannot be read. */
export declare function pairUp(base: Source, head: Source, paths: {
    readonly base: string;
    readonly head: string;
}, options: InferOptions, convention?: Convention): {
    readonly base: Profile;
    readonly head: Profile;
    readonly diff: Diff;
};
/** Measures, compares and judges every model of a request. One unreadable model never hides the others. */
export declare function gate(request: Request): Report;
/** Judges models that were measured and compared, here or in another thread or job. */
export declare function decide(question: Question, models: readonly JudgedModel[]): Report;
/** Both sides of one model, measured and compared. What cannot be read is in the result; only a bug of ours is thrown. */
export declare function measureCase({ path, basePath, status, pairedBy, options, scenarios, free, ...one }: Case, reading: Reading): JudgedModel;
