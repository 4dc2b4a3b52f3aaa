/**
 * The report: one JSON document between thinking and showing (`flopgate.report/1`). Self-sufficient: every renderer
 * works from it alone, so `flopgate render` shows a saved one. Strings are raw text of models and paths; whoever
 * prints them escapes them (`escape.ts`).
 */
import type { Check, JudgedModel, Level, ModelStatus, Result, Verdict, Waiver } from '../budget/budget.ts';
import type { ConventionLabel } from '../conventions/convention.ts';
import type { Kind } from '../diff/diff.ts';
import type { DimJson } from '../model/dim-text.ts';
import type { Problem, Severity } from '../problem.ts';
export interface RevisionLabel {
    /** What people call it: a branch, a file. */
    readonly label: string;
    readonly sha?: string;
    /** How it was found: `merge parent`. */
    readonly how?: string;
}
export interface Report {
    readonly schema: 'flopgate.report/1';
    readonly tool: {
        readonly name: 'flopgate';
        readonly version: string;
    };
    readonly verdict: Verdict['verdict'];
    /** The counting convention, `flopgate` unless another was asked for. */
    readonly convention: string;
    /** The same with all it says of itself. */
    readonly counting?: ConventionLabel;
    readonly base: RevisionLabel | null;
    readonly head: RevisionLabel;
    /** By path. */
    readonly models: readonly ModelReport[];
    readonly checks: readonly CheckReport[];
    readonly waivedBy?: Waiver;
    /** What reading the models moved over the network, git apart; absent where that was not asked for. */
    readonly transfer?: TransferReport;
    readonly problems: readonly ProblemReport[];
}
/** Git LFS content: bytes of it, requests of any kind, and files of which any byte was moved. */
export interface TransferReport {
    readonly lfsBytes: number;
    readonly lfsRequests: number;
    readonly lfsObjects: number;
}
export type TotalsReport = Readonly<Record<string, DimJson>>;
export interface DeltaReport {
    readonly from: DimJson;
    readonly to: DimJson;
    readonly by: DimJson;
    /** by / from; absent when from is 0, or symbols leave it open. */
    readonly ratio?: number;
    /** Where `by` is an expression: what holds of its sign for all values of its symbols. */
    readonly sign?: SignReport;
}
export type SignReport = 
/** by ≤ 0, by ≥ 0, or neither is proved. */
{
    readonly kind: 'never-more' | 'never-less' | 'depends';
}
/** by > 0, or by < 0, exactly where `symbol` > `above` and no other symbol is 0. */
 | {
    readonly kind: 'more-above' | 'less-above';
    readonly symbol: string;
    readonly above: DimJson;
};
/** A metric that grows by another power with a symbol than it did: 0 constant, 1 linear, 2 quadratic. */
export interface GrowthReport {
    readonly metric: string;
    readonly symbol: string;
    readonly from: number;
    readonly to: number;
}
/** The model as one of its scenarios uses it. */
export interface ScenarioReport {
    readonly name: string;
    readonly base: TotalsReport | null;
    readonly head: TotalsReport | null;
    readonly delta: DeltasReport;
    readonly assumptions: readonly string[];
    /** Those the model does not have without it. */
    readonly problems: readonly ProblemReport[];
}
export type DeltasReport = Readonly<Record<string, DeltaReport>>;
export interface CoverageReport {
    readonly nodes: number;
    readonly known: number;
    readonly symbolic: number;
    readonly unknown: number;
    readonly unknownOperators: Readonly<Record<string, number>>;
}
export interface ModelReport {
    readonly path: string;
    readonly basePath?: string;
    readonly status: ModelStatus;
    /** Renamed and edited: what the two are made of says that one is a version of the other, and nothing else does. */
    readonly pairedBy?: 'structure';
    readonly base: TotalsReport | null;
    readonly head: TotalsReport | null;
    readonly delta: DeltasReport;
    /** Where the configuration names scenarios, the totals in each. */
    readonly scenarios?: readonly ScenarioReport[];
    /** MACs by the stored element types of what is multiplied, where on either side not all are float32. */
    readonly macsByWidth?: {
        readonly base: TotalsReport | null;
        readonly head: TotalsReport | null;
    };
    /** Growth classes that changed; absent where none did. */
    readonly growth?: readonly GrowthReport[];
    /** Heaviest cause first. */
    readonly layers: readonly LayerReport[];
    readonly unchangedLayers: number;
    /** How many of the first layers make up at least 90 % of all movement in the metric that tells most. */
    readonly explanation?: {
        readonly metric: string;
        readonly layers: number;
    };
    /** With `pairs`: every matched [base index, head index]; one is null where that side has the layer in a function. */
    readonly pairs?: readonly (readonly [number | null, number | null])[];
    /** With `pairs`: those of which either layer stands in a body or a function. */
    readonly innerPairs?: readonly {
        readonly base: InnerLayer;
        readonly head: InnerLayer;
    }[];
    /** Nodes that compute nothing and have no counterpart; layers and this together are the change of the totals. */
    readonly folded: {
        readonly base: number;
        readonly head: number;
        readonly delta: DeltasReport;
    };
    /** `place`: of those in a body, the way there, `loop.body`. */
    readonly blocks: readonly {
        readonly name: string;
        readonly from: number;
        readonly to: number;
        readonly place?: string;
    }[];
    /** Where producer or operator set differ, or a function is spelt otherwise: what of the change comes from that. */
    readonly exported?: ExportReport;
    /** False when the two sides are different architectures and only totals were compared. */
    readonly related: boolean;
    readonly coverage: CoverageReport | null;
    /** Bound symbols and given shapes. */
    readonly assumptions: readonly string[];
    readonly notes: readonly string[];
    readonly problems: readonly ProblemReport[];
}
/** A layer by its position in the list of all layers that `count --format json` prints. */
export interface InnerLayer {
    readonly id: number;
    /** With the way there: `loop.body/conv1`. */
    readonly name: string;
}
export interface ExportReport {
    /** [base, head], where they differ. */
    readonly producer?: readonly [string, string];
    readonly opset?: readonly [string, string];
    /** Constants, folded batch normalisations and other spellings of one function; the rest is the network's. */
    readonly delta: DeltasReport;
}
export interface LayerReport {
    readonly kind: Kind;
    readonly base: readonly (number | null)[];
    readonly head: readonly (number | null)[];
    /** Where any of them stands in a body or a function: positions in the lists of all layers. */
    readonly baseIds?: readonly number[];
    readonly headIds?: readonly number[];
    readonly name: string;
    /** The name on the base side, where it differs. */
    readonly baseName?: string;
    /** In a function, its place there, the same at every call: `Block/act`. */
    readonly function?: string;
    readonly op: string;
    readonly changes: readonly ChangeReport[];
    readonly delta: DeltasReport;
}
export interface ChangeReport {
    readonly what: string;
    readonly from: string | number | null;
    readonly to: string | number | null;
}
export interface CheckReport {
    readonly budget: string;
    readonly scope: string;
    readonly model?: string;
    readonly layers?: string;
    /** Absent where the number is the same in all of the model's scenarios. */
    readonly scenario?: string;
    readonly metric: string;
    readonly kind: Check['kind'];
    /** A share between 0 and 1 for `coverage`. */
    readonly actual: DimJson;
    readonly base?: DimJson;
    readonly limit: DimJson;
    readonly headroom?: DimJson;
    readonly result: Result;
    readonly level: Level;
    readonly message?: string;
    readonly why?: string;
    readonly line: number;
}
export interface ProblemReport {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly help: string;
    readonly at?: Problem['at'];
}
/** What `assemble` joins. */
export interface Findings {
    readonly version: string;
    readonly convention?: string;
    readonly counting?: ConventionLabel;
    readonly base: RevisionLabel | null;
    readonly head: RevisionLabel;
    readonly models: readonly JudgedModel[];
    readonly verdict: Verdict;
    readonly transfer?: TransferReport;
    /** Problems of the whole request, beside those of the verdict. */
    readonly problems?: readonly Problem[];
    /** List every matched pair. */
    readonly pairs?: boolean;
}
export { assemble } from './assemble.ts';
