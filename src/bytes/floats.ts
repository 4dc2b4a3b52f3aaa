/** Floating-point formats narrower than 32 bits, as numbers. */

/** What the exponent field's greatest value means, and what negative zero means. */
type Specials = 'ieee' | 'nan at all ones' | 'nan at negative zero' | 'none';

interface Narrow {
  readonly exponentBits: number;
  readonly mantissaBits: number;
  readonly bias: number;
  readonly specials: Specials;
}

/**
 * float16: IEEE 754 binary16. bfloat16: the upper half of binary32. float8*: arXiv 2209.05433 (`fn`) and 2206.02915
 * (`fnuz`). float4 and float6: OCP Microscaling Formats v1.0, which also has e8m0 (`powerOfTwo` below).
 */
const narrow = {
  float16: { exponentBits: 5, mantissaBits: 10, bias: 15, specials: 'ieee' },
  bfloat16: { exponentBits: 8, mantissaBits: 7, bias: 127, specials: 'ieee' },
  float8e4m3fn: { exponentBits: 4, mantissaBits: 3, bias: 7, specials: 'nan at all ones' },
  float8e4m3fnuz: { exponentBits: 4, mantissaBits: 3, bias: 8, specials: 'nan at negative zero' },
  float8e5m2: { exponentBits: 5, mantissaBits: 2, bias: 15, specials: 'ieee' },
  float8e5m2fnuz: { exponentBits: 5, mantissaBits: 2, bias: 16, specials: 'nan at negative zero' },
  float6e2m3: { exponentBits: 2, mantissaBits: 3, bias: 1, specials: 'none' },
  float6e3m2: { exponentBits: 3, mantissaBits: 2, bias: 3, specials: 'none' },
  float4e2m1: { exponentBits: 2, mantissaBits: 1, bias: 1, specials: 'none' },
} as const satisfies Readonly<Record<string, Narrow>>;

export type NarrowFloat = keyof typeof narrow;

/** The number a bit pattern stands for; bits above the format's width must be zero. */
export function fromBits(format: NarrowFloat, pattern: number): number {
  const { exponentBits, mantissaBits, bias, specials }: Narrow = narrow[format];
  const mantissa = pattern & (2 ** mantissaBits - 1);
  const exponent = (pattern >> mantissaBits) & (2 ** exponentBits - 1);
  const sign = (pattern >> (mantissaBits + exponentBits)) & 1 ? -1 : 1;
  const greatest = exponent === 2 ** exponentBits - 1;
  if (specials === 'ieee' && greatest) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (specials === 'nan at all ones' && greatest && mantissa === 2 ** mantissaBits - 1) return Number.NaN;
  if (specials === 'nan at negative zero' && sign < 0 && exponent === 0 && mantissa === 0) return Number.NaN;
  if (exponent === 0) return sign * mantissa * 2 ** (1 - bias - mantissaBits);
  return sign * (2 ** mantissaBits + mantissa) * 2 ** (exponent - bias - mantissaBits);
}

/** float8e8m0: an exponent and nothing else. */
export function powerOfTwo(pattern: number): number {
  return pattern === 0xff ? Number.NaN : 2 ** (pattern - 127);
}
