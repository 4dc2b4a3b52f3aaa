/**
 * Arithmetic on the elements of small known tensors, so that shapes computed inside a model are known: integers exact
 * and possibly symbolic, floats as numbers rounded to their type.
 */
import {
  add,
  compare,
  type Dim,
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
  sub,
  unknown,
} from '../model/dim.ts';
import { bitsPerElement, type DType } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import { positive } from '../model/series.ts';
import type { Operand } from './operator.ts';

/** Above this a tensor is data, not shape arithmetic; bounds the work a hostile file can ask for. */
const maxElements = 4096n;

export type Fold = (...elements: readonly Scalar[]) => Scalar;

/**
 * Elements of an elementwise result over NumPy broadcasting, row-major; `undefined` when an input's value or an extent
 * is not known, or there are too many.
 */
export function foldElements(
  operands: readonly Operand[],
  shape: readonly Dim[],
  fold: Fold,
): readonly Scalar[] | undefined {
  const total = product(shape);
  if (!isKnown(total) || total > maxElements || !shape.every(isKnown)) return undefined;
  const readers: ((i: number) => Scalar)[] = [];
  for (const operand of operands) {
    const reader = elementReader(operand, shape);
    if (reader === undefined) return undefined;
    readers.push(reader);
  }
  return Array.from({ length: Number(total) }, (_, i) => fold(...readers.map((read) => read(i))));
}

/** The element an operand contributes to position `i` of a broadcast result. */
function elementReader(operand: Operand, shape: readonly bigint[]): ((i: number) => Scalar) | undefined {
  const { value, shape: own } = operand;
  if (value === undefined || !own.every(isKnown) || product(own) !== BigInt(value.length)) return undefined;
  const axes: { readonly extent: number; readonly step: number; readonly stride: number }[] = [];
  let step = 1;
  let stride = 1;
  for (let axis = -1; axis >= -shape.length; axis--) {
    const extent = Number(shape.at(axis) ?? 1n);
    const mine = Number(own.at(axis) ?? 1n);
    axes.push({ extent, step, stride: mine === 1 ? 0 : stride });
    step *= extent;
    stride *= mine;
  }
  return (i) => {
    const at = axes.reduce((offset, axis) => offset + (Math.floor(i / axis.step) % axis.extent) * axis.stride, 0);
    return value[at] ?? undecided;
  };
}

/** How results of a type are kept, `undefined` for types whose arithmetic is not followed. */
export interface Arithmetic {
  readonly integer: boolean;
  readonly round: (x: Scalar) => Scalar;
}

export function arithmeticOf(dtype: DType | null): Arithmetic | undefined {
  switch (dtype) {
    case 'float32':
      return { integer: false, round: (x) => (typeof x === 'number' ? Math.fround(x) : x) };
    case 'float64':
      return { integer: false, round: (x) => x };
    case 'bool':
      return { integer: true, round: (x) => x };
    case 'int8':
    case 'int16':
    case 'int32':
    case 'int64':
      return { integer: true, round: (x) => (isInt(x) ? BigInt.asIntN(bitsPerElement(dtype) ?? 64, x) : x) };
    case 'uint8':
    case 'uint16':
    case 'uint32':
    case 'uint64':
      return { integer: true, round: (x) => (isInt(x) ? BigInt.asUintN(bitsPerElement(dtype) ?? 64, x) : x) };
    default:
      return undefined;
  }
}

export const undecided = unknown('values that are not known decide it');

function isInt(x: Scalar): x is bigint {
  return typeof x === 'bigint';
}

function truth(b: boolean | undefined): Scalar {
  return b === undefined ? undecided : b ? 1n : 0n;
}

/** Lifts a rule for numbers and one for exact integers; an integral float beside a symbol counts as an integer. */
function arithmetic(onNumbers: (a: number, b: number) => number, onDims: (a: Dim, b: Dim) => Dim): Fold {
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return onNumbers(a, b);
    const x = asDim(a);
    const y = asDim(b);
    return x === undefined || y === undefined ? undecided : onDims(x, y);
  };
}

/** `undefined` for a string and for a number that is not an integer. */
function asDim(x: Scalar | undefined): Dim | undefined {
  if (typeof x !== 'number') return typeof x === 'string' ? undefined : x;
  return Number.isSafeInteger(x) ? BigInt(x) : undefined;
}

export const plus = arithmetic((a, b) => a + b, add);
export const minus = arithmetic((a, b) => a - b, sub);
export const times = arithmetic((a, b) => a * b, mul);
export const larger = arithmetic((a, b) => Math.max(a, b), max);
export const smaller = arithmetic((a, b) => Math.min(a, b), min);

/** Integers truncate toward zero; with symbols, which stand for extents, that is the floor. A float ratio stays exact. */
export function divided(integer: boolean): Fold {
  return arithmetic(
    (a, b) => a / b,
    (a, b) => {
      if (b === 0n) return unknown('division by zero');
      if (!integer) return equal(mod(a, b), 0n) === true ? floorDiv(a, b) : undecided;
      return isInt(a) && isInt(b) ? a / b : floorDiv(a, b);
    },
  );
}

