/**
 * Counts that change from trip to trip of a loop: expressions in the number of the trip, `0 … trips − 1`, and what they
 * come to over all trips.
 */
import {
  add,
  bind,
  ceilDiv,
  compare,
  type Dim,
  type Factor,
  floorDiv,
  isKnown,
  isSymbolic,
  isUnknown,
  keyOf,
  max,
  min,
  mul,
  type Poly,
  power,
  sub,
  sum,
  symbol,
  symbolsOf,
  unknown,
} from './dim.ts';

/** A loop's trips: the symbol that numbers them, and how many there are. */
export interface Series {
  readonly index: string;
  readonly trips: Dim;
}

/** Trips looked at one by one where no formula tells. */
const mostEvaluated = 4096n;
/** Work of a network is of the third degree in an extent; past this the coefficients are no use to anyone. */
const maxDegree = 12;

export function dependsOn(d: Dim, { index }: Series): boolean {
  // The key of an expression holds the names of its symbols.
  return isSymbolic(d) && d.key.includes(index) && symbolsOf(d).includes(index);
}

/** The expression in one trip. */
export function atTrip(d: Dim, { index }: Pick<Series, 'index'>, trip: Dim): Dim {
  return isSymbolic(d) && d.key.includes(index) ? bind(d, new Map([[index, trip]])) : d;
}

/** Expressions in one trip that are worked out to be added up, for all loops of a model: about a second's work. */
const mostTerms = 262_144;

/** Guards how much is added up trip by trip, and that it is done once for each expression. */
export class Totals {
  private readonly known = new Map<string, Dim>();
  private left = mostTerms;

