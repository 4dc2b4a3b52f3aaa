/** What the schema found wrong, in words for whoever wrote the configuration. */
import type * as z from 'zod';
import { fail } from '../problem.ts';
import { amountExample, parseAmount, parsePercent } from './amount.ts';
import { isModelMetric, layerMetrics, modelMetrics } from './metrics.ts';
import { suggestion } from './suggest.ts';
import { keyText, type YamlFile } from './yaml.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Throws a FlopgateError for the first issue in the order of the file. */
export function failWith(issues: readonly Issue[], yaml: YamlFile): never {
  const all = issues.map((issue) => deepest(issue, [], yaml));
  const placed = all
    .filter((issue) => !isExplained(issue, all, yaml))
    .map((issue) => ({ issue, at: yaml.placeOf(target(issue), isKey(issue) ? 'key' : undefined) }))
    .sort((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0));
  const [first] = placed;
  if (first === undefined) throw new Error('the schema refused the configuration without an issue');
  return refuse(first.issue, yaml);
}

/** Into the alternative that was meant: the one that failed inside, not the ones of another type altogether. */
function deepest(issue: Issue, prefix: Path, yaml: YamlFile): Issue {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branches =
      path.at(-2) === 'scenarios' ? [scenarioBranch(issue.errors, valueAt(yaml.value, path))] : issue.errors;
    const inside = branches
      .flatMap((branch) => branch.map((i) => deepest(i, path, yaml)))
      .filter((i) => i.path.length > path.length || isKey(i));
    const meant = inside.find(isKey) ?? inside[0];
    if (meant !== undefined) return meant;
  }
  return { ...issue, path: [...path] };
}

/** A scenario is numbers, or a mapping of mappings. */
function scenarioBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] {
  const isSpelledOut =
    typeof value === 'object' && value !== null && Object.values(value).some((v) => typeof v === 'object');
  return branches[isSpelledOut ? 1 : 0] ?? [];
}

function isKey(issue: Issue): issue is Extract<Issue, { code: 'unrecognized_keys' }> {
  return issue.code === 'unrecognized_keys';
}

/** What a mapping lacks is most likely there under the name that is not known. */
function isExplained(issue: Issue, all: readonly Issue[], yaml: YamlFile): boolean {
  if (isKey(issue)) return false;
  const isMissing = issue.path.length > 0 && valueAt(yaml.value, issue.path) === undefined;
  const lacking = isMissing ? issue.path.slice(0, -1) : issue.path;
  return all.some((other) => isKey(other) && samePath(other.path, lacking));
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

function target(issue: Issue): Path {
  return isKey(issue) ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

function refuse(issue: Issue, yaml: YamlFile): never {
  if (isKey(issue)) return refuseKey(issue.path, issue.keys[0] ?? '', yaml);
  const at = yaml.placeOf(issue.path);
  const value = valueAt(yaml.value, issue.path);
  const key = issue.path.length === 0 ? 'the file' : keyText(issue.path);
  const wrong = amountFault(issue.path, value);
  if (wrong !== undefined) return fail('budget/bad-amount', { key, found: describe(value), ...wrong }, at);
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? issue.message;
    return fail('budget/bad-value', { key, found: `named \`${clip(String(issue.path.at(-1)))}\``, expected }, at);
  }
  return fail('budget/bad-value', { key, found: describe(value), expected: issue.message }, at);
}

function refuseKey(path: Path, key: string, yaml: YamlFile): never {
  const at = yaml.placeOf([...path, key], 'key');
  const { where, known, metrics } = surroundings(path);
  const facts = { known: known.join(', '), suggestion: suggestion(key, known) };
  if (metrics) return fail('budget/unknown-metric', { metric: clip(key), where, ...facts }, at);
  return fail('budget/unknown-key', { key: clip(key), where, ...facts }, at);
}

/** What a mapping at this path may hold. */
function surroundings(path: Path): { where: string; known: readonly string[]; metrics: boolean } {
  const last = path.at(-1);
  const parent = path.at(-2);
  if (last === 'budgets') {
    const ofLayers = path.includes('layers');
    const where = ofLayers ? 'of layers' : parent === undefined ? 'of the repository' : 'of a model';
    return { where, known: Object.keys(ofLayers ? layerMetrics : modelMetrics), metrics: true };
  }
  const keys = (where: string, ...known: string[]) => ({ where, known, metrics: false });
  if (last === undefined) return keys('the configuration', 'version', 'models', 'budgets', 'override');
  if (last === 'override') return keys('`override`', 'label');
  if (parent === 'layers') return keys('an entry of `layers`', 'match', 'budgets');
  if (parent === 'models')
    return keys('an entry of `models`', 'path', 'inputs', 'bind', 'scenarios', 'budgets', 'layers');
  if (parent === 'scenarios') return keys('a scenario', 'inputs', 'bind');
  if (last === 'coverage') return keys('a budget on coverage', 'min', 'level', 'message');
  const ofModel = path[0] === 'models' && !path.includes('layers');
  return keys('a budget', 'max', 'growth', ...(ofModel ? ['degree'] : []), 'level', 'message');
}

/** Why a text or number where an amount belongs is none. */
function amountFault(path: Path, value: unknown): { reason: string; expected: string } | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const after = path.lastIndexOf('budgets') + 1;
  const metric = path[after];
  const key = path[after + 1] ?? 'max';
  if (after === 0 || typeof metric !== 'string' || !isModelMetric(metric)) return undefined;
  if (key !== 'max' && key !== 'growth' && key !== 'min') return undefined;
  const family = modelMetrics[metric];
  const text = String(value);
  if (family === 'share' || (key === 'growth' && text.endsWith('%'))) {
    const fault = parsePercent(text);
    return fault.kind === undefined ? { reason: fault.reason, expected: amountExample.percent } : undefined;
  }
  const fault = parseAmount(text, family);
  const expected = key === 'growth' ? `${amountExample.percent}, or ${amountExample[family]}` : amountExample[family];
  return typeof fault === 'bigint' ? undefined : { reason: fault.reason, expected };
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string' && /^\d+$/.test(value)) return `the text \`"${clip(value)}"\``;
  return `\`${clip(String(value))}\``;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
