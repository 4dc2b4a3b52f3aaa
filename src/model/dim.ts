/**
 * Exact integers that may still hold symbols: the extents of a tensor, and every count made of them.
 *
 * `bigint` when known (all of a static model), a polynomial over symbols, floor quotients and maxima when not, and
 * `Unknown` with its reason when nothing can be said. Unknown absorbs: whatever is computed from it is unknown too.
 * Symbols stand for integers ≥ 0. Normal form: terms by key, no zero coefficient, a constant is a bigint.
 */
export type Dim = bigint | Poly | Unknown;

export interface Unknown {
  readonly kind: 'unknown';
  /** Why nothing can be said: a clause for a reader, such as "`NonZero_3`: the data decides how many there are". */
  readonly why: string;
}

export interface Poly {
  readonly kind: 'poly';
  readonly terms: readonly Term[];
  /** Equal keys, equal polynomials. */
  readonly key: string;
}

export interface Term {
  readonly coefficient: bigint;
  /** Sorted by atom key. Empty for the constant term. */
  readonly factors: readonly Factor[];
  readonly key: string;
}

export interface Factor {
  readonly atom: Atom;
  readonly power: number;
}

export type Atom =
  | { readonly kind: 'symbol'; readonly name: string; readonly key: string }
  | { readonly kind: 'quotient'; readonly numerator: Dim; readonly denominator: Dim; readonly key: string }
  | { readonly kind: 'max'; readonly operands: readonly Dim[]; readonly key: string };

/** Rank and extents, `[N, C, …spatial]`; `Unknown` when not even the rank is known. */
export type Shape = readonly Dim[] | Unknown;

/** More terms than a reader could use, or than a hostile file may make us multiply. */
const maxTerms = 256;
/** `(a + b)^64` is past any cost of any network; bounds the exponent a hostile file can build. */
export const maxPower = 64;
/** Letters of the key of a floor, or of what a maximum is taken of: bounds what nesting can grow to. */
const maxKey = 1500;
/** Each is compared with each. */
const mostOperands = 64;
/** Past 2^4096 no extent or cost is real. Bounds the digits a hostile file can make us multiply. */
const maxBits = 4096;

export function unknown(why: string): Unknown {
  return { kind: 'unknown', why };
}

export function symbol(name: string): Poly {
  return atomPoly({ kind: 'symbol', name, key: symbolKey(name) });
}

export function isKnown(d: Dim): d is bigint {
  return typeof d === 'bigint';
}

export function isUnknown(d: Dim | Shape): d is Unknown {
  return typeof d === 'object' && 'kind' in d && d.kind === 'unknown';
}

export function isSymbolic(d: Dim): d is Poly {
  return typeof d === 'object' && d.kind === 'poly';
}

export function add(a: Dim, b: Dim): Dim {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a + b;
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (typeof a === 'bigint') return typeof b === 'bigint' ? a + b : remembered(sums, b, a, addTerms);
  return remembered(sums, a, b, addTerms);
}

function addTerms(a: Poly, b: bigint | Poly): Dim {
  return b === 0n ? a : collect([...a.terms, ...termsOf(b)]);
}

export function neg(a: Dim): Dim {
  return mul(a, -1n);
}

export function sub(a: Dim, b: Dim): Dim {
  return typeof a === 'bigint' && typeof b === 'bigint' ? a - b : add(a, neg(b));
}

/** 0 × anything is 0, unknown included: an empty tensor costs nothing whatever its other extents are. */
export function mul(a: Dim, b: Dim): Dim {
  if (a === 1n) return b;
  if (b === 1n) return a;
  if (typeof a === 'bigint' && typeof b === 'bigint') return bounded(a * b);
  if (a === 0n || b === 0n) return 0n;
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (typeof a === 'bigint') return typeof b === 'bigint' ? bounded(a * b) : remembered(products, b, a, multiply);
  return remembered(products, a, b, multiply);
}

function multiply(a: Poly, b: bigint | Poly): Dim {
  if (b === 1n) return a;
  const left = a.terms;
  const right = termsOf(b);
  if (left.length * right.length > maxTerms * 4) return tooLarge;
  return collect(left.flatMap((x) => right.map((y) => multiplyTerms(x, y))));
}

