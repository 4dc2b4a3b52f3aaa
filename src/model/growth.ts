/**
 * How a count grows with its symbols, and where one that holds symbols is more than another: what stays true of an
 * expression while nobody has bound it.
 */
import { type Atom, bind, compare, type Dim, isUnknown, type Poly, symbolsOf, type Term } from './dim.ts';

/**
 * The power with which `d` grows as one symbol grows and the others stay (each ≥ 1): 0 when it is bounded, 1 when
 * linear. Where terms of the highest power may cancel it is the most it can be. `undefined` when `d` is unknown.
 */
export function degreeIn(d: Dim, name: string): number | undefined {
  return isUnknown(d) ? undefined : Math.max(0, leadOf(d, name).degree);
}

/** Behaviour of an expression for large values of a symbol. */
interface Lead {
  /** Negative for what shrinks, −∞ for zero. */
  readonly degree: number;
  /** Sign for large values; `undefined` when terms of one degree pull both ways. */
  readonly sign: -1 | 0 | 1 | undefined;
}

function leadOf(d: Dim, name: string): Lead {
  // An unknown is never inside an expression; by its type it might be.
  if (isUnknown(d)) return { degree: Number.POSITIVE_INFINITY, sign: undefined };
  if (typeof d === 'bigint') return { degree: d === 0n ? Number.NEGATIVE_INFINITY : 0, sign: signOf(d) };
  const leads = d.terms.map((t) => termLead(t, name));
  const degree = Math.max(...leads.map((l) => l.degree));
  const signs = new Set(leads.filter((l) => l.degree === degree).map((l) => l.sign));
  const [sign] = signs;
  return { degree, sign: signs.size === 1 ? sign : undefined };
}

function termLead({ coefficient, factors }: Term, name: string): Lead {
  let degree = 0;
  let sign: Lead['sign'] = signOf(coefficient);
  for (const { atom, power } of factors) {
    const lead = atomLead(atom, name);
    degree += lead.degree * power;
    const own = power % 2 === 0 ? (lead.sign === undefined ? 1 : Math.abs(lead.sign)) : lead.sign;
    sign = own === undefined || sign === undefined ? undefined : signOf(BigInt(sign * own));
  }
  return { degree, sign };
}

function atomLead(atom: Atom, name: string): Lead {
  if (atom.kind === 'symbol') return { degree: atom.name === name ? 1 : 0, sign: 1 };
  if (atom.kind === 'max') return largestLead(atom.operands.map((d) => leadOf(d, name)));
  const [above, below] = [leadOf(atom.numerator, name), leadOf(atom.denominator, name)];
  const sign =
    above.sign === undefined || below.sign === undefined ? undefined : signOf(BigInt(above.sign * below.sign));
  // A floor of what shrinks is 0, or −1.
  return { degree: Math.max(0, above.degree - Math.max(0, below.degree)), sign };
}

/** The largest of several: those that grow upwards decide; where all fall, the one that falls least. */
function largestLead(leads: readonly Lead[]): Lead {
  const most = Math.max(...leads.map((l) => l.degree));
  if (leads.some((l) => l.sign === undefined)) return { degree: most, sign: undefined };
  const rising = leads.filter((l) => l.sign === 1);
  if (rising.length > 0) return { degree: Math.max(...rising.map((l) => l.degree)), sign: 1 };
  if (leads.some((l) => l.sign === 0)) return { degree: Number.NEGATIVE_INFINITY, sign: 0 };
  return { degree: Math.min(...leads.map((l) => l.degree)), sign: -1 };
}

