import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  Mismatch,
  Node,
  Operand,
  Undetermined,
  float,
  floats,
  free,
  graph,
  int,
  ints,
  operator,
  plainAttribute,
  required,
  string,
  strings,
  tensor,
  type
} from "./chunk-NBNMH6FY.js";
import {
  ByValue,
  isPacked,
  looksTrained,
  roleAt,
  slotAt,
  usesOf
} from "./chunk-3TWQLETA.js";
import {
  asText,
  bitsPerElement,
  costKeys,
  counted,
  dtypeOf,
  flopgate,
  isDType,
  isFloat,
  isInteger,
  looksLikeProfile,
  profileFromJson,
  zeroCost
} from "./chunk-PTBSFD6O.js";
import {
  FlopgateError,
  fail,
  formatDim,
  formatShape,
  parseDim,
  problem
} from "./chunk-3BSD2VQC.js";
import {
  add,
  bind,
  ceilDiv,
  compare,
  equal,
  floorDiv,
  isKnown,
  isSymbolic,
  isUnknown,
  keyOf,
  max,
  maxPower,
  min,
  mod,
  mul,
  neg,
  power,
  product,
  sizeOf,
  sub,
  sum,
  symbol,
  symbolsOf,
  unknown
} from "./chunk-XNNL2VAW.js";

// src/model/model.ts
function functionKey(domain9, name, overload) {
  return `${domain9.length} ${name.length} ${domain9}${name}${overload}`;
}
function nodeLabel(node) {
  return node.name === "" ? `${node.op} #${node.index}` : node.name;
}

// src/operators/formulas.ts
function size(x) {
  return sizeOf(x instanceof Operand ? x.shape : x);
}
function broadcast(...shapes2) {
  return shapes2.reduce((left2, right) => {
    const rank = Math.max(left2.length, right.length);
    const result = [];
    for (let i = -rank; i < 0; i++) {
      const d = broadcastDim(left2.at(i) ?? 1n, right.at(i) ?? 1n, () => [left2, right]);
      result.push(d);
    }
    return result;
  }, []);
}
function broadcastDim(a, b, shapes2) {
  if (a === 1n) return b;
  if (b === 1n) return a;
  if (isKnown(a) && isKnown(b)) {
    if (a === b) return a;
    const [left2, right] = shapes2();
    throw new Mismatch(
      `${formatShape(left2 ?? [])} and ${formatShape(right ?? [])} do not broadcast (${a} against ${b})`
    );
  }
  if (isKnown(a)) return a;
  if (isKnown(b)) return b;
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  return max(a, b);
}
function broadcastOf(...operands) {
  return broadcast(...operands.flatMap((x) => x === void 0 ? [] : [x.shape]));
}
function axisOf(axis, rank) {
  const n = axis < 0n ? axis + BigInt(rank) : axis;
  if (n < 0n || n >= BigInt(rank)) throw new Mismatch(`axis ${axis} is asked of a tensor with ${rank} axes`);
  return Number(n);
}
function assertEqual(a, b, message2) {
  if (equal(a, b) === false) throw new Mismatch(message2(formatDim(a), formatDim(b)));
}
function agreed(a, b, message2) {
  assertEqual(a, b, message2);
  if (isKnown(a)) return a;
  return isKnown(b) || isUnknown(a) ? b : a;
}
function assertRank(x, ...ranks) {
  if (!ranks.includes(x.rank))
    throw new Mismatch(`\`${x.name}\` has ${x.rank} axes ${formatShape(x.shape)}; ${ranks.join(" or ")} expected`);
}
function other(operations) {
  return { macs: 0n, other: operations };
}
function bounded(n, what, least2, most3) {
  if (n < BigInt(least2) || n > BigInt(most3)) throw new Mismatch(`${what} is ${n}; ${least2} to ${most3} expected`);
  return Number(n);
}

// src/model/series.ts
var mostEvaluated = 4096n;
var maxDegree = 12;
function dependsOn(d, { index }) {
  return isSymbolic(d) && d.key.includes(index) && symbolsOf(d).includes(index);
}
function atTrip(d, { index }, trip) {
  return isSymbolic(d) && d.key.includes(index) ? bind(d, /* @__PURE__ */ new Map([[index, trip]])) : d;
}
var mostTerms = 262144;
var Totals = class {
  known = /* @__PURE__ */ new Map();
  left = mostTerms;
  /**
   * Σ d over all trips, exact. A polynomial in the number of the trip has a closed form for any number of trips; a floor
   * or a maximum is added up trip by trip, where that is a number and no large one.
   */
  over(d, series) {
    if (series.trips === 0n) return 0n;
    if (isUnknown(d) || !dependsOn(d, series)) return mul(d, series.trips);
    const plain3 = within(d, series);
    if (isUnknown(plain3) || !dependsOn(plain3, series)) return mul(plain3, series.trips);
    const powers = powersOf(plain3, series);
    if (powers !== void 0) return closedForm(powers, series.trips);
    const key = `${series.index} ${keyOf(series.trips)} ${keyOf(plain3)}`;
    const before = this.known.get(key);
    if (before !== void 0) return before;
    const found = this.addedUp(plain3, series);
    this.known.set(key, found);
    return found;
  }
  addedUp(d, series) {
    const { trips } = series;
    if (isKnown(trips)) this.left -= Number(trips);
    const each = this.left < 0 ? void 0 : eachTrip(d, series);
    return each === void 0 ? untold : sum(each);
  }
};
var untold = unknown("it is another in each trip, and no formula tells what they add up to");
function total(d, series) {
  return new Totals().over(d, series);
}
function steady(d, series, why) {
  if (!dependsOn(d, series)) return d;
  const plain3 = within(d, series);
  if (!dependsOn(plain3, series)) return plain3;
  if (series.trips === 0n) return atTrip(plain3, series, 0n);
  const [first, ...rest] = eachTrip(plain3, series) ?? [];
  return first !== void 0 && rest.every((other2) => keyOf(other2) === keyOf(first)) ? first : unknown(why);
}
function leftOf(index) {
  return `${index}.left`;
}
function within(d, { index, trips }) {
  if (!isSymbolic(d) || powersOf(d, { index, trips }) !== void 0) return d;
  const left2 = leftOf(index);
  const counted4 = isKnown(trips) ? void 0 : soleSymbol(trips);
  if (!isKnown(trips) && counted4 === void 0) return d;
  const [name, stands, back] = counted4 === void 0 ? [index, sub(sub(trips, 1n), symbol(left2)), sub(sub(trips, 1n), symbol(index))] : [counted4, add(add(symbol(index), 1n), symbol(left2)), sub(sub(trips, symbol(index)), 1n)];
  const bounded3 = bind(d, /* @__PURE__ */ new Map([[name, stands]]));
  return bind(bounded3, /* @__PURE__ */ new Map([[left2, back]]));
}
function bounded2(d, { index, trips }, trip) {
  const counted4 = soleSymbol(trips);
  if (counted4 === void 0 || !isSymbolic(d)) return d;
  return bind(d, /* @__PURE__ */ new Map([[counted4, add(symbol(leftOf(index)), trip + 1n)]]));
}
function positive(d) {
  return min(1n, max(0n, d));
}
function signedBy(d) {
  const inside3 = (x) => isSymbolic(x) ? x.terms.flatMap((t) => t.factors.flatMap(({ atom }) => atom.kind === "max" ? atom.operands : [])) : [];
  const outer = inside3(d);
  const candidates = [...outer, ...outer.flatMap(inside3), ...outer.map((x) => mul(x, -1n))];
  return candidates.find((g) => isSymbolic(g) && keyOf(positive(g)) === keyOf(d));
}
function tripsWhile(goesOn, starts, index) {
  const left2 = signedBy(goesOn);
  if (left2 === void 0) return void 0;
  const first = atTrip(left2, { index }, 0n);
  const step = sub(first, atTrip(left2, { index }, 1n));
  if (!isKnown(step) || step <= 0n || keyOf(sub(first, mul(step, symbol(index)))) !== keyOf(left2)) return void 0;
  if (starts === true) return add(1n, max(0n, ceilDiv(first, step)));
  if (keyOf(starts) !== keyOf(atTrip(goesOn, { index }, -1n))) return void 0;
  return max(0n, ceilDiv(add(first, step), step));
}
function extremes(dims2, series) {
  const { trips } = series;
  if (dims2.every((d) => !dependsOn(d, series))) return [0n];
  const convex = dims2.every((d) => isConvex(d, series));
  if (isKnown(trips) && !convex) {
    if (trips > 256n) return void 0;
    return Array.from({ length: Number(max(trips, 1n)) }, (_, i) => BigInt(i));
  }
  return convex ? [0n, sub(trips, 1n)] : void 0;
}
function isConvex(d, series) {
  if (!dependsOn(d, series)) return true;
  const powers = powersOf(d, series);
  return powers?.slice(2).every((c) => (compare(c, 0n) ?? -1) >= 0) ?? false;
}
function withoutWholes(d) {
  if (!isSymbolic(d)) return d;
  const parts3 = d.terms.map(({ coefficient, factors }) => {
    const quotients = factors.filter(({ atom }) => atom.kind === "quotient");
    const rest = alone(
      coefficient,
      factors.filter((f) => !quotients.includes(f))
    );
    return quotients.reduce((product2, f) => mul(product2, power(partedQuotient(f), f.power)), rest);
  });
  return sum(parts3);
}
function partedQuotient({ atom }) {
  if (atom.kind !== "quotient") return alone(1n, [{ atom, power: 1 }]);
  const { numerator, denominator } = atom;
  if (!isKnown(denominator) || denominator <= 1n || !isSymbolic(numerator)) return floorDiv(numerator, denominator);
  const remainder2 = ({ coefficient }) => (coefficient % denominator + denominator) % denominator;
  const whole2 = sum(numerator.terms.map((t) => alone((t.coefficient - remainder2(t)) / denominator, t.factors)));
  const left2 = sum(numerator.terms.map((t) => alone(remainder2(t), t.factors)));
  return add(whole2, floorDiv(left2, denominator));
}
function soleSymbol(d) {
  if (!isSymbolic(d)) return void 0;
  const [term, ...more] = d.terms;
  const [factor, ...others] = term?.factors ?? [];
  const plain3 = more.length === 0 && others.length === 0 && term?.coefficient === 1n && factor?.power === 1;
  return plain3 && factor.atom.kind === "symbol" ? factor.atom.name : void 0;
}
function powersOf(d, { index }) {
  if (!isSymbolic(d)) return [d];
  const parts3 = [];
  for (const term of d.terms) {
    const own2 = term.factors.find((f) => f.atom.kind === "symbol" && f.atom.name === index);
    const power2 = own2?.power ?? 0;
    const rest = alone(
      term.coefficient,
      term.factors.filter((f) => f !== own2)
    );
    if (power2 > maxDegree || symbolsOf(rest).includes(index)) return void 0;
    while (parts3.length <= power2) parts3.push([]);
    parts3[power2]?.push(rest);
  }
  return parts3.map(sum);
}
function alone(coefficient, factors) {
  if (factors.length === 0) return coefficient;
  const key = factors.map(({ atom, power: power2 }) => power2 === 1 ? atom.key : `${atom.key}^${power2}`).join("*");
  return sum([{ kind: "poly", terms: [{ coefficient, factors, key }], key: `${coefficient}\xB7${key}` }]);
}
function closedForm(powers, n) {
  const stirling = stirlingNumbers(powers.length);
  const falling = [];
  for (let j = 0; j < powers.length; j++) falling.push(mul(falling[j - 1] ?? 1n, sub(n, BigInt(j))));
  const denominator = powers.reduce((m, _, j) => lcm(m, BigInt(j + 1)), 1n);
  const parts3 = falling.map((product2, j) => {
    const weight = sum(powers.map((c, p) => mul(c, stirling[p]?.[j] ?? 0n)));
    return mul(mul(weight, product2), denominator / BigInt(j + 1));
  });
  return floorDiv(sum(parts3), denominator);
}
function stirlingNumbers(count2) {
  const rows3 = [[1n]];
  for (let p = 1; p < count2; p++) {
    const before = rows3[p - 1] ?? [];
    rows3.push(Array.from({ length: p + 1 }, (_, j) => BigInt(j) * (before[j] ?? 0n) + (before[j - 1] ?? 0n)));
  }
  return rows3;
}
function lcm(a, b) {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return a / x * b;
}
function eachTrip(d, series) {
  const { trips } = series;
  if (!isKnown(trips) || trips > mostEvaluated) return void 0;
  return Array.from({ length: Number(trips) }, (_, i) => atTrip(d, series, BigInt(i)));
}

// src/operators/scalars.ts
var maxElements = 4096n;
function foldElements(operands, shape, fold) {
  const total6 = product(shape);
  if (!isKnown(total6) || total6 > maxElements || !shape.every(isKnown)) return void 0;
  const readers = [];
  for (const operand of operands) {
    const reader = elementReader(operand, shape);
    if (reader === void 0) return void 0;
    readers.push(reader);
  }
  return Array.from({ length: Number(total6) }, (_, i) => fold(...readers.map((read3) => read3(i))));
}
function elementReader(operand, shape) {
  const { value, shape: own2 } = operand;
  if (value === void 0 || !own2.every(isKnown) || product(own2) !== BigInt(value.length)) return void 0;
  const axes = [];
  let step = 1;
  let stride2 = 1;
  for (let axis = -1; axis >= -shape.length; axis--) {
    const extent2 = Number(shape.at(axis) ?? 1n);
    const mine = Number(own2.at(axis) ?? 1n);
    axes.push({ extent: extent2, step, stride: mine === 1 ? 0 : stride2 });
    step *= extent2;
    stride2 *= mine;
  }
  return (i) => {
    const at = axes.reduce((offset2, axis) => offset2 + Math.floor(i / axis.step) % axis.extent * axis.stride, 0);
    return value[at] ?? undecided;
  };
}
function arithmeticOf(dtype) {
  switch (dtype) {
    case "float32":
      return { integer: false, round: (x) => typeof x === "number" ? Math.fround(x) : x };
    case "float64":
      return { integer: false, round: (x) => x };
    case "bool":
      return { integer: true, round: (x) => x };
    case "int8":
    case "int16":
    case "int32":
    case "int64":
      return { integer: true, round: (x) => isInt(x) ? BigInt.asIntN(bitsPerElement(dtype) ?? 64, x) : x };
    case "uint8":
    case "uint16":
    case "uint32":
    case "uint64":
      return { integer: true, round: (x) => isInt(x) ? BigInt.asUintN(bitsPerElement(dtype) ?? 64, x) : x };
    default:
      return void 0;
  }
}
var undecided = unknown("values that are not known decide it");
function isInt(x) {
  return typeof x === "bigint";
}
function truth(b) {
  return b === void 0 ? undecided : b ? 1n : 0n;
}
function arithmetic(onNumbers, onDims2) {
  return (a, b) => {
    if (typeof a === "number" && typeof b === "number") return onNumbers(a, b);
    const x = asDim(a);
    const y = asDim(b);
    return x === void 0 || y === void 0 ? undecided : onDims2(x, y);
  };
}
function asDim(x) {
  if (typeof x !== "number") return typeof x === "string" ? void 0 : x;
  return Number.isSafeInteger(x) ? BigInt(x) : void 0;
}
var plus = arithmetic((a, b) => a + b, add);
var minus = arithmetic((a, b) => a - b, sub);
var times = arithmetic((a, b) => a * b, mul);
var larger = arithmetic((a, b) => Math.max(a, b), max);
var smaller = arithmetic((a, b) => Math.min(a, b), min);
function divided(integer2) {
  return arithmetic(
    (a, b) => a / b,
    (a, b) => {
      if (b === 0n) return unknown("division by zero");
      if (!integer2) return equal(mod(a, b), 0n) === true ? floorDiv(a, b) : undecided;
      return isInt(a) && isInt(b) ? a / b : floorDiv(a, b);
    }
  );
}
function remainder(fmod) {
  return arithmetic(
    (a, b) => fmod ? a % b : a - Math.floor(a / b) * b,
    (a, b) => {
      if (b === 0n) return unknown("division by zero");
      return fmod && isInt(a) && isInt(b) ? a % b : mod(a, b);
    }
  );
}
var raised = (a, b) => {
  if (typeof a === "number") return typeof b === "number" || isInt(b ?? 0) ? a ** Number(b) : undecided;
  const base = asDim(a);
  const exponent = asDim(b);
  if (base === void 0 || exponent === void 0 || !isInt(exponent)) return undecided;
  return exponent >= 0n && exponent <= maxPower ? power(base, Number(exponent)) : undecided;
};
function comparison(onNumbers, onDims2, excess) {
  return (a, b) => {
    if (typeof a === "number" && typeof b === "number") return truth(onNumbers(a, b));
    const x = asDim(a);
    const y = asDim(b);
    if (x === void 0 || y === void 0) return undecided;
    const holds = onDims2(x, y);
    if (holds !== void 0 || excess === void 0) return truth(holds);
    const open2 = positive(excess(x, y));
    return isUnknown(open2) ? undecided : open2;
  };
}
function exceeds(a, b) {
  const order2 = compare(a, b);
  if (order2 === -1 || order2 === 0) return false;
  const strict = compare(a, add(b, 1n));
  return strict === 0 || strict === 1 ? true : void 0;
}
var negated = (b) => b === void 0 ? void 0 : !b;
var greater = comparison((a, b) => a > b, exceeds, sub);
var less = comparison(
  (a, b) => a < b,
  (a, b) => exceeds(b, a),
  (a, b) => sub(b, a)
);
var greaterOrEqual = comparison(
  (a, b) => a >= b,
  (a, b) => negated(exceeds(b, a)),
  (a, b) => add(sub(a, b), 1n)
);
var lessOrEqual = comparison(
  (a, b) => a <= b,
  (a, b) => negated(exceeds(a, b)),
  (a, b) => add(sub(b, a), 1n)
);
var same = (a, b) => typeof a === "string" && typeof b === "string" ? truth(a === b) : sameNumber(a ?? undecided, b ?? undecided);
var sameNumber = comparison((a, b) => a === b, equal);
var both = (a, b) => a === 0n || b === 0n ? 0n : a === 1n && b === 1n ? 1n : undecided;
var either = (a, b) => a === 1n || b === 1n ? 1n : a === 0n && b === 0n ? 0n : undecided;
var oneOf = (a, b) => isInt(a ?? "") && isInt(b ?? "") ? truth(a !== b) : undecided;
var not = (a) => a === 0n ? 1n : a === 1n ? 0n : undecided;
var chosen = (condition, x = undecided, y = undecided) => {
  if (condition === 1n) return x;
  if (condition === 0n) return y;
  const known5 = typeof x === "object" && typeof y === "object" ? !isUnknown(x) && keyOf(x) === keyOf(y) : x === y;
  return known5 ? x : undecided;
};
function bits(rule) {
  return (a, b) => typeof a === "bigint" && typeof b === "bigint" ? rule(a, b) : undecided;
}
var opposite = (a) => typeof a === "number" ? -a : mapDim(a, neg) ?? undecided;
var magnitude = (a) => {
  if (typeof a === "number") return Math.abs(a);
  return mapDim(a, (d) => compare(d, 0n) === -1 ? neg(d) : compare(d, 0n) === void 0 ? undecided : d) ?? undecided;
};
var sign = (a) => {
  if (typeof a === "number") return Math.sign(a);
  return isInt(a ?? "") ? a === 0n ? 0n : (compare(asDim(a) ?? 0n, 0n) ?? 0) > 0 ? 1n : -1n : undecided;
};
function rounded(rule) {
  return (a) => typeof a === "number" ? rule(a) : mapDim(a, (d) => d) ?? undecided;
}
function numeric(rule) {
  return (a) => typeof a === "number" ? rule(a) : undecided;
}
function roundHalfEven(x) {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
function mapDim(x, rule) {
  if (x === void 0 || typeof x === "string" || typeof x === "number") return void 0;
  return isUnknown(x) || isKnown(x) || isSymbolic(x) ? rule(x) : void 0;
}

// src/operators/elementwise.ts
var page = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function unary({ name, revisions, doc, fold, gives, example }) {
  return operator({
    name,
    revisions,
    source: page(name),
    doc: `${doc} One operation per element.`,
    inputs: ["X"],
    outputs: ["Y"],
    dtype: () => gives === void 0 ? {} : { Y: gives },
    shape: ({ X }) => ({ Y: X.shape }),
    value: ({ X }) => fold === void 0 ? {} : { Y: folded([X], X.shape, fold) },
    work: (_, { Y }) => other(size(Y)),
    memory: "inplace",
    examples: []
  });
}
function folded(operands, shape, fold) {
  const kept3 = arithmeticOf(operands[0]?.dtype ?? null);
  return kept3 && foldElements(operands, shape, (...elements) => kept3.round(fold(...elements)));
}
var legacyBroadcast = { axis: int(), broadcast: int(0n) };
function binaryShape(A, B, a, opset) {
  if (opset >= 7n) return broadcastOf(A, B);
  const axis = Number(a.axis ?? BigInt(A.rank - B.rank));
  const start = axis < 0 ? axis + A.rank : axis;
  if (start < 0 || start + B.rank > A.rank)
    throw new Mismatch(`\`${B.name}\` with ${B.rank} axes does not lie on \`${A.name}\` from axis ${axis}`);
  const aligned2 = [...B.shape, ...Array.from({ length: A.rank - B.rank - start }, () => 1n)];
  return broadcast(A.shape, aligned2);
}
function binary({ name, revisions, doc, fold, gives, example }) {
  return operator({
    name,
    revisions,
    source: page(name),
    doc: `${doc} One operation per output element; extents broadcast.`,
    inputs: ["A", "B"],
    outputs: ["C"],
    attributes: legacyBroadcast,
    dtype: () => gives === void 0 ? {} : { C: gives },
    shape: ({ A, B }, a, call) => ({ C: binaryShape(A, B, a, call.opset) }),
    value: ({ A, B }, a, call) => {
      if (a.axis !== void 0 && call.opset < 7n) return {};
      const rule = gives === void 0 ? folded : foldElements;
      return { C: rule([A, B], binaryShape(A, B, a, call.opset), fold) };
    },
    work: (_, { C }) => other(size(C)),
    memory: "inplace",
    broadcasts: "whole",
    examples: []
  });
}
var ofReals = (expected, given2 = [-1.5, 0.5, 2.5]) => ({
  given: { X: { shape: [given2.length], value: given2 } },
  gives: { Y: { shape: [given2.length], dtype: "float32", value: expected } },
  other: BigInt(given2.length)
});
var ofShape = { given: { X: ["n", 3] }, gives: { Y: ["n", 3] }, other: "3*n" };
var ofPair = (a, b, c, dtype = "int64", from3 = "int64") => ({
  given: { A: { shape: [a.length], dtype: from3, value: a }, B: { shape: [b.length], dtype: from3, value: b } },
  gives: { C: { shape: [c.length], dtype, value: c } },
  other: BigInt(c.length)
});
var unaries = [
  { name: "Abs", revisions: [1, 6, 13], doc: "Absolute value.", fold: magnitude, example: ofReals([1.5, 0.5, 2.5]) },
  {
    name: "Neg",
    revisions: [1, 6, 13],
    doc: "Changes the sign.",
    fold: opposite,
    example: ofReals([1.5, -0.5, -2.5])
  },
  {
    name: "Sign",
    revisions: [9, 13],
    doc: "Minus one, zero or one by the sign.",
    fold: sign,
    example: ofReals([-1, 1, 1])
  },
  {
    name: "Floor",
    revisions: [1, 6, 13],
    doc: "Rounds down.",
    fold: rounded(Math.floor),
    example: ofReals([-2, 0, 2])
  },
  { name: "Ceil", revisions: [1, 6, 13], doc: "Rounds up.", fold: rounded(Math.ceil), example: ofReals([-1, 1, 3]) },
  {
    name: "Round",
    revisions: [11, 22],
    doc: "Rounds to the nearest integer, halves to even.",
    fold: rounded(roundHalfEven),
    example: ofReals([-2, 0, 2])
  },
  {
    name: "Sqrt",
    revisions: [1, 6, 13],
    doc: "Square root.",
    fold: numeric(Math.sqrt),
    example: ofReals([2, 0.5], [4, 0.25])
  },
  {
    name: "Reciprocal",
    revisions: [1, 6, 13],
    doc: "One divided by the element.",
    fold: numeric((x) => 1 / x),
    example: ofReals([0.25, -2], [4, -0.5])
  },
  { name: "Exp", revisions: [1, 6, 13], doc: "e to the power of the element.", example: ofShape },
  { name: "Log", revisions: [1, 6, 13], doc: "Natural logarithm.", example: ofShape },
  { name: "Erf", revisions: [9, 13], doc: "Error function.", example: ofShape },
  { name: "Sin", revisions: [7, 22], doc: "Sine.", example: ofShape },
  { name: "Cos", revisions: [7, 22], doc: "Cosine.", example: ofShape },
  { name: "Tan", revisions: [7, 22], doc: "Tangent.", example: ofShape },
  { name: "Asin", revisions: [7, 22], doc: "Inverse sine.", example: ofShape },
  { name: "Acos", revisions: [7, 22], doc: "Inverse cosine.", example: ofShape },
  { name: "Atan", revisions: [7, 22], doc: "Inverse tangent.", example: ofShape },
  { name: "Sinh", revisions: [9, 22], doc: "Hyperbolic sine.", example: ofShape },
  { name: "Cosh", revisions: [9, 22], doc: "Hyperbolic cosine.", example: ofShape },
  { name: "Tanh", revisions: [1, 6, 13], doc: "Hyperbolic tangent.", example: ofShape },
  { name: "Asinh", revisions: [9, 22], doc: "Inverse hyperbolic sine.", example: ofShape },
  { name: "Acosh", revisions: [9, 22], doc: "Inverse hyperbolic cosine.", example: ofShape },
  { name: "Atanh", revisions: [9, 22], doc: "Inverse hyperbolic tangent.", example: ofShape },
  { name: "Sigmoid", revisions: [1, 6, 13], doc: "1 / (1 + e\u207B\u02E3), taken as one elementary function.", example: ofShape },
  {
    name: "Not",
    revisions: [1],
    doc: "Logical negation.",
    fold: not,
    example: {
      given: { X: { shape: [2], dtype: "bool", value: [0, 1] } },
      gives: { Y: { shape: [2], dtype: "bool", value: [1, 0] } },
      other: 2n
    }
  },
  {
    name: "BitwiseNot",
    revisions: [18],
    doc: "Complements every bit.",
    fold: (x) => typeof x === "bigint" ? ~x : undecided,
    example: {
      given: { X: { shape: [2], dtype: "int64", value: [0, 5] } },
      gives: { Y: { shape: [2], dtype: "int64", value: [-1, -6] } },
      other: 2n
    }
  },
  {
    name: "IsNaN",
    revisions: [9, 13, 20],
    doc: "Whether the element is not a number.",
    gives: "bool",
    example: { given: { X: [4] }, gives: { Y: { shape: [4], dtype: "bool" } }, other: 4n }
  }
];
var binaries = [
  {
    name: "Add",
    revisions: [1, 6, 7, 13, 14],
    doc: "Sum.",
    fold: plus,
    example: {
      title: "a bias on a symbolic batch",
      given: { A: ["batch", 8, 4], B: [8, 1] },
      gives: { C: ["batch", 8, 4] },
      other: "32*batch"
      // 8·4
    }
  },
  {
    name: "Sub",
    revisions: [1, 6, 7, 13, 14],
    doc: "Difference.",
    fold: minus,
    example: ofPair(["s", 7], [2], ["s - 2", 5])
  },
  {
    name: "Mul",
    revisions: [1, 6, 7, 13, 14],
    doc: "Product.",
    fold: times,
    example: ofPair(["s", 7], [2, 3], ["2*s", 21])
  },
  {
    name: "Equal",
    revisions: [1, 7, 11, 13, 19],
    doc: "Whether the elements are equal.",
    fold: same,
    gives: "bool",
    example: ofPair([-1, "s"], [-1], [1, 0], "bool")
  },
  {
    name: "Less",
    revisions: [1, 7, 9, 13],
    doc: "Whether the first is smaller.",
    fold: less,
    gives: "bool",
    example: ofPair([1, 2, "s"], [2, 2, "s + 1"], [1, 0, 1], "bool")
  },
  {
    name: "LessOrEqual",
    revisions: [12, 16],
    doc: "Whether the first is not larger.",
    fold: lessOrEqual,
    gives: "bool",
    example: ofPair([2, 3, 0], [2, 2, "s"], [1, 0, 1], "bool")
  },
  {
    name: "Greater",
    revisions: [1, 7, 9, 13],
    doc: "Whether the first is larger.",
    fold: greater,
    gives: "bool",
    example: ofPair([2, 3, "s"], [2, 2, "s"], [0, 1, 0], "bool")
  },
  {
    name: "GreaterOrEqual",
    revisions: [12, 16],
    doc: "Whether the first is not smaller.",
    fold: greaterOrEqual,
    gives: "bool",
    example: ofPair([2, 1, "s"], [2, 2, 0], [1, 0, 1], "bool")
  },
  {
    name: "And",
    revisions: [1, 7],
    doc: "Logical and.",
    fold: both,
    gives: "bool",
    example: ofPair([0, 0, 1, 1], [0, 1, 0, 1], [0, 0, 0, 1], "bool", "bool")
  },
  {
    name: "Or",
    revisions: [1, 7],
    doc: "Logical or.",
    fold: either,
    gives: "bool",
    example: ofPair([0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 1], "bool", "bool")
  },
  {
    name: "Xor",
    revisions: [1, 7],
    doc: "Logical exclusive or.",
    fold: oneOf,
    gives: "bool",
    example: ofPair([0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 0], "bool", "bool")
  },
  {
    name: "BitwiseAnd",
    revisions: [18],
    doc: "Bitwise and.",
    fold: bits((a, b) => a & b),
    example: ofPair([12], [10], [8])
  },
  {
    name: "BitwiseOr",
    revisions: [18],
    doc: "Bitwise or.",
    fold: bits((a, b) => a | b),
    example: ofPair([12], [10], [14])
  },
  {
    name: "BitwiseXor",
    revisions: [18],
    doc: "Bitwise exclusive or.",
    fold: bits((a, b) => a ^ b),
    example: ofPair([12], [10], [6])
  }
];
var elementwise = [...unaries.map(unary), ...binaries.map(binary)];

// src/operators/activation.ts
var page2 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var contribPage = (name) => `https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#com.microsoft.${name}`;
function activation(row) {
  const count2 = row.operations === 1n ? "One operation" : `${row.operations} operations`;
  return operator({
    name: row.name,
    domain: row.domain ?? "",
    revisions: row.revisions,
    source: row.domain === void 0 ? page2(row.name) : contribPage(row.name),
    doc: `${row.doc} ${count2} per element.`,
    inputs: ["X"],
    outputs: ["Y"],
    attributes: row.attributes ?? {},
    shape: ({ X }) => ({ Y: X.shape }),
    value: ({ X }) => row.fold === void 0 ? {} : { Y: folded([X], X.shape, row.fold) },
    work: ({ X }) => other(mul(size(X), row.operations)),
    memory: "inplace",
    examples: []
  });
}
var oneInput = [
  {
    name: "Relu",
    revisions: [1, 6, 13, 14],
    operations: 1n,
    doc: "max(0, x).",
    // The body that ONNX gives Range computes its trips with it.
    fold: (x) => larger(x, typeof x === "number" ? 0 : 0n),
    example: {
      title: "of known numbers",
      given: { X: { shape: [3], value: [-1.5, 0.5, 2.5] } },
      gives: { Y: { shape: [3], dtype: "float32", value: [0, 0.5, 2.5] } },
      other: 3n
    }
  },
  {
    name: "LeakyRelu",
    revisions: [1, 6, 16],
    attributes: { alpha: float(0.01) },
    operations: 2n,
    doc: "x, or \u03B1\xB7x below zero: a product and a selection."
  },
  {
    name: "ThresholdedRelu",
    revisions: [10, 22],
    attributes: { alpha: float(1) },
    operations: 1n,
    doc: "x above \u03B1, else zero."
  },
  {
    name: "Elu",
    revisions: [1, 6, 22],
    attributes: { alpha: float(1) },
    operations: 4n,
    doc: "x, or \u03B1\xB7(e\u02E3 \u2212 1) below zero: exponential, difference, product, selection."
  },
  {
    name: "Selu",
    revisions: [1, 6, 22],
    attributes: { alpha: float(1.6732632), gamma: float(1.050701) },
    operations: 5n,
    doc: "\u03B3\xB7x, or \u03B3\xB7(\u03B1\xB7e\u02E3 \u2212 \u03B1) below zero: exponential, product, difference, selection, product."
  },
  {
    name: "Celu",
    revisions: [12, 28],
    attributes: { alpha: float(1) },
    operations: 7n,
    doc: "max(0, x) + min(0, \u03B1\xB7(exp(x/\u03B1) \u2212 1)): quotient, exponential, difference, product, maximum, minimum, sum."
  },
  { name: "Softplus", revisions: [1, 22], operations: 3n, doc: "ln(e\u02E3 + 1): exponential, sum, logarithm." },
  { name: "Softsign", revisions: [1, 22], operations: 3n, doc: "x / (1 + |x|): magnitude, sum, quotient." },
  {
    name: "Mish",
    revisions: [18, 22],
    operations: 5n,
    doc: "x\xB7tanh(ln(e\u02E3 + 1)): exponential, sum, logarithm, tangent, product."
  },
  {
    name: "Swish",
    revisions: [24],
    attributes: { alpha: float(1) },
    operations: 3n,
    doc: "x\xB7sigmoid(\u03B1\xB7x): product, sigmoid, product."
  },
  {
    name: "HardSigmoid",
    revisions: [1, 6, 22],
    attributes: { alpha: float(0.2), beta: float(0.5) },
    operations: 4n,
    doc: "max(0, min(1, \u03B1\xB7x + \u03B2)): product, sum, minimum, maximum."
  },
  {
    name: "HardSwish",
    revisions: [14, 22],
    operations: 5n,
    doc: "x\xB7max(0, min(1, x/6 + \xBD)): product, sum, minimum, maximum, product."
  },
  {
    name: "Shrink",
    revisions: [9],
    attributes: { bias: float(0), lambd: float(0.5) },
    operations: 3n,
    doc: "x moved by a bias towards zero outside \xB1\u03BB, else zero: two comparisons, a sum."
  },
  {
    name: "Gelu",
    domain: "com.microsoft",
    revisions: [1],
    operations: 5n,
    doc: "x\xB7\xBD\xB7(1 + erf(x/\u221A2)): quotient, error function, sum, two products."
  },
  {
    name: "QuickGelu",
    domain: "com.microsoft",
    revisions: [1],
    attributes: { alpha: float(1.702) },
    operations: 3n,
    doc: "x\xB7sigmoid(\u03B1\xB7x): product, sigmoid, product."
  }
];
function rows(shape, axis, opset) {
  const at = axisOf(axis, shape.length);
  return opset >= 13n ? product(shape.filter((_, i) => i !== at)) : product(shape.slice(0, at));
}
function softmaxAxis(axis, opset) {
  return axis ?? (opset >= 13n ? -1n : 1n);
}
var activations = [
  ...oneInput.map(activation),
  operator({
    name: "Gelu",
    revisions: [20],
    source: page2("Gelu"),
    doc: "x\xB7\xBD\xB7(1 + erf(x/\u221A2)): quotient, error function, sum, two products, 5 operations per element. With `tanh` x\xB7\xBD\xB7(1 + tanh(\u221A(2/\u03C0)\xB7(x + 0.044715\xB7x\xB3))): power, product, sum, product, tangent, sum, two products, 8 per element.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { approximate: string("none") },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(mul(size(X), a.approximate === "tanh" ? 8n : 5n)),
    memory: "inplace",
    examples: []
  }),
  operator({
    name: "FastGelu",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("FastGelu"),
    doc: "Gelu by the tangent, 8 operations per element, after adding a bias when there is one, 1 more.",
    inputs: ["X", "bias?"],
    outputs: ["Y"],
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X, bias }) => other(mul(size(X), bias === void 0 ? 8n : 9n)),
    memory: "inplace",
    roles: { bias: "weight" },
    examples: [{ given: { X: [2, 10], bias: [10] }, gives: { Y: [2, 10] }, other: 180n }]
    // (8 + 1)·20
  }),
  operator({
    name: "BiasGelu",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("BiasGelu"),
    doc: "Adds a bias, then Gelu by the error function: 6 operations per element.",
    inputs: ["A", "B"],
    outputs: ["C"],
    shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
    work: (_, { C }) => other(mul(size(C), 6n)),
    memory: "inplace",
    roles: { B: "weight" },
    broadcasts: "whole",
    examples: [{ given: { A: ["batch", 10], B: [10] }, gives: { C: ["batch", 10] }, other: "60*batch" }]
    // 6·10
  }),
  operator({
    name: "PRelu",
    revisions: [1, 6, 7, 9, 16],
    source: page2("PRelu"),
    doc: "x, or slope\xB7x below zero: a product and a selection, 2 operations per element.",
    inputs: ["X", "slope"],
    outputs: ["Y"],
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(mul(size(X), 2n)),
    memory: "inplace",
    roles: { slope: "weight" },
    examples: [{ given: { X: [1, 8, 10, 10], slope: [8, 1, 1] }, gives: { Y: [1, 8, 10, 10] }, other: 1600n }]
    // 2·800
  }),
  operator({
    name: "SwiGLU",
    revisions: [28],
    source: page2("SwiGLU"),
    doc: "a\xB7sigmoid(\u03B1\xB7a)\xB7b: product, sigmoid, two products, 4 operations per element.",
    inputs: ["A", "B"],
    outputs: ["Y"],
    attributes: { alpha: float(1) },
    shape: ({ A, B }) => ({ Y: broadcastOf(A, B) }),
    work: (_, { Y }) => other(mul(size(Y), 4n)),
    memory: "inplace",
    examples: [{ given: { A: [2, 10], B: [2, 10] }, gives: { Y: [2, 10] }, other: 80n }]
    // 4·20
  }),
  operator({
    name: "Softmax",
    revisions: [1, 11, 13],
    source: page2("Softmax"),
    doc: "e\u02E3 over its sum along an axis (before operator set 13 over all axes from it on): maximum, difference, exponential, sum, quotient, 5 operations per element.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { axis: int() },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(mul(size(input), 5n)),
    memory: "inplace",
    examples: [{ given: { input: ["n", 8, 10] }, gives: { output: ["n", 8, 10] }, other: "400*n" }]
    // 5·80
  }),
  operator({
    name: "LogSoftmax",
    revisions: [1, 11, 13],
    source: page2("LogSoftmax"),
    doc: "The logarithm of Softmax: maximum, difference, exponential, sum, difference, 5 operations per element, and one logarithm per row.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { axis: int() },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }, _, a, call) => other(add(mul(size(input), 5n), rows(input.shape, softmaxAxis(a.axis, call.opset), call.opset))),
    memory: "inplace",
    examples: []
  }),
  operator({
    name: "Hardmax",
    revisions: [1, 11, 13],
    source: page2("Hardmax"),
    doc: "One at the first maximum of each row, else zero. One comparison per element.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { axis: int() },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(size(input)),
    memory: "inplace",
    examples: []
  })
];

// src/operators/arithmetic.ts
var page3 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function shift(x, by, direction) {
  if (by < 0n || by > 64n) return 0n;
  return direction === "LEFT" ? x << by : x >> by;
}
var arithmetic2 = [
  operator({
    name: "Div",
    revisions: [1, 6, 7, 13, 14],
    source: page3("Div"),
    doc: "Quotient; integers truncate toward zero. One operation per output element; extents broadcast.",
    inputs: ["A", "B"],
    outputs: ["C"],
    attributes: legacyBroadcast,
    shape: ({ A, B }, a, call) => ({ C: binaryShape(A, B, a, call.opset) }),
    value: ({ A, B }, a, call) => {
      const rule = divided(arithmeticOf(A.dtype)?.integer === true);
      return a.axis !== void 0 && call.opset < 7n ? {} : { C: folded([A, B], binaryShape(A, B, a, call.opset), rule) };
    },
    work: (_, { C }) => other(size(C)),
    memory: "inplace",
    broadcasts: "whole",
    examples: []
  }),
  operator({
    name: "Mod",
    revisions: [10, 13, 28],
    source: page3("Mod"),
    doc: "Remainder with the sign of the divisor, with `fmod` of the dividend. One operation per output element.",
    inputs: ["A", "B"],
    outputs: ["C"],
    attributes: { fmod: int(0n) },
    shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
    value: ({ A, B }, a) => ({ C: folded([A, B], broadcastOf(A, B), remainder(a.fmod !== 0n)) }),
    work: (_, { C }) => other(size(C)),
    memory: "inplace",
    broadcasts: "whole",
    examples: []
  }),
  operator({
    name: "Pow",
    revisions: [1, 7, 12, 13, 15],
    source: page3("Pow"),
    doc: "The first to the power of the second. One operation per output element.",
    inputs: ["X", "Y"],
    outputs: ["Z"],
    attributes: legacyBroadcast,
    shape: ({ X, Y }, a, call) => ({ Z: binaryShape(X, Y, a, call.opset) }),
    value: ({ X, Y }, a, call) => a.axis !== void 0 && call.opset < 7n ? {} : { Z: folded([X, Y], binaryShape(X, Y, a, call.opset), raised) },
    work: (_, { Z }) => other(size(Z)),
    memory: "inplace",
    broadcasts: "whole",
    roles: { Y: "constant" },
    examples: []
  }),
  operator({
    name: "BitShift",
    revisions: [11, 28],
    source: page3("BitShift"),
    doc: "Shifts bits left or right. One operation per output element.",
    inputs: ["X", "Y"],
    outputs: ["Z"],
    attributes: { direction: required(string()) },
    shape: ({ X, Y }) => ({ Z: broadcastOf(X, Y) }),
    value: ({ X, Y }, a) => ({
      Z: folded(
        [X, Y],
        broadcastOf(X, Y),
        bits((x, y) => shift(x, y, a.direction))
      )
    }),
    work: (_, { Z }) => other(size(Z)),
    memory: "inplace",
    broadcasts: "whole",
    examples: []
  })
];

// src/operators/recurrent.ts
var page4 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var settings = {
  activation_alpha: floats(),
  activation_beta: floats(),
  activations: strings(),
  clip: float(),
  direction: string("forward"),
  hidden_size: int(),
  layout: int(0n),
  output_sequence: int(0n)
};
function sizes(X, W, R, gates2, a) {
  assertRank(X, 3);
  assertRank(W, 3);
  assertRank(R, 3);
  const swapped3 = a.layout !== 0n;
  const hidden2 = agreed(R.dim(2), a.hidden_size ?? R.dim(2), (r, h) => `hidden_size is ${h}, \`${R.name}\` says ${r}`);
  assertEqual(W.dim(1), mul(hidden2, gates2), (w, h) => `\`${W.name}\` has ${w} rows; ${h} expected for ${gates2} gates`);
  const input = agreed(X.dim(2), W.dim(2), (x, w) => `\`${X.name}\` has ${x} features, \`${W.name}\` expects ${w}`);
  return { steps: X.dim(swapped3 ? 1 : 0), batch: X.dim(swapped3 ? 0 : 1), input, hidden: hidden2, directions: W.dim(0) };
}
function shapes(s, a) {
  if (a.layout !== 0n)
    return { all: [s.batch, s.steps, s.directions, s.hidden], last: [s.batch, s.directions, s.hidden] };
  return { all: [s.steps, s.directions, s.batch, s.hidden], last: [s.directions, s.batch, s.hidden] };
}
function work(s, gates2, perUnit) {
  const states = product([s.steps, s.batch, s.directions, s.hidden]);
  return { macs: product([states, gates2, sum([s.input, s.hidden])]), other: mul(states, perUnit) };
}
function extras(gates2, B, a) {
  return gates2 * ((B === void 0 ? 0n : 2n) + (a.clip === void 0 ? 0n : 2n));
}
var stored = { W: "weight", R: "weight", B: "weight", sequence_lens: "constant", initial_h: "constant" };
var recurrent = [
  operator({
    name: "LSTM",
    revisions: [1, 7, 14, 22],
    source: page4("LSTM"),
    doc: "Long short-term memory. MACs: 4\xB7(I + H)\xB7H for every step, sample and direction, sequence lengths ignored. Other, per state: 4 sums of products, 5 activations, 4 operations on the cell and the output; 8 with a bias, 6 with peepholes, 8 with clip.",
    inputs: ["X", "W", "R", "B?", "sequence_lens?", "initial_h?", "initial_c?", "P?"],
    outputs: ["Y?", "Y_h?", "Y_c?"],
    attributes: { ...settings, input_forget: int(0n) },
    shape: ({ X, W, R }, a) => {
      const { all, last } = shapes(sizes(X, W, R, 4n, a), a);
      return { Y: all, Y_h: last, Y_c: last };
    },
    work: ({ X, W, R, B, P }, _, a) => work(sizes(X, W, R, 4n, a), 4n, 13n + extras(4n, B, a) + (P ? 6n : 0n)),
    roles: { ...stored, initial_c: "constant", P: "weight" },
    examples: []
  }),
  operator({
    name: "GRU",
    revisions: [1, 3, 7, 14, 22],
    source: page4("GRU"),
    doc: "Gated recurrent unit. MACs: 3\xB7(I + H)\xB7H for every step, sample and direction. Other, per state: 3 sums of products, 3 activations, 5 operations on the gates; 6 with a bias, 6 with clip.",
    inputs: ["X", "W", "R", "B?", "sequence_lens?", "initial_h?"],
    outputs: ["Y?", "Y_h?"],
    attributes: { ...settings, linear_before_reset: int(0n) },
    shape: ({ X, W, R }, a) => {
      const { all, last } = shapes(sizes(X, W, R, 3n, a), a);
      return { Y: all, Y_h: last };
    },
    work: ({ X, W, R, B }, _, a) => work(sizes(X, W, R, 3n, a), 3n, 11n + extras(3n, B, a)),
    roles: stored,
    examples: []
  }),
  operator({
    name: "RNN",
    revisions: [1, 7, 14, 22],
    source: page4("RNN"),
    doc: "Plain recurrence. MACs: (I + H)\xB7H for every step, sample and direction. Other, per state: a sum of products and an activation; 2 with a bias, 2 with clip.",
    inputs: ["X", "W", "R", "B?", "sequence_lens?", "initial_h?"],
    outputs: ["Y?", "Y_h?"],
    attributes: settings,
    shape: ({ X, W, R }, a) => {
      const { all, last } = shapes(sizes(X, W, R, 1n, a), a);
      return { Y: all, Y_h: last };
    },
    work: ({ X, W, R, B }, _, a) => work(sizes(X, W, R, 1n, a), 1n, 2n + extras(1n, B, a)),
    roles: stored,
    examples: []
  })
];

// src/operators/attended-recurrence.ts
function sizes2({ X, W, R, QW, MW, M, AW }) {
  for (const x of [X, W, R, QW, MW, M]) assertRank(x, 3);
  if (AW !== void 0) assertRank(AW, 3);
  const depth = M.dim(2);
  const attended = AW === void 0 ? depth : AW.dim(2);
  const input = add(X.dim(2), attended);
  if (equal(W.dim(2), input) === false)
    throw new Mismatch(
      `\`${W.name}\` takes ${formatDim(W.dim(2))} features; ${formatDim(X.dim(2))} of \`${X.name}\` and ${formatDim(attended)} attended to expected`
    );
  assertEqual(MW.dim(1), depth, (w, m) => `\`${MW.name}\` takes ${w} features, \`${M.name}\` has ${m}`);
  return {
    steps: X.dim(0),
    batch: X.dim(1),
    directions: W.dim(0),
    hidden: R.dim(2),
    input: W.dim(2),
    memory: M.dim(1),
    depth,
    width: MW.dim(2)
  };
}
function layerWork(given2, B, P, clip2) {
  const s = sizes2(given2);
  const runs = product([s.batch, s.directions]);
  const keys = product([runs, s.memory, s.depth, s.width]);
  const gates2 = product([4n, s.hidden, add(s.input, s.hidden)]);
  const query = mul(s.hidden, s.width);
  const attended = given2.AW === void 0 ? 0n : mul(add(s.hidden, s.depth), given2.AW.dim(2));
  const scores2 = mul(s.memory, add(s.width, s.depth));
  const perUnit = 13n + extras(4n, B, { clip: clip2, hidden_size: void 0, layout: 0n }) + (P === void 0 ? 0n : 6n);
  const attending = mul(s.memory, add(mul(2n, s.width), 5n));
  return {
    macs: add(keys, product([runs, s.steps, sum([gates2, query, scores2, attended])])),
    other: product([runs, s.steps, add(mul(s.hidden, perUnit), attending)])
  };
}
var attendedRecurrence = [
  operator({
    name: "AttnLSTM",
    domain: "com.microsoft",
    revisions: [1],
    source: "https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/attn_lstm_schema_defs.cc",
    doc: "An LSTM with Bahdanau attention on a memory M. MACs: for every sample and direction the keys M \xB7 MW once; at every step 4\xB7(I + H)\xB7H as LSTM, I counting what was attended to, then the query, a score and a share of the context for each of M, and the attention layer. Other: per state as LSTM; per key element 2, per score 5. Lengths of sequences are ignored.",
    inputs: [
      "X",
      "W",
      "R",
      "B?",
      "sequence_lens?",
      "initial_h?",
      "initial_c?",
      "P?",
      "QW",
      "MW",
      "V",
      "M",
      "memory_seq_lens?",
      "AW?"
    ],
    outputs: ["Y?", "Y_h?", "Y_c?"],
    attributes: {
      activation_alpha: settings.activation_alpha,
      activation_beta: settings.activation_beta,
      activations: settings.activations,
      clip: settings.clip,
      direction: settings.direction,
      hidden_size: settings.hidden_size,
      input_forget: int(0n)
    },
    shape: (given2) => {
      const s = sizes2(given2);
      const last = [s.directions, s.batch, s.hidden];
      return { Y: [s.steps, s.directions, s.batch, s.hidden], Y_h: last, Y_c: last };
    },
    work: (given2, _, { clip: clip2 }) => layerWork(given2, given2.B, given2.P, clip2),
    roles: {
      W: "weight",
      R: "weight",
      B: "weight",
      sequence_lens: "constant",
      initial_h: "constant",
      initial_c: "constant",
      P: "weight",
      QW: "weight",
      MW: "weight",
      V: "weight",
      memory_seq_lens: "constant",
      AW: "weight"
    },
    examples: []
  })
];

// src/operators/attention.ts
var page5 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function scores(s) {
  return product([s.batch, s.heads, s.queries, s.keys]);
}
function attentionWork(s, extra) {
  return { macs: mul(scores(s), add(s.keySize, s.valueSize)), other: mul(scores(s), 6n + extra) };
}
function present(...xs) {
  return BigInt(xs.filter((x) => x !== void 0).length);
}
function lengthOf(length, call) {
  const [value] = length.value ?? [];
  if (typeof value === "bigint" || typeof value === "object") return value;
  return call.symbol?.(length.name) ?? symbol(length.name);
}
function perHead(x, heads, what) {
  if (x.rank === 4) return x.shape;
  assertRank(x, 3);
  if (heads === void 0 || heads < 1n) throw new Mismatch(`\`${x.name}\` has 3 axes, and ${what} is not given`);
  return [x.dim(0), heads, x.dim(1), floorDiv(x.dim(2), heads)];
}
function read(Q, K, V, past, a) {
  const [batch = 1n, heads = 1n, queries = 1n, keySize = 1n] = perHead(Q, a.q_num_heads, "q_num_heads");
  const [, kvHeads = 1n, length = 1n, keyWidth = 1n] = perHead(K, a.kv_num_heads, "kv_num_heads");
  const [, , , valueSize = 1n] = perHead(V, a.kv_num_heads, "kv_num_heads");
  agreed(keySize, keyWidth, (q, k) => `queries have ${q} elements a head, keys ${k}`);
  const keys = past === void 0 ? length : add(past.dim(2), length);
  return {
    sizes: { batch, heads, queries, keys, keySize, valueSize },
    keyShape: [batch, kvHeads, keys, keyWidth],
    valueShape: [batch, kvHeads, keys, valueSize]
  };
}
var attention = [
  operator({
    name: "Attention",
    revisions: [23, 24, 25],
    source: page5("Attention"),
    doc: "Scaled dot-product attention of queries on keys and values, the past before them, with query heads that may share keys. MACs: B\xB7heads\xB7S\xB7T\xB7(dk + dv), causal or not; other, per score: 6 for scale and softmax, 1 with a mask, 3 with a soft cap.",
    inputs: ["Q", "K", "V", "attn_mask?", "past_key?", "past_value?", "nonpad_kv_seqlen?"],
    outputs: ["Y", "present_key?", "present_value?", "qk_matmul_output?"],
    attributes: {
      is_causal: int(0n),
      kv_num_heads: int(),
      left_window_size: int(-1n),
      q_num_heads: int(),
      qk_matmul_output_mode: int(0n),
      right_window_size: int(-1n),
      scale: float(),
      softcap: float(0),
      softmax_precision: int()
    },
    dtype: { Y: "Q", present_key: "K", present_value: "V", qk_matmul_output: "Q" },
    shape: ({ Q, K, V, past_key }, a) => {
      const { sizes: s, keyShape, valueShape } = read(Q, K, V, past_key, a);
      const four = [s.batch, s.heads, s.queries, s.valueSize];
      return {
        Y: Q.rank === 4 ? four : [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: keyShape,
        present_value: valueShape,
        qk_matmul_output: [s.batch, s.heads, s.queries, s.keys]
      };
    },
    work: ({ Q, K, V, attn_mask, past_key }, _, a) => attentionWork(read(Q, K, V, past_key, a).sizes, present(attn_mask) + (a.softcap === 0 ? 0n : 3n)),
    roles: { attn_mask: "constant", nonpad_kv_seqlen: "constant" },
    examples: []
  }),
  operator({
    name: "FlexAttention",
    domain: "ai.onnx.preview",
    revisions: [1],
    source: page5("AiOnnxPreviewFlexAttention"),
    doc: "Attention whose scores and probabilities may pass through graphs of the model. MACs as Attention; what those graphs compute is not counted, so `other` is unknown where there is one.",
    inputs: ["Q", "K", "V"],
    outputs: ["Y"],
    attributes: { prob_mod: graph(), scale: float(), score_mod: graph(), softmax_precision: int() },
    shape: ({ Q, K, V }) => {
      for (const x of [Q, K, V]) assertRank(x, 4);
      return { Y: [...Q.shape.slice(0, 3), V.dim(3)] };
    },
    work: ({ Q, K, V }, _, a) => {
      const work2 = attentionWork(
        read(Q, K, V, void 0, { q_num_heads: void 0, kv_num_heads: void 0 }).sizes,
        0n
      );
      if (a.score_mod === void 0 && a.prob_mod === void 0) return work2;
      return { ...work2, other: unknown("the graph that changes its scores is not counted") };
    },
    examples: []
  }),
  operator({
    name: "LinearAttention",
    revisions: [27],
    source: page5("LinearAttention"),
    doc: "Attention by a state that is carried through time, `[dk, dv]` a head. MACs, per step: heads\xB7dk\xB7dv to read, key heads\xB7dk\xB7dv to write, as much again with a delta rule to read what is stored. Other: state elements once per step to decay (gated rules); per value element a difference and a product (delta rules); per output element a product with the scale.",
    inputs: ["query", "key", "value", "past_state?", "decay?", "beta?"],
    outputs: ["output", "present_state"],
    attributes: {
      chunk_size: int(64n),
      kv_num_heads: required(int()),
      q_num_heads: required(int()),
      scale: float(0),
      update_rule: string("gated_delta")
    },
    dtype: ({ query, past_state }) => ({ output: query.dtype, present_state: past_state?.dtype ?? query.dtype }),
    shape: ({ query, key, value }, a) => {
      const [batch = 1n, , length = 1n] = perHead(query, a.q_num_heads, "q_num_heads");
      const [, , , dk = 1n] = perHead(key, a.kv_num_heads, "kv_num_heads");
      const [, , , dv = 1n] = perHead(value, a.kv_num_heads, "kv_num_heads");
      return { output: [batch, length, mul(dv, a.q_num_heads)], present_state: [batch, a.kv_num_heads, dk, dv] };
    },
    work: ({ query, value }, { output, present_state }, a) => {
      const steps2 = query.dim(1);
      const state = mul(size(present_state), steps2);
      const delta = a.update_rule.endsWith("delta");
      const reading = product([query.dim(0), steps2, a.q_num_heads, present_state.dim(2), present_state.dim(3)]);
      return {
        macs: add(reading, mul(state, delta ? 2n : 1n)),
        other: sum([a.update_rule.startsWith("gated") ? state : 0n, delta ? mul(size(value), 2n) : 0n, size(output)])
      };
    },
    examples: []
  })
];

// src/operators/before-after.ts
var extensions = [
  {
    name: "BertTokenizer",
    doc: "Text to tokens of BERT.",
    gives: [
      ["input_ids", "int64"],
      ["token_type_ids", "int64"],
      ["attention_mask", "int64"],
      ["offset_mapping", "int64"]
    ]
  },
  { name: "BertTokenizerDecoder", doc: "Tokens of BERT to text.", gives: [["sentences", "string"]] },
  ...["GPT2Tokenizer", "CLIPTokenizer", "RobertaTokenizer", "SpmTokenizer"].map((name) => ({
    name,
    doc: "Text to tokens.",
    gives: [
      ["input_ids", "int64"],
      ["attention_mask", "int64"],
      ["offset_mapping", "int64"]
    ]
  })),
  {
    name: "WordpieceTokenizer",
    doc: "Words to pieces of them.",
    gives: [
      ["tokens", "string"],
      ["token_indices", "int32"],
      ["row_indices", "int64"]
    ]
  },
  {
    name: "SentencepieceTokenizer",
    doc: "Text to tokens of SentencePiece.",
    gives: [
      ["tokens", "int32"],
      ["indices", "int64"]
    ]
  },
  { name: "BpeDecoder", doc: "Tokens to text.", gives: [["text", "string"]] },
  { name: "SentencepieceDecoder", doc: "Tokens to text.", gives: [["text", "string"]] },
  {
    name: "StringSplit",
    doc: "Text in parts.",
    gives: [
      ["indices", "int64"],
      ["values", "string"],
      ["shape", "int64"]
    ]
  },
  {
    name: "StringRegexSplitWithOffsets",
    doc: "Text in parts.",
    gives: [
      ["words", "string"],
      ["offsets", "int64"],
      ["row_indices", "int64"]
    ]
  },
  { name: "StringJoin", doc: "Texts in one.", gives: [["output", "string"]] },
  { name: "DecodeImage", doc: "A picture from its file.", gives: [["output", "uint8"]] },
  { name: "EncodeImage", doc: "The file of a picture.", gives: [["output", "uint8"]] },
  { name: "AudioDecoder", doc: "Sound from its file.", gives: [["output", "float32"]] }
];
var openText = (call) => unknown(`\`${call.label}\`: the data decides how much comes out`);
var extensionDomains = ["ai.onnx.contrib", "com.microsoft.extensions"];
var extensionsPage = "https://github.com/microsoft/onnxruntime-extensions/blob/main/docs/custom_ops.md";
var texts = [
  ["StringUpper", "string"],
  ["StringLower", "string"],
  ["StringLength", "int64"],
  ["StringStrip", "string"]
];
var beforeAfter = () => extensionDomains.flatMap((domain9) => [
  ...extensions.map(
    ({ name, doc, gives }) => operator({
      name,
      domain: domain9,
      revisions: [1],
      source: extensionsPage,
      doc: `${doc} How much comes out, and what it takes, the data decides: both are unknown.`,
      inputs: ["...inputs"],
      outputs: gives.map(([output], i) => i === 0 ? output : `${output}?`),
      dtype: () => Object.fromEntries(gives),
      shape: (_, __, call) => Object.fromEntries(gives.map(([output]) => [output, openText(call)])),
      work: (_, __, ___, call) => other(openText(call)),
      examples: []
    })
  ),
  ...texts.map(
    ([name, dtype]) => operator({
      name,
      domain: domain9,
      revisions: [1],
      source: extensionsPage,
      doc: "A text, or a number of it, for each text; no arithmetic.",
      inputs: ["input"],
      outputs: ["output"],
      dtype: { output: dtype },
      shape: ({ input }) => ({ output: input.shape }),
      work: free,
      examples: []
    })
  )
]);

// src/operators/between-devices.ts
var domain = "com.microsoft";
var trainingPage = "https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc";
var collectivePage = "https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/collective_defs.cc";
var internalPage = "https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/internal_schema_defs.cc";
var total2 = (xs) => sum(xs.map(size));
function passed(inputs, wanted2) {
  if (wanted2.length > inputs.length)
    throw new Mismatch(`it has ${wanted2.length} outputs; ${inputs.length} expected, one for each tensor`);
  return inputs.slice(0, wanted2.length);
}
var exchanges = [
  { name: "AllReduce", source: collectivePage, summed: true },
  { name: "AllToAll", source: collectivePage, summed: false },
  { name: "NcclAllReduce", source: trainingPage, summed: true },
  { name: "AdasumAllReduce", source: trainingPage, summed: true },
  { name: "MegatronF", source: trainingPage, summed: false },
  { name: "MegatronG", source: trainingPage, summed: true },
  { name: "PassThrough", source: trainingPage, summed: false }
];
var events = ["RecordEvent", "WaitEvent"];
var betweenDevices = () => [
  ...["MemcpyFromHost", "MemcpyToHost"].map(
    (name) => operator({
      name,
      revisions: [1],
      source: internalPage,
      doc: "A copy to, or from, the memory of a device, which onnxruntime adds to graphs it saves. Moves data; computes nothing.",
      inputs: ["X"],
      outputs: ["Y"],
      shape: ({ X }) => ({ Y: X.shape }),
      value: ({ X }) => ({ Y: X.value }),
      work: free,
      roles: { X: "carried" },
      examples: []
    })
  ),
  ...exchanges.map(
    ({ name, source: source7, summed }) => operator({
      name,
      domain,
      revisions: [1],
      source: source7,
      doc: summed ? "Sums tensors over all devices that take part: one addition per element, whatever the way takes." : "Tensors pass; nothing is computed.",
      inputs: ["...input"],
      outputs: ["...output"],
      attributes: { group_size: int(1n), group_type: int(0n) },
      dtype: ({ input }, _, { outputs }) => ({ output: passed(input, outputs).map((x) => x.dtype) }),
      shape: ({ input }, _, { outputs }) => ({ output: passed(input, outputs).map((x) => x.shape) }),
      work: summed ? ({ input }) => other(total2(input)) : free,
      examples: []
    })
  ),
  operator({
    name: "AllGather",
    domain,
    revisions: [1],
    source: collectivePage,
    doc: "Joins a tensor of every device along an axis. Moves data; computes nothing.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { axis: int(0n), group_size: int(1n) },
    shape: ({ input }, { axis, group_size }) => {
      const along = axisOf(axis, input.rank);
      return { output: input.shape.map((d, i) => i === along ? mul(d, group_size) : d) };
    },
    work: free,
    examples: []
  }),
  ...["NcclAllGather", "NcclReduceScatter"].map(
    (name) => operator({
      name,
      domain,
      revisions: [1],
      source: trainingPage,
      doc: "Joins parts of all devices, or gives each its part of a sum. How many take part is not in the file: shapes and work are unknown.",
      inputs: ["...input"],
      outputs: ["...output"],
      attributes: { group_type: int(0n) },
      dtype: ({ input }, _, { outputs }) => ({ output: passed(input, outputs).map((x) => x.dtype) }),
      shape: (_, __, { outputs, label }) => ({ output: outputs.map(() => parts(label)) }),
      work: (_, __, ___, { label }) => other(name === "NcclAllGather" ? 0n : parts(label)),
      examples: []
    })
  ),
  operator({
    name: "Group",
    domain,
    revisions: [1],
    source: trainingPage,
    doc: "True when all its inputs are there.",
    inputs: ["...input_tensors"],
    outputs: ["done"],
    dtype: { done: "bool" },
    shape: () => ({ done: [] }),
    work: free,
    examples: []
  }),
  ...events.map(
    (name) => operator({
      name,
      domain,
      revisions: [1],
      source: trainingPage,
      doc: "Tensors pass when an event was recorded. Computes nothing.",
      inputs: ["EventIdentifier", "...InputData"],
      outputs: ["...OutputData"],
      dtype: ({ InputData }, _, { outputs }) => ({ OutputData: passed(InputData, outputs).map((x) => x.dtype) }),
      shape: ({ InputData }, _, { outputs }) => ({ OutputData: passed(InputData, outputs).map((x) => x.shape) }),
      work: free,
      roles: { EventIdentifier: "constant" },
      examples: []
    })
  ),
  operator({
    name: "YieldOp",
    domain,
    revisions: [1],
    source: trainingPage,
    doc: "Hands the outputs of a module to PyTorch and takes back their gradients, of their shapes where they are said to be whole; outputs without a gradient are left out.",
    inputs: ["...module_outputs"],
    outputs: ["...module_outputs_grad"],
    attributes: { full_shape_outputs: ints(), non_differentiable_outputs: ints() },
    dtype: ({ module_outputs }, a) => ({
      module_outputs_grad: differentiable(module_outputs, a.non_differentiable_outputs).map((x) => x.dtype)
    }),
    shape: ({ module_outputs }, a, { label }) => {
      const whole2 = new Set((a.full_shape_outputs ?? []).map((i) => module_outputs[Number(i)]));
      const open2 = unknown(`\`${label}\`: PyTorch decides how much of a gradient it gives`);
      const left2 = differentiable(module_outputs, a.non_differentiable_outputs);
      return { module_outputs_grad: left2.map((x) => whole2.has(x) ? x.shape : open2) };
    },
    work: free,
    examples: []
  })
];
function parts(label) {
  return unknown(`\`${label}\`: the file does not say how many devices take part`);
}
function differentiable(outputs, without3) {
  const left2 = new Set(without3 ?? []);
  return outputs.filter((_, i) => !left2.has(BigInt(i)));
}

// src/operators/element-type.ts
function converted(x, to) {
  if (typeof x === "string") return fromText(x, to);
  if (to === "bool") return truth2(x);
  if (to === "string") return typeof x === "bigint" ? x.toString() : void 0;
  if (isInteger(to)) return typeof x === "number" ? truncated(x, to) : wrapped(x, to);
  if (!isFloat(to)) return void 0;
  if (typeof x === "number") return rounded2(x, to);
  return isKnown(x) ? rounded2(Number(x), to) : x;
}
function fitting(x, to) {
  return isKnown(x) && isInteger(to) && wrapped(x, to) !== x ? unknown(`${x} is outside ${to}`) : x;
}
function rounded2(x, to) {
  if (to === "float64") return x;
  if (to === "float32") return Math.fround(x);
  if (to === "bfloat16") return roundedTo(Math.fround(x), 7, -126, 33895313892515355e22);
  if (to === "float16") return roundedTo(x, 10, -14, 65504);
  return void 0;
}
function roundedTo(x, bits2, smallest, largest) {
  if (x === 0 || !Number.isFinite(x)) return x;
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(x))), smallest);
  const unit = 2 ** (exponent - bits2);
  const scaled2 = x / unit;
  const below = Math.floor(scaled2);
  const rest = scaled2 - below;
  const up = rest > 0.5 || rest === 0.5 && below % 2 !== 0;
  const result = (up ? below + 1 : below) * unit;
  return Math.abs(result) > largest ? Math.sign(x) * Number.POSITIVE_INFINITY : result;
}
function truth2(x) {
  if (typeof x === "number") return x === 0 ? 0n : 1n;
  if (isKnown(x)) return x === 0n ? 0n : 1n;
  if (isUnknown(x)) return x;
  return compare(x, 1n) === 1 ? 1n : unknown("whether a symbol is zero is not known");
}
function truncated(x, to) {
  if (!Number.isFinite(x)) return unknown(`${x} has no integer value`);
  const whole2 = BigInt(Math.trunc(x));
  return wrapped(whole2, to) === whole2 ? whole2 : unknown(`${whole2} is outside ${to}`);
}
function wrapped(x, to) {
  const width = bitsPerElement(to) ?? 64;
  if (!isKnown(x)) return isUnknown(x) || width >= 32 ? x : unknown(`a symbol may not fit ${to}`);
  return to.startsWith("u") ? BigInt.asUintN(width, x) : BigInt.asIntN(width, x);
}
function fromText(x, to) {
  if (to === "string") return x;
  if (!/^\s*[-+]?\d+(\.\d*)?(e[-+]?\d+)?\s*$/i.test(x)) return void 0;
  return converted(Number(x), to);
}

// src/operators/elements.ts
var maxElements2 = 1024;
function block(x) {
  const { value } = x;
  const shape = shapeOf(x);
  if (value === void 0 || isUnknown(shape)) return void 0;
  const extents2 = plainExtents(shape);
  if (extents2 === void 0 || extents2.reduce((n, d) => n * d, 1) !== value.length) return void 0;
  return { extents: extents2, elements: value };
}
function shapeOf(x) {
  return x.fact.kind === "tensor" ? x.fact.shape : unknown(`\`${x.name}\` is not a tensor`);
}
function plainExtents(shape) {
  if (!shape.every((d) => isKnown(d) && d >= 0n && d <= 2n ** 31n)) return void 0;
  return shape.map(Number);
}
function filled(shape, at) {
  const extents2 = plainExtents(shape);
  if (extents2 === void 0) return void 0;
  const count2 = extents2.reduce((n, d) => n * d, 1);
  if (count2 > maxElements2) return void 0;
  const elements = [];
  const index = extents2.map(() => 0);
  for (let i = 0; i < count2; i++) {
    const element = at(index);
    if (element === void 0) return void 0;
    elements.push(element);
    advance(index, extents2);
  }
  return elements;
}
function elementAt(x, index) {
  const element = x.elements[offset(x.extents, index)];
  if (element === void 0) throw new Mismatch(`index [${index.join(", ")}] is outside [${x.extents.join(", ")}]`);
  return element;
}
function offset(extents2, index) {
  let position3 = 0;
  for (const [axis, extent2] of extents2.entries()) {
    const i = index[axis] ?? -1;
    if (i < 0 || i >= extent2) return -1;
    position3 = position3 * extent2 + i;
  }
  return position3;
}
function advance(index, extents2) {
  for (let axis = index.length - 1; axis >= 0; axis--) {
    const next = (index[axis] ?? 0) + 1;
    index[axis] = next < (extents2[axis] ?? 0) ? next : 0;
    if (next < (extents2[axis] ?? 0)) return;
  }
}
function extentsFrom(x) {
  if (x.value !== void 0) return x.dims();
  const why = `the value of \`${x.name}\` decides, and it is not a constant`;
  const shape = shapeOf(x);
  const [count2] = isUnknown(shape) ? [] : shape;
  if (count2 === void 0 || !isKnown(count2) || count2 < 0n || count2 > maxElements2) return unknown(why);
  return Array.from({ length: Number(count2) }, () => unknown(why));
}

// src/operators/axes.ts
function axesOf(axes, rank) {
  const counted4 = axes.map((a) => axisOf(a, rank));
  if (new Set(counted4).size !== counted4.length) throw new Mismatch(`axes [${axes.join(", ")}] name one axis twice`);
  return counted4;
}
var maxRank = 1024;

// src/operators/slice.ts
var endless = 2n ** 31n - 1n;
function order(a, b) {
  const plain3 = compare(a, b);
  if (plain3 !== void 0) return plain3;
  const difference = sub(a, b);
  const atLeastOne = new Map(symbolsOf(difference).map((name) => [name, add(symbol(name), 1n)]));
  return compare(bind(difference, atLeastOne), 0n);
}
function least(a, b, by) {
  const sign2 = by(a, b);
  return sign2 === void 0 ? min(a, b) : sign2 <= 0 ? a : b;
}
function most(a, b, by) {
  const sign2 = by(a, b);
  return sign2 === void 0 ? max(a, b) : sign2 >= 0 ? a : b;
}
function stretch(start, end, step, by = order) {
  return most(steps(start, end, step), 0n, by);
}
function steps(start, end, step) {
  return step > 0n ? ceilDiv(sub(end, start), step) : ceilDiv(sub(start, end), -step);
}
function position(at, extent2) {
  if (isUnknown(at)) return at;
  if (isKnown(at)) return at < 0n && at > -endless ? add(at, extent2) : at;
  const sign2 = order(at, 0n);
  if (sign2 === void 0) return unknown(`whether ${formatDim(at)} counts from the end is not known`);
  return sign2 < 0 ? add(at, extent2) : at;
}
function clamped(at, first, last, by) {
  if (isKnown(at) && at >= endless && !isKnown(last)) return last;
  if ((by(last, first) ?? -1) < 0) return (by(at, last) ?? -1) >= 0 ? last : least(most(first, at, by), last, by);
  const sign2 = by(at, first);
  if (sign2 === 0 || sign2 === 1) return least(at, last, by);
  return sign2 === -1 ? first : most(first, least(at, last, by), by);
}
function cut(extent2, from3, to, step) {
  if (step === 0n) throw new Mismatch("a slice has step 0");
  if (extent2 === 0n) return { start: 0n, step, extent: extent2 };
  const [first, last] = [position(from3, extent2), position(to, extent2)];
  const back = step < 0n;
  const by = (compare(extent2, 1n) ?? -1) >= 0 ? compare : order;
  const limit = back ? sub(extent2, 1n) : extent2;
  const start = clamped(first, 0n, limit, by);
  const toEnd = isKnown(to) && (to === endless || to === 2n ** 63n - 1n);
  const end = back ? toEnd ? -1n : clamped(last, -1n, limit, by) : clamped(last, 0n, limit, by);
  const sign2 = toEnd ? back ? 1 : -1 : by(first, last);
  const inOrder = sign2 !== void 0 && (sign2 === 0 || sign2 > 0 === back);
  return { start, step, extent: inOrder ? steps(start, end, step) : stretch(start, end, step, by) };
}
function cuts(data, starts, ends, axes, strides) {
  if (isUnknown(starts)) throw new Undetermined(starts.why);
  if (isUnknown(ends)) throw new Undetermined(ends.why);
  const places = axesOf(axes ?? starts.map((_, i) => BigInt(i)), data.rank);
  if (starts.length !== ends.length || starts.length !== places.length || (strides ?? starts).length !== starts.length)
    throw new Mismatch(
      `starts has ${starts.length} numbers, ends ${ends.length}, axes ${places.length}, steps ${(strides ?? starts).length}; as many of each expected`
    );
  return data.shape.map((extent2, axis) => {
    const i = places.indexOf(axis);
    if (i < 0) return void 0;
    return cut(extent2, starts[i] ?? 0n, ends[i] ?? 0n, strides?.[i] ?? 1n);
  });
}
function cutShape(data, list2) {
  return data.shape.map((d, axis) => list2[axis]?.extent ?? d);
}
function cutValue(data, list2) {
  const known5 = block(data);
  if (known5 === void 0 || list2.some((c) => c !== void 0 && !isKnown(c.start))) return void 0;
  return filled(
    cutShape(data, list2),
    (index) => elementAt(
      known5,
      index.map((i, axis) => {
        const c = list2[axis];
        return c === void 0 ? i : Number(c.start) + i * Number(c.step);
      })
    )
  );
}
function sliced(data, ranges) {
  try {
    return cutShape(data, ranges());
  } catch (error) {
    if (error instanceof Undetermined) return data.shape.map(() => unknown(error.why));
    throw error;
  }
}
var inputCuts = ({ data, starts, ends, axes, steps: steps2 }) => cuts(data, extentsFrom(starts), extentsFrom(ends), axes?.ints(), steps2?.ints());
var slicing = [
  operator({
    name: "Slice",
    revisions: [1],
    source: "https://onnx.ai/onnx/operators/onnx__Slice.html",
    doc: "Cuts axes to [start, end), both clamped to the axis and counted from its end when negative: max(0, end \u2212 start).",
    inputs: ["data"],
    outputs: ["output"],
    attributes: { starts: required(ints()), ends: required(ints()), axes: ints() },
    shape: ({ data }, a) => ({ output: cutShape(data, cuts(data, a.starts, a.ends, a.axes, void 0)) }),
    value: ({ data }, a) => ({ output: cutValue(data, cuts(data, a.starts, a.ends, a.axes, void 0)) }),
    work: free,
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Slice",
    revisions: [10, 11, 13],
    source: "https://onnx.ai/onnx/operators/onnx__Slice.html",
    doc: "Cuts axes to [start, end) in steps: max(0, \u2308(end \u2212 start) / step\u2309), start and end clamped to the axis and counted from its end when negative. A symbolic axis is taken not to be empty.",
    inputs: ["data", "starts", "ends", "axes?", "steps?"],
    outputs: ["output"],
    shape: (inputs) => ({ output: sliced(inputs.data, () => inputCuts(inputs)) }),
    value: (inputs) => inputs.data.value === void 0 ? {} : { output: cutValue(inputs.data, inputCuts(inputs)) },
    work: free,
    roles: { data: "carried", starts: "constant", ends: "constant", axes: "constant", steps: "constant" },
    reads: { data: (_, { output }) => output.shape.reduce(mul, 1n) },
    examples: []
  })
];

// src/operators/creation.ts
function stated(a) {
  const given2 = a.value ?? a.sparse_value;
  if (given2 !== void 0) return { dtype: given2.dtype, shape: given2.shape, value: () => small(given2) };
  const { value_float: real, value_int: integer2, value_string: text3 } = a;
  if (real !== void 0) return { dtype: "float32", shape: [], value: () => [real] };
  if (integer2 !== void 0) return { dtype: "int64", shape: [], value: () => [integer2] };
  if (text3 !== void 0) return { dtype: "string", shape: [], value: () => [text3] };
  const [dtype, list2] = a.value_floats !== void 0 ? ["float32", a.value_floats] : a.value_ints !== void 0 ? ["int64", a.value_ints] : ["string", a.value_strings];
  if (list2 === void 0) throw new Mismatch("it has no value; one of value, sparse_value, value_float \u2026 expected");
  return { dtype, shape: [BigInt(list2.length)], value: () => list2.length > maxElements2 ? void 0 : list2 };
}
function small(t) {
  return t.elementCount > maxElements2 ? void 0 : t.elements(0, Number(t.elementCount));
}
function between(data, start, end) {
  const rank = BigInt(data.rank);
  const clamp = (i) => Number(i < 0n ? i + rank < 0n ? 0n : i + rank : i > rank ? rank : i);
  return data.shape.slice(clamp(start), clamp(end ?? rank));
}
function counted2(data, start, end) {
  const shape = shapeOf(data);
  if (isUnknown(shape)) return [unknown(shape.why)];
  return [BigInt(between(data, start, end).length)];
}
function rangeLength(start, limit, delta) {
  const parts3 = [start, limit, delta].map((x) => x.value?.[0]);
  const missing = [start, limit, delta].find((x) => x.value === void 0);
  if (missing !== void 0) return unknown(`the value of \`${missing.name}\` decides, and it is not a constant`);
  const [from3, to, step] = parts3;
  if (typeof from3 === "number" && typeof to === "number" && typeof step === "number")
    return floatLength(from3, to, step);
  const [a, b, d] = [whole(from3), whole(to), whole(step)];
  if (!isKnown(d)) return symbolicSteps(sub(b, a), d);
  if (d === 0n) throw new Mismatch("delta is 0");
  return stretch(a, b, d);
}
function symbolicSteps(way, step) {
  if (isUnknown(step)) return step;
  if (compare(step, 0n) !== 1) return unknown(`whether the range goes up or down by ${formatDim(step)} is not known`);
  const whole2 = floorDiv(way, step);
  return max(equal(mul(whole2, step), way) === true ? whole2 : ceilDiv(way, step), 0n);
}
function floatLength(from3, to, step) {
  const n = Math.ceil((to - from3) / step);
  if (!Number.isFinite(n)) throw new Mismatch(`a range from ${from3} to ${to} in steps of ${step} has no end`);
  return BigInt(Math.max(n, 0));
}
function whole(x) {
  if (typeof x === "number" && Number.isSafeInteger(x)) return BigInt(x);
  return x === void 0 || typeof x === "number" || typeof x === "string" ? unknown("a bound of the range is no whole number") : x;
}
function rangeValue(start, limit, delta) {
  const n = rangeLength(start, limit, delta);
  const [from3] = start.value ?? [];
  const [step] = delta.value ?? [];
  if (typeof from3 === "number" && typeof step === "number") {
    if (!Number.isSafeInteger(from3) || !Number.isSafeInteger(step)) return void 0;
    return filled([n], ([i = 0]) => from3 + i * step);
  }
  const [a, d] = [whole(from3), whole(step)];
  return isUnknown(a) || isUnknown(d) ? void 0 : filled([n], ([i = 0]) => add(a, mul(d, BigInt(i))));
}
function nonZero(X) {
  const known5 = block(X);
  if (known5 === void 0) return void 0;
  const found = [];
  let open2 = false;
  const read3 = filled(X.shape, (index) => {
    const x = elementAt(known5, index);
    if (typeof x === "object") open2 = true;
    else if (x !== 0n && x !== 0) found.push([...index]);
    return 0n;
  });
  return open2 || read3 === void 0 ? void 0 : found;
}
var typed = (code, input) => code === void 0 ? input.dtype : dtypeOf(code);
var constantValue = { value: tensor(), sparse_value: tensor() };
var creation = [
  operator({
    name: "Constant",
    revisions: [1, 9, 11, 12, 13, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Constant.html",
    doc: "A tensor stored in the node itself.",
    inputs: [],
    outputs: ["output"],
    attributes: {
      ...constantValue,
      value_float: float(),
      value_floats: floats(),
      value_int: int(),
      value_ints: ints(),
      value_string: string(),
      value_strings: strings()
    },
    dtype: (_, a) => ({ output: stated(a).dtype }),
    shape: (_, a) => ({ output: stated(a).shape }),
    value: (_, a) => ({ output: stated(a).value() }),
    work: free,
    examples: []
  }),
  operator({
    name: "ConstantOfShape",
    revisions: [9, 20, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__ConstantOfShape.html",
    doc: "A tensor of the shape given, every element the one of `value` (float 0 when absent).",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { value: tensor() },
    dtype: (_, { value }) => ({ output: value?.dtype ?? "float32" }),
    shape: ({ input }) => ({ output: extentsFrom(input) }),
    value: ({ input }, { value }) => {
      const shape = extentsFrom(input);
      const element = value === void 0 ? 0 : value.elements(0, 1)?.[0];
      return isUnknown(shape) || element === void 0 ? {} : { output: filled(shape, () => element) };
    },
    work: free,
    roles: { input: "constant" },
    examples: []
  }),
  operator({
    name: "Shape",
    revisions: [1, 13, 15, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Shape.html",
    doc: "The extents of a tensor from `start` to `end`; symbolic extents stay symbolic.",
    inputs: ["data"],
    outputs: ["shape"],
    attributes: { start: int(0n), end: int() },
    dtype: { shape: "int64" },
    shape: ({ data }, { start, end }) => ({ shape: counted2(data, start, end) }),
    value: ({ data }, { start, end }) => ({ shape: between(data, start, end) }),
    work: free,
    roles: { data: "constant" },
    reads: { data: () => 0n },
    examples: []
  }),
  operator({
    name: "Size",
    revisions: [1, 13, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Size.html",
    doc: "The number of elements of a tensor.",
    inputs: ["data"],
    outputs: ["size"],
    dtype: { size: "int64" },
    shape: () => ({ size: [] }),
    value: ({ data }) => ({ size: [product(data.shape)] }),
    work: free,
    roles: { data: "constant" },
    reads: { data: () => 0n },
    examples: []
  }),
  operator({
    name: "Range",
    revisions: [11, 27],
    source: "https://onnx.ai/onnx/operators/onnx__Range.html",
    doc: "Numbers from `start` towards `limit` in steps of `delta`: max(0, \u2308(limit \u2212 start) / delta\u2309) of them.",
    inputs: ["start", "limit", "delta"],
    outputs: ["output"],
    attributes: { stash_type: int(1n) },
    shape: ({ start, limit, delta }) => ({ output: [rangeLength(start, limit, delta)] }),
    value: ({ start, limit, delta }) => ({ output: rangeValue(start, limit, delta) }),
    work: free,
    roles: { start: "constant", limit: "constant", delta: "constant" },
    examples: []
  }),
  operator({
    name: "EyeLike",
    revisions: [9, 22],
    source: "https://onnx.ai/onnx/operators/onnx__EyeLike.html",
    doc: "A matrix of the input\u2019s shape with ones on the diagonal `k`.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { dtype: int(), k: int(0n) },
    dtype: ({ input }, { dtype }) => ({ output: typed(dtype, input) }),
    shape: ({ input }) => {
      assertRank(input, 2);
      return { output: input.shape };
    },
    value: ({ input }, { dtype, k }) => {
      const to = typed(dtype, input);
      return to === null ? {} : { output: filled(input.shape, ([i = 0, j = 0]) => converted(BigInt(j - i) === k ? 1n : 0n, to)) };
    },
    work: free,
    roles: { input: "constant" },
    reads: { input: () => 0n },
    examples: []
  }),
  operator({
    name: "NonZero",
    revisions: [9, 13],
    source: "https://onnx.ai/onnx/operators/onnx__NonZero.html",
    doc: "The indices of the elements that are not zero, one column each: how many there are the data decides.",
    inputs: ["X"],
    outputs: ["Y"],
    dtype: { Y: "int64" },
    shape: ({ X }, _, call) => {
      const found = nonZero(X);
      const count2 = found === void 0 ? unknown(`\`${call.label}\`: the data decides how many there are`) : BigInt(found.length);
      return { Y: [BigInt(X.rank), count2] };
    },
    value: ({ X }) => {
      const found = nonZero(X);
      return found === void 0 ? {} : { Y: filled([BigInt(X.rank), BigInt(found.length)], ([axis = 0, i = 0]) => BigInt(found[i]?.[axis] ?? 0)) };
    },
    work: ({ X }) => other(size(X)),
    roles: { X: "constant" },
    examples: []
  })
];

// src/operators/gathering.ts
function place(at, extent2) {
  if (typeof at !== "bigint") return void 0;
  const n = Number(at) < 0 ? Number(at) + extent2 : Number(at);
  if (n < 0 || n >= extent2) throw new Mismatch(`index ${at} is outside an axis of ${extent2}`);
  return n;
}
function gathered(data, indices, axis) {
  const along = axisOf(axis, data.rank);
  return [...data.shape.slice(0, along), ...indices.shape, ...data.shape.slice(along + 1)];
}
function gatheredValue(data, indices, axis) {
  const [from3, picks] = [block(data), block(indices)];
  if (from3 === void 0 || picks === void 0) return void 0;
  const along = axisOf(axis, data.rank);
  const width = picks.extents.length;
  return filled(gathered(data, indices, axis), (index) => {
    const pick = place(elementAt(picks, index.slice(along, along + width)), from3.extents[along] ?? 0);
    if (pick === void 0) return undecided2(indices);
    return elementAt(from3, [...index.slice(0, along), pick, ...index.slice(along + width)]);
  });
}
var undecided2 = (x) => unknown(`the value of \`${x.name}\` decides, and it is not a constant`);
function gatheredND(data, indices, batchDims) {
  const batch = bounded(batchDims, "batch_dims", 0, Math.min(data.rank, indices.rank - 1));
  const tuple = indices.dim(-1);
  if (!isKnown(tuple))
    throw new Mismatch(`the last axis of \`${indices.name}\` is ${formatShape([tuple])}; a number expected`);
  const picked = batch + bounded(tuple, `the last axis of \`${indices.name}\``, 0, data.rank - batch);
  data.shape.slice(0, batch).forEach((d, i) => {
    assertEqual(d, indices.dim(i), (a, b) => `batch axis ${i} has ${a} in data and ${b} in indices`);
  });
  return [...indices.shape.slice(0, -1), ...data.shape.slice(picked)];
}
function gatheredNDValue(data, indices, batchDims) {
  const [from3, picks] = [block(data), block(indices)];
  if (from3 === void 0 || picks === void 0) return void 0;
  const batch = Number(batchDims);
  const lead = picks.extents.length - 1;
  const tuple = picks.extents.at(-1) ?? 0;
  return filled(gatheredND(data, indices, batchDims), (index) => {
    const at = Array.from(
      { length: tuple },
      (_, k) => place(elementAt(picks, [...index.slice(0, lead), k]), from3.extents[batch + k] ?? 0)
    );
    if (at.some((i) => i === void 0)) return undecided2(indices);
    return elementAt(from3, [...index.slice(0, batch), ...at.map((i) => i ?? 0), ...index.slice(lead)]);
  });
}
function gatheredElements(data, indices, axis) {
  const [from3, picks] = [block(data), block(indices)];
  if (from3 === void 0 || picks === void 0) return void 0;
  const along = axisOf(axis, data.rank);
  return filled(indices.shape, (index) => {
    const pick = place(elementAt(picks, index), from3.extents[along] ?? 0);
    return pick === void 0 ? undecided2(indices) : elementAt(from3, index.with(along, pick));
  });
}
function oneHot(indices, depth, axis) {
  const rank = indices.rank + 1;
  const at = axisOf(axis, rank);
  const extent2 = depth.value === void 0 ? undecided2(depth) : depth.value[0] ?? undecided2(depth);
  const classes2 = typeof extent2 === "number" ? BigInt(Math.trunc(extent2)) : typeof extent2 === "string" ? undecided2(depth) : extent2;
  return [...indices.shape.slice(0, at), classes2, ...indices.shape.slice(at)];
}
function oneHotValue(indices, depth, values, axis) {
  const picks = block(indices);
  const [off, on] = values.value ?? [];
  const shape = oneHot(indices, depth, axis);
  const at = axisOf(axis, shape.length);
  const classes2 = shape[at];
  if (picks === void 0 || off === void 0 || on === void 0 || !isKnown(classes2 ?? unknown("")))
    return void 0;
  return filled(shape, (index) => {
    const pick = elementAt(picks, index.toSpliced(at, 1));
    if (typeof pick !== "bigint" || typeof classes2 !== "bigint") return void 0;
    return (pick < 0n ? pick + classes2 : pick) === BigInt(index[at] ?? 0) ? on : off;
  });
}
var gathering = [
  operator({
    name: "Gather",
    revisions: [1, 11, 13],
    source: "https://onnx.ai/onnx/operators/onnx__Gather.html",
    doc: "The slices of data along an axis that the indices name: their shape takes the place of that axis. Reads the slices it gathers, not the whole table.",
    inputs: ["data", "indices"],
    outputs: ["output"],
    attributes: { axis: int(0n) },
    dtype: { output: "data" },
    shape: ({ data, indices }, { axis }) => ({ output: gathered(data, indices, axis) }),
    value: ({ data, indices }, { axis }) => ({ output: gatheredValue(data, indices, axis) }),
    work: free,
    roles: { data: "carried", indices: "constant" },
    reads: { data: (_, { output }) => size(output) },
    examples: []
  }),
  operator({
    name: "GatherElements",
    revisions: [11, 13],
    source: "https://onnx.ai/onnx/operators/onnx__GatherElements.html",
    doc: "For every element of the indices the element of data at the same place, but for the axis, where the index says.",
    inputs: ["data", "indices"],
    outputs: ["output"],
    attributes: { axis: int(0n) },
    shape: ({ data, indices }, { axis }) => {
      axisOf(axis, data.rank);
      assertRank(indices, data.rank);
      return { output: indices.shape };
    },
    value: ({ data, indices }, { axis }) => ({ output: gatheredElements(data, indices, axis) }),
    work: free,
    roles: { data: "carried", indices: "constant" },
    reads: { data: (_, { output }) => size(output) },
    examples: []
  }),
  operator({
    name: "GatherND",
    revisions: [11, 12, 13],
    source: "https://onnx.ai/onnx/operators/onnx__GatherND.html",
    doc: "The slices of data that index tuples name: the tuples replace the first axes after `batch_dims`, what is left of data follows.",
    inputs: ["data", "indices"],
    outputs: ["output"],
    attributes: { batch_dims: int(0n) },
    shape: ({ data, indices }, { batch_dims }) => ({ output: gatheredND(data, indices, batch_dims) }),
    value: ({ data, indices }, { batch_dims }) => ({ output: gatheredNDValue(data, indices, batch_dims) }),
    work: free,
    roles: { data: "carried", indices: "constant" },
    reads: { data: (_, { output }) => size(output) },
    examples: []
  }),
  operator({
    name: "OneHot",
    revisions: [9, 11, 28],
    source: "https://onnx.ai/onnx/operators/onnx__OneHot.html",
    doc: "For every index a vector of `depth` elements along a new axis: the second of `values` where the index says, the first elsewhere.",
    inputs: ["indices", "depth", "values"],
    outputs: ["output"],
    attributes: { axis: int(-1n) },
    dtype: { output: "values" },
    shape: ({ indices, depth }, { axis }) => ({ output: oneHot(indices, depth, axis) }),
    value: ({ indices, depth, values }, { axis }) => ({ output: oneHotValue(indices, depth, values, axis) }),
    work: free,
    roles: { indices: "constant", depth: "constant", values: "constant" },
    examples: []
  })
];

// src/operators/movement.ts
function joined(inputs, axis) {
  const [first] = inputs;
  if (first === void 0) throw new Mismatch("it has no inputs; at least 1 expected");
  const along = axisOf(axis, first.rank);
  for (const x of inputs) assertRank(x, first.rank);
  return first.shape.map(
    (d, i) => i === along ? sum(inputs.map((x) => x.dim(i))) : inputs.reduce(
      (known5, x) => agreed(known5, x.dim(i), (a, b) => `axis ${i} has ${a} in one input and ${b} in \`${x.name}\``),
      d
    )
  );
}
function joinedValue(inputs, axis) {
  const shape = joined(inputs, axis);
  const along = axisOf(axis, shape.length);
  if (inputs.every((x) => x.value === void 0)) return void 0;
  const extents2 = plainExtents(inputs.map((x) => x.dim(along)));
  if (extents2 === void 0 || extents2.reduce((n, d) => n + d, 0) > maxElements2) return void 0;
  const owners = extents2.flatMap((extent2, part) => Array.from({ length: extent2 }, () => part));
  const blocks2 = inputs.map((x) => block(x) ?? placeholders(x));
  return filled(shape, (index) => {
    const i = index[along] ?? 0;
    const part = owners[i] ?? 0;
    const known5 = blocks2[part];
    return known5 === void 0 ? void 0 : elementAt(known5, index.with(along, i - owners.indexOf(part)));
  });
}
function placeholders(x) {
  const extents2 = plainExtents(x.shape);
  const count2 = extents2?.reduce((n, d) => n * d, 1) ?? 0;
  if (extents2 === void 0 || count2 > maxElements2 || x.dtype === null || !isInteger(x.dtype)) return void 0;
  const nothing3 = unknown(`the value of \`${x.name}\` decides, and it is not a constant`);
  return { extents: extents2, elements: Array.from({ length: count2 }, () => nothing3) };
}
function zero(dtype) {
  if (dtype === "string") return "";
  return dtype !== null && (isInteger(dtype) || dtype === "bool") ? 0n : 0;
}
function triangle(input, k, upper) {
  const known5 = block(input);
  if (known5 === void 0) return void 0;
  return filled(input.shape, (index) => {
    const above = BigInt((index.at(-1) ?? 0) - (index.at(-2) ?? 0));
    return (upper ? above >= k : above <= k) ? elementAt(known5, index) : zero(input.dtype);
  });
}
function chosen2(condition) {
  const { value } = condition;
  return value?.every(isTruth) ? BigInt(value.filter((c) => c !== 0n).length) : void 0;
}
var isTruth = (c) => typeof c === "bigint";
var dataDecides = (label) => `\`${label}\`: the data decides how many there are`;
var movement = [
  operator({
    name: "Concat",
    revisions: [1],
    source: "https://onnx.ai/onnx/operators/onnx__Concat.html",
    doc: "Puts the inputs one after another along an axis, by default the second.",
    inputs: ["...inputs"],
    outputs: ["concat_result"],
    attributes: { axis: int(1n) },
    shape: ({ inputs }, { axis }) => ({ concat_result: joined(inputs, axis) }),
    value: ({ inputs }, { axis }) => ({ concat_result: joinedValue(inputs, axis) }),
    work: free,
    roles: { inputs: "carried" },
    examples: []
  }),
  operator({
    name: "Concat",
    revisions: [4, 11, 13],
    source: "https://onnx.ai/onnx/operators/onnx__Concat.html",
    doc: "Puts the inputs one after another along an axis: its extents add up, the others agree.",
    inputs: ["...inputs"],
    outputs: ["concat_result"],
    attributes: { axis: required(int()) },
    shape: ({ inputs }, { axis }) => ({ concat_result: joined(inputs, axis) }),
    value: ({ inputs }, { axis }) => ({ concat_result: joinedValue(inputs, axis) }),
    work: free,
    roles: { inputs: "carried" },
    examples: []
  }),
  operator({
    name: "ReverseSequence",
    revisions: [10, 28],
    source: "https://onnx.ai/onnx/operators/onnx__ReverseSequence.html",
    doc: "Reverses the first elements of every sequence in a batch, as many as `sequence_lens` says.",
    inputs: ["input", "sequence_lens"],
    outputs: ["Y"],
    attributes: { batch_axis: int(1n), time_axis: int(0n) },
    shape: ({ input }) => ({ Y: input.shape }),
    work: free,
    roles: { input: "carried", sequence_lens: "constant" },
    examples: []
  }),
  operator({
    name: "Trilu",
    revisions: [14],
    source: "https://onnx.ai/onnx/operators/onnx__Trilu.html",
    doc: "Keeps the upper (or lower) triangle of the last two axes and sets the rest to zero.",
    inputs: ["input", "k?"],
    outputs: ["output"],
    attributes: { upper: int(1n) },
    shape: ({ input }) => {
      if (input.rank < 2) throw new Mismatch(`\`${input.name}\` has ${input.rank} axes; at least 2 expected`);
      return { output: input.shape };
    },
    value: ({ input, k }, { upper }) => input.value === void 0 ? {} : { output: triangle(input, k === void 0 ? 0n : k.ints()[0] ?? 0n, upper !== 0n) },
    work: free,
    roles: { input: "carried", k: "constant" },
    examples: []
  }),
  operator({
    name: "Compress",
    revisions: [9, 11, 28],
    source: "https://onnx.ai/onnx/operators/onnx__Compress.html",
    doc: "Keeps the slices along an axis (or the elements of the flattened input) whose condition holds.",
    inputs: ["input", "condition"],
    outputs: ["output"],
    attributes: { axis: int() },
    shape: ({ input, condition }, { axis }, call) => {
      const kept3 = chosen2(condition) ?? unknown(dataDecides(call.label));
      if (axis === void 0) return { output: [kept3] };
      const along = axisOf(axis, input.rank);
      return { output: input.shape.map((d, i) => i === along ? kept3 : d) };
    },
    work: free,
    roles: { input: "carried", condition: "constant" },
    examples: []
  }),
  operator({
    name: "Unique",
    revisions: [11, 28],
    source: "https://onnx.ai/onnx/operators/onnx__Unique.html",
    doc: "The distinct elements (or slices along an axis), and optionally where they first stand, which each element is, and how often each occurs. Counted as one comparison per element, whatever sorting takes.",
    inputs: ["X"],
    outputs: ["Y", "indices?", "inverse_indices?", "counts?"],
    attributes: { axis: int(), sorted: int(1n) },
    dtype: { Y: "X", indices: "int64", inverse_indices: "int64", counts: "int64" },
    shape: ({ X }, { axis }, call) => {
      const distinct = unknown(dataDecides(call.label));
      if (axis === void 0)
        return { Y: [distinct], indices: [distinct], inverse_indices: [size(X)], counts: [distinct] };
      const along = axisOf(axis, X.rank);
      const Y = X.shape.map((d, i) => i === along ? distinct : d);
      return { Y, indices: [distinct], inverse_indices: [X.dim(along)], counts: [distinct] };
    },
    work: ({ X }) => other(size(X)),
    roles: { X: "carried" },
    examples: []
  }),
  operator({
    name: "Dropout",
    revisions: [1, 6],
    source: "https://onnx.ai/onnx/operators/onnx__Dropout.html",
    doc: "Passes its input on; training, which these revisions take as the default, is not what a deployed model does.",
    inputs: ["data"],
    outputs: ["output", "mask?"],
    attributes: { is_test: int(0n), ratio: float(0.5), consumed_inputs: ints() },
    shape: ({ data }) => ({ output: data.shape, mask: data.shape }),
    work: free,
    memory: "inplace",
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Dropout",
    revisions: [7],
    source: "https://onnx.ai/onnx/operators/onnx__Dropout.html",
    doc: "Passes its input on.",
    inputs: ["data"],
    outputs: ["output", "mask?"],
    attributes: { ratio: float(0.5) },
    shape: ({ data }) => ({ output: data.shape, mask: data.shape }),
    value: ({ data }) => ({ output: data.value }),
    work: free,
    memory: "inplace",
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Dropout",
    revisions: [10, 12, 13, 22],
    source: "https://onnx.ai/onnx/operators/onnx__Dropout.html",
    doc: "Passes its input on, and scales what it keeps when training mode is on: one operation per element.",
    inputs: ["data", "ratio?", "training_mode?"],
    outputs: ["output", "mask?"],
    attributes: { ratio: float(0.5), seed: int() },
    dtype: { output: "data", mask: "bool" },
    shape: ({ data }) => ({ output: data.shape, mask: data.shape }),
    value: ({ data, training_mode }) => training_mode === void 0 ? { output: data.value } : {},
    work: ({ data, training_mode }) => ({
      macs: 0n,
      other: training_mode === void 0 || training_mode.value?.[0] === 0n ? 0n : size(data)
    }),
    memory: "inplace",
    roles: { data: "carried", ratio: "constant", training_mode: "constant" },
    examples: []
  })
];

// src/operators/pad.ts
function margins(data, pads, axes) {
  const named2 = axes === void 0 ? data.shape.map((_, i) => i) : axesOf(axes, data.rank);
  const list2 = isUnknown(pads) ? Array.from({ length: 2 * named2.length }, () => unknown(pads.why)) : pads;
  if (list2.length !== 2 * named2.length)
    throw new Mismatch(`pads has ${list2.length} numbers; ${2 * named2.length} expected, two an axis`);
  const of = (axis, shift2) => {
    const i = named2.indexOf(axis);
    return i < 0 ? 0n : list2[i + shift2] ?? 0n;
  };
  return {
    before: data.shape.map((_, axis) => of(axis, 0)),
    after: data.shape.map((_, axis) => of(axis, named2.length))
  };
}
function padded(data, { before, after }) {
  return data.shape.map((d, i) => {
    const extent2 = sum([d, before[i] ?? 0n, after[i] ?? 0n]);
    if (isKnown(extent2) && extent2 < 0n) throw new Mismatch(`axis ${i} of ${d} is cropped to ${extent2}`);
    return extent2;
  });
}
var sources = {
  constant: (i, n) => i < 0 || i >= n ? -1 : i,
  edge: (i, n) => Math.min(Math.max(i, 0), n - 1),
  reflect: (i, n) => {
    if (n === 1) return 0;
    const period = 2 * (n - 1);
    const at = (i % period + period) % period;
    return at < n ? at : period - at;
  },
  wrap: (i, n) => (i % n + n) % n
};
function paddedValue(data, m, mode, fill) {
  const known5 = block(data);
  const source7 = Object.hasOwn(sources, mode) ? sources[mode] : void 0;
  const before = plainInts(m.before);
  if (known5 === void 0 || source7 === void 0 || before === void 0) return void 0;
  return filled(padded(data, m), (index) => {
    const from3 = index.map((i, axis) => source7(i - (before[axis] ?? 0), known5.extents[axis] ?? 0));
    return from3.includes(-1) ? fill : elementAt(known5, from3);
  });
}
function plainInts(dims2) {
  return dims2.every(isKnown) ? dims2.map(Number) : void 0;
}
function cropped(data, shape, axes) {
  const named2 = axes === void 0 ? data.shape.map((_, i) => i) : axesOf(axes, data.rank);
  if (isUnknown(shape)) return data.shape.map((d, i) => named2.includes(i) ? unknown(shape.why) : d);
  if (shape.length !== named2.length)
    throw new Mismatch(`shape has ${shape.length} numbers; ${named2.length} expected, one an axis`);
  return data.shape.map((d, i) => named2.includes(i) ? shape[named2.indexOf(i)] ?? d : d);
}
var pad = [
  operator({
    name: "Pad",
    revisions: [1],
    source: "https://onnx.ai/onnx/operators/onnx__Pad.html",
    doc: "Adds elements before and after every axis, as `paddings` says.",
    inputs: ["data"],
    outputs: ["output"],
    attributes: { paddings: required(ints()), mode: string("constant"), value: float(0) },
    shape: ({ data }, { paddings }) => ({ output: padded(data, margins(data, paddings, void 0)) }),
    work: free,
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Pad",
    revisions: [2],
    source: "https://onnx.ai/onnx/operators/onnx__Pad.html",
    doc: "Adds elements before and after every axis, as `pads` says; a negative number crops.",
    inputs: ["data"],
    outputs: ["output"],
    attributes: { pads: required(ints()), mode: string("constant"), value: float(0) },
    shape: ({ data }, { pads }) => ({ output: padded(data, margins(data, pads, void 0)) }),
    work: free,
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Pad",
    revisions: [11, 13, 18, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Pad.html",
    doc: "Adds elements before and after the axes named (all when none are), as `pads` says; a negative number crops.",
    inputs: ["data", "pads", "constant_value?", "axes?"],
    outputs: ["output"],
    attributes: { mode: string("constant") },
    shape: ({ data, pads, axes }) => ({ output: padded(data, margins(data, extentsFrom(pads), axes?.ints())) }),
    value: ({ data, pads, constant_value, axes }, { mode }) => data.value === void 0 ? {} : {
      output: paddedValue(
        data,
        margins(data, extentsFrom(pads), axes?.ints()),
        mode,
        constant_value === void 0 ? zero(data.dtype) : constant_value.value?.[0]
      )
    },
    work: free,
    roles: { data: "carried", pads: "constant", constant_value: "constant", axes: "constant" },
    examples: []
  }),
  operator({
    name: "CenterCropPad",
    revisions: [18],
    source: "https://onnx.ai/onnx/operators/onnx__CenterCropPad.html",
    doc: "Crops or pads the axes named to the extents of `shape`, around the centre.",
    inputs: ["input_data", "shape"],
    outputs: ["output_data"],
    attributes: { axes: ints() },
    shape: ({ input_data, shape }, { axes }) => ({ output_data: cropped(input_data, extentsFrom(shape), axes) }),
    work: free,
    roles: { input_data: "carried", shape: "constant" },
    examples: []
  })
];

// src/operators/resampling.ts
function scaled(d, scale) {
  if (!Number.isFinite(scale) || scale <= 0) throw new Mismatch(`a scale is ${scale}; more than 0 expected`);
  if (scale === 1) return d;
  if (isKnown(d)) return BigInt(Math.floor(Math.fround(Math.fround(scale) * Math.fround(Number(d)))));
  if (isUnknown(d)) return d;
  const ratio = fraction(scale);
  if (ratio === void 0) return unknown(`\u230A${formatDim(d)} \xB7 ${scale}\u230B is no expression of integers`);
  return floorDiv(mul(d, ratio.over), ratio.under);
}
function fraction(scale) {
  for (let under = 1; under <= 1024; under++) {
    const over = Math.round(scale * under);
    if (Math.fround(over / under) === Math.fround(scale)) return { over: BigInt(over), under: BigInt(under) };
  }
  return void 0;
}
function spread(rank, axes, given2, what) {
  const named2 = axes === void 0 ? Array.from({ length: rank }, (_, i) => i) : axesOf(axes, rank);
  if (given2.length !== named2.length)
    throw new Mismatch(`${what} has ${given2.length} numbers; ${named2.length} expected, one an axis`);
  return Array.from({ length: rank }, (_, axis) => {
    const i = named2.indexOf(axis);
    return i < 0 ? void 0 : given2[i];
  });
}
function present2(x) {
  return x !== void 0 && !(x.fact.kind === "tensor" && !isUnknown(x.fact.shape) && x.fact.shape[0] === 0n);
}
function resized({ X, roi, scales: scales3, sizes: sizes3 }, a) {
  if (present2(sizes3)) return bySizes(X, extentsFrom(sizes3), a);
  if (!present2(scales3)) throw new Mismatch("it has neither scales nor sizes; one of them expected");
  if (scales3.value === void 0)
    return openAxes(X, a.axes, `the value of \`${scales3.name}\` decides, and it is not a constant`);
  const factors = spread(X.rank, a.axes, scales3.floats(), "scales");
  const regions2 = a.coordinate_transformation_mode === "tf_crop_and_resize" ? regionExtents(X, roi, a.axes) : void 0;
  return X.shape.map((d, i) => {
    const region = regions2?.[i] ?? 1;
    return scaled(d, region === 1 ? factors[i] ?? 1 : Math.fround(region * (factors[i] ?? 1)));
  });
}
function regionExtents(X, roi, axes) {
  if (!present2(roi)) throw new Mismatch("it crops and resizes, but roi is missing");
  const bounds = roi.floats();
  const half = bounds.length / 2;
  return spread(
    X.rank,
    axes,
    bounds.slice(0, half).map((start, i) => (bounds[i + half] ?? 1) - start),
    "roi"
  );
}
function openAxes(X, axes, why) {
  const named2 = axes === void 0 ? void 0 : axesOf(axes, X.rank);
  return X.shape.map((d, i) => named2 === void 0 || named2.includes(i) ? unknown(why) : d);
}
function bySizes(X, sizes3, { axes, keep_aspect_ratio_policy }) {
  if (isUnknown(sizes3)) return openAxes(X, axes, sizes3.why);
  const wanted2 = spread(X.rank, axes, sizes3, "sizes");
  if (keep_aspect_ratio_policy === "stretch") return X.shape.map((d, i) => wanted2[i] ?? d);
  const ratios = X.shape.flatMap((d, i) => {
    const to = wanted2[i];
    if (to === void 0) return [];
    if (!isKnown(d) || !isKnown(to)) throw new Undetermined(`the aspect ratio of ${formatShape(X.shape)} is not known`);
    return [Math.fround(Number(to) / Number(d))];
  });
  const ratio = keep_aspect_ratio_policy === "not_larger" ? Math.min(...ratios) : Math.max(...ratios);
  return X.shape.map(
    (d, i) => wanted2[i] === void 0 || !isKnown(d) ? d : BigInt(Math.round(Math.fround(ratio * Number(d))))
  );
}
var neighbours = {
  nearest: 1,
  linear: 2,
  bilinear: 2,
  cubic: 4,
  bicubic: 4
};
function neighboursOf(mode) {
  const taps = Object.hasOwn(neighbours, mode) ? neighbours[mode] : void 0;
  if (taps === void 0) throw new Mismatch(`the mode is ${JSON.stringify(mode)}; nearest, linear or cubic expected`);
  return taps;
}
function interpolation(X, Y, mode, antialias) {
  const taps = neighboursOf(mode);
  if (taps === 1) return other(0n);
  let window = 1n;
  let none4 = 1n;
  for (const [i, d] of X.shape.entries()) {
    const to = Y.dim(i);
    const changed = changes(d, to);
    if (changed === 0n) continue;
    const along = antialias ? widened(taps, d, to) : BigInt(taps);
    window = mul(window, add(1n, mul(along - 1n, changed)));
    none4 = mul(none4, sub(1n, changed));
  }
  return other(mul(size(Y), sub(sub(mul(2n, window), 1n), none4)));
}
function changes(from3, to) {
  const same4 = equal(from3, to);
  if (same4 !== void 0) return same4 ? 0n : 1n;
  return isUnknown(from3) || isUnknown(to) || drift(from3, to) ? 1n : min(1n, max(sub(from3, to), sub(to, from3)));
}
var large = 2n ** 20n;
function drift(from3, to) {
  const symbols = symbolsOf(from3);
  if (symbols.length === 0 || symbols.join() !== symbolsOf(to).join()) return false;
  const far = new Map(symbols.map((name) => [name, large]));
  const [a, b] = [bind(from3, far), bind(to, far)];
  return isKnown(a) && isKnown(b) && a > 0n && b > 0n && (2n * a >= 3n * b || 2n * b >= 3n * a);
}
function widened(taps, from3, to) {
  if (!isKnown(from3) || !isKnown(to))
    throw new Undetermined("the width of the antialiasing filter depends on the scale");
  return to > 0n && from3 > to ? BigInt(Math.ceil(taps * Number(from3) / Number(to))) : BigInt(taps);
}
var coordinates = {
  coordinate_transformation_mode: string("half_pixel"),
  cubic_coeff_a: float(-0.75),
  exclude_outside: int(0n),
  extrapolation_value: float(0),
  mode: string("nearest"),
  nearest_mode: string("round_prefer_floor")
};
var plain = {
  axes: void 0,
  keep_aspect_ratio_policy: "stretch",
  coordinate_transformation_mode: ""
};
var resizeDoc = "Resamples to \u230Aextent \xB7 scale\u230B or to the given sizes. Linear and cubic modes: each result is a weighted sum of 2 or 4 neighbours along every axis that changes, \u03A0 t products and \u03A0 t \u2212 1 additions; nearest is free.";
var resampling = [
  operator({
    name: "Upsample",
    revisions: [1],
    source: "https://onnx.ai/onnx/operators/onnx__Upsample.html",
    doc: "Enlarges `[N, C, H, W]` by two scales; the forerunner of Resize.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { height_scale: required(float()), width_scale: required(float()), mode: string("nearest") },
    shape: ({ X }, { height_scale, width_scale }) => {
      assertRank(X, 4);
      return { Y: [X.dim(0), X.dim(1), scaled(X.dim(2), height_scale), scaled(X.dim(3), width_scale)] };
    },
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    examples: []
  }),
  operator({
    name: "Upsample",
    revisions: [7],
    source: "https://onnx.ai/onnx/operators/onnx__Upsample.html",
    doc: "Resamples every axis to \u230Aextent \xB7 scale\u230B; the forerunner of Resize.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { scales: required(floats()), mode: string("nearest") },
    shape: ({ X }, { scales: scales3 }) => {
      const factors = spread(X.rank, void 0, scales3, "scales");
      return { Y: X.shape.map((d, i) => scaled(d, factors[i] ?? 1)) };
    },
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    examples: []
  }),
  operator({
    name: "Upsample",
    revisions: [9, 10],
    source: "https://onnx.ai/onnx/operators/onnx__Upsample.html",
    doc: "Resamples every axis to \u230Aextent \xB7 scale\u230B, the scales an input; the forerunner of Resize.",
    inputs: ["X", "scales"],
    outputs: ["Y"],
    attributes: { mode: string("nearest") },
    shape: (inputs) => ({ Y: resized(inputs, plain) }),
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    roles: { scales: "constant" },
    examples: []
  }),
  operator({
    name: "Resize",
    revisions: [10],
    source: "https://onnx.ai/onnx/operators/onnx__Resize.html",
    doc: "Resamples every axis to \u230Aextent \xB7 scale\u230B.",
    inputs: ["X", "scales"],
    outputs: ["Y"],
    attributes: { mode: string("nearest") },
    shape: (inputs) => ({ Y: resized(inputs, plain) }),
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    roles: { scales: "constant" },
    examples: []
  }),
  operator({
    name: "Resize",
    revisions: [11, 13],
    source: "https://onnx.ai/onnx/operators/onnx__Resize.html",
    doc: resizeDoc,
    inputs: ["X", "roi?", "scales?", "sizes?"],
    outputs: ["Y"],
    attributes: coordinates,
    dtype: { Y: "X" },
    shape: (inputs, { coordinate_transformation_mode }) => ({
      Y: resized(inputs, { ...plain, coordinate_transformation_mode })
    }),
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    roles: { roi: "constant", scales: "constant", sizes: "constant" },
    examples: []
  }),
  operator({
    name: "Resize",
    revisions: [18, 19],
    source: "https://onnx.ai/onnx/operators/onnx__Resize.html",
    doc: `${resizeDoc} Only the axes named change; \`keep_aspect_ratio_policy\` fits the sizes to one scale. Antialiasing widens the window by 1 / scale.`,
    inputs: ["X", "roi?", "scales?", "sizes?"],
    outputs: ["Y"],
    attributes: { ...coordinates, antialias: int(0n), axes: ints(), keep_aspect_ratio_policy: string("stretch") },
    dtype: { Y: "X" },
    shape: (inputs, a) => ({ Y: resized(inputs, a) }),
    work: ({ X }, { Y }, { mode, antialias }) => interpolation(X, Y, mode, antialias !== 0n),
    roles: { roi: "constant", scales: "constant", sizes: "constant" },
    examples: []
  })
];

// src/operators/windows.ts
function windows(spatial, kernel, a, rounding = "floor") {
  return walks(spatial, kernel, a).map((walk, i) => {
    const input = spatial[i] ?? 1n;
    if (a.auto_pad === "SAME_UPPER" || a.auto_pad === "SAME_LOWER") return ceilDiv(input, walk.step);
    const room = sub(add(input, walk.before + walk.after), walk.extent);
    if (isKnown(room) && room < 0n)
      throw new Mismatch(`a window of ${formatDim(walk.extent)} does not fit ${formatDim(input)} on spatial axis ${i}`);
    if (rounding === "floor") return add(floorDiv(room, walk.step), 1n);
    return min(add(ceilDiv(room, walk.step), 1n), ceilDiv(add(input, walk.before), walk.step));
  });
}
function walks(spatial, kernel, a) {
  const n = spatial.length;
  if (kernel.length !== n) throw new Mismatch(`the window has ${kernel.length} spatial axes, the input ${n}`);
  const empty = kernel.find((k) => isKnown(k) && k < 1n);
  if (empty !== void 0) throw new Mismatch(`a window of ${formatDim(empty)} slides over nothing`);
  const strides = perAxis("strides", a.strides, n);
  const dilations = perAxis("dilations", a.dilations, n);
  const pads = a.auto_pad === "NOTSET" || a.auto_pad === "" ? padding(a.pads, n) : padding(void 0, n);
  return kernel.map((k, i) => ({
    extent: add(mul(sub(k, 1n), dilations[i] ?? 1n), 1n),
    step: strides[i] ?? 1n,
    before: pads[i] ?? 0n,
    after: pads[i + n] ?? 0n
  }));
}
function perAxis(name, values, n) {
  const list2 = values === void 0 || values.length === 0 ? Array.from({ length: n }, () => 1n) : values;
  if (list2.length !== n) throw new Mismatch(`${name} has ${list2.length} numbers; ${n} expected, one a spatial axis`);
  const bad = list2.find((v) => v < 1n);
  if (bad !== void 0) throw new Mismatch(`${name} holds ${bad}; at least 1 expected`);
  return list2;
}
function padding(values, n) {
  const list2 = values === void 0 || values.length === 0 ? Array.from({ length: 2 * n }, () => 0n) : values;
  if (list2.length !== 2 * n) throw new Mismatch(`pads has ${list2.length} numbers; ${2 * n} expected`);
  return list2;
}

// src/operators/sampling.ts
function unpooled(X, outputShape, a) {
  if (outputShape !== void 0) {
    const said2 = extentsFrom(outputShape);
    return isUnknown(said2) ? X.shape.map(() => unknown(said2.why)) : said2;
  }
  const n = X.rank - 2;
  if (a.kernel_shape.length !== n)
    throw new Mismatch(`kernel_shape has ${a.kernel_shape.length} numbers; ${n} expected`);
  const strides = perAxis("strides", a.strides, n);
  const pads = padding(a.pads, n);
  return X.shape.map((d, axis) => {
    const i = axis - 2;
    if (i < 0) return d;
    const margin = (pads[i] ?? 0n) + (pads[i + n] ?? 0n);
    return add(mul(sub(d, 1n), strides[i] ?? 1n), (a.kernel_shape[i] ?? 1n) - margin);
  });
}
function sampled(X, grid) {
  assertRank(grid, X.rank);
  assertEqual(grid.dim(-1), BigInt(X.rank - 2), (g, r) => `the grid holds ${g} coordinates a point; ${r} expected`);
  assertEqual(X.dim(0), grid.dim(0), (x, g) => `X has a batch of ${x}, the grid of ${g}`);
  return [...X.shape.slice(0, 2), ...grid.shape.slice(1, -1)];
}
function sampling(X, Y, mode) {
  const window = BigInt(neighboursOf(mode)) ** BigInt(X.rank - 2);
  return other(window === 1n ? 0n : mul(size(Y), 2n * window - 1n));
}
function affineGrid(theta, sizes3) {
  assertRank(theta, 3);
  const wanted2 = extentsFrom(sizes3);
  const rank = theta.dim(1);
  if (isUnknown(wanted2)) {
    if (rank !== 2n && rank !== 3n) return wanted2;
    return [theta.dim(0), ...Array.from({ length: Number(rank) }, () => wanted2), rank];
  }
  const [batch, , ...space] = wanted2;
  if (batch === void 0 || space.length !== 2 && space.length !== 3)
    throw new Mismatch(`size has ${wanted2.length} numbers; 4 or 5 expected`);
  return [batch, ...space, BigInt(space.length)];
}
var regionDoc = "For every region a grid of output cells";
var samples = [
  operator({
    name: "GridSample",
    revisions: [16, 20, 22],
    source: "https://onnx.ai/onnx/operators/onnx__GridSample.html",
    doc: "Samples X at the points of a grid: each result a weighted sum of 2 or 4 neighbours along every spatial axis; nearest is free.",
    inputs: ["X", "grid"],
    outputs: ["Y"],
    attributes: { align_corners: int(0n), mode: string("linear"), padding_mode: string("zeros") },
    dtype: { Y: "X" },
    shape: ({ X, grid }) => ({ Y: sampled(X, grid) }),
    work: ({ X }, { Y }, { mode }) => sampling(X, Y, mode),
    examples: []
  }),
  operator({
    name: "AffineGrid",
    revisions: [20],
    source: "https://onnx.ai/onnx/operators/onnx__AffineGrid.html",
    doc: "Sampling points of an affine map over a plane or a space of the given size: a matrix product of \u03B8, `[k, k + 1]`, with every point. MACs: |grid| \xB7 (k + 1).",
    inputs: ["theta", "size"],
    outputs: ["grid"],
    attributes: { align_corners: int(0n) },
    dtype: { grid: "theta" },
    shape: ({ theta, size: sizes3 }) => ({ grid: affineGrid(theta, sizes3) }),
    work: (_, { grid }) => ({ macs: mul(size(grid), add(grid.dim(-1), 1n)), other: 0n }),
    roles: { size: "constant" },
    examples: []
  }),
  operator({
    name: "RoiAlign",
    revisions: [10, 16, 22],
    source: "https://onnx.ai/onnx/operators/onnx__RoiAlign.html",
    doc: `${regionDoc}, each the mean (or maximum) of \`sampling_ratio\`\xB2 bilinear samples: 7 operations a sample and one to join it. With ratio 0 the size of a region decides how many samples there are, so the work is unknown.`,
    inputs: ["X", "rois", "batch_indices"],
    outputs: ["Y"],
    attributes: {
      coordinate_transformation_mode: string("half_pixel"),
      mode: string("avg"),
      output_height: int(1n),
      output_width: int(1n),
      sampling_ratio: int(0n),
      spatial_scale: float(1)
    },
    dtype: { Y: "X" },
    shape: ({ X, rois }, { output_height, output_width }) => {
      assertRank(X, 4);
      assertRank(rois, 2);
      return { Y: [rois.dim(0), X.dim(1), output_height, output_width] };
    },
    work: (_, { Y }, { sampling_ratio: r }, call) => other(
      r > 0n ? mul(size(Y), 8n * r * r) : unknown(`\`${call.label}\`: the size of a region decides how many samples it takes`)
    ),
    roles: { rois: "constant", batch_indices: "constant" },
    examples: []
  }),
  operator({
    name: "MaxRoiPool",
    revisions: [1, 22],
    source: "https://onnx.ai/onnx/operators/onnx__MaxRoiPool.html",
    doc: `${regionDoc}, each the largest element of its part of the region. The size of the region decides how many are compared, so the work is unknown.`,
    inputs: ["X", "rois"],
    outputs: ["Y"],
    attributes: { pooled_shape: required(ints()), spatial_scale: float(1) },
    shape: ({ X, rois }, { pooled_shape }) => {
      assertRank(X, 4);
      assertRank(rois, 2);
      if (pooled_shape.length !== 2) throw new Mismatch(`pooled_shape has ${pooled_shape.length} numbers; 2 expected`);
      return { Y: [rois.dim(0), X.dim(1), ...pooled_shape] };
    },
    work: (_, __, ___, call) => other(unknown(`\`${call.label}\`: the size of a region decides how many elements it compares`)),
    roles: { rois: "constant" },
    examples: []
  }),
  operator({
    name: "MaxUnpool",
    revisions: [9, 11, 22],
    source: "https://onnx.ai/onnx/operators/onnx__MaxUnpool.html",
    doc: "Puts every element back where a max pooling took it from, zero elsewhere: (in \u2212 1)\xB7stride \u2212 pads + kernel along each spatial axis, or the shape given.",
    inputs: ["X", "I", "output_shape?"],
    outputs: ["output"],
    attributes: { kernel_shape: required(ints()), pads: ints(), strides: ints() },
    shape: ({ X, output_shape }, a) => ({ output: unpooled(X, output_shape, a) }),
    work: free,
    roles: { output_shape: "constant" },
    examples: []
  }),
  operator({
    name: "Col2Im",
    revisions: [18],
    source: "https://onnx.ai/onnx/operators/onnx__Col2Im.html",
    doc: "Adds overlapping blocks up to a picture: `[N, C, \u2026image]` from `[N, C\xB7\u03A0 block, positions]`, one addition per element of the input.",
    inputs: ["input", "image_shape", "block_shape"],
    outputs: ["output"],
    attributes: { dilations: ints(), pads: ints(), strides: ints() },
    shape: ({ input, image_shape, block_shape }) => {
      assertRank(input, 3);
      const image = extentsFrom(image_shape);
      if (isUnknown(image)) return { output: image };
      const block2 = extentsFrom(block_shape);
      return { output: [input.dim(0), isUnknown(block2) ? block2 : floorDiv(input.dim(1), product(block2)), ...image] };
    },
    work: ({ input }) => other(size(input)),
    roles: { image_shape: "constant", block_shape: "constant" },
    examples: []
  })
];

// src/operators/borrowed.ts
function borrowed(name, from3) {
  const own2 = from3.findLast((o) => o.name === name);
  if (own2 === void 0) throw new Error(`no ${name} to borrow`);
  return { ...own2, domain: "com.microsoft", revisions: [1], source: contribPage(name) };
}
function range() {
  const own2 = borrowed("Range", creation);
  const stepped = (inputs) => {
    const { start, delta } = inputs;
    if (delta !== void 0 || !(start instanceof Operand)) return inputs;
    const value = start.dtype?.startsWith("float") || start.dtype === "bfloat16" ? [1] : [1n];
    return { ...inputs, delta: new Operand("delta", { kind: "tensor", dtype: start.dtype, shape: [], value }) };
  };
  return {
    ...own2,
    inputs: own2.inputs.map((slot2) => slot2.name === "delta" ? { ...slot2, optional: true } : slot2),
    shape: (inputs, a, call) => own2.shape(stepped(inputs), a, call),
    ...own2.value !== void 0 && { value: (inputs, a, call) => own2.value?.(stepped(inputs), a, call) ?? {} },
    examples: []
  };
}
var unique = operator({
  name: "Unique",
  domain: "com.microsoft",
  revisions: [1],
  source: contribPage("Unique"),
  doc: "The distinct elements in the order they occur, which of them each element is, and how often each occurs. Counted as one comparison per element.",
  inputs: ["x"],
  outputs: ["y", "idx", "counts"],
  dtype: { y: "x", idx: "int64", counts: "int64" },
  shape: ({ x }, _, call) => {
    assertRank(x, 1);
    const distinct = unknown(`\`${call.label}\`: the data decides how many there are`);
    return { y: [distinct], idx: [x.dim(0)], counts: [distinct] };
  },
  work: ({ x }) => other(size(x)),
  roles: { x: "carried" },
  examples: []
});
var borrowedOperators = [
  unique,
  borrowed("GatherND", gathering),
  borrowed("GridSample", samples),
  borrowed("Trilu", movement),
  borrowed("Pad", pad),
  range(),
  // An experiment of ONNX's first releases: Slice as it became in operator set 10, without steps.
  { ...borrowed("Slice", slicing), name: "DynamicSlice", domain: "", source: contribPage("DynamicSlice") }
];

// src/operators/cached-attention.ts
function totalLength({ past_key: past, total_sequence_length: total6 }, queries, call) {
  if (past === void 0 || past.dim(2) === 0n) return queries;
  return lengthOf(total6 ?? new Operand("total_sequence_length", { kind: "opaque", why: "it is not given" }), call);
}
function grouped(x, heads, kvHeads, call) {
  assertRank(x.query, 3);
  const packed = x.key === void 0;
  const d = floorDiv(x.query.dim(2), packed ? heads + 2n * kvHeads : heads);
  const [batch, queries] = [x.query.dim(0), x.query.dim(1)];
  const keys = totalLength(x, queries, call);
  const kept3 = x.past_key === void 0 ? keys : max(x.past_key.dim(2), keys);
  return { sizes: { batch, heads, queries, keys, keySize: d, valueSize: d }, cache: [batch, kvHeads, kept3, d] };
}
var cachedAttention = [
  operator({
    name: "GroupQueryAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GroupQueryAttention"),
    doc: "Attention whose query heads share keys, with a cache. T keys are seen: the input `total_sequence_length` where its value is known, else a symbol of that name; without a past the new ones. MACs: B\xB7heads\xB7S\xB7T\xB7(d + d), causal or not; other, per score: 6, 1 with an added bias, 3 with a soft cap; 3 per query and key element when they are rotated.",
    inputs: [
      "query",
      "key?",
      "value?",
      "past_key?",
      "past_value?",
      "seqlens_k?",
      "total_sequence_length?",
      "cos_cache?",
      "sin_cache?",
      "position_ids?",
      "attention_bias?",
      "head_sink?",
      "k_scale?",
      "v_scale?",
      "q_norm_weight?",
      "k_norm_weight?"
    ],
    outputs: ["output", "present_key?", "present_value?", "output_qk?"],
    attributes: {
      do_rotary: int(0n),
      kv_num_heads: required(int()),
      local_window_size: int(-1n),
      num_heads: required(int()),
      rotary_interleaved: int(0n),
      scale: float(),
      smooth_softmax: int(0n),
      softcap: float(0),
      k_quant_type: string("NONE"),
      v_quant_type: string("NONE")
    },
    dtype: ({ query, past_key, past_value }) => ({
      output: query.dtype,
      present_key: past_key?.dtype ?? query.dtype,
      present_value: past_value?.dtype ?? query.dtype
    }),
    shape: (inputs, a, call) => {
      const { sizes: s, cache } = grouped(inputs, a.num_heads, a.kv_num_heads, call);
      return {
        output: [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: cache,
        present_value: cache,
        output_qk: [s.batch, s.heads, s.queries, s.keys]
      };
    },
    work: (inputs, _, a, call) => {
      const { sizes: s } = grouped(inputs, a.num_heads, a.kv_num_heads, call);
      const core = attentionWork(s, present(inputs.attention_bias) + (a.softcap === 0 ? 0n : 3n));
      const rotary2 = product([s.batch, s.queries, a.num_heads + a.kv_num_heads, s.keySize, 3n]);
      return { ...core, other: add(core.other, a.do_rotary === 0n ? 0n : rotary2) };
    },
    roles: {
      seqlens_k: "constant",
      total_sequence_length: "constant",
      cos_cache: "constant",
      sin_cache: "constant",
      position_ids: "constant",
      k_scale: "quantization",
      v_scale: "quantization",
      q_norm_weight: "weight",
      k_norm_weight: "weight"
    },
    examples: []
  }),
  operator({
    name: "SparseAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("SparseAttention"),
    doc: "GroupQueryAttention that leaves out blocks of keys by a mask. It is counted as though no block were left out, as causal attention is: MACs and the rest as GroupQueryAttention. The cache has room for all keys there can be.",
    inputs: [
      "query",
      "key?",
      "value?",
      "past_key",
      "past_value",
      "block_row_indices",
      "block_col_indices",
      "total_sequence_length",
      "key_total_sequence_lengths",
      "cos_cache?",
      "sin_cache?"
    ],
    outputs: ["output", "present_key", "present_value"],
    attributes: {
      do_rotary: int(0n),
      kv_num_heads: required(int()),
      num_heads: required(int()),
      rotary_interleaved: int(0n),
      scale: float(),
      sparse_block_size: required(int())
    },
    shape: (inputs, a, call) => {
      const { sizes: s } = grouped(inputs, a.num_heads, a.kv_num_heads, call);
      const output = [s.batch, s.queries, mul(s.heads, s.valueSize)];
      return { output, present_key: inputs.past_key.shape, present_value: inputs.past_value.shape };
    },
    work: (inputs, _, a, call) => {
      const { sizes: s } = grouped(inputs, a.num_heads, a.kv_num_heads, call);
      const core = attentionWork(s, 0n);
      const rotary2 = product([s.batch, s.queries, a.num_heads + a.kv_num_heads, s.keySize, 3n]);
      return { ...core, other: add(core.other, a.do_rotary === 0n ? 0n : rotary2) };
    },
    roles: {
      block_row_indices: "constant",
      block_col_indices: "constant",
      total_sequence_length: "constant",
      key_total_sequence_lengths: "constant",
      cos_cache: "constant",
      sin_cache: "constant"
    },
    examples: []
  })
];

// src/operators/carried-state.ts
function recurrenceWork(r) {
  const cells = product([r.steps, r.heads, r.keySize, r.valueSize]);
  const delta = r.rule.endsWith("delta");
  const results = product([r.steps, r.readers, r.valueSize]);
  return {
    macs: add(mul(results, r.keySize), mul(cells, delta ? 2n : 1n)),
    other: sum([
      r.rule.startsWith("gated") ? cells : 0n,
      delta ? product([r.steps, r.heads, r.valueSize, 2n]) : 0n,
      results
    ])
  };
}
var recurrenceDoc = "MACs, per step: heads\xB7dk\xB7dv to read the state, as many for the key heads to write it, as many again with a delta rule to read what is stored. Other: state elements once per step to decay (gated rules); per value element a difference and a product (delta rules); per output element a product with the scale.";
var silu = (activation2) => activation2 === "none" ? 0n : 2n;
function lookback(weight, dilation) {
  return mul(sub(weight.dim(-1), 1n), dilation);
}
var kernelSize = (weight) => product(weight.shape.slice(2));
var carriedState = [
  operator({
    name: "LinearAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("LinearAttention"),
    doc: `Attention by a state that is carried through time, \`[dk, dv]\` a head; with \`state_window\` the last of them are kept. ${recurrenceDoc}`,
    inputs: ["query", "key", "value", "past_state?", "decay?", "beta?"],
    outputs: ["output", "present_state"],
    attributes: {
      chunk_size: int(64n),
      kv_num_heads: required(int()),
      q_num_heads: required(int()),
      scale: float(0),
      state_window: int(0n),
      update_rule: string("gated_delta")
    },
    dtype: ({ query, past_state }) => ({ output: query.dtype, present_state: past_state?.dtype ?? query.dtype }),
    shape: ({ query, key, value }, a) => {
      const r = recurrence(query, key, value, a);
      const window = a.state_window === 0n ? [] : [a.state_window];
      return {
        output: [query.dim(0), query.dim(1), mul(r.readers, r.valueSize)],
        present_state: [...window, query.dim(0), a.kv_num_heads, r.keySize, r.valueSize]
      };
    },
    work: ({ query, key, value }, _, a) => recurrenceWork(recurrence(query, key, value, a)),
    examples: []
  }),
  operator({
    name: "GatedDeltaNet",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GatedDeltaNet"),
    doc: `LinearAttention over packed tokens \`[T, heads, d]\`, or \`[B, S, heads, d]\`. ${recurrenceDoc} One more per decay and update rate that is activated here, 3 per query and key element to normalize.`,
    inputs: [
      "query",
      "key",
      "value",
      "cu_seqlens?",
      "decay?",
      "beta?",
      "initial_state?",
      "a_log?",
      "dt_bias?",
      "capture_count?",
      "state_update_active?"
    ],
    outputs: ["output", "final_state?", "state_update?"],
    attributes: {
      beta_activation: string("none"),
      chunk_size: int(64n),
      gate_activation: string("none"),
      qk_l2_norm: int(0n),
      scale: float(0),
      state_update_capacity: int(0n),
      update_rule: string("gated_delta")
    },
    dtype: { final_state: "float32", state_update: "float32" },
    shape: ({ query, key, value, initial_state, cu_seqlens }, a) => {
      const readers = max(query.dim(-2), value.dim(-2));
      const ragged = cu_seqlens === void 0 ? void 0 : sub(cu_seqlens.dim(0), 1n);
      const batch = initial_state?.dim(0) ?? ragged ?? (query.rank === 4 ? query.dim(0) : 1n);
      const captured = sum([value.dim(-2), mul(key.dim(-2), key.dim(-1)), mul(value.dim(-2), value.dim(-1))]);
      return {
        output: [...query.shape.slice(0, -2), readers, value.dim(-1)],
        final_state: [batch, value.dim(-2), value.dim(-1), query.dim(-1)],
        state_update: [batch, mul(captured, a.state_update_capacity)]
      };
    },
    work: ({ query, key, value, decay, beta }, _, a) => {
      const work2 = recurrenceWork({
        rule: a.update_rule,
        steps: product(query.shape.slice(0, -2)),
        heads: value.dim(-2),
        readers: max(query.dim(-2), value.dim(-2)),
        keySize: query.dim(-1),
        valueSize: value.dim(-1)
      });
      return {
        macs: work2.macs,
        other: sum([
          work2.other,
          a.gate_activation === "none" || decay === void 0 ? 0n : mul(size(decay), 5n),
          a.beta_activation === "none" || beta === void 0 ? 0n : size(beta),
          a.qk_l2_norm === 0n ? 0n : mul(add(size(query), size(key)), 3n)
        ])
      };
    },
    roles: { cu_seqlens: "constant", a_log: "weight", dt_bias: "weight", capture_count: "constant" },
    examples: []
  }),
  operator({
    name: "CausalConvWithState",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("CausalConvWithState"),
    doc: "A depthwise convolution that sees only the past along its last axis, and carries on what it must remember: (k \u2212 1)\xB7dilation positions. MACs: |output| \xB7 K; other: one addition per element with a bias, two operations with an activation.",
    inputs: ["input", "weight", "bias?", "past_state?"],
    outputs: ["output", "present_state"],
    attributes: {
      activation: string("none"),
      channels_last: int(0n),
      dilation: int(1n),
      ndim: int(1n),
      state_window: int(0n)
    },
    shape: ({ input, weight }, a) => {
      const back = lookback(weight, a.dilation);
      const [batch = 1n, second = 1n, ...rest] = input.shape;
      const slot2 = a.channels_last === 0n ? [batch, second, ...rest.slice(0, -1), back] : [batch, back, ...rest];
      return { output: input.shape, present_state: a.state_window === 0n ? slot2 : [a.state_window, ...slot2] };
    },
    work: ({ input, weight, bias }, _, a) => ({
      macs: mul(size(input), kernelSize(weight)),
      other: mul(size(input), (bias ? 1n : 0n) + silu(a.activation))
    }),
    roles: { weight: "weight", bias: "weight" },
    examples: []
  }),
  operator({
    name: "VarlenCausalConvWithState",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("VarlenCausalConvWithState"),
    doc: "CausalConvWithState over packed tokens `[T, channels]`. MACs: |output| \xB7 k; other: one addition per element with a bias, two operations with an activation.",
    inputs: ["input", "weight", "cumulative_sequence_length", "bias?", "initial_state", "capture_count?"],
    outputs: ["output", "final_state", "state_update?"],
    attributes: { activation: string("none"), dilation: int(1n), state_update_capacity: int(0n) },
    shape: ({ input, initial_state }, a) => ({
      output: input.shape,
      final_state: initial_state.shape,
      state_update: [initial_state.dim(0), a.state_update_capacity, input.dim(1)]
    }),
    work: ({ input, weight, bias }, _, a) => ({
      macs: mul(size(input), kernelSize(weight)),
      other: mul(size(input), (bias ? 1n : 0n) + silu(a.activation))
    }),
    roles: { weight: "weight", bias: "weight", cumulative_sequence_length: "constant", capture_count: "constant" },
    examples: []
  }),
  operator({
    name: "LinearAttentionGate",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("LinearAttentionGate"),
    doc: "The decay and the update rate of a gated delta rule: per decay a sum, the 3 operations of Softplus and a product, per update rate a sigmoid.",
    inputs: ["a", "dt_bias", "decay_scale", "b?"],
    outputs: ["decay", "beta?"],
    shape: ({ a, b }) => ({ decay: a.shape, beta: (b ?? a).shape }),
    work: ({ a, b }) => other(add(mul(size(a), 5n), b ? size(b) : 0n)),
    roles: { dt_bias: "weight", decay_scale: "weight" },
    examples: []
  }),
  operator({
    name: "GatedRMSNorm",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GatedRMSNorm"),
    doc: "Scales groups of C elements by their root mean square, and multiplies by a gate: per element 4 operations, 2 of the gate\u2019s SiLU and a product; 4 per group.",
    inputs: ["X", "scale", "gate"],
    outputs: ["Y"],
    shape: ({ X, gate }) => {
      assertEqual(X.dim(-1), gate.dim(-1), (x, g) => `\`${X.name}\` has ${x} features, \`${gate.name}\` ${g}`);
      return { Y: X.shape };
    },
    work: ({ X, scale }) => other(add(mul(size(X), 7n), mul(floorDiv(size(X), scale.dim(0)), 4n))),
    memory: "inplace",
    roles: { scale: "weight" },
    examples: []
  }),
  operator({
    name: "GatedAdd",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GatedAdd"),
    doc: "Adds a tensor times a gate for each row: 2 operations per element.",
    inputs: ["X", "Y", "gate"],
    outputs: ["output"],
    shape: ({ X }) => ({ output: X.shape }),
    work: ({ X }) => other(mul(size(X), 2n)),
    memory: "inplace",
    examples: []
  }),
  operator({
    name: "EngramGate",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("EngramGate"),
    doc: "Multiplies a value by a gate from how well a key fits a query. MACs: the dot product of both; other: 4 per key and query element to scale them by their root mean square, 4 for each of the two rows, 6 per gate, a product per output element.",
    inputs: ["key", "query", "value", "key_norm_scale", "query_norm_scale"],
    outputs: ["output"],
    attributes: { epsilon: float(1e-5) },
    shape: ({ key }) => {
      assertRank(key, 4);
      return { output: key.shape };
    },
    work: ({ key }) => {
      const gates2 = product(key.shape.slice(0, 3));
      return { macs: size(key), other: add(mul(size(key), 9n), mul(gates2, 14n)) };
    },
    roles: { key_norm_scale: "weight", query_norm_scale: "weight" },
    examples: []
  })
];
function recurrence(query, key, value, a) {
  assertRank(query, 3);
  if (a.q_num_heads < 1n || a.kv_num_heads < 1n)
    throw new Mismatch(`it has ${a.q_num_heads} query and ${a.kv_num_heads} key heads`);
  return {
    rule: a.update_rule,
    steps: mul(query.dim(0), query.dim(1)),
    heads: a.kv_num_heads,
    readers: a.q_num_heads > a.kv_num_heads ? a.q_num_heads : a.kv_num_heads,
    keySize: floorDiv(key.dim(2), a.kv_num_heads),
    valueSize: floorDiv(value.dim(2), a.kv_num_heads)
  };
}

// src/operators/casting.ts
function convertedAll(x, to) {
  if (x.value === void 0 || to === null) return void 0;
  const elements = x.value.map((v) => converted(v, to)).filter((v) => v !== void 0);
  return elements.length === x.value.length ? elements : void 0;
}
var roundings = { saturate: int(1n), round_mode: string("up") };
var casting = [
  operator({
    name: "Cast",
    revisions: [1],
    source: "https://onnx.ai/onnx/operators/onnx__Cast.html",
    doc: "Converts every element to the type its attribute names in words. Conversion moves data; it is no arithmetic.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { to: required(string()) },
    dtype: (_, { to }) => ({ output: named(to) }),
    shape: ({ input }) => ({ output: input.shape }),
    value: ({ input }, { to }) => ({ output: convertedAll(input, named(to)) }),
    work: free,
    roles: { input: "carried" },
    examples: []
  }),
  operator({
    name: "Cast",
    revisions: [6, 9, 13, 19, 21, 23, 24, 25, 28],
    source: "https://onnx.ai/onnx/operators/onnx__Cast.html",
    doc: "Converts every element to the type `to`. Conversion moves data; it is no arithmetic. A symbolic extent stays itself through float types.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { to: required(int()), ...roundings },
    dtype: (_, { to }) => ({ output: dtypeOf(to) }),
    shape: ({ input }) => ({ output: input.shape }),
    value: ({ input }, { to }) => ({ output: convertedAll(input, dtypeOf(to)) }),
    work: free,
    roles: { input: "carried" },
    examples: []
  }),
  operator({
    name: "CastLike",
    revisions: [15, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__CastLike.html",
    doc: "Converts every element to the element type of `target_type`.",
    inputs: ["input", "target_type"],
    outputs: ["output"],
    attributes: roundings,
    dtype: { output: "target_type" },
    shape: ({ input }) => ({ output: input.shape }),
    value: ({ input, target_type }) => ({ output: convertedAll(input, target_type.dtype) }),
    work: free,
    roles: { input: "carried", target_type: "constant" },
    examples: []
  }),
  operator({
    name: "BitCast",
    revisions: [26],
    source: "https://onnx.ai/onnx/operators/onnx__BitCast.html",
    doc: "Reads the same bits as another type of the same width.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { to: required(int()) },
    dtype: (_, { to }) => ({ output: dtypeOf(to) }),
    shape: ({ input }, { to }) => {
      const dtype = dtypeOf(to);
      const width = dtype === null ? void 0 : bitsPerElement(dtype);
      const before = input.dtype === null ? void 0 : bitsPerElement(input.dtype);
      if (width !== void 0 && before !== void 0 && width !== before)
        throw new Mismatch(`${dtype} has ${width} bits, ${input.dtype} ${before}; the same width expected`);
      return { output: input.shape };
    },
    work: free,
    memory: "view",
    roles: { input: "carried" },
    examples: []
  })
];
function named(to) {
  const code = dataTypeNames.indexOf(to.toUpperCase());
  return code < 0 ? null : dtypeOf(BigInt(code));
}
var dataTypeNames = "UNDEFINED FLOAT UINT8 INT8 UINT16 INT16 INT32 INT64 STRING BOOL FLOAT16 DOUBLE UINT32 UINT64 COMPLEX64 COMPLEX128".split(
  " "
);

// src/operators/contrib.ts
function assertPairs(...xs) {
  for (const x of xs) assertEqual(x.dim(-1), 2n, (d) => `the last axis of \`${x.name}\` is ${d}; pairs expected`);
}
var dropout = "onnxruntime keeps one bit of the mask for each element, 32 to a number.";
var contrib = [
  operator({
    name: "CDist",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("CDist"),
    doc: "Distances of each row of A from each of B: per pair and feature a difference, a square and a sum; one root per pair unless squared.",
    inputs: ["A", "B"],
    outputs: ["C"],
    attributes: { metric: string("sqeuclidean") },
    shape: ({ A, B }) => {
      assertRank(A, 2);
      assertRank(B, 2);
      agreed(A.dim(1), B.dim(1), (a, b) => `\`${A.name}\` has ${a} features, \`${B.name}\` ${b}`);
      return { C: [A.dim(0), B.dim(0)] };
    },
    work: ({ A }, { C }, { metric }) => {
      if (metric !== "sqeuclidean" && metric !== "euclidean")
        return other(unknown(`what the distance ${metric} costs is not known`));
      return other(mul(size(C), add(mul(A.dim(1), 3n), metric === "euclidean" ? 1n : 0n)));
    },
    examples: []
  }),
  ...["ComplexMul", "ComplexMulConj"].map(
    (name) => operator({
      name,
      domain: "com.microsoft",
      revisions: [1],
      source: contribPage(name),
      doc: "Products of complex numbers, pairs along the last axis: 6 operations for each.",
      inputs: ["A", "B"],
      outputs: ["C"],
      shape: ({ A, B }) => {
        assertPairs(A, B);
        return { C: broadcastOf(A, B) };
      },
      work: (_, { C }) => other(mul(size(C), 3n)),
      examples: [{ given: { A: ["n", 4, 2], B: [4, 2] }, gives: { C: ["n", 4, 2] }, other: "24*n" }]
      // 4·6
    })
  ),
  operator({
    name: "Inverse",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("Inverse"),
    doc: "Inverses of square matrices by elimination: 2\xB7n\xB3 operations for each.",
    inputs: ["X"],
    outputs: ["Y"],
    shape: ({ X }) => {
      assertEqual(X.dim(-1), X.dim(-2), (a, b) => `\`${X.name}\` holds matrices of ${b} by ${a}`);
      return { Y: X.shape };
    },
    work: ({ X }) => other(product([size(X), X.dim(-1), 2n])),
    examples: [{ given: { X: ["n", 3, 3] }, gives: { Y: ["n", 3, 3] }, other: "54*n" }]
    // 2·27
  }),
  operator({
    name: "IsAllFinite",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("IsAllFinite"),
    doc: "Whether every element of all inputs is finite: one operation per element.",
    inputs: ["...input"],
    outputs: ["output"],
    attributes: { isinf_only: int(0n), isnan_only: int(0n) },
    dtype: { output: "bool" },
    shape: () => ({ output: [] }),
    work: ({ input }) => other(sum(input.map(size))),
    examples: []
  }),
  operator({
    name: "ExpandDims",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("ExpandDims"),
    doc: "Puts an axis of extent 1 in its place.",
    inputs: ["X", "axis"],
    outputs: ["Y"],
    shape: ({ X, axis }) => {
      const at = axisOf(axis.ints()[0] ?? 0n, X.rank + 1);
      return { Y: [...X.shape.slice(0, at), 1n, ...X.shape.slice(at)] };
    },
    work: free,
    memory: "view",
    roles: { X: "carried", axis: "constant" },
    examples: []
  }),
  operator({
    name: "DynamicTimeWarping",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("DynamicTimeWarping"),
    doc: "The cheapest way through a matrix of costs: 2 comparisons and a sum per element. How long the way is the data decides.",
    inputs: ["input"],
    outputs: ["output"],
    dtype: { output: "int32" },
    shape: (_, __, call) => ({ output: [2n, unknown(`\`${call.label}\`: the data decides how long the way is`)] }),
    work: ({ input }) => other(mul(size(input), 3n)),
    examples: []
  }),
  operator({
    name: "BitmaskDropout",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("BitmaskDropout"),
    doc: `Dropout, which is off at inference. ${dropout}`,
    inputs: ["data", "ratio?", "training_mode?"],
    outputs: ["output", "mask?"],
    attributes: { seed: int() },
    dtype: { mask: "uint32" },
    shape: ({ data }) => ({ output: data.shape, mask: [ceilDiv(size(data), 32n)] }),
    work: free,
    memory: "inplace",
    roles: { data: "carried", ratio: "constant", training_mode: "constant" },
    examples: []
  }),
  operator({
    name: "BitmaskBiasDropout",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("BitmaskBiasDropout"),
    doc: `BiasDropout: one operation per element for the bias and for the residual. ${dropout}`,
    inputs: ["data", "bias", "residual?", "ratio?", "training_mode?"],
    outputs: ["output", "mask?"],
    attributes: { seed: int() },
    dtype: { mask: "uint32" },
    shape: ({ data }) => ({ output: data.shape, mask: [ceilDiv(size(data), 32n)] }),
    work: ({ data, residual }) => other(mul(size(data), residual ? 2n : 1n)),
    memory: "inplace",
    roles: { bias: "weight", ratio: "constant", training_mode: "constant" },
    examples: []
  }),
  operator({
    name: "SampleOp",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("SampleOp"),
    doc: "Gives its input.",
    inputs: ["X"],
    outputs: ["Y"],
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    roles: { X: "carried" },
    examples: []
  }),
  operator({
    name: "QuantizeBFP",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QuantizeBFP"),
    doc: "Reals to blocks that share an exponent. How many bytes they take is not specified: unknown. A comparison, a product and a rounding per element.",
    inputs: ["x"],
    outputs: ["y", "shape", "strides"],
    attributes: { bfp_type: required(int()), block_dim: int(-1n) },
    dtype: { y: "uint8", shape: "int64", strides: "int64" },
    shape: ({ x }, _, call) => ({
      y: [unknown(`\`${call.label}\`: its layout is not specified`)],
      shape: [BigInt(x.rank)],
      strides: [BigInt(x.rank)]
    }),
    value: ({ x }) => ({ shape: x.shape }),
    work: ({ x }) => other(mul(size(x), 3n)),
    examples: []
  }),
  operator({
    name: "DequantizeBFP",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("DequantizeBFP"),
    doc: "Blocks that share an exponent to reals of the shape given: one product per element.",
    inputs: ["x", "shape", "strides"],
    outputs: ["y"],
    attributes: { bfp_type: required(int()), block_dim: int(-1n), dtype: int(1n) },
    dtype: { y: "float32" },
    shape: ({ shape }) => {
      const dims2 = shape.dims();
      const gap = dims2.find(isUnknown);
      if (gap !== void 0 && isUnknown(gap)) throw new Undetermined(gap.why);
      return { y: dims2 };
    },
    work: (_, { y }) => other(size(y)),
    roles: { x: "carried", shape: "constant", strides: "constant" },
    examples: []
  })
];

// src/operators/convolution.ts
var windowing = {
  auto_pad: string("NOTSET"),
  dilations: ints(),
  group: int(1n),
  kernel_shape: ints(),
  pads: ints(),
  strides: ints()
};
function convShape(X, W, a) {
  if (X.rank < 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; [N, C, \u2026spatial] expected`);
  assertRank(W, X.rank);
  assertEqual(
    X.dim(1),
    mul(W.dim(1), a.group),
    (x, w) => `\`${X.name}\` has ${x} channels, \`${W.name}\` expects ${w} (group ${a.group}); X is [N, C, \u2026spatial], channels before space`
  );
  return [X.dim(0), W.dim(0), ...windows(X.shape.slice(2), kernelOf(W, a), a)];
}
function kernelOf(W, a) {
  const stored2 = W.shape.slice(2);
  const said2 = a.kernel_shape;
  if (said2 === void 0 || said2.length === 0) return stored2;
  if (said2.length !== stored2.length)
    throw new Mismatch(`kernel_shape has ${said2.length} numbers, \`${W.name}\` ${stored2.length} spatial axes`);
  return stored2.map((d, i) => agreed(d, said2[i] ?? d, (w, k) => `kernel_shape says ${k} where \`${W.name}\` has ${w}`));
}
function convMacs(Y, W) {
  return product([...Y.shape, ...W.shape.slice(1)]);
}
var convolution = [
  operator({
    name: "Conv",
    revisions: [1, 11, 22],
    source: "https://onnx.ai/onnx/operators/onnx__Conv.html",
    doc: "Slides each filter of W over the spatial axes of X. MACs: |Y| \xB7 (C / group) \xB7 K; other: one addition per output element when there is a bias.",
    inputs: ["X", "W", "B?"],
    outputs: ["Y"],
    attributes: windowing,
    shape: ({ X, W }, a) => ({ Y: convShape(X, W, a) }),
    work: ({ W, B }, { Y }) => ({ macs: convMacs(Y, W), other: B ? size(Y) : 0n }),
    roles: { W: "weight", B: "weight" },
    examples: []
  }),
  operator({
    name: "ConvTranspose",
    revisions: [1, 11, 22],
    source: "https://onnx.ai/onnx/operators/onnx__ConvTranspose.html",
    doc: "Spreads each element of X over the output through the filters of W. MACs: |X| \xB7 (M / group) \xB7 K for W `[C, M / group, \u2026K]`; other: one addition per output element when there is a bias.",
    inputs: ["X", "W", "B?"],
    outputs: ["Y"],
    attributes: { ...windowing, output_padding: ints(), output_shape: ints() },
    shape: ({ X, W }, a) => ({ Y: transposedShape(X, W, a) }),
    work: ({ X, W, B }, { Y }) => ({ macs: product([...X.shape, ...W.shape.slice(1)]), other: B ? size(Y) : 0n }),
    roles: { W: "weight", B: "weight" },
    examples: []
  }),
  operator({
    name: "DeformConv",
    revisions: [19, 22],
    source: "https://onnx.ai/onnx/operators/onnx__DeformConv.html",
    doc: "A convolution that reads X at places moved by learned offsets. MACs: |Y| \xB7 (C / group) \xB7 K. Other: each of the N\xB7C\xB7K\xB7positions samples blends the 2\u207F corners around it over n spatial axes, 2\u207F products and 2\u207F \u2212 1 sums; one product more with a mask; one addition per output element with a bias.",
    inputs: ["X", "W", "offset", "B?", "mask?"],
    outputs: ["Y"],
    attributes: { ...windowing, offset_group: int(1n) },
    shape: ({ X, W }, a) => ({ Y: convShape(X, W, a) }),
    work: ({ X, W, B, mask }, { Y }) => {
      const corners = 2n ** BigInt(Math.min(X.rank - 2, 16));
      const samples3 = product([X.dim(0), X.dim(1), ...W.shape.slice(2), ...Y.shape.slice(2)]);
      const blending = mul(samples3, 2n * corners - 1n + (mask ? 1n : 0n));
      return { macs: convMacs(Y, W), other: add(blending, B ? size(Y) : 0n) };
    },
    roles: { W: "weight", B: "weight" },
    examples: []
  }),
  operator({
    name: "CausalConvWithState",
    revisions: [27],
    source: "https://onnx.ai/onnx/operators/onnx__CausalConvWithState.html",
    doc: "A depthwise convolution along time that sees only the past, whose last k \u2212 1 samples it carries on. MACs: |output| \xB7 k; other: one addition per element with a bias, two operations (sigmoid, product) with `silu`.",
    inputs: ["input", "weight", "bias?", "past_state?"],
    outputs: ["output", "present_state"],
    attributes: { activation: string("none") },
    shape: ({ input, weight }) => {
      assertRank(input, 3);
      assertRank(weight, 3);
      return { output: input.shape, present_state: [...input.shape.slice(0, 2), sub(weight.dim(2), 1n)] };
    },
    work: ({ input, weight, bias }, _, a) => ({
      macs: mul(size(input), weight.dim(2)),
      other: mul(size(input), (bias ? 1n : 0n) + (a.activation === "none" ? 0n : 2n))
    }),
    roles: { weight: "weight", bias: "weight" },
    examples: []
  })
];
function transposedShape(X, W, a) {
  if (X.rank < 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; [N, C, \u2026spatial] expected`);
  assertRank(W, X.rank);
  assertEqual(X.dim(1), W.dim(0), (x, w) => `\`${X.name}\` has ${x} channels, \`${W.name}\` expects ${w}`);
  const n = X.rank - 2;
  const kernel = kernelOf(W, a);
  const strides = perAxis("strides", a.strides, n);
  const dilations = perAxis("dilations", a.dilations, n);
  const explicit = a.auto_pad === "NOTSET" || a.auto_pad === "";
  const pads = padding(explicit ? a.pads : void 0, n);
  const given2 = a.output_shape?.slice(-n);
  const spatial = X.shape.slice(2).map((d, i) => {
    const stride2 = strides[i] ?? 1n;
    if (given2 !== void 0 && given2.length === n) return given2[i] ?? d;
    const reach = add(mul(sub(kernel[i] ?? 1n, 1n), dilations[i] ?? 1n), 1n + (a.output_padding?.[i] ?? 0n));
    if (a.auto_pad.startsWith("SAME_")) return add(mul(sub(d, 1n), stride2), min(reach, stride2));
    return sub(add(mul(sub(d, 1n), stride2), reach), (pads[i] ?? 0n) + (pads[i + n] ?? 0n));
  });
  return [X.dim(0), mul(W.dim(1), a.group), ...spatial];
}

// src/operators/pooling.ts
var page6 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var windowing2 = {
  auto_pad: string("NOTSET"),
  ceil_mode: int(0n),
  dilations: ints(),
  kernel_shape: required(ints()),
  pads: ints(),
  strides: ints()
};
function poolShape(X, a) {
  const rounding = a.ceil_mode === 0n ? "floor" : "ceil";
  return [...X.shape.slice(0, 2), ...windows(spatialOf(X), a.kernel_shape, a, rounding)];
}
function spatialOf(X) {
  if (X.rank < 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; [N, C, \u2026spatial] expected`);
  return X.shape.slice(2);
}
function globalShape(X) {
  return [...X.shape.slice(0, 2), ...spatialOf(X).map(() => 1n)];
}
var pooling = [
  operator({
    name: "MaxPool",
    revisions: [1, 8, 10, 11, 12, 22],
    source: page6("MaxPool"),
    doc: "The largest element of each window. K comparisons per output element of windows of K. With `ceil_mode` a window may begin inside the input or its leading padding only; onnxruntime holds to this for every revision, and so do we.",
    inputs: ["X"],
    outputs: ["Y", "Indices?"],
    attributes: { ...windowing2, storage_order: int(0n) },
    dtype: { Indices: "int64" },
    shape: ({ X }, a) => ({ Y: poolShape(X, a), Indices: poolShape(X, a) }),
    work: (_, { Y }, a) => other(mul(size(Y), product(a.kernel_shape))),
    examples: []
  }),
  operator({
    name: "AveragePool",
    revisions: [1, 7, 10, 11, 19, 22],
    source: page6("AveragePool"),
    doc: "The mean of each window: K \u2212 1 additions and a division per output element of windows of K.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { ...windowing2, count_include_pad: int(0n) },
    shape: ({ X }, a) => ({ Y: poolShape(X, a) }),
    work: (_, { Y }, a) => other(mul(size(Y), product(a.kernel_shape))),
    examples: []
  }),
  operator({
    name: "LpPool",
    revisions: [1, 2, 11, 18, 22],
    source: page6("LpPool"),
    doc: "The p-norm of each window: K powers, K \u2212 1 additions and a root per output element of windows of K.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: windowing2,
    shape: ({ X }, a) => ({ Y: poolShape(X, a) }),
    work: (_, { Y }, a) => other(product([...Y.shape, ...a.kernel_shape, 2n])),
    examples: [{ given: { X: [1, 2, 8] }, attributes: { kernel_shape: [3] }, gives: { Y: [1, 2, 6] }, other: 72n }]
    // 12·2·3
  }),
  operator({
    name: "GlobalAveragePool",
    revisions: [1, 22],
    source: page6("GlobalAveragePool"),
    doc: "The mean over all of space: one operation per input element, additions and the division together.",
    inputs: ["X"],
    outputs: ["Y"],
    shape: ({ X }) => ({ Y: globalShape(X) }),
    work: ({ X }) => other(size(X)),
    examples: [{ given: { X: ["batch", 512, 7, 7] }, gives: { Y: ["batch", 512, 1, 1] }, other: "25088*batch" }]
    // 512·49
  }),
  operator({
    name: "GlobalMaxPool",
    revisions: [1, 22],
    source: page6("GlobalMaxPool"),
    doc: "The largest element over all of space: one comparison per input element.",
    inputs: ["X"],
    outputs: ["Y"],
    shape: ({ X }) => ({ Y: globalShape(X) }),
    work: ({ X }) => other(size(X)),
    examples: [{ given: { X: [1, 8, 7, 7] }, gives: { Y: [1, 8, 1, 1] }, other: 392n }]
    // 8·49
  }),
  operator({
    name: "GlobalLpPool",
    revisions: [1, 2, 22],
    source: page6("GlobalLpPool"),
    doc: "The p-norm over all of space: two operations per input element, powers, additions and the root together.",
    inputs: ["X"],
    outputs: ["Y"],
    shape: ({ X }) => ({ Y: globalShape(X) }),
    work: ({ X }) => other(mul(size(X), 2n)),
    examples: [{ given: { X: [1, 8, 7, 7] }, gives: { Y: [1, 8, 1, 1] }, other: 784n }]
    // 2·8·49
  })
];

// src/operators/contrib-images.ts
function channelsLast(x, rule) {
  const shape = [...x.shape.slice(0, 1), ...x.shape.slice(-1), ...x.shape.slice(1, -1)];
  const [batch = 1n, channels2 = 1n, ...positions] = rule(
    new Operand(x.name, { kind: "tensor", dtype: x.dtype, shape })
  );
  return [batch, ...positions, channels2];
}
function halved(X, ndim) {
  const n = bounded(ndim, "signal_ndim", 1, Math.max(1, X.rank));
  if (X.rank < n) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; ${n} are transformed`);
  return [...X.shape.slice(0, -1), add(floorDiv(X.dim(-1), 2n), 1n), 2n];
}
function transformed(results, extents2, real) {
  return mul(results, mul(sum(extents2), real));
}
var pooled = {
  auto_pad: string("NOTSET"),
  ceil_mode: int(0n),
  dilations: ints(),
  kernel_shape: required(ints()),
  pads: ints(),
  strides: ints()
};
var contribImages = [
  operator({
    name: "Rfft",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("Rfft"),
    doc: "The one-sided Fourier transform of a real signal over its last axes: \u230An / 2\u230B + 1 bins, real and imaginary parts last. Counted by its definition, not by a fast transform: 4 operations for each result and point.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { normalized: int(0n), onesided: int(1n), signal_ndim: int(1n) },
    shape: ({ X }, a) => ({ Y: halved(X, a.signal_ndim) }),
    work: ({ X }, { Y }, a) => other(transformed(floorDiv(size(Y), 2n), X.shape.slice(-bounded(a.signal_ndim, "signal_ndim", 1, X.rank)), 4n)),
    examples: []
  }),
  operator({
    name: "Irfft",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("Irfft"),
    doc: "The real signal of a one-sided spectrum: 2\xB7(bins \u2212 1) points. Counted by its definition: 4 operations for each result and bin read.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { normalized: int(0n), onesided: int(1n), signal_ndim: required(int()) },
    shape: ({ X }) => {
      assertPairs(X);
      return { Y: [...X.shape.slice(0, -2), mul(sub(X.dim(-2), 1n), 2n)] };
    },
    work: ({ X }, { Y }, a) => {
      const n = bounded(a.signal_ndim, "signal_ndim", 1, Math.max(1, X.rank - 1));
      return other(transformed(size(Y), X.shape.slice(-1 - n, -1), 4n));
    },
    examples: []
  }),
  operator({
    name: "ConvTransposeWithDynamicPads",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("ConvTransposeWithDynamicPads"),
    doc: "ConvTranspose whose padding is an input. MACs: |X| \xB7 (M / group) \xB7 K; other: one addition per output element with a bias.",
    inputs: ["X", "W", "Pads?", "B?"],
    outputs: ["Y"],
    attributes: {
      auto_pad: string("NOTSET"),
      dilations: ints(),
      group: int(1n),
      kernel_shape: ints(),
      output_padding: ints(),
      strides: ints()
    },
    shape: ({ X, W, Pads }, a) => ({
      Y: transposedShape(X, W, { ...a, pads: Pads?.ints(), output_shape: void 0 })
    }),
    work: ({ X, W, B }, { Y }) => ({ macs: product([...X.shape, ...W.shape.slice(1)]), other: B ? size(Y) : 0n }),
    roles: { W: "weight", B: "weight", Pads: "constant" },
    examples: []
  }),
  operator({
    name: "MaxpoolWithMask",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MaxpoolWithMask"),
    doc: "The largest element of each window that a mask does not hide. K comparisons per output element.",
    inputs: ["X", "M"],
    outputs: ["Y"],
    attributes: { ...pooled, storage_order: int(0n) },
    shape: ({ X }, a) => ({ Y: poolShape(X, a) }),
    work: (_, { Y }, a) => other(mul(size(Y), product(a.kernel_shape))),
    roles: { M: "constant" },
    examples: []
  }),
  operator({
    name: "NhwcMaxPool",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("NhwcMaxPool"),
    doc: "MaxPool of `[N, \u2026spatial, C]`. K comparisons per output element.",
    inputs: ["x"],
    outputs: ["y"],
    attributes: pooled,
    shape: ({ x }, a) => ({ y: channelsLast(x, (turned3) => poolShape(turned3, a)) }),
    work: (_, { y }, a) => other(mul(size(y), product(a.kernel_shape))),
    examples: []
  }),
  operator({
    name: "CropAndResize",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("CropAndResize"),
    doc: "Regions of images, each brought to one size. Bilinear: 7 operations per output element (4 products, 3 sums); nearest is free.",
    inputs: ["X", "rois", "batch_indices", "crop_size"],
    outputs: ["Y"],
    attributes: { extrapolation_value: float(0), mode: string("bilinear") },
    shape: ({ X, rois, crop_size }) => {
      assertRank(X, 4);
      const why = unknown(`the value of \`${crop_size.name}\` decides, and it is not a constant`);
      const [height = why, width = why] = crop_size.value === void 0 ? [] : crop_size.dims();
      return { Y: [rois.dim(0), X.dim(1), height, width] };
    },
    work: (_, { Y }, a) => other(a.mode === "nearest" ? 0n : mul(size(Y), 7n)),
    roles: { batch_indices: "constant", crop_size: "constant" },
    examples: []
  }),
  operator({
    name: "UnfoldTensor",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("UnfoldTensor"),
    doc: "All slices of a size along an axis, side by side: \u230A(extent \u2212 size) / step\u230B + 1 of them.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { dim: int(-1n), size: required(int()), step: int(1n) },
    shape: ({ input }, a) => {
      if (a.step < 1n) throw new Mismatch(`step is ${a.step}`);
      const at = axisOf(a.dim, input.rank);
      const slices = add(floorDiv(sub(input.dim(at), a.size), a.step), 1n);
      return { output: [...input.shape.map((d, i) => i === at ? slices : d), a.size] };
    },
    work: free,
    examples: []
  })
];

// src/operators/control-flow.ts
var controlFlow = [
  operator({
    name: "If",
    revisions: [1, 11, 13, 16, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__If.html",
    doc: "Runs one of two graphs, as the condition says. Where the condition is not known, the branch with more MACs counts, and a problem says so; shapes that differ between the branches are unknown.",
    inputs: ["cond"],
    outputs: ["...outputs"],
    attributes: { then_branch: required(graph()), else_branch: required(graph()) },
    shape: () => ({ outputs: [] }),
    work: free,
    roles: { cond: "constant" },
    control: "if",
    examples: []
  }),
  operator({
    name: "Loop",
    revisions: [1, 11, 13, 16, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Loop.html",
    doc: "Runs a graph up to M times while its condition holds, carrying values from trip to trip and stacking the rest: cost of the body \xD7 trips, trips \xD7 extents for what is stacked; exact also where extents change from trip to trip. Trips that only the data tells are a symbol.",
    inputs: ["M?", "cond?", "...v_initial"],
    outputs: ["...v_final_and_scan_outputs"],
    attributes: { body: required(graph()) },
    shape: () => ({ v_final_and_scan_outputs: [] }),
    work: free,
    roles: { M: "constant", cond: "constant" },
    control: "loop",
    examples: []
  }),
  operator({
    name: "Scan",
    revisions: [8],
    source: "https://onnx.ai/onnx/operators/onnx__Scan.html",
    doc: "Runs a graph once for each position of the scanned inputs, within each element of a batch: cost of the body \xD7 positions \xD7 batch.",
    inputs: ["sequence_lens?", "...initial_state_and_scan_inputs"],
    outputs: ["...final_state_and_scan_outputs"],
    attributes: { body: required(graph()), num_scan_inputs: required(int()), directions: ints() },
    shape: () => ({ final_state_and_scan_outputs: [] }),
    work: free,
    roles: { sequence_lens: "constant" },
    control: "scan",
    examples: []
  }),
  operator({
    name: "Scan",
    revisions: [9, 11, 16, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Scan.html",
    doc: "Runs a graph once for each position of the scanned inputs along their axes: cost of the body \xD7 positions.",
    inputs: ["...initial_state_and_scan_inputs"],
    outputs: ["...final_state_and_scan_outputs"],
    attributes: {
      body: required(graph()),
      num_scan_inputs: required(int()),
      scan_input_axes: ints(),
      scan_input_directions: ints(),
      scan_output_axes: ints(),
      scan_output_directions: ints()
    },
    shape: () => ({ final_state_and_scan_outputs: [] }),
    work: free,
    control: "scan",
    examples: []
  }),
  operator({
    name: "SequenceMap",
    revisions: [17],
    source: "https://onnx.ai/onnx/operators/onnx__SequenceMap.html",
    doc: "Runs a graph on every item of a sequence: cost of the body \xD7 items. Items of different shapes are counted one by one, up to 64 of them; a length that is not known is a symbol.",
    inputs: ["input_sequence", "...additional_inputs"],
    outputs: ["...out_sequence"],
    attributes: { body: required(graph()) },
    shape: () => ({ out_sequence: [] }),
    work: free,
    control: "map",
    examples: []
  })
];

// src/operators/projected-attention.ts
function columnsOf(input, weights, a) {
  assertRank(weights, 2);
  assertEqual(
    input.dim(-1),
    weights.dim(0),
    (x, w) => `\`${input.name}\` has ${x} features, \`${weights.name}\` ${w} rows`
  );
  const columns = weights.dim(1);
  const third = floorDiv(columns, 3n);
  const [q = third, k = q, v = third] = a.qkv_hidden_sizes ?? [];
  assertEqual(
    sum([q, k, v]),
    columns,
    (x, w) => `queries, keys and values take ${x} columns, \`${weights.name}\` has ${w}`
  );
  return { columns, k, v };
}
function projected(input, weights, past, a) {
  assertRank(input, 3);
  const { columns, k, v } = columnsOf(input, weights, a);
  const queries = input.dim(1);
  const keys = past === void 0 ? queries : add(past.dim(3), queries);
  const [keySize, valueSize] = [floorDiv(k, a.num_heads), floorDiv(v, a.num_heads)];
  const kept3 = past !== void 0 && a.past_present_share_buffer !== 0n ? past.dim(3) : keys;
  return {
    sizes: { batch: input.dim(0), heads: a.num_heads, queries, keys, keySize, valueSize },
    columns,
    hidden: v,
    presentShape: [2n, input.dim(0), a.num_heads, kept3, keySize]
  };
}
function projectedWork(input, p, bias, extra, a) {
  const core = attentionWork(p.sizes, extra);
  const rows3 = product([p.sizes.batch, p.sizes.queries, p.columns]);
  const turned3 = product([p.sizes.batch, p.sizes.heads, p.sizes.queries, p.sizes.keySize, 2n]);
  return {
    macs: add(core.macs, mul(rows3, input.dim(2))),
    other: sum([core.other, bias ? rows3 : 0n, a.do_rotary === 0n ? 0n : mul(turned3, 3n)])
  };
}
var projection = {
  do_rotary: int(0n),
  mask_filter_value: float(),
  num_heads: required(int()),
  past_present_share_buffer: int(0n),
  qkv_hidden_sizes: ints(),
  rotary_embedding_dim: int(0n),
  scale: float(),
  unidirectional: int(0n)
};
var projectedAttention = [
  operator({
    name: "Attention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("Attention"),
    doc: "Projects the input to queries, keys and values, and attends. MACs: B\xB7S\xB7D\xB7(q + k + v) + B\xB7heads\xB7S\xB7T\xB7(dk + dv); other: the bias, and per score 6 for scale and softmax, 1 each for a mask and an added bias; with `do_rotary` 3 per query and key element, all turned.",
    inputs: ["input", "weights", "bias?", "mask_index?", "past?", "attention_bias?", "past_sequence_length?"],
    outputs: ["output", "present?"],
    attributes: projection,
    shape: ({ input, weights, past }, a) => {
      const p = projected(input, weights, past, a);
      return { output: [...input.shape.slice(0, 2), p.hidden], present: p.presentShape };
    },
    work: ({ input, weights, bias, mask_index, past, attention_bias }, _, a) => projectedWork(input, projected(input, weights, past, a), bias, present(mask_index, attention_bias), a),
    roles: { weights: "weight", bias: "weight", mask_index: "constant", past_sequence_length: "constant" },
    examples: []
  }),
  operator({
    name: "QAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QAttention"),
    doc: "Attention whose projection multiplies integers. MACs as com.microsoft.Attention; other: a product with the scales and the bias per projected element, per score 6, 1 with a mask.",
    inputs: [
      "input",
      "weight",
      "bias",
      "input_scale",
      "weight_scale",
      "mask_index?",
      "input_zero_point?",
      "weight_zero_point?",
      "past?"
    ],
    outputs: ["output", "present?"],
    attributes: projection,
    dtype: { output: "input_scale", present: "input_scale" },
    shape: ({ input, weight, past }, a) => {
      const p = projected(input, weight, past, a);
      return { output: [...input.shape.slice(0, 2), p.hidden], present: p.presentShape };
    },
    work: ({ input, weight, bias, mask_index, past }, _, a) => {
      const p = projected(input, weight, past, a);
      const work2 = projectedWork(input, p, bias, present(mask_index), a);
      return { ...work2, other: add(work2.other, product([p.sizes.batch, p.sizes.queries, p.columns])) };
    },
    roles: {
      weight: "weight",
      bias: "weight",
      input_scale: "quantization",
      weight_scale: "quantization",
      mask_index: "constant",
      input_zero_point: "quantization",
      weight_zero_point: "quantization"
    },
    examples: []
  })
];

// src/operators/decoder-attention.ts
function decoderKeys(x) {
  const apart = decided(x.static_kv);
  const cache = decided(x.use_past) && decided(x.has_layer_state) ? x.key_cache : void 0;
  const own2 = apart ? x.key.dim(0) : x.query.dim(0);
  if (cache === void 0) return { projected: own2, total: own2 };
  return apart ? { projected: 0n, total: cache.dim(2) } : { projected: own2, total: add(cache.dim(2), own2) };
}
function decided(flag) {
  return flag.ints()[0] !== 0n;
}
var decoderAttention = [
  operator({
    name: "PackedAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("PackedAttention"),
    doc: "Attention over tokens without their padding. MACs: tokens\xB7D\xB7(q + k + v) for the projection, and B\xB7heads\xB7S\xB7S\xB7(dk + dv) for the scores, which are counted over the padded length: how long each sequence is, the data decides. Other: the bias; per score 6 for scale and softmax, 1 with an added bias.",
    inputs: ["input", "weights", "bias", "token_offset", "cumulative_sequence_length", "attention_bias?"],
    outputs: ["output"],
    attributes: { num_heads: required(int()), qkv_hidden_sizes: ints(), scale: float() },
    shape: ({ input, weights }, a) => {
      assertRank(input, 2);
      return { output: [input.dim(0), columnsOf(input, weights, a).v] };
    },
    work: ({ input, weights, token_offset, attention_bias }, _, a) => {
      const { columns, k, v } = columnsOf(input, weights, a);
      const length = token_offset.dim(1);
      const sizes3 = { batch: token_offset.dim(0), heads: a.num_heads, queries: length, keys: length };
      const each = { keySize: floorDiv(k, a.num_heads), valueSize: floorDiv(v, a.num_heads) };
      const core = attentionWork({ ...sizes3, ...each }, present(attention_bias));
      const rows3 = mul(input.dim(0), columns);
      return { macs: add(core.macs, mul(rows3, input.dim(1))), other: add(core.other, rows3) };
    },
    roles: { weights: "weight", bias: "weight", token_offset: "constant", cumulative_sequence_length: "constant" },
    examples: []
  }),
  operator({
    name: "DecoderMaskedSelfAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("DecoderMaskedSelfAttention"),
    doc: "Attention of one new token a sequence, with its projection and a cache. MACs and the rest as com.microsoft.Attention. With `past_present_share_buffer` the cache has room to spare, and the keys before the new one are the value of `past_sequence_length`, where that is not known a symbol of its name.",
    inputs: [
      "input",
      "weights",
      "bias",
      "mask_index?",
      "past",
      "attention_bias?",
      "past_sequence_length",
      "beam_width?",
      "cache_indirection?"
    ],
    outputs: ["output", "present"],
    attributes: projection,
    shape: ({ input, weights, past }, a) => {
      const p = projected(input, weights, past, a);
      return { output: [...input.shape.slice(0, 2), p.hidden], present: p.presentShape };
    },
    work: ({ input, weights, bias, mask_index, past, attention_bias, past_sequence_length }, _, a, call) => {
      const p = projected(input, weights, past, a);
      const shared3 = a.past_present_share_buffer !== 0n;
      const before = shared3 ? lengthOf(past_sequence_length, call) : past.dim(3);
      const seen = { ...p, sizes: { ...p.sizes, keys: add(before, p.sizes.queries) } };
      return projectedWork(input, seen, bias, present(mask_index, attention_bias), a);
    },
    roles: {
      weights: "weight",
      bias: "weight",
      mask_index: "constant",
      past_sequence_length: "constant",
      beam_width: "constant",
      cache_indirection: "constant"
    },
    examples: []
  }),
  operator({
    name: "DecoderAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("DecoderAttention"),
    doc: "Attention of a decoder on itself (keys of the query) or on an encoder (`static_kv`: keys of `key`), with a cache. MACs: D\xB7D for each projected query, 2\xB7D\xB7D for each projected key with its value, none where the encoder\u2019s are cached; B\xB7heads\xB7S\xB7T\xB7(d + d). Other: a bias per projected element; per score 6, 1 with a mask. Which of these it does the Boolean inputs say; where they are not known, its work and its caches are unknown.",
    inputs: [
      "query",
      "key",
      "q_weight",
      "kv_weight",
      "bias",
      "key_padding_mask?",
      "key_cache?",
      "value_cache?",
      "static_kv",
      "use_past",
      "has_layer_state",
      "has_key_padding_mask"
    ],
    outputs: ["output", "new_key_cache?", "new_value_cache?"],
    attributes: { mask_filter_value: float(), num_heads: required(int()) },
    shape: ({ query, ...x }, a, call) => {
      assertRank(query, 3);
      if (call.outputs.length < 2) return { output: query.shape, new_key_cache: [], new_value_cache: [] };
      const { total: total6 } = decoderKeys({ query, ...x });
      const cache = [query.dim(1), a.num_heads, total6, floorDiv(query.dim(2), a.num_heads)];
      return { output: query.shape, new_key_cache: cache, new_value_cache: cache };
    },
    work: (x, _, a) => {
      const [steps2, batch, width] = [x.query.dim(0), x.query.dim(1), x.query.dim(2)];
      const { projected: made2, total: total6 } = decoderKeys(x);
      const headSize = floorDiv(width, a.num_heads);
      const sizes3 = { batch, heads: a.num_heads, queries: steps2, keys: total6, keySize: headSize, valueSize: headSize };
      const core = attentionWork(sizes3, decided(x.has_key_padding_mask) ? 1n : 0n);
      const rows3 = mul(batch, add(steps2, mul(made2, 2n)));
      return { macs: add(core.macs, product([rows3, width, width])), other: add(core.other, mul(rows3, width)) };
    },
    roles: {
      q_weight: "weight",
      kv_weight: "weight",
      bias: "weight",
      key_padding_mask: "constant",
      static_kv: "constant",
      use_past: "constant",
      has_layer_state: "constant",
      has_key_padding_mask: "constant"
    },
    examples: []
  }),
  operator({
    name: "LongformerAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("LongformerAttention"),
    doc: "Attention of each token on a window around it, and of a few on all. Which attend on all the data decides, and with it the work: unknown.",
    inputs: ["input", "weight", "bias", "mask", "global_weight", "global_bias", "global"],
    outputs: ["output"],
    attributes: { num_heads: required(int()), window: required(int()) },
    shape: ({ input, weight }) => {
      assertRank(input, 3);
      assertEqual(input.dim(2), weight.dim(0), (x, w) => `\`${input.name}\` has ${x} features, the weight ${w} rows`);
      return { output: input.shape };
    },
    work: (_, __, ___, call) => {
      const why = unknown(`\`${call.label}\`: the data decides which tokens attend on all others`);
      return { macs: why, other: why };
    },
    roles: {
      weight: "weight",
      bias: "weight",
      mask: "constant",
      global_weight: "weight",
      global_bias: "weight",
      global: "constant"
    },
    examples: []
  })
];

// src/operators/detection.ts
function selectsNothing(limit) {
  return limit === void 0 || limit.value?.[0] === 0n;
}
var detection = [
  operator({
    name: "NonMaxSuppression",
    revisions: [10, 11],
    source: "https://onnx.ai/onnx/operators/onnx__NonMaxSuppression.html",
    doc: "Keeps the boxes of highest score that overlap no better one: `[selected, 3]` of batch, class and box. How many are selected, and how many overlaps are computed, the data decides: both are unknown. The most there could be, every box against every other in every class, is orders of magnitude beyond what happens; as a count it would hide the growth of everything else from a budget.",
    inputs: ["boxes", "scores", "max_output_boxes_per_class?", "iou_threshold?", "score_threshold?"],
    outputs: ["selected_indices"],
    attributes: { center_point_box: int(0n) },
    dtype: { selected_indices: "int64" },
    shape: ({ boxes, scores: scores2, max_output_boxes_per_class: limit }, _, call) => {
      assertRank(boxes, 3);
      assertRank(scores2, 3);
      const selected = selectsNothing(limit) ? 0n : unknown(`\`${call.label}\`: the data decides how many boxes are kept`);
      return { selected_indices: [selected, 3n] };
    },
    work: ({ max_output_boxes_per_class: limit }, _, __, call) => other(selectsNothing(limit) ? 0n : unknown(`\`${call.label}\`: the data decides how many overlaps are computed`)),
    roles: { max_output_boxes_per_class: "constant", iou_threshold: "constant", score_threshold: "constant" },
    examples: []
  })
];

// src/operators/experts.ts
var routing = {
  activation_alpha: float(1),
  activation_beta: float(0),
  activation_type: string("relu"),
  k: int(1n),
  normalize_routing_weights: int(0n),
  swiglu_fusion: int(0n),
  swiglu_limit: float(),
  use_sparse_mixer: int(0n)
};
function expertsOf({ router, weights }) {
  const experts2 = weights.fc1.dim(0);
  assertEqual(router.dim(-1), experts2, (r, w) => `\`${router.name}\` scores ${r} experts, the weights are of ${w}`);
  return experts2;
}
function tokensOf(input) {
  if (input.rank < 2) throw new Mismatch(`\`${input.name}\` has ${input.rank} axes; tokens and features expected`);
  return product(input.shape.slice(0, -1));
}
function perExpert(list2, experts2) {
  return floorDiv(sum([list2.fc1, list2.fc2, list2.fc3].map((x) => x === void 0 ? 0n : size(x))), experts2);
}
function activating(a, gated) {
  if (a.activation_type === "swiglu")
    return 3n + (a.activation_alpha === 1 ? 0n : 1n) + (a.activation_beta === 0 ? 0n : 1n) + (a.swiglu_limit === void 0 ? 0n : 3n);
  const plain3 = plainActivations.get(a.activation_type);
  return plain3 === void 0 ? void 0 : plain3 + (gated ? 1n : 0n);
}
var plainActivations = /* @__PURE__ */ new Map([
  ["identity", 0n],
  ["relu", 1n],
  ["silu", 2n],
  ["gelu", 5n]
]);
function mixtureWork(m, a) {
  const experts2 = expertsOf(m);
  const tokens2 = tokensOf(m.input);
  const hidden2 = m.input.dim(-1);
  const inner = floorDiv(mul(size(m.weights.fc2), m.packed), mul(experts2, hidden2));
  const each = activating(a, m.weights.fc3 !== void 0);
  const activation2 = each === void 0 ? unknown(`what the activation ${a.activation_type} costs is not known`) : each;
  const visits = mul(tokens2, a.k);
  return {
    macs: product([visits, m.packed, perExpert(m.weights, experts2)]),
    other: sum([
      product([visits, sum([perExpert(m.biases, experts2), mul(inner, activation2), mul(hidden2, 2n)])]),
      m.softmax ? product([tokens2, experts2, 5n]) : 0n,
      a.normalize_routing_weights === 0n ? 0n : mul(visits, 2n)
    ])
  };
}
function visited(input, experts2, k) {
  return min(experts2, mul(tokensOf(input), k));
}
function readOf(weights, input, k) {
  if (weights === void 0) return 0n;
  const experts2 = weights.dim(0);
  return mul(floorDiv(size(weights), experts2), visited(input, experts2, k));
}
var costDoc = "MACs: tokens \xB7 k \xB7 the weights of one expert. Other: 5 per token and expert for the scores; per token and chosen expert the biases, the activation of each hidden unit (one more where a third layer gates it), and 2 per feature to weigh and add the results; 2 per choice to normalize. Which experts are read the data decides: as many as there are choices, at most all.";
function packing(weights, a) {
  if (weights.dtype !== "uint8" && weights.dtype !== "int8") return 1n;
  if (a.quant_type !== "int") return a.quant_type === "fp8" ? 1n : 2n;
  if (![2n, 4n, 8n].includes(a.expert_weight_bits))
    return unknown(`expert_weight_bits is ${a.expert_weight_bits}; 2, 4 or 8 expected`);
  return 8n / a.expert_weight_bits;
}
var experts = [
  operator({
    name: "MoE",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MoE"),
    doc: `Each token passes through the k experts its router scores highest. ${costDoc}`,
    inputs: [
      "input",
      "router_probs",
      "fc1_experts_weights",
      "fc1_experts_bias?",
      "fc2_experts_weights",
      "fc2_experts_bias?",
      "fc3_experts_weights?",
      "fc3_experts_bias?"
    ],
    outputs: ["output"],
    attributes: routing,
    shape: ({ input }) => ({ output: input.shape }),
    work: (x, _, a) => mixtureWork(
      {
        input: x.input,
        router: x.router_probs,
        weights: { fc1: x.fc1_experts_weights, fc2: x.fc2_experts_weights, fc3: x.fc3_experts_weights },
        biases: { fc1: x.fc1_experts_bias, fc2: x.fc2_experts_bias, fc3: x.fc3_experts_bias },
        packed: 1n,
        softmax: true
      },
      a
    ),
    roles: {
      fc1_experts_weights: "weight",
      fc1_experts_bias: "weight",
      fc2_experts_weights: "weight",
      fc2_experts_bias: "weight",
      fc3_experts_weights: "weight",
      fc3_experts_bias: "weight"
    },
    reads: {
      fc1_experts_weights: ({ input, fc1_experts_weights: w }, _, a) => readOf(w, input, a.k),
      fc2_experts_weights: ({ input, fc2_experts_weights: w }, _, a) => readOf(w, input, a.k),
      fc3_experts_weights: ({ input, fc3_experts_weights: w }, _, a) => readOf(w, input, a.k)
    },
    examples: []
  }),
  operator({
    name: "QMoE",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QMoE"),
    doc: `A mixture of experts whose weights are packed to a few bits. ${costDoc} Of the weights that are read, one operation each to scale them, one more with a zero point.`,
    inputs: [
      "input",
      "router_probs",
      "fc1_experts_weights",
      "fc1_scales?",
      "fc1_experts_bias?",
      "fc2_experts_weights",
      "fc2_scales?",
      "fc2_experts_bias?",
      "fc3_experts_weights?",
      "fc3_scales?",
      "fc3_experts_bias?",
      "fc1_zero_points?",
      "fc2_zero_points?",
      "fc3_zero_points?",
      "router_weights?",
      "fc1_global_scale?",
      "fc2_global_scale?",
      "fc1_act_scale?",
      "fc2_act_scale?",
      "fc1_act_block_scale?",
      "fc2_act_block_scale?"
    ],
    outputs: ["output"],
    attributes: {
      ...routing,
      block_size: int(),
      expert_weight_bits: int(4n),
      quant_type: string("int"),
      weights_prepacked: int(-1n)
    },
    shape: ({ input }) => ({ output: input.shape }),
    work: (x, _, a) => {
      const packed = packing(x.fc1_experts_weights, a);
      const weights = { fc1: x.fc1_experts_weights, fc2: x.fc2_experts_weights, fc3: x.fc3_experts_weights };
      const biases = { fc1: x.fc1_experts_bias, fc2: x.fc2_experts_bias, fc3: x.fc3_experts_bias };
      const softmax = x.router_weights === void 0;
      const mixture = { input: x.input, router: x.router_probs, weights, biases, packed, softmax };
      const work2 = mixtureWork(mixture, a);
      const scaled2 = (w, zero2) => product([readOf(w, x.input, a.k), packed, zero2 ? 2n : 1n]);
      return {
        macs: work2.macs,
        other: sum([
          work2.other,
          scaled2(weights.fc1, x.fc1_zero_points),
          scaled2(weights.fc2, x.fc2_zero_points),
          scaled2(weights.fc3, x.fc3_zero_points)
        ])
      };
    },
    logicalElements: {
      fc1_experts_weights: ({ fc1_experts_weights: w }, a) => mul(size(w), packing(w, a)),
      fc2_experts_weights: ({ fc2_experts_weights: w }, a) => mul(size(w), packing(w, a)),
      fc3_experts_weights: ({ fc3_experts_weights: w }, a) => w === void 0 ? 0n : mul(size(w), packing(w, a))
    },
    roles: {
      fc1_experts_weights: "weight",
      fc1_scales: "quantization",
      fc1_experts_bias: "weight",
      fc2_experts_weights: "weight",
      fc2_scales: "quantization",
      fc2_experts_bias: "weight",
      fc3_experts_weights: "weight",
      fc3_scales: "quantization",
      fc3_experts_bias: "weight",
      fc1_zero_points: "quantization",
      fc2_zero_points: "quantization",
      fc3_zero_points: "quantization",
      fc1_global_scale: "quantization",
      fc2_global_scale: "quantization",
      fc1_act_scale: "quantization",
      fc2_act_scale: "quantization",
      fc1_act_block_scale: "quantization",
      fc2_act_block_scale: "quantization"
    },
    reads: {
      fc1_experts_weights: ({ input, fc1_experts_weights: w }, _, a) => readOf(w, input, a.k),
      fc2_experts_weights: ({ input, fc2_experts_weights: w }, _, a) => readOf(w, input, a.k),
      fc3_experts_weights: ({ input, fc3_experts_weights: w }, _, a) => readOf(w, input, a.k)
    },
    examples: []
  })
];

// src/operators/einsum.ts
var maxLabels = 256;
function einsumShape(equation, operands) {
  const { output, extents: extents2 } = read2(equation, operands);
  return output.map((label) => extents2.get(label) ?? 1n);
}
function einsumMacs(equation, operands) {
  const { terms, output, extents: extents2 } = read2(equation, operands);
  let macs = 0n;
  let held = new Set(terms[0]);
  for (let i = 1; i < terms.length; i++) {
    const joined4 = /* @__PURE__ */ new Set([...held, ...terms[i] ?? []]);
    macs = add(macs, volume(joined4, extents2));
    const needed = /* @__PURE__ */ new Set([...output, ...terms.slice(i + 1).flat()]);
    held = new Set([...joined4].filter((label) => needed.has(label)));
  }
  return macs;
}
function einsumSums(equation, operands) {
  if (operands.length !== 1) return 0n;
  const { terms, output, extents: extents2 } = read2(equation, operands);
  return sub(volume(new Set(terms[0]), extents2), volume(new Set(output), extents2));
}
function volume(labels, extents2) {
  return product([...labels].map((label) => extents2.get(label) ?? 1n));
}
function read2(equation, operands) {
  const [left2 = "", right, more] = equation.replace(/\s/g, "").split("->");
  if (equation.length > 4 * maxLabels || more !== void 0)
    throw new Mismatch("the equation is not `labels,labels->labels`");
  const spelled = left2.split(",");
  if (spelled.length !== operands.length)
    throw new Mismatch(`the equation has ${spelled.length} terms for ${operands.length} inputs`);
  const terms = operands.map((x, i) => spell(spelled[i] ?? "", x.rank, x.name));
  const extents2 = /* @__PURE__ */ new Map();
  terms.forEach((term, i) => {
    term.forEach((label, axis) => {
      const [extent2 = 1n] = broadcast([extents2.get(label) ?? 1n], [operands[i]?.dim(axis) ?? 1n]);
      extents2.set(label, extent2);
    });
  });
  const output = right === void 0 ? implied(terms) : stated2(right, extents2);
  return { terms, output, extents: extents2 };
}
function spell(term, rank, name) {
  const [before = "", after, more] = term.split("...");
  const letters = [...before, ...after ?? ""];
  const hidden2 = rank - letters.length;
  if (more !== void 0 || letters.some((c) => !/[A-Za-z]/.test(c)) || hidden2 < 0 || after === void 0 && hidden2 > 0)
    throw new Mismatch(`the term \`${term}\` does not label the ${rank} axes of \`${name}\``);
  const ellipsis = Array.from({ length: hidden2 }, (_, i) => `\u2026${hidden2 - 1 - i}`);
  return [...before, ...ellipsis, ...after ?? ""];
}
function stated2(right, extents2) {
  const [before = "", after] = right.split("...");
  const labels = [...before, ...after === void 0 ? [] : ellipsisOf(extents2.keys()), ...after ?? ""];
  const stranger = labels.find((label) => !extents2.has(label));
  if (stranger !== void 0) throw new Mismatch(`the output label \`${stranger}\` is in no input`);
  return labels;
}
function implied(terms) {
  const all = terms.flat();
  const counts2 = /* @__PURE__ */ new Map();
  for (const label of all) counts2.set(label, (counts2.get(label) ?? 0) + 1);
  const once4 = [...counts2].filter(([label, n]) => n === 1 && !label.startsWith("\u2026")).map(([label]) => label);
  return [...ellipsisOf(counts2.keys()), ...once4.sort()];
}
function ellipsisOf(labels) {
  const hidden2 = [...labels].filter((label) => label.startsWith("\u2026"));
  return hidden2.sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)));
}

// src/operators/matrix.ts
var page7 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function matrixProduct(a, b, names = ["A", "B"]) {
  const left2 = a.at(-1);
  const right = b.at(b.length === 1 ? -1 : -2);
  if (left2 === void 0 || right === void 0) throw new Mismatch("a scalar has no place in a matrix product");
  const inner = agreed(
    left2,
    right,
    (l, r) => `the inner extents disagree: \`${names[0]}\` has ${l} columns, \`${names[1]}\` ${r} rows`
  );
  const batch = broadcast(a.slice(0, -2), b.slice(0, -2));
  return { shape: [...batch, ...a.slice(-2, -1), ...b.length === 1 ? [] : b.slice(-1)], inner };
}
function matrixProductOf(A, B) {
  return matrixProduct(A.shape, B.shape, [A.name, B.name]);
}
function gemm(A, B, a) {
  assertRank(A, 2);
  assertRank(B, 2);
  const left2 = a.transA === 0n ? A.shape : A.shape.toReversed();
  const right = a.transB === 0n ? B.shape : B.shape.toReversed();
  return matrixProduct(left2, right, [A.name, B.name]);
}
var matrix = [
  operator({
    name: "MatMul",
    revisions: [1, 9, 13],
    source: page7("MatMul"),
    doc: "Matrix product over the last two axes; the axes before them broadcast. MACs: |Y| \xB7 K.",
    inputs: ["A", "B"],
    outputs: ["Y"],
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B }, { Y }) => ({ macs: mul(size(Y), matrixProductOf(A, B).inner), other: 0n }),
    broadcasts: "batch",
    examples: []
  }),
  operator({
    name: "Gemm",
    revisions: [1, 6, 7, 9, 11, 13],
    source: page7("Gemm"),
    doc: "\u03B1\xB7A\xB7B + \u03B2\xB7C of two matrices, each transposed on request. MACs: |Y| \xB7 K; other: |Y| when there is a C, |Y| more when \u03B1 is not 1, |C| more when \u03B2 is not 1.",
    inputs: ["A", "B", "C?"],
    outputs: ["Y"],
    attributes: { alpha: float(1), beta: float(1), broadcast: int(0n), transA: int(0n), transB: int(0n) },
    shape: ({ A, B }, a) => ({ Y: gemm(A, B, a).shape }),
    work: ({ A, B, C }, { Y }, a) => ({
      macs: mul(size(Y), gemm(A, B, a).inner),
      other: add(
        mul(size(Y), BigInt(Number(C !== void 0) + Number(a.alpha !== 1))),
        C === void 0 || a.beta === 1 ? 0n : size(C)
      )
    }),
    roles: { B: "weight", C: "weight" },
    examples: []
  }),
  operator({
    name: "Einsum",
    revisions: [12, 28],
    source: page7("Einsum"),
    doc: "Sums products over labelled axes. MACs of two operands: the product of all label extents. More operands are contracted in pairs from the left, each step keeping the labels still needed: the sum over the steps. One operand has no MACs, its sums are additions: elements read along the labels less those written.",
    inputs: ["...Inputs"],
    outputs: ["Output"],
    attributes: { equation: required(string()) },
    shape: ({ Inputs }, a) => ({ Output: einsumShape(a.equation, Inputs) }),
    work: ({ Inputs }, _, a) => ({ macs: einsumMacs(a.equation, Inputs), other: einsumSums(a.equation, Inputs) }),
    examples: []
  }),
  operator({
    name: "Det",
    revisions: [11, 22],
    source: page7("Det"),
    doc: "Determinant of square matrices, by elimination: M(M\u22121)/2 quotients, (M\u22121)\xB7M\xB7(2M\u22121)/3 products and differences, M \u2212 1 products along the diagonal.",
    inputs: ["X"],
    outputs: ["Y"],
    shape: ({ X }) => {
      if (X.rank < 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; a square matrix expected`);
      agreed(X.dim(-1), X.dim(-2), (a, b) => `\`${X.name}\` is not square: ${b} \xD7 ${a}`);
      return { Y: X.shape.slice(0, -2) };
    },
    work: ({ X }, { Y }) => other(mul(size(Y), elimination(X.dim(-1)))),
    examples: [{ given: { X: [5, 3, 3] }, gives: { Y: [5] }, other: 75n }]
    // 5 · (3 + 2·3·5/3 + 2)
  })
];
function elimination(m) {
  const less2 = sub(m, 1n);
  const quotients = floorDiv(mul(m, less2), 2n);
  const updates = floorDiv(product([less2, m, sub(mul(m, 2n), 1n)]), 3n);
  return add(add(quotients, updates), less2);
}

// src/operators/fused.ts
var activationCost = /* @__PURE__ */ new Map([
  ["", 0n],
  ["Relu", 1n],
  ["Tanh", 1n],
  ["Sigmoid", 1n],
  ["LeakyRelu", 2n],
  ["Clip", 2n],
  ["Softplus", 3n],
  ["Softsign", 3n],
  ["HardSigmoid", 4n],
  ["Elu", 4n],
  ["HardSwish", 5n],
  ["Gelu", 5n]
]);
function activating2(name, elements) {
  const cost = activationCost.get(name);
  return cost === void 0 ? unknown(`what the activation ${name} costs is not known`) : mul(elements, cost);
}
function scaling(alpha, elements) {
  return alpha === 1 ? 0n : elements;
}
function laidOut(x, trans, transBatch = 0n) {
  const shape = transBatch === 0n || x.rank < 3 ? x.shape : [...x.shape.slice(1, -1), ...x.shape.slice(0, 1), ...x.shape.slice(-1)];
  return trans === 0n || x.rank < 2 ? shape : [...shape.slice(0, -2), ...shape.slice(-2).toReversed()];
}
function transposedProduct(A, B, a) {
  return matrixProduct(laidOut(A, a.transA, a.transBatchA), laidOut(B, a.transB, a.transBatchB), [A.name, B.name]);
}
var oneTranspose = { alpha: float(1), transA: int(0n), transB: int(0n) };
function fusedMatMul(name) {
  return operator({
    name,
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage(name),
    doc: "A matrix product with transposes before it and a factor \u03B1. MACs: |Y| \xB7 K; other: |Y| when \u03B1 is not 1.",
    inputs: ["A", "B"],
    outputs: ["Y"],
    attributes: { ...oneTranspose, transBatchA: int(0n), transBatchB: int(0n) },
    shape: ({ A, B }, a) => ({ Y: transposedProduct(A, B, a).shape }),
    work: ({ A, B }, { Y }, a) => ({
      macs: mul(size(Y), transposedProduct(A, B, a).inner),
      other: scaling(a.alpha, size(Y))
    }),
    examples: []
  });
}
var fused = [
  fusedMatMul("FusedMatMul"),
  fusedMatMul("TransposeMatMul"),
  operator({
    name: "FusedMatMulActivation",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("FusedMatMulActivation"),
    doc: "FusedMatMul and the activation that follows. MACs: |Y| \xB7 K; other: |Y| when \u03B1 is not 1, and the activation per output element.",
    inputs: ["A", "B"],
    outputs: ["Y"],
    attributes: {
      ...oneTranspose,
      transBatchA: int(0n),
      transBatchB: int(0n),
      activation: required(string()),
      activation_alpha: float(),
      activation_axis: int(),
      activation_beta: float(),
      activation_gamma: float()
    },
    shape: ({ A, B }, a) => ({ Y: transposedProduct(A, B, a).shape }),
    work: ({ A, B }, { Y }, a) => ({
      macs: mul(size(Y), transposedProduct(A, B, a).inner),
      other: add(scaling(a.alpha, size(Y)), activating2(a.activation, size(Y)))
    }),
    examples: []
  }),
  operator({
    name: "GemmFastGelu",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GemmFastGelu"),
    doc: "A matrix product and FastGelu. MACs: |Y| \xB7 K; other: 8 operations per output element, one more with a bias.",
    inputs: ["X", "W", "bias?"],
    outputs: ["Y"],
    shape: ({ X, W }) => ({ Y: matrixProductOf(X, W).shape }),
    work: ({ X, W, bias }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(X, W).inner),
      other: mul(size(Y), bias ? 9n : 8n)
    }),
    roles: { W: "weight", bias: "weight" },
    examples: []
  }),
  operator({
    name: "GemmFloat8",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GemmFloat8"),
    doc: "Gemm of 8-bit floats. MACs: |Y| \xB7 K; other, per output element: one each for C, for \u03B1 unless 1, for \u03B2 unless 0 or 1, for each scale, and the activation.",
    inputs: ["A", "B", "C?", "scaleA?", "scaleB?", "scaleY?"],
    outputs: ["Y"],
    attributes: { ...oneTranspose, activation: string(""), beta: float(0), dtype: int(1n) },
    dtype: (_, a) => ({ Y: dtypeOf(a.dtype) }),
    shape: ({ A, B }, a) => ({ Y: gemm(A, B, a).shape }),
    work: ({ A, B, C, scaleA, scaleB, scaleY }, { Y }, a) => {
      const scales3 = [scaleA, scaleB, scaleY].filter((x) => x !== void 0).length;
      const joined4 = C === void 0 || a.beta === 0 ? 0n : a.beta === 1 ? 1n : 2n;
      const name = a.activation === "NONE" ? "" : `${a.activation.slice(0, 1)}${a.activation.slice(1).toLowerCase()}`;
      return {
        macs: mul(size(Y), gemm(A, B, a).inner),
        other: sum([mul(size(Y), BigInt(scales3) + joined4), scaling(a.alpha, size(Y)), activating2(name, size(Y))])
      };
    },
    roles: { B: "weight", C: "weight", scaleA: "quantization", scaleB: "quantization", scaleY: "quantization" },
    examples: []
  }),
  operator({
    name: "FusedGemm",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("FusedGemm"),
    doc: "Gemm and the activation that follows. MACs: |Y| \xB7 K; other as Gemm, and the activation per output element.",
    inputs: ["A", "B", "C?"],
    outputs: ["Y"],
    attributes: {
      ...oneTranspose,
      activation: string(""),
      activation_alpha: float(),
      activation_beta: float(),
      activation_gamma: float(),
      beta: float(1)
    },
    shape: ({ A, B }, a) => ({ Y: gemm(A, B, a).shape }),
    work: ({ A, B, C }, { Y }, a) => ({
      macs: mul(size(Y), gemm(A, B, a).inner),
      other: sum([
        C ? size(Y) : 0n,
        scaling(a.alpha, size(Y)),
        C ? scaling(a.beta, size(C)) : 0n,
        activating2(a.activation, size(Y))
      ])
    }),
    roles: { B: "weight", C: "weight" },
    examples: []
  }),
  operator({
    name: "BiasSoftmax",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("BiasSoftmax"),
    doc: "Softmax after an addition: 6 operations per element.",
    inputs: ["data", "bias"],
    outputs: ["output"],
    attributes: { axis: int(1n), is_inner_broadcast: required(int()) },
    shape: ({ data }) => ({ output: data.shape }),
    work: ({ data }) => other(mul(size(data), 6n)),
    memory: "inplace",
    examples: []
  }),
  operator({
    name: "BiasAdd",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("BiasAdd"),
    doc: "Adds a bias and a skipped input: 2 operations per element.",
    inputs: ["X", "bias", "skip"],
    outputs: ["Y"],
    shape: ({ X, bias, skip }) => ({ Y: broadcastOf(X, bias, skip) }),
    work: (_, { Y }) => other(mul(size(Y), 2n)),
    memory: "inplace",
    roles: { bias: "weight" },
    examples: [{ given: { X: [1, 4, 8], bias: [8], skip: [1, 4, 8] }, gives: { Y: [1, 4, 8] }, other: 64n }]
    // 2·32
  }),
  operator({
    name: "BiasDropout",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("BiasDropout"),
    doc: "Adds a bias, and a residual where there is one; dropout is off at inference. One operation per element for each.",
    inputs: ["data", "bias", "residual?", "ratio?", "training_mode?"],
    outputs: ["output", "mask?"],
    attributes: { seed: int() },
    dtype: { mask: "bool" },
    shape: ({ data }) => ({ output: data.shape, mask: data.shape }),
    work: ({ data, residual }) => other(mul(size(data), residual ? 2n : 1n)),
    memory: "inplace",
    roles: { bias: "weight", ratio: "constant", training_mode: "constant" },
    examples: [{ given: { data: [2, 8], bias: [8], residual: [2, 8] }, gives: { output: [2, 8] }, other: 32n }]
    // 2·16
  }),
  operator({
    name: "BiasSplitGelu",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("BiasSplitGelu"),
    doc: "Adds a bias, and multiplies one half of the features by Gelu of the other: an addition per input element, 6 operations per output element.",
    inputs: ["X", "bias"],
    outputs: ["Y"],
    shape: ({ X, bias }) => {
      assertRank(X, 3);
      const features = agreed(
        X.dim(2),
        bias.dim(0),
        (x, b) => `\`${X.name}\` has ${x} features, \`${bias.name}\` ${b}`
      );
      if (typeof features === "bigint" && features % 2n !== 0n)
        throw new Mismatch(`${features} features have no halves`);
      return { Y: [...X.shape.slice(0, 2), floorDiv(features, 2n)] };
    },
    work: ({ X }, { Y }) => other(add(size(X), mul(size(Y), 6n))),
    roles: { bias: "weight" },
    examples: [{ given: { X: [1, 4, 16], bias: [16] }, gives: { Y: [1, 4, 8] }, other: 256n }]
    // 64 + 6·32
  })
];

// src/operators/fused-attention.ts
function separate({ query, key, value, past_key, past_sequence_length }, heads, call) {
  if (query.rank === 5) {
    const [batch = 1n, queries = 1n, n = 1n, , d = 1n] = query.shape;
    return cached(
      { batch, heads: n, queries, keys: queries, keySize: d, valueSize: d },
      past_key,
      past_sequence_length,
      call
    );
  }
  assertRank(query, 3);
  const base = { batch: query.dim(0), heads, queries: query.dim(1), keySize: floorDiv(query.dim(2), heads) };
  if (key === void 0) throw new Mismatch("input key is missing, and the query is not packed with it");
  if (key.rank === 5)
    return cached({ ...base, keys: key.dim(1), valueSize: key.dim(4) }, past_key, past_sequence_length, call);
  if (value === void 0) throw new Mismatch("input value is missing, and the key is not packed with it");
  const [, , keys = 1n] = perHead(key, heads, "num_heads");
  const [, , , valueSize = 1n] = perHead(value, heads, "num_heads");
  return cached({ ...base, keys, valueSize }, past_key, past_sequence_length, call);
}
function cached(s, past, length, call) {
  const before = past === void 0 ? 0n : length === void 0 ? past.dim(2) : lengthOf(length, call);
  const keys = add(before, s.keys);
  const kept3 = past !== void 0 && length !== void 0 ? past.dim(2) : keys;
  return {
    sizes: { ...s, keys },
    keyShape: [s.batch, s.heads, kept3, s.keySize],
    valueShape: [s.batch, s.heads, kept3, s.valueSize]
  };
}
var fusedAttention = [
  operator({
    name: "MultiHeadAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MultiHeadAttention"),
    doc: "Attention of projected queries on keys and values. MACs: B\xB7heads\xB7S\xB7T\xB7(dk + dv); other: one addition per element of the inputs a bias is for, and per score 6 for scale and softmax, 1 each for a mask and an added bias.",
    inputs: [
      "query",
      "key?",
      "value?",
      "bias?",
      "key_padding_mask?",
      "attention_bias?",
      "past_key?",
      "past_value?",
      "past_sequence_length?",
      "cache_indirection?"
    ],
    outputs: ["output", "present_key?", "present_value?", "qk?"],
    attributes: { mask_filter_value: float(), num_heads: required(int()), scale: float(), unidirectional: int(0n) },
    shape: (inputs, a, call) => {
      const { sizes: s, keyShape, valueShape } = separate(inputs, a.num_heads, call);
      return {
        output: [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: keyShape,
        present_value: valueShape,
        qk: [s.batch, s.heads, s.queries, s.keys]
      };
    },
    work: (inputs, _, a, call) => {
      const { bias, key_padding_mask, attention_bias, query, key, value } = inputs;
      const core = attentionWork(separate(inputs, a.num_heads, call).sizes, present(key_padding_mask, attention_bias));
      const biased2 = bias === void 0 ? [] : [query, key, value].flatMap((x) => x === void 0 ? [] : [size(x)]);
      return { ...core, other: add(core.other, sum(biased2)) };
    },
    roles: {
      bias: "weight",
      key_padding_mask: "constant",
      past_sequence_length: "constant",
      cache_indirection: "constant"
    },
    examples: []
  })
];

// src/operators/fused-convolution.ts
var fusedConvDoc = "A convolution with the addition of Z and the activation that follow. MACs as Conv; other: per output element one addition each for B and Z, and the activation.";
var fusedConvolution = [
  ...["com.microsoft", "com.microsoft.nchwc"].map(
    (domain9) => operator({
      name: domain9 === "com.microsoft" ? "FusedConv" : "Conv",
      domain: domain9,
      revisions: [1],
      source: contribPage("FusedConv"),
      doc: domain9 === "com.microsoft" ? fusedConvDoc : `${fusedConvDoc} Channels are padded to the block of the machine that made the file.`,
      inputs: ["X", "W", "B?", "Z?"],
      outputs: ["Y"],
      attributes: { ...windowing, activation: string(""), activation_params: floats() },
      shape: ({ X, W }, a) => ({ Y: convShape(X, W, a) }),
      work: ({ W, B, Z }, { Y }, a) => ({
        macs: convMacs(Y, W),
        other: sum([B ? size(Y) : 0n, Z ? size(Y) : 0n, activating2(a.activation, size(Y))])
      }),
      roles: { W: "weight", B: "weight" },
      examples: []
    })
  ),
  ...["NhwcConv", "NhwcFusedConv"].map(
    (name) => operator({
      name,
      domain: "com.microsoft",
      revisions: [1],
      source: contribPage(name),
      doc: `${fusedConvDoc} X is \`[N, \u2026spatial, C]\`, and W \`[M, \u2026kernel, C / group]\`.`,
      inputs: ["X", "W", "B?", "Z?"],
      outputs: ["Y"],
      attributes: { ...windowing, activation: string(""), activation_params: floats() },
      shape: ({ X, W }, a) => {
        const [batch = 1n, filters = 1n, ...positions] = convShape(channelsFirst(X), channelsFirst(W), a);
        return { Y: [batch, ...positions, filters] };
      },
      work: ({ W, B, Z }, { Y }, a) => ({
        macs: convMacs(Y, W),
        other: sum([B ? size(Y) : 0n, Z ? size(Y) : 0n, activating2(a.activation, size(Y))])
      }),
      roles: { W: "weight", B: "weight" },
      examples: []
    })
  )
];
function channelsFirst(x) {
  const shape = [...x.shape.slice(0, 1), ...x.shape.slice(-1), ...x.shape.slice(1, -1)];
  return new Operand(x.name, { kind: "tensor", dtype: x.dtype, shape });
}

// src/operators/normalization.ts
var page8 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function channels(X) {
  return X.rank < 2 ? 1n : X.dim(1);
}
function assertPerChannel(X, ...vectors) {
  for (const v of vectors)
    if (v?.rank === 1)
      assertEqual(
        channels(X),
        v.dim(0),
        (c, n) => `\`${X.name}\` has ${c} channels, \`${v.name}\` ${n} elements; channels come second, before space`
      );
}
function trains(a, call) {
  return call.opset >= 14n ? a.training_mode !== 0n : call.outputs.slice(1).some((name) => name !== "");
}
function normalizing(elements, rows3, affine) {
  return add(mul(elements, 5n + affine), mul(rows3, 5n));
}
function rmsNormalizing(elements, rows3, affine) {
  return add(mul(elements, 3n + affine), mul(rows3, 4n));
}
function rowShape(X, axis) {
  const at = axisOf(axis, X.rank);
  return X.shape.map((d, i) => i < at ? d : 1n);
}
function assertScale(X, scale, axis) {
  const normalized = X.shape.slice(axisOf(axis, X.rank));
  const together = broadcast(normalized, scale.shape);
  if (together.length > X.rank) throw new Mismatch(`\`${scale.name}\` has more axes than \`${X.name}\``);
  normalized.forEach((d, i) => {
    const s = scale.shape.at(i - normalized.length) ?? 1n;
    if (s !== 1n) agreed(d, s, (x, y) => `\`${X.name}\` has ${x} elements a row, \`${scale.name}\` ${y}`);
  });
}
var stash = (a) => dtypeOf(a.stash_type);
var normalization = [
  operator({
    name: "BatchNormalization",
    revisions: [1, 6, 7, 9, 14, 15],
    source: page8("BatchNormalization"),
    doc: "Normalizes each channel by stored statistics, which fold into one product and one sum: 2 operations per element. In training mode by the statistics of the batch: 7 per element, and per channel 5 for the statistics and 6 to carry them on.",
    inputs: ["X", "scale", "B", "input_mean", "input_var"],
    outputs: ["Y", "running_mean?", "running_var?", "saved_mean?", "saved_var?"],
    attributes: {
      epsilon: float(1e-5),
      momentum: float(0.9),
      training_mode: int(0n),
      is_test: int(0n),
      spatial: int(1n)
    },
    dtype: {
      running_mean: "input_mean",
      running_var: "input_var",
      saved_mean: "input_mean",
      saved_var: "input_var"
    },
    shape: ({ X, scale, B, input_mean, input_var }) => {
      assertPerChannel(X, scale, B, input_mean, input_var);
      const { shape } = input_mean;
      return { Y: X.shape, running_mean: shape, running_var: shape, saved_mean: shape, saved_var: shape };
    },
    work: ({ X }, _, a, call) => other(trains(a, call) ? add(normalizing(size(X), channels(X), 2n), mul(channels(X), 6n)) : mul(size(X), 2n)),
    roles: { scale: "weight", B: "weight", input_mean: "statistic", input_var: "statistic" },
    examples: []
  }),
  operator({
    name: "InstanceNormalization",
    revisions: [1, 6, 22],
    source: page8("InstanceNormalization"),
    doc: "Normalizes each channel of each sample over space: 7 operations per element with scale and bias, 5 per channel and sample.",
    inputs: ["input", "scale", "B"],
    outputs: ["output"],
    attributes: { epsilon: float(1e-5) },
    shape: ({ input, scale, B }) => {
      assertPerChannel(input, scale, B);
      return { output: input.shape };
    },
    work: ({ input }) => other(normalizing(size(input), product(input.shape.slice(0, 2)), 2n)),
    roles: { scale: "weight", B: "weight" },
    examples: []
  }),
  operator({
    name: "LayerNormalization",
    // 1: onnxruntime registers it in the default domain from the start, and older exports use it there.
    revisions: [1, 17],
    source: page8("LayerNormalization"),
    doc: "Normalizes rows, all axes from one on: 5 operations per element, one more each for scale and bias, 5 per row.",
    inputs: ["X", "Scale", "B?"],
    outputs: ["Y", "Mean?", "InvStdDev?"],
    attributes: { axis: int(-1n), epsilon: float(1e-5), stash_type: int(1n) },
    // onnxruntime lets the scale have another element type, and gives the result that one.
    dtype: ({ Scale }, a) => ({ Y: Scale.dtype, Mean: stash(a), InvStdDev: stash(a) }),
    shape: ({ X, Scale }, a) => {
      assertScale(X, Scale, a.axis);
      return { Y: X.shape, Mean: rowShape(X, a.axis), InvStdDev: rowShape(X, a.axis) };
    },
    work: ({ X, B }, _, a) => other(normalizing(size(X), size(rowShape(X, a.axis)), B ? 2n : 1n)),
    roles: { Scale: "weight", B: "weight" },
    examples: []
  }),
  operator({
    name: "RMSNormalization",
    revisions: [23],
    source: page8("RMSNormalization"),
    doc: "Scales rows by their root mean square: 4 operations per element with the scale, 4 per row.",
    inputs: ["X", "scale"],
    outputs: ["Y"],
    attributes: { axis: int(-1n), epsilon: float(1e-5), stash_type: int(1n) },
    dtype: { Y: "scale" },
    shape: ({ X, scale }, a) => {
      assertScale(X, scale, a.axis);
      return { Y: X.shape };
    },
    work: ({ X }, _, a) => other(rmsNormalizing(size(X), size(rowShape(X, a.axis)), 1n)),
    roles: { scale: "weight" },
    examples: [{ given: { X: [2, 5, 8], scale: [8] }, gives: { Y: [2, 5, 8] }, other: 360n }]
    // 4·80 + 4·10
  }),
  operator({
    name: "GroupNormalization",
    revisions: [18, 21],
    source: page8("GroupNormalization"),
    doc: "Normalizes groups of channels of each sample: 7 operations per element with scale and bias, 5 per group and sample.",
    inputs: ["X", "scale", "bias"],
    outputs: ["Y"],
    attributes: { epsilon: float(1e-5), num_groups: required(int()), stash_type: int(1n) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(normalizing(size(X), mul(X.dim(0), a.num_groups), 2n)),
    roles: { scale: "weight", bias: "weight" },
    examples: []
  }),
  operator({
    name: "LRN",
    revisions: [1, 13],
    source: page8("LRN"),
    doc: "Divides by a power of the sum of squares over neighbouring channels: per element a square, size \u2212 1 additions, product, sum, power, quotient.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { alpha: float(1e-4), beta: float(0.75), bias: float(1), size: required(int()) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(mul(size(X), a.size + 4n)),
    examples: []
  }),
  operator({
    name: "MeanVarianceNormalization",
    revisions: [9, 13],
    source: page8("MeanVarianceNormalization"),
    doc: "Centres and scales over some axes: 5 operations per element and 5 per group.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { axes: ints([0n, 2n, 3n]) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => {
      const over = new Set(a.axes.map((axis) => axisOf(axis, X.rank)));
      return other(normalizing(size(X), product(X.shape.filter((_d, i) => !over.has(i))), 0n));
    },
    examples: [{ given: { X: [2, 3, 4, 5] }, gives: { Y: [2, 3, 4, 5] }, other: 615n }]
    // 5·120 + 5·3
  }),
  operator({
    name: "LpNormalization",
    revisions: [1, 22],
    source: page8("LpNormalization"),
    doc: "Divides by the 1-norm or 2-norm along an axis: magnitude or square, sum, quotient, 3 operations per element; with the 2-norm a root per row.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { axis: int(-1n), p: int(2n) },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }, _, a) => {
      const at = axisOf(a.axis, input.rank);
      const rows3 = product(input.shape.filter((_d, i) => i !== at));
      return other(sum([mul(size(input), 3n), a.p === 2n ? rows3 : 0n]));
    },
    examples: [{ given: { input: [4, 10] }, gives: { output: [4, 10] }, other: 124n }]
    // 3·40 + 4
  })
];

// src/operators/fused-normalization.ts
function additions(x, ...added) {
  return mul(size(x), BigInt(added.filter((y) => y !== void 0).length));
}
function skipped(input) {
  const row = rowShape(input, -1n);
  return { output: input.shape, mean: row, inv_std_var: row, input_skip_bias_sum: input.shape };
}
var groupAttributes = {
  activation: int(0n),
  channels_last: int(1n),
  epsilon: float(1e-5),
  groups: required(int())
};
function groupNormalizing(X, a) {
  return add(normalizing(size(X), mul(X.dim(0), a.groups), 2n), a.activation === 0n ? 0n : mul(size(X), 2n));
}
var fusedNormalization = [
  operator({
    name: "SkipLayerNormalization",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("SkipLayerNormalization"),
    doc: "Adds a skipped input, and a bias where there is one, then LayerNormalization: per element one operation for each addition, 5 and one each for gamma and beta; 5 per row.",
    inputs: ["input", "skip", "gamma", "beta?", "bias?"],
    outputs: ["output", "mean?", "inv_std_var?", "input_skip_bias_sum?"],
    attributes: { epsilon: float(1e-12) },
    dtype: { mean: "float32", inv_std_var: "float32" },
    shape: ({ input, gamma }) => {
      assertScale(input, gamma, -1n);
      return skipped(input);
    },
    work: ({ input, skip, beta, bias }) => other(add(additions(input, skip, bias), normalizing(size(input), size(rowShape(input, -1n)), beta ? 2n : 1n))),
    roles: { gamma: "weight", beta: "weight", bias: "weight" },
    examples: []
  }),
  operator({
    name: "SkipSimplifiedLayerNormalization",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("SkipSimplifiedLayerNormalization"),
    doc: "Adds a skipped input, and a bias where there is one, then scales rows by their root mean square: per element one operation for each addition and 4; 4 per row.",
    inputs: ["input", "skip", "gamma", "bias?"],
    outputs: ["output", "mean?", "inv_std_var?", "input_skip_bias_sum?"],
    attributes: { epsilon: float(1e-12) },
    dtype: { mean: "float32", inv_std_var: "float32" },
    shape: ({ input, gamma }) => {
      assertScale(input, gamma, -1n);
      return skipped(input);
    },
    work: ({ input, skip, bias }) => other(add(additions(input, skip, bias), rmsNormalizing(size(input), size(rowShape(input, -1n)), 1n))),
    roles: { gamma: "weight", bias: "weight" },
    examples: []
  }),
  operator({
    name: "SimplifiedLayerNormalization",
    // onnxruntime registers it in the default domain.
    revisions: [1],
    source: "https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/contrib_defs.cc",
    doc: "Scales rows by their root mean square: 4 operations per element with the scale, 4 per row.",
    inputs: ["X", "scale"],
    outputs: ["Y", "inv_std_var?"],
    attributes: { axis: int(-1n), epsilon: float(1e-5), stash_type: int(1n) },
    dtype: { Y: "scale", inv_std_var: "float32" },
    shape: ({ X, scale }, a) => {
      assertScale(X, scale, a.axis);
      return { Y: X.shape, inv_std_var: rowShape(X, a.axis) };
    },
    work: ({ X }, _, a) => other(rmsNormalizing(size(X), size(rowShape(X, a.axis)), 1n)),
    roles: { scale: "weight" },
    examples: [{ given: { X: ["b", "s", 32], scale: [32] }, gives: { Y: ["b", "s", 32] }, other: "132*b*s" }]
    // 4·32 + 4
  }),
  operator({
    name: "EmbedLayerNormalization",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("EmbedLayerNormalization"),
    doc: "Looks up and adds word, position and segment embeddings, then LayerNormalization: per element an addition, another with segments, and 7; 5 per row.",
    inputs: [
      "input_ids",
      "segment_ids?",
      "word_embedding",
      "position_embedding",
      "segment_embedding?",
      "gamma",
      "beta",
      "mask?",
      "position_ids?"
    ],
    outputs: ["output", "mask_index?", "embedding_sum?"],
    attributes: { epsilon: float(1e-12), mask_index_type: int(0n) },
    dtype: { output: "word_embedding", mask_index: "int32", embedding_sum: "word_embedding" },
    shape: ({ input_ids, word_embedding }) => {
      assertRank(input_ids, 2);
      const output = [...input_ids.shape, word_embedding.dim(1)];
      return { output, mask_index: input_ids.shape.slice(0, 1), embedding_sum: output };
    },
    work: ({ segment_ids }, { output }) => other(
      add(mul(size(output), segment_ids ? 2n : 1n), normalizing(size(output), product(output.shape.slice(0, 2)), 2n))
    ),
    roles: {
      segment_ids: "constant",
      word_embedding: "weight",
      position_embedding: "weight",
      segment_embedding: "weight",
      gamma: "weight",
      beta: "weight",
      mask: "constant",
      position_ids: "constant"
    },
    reads: {
      word_embedding: ({ word_embedding }, { output }) => min(size(word_embedding), size(output)),
      position_embedding: ({ position_embedding }, { output }) => min(size(position_embedding), product(output.shape.slice(1))),
      segment_embedding: ({ segment_embedding }, { output }) => segment_embedding ? min(size(segment_embedding), size(output)) : 0n
    },
    examples: []
  }),
  operator({
    name: "GroupNorm",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GroupNorm"),
    doc: "GroupNormalization, channels last unless said: 7 operations per element, 2 more with its activation; 5 per group and sample.",
    inputs: ["X", "gamma", "beta"],
    outputs: ["Y"],
    attributes: groupAttributes,
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(groupNormalizing(X, a)),
    roles: { gamma: "weight", beta: "weight" },
    examples: []
  }),
  operator({
    name: "SkipGroupNorm",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("SkipGroupNorm"),
    doc: "Adds a skipped input, and a bias where there is one, then GroupNorm: one operation per element for each addition.",
    inputs: ["X", "gamma", "beta", "skip", "bias?"],
    outputs: ["Y", "S?"],
    attributes: groupAttributes,
    shape: ({ X }) => ({ Y: X.shape, S: X.shape }),
    work: ({ X, skip, bias }, _, a) => other(sum([additions(X, skip, bias), groupNormalizing(X, a)])),
    roles: { gamma: "weight", beta: "weight", bias: "weight" },
    examples: []
  })
];

// src/operators/generation.ts
var shared = {
  decoder: graph(),
  decoder_start_token_id: int(-1n),
  encoder: graph(),
  eos_token_id: required(int()),
  init_decoder: graph(),
  model_type: int(0n),
  no_repeat_ngram_size: int(0n),
  pad_token_id: required(int()),
  vocab_size: int(-1n)
};
var sampling2 = {
  custom: int(0n),
  filter_value: float(),
  min_tokens_to_keep: int(0n),
  presence_penalty: float(0),
  temperature: float(1),
  top_p: float(0)
};
function said(x) {
  const [n] = x.value === void 0 ? [] : x.dims();
  return n ?? unknown(`the value of \`${x.name}\` decides, and it is not a constant`);
}
function unfollowed(label) {
  const why = unknown(`\`${label}\` runs graphs of its own, as often as the data decides`);
  return { macs: why, other: why };
}
var settings2 = [
  "min_length?",
  "repetition_penalty?",
  "vocab_mask?",
  "prefix_vocab_mask?",
  "attention_mask?"
];
var searchDoc = "The graphs it runs are not followed: the work is unknown, and so are the parameters and bytes of the weights they use.";
var generation = [
  ...["GreedySearch", "Sampling"].map(
    (name) => operator({
      name,
      domain: "com.microsoft",
      revisions: [1],
      source: contribPage(name),
      doc: `Generates text, one token after another. ${searchDoc}`,
      inputs: ["input_ids", "max_length", ...settings2, "presence_mask?", "seed?"],
      outputs: ["sequences", "filtered_logits?"],
      attributes: { ...shared, ...sampling2 },
      dtype: { filtered_logits: "float32" },
      shape: ({ input_ids, max_length }, a) => {
        assertRank(input_ids, 2);
        const words = a.vocab_size > 0n ? a.vocab_size : unknown("the decoder decides how many words there are");
        return { sequences: [input_ids.dim(0), said(max_length)], filtered_logits: [input_ids.dim(0), words] };
      },
      work: (_, __, ___, call) => unfollowed(call.label),
      roles: { max_length: "constant", vocab_mask: "constant", prefix_vocab_mask: "constant" },
      examples: []
    })
  ),
  ...["BeamSearch", "WhisperBeamSearch"].map(
    (name) => operator({
      name,
      domain: "com.microsoft",
      revisions: [1],
      source: contribPage(name),
      doc: `Generates text along several beams. ${searchDoc}`,
      inputs: [
        "input_ids",
        "max_length",
        "min_length?",
        "num_beams",
        "num_return_sequences",
        "length_penalty?",
        "repetition_penalty?",
        "vocab_mask?",
        "prefix_vocab_mask?",
        "attention_mask?",
        "decoder_input_ids?",
        "logits_processor?",
        "cross_qk_layer_head?",
        "extra_decoding_ids?",
        "temperature?"
      ],
      outputs: ["sequences", "sequences_scores?", "scores?", "cross_qk?", "non_speech_probs?"],
      attributes: {
        ...shared,
        beginning_timestamp_token_id: int(),
        decoder_output_cross_qk: int(),
        early_stopping: int(0n),
        no_speech_token_id: int(),
        no_timestamps_token_id: int(),
        start_of_lm_token_id: int(),
        transcribe_token_id: int(),
        translate_token_id: int()
      },
      dtype: {
        sequences: "int32",
        sequences_scores: "float32",
        scores: "float32",
        cross_qk: "float32",
        non_speech_probs: "float32"
      },
      shape: ({ input_ids, max_length, num_return_sequences }) => {
        const batch = input_ids.dim(0);
        const returned = said(num_return_sequences);
        const open2 = unknown("the data decides how many tokens are generated");
        return {
          sequences: [batch, returned, said(max_length)],
          sequences_scores: [batch, returned],
          scores: open2,
          cross_qk: open2,
          non_speech_probs: [batch]
        };
      },
      work: (_, __, ___, call) => unfollowed(call.label),
      roles: { max_length: "constant", num_beams: "constant", num_return_sequences: "constant" },
      examples: []
    })
  )
];

// src/operators/gradients.ts
var trainingPage2 = "https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc";
var domain2 = "com.microsoft";
function takes(call, k) {
  return (call.outputs[k] ?? "") !== "";
}
var elementwise2 = [
  { name: "ReluGrad", second: "X", operations: 1n, doc: "dY where X is above 0." },
  { name: "SigmoidGrad", second: "Y", operations: 3n, doc: "dY \xB7 Y \xB7 (1 \u2212 Y)." },
  { name: "TanhGrad", second: "Y", operations: 3n, doc: "dY \xB7 (1 \u2212 Y\xB2)." },
  { name: "GeluGrad", second: "X", operations: 11n, doc: "dY \xB7 (\xBD\xB7(erf(\u221A\xBD\xB7X) + 1) + \u03B1\xB7X\xB7exp(\u2212\xBD\xB7X\xB7X))." },
  {
    name: "FastGeluGrad",
    second: "X",
    operations: 16n,
    doc: "The derivative of FastGelu, a hyperbolic tangent of a cubic."
  },
  { name: "QuickGeluGrad", second: "X", operations: 7n, doc: "dY \xB7 \u03C3(\u03B1X) \xB7 (1 + \u03B1X\xB7(1 \u2212 \u03C3(\u03B1X)))." }
];
var biased = [
  { name: "BiasGeluGrad_dX", operations: 12n, doc: "GeluGrad of X + B." },
  { name: "BiasFastGeluGrad_dX", operations: 17n, doc: "FastGeluGrad of X + B." }
];
var softmaxes = [
  { name: "SoftmaxGrad", second: "Y", axis: 1n, doc: "Y \xB7 (dY \u2212 \u03A3 Y\xB7dY): product, sum, difference, product." },
  { name: "SoftmaxGrad_13", second: "Y", axis: -1n, doc: "Y \xB7 (dY \u2212 \u03A3 Y\xB7dY): product, sum, difference, product." },
  { name: "LogSoftmaxGrad", second: "X", axis: 1n, doc: "dY \u2212 exp(X) \xB7 \u03A3 dY: exponential, sum, product, difference." },
  {
    name: "LogSoftmaxGrad_13",
    second: "X",
    axis: -1n,
    doc: "dY \u2212 exp(X) \xB7 \u03A3 dY: exponential, sum, product, difference."
  }
];
var likeFirst = {
  domain: domain2,
  revisions: [1],
  source: trainingPage2,
  memory: "inplace"
};
var dropouts = [
  { name: "DropoutGrad", mask: "bool" },
  { name: "BitmaskDropoutGrad", mask: "uint32" }
];
var normalizations = [
  {
    name: "LayerNormalizationGrad",
    inputs: ["Y_grad", "X", "scale", "mean", "inv_std_dev"],
    each: 13n,
    perRow: 2n,
    doc: "Per element: 2 to normalize X again, 3 for its products with the scale and with the gradient, 3 for their means, 3 to put them together, and a sum each for scale and bias; per row 2 quotients."
  },
  {
    name: "InvertibleLayerNormalizationGrad",
    inputs: ["Y_grad", "Y", "scale", "bias", "inv_std_dev"],
    each: 13n,
    perRow: 2n,
    doc: "As LayerNormalizationGrad, from the normalized Y: 13 per element, 2 per row."
  }
];
var gradients = () => [
  ...elementwise2.map(
    ({ name, second, operations, doc }) => operator({
      ...likeFirst,
      name,
      doc: `${doc} Operations per element: ${operations}.`,
      inputs: ["dY", second],
      outputs: ["dX"],
      attributes: name === "QuickGeluGrad" ? { alpha: float(1.702) } : {},
      shape: ({ dY }) => ({ dX: dY.shape }),
      work: ({ dY }) => other(mul(size(dY), operations)),
      examples: []
    })
  ),
  ...biased.map(
    ({ name, operations, doc }) => operator({
      ...likeFirst,
      name,
      doc: `${doc} Operations per element: ${operations}.`,
      inputs: ["dY", "X", "B"],
      outputs: ["dX"],
      shape: ({ dY }) => ({ dX: dY.shape }),
      work: ({ dY }) => other(mul(size(dY), operations)),
      roles: { B: "weight" },
      examples: []
    })
  ),
  ...softmaxes.map(
    ({ name, second, axis, doc }) => operator({
      ...likeFirst,
      name,
      doc: `${doc} 4 operations per element.`,
      inputs: ["dY", second],
      outputs: ["dX"],
      attributes: { axis: int(axis) },
      shape: ({ dY }) => ({ dX: dY.shape }),
      work: ({ dY }) => other(mul(size(dY), 4n)),
      examples: []
    })
  ),
  ...dropouts.map(
    ({ name, mask }) => operator({
      ...likeFirst,
      name,
      doc: "The gradient of what was kept, scaled as it was: a quotient and a selection per element.",
      inputs: ["dy", "mask", "ratio?", "training_mode?"],
      outputs: ["dx"],
      shape: ({ dy }) => ({ dx: dy.shape }),
      work: ({ dy }) => other(mul(size(dy), 2n)),
      roles: { ratio: "constant", training_mode: "constant" },
      examples: []
    })
  ),
  operator({
    ...likeFirst,
    name: "SoftmaxDropoutGrad",
    doc: "DropoutGrad and SoftmaxGrad: 6 operations per element.",
    inputs: ["dy", "mask", "softmax_y", "ratio?"],
    outputs: ["dx"],
    attributes: { axis: int() },
    shape: ({ dy }) => ({ dx: dy.shape }),
    work: ({ dy }) => other(mul(size(dy), 6n)),
    roles: { ratio: "constant" },
    examples: []
  }),
  operator({
    ...likeFirst,
    name: "FakeQuantGrad",
    doc: "The gradient where the quantized value was in range: a selection per element.",
    inputs: ["dY", "gradient_mask"],
    outputs: ["dX"],
    shape: ({ dY }) => ({ dX: dY.shape }),
    work: ({ dY }) => other(size(dY)),
    examples: []
  }),
  ...normalizations.map(
    ({ name, inputs, each, perRow, doc }) => operator({
      name,
      domain: domain2,
      revisions: [1],
      source: trainingPage2,
      doc,
      inputs,
      outputs: ["X_grad", "scale_grad", "bias_grad"],
      attributes: { axis: int(-1n) },
      dtype: { X_grad: "Y_grad", scale_grad: "scale", bias_grad: "scale" },
      shape: ({ Y_grad, scale }) => ({ X_grad: Y_grad.shape, scale_grad: scale.shape, bias_grad: scale.shape }),
      work: ({ Y_grad }, _, { axis }) => other(add(mul(size(Y_grad), each), mul(product(rowShape(Y_grad, axis)), perRow))),
      roles: { scale: "weight" },
      examples: []
    })
  ),
  operator({
    name: "SimplifiedLayerNormalizationGrad",
    domain: domain2,
    revisions: [1],
    source: trainingPage2,
    doc: "As LayerNormalizationGrad without means: 9 operations per element, a quotient per row.",
    inputs: ["Y_grad", "X", "scale", "inv_std_var"],
    outputs: ["X_grad", "scale_grad"],
    attributes: { axis: int(-1n) },
    dtype: { X_grad: "Y_grad", scale_grad: "scale" },
    shape: ({ Y_grad, scale }) => ({ X_grad: Y_grad.shape, scale_grad: scale.shape }),
    work: ({ Y_grad }, _, { axis }) => other(add(mul(size(Y_grad), 9n), product(rowShape(Y_grad, axis)))),
    roles: { scale: "weight" },
    examples: []
  }),
  operator({
    name: "BatchNormalizationGrad",
    domain: domain2,
    revisions: [1],
    source: trainingPage2,
    doc: "As LayerNormalizationGrad, by channel: 13 operations per element, 2 per channel.",
    inputs: ["dY", "X", "scale", "mean", "variance"],
    outputs: ["X_grad", "scale_grad", "bias_grad"],
    attributes: { epsilon: float(1e-5) },
    dtype: { X_grad: "dY", scale_grad: "scale", bias_grad: "scale" },
    shape: ({ dY, scale }) => ({ X_grad: dY.shape, scale_grad: scale.shape, bias_grad: scale.shape }),
    work: ({ dY, scale }) => other(add(mul(size(dY), 13n), mul(size(scale), 2n))),
    roles: { scale: "weight", mean: "statistic", variance: "statistic" },
    examples: []
  }),
  operator({
    name: "ConvGrad",
    domain: domain2,
    revisions: [1],
    source: trainingPage2,
    doc: "Gradients of a convolution. MACs: those of the convolution for dX, and again for dW, each where it is taken; other: one addition per element of dY for dB.",
    inputs: ["dY", "X", "W"],
    outputs: ["dX?", "dW?", "dB?"],
    attributes: windowing,
    shape: ({ dY, X, W }) => ({ dX: X.shape, dW: W.shape, dB: [dY.dim(1)] }),
    work: ({ dY, W }, _, __, call) => ({
      macs: mul(convMacs(dY, W), BigInt([0, 1].filter((k) => takes(call, k)).length)),
      other: takes(call, 2) ? size(dY) : 0n
    }),
    roles: { W: "weight" },
    examples: []
  }),
  operator({
    name: "DivGrad",
    domain: domain2,
    revisions: [1],
    source: trainingPage2,
    doc: "Gradients of a quotient, each where it is taken: dY / B, and dY \xB7 \u2212A / (B \xB7 B), summed where A or B was broadcast.",
    inputs: ["dY", "A", "B"],
    outputs: ["dA?", "dB?"],
    shape: ({ A, B }) => ({ dA: A.shape, dB: B.shape }),
    work: ({ dY, A, B }, _, __, call) => other(
      sum([
        takes(call, 0) ? mul(size(dY), 2n) : 0n,
        takes(call, 1) ? sum([size(B), size(A), mul(size(dY), 3n)]) : 0n
      ])
    ),
    examples: []
  }),
  ...["GatherGrad", "GatherNDGrad"].map(
    (name) => operator({
      name,
      domain: domain2,
      revisions: [1],
      source: trainingPage2,
      doc: "Adds what was gathered up where it came from: one addition per element of the gradient.",
      inputs: ["shape", "indices", "dY"],
      outputs: ["dX"],
      attributes: { axis: int(0n), batch_dims: int(0n) },
      dtype: { dX: "dY" },
      shape: ({ shape }) => ({ dX: extentsFrom(shape) }),
      work: ({ dY }) => other(size(dY)),
      roles: { shape: "constant", indices: "constant" },
      examples: []
    })
  ),
  operator({
    name: "GatherElementsGrad",
    domain: domain2,
    revisions: [1],
    source: trainingPage2,
    doc: "Adds what was gathered up where it came from: one addition per element of the gradient.",
    inputs: ["dY", "shape", "indices"],
    outputs: ["dX"],
    attributes: { axis: int(0n) },
    shape: ({ shape }) => ({ dX: extentsFrom(shape) }),
    work: ({ dY }) => other(size(dY)),
    roles: { shape: "constant", indices: "constant" },
    examples: []
  }),
  operator({
    name: "SliceGrad",
    domain: domain2,
    revisions: [1],
    source: trainingPage2,
    doc: "The gradient where it was cut out, zero elsewhere. Moves data; computes nothing.",
    inputs: ["dY", "shape", "starts", "ends", "axes?", "steps?"],
    outputs: ["dX"],
    shape: ({ shape }) => ({ dX: extentsFrom(shape) }),
    work: free,
    roles: { shape: "constant", starts: "constant", ends: "constant", axes: "constant", steps: "constant" },
    examples: []
  }),
  ...["AveragePoolGrad", "MaxPoolGrad"].map(
    (name) => operator({
      name,
      revisions: [9],
      source: trainingPage2,
      doc: `The gradient of each window ${name === "MaxPoolGrad" ? "added to where its largest element was: one addition per element of dY" : "shared out among its elements: a quotient per element of dY, and an addition for each element of its window"}. Nothing says how large X was, so its extents in space are unknown.`,
      inputs: name === "MaxPoolGrad" ? ["dY", "Indices"] : ["dY"],
      outputs: ["dX"],
      attributes: {
        auto_pad: string("NOTSET"),
        count_include_pad: int(0n),
        kernel_shape: required(ints()),
        pads: ints(),
        strides: ints()
      },
      shape: ({ dY }, _, { label }) => {
        const open2 = unknown(`\`${label}\`: nothing says how large the pooled tensor was`);
        return { dX: dY.shape.map((d, i) => i < 2 ? d : open2) };
      },
      work: ({ dY }, _, { kernel_shape }) => other(name === "MaxPoolGrad" ? size(dY) : mul(size(dY), add(product(kernel_shape), 1n))),
      examples: []
    })
  ),
  operator({
    name: "BroadcastGradientArgs",
    domain: domain2,
    revisions: [1],
    source: trainingPage2,
    doc: "Along which axes the gradient of a broadcast operand is summed, last to first. Computes on shapes only.",
    inputs: ["a_shape", "b_shape"],
    outputs: ["a_axes?", "b_axes?"],
    dtype: { a_axes: "int64", b_axes: "int64" },
    shape: ({ a_shape, b_shape }, _, { label }) => {
      const axes = broadcastAxes(a_shape, b_shape);
      const open2 = unknown(`\`${label}\`: the shapes decide how many axes there are`);
      return {
        a_axes: [axes === void 0 ? open2 : BigInt(axes.a.length)],
        b_axes: [axes === void 0 ? open2 : BigInt(axes.b.length)]
      };
    },
    value: ({ a_shape, b_shape }) => {
      const axes = broadcastAxes(a_shape, b_shape);
      return { a_axes: axes?.a, b_axes: axes?.b };
    },
    work: free,
    roles: { a_shape: "constant", b_shape: "constant" },
    examples: []
  })
];
function broadcastAxes(aShape, bShape) {
  const left2 = aShape.value;
  const right = bShape.value;
  if (left2 === void 0 || right === void 0) return void 0;
  const rank = Math.max(left2.length, right.length);
  const a = [];
  const b = [];
  for (let axis = rank - 1; axis >= 0; axis--) {
    const x = left2.at(axis - rank + left2.length);
    const y = right.at(axis - rank + right.length);
    const at = axis - rank;
    if (-at > left2.length) a.push(BigInt(axis));
    else if (-at > right.length) b.push(BigInt(axis));
    else if (agree(x, y)) continue;
    else if (typeof x !== "bigint" || typeof y !== "bigint") return void 0;
    else if (x === 1n) a.push(BigInt(axis));
    else if (y === 1n) b.push(BigInt(axis));
    else return void 0;
  }
  return { a, b };
}
function agree(x, y) {
  if (typeof x === "number" || typeof x === "string" || x === void 0) return false;
  if (typeof y === "number" || typeof y === "string" || y === void 0) return false;
  return equal(x, y) === true;
}

// src/operators/quantization.ts
var page9 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var quantizing = 4n;
var dequantizing = 2n;
function offsets(x, xZero, w, wZero) {
  return add(xZero ? size(x) : 0n, wZero ? size(w) : 0n);
}
var scales = {
  a_scale: "quantization",
  a_zero_point: "quantization",
  b_scale: "quantization",
  b_zero_point: "quantization"
};
function quantizedType(zeroPoint, code) {
  if (zeroPoint !== void 0) return zeroPoint.dtype;
  return code === 0n ? "uint8" : dtypeOf(code);
}
function quantize(domain9, revisions) {
  return operator({
    name: "QuantizeLinear",
    domain: domain9,
    revisions,
    source: domain9 === "" ? page9("QuantizeLinear") : contribPage("QuantizeLinear"),
    doc: "Reals to integers: quotient by the scale, rounding, clamp, 3 operations per element, one more with a zero point.",
    inputs: ["x", "y_scale", "y_zero_point?"],
    outputs: ["y"],
    attributes: { axis: int(1n), block_size: int(0n), output_dtype: int(0n), precision: int(0n), saturate: int(1n) },
    dtype: ({ y_zero_point }, a) => ({ y: quantizedType(y_zero_point, a.output_dtype) }),
    shape: ({ x }) => ({ y: x.shape }),
    work: ({ x, y_zero_point }) => other(mul(size(x), y_zero_point ? quantizing : quantizing - 1n)),
    roles: { x: "carried", y_scale: "quantization", y_zero_point: "quantization" },
    examples: []
  });
}
function dequantize(domain9, revisions) {
  return operator({
    name: "DequantizeLinear",
    domain: domain9,
    revisions,
    source: domain9 === "" ? page9("DequantizeLinear") : contribPage("DequantizeLinear"),
    doc: "Integers to reals: product with the scale, one operation per element, one more with a zero point.",
    inputs: ["x", "x_scale", "x_zero_point?"],
    outputs: ["y"],
    attributes: { axis: int(1n), block_size: int(0n), output_dtype: int(0n) },
    dtype: ({ x_scale }, a) => ({ y: a.output_dtype === 0n ? x_scale.dtype : dtypeOf(a.output_dtype) }),
    shape: ({ x }) => ({ y: x.shape }),
    work: ({ x, x_zero_point }) => other(mul(size(x), x_zero_point ? dequantizing : 1n)),
    roles: { x: "carried", x_scale: "quantization", x_zero_point: "quantization" },
    examples: []
  });
}
var quantization = [
  quantize("", [10, 13, 19, 21, 23, 24, 25, 28]),
  quantize("com.microsoft", [1]),
  dequantize("", [10, 13, 19, 21, 23, 24, 25, 28]),
  dequantize("com.microsoft", [1]),
  operator({
    name: "DynamicQuantizeLinear",
    revisions: [11],
    source: page9("DynamicQuantizeLinear"),
    doc: "Quantizes by the range of the data at hand: minimum, maximum, and 4 operations to quantize, 6 per element. Finding the one scale and zero point is left out.",
    inputs: ["x"],
    outputs: ["y", "y_scale", "y_zero_point"],
    dtype: { y: "uint8", y_scale: "x", y_zero_point: "uint8" },
    shape: ({ x }) => ({ y: x.shape, y_scale: [], y_zero_point: [] }),
    work: ({ x }) => other(mul(size(x), quantizing + 2n)),
    examples: []
  }),
  operator({
    name: "QLinearConv",
    revisions: [10],
    source: page9("QLinearConv"),
    doc: "A convolution of integers. MACs as Conv; other: quantizing the result, 4 per output element, one more with a bias.",
    inputs: ["x", "x_scale", "x_zero_point", "w", "w_scale", "w_zero_point", "y_scale", "y_zero_point", "B?"],
    outputs: ["y"],
    attributes: windowing,
    dtype: { y: "y_zero_point" },
    shape: ({ x, w }, a) => ({ y: convShape(x, w, a) }),
    work: ({ w, B }, { y }) => ({ macs: convMacs(y, w), other: mul(size(y), quantizing + (B ? 1n : 0n)) }),
    roles: {
      x_scale: "quantization",
      x_zero_point: "quantization",
      w: "weight",
      w_scale: "quantization",
      w_zero_point: "quantization",
      y_scale: "quantization",
      y_zero_point: "quantization",
      B: "weight"
    },
    examples: []
  }),
  operator({
    name: "ConvInteger",
    revisions: [10],
    source: page9("ConvInteger"),
    doc: "A convolution of integers that keeps the sums as int32. MACs as Conv; other: one difference per element of an operand with a zero point.",
    inputs: ["x", "w", "x_zero_point?", "w_zero_point?"],
    outputs: ["y"],
    attributes: windowing,
    dtype: { y: "int32" },
    shape: ({ x, w }, a) => ({ y: convShape(x, w, a) }),
    work: ({ x, w, x_zero_point, w_zero_point }, { y }) => ({
      macs: convMacs(y, w),
      other: offsets(x, x_zero_point, w, w_zero_point)
    }),
    roles: { w: "weight", x_zero_point: "quantization", w_zero_point: "quantization" },
    examples: []
  }),
  operator({
    name: "MatMulInteger",
    revisions: [10],
    source: page9("MatMulInteger"),
    doc: "A matrix product of integers that keeps the sums as int32. MACs as MatMul; other: one difference per element of an operand with a zero point.",
    inputs: ["A", "B", "a_zero_point?", "b_zero_point?"],
    outputs: ["Y"],
    dtype: { Y: "int32" },
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B, a_zero_point, b_zero_point }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(A, B).inner),
      other: offsets(A, a_zero_point, B, b_zero_point)
    }),
    roles: { B: "weight", a_zero_point: "quantization", b_zero_point: "quantization" },
    examples: []
  }),
  operator({
    name: "QLinearMatMul",
    revisions: [10, 21],
    source: page9("QLinearMatMul"),
    doc: "A matrix product of integers. MACs as MatMul; other: quantizing the result, 4 per output element.",
    inputs: ["a", "a_scale", "a_zero_point", "b", "b_scale", "b_zero_point", "y_scale", "y_zero_point"],
    outputs: ["y"],
    dtype: { y: "y_zero_point" },
    shape: ({ a, b }) => ({ y: matrixProductOf(a, b).shape }),
    work: ({ a, b }, { y }) => ({ macs: mul(size(y), matrixProductOf(a, b).inner), other: mul(size(y), quantizing) }),
    roles: { b: "weight", ...scales, y_scale: "quantization", y_zero_point: "quantization" },
    examples: []
  }),
  operator({
    name: "MatMulIntegerToFloat",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulIntegerToFloat"),
    doc: "A matrix product of integers, scaled to reals. MACs as MatMul; other: one difference per element of an operand with a zero point, one product per output element, one addition with a bias.",
    inputs: ["A", "B", "a_scale", "b_scale", "a_zero_point?", "b_zero_point?", "bias?"],
    outputs: ["Y"],
    dtype: { Y: "a_scale" },
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B, a_zero_point, b_zero_point, bias }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(A, B).inner),
      other: add(offsets(A, a_zero_point, B, b_zero_point), mul(size(Y), bias ? 2n : 1n))
    }),
    roles: { B: "weight", ...scales, bias: "weight" },
    examples: []
  }),
  operator({
    name: "DynamicQuantizeMatMul",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("DynamicQuantizeMatMul"),
    doc: "Quantizes A by its range, multiplies integers, scales to reals. MACs as MatMul; other: 6 per element of A, one per element of B with a zero point, one product per output element, one addition with a bias.",
    inputs: ["A", "B", "b_scale", "b_zero_point?", "bias?"],
    outputs: ["Y"],
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B, b_zero_point, bias }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(A, B).inner),
      other: sum([mul(size(A), quantizing + 2n), b_zero_point ? size(B) : 0n, mul(size(Y), bias ? 2n : 1n)])
    }),
    roles: { B: "weight", b_scale: "quantization", b_zero_point: "quantization", bias: "weight" },
    examples: []
  }),
  operator({
    name: "QGemm",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QGemm"),
    doc: "Gemm of integers. MACs as Gemm; other: quantizing the result, 4 per output element, or one product when it stays real; one addition with a C.",
    inputs: ["A", "a_scale", "a_zero_point", "B", "b_scale", "b_zero_point", "C?", "y_scale?", "y_zero_point?"],
    outputs: ["Y"],
    attributes: { alpha: float(1), transA: int(0n), transB: int(0n) },
    dtype: ({ y_zero_point }) => ({ Y: y_zero_point === void 0 ? "float32" : y_zero_point.dtype }),
    shape: ({ A, B }, a) => ({ Y: gemm(A, B, a).shape }),
    work: ({ A, B, C, y_scale }, { Y }, a) => ({
      macs: mul(size(Y), gemm(A, B, a).inner),
      other: mul(size(Y), (y_scale ? quantizing : 1n) + (C ? 1n : 0n))
    }),
    roles: { B: "weight", C: "weight", ...scales, y_scale: "quantization", y_zero_point: "quantization" },
    examples: []
  }),
  ...["Add", "Mul"].map(
    (name) => operator({
      name: `QLinear${name}`,
      domain: "com.microsoft",
      revisions: [1],
      source: contribPage(`QLinear${name}`),
      doc: `${name} of integers that stand for reals: 2 operations per element of each input to dequantize, one per output element and 4 to quantize it.`,
      inputs: ["A", "A_scale", "A_zero_point?", "B", "B_scale", "B_zero_point?", "C_scale", "C_zero_point?"],
      outputs: ["C"],
      shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
      work: ({ A, B }, { C }) => other(add(mul(add(size(A), size(B)), dequantizing), mul(size(C), 1n + quantizing))),
      roles: {
        A_scale: "quantization",
        A_zero_point: "quantization",
        B_scale: "quantization",
        B_zero_point: "quantization",
        C_scale: "quantization",
        C_zero_point: "quantization"
      },
      examples: []
    })
  )
];

// src/operators/integer-layers.ts
function reduced(data, a) {
  const axes = axesOf(a.axes, data.rank);
  return data.shape.flatMap((d, i) => axes.includes(i) ? a.keepdims === 0n ? [] : [1n] : [d]);
}
function swapped(W) {
  assertRank(W, 3);
  const [d = 1n, rows3 = 1n, columns = 1n] = W.shape;
  return new Operand(W.name, { kind: "tensor", dtype: W.dtype, shape: [d, columns, rows3] });
}
function channelsFirst2(x) {
  const shape = [...x.shape.slice(0, 1), ...x.shape.slice(-1), ...x.shape.slice(1, -1)];
  return new Operand(x.name, { kind: "tensor", dtype: x.dtype, shape });
}
var integerLayers = [
  operator({
    name: "MulInteger",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MulInteger"),
    doc: "Products of integers, kept as int32: one operation per output element, one per element of an operand with a zero point.",
    inputs: ["A", "A_zero_point?", "B", "B_zero_point?"],
    outputs: ["C"],
    dtype: { C: "int32" },
    shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
    work: ({ A, B, A_zero_point, B_zero_point }, { C }) => other(sum([size(C), A_zero_point ? size(A) : 0n, B_zero_point ? size(B) : 0n])),
    roles: { A_zero_point: "quantization", B_zero_point: "quantization" },
    examples: []
  }),
  operator({
    name: "MatMulInteger16",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulInteger16"),
    doc: "A matrix product of 16-bit integers, kept as 32 bits. MACs: |Y| \xB7 K.",
    inputs: ["A", "B"],
    outputs: ["Y"],
    dtype: ({ A }) => ({ Y: A.dtype === "uint16" ? "uint32" : "int32" }),
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B }, { Y }) => ({ macs: mul(size(Y), matrixProductOf(A, B).inner), other: 0n }),
    roles: { B: "weight" },
    examples: []
  }),
  operator({
    name: "ReduceSumInteger",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("ReduceSumInteger"),
    doc: "Sums of integers, kept as 32 bits: one operation per input element.",
    inputs: ["data"],
    outputs: ["reduced"],
    attributes: { axes: required(ints()), keepdims: required(int()) },
    dtype: ({ data }) => ({ reduced: data.dtype === "uint8" ? "uint32" : "int32" }),
    shape: ({ data }, a) => ({ reduced: reduced(data, a) }),
    work: ({ data }) => other(size(data)),
    examples: []
  }),
  operator({
    name: "QLinearReduceMean",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QLinearReduceMean"),
    doc: "Means of integers that stand for reals: one operation per input element, one and 4 to quantize per result.",
    inputs: ["data", "data_scale", "data_zero_point?", "reduced_scale", "reduced_zero_point?"],
    outputs: ["reduced"],
    attributes: { axes: required(ints()), keepdims: required(int()) },
    shape: ({ data }, a) => ({ reduced: reduced(data, a) }),
    work: ({ data }, { reduced: results }) => other(add(size(data), mul(size(results), 1n + quantizing))),
    roles: {
      data_scale: "quantization",
      data_zero_point: "quantization",
      reduced_scale: "quantization",
      reduced_zero_point: "quantization"
    },
    examples: []
  }),
  operator({
    name: "QLinearWhere",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QLinearWhere"),
    doc: "One of two integers by a condition, scaled anew: per output element one choice, 2 to dequantize and 4 to quantize.",
    inputs: ["condition", "X", "x_scale", "x_zero_point", "Y", "y_scale", "y_zero_point", "z_scale", "z_zero_point"],
    outputs: ["Z"],
    dtype: { Z: "X" },
    shape: ({ condition, X, Y }) => ({ Z: broadcastOf(condition, X, Y) }),
    work: (_, { Z }) => other(mul(size(Z), 3n + quantizing)),
    roles: {
      condition: "constant",
      x_scale: "quantization",
      x_zero_point: "quantization",
      y_scale: "quantization",
      y_zero_point: "quantization",
      z_scale: "quantization",
      z_zero_point: "quantization"
    },
    examples: []
  }),
  operator({
    name: "QLinearConv",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QLinearConv"),
    doc: "A convolution of integers, channels last where said: `[N, \u2026spatial, C]`. MACs as Conv; other: quantizing the result, 4 per output element, one more with a bias.",
    inputs: ["x", "x_scale", "x_zero_point", "w", "w_scale", "w_zero_point", "y_scale", "y_zero_point", "B?"],
    outputs: ["y"],
    attributes: { ...windowing, channels_last: int(0n) },
    shape: ({ x, w }, a) => {
      if (a.channels_last === 0n) return { y: convShape(x, w, a) };
      const [batch = 1n, filters = 1n, ...positions] = convShape(channelsFirst2(x), w, a);
      return { y: [batch, ...positions, filters] };
    },
    work: ({ w, B }, { y }) => ({ macs: convMacs(y, w), other: mul(size(y), quantizing + (B ? 1n : 0n)) }),
    roles: {
      x_scale: "quantization",
      x_zero_point: "quantization",
      w: "weight",
      w_scale: "quantization",
      w_zero_point: "quantization",
      y_scale: "quantization",
      y_zero_point: "quantization",
      B: "weight"
    },
    examples: []
  }),
  operator({
    name: "QEmbedLayerNormalization",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QEmbedLayerNormalization"),
    doc: "EmbedLayerNormalization of quantized tables. Other, per element: 2 to dequantize each of the rows looked up, an addition, another with segments, and 7; 5 per row, 4 per feature for gamma and beta.",
    inputs: [
      "input_ids",
      "segment_ids?",
      "word_embedding_quant",
      "position_embedding_quant",
      "segment_embedding?",
      "gamma_quant",
      "beta_quant",
      "mask?",
      "word_embedding_scale",
      "position_embedding_scale",
      "segment_embedding_scale?",
      "gamma_scale",
      "beta_scale",
      "word_embedding_zero_point",
      "position_embedding_zero_point",
      "segment_embedding_zero_point?",
      "gamma_zero_point",
      "beta_zero_point"
    ],
    outputs: ["layernorm_out", "mask_index_out"],
    attributes: { epsilon: float() },
    dtype: { layernorm_out: "word_embedding_scale", mask_index_out: "input_ids" },
    shape: ({ input_ids, word_embedding_quant }) => {
      assertRank(input_ids, 2);
      return {
        layernorm_out: [...input_ids.shape, word_embedding_quant.dim(1)],
        mask_index_out: input_ids.shape.slice(0, 1)
      };
    },
    work: ({ segment_ids, gamma_quant }, { layernorm_out: y }) => {
      const tables = segment_ids === void 0 ? 2n : 3n;
      const rows3 = product(y.shape.slice(0, 2));
      return other(sum([mul(size(y), 3n * tables - 1n), normalizing(size(y), rows3, 2n), mul(size(gamma_quant), 4n)]));
    },
    roles: {
      segment_ids: "constant",
      word_embedding_quant: "weight",
      position_embedding_quant: "weight",
      segment_embedding: "weight",
      gamma_quant: "weight",
      beta_quant: "weight",
      mask: "constant",
      word_embedding_scale: "quantization",
      position_embedding_scale: "quantization",
      segment_embedding_scale: "quantization",
      gamma_scale: "quantization",
      beta_scale: "quantization",
      word_embedding_zero_point: "quantization",
      position_embedding_zero_point: "quantization",
      segment_embedding_zero_point: "quantization",
      gamma_zero_point: "quantization",
      beta_zero_point: "quantization"
    },
    reads: { word_embedding_quant: (_, { layernorm_out }) => size(layernorm_out) },
    examples: []
  }),
  operator({
    name: "DynamicQuantizeLSTM",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("DynamicQuantizeLSTM"),
    doc: "LSTM whose products are of integers; weights lie `[D, I, 4\xB7H]` and `[D, H, 4\xB7H]`. MACs as LSTM; other as LSTM, and 6 for each element of the input and of each state to quantize it, 2 products with a scale for each of 4 gates of each state.",
    inputs: [
      "X",
      "W",
      "R",
      "B?",
      "sequence_lens?",
      "initial_h?",
      "initial_c?",
      "P?",
      "W_scale",
      "W_zero_point",
      "R_scale",
      "R_zero_point"
    ],
    outputs: ["Y?", "Y_h?", "Y_c?"],
    attributes: { ...settings, input_forget: int(0n) },
    shape: ({ X, W, R }, a) => {
      const { all, last } = shapes(sizes(X, swapped(W), swapped(R), 4n, a), a);
      return { Y: all, Y_h: last, Y_c: last };
    },
    work: ({ X, W, R, B, P }, _, a) => {
      const s = sizes(X, swapped(W), swapped(R), 4n, a);
      const lstm = work(s, 4n, 13n + extras(4n, B, a) + (P ? 6n : 0n));
      const states = product([s.steps, s.batch, s.directions, s.hidden]);
      return { ...lstm, other: sum([lstm.other, mul(size(X), 2n + quantizing), mul(states, 2n + quantizing + 8n)]) };
    },
    roles: {
      W: "weight",
      R: "weight",
      B: "weight",
      P: "weight",
      sequence_lens: "constant",
      initial_h: "constant",
      initial_c: "constant",
      W_scale: "quantization",
      W_zero_point: "quantization",
      R_scale: "quantization",
      R_zero_point: "quantization"
    },
    examples: []
  })
];

// src/operators/layout.ts
function permutation(rank, perm) {
  if (perm === void 0 || perm.length === 0 && rank !== 0)
    return Array.from({ length: rank }, (_, i) => rank - 1 - i);
  if (perm.length !== rank) throw new Mismatch(`perm has ${perm.length} numbers; ${rank} expected, one an axis`);
  return axesOf(perm, rank);
}
function transposed(data, perm) {
  const known5 = block(data);
  if (known5 === void 0) return void 0;
  const order2 = permutation(data.rank, perm);
  const shape = order2.map((axis) => data.dim(axis));
  const source7 = known5.extents.map((_, axis) => order2.indexOf(axis));
  return filled(
    shape,
    (index) => elementAt(
      known5,
      source7.map((i) => index[i] ?? 0)
    )
  );
}
function expanded(input, shape) {
  const asked2 = extentsFrom(shape);
  if (isUnknown(asked2)) return asked2;
  if (asked2.length > maxRank) throw new Mismatch(`a shape of ${asked2.length} axes is asked for`);
  return broadcast(input.shape, asked2);
}
function repeated(input, shape) {
  const known5 = block(input);
  if (known5 === void 0 || isUnknown(shape)) return void 0;
  const lead = shape.length - known5.extents.length;
  return filled(
    shape,
    (index) => elementAt(
      known5,
      known5.extents.map((extent2, axis) => (index[axis + lead] ?? 0) % extent2)
    )
  );
}
function tiled(input, repeats) {
  if (isUnknown(repeats)) return input.shape.map(() => unknown(repeats.why));
  if (repeats.length !== input.rank)
    throw new Mismatch(`repeats has ${repeats.length} numbers; ${input.rank} expected, one an axis`);
  return input.shape.map((d, i) => mul(d, repeats[i] ?? 1n));
}
function blocks(input, size2, direction) {
  assertRank(input, 4);
  const b = BigInt(bounded(size2, "blocksize", 1, 2 ** 20));
  const [n, c, h, w] = [0, 1, 2, 3].map((axis) => input.dim(axis));
  const shrunk = (d, by, what) => {
    if (isKnown(d) && d % by !== 0n) throw new Mismatch(`${what} is ${d}; a multiple of ${by} expected`);
    return floorDiv(d, by);
  };
  return direction === "to space" ? [n, shrunk(c, b * b, "the channels"), mul(h, b), mul(w, b)] : [n, mul(c, b * b), shrunk(h, b, "the height"), shrunk(w, b, "the width")];
}
var layout = [
  operator({
    name: "Transpose",
    revisions: [1, 13, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Transpose.html",
    doc: "Puts the axes in the order of `perm`, reversed when it is absent.",
    inputs: ["data"],
    outputs: ["transposed"],
    attributes: { perm: ints() },
    shape: ({ data }, { perm }) => ({ transposed: permutation(data.rank, perm).map((axis) => data.dim(axis)) }),
    value: ({ data }, { perm }) => ({ transposed: transposed(data, perm) }),
    work: free,
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Expand",
    revisions: [8, 13],
    source: "https://onnx.ai/onnx/operators/onnx__Expand.html",
    doc: "Broadcasts the input with the shape asked for, both ways.",
    inputs: ["input", "shape"],
    outputs: ["output"],
    shape: ({ input, shape }) => ({ output: expanded(input, shape) }),
    value: ({ input, shape }) => ({ output: repeated(input, expanded(input, shape)) }),
    work: free,
    roles: { input: "carried", shape: "constant" },
    examples: []
  }),
  operator({
    name: "Tile",
    revisions: [1],
    source: "https://onnx.ai/onnx/operators/onnx__Tile.html",
    doc: "Repeats the input `tiles` times along one axis.",
    inputs: ["input", "tiles", "axis"],
    outputs: ["output"],
    shape: ({ input, tiles, axis }) => {
      const [at = 0n] = axis.ints();
      const along = axisOf(at, input.rank);
      return { output: input.shape.map((d, i) => i === along ? mul(d, tiles.dims()[0] ?? 1n) : d) };
    },
    work: free,
    roles: { input: "carried", tiles: "constant", axis: "constant" },
    examples: []
  }),
  operator({
    name: "Tile",
    revisions: [6, 13],
    source: "https://onnx.ai/onnx/operators/onnx__Tile.html",
    doc: "Repeats the input along every axis, as often as `repeats` says.",
    inputs: ["input", "repeats"],
    outputs: ["output"],
    shape: ({ input, repeats }) => ({ output: tiled(input, extentsFrom(repeats)) }),
    value: ({ input, repeats }) => ({ output: repeated(input, tiled(input, extentsFrom(repeats))) }),
    work: free,
    roles: { input: "carried", repeats: "constant" },
    examples: []
  }),
  operator({
    name: "DepthToSpace",
    revisions: [1, 11, 13, 28],
    source: "https://onnx.ai/onnx/operators/onnx__DepthToSpace.html",
    doc: "Moves blocks of channels into space: `[N, C / b\xB2, H\xB7b, W\xB7b]`.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { blocksize: required(int()), mode: string("DCR") },
    shape: ({ input }, { blocksize }) => ({ output: blocks(input, blocksize, "to space") }),
    work: free,
    roles: { input: "carried" },
    examples: []
  }),
  operator({
    name: "SpaceToDepth",
    revisions: [1, 13, 28],
    source: "https://onnx.ai/onnx/operators/onnx__SpaceToDepth.html",
    doc: "Moves blocks of space into channels: `[N, C\xB7b\xB2, H / b, W / b]`.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { blocksize: required(int()), mode: string("DCR") },
    shape: ({ input }, { blocksize }) => ({ output: blocks(input, blocksize, "to depth") }),
    work: free,
    roles: { input: "carried" },
    examples: []
  })
];

// src/operators/legacy.ts
var source = "https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/contrib_defs.cc";
var elementwise3 = [
  { name: "Affine", operations: 2n, doc: "\u03B1 \xB7 x + \u03B2." },
  { name: "ParametricSoftplus", operations: 5n, doc: "\u03B1 \xB7 ln(exp(\u03B2 \xB7 x) + 1)." },
  { name: "Scale", operations: 1n, doc: "A product with one number." },
  { name: "ScaledTanh", operations: 3n, doc: "\u03B1 \xB7 tanh(\u03B2 \xB7 x)." }
];
function cropped2(input, border, scale) {
  assertRank(input, 4);
  const [left2 = 0n, top = 0n, right = 0n, bottom = 0n] = border;
  if (border.length !== 4) throw new Mismatch(`border has ${border.length} numbers; 4 expected`);
  const [height, width] = scale ?? [];
  const lead = input.shape.slice(0, 2);
  if (height !== void 0 && width !== void 0) return [...lead, height, width];
  return [...lead, sub(input.dim(2), top + bottom), sub(input.dim(3), left2 + right)];
}
var legacy = [
  ...elementwise3.map(
    ({ name, operations, doc }) => operator({
      name,
      revisions: [1],
      source,
      doc: `${doc} Operations per element: ${operations}.`,
      inputs: ["X"],
      outputs: ["Y"],
      attributes: { alpha: float(), beta: float(), scale: float(1) },
      shape: ({ X }) => ({ Y: X.shape }),
      work: ({ X }) => other(mul(size(X), operations)),
      memory: "inplace",
      examples: []
    })
  ),
  operator({
    name: "ImageScaler",
    revisions: [1],
    source,
    doc: "A product with one number, and a sum with one for each channel: 2 operations per element.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { bias: floats(), scale: float(1) },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(mul(size(input), 2n)),
    memory: "inplace",
    examples: [{ given: { input: ["n", 3, 4, 4] }, gives: { output: ["n", 3, 4, 4] }, other: "96*n" }]
    // 2·48
  }),
  operator({
    name: "Crop",
    revisions: [1],
    source,
    doc: "Images without their borders.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { border: ints([0n, 0n, 0n, 0n]), scale: ints() },
    shape: ({ input }, a) => ({ output: cropped2(input, a.border, a.scale) }),
    work: "free",
    examples: []
  }),
  operator({
    name: "GRUUnit",
    revisions: [1],
    source,
    doc: "The gates of one step of a GRU, their products done before: per state 2 sigmoids, a tanh and 5 operations on the gates.",
    inputs: ["hidden_prev", "gates", "seq_lengths", "t"],
    outputs: ["hidden"],
    attributes: { drop_states: int(0n) },
    shape: ({ hidden_prev }) => ({ hidden: hidden_prev.shape }),
    work: ({ hidden_prev }) => other(mul(size(hidden_prev), add(3n, 5n))),
    roles: { seq_lengths: "constant", t: "constant" },
    examples: []
  })
];

// src/operators/low-bit.ts
function packedShape(A, a, columns = a.K, results = a.N) {
  if (A.rank === 0) throw new Mismatch(`\`${A.name}\` is a scalar`);
  assertEqual(A.dim(-1), columns, (x, k) => `\`${A.name}\` has ${x} columns; ${k} expected`);
  return [...A.shape.slice(0, -1), results];
}
var packedProduct = { K: required(int()), accuracy_level: int(0n), bits: int(4n), block_size: required(int()) };
var lowBit = [
  operator({
    name: "MatMulNBits",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulNBits"),
    doc: "A matrix product with a weight packed to a few bits, `[N, K]` logically, stored `[N, blocks, bytes]`. MACs: |Y| \xB7 K; other: per weight element a product with the scale, a difference too with a zero point; one addition per output element with a bias.",
    inputs: ["A", "B", "scales", "zero_points?", "g_idx?", "bias?"],
    outputs: ["Y"],
    attributes: {
      K: required(int()),
      N: required(int()),
      accuracy_level: int(0n),
      bits: int(4n),
      block_size: required(int()),
      weight_prepacked: int(0n)
    },
    shape: ({ A }, a) => ({ Y: packedShape(A, a) }),
    work: ({ zero_points, bias }, { Y }, a) => ({
      macs: mul(size(Y), a.K),
      other: add(product([a.N, a.K, zero_points ? 2n : 1n]), bias ? size(Y) : 0n)
    }),
    logicalElements: { B: (_, a) => mul(a.N, a.K) },
    roles: { B: "weight", scales: "quantization", zero_points: "quantization", g_idx: "constant", bias: "weight" },
    examples: []
  }),
  operator({
    name: "MatMulBnb4",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulBnb4"),
    doc: "A matrix product with a weight packed to 4 bits by a table. MACs: |Y| \xB7 K; other: one product with the scale per weight element.",
    inputs: ["A", "B", "absmax"],
    outputs: ["Y"],
    attributes: {
      K: required(int()),
      N: required(int()),
      block_size: required(int()),
      quant_type: required(int()),
      training_mode: int(0n),
      transB: int(1n)
    },
    // With transB 0 the stored weight serves the backward pass: A has N columns and the result K.
    shape: ({ A }, a) => ({ Y: a.transB === 0n ? packedShape(A, a, a.N, a.K) : packedShape(A, a) }),
    work: (_, { Y }, a) => ({ macs: mul(size(Y), a.transB === 0n ? a.N : a.K), other: mul(a.N, a.K) }),
    logicalElements: { B: (_, a) => mul(a.N, a.K) },
    roles: { B: "weight", absmax: "quantization" },
    examples: []
  }),
  operator({
    name: "MatMulNBitsMlp",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulNBitsMlp"),
    doc: "Two products of one input with packed weights, `activation(gate) \xB7 up`, and the normalization before them. MACs: 2 \xB7 rows \xB7 K \xB7 N; other: one product with the scale per weight element, one addition per result with a bias, the activation and a product per output element; 4 per input element and 4 per row to normalize, one more to add a skipped input.",
    inputs: ["A", "skip?", "norm_scale?", "gate_B", "gate_scales", "gate_bias?", "up_B", "up_scales", "up_bias?"],
    outputs: ["Y", "input_skip_bias_sum?"],
    attributes: { ...packedProduct, N: required(int()), activation: required(string()), epsilon: float() },
    shape: ({ A }, a) => ({ Y: packedShape(A, a), input_skip_bias_sum: A.shape }),
    work: ({ A, skip, norm_scale, gate_bias, up_bias }, { Y }, a) => ({
      macs: product([2n, size(Y), a.K]),
      other: sum([
        product([2n, a.N, a.K]),
        mul(size(Y), 1n + (gate_bias ? 1n : 0n) + (up_bias ? 1n : 0n)),
        gating(a.activation, size(Y)),
        normalizingBefore(A, skip, norm_scale)
      ])
    }),
    logicalElements: { gate_B: (_, a) => mul(a.N, a.K), up_B: (_, a) => mul(a.N, a.K) },
    roles: {
      norm_scale: "weight",
      gate_B: "weight",
      gate_scales: "quantization",
      gate_bias: "weight",
      up_B: "weight",
      up_scales: "quantization",
      up_bias: "weight"
    },
    examples: []
  }),
  operator({
    name: "MatMulNBitsQkv",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulNBitsQkv"),
    doc: "A normalization and the three packed products of queries, keys and values. MACs: rows \xB7 K \xB7 (Nq + 2\xB7Nkv); other: one product with the scale per weight element, one addition per result with a bias; 4 per input element and 4 per row to normalize, one more to add a skipped input.",
    inputs: [
      "A",
      "skip?",
      "norm_scale",
      "q_B",
      "q_scales",
      "q_bias?",
      "k_B",
      "k_scales",
      "k_bias?",
      "v_B",
      "v_scales",
      "v_bias?"
    ],
    outputs: ["Q", "K", "V", "input_skip_bias_sum?"],
    attributes: { ...packedProduct, Nq: required(int()), Nkv: required(int()), epsilon: float() },
    shape: ({ A }, a) => {
      const keys = packedShape(A, { K: a.K, N: a.Nkv });
      return { Q: packedShape(A, { K: a.K, N: a.Nq }), K: keys, V: keys, input_skip_bias_sum: A.shape };
    },
    work: ({ A, skip, norm_scale, q_bias, k_bias, v_bias }, { Q, K, V }, a) => ({
      macs: mul(sum([size(Q), size(K), size(V)]), a.K),
      other: sum([
        mul(a.Nq + 2n * a.Nkv, a.K),
        q_bias ? size(Q) : 0n,
        k_bias ? size(K) : 0n,
        v_bias ? size(V) : 0n,
        normalizingBefore(A, skip, norm_scale)
      ])
    }),
    logicalElements: { q_B: (_, a) => a.Nq * a.K, k_B: (_, a) => a.Nkv * a.K, v_B: (_, a) => a.Nkv * a.K },
    roles: {
      norm_scale: "weight",
      q_B: "weight",
      q_scales: "quantization",
      q_bias: "weight",
      k_B: "weight",
      k_scales: "quantization",
      k_bias: "weight",
      v_B: "weight",
      v_scales: "quantization",
      v_bias: "weight"
    },
    examples: []
  }),
  operator({
    name: "MatMulFpQ4",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulFpQ4"),
    doc: "A matrix product with a weight packed to 4 bits in one run of bytes, whose shape `[K, N]` comes as an input. MACs: |Y| \xB7 K; other: one product with the scale per weight element, a difference too where blocks have an offset (type 1).",
    inputs: ["A", "B", "B_shape"],
    outputs: ["Y"],
    attributes: { blk_quant_type: int(1n) },
    shape: ({ A, B_shape }) => {
      const [K = 0n, N = 0n] = B_shape.dims();
      return { Y: columnsTo(A, K, N) };
    },
    work: ({ B_shape }, { Y }, a) => {
      const [K = 0n, N = 0n] = B_shape.dims();
      return { macs: mul(size(Y), K), other: product([K, N, a.blk_quant_type === 1n ? 2n : 1n]) };
    },
    logicalElements: { B: ({ B_shape }) => product(B_shape.dims()) },
    roles: { B: "weight", B_shape: "constant" },
    examples: []
  }),
  operator({
    name: "MatMulBlockQuantizedFp4Weight",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulBlockQuantizedFp4Weight"),
    doc: "A matrix product with a weight of 4-bit floats, two to a byte `[N, K / 2]`. MACs: |Y| \xB7 K; other: two products with scales per weight element; one addition per output element with a bias.",
    inputs: ["A", "B", "weight_scale", "weight_scale_2", "input_scale?", "bias?"],
    outputs: ["Y"],
    attributes: { block_size: int(16n) },
    shape: ({ A, B }) => ({ Y: columnsTo(A, mul(B.dim(1), 2n), B.dim(0)) }),
    work: ({ A, B, bias }, { Y }) => ({
      macs: mul(size(Y), A.dim(-1)),
      other: add(mul(size(B), 4n), bias ? size(Y) : 0n)
    }),
    logicalElements: { B: ({ B }) => mul(size(B), 2n) },
    roles: {
      B: "weight",
      weight_scale: "quantization",
      weight_scale_2: "quantization",
      input_scale: "quantization",
      bias: "weight"
    },
    examples: []
  }),
  operator({
    name: "MatMulBlockQuantizedFp8Weight",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MatMulBlockQuantizedFp8Weight"),
    doc: "A matrix product with a weight of 8-bit floats `[N, K]`. MACs: |Y| \xB7 K; other: one product with the scale per weight element; one addition per output element with a bias; 2 per input element that is scaled to 8 bits and back.",
    inputs: ["A", "B", "b_scale", "a_scale?", "bias?"],
    outputs: ["Y"],
    attributes: { block_size: int(128n) },
    shape: ({ A, B }) => ({ Y: columnsTo(A, B.dim(1), B.dim(0)) }),
    work: ({ A, B, a_scale, bias }, { Y }) => ({
      macs: mul(size(Y), A.dim(-1)),
      other: sum([size(B), bias ? size(Y) : 0n, a_scale ? mul(size(A), 2n) : 0n])
    }),
    roles: { B: "weight", b_scale: "quantization", a_scale: "quantization", bias: "weight" },
    examples: []
  }),
  operator({
    name: "GatherBlockQuantized",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GatherBlockQuantized"),
    doc: "Rows of a table that is quantized in blocks, as reals. Bytes hold 8 / bits elements along the last axis. One product with the scale per output element, a difference too with a zero point.",
    inputs: ["data", "indices", "scales", "zero_points?"],
    outputs: ["output"],
    attributes: { bits: int(4n), block_size: int(128n), gather_axis: int(0n), quantize_axis: int(1n) },
    dtype: { output: "scales" },
    shape: ({ data, indices }, a) => {
      const logical = [...data.shape.slice(0, -1), mul(data.dim(-1), perByte(data, a.bits))];
      const along = axisOf(a.gather_axis, data.rank);
      return { output: [...logical.slice(0, along), ...indices.shape, ...logical.slice(along + 1)] };
    },
    work: ({ zero_points }, { output }) => ({ macs: 0n, other: mul(size(output), zero_points ? 2n : 1n) }),
    logicalElements: { data: ({ data }, a) => mul(size(data), perByte(data, a.bits)) },
    reads: { data: ({ data }, { output }, a) => floorDiv(size(output), perByte(data, a.bits)) },
    roles: { data: "weight", indices: "constant", scales: "quantization", zero_points: "quantization" },
    examples: []
  })
];
function columnsTo(A, K, N) {
  if (A.rank === 0) throw new Mismatch(`\`${A.name}\` is a scalar`);
  assertEqual(A.dim(-1), K, (x, k) => `\`${A.name}\` has ${x} columns; ${k} expected`);
  return [...A.shape.slice(0, -1), N];
}
function perByte(data, bits2) {
  if (data.dtype !== "uint8" && data.dtype !== "int8") return 1n;
  return bits2 === 2n || bits2 === 4n || bits2 === 8n ? 8n / bits2 : unknown(`bits is ${bits2}; 2, 4 or 8 expected`);
}
function normalizingBefore(A, skip, scale) {
  if (scale === void 0) return 0n;
  return add(rmsNormalizing(size(A), product(A.shape.slice(0, -1)), 1n), skip ? size(A) : 0n);
}
function gating(name, elements) {
  const cost = gates.get(name.toLowerCase());
  return cost === void 0 ? unknown(`what the activation ${name} costs is not known`) : mul(elements, cost);
}
var gates = /* @__PURE__ */ new Map([
  ["relu", 1n],
  ["sigmoid", 1n],
  ["silu", 2n],
  ["swish", 2n],
  ["gelu", 5n]
]);

// src/operators/ml.ts
var domain3 = "ai.onnx.ml";
var source2 = mlPage;
function mlPage(name) {
  return `https://onnx.ai/onnx/operators/onnx_aionnxml_${name}.html`;
}
var attributesOnly = "Its numbers are attributes, which no count of parameters or bytes holds.";
var transforms = ["NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO", "PROBIT"];
var transformCosts = /* @__PURE__ */ new Map([
  ["NONE", 0n],
  ["SOFTMAX", 5n],
  ["LOGISTIC", 1n],
  ["SOFTMAX_ZERO", 5n],
  ["PROBIT", 4n]
]);
function transformed2(scores2, transform) {
  const cost = transformCosts.get(transform);
  if (cost === void 0) throw new Mismatch(`there is no post transform \`${transform}\``);
  return mul(scores2, cost);
}
function rows2(X) {
  return X.rank > 1 ? X.dim(0) : 1n;
}
function classes({ text: text3, integers: integers2 }) {
  const count2 = (text3 ?? []).length || (integers2 ?? []).length;
  if (count2 === 0) throw new Mismatch("it has no class labels; integers or strings expected");
  return BigInt(count2);
}
function labelType({ text: text3 }) {
  return (text3 ?? []).length > 0 ? "string" : "int64";
}
function mapType(X) {
  const { fact } = X;
  return fact.kind === "map" && fact.value.kind === "tensor" ? fact.value.dtype : null;
}
function encodedType(a) {
  if (a.values_strings !== void 0) return "string";
  if (a.values_int64s !== void 0) return "int64";
  return a.values_floats !== void 0 ? "float32" : null;
}
var swapped2 = (X) => X.dtype === null ? null : X.dtype === "string" ? "int64" : "string";
var ml = [
  operator({
    domain: domain3,
    name: "Scaler",
    revisions: [1],
    source: source2("Scaler"),
    doc: `Subtracts an offset and multiplies by a scale: two operations per element. ${attributesOnly}`,
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { offset: floats(), scale: floats() },
    dtype: { Y: "float32" },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(mul(size(X), 2n)),
    memory: "inplace",
    trained: ["offset", "scale"],
    examples: []
  }),
  operator({
    domain: domain3,
    name: "Normalizer",
    revisions: [1],
    source: source2("Normalizer"),
    doc: "Divides every row by its largest magnitude, its 1-norm or its 2-norm: magnitude or square, comparison or sum, and quotient, 3 operations per element; with the 2-norm a root per row.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { norm: string("MAX") },
    dtype: { Y: "float32" },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, { norm }) => other(add(mul(size(X), 3n), norm === "L2" ? rows2(X) : 0n)),
    memory: "inplace",
    examples: []
  }),
  operator({
    domain: domain3,
    name: "ArrayFeatureExtractor",
    revisions: [1],
    source: source2("ArrayFeatureExtractor"),
    doc: "The elements along the last axis that the indices name; a vector is one row.",
    inputs: ["X", "Y"],
    outputs: ["Z"],
    shape: ({ X, Y }) => ({ Z: [...X.rank > 1 ? X.shape.slice(0, -1) : [1n], size(Y)] }),
    work: free,
    roles: { X: "carried", Y: "constant" },
    examples: []
  }),
  operator({
    domain: domain3,
    name: "Binarizer",
    revisions: [1],
    source: source2("Binarizer"),
    doc: "1 where an element is above the threshold, 0 elsewhere: one comparison per element.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { threshold: float(0) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(size(X)),
    memory: "inplace",
    examples: []
  }),
  operator({
    domain: domain3,
    name: "Imputer",
    revisions: [1],
    source: source2("Imputer"),
    doc: "Replaces the elements that equal a given value: one comparison per element.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      imputed_value_floats: floats(),
      imputed_value_int64s: ints(),
      replaced_value_float: float(0),
      replaced_value_int64: int(0n)
    },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(size(X)),
    memory: "inplace",
    examples: []
  }),
  operator({
    domain: domain3,
    name: "LabelEncoder",
    revisions: [1],
    source: source2("LabelEncoder"),
    doc: "Looks every element up in a list of classes: text to its place, or a place to its text.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { classes_strings: strings(), default_int64: int(-1n), default_string: string("_Unused") },
    dtype: ({ X }) => ({ Y: swapped2(X) }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    examples: []
  }),
  operator({
    domain: domain3,
    name: "LabelEncoder",
    revisions: [2, 4],
    source: source2("LabelEncoder"),
    doc: "Looks every element up in a list of keys and gives the value at its place.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      default_float: float(0),
      default_int64: int(-1n),
      default_string: string("_Unused"),
      default_tensor: tensor(),
      keys_floats: floats(),
      keys_int64s: ints(),
      keys_strings: strings(),
      keys_tensor: tensor(),
      values_floats: floats(),
      values_int64s: ints(),
      values_strings: strings(),
      values_tensor: tensor()
    },
    dtype: (_, a) => ({ Y: a.values_tensor?.dtype ?? encodedType(a) }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    examples: []
  }),
  operator({
    domain: domain3,
    name: "OneHotEncoder",
    revisions: [1],
    source: source2("OneHotEncoder"),
    doc: "A vector of zeros with a one at the category of each element, along a new last axis.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { cats_int64s: ints(), cats_strings: strings(), zeros: int(1n) },
    dtype: { Y: "float32" },
    shape: ({ X }, a) => ({ Y: [...X.shape, classes({ text: a.cats_strings, integers: a.cats_int64s })] }),
    work: free,
    examples: []
  }),
  operator({
    domain: domain3,
    name: "FeatureVectorizer",
    revisions: [1],
    source: source2("FeatureVectorizer"),
    doc: "Puts the features of all inputs side by side; a vector is one row.",
    inputs: ["...X"],
    outputs: ["Y"],
    attributes: { inputdimensions: ints() },
    dtype: { Y: "float32" },
    shape: ({ X }, { inputdimensions }) => {
      const [first] = X;
      if (first === void 0) throw new Mismatch("it has no inputs; at least 1 expected");
      const widths = inputdimensions ?? X.map((x) => x.rank > 1 ? product(x.shape.slice(1)) : x.dim(0));
      return { Y: [rows2(first), sum(widths)] };
    },
    work: free,
    examples: []
  }),
  operator({
    domain: domain3,
    name: "ZipMap",
    revisions: [1],
    source: source2("ZipMap"),
    doc: "A sequence of dictionaries, one a row, from class labels to the numbers of the row.",
    inputs: ["X"],
    outputs: ["Z"],
    attributes: { classlabels_int64s: ints(), classlabels_strings: strings() },
    facts: ({ X }, a) => ({
      Z: {
        kind: "sequence",
        length: rows2(X),
        element: {
          kind: "map",
          key: labelType({ text: a.classlabels_strings }),
          value: { kind: "tensor", dtype: X.dtype, shape: [] }
        }
      }
    }),
    shape: () => ({ Z: unknown("it is no tensor") }),
    work: free,
    examples: []
  }),
  operator({
    domain: domain3,
    name: "DictVectorizer",
    revisions: [1],
    source: source2("DictVectorizer"),
    doc: "A row of the values a dictionary has for each word of a vocabulary.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { int64_vocabulary: ints(), string_vocabulary: strings() },
    dtype: ({ X }) => ({ Y: mapType(X) }),
    shape: (_, a) => ({ Y: [1n, classes({ text: a.string_vocabulary, integers: a.int64_vocabulary })] }),
    work: free,
    examples: []
  }),
  operator({
    domain: domain3,
    name: "CastMap",
    revisions: [1],
    source: source2("CastMap"),
    doc: "The values of a dictionary in the order of their keys; how many the data decides, unless the form is sparse.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { cast_to: string("TO_FLOAT"), map_form: string("DENSE"), max_map: int(1n) },
    dtype: (_, { cast_to }) => ({ Y: castTypes.get(cast_to) ?? null }),
    shape: (_, { map_form, max_map }, call) => ({
      Y: [1n, map_form === "SPARSE" ? max_map : unknown(`\`${call.label}\`: the data decides how many keys there are`)]
    }),
    work: free,
    examples: []
  }),
  operator({
    domain: domain3,
    name: "CategoryMapper",
    revisions: [1],
    source: source2("CategoryMapper"),
    doc: "Text to the number of its category, or a number to its text.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      cats_int64s: ints(),
      cats_strings: strings(),
      default_int64: int(-1n),
      default_string: string("_Unused")
    },
    dtype: ({ X }) => ({ Y: swapped2(X) }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    examples: []
  })
];
var castTypes = /* @__PURE__ */ new Map([
  ["TO_FLOAT", "float32"],
  ["TO_STRING", "string"],
  ["TO_INT64", "int64"]
]);

// src/operators/ml-models.ts
var domain4 = "ai.onnx.ml";
function classified(X, labels, columns = classes(labels)) {
  return { Y: [rows2(X)], Z: [rows2(X), columns] };
}
function linear(X, coefficients, intercepts) {
  return mul(rows2(X), BigInt(2 * (coefficients ?? []).length + (intercepts ?? []).length));
}
var kernels = /* @__PURE__ */ new Map([
  ["LINEAR", { number: 2n, vector: 0n }],
  ["POLY", { number: 2n, vector: 3n }],
  ["RBF", { number: 3n, vector: 2n }],
  ["SIGMOID", { number: 2n, vector: 3n }]
]);
var kernelsDoc = "The kernel takes per number of a support vector a product and a sum (RBF: and a difference), and per vector POLY and SIGMOID 3 operations, RBF 2; then come a product and a sum per coefficient, an addition per rho, and the post transform.";
function support(X, a, vectors) {
  const kernel = kernels.get(a.kernel_type);
  if (kernel === void 0) throw new Mismatch(`there is no kernel \`${a.kernel_type}\``);
  const numbers = BigInt((a.support_vectors ?? []).length);
  const mixing = BigInt(2 * (a.coefficients ?? []).length + (a.rho ?? []).length);
  return mul(rows2(X), kernel.number * numbers + kernel.vector * vectors + mixing);
}
var total3 = (counts2) => counts2.reduce((all, n) => all + n, 0n);
var mlModels = [
  operator({
    domain: domain4,
    name: "LinearClassifier",
    revisions: [1],
    source: mlPage("LinearClassifier"),
    doc: `A linear score for each class and the best class of each row: per row a product and a sum per coefficient, an addition per intercept, the post transform, and a comparison per score. ${attributesOnly}`,
    inputs: ["X"],
    outputs: ["Y", "Z"],
    attributes: {
      classlabels_ints: ints(),
      classlabels_strings: strings(),
      coefficients: required(floats()),
      intercepts: floats(),
      multi_class: int(0n),
      post_transform: string("NONE")
    },
    dtype: (_, a) => ({ Y: labelType({ text: a.classlabels_strings }), Z: "float32" }),
    shape: ({ X }, a) => classified(X, { text: a.classlabels_strings, integers: a.classlabels_ints }),
    work: ({ X }, { Z }, a) => other(sum([linear(X, a.coefficients, a.intercepts), transformed2(size(Z), a.post_transform), size(Z)])),
    trained: ["coefficients", "intercepts"],
    examples: []
  }),
  operator({
    domain: domain4,
    name: "LinearRegressor",
    revisions: [1],
    source: mlPage("LinearRegressor"),
    doc: `A linear function for each target: per row a product and a sum per coefficient, an addition per intercept, and the post transform. ${attributesOnly}`,
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { coefficients: floats(), intercepts: floats(), post_transform: string("NONE"), targets: int(1n) },
    dtype: { Y: "float32" },
    shape: ({ X }, { targets }) => ({ Y: [rows2(X), targets] }),
    work: ({ X }, { Y }, a) => other(add(linear(X, a.coefficients, a.intercepts), transformed2(size(Y), a.post_transform))),
    trained: ["coefficients", "intercepts"],
    examples: []
  }),
  operator({
    domain: domain4,
    name: "SVMClassifier",
    revisions: [1],
    source: mlPage("SVMClassifier"),
    doc: `Scores and classes by support vectors. ${kernelsDoc} Votes and best class take a comparison per score; coupling pairs to probabilities is not counted. Without probabilities runtimes give one score for each pair of more than two classes. ${attributesOnly}`,
    inputs: ["X"],
    outputs: ["Y", "Z"],
    attributes: {
      classlabels_ints: ints(),
      classlabels_strings: strings(),
      coefficients: floats(),
      kernel_params: floats(),
      kernel_type: string("LINEAR"),
      post_transform: string("NONE"),
      prob_a: floats(),
      prob_b: floats(),
      rho: floats(),
      support_vectors: floats(),
      vectors_per_class: ints()
    },
    dtype: (_, a) => ({ Y: labelType({ text: a.classlabels_strings }), Z: "float32" }),
    shape: ({ X }, a) => {
      const labels = { text: a.classlabels_strings, integers: a.classlabels_ints };
      const n = classes(labels);
      return classified(X, labels, (a.prob_a ?? []).length > 0 || n === 2n ? n : n * (n - 1n) / 2n);
    },
    work: ({ X }, { Z }, a) => other(sum([support(X, a, total3(a.vectors_per_class ?? [])), transformed2(size(Z), a.post_transform), size(Z)])),
    trained: ["coefficients", "prob_a", "prob_b", "rho", "support_vectors"],
    examples: []
  }),
  operator({
    domain: domain4,
    name: "SVMRegressor",
    revisions: [1],
    source: mlPage("SVMRegressor"),
    doc: `One number a row by support vectors. ${kernelsDoc} ${attributesOnly}`,
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      coefficients: floats(),
      kernel_params: floats(),
      kernel_type: string("LINEAR"),
      n_supports: int(0n),
      one_class: int(0n),
      post_transform: string("NONE"),
      rho: floats(),
      support_vectors: floats()
    },
    dtype: { Y: "float32" },
    shape: ({ X }) => ({ Y: [rows2(X), 1n] }),
    work: ({ X }, { Y }, a) => other(add(support(X, a, a.n_supports), transformed2(size(Y), a.post_transform))),
    trained: ["coefficients", "rho", "support_vectors"],
    examples: []
  })
];

// src/operators/nchwc.ts
var domain5 = "com.microsoft.nchwc";
var source3 = "https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/nchwc_schema_defs.cc";
var windowing3 = {
  auto_pad: string("NOTSET"),
  ceil_mode: int(0n),
  count_include_pad: int(0n),
  dilations: ints(),
  kernel_shape: required(ints()),
  pads: ints(),
  storage_order: int(0n),
  strides: ints()
};
function channelsFirst3(X, last) {
  assertRank(X, 4);
  return last === 0n ? X.shape : [X.dim(0), X.dim(3), X.dim(1), X.dim(2)];
}
function isWhole(channels2) {
  return typeof channels2 === "bigint" && channels2 % 16n === 0n;
}
var nchwc = [
  ...["MaxPool", "AveragePool"].map(
    (name) => operator({
      name,
      domain: domain5,
      revisions: [1],
      source: source3,
      doc: `${name} over blocked channels: K operations per output element of windows of K.`,
      inputs: ["X"],
      outputs: ["Y"],
      attributes: windowing3,
      shape: ({ X }, a) => ({ Y: poolShape(X, a) }),
      work: (_, { Y }, a) => other(mul(size(Y), product(a.kernel_shape))),
      examples: []
    })
  ),
  ...["GlobalMaxPool", "GlobalAveragePool"].map(
    (name) => operator({
      name,
      domain: domain5,
      revisions: [1],
      source: source3,
      doc: `${name} over blocked channels: one operation per input element.`,
      inputs: ["X"],
      outputs: ["Y"],
      shape: ({ X }) => ({ Y: globalShape(X) }),
      work: ({ X }) => other(size(X)),
      examples: [{ given: { X: ["n", 8, 6, 6] }, gives: { Y: ["n", 8, 1, 1] }, other: "288*n" }]
      // 8·36
    })
  ),
  operator({
    name: "ReorderInput",
    domain: domain5,
    revisions: [1],
    source: source3,
    doc: "Splits channels into blocks, padding the last. Blocks are of 16 channels at most: a multiple of 16 stays; otherwise the machine that made the file decides, and the extent is unknown here. Moves data; computes nothing.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { channels_last: int(0n) },
    shape: ({ X }, a, call) => {
      const [batch = 1n, channels2 = 1n, height = 1n, width = 1n] = channelsFirst3(X, a.channels_last);
      const padded2 = unknown(`\`${call.label}\`: channels are padded to the block of the machine that made the file`);
      return { Y: [batch, isWhole(channels2) ? channels2 : padded2, height, width] };
    },
    work: free,
    examples: []
  }),
  operator({
    name: "ReorderOutput",
    domain: domain5,
    revisions: [1],
    source: source3,
    doc: "Joins blocks of channels again, without their padding. Moves data; computes nothing.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { channels: required(int()), channels_last: int(0n) },
    shape: ({ X }, a) => {
      assertRank(X, 4);
      const [batch = 1n, , height = 1n, width = 1n] = X.shape;
      return { Y: a.channels_last === 0n ? [batch, a.channels, height, width] : [batch, height, width, a.channels] };
    },
    work: free,
    examples: []
  }),
  operator({
    name: "Upsample",
    domain: domain5,
    revisions: [1],
    source: source3,
    doc: "Enlarges by whole factors over blocked channels: the nearest element is moved, computing nothing; a linear blend of 4 elements takes 4 products and 3 sums.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { coordinate_transformation_mode: string("asymmetric"), mode: string("nearest"), scales: ints() },
    shape: ({ X }, a) => {
      const scales3 = a.scales ?? X.shape.map(() => 1n);
      if (scales3.length !== X.rank) throw new Mismatch(`scales has ${scales3.length} numbers; ${X.rank} expected`);
      return { Y: X.shape.map((d, i) => mul(d, scales3[i] ?? 1n)) };
    },
    work: (_, { Y }, a) => other(a.mode === "nearest" ? 0n : mul(size(Y), 7n)),
    examples: []
  })
];

// src/operators/quantized-layers.ts
var scales2 = {
  X_scale: "quantization",
  X_zero_point: "quantization",
  Y_scale: "quantization",
  Y_zero_point: "quantization"
};
function channelsFirst4(shape) {
  return [...shape.slice(0, 1), ...shape.slice(-1), ...shape.slice(1, -1)];
}
function channelsLast2(shape) {
  return [...shape.slice(0, 1), ...shape.slice(2), ...shape.slice(1, 2)];
}
function inLayout(X, last, rule) {
  if (last === 0n) return rule(X);
  const turned3 = new Operand(X.name, { kind: "tensor", dtype: X.dtype, shape: channelsFirst4(X.shape) });
  return channelsLast2(rule(turned3));
}
var unary2 = [
  { name: "QLinearSigmoid", operations: 1n, what: "a sigmoid" },
  { name: "QLinearLeakyRelu", operations: 2n, what: "a product and a selection" },
  { name: "QLinearSoftmax", operations: 5n, what: "the 5 operations of Softmax" }
];
function joined2(inputs) {
  return inputs.filter((_, i) => i % 3 === 0);
}
var quantizedLayers = [
  ...unary2.map(
    ({ name, operations, what }) => operator({
      name,
      domain: "com.microsoft",
      revisions: [1],
      source: contribPage(name),
      doc: `${name.slice(7)} of integers that stand for reals, per element: 2 operations to dequantize, ${what}, 4 to quantize.`,
      inputs: ["X", "X_scale", "X_zero_point?", "Y_scale", "Y_zero_point?"],
      outputs: ["Y"],
      attributes: { alpha: float(0.01), axis: int(-1n), opset: int() },
      shape: ({ X }) => ({ Y: X.shape }),
      work: ({ X }) => other(mul(size(X), 2n + operations + quantizing)),
      roles: scales2,
      examples: []
    })
  ),
  operator({
    name: "QLinearGlobalAveragePool",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QLinearGlobalAveragePool"),
    doc: "The mean over all of space, of integers: one operation per input element, 4 per output element to quantize.",
    inputs: ["X", "X_scale", "X_zero_point", "Y_scale", "Y_zero_point"],
    outputs: ["Y"],
    attributes: { channels_last: int(0n) },
    shape: ({ X }, a) => ({ Y: inLayout(X, a.channels_last, globalShape) }),
    work: ({ X }, { Y }) => other(add(size(X), mul(size(Y), quantizing))),
    roles: scales2,
    examples: []
  }),
  operator({
    name: "QLinearAveragePool",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QLinearAveragePool"),
    doc: "The mean of each window, of integers: K + 4 operations per output element of windows of K.",
    inputs: ["X", "X_scale", "X_zero_point?", "Y_scale", "Y_zero_point?"],
    outputs: ["Y"],
    attributes: {
      auto_pad: string("NOTSET"),
      ceil_mode: int(0n),
      channels_last: int(0n),
      count_include_pad: int(0n),
      kernel_shape: required(ints()),
      pads: ints(),
      strides: ints()
    },
    shape: ({ X }, a) => ({ Y: inLayout(X, a.channels_last, (x) => poolShape(x, a)) }),
    work: (_, { Y }, a) => other(mul(size(Y), add(product(a.kernel_shape), quantizing))),
    roles: scales2,
    examples: []
  }),
  operator({
    name: "QLinearConcat",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QLinearConcat"),
    doc: "Joins integers that stand for reals by different scales: 2 operations per element to dequantize, 4 to quantize.",
    inputs: ["Y_scale", "Y_zero_point", "...inputs"],
    outputs: ["Y"],
    attributes: { axis: required(int()) },
    dtype: { Y: "Y_zero_point" },
    shape: ({ inputs }, a) => {
      const [first, ...rest] = joined2(inputs);
      if (first === void 0) throw new Mismatch("there is nothing to join");
      const at = axisOf(a.axis, first.rank);
      const along = sum([first, ...rest].map((x) => x.dim(at)));
      return { Y: first.shape.map((d, i) => i === at ? along : d) };
    },
    work: (_, { Y }) => other(mul(size(Y), 2n + quantizing)),
    roles: { Y_scale: "quantization", Y_zero_point: "quantization", inputs: "quantization" },
    examples: []
  })
];

// src/operators/nhwc.ts
var domain6 = "com.ms.internal.nhwc";
var source4 = "https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/internal_nhwc_onnx_schemas.cc";
var own = /* @__PURE__ */ new Map([
  ["AveragePool", true],
  ["BatchNormalization", true],
  ["Conv", true],
  ["ConvTranspose", true],
  ["DepthToSpace", false],
  ["GlobalAveragePool", false],
  ["GlobalLpPool", false],
  ["GlobalMaxPool", false],
  ["GridSample", false],
  ["InstanceNormalization", true],
  ["LRN", false],
  ["LpPool", false],
  ["MaxPool", true],
  ["MaxUnpool", true],
  ["QLinearAveragePool", false],
  ["QLinearConv", false],
  ["SpaceToDepth", false]
]);
function channelsFirst5(shape) {
  if (isUnknown(shape) || shape.length < 3) return shape;
  return [...shape.slice(0, 1), ...shape.slice(-1), ...shape.slice(1, -1)];
}
function channelsLast3(shape) {
  if (isUnknown(shape) || shape.length < 3) return shape;
  return [...shape.slice(0, 1), ...shape.slice(2), ...shape.slice(1, 2)];
}
function turned(x) {
  if (x.fact.kind !== "tensor") return x;
  return new Operand(x.name, { kind: "tensor", dtype: x.dtype, shape: channelsFirst5(x.fact.shape) });
}
function firstTurned(operands) {
  const [name] = Object.keys(operands);
  const x = name === void 0 ? void 0 : operands[name];
  return name !== void 0 && x instanceof Operand ? { ...operands, [name]: turned(x) } : operands;
}
function once(a) {
  return { ...a, channels_last: 0n };
}
function channelsLastOf(entry, activated) {
  const { work: work2, attributes, roles, inputs, outputs, doc } = entry;
  return {
    name: entry.name,
    domain: domain6,
    revisions: entry.revisions,
    source: source4,
    doc: `${doc} Here channels come last.${activated ? " An activation that is fused to it counts what it would on its own." : ""}`,
    inputs,
    outputs,
    attributes: activated ? { ...attributes, activation: string(""), activation_params: floats() } : attributes,
    ...entry.dtype !== void 0 && { dtype: entry.dtype },
    shape: (operands, a, call) => {
      const shapes2 = entry.shape(firstTurned(operands), once(a), call);
      return Object.fromEntries(Object.entries(shapes2).map(([name, shape]) => [name, channelsLast3(shape)]));
    },
    work: work2 === "free" && !activated ? work2 : (operands, results, a, call) => {
      const Y = results[outputs[0]?.name ?? ""];
      const counted4 = work2 === "free" ? { macs: 0n, other: 0n } : work2(firstTurned(operands), firstTurned(results), once(a), call);
      const fused2 = activated && Y instanceof Operand ? activating2(String(a.activation), size(Y)) : 0n;
      return { ...counted4, other: add(counted4.other, fused2) };
    },
    roles,
    reads: {},
    logicalElements: {},
    examples: entry.examples.flatMap((example) => turnedExample(entry, example))
  };
}
function turnedExample(entry, example) {
  const [input = ""] = entry.inputs.map((slot2) => slot2.name);
  const { given: given2 } = example;
  const X = given2[input];
  if (X === void 0 || !hasChannels(X)) return [];
  const gives = Object.entries(example.gives).map(([name, y]) => [name, hasChannels(y) ? lastOf(y) : y]);
  return [{ ...example, given: { ...given2, [input]: lastOf(X) }, gives: Object.fromEntries(gives) }];
}
function hasChannels(x) {
  if (Array.isArray(x)) return x.length > 2 && x.every((d) => typeof d !== "object");
  return "shape" in x && x.shape.length > 2;
}
function lastOf(x) {
  const last = (s) => [...s.slice(0, 1), ...s.slice(2), ...s.slice(1, 2)];
  return "shape" in x ? { ...x, shape: last(x.shape) } : last(x);
}
var families = [convolution, pooling, layout, normalization, samples, quantization, quantizedLayers];
var transposed2 = () => operator({
  name: "QLinearConvTranspose",
  domain: domain6,
  revisions: [1],
  source: source4,
  doc: "A transposed convolution of 8-bit integers, channels last. MACs: |x| \xB7 (M / group) \xB7 K for w `[C, M / group, \u2026K]`; other: per output element an addition of B, and 4 operations to quantize.",
  inputs: ["x", "x_scale", "x_zero_point", "w", "w_scale", "w_zero_point", "y_scale", "y_zero_point", "B?"],
  outputs: ["y"],
  attributes: { ...windowing, output_padding: ints(), output_shape: ints() },
  dtype: { y: "y_zero_point" },
  shape: ({ x, w }, a) => ({ y: channelsLast3(transposedShape(turned(x), w, a)) }),
  work: ({ x, w, B }, { y }) => ({
    macs: product([...x.shape, ...w.shape.slice(1)]),
    other: product([size(y), B === void 0 ? 4n : 5n])
  }),
  roles: {
    x_scale: "quantization",
    x_zero_point: "quantization",
    w: "weight",
    w_scale: "quantization",
    w_zero_point: "quantization",
    y_scale: "quantization",
    y_zero_point: "quantization",
    B: "weight"
  },
  examples: []
});
var resize = () => resampling.filter((o) => o.name === "Resize").map((o) => ({ ...o, domain: domain6, source: source4 }));
var nhwc = () => [
  ...families.flat().filter((o) => own.has(o.name) && (o.domain === "" || o.name === "QLinearAveragePool")).map((o) => channelsLastOf(o, own.get(o.name) === true)),
  ...resize(),
  transposed2()
];

// src/operators/opaque.ts
var compiled = "it holds a network that was compiled for a device: its weights and its work are not in the graph";
var torch = "it runs a function of PyTorch by its name; what that gives and costs is not in the file";
var python = "it runs Python code that is not in the file";
var torchPage = "https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc";
var hidden = [
  {
    name: "EPContext",
    domain: "com.microsoft",
    source: "https://onnxruntime.ai/docs/execution-providers/EP-Context-Design.html",
    doc: "A part of a network that was compiled for one device (QNN, TensorRT, OpenVINO, VitisAI).",
    why: compiled,
    holds: true,
    attributes: { embed_mode: int(1n), main_context: int(1n), partition_name: string("") }
  },
  {
    name: "Snpe",
    domain: "com.microsoft",
    source: contribPage("Snpe"),
    doc: "A network in the format of Qualcomm\u2019s SNPE.",
    why: compiled,
    holds: true
  },
  ...["", "org.pytorch.aten"].map((domain9) => ({
    name: "ATen",
    domain: domain9,
    source: "https://github.com/pytorch/pytorch/blob/main/torch/onnx/__init__.py",
    doc: "A function of PyTorch, called by its name. Only `embedding`, rows of a table, is known, and free.",
    why: torch,
    attributes: { operator: string(""), overload_name: string("") }
  })),
  ...["ATenOp", "ATenOpGrad"].map((name) => ({
    name,
    domain: "com.microsoft",
    source: torchPage,
    doc: "A function of PyTorch, called by its name.",
    why: torch,
    attributes: { name: string("") }
  })),
  ...["PythonOp", "PythonOpGrad"].map((name) => ({
    name,
    domain: "com.microsoft",
    source: torchPage,
    doc: "A `torch.autograd.Function`, called back while the network runs.",
    why: python,
    attributes: { func_name: string(""), name: string("") }
  })),
  {
    name: "TritonOp",
    domain: "com.microsoft",
    source: torchPage,
    doc: "A kernel that is generated from an ONNX graph in a string.",
    why: "it runs a kernel that is generated from a string, which is not followed",
    holds: true
  }
];
function whyOf(call, why) {
  return unknown(`\`${call.label}\`: ${why}`);
}
function isEmbedding(name, a) {
  return name === "ATen" && (a.operator === "embedding" || a.operator === "aten::embedding");
}
function embedded([table, indices]) {
  if (table === void 0 || indices === void 0) throw new Mismatch("an embedding has a table and indices");
  assertRank(table, 2);
  return [...indices.shape, table.dim(1)];
}
var opaque = () => hidden.map(
  ({ name, domain: domain9, source: source7, doc, why, holds, attributes }) => operator({
    name,
    domain: domain9,
    revisions: [1],
    source: source7,
    doc: `${doc} ${name === "ATen" ? "Otherwise shapes" : "Shapes"} and work are unknown${holds === true ? ", and so are the parameters and bytes it holds" : ""}.`,
    inputs: ["...inputs"],
    outputs: ["...outputs"],
    ...attributes !== void 0 && { attributes },
    dtype: ({ inputs }, a, call) => ({
      outputs: call.outputs.map(() => isEmbedding(name, a) ? inputs[0]?.dtype ?? null : null)
    }),
    shape: ({ inputs }, a, call) => ({
      outputs: isEmbedding(name, a) ? [embedded(inputs)] : call.outputs.map(() => whyOf(call, why))
    }),
    work: (_, __, a, call) => isEmbedding(name, a) ? { macs: 0n, other: 0n } : { macs: whyOf(call, why), other: whyOf(call, why) },
    examples: [],
    ...holds === true && { hides: why }
  })
);

// src/operators/optimizers.ts
var from = { domain: "com.microsoft", revisions: [1], source: trainingPage2 };
function elementsOf(x) {
  if (x.fact.kind !== "sequence") throw new Mismatch(`\`${x.name}\` is a ${x.fact.kind}; a sequence expected`);
  const { items } = x.fact;
  if (items === void 0) throw new Undetermined(`what \`${x.name}\` holds is not known item by item`);
  return sum(items.map((fact) => size(new Operand(x.name, fact))));
}
var scalar = (dtype, shape = []) => ({ kind: "tensor", dtype, shape });
var accumulating = "An addition per element.";
var optimizers = () => [
  operator({
    ...from,
    name: "SGDOptimizer",
    doc: "A product and a difference per element.",
    inputs: ["ETA", "W", "G"],
    outputs: ["NW?", "NG?"],
    dtype: { NW: "W", NG: "G" },
    shape: ({ W, G }) => ({ NW: W.shape, NG: G.shape }),
    work: ({ W }) => other(mul(size(W), 2n)),
    roles: { ETA: "constant", W: "weight" },
    examples: []
  }),
  operator({
    ...from,
    name: "SGDOptimizerV2",
    doc: "A product and a difference per element of every weight.",
    inputs: ["lr", "weights", "gradients", "update_signal?"],
    outputs: ["update_completed", "updated_weights?"],
    facts: ({ weights }) => ({ update_completed: scalar("bool"), updated_weights: weights.fact }),
    shape: () => ({ update_completed: [], updated_weights: unknown("it is no tensor") }),
    work: ({ weights }) => other(mul(elementsOf(weights), 2n)),
    roles: { lr: "constant", update_signal: "constant" },
    examples: []
  }),
  operator({
    ...from,
    name: "AdamOptimizer",
    doc: "Moving averages of the gradient (3) and of its square (4), their corrections (2, unless left out), root, small constant and quotient (3), decay of weights (2), product and step (2): 16 operations per element.",
    inputs: [
      "R",
      "T",
      "weights",
      "gradients",
      "moment_1",
      "moment_2",
      "mixed_precision_weights?",
      "loss_scale?",
      "global_gradient_norm?",
      "update_signal?"
    ],
    outputs: [
      "new_T",
      "new_moment_1",
      "new_moment_2",
      "new_weights?",
      "new_gradients?",
      "new_mixed_precision_weights?"
    ],
    attributes: {
      alpha: float(0.9),
      beta: float(0.999),
      do_bias_correction: int(1n),
      epsilon: float(1e-8),
      lambda: float(0),
      max_norm_clip: float(1),
      weight_decay_mode: int(0n)
    },
    dtype: {
      new_T: "T",
      new_moment_1: "moment_1",
      new_moment_2: "moment_2",
      new_weights: "weights",
      new_gradients: "gradients",
      new_mixed_precision_weights: "mixed_precision_weights"
    },
    shape: ({ T, weights: { shape } }) => ({
      new_T: T.shape,
      new_moment_1: shape,
      new_moment_2: shape,
      new_weights: shape,
      new_gradients: shape,
      new_mixed_precision_weights: shape
    }),
    work: ({ weights }, _, a) => other(mul(size(weights), a.do_bias_correction === 0n ? 14n : 16n)),
    roles: { R: "constant", T: "constant", weights: "weight", moment_1: "statistic", moment_2: "statistic" },
    examples: []
  }),
  operator({
    ...from,
    name: "AdamWOptimizer",
    doc: "As AdamOptimizer, of every weight of a sequence: 16 operations per element, 14 where averages are not corrected.",
    inputs: ["lr", "step", "weights", "gradients", "momentums_1", "momentums_2", "update_signal?"],
    outputs: ["updated_flag", "updated_weights?", "updated_momentums_1?", "updated_momentums_2?"],
    attributes: {
      adam_mode: int(0n),
      alpha: float(0.9),
      beta: float(0.999),
      correct_bias: int(1n),
      epsilon: float(1e-8),
      weight_decay: float(0.01)
    },
    facts: ({ step, weights, momentums_1, momentums_2 }) => ({
      updated_flag: scalar("int64", step.shape),
      updated_weights: weights.fact,
      updated_momentums_1: momentums_1.fact,
      updated_momentums_2: momentums_2.fact
    }),
    shape: ({ step }) => {
      const open2 = unknown("it is no tensor");
      return {
        updated_flag: step.shape,
        updated_weights: open2,
        updated_momentums_1: open2,
        updated_momentums_2: open2
      };
    },
    work: ({ weights }, _, a) => other(mul(elementsOf(weights), a.correct_bias === 0n ? 14n : 16n)),
    roles: { lr: "constant", step: "constant", update_signal: "constant" },
    examples: []
  }),
  operator({
    ...from,
    name: "InplaceClipGradNorm",
    doc: "Gradients scaled down to a norm of all of them: square, sum and product, 3 operations per element, a root and a quotient.",
    inputs: ["gradients"],
    outputs: ["clipped_gradients"],
    attributes: { max_norm: float(1), norm_type: string("fro") },
    facts: ({ gradients: gradients2 }) => ({ clipped_gradients: gradients2.fact }),
    shape: () => ({ clipped_gradients: unknown("it is no tensor") }),
    work: ({ gradients: gradients2 }) => other(add(mul(elementsOf(gradients2), 3n), 2n)),
    examples: []
  }),
  operator({
    ...from,
    name: "InPlaceAccumulator",
    doc: accumulating,
    inputs: ["old_sum", "value", "update_signal?"],
    outputs: ["new_sum"],
    shape: ({ old_sum }) => ({ new_sum: old_sum.shape }),
    work: ({ old_sum }) => other(size(old_sum)),
    memory: "inplace",
    examples: []
  }),
  operator({
    ...from,
    name: "InPlaceAccumulatorV2",
    doc: accumulating,
    inputs: ["accumulation_buffer", "value", "overwrite_flag?"],
    outputs: ["updated_flag", "accumulation_buffer_out?"],
    dtype: { updated_flag: "bool" },
    shape: ({ accumulation_buffer }) => ({ updated_flag: [1n], accumulation_buffer_out: accumulation_buffer.shape }),
    work: ({ accumulation_buffer }) => other(size(accumulation_buffer)),
    examples: []
  }),
  operator({
    ...from,
    name: "ZeroGradient",
    doc: "Zeros of the shape of a gradient. Computes nothing.",
    inputs: ["old_gradient", "reset_signal"],
    outputs: ["zero_gradient"],
    shape: ({ old_gradient }) => ({ zero_gradient: old_gradient.shape }),
    work: free,
    examples: []
  })
];

// src/operators/typed.ts
function factOfType(type2, name) {
  switch (type2.kind) {
    case "tensor":
      return { kind: "tensor", dtype: type2.dtype, shape: type2.shape };
    case "sequence":
    case "optional":
      return { kind: type2.kind, element: factOfType(type2.element, name) };
    case "map":
      return { kind: "map", key: type2.key, value: factOfType(type2.value, name) };
    case "opaque":
      return { kind: "opaque", why: `the file gives \`${name}\` a type that is not ONNX's own` };
  }
}

// src/operators/optional.ts
function optionalOf(input, held) {
  if (input?.fact.kind === "optional") return input.fact;
  if (input !== void 0) return { kind: "optional", element: input.fact, present: true };
  const empty = { kind: "opaque", why: "the optional is empty" };
  return { kind: "optional", element: held === void 0 ? empty : factOfType(held, "type"), present: false };
}
function inside(x) {
  return x.fact.kind === "optional" ? x.fact.element : x.fact;
}
var page10 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var optionals = [
  operator({
    name: "Optional",
    revisions: [15, 28],
    source: page10("Optional"),
    doc: "A value that may be missing: its input, or nothing of the type given.",
    inputs: ["input?"],
    outputs: ["output"],
    attributes: { type: type() },
    facts: ({ input }, { type: type2 }) => ({ output: optionalOf(input, type2) }),
    shape: () => ({ output: unknown("it is no tensor") }),
    work: free,
    memory: "view",
    examples: []
  }),
  operator({
    name: "OptionalGetElement",
    revisions: [15, 18, 28],
    source: page10("OptionalGetElement"),
    doc: "The value an optional holds.",
    inputs: ["input"],
    outputs: ["output"],
    facts: ({ input }) => ({ output: inside(input) }),
    shape: () => ({ output: unknown("it is given by facts") }),
    work: free,
    memory: "view",
    examples: []
  }),
  operator({
    name: "OptionalHasElement",
    revisions: [15, 18, 28],
    source: page10("OptionalHasElement"),
    doc: "Whether an optional holds a value: known of an absent input and of a plain value.",
    inputs: ["input?"],
    outputs: ["output"],
    dtype: { output: "bool" },
    shape: () => ({ output: [] }),
    value: ({ input }) => {
      if (input === void 0) return { output: [0n] };
      const { fact } = input;
      if (fact.kind === "optional") return fact.present === void 0 ? {} : { output: [fact.present ? 1n : 0n] };
      return fact.kind === "tensor" || fact.kind === "sequence" ? { output: [1n] } : {};
    },
    work: free,
    examples: []
  })
];

// src/operators/ordered.ts
var quantize2 = quantizing - 1n;
function projections(input, ...weights) {
  return weights.map((w) => {
    assertEqual(input.dim(2), w.dim(0), (x, r) => `\`${input.name}\` has ${x} features, \`${w.name}\` ${r} rows`);
    return w.dim(1);
  });
}
var int8 = (...shape) => ({ shape, dtype: "int8" });
var ordered = [
  operator({
    name: "QuantizeWithOrder",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QuantizeWithOrder"),
    doc: "Reals to 8-bit integers in another order: quotient by the scale, rounding, clamp, 3 operations per element.",
    inputs: ["input", "scale_input"],
    outputs: ["output"],
    attributes: { order_input: required(int()), order_output: required(int()) },
    dtype: { output: "int8" },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(mul(size(input), quantize2)),
    roles: { input: "carried", scale_input: "quantization" },
    examples: []
  }),
  operator({
    name: "DequantizeWithOrder",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("DequantizeWithOrder"),
    doc: "8-bit integers in another order to reals: one product with the scale per element.",
    inputs: ["input", "scale_input"],
    outputs: ["output"],
    attributes: { order_input: required(int()), order_output: required(int()), to: required(int()) },
    dtype: (_, a) => ({ output: dtypeOf(a.to) }),
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(size(input)),
    roles: { input: "carried", scale_input: "quantization" },
    examples: []
  }),
  operator({
    name: "QOrderedGelu",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QOrderedGelu"),
    doc: "Gelu of 8-bit integers: 1 operation to dequantize, 5 of Gelu, 3 to quantize, per element.",
    inputs: ["X", "scale_X", "scale_Y"],
    outputs: ["Y"],
    attributes: { order_X: int(), order_Y: int() },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(mul(size(X), 6n + quantize2)),
    memory: "inplace",
    roles: { scale_X: "quantization", scale_Y: "quantization" },
    examples: [{ given: { X: int8("n", 8), scale_X: [], scale_Y: [] }, gives: { Y: int8("n", 8) }, other: "72*n" }]
    // 8·9
  }),
  operator({
    name: "QOrderedLayerNormalization",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QOrderedLayerNormalization"),
    doc: "LayerNormalization of 8-bit integers: 1 operation per element to dequantize, 5 and one each for scale and bias, 3 to quantize; 5 per row.",
    inputs: ["X", "scale_X", "scale", "B?", "scale_Y"],
    outputs: ["Y"],
    attributes: { axis: int(-1n), epsilon: float(1e-5), order_X: int(1n), order_Y: int(1n) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X, B }, _, a) => other(add(normalizing(size(X), size(rowShape(X, a.axis)), B ? 2n : 1n), mul(size(X), 1n + quantize2))),
    roles: { scale_X: "quantization", scale: "weight", B: "weight", scale_Y: "quantization" },
    examples: []
  }),
  operator({
    name: "QOrderedMatMul",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QOrderedMatMul"),
    doc: "A matrix product of 8-bit integers. MACs: |Y| \xB7 K; other, per output element: 3 to quantize, 1 with a bias, 2 with an added matrix.",
    inputs: ["A", "scale_A", "B", "scale_B", "scale_Y", "bias?", "C?", "scale_C?"],
    outputs: ["Y"],
    attributes: { order_A: required(int()), order_B: required(int()), order_Y: required(int()) },
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B, bias, C }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(A, B).inner),
      other: mul(size(Y), quantize2 + (bias ? 1n : 0n) + (C ? 2n : 0n))
    }),
    roles: {
      scale_A: "quantization",
      B: "weight",
      scale_B: "quantization",
      scale_Y: "quantization",
      bias: "weight",
      scale_C: "quantization"
    },
    examples: []
  }),
  operator({
    name: "QOrderedAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QOrderedAttention"),
    doc: "Attention of 8-bit integers whose three projections have a weight each. MACs: B\xB7S\xB7D\xB7(q + k + v) + B\xB7heads\xB7S\xB7T\xB7(dk + dv); other: a product with the scale, the bias and 3 to quantize per projected element, 3 per output element, and per score 6 for scale and softmax, 1 each for a mask and an added bias.",
    inputs: [
      "input",
      "scale_input",
      "scale_Q_gemm",
      "scale_K_gemm",
      "scale_V_gemm",
      "Q_weight",
      "K_weight",
      "V_weight",
      "scale_Q_weight",
      "scale_K_weight",
      "scale_V_weight",
      "Q_bias",
      "K_bias",
      "V_bias",
      "scale_QKT_gemm?",
      "scale_QKT_softmax?",
      "scale_values_gemm",
      "mask_index?",
      "past?",
      "attention_bias?"
    ],
    outputs: ["output"],
    attributes: {
      num_heads: required(int()),
      order_input: required(int()),
      order_output: required(int()),
      order_weight: required(int()),
      qkv_hidden_sizes: ints(),
      unidirectional: int(0n)
    },
    shape: ({ input, V_weight }) => {
      assertRank(input, 3);
      return { output: [...input.shape.slice(0, 2), V_weight.dim(1)] };
    },
    work: (x, { output }, a) => {
      const { input, past } = x;
      const [q = 0n, k = 0n, v = 0n] = projections(input, x.Q_weight, x.K_weight, x.V_weight);
      const [batch, queries] = [input.dim(0), input.dim(1)];
      const keys = past === void 0 ? queries : add(past.dim(3), queries);
      const each = { keySize: floorDiv(k, a.num_heads), valueSize: floorDiv(v, a.num_heads) };
      const sizes3 = { batch, heads: a.num_heads, queries, keys, ...each };
      const core = attentionWork(sizes3, present(x.mask_index, x.attention_bias));
      const rows3 = product([batch, queries, sum([q, k, v])]);
      return {
        macs: add(core.macs, mul(rows3, input.dim(2))),
        other: sum([core.other, mul(rows3, 2n + quantize2), mul(size(output), quantize2)])
      };
    },
    roles: {
      scale_input: "quantization",
      scale_Q_gemm: "quantization",
      scale_K_gemm: "quantization",
      scale_V_gemm: "quantization",
      Q_weight: "weight",
      K_weight: "weight",
      V_weight: "weight",
      scale_Q_weight: "quantization",
      scale_K_weight: "quantization",
      scale_V_weight: "quantization",
      Q_bias: "weight",
      K_bias: "weight",
      V_bias: "weight",
      scale_QKT_gemm: "quantization",
      scale_QKT_softmax: "quantization",
      scale_values_gemm: "quantization",
      mask_index: "constant"
    },
    examples: []
  }),
  operator({
    name: "QOrderedLongformerAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("QOrderedLongformerAttention"),
    doc: "LongformerAttention of 8-bit integers. Which tokens attend on all others the data decides, and with it the work: unknown.",
    inputs: [
      "input",
      "scale_input",
      "weight",
      "scale_weight",
      "bias",
      "scale_bias",
      "scale_qkv_gemm",
      "mask",
      "global_weight",
      "scale_global_weight",
      "global_bias",
      "scale_global_gemm",
      "global",
      "scale_output"
    ],
    outputs: ["output"],
    attributes: {
      num_heads: required(int()),
      order_global_weight: required(int()),
      order_input: required(int()),
      order_output: required(int()),
      order_weight: required(int()),
      window: required(int())
    },
    shape: ({ input }) => ({ output: input.shape }),
    work: (_, __, ___, call) => {
      const why = unknown(`\`${call.label}\`: the data decides which tokens attend on all others`);
      return { macs: why, other: why };
    },
    roles: {
      scale_input: "quantization",
      weight: "weight",
      scale_weight: "quantization",
      bias: "weight",
      scale_bias: "quantization",
      scale_qkv_gemm: "quantization",
      mask: "constant",
      global_weight: "weight",
      scale_global_weight: "quantization",
      global_bias: "weight",
      scale_global_gemm: "quantization",
      global: "constant",
      scale_output: "quantization"
    },
    examples: []
  })
];

// src/operators/packed-tokens.ts
var packedTokens = [
  operator({
    name: "PackedMultiHeadAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("PackedMultiHeadAttention"),
    doc: "MultiHeadAttention over tokens without their padding. MACs: B\xB7heads\xB7S\xB7S\xB7(dk + dv) over the padded length S: how long each sequence is, the data decides. Other: one addition per query, key and value element with a bias; per score 6 for scale and softmax, 1 with an added bias.",
    inputs: ["query", "key?", "value?", "bias?", "token_offset", "cumulative_sequence_length", "attention_bias?"],
    outputs: ["output"],
    attributes: { mask_filter_value: float(), num_heads: required(int()), scale: float() },
    shape: ({ query, value }, a) => ({
      output: [query.dim(0), mul(a.num_heads, packedHeads(query, value, a).valueSize)]
    }),
    work: ({ query, key, value, bias, token_offset, attention_bias }, _, a) => {
      const length = token_offset.dim(1);
      const core = attentionWork(
        {
          batch: token_offset.dim(0),
          heads: a.num_heads,
          queries: length,
          keys: length,
          ...packedHeads(query, value, a)
        },
        present(attention_bias)
      );
      const biased2 = bias === void 0 ? [] : [query, key, value].flatMap((x) => x === void 0 ? [] : [size(x)]);
      return { ...core, other: add(core.other, sum(biased2)) };
    },
    roles: { bias: "weight", token_offset: "constant", cumulative_sequence_length: "constant" },
    examples: []
  }),
  operator({
    name: "RemovePadding",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("RemovePadding"),
    doc: "Leaves out the tokens that are padding. How many are left, the data decides: a symbol with the name of the input `sequence_token_count`.",
    inputs: ["input", "sequence_token_count"],
    outputs: ["output", "token_offset", "cumulated_seq_len", "max_seq_len"],
    dtype: {
      token_offset: "sequence_token_count",
      cumulated_seq_len: "sequence_token_count",
      max_seq_len: "sequence_token_count"
    },
    shape: ({ input, sequence_token_count: counts2 }, _, call) => {
      assertRank(input, 3);
      return {
        output: [tokensOf2(counts2, call), input.dim(2)],
        token_offset: input.shape.slice(0, 2),
        cumulated_seq_len: [add(input.dim(0), 1n)],
        max_seq_len: [1n]
      };
    },
    work: free,
    roles: { sequence_token_count: "constant" },
    examples: []
  }),
  operator({
    name: "RestorePadding",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("RestorePadding"),
    doc: "Puts the padding back that RemovePadding took out.",
    inputs: ["input", "token_offset"],
    outputs: ["output"],
    shape: ({ input, token_offset }) => {
      assertRank(input, 2);
      assertRank(token_offset, 2);
      return { output: [...token_offset.shape, input.dim(1)] };
    },
    work: free,
    roles: { token_offset: "constant" },
    examples: []
  })
];
function packedHeads(query, value, a) {
  if (query.rank === 4) return { keySize: query.dim(3), valueSize: query.dim(3) };
  assertRank(query, 2);
  if (value === void 0) throw new Mismatch("input value is missing, and the query is not packed with it");
  return { keySize: floorDiv(query.dim(1), a.num_heads), valueSize: floorDiv(value.dim(1), a.num_heads) };
}
function tokensOf2(counts2, call) {
  return counts2.value === void 0 ? lengthOf(counts2, call) : sum(counts2.dims());
}

// src/operators/paged-attention.ts
function decoding(x, value, heads, shared3, call) {
  assertRank(x.query, 3);
  const [batch, queries] = [x.query.dim(0), x.query.dim(1)];
  const across = x.key?.rank === 4;
  const [keys, values] = across ? [x.key, value] : [x.past_key, x.past_value];
  if (keys === void 0 || values === void 0) throw new Mismatch("neither cached keys nor a past are given");
  assertRank(keys, 4);
  assertRank(values, 4);
  const [keySize, valueSize] = [keys.dim(3), values.dim(3)];
  const before = across || !shared3 || x.past_sequence_length === void 0 ? keys.dim(2) : lengthOf(x.past_sequence_length, call);
  const seen = across ? before : add(before, queries);
  const kept3 = across || shared3 ? keys.dim(2) : seen;
  return {
    sizes: { batch, heads, queries, keys: seen, keySize, valueSize },
    keyShape: [batch, heads, kept3, keySize],
    valueShape: [batch, heads, kept3, valueSize]
  };
}
function pagedHeads(query, key, a) {
  assertRank(query, 2);
  const keySize = floorDiv(query.dim(1), key === void 0 ? a.num_heads + 2n * a.kv_num_heads : a.num_heads);
  return { keySize, valueSize: a.v_head_size ?? keySize };
}
var pagedAttention = [
  operator({
    name: "DecoderMaskedMultiHeadAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("DecoderMaskedMultiHeadAttention"),
    doc: "Attention of one new token a sequence on a cache, or on the keys of an encoder. MACs: B\xB7heads\xB7T\xB7(dk + dv); other: one addition per query, key and value element with a bias, and per score 6 for scale and softmax, 1 each for a mask and an added bias. With `past_present_share_buffer` the keys before the new one are the value of `past_sequence_length`, where that is not known a symbol of its name.",
    inputs: [
      "query",
      "key?",
      "value?",
      "mask_index?",
      "attention_bias?",
      "past_key?",
      "past_value?",
      "past_sequence_length?",
      "beam_width?",
      "cache_indirection?",
      "bias?"
    ],
    outputs: ["output", "present_key?", "present_value?", "qk?"],
    attributes: {
      mask_filter_value: float(),
      num_heads: required(int()),
      output_qk: int(0n),
      past_present_share_buffer: int(0n),
      scale: float()
    },
    dtype: { qk: "query" },
    shape: (x, a, call) => {
      const {
        sizes: s,
        keyShape,
        valueShape
      } = decoding(x, x.value, a.num_heads, a.past_present_share_buffer !== 0n, call);
      return {
        output: [s.batch, s.queries, mul(s.heads, s.valueSize)],
        present_key: keyShape,
        present_value: valueShape,
        qk: [s.batch, s.heads, s.queries, s.keys]
      };
    },
    work: (x, _, a, call) => {
      const { sizes: s } = decoding(x, x.value, a.num_heads, a.past_present_share_buffer !== 0n, call);
      const core = attentionWork(s, present(x.mask_index, x.attention_bias));
      const across = x.key?.rank === 4;
      const biased2 = [x.query, ...across ? [] : [x.key, x.value]].map((t) => t === void 0 ? 0n : size(t));
      return { ...core, other: x.bias ? biased2.reduce(add, core.other) : core.other };
    },
    roles: {
      mask_index: "constant",
      past_sequence_length: "constant",
      beam_width: "constant",
      cache_indirection: "constant",
      bias: "weight"
    },
    examples: []
  }),
  operator({
    name: "PagedAttention",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("PagedAttention"),
    doc: "Attention of packed tokens on a cache that lies in blocks. Every token is counted with T keys, a symbol with the name of the input `past_seqlens`, which stands for how many a token sees, those before it and with it: the data decides. MACs: tokens\xB7heads\xB7T\xB7(d + dv); other: per score 6, 3 more with a soft cap; 3 per query and key element when they are rotated, 5 when they are normalized.",
    inputs: [
      "query",
      "key?",
      "value?",
      "key_cache",
      "value_cache?",
      "cumulative_sequence_length",
      "past_seqlens",
      "block_table",
      "cos_cache?",
      "sin_cache?",
      "slot_mapping?",
      "head_sink?",
      "q_norm_weight?",
      "k_norm_weight?",
      "k_scale?",
      "v_scale?",
      "attention_metadata?"
    ],
    outputs: ["output", "key_cache_out?", "value_cache_out?"],
    attributes: {
      do_rotary: int(0n),
      is_causal: int(1n),
      k_cache_dtype: string(""),
      k_quant_type: string("NONE"),
      kv_cache_layout: string("SEPARATE"),
      kv_num_heads: required(int()),
      local_window_size: int(-1n),
      num_heads: required(int()),
      qk_norm_epsilon: float(),
      rotary_interleaved: int(0n),
      rotary_offset: int(0n),
      scale: float(),
      softcap: float(0),
      v_cache_dtype: string(""),
      v_head_size: int(),
      v_quant_type: string("NONE")
    },
    dtype: ({ query, key_cache, value_cache }) => ({
      output: query.dtype,
      key_cache_out: key_cache.dtype,
      value_cache_out: (value_cache ?? key_cache).dtype
    }),
    shape: ({ query, key, key_cache, value_cache }, a) => {
      const { valueSize } = pagedHeads(query, key, a);
      return {
        output: [query.dim(0), mul(valueSize, a.num_heads)],
        key_cache_out: key_cache.shape,
        value_cache_out: (value_cache ?? key_cache).shape
      };
    },
    work: ({ query, key, past_seqlens, q_norm_weight }, _, a, call) => {
      const each = pagedHeads(query, key, a);
      const keys = lengthOf(past_seqlens, call);
      const core = attentionWork(
        { batch: 1n, heads: a.num_heads, queries: query.dim(0), keys, ...each },
        a.softcap === 0 ? 0n : 3n
      );
      const made2 = product([query.dim(0), a.num_heads + a.kv_num_heads, each.keySize]);
      const turned3 = (a.do_rotary === 0n ? 0n : 3n) + (q_norm_weight === void 0 ? 0n : 5n);
      return { ...core, other: add(core.other, mul(made2, turned3)) };
    },
    roles: {
      cumulative_sequence_length: "constant",
      past_seqlens: "constant",
      block_table: "constant",
      cos_cache: "constant",
      sin_cache: "constant",
      slot_mapping: "constant",
      head_sink: "weight",
      q_norm_weight: "weight",
      k_norm_weight: "weight",
      k_scale: "quantization",
      v_scale: "quantization",
      attention_metadata: "constant"
    },
    examples: []
  })
];

// src/operators/plugins.ts
var tensorrt = "https://github.com/NVIDIA/TensorRT/tree/main/plugin";
var mmdeploy = "https://github.com/open-mmlab/mmdeploy/blob/main/docs/en/06-custom-ops/tensorrt.md";
var mmcv = "https://github.com/open-mmlab/mmcv/blob/master/docs/en/deployment/mmcv_ops_definition.md";
var trtDomains = ["", "TRT", "trt.plugins"];
var mmDomains = ["mmdeploy", "mmcv"];
function overlaps(call) {
  return other(unknown(`\`${call.label}\`: the data decides how many overlaps are computed`));
}
function kept(scores2, most3) {
  assertRank(scores2, 3, 4);
  if (most3 < 0n) throw new Mismatch(`it keeps ${most3} boxes; at least 0 expected`);
  const batch = scores2.dim(0);
  return { count: [batch, 1n], boxes: [batch, most3, 4n], each: [batch, most3] };
}
var detections = () => trtDomains.flatMap((domain9) => [
  operator({
    name: "EfficientNMS_TRT",
    domain: domain9,
    revisions: [1],
    source: `${tensorrt}/efficientNMSPlugin`,
    doc: "Keeps the boxes of highest score that overlap no better one, padded to `max_output_boxes`. How many overlaps are computed the data decides, so the work is unknown.",
    inputs: ["boxes", "scores", "anchors?"],
    outputs: ["num_detections", "detection_boxes", "detection_scores", "detection_classes"],
    attributes: {
      background_class: int(-1n),
      box_coding: int(0n),
      class_agnostic: int(0n),
      iou_threshold: float(0.5),
      max_output_boxes: required(int()),
      score_activation: int(0n),
      score_threshold: float(0.25)
    },
    dtype: { num_detections: "int32", detection_classes: "int32" },
    shape: ({ scores: scores2 }, { max_output_boxes }) => {
      const { count: count2, boxes, each } = kept(scores2, max_output_boxes);
      return { num_detections: count2, detection_boxes: boxes, detection_scores: each, detection_classes: each };
    },
    work: (_, __, ___, call) => overlaps(call),
    roles: { anchors: "constant" },
    examples: []
  }),
  ...["BatchedNMS_TRT", "BatchedNMSDynamic_TRT"].map(
    (name) => operator({
      name,
      domain: domain9,
      revisions: [1],
      source: `${tensorrt}/batchedNMSPlugin`,
      doc: "Keeps the boxes of highest score that overlap no better one, padded to `keepTopK`. How many overlaps are computed the data decides, so the work is unknown.",
      inputs: ["boxes", "scores"],
      outputs: ["num_detections", "nmsed_boxes", "nmsed_scores", "nmsed_classes"],
      attributes: {
        backgroundLabelId: int(-1n),
        iouThreshold: float(),
        keepTopK: required(int()),
        numClasses: int(),
        scoreThreshold: float(),
        shareLocation: int(1n),
        topK: int()
      },
      dtype: { num_detections: "int32" },
      shape: ({ scores: scores2 }, { keepTopK }) => {
        const { count: count2, boxes, each } = kept(scores2, keepTopK);
        return { num_detections: count2, nmsed_boxes: boxes, nmsed_scores: each, nmsed_classes: each };
      },
      work: (_, __, ___, call) => overlaps(call),
      examples: []
    })
  )
]);
var float8 = () => ["trt", "TRT", ""].flatMap((domain9) => [
  operator({
    name: "TRT_FP8QuantizeLinear",
    domain: domain9,
    revisions: [1],
    source: "https://github.com/NVIDIA/Model-Optimizer/blob/main/modelopt/torch/quantization/export_onnx.py",
    doc: "Quantizes to floats of 8 bits, which exporters declare as bytes: a quotient, a rounding and a clamp, 3 operations per element.",
    inputs: ["x", "y_scale"],
    outputs: ["y"],
    dtype: { y: "uint8" },
    shape: ({ x }) => ({ y: x.shape }),
    work: ({ x }) => other(mul(size(x), quantizing - 1n)),
    roles: { x: "carried", y_scale: "quantization" },
    examples: []
  }),
  operator({
    name: "TRT_FP8DequantizeLinear",
    domain: domain9,
    revisions: [1],
    source: "https://github.com/NVIDIA/Model-Optimizer/blob/main/modelopt/torch/quantization/export_onnx.py",
    doc: "From floats of 8 bits: a product per element.",
    inputs: ["x", "x_scale"],
    outputs: ["y"],
    dtype: { y: "x_scale" },
    shape: ({ x }) => ({ y: x.shape }),
    work: ({ x }) => other(size(x)),
    roles: { x: "carried", x_scale: "quantization" },
    examples: []
  })
]);
function aligned(Y, r, call) {
  return r > 0n ? mul(size(Y), 8n * r * r) : unknown(`\`${call.label}\`: the size of a region decides how many samples it takes`);
}
var regions = { output_height: required(int()), output_width: required(int()), sampling_ratio: int(0n) };
var regionsDoc = "For every region a grid of output cells, each the mean of `sampling_ratio`\xB2 bilinear samples: 8 operations a sample. With ratio 0 the size of a region decides how many there are, so the work is unknown.";
var openmm = () => mmDomains.flatMap((domain9) => [
  ...["MMCVRoiAlign", "MMCVRoIAlign", "MMCVRoIAlignRotated", "RoIAlignRotated"].map(
    (name) => operator({
      name,
      domain: domain9,
      revisions: [1],
      source: domain9 === "mmcv" ? mmcv : mmdeploy,
      doc: regionsDoc,
      inputs: ["input", "rois"],
      outputs: ["feat"],
      attributes: { ...regions, aligned: int(1n), spatial_scale: float(1) },
      shape: ({ input, rois }, a) => {
        assertRank(input, 4);
        assertRank(rois, 2);
        return { feat: [rois.dim(0), input.dim(1), a.output_height, a.output_width] };
      },
      work: (_, { feat }, a, call) => other(aligned(feat, a.sampling_ratio, call)),
      roles: { rois: "constant" },
      examples: []
    })
  ),
  operator({
    name: "MMCVMultiLevelRoiAlign",
    domain: domain9,
    revisions: [1],
    source: mmdeploy,
    doc: `${regionsDoc} Each region is taken from one of the levels.`,
    inputs: ["rois", "...feats"],
    outputs: ["roi_feats"],
    attributes: { ...regions, aligned: int(1n), finest_scale: int(56n), roi_scale_factor: float(-1) },
    dtype: ({ feats }) => ({ roi_feats: feats[0]?.dtype ?? null }),
    shape: ({ rois, feats }, a) => {
      const [first] = feats;
      if (first === void 0) throw new Mismatch("it has no features");
      assertRank(rois, 2);
      assertRank(first, 4);
      return { roi_feats: [rois.dim(0), first.dim(1), a.output_height, a.output_width] };
    },
    work: (_, { roi_feats }, a, call) => other(aligned(roi_feats, a.sampling_ratio, call)),
    roles: { rois: "constant" },
    examples: []
  }),
  ...["TRTBatchedNMS", "TRTBatchedRotatedNMS"].map(
    (name) => operator({
      name,
      domain: domain9,
      revisions: [1],
      source: mmdeploy,
      doc: "Keeps the boxes of highest score that overlap no better one, padded to what it keeps at most (`keepTopK`, or `keep_topk`). How many overlaps are computed the data decides, so the work is unknown.",
      inputs: ["boxes", "scores"],
      outputs: ["dets", "labels", "index?"],
      attributes: { keepTopK: int(), keep_topk: int() },
      dtype: { labels: "int32", index: "int32" },
      shape: ({ boxes, scores: scores2 }, { keepTopK, keep_topk }) => {
        const most3 = keepTopK ?? keep_topk;
        if (most3 === void 0) throw new Mismatch("attribute keepTopK is missing");
        const { each } = kept(scores2, most3);
        return { dets: [...each, add(boxes.dim(-1), 1n)], labels: each, index: each };
      },
      work: (_, __, ___, call) => overlaps(call),
      examples: []
    })
  ),
  operator({
    name: "NMSRotated",
    domain: domain9,
    revisions: [1],
    source: "https://github.com/open-mmlab/mmdeploy/blob/main/docs/en/06-custom-ops/onnxruntime.md",
    doc: "Which of turned boxes overlap no better one. How many, and how many overlaps are computed, the data decides: both are unknown.",
    inputs: ["boxes", "scores"],
    outputs: ["kept"],
    attributes: { iou_threshold: float() },
    dtype: { kept: "int64" },
    shape: (_, __, call) => ({ kept: [unknown(`\`${call.label}\`: the data decides how many boxes are kept`)] }),
    work: (_, __, ___, call) => overlaps(call),
    examples: []
  }),
  operator({
    name: "grid_sampler",
    domain: domain9,
    revisions: [1],
    source: mmdeploy,
    doc: "GridSample by numbers: mode 0 is bilinear, 7 operations per result, mode 1 the nearest, which is free.",
    inputs: ["input", "grid"],
    outputs: ["output"],
    attributes: { align_corners: int(0n), interpolation_mode: int(0n), padding_mode: int(0n) },
    shape: ({ input, grid }) => {
      assertRank(input, 4);
      assertRank(grid, 4);
      return { output: [...input.shape.slice(0, 2), ...grid.shape.slice(1, 3)] };
    },
    work: (_, { output }, { interpolation_mode: mode }) => {
      if (mode !== 0n && mode !== 1n) throw new Mismatch(`interpolation_mode is ${mode}; 0 or 1 expected`);
      return other(mode === 0n ? mul(size(output), 7n) : 0n);
    },
    examples: []
  }),
  ...["cummax", "cummin"].map(
    (name) => operator({
      name,
      domain: domain9,
      revisions: [1],
      source: mmcv,
      doc: "Running extremes along an axis and their places: a comparison per element.",
      inputs: ["input"],
      outputs: ["output", "indices"],
      attributes: { dim: int(0n) },
      dtype: { indices: "int64" },
      shape: ({ input }) => ({ output: input.shape, indices: input.shape }),
      work: ({ input }) => other(size(input)),
      examples: []
    })
  ),
  operator({
    name: "MMCVCornerPool",
    domain: domain9,
    revisions: [1],
    source: mmcv,
    doc: "The largest element from each on towards an edge: a comparison per element.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { mode: int(0n) },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(size(input)),
    examples: []
  })
]);
var plugins = () => [...detections(), ...float8(), ...openmm()];

// src/operators/random.ts
var draws = (_, { output }) => other(size(output));
var distribution = { mean: float(0), scale: float(1), low: float(0), high: float(1), seed: float() };
var randoms = [
  ...["RandomNormal", "RandomUniform"].map(
    (name) => operator({
      name,
      revisions: [1, 22],
      source: `https://onnx.ai/onnx/operators/onnx__${name}.html`,
      doc: "Random numbers in the shape of the attribute; one operation per draw.",
      inputs: [],
      outputs: ["output"],
      attributes: { ...distribution, dtype: int(1n), shape: required(ints()) },
      dtype: (_, { dtype }) => ({ output: dtypeOf(dtype) }),
      shape: (_, { shape }) => ({ output: shape }),
      work: draws,
      examples: []
    })
  ),
  ...["RandomNormalLike", "RandomUniformLike"].map(
    (name) => operator({
      name,
      revisions: [1, 22],
      source: `https://onnx.ai/onnx/operators/onnx__${name}.html`,
      doc: "Random numbers in the shape of the input; one operation per draw.",
      inputs: ["input"],
      outputs: ["output"],
      attributes: { ...distribution, dtype: int() },
      dtype: ({ input }, { dtype }) => ({ output: typed(dtype, input) }),
      shape: ({ input }) => ({ output: input.shape }),
      work: draws,
      roles: { input: "constant" },
      reads: { input: () => 0n },
      examples: []
    })
  ),
  operator({
    name: "Bernoulli",
    revisions: [15, 22],
    source: "https://onnx.ai/onnx/operators/onnx__Bernoulli.html",
    doc: "Draws 0 or 1 with the probabilities of the input; one operation per draw.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { dtype: int(), seed: float() },
    dtype: ({ input }, { dtype }) => ({ output: typed(dtype, input) }),
    shape: ({ input }) => ({ output: input.shape }),
    work: draws,
    examples: []
  }),
  operator({
    name: "Multinomial",
    revisions: [7, 22],
    source: "https://onnx.ai/onnx/operators/onnx__Multinomial.html",
    doc: "Draws `sample_size` classes for every row of log-probabilities; one operation per draw.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { dtype: int(6n), sample_size: int(1n), seed: float() },
    dtype: (_, { dtype }) => ({ output: dtypeOf(dtype) }),
    shape: ({ input }, { sample_size }) => {
      assertRank(input, 2);
      if (sample_size < 0n) throw new Mismatch(`sample_size is ${sample_size}; at least 0 expected`);
      return { output: [input.dim(0), sample_size] };
    },
    work: draws,
    examples: []
  })
];

// src/operators/reduction.ts
var total4 = (xs) => xs.reduce((a, b) => a + b, 0);
var reductions = [
  {
    name: "ReduceSum",
    attribute: [1, 11],
    input: [13],
    doc: "Sums over the axes: |data| additions.",
    each: 1n,
    perResult: 0n,
    fold: { onDims: (xs) => xs.reduce(add, 0n), onNumbers: total4 }
  },
  {
    name: "ReduceMean",
    attribute: [1, 11, 13],
    input: [18],
    doc: "Means over the axes: |data| additions and one division per result.",
    each: 1n,
    perResult: 1n,
    fold: { onDims: mean, onNumbers: (xs) => total4(xs) / xs.length }
  },
  {
    name: "ReduceProd",
    attribute: [1, 11, 13],
    input: [18],
    doc: "Products over the axes: |data| multiplications.",
    each: 1n,
    perResult: 0n,
    fold: { onDims: product, onNumbers: (xs) => xs.reduce((a, b) => a * b, 1) }
  },
  {
    name: "ReduceMax",
    attribute: [1, 11, 12, 13],
    input: [18, 20],
    doc: "The largest over the axes: |data| comparisons.",
    each: 1n,
    perResult: 0n,
    fold: { onDims: (xs) => extreme(xs, max), onNumbers: (xs) => Math.max(...xs) }
  },
  {
    name: "ReduceMin",
    attribute: [1, 11, 12, 13],
    input: [18, 20],
    doc: "The smallest over the axes: |data| comparisons.",
    each: 1n,
    perResult: 0n,
    fold: { onDims: (xs) => extreme(xs, min), onNumbers: (xs) => Math.min(...xs) }
  },
  {
    name: "ReduceL1",
    attribute: [1, 11, 13],
    input: [18],
    doc: "Sums of magnitudes over the axes: a magnitude and an addition per element, 2\xB7|data|.",
    each: 2n,
    perResult: 0n,
    fold: { onNumbers: (xs) => total4(xs.map(Math.abs)) }
  },
  {
    name: "ReduceL2",
    attribute: [1, 11, 13],
    input: [18],
    doc: "Euclidean norms over the axes: a square and an addition per element, a root per result.",
    each: 2n,
    perResult: 1n,
    fold: { onNumbers: (xs) => Math.sqrt(total4(xs.map((x) => x * x))) }
  },
  {
    name: "ReduceSumSquare",
    attribute: [1, 11, 13],
    input: [18],
    doc: "Sums of squares over the axes: a square and an addition per element, 2\xB7|data|.",
    each: 2n,
    perResult: 0n,
    fold: {
      onDims: (xs) => xs.reduce((a, x) => add(a, mul(x, x)), 0n),
      onNumbers: (xs) => total4(xs.map((x) => x * x))
    }
  },
  {
    name: "ReduceLogSum",
    attribute: [1, 11, 13],
    input: [18, 28],
    doc: "Logarithms of sums over the axes: |data| additions and one logarithm per result.",
    each: 1n,
    perResult: 1n,
    fold: { onNumbers: (xs) => Math.log(total4(xs)) }
  },
  {
    name: "ReduceLogSumExp",
    attribute: [1, 11, 13],
    input: [18, 28],
    doc: "Logarithms of sums of exponentials over the axes: an exponential and an addition per element, a logarithm per result.",
    each: 2n,
    perResult: 1n,
    fold: { onNumbers: (xs) => Math.log(total4(xs.map(Math.exp))) }
  }
];
function mean(xs) {
  const sum2 = xs.reduce(add, 0n);
  const n = BigInt(xs.length);
  if (isKnown(sum2)) return n > 0n ? sum2 / n : unknown("the mean of nothing");
  return mod(sum2, n) === 0n ? floorDiv(sum2, n) : unknown("the mean of symbols is no whole number");
}
function extreme(xs, choose) {
  const [first, ...rest] = xs;
  return first === void 0 ? unknown("the extreme of nothing") : rest.reduce(choose, first);
}
function reducedAxes(rank, axes, noop = false) {
  if (axes !== void 0 && axes.length > 0) return axesOf(axes, rank);
  return noop ? [] : Array.from({ length: rank }, (_, i) => i);
}
function reducedShape(data, axes, keep) {
  return data.shape.flatMap((d, i) => axes.includes(i) ? keep ? [1n] : [] : [d]);
}
function openShape(data, axes, keep) {
  if (!keep) axes.ints();
  return data.shape.map(() => unknown(`the value of \`${axes.name}\` decides, and it is not a constant`));
}
function foldAxes(data, axes, keep, fold) {
  const known5 = block(data);
  if (known5 === void 0) return void 0;
  const kept3 = known5.extents.flatMap((_, i) => axes.includes(i) ? [] : [i]);
  const groups = /* @__PURE__ */ new Map();
  const read3 = filled(known5.extents.map(BigInt), (index) => {
    const key = kept3.map((i) => index[i]).join();
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [elementAt(known5, index)]);
    else group.push(elementAt(known5, index));
    return 0n;
  });
  if (read3 === void 0) return void 0;
  return filled(reducedShape(data, axes, keep), (index) => {
    const key = (keep ? kept3.map((i) => index[i]) : index).join();
    return foldGroup(groups.get(key) ?? [], data.dtype, fold);
  });
}
function foldGroup(group, dtype, fold) {
  if (dtype === null || !(isFloat(dtype) || isInteger(dtype))) return void 0;
  const numbers = group.filter((x) => typeof x === "number");
  if (numbers.length === group.length && group.length > 0) return rounded2(fold.onNumbers(numbers), dtype);
  const dims2 = group.map((x) => typeof x === "number" && Number.isSafeInteger(x) ? BigInt(x) : x);
  const folded3 = dims2.every(isDim) ? fold.onDims?.(dims2) : void 0;
  return folded3 === void 0 ? void 0 : fitting(folded3, dtype);
}
var isDim = (x) => typeof x !== "number" && typeof x !== "string";
function reductionWork(data, reduced2, r, none4) {
  if (none4) return other(0n);
  return other(add(mul(size(data), r.each), r.perResult === 0n ? 0n : mul(size(reduced2), r.perResult)));
}
var source5 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var reduceByAttribute = (r) => operator({
  name: r.name,
  revisions: r.attribute,
  source: source5(r.name),
  doc: r.doc,
  inputs: ["data"],
  outputs: ["reduced"],
  attributes: { axes: ints(), keepdims: int(1n) },
  shape: ({ data }, { axes, keepdims }) => ({
    reduced: reducedShape(data, reducedAxes(data.rank, axes), keepdims !== 0n)
  }),
  value: ({ data }, { axes, keepdims }) => ({
    reduced: foldAxes(data, reducedAxes(data.rank, axes), keepdims !== 0n, r.fold)
  }),
  work: ({ data }, { reduced: reduced2 }) => reductionWork(data, reduced2, r, false),
  roles: { data: "operand" },
  examples: []
});
var reduceByInput = (r) => operator({
  name: r.name,
  revisions: r.input,
  source: source5(r.name),
  doc: `${r.doc} The axes are an input; without any, all are reduced, or none where \`noop_with_empty_axes\` says so.`,
  inputs: ["data", "axes?"],
  outputs: ["reduced"],
  attributes: { keepdims: int(1n), noop_with_empty_axes: int(0n) },
  shape: ({ data, axes }, { keepdims, noop_with_empty_axes }) => {
    if (axes !== void 0 && axes.value === void 0) return { reduced: openShape(data, axes, keepdims !== 0n) };
    return {
      reduced: reducedShape(data, reducedAxes(data.rank, axes?.ints(), noop_with_empty_axes !== 0n), keepdims !== 0n)
    };
  },
  value: ({ data, axes }, { keepdims, noop_with_empty_axes }) => {
    const along = reducedAxes(data.rank, axes?.ints(), noop_with_empty_axes !== 0n);
    if (along.length === 0 && noop_with_empty_axes !== 0n) return { reduced: untouched(r, data) };
    return { reduced: foldAxes(data, along, keepdims !== 0n, r.fold) };
  },
  work: ({ data, axes }, { reduced: reduced2 }, { noop_with_empty_axes }) => reductionWork(data, reduced2, r, noop_with_empty_axes !== 0n && (axes === void 0 || axes.value?.length === 0)),
  roles: { data: "operand", axes: "constant" },
  examples: []
});
function untouched(r, data) {
  return r.each === 1n && r.perResult === 0n ? data.value : void 0;
}
var reduction = [...reductions.flatMap((r) => [reduceByAttribute(r), reduceByInput(r)])];

// src/operators/ranking.ts
var source6 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function argument(data, axis, keep, largest, last) {
  const better = (x, best2) => (largest ? x > best2 : x < best2) || last && x === best2;
  const onNumbers = (xs) => {
    let at = 0;
    xs.forEach((x, i) => {
      if (better(x, xs[at] ?? x)) at = i;
    });
    return at;
  };
  const numbers = data.value?.map((x) => typeof x === "bigint" && isSafe(x) ? Number(x) : x);
  if (numbers === void 0 || data.fact.kind !== "tensor") return void 0;
  const floats3 = new Operand(data.name, { ...data.fact, dtype: "float64", value: numbers });
  return foldAxes(floats3, [axisOf(axis, data.rank)], keep, { onNumbers })?.map((i) => BigInt(Number(i)));
}
var isSafe = (x) => x >= BigInt(Number.MIN_SAFE_INTEGER) && x <= BigInt(Number.MAX_SAFE_INTEGER);
var argumentOf = (name) => operator({
  name,
  revisions: [1, 11, 12, 13],
  source: source6(name),
  doc: `The place of the ${name === "ArgMax" ? "largest" : "smallest"} element along an axis: |data| comparisons.`,
  inputs: ["data"],
  outputs: ["reduced"],
  attributes: { axis: int(0n), keepdims: int(1n), select_last_index: int(0n) },
  dtype: { reduced: "int64" },
  shape: ({ data }, { axis, keepdims }) => ({
    reduced: reducedShape(data, [axisOf(axis, data.rank)], keepdims !== 0n)
  }),
  value: ({ data }, { axis, keepdims, select_last_index }) => ({
    reduced: argument(data, axis, keepdims !== 0n, name === "ArgMax", select_last_index !== 0n)
  }),
  work: ({ data }) => other(size(data)),
  examples: []
});
function best(X, k, axis) {
  const along = axisOf(axis, X.rank);
  const extent2 = X.dim(along);
  if (isKnown(k) && k < 0n) throw new Mismatch(`k is ${k}; at least 0 expected`);
  if (isKnown(k) && isKnown(extent2) && k > extent2) throw new Mismatch(`k is ${k}, the axis has ${extent2}`);
  return X.shape.map((d, i) => i === along ? k : d);
}
var topKDoc = "The k largest (or smallest) along an axis and their places. Counted as one comparison per element, whatever sorting takes.";
function running(x, axis, exclusive, reverse, step, start) {
  const known5 = block(x);
  const { dtype } = x;
  if (known5 === void 0 || dtype === null || !isInteger(dtype)) return void 0;
  const along = axisOf(axis, x.rank);
  const extent2 = known5.extents[along] ?? 0;
  return filled(x.shape, (index) => {
    const at = index[along] ?? 0;
    const from3 = reverse ? exclusive ? at + 1 : at : 0;
    const to = reverse ? extent2 : exclusive ? at : at + 1;
    let sum2 = start;
    for (let i = from3; i < to; i++) {
      const element = elementAt(known5, index.with(along, i));
      if (typeof element === "number" || typeof element === "string") return void 0;
      sum2 = step(sum2, element);
    }
    return fitting(sum2, dtype);
  });
}
var cumulative = (name, revisions) => operator({
  name,
  revisions,
  source: source6(name),
  doc: `Running ${name === "CumSum" ? "sums" : "products"} along an axis, one operation per element.`,
  inputs: ["x", "axis"],
  outputs: ["y"],
  attributes: { exclusive: int(0n), reverse: int(0n) },
  shape: ({ x, axis }) => {
    if (axis.value !== void 0) axisOf(axis.ints()[0] ?? 0n, x.rank);
    return { y: x.shape };
  },
  value: ({ x, axis }, { exclusive, reverse }) => x.value === void 0 ? {} : {
    y: running(
      x,
      axis.ints()[0] ?? 0n,
      exclusive !== 0n,
      reverse !== 0n,
      name === "CumSum" ? add : mul,
      name === "CumSum" ? 0n : 1n
    )
  },
  work: ({ x }) => other(size(x)),
  roles: { axis: "constant" },
  examples: []
});
var ranking = [
  argumentOf("ArgMax"),
  argumentOf("ArgMin"),
  operator({
    name: "TopK",
    revisions: [1],
    source: source6("TopK"),
    doc: topKDoc,
    inputs: ["X"],
    outputs: ["Values", "Indices"],
    attributes: { axis: int(-1n), k: required(int()) },
    dtype: { Values: "X", Indices: "int64" },
    shape: ({ X }, { axis, k }) => {
      const shape = best(X, k, axis);
      return { Values: shape, Indices: shape };
    },
    work: ({ X }) => other(size(X)),
    examples: []
  }),
  operator({
    name: "TopK",
    revisions: [10, 11, 24],
    source: source6("TopK"),
    doc: `${topKDoc} k is an input; where it is not known, neither is the extent.`,
    inputs: ["X", "K"],
    outputs: ["Values", "Indices"],
    attributes: { axis: int(-1n), largest: int(1n), sorted: int(1n) },
    dtype: { Values: "X", Indices: "int64" },
    shape: ({ X, K }, { axis }) => {
      const k = K.value === void 0 ? unknown(`the value of \`${K.name}\` decides, and it is not a constant`) : K.dims()[0];
      const shape = best(X, k ?? unknown("K is empty"), axis);
      return { Values: shape, Indices: shape };
    },
    work: ({ X }) => other(size(X)),
    roles: { K: "constant" },
    examples: []
  }),
  cumulative("CumSum", [11, 14]),
  cumulative("CumProd", [26])
];

// src/operators/relative-position.ts
var relativePosition = [
  operator({
    name: "RelativePositionBias",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("RelativePositionBias"),
    doc: "A bias for each head from a table of distances in bins. 10 operations per pair of positions find its bin (difference, comparison, the logarithm and its scaling, minimum, choice), 3 more in both directions; to look it up is free.",
    inputs: ["bias_table", "query_length", "key_length"],
    outputs: ["output"],
    attributes: { is_bidirectional: int(0n), max_distance: required(int()) },
    shape: ({ bias_table, query_length, key_length }, _, call) => {
      assertRank(bias_table, 2);
      return { output: [1n, bias_table.dim(1), lengthOf(query_length, call), lengthOf(key_length, call)] };
    },
    work: (_, { output }, a) => other(product([output.dim(2), output.dim(3), a.is_bidirectional === 0n ? 10n : 13n])),
    roles: { bias_table: "weight", query_length: "constant", key_length: "constant" },
    examples: []
  }),
  operator({
    name: "GatedRelativePositionBias",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GatedRelativePositionBias"),
    doc: "A relative position bias times a gate that each query computes. MACs: B\xB7heads\xB7S\xB7d\xB7D for the projection to D gates; other: the two biases, D sums and sigmoids and 4 operations on the gates per query and head, one product per score.",
    inputs: ["query_layer", "query_bias", "rel_pos", "weight", "bias", "eco_a", "token_offset?"],
    outputs: ["output"],
    attributes: { num_heads: required(int()) },
    shape: ({ query_layer, token_offset }, a) => {
      const [batch = 1n, length = 1n] = (token_offset ?? query_layer).shape;
      return { output: [batch, a.num_heads, length, length] };
    },
    work: ({ query_layer, weight }, { output }, a) => {
      const queries = product([output.dim(0), a.num_heads, output.dim(2)]);
      const gates2 = weight.dim(1);
      return {
        macs: product([queries, weight.dim(0), gates2]),
        other: sum([size(query_layer), mul(queries, add(mul(gates2, 2n), 4n)), size(output)])
      };
    },
    roles: { query_bias: "weight", weight: "weight", bias: "weight", eco_a: "weight", token_offset: "constant" },
    examples: []
  })
];

// src/operators/reshape.ts
function reshaped(data, asked2, allowzero) {
  if (isUnknown(asked2)) return asked2;
  if (asked2.length > maxRank) throw new Mismatch(`a shape of ${asked2.length} axes is asked for`);
  const from3 = shapeOf(data);
  const wanted2 = asked2.map((d, i) => d === 0n && !allowzero ? copied(from3, i) : d);
  if (wanted2.filter((d) => d === -1n).length > 1)
    throw new Mismatch(`the shape ${formatShape(asked2)} leaves more than one extent open`);
  const bad = wanted2.find((d) => isKnown(d) && d < -1n);
  if (bad !== void 0) throw new Mismatch(`the shape ${formatShape(asked2)} has a negative extent`);
  const open2 = openAxis(wanted2);
  if (open2 < 0) return consistent(from3, wanted2);
  const rest = wanted2.filter((_, i) => i !== open2);
  if (isUnknown(from3)) return wanted2.map((d, i) => i === open2 ? unknown(from3.why) : d);
  return wanted2.map((d, i) => i === open2 ? remaining(from3, rest, asked2) : d);
}
function copied(from3, i) {
  if (isUnknown(from3)) return from3;
  const d = from3[i];
  if (d === void 0) throw new Mismatch(`the shape copies axis ${i} of a tensor with ${from3.length} axes`);
  return d;
}
function openAxis(wanted2) {
  const minus2 = wanted2.indexOf(-1n);
  if (minus2 >= 0) return minus2;
  const first = wanted2.findIndex(isUnknown);
  return first >= 0 && wanted2.findLastIndex(isUnknown) === first ? first : -1;
}
function consistent(from3, wanted2) {
  if (!isUnknown(from3) && equal(product(from3), product(wanted2)) === false)
    throw new Mismatch(`${formatShape(from3)} cannot become ${formatShape(wanted2)}: the number of elements differs`);
  return wanted2;
}
function remaining(from3, rest, asked2) {
  const left2 = [...from3];
  const divisors = rest.filter((d) => {
    const same4 = isUnknown(d) || d === 0n ? -1 : left2.findIndex((x) => keyOf(x) === keyOf(d));
    if (same4 >= 0) left2.splice(same4, 1);
    return same4 < 0;
  });
  const [total6, divisor] = [product(left2), product(divisors)];
  if (isKnown(total6) && isKnown(divisor) && (divisor === 0n || total6 % divisor !== 0n))
    throw new Mismatch(`${formatShape(from3)} cannot become ${formatShape(asked2)}: the number of elements differs`);
  return floorDiv(total6, divisor);
}
function without(shape, axes) {
  for (const axis of axes)
    if (equal(shape[axis] ?? 1n, 1n) === false)
      throw new Mismatch(`axis ${axis} of ${formatShape(shape)} is squeezed, but its extent is not 1`);
  return shape.filter((_, i) => !axes.includes(i));
}
function squeezed(data, axes) {
  if (axes !== void 0) return without(data.shape, axesOf(axes, data.rank));
  return data.shape.filter((d, i) => {
    const one = equal(d, 1n);
    if (one === void 0)
      throw new Undetermined(`whether axis ${i} is dropped depends on whether ${formatDim(d)} is 1`);
    return !one;
  });
}
function openRank(data, axes, sign2) {
  if (axes === void 0 || axes.value !== void 0) return void 0;
  const [count2] = axes.shape;
  const rank = axes.rank === 1 && count2 !== void 0 && isKnown(count2) ? data.rank + sign2 * Number(count2) : -1;
  if (rank < 0 || rank > maxRank) return void 0;
  return Array.from({ length: rank }, () => unknown(`the value of \`${axes.name}\` decides, and it is not a constant`));
}
function unsqueezed(data, axes) {
  const rank = data.rank + axes.length;
  if (rank > maxRank) throw new Mismatch(`${axes.length} axes are inserted`);
  const inserted2 = new Set(axesOf(axes, rank));
  const rest = data.shape.values();
  return Array.from({ length: rank }, (_, i) => inserted2.has(i) ? 1n : rest.next().value ?? 1n);
}
var reshape = [
  operator({
    name: "Reshape",
    revisions: [1],
    source: "https://onnx.ai/onnx/operators/onnx__Reshape.html",
    doc: "The same elements under the shape of the attribute; 0 copies an extent, \u22121 takes what the others leave.",
    inputs: ["data"],
    outputs: ["reshaped"],
    attributes: { shape: ints(), consumed_inputs: ints() },
    shape: ({ data }, { shape }) => ({ reshaped: reshaped(data, shape ?? [], false) }),
    value: ({ data }) => ({ reshaped: data.value }),
    work: free,
    memory: "view",
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Reshape",
    revisions: [5, 13, 14, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Reshape.html",
    doc: "The same elements under another shape: 0 copies an extent (a true zero with `allowzero`), \u22121 takes what the others leave: |data| / \u03A0 others, exact over symbols.",
    inputs: ["data", "shape"],
    outputs: ["reshaped"],
    attributes: { allowzero: int(0n) },
    shape: ({ data, shape }, { allowzero }) => ({ reshaped: reshaped(data, extentsFrom(shape), allowzero !== 0n) }),
    value: ({ data }) => ({ reshaped: data.value }),
    work: free,
    memory: "view",
    roles: { data: "carried", shape: "constant" },
    examples: []
  }),
  operator({
    name: "Flatten",
    revisions: [1, 9, 11, 13, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Flatten.html",
    doc: "A matrix of the axes before `axis` by those from it on.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { axis: int(1n) },
    shape: ({ input }, { axis }) => {
      const at = axis === BigInt(input.rank) ? input.rank : axisOf(axis, input.rank);
      return { output: [product(input.shape.slice(0, at)), product(input.shape.slice(at))] };
    },
    value: ({ input }) => ({ output: input.value }),
    work: free,
    memory: "view",
    roles: { input: "carried" },
    examples: []
  }),
  operator({
    name: "Squeeze",
    revisions: [1, 11],
    source: "https://onnx.ai/onnx/operators/onnx__Squeeze.html",
    doc: "Drops the axes the attribute names, or every axis of extent 1 when it is absent.",
    inputs: ["data"],
    outputs: ["squeezed"],
    attributes: { axes: ints() },
    shape: ({ data }, { axes }) => ({ squeezed: squeezed(data, axes) }),
    value: ({ data }) => ({ squeezed: data.value }),
    work: free,
    memory: "view",
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Squeeze",
    revisions: [13, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Squeeze.html",
    doc: "Drops the axes the second input names, or every axis of extent 1 when it is absent. Whether a symbolic axis is 1 nobody knows: then the result is unknown.",
    inputs: ["data", "axes?"],
    outputs: ["squeezed"],
    shape: ({ data, axes }) => ({ squeezed: openRank(data, axes, -1) ?? squeezed(data, axes?.ints()) }),
    value: ({ data }) => ({ squeezed: data.value }),
    work: free,
    memory: "view",
    roles: { data: "carried", axes: "constant" },
    examples: []
  }),
  operator({
    name: "Unsqueeze",
    revisions: [1, 11],
    source: "https://onnx.ai/onnx/operators/onnx__Unsqueeze.html",
    doc: "Inserts axes of extent 1 at the places the attribute names, counted in the result.",
    inputs: ["data"],
    outputs: ["expanded"],
    attributes: { axes: required(ints()) },
    shape: ({ data }, { axes }) => ({ expanded: unsqueezed(data, axes) }),
    value: ({ data }) => ({ expanded: data.value }),
    work: free,
    memory: "view",
    roles: { data: "carried" },
    examples: []
  }),
  operator({
    name: "Unsqueeze",
    revisions: [13, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Unsqueeze.html",
    doc: "Inserts axes of extent 1 at the places the second input names, counted in the result.",
    inputs: ["data", "axes"],
    outputs: ["expanded"],
    shape: ({ data, axes }) => ({ expanded: openRank(data, axes, 1) ?? unsqueezed(data, axes.ints()) }),
    value: ({ data }) => ({ expanded: data.value }),
    work: free,
    memory: "view",
    roles: { data: "carried", axes: "constant" },
    examples: []
  }),
  operator({
    name: "Identity",
    revisions: [1, 13, 14, 16, 19, 21, 23, 24, 25],
    source: "https://onnx.ai/onnx/operators/onnx__Identity.html",
    doc: "The input under another name, be it a tensor or not.",
    inputs: ["input"],
    outputs: ["output"],
    facts: ({ input }) => input.fact.kind === "tensor" ? void 0 : { output: input.fact },
    shape: ({ input }) => ({ output: shapeOf(input) }),
    value: ({ input }) => ({ output: input.value }),
    work: free,
    memory: "view",
    roles: { input: "carried" },
    examples: []
  })
];

// src/operators/rotary.ts
var page11 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function rotated(X, rotary2, heads) {
  if (rotary2 === 0n) return size(X);
  const [batch = 1n, n = 1n, length = 1n] = perHead(X, heads, "num_heads");
  return product([batch, n, length, rotary2]);
}
var rotaryDoc = "Turns pairs of elements by an angle for their position: 4 products and 2 sums a pair, 3 operations per turned element.";
var rotary = [
  operator({
    name: "RotaryEmbedding",
    revisions: [23],
    source: page11("RotaryEmbedding"),
    doc: rotaryDoc,
    inputs: ["X", "cos_cache", "sin_cache", "position_ids?"],
    outputs: ["Y"],
    attributes: { interleaved: int(0n), num_heads: int(0n), rotary_embedding_dim: int(0n) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(mul(rotated(X, a.rotary_embedding_dim, a.num_heads), 3n)),
    roles: { cos_cache: "constant", sin_cache: "constant", position_ids: "constant" },
    examples: []
  }),
  operator({
    name: "RotaryEmbedding",
    domain: "com.microsoft",
    revisions: [1],
    source: "https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#com.microsoft.RotaryEmbedding",
    doc: rotaryDoc,
    inputs: ["input", "position_ids", "cos_cache", "sin_cache"],
    outputs: ["output"],
    attributes: {
      interleaved: int(0n),
      is_packed_batching: int(0n),
      num_heads: int(0n),
      rotary_embedding_dim: int(0n),
      scale: float(1)
    },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }, _, a) => other(mul(rotated(input, a.rotary_embedding_dim, a.num_heads), 3n)),
    roles: { position_ids: "constant", cos_cache: "constant", sin_cache: "constant" },
    examples: []
  }),
  operator({
    name: "MRotaryEmbedding",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MRotaryEmbedding"),
    doc: `${rotaryDoc} Each token has three positions, and each part of a head turns by one of them.`,
    inputs: ["input", "position_ids", "cos_cache", "sin_cache"],
    outputs: ["output"],
    attributes: {
      interleaved: int(0n),
      is_packed_batching: int(0n),
      mrope_layout: int(0n),
      mrope_section: required(ints()),
      num_heads: int(0n),
      rotary_embedding_dim: int(0n),
      scale: float(1)
    },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }, _, a) => other(mul(rotated(input, a.rotary_embedding_dim, a.num_heads), 3n)),
    roles: { position_ids: "constant", cos_cache: "constant", sin_cache: "constant" },
    examples: []
  }),
  operator({
    name: "GemmaRotaryEmbedding",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("GemmaRotaryEmbedding"),
    doc: "Turns queries and keys by the sine and cosine of their positions: 3 operations per element of both, and one each for sine and cosine of the angles.",
    inputs: ["emb", "q", "q_rot", "k", "k_rot"],
    outputs: ["output1", "output2"],
    dtype: { output1: "q", output2: "k" },
    shape: ({ q, k }) => ({ output1: q.shape, output2: k.shape }),
    work: ({ emb, q, k }) => other(sum([mul(size(q), 3n), mul(size(k), 3n), mul(size(emb), 2n)])),
    examples: []
  })
];

// src/operators/scattering.ts
var reductions2 = {
  none: (_, update) => update,
  add: (old, update) => onDims(old, update, add),
  mul: (old, update) => onDims(old, update, mul),
  max: (old, update) => onDims(old, update, max),
  min: (old, update) => onDims(old, update, min)
};
function onDims(a, b, f) {
  if (typeof a === "string" || typeof b === "string" || typeof a === "number" || typeof b === "number")
    return void 0;
  return f(a, b);
}
function written(data, updates, reduction2, target) {
  const old = block(data);
  const meet = Object.hasOwn(reductions2, reduction2) ? reductions2[reduction2] : void 0;
  if (old === void 0 || meet === void 0) return void 0;
  const elements = [...old.elements];
  const all = filled(updates.extents.map(BigInt), (index) => {
    const at = target(index, old.extents);
    if (at === void 0) return void 0;
    const position3 = offset(old.extents, at);
    const met = meet(elements[position3] ?? 0n, elementAt(updates, index));
    const result = typeof met === "object" || typeof met === "bigint" ? fitting(met, data.dtype ?? "int64") : met;
    if (position3 < 0 || result === void 0) return void 0;
    elements[position3] = result;
    return result;
  });
  return all === void 0 ? void 0 : elements;
}
function scatteredElements(data, indices, updates, axis, reduction2) {
  const [picks, news] = [block(indices), block(updates)];
  if (picks === void 0 || news === void 0) return void 0;
  const along = axisOf(axis, data.rank);
  return written(data, news, reduction2, (index, extents2) => {
    const pick = place(elementAt(picks, index), extents2[along] ?? 0);
    return pick === void 0 ? void 0 : index.with(along, pick);
  });
}
function scatteredND(data, indices, updates, reduction2) {
  const [picks, news] = [block(indices), block(updates)];
  if (picks === void 0 || news === void 0) return void 0;
  const lead = picks.extents.length - 1;
  const tuple = picks.extents.at(-1) ?? 0;
  return written(data, news, reduction2, (index, extents2) => {
    const at = [];
    for (let k = 0; k < tuple; k++) {
      const i = place(elementAt(picks, [...index.slice(0, lead), k]), extents2[k] ?? 0);
      if (i === void 0) return void 0;
      at.push(i);
    }
    return [...at, ...index.slice(lead)];
  });
}
function updating(reduction2, updates) {
  return { macs: 0n, other: reduction2 === "none" ? 0n : size(updates) };
}
var scatterElements = {
  inputs: ["data", "indices", "updates"],
  outputs: ["output"],
  roles: { data: "carried", indices: "constant" }
};
var scattering = [
  operator({
    ...scatterElements,
    name: "Scatter",
    revisions: [9, 11],
    source: "https://onnx.ai/onnx/operators/onnx__Scatter.html",
    doc: "Data with the updates written where the indices say; the older name of ScatterElements.",
    attributes: { axis: int(0n) },
    shape: ({ data }) => ({ output: data.shape }),
    value: ({ data, indices, updates }, { axis }) => ({
      output: scatteredElements(data, indices, updates, axis, "none")
    }),
    work: free,
    examples: []
  }),
  operator({
    ...scatterElements,
    name: "ScatterElements",
    revisions: [11, 13, 16, 18],
    source: "https://onnx.ai/onnx/operators/onnx__ScatterElements.html",
    doc: "Data with the updates written where the indices say along an axis. With a reduction, one operation per update.",
    attributes: { axis: int(0n), reduction: string("none") },
    shape: ({ data, indices, updates }) => {
      assertRank(indices, data.rank);
      assertRank(updates, data.rank);
      return { output: data.shape };
    },
    value: ({ data, indices, updates }, { axis, reduction: reduction2 }) => ({
      output: scatteredElements(data, indices, updates, axis, reduction2)
    }),
    work: ({ updates }, _, { reduction: reduction2 }) => updating(reduction2, updates),
    examples: []
  }),
  operator({
    ...scatterElements,
    name: "ScatterND",
    revisions: [11, 13, 16, 18],
    source: "https://onnx.ai/onnx/operators/onnx__ScatterND.html",
    doc: "Data with slices replaced where index tuples say. With a reduction, one operation per updated element.",
    attributes: { reduction: string("none") },
    shape: ({ data }) => ({ output: data.shape }),
    value: ({ data, indices, updates }, { reduction: reduction2 }) => ({ output: scatteredND(data, indices, updates, reduction2) }),
    work: ({ updates }, _, { reduction: reduction2 }) => updating(reduction2, updates),
    examples: []
  }),
  operator({
    name: "TensorScatter",
    revisions: [24],
    source: "https://onnx.ai/onnx/operators/onnx__TensorScatter.html",
    doc: "A cache with the update written into it at the given places; the shape of the cache stays.",
    inputs: ["past_cache", "update", "write_indices?"],
    outputs: ["present_cache"],
    attributes: { axis: int(-2n), mode: string("linear") },
    shape: ({ past_cache, update }, { axis }) => {
      axisOf(axis, past_cache.rank);
      assertRank(update, past_cache.rank);
      return { present_cache: past_cache.shape };
    },
    work: free,
    roles: { past_cache: "carried", write_indices: "constant" },
    examples: []
  })
];

// src/operators/selection.ts
var page12 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var selection = [
  operator({
    name: "IsInf",
    revisions: [10, 20],
    source: page12("IsInf"),
    doc: "Whether the element is infinite. One operation per element.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { detect_negative: int(1n), detect_positive: int(1n) },
    dtype: { Y: "bool" },
    shape: ({ X }) => ({ Y: X.shape }),
    work: (_, { Y }) => other(size(Y)),
    examples: []
  }),
  operator({
    name: "Where",
    revisions: [9, 16],
    source: page12("Where"),
    doc: "Takes each element from X where the condition holds, else from Y. One selection per output element.",
    inputs: ["condition", "X", "Y"],
    outputs: ["output"],
    dtype: { output: "X" },
    shape: ({ condition, X, Y }) => ({ output: broadcastOf(condition, X, Y) }),
    value: ({ condition, X, Y }) => ({
      output: foldElements([condition, X, Y], broadcastOf(condition, X, Y), chosen)
    }),
    work: (_, { output }) => other(size(output)),
    memory: "inplace",
    roles: { condition: "constant" },
    broadcasts: "whole",
    examples: []
  }),
  operator({
    name: "Clip",
    revisions: [1, 6],
    source: page12("Clip"),
    doc: "Limits elements to an interval given as attributes. Two comparisons per element.",
    inputs: ["input"],
    outputs: ["output"],
    attributes: { max: float(), min: float() },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(mul(size(input), 2n)),
    memory: "inplace",
    examples: []
  }),
  operator({
    name: "Clip",
    revisions: [11, 12, 13],
    source: page12("Clip"),
    doc: "Limits elements to an interval. One comparison per element for each bound that is given.",
    inputs: ["input", "min?", "max?"],
    outputs: ["output"],
    shape: ({ input }) => ({ output: input.shape }),
    value: ({ input, min: min2, max: max2 }) => ({
      output: folded(
        [input, ...min2 ? [min2] : [], ...max2 ? [max2] : []],
        input.shape,
        (x = undecided, first = undecided, second = undecided) => {
          const raised2 = min2 ? larger(x, first) : x;
          return max2 ? smaller(raised2, min2 ? second : first) : raised2;
        }
      )
    }),
    work: ({ input, min: min2, max: max2 }) => other(mul(size(input), BigInt(Number(min2 !== void 0) + Number(max2 !== void 0)))),
    memory: "inplace",
    roles: { min: "constant", max: "constant" },
    examples: []
  })
];

// src/operators/sequence.ts
function sequenceOf(x) {
  if (x.fact.kind === "sequence") return x.fact;
  if (x.fact.kind === "opaque") throw new Undetermined(x.fact.why);
  throw new Mismatch(`\`${x.name}\` is a ${x.fact.kind}; a sequence expected`);
}
function common(items) {
  const [first, ...rest] = items;
  if (first === void 0) return { kind: "tensor", dtype: null, shape: unknown("the sequence is empty") };
  return rest.reduce(inCommon, withoutValue(first));
}
function inCommon(a, b) {
  if (a.kind !== "tensor" || b.kind !== "tensor") return a.kind === b.kind ? a : { kind: "opaque", why: differ };
  return { kind: "tensor", dtype: a.dtype === b.dtype ? a.dtype : null, shape: commonShape(a.shape, b.shape) };
}
function commonShape(a, b) {
  if (isUnknown(a) || isUnknown(b)) return unknown(differ);
  if (a.length !== b.length) return unknown(differ);
  return a.map((d, i) => equal(d, b[i] ?? d) === true ? d : unknown(differ));
}
var differ = "the items of the sequence differ";
function withoutValue(fact) {
  return fact.kind === "tensor" ? { kind: "tensor", dtype: fact.dtype, shape: fact.shape } : fact;
}
function made(items) {
  return { kind: "sequence", element: common(items), length: BigInt(items.length), items };
}
function emptyOf(dtype) {
  const element = { kind: "tensor", dtype, shape: unknown("the sequence is empty") };
  return { kind: "sequence", element, length: 0n, items: [] };
}
function placeIn(position3, length, most3) {
  const [at] = position3?.value ?? [];
  if (typeof at !== "bigint") return void 0;
  const n = Number(at) < 0 ? Number(at) + length : Number(at);
  if (n < 0 || n > most3) throw new Mismatch(`position ${at} is outside a sequence of ${length}`);
  return n;
}
function itemAt(x, position3) {
  const { items, element } = sequenceOf(x);
  const at = items === void 0 ? void 0 : placeIn(position3, items.length, items.length - 1);
  return (at === void 0 ? void 0 : items?.[at]) ?? element;
}
function inserted(x, item, position3) {
  const { items, element, length } = sequenceOf(x);
  const longer = length === void 0 ? {} : { length: add(length, 1n) };
  const joined4 = length === 0n ? withoutValue(item.fact) : inCommon(element, withoutValue(item.fact));
  if (items === void 0 || items.length >= maxElements2) return { kind: "sequence", element: joined4, ...longer };
  const at = position3 === void 0 ? items.length : placeIn(position3, items.length, items.length);
  if (at === void 0) return { kind: "sequence", element: joined4, ...longer };
  return made(items.toSpliced(at, 0, item.fact));
}
function erased(x, position3) {
  const { items, element, length } = sequenceOf(x);
  if (length === 0n) throw new Mismatch("an item of an empty sequence is erased");
  const at = items === void 0 ? void 0 : position3 === void 0 ? items.length - 1 : placeIn(position3, items.length, items.length - 1);
  if (items !== void 0 && at !== void 0) return made(items.toSpliced(at, 1));
  return { kind: "sequence", element, ...length !== void 0 && { length: sub(length, 1n) } };
}
function split(input, sizes3, axis, keep) {
  const along = axisOf(axis, input.rank);
  const dropped = sizes3 === void 0 && !keep;
  const piece = (extent2) => ({
    kind: "tensor",
    dtype: input.dtype,
    shape: dropped ? input.shape.toSpliced(along, 1) : input.shape.with(along, extent2)
  });
  const extents2 = pieces(input.dim(along), sizes3);
  if ("each" in extents2) return { kind: "sequence", element: piece(extents2.each), length: extents2.count };
  return made(extents2.list.map(piece));
}
function pieces(extent2, sizes3) {
  const said2 = sizes3 === void 0 ? [1n] : sizes3.value === void 0 ? void 0 : sizes3.dims();
  const why = "the sizes of the pieces are not known";
  if (said2 === void 0) return { each: unknown(why), count: countOf(sizes3, why) };
  if (sizes3 !== void 0 && sizes3.rank === 1) return { list: said2 };
  const [size2 = 1n] = said2;
  if (size2 === 0n) throw new Mismatch("split is 0; at least 1 expected");
  const count2 = ceilDiv(extent2, size2);
  if (!isKnown(count2) || !isKnown(size2) || count2 > maxElements2)
    return { each: size2 === 1n ? 1n : unknown("the last piece may be smaller"), count: count2 };
  const last = sub(extent2, mul(size2, count2 - 1n));
  return { list: Array.from({ length: Number(count2) }, (_, i) => i === Number(count2) - 1 ? last : size2) };
}
function countOf(sizes3, why) {
  return sizes3 !== void 0 && sizes3.rank === 1 ? sizes3.dim(0) : unknown(why);
}
function concatenated(x, axis, stack) {
  const { element, items, length = unknown(`the length of \`${x.name}\` is not known`) } = sequenceOf(x);
  if (element.kind !== "tensor" || isUnknown(element.shape))
    throw new Undetermined(element.kind === "tensor" && isUnknown(element.shape) ? element.shape.why : differ);
  const { shape } = element;
  if (stack) return shape.toSpliced(axisOf(axis, shape.length + 1), 0, length);
  const along = axisOf(axis, shape.length);
  const extents2 = items?.map((item) => new Operand(x.name, item).dim(along));
  return shape.with(along, extents2 === void 0 ? mul(length, shape[along] ?? 1n) : sum(extents2));
}
function elementType(x) {
  const { element } = sequenceOf(x);
  return element.kind === "tensor" ? element.dtype : null;
}
var notATensor = { output_sequence: unknown("it is no tensor") };
var page13 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var sequences = [
  operator({
    name: "SequenceConstruct",
    revisions: [11],
    source: page13("SequenceConstruct"),
    doc: "A sequence of its inputs.",
    inputs: ["...inputs"],
    outputs: ["output_sequence"],
    facts: ({ inputs }) => ({ output_sequence: made(inputs.map((x) => x.fact)) }),
    shape: () => notATensor,
    work: free,
    examples: []
  }),
  operator({
    name: "SequenceEmpty",
    revisions: [11],
    source: page13("SequenceEmpty"),
    doc: "A sequence of nothing.",
    inputs: [],
    outputs: ["output"],
    attributes: { dtype: int(1n) },
    facts: (_, { dtype }) => ({ output: emptyOf(dtypeOf(dtype)) }),
    shape: () => ({ output: unknown("it is no tensor") }),
    work: free,
    examples: []
  }),
  operator({
    name: "SequenceInsert",
    revisions: [11],
    source: page13("SequenceInsert"),
    doc: "A sequence with a tensor put in at a position, or at its end.",
    inputs: ["input_sequence", "tensor", "position?"],
    outputs: ["output_sequence"],
    facts: ({ input_sequence, tensor: tensor2, position: position3 }) => ({ output_sequence: inserted(input_sequence, tensor2, position3) }),
    shape: () => notATensor,
    work: free,
    roles: { position: "constant" },
    examples: []
  }),
  operator({
    name: "SequenceErase",
    revisions: [11],
    source: page13("SequenceErase"),
    doc: "A sequence without the item at a position, or without its last.",
    inputs: ["input_sequence", "position?"],
    outputs: ["output_sequence"],
    facts: ({ input_sequence, position: position3 }) => ({ output_sequence: erased(input_sequence, position3) }),
    shape: () => notATensor,
    work: free,
    roles: { position: "constant" },
    examples: []
  }),
  operator({
    name: "SequenceAt",
    revisions: [11],
    source: page13("SequenceAt"),
    doc: "The item at a position; where the position is not known, what all items share.",
    inputs: ["input_sequence", "position"],
    outputs: ["tensor"],
    facts: ({ input_sequence, position: position3 }) => ({ tensor: itemAt(input_sequence, position3) }),
    shape: () => ({ tensor: unknown("it is given by facts") }),
    work: free,
    roles: { position: "constant" },
    examples: []
  }),
  operator({
    name: "SequenceLength",
    revisions: [11],
    source: page13("SequenceLength"),
    doc: "How many items a sequence has.",
    inputs: ["input_sequence"],
    outputs: ["length"],
    dtype: { length: "int64" },
    shape: () => ({ length: [] }),
    value: ({ input_sequence }) => {
      const { length } = sequenceOf(input_sequence);
      return length === void 0 ? {} : { length: [length] };
    },
    work: free,
    examples: []
  }),
  operator({
    name: "SplitToSequence",
    revisions: [11, 24],
    source: page13("SplitToSequence"),
    doc: "Cuts a tensor along an axis into a sequence: pieces of one size (the last may be smaller) or of the sizes given, single slices without any.",
    inputs: ["input", "split?"],
    outputs: ["output_sequence"],
    attributes: { axis: int(0n), keepdims: int(1n) },
    facts: ({ input, split: sizes3 }, { axis, keepdims }) => ({
      output_sequence: split(input, sizes3, axis, keepdims !== 0n)
    }),
    shape: () => notATensor,
    work: free,
    roles: { split: "constant" },
    examples: []
  }),
  operator({
    name: "ConcatFromSequence",
    revisions: [11],
    source: page13("ConcatFromSequence"),
    doc: "The items of a sequence joined along an axis, or stacked along a new one.",
    inputs: ["input_sequence"],
    outputs: ["concat_result"],
    attributes: { axis: required(int()), new_axis: int(0n) },
    dtype: ({ input_sequence }) => ({ concat_result: elementType(input_sequence) }),
    shape: ({ input_sequence }, { axis, new_axis }) => ({
      concat_result: concatenated(input_sequence, axis, new_axis !== 0n)
    }),
    work: free,
    examples: []
  })
];

// src/operators/signal.ts
var page14 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function extentOf(x) {
  const [n] = x.value === void 0 ? [] : x.dims();
  return n ?? unknown(`the value of \`${x.name}\` decides, and it is not a constant`);
}
function points(input, length, axis, a) {
  if (length !== void 0) return extentOf(length);
  const extent2 = input.dim(axis);
  return isRealInverse(a) ? mul(sub(extent2, 1n), 2n) : extent2;
}
var isRealInverse = (a) => a.onesided !== 0n && a.inverse !== 0n;
function spectrum(input, length, at, a) {
  const axis = axisOf(at, input.rank);
  if (axis === input.rank - 1) throw new Mismatch(`axis ${at} holds the real and imaginary parts; another expected`);
  const all = points(input, length, axis, a);
  const bins = a.onesided !== 0n && a.inverse === 0n ? add(floorDiv(all, 2n), 1n) : all;
  return input.shape.map((d, i) => i === input.rank - 1 ? isRealInverse(a) ? 1n : 2n : i === axis ? bins : d);
}
function transformWork(input, output, perResult) {
  const results = floorDiv(size(output), output.dim(-1));
  return other(mul(mul(results, perResult), input.dim(-1) === 1n ? 4n : 8n));
}
var dftDoc = "The discrete Fourier transform along an axis; the last axis holds real and imaginary parts. Counted by its definition, not by a fast transform: 8 operations for each result and point, 4 where the input is real.";
function frames(signal2, step, window, length) {
  const extent2 = length !== void 0 ? extentOf(length) : window?.dim(0) ?? signal2.dim(1);
  return { count: add(floorDiv(sub(signal2.dim(1), extent2), extentOf(step)), 1n), extent: extent2 };
}
function withParts(signal2) {
  if (signal2.rank !== 2) {
    assertRank(signal2, 3);
    return signal2;
  }
  return new Operand(signal2.name, { kind: "tensor", dtype: signal2.dtype, shape: [...signal2.shape, 1n] });
}
var typed2 = (code) => dtypeOf(code);
var windowOf = (name, doc, each) => operator({
  name,
  revisions: [17],
  source: page14(name),
  doc,
  inputs: ["size"],
  outputs: ["output"],
  attributes: { output_datatype: int(1n), periodic: int(1n) },
  dtype: (_, { output_datatype }) => ({ output: typed2(output_datatype) }),
  shape: ({ size: n }) => ({ output: [extentOf(n)] }),
  work: (_, { output }) => other(mul(size(output), each)),
  roles: { size: "constant" },
  examples: []
});
var signal = [
  operator({
    name: "DFT",
    revisions: [17],
    source: page14("DFT"),
    doc: dftDoc,
    inputs: ["input", "dft_length?"],
    outputs: ["output"],
    attributes: { axis: int(1n), inverse: int(0n), onesided: int(0n) },
    dtype: { output: "input" },
    shape: ({ input, dft_length }, a) => ({ output: spectrum(input, dft_length, a.axis, a) }),
    work: ({ input, dft_length }, { output }, a) => transformWork(input, output, points(input, dft_length, axisOf(a.axis, input.rank), a)),
    roles: { dft_length: "constant" },
    examples: []
  }),
  operator({
    name: "DFT",
    revisions: [20],
    source: page14("DFT"),
    doc: `${dftDoc} The axis is an input.`,
    inputs: ["input", "dft_length?", "axis?"],
    outputs: ["output"],
    attributes: { inverse: int(0n), onesided: int(0n) },
    dtype: { output: "input" },
    shape: ({ input, dft_length, axis }, a) => ({
      output: spectrum(input, dft_length, axis === void 0 ? -2n : axis.ints()[0] ?? -2n, a)
    }),
    work: ({ input, dft_length, axis }, { output }, a) => {
      const at = axis === void 0 ? -2n : axis.ints()[0] ?? -2n;
      return transformWork(input, output, points(input, dft_length, axisOf(at, input.rank), a));
    },
    roles: { dft_length: "constant", axis: "constant" },
    examples: []
  }),
  operator({
    name: "STFT",
    revisions: [17],
    source: page14("STFT"),
    doc: "Fourier transforms of frames along a signal: \u230A(samples \u2212 frame) / step\u230B + 1 of them, \u230Aframe / 2\u230B + 1 results each when one-sided. Counted by the definition (8 operations for each result and sample, 4 where the signal is real), and a product per sample where a window weighs the frames.",
    inputs: ["signal", "frame_step", "window?", "frame_length?"],
    outputs: ["output"],
    attributes: { onesided: int(1n) },
    dtype: { output: "signal" },
    shape: ({ signal: signal2, frame_step, window, frame_length }, { onesided }) => {
      const x = withParts(signal2);
      const { count: count2, extent: extent2 } = frames(x, frame_step, window, frame_length);
      return { output: [x.dim(0), count2, onesided === 0n ? extent2 : add(floorDiv(extent2, 2n), 1n), 2n] };
    },
    work: ({ signal: signal2, frame_step, window, frame_length }, { output }) => {
      const x = withParts(signal2);
      const { count: count2, extent: extent2 } = frames(x, frame_step, window, frame_length);
      const weighing = window === void 0 ? 0n : mul(mul(mul(x.dim(0), count2), extent2), x.dim(2));
      return other(add(transformWork(x, output, extent2).other, weighing));
    },
    roles: { frame_step: "constant", window: "constant", frame_length: "constant" },
    examples: []
  }),
  windowOf("HannWindow", "A raised cosine: product, cosine, product and difference for each of its samples.", 4n),
  windowOf(
    "HammingWindow",
    "A raised cosine on a pedestal: product, cosine, product and difference for each sample.",
    4n
  ),
  windowOf(
    "BlackmanWindow",
    "A sum of two cosines: two products, cosines and products, a difference and a sum for each sample.",
    8n
  ),
  operator({
    name: "MelWeightMatrix",
    revisions: [17],
    source: page14("MelWeightMatrix"),
    doc: "Triangular filters from linear to mel frequencies, `[\u230Adft_length / 2\u230B + 1, num_mel_bins]`. How they are computed is not fixed; counted as one operation per element.",
    inputs: ["num_mel_bins", "dft_length", "sample_rate", "lower_edge_hertz", "upper_edge_hertz"],
    outputs: ["output"],
    attributes: { output_datatype: int(1n) },
    dtype: (_, { output_datatype }) => ({ output: typed2(output_datatype) }),
    shape: ({ num_mel_bins, dft_length }) => ({
      output: [add(floorDiv(extentOf(dft_length), 2n), 1n), extentOf(num_mel_bins)]
    }),
    work: (_, { output }) => other(size(output)),
    roles: {
      num_mel_bins: "constant",
      dft_length: "constant",
      sample_rate: "constant",
      lower_edge_hertz: "constant",
      upper_edge_hertz: "constant"
    },
    examples: []
  })
];

// src/operators/sparse.ts
function turned2(x, trans) {
  return trans === 0n ? x.shape : [...x.shape.slice(0, -2), ...x.shape.slice(-2).toReversed()];
}
var sparse = [
  operator({
    name: "SparseToDenseMatMul",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("SparseToDenseMatMul"),
    doc: "A matrix product of a sparse A with a dense B. A column of B is multiplied once for every element of A that is not zero; how many these are the shape does not tell, so the work is unknown.",
    inputs: ["A", "B"],
    outputs: ["Y"],
    attributes: { alpha: float(1), transA: int(0n), transB: int(0n) },
    dtype: { Y: "B" },
    shape: ({ A, B }, { transA, transB }) => {
      assertRank(A, 2);
      return { Y: matrixProduct(turned2(A, transA), turned2(B, transB), [A.name, B.name]).shape };
    },
    work: (_, __, ___, { label }) => {
      const why = unknown(`\`${label}\`: the shape of A does not tell how many of its elements are not zero`);
      return { macs: why, other: why };
    },
    examples: []
  })
];

// src/operators/split.ts
function parts2(extent2, split2, pieces2, uneven) {
  if (split2 !== void 0) {
    if (split2.length !== pieces2) throw new Mismatch(`split has ${split2.length} numbers, the node ${pieces2} outputs`);
    assertEqual(sum(split2), extent2, (s, d) => `the parts of split add up to ${s}, the axis has ${d}`);
    return split2;
  }
  if (pieces2 === 0) return [];
  const n = BigInt(pieces2);
  if (!uneven && isKnown(extent2) && extent2 % n !== 0n)
    throw new Mismatch(`an axis of ${extent2} is split into ${pieces2} equal parts`);
  const each = uneven ? ceilDiv(extent2, n) : floorDiv(extent2, n);
  const last = uneven ? sub(extent2, mul(each, n - 1n)) : each;
  if (isKnown(last) && last < 0n) throw new Mismatch(`an axis of ${formatDim(extent2)} is split into ${pieces2} parts`);
  return Array.from({ length: pieces2 }, (_, i) => i === pieces2 - 1 ? last : each);
}
function splitShapes(input, axis, pieces2) {
  const along = axisOf(axis, input.rank);
  return pieces2.map((extent2) => input.shape.map((d, i) => i === along ? extent2 : d));
}
function splitValues(input, axis, pieces2) {
  const along = axisOf(axis, input.rank);
  if (input.value === void 0 || !pieces2.every(isKnown)) return void 0;
  let start = 0n;
  return pieces2.map((extent2) => {
    const from3 = start;
    start += extent2;
    return cutValue(
      input,
      input.shape.map((_, i) => i === along ? { start: from3, step: 1n, extent: extent2 } : void 0)
    );
  });
}
function splitSizes(split2, pieces2) {
  if (split2 === void 0) return void 0;
  const sizes3 = extentsFrom(split2);
  return isUnknown(sizes3) ? Array.from({ length: pieces2 }, () => unknown(sizes3.why)) : sizes3;
}
var wanted = (call) => call.outputs.length;
function inputParts(input, split2, { axis, num_outputs }, call, uneven) {
  const pieces2 = wanted(call);
  if (num_outputs !== void 0 && num_outputs !== BigInt(pieces2))
    throw new Mismatch(`num_outputs is ${num_outputs}, the node has ${pieces2} outputs`);
  return parts2(input.dim(axisOf(axis, input.rank)), splitSizes(split2, pieces2), pieces2, uneven);
}
var splitDoc = "Cuts the input into pieces along an axis: of the sizes `split` gives, or equal ones";
var splitting = [
  operator({
    name: "Split",
    revisions: [1],
    source: "https://onnx.ai/onnx/operators/onnx__Split.html",
    doc: `${splitDoc}. An input may give the sizes instead of the attribute.`,
    inputs: ["input", "split?"],
    outputs: ["...outputs"],
    attributes: { axis: int(0n), split: ints() },
    shape: ({ input, split: split2 }, a, call) => {
      const sizes3 = a.split ?? splitSizes(split2, wanted(call));
      return {
        outputs: splitShapes(input, a.axis, parts2(input.dim(axisOf(a.axis, input.rank)), sizes3, wanted(call), false))
      };
    },
    work: free,
    roles: { input: "carried", split: "constant" },
    examples: []
  }),
  operator({
    name: "Split",
    revisions: [2, 11],
    source: "https://onnx.ai/onnx/operators/onnx__Split.html",
    doc: `${splitDoc}.`,
    inputs: ["input"],
    outputs: ["...outputs"],
    attributes: { axis: int(0n), split: ints() },
    shape: ({ input }, a, call) => ({
      outputs: splitShapes(input, a.axis, parts2(input.dim(axisOf(a.axis, input.rank)), a.split, wanted(call), false))
    }),
    value: ({ input }, a, call) => ({
      outputs: splitValues(input, a.axis, parts2(input.dim(axisOf(a.axis, input.rank)), a.split, wanted(call), false))
    }),
    work: free,
    roles: { input: "carried" },
    examples: []
  }),
  operator({
    name: "Split",
    revisions: [13],
    source: "https://onnx.ai/onnx/operators/onnx__Split.html",
    doc: `${splitDoc}.`,
    inputs: ["input", "split?"],
    outputs: ["...outputs"],
    attributes: { axis: int(0n) },
    shape: ({ input, split: split2 }, a, call) => ({
      outputs: splitShapes(input, a.axis, inputParts(input, split2, a, call, false))
    }),
    value: ({ input, split: split2 }, a, call) => ({
      outputs: splitValues(input, a.axis, inputParts(input, split2, a, call, false))
    }),
    work: free,
    roles: { input: "carried", split: "constant" },
    examples: []
  }),
  operator({
    name: "Split",
    revisions: [18],
    source: "https://onnx.ai/onnx/operators/onnx__Split.html",
    doc: `${splitDoc}, \u2308extent / num_outputs\u2309 each and the last what remains.`,
    inputs: ["input", "split?"],
    outputs: ["...outputs"],
    attributes: { axis: int(0n), num_outputs: int() },
    shape: ({ input, split: split2 }, a, call) => ({
      outputs: splitShapes(input, a.axis, inputParts(input, split2, a, call, true))
    }),
    value: ({ input, split: split2 }, a, call) => ({
      outputs: splitValues(input, a.axis, inputParts(input, split2, a, call, true))
    }),
    work: free,
    roles: { input: "carried", split: "constant" },
    examples: []
  })
];

// src/operators/text.ts
var page15 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function kept2(X, stopwords, label) {
  if (X.rank !== 1 && X.rank !== 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; [C] or [1, C] expected`);
  if ((stopwords ?? []).length === 0) return X.shape;
  return [...X.shape.slice(0, -1), unknown(`\`${label}\`: the data decides how many words are left`)];
}
function vocabulary(indexes) {
  if (indexes.length === 0) throw new Mismatch("ngram_indexes is empty; at least one index expected");
  return indexes.reduce((a, b) => b > a ? b : a, 0n) + 1n;
}
var text = [
  operator({
    name: "StringConcat",
    revisions: [20],
    source: page15("StringConcat"),
    doc: "Joins two texts element by element, under broadcasting.",
    inputs: ["X", "Y"],
    outputs: ["Z"],
    shape: ({ X, Y }) => ({ Z: broadcastOf(X, Y) }),
    work: free,
    examples: []
  }),
  operator({
    name: "StringSplit",
    revisions: [20],
    source: page15("StringSplit"),
    doc: "The parts of every text, along a new axis as long as the text with the most parts (the data decides), and how many parts each has.",
    inputs: ["X"],
    outputs: ["Y", "Z"],
    attributes: { delimiter: string(), maxsplit: int() },
    dtype: { Y: "X", Z: "int64" },
    shape: ({ X }, _, call) => ({
      Y: [...X.shape, unknown(`\`${call.label}\`: the data decides how many parts there are`)],
      Z: X.shape
    }),
    work: free,
    examples: []
  }),
  operator({
    name: "StringNormalizer",
    revisions: [10],
    source: page15("StringNormalizer"),
    doc: "Changes the case of words and drops stop words; with stop words the data decides how many are left.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      case_change_action: string("NONE"),
      is_case_sensitive: int(0n),
      locale: string(),
      stopwords: strings()
    },
    shape: ({ X }, { stopwords }, call) => ({ Y: kept2(X, stopwords, call.label) }),
    work: free,
    examples: []
  }),
  operator({
    name: "RegexFullMatch",
    revisions: [20],
    source: page15("RegexFullMatch"),
    doc: "Whether each text matches a pattern from end to end.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { pattern: string() },
    dtype: { Y: "bool" },
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    examples: []
  }),
  operator({
    name: "TfIdfVectorizer",
    revisions: [9],
    source: page15("TfIdfVectorizer"),
    doc: "Counts n-grams: for each row a vector of max(ngram_indexes) + 1 counts, weighted or not. Looking n-grams up is no arithmetic.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      max_gram_length: required(int()),
      max_skip_count: required(int()),
      min_gram_length: required(int()),
      mode: required(string()),
      ngram_counts: required(ints()),
      ngram_indexes: required(ints()),
      pool_int64s: ints(),
      pool_strings: strings(),
      weights: floats()
    },
    dtype: { Y: "float32" },
    shape: ({ X }, { ngram_indexes }) => ({ Y: [...X.shape.slice(0, -1), vocabulary(ngram_indexes)] }),
    work: free,
    examples: []
  }),
  operator({
    name: "ImageDecoder",
    revisions: [20],
    source: page15("ImageDecoder"),
    doc: "A picture `[height, width, channels]` from the bytes of its file, which decide its size. How it is decoded is not fixed, so its work is unknown.",
    inputs: ["encoded_stream"],
    outputs: ["image"],
    attributes: { pixel_format: string("RGB") },
    dtype: { image: "uint8" },
    shape: (_, { pixel_format }, call) => {
      const why = unknown(`\`${call.label}\`: the file of the picture decides its size`);
      return { image: [why, why, pixel_format === "Grayscale" ? 1n : 3n] };
    },
    work: (_, __, ___, call) => ({
      macs: 0n,
      other: unknown(`\`${call.label}\`: the format of the picture decides how it is decoded`)
    }),
    examples: []
  })
];

// src/operators/tokens.ts
var tokens = [
  operator({
    name: "TorchEmbedding",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("TorchEmbedding"),
    doc: "Rows of a table by index.",
    inputs: ["weight", "indices", "padding_idx?", "scale_grad_by_freq?"],
    outputs: ["Y"],
    shape: ({ weight, indices }) => {
      assertRank(weight, 2);
      return { Y: [...indices.shape, weight.dim(1)] };
    },
    work: free,
    roles: { weight: "weight", indices: "constant", padding_idx: "constant", scale_grad_by_freq: "constant" },
    reads: { weight: (_, { Y }) => size(Y) },
    examples: []
  }),
  operator({
    name: "WordConvEmbedding",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("WordConvEmbedding"),
    doc: "Looks up the characters of each word, slides filters over them, and keeps the largest of each. MACs: words \xB7 filters \xB7 windows \xB7 filter elements; other: the bias, a tanh and a comparison per window.",
    inputs: ["Sequence", "W", "B", "C"],
    outputs: ["Y"],
    attributes: { char_embedding_size: int(), conv_window_size: int(), embedding_size: int() },
    dtype: { Y: "W" },
    shape: ({ Sequence, W }) => {
      assertRank(W, 4);
      return { Y: [...Sequence.shape.slice(0, -1), W.dim(0)] };
    },
    work: ({ Sequence, W }, { Y }) => {
      const windows2 = mul(size(Y), add(sub(Sequence.dim(-1), W.dim(2)), 1n));
      return { macs: product([windows2, ...W.shape.slice(1)]), other: mul(windows2, 3n) };
    },
    roles: { Sequence: "constant", W: "weight", B: "weight", C: "weight" },
    examples: []
  }),
  operator({
    name: "MurmurHash3",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("MurmurHash3"),
    doc: "A 32-bit hash per element. Integers of 32 bits take 18 operations; how long strings are the data decides, and with it the work: unknown.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: { positive: int(1n), seed: int(0n) },
    dtype: (_, a) => ({ Y: a.positive === 0n ? "int32" : "uint32" }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, __, call) => other(
      X.dtype === "string" ? unknown(`\`${call.label}\`: the data decides how long the strings are`) : mul(size(X), 18n)
    ),
    examples: []
  }),
  operator({
    name: "NGramRepeatBlock",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("NGramRepeatBlock"),
    doc: "Forbids tokens that would repeat an n-gram: ngram_size comparisons for each place of each sequence.",
    inputs: ["input_ids", "scores"],
    outputs: ["scores_out"],
    attributes: { ngram_size: required(int()) },
    dtype: { scores_out: "scores" },
    shape: ({ scores: scores2 }) => ({ scores_out: scores2.shape }),
    work: ({ input_ids }, _, a) => other(mul(size(input_ids), a.ngram_size)),
    examples: []
  }),
  operator({
    name: "NGramHashMapping",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("NGramHashMapping"),
    doc: "Numbers for the n-grams that end at each token. Per token a product and an exclusive or for each place of each n-gram, one remainder per number.",
    inputs: ["input_ids", "multipliers", "vocab_sizes", "past_ids?"],
    outputs: ["hash_ids", "present_ids?"],
    attributes: { max_ngram_size: required(int()), n_head_per_ngram: required(int()), pad_id: required(int()) },
    shape: ({ input_ids }, a) => ({
      hash_ids: [...input_ids.shape, (a.max_ngram_size - 1n) * a.n_head_per_ngram],
      present_ids: [input_ids.dim(0), a.max_ngram_size - 1n]
    }),
    work: ({ input_ids }, { hash_ids }, a) => other(add(product([size(input_ids), 2n, a.max_ngram_size]), size(hash_ids))),
    roles: { multipliers: "constant", vocab_sizes: "constant" },
    examples: []
  }),
  operator({
    name: "Tokenizer",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("Tokenizer"),
    doc: "Splits strings into tokens along a new axis, as long as the most there are in one, which the data decides.",
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      mark: required(int()),
      mincharnum: required(int()),
      pad_value: required(string()),
      separators: strings(),
      tokenexp: string("")
    },
    shape: ({ X }, _, call) => ({
      Y: [...X.shape, unknown(`\`${call.label}\`: the data decides how many tokens there are`)]
    }),
    work: free,
    examples: []
  }),
  operator({
    name: "BifurcationDetector",
    domain: "com.microsoft",
    revisions: [1],
    source: contribPage("BifurcationDetector"),
    doc: "Tokens so far with those predicted from where they part from the source, and where their end occurs in it. How many tokens that gives, and how many are compared, the data decides.",
    inputs: ["src_tokens", "cur_tokens", "prev_suffix_match_idx", "pred_tokens?"],
    outputs: ["tokens", "suffix_match_idx"],
    attributes: { max_ngram_size: int(3n), min_ngram_size: int(1n) },
    shape: ({ cur_tokens, pred_tokens }, _, { label }) => {
      assertRank(cur_tokens, 1);
      const joined4 = unknown(`\`${label}\`: the data decides how many tokens are taken`);
      return { tokens: [pred_tokens === void 0 ? cur_tokens.dim(0) : joined4], suffix_match_idx: [] };
    },
    work: (_, __, ___, { label }) => other(unknown(`\`${label}\`: the data decides how many tokens are compared`)),
    roles: {
      src_tokens: "constant",
      cur_tokens: "constant",
      prev_suffix_match_idx: "constant",
      pred_tokens: "constant"
    },
    examples: []
  })
];

// src/operators/training.ts
var page16 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
var preview = (name) => `https://onnx.ai/onnx/operators/onnx_aionnxpreviewtraining_${name}.html`;
function losses(target, reduction2) {
  return reduction2 === "none" ? target.shape : [];
}
function lossWork(target, weight, reduction2) {
  const each = 1n + (weight === void 0 ? 0n : 1n) + (reduction2 === "none" ? 0n : 1n);
  return add(mul(size(target), each), reduction2 === "mean" ? 1n : 0n);
}
function lists(inputs, kinds2) {
  if (inputs.length % kinds2 !== 0)
    throw new Mismatch(`it has ${inputs.length} tensors; a multiple of ${kinds2} expected: values, gradients and state`);
  const count2 = inputs.length / kinds2;
  return Array.from({ length: kinds2 }, (_, k) => inputs.slice(k * count2, (k + 1) * count2));
}
function updated(inputs, kinds2) {
  const [values = [], , ...state] = lists(inputs, kinds2);
  return [...values, ...state.flat()].map((x) => x.shape);
}
function updatedTypes(inputs, kinds2) {
  const [values = [], , ...state] = lists(inputs, kinds2);
  return [...values, ...state.flat()].map((x) => x.dtype);
}
function optimizerWork(inputs, kinds2, each) {
  const [values = []] = lists(inputs, kinds2);
  return other(values.reduce((n, x) => add(n, mul(product(x.shape), each)), 0n));
}
var optimizer = (name, kinds2, each, doc) => operator({
  domain: "ai.onnx.preview.training",
  name,
  revisions: [1],
  source: preview(name),
  doc,
  inputs: ["R", "T", "...inputs"],
  outputs: ["...outputs"],
  attributes: {
    alpha: float(0.9),
    beta: float(0.999),
    decay_factor: float(0),
    epsilon: float(0),
    mode: string("standard"),
    norm_coefficient: float(0),
    norm_coefficient_post: float(0)
  },
  dtype: ({ inputs }) => ({ outputs: updatedTypes(inputs, kinds2) }),
  shape: ({ inputs }) => ({ outputs: updated(inputs, kinds2) }),
  work: ({ inputs }, _, { mode }) => optimizerWork(inputs, kinds2, each(mode)),
  roles: { R: "constant", T: "constant" },
  examples: []
});
var training = [
  operator({
    name: "NegativeLogLikelihoodLoss",
    revisions: [12, 13, 22],
    source: page16("NegativeLogLikelihoodLoss"),
    doc: "The negated log-probability of each target class, one for each or their sum or mean: a sign per target, a product where classes have weights, an addition where they are reduced, a division for the mean.",
    inputs: ["input", "target", "weight?"],
    outputs: ["loss"],
    attributes: { ignore_index: int(), reduction: string("mean") },
    shape: ({ target }, { reduction: reduction2 }) => ({ loss: losses(target, reduction2) }),
    work: ({ target, weight }, _, { reduction: reduction2 }) => other(lossWork(target, weight, reduction2)),
    roles: { target: "constant" },
    examples: []
  }),
  operator({
    name: "SoftmaxCrossEntropyLoss",
    revisions: [12, 13],
    source: page16("SoftmaxCrossEntropyLoss"),
    doc: "LogSoftmax over the classes (5 operations per score and a logarithm per target), then the negated log-probability of each target class as NegativeLogLikelihoodLoss counts it.",
    inputs: ["scores", "labels", "weights?"],
    outputs: ["output", "log_prob?"],
    attributes: { ignore_index: int(), reduction: string("mean") },
    shape: ({ scores: scores2, labels }, { reduction: reduction2 }) => ({ output: losses(labels, reduction2), log_prob: scores2.shape }),
    work: ({ scores: scores2, labels, weights }, _, { reduction: reduction2 }) => other(add(add(mul(size(scores2), 5n), size(labels)), lossWork(labels, weights, reduction2))),
    roles: { labels: "constant" },
    examples: []
  }),
  operator({
    domain: "ai.onnx.preview.training",
    name: "Gradient",
    revisions: [1],
    source: preview("Gradient"),
    doc: "The gradients of a value by others, each of the shape of what it is taken by. What computing them costs depends on the graph in between, so its work is unknown.",
    inputs: ["...Inputs"],
    outputs: ["...Outputs"],
    attributes: { xs: required(strings()), y: required(string()), zs: strings() },
    shape: ({ Inputs }, { xs }) => ({ Outputs: Inputs.slice(0, xs.length).map((x) => x.shape) }),
    work: (_, __, ___, call) => other(unknown(`\`${call.label}\`: the graph between its values decides`)),
    examples: []
  }),
  optimizer(
    "Adagrad",
    3,
    () => 9n,
    "Regularized gradient (2), squared and added to its history (2), its root and a small constant (2), product, quotient and step (3): 9 operations per element."
  ),
  optimizer(
    "Adam",
    4,
    () => 15n,
    "Regularized gradient (2), moving average of gradients (3) and of their squares (4), its root and a small constant (2), product, quotient and step (3), shrinking (1): 15 operations per element."
  ),
  optimizer(
    "Momentum",
    3,
    (mode) => mode === "nesterov" ? 9n : 7n,
    "Regularized gradient (2), momentum (3), product and step (2): 7 operations per element; 9 in Nesterov\u2019s mode."
  )
];

// src/operators/training-steps.ts
var domain7 = "com.microsoft";
var from2 = { domain: domain7, revisions: [1], source: trainingPage2 };
function renamed(own2, name, more = {}) {
  if (own2 === void 0) throw new Error(`nothing to rename to ${name}`);
  return { ...own2, name, domain: domain7, revisions: [1], source: trainingPage2, ...more };
}
var lossDoc = "LogSoftmax over the classes (5 operations per score and a logarithm per target), then the negated log-probability of each target class: a sign per target, a product where classes have weights, an addition where they are reduced, a division for the mean.";
var lossGradDoc = "The gradient of the scores: probability less 1 at the target, times the gradient of the loss: exponential, comparison, difference and product, 4 operations per score; 2 per target where classes have weights.";
var lossGradients = [
  { name: "SoftmaxCrossEntropyLossInternalGrad", domain: domain7, revisions: [1] },
  { name: "SoftmaxCrossEntropyLossGrad", domain: domain7, revisions: [1] },
  { name: "SparseSoftmaxCrossEntropyGrad", domain: "", revisions: [9] }
];
var trainingSteps = () => [
  ...[
    { name: "SoftmaxCrossEntropyLossInternal", domain: domain7, revisions: [1] },
    { name: "SparseSoftmaxCrossEntropy", domain: "", revisions: [9] }
  ].map(
    (given2) => operator({
      ...given2,
      source: trainingPage2,
      doc: lossDoc,
      inputs: ["scores", "labels", "weights?", "ignore_index?"],
      outputs: ["output", "log_prob?"],
      attributes: { output_type: int(), reduction: string("mean") },
      dtype: ({ scores: scores2 }, { output_type }) => {
        const dtype = output_type === void 0 ? scores2.dtype : dtypeOf(output_type);
        return { output: dtype, log_prob: dtype };
      },
      shape: ({ scores: scores2, labels }, a) => ({ output: losses(labels, a.reduction), log_prob: scores2.shape }),
      work: ({ scores: scores2, labels, weights }, _, a) => other(sum([mul(size(scores2), 5n), size(labels), lossWork(labels, weights, a.reduction)])),
      roles: { labels: "constant", ignore_index: "constant" },
      examples: []
    })
  ),
  ...lossGradients.map(
    (given2) => operator({
      ...given2,
      source: trainingPage2,
      doc: lossGradDoc,
      inputs: ["dY", "log_prob", "label", "weight?", "ignore_index?", "bias?"],
      outputs: ["d_logits"],
      attributes: { output_type: int(), reduction: string("mean") },
      dtype: ({ log_prob }, { output_type }) => ({
        d_logits: output_type === void 0 ? log_prob.dtype : dtypeOf(output_type)
      }),
      shape: ({ log_prob }) => ({ d_logits: log_prob.shape }),
      work: ({ log_prob, label, weight, bias }) => other(
        sum([mul(size(log_prob), bias === void 0 ? 4n : 5n), weight === void 0 ? 0n : mul(size(label), 2n)])
      ),
      roles: { label: "constant", ignore_index: "constant" },
      examples: []
    })
  ),
  operator({
    ...from2,
    name: "SoftmaxCrossEntropy",
    doc: "LogSoftmax over the classes (5 operations per score and a logarithm per row), then its products with a label of the same shape, summed: 2 per score; a division for the mean.",
    inputs: ["logits", "label"],
    outputs: ["Y", "log_prob?"],
    attributes: { reduction: string("mean") },
    shape: ({ logits, label }, a) => ({
      Y: a.reduction === "none" ? label.shape.slice(0, -1) : [],
      log_prob: logits.shape
    }),
    work: ({ logits }, _, a) => other(sum([mul(size(logits), 7n), product(logits.shape.slice(0, -1)), a.reduction === "mean" ? 1n : 0n])),
    examples: []
  }),
  operator({
    ...from2,
    name: "SoftmaxCrossEntropyGrad",
    doc: "Probability less label, times the gradient of the loss: exponential, difference, product, 3 operations per score.",
    inputs: ["dY", "log_prob", "label"],
    outputs: ["d_logits"],
    attributes: { reduction: string("mean") },
    dtype: { d_logits: "log_prob" },
    shape: ({ log_prob }) => ({ d_logits: log_prob.shape }),
    work: ({ log_prob }) => other(mul(size(log_prob), 3n)),
    examples: []
  }),
  ...["NegativeLogLikelihoodLossInternal", "NegativeLogLikelihoodLossInternal2"].map(
    (name) => operator({
      ...from2,
      name,
      doc: "The negated log-probability of each target class, counted as NegativeLogLikelihoodLoss counts it.",
      inputs: ["input", "target", "weight?", "ignore_index?"],
      outputs: ["loss"],
      attributes: { reduction: string("mean") },
      shape: (given2, a) => ({ loss: losses(given2.target, a.reduction) }),
      work: (given2, _, a) => other(lossWork(given2.target, given2.weight, a.reduction)),
      roles: { target: "constant", ignore_index: "constant" },
      examples: []
    })
  ),
  renamed(
    reduction.findLast((o) => o.name === "ReduceSum"),
    "ReduceSumTraining"
  ),
  renamed(
    splitting.find((o) => o.name === "Split" && o.revisions.includes(13)),
    "SplitTraining"
  ),
  operator({
    ...from2,
    name: "ConcatTraining",
    doc: "Puts the inputs one after another along an axis, and says how long each was.",
    inputs: ["...inputs"],
    outputs: ["concat_result", "per_input_length?"],
    attributes: { axis: required(int()) },
    dtype: { per_input_length: "int64" },
    shape: ({ inputs }, { axis }) => {
      const [first, ...rest] = inputs;
      if (first === void 0) throw new Mismatch("it has no inputs");
      const along = axisOf(axis, first.rank);
      for (const x of rest) assertRank(x, first.rank);
      const extent2 = sum(inputs.map((x) => x.dim(along)));
      return {
        concat_result: first.shape.map((d, i) => i === along ? extent2 : d),
        per_input_length: [BigInt(inputs.length)]
      };
    },
    value: ({ inputs }, { axis }) => ({
      per_input_length: inputs.map((x) => x.dim(axisOf(axis, x.rank))),
      concat_result: inputs.every((x) => x.rank === 1 && x.value !== void 0) ? inputs.flatMap((x) => x.value ?? []) : void 0
    }),
    work: free,
    roles: { inputs: "carried" },
    examples: []
  }),
  operator({
    ...from2,
    name: "BiasSoftmaxDropout",
    doc: "Dropout of the softmax of data and bias: a sum, the 5 operations of Softmax, and 2 to keep and scale, per element.",
    inputs: ["data", "bias", "ratio?"],
    outputs: ["dropout_output", "mask", "softmax_output"],
    attributes: { axis: int(1n), is_inner_broadcast: int(), seed: int() },
    dtype: { mask: "bool" },
    shape: ({ data }) => ({ dropout_output: data.shape, mask: data.shape, softmax_output: data.shape }),
    work: ({ data }) => other(mul(size(data), 8n)),
    roles: { ratio: "constant" },
    examples: []
  }),
  operator({
    ...from2,
    name: "FakeQuant",
    doc: "Quantizes and dequantizes: 4 and 2 operations per element, and 2 comparisons to say what was in range.",
    inputs: ["input", "scale", "zero_point"],
    outputs: ["output", "mask"],
    attributes: { quant_max: int(255n), quant_min: int(0n) },
    dtype: { mask: "bool" },
    shape: ({ input }) => ({ output: input.shape, mask: input.shape }),
    work: ({ input }) => other(mul(size(input), quantizing + 4n)),
    roles: { scale: "quantization", zero_point: "quantization" },
    examples: []
  }),
  operator({
    ...from2,
    name: "IsFinite",
    doc: "Whether an element is finite: one operation each.",
    inputs: ["X"],
    outputs: ["Y"],
    dtype: { Y: "bool" },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(size(X)),
    examples: []
  }),
  operator({
    ...from2,
    name: "All",
    doc: "Whether all elements are true: one operation each.",
    inputs: ["X"],
    outputs: ["Y"],
    shape: () => ({ Y: [] }),
    work: ({ X }) => other(size(X)),
    examples: []
  }),
  operator({
    ...from2,
    name: "Scale",
    doc: "A product, or a quotient, per element.",
    inputs: ["input", "scale"],
    outputs: ["output"],
    attributes: { scale_down: int(0n) },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(size(input)),
    memory: "inplace",
    roles: { scale: "constant" },
    examples: []
  }),
  operator({
    ...from2,
    name: "MixedPrecisionScale",
    doc: "Tensors scaled and cast, on their own or into one vector: a product per element.",
    inputs: ["S", "...X"],
    outputs: ["...Y"],
    attributes: { fuse_outputs: int(0n), to: required(int()) },
    dtype: (_, { to }, { outputs }) => ({ Y: outputs.map(() => dtypeOf(to)) }),
    shape: ({ X }, { fuse_outputs }) => ({
      Y: fuse_outputs === 0n ? X.map((x) => x.shape) : [[sum(X.map(size))]]
    }),
    work: ({ X }) => other(sum(X.map(size))),
    roles: { S: "constant" },
    examples: []
  }),
  operator({
    ...from2,
    name: "View",
    doc: "Parts of a buffer, by the shapes given for them.",
    inputs: ["input", "...shapes"],
    outputs: ["...outputs"],
    dtype: ({ input }, _, { outputs }) => ({ outputs: outputs.map(() => input.dtype) }),
    shape: (given2) => ({ outputs: given2.shapes.map(extentsFrom) }),
    work: free,
    roles: { input: "carried", shapes: "constant" },
    examples: []
  }),
  operator({
    ...from2,
    name: "ReduceAllL2",
    doc: "The Euclidean norm of all tensors together: a square and an addition per element, and a root.",
    inputs: ["...X"],
    outputs: ["Y"],
    shape: () => ({ Y: [] }),
    work: ({ X }) => other(add(mul(sum(X.map(size)), 2n), 1n)),
    examples: []
  }),
  renamed(
    normalization.find((o) => o.name === "BatchNormalization"),
    "BatchNormInternal",
    {
      doc: "BatchNormalization in training mode: 7 operations per element, and per channel 5 for the statistics and 6 to carry them on; 2 per element when that is off.",
      attributes: { epsilon: float(1e-5), momentum: float(0.9), training_mode: int(1n) },
      work: ({ X, scale }, _, a) => {
        if (!(X instanceof Operand && scale instanceof Operand)) throw new Mismatch("input X is missing");
        if (a.training_mode === 0n) return other(mul(size(X), 2n));
        return other(add(mul(size(X), 7n), mul(size(scale), 11n)));
      },
      examples: []
    }
  ),
  operator({
    ...from2,
    name: "LSTMTraining",
    doc: "LSTM that keeps all states of its cells and all gates. Counted as LSTM.",
    inputs: ["X", "W", "R", "B?", "SL?", "Ht0?", "Ct0?", "P?"],
    outputs: ["HAll?", "HFinal?", "CFinal?", "CAll?", "iofc?"],
    attributes: { ...settings, input_forget: int(0n) },
    shape: ({ X, W, R }, a) => {
      const s = sizes(X, W, R, 4n, a);
      const { all, last } = shapes(s, a);
      return {
        HAll: all,
        HFinal: last,
        CFinal: last,
        CAll: all,
        iofc: [s.steps, s.directions, s.batch, mul(s.hidden, 4n)]
      };
    },
    work: ({ X, W, R, B, P }, _, a) => work(sizes(X, W, R, 4n, a), 4n, 13n + extras(4n, B, a) + (P === void 0 ? 0n : 6n)),
    roles: { W: "weight", R: "weight", B: "weight", SL: "constant", Ht0: "constant", Ct0: "constant", P: "weight" },
    examples: []
  }),
  operator({
    ...from2,
    name: "LSTMGrad",
    doc: "Gradients of an LSTM. MACs: 4\xB7(I + H)\xB7H for every step, sample and direction twice, for what went in and for the weights. Other, per state: 4 for the cell\u2019s gradient, 4 each for those of its 4 gates, 2 to carry it back, 4 sums for the bias where it is taken.",
    inputs: ["X", "W", "R", "SL?", "Ht0?", "Ct0?", "HAll?", "CAll?", "iofc?", "dHAll?", "dHFinal?", "dCFinal?"],
    outputs: ["dX?", "dW?", "dR?", "dB?", "dH0?", "dC0?", "dP?"],
    attributes: { ...settings, input_forget: int(0n) },
    shape: ({ X, W, R }, a) => {
      const s = sizes(X, W, R, 4n, a);
      const { last } = shapes(s, a);
      return {
        dX: X.shape,
        dW: W.shape,
        dR: R.shape,
        dB: [s.directions, mul(s.hidden, 8n)],
        dH0: last,
        dC0: last,
        dP: [s.directions, mul(s.hidden, 3n)]
      };
    },
    work: ({ X, W, R }, _, a, call) => {
      const each = work(sizes(X, W, R, 4n, a), 4n, takes(call, 3) ? 26n : 22n);
      return { ...each, macs: mul(each.macs, 2n) };
    },
    roles: { W: "weight", R: "weight", SL: "constant" },
    examples: []
  }),
  operator({
    ...from2,
    name: "PadAndUnflatten",
    doc: "Rows put back among rows of zeros, whose axis becomes two. Moves data; computes nothing.",
    inputs: ["input", "indices", "unflatten_dims"],
    outputs: ["output", "flatten_output_shape?"],
    dtype: { flatten_output_shape: "unflatten_dims" },
    shape: ({ input, unflatten_dims }) => {
      const [outer, inner, ...more] = unflatten_dims.dims();
      if (outer === void 0 || inner === void 0 || more.length > 0)
        throw new Mismatch(`unflatten_dims has ${unflatten_dims.dims().length} numbers; 2 expected`);
      return { output: [outer, inner, ...input.shape.slice(1)], flatten_output_shape: [BigInt(input.rank)] };
    },
    work: free,
    roles: { indices: "constant", unflatten_dims: "constant" },
    examples: []
  })
];

// src/operators/tree-paths.ts
function longestWays({ costs, below }) {
  const ways = costs.map(() => void 0);
  for (let start = 0; start < costs.length; start++) {
    const stack = [start];
    for (let at = stack.at(-1); at !== void 0; at = stack.at(-1)) {
      if (typeof ways[at] === "bigint") {
        stack.pop();
        continue;
      }
      const waiting = [];
      let longest = 0n;
      for (const next of below[at] ?? []) {
        const way = ways[next];
        if (typeof way !== "bigint") waiting.push(next);
        else if (way > longest) longest = way;
      }
      if (waiting.length === 0) {
        ways[at] = (costs[at] ?? 0n) + longest;
        stack.pop();
      } else if (ways[at] === "open") throw new Mismatch("a tree leads back to a node it came from");
      else {
        ways[at] = "open";
        stack.push(...waiting);
      }
    }
  }
  return ways.map((way) => typeof way === "bigint" ? way : 0n);
}
function operationsOfLists(lists4, weights) {
  const { nodes_nodeids: ids = [], nodes_truenodeids: yes = [], nodes_falsenodeids: no = [] } = lists4;
  const { nodes_treeids: trees2 = [], nodes_modes: modes = [] } = lists4;
  sameLength("nodes_nodeids", ids.length, {
    nodes_treeids: trees2.length,
    nodes_modes: modes.length,
    nodes_truenodeids: yes.length,
    nodes_falsenodeids: no.length
  });
  const places = placesOf(trees2, ids);
  const place3 = (tree, id) => {
    const found = places.get(tree)?.get(id);
    if (found === void 0) throw new Mismatch(`tree ${tree} has no node ${id}`);
    return found;
  };
  const costs = modes.map((mode) => mode === "LEAF" ? 0n : 1n);
  addWeights(costs, modes, weights, place3);
  const below = modes.map((mode, i) => {
    const tree = trees2[i] ?? 0n;
    return mode === "LEAF" ? void 0 : [place3(tree, yes[i] ?? 0n), place3(tree, no[i] ?? 0n)];
  });
  return longestOfEach(longestWays({ costs, below }), trees2);
}
function placesOf(trees2, ids) {
  const places = /* @__PURE__ */ new Map();
  trees2.forEach((tree, i) => {
    const id = ids[i] ?? 0n;
    const nodes = places.get(tree);
    if (nodes === void 0) places.set(tree, /* @__PURE__ */ new Map([[id, i]]));
    else if (nodes.has(id)) throw new Mismatch(`tree ${tree} has two nodes ${id}`);
    else nodes.set(id, i);
  });
  return places;
}
function addWeights(costs, modes, { treeIds = [], nodeIds = [] }, place3) {
  sameLength("the node of each weight", nodeIds.length, { "the tree of each weight": treeIds.length });
  treeIds.forEach((tree, i) => {
    const at = place3(tree, nodeIds[i] ?? 0n);
    if (modes[at] === "LEAF") costs[at] = (costs[at] ?? 0n) + 1n;
  });
}
function longestOfEach(ways, trees2) {
  const longest = /* @__PURE__ */ new Map();
  ways.forEach((way, i) => {
    const tree = trees2[i] ?? 0n;
    if (way > (longest.get(tree) ?? -1n)) longest.set(tree, way);
  });
  return total5(longest.values());
}
function operationsOfSplits(lists4, comparisons, leaves) {
  const { nodes_truenodeids: yes = [], nodes_falsenodeids: no = [], tree_roots: roots = [] } = lists4;
  const { nodes_trueleafs: yesLeaf = [], nodes_falseleafs: noLeaf = [] } = lists4;
  const count2 = comparisons.length;
  sameLength("nodes_modes", count2, {
    nodes_truenodeids: yes.length,
    nodes_falsenodeids: no.length,
    nodes_trueleafs: yesLeaf.length,
    nodes_falseleafs: noLeaf.length
  });
  const place3 = (id, isLeaf) => {
    const most3 = isLeaf ? leaves : count2;
    if (id < 0n || id >= BigInt(most3)) throw new Mismatch(`there is no ${isLeaf ? "leaf" : "node"} ${id} of ${most3}`);
    return Number(id) + (isLeaf ? count2 : 0);
  };
  const costs = [...comparisons, ...Array.from({ length: leaves }, () => 1n)];
  const below = comparisons.map((_, i) => [
    place3(yes[i] ?? 0n, yesLeaf[i] !== 0n),
    place3(no[i] ?? 0n, noLeaf[i] !== 0n)
  ]);
  const ways = longestWays({ costs, below });
  return total5(roots.map((root) => ways[place3(root, false)] ?? 0n));
}
function sameLength(what, length, others) {
  for (const [name, other2] of Object.entries(others))
    if (other2 !== length) throw new Mismatch(`${name} has ${other2} entries; ${length} expected, as ${what} has`);
}
function total5(counts2) {
  let all = 0n;
  for (const n of counts2) all += n;
  return all;
}

// src/operators/trees.ts
var domain8 = "ai.onnx.ml";
var most2 = "Which way a row takes the data decides; counted is the most it can take: along the costliest way down every tree one comparison at each branch";
var scored = "then an addition per score for base values, and the post transform: per score SOFTMAX 5, LOGISTIC 1, PROBIT 4 operations";
var lists2 = {
  base_values: floats(),
  base_values_as_tensor: tensor(),
  nodes_falsenodeids: ints(),
  nodes_featureids: ints(),
  nodes_hitrates: floats(),
  nodes_hitrates_as_tensor: tensor(),
  nodes_missing_value_tracks_true: ints(),
  nodes_modes: strings(),
  nodes_nodeids: ints(),
  nodes_treeids: ints(),
  nodes_truenodeids: ints(),
  nodes_values: floats(),
  nodes_values_as_tensor: tensor(),
  post_transform: string("NONE")
};
function ensembleWork(X, scores2, a, weights) {
  if ((a.nodes_nodeids ?? []).length === 0) throw new Mismatch("it has no nodes; nodes_nodeids expected");
  const hasBase = (a.base_values ?? []).length > 0 || a.base_values_as_tensor !== void 0;
  return [
    mul(rows2(X), operationsOfLists(a, weights)),
    hasBase ? size(scores2) : 0n,
    transformed2(size(scores2), a.post_transform)
  ];
}
var branchMember = 6;
function comparisonsOf(modes, members) {
  const kinds2 = elementsOf2(modes, "nodes_modes");
  const sets = members === void 0 ? [] : setSizes(elementsOf2(members, "membership_values"));
  let set = 0;
  return kinds2.map((kind) => {
    if (Number(kind) !== branchMember) return 1n;
    const count2 = sets[set++];
    if (count2 === void 0) throw new Mismatch(`membership_values holds ${sets.length} sets; more branches test one`);
    return count2;
  });
}
function elementsOf2(values, name) {
  const elements = values.elements(0, Number(values.elementCount));
  if (elements === void 0) throw new Undetermined(`the elements of ${name} decide, and they are not in the file`);
  return elements;
}
function setSizes(values) {
  const sizes3 = [];
  let size2 = 0n;
  for (const value of values)
    if (Number.isNaN(value)) {
      sizes3.push(size2);
      size2 = 0n;
    } else size2++;
  return size2 > 0n ? [...sizes3, size2] : sizes3;
}
var trees = [
  operator({
    domain: domain8,
    name: "TreeEnsembleClassifier",
    revisions: [1, 3, 5],
    source: mlPage("TreeEnsembleClassifier"),
    doc: `Decision trees that vote for classes. ${most2}, and at the leaf an addition per vote; ${scored}; a comparison per score finds the best class. ${attributesOnly}`,
    inputs: ["X"],
    outputs: ["Y", "Z"],
    attributes: {
      ...lists2,
      class_ids: ints(),
      class_nodeids: ints(),
      class_treeids: ints(),
      class_weights: floats(),
      class_weights_as_tensor: tensor(),
      classlabels_int64s: ints(),
      classlabels_strings: strings()
    },
    dtype: (_, a) => ({ Y: labelType({ text: a.classlabels_strings }), Z: "float32" }),
    shape: ({ X }, a) => ({
      Y: [rows2(X)],
      Z: [rows2(X), classes({ text: a.classlabels_strings, integers: a.classlabels_int64s })]
    }),
    work: ({ X }, { Z }, a) => other(sum([...ensembleWork(X, Z, a, { treeIds: a.class_treeids, nodeIds: a.class_nodeids }), size(Z)])),
    trained: [
      "base_values",
      "base_values_as_tensor",
      "nodes_values",
      "nodes_values_as_tensor",
      "class_weights",
      "class_weights_as_tensor"
    ],
    examples: []
  }),
  operator({
    domain: domain8,
    name: "TreeEnsembleRegressor",
    revisions: [1, 3, 5],
    source: mlPage("TreeEnsembleRegressor"),
    doc: `Decision trees that give a number for each target. ${most2}, and at the leaf an addition (or comparison) per weight; of an AVERAGE a quotient per target; ${scored}. ${attributesOnly}`,
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      ...lists2,
      aggregate_function: string("SUM"),
      n_targets: int(1n),
      target_ids: ints(),
      target_nodeids: ints(),
      target_treeids: ints(),
      target_weights: floats(),
      target_weights_as_tensor: tensor()
    },
    dtype: { Y: "float32" },
    shape: ({ X }, { n_targets }) => ({ Y: [rows2(X), n_targets] }),
    work: ({ X }, { Y }, a) => other(
      sum([
        ...ensembleWork(X, Y, a, { treeIds: a.target_treeids, nodeIds: a.target_nodeids }),
        a.aggregate_function === "AVERAGE" ? size(Y) : 0n
      ])
    ),
    trained: [
      "base_values",
      "base_values_as_tensor",
      "nodes_values",
      "nodes_values_as_tensor",
      "target_weights",
      "target_weights_as_tensor"
    ],
    examples: []
  }),
  operator({
    domain: domain8,
    name: "TreeEnsemble",
    revisions: [5],
    source: mlPage("TreeEnsemble"),
    doc: `Decision trees that give a number for each target. ${most2} (at one that tests membership, one for each member of its set), and an addition (or comparison) at the leaf; of an AVERAGE a quotient per target; then the post transform: per score SOFTMAX 5, LOGISTIC 1, PROBIT 4 operations. ${attributesOnly}`,
    inputs: ["X"],
    outputs: ["Y"],
    attributes: {
      aggregate_function: int(1n),
      leaf_targetids: required(ints()),
      leaf_weights: required(tensor()),
      membership_values: tensor(),
      n_targets: int(1n),
      nodes_falseleafs: required(ints()),
      nodes_falsenodeids: required(ints()),
      nodes_featureids: required(ints()),
      nodes_hitrates: tensor(),
      nodes_missing_value_tracks_true: ints(),
      nodes_modes: required(tensor()),
      nodes_splits: required(tensor()),
      nodes_trueleafs: required(ints()),
      nodes_truenodeids: required(ints()),
      post_transform: int(0n),
      tree_roots: required(ints())
    },
    shape: ({ X }, { n_targets }) => ({ Y: [rows2(X), n_targets] }),
    work: ({ X }, { Y }, a) => {
      const comparisons = comparisonsOf(a.nodes_modes, a.membership_values);
      const down = operationsOfSplits(a, comparisons, a.leaf_targetids.length);
      const average = a.aggregate_function === 0n ? size(Y) : 0n;
      const transform = transforms[Number(a.post_transform)] ?? `${a.post_transform}`;
      return other(add(mul(rows2(X), down), add(average, transformed2(size(Y), transform))));
    },
    trained: ["leaf_weights", "membership_values", "nodes_splits"],
    examples: []
  })
];

// src/operators/variadic.ts
var page17 = (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
function variadic({ name, revisions, doc, operations, fold, example }) {
  return operator({
    name,
    revisions,
    source: page17(name),
    doc,
    inputs: ["...data"],
    outputs: ["Y"],
    shape: ({ data }) => ({ Y: broadcastOf(...data) }),
    value: ({ data }) => {
      if (fold === void 0) return {};
      return { Y: folded(data, broadcastOf(...data), (...elements) => elements.reduce((x, y) => fold(x, y))) };
    },
    work: ({ data }, { Y }) => other(mul(size(Y), operations(BigInt(data.length)))),
    memory: "inplace",
    broadcasts: "whole",
    examples: []
  });
}
var lists3 = [
  {
    name: "Max",
    revisions: [1, 6, 8, 12, 13],
    doc: "The largest of the inputs. n \u2212 1 comparisons per output element of n inputs.",
    operations: (n) => n - 1n,
    fold: larger,
    example: {
      given: {
        data: [
          { shape: [2], dtype: "int64", value: [1, "s"] },
          { shape: [1], dtype: "int64", value: [0] }
        ]
      },
      gives: { Y: { shape: [2], value: [1, "s"] } },
      other: 2n
    }
  },
  {
    name: "Min",
    revisions: [1, 6, 8, 12, 13],
    doc: "The smallest of the inputs. n \u2212 1 comparisons per output element of n inputs.",
    operations: (n) => n - 1n,
    fold: smaller,
    example: {
      given: {
        data: [
          { shape: [2], dtype: "int64", value: [1, "s + 4"] },
          { shape: [1], dtype: "int64", value: [3] }
        ]
      },
      gives: { Y: { shape: [2], value: [1, 3] } },
      other: 2n
    }
  },
  {
    name: "Sum",
    revisions: [1, 6, 8, 13],
    doc: "The sum of the inputs. n \u2212 1 additions per output element of n inputs.",
    operations: (n) => n - 1n,
    fold: plus,
    example: { given: { data: [[3, 4], [3, 4], [4]] }, gives: { Y: [3, 4] }, other: 24n }
    // 2 · 12
  },
  {
    name: "Mean",
    revisions: [1, 6, 8, 13],
    doc: "The mean of the inputs. n \u2212 1 additions and a division per output element of n inputs.",
    operations: (n) => n,
    example: {
      given: {
        data: [
          [3, 4],
          [3, 4]
        ]
      },
      gives: { Y: [3, 4] },
      other: 24n
    }
    // 2 · 12
  }
];
var variadics = [...lists3.map(variadic)];

// src/operators/index.ts
var common2 = [
  ...activations,
  ...attention,
  ...rotary,
  ...carriedState,
  ...casting,
  ...contrib,
  ...contribImages,
  ...tokens,
  ...controlFlow,
  ...convolution,
  ...creation,
  ...randoms,
  ...detection,
  ...elementwise,
  ...selection,
  ...arithmetic2,
  ...variadics,
  ...experts,
  ...fusedConvolution,
  ...fused,
  ...projectedAttention,
  ...decoderAttention,
  ...fusedAttention,
  ...cachedAttention,
  ...pagedAttention,
  ...packedTokens,
  ...relativePosition,
  ...fusedNormalization,
  ...gathering,
  ...scattering,
  ...generation,
  ...integerLayers,
  ...layout,
  ...lowBit,
  ...matrix,
  ...ml,
  ...mlModels,
  ...trees,
  ...movement,
  ...pad,
  ...normalization,
  ...ordered,
  ...pooling,
  ...quantization,
  ...quantizedLayers,
  ...recurrent,
  ...reduction,
  ...ranking,
  ...resampling,
  ...samples,
  ...reshape,
  ...sequences,
  ...optionals,
  ...signal,
  ...slicing,
  ...splitting,
  ...text,
  ...training,
  ...nchwc,
  ...borrowedOperators,
  ...legacy,
  ...attendedRecurrence,
  ...sparse
];
var rare = () => [
  ...gradients(),
  ...optimizers(),
  ...trainingSteps(),
  ...nhwc(),
  ...betweenDevices(),
  ...opaque(),
  ...plugins(),
  ...beforeAfter()
];
var newestOpset = 28n;
var newestVersions = /* @__PURE__ */ new Map([
  ["", newestOpset],
  ["ai.onnx.ml", 5n],
  ["ai.onnx.preview", 1n],
  ["ai.onnx.preview.training", 1n],
  ["com.microsoft", 1n],
  ["com.microsoft.nchwc", 1n],
  ["com.ms.internal.nhwc", newestOpset],
  ["org.pytorch.aten", 1n],
  ["TRT", 1n],
  ["trt", 1n],
  ["trt.plugins", 1n],
  ["mmdeploy", 1n],
  ["mmcv", 1n],
  ["ai.onnx.contrib", 1n],
  ["com.microsoft.extensions", 1n]
]);
function sinceVersion(domain9, op) {
  const named2 = commonIndex().get(domain9)?.get(op) ?? rareIndex().get(domain9)?.get(op);
  return named2 && Math.min(...named2.entries.flatMap(({ revisions }) => revisions));
}
function lookup(domain9, op, version) {
  const named2 = commonIndex().get(domain9)?.get(op) ?? rareIndex().get(domain9)?.get(op);
  if (named2 === void 0) return void 0;
  if (named2.last?.version === version) return named2.last.found;
  let found;
  for (const operator2 of named2.entries)
    for (const revision of operator2.revisions)
      if (BigInt(revision) <= version && revision > (found?.revision ?? -1))
        found = { operator: operator2, revision, newer: version > (newestVersions.get(domain9) ?? version) };
  named2.last = { version, found };
  return found;
}
var commonIndex = once2(() => indexed(common2));
var rareIndex = once2(() => indexed(rare()));
function once2(make) {
  let made2;
  return () => {
    made2 ??= make();
    return made2;
  };
}
function indexed(entries) {
  const domains = /* @__PURE__ */ new Map();
  for (const operator2 of entries) {
    const names = domains.get(operator2.domain) ?? /* @__PURE__ */ new Map();
    domains.set(operator2.domain, names);
    const named2 = names.get(operator2.name);
    if (named2 === void 0) names.set(operator2.name, { entries: [operator2] });
    else named2.entries.push(operator2);
  }
  return domains;
}

// src/model/memo.ts
function startMemo(most3) {
  const known5 = /* @__PURE__ */ new Map();
  let count2 = 0;
  return (a, b, make) => {
    const before = known5.get(a);
    const found = before?.get(b);
    if (found !== void 0) return found;
    const made2 = make(a, b);
    if (count2 >= most3) return made2;
    count2++;
    if (before === void 0) known5.set(a, /* @__PURE__ */ new Map([[b, made2]]));
    else before.set(b, made2);
    return made2;
  };
}

// src/operators/bind.ts
function bindInputs(operator2, operands) {
  const bound = bindSlots(operator2.inputs, operands);
  for (const { name, optional, variadic: variadic2 } of operator2.inputs)
    if (!optional && !variadic2 && bound[name] === void 0) throw new Mismatch(`input ${name} is missing`);
  if (operator2.inputs[0]?.variadic === true && !operands.some((x) => x !== void 0))
    throw new Mismatch("it has no inputs");
  return bound;
}
function bindOutputs(operator2, operands) {
  return bindSlots(operator2.outputs, operands);
}
function bindSlots(slots2, operands) {
  const bound = {};
  slots2.forEach((s, i) => {
    bound[s.name] = s.variadic ? operands.slice(i).filter((x) => x !== void 0) : operands[i];
  });
  const surplus = operands.findLastIndex((x) => x !== void 0) + 1;
  if (surplus > slots2.length && slots2.at(-1)?.variadic !== true)
    throw new Mismatch(`it has ${surplus} inputs; at most ${slots2.length} expected`);
  return bound;
}
function readAttributes(operator2, node) {
  const values = {};
  for (const [name, spec] of Object.entries(operator2.attributes)) {
    const given2 = node.attributes.get(name);
    if (given2 === void 0) {
      if (spec.required) throw new Mismatch(`attribute ${name} is missing`);
      values[name] = spec.fallback;
    } else if (given2.kind === "reference") {
      throw new Mismatch(`attribute ${name} refers to \`${given2.name}\`, which no caller has given`);
    } else if (spec.kind === "any") values[name] = given2;
    else if (given2.kind !== spec.kind)
      throw new Mismatch(`attribute ${name} is of kind ${given2.kind}; ${spec.kind} expected`);
    else values[name] = given2.value;
  }
  return values;
}
function inferOutputs(operator2, inputs, attributes, call) {
  const facts = operator2.facts?.(inputs, attributes, call);
  if (facts !== void 0) return operator2.outputs.flatMap((slot2) => facts[slot2.name] ?? notGiven);
  const shapes2 = operator2.shape(inputs, attributes, call);
  const dtypes = dtypesOf(operator2, inputs, attributes, call);
  const values = valuesOf(operator2, inputs, attributes, call);
  const single = ({ name }) => tensorFact(dtypes(name, 0), shapes2[name], values?.[name]);
  if (!operator2.outputs.some((slot2) => slot2.variadic)) return operator2.outputs.map(single);
  return operator2.outputs.flatMap((slot2, i) => {
    if (!slot2.variadic) return [single(slot2)];
    const list2 = shapes2[slot2.name] ?? [];
    const valueList = values?.[slot2.name] ?? [];
    return call.outputs.slice(i).map((_, k) => tensorFact(dtypes(slot2.name, k), list2[k], valueList[k]));
  });
}
function inferDTypes(operator2, inputs, attributes, call) {
  try {
    const dtypes = dtypesOf(operator2, inputs, attributes, call);
    return operator2.outputs.flatMap(
      (slot2, i) => slot2.variadic ? call.outputs.slice(i).map((_, k) => dtypes(slot2.name, k)) : [dtypes(slot2.name, 0)]
    );
  } catch (error) {
    if (!(error instanceof Undetermined)) throw error;
    return call.outputs.map(() => null);
  }
}
function valuesOf(operator2, inputs, attributes, call) {
  try {
    return operator2.value?.(inputs, attributes, call);
  } catch (error) {
    if (error instanceof Undetermined) return void 0;
    throw error;
  }
}
function workOf(operator2, inputs, outputs, attributes, call) {
  return operator2.work === free ? { macs: 0n, other: 0n } : operator2.work(inputs, outputs, attributes, call);
}
var notGiven = { kind: "opaque", why: "the operator does not give this output" };
function tensorFact(dtype, shape, value) {
  const extents2 = shape ?? unknown("the operator does not give this output");
  if (!Array.isArray(value)) return { kind: "tensor", dtype, shape: extents2 };
  return { kind: "tensor", dtype, shape: extents2, value };
}
function dtypesOf(operator2, inputs, attributes, call) {
  const fallback = firstOf(inputs)?.dtype ?? null;
  const rule = operator2.dtype;
  if (typeof rule === "function") {
    const given2 = rule(inputs, attributes, call);
    return (output, k) => {
      if (!Object.hasOwn(given2, output)) return fallback;
      const entry = given2[output];
      return (Array.isArray(entry) ? entry[k] : entry) ?? null;
    };
  }
  return (output) => {
    const name = rule?.[output];
    if (name === void 0) return fallback;
    if (isDType(name)) return name;
    return [inputs[name]].flat().at(0)?.dtype ?? null;
  };
}
function firstOf(inputs) {
  for (const name in inputs) {
    const bound = inputs[name];
    if (!Array.isArray(bound)) return bound;
    if (bound.length > 0) return bound[0];
  }
  return void 0;
}

// src/analysis/step.ts
var Value = class extends Operand {
  /** The same whatever the model is given: stored, or computed from nothing else. */
  constant;
  /** Held by the file. */
  stored;
  /** Another name for this value: what a function returned, what it was called with. */
  alias;
  /** Nothing in the file defines it. */
  dangling;
  /** In the tables of its run, `ByValue`; they give it. */
  position = -1;
  constructor(name, fact, constant, { stored: stored2, alias, dangling: dangling2 = false } = plain2) {
    super(name, fact);
    this.constant = constant;
    this.stored = stored2;
    this.alias = alias;
    this.dangling = dangling2;
  }
};
var plain2 = {};
var maxElements3 = 1024;
var maxDepth = 32;
function makeValue(name, fact, constant) {
  return new Value(name, fact, constant);
}
function aliasOf(name, value) {
  return new Value(name, value.fact, value.constant, { alias: value });
}
function unknownFact(why) {
  return { kind: "tensor", dtype: null, shape: unknown(why) };
}
function storedValue(name, tensor2) {
  return new Value(name, new StoredFact(tensor2), true, { stored: tensor2 });
}
var StoredFact = class {
  kind = "tensor";
  dtype;
  shape;
  #tensor;
  #elements = null;
  constructor(tensor2) {
    this.dtype = tensor2.dtype;
    this.shape = tensor2.shape;
    this.#tensor = tensor2;
  }
  /** Whether there may be a value. */
  get isSmall() {
    return this.#tensor.elementCount <= maxElements3;
  }
  get value() {
    if (this.#elements === null)
      this.#elements = this.isSmall ? this.#tensor.elements(0, Number(this.#tensor.elementCount)) : void 0;
    return this.#elements;
  }
};
var OutOfOrder = class extends Error {
};
var outOfOrder = new OutOfOrder("a name that comes later, or twice");
function resolve(scope, name) {
  for (let s = scope; s !== void 0; s = s.parent) {
    const value2 = s.values.get(name);
    if (value2 !== void 0 || s.values.has(name)) return value2;
    if (s.inFileOrder) throw outOfOrder;
  }
  const fact = unknownFact(`nothing in the file defines \`${name}\``);
  const value = new Value(name, fact, false, { dangling: true });
  scope.values.set(name, value);
  return value;
}
function childScope(scope, label) {
  return {
    ...scope,
    parent: scope,
    values: /* @__PURE__ */ new Map(),
    inFileOrder: false,
    path: `${scope.path}${label}/`,
    depth: scope.depth + 1
  };
}
function addTensors(scope, tensors) {
  for (const [name, tensor2] of tensors) scope.values.set(name, storedValue(name, tensor2));
}
function unknownStep(node, inputs, why, fault) {
  const reason = `\`${nodeLabel(node)}\`: ${why}`;
  const outputs = node.outputs.map((name) => name === "" ? void 0 : makeValue(name, unknownFact(reason), false));
  return { node, inputs, outputs, does: { kind: "unknown", why, fault } };
}
function shapeOf2(value) {
  const { fact } = value;
  if (fact.kind === "tensor") return fact.shape;
  return unknown(fact.kind === "opaque" ? fact.why : `\`${value.name}\` is a ${fact.kind}, not a tensor`);
}

// src/analysis/rules.ts
function factsBy(operator2, operands, attributes, call) {
  const facts = inferOutputs(operator2, operands, attributes, call);
  for (const fact of facts) refuseNegative(fact);
  return facts.map(withoutBigValue);
}
function factsOrReason(operator2, operands, attributes, call) {
  try {
    return factsBy(operator2, operands, attributes, call);
  } catch (error) {
    if (!(error instanceof Undetermined)) throw error;
    const { why } = error;
    return inferDTypes(operator2, operands, attributes, call).map((dtype) => ({ ...unknownFact(why), dtype }));
  }
}
function workBy(operator2, operands, results, attributes, call) {
  const work2 = workOf(operator2, operands, bindOutputs(operator2, results), attributes, call);
  for (const count2 of [work2.macs, work2.other])
    if (isKnown(count2) && count2 < 0n) throw new Mismatch("its attributes make its work less than nothing");
  return work2;
}
function operandsOf({ inputs }, { operator: operator2 }) {
  return bindInputs(operator2, inputs);
}
function resultsOf({ outputs }, { operator: operator2, facts }) {
  return facts.map((fact, i) => outputs[i] ?? new Operand(operator2.outputs[i]?.name ?? "", fact));
}
function callOf(node, opset, symbol2) {
  return { opset, outputs: node.outputs, label: nodeLabel(node), symbol: symbol2 };
}
function refuseNegative(fact) {
  if (fact.kind !== "tensor" || isUnknown(fact.shape)) return;
  if (fact.shape.some((d) => isKnown(d) && d < 0n))
    throw new Mismatch(`its output would be ${formatShape(fact.shape)}, and no extent is negative`);
}
function withoutBigValue(fact) {
  if (fact.kind !== "tensor" || fact.value === void 0 || fact.value.length <= maxElements3) return fact;
  return { kind: "tensor", dtype: fact.dtype, shape: fact.shape };
}

// src/analysis/types.ts
var Typed = class {
  kind = "tensor";
  dtype;
  shape;
  /** What such a tensor takes, once somebody has asked (`widths.ts`). */
  bytes;
  constructor(dtype, shape) {
    this.dtype = dtype;
    this.shape = shape;
  }
};
var Unread = class extends Typed {
  get value() {
    throw asked;
  }
};
var Asked = class extends Error {
};
var asked = new Asked("a value, a label or a symbol");
var mostTypes = 32768;
var Types = class {
  byDType = /* @__PURE__ */ new Map();
  count = 0;
  /** What a rule may learn of a fact without reading values; `null` where an extent is unknown, or it is no tensor. */
  of(fact) {
    if (fact instanceof Typed) return fact;
    if (fact.kind !== "tensor" || isUnknown(fact.shape)) return null;
    const { dtype, shape } = fact;
    let branch = this.step(this.byDType, dtype);
    for (const extent2 of shape) {
      if (branch === void 0 || isUnknown(extent2)) return null;
      branch = this.step(branch.next, isKnown(extent2) && extent2 < small2 && extent2 >= 0n ? Number(extent2) : extent2);
    }
    if (branch === void 0) return null;
    if (mayHaveValue(fact)) {
      branch.unread ??= new Unread(dtype, shape);
      return branch.unread;
    }
    branch.typed ??= new Typed(dtype, shape);
    return branch.typed;
  }
  step(branches, key) {
    const known5 = branches.get(key);
    if (known5 !== void 0) return known5;
    if (this.count >= mostTypes) return void 0;
    this.count++;
    const made2 = { next: /* @__PURE__ */ new Map() };
    branches.set(key, made2);
    return made2;
  }
};
var small2 = 2n ** 30n;
function mayHaveValue(fact) {
  return fact instanceof StoredFact ? fact.isSmall : fact.value !== void 0;
}

// src/analysis/alike.ts
var mostSettings = 4096;
var mostBranches = 32768;
var mostValues = 64;
var Alike = class {
  settings = startMemo(mostSettings);
  types = new Types();
  symbol;
  left = mostBranches;
  constructor(symbol2) {
    this.symbol = symbol2;
  }
  /** What this node does, on its own. Where the rules cannot tell a shape, the reason, and element types all the same. */
  alone({ operator: operator2, node, opset, newer }, inputs) {
    const { attributes } = this.settings(operator2, node.attributes, settingOf);
    const operands = bindInputs(operator2, inputs);
    const call = callOf(node, opset, this.symbol);
    const facts = factsOrReason(operator2, operands, attributes, call);
    return { kind: "compute", shared: false, operator: operator2, attributes, facts, opset, newer, symbol: this.symbol };
  }
  /** What this node does as others do; `undefined` where each is on its own. Throws Mismatch for a wrong attribute. */
  find(asking, inputs) {
    const { attributes, patterns } = this.settings(asking.operator, asking.node.attributes, settingOf);
    let branch = this.step(this.step(patterns, asking.opset), wantedOf(asking.node.outputs));
    const types = [];
    for (const input of inputs) {
      const type2 = input && this.types.of(input.fact);
      if (type2 === null) return void 0;
      types.push(type2);
      branch = this.step(branch, type2);
    }
    if (branch === void 0) return void 0;
    branch.made ??= this.attempt(asking, attributes, types);
    if (branch.made === "values") {
      const facts = inputs.map((value, i) => types[i] instanceof Unread ? value?.fact : types[i]);
      branch = this.byValue(branch, facts);
      if (branch === void 0) return void 0;
      branch.made ??= this.attempt(asking, attributes, facts);
    }
    return typeof branch.made === "string" ? void 0 : branch.made;
  }
  step(branch, key) {
    const known5 = branch?.next.get(key);
    if (known5 !== void 0 || branch === void 0 || this.left <= 0) return known5;
    this.left--;
    const made2 = newBranch();
    branch.next.set(key, made2);
    return made2;
  }
  byValue(owner, facts) {
    owner.byValue ??= newBranch();
    let branch = owner.byValue;
    for (const fact of facts) {
      const next = branch.next.get(fact);
      if (next === void 0 && ++owner.values > mostValues) return void 0;
      branch = next ?? this.step(branch, fact);
      if (branch === void 0) return void 0;
    }
    return branch;
  }
  attempt({ operator: operator2, node, opset, newer }, attributes, given2) {
    const call = new SharedCall(opset, node.outputs);
    try {
      const operands = bindInputs(
        operator2,
        given2.map((fact) => fact && new Operand("", fact))
      );
      const facts = factsBy(operator2, operands, attributes, call).map((fact) => this.settled(fact));
      const results = facts.map((fact) => new Operand("", fact));
      const work2 = workOrNothing(() => workBy(operator2, operands, results, attributes, call));
      const { symbol: symbol2 } = this;
      return {
        kind: "compute",
        shared: true,
        operator: operator2,
        attributes,
        facts,
        ...work2 && { work: work2 },
        opset,
        newer,
        symbol: symbol2
      };
    } catch (error) {
      if (error instanceof Asked) return "values";
      if (error instanceof Mismatch || error instanceof Undetermined) return "each";
      throw error;
    }
  }
  /** Throws Undetermined where something about it is unknown, for whoever reads it wants to know which node's. */
  settled(fact) {
    if (fact.kind !== "tensor") throw undetermined;
    const type2 = this.types.of(fact);
    if (type2 === null) throw undetermined;
    if (fact.value === void 0) return type2;
    if (fact.value.some((x) => typeof x === "object" && isUnknown(x))) throw undetermined;
    return { kind: "tensor", dtype: fact.dtype, shape: fact.shape, value: fact.value };
  }
};
function newBranch() {
  return { next: /* @__PURE__ */ new Map(), values: 0 };
}
function settingOf(operator2, attributes) {
  return { attributes: readAttributes(operator2, { attributes }), patterns: newBranch() };
}
function wantedOf(outputs) {
  return outputs.includes("") ? outputs.map((name) => name === "" ? "-" : "+").join("") : outputs.length;
}
var SharedCall = class {
  opset;
  outputs;
  constructor(opset, outputs) {
    this.opset = opset;
    this.outputs = outputs.map((name) => name === "" ? "" : "output");
  }
  get label() {
    throw asked;
  }
  symbol = () => {
    throw asked;
  };
};
function workOrNothing(work2) {
  try {
    const { macs, other: other2 } = work2();
    return isUnknown(macs) || isUnknown(other2) ? void 0 : { macs, other: other2 };
  } catch (error) {
    if (error instanceof Asked || error instanceof Mismatch || error instanceof Undetermined) return void 0;
    throw error;
  }
}
var undetermined = new Undetermined("something about it is unknown");

// src/analysis/bodies.ts
function graphOf(node, name) {
  const attribute = node.attributes.get(name);
  if (attribute?.kind !== "graph") throw new Mismatch(`attribute ${name} is missing`);
  return attribute.value;
}
function walkBody(graph3, name, formals, node, scope, walker) {
  const inside3 = childScope(scope, `${node.name === "" ? `${node.op}_${node.index}` : node.name}.${name}`);
  addTensors(inside3, graph3.tensors);
  for (const { value } of formals) inside3.values.set(value.name, value);
  const steps2 = walker.run(graph3.nodes, inside3);
  return { name, steps: steps2, formals, results: graph3.outputs.map((o) => resolve(inside3, o.name)) };
}

// src/analysis/joined.ts
function givenUp(fact, why) {
  return fact.kind === "tensor" ? { kind: "tensor", dtype: fact.dtype, shape: unknown(why) } : unknownFact(why);
}
function valueless(fact) {
  if (fact.kind === "sequence") return { kind: "sequence", element: fact.element };
  return fact.kind === "tensor" ? { kind: "tensor", dtype: fact.dtype, shape: fact.shape } : fact;
}
function join(a, b, why) {
  if (a.kind === "tensor" && b.kind === "tensor") {
    const shape = joinShapes(a.shape, b.shape, why);
    const isWhole2 = !isUnknown(shape) && !shape.some(isUnknown);
    const value = isWhole2 ? joinValues(a.value, b.value) : void 0;
    return {
      kind: "tensor",
      dtype: a.dtype === b.dtype ? a.dtype : null,
      shape,
      ...value !== void 0 && { value }
    };
  }
  if (a.kind === "sequence" && b.kind === "sequence") return joinSequences(a, b, why);
  if (a.kind === "optional" && b.kind === "optional") {
    const element = a.present === false ? b.element : b.present === false ? a.element : join(a.element, b.element, why);
    const agreed2 = a.present !== void 0 && a.present === b.present;
    return { kind: "optional", element, ...agreed2 && { present: a.present } };
  }
  if (a.kind === "map" && b.kind === "map") return a;
  return unknownFact(why);
}
function joinSequences(a, b, why) {
  const element = a.length === 0n ? b.element : b.length === 0n ? a.element : join(a.element, b.element, why);
  const { length } = a;
  const agreed2 = length !== void 0 && b.length !== void 0 && equal(length, b.length) === true;
  return { kind: "sequence", element, ...agreed2 && { length } };
}
function joinValues(a, b) {
  if (a === void 0 || b === void 0 || a.length !== b.length) return void 0;
  return a.every((x, i) => sameScalar(x, b[i])) ? a : void 0;
}
function sameScalar(x, y) {
  if (typeof x !== "object" || typeof y !== "object") return x === y;
  return !isUnknown(x) && keyOf(x) === keyOf(y);
}
function joinShapes(a, b, why) {
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (a.length !== b.length) return unknown(why);
  return a.map((d, i) => {
    const other2 = b[i] ?? d;
    if (isUnknown(d)) return d;
    if (isUnknown(other2)) return other2;
    return keyOf(d) === keyOf(other2) ? d : unknown(why);
  });
}
function same2(a, b) {
  if (b === void 0 || a.kind !== b.kind) return false;
  if (a.kind === "tensor" && b.kind === "tensor") return a.dtype === b.dtype && shapeKey(a.shape) === shapeKey(b.shape);
  if ((a.kind === "sequence" || a.kind === "optional") && (b.kind === "sequence" || b.kind === "optional"))
    return same2(a.element, b.element);
  return true;
}
function shapeKey(shape) {
  return isUnknown(shape) ? "?" : shape.map(keyOf).join(",");
}

// src/analysis/order.ts
var shownInCycle = 8;
function executionOrder(nodes) {
  const producers = /* @__PURE__ */ new Map();
  nodes.forEach((node, i) => {
    for (const name of node.outputs) if (name !== "" && !producers.has(name)) producers.set(name, i);
  });
  const needs = (node) => namesNeeded(node).flatMap((name) => {
    const producer = producers.get(name);
    return producer === void 0 ? [] : [producer];
  });
  const inOrder = nodes.every((node, i) => namesNeeded(node).every((name) => (producers.get(name) ?? -1) < i));
  return inOrder ? nodes : sorted(nodes, needs);
}
function sorted(nodes, needs) {
  const order2 = [];
  const state = new Uint8Array(nodes.length);
  const stack = [];
  const enter = (at) => {
    const node = nodes[at];
    if (node === void 0) return;
    state[at] = 1;
    stack.push({ at, node, open: needs(node), next: 0 });
  };
  for (let start = 0; start < nodes.length; start++) {
    if (state[start] === 0) enter(start);
    for (let top = stack.at(-1); top !== void 0; top = stack.at(-1)) {
      const need = top.open[top.next++];
      if (need === void 0) {
        state[top.at] = 2;
        order2.push(top.node);
        stack.pop();
      } else if (state[need] === 1) failCycle(stack, need);
      else if (state[need] === 0) enter(need);
    }
  }
  return order2;
}
function failCycle(stack, need) {
  const [first = "", ...needed] = stack.slice(stack.findIndex((entry) => entry.at === need)).map((entry) => nodeLabel(entry.node));
  const cycle = [first, ...needed.toReversed()];
  const shown = cycle.length > shownInCycle ? [...cycle.slice(0, shownInCycle), "\u2026"] : cycle;
  fail("model/cycle", { path: [...shown, first].map((label) => `\`${label}\``).join(" \u2192 ") }, { node: first });
}
function namesNeeded(node) {
  let needed = node.inputs;
  if (node.attributes.size === 0) return needed;
  for (const attribute of node.attributes.values())
    if (attribute.kind === "graph") needed = [...needed, ...captures(attribute.value)];
    else if (attribute.kind === "graphs") needed = [...needed, ...attribute.value.flatMap(captures)];
  return needed;
}
function captures(graph3) {
  const own2 = /* @__PURE__ */ new Set([...graph3.tensors.keys(), ...graph3.inputs.map((i) => i.name)]);
  for (const node of graph3.nodes) for (const name of node.outputs) own2.add(name);
  const read3 = [...graph3.nodes.flatMap(namesNeeded), ...graph3.outputs.map((o) => o.name)];
  return [...new Set(read3)].filter((name) => name !== "" && !own2.has(name));
}

// src/analysis/trend.ts
var mostCounted = 64;
function beginning(fact) {
  if (fact.kind === "sequence") {
    const { element, length } = fact;
    return { kind: "sequence", element, ...length !== void 0 && { length } };
  }
  if (fact.kind !== "tensor") return fact;
  const { dtype, shape } = fact;
  return withValue(dtype, shape, mayCount(fact) ? fact.value : void 0);
}
function mayCount(fact) {
  if (fact.kind !== "tensor" || isUnknown(fact.shape) || fact.dtype === null || !counts.has(fact.dtype)) return false;
  return fact.value !== void 0 && fact.value.length <= mostCounted;
}
var counts = /* @__PURE__ */ new Set(["int64", "int32", "bool", "int16", "int8", "uint8"]);
function factAt(fact, series, trip) {
  return mapDims(fact, (d) => atTrip(d, series, trip));
}
function factWithin(fact, series) {
  return mapDims(fact, (d) => within(d, series));
}
function stepWithin(step, within2) {
  if (step.does.kind !== "compute") return step;
  let changed = false;
  const noted = (d) => {
    const plain3 = within2(d);
    if (plain3 !== d) changed = true;
    return plain3;
  };
  const facts = step.outputs.map((v) => v && mapDims(v.fact, noted));
  if (!changed) return step;
  const outputs = step.outputs.map((v, i) => {
    const fact = facts[i];
    return v === void 0 || fact === void 0 ? void 0 : makeValue(v.name, fact, v.constant);
  });
  return { ...step, outputs };
}
function trend(start, during, after, series, met, why) {
  const growth = (d0, d, d1) => {
    if ([d0, d, d1].some(isUnknown)) return unknown(why);
    const grown = sub(d1, d);
    if (grown === 0n && d === d0) return d0;
    if ([...met].some((name) => dependsOn(grown, { ...series, index: name }))) return unknown(why);
    return add(d0, total(grown, { index: series.index, trips: symbol(series.index) }));
  };
  if (start.kind === "tensor" && during.kind === "tensor" && after.kind === "tensor") {
    const shape = shapeTrend(start.shape, during.shape, after.shape, growth, why);
    const dtype = during.dtype === after.dtype ? after.dtype : null;
    return withValue(dtype, shape, valueTrend(start, during, after, growth));
  }
  if (start.kind === "sequence" && during.kind === "sequence" && after.kind === "sequence") {
    const element = elementTrend(start, during, after, series, why);
    const lengths = [start.length, during.length, after.length];
    const [l0, l, l1] = lengths;
    if (l0 === void 0 || l === void 0 || l1 === void 0) return { kind: "sequence", element };
    return { kind: "sequence", element, length: growth(l0, l, l1) };
  }
  return join(during, after, why);
}
function shapeTrend(start, during, after, growth, why) {
  if (isUnknown(start) || isUnknown(during) || isUnknown(after)) return unknown(why);
  if (start.length !== during.length || during.length !== after.length) return unknown(why);
  return start.map((d0, i) => growth(d0, during[i] ?? d0, after[i] ?? d0));
}
function valueTrend(start, during, after, growth) {
  if (start.value === void 0 || during.value === void 0 || after.value === void 0) return void 0;
  const [from3, at, to] = [dimsOf(start.value), dimsOf(during.value), dimsOf(after.value)];
  if (from3 === void 0 || at === void 0 || to === void 0) return void 0;
  if (from3.length !== at.length || at.length !== to.length) return void 0;
  return from3.map((d0, i) => growth(d0, at[i] ?? d0, to[i] ?? d0));
}
function dimsOf(value) {
  const dims2 = value.flatMap((x) => typeof x === "number" || typeof x === "string" ? [] : [x]);
  return dims2.length === value.length && dims2.length <= mostCounted ? dims2 : void 0;
}
function elementTrend(start, during, after, series, why) {
  const first = start.length === 0n && during.length === 0n;
  const joined4 = first ? after.element : join(during.element, after.element, why);
  return mapDims(withoutValue2(joined4), (d) => dependsOn(d, series) ? unknown(why) : d);
}
function continues(value, after, series) {
  const next = factAt(value, series, add(symbol(series.index), 1n));
  if (next.kind === "tensor" && after.kind === "tensor") {
    if (next.dtype !== null && next.dtype !== after.dtype) return false;
    return shapeContinues(next.shape, after.shape) && valueContinues(next.value, after.value);
  }
  if (next.kind === "sequence" && after.kind === "sequence") {
    if (!same2(join(next.element, after.element, ""), next.element)) return false;
    return next.length === void 0 || after.length !== void 0 && agrees(next.length, after.length);
  }
  return next.kind === after.kind && same2(join(next, after, ""), next);
}
function shapeContinues(next, after) {
  if (isUnknown(next)) return true;
  if (isUnknown(after)) return false;
  return next.length === after.length && next.every((d, i) => agrees(d, after[i] ?? d));
}
function valueContinues(next, after) {
  if (next === void 0) return true;
  const [said2, found] = [dimsOf(next), after && dimsOf(after)];
  if (said2 === void 0 || found === void 0) return false;
  return said2.length === found.length && said2.every((d, i) => agrees(d, found[i] ?? d));
}
function agrees(said2, found) {
  if (isUnknown(said2)) return true;
  if (isUnknown(found)) return false;
  return keyOf(said2) === keyOf(found) || withoutWholes(sub(said2, found)) === 0n;
}
function onlyWhatContinues(value, after, series, why) {
  if (continues(value, after, series)) return value;
  if (value.kind === "tensor" && after.kind === "tensor") {
    const next = factAt(value, series, add(symbol(series.index), 1n));
    const shape = next.kind === "tensor" ? weakerShape(value.shape, next.shape, after.shape, why) : unknown(why);
    const dtype = value.dtype === after.dtype ? value.dtype : null;
    const kept3 = next.kind === "tensor" && valueContinues(next.value, after.value);
    return withValue(dtype, shape, kept3 ? value.value : void 0);
  }
  if (value.kind === "sequence" && after.kind === "sequence") {
    const element = join(value.element, after.element, why);
    const next = value.length && atTrip(value.length, series, add(symbol(series.index), 1n));
    const kept3 = next !== void 0 && after.length !== void 0 && agrees(next, after.length);
    return { kind: "sequence", element, ...kept3 && value.length !== void 0 && { length: value.length } };
  }
  return value.kind === after.kind ? join(value, after, why) : unknownFact(why);
}
function weakerShape(shape, next, after, why) {
  if (isUnknown(shape) || isUnknown(next) || isUnknown(after) || next.length !== after.length) return unknown(why);
  return shape.map((d, i) => agrees(next[i] ?? d, after[i] ?? d) ? d : unknown(why));
}
function withValue(dtype, shape, value) {
  return { kind: "tensor", dtype, shape, ...value !== void 0 && { value } };
}
function withoutValue2(fact) {
  return fact.kind === "tensor" ? withValue(fact.dtype, fact.shape, void 0) : fact;
}
function mapDims(fact, change) {
  switch (fact.kind) {
    case "tensor": {
      const shape = isUnknown(fact.shape) ? fact.shape : fact.shape.map(change);
      const value = fact.value?.map((x) => typeof x === "number" || typeof x === "string" ? x : change(x));
      return withValue(fact.dtype, shape, value);
    }
    case "sequence":
      return {
        kind: "sequence",
        element: mapDims(fact.element, change),
        ...fact.length !== void 0 && { length: change(fact.length) },
        ...fact.items !== void 0 && { items: fact.items.map((item) => mapDims(item, change)) }
      };
    case "optional":
      return { ...fact, element: mapDims(fact.element, change) };
    case "map":
    case "opaque":
      return fact;
  }
}

// src/analysis/walks.ts
var identical = (d, other2) => keyOf(d) === keyOf(other2);
function alike(one, other2, same4 = identical) {
  return one.length === other2.length && one.every((step, i) => alikeSteps(step, other2[i] ?? step, same4));
}
function alikeSteps(step, other2, same4) {
  const outputs = step.outputs.every((v, i) => alikeFacts(v?.fact, other2.outputs[i]?.fact, same4));
  if (!outputs || step.does.kind !== other2.does.kind) return false;
  if (!("bodies" in step.does) || !("bodies" in other2.does)) return true;
  const theirs = other2.does.bodies;
  return step.does.bodies.length === theirs.length && step.does.bodies.every((body, i) => alikeBodies(body, theirs[i] ?? body, same4));
}
function alikeBodies(body, other2, same4) {
  if (body.never !== other2.never || !alikeDims(body.trips, other2.trips, same4)) return false;
  if (other2.trips === 0n) return true;
  const { index } = body;
  if (index === void 0 || other2.index === index || other2.trips !== 1n) return alike(body.steps, other2.steps, same4);
  return alike(body.steps, other2.steps, (d, their) => same4(atTrip(d, { index }, 0n), their));
}
function alikeFacts(fact, other2, same4) {
  if (fact === void 0 || other2 === void 0) return fact === other2;
  if (fact.kind === "tensor" && other2.kind === "tensor") return alikeShapes(fact.shape, other2.shape, same4);
  if (fact.kind === "sequence" && other2.kind === "sequence") {
    if (fact.length === void 0 || other2.length === void 0) return fact.length === other2.length;
    return alikeDims(fact.length, other2.length, same4);
  }
  return fact.kind === other2.kind;
}
function alikeShapes(shape, other2, same4) {
  if (isUnknown(shape)) return true;
  return !isUnknown(other2) && shape.length === other2.length && shape.every((d, i) => alikeDims(d, other2[i] ?? d, same4));
}
function alikeDims(d, other2, same4) {
  return isUnknown(d) || same4(d, other2);
}
function openIn(steps2, walker) {
  let open2 = 0;
  for (const { outputs, does } of steps2) {
    for (const value of outputs) if (value !== void 0) open2 += openOf(value.fact);
    if (!("bodies" in does)) continue;
    if (does.kind === "if" && does.bodies.every((b) => b.never !== true)) open2++;
    for (const body of does.bodies) {
      if (body.never === true) continue;
      open2 += openIn(body.steps, walker) + (walker.isOpen(body.trips) ? 1 : 0);
    }
  }
  return open2;
}
var wholeShape = 8;
function openOf(fact) {
  switch (fact.kind) {
    case "tensor":
      return isUnknown(fact.shape) ? wholeShape : fact.shape.filter(isUnknown).length;
    case "sequence":
      return openOfSequence(fact);
    case "optional":
      return openOf(fact.element);
    case "map":
      return 0;
    case "opaque":
      return wholeShape;
  }
}
function openOfSequence({ element, items, length }) {
  if (items !== void 0) return items.reduce((n, item) => n + openOf(item), 0);
  const ofLength = length === void 0 || isUnknown(length) ? 1 : 0;
  return ofLength + (length === 0n ? 0 : openOf(element));
}
function stepsIn(steps2) {
  let count2 = 0;
  for (const { does } of steps2) {
    count2++;
    if ("bodies" in does) for (const body of does.bodies) count2 += stepsIn(body.steps);
  }
  return count2;
}

// src/analysis/repeated.ts
var maxPasses = 3;
function repeat(r, tripsOf2) {
  const body = fixpoint(r);
  const trips = tripsOf2(body);
  const plain3 = plainly(r, body, trips);
  if (trips === 0n || !asksForMore(r, body)) return plain3;
  if (trips === 1n) return r.walker.attempt(() => tripByTrip(r, 1n)) ?? plain3;
  return closely(r, plain3, stepsIn(body.steps));
}
function walkWith(r, carried, trip, scope = r.scope) {
  const formals = carried.map((fact, i) => {
    const from3 = r.initial[i];
    return { value: makeValue(r.names[i] ?? "", fact, false), ...from3 !== void 0 && { from: from3 } };
  });
  return walkBody(r.graph, "body", [...r.head(trip), ...formals, ...r.tail], r.node, scope, r.walker);
}
function initialFacts({ initial, names }) {
  return initial.map((v, i) => v?.fact ?? unknownFact(`\`${names[i]}\` starts as nothing`));
}
function changing(r, i) {
  return `\`${r.names[i]}\` changes from trip to trip`;
}
function left(r, body) {
  return r.names.map((_, i) => body.results[r.firstResult + i]?.fact ?? unknownFact("the body does not give it"));
}
function given(r, body) {
  const results = body.results.slice(r.firstResult + r.names.length);
  return results.map((v) => v?.fact ?? unknownFact("the body does not give it"));
}
function fixpoint(r) {
  let carried = initialFacts(r).map(valueless);
  for (let pass = 1; ; pass++) {
    const body = walkWith(r, carried);
    const next = left(r, body).map((after, i) => {
      const before = carried[i] ?? after;
      const why = changing(r, i);
      const joined4 = join(before, after, why);
      return pass < maxPasses || same2(joined4, before) ? joined4 : givenUp(joined4, why);
    });
    const changed = next.some((fact, i) => !same2(fact, carried[i]));
    if (!changed || pass > maxPasses) return body;
    carried = next;
  }
}
function plainly(r, body, trips) {
  const before = initialFacts(r);
  const after = left(r, body);
  const finals = before.map((fact, i) => {
    if (trips === 0n) return fact;
    const last = after[i] ?? fact;
    return isKnown(trips) ? valueless(last) : join(valueless(fact), last, "it depends on how often the loop runs");
  });
  return { bodies: [{ ...body, trips }], finals, stacked: given(r, body).map(valueless), trips };
}
function asksForMore(r, body) {
  const begins2 = initialFacts(r);
  const after = left(r, body);
  if (begins2.some((fact) => fact.kind === "sequence" || mayCount(fact))) return true;
  if (begins2.some((fact, i) => !same2(valueless(fact), after[i]))) return true;
  return openIn(body.steps, r.walker) > 0;
}
var mostTrips = 64;
var mostSteps = 8192;
function closely(r, plain3, steps2) {
  const byNumber = r.walker.attempt(() => inSeries(r, plain3.trips));
  if (byNumber !== void 0 && openness(byNumber, r) === 0) return byNumber;
  const { trips } = plain3;
  const most3 = Math.min(mostTrips, Math.floor(mostSteps / steps2));
  const unrolled = isKnown(trips) ? r.walker.attempt(() => tripByTrip(r, trips, most3)) : void 0;
  const choices = [byNumber, plain3, unrolled].flatMap((o) => o ?? []);
  return choices.reduce((best2, other2) => openness(other2, r) < openness(best2, r) ? other2 : best2);
}
var mostCorrections = 2;
var mostSeriesPasses = 6;
function inEachTrip(r, series) {
  const start = initialFacts(r).map(beginning);
  const around = r.scope.within ?? ((d) => d);
  const scope = { ...r.scope, within: (d) => around(within(d, series)) };
  let carried = start;
  for (let pass = 1; pass <= mostSeriesPasses; pass++) {
    const { result: body, met } = r.walker.watched(() => walkWith(r, carried, symbol(series.index), scope));
    const after = left(r, body).map((fact) => factWithin(beginning(fact), series));
    if (carried.every((fact, i) => continues(fact, after[i] ?? fact, series)))
      return holdsIn(r, body, carried, series) ? { body, carried } : void 0;
    carried = carried.map((fact, i) => {
      const found = after[i] ?? fact;
      if (continues(fact, found, series)) return fact;
      if (pass > mostCorrections) return onlyWhatContinues(fact, found, series, changing(r, i));
      return trend(start[i] ?? fact, fact, found, series, met, changing(r, i));
    });
  }
  return void 0;
}
function inSeries(r, trips) {
  const series = { index: r.walker.tripIndex(r.node, r.scope), trips };
  const found = inEachTrip(r, series);
  return found && outcomeOf(r, found.body, found.carried, series);
}
function outcomeOf(r, body, carried, series) {
  const { index, trips } = series;
  const stacked = given(r, body).map(
    (fact) => mapDims(valueless(fact), (d) => steady(d, series, "its extent changes from trip to trip"))
  );
  const after = left(r, body);
  const finals = carried.map(
    (fact, i) => isKnown(trips) ? factAt(beginning(after[i] ?? fact), series, trips - 1n) : factAt(fact, series, trips)
  );
  return { bodies: [{ ...body, trips, index }], finals, stacked, trips };
}
function holdsIn(r, body, carried, series) {
  const { trips } = series;
  const ends = [0n, 1n, ...isKnown(trips) ? [trips - 1n] : [2n, 7n]];
  const numbers = ends.filter((t, i) => ends.indexOf(t) === i && (!isKnown(trips) || t < trips));
  return numbers.every((trip) => {
    const one = walkWith(
      r,
      carried.map((fact) => factAt(fact, series, trip)),
      trip
    );
    const enough = (d) => keyOf(bounded2(d, series, trip));
    return alike(body.steps, one.steps, (d, other2) => enough(atTrip(d, series, trip)) === enough(other2));
  });
}
function tripByTrip(r, trips, most3 = mostTrips) {
  let carried = initialFacts(r);
  const walks2 = [];
  for (let trip = 0n; trip < trips; trip++) {
    if (trip >= most3) return void 0;
    const body = walkWith(r, carried, trip);
    const after = left(r, body);
    const rest = trips - trip;
    const isSteady = rest > 2n && carried.every((fact, i) => unchanged(fact, after[i] ?? fact));
    const all = isSteady ? walkWith(r, carried) : void 0;
    if (all !== void 0 && alike(all.steps, body.steps) && openIn(all.steps, r.walker) === 0) {
      const ends = left(r, all);
      if (carried.every((fact, i) => unchanged(fact, ends[i] ?? fact))) {
        walks2.push({ ...all, formals: formalsOf(all, trip), name: `body_${trip}`, trips: rest });
        return outcomeOfWalks(r, walks2, ends, trips);
      }
    }
    walks2.push({ ...body, formals: formalsOf(body, trip), name: `body_${trip}`, trips: 1n });
    carried = after;
  }
  return outcomeOfWalks(r, walks2, carried, trips);
}
function formalsOf({ formals }, trip) {
  return trip === 0n ? formals : formals.map(({ value, sliceOf }) => sliceOf === void 0 ? { value } : { value, sliceOf });
}
function unchanged(before, after) {
  if (before.kind === "tensor" && after.kind === "tensor" && (before.value ?? after.value) !== void 0) {
    const [a, b] = [before.value, after.value];
    if (a === void 0 || b === void 0 || a.length !== b.length || a.some((x, i) => x !== b[i])) return false;
  }
  return before.kind !== "sequence" && openOf(before) === 0 && same2(before, after);
}
function outcomeOfWalks(r, walks2, finals, trips) {
  const perTrip = walks2.map((body) => given(r, body).map(valueless));
  const stacked = (perTrip[0] ?? []).map(
    (fact, i) => perTrip.reduce((all, one) => join(all, one[i] ?? all, "its extent changes from trip to trip"), fact)
  );
  const bodies = [];
  for (const body of walks2) {
    const last = bodies.at(-1);
    if (last !== void 0 && alike(last.steps, body.steps))
      bodies.splice(-1, 1, { ...last, trips: add(last.trips, body.trips) });
    else bodies.push(body);
  }
  const [only, ...more] = bodies;
  return {
    bodies: only !== void 0 && more.length === 0 ? [{ ...only, name: "body" }] : bodies,
    finals,
    stacked,
    trips
  };
}
function openness({ bodies, finals, stacked }, r) {
  const inside3 = bodies.map((body) => openIn(body.steps, r.walker));
  const begins2 = initialFacts(r);
  const uncounted = finals.filter((fact, i) => {
    const begin = begins2[i];
    return begin !== void 0 && mayCount(begin) && !mayCount(fact);
  });
  return [...finals, ...stacked].reduce((n, fact) => n + openOf(fact), Math.max(0, ...inside3)) + uncounted.length;
}

// src/analysis/condition.ts
var mostTrips2 = 4096n;
var mostSteps2 = 16384;
function tripsOfCondition(r, starts, most3) {
  const limit = most3 !== "endless" && isKnown(most3) && most3 < mostTrips2 ? most3 : mostTrips2;
  const cut2 = conditionOf(r);
  const known5 = starts === true ? r.walker.attempt(() => counted3(cut2, limit, most3)) : void 0;
  return known5 ?? r.walker.attempt(() => solved(cut2, starts));
}
function solved(cut2, starts) {
  const series = { index: cut2.walker.tripIndex(cut2.node, cut2.scope), trips: unknown("it is asked for") };
  const found = inEachTrip(cut2, series);
  if (found === void 0) return void 0;
  const goesOn = truthOf(found.body);
  if (goesOn === void 0 || !isSymbolic(goesOn)) return void 0;
  const holds = checked.every((trip) => {
    const carried = found.carried.map((fact) => factAt(fact, series, trip));
    const said2 = truthOf(walkWith(cut2, carried, trip));
    return said2 !== void 0 && keyOf(said2) === keyOf(atTrip(goesOn, series, trip));
  });
  return holds ? tripsWhile(goesOn, starts, series.index) : void 0;
}
var checked = [0n, 1n, 2n];
function truthOf({ results }) {
  const [goesOn] = results[0]?.value ?? [];
  return typeof goesOn === "number" || typeof goesOn === "string" ? void 0 : goesOn;
}
function counted3(cut2, limit, most3) {
  let carried = initialFacts(cut2);
  const steps2 = Math.max(1, cut2.graph.nodes.length);
  for (let trip = 0n; trip < limit && Number(trip) * steps2 < mostSteps2; trip++) {
    const body = walkWith(cut2, carried, trip);
    const goesOn = truthOf(body);
    if (goesOn === 0n) return trip + 1n;
    if (goesOn !== 1n) return void 0;
    carried = left(cut2, body);
  }
  return limit === most3 ? limit : void 0;
}
function conditionOf(r) {
  const { graph: graph3, names, initial } = r;
  const [condition, ...results] = graph3.outputs;
  const makers = /* @__PURE__ */ new Map();
  for (const node of graph3.nodes) for (const name of node.outputs) makers.set(name, node);
  const needed = /* @__PURE__ */ new Set();
  const open2 = condition === void 0 ? [] : [condition.name];
  for (let name = open2.pop(); name !== void 0; name = open2.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    const maker = makers.get(name);
    if (maker !== void 0) open2.push(...namesNeeded(maker));
    const state = results[names.indexOf(name)];
    if (state !== void 0 && names.includes(name)) open2.push(state.name);
  }
  const kept3 = names.flatMap((name, i) => needed.has(name) ? [i] : []);
  const outputs = kept3.flatMap((i) => results[i] ?? []);
  const part = {
    ...graph3,
    nodes: graph3.nodes.filter((node) => node.outputs.some((name) => needed.has(name))),
    outputs: condition === void 0 ? [] : [condition, ...outputs]
  };
  return {
    ...r,
    graph: part,
    names: kept3.map((i) => names[i] ?? ""),
    initial: kept3.map((i) => initial[i])
  };
}

// src/analysis/loops.ts
function runLoop(node, inputs, scope, walker) {
  const [count2, condition, ...initial] = inputs;
  const graph3 = graphOf(node, "body");
  const [iteration, proceed, ...states] = graph3.inputs;
  if (iteration === void 0 || proceed === void 0 || states.length !== initial.length)
    throw new Mismatch(`the body has ${graph3.inputs.length} inputs; ${initial.length + 2} expected`);
  const counter = counterShape(iteration);
  const going = {
    value: makeValue(proceed.name, { kind: "tensor", dtype: "bool", shape: counterShape(proceed), value: [1n] }, false)
  };
  const head = (trip) => {
    const number = {
      kind: "tensor",
      dtype: "int64",
      shape: counter,
      ...trip !== void 0 && { value: [trip] }
    };
    return [{ value: makeValue(iteration.name, number, false) }, going];
  };
  const names = states.map((s) => s.name);
  const r = { graph: graph3, node, scope, walker, head, names, initial, tail: [], firstResult: 1 };
  const outcome = repeat(r, (body) => tripsOf(r, count2, condition, body));
  const outputs = outputsOf(node, outcome, (shape) => [outcome.trips, ...shape]);
  return { node, inputs, outputs, does: { kind: "loop", bodies: outcome.bodies } };
}
function counterShape({ type: type2 }) {
  return type2.kind === "tensor" && !isUnknown(type2.shape) && type2.shape.length === 1 ? [1n] : [];
}
function tripsOf(r, count2, condition, body) {
  const starts = startOf(condition);
  if (starts === 0n) return 0n;
  const most3 = count2 === void 0 ? "endless" : limitOf(count2);
  if (starts !== void 0 && most3 !== "open") {
    if (starts === true && most3 !== "endless" && isKnown(most3) && most3 <= 1n) return most3;
    const goesOn = starts === true ? truthOf2(body.results[0]) : void 0;
    const end = goesOn === true ? most3 : goesOn === false ? 1n : tripsOfCondition(r, starts, most3) ?? "open";
    if (isCount(end)) return isCount(most3) ? min(most3, end) : end;
  }
  return r.walker.tripSymbol(r.node, r.scope);
}
function startOf(condition) {
  const known5 = truthOf2(condition);
  if (known5 !== void 0) return known5 ? true : 0n;
  const [open2] = condition?.value ?? [];
  return typeof open2 === "object" && isSymbolic(open2) ? open2 : void 0;
}
function isCount(end) {
  return end !== "endless" && end !== "open";
}
function truthOf2(condition) {
  if (condition === void 0) return true;
  const [known5] = condition.value ?? [];
  return typeof known5 === "bigint" ? known5 !== 0n : void 0;
}
function limitOf(count2) {
  const [known5] = count2.value ?? [];
  if (known5 === void 0 || typeof known5 === "number" || typeof known5 === "string" || isUnknown(known5)) return "open";
  return known5 === 2n ** 63n - 1n ? "endless" : max(known5, 0n);
}
function outputsOf(node, { finals, stacked }, stack) {
  return node.outputs.map((name, i) => {
    if (name === "") return void 0;
    const at = i - finals.length;
    const fact = finals[i] ?? reshaped2(stacked[at], (shape) => stack(shape, at));
    return makeValue(name, fact, false);
  });
}
function runScan(node, inputs, scope, walker) {
  const graph3 = graphOf(node, "body");
  const scanned = integer(node, "num_scan_inputs") ?? 0n;
  const stateCount = inputs.length - Number(scanned);
  if (scanned < 1n || stateCount < 0)
    throw new Mismatch(`num_scan_inputs is ${scanned}, and it has ${inputs.length} inputs`);
  const elements = inputs.slice(stateCount);
  const axes = integers(node, "scan_input_axes") ?? elements.map(() => 0n);
  const inputNames2 = graph3.inputs.map((i) => i.name);
  const tail = elements.map((v, i) => {
    const element = reshaped2(v?.fact, (shape) => without2(shape, position2(axes[i], shape.length)));
    return {
      value: makeValue(inputNames2[stateCount + i] ?? "", element, false),
      ...v !== void 0 && { sliceOf: v }
    };
  });
  const names = inputNames2.slice(0, stateCount);
  const initial = inputs.slice(0, stateCount);
  const trips = known(elements.map((v, i) => extent(v, axes[i])));
  const r = { graph: graph3, node, scope, walker, head: () => [], names, initial, tail, firstResult: 0 };
  const outcome = repeat(r, () => trips);
  const outputAxes = integers(node, "scan_output_axes") ?? [];
  const outputs = outputsOf(
    node,
    outcome,
    (shape, i) => insert(shape, position2(outputAxes[i] ?? 0n, shape.length + 1), trips)
  );
  return { node, inputs, outputs, does: { kind: "scan", bodies: outcome.bodies } };
}
function runBatchedScan(node, inputs, scope, walker) {
  const [, ...rest] = inputs;
  const graph3 = graphOf(node, "body");
  const stateCount = rest.length - Number(integer(node, "num_scan_inputs") ?? 0n);
  const elements = rest.slice(stateCount);
  if (stateCount < 0 || elements.length === 0)
    throw new Mismatch(`num_scan_inputs does not fit its ${rest.length} inputs`);
  const formals = graph3.inputs.map(({ name }, i) => {
    const given2 = rest[i];
    const fact = reshaped2(given2?.fact, (shape) => shape.slice(i < stateCount ? 1 : 2));
    return { value: makeValue(name, fact, false), ...given2 !== void 0 && { sliceOf: given2 } };
  });
  const body = walkBody(graph3, "body", formals, node, scope, walker);
  const batch = known(elements.map((v) => extent(v, 0n)));
  const time = known(elements.map((v) => extent(v, 1n)));
  const outputs = node.outputs.map((name, i) => {
    if (name === "") return void 0;
    const lead = i < stateCount ? [batch] : [batch, time];
    return makeValue(
      name,
      reshaped2(body.results[i]?.fact, (shape) => [...lead, ...shape]),
      false
    );
  });
  return {
    node,
    inputs,
    outputs,
    does: { kind: "scan", bodies: [{ ...body, trips: mul(batch, time) }] }
  };
}
function integer(node, name) {
  const attribute = node.attributes.get(name);
  return attribute?.kind === "int" ? attribute.value : void 0;
}
function integers(node, name) {
  const attribute = node.attributes.get(name);
  return attribute?.kind === "ints" ? attribute.value : void 0;
}
function position2(axis, rank) {
  const at = Number(axis ?? 0n);
  const positive2 = at < 0 ? at + rank : at;
  if (positive2 < 0 || positive2 >= rank) throw new Mismatch(`axis ${at} is asked of a tensor with ${rank} axes`);
  return positive2;
}
function extent(value, axis) {
  const shape = value === void 0 ? unknown("a scanned input is missing") : shapeOf2(value);
  if (isUnknown(shape)) return shape;
  return shape[position2(axis, shape.length)] ?? unknown("no such axis");
}
function known(dims2) {
  return dims2.find(isKnown) ?? dims2.find((d) => !isUnknown(d)) ?? dims2[0] ?? 0n;
}
function without2(shape, axis) {
  return shape.filter((_, i) => i !== axis);
}
function insert(shape, axis, d) {
  return [...shape.slice(0, axis), d, ...shape.slice(axis)];
}
function reshaped2(fact, shape) {
  if (fact === void 0) return unknownFact("the body does not give it");
  if (fact.kind !== "tensor") return fact;
  return { kind: "tensor", dtype: fact.dtype, shape: isUnknown(fact.shape) ? fact.shape : shape(fact.shape) };
}

// src/analysis/control.ts
function runControl(kind, node, inputs, version, scope, walker) {
  if (kind === "if") return runIf(node, inputs, scope, walker);
  if (kind === "map") return runMap(node, inputs, scope, walker);
  if (kind === "loop") return runLoop(node, inputs, scope, walker);
  return version < 9n ? runBatchedScan(node, inputs, scope, walker) : runScan(node, inputs, scope, walker);
}
function runIf(node, inputs, scope, walker) {
  const [condition] = inputs;
  const [known5] = condition?.value ?? [];
  const bodies = ["then_branch", "else_branch"].map((name, i) => {
    const body = walkBody(graphOf(node, name), name, [], node, scope, walker);
    const never = typeof known5 === "bigint" && known5 !== 0n !== (i === 0);
    return { ...body, trips: 1n, ...never && { never } };
  });
  const possible = bodies.filter((b) => b.never !== true);
  const outputs = node.outputs.map((name, i) => {
    if (name === "") return void 0;
    const facts = possible.map((b) => b.results[i]?.fact ?? unknownFact("the branch does not give it"));
    const constant = possible.length === 1 && possible.every((b) => b.results[i]?.constant === true);
    const [first = unknownFact("no branch"), ...rest] = facts;
    const why = `the branches of \`${node.name === "" ? node.op : node.name}\` give different extents`;
    return makeValue(
      name,
      rest.reduce((a, b) => join(a, b, why), first),
      constant
    );
  });
  return { node, inputs, outputs, does: { kind: "if", bodies } };
}
var mostItems = 64;
function runMap(node, inputs, scope, walker) {
  const graph3 = graphOf(node, "body");
  if (graph3.inputs.length !== inputs.length)
    throw new Mismatch(`the body has ${graph3.inputs.length} inputs; ${inputs.length} expected`);
  const [first] = inputs;
  const length = lengthOf2(first);
  const places = itemsDiffer(inputs, length) ? Array.from({ length: Number(length) }, (_, i) => i) : [void 0];
  const bodies = places.map((at) => {
    const formals = graph3.inputs.map(({ name }, i) => formalOf(name, inputs[i], at));
    const trips = at === void 0 ? length ?? walker.tripSymbol(node, scope) : 1n;
    return { ...walkBody(graph3, at === void 0 ? "body" : `body_${at}`, formals, node, scope, walker), trips };
  });
  const outputs = node.outputs.map((name, i) => {
    if (name === "") return void 0;
    const items = bodies.map((b) => valueless(b.results[i]?.fact ?? unknownFact("the body does not give it")));
    const element = common(items);
    const each = places.length === 1 && places[0] === void 0 ? void 0 : items;
    const known5 = length ?? bodies[0]?.trips;
    const fact = {
      kind: "sequence",
      element,
      ...known5 !== void 0 && { length: known5 },
      ...each !== void 0 && { items: each }
    };
    return makeValue(name, fact, false);
  });
  return { node, inputs, outputs, does: { kind: "scan", bodies } };
}
function lengthOf2(value) {
  const fact = value?.fact;
  if (fact?.kind === "tensor" && !isUnknown(fact.shape)) throw new Mismatch("input_sequence is a tensor");
  return fact?.kind === "sequence" ? fact.length : void 0;
}
function itemsDiffer(inputs, length) {
  if (length === void 0 || !isKnown(length) || length > BigInt(mostItems)) return false;
  const lists4 = inputs.flatMap((v) => v?.fact.kind === "sequence" ? [v.fact.items] : []);
  if (lists4.some((items) => items === void 0 || BigInt(items.length) !== length)) return false;
  return lists4.some((items) => items?.some((item) => !same2(item, items[0])));
}
function formalOf(name, given2, at) {
  const fact = given2?.fact ?? unknownFact("an input of the SequenceMap is missing");
  if (fact.kind !== "sequence") return { value: makeValue(name, fact, false), ...given2 && { from: given2 } };
  const item = at === void 0 ? fact.element : fact.items?.[at] ?? fact.element;
  return { value: makeValue(name, item, false), ...given2 && { sliceOf: given2 } };
}

// src/analysis/assumed.ts
var mostListed = 5;
var sinceOpset = 7n;
function assumptionsIn(steps2) {
  return [
    ...told(steps2, meetings, "shape/assumed", "shape/assumptions"),
    ...told(steps2, reshaped3, "shape/assumed-elements", "shape/assumptions-elements")
  ];
}
function told(steps2, pairsOf, one, rest) {
  const pairs = /* @__PURE__ */ new Map();
  const known5 = /* @__PURE__ */ new Map();
  const met = (step) => {
    if (step.does.kind !== "compute" || !step.does.shared) return pairsOf(step);
    const before = known5.get(step.does) ?? pairsOf(step);
    known5.set(step.does, before);
    return before;
  };
  for (const step of steps2)
    for (const [left2, right] of met(step)) {
      const key = [left2, right].map(keyOf).sort().join(" ");
      const before = pairs.get(key);
      pairs.set(key, {
        ...before ?? { node: nodeLabel(step.node), left: left2, right },
        count: (before?.count ?? 0) + 1
      });
    }
  const all = [...pairs.values()];
  const listed = all.slice(0, mostListed).map(
    ({ node, left: left2, right, count: count2 }) => problem(one, { node, left: formatDim(left2), right: formatDim(right), count: count2 }, { node })
  );
  const more = all.length - listed.length;
  return more > 0 ? [...listed, problem(rest, { count: more })] : listed;
}
function meetings({ inputs, does }) {
  if (does.kind !== "compute" || does.operator.broadcasts === void 0 || does.opset < sinceOpset) return [];
  const shapes2 = [];
  for (const value of inputs) {
    const shape = value === void 0 ? void 0 : shapeOf2(value);
    if (shape === void 0 || isUnknown(shape)) return [];
    shapes2.push(does.operator.broadcasts === "batch" ? shape.slice(0, -2) : shape);
  }
  if (shapes2.every((s) => s.every(isKnown))) return [];
  const found = [];
  const rank = Math.max(...shapes2.map((s) => s.length));
  for (let axis = -rank; axis < 0; axis++) {
    const [first, ...others] = shapes2.map((s) => s.at(axis) ?? 1n).filter((d) => d !== 1n && !isUnknown(d));
    for (const d of others) if (first !== void 0 && mayDiffer(first, d)) found.push([first, d]);
  }
  return found;
}
function mayDiffer(a, b) {
  return equal(a, b) === void 0 && equal(max(a, 0n), max(b, 0n)) !== true;
}
function reshaped3({ inputs, outputs, does }) {
  if (does.kind !== "compute" || does.operator.name !== "Reshape") return [];
  const [from3, to] = [inputs[0], outputs[0]].map((v) => v === void 0 ? void 0 : shapeOf2(v));
  if (from3 === void 0 || to === void 0 || isUnknown(from3) || isUnknown(to)) return [];
  if (from3.every(isKnown) && to.every(isKnown)) return [];
  const [before, after] = [product(from3), product(to)];
  return isUnknown(before) || isUnknown(after) || equal(before, after) !== void 0 ? [] : [[before, after]];
}

// src/analysis/faults.ts
var mostListed2 = 10;
function problemsOf(walked) {
  const steps2 = allSteps(walked.steps);
  return [
    ...unknownOperators(steps2),
    ...newerOperators(steps2),
    ...contradictions(steps2),
    ...dangling(steps2, walked.outputs),
    ...duplicates(walked),
    ...assumptionsIn(steps2),
    ...declarations(walked),
    ...attributeWeights(steps2)
  ];
}
function openSymbols(open2) {
  const unbound = (names) => [...names].filter((name) => !open2.options.bind.has(name));
  return [
    ...unbound(open2.trips.keys()).map(
      (name) => problem("operator/trips", { node: name.replace(/_trips(_\d+)?$/, ""), symbol: name })
    ),
    ...unbound(open2.lengths).slice(0, mostListed2).map((name) => problem("operator/length", { symbol: name })),
    ...unusedBindings(open2)
  ];
}
function allSteps(steps2) {
  const all = [];
  const visit = (list2) => {
    for (const step of list2) {
      all.push(step);
      if ("bodies" in step.does) {
        for (const body of step.does.bodies) if (body.never !== true) visit(body.steps);
      }
    }
  };
  visit(steps2);
  return all;
}
function operatorName({ node }) {
  return node.domain === "" ? node.op : `${node.domain}.${node.op}`;
}
function unknownOperators(steps2) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const step of steps2)
    if (step.does.kind === "unknown" && step.does.fault === "operator")
      counts2.set(operatorName(step), (counts2.get(operatorName(step)) ?? 0) + 1);
  return [...counts2].map(([name, count2]) => problem("operator/unknown", { operator: `\`${name}\``, count: count2 }));
}
function attributeWeights(steps2) {
  const operators = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  let numbers = 0n;
  for (const step of steps2) {
    const trained2 = step.does.kind === "compute" ? step.does.operator.trained : void 0;
    if (trained2 === void 0 || seen.has(step.node)) continue;
    seen.add(step.node);
    for (const name of trained2) {
      const count2 = numbersIn(step.node.attributes.get(name));
      if (count2 > 0n) operators.add(`\`${operatorName(step)}\``);
      numbers += count2;
    }
  }
  if (numbers === 0n) return [];
  return [problem("model/attribute-weights", { operators: [...operators].join(", "), numbers })];
}
function numbersIn(attribute) {
  if (attribute?.kind === "tensor") return attribute.value.elementCount;
  return attribute?.kind === "floats" ? BigInt(attribute.value.length) : 0n;
}
function newerOperators(steps2) {
  const versions = /* @__PURE__ */ new Map();
  for (const step of steps2)
    if (step.does.kind === "compute" && step.does.newer) versions.set(operatorName(step), step.does.opset);
  return [...versions].map(([name, version]) => problem("operator/newer", { operator: `\`${name}\``, version }));
}
function contradictions(steps2) {
  const found = [];
  let more = 0;
  for (const { node, does } of steps2) {
    if (does.kind !== "unknown" || does.fault === "operator") continue;
    const at = { node: nodeLabel(node) };
    if (found.length === mostListed2) more++;
    else if (does.fault === "limit") found.push(problem("model/function", { node: at.node, reason: does.why }, at));
    else found.push(problem("shape/invalid", { operator: `\`${at.node}\` (${node.op})`, reason: does.why }, at));
  }
  return more === 0 ? found : [...found, problem("shape/invalids", { count: more })];
}
function dangling(steps2, outputs) {
  const found = /* @__PURE__ */ new Map();
  const report = (node, value) => {
    if (value?.dangling === true && found.size < mostListed2 && !found.has(value.name))
      found.set(value.name, problem("model/dangling", { node, tensor: value.name }, { node }));
  };
  for (const { node, inputs } of steps2) for (const value of inputs) report(nodeLabel(node), value);
  for (const value of outputs) report("the list of outputs", value);
  return [...found.values()];
}
function duplicates({ graph: graph3, distinct }) {
  if (distinct && !hasDoubleInputs(graph3)) return [];
  const { inputs, tensors, nodes } = graph3;
  const counts2 = new Map([...tensors.keys()].map((name) => [name, 1]));
  for (const name of [...inputs.map((i) => i.name), ...nodes.flatMap((n) => n.outputs)])
    if (name !== "") counts2.set(name, (counts2.get(name) ?? 0) + 1);
  const doubled = [...counts2].filter(([, count2]) => count2 > 1).slice(0, mostListed2);
  return doubled.map(([tensor2, count2]) => problem("model/duplicate", { tensor: tensor2, count: count2 }));
}
function hasDoubleInputs({ inputs, tensors }) {
  return new Set(inputs.map((i) => i.name)).size < inputs.length || inputs.some(({ name }) => tensors.has(name));
}
function unusedBindings({ given: given2, options, trips, lengths }) {
  const symbols = [.../* @__PURE__ */ new Set([...given2.declared, ...trips.keys(), ...lengths])].sort();
  const shown = symbols.length === 0 ? "none" : symbols.slice(0, mostListed2).join(", ");
  return [...options.bind.keys()].filter((name) => !symbols.includes(name)).map((name) => problem("usage/unused-bind", { symbol: name, symbols: shown }));
}
function declarations({ graph: graph3, given: given2, resolve: resolve2 }) {
  if (given2.reshaped) return [];
  const wrong = [];
  let more = 0;
  const undecided3 = [];
  for (const info of [...graph3.declared.values(), ...graph3.outputs]) {
    const value = resolve2.get(info.name);
    const said2 = declaredAs(info, given2.symbols);
    if (value?.fact.kind !== "tensor" || said2 === void 0) continue;
    const { dtype, shape } = value.fact;
    if (contradicts(said2.shape, shape) || said2.dtype !== null && dtype !== null && said2.dtype !== dtype) {
      const facts = { tensor: info.name, declared: typeText(said2), inferred: typeText({ dtype, shape }) };
      if (wrong.length < mostListed2) wrong.push(problem("shape/mismatch", facts));
      else more++;
    } else if (tellsMore(said2.shape, shape)) undecided3.push({ name: info.name, shape: said2.shape });
  }
  const [first] = undecided3;
  return [
    ...wrong,
    ...more > 0 ? [problem("shape/mismatches", { count: more })] : [],
    ...first === void 0 ? [] : [
      problem("shape/declared", {
        count: undecided3.length,
        tensor: first.name,
        declared: formatShape(first.shape)
      })
    ]
  ];
}
function declaredAs({ type: type2 }, symbols) {
  if (type2.kind !== "tensor") return void 0;
  return { dtype: type2.dtype, shape: isUnknown(type2.shape) ? type2.shape : type2.shape.map((d) => bind(d, symbols)) };
}
function contradicts(declared, inferred) {
  if (isUnknown(declared) || isUnknown(inferred)) return false;
  return declared.length !== inferred.length || declared.some((d, i) => equal(d, inferred[i] ?? d) === false);
}
function tellsMore(declared, inferred) {
  if (isUnknown(declared)) return false;
  if (isUnknown(inferred)) return true;
  return declared.some((d, i) => !isUnknown(d) && isUnknown(inferred[i] ?? d));
}
function typeText({ dtype, shape }) {
  return `${dtype ?? "?"}${formatShape(shape)}`;
}

// src/analysis/functions.ts
function callFunction(called, node, inputs, scope, walker) {
  const key = functionKey(called.domain, called.name, called.overload);
  if (scope.calls.includes(key)) return refused(node, inputs, `the function \`${called.name}\` calls itself`);
  if (inputs.length > called.inputs.length)
    return refused(
      node,
      inputs,
      `it gives ${inputs.length} inputs to \`${called.name}\`, which takes ${called.inputs.length}`
    );
  const inside3 = {
    values: new Map(called.inputs.map((name, i) => [name, inputs[i]])),
    opsets: called.opsets,
    references: references(called, node),
    inFileOrder: false,
    path: `${scope.path}${nodeLabel(node)}/`,
    depth: scope.depth + 1,
    calls: [...scope.calls, key],
    ...scope.within !== void 0 && { within: scope.within }
  };
  const steps2 = walker.run(called.nodes, inside3);
  const results = called.outputs.map((name) => resolve(inside3, name));
  const body = { name: called.name, steps: steps2, formals: [], results, trips: 1n };
  const outputs = node.outputs.map((name, i) => {
    if (name === "") return void 0;
    const result = results[i];
    return result === void 0 ? makeValue(name, unknownFact(`\`${called.name}\` returns nothing for \`${name}\``), false) : aliasOf(name, result);
  });
  return { node, inputs, outputs, does: { kind: "call", bodies: [body] } };
}
function references(called, node) {
  const given2 = called.attributes.flatMap((name) => {
    const attribute = node.attributes.get(name);
    return attribute === void 0 ? [] : [[name, attribute]];
  });
  const overridden = [...called.defaults].map(([name, fallback]) => [
    name,
    node.attributes.get(name) ?? fallback
  ]);
  return new Map([...given2, ...overridden]);
}
function refused(node, inputs, why) {
  return unknownStep(node, inputs, why, "limit");
}

// src/analysis/inputs.ts
function givenInputs(graph3, options) {
  const infos = graph3.inputs.filter((i) => !graph3.tensors.has(i.name));
  const shapes2 = new Map(infos.map((info) => [info.name, declaredShape(info)]));
  for (const [name, shape] of options.inputs) checkGiven(name, shape, shapes2);
  const problems = [];
  const symbols = new Map(options.bind);
  const reshaped4 = infos.map(({ name }) => unify(name, shapes2, options, symbols, problems)).includes(true);
  const facts = new Map(
    infos.map((info) => [info.name, inputFact(info, shapes2.get(info.name), options.inputs.get(info.name), symbols)])
  );
  conflicts(shapes2, options, symbols, problems);
  return {
    facts,
    symbols,
    declared: /* @__PURE__ */ new Set([
      ...[...shapes2.values()].flatMap((s) => isUnknown(s) ? [] : s.flatMap(symbolsOf)),
      ...infos.flatMap(({ type: type2 }) => innerSymbols(type2)),
      ...infos.filter((info) => isSetting(info)).map(({ name }) => name)
    ]),
    reshaped: reshaped4,
    assumptions: assumptionsOf(options),
    problems
  };
}
function innerSymbols(type2) {
  if (type2.kind !== "sequence" && type2.kind !== "optional") return [];
  const { element } = type2;
  if (element.kind !== "tensor") return innerSymbols(element);
  return isUnknown(element.shape) ? [] : element.shape.flatMap(symbolsOf);
}
function assumptionsOf({ inputs, bind: bind2 }) {
  return [
    ...[...inputs].map(([name, shape]) => `${name} = ${formatShape(shape)}`),
    ...[...bind2].map(([name, value]) => `${name} = ${value}`)
  ];
}
function declaredShape({ name, type: type2 }) {
  if (type2.kind !== "tensor") return unknown(`\`${name}\` is not a tensor`);
  if (isUnknown(type2.shape))
    return unknown(`the file declares no shape for the input \`${name}\`; give one with --input`);
  return type2.shape.map((d, axis) => {
    if (isUnknown(d) || isKnown(d) && d < 0n) return symbol(`${name}_dim${axis}`);
    return d;
  });
}
function checkGiven(name, shape, shapes2) {
  const declared = shapes2.get(name);
  const names = [...shapes2.keys()].map((n) => `\`${n}\``).join(", ");
  if (declared === void 0) fail("usage/unknown-input", { input: name, inputs: names === "" ? "none" : names });
  if (!isUnknown(declared) && !isUnknown(shape) && declared.length !== shape.length)
    fail("usage/input-rank", {
      input: name,
      given: formatShape(shape),
      found: shape.length,
      declared: formatShape(declared),
      expected: declared.length
    });
}
function unify(name, shapes2, options, symbols, problems) {
  const declared = shapes2.get(name);
  const given2 = options.inputs.get(name);
  if (declared === void 0 || given2 === void 0 || isUnknown(declared) || isUnknown(given2)) return false;
  const fixed = declared.some((d, i) => isKnown(d) && equal(d, given2[i] ?? d) === false);
  if (fixed)
    problems.push(
      problem("shape/reshaped", { input: name, declared: formatShape(declared), given: formatShape(given2) })
    );
  declared.forEach((d, i) => {
    const learned = solve(d, given2[i] ?? d);
    if (learned !== void 0 && !symbols.has(learned.name)) symbols.set(learned.name, learned.value);
  });
  return fixed;
}
function solve(d, value) {
  if (!isSymbolic(d)) return void 0;
  const [name, ...more] = symbolsOf(d);
  const [linear3, ...others] = d.terms.filter((t) => t.factors.length > 0);
  const [factor] = linear3?.factors ?? [];
  if (name === void 0 || more.length > 0 || linear3 === void 0 || others.length > 0) return void 0;
  if (factor?.atom.kind !== "symbol" || factor.power !== 1 || linear3.factors.length > 1) return void 0;
  const constant = d.terms.find((t) => t.factors.length === 0)?.coefficient ?? 0n;
  const rest = sub(value, constant);
  if (mod(rest, linear3.coefficient) !== 0n) return void 0;
  return { name, value: floorDiv(rest, linear3.coefficient) };
}
function conflicts(shapes2, { inputs }, symbols, problems) {
  for (const [name, given2] of inputs) {
    const declared = shapes2.get(name);
    if (declared === void 0 || isUnknown(declared) || isUnknown(given2)) continue;
    declared.forEach((d, i) => {
      const bound = bind(d, symbols);
      const said2 = given2[i] ?? bound;
      if (isSymbolic(d) && equal(bound, said2) === false)
        problems.push(
          problem("shape/conflict", {
            input: name,
            axis: i,
            symbol: formatDim(d),
            given: formatDim(said2),
            bound: formatDim(bound)
          })
        );
    });
  }
}
function inputFact(info, declared, given2, symbols) {
  if (info.type.kind !== "tensor") return mapDims(factOfType(info.type, info.name), (d) => bind(d, symbols));
  const shape = given2 ?? declared ?? unknown(`\`${info.name}\` has no shape`);
  const value = isSetting(info) ? symbols.get(info.name) : void 0;
  return {
    kind: "tensor",
    dtype: info.type.dtype,
    shape: isUnknown(shape) ? shape : shape.map((d) => extentOf2(bind(d, symbols), d, info.name)),
    ...value !== void 0 && { value: [value] }
  };
}
function extentOf2(bound, written2, input) {
  if (bound === 0n || isUnknown(bound) || compare(bound, 0n) !== -1) return bound;
  return unknown(`an extent of the input \`${input}\` is ${formatDim(written2)}, which is negative`);
}
function isSetting({ type: type2 }) {
  if (type2.kind !== "tensor" || type2.dtype === null || isUnknown(type2.shape)) return false;
  return (isInteger(type2.dtype) || type2.dtype === "bool") && type2.shape.every((d) => d === 1n);
}

// src/analysis/symbols.ts
var Symbols = class {
  /** Trip counts by symbol, and the node each stands for. */
  trips = /* @__PURE__ */ new Map();
  /** Lengths that come as inputs of operators, whose values the data decides. */
  lengths = /* @__PURE__ */ new Set();
  /** By the place of a loop: the symbol that numbers its trips. */
  indices = /* @__PURE__ */ new Map();
  bound;
  namesGiven;
  namesOfInputs;
  ofInputs;
  watching;
  constructor(bound, namesGiven, namesOfInputs) {
    this.bound = bound;
    this.namesGiven = namesGiven;
    this.namesOfInputs = namesOfInputs;
  }
  trip(node, scope) {
    const place3 = placeOf(node, scope);
    const stem = `${node.name === "" ? `${node.op}_${node.index}` : node.name}_trips`;
    this.ofInputs ??= this.namesOfInputs();
    const { ofInputs } = this;
    const isTaken = (n) => (this.trips.get(n) ?? place3) !== place3 || this.numbersTrips(n) || ofInputs.has(n);
    let name = stem;
    for (let i = 2; isTaken(name); i++) name = `${stem}_${i}`;
    this.trips.set(name, place3);
    return this.met(name);
  }
  /** Whether it holds the symbol of a trip count. */
  isOpen(trips) {
    return this.trips.size > 0 && symbolsOf(trips).some((name) => this.trips.has(name));
  }
  length(input) {
    let name = input;
    while (this.numbersTrips(name)) name = `${name}_length`;
    this.lengths.add(name);
    return this.met(name);
  }
  /** A name that nothing else is called: it must not be bound, nor be added up as something else. */
  index(node, scope) {
    const place3 = placeOf(node, scope);
    const before = this.indices.get(place3);
    if (before !== void 0) return before;
    const stem = `trip_of_${nodeLabel(node).replaceAll(/[^A-Za-z0-9_]+/g, "_")}`;
    const met = [...this.bound.keys(), ...this.trips.keys(), ...this.lengths, ...this.indices.values()];
    const taken = /* @__PURE__ */ new Set([...this.namesGiven(), ...met]);
    let name = stem;
    for (let i = 2; taken.has(name) || taken.has(leftOf(name)); i++) name = `${stem}_${i}`;
    this.indices.set(place3, name);
    return name;
  }
  /** What a walk gives, and the symbols it met. */
  watched(run) {
    const around = this.watching;
    const met = /* @__PURE__ */ new Set();
    this.watching = met;
    const result = run();
    this.watching = around;
    for (const name of met) around?.add(name);
    return { result, met };
  }
  /** Trip counts that the run still holds: others were told by a closer look. */
  openTrips(steps2) {
    if (this.trips.size === 0) return this.trips;
    const open2 = /* @__PURE__ */ new Set();
    for (const { does } of allSteps(steps2))
      if ("bodies" in does) for (const { trips } of does.bodies) for (const name of symbolsOf(trips)) open2.add(name);
    return new Map([...this.trips].filter(([name]) => open2.has(name) || this.bound.has(name)));
  }
  met(name) {
    this.watching?.add(name);
    return bind(symbol(name), this.bound);
  }
  numbersTrips(name) {
    for (const index of this.indices.values()) if (name === index || name === leftOf(index)) return true;
    return false;
  }
};
function placeOf(node, scope) {
  return `${scope.path}${node.index}`;
}
function namesIn(graph3, options) {
  return namesOf([...graph3.inputs, ...graph3.outputs, ...graph3.declared.values()], options);
}
function namesInInputs(graph3, options) {
  return namesOf(graph3.inputs, options);
}
function namesOf(infos, options) {
  const shapes2 = [...options.inputs.values(), ...infos.flatMap(({ type: type2 }) => shapesIn(type2))];
  return new Set(shapes2.flatMap((shape) => isUnknown(shape) ? [] : shape.flatMap(symbolsOf)));
}
function shapesIn(type2) {
  if (type2.kind === "tensor") return [type2.shape];
  if (type2.kind === "sequence" || type2.kind === "optional") return shapesIn(type2.element);
  return type2.kind === "map" ? shapesIn(type2.value) : [];
}

// src/analysis/infer.ts
function mostInnerSteps({ graph: graph3, functions }) {
  const written2 = [...functions.values()].reduce((n, { nodes }) => n + nodes.length, graph3.nodes.length);
  return Math.min(2e4 + 16 * written2, 25e4);
}
function infer(model, options) {
  const given2 = givenInputs(model.graph, options);
  try {
    return inferInOrder(model, options, given2, true);
  } catch (error) {
    if (!(error instanceof OutOfOrder)) throw error;
    return inferInOrder(model, options, given2, false);
  }
}
function inferInOrder(model, options, given2, inFileOrder2) {
  const { graph: graph3 } = model;
  const scope = {
    values: /* @__PURE__ */ new Map(),
    opsets: model.opsets,
    references: /* @__PURE__ */ new Map(),
    path: "",
    depth: 0,
    calls: [],
    inFileOrder: inFileOrder2
  };
  addTensors(scope, graph3.tensors);
  const inputs = [...given2.facts].map(([name, fact]) => makeValue(name, fact, false));
  for (const input of inputs) scope.values.set(input.name, input);
  const symbols = new Symbols(
    given2.symbols,
    () => namesIn(graph3, options),
    () => namesInInputs(graph3, options)
  );
  const walk = new Walk(model, symbols);
  const steps2 = walk.run(graph3.nodes, scope);
  const outputs = graph3.outputs.flatMap(({ name }) => resolve(scope, name) ?? []);
  const walked = { graph: graph3, steps: steps2, outputs, given: given2, options, resolve: scope.values, distinct: inFileOrder2 };
  return {
    inputs,
    outputs,
    steps: steps2,
    assumptions: given2.assumptions,
    problems: [...given2.problems, ...problemsOf(walked)],
    openSymbols: () => openSymbols({ given: given2, options, trips: symbols.openTrips(steps2), lengths: symbols.lengths })
  };
}
var mostSpareSteps = 65536;
var Walk = class {
  model;
  symbols;
  inner;
  left;
  /** Steps left for walks that may be given up. */
  spare = mostSpareSteps;
  attempting = false;
  alike;
  constructor(model, symbols) {
    this.model = model;
    this.symbols = symbols;
    this.inner = mostInnerSteps(model);
    this.left = model.graph.nodes.length + this.inner;
    this.alike = new Alike((name) => symbols.length(name));
  }
  run(nodes, scope) {
    const ordered2 = scope.inFileOrder ? nodes : executionOrder(nodes);
    return ordered2.map((node) => {
      const walked = this.step(bindReferences(node, scope.references), scope);
      const step = scope.within === void 0 ? walked : stepWithin(walked, scope.within);
      node.outputs.forEach((name, i) => {
        if (name === "") return;
        if (scope.inFileOrder && scope.values.has(name)) throw outOfOrder;
        scope.values.set(name, step.outputs[i]);
      });
      return step;
    });
  }
  tripSymbol(node, scope) {
    return this.symbols.trip(node, scope);
  }
  isOpen(trips) {
    return this.symbols.isOpen(trips);
  }
  tripIndex(node, scope) {
    return this.symbols.index(node, scope);
  }
  watched(run) {
    return this.symbols.watched(run);
  }
  attempt(run) {
    if (this.attempting) return this.left > 0 ? run() : void 0;
    if (this.spare <= 0) return void 0;
    const kept3 = this.left;
    this.left = this.spare;
    this.attempting = true;
    const result = run();
    this.attempting = false;
    this.spare = this.left;
    this.left = kept3;
    return this.spare >= 0 ? result : void 0;
  }
  step(node, scope) {
    const inputs = node.inputs.map((name) => name === "" ? void 0 : resolve(scope, name));
    if (this.left-- <= 0)
      return unknownStep(node, inputs, `more than ${this.inner} nodes in bodies and functions`, "limit");
    if (scope.depth >= maxDepth) return unknownStep(node, inputs, `more than ${maxDepth} levels of nesting`, "limit");
    const { functions } = this.model;
    const called = functions.size === 0 ? void 0 : functions.get(functionKey(node.domain, node.op, node.overload));
    if (called !== void 0) return callFunction(called, node, inputs, scope, this);
    const opset = scope.opsets.get(node.domain) ?? this.model.opsets.get(node.domain) ?? 1n;
    const found = lookup(node.domain, node.op, opset);
    if (found === void 0) {
      const name = node.domain === "" ? node.op : `${node.domain}.${node.op}`;
      const since = sinceVersion(node.domain, node.op);
      if (since !== void 0) {
        const why = `\`${name}\` came with version ${since} of its operator set, and the file imports ${opset}`;
        return unknownStep(node, inputs, why, "mismatch");
      }
      return unknownStep(node, inputs, `\`${name}\` is not an operator Flopgate knows`, "operator");
    }
    const { operator: operator2, newer } = found;
    try {
      if (operator2.control !== void 0) return runControl(operator2.control, node, inputs, opset, scope, this);
      return compute({ operator: operator2, node, opset, newer }, inputs, this.alike);
    } catch (error) {
      if (error instanceof Mismatch) return unknownStep(node, inputs, error.message, "mismatch");
      throw error;
    }
  }
};
function compute(asking, inputs, alike2) {
  const { node } = asking;
  const does = alike2.find(asking, inputs) ?? alike2.alone(asking, inputs);
  const constant = !random.has(node.op) && inputs.every((v) => v === void 0 || v.constant);
  const outputs = node.outputs.map((name, i) => {
    if (name === "") return void 0;
    const fact = does.facts[i];
    if (fact === void 0)
      throw new Mismatch(`it has ${node.outputs.length} outputs; at most ${does.facts.length} expected`);
    return makeValue(name, fact, constant);
  });
  return { node, inputs, outputs, does };
}
var random = /* @__PURE__ */ new Set([
  "RandomNormal",
  "RandomUniform",
  "RandomNormalLike",
  "RandomUniformLike",
  "Multinomial",
  "Bernoulli"
]);
function hasReference({ attributes }) {
  if (attributes.size === 0) return false;
  for (const { kind } of attributes.values()) if (kind === "reference") return true;
  return false;
}
function bindReferences(node, references2) {
  if (!hasReference(node)) return node;
  const attributes = /* @__PURE__ */ new Map();
  for (const [name, attribute] of node.attributes) {
    const bound = attribute.kind === "reference" ? references2.get(attribute.name) : attribute;
    if (bound !== void 0) attributes.set(name, bound);
  }
  return { ...node, attributes };
}

// src/conventions/apply.ts
function countBy(convention, node) {
  const parameters = attempt(() => convention.parameters?.(node) ?? node.facts.parameters);
  const counted4 = attempt(() => ruleFor(convention, node)(node));
  if (typeof counted4 !== "object" || isDim2(counted4)) return { ...inUnit(convention, counted4), parameters };
  const { near } = counted4;
  return {
    ...inUnit(convention, counted4.count ?? 0n),
    ...counted4.macs !== void 0 && { macs: counted4.macs },
    ...counted4.flops !== void 0 && { flops: counted4.flops },
    parameters,
    ...near !== void 0 && { near }
  };
}
function notSeen(convention) {
  return { ...inUnit(convention, 0n), parameters: 0n };
}
function ruleFor(convention, node) {
  const own2 = convention.rules.get(node.op);
  if (own2 !== void 0) return own2;
  const { rest } = convention;
  return rest === "arithmetic" ? (n) => arithmetic3(convention, n) : rest;
}
function arithmetic3({ title, countsElements }, node) {
  const { isKnown: isKnown2, isFree, label } = node.facts;
  if (!isKnown2) return unknown(`\`${label}\`: \`${node.op}\` is not an operator Flopgate knows`);
  if (isFree) return 0n;
  if (multiplies(node) || countsElements && node.op.includes("."))
    return unknown(`\`${label}\`: ${title} has no word for \`${node.op}\``);
  return 0n;
}
function multiplies(node) {
  try {
    return node.ownMacs !== 0n;
  } catch (error) {
    if (error instanceof Undetermined || error instanceof Mismatch) return true;
    throw error;
  }
}
function inUnit({ unit, title }, count2) {
  return {
    macs: unit === "flops" ? unknown(`${title} counts FLOPs only`) : count2,
    flops: unit === "macs" ? unknown(`${title} counts MACs only`) : count2
  };
}
function attempt(rule) {
  try {
    return rule();
  } catch (error) {
    if (error instanceof Undetermined) return unknown(error.why);
    if (error instanceof Mismatch) return unknown(error.message);
    throw error;
  }
}
function isDim2(counted4) {
  return typeof counted4 === "bigint" || "kind" in counted4 && (isUnknown(counted4) || counted4.kind === "poly");
}

// src/analysis/widths.ts
function bytesOf({ fact, name }) {
  if (!(fact instanceof Typed)) return factBytes(fact, name);
  if (fact.bytes !== void 0) return fact.bytes;
  const bytes = factBytes(fact, name);
  if (!isUnknown(bytes)) fact.bytes = bytes;
  return bytes;
}
function elementBytes(count2, dtype, name) {
  if (count2 === 0n || isUnknown(count2)) return count2;
  if (dtype === null) return unknown(`the element type of \`${name}\` is unknown`);
  const bits2 = bitsPerElement(dtype);
  if (bits2 === void 0) return unknown(`\`${name}\` holds strings, whose size no type tells`);
  return bits2 % 8 === 0 ? mul(count2, BigInt(bits2 / 8)) : ceilDiv(mul(count2, BigInt(bits2)), 8n);
}
function factBytes(fact, name) {
  switch (fact.kind) {
    case "tensor":
      return elementBytes(sizeOf(fact.shape), fact.dtype, name);
    case "optional":
      return factBytes(fact.element, name);
    case "sequence":
      if (fact.items !== void 0) return sum(fact.items.map((item) => factBytes(item, name)));
      if (fact.length === void 0) return unknown(`the length of the sequence \`${name}\` is unknown`);
      return mul(fact.length, factBytes(fact.element, name));
    case "map":
      return unknown(`\`${name}\` is a map, whose size no type tells`);
    case "opaque":
      return unknown(fact.why);
  }
}

// src/analysis/cost.ts
function flopsOf({ macs, other: other2 }) {
  return add(mul(2n, macs), other2);
}
function costsOf(entries, weights) {
  const known5 = /* @__PURE__ */ new Map();
  return entries.map((entry) => {
    const { does } = entry.step;
    const cost = costOf(entry, weights.get(entry) ?? []);
    if (does.kind !== "compute" || !does.shared) return cost;
    const before = known5.get(does);
    if (before !== void 0 && costKeys.every((key) => before[key] === cost[key])) return before;
    known5.set(does, cost);
    return cost;
  });
}
function costOf(entry, weights) {
  const { step, overall } = entry;
  const work2 = workOfStep(step);
  const traffic = trafficOf(step);
  const stored2 = storedCost(weights, step);
  return {
    parameters: stored2.parameters,
    buffers: stored2.buffers,
    weightBytes: stored2.weightBytes,
    quantBytes: stored2.quantBytes,
    constantBytes: stored2.constantBytes,
    macs: overall(work2.macs),
    flops: overall(flopsOf(work2)),
    readBytes: overall(traffic.read),
    writeBytes: overall(traffic.write)
  };
}
var nothingStored = {
  parameters: 0n,
  buffers: 0n,
  weightBytes: 0n,
  quantBytes: 0n,
  constantBytes: 0n
};
function storedCost(weights, { node, does }) {
  if (!("bodies" in does) && runsGraphs(node)) return allUnknown(unknown(unfollowed2(node)));
  if (does.kind === "compute" && does.operator.hides !== void 0)
    return allUnknown(unknown(`\`${nodeLabel(node)}\`: ${does.operator.hides}`));
  if (weights.length === 0) return nothingStored;
  if (does.kind === "unknown" && weights.some((w) => isPacked(w.dtype) && w.elements !== 1n)) {
    const gap = unknown(`\`${nodeLabel(node)}\`: ${does.why}, and it reads integers that may be weights`);
    return { ...allUnknown(gap), buffers: 0n };
  }
  const bytes = (role) => totalOf(weights, role, "bytes");
  return {
    parameters: totalOf(weights, "parameter", "elements"),
    buffers: totalOf(weights, "buffer", "elements"),
    weightBytes: add(bytes("parameter"), bytes("buffer")),
    quantBytes: bytes("quantization"),
    constantBytes: bytes("constant")
  };
}
function totalOf(weights, role, count2) {
  let total6 = 0n;
  for (const weight of weights) if (weight.role === role) total6 = add(total6, weight[count2]);
  return total6;
}
function allUnknown(gap) {
  return { parameters: gap, buffers: gap, weightBytes: gap, quantBytes: gap, constantBytes: gap };
}
var nothing = { macs: 0n, other: 0n };
function workOfStep(step) {
  const { node, does } = step;
  if ("bodies" in does) return nothing;
  if (does.kind === "unknown") return noWork(`\`${nodeLabel(node)}\`: ${does.why}`);
  if (runsGraphs(node)) return noWork(unfollowed2(node));
  if (does.work !== void 0) return does.work;
  try {
    const call = callOf(node, does.opset, does.symbol);
    return workBy(does.operator, operandsOf(step, does), resultsOf(step, does), does.attributes, call);
  } catch (error) {
    if (error instanceof Undetermined) return noWork(error.why);
    if (error instanceof Mismatch) return noWork(`\`${nodeLabel(node)}\`: ${error.message}`);
    throw error;
  }
}
function noWork(why) {
  return { macs: unknown(why), other: unknown(why) };
}
function unfollowed2(node) {
  return `\`${nodeLabel(node)}\` runs a graph of its own, which Flopgate does not follow`;
}
function runsGraphs({ attributes }) {
  if (attributes.size === 0) return false;
  for (const { kind } of attributes.values()) if (kind === "graph" || kind === "graphs") return true;
  return false;
}
function trafficOf(step) {
  const { node, inputs, outputs, does } = step;
  if ("bodies" in does) return { read: 0n, write: 0n };
  if (does.kind === "unknown") {
    const gap = unknown(`\`${nodeLabel(node)}\`: ${does.why}`);
    return { read: gap, write: gap };
  }
  if (does.operator.memory === "view" || isConstantNode(inputs, outputs)) return { read: 0n, write: 0n };
  let read3 = 0n;
  const known5 = inputs.length > fewInputs ? /* @__PURE__ */ new Set() : void 0;
  for (let input = 0; input < inputs.length; input++) {
    const value = inputs[input];
    if (value === void 0) continue;
    const again = known5 === void 0 ? inputs.indexOf(value) < input : known5.has(value);
    if (again) continue;
    known5?.add(value);
    read3 = add(read3, readOf2(value, input, step, does));
  }
  let write = 0n;
  for (const value of outputs) if (value !== void 0) write = add(write, bytesOf(value));
  return { read: read3, write };
}
var fewInputs = 16;
function isConstantNode(inputs, outputs) {
  return inputs.length === 0 && outputs.every((v) => v === void 0 || v.constant);
}
function readOf2(value, input, step, does) {
  const rule = does.operator.reads[slotAt(does.operator, input)?.name ?? ""];
  if (rule === void 0) return value.stored?.byteLength ?? bytesOf(value);
  try {
    const results = bindOutputs(does.operator, resultsOf(step, does));
    const count2 = rule(operandsOf(step, does), results, does.attributes);
    return elementBytes(count2, value.dtype, value.name);
  } catch (error) {
    if (error instanceof Undetermined) return unknown(error.why);
    if (error instanceof Mismatch) return unknown(error.message);
    throw error;
  }
}
var known2 = { status: "known" };
var symbolic = { status: "symbolic" };
function statusOf(extents2, cost, keys) {
  let status = known2;
  for (const dims2 of extents2)
    for (const d of dims2) {
      if (isUnknown(d)) return { status: "unknown", why: d.why };
      if (!isKnown(d)) status = symbolic;
    }
  for (const key of keys) {
    const d = cost[key];
    if (isUnknown(d)) return { status: "unknown", why: d.why };
    if (!isKnown(d)) status = symbolic;
  }
  return status;
}

// src/analysis/conventional.ts
function countAs(convention, entries, costs, countedAt, isDead, isOpen2) {
  const doubts = new Set(isOpen2 && convention.openExtents !== void 0 ? [convention.openExtents] : []);
  const nodeOf = nodesOf(entries, costs, countedAt);
  const conventional = entries.map((entry, id) => {
    const own2 = costs[id] ?? zeroCost;
    const { macs, flops, parameters, near } = countEntry(convention, entry, nodeOf);
    if (near !== void 0 && !isDead(entry)) doubts.add(near);
    return { ...own2, macs: entry.overall(macs), flops: entry.overall(flops), parameters };
  });
  const label = labelOf(convention, doubts);
  return { costs: conventional, label, problems: [saying(label)] };
}
function countEntry(convention, entry, nodeOf) {
  const closed = convention.bodies === "closed";
  const ownsBodies = "bodies" in entry.step.does;
  if (closed ? entry.owner !== void 0 : ownsBodies) return notSeen(convention);
  return countBy(convention, nodeOf(entry));
}
function labelOf(convention, doubts) {
  const { id, title, version, accuracy, why, unit } = convention;
  return {
    id,
    title,
    version,
    accuracy: doubts.size > 0 ? "near" : accuracy,
    why: [why, ...doubts].join(" "),
    unit
  };
}
function saying({ title, version, accuracy, why, unit }) {
  const units = unit === "both" ? "MACs and FLOPs" : unit === "macs" ? "MACs" : "FLOPs";
  const how = accuracy === "exact" ? "exactly" : "as near as a file tells";
  return problem("operator/convention", { numbers: units, title, version, accuracy: how, why });
}
function nodesOf(entries, costs, countedAt) {
  const makers = /* @__PURE__ */ new Map();
  for (const entry of entries)
    for (const value of entry.step.outputs) if (value !== void 0 && !makers.has(value)) makers.set(value, entry);
  const made2 = /* @__PURE__ */ new Map();
  const nodeOf = (entry) => {
    const known5 = made2.get(entry);
    if (known5 !== void 0) return known5;
    const node = new Node({
      ...aboutStep(entry.step),
      maker: (input) => {
        const value = behind(entry.step.inputs[input]);
        const maker = value === void 0 ? void 0 : makers.get(value);
        return maker === void 0 ? void 0 : nodeOf(maker);
      },
      stored: (countedAt.get(entry) ?? []).map(storedOf),
      parameters: costs[entry.id]?.parameters ?? 0n
    });
    made2.set(entry, node);
    return node;
  };
  return nodeOf;
}
function storedOf({ value, elements }) {
  return { initializer: value.stored !== void 0, elements };
}
function behind(value) {
  let v = value;
  while (v?.alias !== void 0) v = v.alias;
  return v;
}
function aboutStep(step) {
  const { node, does, inputs, outputs } = step;
  return {
    op: node.domain === "" ? node.op : `${node.domain}.${node.op}`,
    label: nodeLabel(node),
    inputs,
    outputs,
    attribute: (name) => does.kind === "compute" && Object.hasOwn(does.attributes, name) ? does.attributes[name] : plainAttribute(node.attributes.get(name)),
    isConstant: (input) => inputs[input]?.constant === true,
    work: () => workOfStep(step),
    isFree: does.kind === "compute" && does.operator.work === free,
    isKnown: does.kind === "compute"
  };
}

// src/analysis/entries.ts
var once3 = (count2) => count2;
function overTrips({ trips, index }, outside, totals) {
  if (index === void 0) return (count2) => outside(mul(count2, trips));
  return (count2) => outside(totals.over(count2, { index, trips }));
}
function inFirst({ index }, { first }) {
  if (index === void 0) return first === void 0 ? {} : { first };
  return { first: (extent2) => atTrip(first?.(extent2) ?? extent2, { index }, 0n) };
}
function entriesOf(steps2) {
  const entries = [];
  const totals = new Totals();
  const visit = (list2, overall, inside3) => {
    for (const step of inFileOrder(list2)) {
      const entry = { id: entries.length, step, overall, ...inside3 };
      entries.push(entry);
      if ("bodies" in step.does)
        for (const body of step.does.bodies)
          visit(body.steps, overTrips(body, overall, totals), { owner: entry, body, ...inFirst(body, entry) });
    }
  };
  visit(steps2, once3, {});
  return entries;
}
function inFileOrder(steps2) {
  const sorted2 = steps2.every((s, i) => i === 0 || s.node.index >= (steps2[i - 1]?.node.index ?? 0));
  return sorted2 ? steps2 : steps2.toSorted((a, b) => a.node.index - b.node.index);
}
function tensorNames(entries) {
  if (entries.every((e) => e.owner === void 0)) return (value) => value.name;
  const names = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const { step, owner } of entries)
    if (owner === void 0) {
      for (const value of step.outputs) if (value !== void 0) taken.add(value.name);
    }
  const give = (value, owner) => {
    if (value === void 0 || owner === void 0 || names.has(value)) return;
    const qualified = `${pathOf(owner)}/${value.name}`;
    let name = owner.step.does.kind === "call" || taken.has(value.name) ? qualified : value.name;
    for (let i = 2; taken.has(name); i++) name = `${qualified}#${i}`;
    taken.add(name);
    names.set(value, name);
  };
  for (const { step, owner, body } of entries) {
    for (const formal of body?.formals ?? []) give(formal.value, owner);
    for (const value of step.outputs) give(value, owner);
  }
  return (value) => names.get(value) ?? value.name;
}
function pathOf({ step, owner }) {
  const { name, op, index } = step.node;
  const own2 = name === "" ? `${op}_${index}` : name;
  return owner === void 0 ? own2 : `${pathOf(owner)}/${own2}`;
}

// src/analysis/arena.ts
var alignment = 64;
var mostOverlaps = 6e6;
function arena(spans) {
  const total6 = spans.reduce((n, { bytes }) => n + bytes + alignment, 0);
  if (total6 > Number.MAX_SAFE_INTEGER) return unknown("more than 2^53 bytes in all are not laid out");
  const order2 = spans.toSorted((a, b) => b.bytes - a.bytes || a.birth - b.birth);
  const from3 = new Float64Array(order2.length);
  const to = new Float64Array(order2.length);
  const placed = new OverlapIndex(spans.reduce((n, { last }) => Math.max(n, last + 1), 1));
  let extent2 = 0;
  let looked = 0;
  for (const [i, span] of order2.entries()) {
    const neighbours2 = placed.overlapping(span);
    looked += neighbours2.length + 1;
    if (looked > mostOverlaps) return unknown("too many tensors are alive together to lay them out");
    const at = bestFit(neighbours2, from3, to, span.bytes);
    from3[i] = at;
    to[i] = at + span.bytes;
    placed.insert(i, span);
    extent2 = Math.max(extent2, at + span.bytes);
  }
  return BigInt(extent2);
}
function bestFit(neighbours2, from3, to, bytes) {
  if (neighbours2.length > 1) neighbours2.sort((a, b) => (from3[a] ?? 0) - (from3[b] ?? 0));
  let best2 = -1;
  let smallest = Infinity;
  let free2 = 0;
  for (const i of neighbours2) {
    const size2 = (from3[i] ?? 0) - free2;
    if (size2 >= bytes && size2 < smallest) {
      best2 = free2;
      smallest = size2;
    }
    free2 = Math.max(free2, Math.ceil((to[i] ?? 0) / alignment) * alignment);
  }
  return best2 === -1 ? free2 : best2;
}
var Chains = class {
  heads;
  /** By entry: the span, and the entry before it in its list. */
  spans = [];
  before = [];
  constructor(count2) {
    this.heads = new Int32Array(count2).fill(-1);
  }
  add(list2, span) {
    this.before.push(this.heads[list2] ?? -1);
    this.heads[list2] = this.spans.length;
    this.spans.push(span);
  }
  copy(list2, into) {
    for (let entry = this.heads[list2] ?? -1; entry >= 0; entry = this.before[entry] ?? -1)
      into.push(this.spans[entry] ?? 0);
  }
};
var OverlapIndex = class {
  leaves;
  /** By node of the tree; the children of node n are 2n and 2n + 1, run r is the leaf `leaves + r`. */
  alive;
  bornAt;
  /** How many were born below each node. */
  births;
  constructor(runs) {
    this.leaves = 2 ** Math.ceil(Math.log2(runs));
    this.alive = new Chains(2 * this.leaves);
    this.bornAt = new Chains(this.leaves);
    this.births = new Int32Array(2 * this.leaves);
  }
  insert(at, { birth, last }) {
    let left2 = this.leaves + birth;
    let right = this.leaves + last + 1;
    for (; left2 < right; left2 >>= 1, right >>= 1) {
      if (left2 % 2 === 1) this.alive.add(left2++, at);
      if (right % 2 === 1) this.alive.add(--right, at);
    }
    this.bornAt.add(birth, at);
    for (let node = this.leaves + birth; node >= 1; node >>= 1) this.births[node] = (this.births[node] ?? 0) + 1;
  }
  overlapping({ birth, last }) {
    const found = [];
    for (let node = this.leaves + birth; node >= 1; node >>= 1) this.alive.copy(node, found);
    if (last - birth > fewRuns) this.bornIn(1, 0, this.leaves, birth + 1, last, found);
    else for (let run = birth + 1; run <= last; run++) this.bornAt.copy(run, found);
    return found;
  }
  /** The depth is the logarithm of the runs. */
  bornIn(node, from3, width, first, last, found) {
    if (first >= from3 + width || last < from3 || this.births[node] === 0) return;
    if (width === 1) {
      this.bornAt.copy(from3, found);
      return;
    }
    const half = width / 2;
    this.bornIn(2 * node, from3, half, first, last, found);
    this.bornIn(2 * node + 1, from3 + half, half, first, last, found);
  }
};
var fewRuns = 32;

// src/analysis/ceiling.ts
var mostCandidates = 32;
var Ceiling = class {
  known = 0n;
  symbolic = [];
  seen = /* @__PURE__ */ new Set();
  gap;
  offer(d) {
    if (isKnown(d)) {
      if (d > this.known) this.known = d;
    } else if (isUnknown(d)) this.gap ??= d;
    else if (this.gap === void 0) this.offerSymbolic(d);
  }
  /** The maximum; unknown when an operand was, or when too many operands cannot be told apart. */
  value() {
    if (this.gap !== void 0) return this.gap;
    return this.symbolic.reduce(max, this.known);
  }
  offerSymbolic(d) {
    const key = keyOf(d);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (this.symbolic.some((other2) => (compare(other2, d) ?? -1) >= 0)) return;
    this.symbolic = [...this.symbolic.filter((other2) => (compare(d, other2) ?? -1) < 0), d];
    if (this.symbolic.length <= mostCandidates) return;
    const names = [...new Set(this.symbolic.flatMap(symbolsOf))].sort().join(", ");
    this.gap = unknown(`which point of the run needs most depends on the symbols: bind ${names}`);
  }
};

// src/analysis/memory.ts
var noMemory = { activation: 0n, peak: 0n, inplace: 0n, arena: 0n, floor: 0n };
function memoryOf(program) {
  const gap = gapIn(program);
  if (gap !== void 0) return { activation: gap, peak: gap, inplace: gap, arena: gap, floor: gap };
  const lives = livesOf(program, program.storage);
  const merged = livesOf(program, inplaceStorages(program));
  return {
    activation: activationOf(program),
    peak: peakOf(program, lives, "peak"),
    inplace: peakOf(program, merged, "inplace"),
    arena: arenaOf(program, lives),
    floor: floorOf(program)
  };
}
function gapIn({ bytes, inner }) {
  for (const size2 of bytes) if (isUnknown(size2)) return size2;
  for (const { activation: activation2, peak, inplace, floor } of inner.values()) {
    const gap = [activation2, peak, inplace, floor].find(isUnknown);
    if (gap !== void 0) return gap;
  }
  return void 0;
}
function activationOf(program) {
  const outside = sum(program.bytes.filter((_, tensor2) => !program.isView(tensor2)));
  return add(outside, sum([...program.inner.values()].map((inner) => inner.activation)));
}
function inplaceStorages(program) {
  const { reads, writes, inplace, runs, bytes } = program;
  const uses = new Float64Array(bytes.length);
  for (let i = 0; i < reads.to(runs - 1); i++) uses[reads.at(i)] = (uses[reads.at(i)] ?? 0) + 1;
  for (const list2 of [program.inputs, program.outputs]) for (const kept3 of list2) uses[kept3] = Infinity;
  const left2 = new Float64Array(bytes.length);
  const storage = Int32Array.from(program.storage);
  const open2 = (tensor2) => {
    const root = storage[tensor2] ?? tensor2;
    left2[root] = (left2[root] ?? 0) + (uses[tensor2] ?? 0);
  };
  program.inputs.forEach(open2);
  for (let run = 0; run < runs; run++) {
    for (let i = writes.from(run); i < writes.to(run); i++) {
      const tensor2 = writes.at(i);
      if (program.isView(tensor2)) storage[tensor2] = storage[program.storage[tensor2] ?? tensor2] ?? tensor2;
      else if (i === writes.from(run))
        for (let j = inplace.from(run); j < inplace.to(run); j++) {
          const root = storage[inplace.at(j)] ?? 0;
          if (left2[root] !== 1) continue;
          storage[tensor2] = root;
          break;
        }
      open2(tensor2);
    }
    for (let i = reads.from(run); i < reads.to(run); i++) {
      const root = storage[reads.at(i)] ?? 0;
      left2[root] = (left2[root] ?? 0) - 1;
    }
  }
  return storage;
}
function livesOf(program, storage) {
  const { bytes, inputs, outputs, runs } = program;
  const end = Math.max(0, runs - 1);
  const births = new Int32Array(bytes.length).fill(-1);
  const lasts = new Int32Array(bytes.length);
  const touch = (tensor2, run) => {
    const root = storage[tensor2] ?? tensor2;
    if (births[root] === -1) births[root] = run;
    if ((lasts[root] ?? 0) < run) lasts[root] = run;
  };
  for (const tensor2 of inputs) {
    touch(tensor2, 0);
    touch(tensor2, end);
  }
  for (let run = 0; run < runs; run++)
    for (const lists4 of [program.reads, program.writes])
      for (let i = lists4.from(run); i < lists4.to(run); i++) touch(lists4.at(i), run);
  for (const tensor2 of outputs) touch(tensor2, end);
  return { births, lasts };
}
function peakOf({ bytes, inner, runs }, { births, lasts }, metric) {
  const steps2 = Math.max(1, runs);
  const born = new Array(steps2).fill(0n);
  const freed = new Array(steps2).fill(0n);
  const live = (size2, birth, last) => {
    born[birth] = add(born[birth] ?? 0n, size2);
    freed[last] = add(freed[last] ?? 0n, size2);
  };
  bytes.forEach((size2, tensor2) => {
    const birth = births[tensor2] ?? -1;
    if (birth >= 0) live(size2, birth, lasts[tensor2] ?? birth);
  });
  for (const [run, memory] of inner) live(memory[metric], run, run);
  const ceiling = new Ceiling();
  let alive = 0n;
  for (let i = 0; i < steps2; i++) {
    alive = add(alive, born[i] ?? 0n);
    ceiling.offer(alive);
    alive = sub(alive, freed[i] ?? 0n);
  }
  return ceiling.value();
}
function floorOf({ bytes, storage, inner, runs, inputs, outputs, reads, writes }) {
  const ceiling = new Ceiling();
  const seenAt = new Int32Array(bytes.length).fill(-1);
  const fresh = (tensor2, run) => {
    const root = storage[tensor2] ?? tensor2;
    if (seenAt[root] === run) return 0n;
    seenAt[root] = run;
    return bytes[root] ?? 0n;
  };
  for (let run = 0; run < runs; run++) {
    let together = 0n;
    for (const lists4 of [reads, writes])
      for (let i = lists4.from(run); i < lists4.to(run); i++) together = add(together, fresh(lists4.at(i), run));
    ceiling.offer(together);
  }
  for (const { floor } of inner.values()) ceiling.offer(floor);
  if (runs === 0) ceiling.offer(sum([...inputs, ...outputs].map((tensor2) => fresh(tensor2, 0))));
  return ceiling.value();
}
function arenaOf({ bytes, inner }, { births, lasts }) {
  const spans = [];
  const open2 = [];
  const live = (size2, birth, last) => {
    if (!isKnown(size2)) open2.push(size2);
    else if (size2 > 0n) spans.push({ bytes: Number(size2), birth, last });
  };
  bytes.forEach((size2, tensor2) => {
    const birth = births[tensor2] ?? -1;
    if (birth >= 0) live(size2, birth, lasts[tensor2] ?? birth);
  });
  for (const [run, memory] of inner) live(memory.arena, run, run);
  const [first] = open2;
  if (first === void 0) return arena(spans);
  const gap = open2.find(isUnknown);
  if (gap !== void 0) return gap;
  const names = [...new Set([...new Set(open2)].flatMap(symbolsOf))].sort().join(", ");
  return unknown(`sizes decide the layout, and they are symbolic: bind ${names}`);
}
function larger2(a, b) {
  return {
    activation: max(a.activation, b.activation),
    peak: max(a.peak, b.peak),
    inplace: max(a.inplace, b.inplace),
    arena: max(a.arena, b.arena),
    floor: max(a.floor, b.floor)
  };
}
function besides(m, counted4) {
  const less2 = (d) => max(sub(d, counted4), 0n);
  return { ...m, activation: less2(m.activation), peak: less2(m.peak), inplace: less2(m.inplace), arena: less2(m.arena) };
}

// src/analysis/program.ts
var Lists = class {
  items = [];
  /** Where the list of each run ends. */
  ends = [];
  /** Adds to the list of the run that is being written. */
  push(tensor2) {
    this.items.push(tensor2);
  }
  /** Ends the list of this run. */
  end() {
    this.ends.push(this.items.length);
  }
  from(run) {
    return run === 0 ? 0 : this.ends[run - 1] ?? 0;
  }
  to(run) {
    return this.ends[run] ?? 0;
  }
  at(position3) {
    return this.items[position3] ?? 0;
  }
};
var Program = class {
  bytes = [];
  /** The tensor whose storage this one is another name for, and no such name itself; its own position where it has storage. */
  storage = [];
  /** Alive from the first run to the last. */
  inputs = [];
  /** Alive from where they are written to the last run. */
  outputs = [];
  /** A tensor that is read twice is in it twice. */
  reads = new Lists();
  writes = new Lists();
  /** Those of the reads whose storage the first write may take over, in order of preference: same bytes, same shape. */
  inplace = new Lists();
  /** By run: storage that the bodies of a control-flow operator need besides its inputs and outputs. */
  inner = /* @__PURE__ */ new Map();
  runs = 0;
  /** A tensor, which is another name for `viewOf` if that is given. */
  open(bytes, viewOf) {
    const at = this.bytes.length;
    this.bytes.push(bytes);
    this.storage.push(viewOf === void 0 ? at : this.storage[viewOf] ?? viewOf);
    return at;
  }
  isView(tensor2) {
    return this.storage[tensor2] !== tensor2;
  }
  /** Ends the run whose reads and writes were added last. */
  endRun(inner) {
    for (const lists4 of [this.reads, this.writes, this.inplace]) lists4.end();
    if (inner !== void 0) this.inner.set(this.runs, inner);
    this.runs++;
  }
};

// src/analysis/lifetimes.ts
function memoryOfSteps(inputs, steps2, outputs, isUsed, numbering) {
  return new Planner(isUsed, numbering).plan(inputs, steps2, outputs).memory;
}
var mostReplanned = 2e5;
var Planner = class {
  isUsed;
  numbering;
  /** Which trip it is of the loops around. */
  trip = /* @__PURE__ */ new Map();
  replanned = 0;
  constructor(isUsed, numbering) {
    this.isUsed = isUsed;
    this.numbering = numbering;
  }
  /** Recursion is over nesting only. */
  plan(inputs, steps2, outputs) {
    const program = new Program();
    const positions = new ByValue(this.numbering);
    const captured = /* @__PURE__ */ new Set();
    const open2 = (value, viewOf, bytes = this.bytes(value)) => {
      const position3 = program.open(bytes, viewOf);
      positions.set(value, position3);
      return position3;
    };
    const positionOf = (value) => {
      const root = rootOf(value);
      const known5 = positions.get(root);
      if (known5 !== void 0) return known5;
      captured.add(root);
      return open2(root, void 0, 0n);
    };
    const graph3 = { program, open: open2, positionOf };
    const visit = (list2) => {
      for (const step of list2) {
        if (!step.outputs.some((v) => v !== void 0 && this.isUsed(v))) continue;
        if (step.does.kind === "call") for (const body of step.does.bodies) visit(body.steps);
        else this.step(step, graph3);
      }
    };
    for (const value of inputs) if (isActivation(value)) program.inputs.push(open2(value));
    visit(steps2);
    for (const value of outputs) if (isActivation(value)) program.outputs.push(positionOf(value));
    return { memory: memoryOf(program), captured: [...captured] };
  }
  /** Adds one run to the program. */
  step(step, { program, open: open2, positionOf }) {
    const { reads, writes, inplace } = program;
    for (const value of step.inputs) if (isActivation(value)) reads.push(positionOf(value));
    if (step.does.kind !== "compute") {
      const bodies = "bodies" in step.does ? step.does.bodies.filter((b) => b.never !== true && b.trips !== 0n) : [];
      const plans = bodies.map((body) => this.body(body));
      for (const { captured } of plans)
        for (const value of captured) if (isActivation(value)) reads.push(positionOf(value));
      const written2 = step.outputs.filter(isActivation);
      const sizes3 = written2.map((v) => step.does.kind === "if" ? this.givenBytes(v, step, bodies) : this.bytes(v));
      for (const [i, value] of written2.entries()) writes.push(open2(value, void 0, sizes3[i]));
      program.endRun(bodies.length > 0 ? this.inner(step, plans, sum(sizes3)) : void 0);
      return;
    }
    const { memory } = step.does.operator;
    const [source7] = step.inputs;
    let first;
    for (const value of step.outputs) {
      if (!isActivation(value)) continue;
      const shows = memory === "view" && value === step.outputs[0] && isActivation(source7);
      writes.push(open2(value, shows ? positionOf(source7) : void 0));
      first ??= value;
    }
    if (memory === "inplace" && first !== void 0) {
      for (const value of step.inputs) if (isActivation(value) && fits(value, first)) inplace.push(positionOf(value));
    }
    program.endRun();
  }
  bytes(value) {
    return bind(bytesOf(value), this.trip);
  }
  body(body) {
    return body.index === void 0 ? this.oneTrip(body) : this.mostOfTrips(body, body.index);
  }
  oneTrip({ formals, steps: steps2, results }) {
    return this.plan(
      formals.map((f) => f.value),
      steps2,
      results.flatMap((v) => v ?? [])
    );
  }
  /** Of trips that differ, the most that any of them needs. */
  mostOfTrips(body, index) {
    const around = this.trip;
    const series = { index, trips: bind(body.trips, around) };
    const ends = countsFrom(body, series) ? void 0 : extremes(this.sizesIn(body), series);
    const plans = (ends ?? []).map((trip) => {
      this.replanned += body.steps.length;
      if (this.replanned > mostReplanned) return { memory: noneKnown, captured: [] };
      this.trip = new Map([...around, [index, trip]]);
      return this.oneTrip(body);
    });
    this.trip = around;
    const [first = { memory: noneKnown, captured: [] }, ...rest] = plans;
    return { memory: rest.map((p) => p.memory).reduce(larger2, first.memory), captured: first.captured };
  }
  sizesIn({ formals, steps: steps2 }) {
    const values = [...formals.map((f) => f.value), ...steps2.flatMap((step) => step.outputs)];
    const inner = steps2.flatMap(({ does }) => "bodies" in does ? does.bodies.flatMap((b) => this.sizesIn(b)) : []);
    return [...values.flatMap((v) => v === void 0 ? [] : [this.bytes(v)]), ...inner];
  }
  /** An output of an If takes what the branch that gives more of it does, also where its extents depend on the branch. */
  givenBytes(output, step, bodies) {
    const bytes = this.bytes(output);
    if (!isUnknown(bytes) || bodies.length === 0) return bytes;
    const at = step.outputs.indexOf(output);
    const results = bodies.map(({ results: results2 }) => results2[at]);
    return results.reduce((most3, v) => v === void 0 ? bytes : max(most3, this.bytes(v)), 0n);
  }
  /** Of an If, the larger branch, whose results are the If's own outputs; of a loop, the body with what it carries. */
  inner(step, plans, outputBytes) {
    const together = plans.map((p) => p.memory).reduce(larger2, noMemory);
    const counted4 = step.does.kind === "if" ? outputBytes : 0n;
    return isUnknown(counted4) ? together : besides(together, counted4);
  }
};
var untold2 = unknown("each trip of a loop needs another amount, and which needs most is not told");
var noneKnown = { activation: untold2, peak: untold2, inplace: untold2, arena: untold2, floor: untold2 };
function countsFrom({ steps: steps2 }, series) {
  return steps2.some(
    ({ does }) => "bodies" in does && does.bodies.some((b) => b.index !== void 0 && dependsOn(b.trips, series) || countsFrom(b, series))
  );
}
function isActivation(value) {
  return value !== void 0 && !value.constant;
}
function rootOf(value) {
  let root = value;
  while (root.alias !== void 0) root = root.alias;
  return root;
}
function fits(input, output) {
  const from3 = input.fact;
  const to = output.fact;
  if (from3.kind !== "tensor" || to.kind !== "tensor" || from3.dtype === null || to.dtype === null) return false;
  if (isUnknown(from3.shape) || isUnknown(to.shape) || from3.shape.length !== to.shape.length) return false;
  const { shape } = from3;
  return bitsPerElement(from3.dtype) === bitsPerElement(to.dtype) && to.shape.every((d, i) => equal(d, shape[i] ?? 0n) === true);
}

// src/analysis/modules.ts
function modulesOf(model, entries) {
  const readers = /* @__PURE__ */ new Map();
  for (const { step } of entries)
    for (const name of step.node.inputs) if (name.includes(".")) readers.set(name, (readers.get(name) ?? 0) + 1);
  const aliases = new Set(entries.flatMap(({ step }) => step.node.op === "Identity" ? step.node.outputs : []));
  const isParameter = (name) => readers.get(name) === 1 && (model.graph.tensors.has(name) || aliases.has(name));
  const paths = [];
  for (const { step, owner } of entries) {
    const { node } = step;
    const own2 = fromParameter(node.op === "Identity" ? node.outputs : node.inputs, isParameter) || fromScopes(node.metadata.get("pkg.torch.onnx.name_scopes"), node.op) || fromNodePath(node.name, node.op) || fromNodePath(node.outputs[0] ?? "", node.op);
    paths.push(own2 === "" && owner !== void 0 ? paths[owner.id] ?? "" : own2);
  }
  return paths;
}
function fromParameter(names, isParameter) {
  for (const name of names) {
    const cut2 = name.lastIndexOf(".");
    if (cut2 > 0 && /^[\w.-]+$/.test(name) && isParameter(name)) return name.slice(0, cut2);
  }
  return "";
}
function fromScopes(text3, op) {
  if (text3 === void 0) return "";
  const scopes = [...text3.matchAll(/'([^']*)'|"([^"]*)"/g)].map((m) => m[1] ?? m[2] ?? "");
  const operation = scopes.at(-1) ?? "";
  const path = scopes.at(-2) ?? "";
  if (path.startsWith("_empty_nn_module_stack")) return "";
  const folded3 = /batch_norm/.test(operation) && /^(Conv|ConvTranspose|Gemm|MatMul)$/.test(op);
  return folded3 ? path.slice(0, Math.max(0, path.lastIndexOf("."))) : path;
}
function fromNodePath(name, op) {
  const parts3 = name.split("/").filter((part) => part !== "");
  const last = parts3.pop();
  if (last === void 0 || parts3.length === 0 || !last.toLowerCase().startsWith(op.toLowerCase().slice(0, 4)))
    return "";
  const path = [];
  for (const part of parts3) {
    const before = path.at(-1);
    if (before !== void 0 && part.startsWith(`${before}.`)) path.pop();
    path.push(part);
  }
  return path.join(".");
}

// src/analysis/operand-widths.ts
function macsByWidth(entries, layers) {
  const makers = makersOf(entries);
  const parts3 = /* @__PURE__ */ new Map();
  entries.forEach(({ step }, i) => {
    const layer = layers[i];
    const macs = layer === void 0 ? 0n : counted(layer, "macs");
    if (macs === 0n) return;
    const width = widthOf(step, makers);
    const list2 = parts3.get(width);
    if (list2 === void 0) parts3.set(width, [macs]);
    else list2.push(macs);
  });
  const sorted2 = [...parts3].sort(([a], [b]) => a < b ? -1 : 1);
  return new Map(sorted2.map(([width, list2]) => [width, sum(list2)]));
}
var carriers = /* @__PURE__ */ new Set(["DequantizeLinear", "Reshape", "Transpose", "Flatten", "Squeeze", "Unsqueeze", "Identity"]);
var mostHops = 64;
function makersOf(entries) {
  const makers = /* @__PURE__ */ new Map();
  if (!entries.some(({ step }) => step.node.op === "DequantizeLinear")) return makers;
  for (const { step } of entries) {
    const [first] = step.outputs;
    if (first !== void 0 && carriers.has(step.node.op)) makers.set(first, step);
  }
  return makers;
}
function widthOf(step, makers) {
  if (step.does.kind !== "compute") return unknownWidth;
  const { operator: operator2 } = step.does;
  let first;
  let second;
  for (let input = 0; input < step.inputs.length && second === void 0; input++) {
    const value = step.inputs[input];
    const role = roleAt(operator2, input);
    if (value === void 0 || role === "quantization" || role === "constant") continue;
    if (first === void 0) first = value;
    else second = value;
  }
  if (first === void 0) return unknownWidth;
  const [left2, right] = inside2(step.does);
  return `${left2 ?? typeOf(first, makers)}\xD7${right ?? typeOf(second ?? first, makers)}`;
}
var unknownWidth = "unknown";
function inside2({ operator: operator2, attributes }) {
  if (operator2.domain !== "com.microsoft") return [];
  if (operator2.name === "MatMulNBits") return [void 0, `int${attributes.bits}`];
  if (operator2.name === "MatMulBnb4") return [void 0, "float4"];
  if (operator2.name === "DynamicQuantizeMatMul") return ["uint8", void 0];
  return [];
}
function typeOf(value, makers) {
  const own2 = value.dtype ?? unknownWidth;
  let at = value;
  for (let hops = 0; hops < mostHops; hops++) {
    const maker = makers.get(at);
    const next = at.alias ?? maker?.inputs[0];
    if (next === void 0) break;
    if (maker?.node.op === "DequantizeLinear" && at.alias === void 0) return next.dtype ?? unknownWidth;
    at = next;
  }
  return own2;
}

// src/analysis/weight-inputs.ts
var trained = /[./](weight|bias|running_mean|running_var)$/;
var mostNamed = 5;
function weightInputs(inputs, uses) {
  const first = inputs.findIndex((input) => trained.test(input.name));
  const found = inputs.filter((input, i) => {
    const use = uses.get(input);
    return use !== void 0 && (isAsked(use) || first !== -1 && i >= first && looksStored(input));
  });
  if (found.length === 0) return [];
  const names = found.slice(0, mostNamed).map((v) => `\`${v.name}\``);
  const more = found.length > mostNamed ? ["\u2026"] : [];
  const elements = formatDim(sum(found.map((v) => sizeOf(shapeOf2(v)))));
  return [problem("model/weight-inputs", { count: found.length, names: [...names, ...more].join(", "), elements })];
}
function looksStored(input) {
  const { dtype } = input;
  return dtype !== null && isFloat(dtype) && isKnown(sizeOf(shapeOf2(input)));
}
function isAsked({ entry, input }) {
  const does = entry?.step.does;
  if (does?.kind !== "compute" || input === void 0) return false;
  const role = roleAt(does.operator, input);
  return role === "weight" || role === "statistic";
}

// src/analysis/masks.ts
var hides = -100;
var firstLook = 16;
var samples2 = 1024;
function isMask(tensor2) {
  const count2 = Number(tensor2.elementCount);
  if (count2 < 2 || !(tensor2.dtype.startsWith("float") || tensor2.dtype === "bfloat16")) return false;
  const first = tensor2.elements(0, Math.min(count2, firstLook));
  if (first === void 0 || first.length === 0 || !first.every(hidesOrPasses)) return false;
  const step = Math.max(1, Math.floor(count2 / samples2)) | 1;
  let hidden2 = false;
  for (let at = 0; at < count2; at += step) {
    const [element] = tensor2.elements(at, at + 1) ?? [];
    if (!hidesOrPasses(element)) return false;
    hidden2 ||= element !== 0;
  }
  return hidden2;
}
function hidesOrPasses(element) {
  return typeof element === "number" && (element === 0 || element <= hides);
}

// src/analysis/weights.ts
var none = [];
var mostPieces = 64;
function weightsOf(entries, steps2, uses, nameOf, numbering) {
  const sources2 = sourcesOf(entries, uses, numbering);
  const countedAt = /* @__PURE__ */ new Map();
  for (const [value, weight] of sources2) {
    if (weight.value !== value) continue;
    const entry = uses.get(value)?.entry;
    if (entry === void 0) continue;
    const list2 = countedAt.get(entry);
    if (list2 === void 0) countedAt.set(entry, [weight]);
    else list2.push(weight);
  }
  const pieces2 = piecesOf(steps2, sources2, numbering);
  return {
    countedAt,
    refs: ({ inputs }) => {
      const refs = [];
      inputs.forEach((value, input) => {
        const read3 = value === void 0 ? void 0 : pieces2.get(value);
        for (const { value: source7, dtype, shape, role } of read3 ?? none)
          refs.push({ input, name: nameOf(source7), dtype, shape, role });
      });
      return refs.length === 0 ? none : refs;
    }
  };
}
function sourcesOf(entries, uses, numbering) {
  const sources2 = [];
  const seen = new ByValue(numbering);
  const held = /* @__PURE__ */ new Map();
  const consider = (value, origin, content2) => {
    const use = value === void 0 ? void 0 : uses.get(value);
    if (value === void 0 || use === void 0 || seen.has(value)) return;
    const shared3 = content2 === void 0 ? void 0 : held.get(content2);
    const weight = shared3 ?? weightOf(value, use, origin, content2);
    if (weight === void 0) return;
    sources2.push([value, weight]);
    seen.set(value, weight);
    if (content2 !== void 0) held.set(content2, weight);
  };
  const considerStored = (value) => {
    if (value?.stored !== void 0) consider(value, "initializer", value.stored);
  };
  for (const { step } of entries) {
    step.inputs.forEach(considerStored);
    if ("bodies" in step.does) for (const { results } of step.does.bodies) results.forEach(considerStored);
  }
  const constants = sources2.some(([, { role }]) => role === "parameter") ? "literal" : "initializer";
  const makers = /* @__PURE__ */ new Map([
    ["Constant", constants],
    ["ConstantOfShape", "fill"]
  ]);
  for (const { step } of entries) {
    const origin = step.node.domain === "" ? makers.get(step.node.op) : void 0;
    for (const value of step.outputs)
      if (origin !== void 0 && value?.constant === true && value.alias === void 0)
        consider(value, origin, origin === "fill" ? void 0 : contentOf(step));
  }
  return sources2;
}
function contentOf({ node }) {
  const [content2] = node.attributes.values();
  return content2;
}
function weightOf(value, use, origin, content2) {
  const { fact } = value;
  if (fact.kind !== "tensor" || fact.dtype === null || isUnknown(fact.shape)) return void 0;
  const { shape } = fact;
  if (!isAllKnown(shape)) return void 0;
  const count2 = value.stored?.elementCount ?? product(shape);
  const settled2 = use.purpose === "operand" && origin !== "initializer" && !multiplies2(use);
  const written2 = settled2 || use.purpose === "operand" && value.stored !== void 0 && isMask(value.stored);
  const role = written2 ? "constant" : roleOf(use, fact.dtype, isKnown(count2) ? count2 : 0n);
  if (origin === "fill" && role !== "parameter" && role !== "buffer") return void 0;
  return {
    value,
    dtype: fact.dtype,
    shape,
    role,
    elements: logicalElements(use) ?? count2,
    bytes: storedBytes(content2) ?? elementBytes(count2, fact.dtype, value.name)
  };
}
function isAllKnown(shape) {
  return shape.every(isKnown);
}
function storedBytes(content2) {
  if (content2 === void 0 || !("kind" in content2)) return content2?.byteLength;
  return content2.kind === "tensor" ? content2.value.byteLength : void 0;
}
var products = /* @__PURE__ */ new Set(["MatMul", "Gemm", "Einsum", "FusedMatMul"]);
function multiplies2({ entry }) {
  const step = entry?.step;
  return step?.does.kind === "compute" && products.has(step.node.op) && step.outputs[0]?.constant !== true;
}
function roleOf(use, dtype, count2) {
  switch (use.purpose) {
    case "weight":
      return "parameter";
    case "statistic":
      return "buffer";
    case "quantization":
      return "quantization";
    case "constant":
      return "constant";
    case "operand":
      return looksTrained(dtype, count2) || count2 > 1n && isInteger(dtype) && multiplies2(use) ? "parameter" : "constant";
  }
}
function logicalElements({ entry, input }) {
  const step = entry?.step;
  if (step?.does.kind !== "compute" || input === void 0) return void 0;
  const { does } = step;
  const rule = does.operator.logicalElements[slotAt(does.operator, input)?.name ?? ""];
  try {
    return rule?.(operandsOf(step, does), does.attributes);
  } catch (error) {
    if (error instanceof Undetermined) return unknown(error.why);
    if (error instanceof Mismatch) return unknown(error.message);
    throw error;
  }
}
function piecesOf(steps2, sources2, numbering) {
  const pieces2 = new ByValue(numbering);
  for (const [value, weight] of sources2) pieces2.set(value, [weight]);
  const visit = (list2) => {
    for (const step of list2)
      if ("bodies" in step.does) {
        for (const body of step.does.bodies) {
          for (const { value, sliceOf } of body.formals) {
            const stacked = sliceOf === void 0 ? void 0 : pieces2.get(sliceOf);
            if (stacked !== void 0) pieces2.set(value, stacked);
          }
          visit(body.steps);
        }
        for (const value of step.outputs) {
          const returned = value?.alias === void 0 ? void 0 : pieces2.get(value.alias);
          if (value !== void 0 && returned !== void 0) pieces2.set(value, returned);
        }
      } else carry(step, pieces2);
  };
  visit(steps2);
  return pieces2;
}
function carry({ inputs, outputs, does }, pieces2) {
  const [first] = outputs;
  if (first?.constant !== true || does.kind !== "compute" || pieces2.has(first)) return;
  const carried = inputs.flatMap((value, i) => {
    const own2 = value === void 0 ? void 0 : pieces2.get(value);
    return own2 !== void 0 && roleAt(does.operator, i) === "carried" ? [own2] : [];
  });
  const [only] = carried;
  if (carried.length === 1 && only !== void 0) pieces2.set(first, only);
  else if (carried.length > 1) pieces2.set(first, [...new Set(carried.flat())].slice(0, mostPieces));
}

// src/analysis/measure.ts
function profileModel(model, path, options, convention) {
  const { inputs, outputs, steps: steps2, assumptions, problems, openSymbols: openSymbols2 } = infer(model, options);
  const entries = entriesOf(steps2);
  const nameOf = tensorNames(entries);
  const whole2 = outputs.length > 0 && !outputs.some((v) => v.dangling === true);
  const roots = whole2 ? outputs : entries.flatMap(({ step }) => step.outputs.flatMap((v) => v ?? []));
  const numbering = { count: 0 };
  const uses = usesOf(steps2, roots, entries, numbering);
  const isUsed = (value) => uses.has(value);
  const weights = weightsOf(entries, steps2, uses, nameOf, numbering);
  const dead = entries.map(({ step }) => !step.outputs.some((v) => v !== void 0 && isUsed(v)));
  const isDead = ({ id }) => dead[id] === true;
  const ownCosts = costsOf(entries, weights.countedAt);
  const choice = chooseBranches(entries, ownCosts, isDead);
  const conventional = convention && countAs(convention, entries, ownCosts, weights.countedAt, isDead, isOpen(model));
  const costs = conventional?.costs ?? ownCosts;
  const modules = modulesOf(model, entries);
  const given2 = countsGiven(convention);
  const shown = attributesShown();
  const layers = entries.map((entry, id) => {
    const layer = layerOf(entry, costs[id] ?? zeroCost, modules[id] ?? "", given2, { weights, nameOf, shown });
    if (isDead(entry)) layer.dead = true;
    if (isSpared(entry, choice.spared)) layer.untaken = true;
    return layer;
  });
  const memory = memoryOfSteps(inputs, steps2, outputs, isUsed, numbering);
  return {
    model: {
      path,
      format: model.format,
      byteSize: model.byteSize,
      producer: model.producer,
      opsets: model.opsets
    },
    inputs: inputs.map((v) => namedValue(v, v.name)),
    outputs: outputs.map((v) => namedValue(v, v.name)),
    totals: totalsOf(layers, macsByWidth(entries, layers), weights.countedAt.values(), memory),
    layers,
    coverage: coverageOf(layers, entries),
    assumptions,
    convention: conventional?.label ?? flopgate,
    problems: [
      ...model.problems,
      ...problems,
      ...openSymbols2(),
      ...weightInputs(inputs, uses),
      ...choice.problems,
      ...conventional?.problems ?? []
    ]
  };
}
function layerOf({ id, step, owner, body, first }, cost, module, given2, { weights, nameOf, shown }) {
  const { node } = step;
  const outputs = step.outputs.filter((v) => v !== void 0).map((v) => namedValue(v, nameOf(v)));
  const dims2 = outputs.map(extents);
  const { status, why } = statusOf(first === void 0 ? dims2 : dims2.map((d) => d.map(first)), cost, given2);
  const layer = {
    id,
    index: owner === void 0 ? node.index : null,
    name: node.name,
    op: node.op,
    domain: node.domain,
    module,
    inputs: step.inputs.map((v) => v === void 0 ? "" : nameOf(v)),
    outputs,
    attributes: shown(step),
    weights: weights.refs(step),
    parameters: cost.parameters,
    buffers: cost.buffers,
    macs: cost.macs,
    flops: cost.flops,
    weightBytes: cost.weightBytes,
    quantBytes: cost.quantBytes,
    constantBytes: cost.constantBytes,
    readBytes: cost.readBytes,
    writeBytes: cost.writeBytes,
    status
  };
  if (owner !== void 0) layer.owner = owner.id;
  if (body !== void 0) layer.body = body.name;
  if ("bodies" in step.does) layer.bodies = bodyRefs(step.does, step.outputs, nameOf);
  if (why !== void 0) layer.why = why;
  return layer;
}
function bodyRefs({ kind, bodies }, wanted2, nameOf) {
  const isCall = kind === "call";
  return bodies.map(({ name, formals, results }) => ({
    name,
    ...isCall && { call: true },
    inputs: formals.map(({ value }) => namedValue(value, nameOf(value))),
    // Of a call only those it takes, as its own outputs are listed.
    outputs: results.filter((_, i) => !isCall || wanted2[i] !== void 0).map((value) => value === void 0 ? "" : nameOf(value))
  }));
}
function namedValue(value, name) {
  const { fact } = value;
  const shape = shapeOf2(value);
  return fact.kind === "tensor" ? { name, dtype: fact.dtype, shape } : { name, dtype: null, shape, type: fact.kind };
}
function extents({ shape, type: type2 }) {
  if (type2 !== void 0) return [];
  return isUnknown(shape) ? [shape] : shape;
}
function isOpen({ graph: graph3 }) {
  return graph3.inputs.some(
    ({ type: type2 }) => type2.kind === "tensor" && (isUnknown(type2.shape) || !type2.shape.every(isKnown))
  );
}
function countsGiven(convention) {
  const unit = convention?.unit ?? "both";
  return costKeys.filter((key) => !(key === "macs" && unit === "flops") && !(key === "flops" && unit === "macs"));
}
function chooseBranches(entries, costs, isDead) {
  const spared = /* @__PURE__ */ new Set();
  const problems = [];
  const inside3 = /* @__PURE__ */ new Map();
  const of = (body) => inside3.get(body) ?? zeroCost;
  for (let id = entries.length - 1; id >= 0; id--) {
    const entry = entries[id];
    if (entry === void 0 || isDead(entry)) continue;
    const { does } = entry.step;
    if (does.kind === "if") {
      const [first, second] = does.bodies.filter((b) => b.never !== true);
      if (first !== void 0 && second !== void 0) {
        const byMacs = compare(of(first).macs, of(second).macs);
        const order2 = byMacs === 0 ? compare(of(first).flops, of(second).flops) : byMacs;
        const node = nodeLabel(entry.step.node);
        if (order2 === void 0) problems.unshift(problem("operator/branches", { node }, { node }));
        else {
          const less2 = order2 < 0 ? first : second;
          const more = order2 < 0 ? second : first;
          spared.add(less2);
          problems.unshift(problem("operator/branch", { node, counted: more.name, spared: less2.name }, { node }));
        }
      }
    }
    if (entry.body === void 0) continue;
    const bodies = "bodies" in does ? does.bodies.filter((b) => !spared.has(b)) : [];
    const own2 = [costs[id] ?? zeroCost, ...bodies.map(of), of(entry.body)];
    inside3.set(entry.body, { macs: sum(own2.map((c) => c.macs)), flops: sum(own2.map((c) => c.flops)) });
  }
  return { spared, problems: folded2(problems) };
}
var mostBranches2 = 5;
function folded2(problems) {
  const distinct = [...new Map(problems.map((p) => [p.message, p])).values()];
  const notices = distinct.filter((p) => p.code === "operator/branch");
  const kept3 = new Set(notices.slice(0, mostBranches2));
  const all = problems.filter((p) => p.code === "operator/branch").length;
  const left2 = all - kept3.size;
  const shown = distinct.filter((p) => p.code !== "operator/branch" || kept3.has(p));
  return left2 > 0 ? [...shown, problem("operator/branches-more", { count: left2 })] : shown;
}
function isSpared(entry, spared) {
  for (let e = entry; e !== void 0; e = e.owner)
    if (e.body !== void 0 && spared.has(e.body)) return true;
  return false;
}
function totalsOf(layers, widths, weights, memory) {
  const total6 = (metric) => sum(countsOf(layers, metric));
  return {
    parameters: total6("parameters"),
    buffers: total6("buffers"),
    macs: total6("macs"),
    flops: total6("flops"),
    weightBytes: total6("weightBytes"),
    quantBytes: total6("quantBytes"),
    constantBytes: total6("constantBytes"),
    readBytes: total6("readBytes"),
    writeBytes: total6("writeBytes"),
    weightBytesByDType: byDType(weights),
    macsByWidth: widths,
    activationBytes: memory.activation,
    peakBytes: memory.peak,
    peakInplaceBytes: memory.inplace,
    arenaBytes: memory.arena,
    peakFloorBytes: memory.floor
  };
}
function* countsOf(layers, metric) {
  for (const layer of layers) yield counted(layer, metric);
}
function byDType(weights) {
  const sums = /* @__PURE__ */ new Map();
  for (const list2 of weights)
    for (const { dtype, bytes, role } of list2)
      if (role === "parameter" || role === "buffer") sums.set(dtype, add(sums.get(dtype) ?? 0n, bytes));
  return new Map([...sums].sort(([a], [b]) => a < b ? -1 : 1));
}
function coverageOf(layers, entries) {
  const live = layers.filter((l) => l.dead !== true);
  const having = (status) => live.filter((l) => l.status === status).length;
  const unknownOperators2 = /* @__PURE__ */ new Map();
  for (const { step } of entries)
    if (step.does.kind === "unknown" && step.does.fault === "operator")
      unknownOperators2.set(operatorName(step), (unknownOperators2.get(operatorName(step)) ?? 0) + 1);
  return {
    nodes: live.length,
    known: having("known"),
    symbolic: having("symbolic"),
    unknown: having("unknown"),
    unknownOperators: unknownOperators2
  };
}
var mostElements = 64n;
var neverShown = /* @__PURE__ */ new Set(["graph", "graphs", "type"]);
function attributesShown() {
  const known5 = startMemo(mostSettings2);
  return ({ node, does }) => known5(does.kind === "compute" ? does.operator : void 0, node.attributes, shownAttributes);
}
var mostSettings2 = 4096;
function shownAttributes(operator2, attributes) {
  if (attributes.size === 0) return attributes;
  const shown = [...attributes].filter(([name, attribute]) => {
    if (attribute.kind === "reference" || neverShown.has(attribute.kind)) return false;
    if (attribute.kind === "tensor") return attribute.value.elementCount <= mostElements;
    if (attribute.kind === "tensors") return attribute.value.every((t) => t.elementCount <= mostElements);
    if (attribute.kind === "strings" || attribute.kind === "floats" || attribute.kind === "ints") {
      if (BigInt(attribute.value.length) > mostElements) return false;
    }
    return operator2 === void 0 || !sameValue(operator2.attributes[name]?.fallback, attribute.value);
  });
  return new Map(shown.map(([name, attribute]) => [name, settled(attribute)]));
}
function settled(attribute) {
  if (attribute.kind === "tensor") return { ...attribute, value: readNow(attribute.value) };
  if (attribute.kind === "tensors") return { ...attribute, value: attribute.value.map(readNow) };
  return attribute;
}
function readNow(tensor2) {
  const elements = tensor2.elements(0, Number(tensor2.elementCount));
  return { ...tensor2, elements: (from3, to) => elements?.slice(from3, to) };
}
function sameValue(fallback, value) {
  if (Array.isArray(fallback) && Array.isArray(value))
    return fallback.length === value.length && fallback.every((x, i) => x === value[i]);
  return fallback === value;
}

// src/formats/foreign.ts
function refuse(source7, bytes) {
  const at = { file: source7.name, offset: 0 };
  const latin1 = Array.from(bytes, (b) => String.fromCharCode(b)).join("");
  const lfs = lfsPointer(latin1, source7.size);
  if (lfs !== void 0) return fail("format/lfs-pointer", { size: lfs }, at);
  const head = { bytes, latin1, text: textOf(latin1) };
  const found = known3.find((f) => f.is(head));
  if (found !== void 0) return fail("format/foreign", { what: found.what, hint: found.hint }, at);
  return fail("format/unrecognized", { reason: `it begins with the bytes ${hex(bytes.subarray(0, 8))}` }, at);
}
var toOnnx = "Export the network to ONNX and give that file";
var begins = (magic, at = 0) => (head) => head.latin1.startsWith(magic, at);
var textBegins = (...starts) => (head) => starts.some((start) => head.text.startsWith(start));
var known3 = [
  {
    what: "a zip archive (PyTorch, Keras 3 or NumPy save models so)",
    hint: `${toOnnx}, or unpack the archive`,
    is: begins("PK")
  },
  { what: "an HDF5 file (Keras saves models so)", hint: toOnnx, is: begins("\x89HDF\r\n\n") },
  { what: "a Python pickle (PyTorch saves models so)", hint: `${toOnnx}; Flopgate never runs a pickle`, is: isPickle },
  { what: "a GGUF file", hint: `${toOnnx}; GGUF holds weights without a graph`, is: begins("GGUF") },
  { what: "a safetensors file", hint: `${toOnnx}; safetensors holds weights without a graph`, is: isSafetensors },
  { what: "a TensorFlow Lite model", hint: toOnnx, is: begins("TFL3", 4) },
  { what: "an ONNX Runtime model (.ort)", hint: "Give the .onnx file it was converted from", is: begins("ORTM", 4) },
  { what: "a NumPy array", hint: toOnnx, is: begins("\x93NUMPY") },
  {
    what: "a TensorRT engine",
    hint: "Give the .onnx file it was built from",
    is: (h) => begins("ptrt")(h) || begins("ftrt")(h)
  },
  { what: "a tar archive", hint: "Unpack it and give the .onnx file inside", is: begins("ustar", 257) },
  { what: "a gzip archive", hint: "Unpack it and give the .onnx file inside", is: begins("\x8B") },
  { what: "a Zstandard archive", hint: "Unpack it and give the .onnx file inside", is: begins("(\xB5/\xFD") },
  { what: "a 7z archive", hint: "Unpack it and give the .onnx file inside", is: begins("7z\xBC\xAF'") },
  { what: "an xz archive", hint: "Unpack it and give the .onnx file inside", is: begins("\xFD7zXZ\0") },
  { what: "a PDF document", hint: "Check the path", is: begins("%PDF") },
  { what: "a PNG image", hint: "Check the path", is: begins("\x89PNG") },
  {
    what: "a web page",
    hint: "The download got a page instead of the file: check its address and whether it asks for a login",
    is: textBegins("<!doctype html", "<html")
  },
  {
    what: "a file with unresolved merge conflicts",
    hint: "Resolve the conflict by choosing one side of the model",
    is: textBegins("<<<<<<<")
  },
  { what: "an XML file (OpenVINO describes networks so)", hint: toOnnx, is: textBegins("<?xml", "<net") },
  {
    what: "ONNX in text form",
    hint: 'Convert it: onnx.save(onnx.parser.parse_model(text), "model.onnx")',
    is: (h) => /^<\s*(ir_version|opset_import)/.test(h.text)
  },
  {
    what: "ONNX in protobuf text form",
    hint: "Convert it: load it with google.protobuf.text_format and save it as .onnx",
    is: textBegins("ir_version", "producer_name", "opset_import", "graph {")
  },
  { what: "a JSON file", hint: `${toOnnx}, or give the file the JSON describes`, is: textBegins("{", "[") },
  { what: "a text file", hint: "Check the path", is: (h) => h.text !== "" },
  { what: "an ONNX tensor (test data)", hint: "Give the model.onnx it belongs to", is: isTensorProto },
  {
    what: "a protobuf file of another kind (TensorFlow SavedModel or Core ML begin so)",
    hint: toOnnx,
    is: isOtherProtobuf
  },
  {
    what: "a file of zero bytes only, as far as it was looked at",
    hint: "Export or download it again",
    is: (h) => h.bytes.every((b) => b === 0)
  }
];
function lfsPointer(latin1, size2) {
  if (size2 > 4096 || !/^version https:\/\/(git-lfs|hawser)\.github\.com\/spec\//m.test(latin1)) return void 0;
  return /^size (\d+)$/m.exec(latin1)?.[1] ?? "an unknown number of";
}
function isPickle({ bytes: [first, protocol = 0] }) {
  return first === 128 && protocol >= 2 && protocol <= 5;
}
function isSafetensors({ bytes, latin1 }) {
  return bytes.length > 9 && latin1.startsWith('{"', 8) && bytes[6] === 0 && bytes[7] === 0;
}
function isTensorProto({ bytes }) {
  let at = 0;
  while (bytes[at] === dims && at < bytes.length) {
    at++;
    while ((bytes[at] ?? 0) > 127) at++;
    at++;
  }
  const type2 = bytes[at + 1] ?? 0;
  return bytes[at] === dataType && type2 > 0 && type2 < 32;
}
var dims = 8;
var dataType = 16;
function isOtherProtobuf({ bytes: [first, version = 0, second] }) {
  return first === 8 && version > 0 && version < 128 && second === 18;
}
function textOf(latin1) {
  return /[\x00-\x08\x0e-\x1f]/.test(latin1) ? "" : latin1.replace(/^\xef\xbb\xbf/, "").trimStart().toLowerCase();
}
function hex(bytes) {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join(" ");
}

// src/formats/format.ts
var headBytes = 1024;

// src/bytes/cursor.ts
var narrowestWindow = 4 * 1024;
var widestWindow = 256 * 1024;
var Cursor = class {
  source;
  view = new DataView(new ArrayBuffer(0));
  /** The same bytes as `view`, for text. */
  buffer = Buffer.alloc(0);
  /** Offset in the file of the window's first byte. */
  base;
  /** Position in the window; past its end after a skip. */
  at = 0;
  window = narrowestWindow;
  /** Halves of the last 64-bit number, both unsigned. */
  low = 0;
  high = 0;
  constructor(source7, offset2 = 0) {
    this.source = source7;
    this.base = offset2;
  }
  /** Absolute, in the file. */
  get offset() {
    return this.base + this.at;
  }
  skip(byteLength) {
    this.at += byteLength;
  }
  /** An unsigned number below 2^53, such as a length or a field's tag. */
  varint() {
    if (this.at < this.view.byteLength) {
      const first = this.view.getUint8(this.at);
      if (first < 128) {
        this.at++;
        return first;
      }
    }
    this.readVarint();
    if (this.high > 2097151) this.damaged("a length is 2^53 or more");
    return this.high * 4294967296 + this.low;
  }
  /**
   * Number and wire type of the field that follows. Protobuf's parsers take 32 bits of it, and the one in C++ drops what
   * is above: a tag that has more would be one field there and another here.
   */
  tag() {
    const at = this.offset;
    const tag = this.varint();
    if (tag > 4294967295) this.damaged("the number of a field takes more than 32 bits", at);
    return tag;
  }
  /** Two's complement: negative numbers take 10 bytes. */
  int64() {
    this.readVarint();
    if (this.high === 0) return this.low < smallIntegers.length ? smallIntegers[this.low] ?? 0n : BigInt(this.low);
    if (this.high === 4294967295) return BigInt(this.low - 4294967296);
    return BigInt.asIntN(64, BigInt(this.high) << 32n | BigInt(this.low));
  }
  /** The lowest 32 bits as a signed number, as protobuf truncates enums and int32. */
  int32() {
    this.readVarint();
    return this.low | 0;
  }
  skipVarint() {
    this.readVarint();
  }
  float32() {
    this.need(4);
    const value = this.view.getFloat32(this.at, true);
    this.at += 4;
    return value;
  }
  /** UTF-8; of bytes that are none, none is lost (text.ts). */
  text(byteLength) {
    if (byteLength === 0) return "";
    this.need(byteLength);
    const text3 = asText(this.buffer, this.view, this.at, byteLength);
    this.at += byteLength;
    return text3;
  }
  /** A character for each byte. */
  latin1(byteLength) {
    this.need(byteLength);
    const text3 = this.buffer.toString("latin1", this.at, this.at + byteLength);
    this.at += byteLength;
    return text3;
  }
  damaged(reason, offset2 = this.offset) {
    return fail("format/damaged", { offset: offset2, reason }, { file: this.source.name, offset: offset2 });
  }
  readVarint() {
    let low = 0;
    let high = 0;
    for (let shift2 = 0; shift2 < 70; shift2 += 7) {
      if (this.at >= this.view.byteLength) this.need(1);
      const byte = this.view.getUint8(this.at++);
      const bits2 = byte & 127;
      if (shift2 < 28) low |= bits2 << shift2;
      else if (shift2 === 28) {
        low |= bits2 << 28;
        high = bits2 >>> 4;
      } else high |= bits2 << shift2 - 32;
      if (byte < 128) {
        this.low = low >>> 0;
        this.high = high >>> 0;
        return;
      }
    }
    this.damaged("a number is longer than the 10 bytes protobuf allows", this.offset - 10);
  }
  /** Moves the window until it holds `byteLength` bytes from here. */
  need(byteLength) {
    const held = this.view.byteLength;
    if (this.at + byteLength <= held) return;
    const { size: size2 } = this.source;
    const from3 = this.offset;
    if (from3 + byteLength > size2)
      this.damaged(`${byteLength} more bytes are expected, but the file ends at ${size2}`, Math.min(from3, size2));
    this.window = this.at <= held && held > 0 ? Math.min(this.window * 2, widestWindow) : narrowestWindow;
    const bytes = this.source.slice(from3, Math.min(size2, from3 + Math.max(byteLength, this.window)));
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.base = from3;
    this.at = 0;
  }
};
var smallIntegers = Array.from({ length: 1025 }, (_, i) => BigInt(i));

// src/bytes/protobuf.ts
function startWalk(cursor, ceilings2) {
  return { cursor, ceilings: ceilings2, depth: 0, messages: 0, elements: 0 };
}
var wireNames = ["varint", "64-bit", "length-delimited", "group start", "group end", "32-bit"];
var varint = 0;
var fixed64 = 1;
var delimited = 2;
var fixed32 = 5;
var none2 = [];
function message(name, empty, table, oneOf2 = []) {
  const slots2 = [];
  for (const key in table) slots2[table[key].number] = slot(key, table[key], oneOf2.includes(key) ? oneOf2 : [], empty());
  return { name, empty, slots: Array.from(slots2) };
}
function slot(key, field, rivals, blank) {
  const others = rivals.filter((name) => name !== key);
  return {
    name: key,
    wires: field.wires,
    read(record, walk, wire, end, tagAt) {
      for (const name of others) record[name] = blank[name];
      record[key] = field.read(walk, wire, end, record[key], tagAt);
    }
  };
}
function readMessage(walk, message2, end, into) {
  const { cursor } = walk;
  const record = into ?? message2.empty();
  if (++walk.depth > walk.ceilings.depth) overLimit(walk, "levels of nested messages", walk.ceilings.depth);
  if (++walk.messages > walk.ceilings.messages) overLimit(walk, "messages", walk.ceilings.messages);
  while (cursor.offset < end) {
    const tagAt = cursor.offset;
    const tag = cursor.tag();
    const wire = tag % 8;
    const found = message2.slots[Math.floor(tag / 8)];
    if (found === void 0) skipField(cursor, message2.name, tag, end, tagAt);
    else if (found.wires.includes(wire)) found.read(record, walk, wire, end, tagAt);
    else wrongWire(cursor, message2.name, found, wire, tagAt);
    if (cursor.offset > end) cursor.damaged(`a field of ${message2.name} runs past the end of the message`, tagAt);
  }
  walk.depth--;
  return record;
}
function skipField(cursor, inside3, tag, end, tagAt) {
  const wire = tag % 8;
  if (tag < 8) cursor.damaged(`a field of ${inside3} has the number 0`, tagAt);
  if (wire === varint) cursor.skipVarint();
  else if (wire === delimited) cursor.skip(lengthWithin(cursor, end, inside3));
  else if (wire === fixed64) cursor.skip(8);
  else if (wire === fixed32) cursor.skip(4);
  else
    cursor.damaged(
      `field ${Math.floor(tag / 8)} of ${inside3} has wire type ${wire} (${wireNames[wire] ?? "undefined"})`,
      tagAt
    );
}
function lengthWithin(cursor, end, inside3) {
  const at = cursor.offset;
  const length = cursor.varint();
  const left2 = end - cursor.offset;
  if (length <= left2) return length;
  if (end === cursor.source.size)
    cursor.damaged(`${inside3} needs ${length} more bytes here, but the file ends ${Math.max(left2, 0)} bytes later`, at);
  cursor.damaged(`${inside3} says ${length} bytes follow, but only ${Math.max(left2, 0)} are left in it`, at);
}
function wrongWire(cursor, inside3, slot2, wire, at) {
  const expected = slot2.wires.map((w) => wireNames[w]).join(" or ");
  cursor.damaged(
    `\`${slot2.name}\` of ${inside3} has wire type ${wire} (${wireNames[wire] ?? "undefined"}), not ${expected}`,
    at
  );
}
function overLimit(walk, what, limit) {
  const { offset: offset2, source: source7 } = walk.cursor;
  fail("format/limit", { what, limit }, { file: source7.name, offset: offset2 });
}
function countElements(walk, count2) {
  walk.elements += count2;
  if (walk.elements > walk.ceilings.elements) overLimit(walk, "numbers and strings in lists", walk.ceilings.elements);
}
function text2(number) {
  return { number, wires: [delimited], read: readText };
}
function longText(number) {
  return { number, wires: [delimited], read: readLongText };
}
function optionalText(number) {
  return { number, wires: [delimited], read: readLongText };
}
function texts2(number) {
  return textList(number, readText);
}
function longTexts(number) {
  return textList(number, readLongText);
}
function textList(number, read3) {
  return list(number, [delimited], (walk, wire, end, values) => {
    countElements(walk, 1);
    values.push(read3(walk, wire, end));
  });
}
function int64(number) {
  return { number, wires: [varint], read: (walk) => walk.cursor.int64() };
}
function int32(number) {
  return { number, wires: [varint], read: (walk) => walk.cursor.int32() };
}
function float2(number) {
  return { number, wires: [fixed32], read: (walk) => walk.cursor.float32() };
}
function int64s(number) {
  return list(number, [varint, delimited], (walk, wire, end, values) => {
    const stop = wire === varint ? walk.cursor.offset + 1 : packedEnd(walk, end);
    while (walk.cursor.offset < stop) {
      countElements(walk, 1);
      values.push(walk.cursor.int64());
    }
  });
}
function floats2(number) {
  return list(number, [fixed32, delimited], (walk, wire, end, values) => {
    const count2 = wire === fixed32 ? 1 : (packedEnd(walk, end) - walk.cursor.offset) / 4;
    if (!Number.isInteger(count2))
      walk.cursor.damaged("a packed list of 32-bit numbers has a length that is no multiple of 4");
    countElements(walk, count2);
    for (let i = 0; i < count2; i++) values.push(walk.cursor.float32());
  });
}
function nested(number, of) {
  return {
    number,
    wires: [delimited],
    read(walk, _, end, previous) {
      const inner = of();
      const length = lengthWithin(walk.cursor, end, inner.name);
      return readMessage(walk, inner, walk.cursor.offset + length, previous ?? void 0);
    }
  };
}
function nestedList(number, of) {
  return loweredList(number, of, (record) => record);
}
function loweredList(number, of, lower) {
  return list(number, [delimited], (walk, _, end, values) => {
    const inner = of();
    const length = lengthWithin(walk.cursor, end, inner.name);
    values.push(lower(readMessage(walk, inner, walk.cursor.offset + length), values.length));
  });
}
function shared2(number, of, lower) {
  const known5 = /* @__PURE__ */ new Map();
  return {
    number,
    wires: [delimited],
    read(walk, _, end, previous, tagAt) {
      const { cursor } = walk;
      const inner = of();
      if (previous !== null) cursor.damaged(`${inner.name} comes in several pieces`, tagAt);
      const length = lengthWithin(cursor, end, inner.name);
      const stop = cursor.offset + length;
      if (length > longestShared) return lower(readMessage(walk, inner, stop));
      const bytes = cursor.latin1(length);
      const before = known5.get(bytes);
      if (before !== void 0) return before;
      cursor.skip(-length);
      const value = lower(readMessage(walk, inner, stop));
      if (known5.size >= mostShared) known5.clear();
      known5.set(bytes, value);
      return value;
    }
  };
}
function recurringList(number, of, mayShare) {
  const known5 = /* @__PURE__ */ new Map();
  return list(number, [delimited], (walk, _, end, values) => {
    const { cursor } = walk;
    const inner = of();
    const length = lengthWithin(cursor, end, inner.name);
    const stop = cursor.offset + length;
    if (length > longestShared) {
      values.push(readMessage(walk, inner, stop));
      return;
    }
    const bytes = cursor.latin1(length);
    const before = known5.get(bytes);
    if (before !== void 0) {
      values.push(before);
      return;
    }
    cursor.skip(-length);
    const record = readMessage(walk, inner, stop);
    values.push(record);
    if (!mayShare(record)) return;
    if (known5.size >= mostShared) known5.clear();
    known5.set(bytes, record);
  });
}
var longestShared = 256;
var mostShared = 1e4;
function payload(number) {
  return {
    number,
    wires: [delimited],
    read: (walk, wire, end, _, tagAt) => place2(walk, wire, end, number, tagAt)
  };
}
function payloads(number, of) {
  const wires2 = {
    varint: [varint, delimited],
    fixed32: [fixed32, delimited],
    fixed64: [fixed64, delimited],
    bytes: [delimited]
  };
  return {
    number,
    wires: wires2[of],
    read(walk, wire, end, previous, tagAt) {
      const piece = place2(walk, wire, end, number, tagAt);
      if (previous === null) return piece;
      return {
        ...previous,
        byteLength: previous.byteLength + piece.byteLength,
        pieces: previous.pieces + 1,
        to: piece.to,
        unpacked: previous.unpacked && piece.unpacked
      };
    }
  };
}
function place2(walk, wire, end, field, from3) {
  const { cursor } = walk;
  const byteLength = wire === delimited ? lengthWithin(cursor, end, `field ${field}`) : void 0;
  const offset2 = cursor.offset;
  if (byteLength !== void 0) cursor.skip(byteLength);
  else if (wire === varint) cursor.skipVarint();
  else cursor.skip(wire === fixed32 ? 4 : 8);
  const to = cursor.offset;
  return { field, offset: offset2, byteLength: to - offset2, pieces: 1, from: from3, to, unpacked: byteLength === void 0 };
}
function list(number, wires2, add2) {
  return {
    number,
    wires: wires2,
    read(walk, wire, end, previous) {
      const values = previous.length === 0 ? [] : previous;
      add2(walk, wire, end, values);
      return values;
    }
  };
}
function readText(walk, _, end) {
  const { cursor, ceilings: ceilings2 } = walk;
  const length = lengthWithin(cursor, end, "a string");
  if (length > ceilings2.textBytes) overLimit(walk, "bytes in one name", ceilings2.textBytes);
  return cursor.text(length);
}
function readLongText(walk, _, end) {
  const { cursor, ceilings: ceilings2 } = walk;
  const length = lengthWithin(cursor, end, "a string");
  if (length <= ceilings2.textBytes) return cursor.text(length);
  const beginning2 = cursor.text(ceilings2.textBytes);
  cursor.skip(length - ceilings2.textBytes);
  return `${beginning2}\u2026 (${length} bytes)`;
}
function packedEnd(walk, end) {
  const length = lengthWithin(walk.cursor, end, "a packed list");
  return walk.cursor.offset + length;
}

// src/formats/onnx/findings.ts
function startFindings(file) {
  const kinds2 = /* @__PURE__ */ new Map();
  const noted = [];
  const count2 = (kind, tensor2, detail = "", expected = 0n) => {
    const known5 = kinds2.get(kind);
    if (known5 === void 0) kinds2.set(kind, { count: 1, tensor: tensor2, detail, expected });
    else known5.count++;
  };
  const told2 = (kind, say) => {
    const known5 = kinds2.get(kind);
    return known5 === void 0 ? [] : [say(known5)];
  };
  const at = { file };
  return {
    withoutData: (tensor2) => count2("withoutData", tensor2),
    outside: (tensor2, location) => count2("outside", tensor2, location),
    externalLength: (tensor2, expected, found) => count2("length", tensor2, found, expected),
    duplicate: (tensor2) => count2("duplicate", tensor2),
    note: (problem2) => noted.push(problem2),
    problems: () => [
      ...noted,
      ...told2("duplicate", (k) => problem("format/duplicate-tensor", k, at)),
      ...told2("withoutData", (k) => problem("format/no-data", k, at)),
      ...told2("outside", (k) => problem("format/external-location", { ...k, location: k.detail }, at)),
      ...told2("length", (k) => problem("format/external-length", { ...k, found: k.detail }, at))
    ]
  };
}

// src/formats/onnx/limits.ts
var ceilings = {
  /** Protobuf's own parsers in C++ and Python stop here, so nothing deeper could be loaded. A subgraph takes 3 levels. */
  depth: 100,
  /** A node with its attributes and declared output takes about 15; the largest graphs exported have some 100,000. */
  messages: 6e6,
  /** Names, extents, and lists in attributes; a forest of 200,000 decision nodes needs 2 million. About 32 bytes each. */
  elements: 16e6,
  /** Names are a few hundred bytes at most; what is longer is a file put into a string, such as a compiled engine. */
  textBytes: 65536
};
var mostNodes = 1e6;
var knownIrVersion = 13n;

// src/bytes/floats.ts
var narrow = {
  float16: { exponentBits: 5, mantissaBits: 10, bias: 15, specials: "ieee" },
  bfloat16: { exponentBits: 8, mantissaBits: 7, bias: 127, specials: "ieee" },
  float8e4m3fn: { exponentBits: 4, mantissaBits: 3, bias: 7, specials: "nan at all ones" },
  float8e4m3fnuz: { exponentBits: 4, mantissaBits: 3, bias: 8, specials: "nan at negative zero" },
  float8e5m2: { exponentBits: 5, mantissaBits: 2, bias: 15, specials: "ieee" },
  float8e5m2fnuz: { exponentBits: 5, mantissaBits: 2, bias: 16, specials: "nan at negative zero" },
  float6e2m3: { exponentBits: 2, mantissaBits: 3, bias: 1, specials: "none" },
  float6e3m2: { exponentBits: 3, mantissaBits: 2, bias: 3, specials: "none" },
  float4e2m1: { exponentBits: 2, mantissaBits: 1, bias: 1, specials: "none" }
};
function fromBits(format, pattern) {
  const { exponentBits, mantissaBits, bias, specials } = narrow[format];
  const mantissa = pattern & 2 ** mantissaBits - 1;
  const exponent = pattern >> mantissaBits & 2 ** exponentBits - 1;
  const sign2 = pattern >> mantissaBits + exponentBits & 1 ? -1 : 1;
  const greatest = exponent === 2 ** exponentBits - 1;
  if (specials === "ieee" && greatest) return mantissa === 0 ? sign2 * Number.POSITIVE_INFINITY : Number.NaN;
  if (specials === "nan at all ones" && greatest && mantissa === 2 ** mantissaBits - 1) return Number.NaN;
  if (specials === "nan at negative zero" && sign2 < 0 && exponent === 0 && mantissa === 0) return Number.NaN;
  if (exponent === 0) return sign2 * mantissa * 2 ** (1 - bias - mantissaBits);
  return sign2 * (2 ** mantissaBits + mantissa) * 2 ** (exponent - bias - mantissaBits);
}
function powerOfTwo(pattern) {
  return pattern === 255 ? Number.NaN : 2 ** (pattern - 127);
}

// src/formats/onnx/elements.ts
function readElements(stored2, from3, to) {
  if (stored2.dtype.startsWith("complex")) return void 0;
  if (to <= from3) return [];
  if (stored2.form === "text") return strings2(stored2, from3, to);
  const bits2 = bitsPerElement(stored2.dtype) ?? 8;
  return bits2 < 8 ? narrowElements(stored2, bits2, from3, to) : wideElements(stored2, bits2 / 8, from3, to);
}
var decoders = {
  float64: (v, at) => v.getFloat64(at, true),
  float32: (v, at) => v.getFloat32(at, true),
  float16: (v, at) => fromBits("float16", v.getUint16(at, true)),
  bfloat16: (v, at) => fromBits("bfloat16", v.getUint16(at, true)),
  float8e4m3fn: (v, at) => fromBits("float8e4m3fn", v.getUint8(at)),
  float8e4m3fnuz: (v, at) => fromBits("float8e4m3fnuz", v.getUint8(at)),
  float8e5m2: (v, at) => fromBits("float8e5m2", v.getUint8(at)),
  float8e5m2fnuz: (v, at) => fromBits("float8e5m2fnuz", v.getUint8(at)),
  float8e8m0: (v, at) => powerOfTwo(v.getUint8(at)),
  int64: (v, at) => v.getBigInt64(at, true),
  int32: (v, at) => BigInt(v.getInt32(at, true)),
  int16: (v, at) => BigInt(v.getInt16(at, true)),
  int8: (v, at) => BigInt(v.getInt8(at)),
  uint64: (v, at) => v.getBigUint64(at, true),
  uint32: (v, at) => BigInt(v.getUint32(at, true)),
  uint16: (v, at) => BigInt(v.getUint16(at, true)),
  uint8: (v, at) => BigInt(v.getUint8(at)),
  bool: (v, at) => v.getUint8(at) === 0 ? 0n : 1n
};
var narrowDecoders = {
  int4: (p) => BigInt.asIntN(4, BigInt(p)),
  int2: (p) => BigInt.asIntN(2, BigInt(p)),
  uint4: BigInt,
  uint2: BigInt,
  ...Object.fromEntries(
    ["float4e2m1", "float6e2m3", "float6e3m2"].map((name) => [
      name,
      (p) => fromBits(name, p)
    ])
  )
};
function wideElements(stored2, width, from3, to) {
  const decode = decoders[stored2.dtype];
  if (decode === void 0) return void 0;
  const view = stored2.form === "varint" ? fromVarints(stored2, width, from3, to) : bytesOf2(stored2, from3 * width, to * width);
  return Array.from({ length: to - from3 }, (_, i) => decode(view, i * width));
}
function narrowElements(stored2, bits2, from3, to) {
  const decode = narrowDecoders[stored2.dtype];
  if (decode === void 0) return void 0;
  const spacing = stored2.form === "varint" && bits2 === 6 ? 8 : bits2;
  const firstByte = Math.floor(from3 * spacing / 8);
  const lastByte = Math.ceil(to * spacing / 8);
  const view = stored2.form === "varint" ? fromVarints(stored2, 1, firstByte, lastByte) : bytesOf2(stored2, firstByte, lastByte);
  const byteAt = (i) => i < view.byteLength ? view.getUint8(i) : 0;
  return Array.from({ length: to - from3 }, (_, i) => {
    const bit = (from3 + i) * spacing - firstByte * 8;
    const byte = bit >> 3;
    return decode((byteAt(byte) | byteAt(byte + 1) << 8) >> (bit & 7) & 2 ** bits2 - 1);
  });
}
function bytesOf2(stored2, from3, to) {
  const { source: source7, payload: payload2, form } = stored2;
  if (payload2.pieces > 1 && form === "fixed") return joined3(stored2, from3, to);
  const bytes = source7.slice(payload2.offset + from3, payload2.offset + to);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function joined3(stored2, from3, to) {
  const width = stored2.payload.field === doubleField ? 8 : 4;
  const view = new DataView(new ArrayBuffer(to - from3));
  const walker = walkFrom(stored2, from3 / width);
  for (let at = 0; at < view.byteLength; at += 4) {
    if (at % width === 0) toItem(walker);
    view.setFloat32(at, walker.cursor.float32(), true);
  }
  return view;
}
var doubleField = 10;
function fromVarints(stored2, width, from3, to) {
  const view = new DataView(new ArrayBuffer((to - from3) * width));
  const walker = walkFrom(stored2, from3);
  for (let at = 0; at < view.byteLength; at += width) {
    toItem(walker);
    const value = walker.cursor.int64();
    if (width === 8) view.setBigInt64(at, value, true);
    else if (width === 4) view.setInt32(at, Number(BigInt.asIntN(32, value)), true);
    else if (width === 2) view.setInt16(at, Number(BigInt.asIntN(16, value)), true);
    else view.setInt8(at, Number(BigInt.asIntN(8, value)));
  }
  return view;
}
function strings2(stored2, from3, to) {
  const walker = walkFrom(stored2, from3);
  return Array.from({ length: to - from3 }, () => {
    const byteLength = toItem(walker);
    const kept3 = Math.min(byteLength, longestString);
    const text3 = walker.cursor.text(kept3);
    walker.cursor.skip(byteLength - kept3);
    return kept3 < byteLength ? `${text3}\u2026 (${byteLength} bytes)` : text3;
  });
}
var longestString = 1 << 20;
var stride = 1024;
function walkFrom(stored2, index) {
  const from3 = stored2.payload.from;
  if (index >= stride) stored2.marks ??= markItems(stored2);
  const mark = Math.floor(index / stride) * 2;
  const walker = {
    stored: stored2,
    cursor: new Cursor(stored2.source, stored2.marks?.[mark] ?? from3),
    pieceEnd: stored2.marks?.[mark + 1] ?? from3
  };
  for (let i = index >= stride ? index % stride : index; i > 0; i--) skipItem(walker);
  return walker;
}
function markItems(stored2) {
  const from3 = stored2.payload.from;
  const walker = { stored: stored2, cursor: new Cursor(stored2.source, from3), pieceEnd: from3 };
  const marks = [];
  for (let i = 0; hasItem(walker); i++) {
    if (i % stride === 0) marks.push(walker.cursor.offset, walker.pieceEnd);
    skipItem(walker);
  }
  return marks;
}
function hasItem({ cursor, stored: stored2, pieceEnd }) {
  return cursor.offset < pieceEnd || cursor.offset < stored2.payload.to;
}
function skipItem(walker) {
  const { form, payload: payload2 } = walker.stored;
  const byteLength = toItem(walker);
  if (form === "varint") walker.cursor.skipVarint();
  else walker.cursor.skip(form === "text" ? byteLength : payload2.field === doubleField ? 8 : 4);
}
function toItem(walker) {
  const { cursor, stored: stored2 } = walker;
  const { field, to } = stored2.payload;
  while (cursor.offset >= walker.pieceEnd) {
    const tagAt = cursor.offset;
    if (tagAt >= to) cursor.damaged("a list holds fewer elements than its tensor needs");
    const tag = cursor.tag();
    if (Math.floor(tag / 8) !== field) skipField(cursor, "TensorProto", tag, to, tagAt);
    else if (tag % 8 !== delimited2) walker.pieceEnd = cursor.offset + 1;
    else {
      const byteLength = lengthWithin(cursor, to, "TensorProto");
      if (stored2.form === "text") return byteLength;
      walker.pieceEnd = cursor.offset + byteLength;
    }
  }
  return 0;
}
var delimited2 = 2;

// src/formats/onnx/sizes.ts
var slots = 1024;
function startSizes(source7) {
  const recent = new Array(slots).fill(void 0);
  return {
    of: (dtype, dims2, where) => {
      let hash = dims2.length;
      for (const d of dims2) hash = Math.imul(hash ^ Number(d & 0x7fffffffn), 2246822507);
      const slot2 = (hash ^ hash >>> 15) & slots - 1;
      const known5 = recent[slot2];
      if (known5?.dtype === dtype && same3(known5.shape, dims2)) return known5;
      const elementCount = countOf2(source7, dims2, where);
      const size2 = { dtype, shape: dims2.slice(), elementCount, byteLength: storedBytes2(dtype, elementCount) };
      recent[slot2] = size2;
      return size2;
    }
  };
}
function storedBytes2(dtype, elementCount) {
  return (elementCount * BigInt(bitsPerElement(dtype) ?? 0) + 7n) / 8n;
}
function same3(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
var mostElements2 = 1n << 62n;
var mostAxes = 64;
function countOf2(source7, dims2, where) {
  if (dims2.length > mostAxes) impossible(source7, where, `it has ${dims2.length} axes`);
  let elements = 1n;
  for (const d of dims2) {
    if (d < 0n) impossible(source7, where, `it is stored with the shape [${dims2.join(", ")}]`);
    elements *= d > 0n ? d : 1n;
    if (elements > mostElements2)
      impossible(source7, where, `its shape [${dims2.join(", ")}] has more than 2^62 elements`);
  }
  return dims2.includes(0n) ? 0n : elements;
}
function impossible(source7, what, reason) {
  return fail("format/impossible", { what, reason }, { file: source7.name });
}

// src/formats/onnx/tensor.ts
var external = 1;
function lowerTensor(lowering, proto, where) {
  const { source: source7, findings, sizes: sizes3 } = lowering;
  const dtype = dtypeOf(proto.dataType);
  if (dtype === null)
    impossible(source7, where, `its element type is number ${proto.dataType}, which ONNX does not define`);
  const size2 = sizes3.of(dtype, proto.dims, where);
  const { shape, elementCount, byteLength: needed } = size2;
  const { name } = proto;
  if (proto.dataLocation === external) {
    noteExternal(proto, where, needed, findings);
    return { name, dtype, shape, elementCount, byteLength: needed, place: "external", elements: nowhere };
  }
  const stored2 = storedIn(source7, proto, dtype, where);
  if (stored2 === void 0 && elementCount > 0n) findings.withoutData(where);
  if (stored2 === void 0)
    return {
      name,
      dtype,
      shape,
      elementCount,
      byteLength: needed,
      place: elementCount > 0n ? "external" : "inline",
      elements: elementCount > 0n ? nowhere : nothing2
    };
  checkData(stored2, size2, where);
  return {
    name,
    dtype,
    shape,
    elementCount,
    byteLength: dtype === "string" ? BigInt(stored2.payload.byteLength) : needed,
    place: "inline",
    elements: (from3, to) => readElements(stored2, clip(from3, elementCount), clip(to, elementCount))
  };
}
function lowerSparse(lowering, proto, where) {
  const { source: source7 } = lowering;
  if (proto.values === null) impossible(source7, where, "this sparse tensor has no values");
  const values = lowerTensor(lowering, proto.values, where);
  const indices = proto.indices === null ? void 0 : lowerTensor(lowering, proto.indices, `indices of ${where}`);
  const { shape, elementCount } = lowering.sizes.of(values.dtype, proto.dims, where);
  if (values.elementCount > elementCount)
    impossible(source7, where, `this sparse tensor has ${values.elementCount} values for ${elementCount} elements`);
  return {
    name: values.name,
    dtype: values.dtype,
    shape,
    elementCount,
    byteLength: values.byteLength + (indices?.byteLength ?? 0n),
    place: values.place,
    elements: (from3, to) => denseElements(values, indices, shape, clip(from3, elementCount), clip(to, elementCount))
  };
}
var mostSparseValues = 65536n;
function denseElements(values, indices, shape, from3, to) {
  if (indices === void 0 || values.elementCount > mostSparseValues) return void 0;
  const stored2 = values.elements(0, Number(values.elementCount));
  const positions = indices.elements(0, Number(indices.elementCount));
  if (stored2 === void 0 || positions === void 0) return void 0;
  const zero2 = values.dtype === "string" ? "" : typeof stored2[0] === "number" ? 0 : 0n;
  const dense = Array.from({ length: to - from3 }, () => zero2);
  const rank = indices.shape.length === 2 ? shape.length : 1;
  for (const [i, value] of stored2.entries()) {
    const coordinates2 = positions.slice(i * rank, (i + 1) * rank);
    const at = rank === 1 ? coordinates2[0] : linear2(coordinates2, shape);
    if (typeof at === "bigint" && at >= BigInt(from3) && at < BigInt(to)) dense[Number(at) - from3] = value;
  }
  return dense;
}
function linear2(coordinates2, shape) {
  return shape.reduce((sum2, extent2, axis) => {
    const coordinate = coordinates2[axis];
    return sum2 * extent2 + (typeof coordinate === "bigint" ? coordinate : 0n);
  }, 0n);
}
function nowhere() {
  return void 0;
}
function nothing2() {
  return [];
}
function clip(index, elementCount) {
  return Math.min(Math.max(Math.trunc(index), 0), Number(elementCount));
}
function storedIn(source7, proto, dtype, where) {
  if (proto.rawData !== null && proto.rawData.byteLength > 0) {
    if (dtype === "string") impossible(source7, where, "strings are stored as raw bytes, which cannot tell them apart");
    return { source: source7, dtype, payload: proto.rawData, form: "raw" };
  }
  const lists4 = [
    [proto.floatData, "fixed", (d) => d === "float32" || d === "complex64"],
    [proto.doubleData, "fixed", (d) => d === "float64" || d === "complex128"],
    [proto.int64Data, "varint", (d) => d === "int64"],
    [proto.uint64Data, "varint", (d) => d === "uint64" || d === "uint32"],
    [proto.stringData, "text", (d) => d === "string"],
    [proto.int32Data, "varint", (d) => !otherLists.has(d)]
  ];
  const used = lists4.filter(([payload2, form]) => payload2 !== null && (payload2.byteLength > 0 || form === "text"));
  for (const [payload2, form, holds] of used)
    if (payload2 !== null && holds(dtype)) return { source: source7, dtype, payload: payload2, form };
  if (used.length > 0)
    impossible(source7, where, `its elements are ${dtype}, but they are stored in a list for other types`);
  return void 0;
}
var otherLists = /* @__PURE__ */ new Set([
  "float32",
  "complex64",
  "float64",
  "complex128",
  "int64",
  "uint64",
  "uint32",
  "string"
]);
function checkData({ source: source7, dtype, payload: payload2, form }, size2, where) {
  const { byteLength, pieces: pieces2, unpacked } = payload2;
  const inBytes = form === "raw" || form === "fixed";
  const needed = inBytes ? size2.byteLength : listLength(dtype, size2.elementCount);
  const counted4 = inBytes ? BigInt(byteLength) : form === "text" || unpacked ? BigInt(pieces2) : void 0;
  const least2 = counted4 ?? (BigInt(byteLength) + 9n) / 10n;
  const most3 = counted4 ?? BigInt(byteLength);
  if (needed >= least2 && needed <= most3) return;
  const found = least2 === most3 ? `${most3}` : `${least2} to ${most3}`;
  impossible(source7, where, `its shape needs ${needed} ${inBytes ? "bytes" : "elements"}, but ${found} are stored`);
}
function listLength(dtype, elementCount) {
  const bits2 = bitsPerElement(dtype) ?? 8;
  return bits2 === 4 || bits2 === 2 ? storedBytes2(dtype, elementCount) : elementCount;
}
function noteExternal(proto, where, needed, findings) {
  const entry = (key) => proto.externalData.find((e) => e.key === key)?.value;
  const location = entry("location") ?? "";
  if (leavesFolder(location)) findings.outside(where, location);
  const length = entry("length");
  if (length !== void 0 && length !== "" && proto.dataType !== stringType && length !== needed.toString())
    findings.externalLength(where, needed, length);
}
var stringType = 8;
function leavesFolder(location) {
  return /^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(location);
}

// src/formats/onnx/types.ts
function lowerValue(proto) {
  return { name: proto.name, type: proto.type ?? untyped };
}
function lowerType(proto) {
  if (proto === null) return untyped;
  if (proto.tensorType !== null) {
    const { elemType, shape } = proto.tensorType;
    return { kind: "tensor", dtype: dtypeOf(elemType), shape: lowerShape(shape) };
  }
  if (proto.sparseTensorType !== null) {
    const { elemType, shape } = proto.sparseTensorType;
    return { kind: "tensor", dtype: dtypeOf(elemType), shape: lowerShape(shape), sparse: true };
  }
  if (proto.sequenceType !== null) return { kind: "sequence", element: lowerType(proto.sequenceType.elemType) };
  if (proto.optionalType !== null) return { kind: "optional", element: lowerType(proto.optionalType.elemType) };
  if (proto.mapType !== null)
    return { kind: "map", key: dtypeOf(proto.mapType.keyType), value: lowerType(proto.mapType.valueType) };
  return proto.opaqueType === null ? untyped : { kind: "opaque" };
}
var noRank = unknown("the file does not say how many dimensions it has");
var untyped = { kind: "tensor", dtype: null, shape: noRank };
function lowerShape(proto) {
  return proto === null ? noRank : proto.dim.map(lowerDim);
}
var undeclared = unknown("the file leaves this dimension open");
function lowerDim({ dimValue, dimParam }) {
  if (dimValue !== null) return dimValue < 0n ? undeclared : dimValue;
  return dimParam === null ? undeclared : dimOfText(dimParam);
}
var namesOfNothing = /* @__PURE__ */ new Set(["", "?", "None", "none", "-1", "*"]);
var hyphenated = /^[A-Za-z_][\w.]*(-[A-Za-z_][\w.]*)+$/;
var known4 = /* @__PURE__ */ new Map();
var mostKnown = 1e3;
function dimOfText(name) {
  const before = known4.get(name);
  if (before !== void 0) return before;
  const dim = readDim(name.trim());
  if (known4.size >= mostKnown) known4.clear();
  known4.set(name, dim);
  return dim;
}
function readDim(name) {
  if (namesOfNothing.has(name)) return undeclared;
  const dim = hyphenated.test(name) ? void 0 : parseDim(name);
  if (dim === void 0) return symbol(name);
  return isKnown(dim) && dim < 0n ? undeclared : dim;
}

// src/formats/onnx/graph.ts
function lowerGraph(lowering, proto) {
  return {
    name: proto.name,
    nodes: proto.node,
    inputs: proto.input,
    outputs: proto.output,
    tensors: lowerTensors(lowering.findings, proto),
    declared: byName(proto.valueInfo),
    ...proto.metadataProps.length > 0 && { metadata: lowerEntries(proto.metadataProps) }
  };
}
function lowerAttributes(lowering, protos, where) {
  if (protos.length === 0) return none3;
  return new Map(protos.map((p) => [p.name, lowerAttribute(lowering, p, where)]));
}
function lowerEntries(protos) {
  return protos.length === 0 ? none3 : new Map(protos.map((p) => [p.key, p.value]));
}
function domainOf(domain9) {
  return domain9 === "ai.onnx" ? "" : domain9;
}
var none3 = /* @__PURE__ */ new Map();
function lowerNode(lowering, proto, index, settings3) {
  const { name, opType: op } = proto;
  if (op === "") contradiction(lowering, name === "" ? `node #${index}` : name, "it does not say which operator it is");
  return {
    index,
    name,
    op,
    domain: domainOf(proto.domain),
    overload: proto.overload,
    inputs: exact(proto.input),
    outputs: exact(proto.output),
    attributes: nodeAttributes(lowering, proto, index, settings3),
    metadata: lowerEntries(proto.metadataProps)
  };
}
function nodeAttributes(lowering, { name, opType: op, attribute }, index, settings3) {
  if (attribute.length === 0) return none3;
  const lower = () => lowerAttributes(lowering, attribute, name === "" ? `${op} #${index}` : name);
  return op === "Constant" ? lower() : settings3.lowered(attribute, lower);
}
function exact(values) {
  return values.length === 0 ? values : values.slice();
}
function lowerTensors(findings, proto) {
  const tensors = /* @__PURE__ */ new Map();
  for (const list2 of [proto.initializer, proto.sparseInitializer])
    for (const tensor2 of list2) {
      const before = tensors.size;
      if (tensors.set(tensor2.name, tensor2).size === before) findings.duplicate(tensor2.name);
    }
  return tensors;
}
function byName(values) {
  return new Map(values.map((v) => [v.name, v]));
}
function lowerOpsets(protos) {
  return new Map(protos.map((p) => [domainOf(p.domain), p.version ?? 0n]));
}
function lowerFunction(lowering, proto) {
  const domain9 = domainOf(proto.domain);
  const { name, overload } = proto;
  const where = `function ${name}`;
  const defaults = lowerAttributes(lowering, proto.attributeProto, where);
  return {
    domain: domain9,
    name,
    overload,
    inputs: proto.input,
    outputs: proto.output,
    attributes: [...proto.attribute, ...defaults.keys()],
    defaults,
    opsets: lowerOpsets(proto.opsetImport),
    nodes: proto.node,
    declared: byName(proto.valueInfo)
  };
}
var kinds = [
  void 0,
  "float",
  "int",
  "string",
  "tensor",
  "graph",
  "floats",
  "ints",
  "strings",
  "tensors",
  "graphs",
  "sparse",
  "sparses",
  "type",
  "types"
];
function lowerAttribute(lowering, proto, node) {
  if (proto.refAttrName !== "") return { kind: "reference", name: proto.refAttrName };
  const kind = kinds[proto.type] ?? (proto.type === 0 ? kindByContent(proto) : void 0);
  const where = () => `attribute \`${proto.name}\` of ${node}`;
  if (kind === void 0) contradiction(lowering, where(), `it is of kind ${proto.type}, which ONNX does not define`);
  return content[kind](proto, lowering, where) ?? contradiction(lowering, where(), `it is said to hold a ${kind}, but holds none`);
}
var content = {
  float: (p) => ({ kind: "float", value: p.f ?? 0 }),
  int: (p) => ({ kind: "int", value: p.i ?? 0n }),
  string: (p) => ({ kind: "string", value: p.s ?? "" }),
  floats: (p) => ({ kind: "floats", value: exact(p.floats) }),
  ints: (p) => ({ kind: "ints", value: exact(p.ints) }),
  strings: (p) => ({ kind: "strings", value: exact(p.strings) }),
  tensor: (p, lowering, where) => p.t === null ? void 0 : { kind: "tensor", value: lowerTensor(lowering, p.t, where()) },
  tensors: (p, lowering, where) => ({
    kind: "tensors",
    value: p.tensors.map((t) => lowerTensor(lowering, t, where()))
  }),
  sparse: (p, lowering, where) => p.sparseTensor === null ? void 0 : { kind: "tensor", value: lowerSparse(lowering, p.sparseTensor, where()) },
  sparses: (p, lowering, where) => ({
    kind: "tensors",
    value: p.sparseTensors.map((t) => lowerSparse(lowering, t, where()))
  }),
  graph: (p, lowering) => p.g === null ? void 0 : { kind: "graph", value: lowerGraph(lowering, p.g) },
  graphs: (p, lowering) => ({ kind: "graphs", value: p.graphs.map((g) => lowerGraph(lowering, g)) }),
  type: (p) => p.tp === null ? void 0 : { kind: "type", value: lowerType(p.tp) },
  types: (p) => ({ kind: "types", value: p.typeProtos.map(lowerType) })
};
function kindByContent(p) {
  if (p.f !== null) return "float";
  if (p.i !== null) return "int";
  if (p.s !== null) return "string";
  if (p.t !== null) return "tensor";
  if (p.g !== null) return "graph";
  const lists4 = [
    ["floats", p.floats],
    ["ints", p.ints],
    ["strings", p.strings],
    ["tensors", p.tensors],
    ["graphs", p.graphs]
  ];
  return lists4.find(([, values]) => values.length > 0)?.[0] ?? "ints";
}
function contradiction({ source: source7 }, what, reason) {
  return fail("format/impossible", { what, reason }, { file: source7.name });
}

// src/formats/onnx/lower.ts
function lowerModel(lowering, proto) {
  const { source: source7, findings } = lowering;
  if (proto.graph === null) fail("format/no-graph", {}, { file: source7.name });
  const graph3 = lowerGraph(lowering, proto.graph);
  const opsets = modelOpsets(lowering, proto, graph3);
  const functions = lowerFunctions(lowering, proto);
  noteNewer(lowering, proto.irVersion ?? 0n);
  return {
    format: "onnx",
    byteSize: source7.size,
    ...source7.sparse && { sparse: source7.sparse },
    producer: [proto.producerName, proto.producerVersion].filter((part) => part !== "").join(" "),
    ...proto.irVersion !== null && { irVersion: proto.irVersion },
    ...proto.modelVersion !== null && { modelVersion: proto.modelVersion },
    opsets,
    metadata: lowerEntries(proto.metadataProps),
    graph: { ...graph3, inputs: withoutDefaults(graph3) },
    functions,
    problems: findings.problems()
  };
}
function lowerFunctions({ source: source7 }, proto) {
  const joined4 = /* @__PURE__ */ new Set();
  for (const { domain: domain9, name, overload } of proto.functions) {
    const called = [domain9, name, ...overload === "" ? [] : [overload]].join(":");
    if (joined4.has(called)) {
      const facts = { what: `function \`${called}\``, reason: "there are two of that name" };
      fail("format/impossible", facts, { file: source7.name });
    }
    joined4.add(called);
  }
  return new Map(proto.functions.map((f) => [functionKey(f.domain, f.name, f.overload), f]));
}
function withoutDefaults(graph3) {
  return graph3.inputs.filter((input) => !graph3.tensors.has(input.name));
}
function modelOpsets({ source: source7, findings }, proto, { nodes }) {
  const opsets = lowerOpsets(proto.opsetImport);
  for (const [domain9, version] of opsets)
    if (version < 1n) {
      const facts = { domain: domain9 === "" ? "ai.onnx" : domain9, version };
      findings.note(problem("format/opset-zero", facts, { file: source7.name }));
    }
  if (opsets.has("") || opsets.size > 0 && nodes.every((n) => n.domain !== "")) return opsets;
  if (opsets.size === 0 && proto.irVersion !== null && proto.irVersion < 3n) return /* @__PURE__ */ new Map([["", 1n]]);
  findings.note(problem("format/no-opset", {}, { file: source7.name }));
  return opsets;
}
function noteNewer({ source: source7, findings }, found) {
  if (found > knownIrVersion)
    findings.note(problem("format/newer", { found, known: knownIrVersion }, { file: source7.name }));
}

// src/formats/onnx/recognize.ts
function recognizeOnnx(head, source7) {
  if (!hasControlBytes(head)) return false;
  const cursor = new Cursor(source7);
  let fields = 0;
  try {
    while (cursor.offset < source7.size && fields < mostFields) {
      const found = stepOver(cursor, source7.size);
      if (found === "foreign") return false;
      fields++;
      if (found === "graph") return true;
    }
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
  }
  return fields > 0;
}
var mostFields = 1e4;
var varint2 = 0;
var delimited3 = 2;
var wires = /* @__PURE__ */ new Map([
  [1, varint2],
  [2, delimited3],
  [3, delimited3],
  [4, delimited3],
  [5, varint2],
  [6, delimited3],
  [7, delimited3],
  [8, delimited3],
  [14, delimited3],
  [20, delimited3],
  [25, delimited3],
  [26, delimited3]
]);
var producerName = 2;
var graph2 = 7;
var mostFieldNumber = 100;
function stepOver(cursor, size2) {
  const tag = cursor.varint();
  const field = Math.floor(tag / 8);
  const wire = tag % 8;
  if (field === 0 || field > mostFieldNumber || wire !== varint2 && wire !== delimited3) return "foreign";
  if (wire !== (wires.get(field) ?? wire)) return "foreign";
  if (wire === varint2) {
    cursor.skipVarint();
    return "other";
  }
  const length = cursor.varint();
  if (field === producerName && length > 0 && cursor.text(1) < " ") return "foreign";
  if (length > size2 - cursor.offset) cursor.damaged("the file ends within this field");
  cursor.skip(field === producerName && length > 0 ? length - 1 : length);
  return field === graph2 ? "graph" : "other";
}
function hasControlBytes(head) {
  return head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}

// src/formats/onnx/settings.ts
function isSetting2(p) {
  const holdsOne = p.t !== null || p.g !== null || p.sparseTensor !== null || p.tp !== null;
  const holdsMany = p.tensors.length + p.graphs.length + p.sparseTensors.length + p.typeProtos.length > 0;
  return !holdsOne && !holdsMany;
}
var mostBranches3 = 1e4;
function startSettings() {
  let root = { next: /* @__PURE__ */ new Map() };
  let count2 = 0;
  return {
    lowered: (protos, lower) => {
      if (!protos.every(isSetting2)) return lower();
      if (count2 > mostBranches3) {
        root = { next: /* @__PURE__ */ new Map() };
        count2 = 0;
      }
      let branch = root;
      for (const proto of protos) {
        let next = branch.next.get(proto);
        if (next === void 0) {
          next = { next: /* @__PURE__ */ new Map() };
          branch.next.set(proto, next);
          count2++;
        }
        branch = next;
      }
      branch.lowered ??= lower();
      return branch.lowered;
    }
  };
}

// src/formats/onnx/schema.ts
function define(name, empty, fields, _unread, oneOf2 = []) {
  return message(name, empty, fields, oneOf2);
}
var entryProto = define(
  "StringStringEntryProto",
  () => ({ key: "", value: "" }),
  { key: text2(1), value: longText(2) },
  {}
);
var opsetProto = define(
  "OperatorSetIdProto",
  () => ({ domain: "", version: null }),
  { domain: text2(1), version: int64(2) },
  {}
);
var dimensionProto = define(
  "TensorShapeProto.Dimension",
  () => ({ dimValue: null, dimParam: null }),
  { dimValue: int64(1), dimParam: optionalText(2) },
  { denotation: 3 },
  ["dimValue", "dimParam"]
);
var shapeProto = define(
  "TensorShapeProto",
  () => ({ dim: none2 }),
  { dim: nestedList(1, () => dimensionProto) },
  {}
);
var tensorTypeProto = define(
  "TypeProto.Tensor",
  () => ({ elemType: 0, shape: null }),
  { elemType: int32(1), shape: nested(2, () => shapeProto) },
  {}
);
var elementTypeProto = define(
  "TypeProto.Sequence",
  () => ({ elemType: null }),
  { elemType: nested(1, () => typeProto) },
  {}
);
var mapTypeProto = define(
  "TypeProto.Map",
  () => ({ keyType: 0, valueType: null }),
  { keyType: int32(1), valueType: nested(2, () => typeProto) },
  {}
);
var opaqueTypeProto = message("TypeProto.Opaque", () => ({ domain: "", name: "" }), {
  domain: text2(1),
  name: text2(2)
});
var typeProto = define(
  "TypeProto",
  () => ({
    tensorType: null,
    sequenceType: null,
    mapType: null,
    opaqueType: null,
    sparseTensorType: null,
    optionalType: null
  }),
  {
    tensorType: nested(1, () => tensorTypeProto),
    sequenceType: nested(4, () => elementTypeProto),
    mapType: nested(5, () => mapTypeProto),
    opaqueType: nested(7, () => opaqueTypeProto),
    sparseTensorType: nested(8, () => tensorTypeProto),
    optionalType: nested(9, () => elementTypeProto)
  },
  { denotation: 6 },
  ["tensorType", "sequenceType", "mapType", "opaqueType", "sparseTensorType", "optionalType"]
);
var tensorProto = define(
  "TensorProto",
  () => ({
    dims: none2,
    dataType: 0,
    floatData: null,
    int32Data: null,
    stringData: null,
    int64Data: null,
    name: "",
    rawData: null,
    doubleData: null,
    uint64Data: null,
    externalData: none2,
    dataLocation: 0
  }),
  {
    dims: int64s(1),
    dataType: int32(2),
    floatData: payloads(4, "fixed32"),
    int32Data: payloads(5, "varint"),
    stringData: payloads(6, "bytes"),
    int64Data: payloads(7, "varint"),
    name: text2(8),
    rawData: payload(9),
    doubleData: payloads(10, "fixed64"),
    uint64Data: payloads(11, "varint"),
    externalData: nestedList(13, () => entryProto),
    dataLocation: int32(14)
  },
  { segment: 3, docString: 12 }
);
var sparseTensorProto = define(
  "SparseTensorProto",
  () => ({ values: null, indices: null, dims: none2 }),
  { values: nested(1, () => tensorProto), indices: nested(2, () => tensorProto), dims: int64s(3) },
  {}
);
function modelMessage(lowering) {
  let nodes = 0;
  const settings3 = startSettings();
  const toNode = (proto, index) => {
    if (++nodes > mostNodes) fail("format/limit", { what: "nodes", limit: mostNodes }, { file: lowering.source.name });
    return lowerNode(lowering, proto, index, settings3);
  };
  const valueInfoProto = define(
    "ValueInfoProto",
    () => ({ name: "", type: null }),
    { name: text2(1), type: shared2(2, () => typeProto, lowerType) },
    { docString: 3 }
  );
  const attributeProto = define(
    "AttributeProto",
    () => ({
      name: "",
      f: null,
      i: null,
      s: null,
      t: null,
      g: null,
      floats: none2,
      ints: none2,
      strings: none2,
      tensors: none2,
      graphs: none2,
      tp: null,
      typeProtos: none2,
      type: 0,
      refAttrName: "",
      sparseTensor: null,
      sparseTensors: none2
    }),
    {
      name: text2(1),
      f: float2(2),
      i: int64(3),
      s: optionalText(4),
      t: nested(5, () => tensorProto),
      g: nested(6, () => graphProto),
      floats: floats2(7),
      ints: int64s(8),
      strings: longTexts(9),
      tensors: nestedList(10, () => tensorProto),
      graphs: nestedList(11, () => graphProto),
      tp: nested(14, () => typeProto),
      typeProtos: nestedList(15, () => typeProto),
      type: int32(20),
      refAttrName: text2(21),
      sparseTensor: nested(22, () => sparseTensorProto),
      sparseTensors: nestedList(23, () => sparseTensorProto)
    },
    { docString: 13 }
  );
  const nodeProto = define(
    "NodeProto",
    () => ({
      input: none2,
      output: none2,
      name: "",
      opType: "",
      attribute: none2,
      domain: "",
      overload: "",
      metadataProps: none2
    }),
    {
      input: texts2(1),
      output: texts2(2),
      name: text2(3),
      opType: text2(4),
      attribute: recurringList(5, () => attributeProto, isSetting2),
      domain: text2(7),
      overload: text2(8),
      // IR 10
      metadataProps: nestedList(9, () => entryProto)
      // IR 10
    },
    { docString: 6 }
  );
  const graphProto = define(
    "GraphProto",
    () => ({
      node: none2,
      name: "",
      initializer: none2,
      sparseInitializer: none2,
      input: none2,
      output: none2,
      valueInfo: none2,
      metadataProps: none2
    }),
    {
      node: loweredList(1, () => nodeProto, toNode),
      name: text2(2),
      initializer: loweredList(
        5,
        () => tensorProto,
        (t) => lowerTensor(lowering, t, t.name)
      ),
      sparseInitializer: loweredList(
        15,
        () => sparseTensorProto,
        (t) => lowerSparse(lowering, t, t.values?.name ?? "")
      ),
      input: loweredList(11, () => valueInfoProto, lowerValue),
      output: loweredList(12, () => valueInfoProto, lowerValue),
      valueInfo: loweredList(13, () => valueInfoProto, lowerValue),
      metadataProps: nestedList(16, () => entryProto)
      // IR 10
    },
    { docString: 10, quantizationAnnotation: 14 }
  );
  const functionProto = define(
    "FunctionProto",
    () => ({
      name: "",
      input: none2,
      output: none2,
      attribute: none2,
      node: none2,
      opsetImport: none2,
      domain: "",
      attributeProto: none2,
      valueInfo: none2,
      overload: ""
    }),
    {
      name: text2(1),
      input: texts2(4),
      output: texts2(5),
      attribute: texts2(6),
      node: loweredList(7, () => nodeProto, toNode),
      opsetImport: nestedList(9, () => opsetProto),
      domain: text2(10),
      attributeProto: nestedList(11, () => attributeProto),
      // IR 9
      valueInfo: loweredList(12, () => valueInfoProto, lowerValue),
      // IR 10
      overload: text2(13)
      // IR 10
    },
    { docString: 8 }
  );
  return define(
    "ModelProto",
    () => ({
      irVersion: null,
      producerName: "",
      producerVersion: "",
      modelVersion: null,
      graph: null,
      opsetImport: none2,
      metadataProps: none2,
      functions: none2
    }),
    {
      irVersion: int64(1),
      producerName: text2(2),
      producerVersion: text2(3),
      modelVersion: int64(5),
      graph: nested(7, () => graphProto),
      opsetImport: nestedList(8, () => opsetProto),
      metadataProps: nestedList(14, () => entryProto),
      functions: loweredList(
        25,
        () => functionProto,
        (f) => lowerFunction(lowering, f)
      )
    },
    { domain: 4, docString: 6, trainingInfo: 20 }
  );
}

// src/formats/onnx/skim.ts
var modelGraph = 7;
var delimited4 = 2;
function skimOnnx(source7) {
  const cursor = new Cursor(source7);
  skimFields(cursor, source7.size, "ModelProto");
}
function skimFields(cursor, end, inside3) {
  while (cursor.offset < end) {
    const tagAt = cursor.offset;
    const tag = cursor.tag();
    if (inside3 === "ModelProto" && tag === modelGraph * 8 + delimited4) {
      const length = lengthWithin(cursor, end, inside3);
      skimFields(cursor, cursor.offset + length, "GraphProto");
    } else skipField(cursor, inside3, tag, end, tagAt);
  }
}

// src/formats/onnx/index.ts
var onnx = {
  id: "onnx",
  title: "ONNX",
  extensions: [".onnx"],
  recognize: recognizeOnnx,
  read: readOnnx,
  skim: skimOnnx
};
function readOnnx(source7) {
  const lowering = { source: source7, findings: startFindings(source7.name), sizes: startSizes(source7) };
  const walk = startWalk(new Cursor(source7), ceilings);
  return lowerModel(lowering, readMessage(walk, modelMessage(lowering), source7.size));
}

// src/formats/index.ts
var formats = [onnx];
function recognize(source7) {
  return formatOf(source7, headOf(source7))?.id;
}
function readModel(source7) {
  if (source7.size === 0) fail("format/empty", {}, { file: source7.name });
  const head = headOf(source7);
  const format = formatOf(source7, head);
  return format === void 0 ? refuse(source7, head) : format.read(source7);
}
function skim(source7) {
  if (source7.size > 0) formatOf(source7, headOf(source7))?.skim(source7);
}
function formatOf(source7, head) {
  return formats.find((format) => format.recognize(head, source7));
}
function headOf(source7) {
  return source7.slice(0, Math.min(source7.size, headBytes));
}

// src/analysis/sides.ts
function optionsForSide(options, graph3, other2) {
  if (other2 === void 0) return options;
  return { inputs: inputsForSide(options, graph3, other2), bind: bindForSide(options, graph3, other2) };
}
function bindForSide({ bind: bind2 }, graph3, other2) {
  if (bind2.size === 0) return bind2;
  const own2 = symbolPlaces(graph3);
  const theirs = symbolPlaces(other2);
  const ownNames = new Set(own2.values());
  const theirNames = new Set(theirs.values());
  const found = /* @__PURE__ */ new Map();
  for (const [name, value] of bind2) {
    const place3 = ownNames.has(name) ? void 0 : [...theirs].find(([, theirName]) => theirName === name)?.[0];
    const here = place3 === void 0 ? void 0 : own2.get(place3);
    const isFree = here !== void 0 && !bind2.has(here) && !theirNames.has(here) && !found.has(here);
    found.set(isFree ? here : name, value);
  }
  return found;
}
function symbolPlaces(graph3) {
  const places = /* @__PURE__ */ new Map();
  const inputs = graph3.inputs.filter(({ name }) => !graph3.tensors.has(name));
  inputs.forEach(({ type: type2 }, ordinal) => {
    if (type2.kind !== "tensor" || isUnknown(type2.shape)) return;
    type2.shape.forEach((d, axis) => {
      const [name, ...more] = symbolsOf(d);
      if (name !== void 0 && more.length === 0 && keyOf(d) === keyOf(symbol(name)))
        places.set(`${ordinal}:${axis}`, name);
    });
  });
  return places;
}
function inputsForSide(options, graph3, other2) {
  if (options.inputs.size === 0) return options.inputs;
  const own2 = inputNames(graph3);
  const theirs = inputNames(other2);
  const inputs = /* @__PURE__ */ new Map();
  for (const [name, shape] of options.inputs) {
    const position3 = own2.includes(name) ? -1 : theirs.indexOf(name);
    if (position3 < 0) inputs.set(name, shape);
    else {
      const counterpart = own2[position3];
      const free2 = counterpart !== void 0 && !options.inputs.has(counterpart);
      if (free2 && rankFits(graph3, counterpart, shape)) inputs.set(counterpart, shape);
    }
  }
  return inputs;
}
function optionsFreeOf(options, symbols, graph3) {
  const isNamed = (d) => symbolsOf(d).some((name) => symbols.includes(name));
  const inputs = new Map(
    [...options.inputs].map(([name, shape]) => {
      const type2 = graph3.inputs.find((input) => input.name === name)?.type;
      if (type2?.kind !== "tensor" || isUnknown(type2.shape) || isUnknown(shape)) return [name, shape];
      const declared = type2.shape;
      return [name, shape.map((d, axis) => isNamed(declared[axis] ?? 0n) ? declared[axis] ?? d : d)];
    })
  );
  return { inputs, bind: new Map([...options.bind].filter(([name]) => !symbols.includes(name))) };
}
function inputNames(graph3) {
  return graph3.inputs.filter(({ name }) => !graph3.tensors.has(name)).map(({ name }) => name);
}
function rankFits(graph3, name, shape) {
  const type2 = graph3.inputs.find((input) => input.name === name)?.type;
  if (type2?.kind !== "tensor") return false;
  return isUnknown(type2.shape) || isUnknown(shape) || type2.shape.length === shape.length;
}

// src/count.ts
function count(source7, path, options, convention) {
  return measure(open(source7, path, { savedProfiles: true, convention }), path, options);
}
function open(source7, path, { savedProfiles, convention }) {
  const saved = savedProfiles && looksLikeProfile(source7.slice(0, Math.min(source7.size, 512)));
  if (!saved) return { model: readModel(source7), convention };
  const profile = profileFromJson(new TextDecoder().decode(source7.slice(0, source7.size)), path);
  const [found, wanted2] = [profile.convention.id, (convention ?? flopgate).id];
  return found === wanted2 ? { profile } : fail("usage/convention-mismatch", { found, wanted: wanted2 }, { file: path });
}
function measure(side, path, options, other2) {
  if ("profile" in side) return { profile: asSaved(side.profile, path, options) };
  const { model, convention } = side;
  const counterpart = other2 && "model" in other2 ? other2.model.graph : void 0;
  return { model, profile: profileModel(model, path, optionsForSide(options, model.graph, counterpart), convention) };
}
function asSaved(profile, path, options) {
  const ignored = assumptionsOf(options).filter((one) => !profile.assumptions.includes(one));
  if (ignored.length === 0) return profile;
  const note = problem("usage/saved-profile", { ignored: ignored.join(", ") }, { file: path });
  return { ...profile, problems: [...profile.problems, note] };
}

export {
  infer,
  profileModel,
  optionsFreeOf,
  recognize,
  readModel,
  skim,
  count,
  open,
  measure
};
