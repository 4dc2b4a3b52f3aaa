/** `.github/flopgate.yml`: text → Config, or one error that names line and key. */
import type { Dim, Shape } from '../model/dim.ts';
import { parseDim } from '../model/dim-text.ts';
import { fail } from '../problem.ts';
import { amountExample, type Family, parseAmount, parsePercent } from './amount.ts';
import type { Budget, BudgetMetric, Config, LayerBudget, LayerRule, Limit, ModelRule, Scenario } from './budget.ts';
import { failWith } from './config-error.ts';
import { isLayerMetric, isModelMetric, modelMetrics } from './metrics.ts';
import { BadPattern, layerPattern, pathPattern } from './patterns.ts';
import { configSchema, type RawConfig } from './schema.ts';
import { keyText, readYaml, type YamlFile } from './yaml.ts';

export { ruleFor } from './rules.ts';

/** Throws FlopgateError `budget/*` that names file, line, column and key, what was found and what is accepted. */
export function parseConfig(text: string, file: string): Config {
  const yaml = readYaml(text, file);
  const parsed = configSchema.safeParse(yaml.value);
  if (!parsed.success) return failWith(parsed.error.issues, yaml);
  const raw = parsed.data;
  const models = (raw.models ?? []).map((entry, i) => modelRule(entry, ['models', i], yaml));
  refuseTwins(models, yaml);
  return {
    file,
    models,
    budgets: budgets(raw.budgets, ['budgets'], yaml),
    ...(raw.override !== undefined && { override: raw.override }),
  };
}

type Path = readonly PropertyKey[];
type RawModel = NonNullable<RawConfig['models']>[number];
type RawLimit = string | number | RawEntry;
interface RawEntry {
  readonly max?: string | number | undefined;
  readonly growth?: string | number | undefined;
  readonly min?: string | undefined;
  readonly degree?: Readonly<Record<string, number>> | undefined;
  readonly level?: 'error' | 'warn' | undefined;
  readonly message?: string | undefined;
}

function modelRule(raw: RawModel, path: Path, yaml: YamlFile): ModelRule {
  checkPattern(pathPattern, raw.path, [...path, 'path'], yaml);
  return {
    path: raw.path,
    inputs: shapes(raw.inputs ?? {}, [...path, 'inputs'], yaml),
    bind: numbers(raw.bind ?? {}),
    scenarios: Object.entries(raw.scenarios ?? {}).map(([name, one]) => scenario(name, one, path, yaml)),
    budgets: budgets(raw.budgets, [...path, 'budgets'], yaml),
    layers: (raw.layers ?? []).map((layer, i) => layerRule(layer, [...path, 'layers', i], yaml)),
    line: lineOf(yaml, [...path, 'path']),
  };
}

type RawScenario = NonNullable<RawModel['scenarios']>[string];

/** `{ batch: 1, seq: 512 }`, or `{ bind: …, inputs: … }`. */
function scenario(name: string, raw: RawScenario, path: Path, yaml: YamlFile): Scenario {
  const at = [...path, 'scenarios', name];
  if (!isSpelledOut(raw)) return { name, inputs: new Map(), bind: numbers(raw) };
  return { name, inputs: shapes(raw.inputs ?? {}, [...at, 'inputs'], yaml), bind: numbers(raw.bind ?? {}) };
}

function isSpelledOut(raw: RawScenario): raw is Exclude<RawScenario, Readonly<Record<string, number>>> {
  return Object.values(raw).some((value) => typeof value === 'object');
}

function numbers(raw: Readonly<Record<string, number>>): ReadonlyMap<string, bigint> {
  return new Map(Object.entries(raw).map(([symbol, n]) => [symbol, BigInt(n)]));
}

type RawShapes = Readonly<Record<string, readonly (string | number)[]>>;

function shapes(raw: RawShapes, path: Path, yaml: YamlFile): ReadonlyMap<string, Shape> {
  return new Map(Object.entries(raw).map(([name, extents]) => [name, shape(extents, [...path, name], yaml)]));
}

function layerRule(raw: NonNullable<RawModel['layers']>[number], path: Path, yaml: YamlFile): LayerRule {
  checkPattern(layerPattern, raw.match, [...path, 'match'], yaml);
  const isOfLayers = (b: Budget): b is LayerBudget => isLayerMetric(b.metric);
  return {
    match: raw.match,
    budgets: budgets(raw.budgets, [...path, 'budgets'], yaml).filter(isOfLayers),
    line: lineOf(yaml, [...path, 'match']),
  };
}

