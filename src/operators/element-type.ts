/** What becomes of an element that is converted to another type. */
import { compare, type Dim, isKnown, isUnknown, unknown } from '../model/dim.ts';
import { bitsPerElement, type DType, isFloat, isInteger } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';

/** An element converted; `undefined` where the conversion is not modelled (8-bit floats, text that is no number). */
export function converted(x: Scalar, to: DType): Scalar | undefined {
  if (typeof x === 'string') return fromText(x, to);
  if (to === 'bool') return truth(x);
  if (to === 'string') return typeof x === 'bigint' ? x.toString() : undefined;
  if (isInteger(to)) return typeof x === 'number' ? truncated(x, to) : wrapped(x, to);
  if (!isFloat(to)) return undefined;
  if (typeof x === 'number') return rounded(x, to);
  // A symbolic extent stays what it is: an integer, which every float type in use here holds exactly.
  return isKnown(x) ? rounded(Number(x), to) : x;
}

/** An exact integer, unknown where the type cannot hold it: what then happens is the machine's affair. */
export function fitting(x: Dim, to: DType): Dim {
  return isKnown(x) && isInteger(to) && wrapped(x, to) !== x ? unknown(`${x} is outside ${to}`) : x;
}

/** The nearest number the type can hold, ties to even; `undefined` for types narrower than 16 bits. */
export function rounded(x: number, to: DType): number | undefined {
  if (to === 'float64') return x;
  if (to === 'float32') return Math.fround(x);
  if (to === 'bfloat16') return roundedTo(Math.fround(x), 7, -126, 3.3895313892515355e38);
  if (to === 'float16') return roundedTo(x, 10, -14, 65504);
  return undefined;
}

/** To `bits` of fraction with this smallest exponent; past the largest number, infinity. */
function roundedTo(x: number, bits: number, smallest: number, largest: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(x))), smallest);
  const unit = 2 ** (exponent - bits);
  const scaled = x / unit;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  const result = (up ? below + 1 : below) * unit;
  return Math.abs(result) > largest ? Math.sign(x) * Number.POSITIVE_INFINITY : result;
}

function truth(x: Dim | number): Scalar {
  if (typeof x === 'number') return x === 0 ? 0n : 1n;
  if (isKnown(x)) return x === 0n ? 0n : 1n;
  if (isUnknown(x)) return x;
  return compare(x, 1n) === 1 ? 1n : unknown('whether a symbol is zero is not known');
}

/** Towards zero. Outside the type's range the result is the machine's affair, so it is unknown. */
function truncated(x: number, to: DType): Scalar {
  if (!Number.isFinite(x)) return unknown(`${x} has no integer value`);
  const whole = BigInt(Math.trunc(x));
  return wrapped(whole, to) === whole ? whole : unknown(`${whole} is outside ${to}`);
}

/** Modulo the type's width, as C casts between integers do. */
function wrapped(x: Dim, to: DType): Dim {
  const width = bitsPerElement(to) ?? 64;
  // Extents stay below 2³¹; a narrower type may wrap a symbol.
  if (!isKnown(x)) return isUnknown(x) || width >= 32 ? x : unknown(`a symbol may not fit ${to}`);
  return to.startsWith('u') ? BigInt.asUintN(width, x) : BigInt.asIntN(width, x);
}

function fromText(x: string, to: DType): Scalar | undefined {
  if (to === 'string') return x;
  if (!/^\s*[-+]?\d+(\.\d*)?(e[-+]?\d+)?\s*$/i.test(x)) return undefined;
  return converted(Number(x), to);
}
