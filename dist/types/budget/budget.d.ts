/**
 * What a budget is, and what judging one says. Plain data: `config.ts` makes budgets from a file, `judge.ts` holds
 * them against profiles and diffs.
 */
import type { Layer, Profile } from '../analysis/profile.ts';
import type { Diff, LayerMetric, Metric } from '../diff/diff.ts';
import type { Dim, Shape } from '../model/dim.ts';
import type { Problem } from '../problem.ts';
/** Metrics of a whole model; `fileBytes` is the model file's own size, `coverage` the share of nodes with a cost. */
export type BudgetMetric = Metric | 'fileBytes' | 'coverage';
/** An exact share: 2 % is 2 / 100. `whole` is positive. */
export interface Share {
    readonly kind: 'share';
    readonly part: bigint;
    readonly whole: bigint;
}
/** `text` is the limit as the configuration writes it. */
export type Limit = {
    readonly kind: 'max';
    readonly value: bigint;
    readonly text: string;
} | {
    readonly kind: 'growth';
    readonly share: Share;
    readonly text: string;
} | {
    readonly kind: 'growthBy';
    readonly value: bigint;
    readonly text: string;
} | {
    readonly kind: 'min';
    readonly share: Share;
    readonly text: string;
}
/** The power with which the metric may grow with a symbol: 1 is linear. */
 | {
    readonly kind: 'degree';
    readonly symbol: string;
    readonly value: bigint;
    readonly text: string;
};
export type Level = 'error' | 'warn';
/** One limit on one metric; an entry with `max` and `growth` is two budgets. */
export interface Budget {
    readonly metric: BudgetMetric;
    readonly limit: Limit;
    readonly level: Level;
    /** What the author wants said when it does not hold. */
    readonly message?: string;
    /** 1-based line of the limit in the configuration. */
    readonly line: number;
}
export interface LayerBudget extends Budget {
    readonly metric: LayerMetric;
}
/** Budgets on the sum over the layers a pattern matches. */
export interface LayerRule {
    readonly match: string;
    readonly budgets: readonly LayerBudget[];
    readonly line: number;
}
/** One way a model is used: its own shapes and numbers, over those of its entry. */
export interface Scenario {
    readonly name: string;
    readonly inputs: ReadonlyMap<string, Shape>;
    readonly bind: ReadonlyMap<string, bigint>;
}
/** An entry of `models`. */
export interface ModelRule {
    /** A glob over repository paths. */
    readonly path: string;
    /** Shapes for graph inputs; extents may be symbolic. */
    readonly inputs: ReadonlyMap<string, Shape>;
    readonly bind: ReadonlyMap<string, bigint>;
    /** Every budget holds in each of them; without any, as `inputs` and `bind` say. */
    readonly scenarios: readonly Scenario[];
    readonly budgets: readonly Budget[];
    readonly layers: readonly LayerRule[];
    readonly line: number;
}
export interface Config {
    /** What the configuration is called in messages: its path. */
    readonly file: string;
    readonly models: readonly ModelRule[];
    /** Budgets on the sum over all models. */
    readonly budgets: readonly Budget[];
    readonly override?: {
        readonly label: string;
    };
}
export type ModelStatus = 'changed' | 'added' | 'removed' | 'unchanged' | 'renamed' | 'unreadable';
/** A model as the gate measured it. */
export interface JudgedModel {
    readonly path: string;
    /** Where it was on the base side, when elsewhere. */
    readonly basePath?: string;
    readonly status: ModelStatus;
    /** Renamed and edited in one change: what the two sides are made of says so, and neither path nor content does. */
    readonly pairedBy?: 'structure';
    /** `null` where there is no such side, or it could not be read (`problem` then says why). */
    readonly base: Profile | null;
    readonly head: Profile | null;
    readonly diff: Diff | null;
    readonly problem?: Problem;
    /** The same two sides under the scenarios of the entry. */
    readonly scenarios?: readonly MeasuredScenario[];
    /** The same two sides with the symbols free that budgets on growth class name; absent where they are free anyway. */
    readonly free?: {
        readonly base: Profile | null;
        readonly head: Profile | null;
    };
}
/** Which layers of the two sides belong together. A Diff says so, too. */
export interface Counterparts {
    readonly pairs: readonly {
        readonly base: Layer;
        readonly head: Layer;
    }[];
    readonly records: readonly {
        readonly base: readonly Layer[];
        readonly head: readonly Layer[];
    }[];
}
export interface MeasuredScenario {
    readonly name: string;
    readonly base: Profile | null;
    readonly head: Profile | null;
    readonly counterparts: Counterparts | null;
    /** Why a side could not be measured under it. */
    readonly problem?: Problem;
}
export type Result = 'met' | 'exceeded' | 'undecidable' | 'waived';
export interface Check {
    /** `macs <= 4.2 G`, `macs growth <= 2 %`, `coverage >= 99 %` */
    readonly budget: string;
    /** Whom it holds for: a model's path, `path: pattern` for layers, `path [scenario]`, or `repository`. */
    readonly scope: string;
    /** Absent for the repository. */
    readonly model?: string;
    readonly layers?: string;
    /** Absent where the number is the same in all of them. */
    readonly scenario?: string;
    readonly metric: BudgetMetric;
    readonly kind: Limit['kind'];
    /** The head's number. */
    readonly actual: Dim | Share;
    /** The base's number, where there is a base; what a growth is measured from. */
    readonly base?: Dim | Share;
    /** The greatest (for `min` the least) number that is allowed; `null` where none can be told. */
    readonly limit: Dim | Share | null;
    /** limit − actual; absent where it cannot be told. Negative by how much a budget is exceeded. */
    readonly headroom?: Dim;
    readonly result: Result;
    readonly level: Level;
    /** The author's message. */
    readonly message?: string;
    /** Why it is undecidable, or what else a reader must know. */
    readonly why?: string;
    readonly line: number;
}
export interface Verdict {
    readonly verdict: 'pass' | 'warn' | 'fail';
    /** In the order of the configuration, models by path. */
    readonly checks: readonly Check[];
    readonly problems: readonly Problem[];
    /** Who accepted what is exceeded, when somebody did. */
    readonly waivedBy?: Waiver;
}
/** The override label as the host found it on the pull request. */
export interface Waiver {
    readonly label: string;
    readonly actor?: string;
    /** ISO 8601. */
    readonly at?: string;
    /** The head commit it was set on; it accepts nothing on another. */
    readonly commit?: string;
}