/** In one pass: a total over 100,000 layers must not make an expression of each partial sum. Most of them are the same. */
export function sum(dims: Iterable<Dim>): Dim {
  let known = 0n;
  const times = new Map<Poly, number>();
  for (const d of dims) {
    if (typeof d === 'bigint') known += d;
    else if (isUnknown(d)) return d;
    else times.set(d, (times.get(d) ?? 0) + 1);
  }
  const parts = new Map<string, { readonly term: Term; coefficient: bigint }>();
  for (const [{ terms }, count] of times)
    for (const term of terms) {
      const part = parts.get(term.key);
      const coefficient = term.coefficient * BigInt(count);
      if (part !== undefined) part.coefficient += coefficient;
      else if (parts.size > maxTerms) return tooLarge;
      else parts.set(term.key, { term, coefficient });
    }
  if (parts.size === 0) return known;
  return collect([
    ...termsOf(known),
    ...[...parts.values()].map(({ term, coefficient }) => ({ ...term, coefficient })),
  ]);
}

/** The element count of a shape with these extents; 1 for a scalar. */
export function product(dims: readonly Dim[]): Dim {
  if (dims.some((d) => d === 0n)) return 0n;
  return dims.reduce<Dim>(mul, 1n);
}

export function sizeOf(shape: Shape): Dim {
  return isUnknown(shape) ? shape : product(shape);
}

/** ⌊a / b⌋, rounding towards −∞. Division by zero is unknown, not an exception. */
export function floorDiv(a: Dim, b: Dim): Dim {
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (b === 0n) return unknown('division by zero');
  if (typeof a === 'bigint' && typeof b === 'bigint') return floorDivInt(a, b);
  // One way to write it: ⌊a / −b⌋ is ⌊−a / b⌋.
  if (typeof b === 'bigint' && b < 0n) return floorDiv(neg(a), -b);
  if (a === 0n || b === 1n) return a;
  return typeof a === 'bigint' ? divide(a, b) : remembered(quotients, a, b, divide);
}

function divide(a: bigint | Poly, b: bigint | Poly): Dim {
  const exact = divideExactly(a, b);
  if (exact !== undefined) return exact;
  if (typeof b === 'bigint' && b > 0n && isSymbolic(a)) {
    // ⌊(b·p + r) / b⌋ = p + ⌊r / b⌋
    const whole: Term[] = [];
    const rest: Term[] = [];
    for (const t of a.terms) {
      const q = floorDivInt(t.coefficient, b);
      if (t.factors.length === 0) {
        if (q !== 0n) whole.push({ ...t, coefficient: q });
        if (t.coefficient - q * b !== 0n) rest.push({ ...t, coefficient: t.coefficient - q * b });
      } else if (t.coefficient % b === 0n) whole.push({ ...t, coefficient: q });
      else rest.push(t);
    }
    return add(collect(whole), reducedQuotient(collect(rest), b));
  }
  return quotient(a, b);
}

/** ⌈a / b⌉ for b > 0. */
export function ceilDiv(a: Dim, b: Dim): Dim {
  return floorDiv(sub(add(a, b), 1n), b);
}

/** a − b·⌊a / b⌋: the remainder with the sign of the divisor. */
export function mod(a: Dim, b: Dim): Dim {
  return sub(a, mul(b, floorDiv(a, b)));
}

export function max(a: Dim, b: Dim): Dim {
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  const order = compare(a, b);
  if (order !== undefined) return order >= 0 ? a : b;
  const operands = [...maxOperands(a), ...maxOperands(b)];
  const unique = [...new Map(operands.map((d) => [keyOf(d), d])).entries()].sort(([x], [y]) => (x < y ? -1 : 1));
  if (unique.length > mostOperands) return tooLarge;
  const kept = unique
    .filter(([, d], i) => !unique.some(([, other], j) => i !== j && dominates(other, d, j < i)))
    .map(([, d]) => d);
  const [only] = kept;
  if (kept.length === 1 && only !== undefined) return only;
  return nested({ kind: 'max', operands: kept, key: `max(${kept.map(keyOf).join(',')})` });
}

export function min(a: Dim, b: Dim): Dim {
  return neg(max(neg(a), neg(b)));
}

/** Whether two extents are the same number: `undefined` when symbols or an unknown leave it open. */
export function equal(a: Dim, b: Dim): boolean | undefined {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a === b;
  if (isUnknown(a) || isUnknown(b)) return undefined;
  if (keyOf(a) === keyOf(b)) return true;
  // In normal form a difference of 0 is the constant 0.
  const difference = sub(a, b);
  if (typeof difference === 'bigint') return difference === 0n;
  return strictly(difference) ? false : undefined;
}

