/**
 * Limits × (Profile, Diff) → Verdict. A gate that cannot see does not open: what cannot be decided fails like what is
 * exceeded, an unreadable model fails with or without budgets, and an entry that guards nothing is an error.
 */
import type { Profile } from '../analysis/profile.ts';
import type { Extent } from '../diff/normalise.ts';
import { type Problem, problem } from '../problem.ts';
import type { Budget, Check, Config, JudgedModel, Level, ModelRule, Result, Verdict, Waiver } from './budget.ts';
import { type DegreeLimit, holdDegree, wordsOf } from './degree.ts';
import { costOf, type Governed, governedLayers } from './layers.ts';
import { budgetText, type Finding, hold } from './limits.ts';
import { isShare, measured, measuredTogether } from './metrics.ts';
import { idleRules, ruleFor } from './rules.ts';
import { costliest, inScenario, isSettled, type Judged } from './scenarios.ts';

export interface JudgeOptions {
  /** The override label as the host found it; it waives only under a configuration that names this label. */
  readonly waivedBy?: Waiver;
  /** Why the label that is there accepts nothing. */
  readonly notWaived?: Problem;
  /** The caller looks at some models only, so an entry that matches none of them is no error. */
  readonly partial?: boolean;
}

/** Without a configuration nothing is limited, but a model that cannot be read still fails. */
export function judge(config: Config | null, models: readonly JudgedModel[], options: JudgeOptions = {}): Verdict {
  const sorted = [...models].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const findings = sorted.map((model) => judgeModel(config, model, sorted));
  const waivedBy = config?.override?.label === options.waivedBy?.label ? options.waivedBy : undefined;
  const checks = [
    ...findings.flatMap((f) => f.checks),
    ...(config === null ? [] : config.budgets.map((budget) => repositoryCheck(budget, sorted))),
  ].map((check) => (waivedBy !== undefined && check.result === 'exceeded' ? waive(check) : check));
  const problems = [
    ...(config === null || options.partial === true ? [] : idle(config, sorted)),
    ...findings.flatMap((f) => f.problems),
    ...(checks.some(isExceeded) ? howToAccept(config, options) : []),
  ];
  return {
    verdict: verdictOf(checks, problems, sorted),
    checks,
    problems,
    ...(waivedBy !== undefined && checks.some(isWaived) && { waivedBy }),
  };
}

interface Findings {
  readonly checks: readonly Check[];
  readonly problems: readonly Problem[];
}
const nothing: Findings = { checks: [], problems: [] };

function judgeModel(config: Config | null, model: JudgedModel, all: readonly JudgedModel[]): Findings {
  const rule = config === null ? undefined : ruleOf(config, model);
  // A removed model costs nothing any more; an unchanged one that was not measured was judged when it came.
  const isIdle = model.status === 'removed' || (model.status === 'unchanged' && model.head === null);
  if (config === null || rule === undefined || isIdle) return nothing;
  const whole: View = {
    scope: { scope: model.path, model: model.path },
    model,
    origin: originOf(config, model, rule, all),
  };
  const views = viewsOf(model, rule).map((name): View => {
    if (name === undefined) return whole;
    const scope = { scope: `${model.path} [${name}]`, model: model.path, scenario: name };
    const seen = all.map((m) => inScenario(m, name));
    const own = inScenario(model, name);
    return { scope, model: own, origin: originOf(config, own, rule, seen), ...lostIn(model, name) };
  });
  const checks = rule.budgets.flatMap((budget) => {
    const { limit } = budget;
    if (limit.kind === 'degree') return [degreeCheck({ ...budget, limit }, model, whole)];
    const once = views.every(({ lost }) => lost === undefined) && isSettled(model, budget.metric);
    return (once ? [whole] : views).map((view) => modelCheck(budget, view));
  });
  const layers = rule.layers.map((layer) => views.map((view) => judgeLayers(layer, view, config.file)));
  return {
    checks: [...checks, ...layers.flat().flatMap((l) => l.checks)],
    // What one scenario's layers lack the others' lack too.
    problems: layers.flatMap(([first]) => first?.problems ?? []),
  };
}

/** One model in one scenario, or as it is where it has none. */
interface View {
  readonly scope: Scope;
  readonly model: Judged;
  readonly origin: Origin;
  /** The caller did not measure the scenario: it must not be judged by other numbers. */
  readonly lost?: string;
}

function lostIn({ scenarios = [] }: JudgedModel, name: string): Pick<View, 'lost'> {
  return scenarios.some((s) => s.name === name) ? {} : { lost: `the scenario ${name} was not measured` };
}

/** Names of scenarios, or one without a name: what cannot be read, and an entry without scenarios, is judged as it is. */
function viewsOf(model: JudgedModel, rule: ModelRule): readonly (string | undefined)[] {
  if (model.head === null || rule.scenarios.length === 0) return [undefined];
  return rule.scenarios.map(({ name }) => name);
}

