/** One number against one limit: exact, and only as far as it can be decided. */
import { add, compare, type Dim, floorDiv, isKnown, isUnknown, mul, sub, symbolsOf } from '../model/dim.ts';
import type { Budget, Limit, Share } from './budget.ts';
import { isShare } from './metrics.ts';

export interface Finding {
  readonly result: 'met' | 'exceeded' | 'undecidable';
  readonly limit: Dim | Share | null;
  readonly headroom?: Dim;
  readonly why?: string;
}

/** `macs <= 4.2 G`, `macs growth <= 2 %`, `coverage >= 99 %`, `macs degree in seq <= 1` */
export function budgetText({ metric, limit }: Pick<Budget, 'metric' | 'limit'>): string {
  if (limit.kind === 'degree') return `${metric} degree in ${limit.symbol} <= ${limit.text}`;
  if (limit.kind === 'min') return `${metric} >= ${limit.text}`;
  return `${metric} ${limit.kind === 'max' ? '' : 'growth '}<= ${limit.text}`;
}

/** `from` is the base's number, for growth. */
export function hold(
  limit: Exclude<Limit, { readonly kind: 'degree' }>,
  actual: Dim | Share,
  from: Dim | Share | undefined,
): Finding {
  if (limit.kind === 'min') return atLeast(limit.share, actual);
  if (isShare(actual)) return undecidable(null, 'a share has a least, not a most');
  if (limit.kind === 'max') return atMost(actual, limit.value);
  if (from === undefined || isShare(from)) return undecidable(null, 'there is no number of the base to grow from');
  return limit.kind === 'growth' ? grownBy(actual, from, limit.share) : atMost(actual, add(from, limit.value));
}

function atMost(actual: Dim, limit: Dim): Finding {
  const headroom = sub(limit, actual);
  return { ...decide(actual, limit), limit, ...(!isUnknown(headroom) && { headroom }) };
}

/** head ≤ base × (1 + p/q) ⇔ head × q ≤ base × (q + p): no rounding decides. From 0 no growth is allowed. */
function grownBy(head: Dim, base: Dim, { part, whole }: Share): Finding {
  const allowed = mul(base, whole + part);
  const limit = floorDiv(allowed, whole);
  const headroom = sub(limit, head);
  return { ...decide(mul(head, whole), allowed), limit, ...(isKnown(headroom) && { headroom }) };
}

function atLeast(least: Share, actual: Dim | Share): Finding {
  if (!isShare(actual)) return undecidable(least, 'it is not a share');
  const isMet = actual.part * least.whole >= least.part * actual.whole;
  return { result: isMet ? 'met' : 'exceeded', limit: least };
}

/** Symbols named in a reason; a file can hold thousands. */
const maxNamed = 5;

/** Decided where it holds for all values of the symbols (each ≥ 0), or for none. */
function decide(actual: Dim, limit: Dim): Pick<Finding, 'result' | 'why'> {
  for (const side of [actual, limit]) if (isUnknown(side)) return { result: 'undecidable', why: side.why };
  const room = compare(limit, actual);
  if (room === 0 || room === 1) return { result: 'met' };
  const excess = compare(actual, add(limit, 1n));
  if (excess === 0 || excess === 1) return { result: 'exceeded' };
  const symbols = [...new Set([...symbolsOf(actual), ...symbolsOf(limit)])].sort();
  const named = symbols.slice(0, maxNamed);
  const more = symbols.length > named.length ? ` and ${symbols.length - named.length} more` : '';
  const bound = named.map((s) => `${s}: 1`).join(', ');
  const why = `it depends on ${named.join(', ')}${more}; give a number, as in bind: { ${bound} }`;
  return { result: 'undecidable', why };
}

function undecidable(limit: Dim | Share | null, why: string): Finding {
  return { result: 'undecidable', limit, why };
}
