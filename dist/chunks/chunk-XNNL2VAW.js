import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/model/dim.ts
var maxTerms = 256;
var maxPower = 64;
var maxKey = 1500;
var mostOperands = 64;
var maxBits = 4096;
function unknown(why) {
  return { kind: "unknown", why };
}
function symbol(name) {
  return atomPoly({ kind: "symbol", name, key: symbolKey(name) });
}
function isKnown(d) {
  return typeof d === "bigint";
}
function isUnknown(d) {
  return typeof d === "object" && "kind" in d && d.kind === "unknown";
}
function isSymbolic(d) {
  return typeof d === "object" && d.kind === "poly";
}
function add(a, b) {
  if (typeof a === "bigint" && typeof b === "bigint") return a + b;
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (typeof a === "bigint") return typeof b === "bigint" ? a + b : remembered(sums, b, a, addTerms);
  return remembered(sums, a, b, addTerms);
}
function addTerms(a, b) {
  return b === 0n ? a : collect([...a.terms, ...termsOf(b)]);
}
function neg(a) {
  return mul(a, -1n);
}
function sub(a, b) {
  return typeof a === "bigint" && typeof b === "bigint" ? a - b : add(a, neg(b));
}
function mul(a, b) {
  if (a === 1n) return b;
  if (b === 1n) return a;
  if (typeof a === "bigint" && typeof b === "bigint") return bounded(a * b);
  if (a === 0n || b === 0n) return 0n;
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (typeof a === "bigint") return typeof b === "bigint" ? bounded(a * b) : remembered(products, b, a, multiply);
  return remembered(products, a, b, multiply);
}
function multiply(a, b) {
  if (b === 1n) return a;
  const left = a.terms;
  const right = termsOf(b);
  if (left.length * right.length > maxTerms * 4) return tooLarge;
  return collect(left.flatMap((x) => right.map((y) => multiplyTerms(x, y))));
}
function sum(dims) {
  let known = 0n;
  const times = /* @__PURE__ */ new Map();
  for (const d of dims) {
    if (typeof d === "bigint") known += d;
    else if (isUnknown(d)) return d;
    else times.set(d, (times.get(d) ?? 0) + 1);
  }
  const parts = /* @__PURE__ */ new Map();
  for (const [{ terms }, count] of times)
    for (const term of terms) {
      const part = parts.get(term.key);
      const coefficient = term.coefficient * BigInt(count);
      if (part !== void 0) part.coefficient += coefficient;
      else if (parts.size > maxTerms) return tooLarge;
      else parts.set(term.key, { term, coefficient });
    }
  if (parts.size === 0) return known;
  return collect([
    ...termsOf(known),
    ...[...parts.values()].map(({ term, coefficient }) => ({ ...term, coefficient }))
  ]);
}
function product(dims) {
  if (dims.some((d) => d === 0n)) return 0n;
  return dims.reduce(mul, 1n);
}
function sizeOf(shape) {
  return isUnknown(shape) ? shape : product(shape);
}
function floorDiv(a, b) {
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (b === 0n) return unknown("division by zero");
  if (typeof a === "bigint" && typeof b === "bigint") return floorDivInt(a, b);
  if (typeof b === "bigint" && b < 0n) return floorDiv(neg(a), -b);
  if (a === 0n || b === 1n) return a;
  return typeof a === "bigint" ? divide(a, b) : remembered(quotients, a, b, divide);
}
function divide(a, b) {
  const exact = divideExactly(a, b);
  if (exact !== void 0) return exact;
  if (typeof b === "bigint" && b > 0n && isSymbolic(a)) {
    const whole = [];
    const rest = [];
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
function ceilDiv(a, b) {
  return floorDiv(sub(add(a, b), 1n), b);
}
function mod(a, b) {
  return sub(a, mul(b, floorDiv(a, b)));
}
function max(a, b) {
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  const order = compare(a, b);
  if (order !== void 0) return order >= 0 ? a : b;
  const operands = [...maxOperands(a), ...maxOperands(b)];
  const unique = [...new Map(operands.map((d) => [keyOf(d), d])).entries()].sort(([x], [y]) => x < y ? -1 : 1);
  if (unique.length > mostOperands) return tooLarge;
  const kept = unique.filter(([, d], i) => !unique.some(([, other], j) => i !== j && dominates(other, d, j < i))).map(([, d]) => d);
  const [only] = kept;
  if (kept.length === 1 && only !== void 0) return only;
  return nested({ kind: "max", operands: kept, key: `max(${kept.map(keyOf).join(",")})` });
}
function min(a, b) {
  return neg(max(neg(a), neg(b)));
}
function equal(a, b) {
  if (typeof a === "bigint" && typeof b === "bigint") return a === b;
  if (isUnknown(a) || isUnknown(b)) return void 0;
  if (keyOf(a) === keyOf(b)) return true;
  const difference = sub(a, b);
  if (typeof difference === "bigint") return difference === 0n;
  return strictly(difference) ? false : void 0;
}
function compare(a, b) {
  if (typeof a === "bigint" && typeof b === "bigint") return a < b ? -1 : a > b ? 1 : 0;
  const difference = sub(a, b);
  return isUnknown(difference) ? void 0 : signOf(difference);
}
function bind(d, values) {
  if (typeof d === "bigint" || isUnknown(d) || values.size === 0) return d;
  return sum(
    d.terms.map((t) => product([t.coefficient, ...t.factors.map((f) => power(bindAtom(f.atom, values), f.power))]))
  );
}
function symbolsOf(d) {
  const names = /* @__PURE__ */ new Set();
  const walk = (x) => {
    if (typeof x === "bigint" || isUnknown(x)) return;
    for (const { factors } of x.terms)
      for (const { atom } of factors) {
        if (atom.kind === "symbol") names.add(atom.name);
        else if (atom.kind === "quotient") [atom.numerator, atom.denominator].forEach(walk);
        else atom.operands.forEach(walk);
      }
  };
  walk(d);
  return [...names].sort();
}
function keyOf(d) {
  return typeof d === "bigint" ? d.toString() : d.kind === "poly" ? d.key : "?";
}
var one = { coefficient: 1n, factors: [], key: "" };
var tooLarge = unknown("the expression grew past what Flopgate keeps exactly");
function symbolKey(name) {
  return /^[A-Za-z_][\w.]*$/.test(name) ? name : `\`${name.replaceAll("`", "'")}\``;
}
function nested(atom) {
  const parts = atom.kind === "max" ? atom.operands.map(keyOf) : [atom.key];
  return parts.some((key) => key.length > maxKey) ? tooLarge : atomPoly(atom);
}
function atomPoly(atom) {
  const term = { coefficient: 1n, factors: [{ atom, power: 1 }], key: atom.key };
  return oneOf({ kind: "poly", terms: [term], key: `1\xB7${atom.key}` });
}
var mostMagnitude = 1n << BigInt(maxBits);
var leastMagnitude = -mostMagnitude;
function bounded(n) {
  return n > mostMagnitude || n < leastMagnitude ? tooLarge : n;
}
function floorDivInt(a, b) {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}
function termsOf(d) {
  if (typeof d !== "bigint") return d.terms;
  return d === 0n ? [] : [{ ...one, coefficient: d }];
}
function collect(terms) {
  const byKey = /* @__PURE__ */ new Map();
  for (const t of terms) {
    const before = byKey.get(t.key);
    byKey.set(t.key, before === void 0 ? t : { ...t, coefficient: before.coefficient + t.coefficient });
  }
  const kept = [...byKey.values()].filter((t) => t.coefficient !== 0n).sort((x, y) => x.key < y.key ? -1 : 1);
  if (kept.length > maxTerms) return tooLarge;
  if (kept.some((t) => isUnknown(bounded(t.coefficient)) || t.factors.some((f) => f.power > maxPower))) return tooLarge;
  const [first] = kept;
  if (first === void 0) return 0n;
  if (kept.length === 1 && first.factors.length === 0) return first.coefficient;
  return oneOf({ kind: "poly", terms: kept, key: kept.map((t) => `${t.coefficient}\xB7${t.key}`).join("+") });
}
var sums = /* @__PURE__ */ new Map();
var products = /* @__PURE__ */ new Map();
var quotients = /* @__PURE__ */ new Map();
var expressions = /* @__PURE__ */ new Map();
var mostRemembered = 8192;
var longestRemembered = 256;
var rememberedCount = 0;
function remembered(memory, a, b, compute) {
  const before = memory.get(a)?.get(b);
  if (before !== void 0) return before;
  const result = compute(a, b);
  if (isLong(a) || isLong(b) || isLong(result)) return result;
  if (++rememberedCount > mostRemembered) {
    rememberedCount = 1;
    for (const one2 of [sums, products, quotients]) one2.clear();
  }
  const results = memory.get(a);
  if (results === void 0) memory.set(a, /* @__PURE__ */ new Map([[b, result]]));
  else results.set(b, result);
  return result;
}
function oneOf(poly) {
  const before = expressions.get(poly.key);
  if (before !== void 0) return before;
  if (isLong(poly) || poly.key.includes("`")) return poly;
  if (expressions.size >= mostRemembered) expressions.clear();
  expressions.set(poly.key, poly);
  return poly;
}
function isLong(d) {
  return isSymbolic(d) && d.key.length > longestRemembered;
}
function multiplyTerms(x, y) {
  const powers = /* @__PURE__ */ new Map();
  for (const f of [...x.factors, ...y.factors]) {
    const before = powers.get(f.atom.key);
    powers.set(f.atom.key, before === void 0 ? f : { atom: f.atom, power: before.power + f.power });
  }
  return makeTerm(x.coefficient * y.coefficient, [...powers.values()]);
}
function makeTerm(coefficient, factors) {
  const sorted = [...factors].sort((a, b) => a.atom.key < b.atom.key ? -1 : 1);
  return {
    coefficient,
    factors: sorted,
    key: sorted.map((f) => f.power === 1 ? f.atom.key : `${f.atom.key}^${f.power}`).join("*")
  };
}
function reducedQuotient(a, b) {
  if (!isSymbolic(a)) return floorDiv(a, b);
  if (fallsOnly(a)) return neg(floorDiv(add(neg(a), b - 1n), b));
  const g = a.terms.reduce((n, t) => t.factors.length === 0 ? n : gcd(n, t.coefficient), b);
  const reduced = collect(a.terms.map((t) => ({ ...t, coefficient: floorDivInt(t.coefficient, g) })));
  return b === g ? reduced : quotient(reduced, b / g);
}
function fallsOnly({ terms }) {
  return terms.every(
    (t) => t.factors.length === 0 || t.coefficient < 0n && nonNegative(collect([{ ...t, coefficient: 1n }]))
  );
}
function gcd(a, b) {
  return b === 0n ? a < 0n ? -a : a : gcd(b, a % b);
}
function quotient(numerator, denominator) {
  const merged = mergeQuotients(numerator, denominator);
  return merged ?? nested({ kind: "quotient", numerator, denominator, key: `\u230A${keyOf(numerator)}/${keyOf(denominator)}\u230B` });
}
function mergeQuotients(numerator, n) {
  if (typeof n !== "bigint" || n <= 0n || !isSymbolic(numerator)) return void 0;
  const constant = numerator.terms.find((t) => t.factors.length === 0)?.coefficient ?? 0n;
  const [term, ...more] = numerator.terms.filter((t) => t.factors.length > 0);
  const [factor] = term?.factors ?? [];
  if (term?.coefficient !== 1n || more.length > 0 || term.factors.length > 1) return void 0;
  if (factor?.power !== 1 || factor.atom.kind !== "quotient") return void 0;
  const { numerator: x, denominator: m } = factor.atom;
  return typeof m === "bigint" && m > 0n ? floorDiv(add(x, constant * m), m * n) : void 0;
}
function divideExactly(a, b) {
  if (keyOf(a) === keyOf(b)) return 1n;
  const divisor = termsOf(b);
  const [d] = divisor;
  if (d === void 0) return void 0;
  if (divisor.length > 1) {
    const [lead] = termsOf(a).filter((t) => t.key === d.key);
    if (lead === void 0 || lead.coefficient % d.coefficient !== 0n) return void 0;
    const k = lead.coefficient / d.coefficient;
    return keyOf(mul(b, k)) === keyOf(a) ? k : void 0;
  }
  const quotients2 = [];
  for (const t of termsOf(a)) {
    if (t.coefficient % d.coefficient !== 0n) return void 0;
    const powers = new Map(t.factors.map((f) => [f.atom.key, f]));
    for (const f of d.factors) {
      const have = powers.get(f.atom.key);
      if (have === void 0 || have.power < f.power) return void 0;
      if (have.power === f.power) powers.delete(f.atom.key);
      else powers.set(f.atom.key, { atom: f.atom, power: have.power - f.power });
    }
    quotients2.push(makeTerm(t.coefficient / d.coefficient, [...powers.values()]));
  }
  return collect(quotients2);
}
function maxOperands(d) {
  if (!isSymbolic(d)) return [d];
  for (const term of d.terms) {
    const [factor, ...more] = term.factors;
    if (term.coefficient !== 1n || factor?.atom.kind !== "max" || factor.power !== 1 || more.length > 0) continue;
    const rest = collect(d.terms.filter((t) => t !== term));
    const operands = factor.atom.operands.map((o) => add(o, rest));
    return operands.some(isUnknown) ? [d] : operands;
  }
  return [d];
}
function dominates(a, b, winsTies) {
  const order = compare(a, b);
  return order === 1 || order === 0 && winsTies;
}
function nonNegative(d) {
  if (typeof d === "bigint") return d >= 0n;
  return isSymbolic(d) && d.terms.every((t) => t.coefficient > 0n && t.factors.every((f) => f.power % 2 === 0 || atomNonNegative(f.atom)));
}
function atomNonNegative(atom) {
  if (atom.kind === "symbol") return true;
  if (atom.kind === "quotient") return nonNegative(atom.numerator) && nonNegative(atom.denominator);
  return atom.operands.some(nonNegative);
}
function signOf(difference) {
  if (typeof difference === "bigint") return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  if (boundedBelow(difference, mostReplaced)) return 1;
  return boundedBelow(neg(difference), mostReplaced) ? -1 : void 0;
}
var mostReplaced = 3;
function boundedBelow(d, left) {
  if (nonNegative(d)) return true;
  if (left === 0 || !isSymbolic(d)) return false;
  for (const term of d.terms) {
    const [factor, ...rest] = term.factors;
    if (term.coefficient < 0n || factor?.atom.kind !== "max" || factor.power !== 1 || rest.length > 0) continue;
    const others = collect(d.terms.filter((t) => t !== term));
    return factor.atom.operands.some((o) => boundedBelow(add(others, mul(term.coefficient, o)), left - 1));
  }
  return false;
}
function strictly(difference) {
  return isSymbolic(difference) && (nonNegative(difference) || nonNegative(neg(difference))) && difference.terms.some((t) => t.factors.length === 0);
}
function bindAtom(atom, values) {
  if (atom.kind === "symbol") return values.get(atom.name) ?? atomPoly(atom);
  if (atom.kind === "quotient") return floorDiv(bind(atom.numerator, values), bind(atom.denominator, values));
  return atom.operands.map((d) => bind(d, values)).reduce(max);
}
function power(d, exponent) {
  let result = 1n;
  for (let i = 0; i < exponent; i++) result = mul(result, d);
  return result;
}

export {
  maxPower,
  unknown,
  symbol,
  isKnown,
  isUnknown,
  isSymbolic,
  add,
  neg,
  sub,
  mul,
  sum,
  product,
  sizeOf,
  floorDiv,
  ceilDiv,
  mod,
  max,
  min,
  equal,
  compare,
  bind,
  symbolsOf,
  keyOf,
  symbolKey,
  power
};
