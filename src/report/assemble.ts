/** Profiles, diffs and verdict → the report. */
import type { Layer, Profile } from '../analysis/profile.ts';
import type { Check, JudgedModel, MeasuredScenario, Share } from '../budget/budget.ts';
import { isModelMetric, isShare, measured, modelMetrics } from '../budget/metrics.ts';
import type { BlockChange, Delta, Diff, LayerMetric, LayerRecord } from '../diff/diff.ts';
import { alignSymbols } from '../diff/normalise.ts';
import { add, type Dim, isKnown, isSymbolic, isUnknown, keyOf, mul, sub } from '../model/dim.ts';
import { type DimJson, dimToJson } from '../model/dim-text.ts';
import type { Problem } from '../problem.ts';
import { placeInFunction, placeName } from './places.ts';
import type {
  CheckReport,
  CoverageReport,
  DeltaReport,
  DeltasReport,
  ExportReport,
  Findings,
  LayerReport,
  ModelReport,
  ProblemReport,
  Report,
  ScenarioReport,
  TotalsReport,
} from './report.ts';
import { isRespelling } from './spoken.ts';
import { growthReport, ownProblems, signReport } from './symbolic.ts';
import { widthsReport } from './width-lines.ts';

/** The verdict is the judge's, but never better than the problems of the whole request allow. */
export function assemble(findings: Findings): Report {
  const { verdict } = findings;
  const problems = [...(findings.problems ?? []), ...verdict.problems];
  return {
    schema: 'flopgate.report/1',
    tool: { name: 'flopgate', version: findings.version },
    verdict: problems.some(({ severity }) => severity === 'fatal') ? 'fail' : verdict.verdict,
    convention: findings.convention ?? 'flopgate',
    ...(findings.counting !== undefined && { counting: findings.counting }),
    base: findings.base,
    head: findings.head,
    models: findings.models.map((model) => modelReport(model, findings.pairs === true)).sort(byPath),
    checks: verdict.checks.map(checkReport),
    ...(verdict.waivedBy !== undefined && { waivedBy: verdict.waivedBy }),
    ...(findings.transfer !== undefined && { transfer: findings.transfer }),
    problems: problems.map(problemReport),
  };
}

function byPath(a: ModelReport, b: ModelReport): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function modelReport(model: JudgedModel, withPairs: boolean): ModelReport {
  const { base, head, diff } = model;
  const lists: Lists = { base: base?.layers ?? [], head: head?.layers ?? [] };
  const layers = (diff?.records ?? []).map((record) => layerReport(record, lists));
  const explanation = explain(diff?.records ?? []);
  const shown = head ?? base;
  const sides = model.free ?? model;
  const growth = sides.base === null || sides.head === null ? [] : growthReport(sides.base, sides.head);
  const exported = base === null || head === null || diff === null ? undefined : exportOf(base, head, diff);
  return {
    path: model.path,
    ...(model.basePath !== undefined && { basePath: model.basePath }),
    status: model.status,
    ...(model.pairedBy !== undefined && { pairedBy: model.pairedBy }),
    base: base && totalsReport(base),
    head: head && totalsReport(head),
    delta: base === null || head === null ? {} : totalDeltas(base, head),
    ...(model.scenarios !== undefined && { scenarios: model.scenarios.map((s) => scenarioReport(s, shown)) }),
    ...(growth.length > 0 && { growth }),
    ...widthsReport(base, head),
    layers,
    unchangedLayers: diff?.unchanged ?? 0,
    ...(explanation !== undefined && { explanation }),
    ...(withPairs && pairsReport(diff?.pairs ?? [], lists)),
    folded: {
      base: diff?.folded.base.length ?? 0,
      head: diff?.folded.head.length ?? 0,
      delta: diff === null ? {} : deltasReport(diff.folded.delta),
    },
    blocks: (diff?.blocks ?? []).map((block) => blockReport(block, lists)),
    ...(exported !== undefined && { exported }),
    related: diff?.related ?? true,
    coverage: shown === null ? null : coverageReport(shown),
    assumptions: shown?.assumptions ?? [],
    notes: diff?.notes ?? [],
    problems: [...(model.problem === undefined ? [] : [sided(model, model.problem)]), ...(shown?.problems ?? [])].map(
      problemReport,
    ),
  };
}

