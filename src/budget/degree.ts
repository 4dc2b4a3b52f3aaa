/** A growth class against its limit: the power by which a model's expression grows with one of its symbols. */
import type { Profile } from '../analysis/profile.ts';
import { totalKeys } from '../analysis/profile.ts';
import { alignSymbols, type Extent } from '../diff/normalise.ts';
import { type Dim, isUnknown, symbolsOf, unknown } from '../model/dim.ts';
import { degreeIn } from '../model/growth.ts';
import type { BudgetMetric, Limit } from './budget.ts';
import type { Finding } from './limits.ts';
import { isShare, measured } from './metrics.ts';

export type DegreeLimit = Extract<Limit, { readonly kind: 'degree' }>;

export interface DegreeFinding {
  readonly actual: Dim;
  readonly from: Dim | undefined;
  readonly finding: Finding;
}

/** The head's expressions in the words of the base: the same symbol may have another name in each file. */
export function wordsOf(base: Profile | null, head: Profile): Extent {
  return base === null ? (d) => d : alignSymbols(base, head);
}

/** Symbols named in a reason; a file can hold thousands. */
const maxNamed = 5;

/**
 * A symbol the model does not have is no proof of anything: it may have been renamed, or fixed to a number, so the
 * budget is undecidable.
 */
export function holdDegree(
  { symbol, value }: DegreeLimit,
  metric: BudgetMetric,
  head: Profile,
  base: Profile | null,
): DegreeFinding {
  const inBaseWords = wordsOf(base, head);
  const number = measured(head, metric);
  const before = base === null ? undefined : measured(base, metric);
  const knows = base !== null && symbolsIn(base, (d) => d).includes(symbol);
  const grew = before === undefined || isShare(before) || !knows ? undefined : degreeIn(before, symbol);
  const from = grew === undefined ? undefined : BigInt(grew);
  const lost = (why: string): DegreeFinding => {
    return { actual: unknown(why), from, finding: { result: 'undecidable', limit: value, why } };
  };
  if (isShare(number)) return lost('a share has no growth class');
  if (isUnknown(number)) return lost(number.why);
  const symbols = symbolsIn(head, inBaseWords);
  if (!symbols.includes(symbol)) return lost(`the model has no symbolic dimension ${symbol}, it has ${few(symbols)}`);
  const actual = BigInt(degreeIn(inBaseWords(number), symbol) ?? 0);
  const headroom = value - actual;
  return { actual, from, finding: { result: headroom < 0n ? 'exceeded' : 'met', limit: value, headroom } };
}

function symbolsIn({ inputs, totals }: Profile, extent: Extent): readonly string[] {
  const shapes = inputs.flatMap(({ shape }) => (isUnknown(shape) ? [] : shape));
  const all = [...shapes, ...totalKeys.map((key) => totals[key])];
  return [...new Set(all.flatMap((d) => symbolsOf(extent(d))))].sort();
}

function few(symbols: readonly string[]): string {
  if (symbols.length === 0) return 'none';
  const more = symbols.length - maxNamed;
  return `${symbols.slice(0, maxNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
