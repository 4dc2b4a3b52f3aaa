/** What the report says in words, before any destination dresses it: shared by markdown, terminal and log. */
import type { Profile } from '../analysis/profile.ts';
import type { ConventionLabel } from '../conventions/convention.ts';
import { type DimJson } from '../model/dim-text.ts';
import type { CheckReport, DeltaReport, LayerReport, ModelReport, ProblemReport, Report } from './report.ts';
/** Text of ours, and text that is quoted (of models, paths, configurations) and must be escaped. */
export type Phrase = readonly (string | Quoted)[];
export interface Quoted {
    readonly quoted: string;
}
export declare function quote(text: string): Quoted;
/** Dresses a phrase for one destination. */
export declare function say(phrase: Phrase, quoted: (text: string) => string): string;
export declare const verdictIcon: {
    readonly pass: '✅';
    readonly warn: '⚠️';
    readonly fail: '❌';
};
export declare const severityIcon: {
    readonly fatal: '❌';
    readonly warning: '⚠️';
    readonly notice: 'ℹ️';
};
/** Worst first. */
export declare const standings: readonly ['failed', 'undecided', 'warned', 'unsure', 'waived', 'met'];
export type Standing = (typeof standings)[number];
export declare const standingIcon: Readonly<Record<Standing, string>>;
export declare const standingName: Readonly<Record<Standing, string>>;
export declare function standingOf({ result, level }: CheckReport): Standing;
/** Failing first, then by how much of the limit is used. */
export declare function sortedChecks(checks: readonly CheckReport[]): readonly CheckReport[];
/** The verdict as a sentence: "2 budgets are exceeded." */
export declare function verdictSentence(report: Report): string;
/** The change that matters most: "`resnet.onnx` MACs 4.09 G → 4.60 G (+12.4 %). 2 more changed." */
export declare function mainChange({ models, checks }: Report): Phrase;
/** "MACs 4.09 G → 4.60 G (+12.4 %)", "is new: 4.09 G MACs, 25.6 M parameters", "is removed" */
export declare function modelChange(model: ModelReport, checks?: readonly CheckReport[]): Phrase;
/** "4.09 G → 4.60 G (+12.4 %)" */
export declare function fromTo(metric: string, change: DeltaReport): Phrase;
/** Symbols are names from a file, so an expression is quoted; a number is ours. */
export declare function numeral(value: DimJson, text: string): string | Quoted;
export declare function isChange(delta: DeltaReport | undefined): boolean;
/** Models a reader must see first: those that fail, then by how much they changed. Unchanged ones are left out. */
export declare function rankedModels(models: readonly ModelReport[], checks: readonly CheckReport[]): readonly ModelReport[];
export declare function kindName(kind: LayerReport['kind']): string;
/** "3 modified, 1 added": in the order of the list of kinds. */
export declare function kindCounts(layers: readonly LayerReport[]): string;
/** Share of the limit that is used; absent where there is none. */
export declare function usedShare({ kind, actual, limit }: CheckReport): number | undefined;
/** "97 %"; never 100 for what is over, nor for what is under. */
export declare function usedText(check: CheckReport): string;
/** A check's number, in the unit of its metric. */
export declare function checkNumber({ metric, kind }: CheckReport, value: CheckReport['actual']): string;
/** Whether the convention gives the number at all: thop has no FLOPs, the TensorFlow profiler no MACs. */
export declare function isGiven({ counting }: Pick<Report, 'counting'>, metric: string): boolean;
/** "flopgate", "thop 0.1.1 (43c064a), near": the name alone where it is our own. */
export declare function conventionText(id: string, counting: ConventionLabel | undefined): string;
/** "12.4 M left", "500 M over"; empty where it is an expression. */
/** What was moved, in a phrase; nothing where nothing was asked for. */
export declare function transferText({ transfer }: Pick<Report, 'transfer'>): readonly string[];
export declare function headroomText({ metric, kind, headroom }: CheckReport): string;
/** What a reader must know of a model beside its numbers; never left out. Worst first. */
export declare function caveats(model: ModelReport): readonly Caveat[];
/** The same of one profile. */
export declare function caveatsOf({ coverage, assumptions, problems }: Profile): readonly Caveat[];
export interface Caveat {
    readonly severity: ProblemReport['severity'];
    readonly phrase: Phrase;
    /** What it is about, where it is a problem with a code: for a page that has room for advice. */
    readonly problem?: ProblemReport;
}
/** "3 of 7 layers make up 90 % of the change in MACs." */
export declare function explanationText({ explanation, layers }: ModelReport): string;
export declare function list(parts: readonly string[]): string;
export declare function capital(text: string): string;
