/** What stays true of costs nobody has bound, as the report's data and in its words. */
import { type Profile, totalKeys } from '../analysis/profile.ts';
import type { MeasuredScenario } from '../budget/budget.ts';
import { alignSymbols } from '../diff/normalise.ts';
import { type Dim, symbolsOf } from '../model/dim.ts';
import { dimToJson } from '../model/dim-text.ts';
import { degreeIn, signOfDifference } from '../model/growth.ts';
import type { DeltaReport, GrowthReport, ModelReport, ScenarioReport, SignReport } from './report.ts';
import { familyOf, formatCount, growthName, metricName } from './units.ts';
import { fromTo, isChange, list, numeral, type Phrase, quote } from './words.ts';

/** Metrics that grow by another power with some symbol than they did, symbols in the words of the base. */
export function growthReport(base: Profile, head: Profile): readonly GrowthReport[] {
  const inBaseWords = alignSymbols(base, head);
  return totalKeys.flatMap((metric) => {
    const [before, after] = [base.totals[metric], inBaseWords(head.totals[metric])];
    const names = [...new Set([...symbolsOf(before), ...symbolsOf(after)])].sort();
    return names.flatMap((symbol) => {
      const [from, to] = [degreeIn(before, symbol), degreeIn(after, symbol)];
      return from === undefined || to === undefined || from === to ? [] : [{ metric, symbol, from, to }];
    });
  });
}

export function signReport(by: Dim): { readonly sign?: SignReport } {
  const sign = signOfDifference(by);
  if (sign === undefined) return {};
  return { sign: 'above' in sign ? { ...sign, above: dimToJson(sign.above) } : sign };
}

/** Problems of a scenario that the model as a whole does not have. */
export function ownProblems({ base, head, problem }: MeasuredScenario, whole: Profile | null) {
  const known = new Set(whole?.problems.map(({ message }) => message));
  const said = (head ?? base)?.problems ?? [];
  return [...(problem === undefined ? [] : [problem]), ...said].filter(({ message }) => !known.has(message));
}

/** "MACs and FLOPs: quadratic in `seq`, was linear" */
export function growthLines({ growth = [] }: Pick<ModelReport, 'growth'>): readonly Phrase[] {
  const groups = new Map<string, { first: GrowthReport; metrics: string[] }>();
  for (const one of growth) {
    const key = JSON.stringify([one.symbol, one.from, one.to]);
    const group = groups.get(key) ?? { first: one, metrics: [] };
    group.metrics.push(metricName(one.metric));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first: { symbol, from, to }, metrics }) => {
    const shown = metrics.length > 4 ? [...metrics.slice(0, 3), `${metrics.length - 3} more`] : metrics;
    return [`${list(shown)}: ${growthName(to)} in `, quote(symbol), `, was ${growthName(from)}.`];
  });
}

/** "more for `seq` > 1,024", "never more"; empty where a number says it. */
export function signPhrase({ sign }: DeltaReport): Phrase {
  if (sign === undefined) return [];
  if (!('above' in sign)) return [sign.kind.replace('-', ' ')];
  const word = sign.kind === 'more-above' ? 'more' : 'less';
  return [`${word} for `, quote(sign.symbol), ` > ${formatCount(sign.above, 'count')}`];
}

const always = ['macs', 'peakBytes'];
const mostColumns = 5;

/** A row for each scenario, a column for each metric that differs between them or is budgeted in one. */
export function scenarioColumns({ scenarios = [] }: ModelReport, budgeted: readonly string[]): readonly string[] {
  const isVaried = (metric: string): boolean => {
    const numbers = scenarios.map(({ base, head }) => JSON.stringify([base?.[metric], head?.[metric]]));
    return new Set(numbers).size > 1;
  };
  const wanted = [...new Set([...always, ...budgeted])].filter((metric) => metric !== 'coverage');
  return wanted.filter((m) => always.includes(m) || isVaried(m)).slice(0, mostColumns);
}

/** "48.1 M → 50.0 M (+4 %)", "48.1 M", "unknown" */
export function scenarioPhrase({ base, head, delta }: ScenarioReport, metric: string): Phrase {
  const change = delta[metric];
  if (change !== undefined && isChange(change)) return fromTo(metric, change);
  const only = (head ?? base)?.[metric] ?? null;
  return [numeral(only, formatCount(only, familyOf(metric)))];
}