function modelCheck(budget: Budget, { scope, model, origin, lost }: View): Check {
  if (model.head === null || lost !== undefined) return blind(budget, scope, lost ?? unreadable(model));
  const inBaseWords = wordsOf(origin.base, model.head);
  const number = measured(model.head, budget.metric);
  const actual = isShare(number) ? number : inBaseWords(number);
  const from = origin.base === null ? undefined : measured(origin.base, budget.metric);
  return finish(budget, scope, actual, from, against(budget, actual, from, origin));
}

/** How the model's expression grows, whatever numbers its symbols are given elsewhere. */
function degreeCheck(budget: Budget & { readonly limit: DegreeLimit }, model: JudgedModel, { scope, origin }: View) {
  const head = model.free === undefined ? model.head : model.free.head;
  if (head === null) return blind(budget, scope, unreadable(model));
  const base = model.free === undefined ? origin.base : model.free.base;
  const { actual, from, finding } = holdDegree(budget.limit, budget.metric, head, base);
  return finish(budget, scope, actual, from, finding);
}

/** A model that moved out of every pattern stays under the entry it had. */
function ruleOf(config: Config, { path, basePath }: Pick<JudgedModel, 'path' | 'basePath'>): ModelRule | undefined {
  return ruleFor(config, path) ?? (basePath === undefined ? undefined : ruleFor(config, basePath));
}

/** What growth is measured from. */
interface Origin {
  readonly base: Profile | null;
  /** Why there is no base, and whether that is as it should be. */
  readonly none?: { readonly isNew: boolean; readonly why: string };
  readonly note?: string;
}

/**
 * The model's own base. A model that appears while one other under the same entry goes is held against that one, lest
 * growth escape by a new name; where several go, nobody can say which it replaces. That a model was edited and renamed is
 * a conclusion, so its old path counts as gone for all others, and for itself unless each that went became another.
 */
function originOf(config: Config, model: Judged, rule: ModelRule, all: readonly Judged[]): Origin {
  const gone = all.filter((m) => isGone(m) && ruleOf(config, m) === rule);
  const isSure = !isInferred(model) || gone.length === 1 || gone.every(isInferred);
  if (model.base !== null && isSure) return { base: model.base };
  if (model.status !== 'added' && model.base === null) {
    const why = `the base could not be read: ${model.problem?.message ?? 'it is not at hand'}`;
    return { base: null, none: { isNew: false, why } };
  }
  const [only] = gone;
  if (only === undefined) {
    return { base: null, none: { isNew: true, why: 'the model is new: there is nothing it could have grown from' } };
  }
  const names = gone.map(oldPath).join(', ');
  if (gone.length === 1 && only.base !== null) {
    return { base: only.base, note: `measured from ${oldPath(only)}, which was removed in the same change` };
  }
  const why = `it is new, while ${names} under the same entry went: which of them it replaces cannot be told`;
  return { base: null, none: { isNew: false, why } };
}

function isGone(model: Judged): boolean {
  return model.status === 'removed' || isInferred(model);
}

function isInferred({ pairedBy }: Judged): boolean {
  return pairedBy !== undefined;
}

function oldPath({ path, basePath = path }: Judged): string {
  return basePath;
}

function against(budget: Budget, actual: Check['actual'], from: Check['base'], origin: Origin): Finding {
  const { limit } = budget;
  if (limit.kind === 'degree') return { result: 'undecidable', limit: null, why: "a growth class is a model's own" };
  if (limit.kind !== 'growth' && limit.kind !== 'growthBy') return hold(limit, actual, undefined);
  if (origin.none !== undefined) {
    return { result: origin.none.isNew ? 'met' : 'undecidable', limit: null, why: origin.none.why };
  }
  const finding = hold(limit, actual, from);
  return origin.note === undefined ? finding : { ...finding, why: join(origin.note, finding.why) };
}

function judgeLayers(rule: ModelRule['layers'][number], view: View, file: string): Findings {
  const { model, origin, lost } = view;
  const scope = { ...view.scope, scope: `${view.scope.scope}: ${rule.match}`, layers: rule.match };
  const { head } = model;
  if (head === null || lost !== undefined) {
    return { checks: rule.budgets.map((b) => blind(b, scope, lost ?? unreadable(model))), problems: [] };
  }
  const governed = governedLayers(rule.match, origin.base, head, model.diff);
  if (governed.head.length === 0) {
    const facts = { model: model.path, pattern: rule.match };
    const why = `no layer matches ${rule.match}`;
    return {
      checks: rule.budgets.map((b) => blind(b, scope, why)),
      problems: [problem('budget/no-layer', facts, { file, line: rule.line })],
    };
  }
  const inBaseWords = wordsOf(origin.base, head);
  return { checks: rule.budgets.map((b) => layerCheck(b, scope, governed, origin, inBaseWords)), problems: [] };
}

