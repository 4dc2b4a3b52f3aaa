/** Expressions as text: how a dimension or a cost is written for people and in JSON, and read back. */
import {
  type Atom,
  add,
  ceilDiv,
  type Dim,
  floorDiv,
  isUnknown,
  keyOf,
  max,
  maxPower,
  min,
  mod,
  mul,
  type Poly,
  power,
  type Shape,
  symbol,
  symbolKey,
  type Term,
  unknown,
} from './dim.ts';

/** As a reader writes it, and as `parseDim` reads it back: `2*seq + 1`, `(h + 1)//2`, `max(a, b)`; `?` when unknown. */
export function formatDim(d: Dim): string {
  if (typeof d === 'bigint') return d.toString();
  if (isUnknown(d)) return '?';
  const before = written.get(d);
  if (before !== undefined) return before;
  const text = formatPoly(d);
  written.set(d, text);
  return text;
}

/** The layers of a network share most of their expressions (`dim.ts` makes equal ones one object). */
const written = new WeakMap<Poly, string>();

function formatPoly(d: Poly): string {
  // Highest degree first, the constant last: 24*batch*seq^2 + 12*batch*seq + 1
  const terms = [...d.terms].sort((x, y) => degree(y) - degree(x) || (x.key < y.key ? -1 : 1));
  return terms
    .map((t, i) => {
      const { negative, magnitude, factors } = writtenTerm(t);
      const parts = factors === '' || magnitude !== 1n ? [magnitude.toString(), factors] : [factors];
      const body = parts.filter((part) => part !== '').join('*');
      return i === 0 ? (negative ? `-${body}` : body) : ` ${negative ? '-' : '+'} ${body}`;
    })
    .join('');
}

export interface WrittenTerm {
  readonly negative: boolean;
  readonly magnitude: bigint;
  /** Empty for the constant term. */
  readonly factors: string;
}

/** A term's sign, number and factors as they are written: −3·n·max(−a, −b) is meant as 3·n·min(a, b). */
export function writtenTerm({ coefficient, factors }: Term): WrittenTerm {
  let negative = coefficient < 0n;
  const parts = factors.map(({ atom, power }) => {
    const least = minimumOf(atom);
    if (least !== undefined && power % 2 === 1) negative = !negative;
    const written = least ?? formatAtom(atom);
    return power === 1 ? written : `${written}^${power}`;
  });
  return { negative, magnitude: coefficient < 0n ? -coefficient : coefficient, factors: parts.join('*') };
}

/** The maximum of negatives only is a minimum, negated. */
function minimumOf(atom: Atom): string | undefined {
  if (atom.kind !== 'max') return undefined;
  const isNegative = (d: Dim): boolean =>
    typeof d === 'bigint' ? d <= 0n : !isUnknown(d) && d.terms.every((t) => t.coefficient < 0n);
  if (!atom.operands.every(isNegative)) return undefined;
  return `min(${atom.operands.map((d) => formatDim(mul(d, -1n))).join(', ')})`;
}

export function formatShape(shape: Shape): string {
  return isUnknown(shape) ? '[?…]' : `[${shape.map(formatDim).join(', ')}]`;
}

/**
 * Reads what `formatDim` writes, and the expressions exporters put in `dim_param` (`2*s0 + 1`, `floor(h/2)`).
 * `undefined` when the text is not such an expression.
 */