function exportOf(base: Profile, head: Profile, diff: Diff): ExportReport | undefined {
  const [a, b] = [base.model, head.model];
  const opsets = [a, b].map(({ opsets }) => opsets.get('')?.toString() ?? 'none');
  const [from = '', to = ''] = opsets;
  const records = diff.records.filter(isExporters);
  const summed = new Map<LayerMetric, Delta>(diff.folded.delta);
  for (const record of records)
    for (const [metric, { from, to }] of record.delta) {
      const sum = summed.get(metric) ?? { from: 0n, to: 0n };
      const [left, right] = [add(sum.from, from), add(sum.to, to)];
      summed.set(metric, { from: left, to: right, by: sub(right, left) });
    }
  const delta = new Map([...summed].filter(([, { by }]) => by !== 0n));
  const [otherProducer, otherOpset] = [a.producer !== b.producer, from !== to];
  if (!diff.related || (!otherProducer && !otherOpset && delta.size === 0)) return undefined;
  return {
    ...(otherProducer && { producer: [a.producer, b.producer] as const }),
    ...(otherOpset && { opset: [from, to] as const }),
    delta: deltasReport(delta),
  };
}

/** A batch normalisation folded into the layer before it, or one function in other operators. */
function isExporters({ kind, changes, base, head }: LayerRecord): boolean {
  if (kind !== 'fused' && kind !== 'split' && kind !== 'rewritten') return false;
  const operators = changes.filter(({ what }) => what === 'op');
  if (operators.length > 0) return changes.every((change) => isRespelling(change));
  return (
    changes.every(({ what }) => what === 'bias') && [...base, ...head].some(({ op }) => op === 'BatchNormalization')
  );
}

function scenarioReport(scenario: MeasuredScenario, whole: Profile | null): ScenarioReport {
  const { name, base, head } = scenario;
  return {
    name,
    base: base && totalsReport(base),
    head: head && totalsReport(head),
    delta: base === null || head === null ? {} : totalDeltas(base, head),
    assumptions: (head ?? base)?.assumptions ?? [],
    problems: ownProblems(scenario, whole).map(problemReport),
  };
}

const totalNames = Object.keys(modelMetrics)
  .filter(isModelMetric)
  .filter((m) => m !== 'coverage');

function totalsReport(profile: Profile): TotalsReport {
  return Object.fromEntries(totalNames.map((metric) => [metric, numberJson(measured(profile, metric))]));
}

function totalDeltas(base: Profile, head: Profile): DeltasReport {
  const inBaseWords = alignSymbols(base, head);
  const deltas = totalNames.flatMap((metric) => {
    const [from, to] = [measured(base, metric), measured(head, metric)];
    if (isShare(from) || isShare(to)) return [];
    return [[metric, deltaReport({ from, to, by: sub(inBaseWords(to), from) })] as const];
  });
  return Object.fromEntries(deltas);
}

function deltasReport(deltas: ReadonlyMap<string, Delta>): DeltasReport {
  return Object.fromEntries([...deltas].map(([metric, delta]) => [metric, deltaReport(delta)]));
}

function deltaReport({ from, to, by }: Delta): DeltaReport {
  const ratio = ratioOf(by, from);
  return {
    from: dimToJson(from),
    to: dimToJson(to),
    by: dimToJson(by),
    ...(ratio !== undefined && { ratio }),
    ...signReport(by),
  };
}

/** by / from where that is one number: both known, or one a multiple of the other (3·batch of 2·batch). */
export function ratioOf(by: Dim, from: Dim): number | undefined {
  if (isUnknown(by) || isUnknown(from) || from === 0n) return undefined;
  if (by === 0n) return 0;
  if (typeof by === 'bigint' && typeof from === 'bigint') return quotient(by, from);
  if (!isSymbolic(by) || !isSymbolic(from)) return undefined;
  const [p, q] = [by.terms[0]?.coefficient, from.terms[0]?.coefficient];
  if (p === undefined || q === undefined || keyOf(mul(by, q)) !== keyOf(mul(from, p))) return undefined;
  return quotient(p, q);
}

/** Twelve digits after the point, without first rounding either to a double. */
function quotient(a: bigint, b: bigint): number {
  const scaled = (a * 10n ** 12n) / b;
  return Number(scaled) / 1e12;
}

/** All layers of both sides, by id. */
interface Lists {
  readonly base: readonly Layer[];
  readonly head: readonly Layer[];
}