function layerCheck(
  budget: ModelRule['layers'][number]['budgets'][number],
  scope: Scope,
  governed: Governed,
  origin: Origin,
  inBaseWords: Extent,
): Check {
  const actual = inBaseWords(costOf(governed.head, budget.metric));
  const from = origin.base === null ? undefined : costOf(governed.base, budget.metric);
  return finish(budget, scope, actual, from, against(budget, actual, from, origin));
}

/** The sum over all models of either side; added and removed ones are part of its growth. */
function repositoryCheck(budget: Budget, models: readonly JudgedModel[]): Check {
  const scope = { scope: 'repository' };
  const heads = models.filter(({ status }) => status !== 'removed');
  const bases = models.filter(({ status }) => status !== 'added');
  const missing = heads.find(({ head }) => head === null);
  if (missing !== undefined) return blind(budget, scope, unreadable(missing));
  const ofHeads = heads.map((m) => costliest(m, 'head', budget.metric));
  const unknown = heads[ofHeads.indexOf(null)];
  if (unknown !== undefined) return blind(budget, scope, `${unknown.path} could not be measured in every scenario`);
  const actual = measuredTogether(ofHeads.flatMap(present), budget.metric);
  const ofBases = bases.map((m) => (m.base === null ? null : costliest(m, 'base', budget.metric)));
  const lost = bases[ofBases.indexOf(null)];
  const from = lost === undefined ? measuredTogether(ofBases.flatMap(present), budget.metric) : undefined;
  const why = `the base of ${lost?.path ?? 'a model'} could not be read`;
  // Where no model has a base there is none at all: this is the first commit, or nobody could name one.
  const isNew = bases.length === 0;
  const none = isNew ? { isNew, why: 'there is no base' } : { isNew, why };
  const origin = { base: null, ...((isNew || lost !== undefined) && { none }) };
  return finish(budget, scope, actual, from, against(budget, actual, from, origin));
}

function present<T>(x: T | null): readonly T[] {
  return x === null ? [] : [x];
}

interface Scope {
  readonly scope: string;
  readonly model?: string;
  readonly layers?: string;
  readonly scenario?: string;
}

function finish(budget: Budget, scope: Scope, actual: Check['actual'], from: Check['base'], finding: Finding): Check {
  const { metric, limit, level, message, line } = budget;
  return {
    budget: budgetText(budget),
    ...scope,
    metric,
    kind: limit.kind,
    actual,
    ...(from !== undefined && { base: from }),
    limit: finding.limit,
    ...(finding.headroom !== undefined && { headroom: finding.headroom }),
    result: finding.result,
    level,
    ...(message !== undefined && { message }),
    ...(finding.why !== undefined && { why: finding.why }),
    line,
  };
}

function blind(budget: Budget, scope: Scope, why: string): Check {
  return finish(budget, scope, { kind: 'unknown', why }, undefined, { result: 'undecidable', limit: null, why });
}

function unreadable({ path, problem }: Pick<JudgedModel, 'path' | 'problem'>): string {
  return problem === undefined ? `${path} was not measured` : `${path} could not be read: ${problem.message}`;
}

function join(note: string, why: string | undefined): string {
  return why === undefined ? note : `${note}; ${why}`;
}

function idle(config: Config, models: readonly JudgedModel[]): readonly Problem[] {
  const paths = models.flatMap(({ path, basePath }) => (basePath === undefined ? [path] : [path, basePath]));
  return idleRules(config, paths).map(({ path, line }) =>
    problem('budget/no-model', { pattern: path }, { file: config.file, line }),
  );
}

function waive(check: Check): Check {
  return { ...check, result: 'waived' };
}

function isExceeded({ result }: Check): boolean {
  return result === 'exceeded';
}

function howToAccept(config: Config | null, { notWaived }: JudgeOptions): readonly Problem[] {
  if (config?.override === undefined) return [];
  return [notWaived ?? problem('config/override', { label: config.override.label })];
}

function isWaived({ result }: Check): boolean {
  return result === 'waived';
}

/** Accepted is not the same as met: what is waived is a warning. */
function verdictOf(
  checks: readonly Check[],
  problems: readonly Problem[],
  models: readonly JudgedModel[],
): Verdict['verdict'] {
  const breaks = (level: Level) => (check: Check) => check.level === level && isBroken(check.result);
  const isBlind = ({ status, head }: JudgedModel) =>
    status === 'unreadable' || (head === null && status !== 'removed' && status !== 'unchanged');
  if (checks.some(breaks('error')) || models.some(isBlind)) return 'fail';
  if (problems.some(({ severity }) => severity === 'fatal')) return 'fail';
  // A base that cannot be read leaves the head judged and the change unseen.
  const isHalfBlind = ({ problem }: JudgedModel) => problem !== undefined;
  return checks.some(breaks('warn')) || checks.some(isWaived) || models.some(isHalfBlind) ? 'warn' : 'pass';
}

function isBroken(result: Result): boolean {
  return result === 'exceeded' || result === 'undecidable';
}