export function parseDim(text: string): Dim | undefined {
  if (text.length > longest) return undefined;
  const tokens = text.match(/\s*(`[^`]+`|[A-Za-z_][\w.]*|\d+|\/\/|\*\*|[-+*/^(),%])/gy);
  if (tokens === null || tokens.join('').length !== text.trimEnd().length) return undefined;
  const parser = new DimParser(tokens.map((t) => t.trim()));
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof NotAnExpression) return undefined;
    throw error;
  }
}

/** A count or an extent in our JSON documents: an integer, text for an expression or past 2^53 − 1, `null` unknown. */
export type DimJson = number | string | null;

export function dimToJson(d: Dim): DimJson {
  if (typeof d !== 'bigint') return isUnknown(d) ? null : formatDim(d);
  const n = Number(d);
  return Number.isSafeInteger(n) ? n : d.toString();
}

/** Reads what `dimToJson` writes; `undefined` when it is not that. */
export function dimFromJson(json: DimJson): Dim | undefined {
  if (json === null) return unknown('the document says it is unknown');
  if (typeof json === 'string') return parseDim(json);
  return Number.isSafeInteger(json) ? BigInt(json) : undefined;
}

function degree(t: Term): number {
  return t.factors.reduce((n, f) => n + f.power, 0);
}

function formatAtom(atom: Atom): string {
  if (atom.kind === 'symbol') return symbolKey(atom.name);
  if (atom.kind === 'max') return `max(${atom.operands.map(formatDim).join(', ')})`;
  return `floor(${grouped(atom.numerator)}/${grouped(atom.denominator)})`;
}

/** In parentheses unless it is a single number or name. */
function grouped(d: Dim): string {
  const text = formatDim(d);
  return /^(\d+|[A-Za-z_][\w.]*|`[^`]*`)$/.test(text) ? text : `(${text})`;
}

class NotAnExpression extends Error {}

/** A peak of thirty candidates is this long. */
const longest = 8000;
/** Deeper than any formula, and shallower than the stack. */
const deepest = 100;

/** Exporters write `floor(h/2 - 1/2)`: inside an expression a value is a numerator over a denominator. */
interface Ratio {
  readonly over: Dim;
  readonly under: Dim;
}

/** Recursive descent of bounded depth over a text of bounded length. */
class DimParser {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly string[];
  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  whole(): Dim {
    const d = integer(this.sum());
    if (this.at < this.tokens.length) throw new NotAnExpression();
    return d;
  }

  private take(...wanted: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.at++;
    return token;
  }

  private expect(token: string): void {
    if (this.take(token) === undefined) throw new NotAnExpression();
  }

  private sum(): Ratio {
    let left = this.take('-') === undefined ? this.term() : plus({ over: 0n, under: 1n }, this.term(), -1n);
    for (let op = this.take('+', '-'); op !== undefined; op = this.take('+', '-'))
      left = plus(left, this.term(), op === '+' ? 1n : -1n);
    return left;
  }

  private term(): Ratio {
    let left = this.power();
    for (let op = this.take('*', '/', '//', '%'); op !== undefined; op = this.take('*', '/', '//', '%')) {
      const right = this.power();
      if (op === '*') left = { over: mul(left.over, right.over), under: mul(left.under, right.under) };
      else if (op === '/') left = over(left, integer(right));
      else left = { over: (op === '//' ? floorDiv : mod)(integer(left), integer(right)), under: 1n };
    }
    return left;
  }

  private power(): Ratio {
    const base = this.atom();
    if (this.take('^', '**') === undefined) return base;
    const exponent = integer(this.atom());
    if (typeof exponent !== 'bigint' || exponent < 0n || exponent > maxPower) throw new NotAnExpression();
    return { over: power(integer(base), Number(exponent)), under: 1n };
  }

  private atom(): Ratio {
    if (this.take('(') !== undefined) {
      const inside = this.inside();
      this.expect(')');
      return inside;
    }
    const token = this.tokens[this.at++] ?? '';
    if (/^\d+$/.test(token)) return { over: BigInt(token), under: 1n };
    if (token.startsWith('`')) return { over: symbol(token.slice(1, -1)), under: 1n };
    if (!/^[A-Za-z_]/.test(token)) throw new NotAnExpression();
    if (this.take('(') === undefined) return { over: symbol(token), under: 1n };
    return { over: this.call(token.toLowerCase()), under: 1n };
  }

  private inside(): Ratio {
    if (++this.depth > deepest) throw new NotAnExpression();
    const ratio = this.sum();
    this.depth--;
    return ratio;
  }

  private call(name: string): Dim {
    const args = [this.inside()];
    while (this.take(',') !== undefined) args.push(this.inside());
    this.expect(')');
    const [only] = args;
    if (name === 'floor' && args.length === 1 && only !== undefined) return floorDiv(only.over, only.under);
    if (name === 'ceil' && args.length === 1 && only !== undefined) return ceilDiv(only.over, only.under);
    if (name === 'max') return args.map((r) => integer(r)).reduce(max);
    if (name === 'min') return args.map((r) => integer(r)).reduce(min);
    throw new NotAnExpression();
  }
}

function plus(a: Ratio, b: Ratio, sign: bigint): Ratio {
  if (keyOf(a.under) === keyOf(b.under)) return { over: add(a.over, mul(b.over, sign)), under: a.under };
  return {
    over: add(mul(a.over, b.under), mul(mul(b.over, a.under), sign)),
    under: mul(a.under, b.under),
  };
}

/** A symbolic denominator is for `floor(a/n)`; outside it must divide. */
function over(a: Ratio, divisor: Dim): Ratio {
  if (divisor === 0n || isUnknown(divisor)) throw new NotAnExpression();
  if (typeof divisor === 'bigint' && divisor < 0n) return { over: mul(a.over, -1n), under: mul(a.under, -divisor) };
  return { over: a.over, under: mul(a.under, divisor) };
}

function integer(r: Ratio): Dim {
  return exactly(r.over, r.under);
}

/** a / b where b divides a; otherwise the text was no expression of integers. */
function exactly(a: Dim, b: Dim): Dim {
  if (b === 1n) return a;
  if (isUnknown(a) || isUnknown(b) || mod(a, b) !== 0n) throw new NotAnExpression();
  return floorDiv(a, b);
}