  /**
   * Σ d over all trips, exact. A polynomial in the number of the trip has a closed form for any number of trips; a floor
   * or a maximum is added up trip by trip, where that is a number and no large one.
   */
  over(d: Dim, series: Series): Dim {
    if (series.trips === 0n) return 0n;
    if (isUnknown(d) || !dependsOn(d, series)) return mul(d, series.trips);
    const plain = within(d, series);
    if (isUnknown(plain) || !dependsOn(plain, series)) return mul(plain, series.trips);
    const powers = powersOf(plain, series);
    if (powers !== undefined) return closedForm(powers, series.trips);
    const key = `${series.index} ${keyOf(series.trips)} ${keyOf(plain)}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const found = this.addedUp(plain, series);
    this.known.set(key, found);
    return found;
  }

  private addedUp(d: Dim, series: Series): Dim {
    const { trips } = series;
    if (isKnown(trips)) this.left -= Number(trips);
    const each = this.left < 0 ? undefined : eachTrip(d, series);
    return each === undefined ? untold : sum(each);
  }
}

const untold = unknown('it is another in each trip, and no formula tells what they add up to');

/** As `Totals.over`, of one expression. */
export function total(d: Dim, series: Series): Dim {
  return new Totals().over(d, series);
}

/** What the expression is in every trip, where that is the same; unknown where it changes. */
export function steady(d: Dim, series: Series, why: string): Dim {
  if (!dependsOn(d, series)) return d;
  const plain = within(d, series);
  if (!dependsOn(plain, series)) return plain;
  if (series.trips === 0n) return atTrip(plain, series, 0n);
  const [first, ...rest] = eachTrip(plain, series) ?? [];
  return first !== undefined && rest.every((other) => keyOf(other) === keyOf(first)) ? first : unknown(why);
}

/** What the trips that are still to come are called while an expression is looked at; no other symbol may be. */
export function leftOf(index: string): string {
  return `${index}.left`;
}

/**
 * The same expression as far as the trips go: the trips are numbered below their count, which decides many a maximum.
 * Needs at least one trip, as whatever is inside a loop does.
 */
export function within(d: Dim, { index, trips }: Series): Dim {
  if (!isSymbolic(d) || powersOf(d, { index, trips }) !== undefined) return d;
  // With `left` trips still to come, the trips are `index + 1 + left`.
  const left = leftOf(index);
  const counted = isKnown(trips) ? undefined : soleSymbol(trips);
  if (!isKnown(trips) && counted === undefined) return d;
  const [name, stands, back] =
    counted === undefined
      ? [index, sub(sub(trips, 1n), symbol(left)), sub(sub(trips, 1n), symbol(index))]
      : [counted, add(add(symbol(index), 1n), symbol(left)), sub(sub(trips, symbol(index)), 1n)];
  const bounded = bind(d, new Map([[name, stands]]));
  return bind(bounded, new Map([[left, back]]));
}

/** The expression where there are at least `trip` + 1 trips; only to be compared with others of the same kind. */
export function bounded(d: Dim, { index, trips }: Series, trip: bigint): Dim {
  const counted = soleSymbol(trips);
  if (counted === undefined || !isSymbolic(d)) return d;
  return bind(d, new Map([[counted, add(symbol(leftOf(index)), trip + 1n)]]));
}

/** 1 where the integer is above 0, else 0. */
export function positive(d: Dim): Dim {
  return min(1n, max(0n, d));
}

/** The integer whose sign an expression tells, where it is made by `positive`. */
export function signedBy(d: Dim): Dim | undefined {
  const inside = (x: Dim): readonly Dim[] =>
    isSymbolic(x)
      ? x.terms.flatMap((t) => t.factors.flatMap(({ atom }) => (atom.kind === 'max' ? atom.operands : [])))
      : [];
  const outer = inside(d);
  const candidates = [...outer, ...outer.flatMap(inside), ...outer.map((x) => mul(x, -1n))];
  return candidates.find((g) => isSymbolic(g) && keyOf(positive(g)) === keyOf(d));
}

/**
 * How often a loop runs that goes on after a trip while `goesOn`, a sign of something that shrinks steadily, and starts
 * where `starts` says the same of the trip before the first, or for sure.
 */
export function tripsWhile(goesOn: Dim, starts: Dim | true, index: string): Dim | undefined {
  const left = signedBy(goesOn);
  if (left === undefined) return undefined;
  const first = atTrip(left, { index }, 0n);
  const step = sub(first, atTrip(left, { index }, 1n));
  if (!isKnown(step) || step <= 0n || keyOf(sub(first, mul(step, symbol(index)))) !== keyOf(left)) return undefined;
  if (starts === true) return add(1n, max(0n, ceilDiv(first, step)));
  if (keyOf(starts) !== keyOf(atTrip(goesOn, { index }, -1n))) return undefined;
  return max(0n, ceilDiv(add(first, step), step));
}

/**
 * Trips one of which has the most of whatever is a sum of `dims`: the first and the last where each grows or shrinks
 * steadily, else all of them; `undefined` where that cannot be told.
 */
export function extremes(dims: readonly Dim[], series: Series): readonly Dim[] | undefined {
  const { trips } = series;
  if (dims.every((d) => !dependsOn(d, series))) return [0n];
  const convex = dims.every((d) => isConvex(d, series));
  if (isKnown(trips) && !convex) {
    if (trips > 256n) return undefined;
    return Array.from({ length: Number(max(trips, 1n)) }, (_, i) => BigInt(i));
  }
  return convex ? [0n, sub(trips, 1n)] : undefined;
}

/** No higher power of the number of the trip takes anything away, so that a largest sum is at an end. */
function isConvex(d: Dim, series: Series): boolean {
  if (!dependsOn(d, series)) return true;
  const powers = powersOf(d, series);
  return powers?.slice(2).every((c) => (compare(c, 0n) ?? -1) >= 0) ?? false;
}

/**
 * Floors over numbers with whole parts taken out term by term, so that ⌊(k² + 3k)/2⌋ is ⌊(k² + k)/2⌋ + k: two ways to
 * write one sum are one.
 */
export function withoutWholes(d: Dim): Dim {
  if (!isSymbolic(d)) return d;
  const parts = d.terms.map(({ coefficient, factors }) => {
    const quotients = factors.filter(({ atom }) => atom.kind === 'quotient');
    const rest = alone(
      coefficient,
      factors.filter((f) => !quotients.includes(f)),
    );
    return quotients.reduce((product, f) => mul(product, power(partedQuotient(f), f.power)), rest);
  });
  return sum(parts);
}

function partedQuotient({ atom }: Factor): Dim {
  if (atom.kind !== 'quotient') return alone(1n, [{ atom, power: 1 }]);
  const { numerator, denominator } = atom;
  if (!isKnown(denominator) || denominator <= 1n || !isSymbolic(numerator)) return floorDiv(numerator, denominator);
  const remainder = ({ coefficient }: Poly['terms'][number]): bigint =>
    ((coefficient % denominator) + denominator) % denominator;
  const whole = sum(numerator.terms.map((t) => alone((t.coefficient - remainder(t)) / denominator, t.factors)));
  const left = sum(numerator.terms.map((t) => alone(remainder(t), t.factors)));
  return add(whole, floorDiv(left, denominator));
}

/** The one symbol that an expression is. */
function soleSymbol(d: Dim): string | undefined {
  if (!isSymbolic(d)) return undefined;
  const [term, ...more] = d.terms;
  const [factor, ...others] = term?.factors ?? [];
  const plain = more.length === 0 && others.length === 0 && term?.coefficient === 1n && factor?.power === 1;
  return plain && factor.atom.kind === 'symbol' ? factor.atom.name : undefined;
}

/** Coefficients by power of the number of the trip; `undefined` where it is inside a floor or a maximum. */
function powersOf(d: Dim, { index }: Series): readonly Dim[] | undefined {
  if (!isSymbolic(d)) return [d];
  const parts: Dim[][] = [];
  for (const term of d.terms) {
    const own = term.factors.find((f) => f.atom.kind === 'symbol' && f.atom.name === index);
    const power = own?.power ?? 0;
    const rest = alone(
      term.coefficient,
      term.factors.filter((f) => f !== own),
    );
    if (power > maxDegree || symbolsOf(rest).includes(index)) return undefined;
    while (parts.length <= power) parts.push([]);
    parts[power]?.push(rest);
  }
  return parts.map(sum);
}

/** Factors and a coefficient as an expression of their own. */
function alone(coefficient: bigint, factors: readonly Factor[]): Dim {
  if (factors.length === 0) return coefficient;
  const key = factors.map(({ atom, power }) => (power === 1 ? atom.key : `${atom.key}^${power}`)).join('*');
  return sum([{ kind: 'poly', terms: [{ coefficient, factors, key }], key: `${coefficient}·${key}` }]);
}

/**
 * Σ over k below n of a polynomial: kᵖ is Σ S(p, j)·j!·C(k, j) with Stirling's numbers of the second kind, and C(k, j)
 * adds up to C(n, j + 1). Over one denominator, so that the division at the end is exact.
 */
function closedForm(powers: readonly Dim[], n: Dim): Dim {
  const stirling = stirlingNumbers(powers.length);
  // falling[j] = n·(n − 1)·…·(n − j), which is (j + 1)!·C(n, j + 1).
  const falling: Dim[] = [];
  for (let j = 0; j < powers.length; j++) falling.push(mul(falling[j - 1] ?? 1n, sub(n, BigInt(j))));
  const denominator = powers.reduce<bigint>((m, _, j) => lcm(m, BigInt(j + 1)), 1n);
  const parts = falling.map((product, j) => {
    const weight = sum(powers.map((c, p) => mul(c, stirling[p]?.[j] ?? 0n)));
    return mul(mul(weight, product), denominator / BigInt(j + 1));
  });
  return floorDiv(sum(parts), denominator);
}

function stirlingNumbers(count: number): readonly (readonly bigint[])[] {
  const rows: bigint[][] = [[1n]];
  for (let p = 1; p < count; p++) {
    const before = rows[p - 1] ?? [];
    rows.push(Array.from({ length: p + 1 }, (_, j) => BigInt(j) * (before[j] ?? 0n) + (before[j - 1] ?? 0n)));
  }
  return rows;
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

function eachTrip(d: Dim, series: Series): readonly Dim[] | undefined {
  const { trips } = series;
  if (!isKnown(trips) || trips > mostEvaluated) return undefined;
  return Array.from({ length: Number(trips) }, (_, i) => atTrip(d, series, BigInt(i)));
}