/** In the order of the file, which zod does not keep. */
function budgets(raw: Readonly<Record<string, RawLimit | undefined>> | undefined, path: Path, yaml: YamlFile) {
  return Object.entries(raw ?? {})
    .map(([metric, entry]) => ({ metric, entry, at: yaml.placeOf([...path, metric], 'key') }))
    .sort((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0))
    .flatMap(({ metric, entry }): readonly Budget[] =>
      entry === undefined || !isModelMetric(metric) ? [] : budgetsOf(metric, entry, [...path, metric], yaml),
    );
}

/** `max` before `growth` before `degree`, one for each symbol; the shorthand is `max`, for coverage `min`. */
function budgetsOf(metric: BudgetMetric, raw: RawLimit, path: Path, yaml: YamlFile): readonly Budget[] {
  const family = modelMetrics[metric];
  const kind = family === 'share' ? 'min' : 'max';
  const entry: RawEntry = typeof raw === 'object' ? raw : { [kind]: raw };
  const keys = (['max', 'growth', 'min'] as const).filter((key) => entry[key] !== undefined);
  const budget = (made: Limit, at: Path): Budget => ({
    metric,
    limit: made,
    level: entry.level ?? 'error',
    ...(entry.message !== undefined && { message: entry.message }),
    line: lineOf(yaml, at),
  });
  const amounts = keys.map((key) => {
    const at = typeof raw === 'object' ? [...path, key] : path;
    return budget(limit(key, String(entry[key]), family, at, yaml), at);
  });
  const degrees = Object.entries(entry.degree ?? {}).map(([symbol, n]) =>
    budget({ kind: 'degree', symbol, value: BigInt(n), text: String(n) }, [...path, 'degree', symbol]),
  );
  return [...amounts, ...degrees];
}

function limit(key: 'max' | 'growth' | 'min', text: string, family: Family | 'share', at: Path, yaml: YamlFile): Limit {
  if (key === 'min' || text.endsWith('%') || family === 'share') {
    const share = parsePercent(text);
    if (share.kind === undefined) return badAmount(text, share.reason, amountExample.percent, at, yaml);
    return { kind: key === 'min' ? 'min' : 'growth', share, text };
  }
  const value = parseAmount(text, family);
  if (typeof value !== 'bigint') return badAmount(text, value.reason, amountExample[family], at, yaml);
  return { kind: key === 'growth' ? 'growthBy' : 'max', value, text };
}

function badAmount(text: string, reason: string, expected: string, at: Path, yaml: YamlFile): never {
  return fail('budget/bad-amount', { key: keyText(at), found: `\`${text}\``, reason, expected }, yaml.placeOf(at));
}

function shape(extents: readonly (string | number)[], path: Path, yaml: YamlFile): Shape {
  return extents.map((extent, i): Dim => {
    if (typeof extent === 'number') return BigInt(extent);
    const at = [...path, i];
    const expected = 'an extent ≥ 0, or an expression such as `batch` or `2*seq + 1`';
    const facts = { key: keyText(at), found: `\`${extent}\``, expected };
    return parseDim(extent) ?? fail('budget/bad-value', facts, yaml.placeOf(at));
  });
}

function checkPattern(compile: (text: string) => unknown, text: string, at: Path, yaml: YamlFile): void {
  try {
    compile(text);
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error;
    fail('budget/bad-pattern', { key: keyText(at), reason: error.reason }, yaml.placeOf(at));
  }
}

/** Of two entries with one pattern the first would guard nothing, unsaid. */
function refuseTwins(models: readonly ModelRule[], yaml: YamlFile): void {
  const seen = new Map<string, number>();
  models.forEach(({ path, line }, i) => {
    const before = seen.get(path);
    const at = ['models', i, 'path'];
    const found = `\`${path}\`, as on line ${before ?? 0}`;
    if (before !== undefined)
      fail('budget/bad-value', { key: keyText(at), found, expected: 'a pattern no other entry has' }, yaml.placeOf(at));
    seen.set(path, line);
  });
}

function lineOf(yaml: YamlFile, path: Path): number {
  return yaml.placeOf(path).line ?? 1;
}