function signOf(n: bigint): -1 | 0 | 1 {
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

/**
 * What can be said of the sign of a difference over all values of its symbols (integers ≥ 0).
 * - `never-more`, `never-less`: ≤ 0, or ≥ 0, whatever they are
 * - `more-above`, `less-above`: > 0, or < 0, exactly where `symbol` > `above`, as long as the others are not 0
 * - `depends`: none of these, or none that is proved
 */
export type Sign =
  | { readonly kind: 'never-more' | 'never-less' }
  | { readonly kind: 'more-above' | 'less-above'; readonly symbol: string; readonly above: bigint }
  | { readonly kind: 'depends' };

/** `undefined` where there is nothing to say: a number, or an unknown. */
export function signOfDifference(d: Dim): Sign | undefined {
  if (isUnknown(d) || typeof d === 'bigint') return undefined;
  const order = compare(d, 0n);
  if (order !== undefined) return { kind: order > 0 ? 'never-less' : 'never-more' };
  return crossing(d) ?? { kind: 'depends' };
}

/** Past it no extent of a tensor lies. */
const largestExtent = 1n << 63n;

/**
 * Where the sign turns, when it turns once: all terms are powers of one thing that never falls as one symbol grows,
 * times factors all terms share, and the coefficients by power change sign once (Descartes).
 */
function crossing(d: Poly): Sign | undefined {
  const rest = withoutCommon(d);
  const atoms = new Map(rest.terms.flatMap((t) => t.factors.map((f) => [f.atom.key, f.atom] as const)));
  const [atom, ...more] = atoms.values();
  const [name, ...others] = symbolsOf(rest);
  if (atom === undefined || name === undefined || more.length > 0 || others.length > 0) return undefined;
  if (!neverFalls(atom)) return undefined;
  const byPower = [...rest.terms].sort((a, b) => powerOf(a) - powerOf(b)).map((t) => signOf(t.coefficient));
  if (byPower.filter((s, i) => i > 0 && s !== byPower[i - 1]).length !== 1) return undefined;
  const last = byPower.at(-1) ?? 1;
  const isPast = (value: bigint): boolean => {
    const at = bind(rest, new Map([[name, value]]));
    return typeof at === 'bigint' && (last > 0 ? at > 0n : at < 0n);
  };
  if (!isPast(largestExtent)) return undefined;
  let [low, high] = [0n, largestExtent];
  if (isPast(low)) return undefined;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (isPast(middle)) high = middle;
    else low = middle;
  }
  return { kind: last > 0 ? 'more-above' : 'less-above', symbol: name, above: low };
}

function powerOf({ factors }: Term): number {
  return factors[0]?.power ?? 0;
}

/** Divided by the symbols that all terms hold: they are ≥ 0 and turn no sign. */
function withoutCommon(d: Poly): Poly {
  const [first, ...terms] = d.terms;
  const common = new Map<string, number>();
  for (const { atom, power } of first?.factors ?? []) {
    if (atom.kind !== 'symbol') continue;
    const least = terms.reduce(
      (n, t) => Math.min(n, t.factors.find((f) => f.atom.key === atom.key)?.power ?? 0),
      power,
    );
    if (least > 0) common.set(atom.key, least);
  }
  if (common.size === 0) return d;
  const divided = d.terms.map((t): Term => {
    const factors = t.factors.flatMap((f) => {
      const power = f.power - (common.get(f.atom.key) ?? 0);
      return power > 0 ? [{ atom: f.atom, power }] : [];
    });
    return { coefficient: t.coefficient, factors, key: factors.map((f) => `${f.atom.key}^${f.power}`).join('*') };
  });
  return { kind: 'poly', terms: divided, key: `(${d.key})/common` };
}

/** ≥ 0 and no smaller where its symbol is larger: a symbol, or the floor of an ascending line by a number. */
function neverFalls(atom: Atom): boolean {
  if (atom.kind === 'symbol') return true;
  if (atom.kind === 'max' || typeof atom.denominator !== 'bigint' || atom.denominator <= 0n) return false;
  const { numerator } = atom;
  if (typeof numerator === 'bigint' || isUnknown(numerator)) return false;
  return numerator.terms.every((t) => t.coefficient > 0n && t.factors.every((f) => neverFalls(f.atom)));
}