/** Sign of a − b where it is the same for all values of the symbols (each ≥ 0): `0` or `1` also mean ≥, `-1` <=. */
export function compare(a: Dim, b: Dim): -1 | 0 | 1 | undefined {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  const difference = sub(a, b);
  return isUnknown(difference) ? undefined : signOf(difference);
}

/** Replaces symbols; what is not in the map stays. Values may themselves be symbolic. */
export function bind(d: Dim, values: ReadonlyMap<string, Dim>): Dim {
  if (typeof d === 'bigint' || isUnknown(d) || values.size === 0) return d;
  return sum(
    d.terms.map((t) => product([t.coefficient, ...t.factors.map((f) => power(bindAtom(f.atom, values), f.power))])),
  );
}

/** The symbols an expression still holds, sorted. */
export function symbolsOf(d: Dim): readonly string[] {
  const names = new Set<string>();
  const walk = (x: Dim): void => {
    if (typeof x === 'bigint' || isUnknown(x)) return;
    for (const { factors } of x.terms)
      for (const { atom } of factors) {
        if (atom.kind === 'symbol') names.add(atom.name);
        else if (atom.kind === 'quotient') [atom.numerator, atom.denominator].forEach(walk);
        else atom.operands.forEach(walk);
      }
  };
  walk(d);
  return [...names].sort();
}

/** A stable text for hashing and comparing; not for people. Unknown dims never equal one another. */
export function keyOf(d: Dim): string {
  return typeof d === 'bigint' ? d.toString() : d.kind === 'poly' ? d.key : '?';
}

const one: Term = { coefficient: 1n, factors: [], key: '' };
const tooLarge = unknown('the expression grew past what Flopgate keeps exactly');

/** The name as an expression writes it: in backticks unless it is an identifier. */
export function symbolKey(name: string): string {
  return /^[A-Za-z_][\w.]*$/.test(name) ? name : `\`${name.replaceAll('`', "'")}\``;
}

/** A floor or a maximum; one inside another inside another grows past use before it is deep. */
function nested(atom: Atom): Dim {
  const parts = atom.kind === 'max' ? atom.operands.map(keyOf) : [atom.key];
  return parts.some((key) => key.length > maxKey) ? tooLarge : atomPoly(atom);
}

function atomPoly(atom: Atom): Poly {
  const term: Term = { coefficient: 1n, factors: [{ atom, power: 1 }], key: atom.key };
  return oneOf({ kind: 'poly', terms: [term], key: `1·${atom.key}` });
}

/** Made once: a number of 4096 bits for each product would cost more than the product. */
const mostMagnitude = 1n << BigInt(maxBits);
const leastMagnitude = -mostMagnitude;

function bounded(n: bigint): Dim {
  return n > mostMagnitude || n < leastMagnitude ? tooLarge : n;
}