function layerReport({ kind, base, head, changes, delta }: LayerRecord, lists: Lists): LayerReport {
  const [before, after] = [mainOf(base), mainOf(head)];
  const baseName = before === undefined ? undefined : placeName(before, lists.base);
  const name = after === undefined ? (baseName ?? '') : placeName(after, lists.head);
  const within =
    after === undefined ? before && placeInFunction(before, lists.base) : placeInFunction(after, lists.head);
  const isInner = [...base, ...head].some(({ index }) => index === null);
  return {
    kind,
    base: base.map(({ index }) => index),
    head: head.map(({ index }) => index),
    ...(isInner && { baseIds: base.map(({ id }) => id), headIds: head.map(({ id }) => id) }),
    name,
    ...(after !== undefined && baseName !== undefined && baseName !== name && { baseName }),
    ...(within !== undefined && { function: within }),
    op: (after ?? before)?.op ?? '',
    changes,
    delta: deltasReport(delta),
  };
}

function blockReport({ name, from, to, within }: BlockChange, lists: Lists): ModelReport['blocks'][number] {
  if (within === undefined) return { name, from, to };
  const place = placeName(within.owner, to > from ? lists.head : lists.base);
  return { name, from, to, place: `${place}.${within.body}` };
}

/** Pairs of the files' own node lists, and those of which a layer stands in a body or a function. */
function pairsReport(pairs: Diff['pairs'], lists: Lists): Pick<ModelReport, 'pairs' | 'innerPairs'> {
  const inner = pairs.filter(({ base, head }) => base.index === null || head.index === null);
  return {
    pairs: pairs
      .filter(({ base, head }) => base.index !== null || head.index !== null)
      .map(({ base, head }) => [base.index, head.index]),
    ...(inner.length > 0 && {
      innerPairs: inner.map(({ base, head }) => ({
        base: { id: base.id, name: placeName(base, lists.base) },
        head: { id: head.id, name: placeName(head, lists.head) },
      })),
    }),
  };
}

/** Of several layers the one a reader would name: not what quantises its operands. */
function mainOf(layers: LayerRecord['base']): LayerRecord['base'][number] | undefined {
  return layers.find(({ op }) => !/^(Dynamic)?(Quantize|Dequantize)Linear$/.test(op)) ?? layers[0];
}

/** Metrics by how well they tell what happened; the first that moved explains the change. */
const telling = ['macs', 'parameters', 'flops', 'weightBytes', 'readBytes', 'writeBytes'] as const;

function explain(records: readonly LayerRecord[]): ModelReport['explanation'] {
  for (const metric of telling) {
    const changes = records.map(({ delta }) => delta.get(metric)?.by ?? 0n);
    // Expressions and unknowns have no shares.
    if (!changes.every(isKnown)) return undefined;
    const moved = changes.map((by) => (by < 0n ? -by : by));
    const total = moved.reduce((a, b) => a + b, 0n);
    if (total === 0n) continue;
    let covered = 0n;
    const enough = moved.findIndex((m) => {
      covered += m;
      return covered * 10n >= total * 9n;
    });
    return { metric, layers: enough + 1 };
  }
  return undefined;
}

function coverageReport({ coverage }: Profile): CoverageReport {
  const { nodes, known, symbolic, unknown, unknownOperators } = coverage;
  return { nodes, known, symbolic, unknown, unknownOperators: Object.fromEntries(unknownOperators) };
}

function checkReport(check: Check): CheckReport {
  const { actual, base, limit, headroom, ...rest } = check;
  return {
    ...rest,
    actual: numberJson(actual),
    ...(base !== undefined && { base: numberJson(base) }),
    limit: limit === null ? null : numberJson(limit),
    ...(headroom !== undefined && { headroom: dimToJson(headroom) }),
  };
}

function numberJson(value: Dim | Share): DimJson {
  return isShare(value) ? Number(value.part) / Number(value.whole) : dimToJson(value);
}

/** A model that is not unreadable has a head that was measured, or none: then it is the base that cannot be read. */
function sided({ status }: JudgedModel, problem: Problem): Problem {
  if (status === 'unreadable') return problem;
  return { ...problem, severity: 'warning', message: `The base cannot be read: ${problem.message}` };
}

function problemReport({ code, severity, message, help, at }: Problem): ProblemReport {
  return { code, severity, message, help, ...(at !== undefined && { at }) };
}
