/** One model in one of its scenarios: how it is to be measured, and how the judge sees it then. */
import type { InferOptions } from '../analysis/infer.ts';
import type { Profile } from '../analysis/profile.ts';
import { type Dim, equal, isKnown, max } from '../model/dim.ts';
import type { BudgetMetric, Counterparts, JudgedModel, ModelRule, Scenario, Share } from './budget.ts';
import { isShare, measured } from './metrics.ts';

export interface NamedOptions {
  readonly name: string;
  readonly options: InferOptions;
}

/** How a model is to be measured. */
export interface Measurement {
  readonly options: InferOptions;
  readonly scenarios: readonly NamedOptions[];
  /** Symbols that budgets on growth class name. */
  readonly free: readonly string[];
}

const noOptions: InferOptions = { inputs: new Map(), bind: new Map() };

/** By its entry; what is given by hand goes before that, and scenarios before both. */
export function measurementOf(
  rule: Pick<ModelRule, 'inputs' | 'bind' | 'scenarios' | 'budgets'> | undefined,
  given: InferOptions = noOptions,
  scenarios: readonly Scenario[] = rule?.scenarios ?? [],
): Measurement {
  const options = over({ inputs: rule?.inputs ?? new Map(), bind: rule?.bind ?? new Map() }, given);
  const named = (rule?.budgets ?? []).flatMap(({ limit }) => (limit.kind === 'degree' ? [limit.symbol] : []));
  return {
    options,
    scenarios: scenarios.map((one) => ({ name: one.name, options: over(options, one) })),
    free: [...new Set(named)],
  };
}

function over(under: InferOptions, { inputs, bind }: InferOptions): InferOptions {
  return { inputs: new Map([...under.inputs, ...inputs]), bind: new Map([...under.bind, ...bind]) };
}

/** A model as the judge needs it: measured, with its layers paired. */
export type Judged = Omit<JudgedModel, 'diff' | 'scenarios'> & { readonly diff: Counterparts | null };

/** The model as it is in one scenario; one that does not know the scenario stays as it is. */
export function inScenario(model: JudgedModel, name: string): Judged {
  const found = model.scenarios?.find((s) => s.name === name);
  if (found === undefined) return model;
  const problem = model.problem ?? found.problem;
  const { path, basePath, pairedBy, status } = model;
  return {
    path,
    ...(basePath !== undefined && { basePath }),
    ...(pairedBy !== undefined && { pairedBy }),
    status,
    base: found.base,
    head: found.head,
    diff: found.counterparts,
    ...(problem !== undefined && { problem }),
  };
}

/** Whether both sides' numbers are known and the same whatever the scenario: they need judging once. */
export function isSettled({ base, head, scenarios = [] }: JudgedModel, metric: BudgetMetric): boolean {
  const same = (whole: Profile | null, of: (s: (typeof scenarios)[number]) => Profile | null): boolean => {
    if (whole === null) return scenarios.every((s) => of(s) === null);
    const number = measured(whole, metric);
    return scenarios.every((s) => {
      const profile = of(s);
      return profile !== null && isSame(number, measured(profile, metric));
    });
  };
  return same(base, (s) => s.base) && same(head, (s) => s.head);
}

function isSame(a: Dim | Share, b: Dim | Share): boolean {
  if (isShare(a) || isShare(b)) return isShare(a) && isShare(b) && a.part * b.whole === b.part * a.whole;
  return isKnown(a) && equal(a, b) === true;
}

/** What a side adds to the sum over the repository: in the scenario that costs most, or covers least. */
export function costliest(model: JudgedModel, side: 'base' | 'head', metric: BudgetMetric): Profile | Dim | null {
  const scenarios = model.scenarios ?? [];
  if (scenarios.length === 0) return model[side];
  const profiles = scenarios.flatMap((s) => s[side] ?? []);
  const [first, ...rest] = profiles;
  if (first === undefined || profiles.length < scenarios.length) return null;
  if (metric === 'coverage') return rest.reduce((worst, p) => (covered(p) < covered(worst) ? p : worst), first);
  return profiles.map((p) => amount(p, metric)).reduce(max);
}

function amount(profile: Profile, metric: BudgetMetric): Dim {
  const number = measured(profile, metric);
  return isShare(number) ? { kind: 'unknown', why: 'a share is not an amount' } : number;
}

function covered({ coverage: { nodes, unknown } }: Profile): number {
  return nodes === 0 ? 1 : (nodes - unknown) / nodes;
}
