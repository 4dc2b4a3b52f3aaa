/** What the report says in words, before any destination dresses it: shared by markdown, terminal and log. */

import type { Profile } from '../analysis/profile.ts';
import type { ConventionLabel } from '../conventions/convention.ts';
import { type DimJson, dimFromJson, dimToJson } from '../model/dim-text.ts';
import type {
  CheckReport,
  CoverageReport,
  DeltaReport,
  LayerReport,
  ModelReport,
  ProblemReport,
  Report,
} from './report.ts';
import { familyOf, formatCount, formatDelta, formatRatio, formatShare, growthName, metricName } from './units.ts';

/** Text of ours, and text that is quoted (of models, paths, configurations) and must be escaped. */
export type Phrase = readonly (string | Quoted)[];
export interface Quoted {
  readonly quoted: string;
}

export function quote(text: string): Quoted {
  return { quoted: text };
}

/** Dresses a phrase for one destination. */
export function say(phrase: Phrase, quoted: (text: string) => string): string {
  return phrase.map((part) => (typeof part === 'string' ? part : quoted(part.quoted))).join('');
}

export const verdictIcon = { pass: '✅', warn: '⚠️', fail: '❌' } as const satisfies Record<Report['verdict'], string>;
export const severityIcon = { fatal: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/** Worst first. */
export const standings = ['failed', 'undecided', 'warned', 'unsure', 'waived', 'met'] as const;
export type Standing = (typeof standings)[number];
export const standingIcon: Readonly<Record<Standing, string>> = {
  failed: '❌',
  undecided: '❓',
  warned: '⚠️',
  unsure: '❔',
  waived: '☑️',
  met: '✅',
};

export const standingName: Readonly<Record<Standing, string>> = {
  failed: 'exceeded',
  undecided: 'undecidable',
  warned: 'exceeded (warning)',
  unsure: 'undecidable (warning)',
  waived: 'accepted',
  met: 'met',
};

export function standingOf({ result, level }: CheckReport): Standing {
  if (result === 'exceeded') return level === 'error' ? 'failed' : 'warned';
  if (result === 'undecidable') return level === 'error' ? 'undecided' : 'unsure';
  return result;
}

/** Failing first, then by how much of the limit is used. */
export function sortedChecks(checks: readonly CheckReport[]): readonly CheckReport[] {
  const rank = (c: CheckReport) => standings.indexOf(standingOf(c));
  return checks
    .map((c, i) => ({ c, i, rank: rank(c), used: usedShare(c) ?? 0 }))
    .sort((a, b) => a.rank - b.rank || b.used - a.used || a.i - b.i)
    .map(({ c }) => c);
}

/** The verdict as a sentence: "2 budgets are exceeded." */
export function verdictSentence(report: Report): string {
  return `${capital(list(faults(report)))}.`;
}

function faults(report: Report): readonly string[] {
  const count = (standing: Standing) => report.checks.filter((c) => standingOf(c) === standing).length;
  const unreadable = report.models.filter(({ status }) => status === 'unreadable').length;
  const fatal = report.problems.filter(({ severity }) => severity === 'fatal').length;
  const said = [
    some(count('failed'), 'budget is exceeded', 'budgets are exceeded'),
    some(count('undecided'), 'budget cannot be decided', 'budgets cannot be decided'),
    some(unreadable, 'model cannot be read', 'models cannot be read'),
    some(fatal, 'error in the set-up', 'errors in the set-up'),
    some(count('warned'), 'warning budget is exceeded', 'warning budgets are exceeded'),
    some(count('unsure'), 'warning budget cannot be decided', 'warning budgets cannot be decided'),
    some(count('waived'), 'budget is exceeded and accepted', 'budgets are exceeded and accepted'),
  ].filter((s) => s !== '');
  if (said.length > 0) return said;
  const { length } = report.checks;
  return [length === 0 ? 'no budgets apply' : length === 1 ? 'the budget is met' : `all ${length} budgets are met`];
}

/** Metrics by how well they tell what a change means. */
const telling = ['macs', 'parameters', 'flops', 'weightBytes', 'peakBytes', 'fileBytes'] as const;

/** The change that matters most: "`resnet.onnx` MACs 4.09 G → 4.60 G (+12.4 %). 2 more changed." */
export function mainChange({ models, checks }: Report): Phrase {
  const touched = rankedModels(models, checks);
  const [first, ...rest] = touched;
  if (first === undefined) return ['No model changed.'];
  const more = rest.length === 0 ? '' : ` ${rest.length} more changed.`;
  return [quote(first.path), ' ', ...modelChange(first, checks), `.${more}`];
}

/** "MACs 4.09 G → 4.60 G (+12.4 %)", "is new: 4.09 G MACs, 25.6 M parameters", "is removed" */
export function modelChange(model: ModelReport, checks: readonly CheckReport[] = []): Phrase {
  const { status, head, delta } = model;
  if (status === 'unreadable') return ['cannot be read'];
  if (status === 'removed') return ['is removed'];
  const size = head === null ? [] : [...amount(head, 'macs'), ' MACs, ', ...amount(head, 'parameters'), ' parameters'];
  if (status === 'added') return ['is new: ', ...size];
  if (Object.keys(delta).length === 0) return ['has no base to compare with: ', ...size];
  const failing = checks.find((c) => c.model === model.path && standingOf(c) === 'failed' && c.layers === undefined);
  const isFirst = (m: string) => m === failing?.metric || m === 'macs' || m === 'parameters';
  const order = failing === undefined ? telling : [failing.metric, ...telling];
  const metric = order.find((m) => isFirst(m) && isChange(delta[m])) ?? mostMoved(delta);
  const change = metric === undefined ? undefined : delta[metric];
  if (metric === undefined || change === undefined) return ['costs what it did'];
  return [`${metricName(metric)} `, ...fromTo(metric, change)];
}

/** A quantised net does a little more and stores a quarter: what moved most tells more; the file, only when alone. */
function mostMoved(delta: ModelReport['delta']): string | undefined {
  const moved = telling.filter((metric) => isChange(delta[metric]));
  const share = (metric: string) => (metric === 'fileBytes' ? 0 : Math.abs(delta[metric]?.ratio ?? 0));
  return moved.reduce<string | undefined>(
    (best, m) => (best === undefined || share(m) > share(best) ? m : best),
    undefined,
  );
}

function amount(totals: NonNullable<ModelReport['head']>, metric: string): Phrase {
  const value = totals[metric] ?? null;
  return [numeral(value, formatCount(value, familyOf(metric)))];
}

/** "4.09 G → 4.60 G (+12.4 %)" */
export function fromTo(metric: string, change: DeltaReport): Phrase {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  const ratio = formatRatio(change.ratio);
  const grown = ratio === '' ? numeral(change.by, by) : ratio;
  return [numeral(change.from, from), ' → ', numeral(change.to, to), ' (', grown, ')'];
}

/** Symbols are names from a file, so an expression is quoted; a number is ours. */
export function numeral(value: DimJson, text: string): string | Quoted {
  return typeof value === 'string' && !/^-?\d+$/.test(value) ? quote(text) : text;
}

export function isChange(delta: DeltaReport | undefined): boolean {
  return delta !== undefined && delta.by !== 0;
}

/** Models a reader must see first: those that fail, then by how much they changed. Unchanged ones are left out. */
export function rankedModels(models: readonly ModelReport[], checks: readonly CheckReport[]): readonly ModelReport[] {
  const worst = new Map<string, number>();
  for (const check of checks) {
    const rank = standings.indexOf(standingOf(check));
    if (check.model !== undefined) worst.set(check.model, Math.min(rank, worst.get(check.model) ?? standings.length));
  }
  const rankOf = ({ path, status }: ModelReport) =>
    status === 'unreadable' ? -1 : (worst.get(path) ?? standings.length);
  return models
    .filter(({ status }) => status !== 'unchanged')
    .map((model, i) => ({ model, i, rank: rankOf(model), moved: movement(model) }))
    .sort((a, b) => a.rank - b.rank || b.moved - a.moved || a.i - b.i)
    .map(({ model }) => model);
}

function movement({ delta, status }: ModelReport): number {
  if (status === 'added' || status === 'removed') return 1;
  return Math.max(0, ...telling.map((m) => Math.abs(delta[m]?.ratio ?? (isChange(delta[m]) ? 1 : 0))));
}

const kinds: Readonly<Record<LayerReport['kind'], string>> = {
  modified: 'modified',
  renamed: 'renamed',
  moved: 'moved',
  added: 'added',
  removed: 'removed',
  fused: 'fused',
  split: 'split',
  rewritten: 'rewritten',
  weightsOnly: 'other weights',
  shapeOnly: 'other shapes',
};

export function kindName(kind: LayerReport['kind']): string {
  return kinds[kind];
}

/** "3 modified, 1 added": in the order of the list of kinds. */
export function kindCounts(layers: readonly LayerReport[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of layers) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.entries(kinds)
    .flatMap(([kind, name]) => (counts.has(kind) ? [`${counts.get(kind)} ${name}`] : []))
    .join(', ');
}

/** Share of the limit that is used; absent where there is none. */
export function usedShare({ kind, actual, limit }: CheckReport): number | undefined {
  if (kind === 'min' || kind === 'degree') return undefined;
  const [a, l] = [dimFromJson(actual), dimFromJson(limit)];
  if (typeof a !== 'bigint' || typeof l !== 'bigint' || l === 0n) return undefined;
  return Number((a * 1_000_000n) / l) / 1e6;
}

/** "97 %"; never 100 for what is over, nor for what is under. */
export function usedText(check: CheckReport): string {
  const share = usedShare(check);
  if (share === undefined) return '';
  const percent = Math.round(share * 100);
  const isOver = check.result === 'exceeded' || check.result === 'waived';
  if (isOver && percent <= 100) return '>100 %';
  return percent === 100 && check.actual !== check.limit && !isOver ? '<100 %' : `${percent} %`;
}

/** A check's number, in the unit of its metric. */
export function checkNumber({ metric, kind }: CheckReport, value: CheckReport['actual']): string {
  if (kind === 'degree') return typeof value === 'number' ? growthName(value) : 'unknown';
  return metric === 'coverage' ? formatShare(value) : formatCount(value, familyOf(metric));
}

/** Whether the convention gives the number at all: thop has no FLOPs, the TensorFlow profiler no MACs. */
export function isGiven({ counting }: Pick<Report, 'counting'>, metric: string): boolean {
  const unit = counting?.unit ?? 'both';
  return !(metric === 'macs' && unit === 'flops') && !(metric === 'flops' && unit === 'macs');
}

/** "flopgate", "thop 0.1.1 (43c064a), near": the name alone where it is our own. */
export function conventionText(id: string, counting: ConventionLabel | undefined): string {
  if (counting === undefined || counting.id === 'flopgate' || counting.id !== id) return id;
  return `${id} ${counting.version}, ${counting.accuracy}`;
}

/** "12.4 M left", "500 M over"; empty where it is an expression. */
/** What was moved, in a phrase; nothing where nothing was asked for. */
export function transferText({ transfer }: Pick<Report, 'transfer'>): readonly string[] {
  if (transfer === undefined || transfer.lfsRequests === 0) return [];
  const { lfsBytes, lfsRequests, lfsObjects } = transfer;
  const of = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  const bytes = formatCount(lfsBytes, 'bytes');
  return [`Git LFS: ${bytes} of ${of(lfsObjects, 'file')} in ${of(lfsRequests, 'request')}`];
}

export function headroomText({ metric, kind, headroom }: CheckReport): string {
  if (kind === 'degree') return '';
  const room = dimFromJson(headroom ?? null);
  if (typeof room !== 'bigint') return '';
  const text = formatCount(dimToJson(room < 0n ? -room : room), familyOf(metric));
  return `${text} ${room < 0n ? 'over' : 'left'}`;
}

/** What a reader must know of a model beside its numbers; never left out. Worst first. */
export function caveats(model: ModelReport): readonly Caveat[] {
  const { coverage, assumptions, notes, problems, related, scenarios = [] } = model;
  const unrelated: Phrase = ['the two sides are different architectures: only totals are compared'];
  return [
    ...(coverage === null ? [] : gaps(coverage, Object.entries(coverage.unknownOperators))),
    ...measuredWith(assumptions),
    ...(related ? [] : [{ severity: 'warning', phrase: unrelated } as const]),
    ...notes
      .filter((note) => !isTold(note, model))
      .map((note): Caveat => ({ severity: 'notice', phrase: [quote(note)] })),
    ...problems.map(remark),
    ...scenarios.flatMap(({ name, problems: own }) => own.map((p): Caveat => inScenario(name, remark(p)))),
  ].sort((a, b) => weight(a) - weight(b));
}

function inScenario(name: string, { phrase, ...rest }: Caveat): Caveat {
  return { ...rest, phrase: ['in ', quote(name), ': ', ...phrase] };
}

/** The story of the layers has a line on the export, with what it costs. */
function isTold(note: string, { exported }: ModelReport): boolean {
  return exported !== undefined && /^Another (exporter|operator set): /.test(note);
}

/** The same of one profile. */
export function caveatsOf({ coverage, assumptions, problems }: Profile): readonly Caveat[] {
  const found = [
    ...gaps(coverage, [...coverage.unknownOperators]),
    ...measuredWith(assumptions),
    ...problems.map(remark),
  ];
  return found.sort((a, b) => weight(a) - weight(b));
}

function gaps(
  { nodes, unknown, symbolic }: Pick<CoverageReport, 'nodes' | 'unknown' | 'symbolic'>,
  operators: readonly (readonly [string, number])[],
): readonly Caveat[] {
  const said: Caveat[] = [];
  if (unknown > 0) {
    const named = operators.slice(0, 5).flatMap(([name, n], i) => [i === 0 ? ' ' : ', ', quote(name), ` ×${n}`]);
    const more = operators.length > 5 ? [`, ${operators.length - 5} more`] : [];
    const why = named.length > 0 ? ['; operators Flopgate does not know:', ...named, ...more] : [];
    said.push({ severity: 'warning', phrase: [`${unknown} of ${nodes} nodes have an unknown shape or cost`, ...why] });
  }
  if (symbolic > 0) {
    said.push({ severity: 'notice', phrase: [`${symbolic} of ${nodes} nodes are expressions in unbound dimensions`] });
  }
  return said;
}

function measuredWith(assumptions: readonly string[]): readonly Caveat[] {
  if (assumptions.length === 0) return [];
  const parts = assumptions.flatMap((a, i) => [i === 0 ? '' : ', ', quote(a)]);
  return [{ severity: 'notice', phrase: ['measured with ', ...parts] }];
}

function remark(problem: ProblemReport): Caveat {
  const { severity, message, at } = problem;
  const named = at?.node === undefined || message.includes(at.node) ? [] : [' at ', quote(at.node)];
  return { severity, phrase: [quote(message), ...named], problem };
}

export interface Caveat {
  readonly severity: ProblemReport['severity'];
  readonly phrase: Phrase;
  /** What it is about, where it is a problem with a code: for a page that has room for advice. */
  readonly problem?: ProblemReport;
}

function weight({ severity }: Caveat): number {
  return severity === 'fatal' ? 0 : severity === 'warning' ? 1 : 2;
}

/** "3 of 7 layers make up 90 % of the change in MACs." */
export function explanationText({ explanation, layers }: ModelReport): string {
  if (explanation === undefined || explanation.layers >= layers.length || layers.length < 4) return '';
  const verb = explanation.layers === 1 ? 'makes' : 'make';
  return `${explanation.layers} of ${layers.length} layers ${verb} up 90 % of the change in ${metricName(explanation.metric)}.`;
}

function some(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? `1 ${one}` : `${count} ${many}`;
}

export function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