/** With the divisor's sign, or with `fmod` the dividend's. */
export function remainder(fmod: boolean): Fold {
  return arithmetic(
    (a, b) => (fmod ? a % b : a - Math.floor(a / b) * b),
    (a, b) => {
      if (b === 0n) return unknown('division by zero');
      return fmod && isInt(a) && isInt(b) ? a % b : mod(a, b);
    },
  );
}

export const raised: Fold = (a, b) => {
  if (typeof a === 'number') return typeof b === 'number' || isInt(b ?? 0) ? a ** Number(b) : undecided;
  const base = asDim(a);
  const exponent = asDim(b);
  if (base === undefined || exponent === undefined || !isInt(exponent)) return undecided;
  return exponent >= 0n && exponent <= maxPower ? power(base, Number(exponent)) : undecided;
};

function comparison(
  onNumbers: (a: number, b: number) => boolean,
  onDims: (a: Dim, b: Dim) => boolean | undefined,
  /** What is above 0 where it holds: a truth that symbols leave open is an expression that is 1 or 0. */
  excess?: (a: Dim, b: Dim) => Dim,
): Fold {
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return truth(onNumbers(a, b));
    const x = asDim(a);
    const y = asDim(b);
    if (x === undefined || y === undefined) return undecided;
    const holds = onDims(x, y);
    if (holds !== undefined || excess === undefined) return truth(holds);
    const open = positive(excess(x, y));
    return isUnknown(open) ? undecided : open;
  };
}

/** Whether a > b for all values of the symbols, or for none. */
function exceeds(a: Dim, b: Dim): boolean | undefined {
  const order = compare(a, b);
  if (order === -1 || order === 0) return false;
  const strict = compare(a, add(b, 1n));
  return strict === 0 || strict === 1 ? true : undefined;
}

const negated = (b: boolean | undefined): boolean | undefined => (b === undefined ? undefined : !b);

export const greater = comparison((a, b) => a > b, exceeds, sub);
export const less = comparison(
  (a, b) => a < b,
  (a, b) => exceeds(b, a),
  (a, b) => sub(b, a),
);
export const greaterOrEqual = comparison(
  (a, b) => a >= b,
  (a, b) => negated(exceeds(b, a)),
  (a, b) => add(sub(a, b), 1n),
);
export const lessOrEqual = comparison(
  (a, b) => a <= b,
  (a, b) => negated(exceeds(a, b)),
  (a, b) => add(sub(b, a), 1n),
);
export const same: Fold = (a, b) =>
  typeof a === 'string' && typeof b === 'string' ? truth(a === b) : sameNumber(a ?? undecided, b ?? undecided);
const sameNumber = comparison((a, b) => a === b, equal);

export const both: Fold = (a, b) => (a === 0n || b === 0n ? 0n : a === 1n && b === 1n ? 1n : undecided);
export const either: Fold = (a, b) => (a === 1n || b === 1n ? 1n : a === 0n && b === 0n ? 0n : undecided);
export const oneOf: Fold = (a, b) => (isInt(a ?? '') && isInt(b ?? '') ? truth(a !== b) : undecided);
export const not: Fold = (a) => (a === 0n ? 1n : a === 1n ? 0n : undecided);

export const chosen: Fold = (condition, x = undecided, y = undecided) => {
  if (condition === 1n) return x;
  if (condition === 0n) return y;
  const known = typeof x === 'object' && typeof y === 'object' ? !isUnknown(x) && keyOf(x) === keyOf(y) : x === y;
  return known ? x : undecided;
};

/** Bitwise on known integers. */
export function bits(rule: (a: bigint, b: bigint) => bigint): Fold {
  return (a, b) => (typeof a === 'bigint' && typeof b === 'bigint' ? rule(a, b) : undecided);
}

export const opposite: Fold = (a) => (typeof a === 'number' ? -a : (mapDim(a, neg) ?? undecided));

export const magnitude: Fold = (a) => {
  if (typeof a === 'number') return Math.abs(a);
  return mapDim(a, (d) => (compare(d, 0n) === -1 ? neg(d) : compare(d, 0n) === undefined ? undecided : d)) ?? undecided;
};

export const sign: Fold = (a) => {
  if (typeof a === 'number') return Math.sign(a);
  return isInt(a ?? '') ? (a === 0n ? 0n : (compare(asDim(a) ?? 0n, 0n) ?? 0) > 0 ? 1n : -1n) : undecided;
};

/** Rules that leave integers, and so symbols, as they are. */
export function rounded(rule: (x: number) => number): Fold {
  return (a) => (typeof a === 'number' ? rule(a) : (mapDim(a, (d) => d) ?? undecided));
}

/** Rules on plain numbers only; a symbol gives an unknown. */
export function numeric(rule: (x: number) => number): Fold {
  return (a) => (typeof a === 'number' ? rule(a) : undecided);
}

/** Halfway cases go to the even neighbour. https://onnx.ai/onnx/operators/onnx__Round.html */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

function mapDim(x: Scalar | undefined, rule: (d: Dim) => Dim): Dim | undefined {
  if (x === undefined || typeof x === 'string' || typeof x === 'number') return undefined;
  return isUnknown(x) || isKnown(x) || isSymbolic(x) ? rule(x) : undefined;
}