function floorDivInt(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

function termsOf(d: bigint | Poly): readonly Term[] {
  if (typeof d !== 'bigint') return d.terms;
  return d === 0n ? [] : [{ ...one, coefficient: d }];
}

function collect(terms: readonly Term[]): Dim {
  const byKey = new Map<string, Term>();
  for (const t of terms) {
    const before = byKey.get(t.key);
    byKey.set(t.key, before === undefined ? t : { ...t, coefficient: before.coefficient + t.coefficient });
  }
  const kept = [...byKey.values()].filter((t) => t.coefficient !== 0n).sort((x, y) => (x.key < y.key ? -1 : 1));
  if (kept.length > maxTerms) return tooLarge;
  if (kept.some((t) => isUnknown(bounded(t.coefficient)) || t.factors.some((f) => f.power > maxPower))) return tooLarge;
  const [first] = kept;
  if (first === undefined) return 0n;
  if (kept.length === 1 && first.factors.length === 0) return first.coefficient;
  return oneOf({ kind: 'poly', terms: kept, key: kept.map((t) => `${t.coefficient}·${t.key}`).join('+') });
}

// --- what was computed before

/**
 * A network asks for the same few products and sums at every layer. What was computed lately is remembered by the
 * identity of its operands, and expressions of equal keys are one object, so that they are found again. Bounded in
 * number, and by the length of what is remembered, as a file may make up any number of expressions.
 */
type Memory = Map<Poly, Map<bigint | Poly, Dim>>;
const sums: Memory = new Map();
const products: Memory = new Map();
const quotients: Memory = new Map();
const expressions = new Map<string, Poly>();
const mostRemembered = 8192;
const longestRemembered = 256;
let rememberedCount = 0;

function remembered(memory: Memory, a: Poly, b: bigint | Poly, compute: (a: Poly, b: bigint | Poly) => Dim): Dim {
  const before = memory.get(a)?.get(b);
  if (before !== undefined) return before;
  const result = compute(a, b);
  if (isLong(a) || isLong(b) || isLong(result)) return result;
  if (++rememberedCount > mostRemembered) {
    rememberedCount = 1;
    for (const one of [sums, products, quotients]) one.clear();
  }
  const results = memory.get(a);
  if (results === undefined) memory.set(a, new Map([[b, result]]));
  else results.set(b, result);
  return result;
}

function oneOf(poly: Poly): Poly {
  const before = expressions.get(poly.key);
  if (before !== undefined) return before;
  // Two names that differ in quotes only have one key (`symbolKey`), and must stay two.
  if (isLong(poly) || poly.key.includes('`')) return poly;
  if (expressions.size >= mostRemembered) expressions.clear();
  expressions.set(poly.key, poly);
  return poly;
}

function isLong(d: Dim): boolean {
  return isSymbolic(d) && d.key.length > longestRemembered;
}

function multiplyTerms(x: Term, y: Term): Term {
  const powers = new Map<string, Factor>();
  for (const f of [...x.factors, ...y.factors]) {
    const before = powers.get(f.atom.key);
    powers.set(f.atom.key, before === undefined ? f : { atom: f.atom, power: before.power + f.power });
  }
  return makeTerm(x.coefficient * y.coefficient, [...powers.values()]);
}

function makeTerm(coefficient: bigint, factors: readonly Factor[]): Term {
  const sorted = [...factors].sort((a, b) => (a.atom.key < b.atom.key ? -1 : 1));
  return {
    coefficient,
    factors: sorted,
    key: sorted.map((f) => (f.power === 1 ? f.atom.key : `${f.atom.key}^${f.power}`)).join('*'),
  };
}

/** ⌊(g·p + c) / (g·q)⌋ = ⌊(p + ⌊c / g⌋) / q⌋ */
function reducedQuotient(a: Dim, b: bigint): Dim {
  if (!isSymbolic(a)) return floorDiv(a, b);
  // One way to write it: ⌊−n / b⌋, as exporters round up, is −⌊(n + b − 1) / b⌋.
  if (fallsOnly(a)) return neg(floorDiv(add(neg(a), b - 1n), b));
  const g = a.terms.reduce((n, t) => (t.factors.length === 0 ? n : gcd(n, t.coefficient)), b);
  const reduced = collect(a.terms.map((t) => ({ ...t, coefficient: floorDivInt(t.coefficient, g) })));
  return b === g ? reduced : quotient(reduced, b / g);
}

/** Less and less of what is ≥ 0, whatever the constant term; a minimum, held as −max, is not meant. */
function fallsOnly({ terms }: Poly): boolean {
  return terms.every(
    (t) => t.factors.length === 0 || (t.coefficient < 0n && nonNegative(collect([{ ...t, coefficient: 1n }]))),
  );
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

function quotient(numerator: Dim, denominator: Dim): Dim {
  const merged = mergeQuotients(numerator, denominator);
  return (
    merged ?? nested({ kind: 'quotient', numerator, denominator, key: `⌊${keyOf(numerator)}/${keyOf(denominator)}⌋` })
  );
}

/** ⌊(⌊x / m⌋ + c) / n⌋ = ⌊(x + c·m) / (m·n)⌋ for positive m, n: keeps a stack of strided layers one quotient deep. */
function mergeQuotients(numerator: Dim, n: Dim): Dim | undefined {
  if (typeof n !== 'bigint' || n <= 0n || !isSymbolic(numerator)) return undefined;
  const constant = numerator.terms.find((t) => t.factors.length === 0)?.coefficient ?? 0n;
  const [term, ...more] = numerator.terms.filter((t) => t.factors.length > 0);
  const [factor] = term?.factors ?? [];
  if (term?.coefficient !== 1n || more.length > 0 || term.factors.length > 1) return undefined;
  if (factor?.power !== 1 || factor.atom.kind !== 'quotient') return undefined;
  const { numerator: x, denominator: m } = factor.atom;
  return typeof m === 'bigint' && m > 0n ? floorDiv(add(x, constant * m), m * n) : undefined;
}

/** a / b when b divides a as a polynomial; b a constant or a single term. */
function divideExactly(a: bigint | Poly, b: bigint | Poly): Dim | undefined {
  if (keyOf(a) === keyOf(b)) return 1n;
  const divisor = termsOf(b);
  const [d] = divisor;
  if (d === undefined) return undefined;
  if (divisor.length > 1) {
    // a = k·b for one integer k
    const [lead] = termsOf(a).filter((t) => t.key === d.key);
    if (lead === undefined || lead.coefficient % d.coefficient !== 0n) return undefined;
    const k = lead.coefficient / d.coefficient;
    return keyOf(mul(b, k)) === keyOf(a) ? k : undefined;
  }
  const quotients: Term[] = [];
  for (const t of termsOf(a)) {
    if (t.coefficient % d.coefficient !== 0n) return undefined;
    const powers = new Map(t.factors.map((f) => [f.atom.key, f]));
    for (const f of d.factors) {
      const have = powers.get(f.atom.key);
      if (have === undefined || have.power < f.power) return undefined;
      if (have.power === f.power) powers.delete(f.atom.key);
      else powers.set(f.atom.key, { atom: f.atom, power: have.power - f.power });
    }
    quotients.push(makeTerm(t.coefficient / d.coefficient, [...powers.values()]));
  }
  return collect(quotients);
}

/** What the maximum of `d` and others is taken of: max(a, b) + c stands for a + c and b + c. */
function maxOperands(d: Dim): readonly Dim[] {
  if (!isSymbolic(d)) return [d];
  for (const term of d.terms) {
    const [factor, ...more] = term.factors;
    if (term.coefficient !== 1n || factor?.atom.kind !== 'max' || factor.power !== 1 || more.length > 0) continue;
    const rest = collect(d.terms.filter((t) => t !== term));
    const operands = factor.atom.operands.map((o) => add(o, rest));
    return operands.some(isUnknown) ? [d] : operands;
  }
  return [d];
}

function dominates(a: Dim, b: Dim, winsTies: boolean): boolean {
  const order = compare(a, b);
  return order === 1 || (order === 0 && winsTies);
}

/** An atom's value is ≥ 0 when it is a symbol, a quotient of such, or a maximum with such a member. */
function nonNegative(d: Dim): boolean {
  if (typeof d === 'bigint') return d >= 0n;
  return (
    isSymbolic(d) &&
    d.terms.every((t) => t.coefficient > 0n && t.factors.every((f) => f.power % 2 === 0 || atomNonNegative(f.atom)))
  );
}

function atomNonNegative(atom: Atom): boolean {
  if (atom.kind === 'symbol') return true;
  if (atom.kind === 'quotient') return nonNegative(atom.numerator) && nonNegative(atom.denominator);
  return atom.operands.some(nonNegative);
}

function signOf(difference: Dim): -1 | 0 | 1 | undefined {
  if (typeof difference === 'bigint') return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  if (boundedBelow(difference, mostReplaced)) return 1;
  return boundedBelow(neg(difference), mostReplaced) ? -1 : undefined;
}

/** Maxima looked into one inside another; more is no question a network asks. */
const mostReplaced = 3;

/**
 * ≥ 0, also where a maximum stands for it: it is at least each of its operands, so `seq + max(-seq, -64)` is at least
 * `seq - seq`.
 */
function boundedBelow(d: Dim, left: number): boolean {
  if (nonNegative(d)) return true;
  if (left === 0 || !isSymbolic(d)) return false;
  for (const term of d.terms) {
    const [factor, ...rest] = term.factors;
    if (term.coefficient < 0n || factor?.atom.kind !== 'max' || factor.power !== 1 || rest.length > 0) continue;
    const others = collect(d.terms.filter((t) => t !== term));
    return factor.atom.operands.some((o) => boundedBelow(add(others, mul(term.coefficient, o)), left - 1));
  }
  return false;
}

/** Never zero: one-signed with a constant term of that sign. */
function strictly(difference: Dim): boolean {
  return (
    isSymbolic(difference) &&
    (nonNegative(difference) || nonNegative(neg(difference))) &&
    difference.terms.some((t) => t.factors.length === 0)
  );
}

function bindAtom(atom: Atom, values: ReadonlyMap<string, Dim>): Dim {
  if (atom.kind === 'symbol') return values.get(atom.name) ?? atomPoly(atom);
  if (atom.kind === 'quotient') return floorDiv(bind(atom.numerator, values), bind(atom.denominator, values));
  return atom.operands.map((d) => bind(d, values)).reduce(max);
}

/** dⁿ for n ≥ 0. */
export function power(d: Dim, exponent: number): Dim {
  let result: Dim = 1n;
  for (let i = 0; i < exponent; i++) result = mul(result, d);
  return result;
}
