/** Elements of a tensor as ONNX stores them, for tests: raw little-endian bytes, or the typed repeated fields. */
import { bitsPerElement, type DType, isFloat } from '../src/model/dtype.ts';

/** A number as a reader means it; for the 8-bit and smaller floats, their bit pattern. */
export type Element = number | bigint | string;

/** `TensorProto.DataType` by our names. */
export const typeNumbers: Readonly<Record<DType, number>> = {
  float32: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  string: 8,
  bool: 9,
  float16: 10,
  float64: 11,
  uint32: 12,
  uint64: 13,
  complex64: 14,
  complex128: 15,
  bfloat16: 16,
  float8e4m3fn: 17,
  float8e4m3fnuz: 18,
  float8e5m2: 19,
  float8e5m2fnuz: 20,
  uint4: 21,
  int4: 22,
  float4e2m1: 23,
  float8e8m0: 24,
  uint2: 25,
  int2: 26,
  float6e2m3: 27,
  float6e3m2: 28,
};

/** Fields of `TensorProto` that hold these elements, by onnx-proto's names. */
export function storedData(dtype: DType, values: readonly Element[], typed: boolean) {
  if (dtype === 'string') return { stringData: values.map((v) => new TextEncoder().encode(String(v))) };
  if (!typed) return { rawData: rawBytes(dtype, values) };
  const numbers = values.map(Number);
  if (dtype === 'float32' || dtype === 'complex64') return { floatData: numbers };
  if (dtype === 'float64' || dtype === 'complex128') return { doubleData: numbers };
  if (dtype === 'int64') return { int64Data: numbers };
  if (dtype === 'uint64' || dtype === 'uint32') return { uint64Data: numbers };
  if (dtype === 'float6e2m3' || dtype === 'float6e3m2') return { int32Data: numbers };
  if ((bitsPerElement(dtype) ?? 8) < 8) return { int32Data: [...rawBytes(dtype, values)] };
  return { int32Data: values.map((v) => Number(bitPattern(dtype, v))) };
}

/** Little-endian, elements narrower than a byte packed from the lowest bits up. */
export function rawBytes(dtype: DType, values: readonly Element[]): Uint8Array {
  const bits = bitsPerElement(dtype) ?? 8;
  if (bits < 8) return packed(values, bits);
  if (dtype.startsWith('complex')) return rawBytes(dtype === 'complex64' ? 'float32' : 'float64', values);
  const bytes = new Uint8Array((values.length * bits) / 8);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) {
    const at = (i * bits) / 8;
    if (dtype === 'float64') view.setFloat64(at, Number(value), true);
    else if (bits === 64) view.setBigInt64(at, BigInt(value), true);
    else if (dtype === 'float32') view.setFloat32(at, Number(value), true);
    else if (bits === 32) view.setUint32(at, Number(value) >>> 0, true);
    else if (bits === 16) view.setUint16(at, bitPattern(dtype, value) & 0xffff, true);
    else view.setUint8(at, Number(value) & 0xff);
  }
  return bytes;
}

/** Numbers that follow from `seed` alone: small and of both signs, whole and non-negative where the type asks for it. */
export function pseudoRandom(dtype: DType, count: number, seed: string): Element[] {
  let state = 2166136261;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) / 0x1000000;
  };
  const exact = isFloat(dtype) && (bitsPerElement(dtype) ?? 0) >= 16;
  const numbers = Array.from({ length: dtype.startsWith('complex') ? count * 2 : count }, next);
  if (dtype === 'string') return numbers.map((n) => `s${Math.floor(n * 100)}`);
  return numbers.map((n) => (exact || dtype.startsWith('complex') ? (n - 0.5) / 4 : Math.floor(n * 2)));
}

function bitPattern(dtype: DType, value: Element): number {
  if (dtype === 'float16') return halfBits(Number(value));
  if (dtype === 'bfloat16') return bfloatBits(Number(value));
  return Number(value);
}

function packed(values: readonly Element[], bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((values.length * bits) / 8));
  for (const [i, value] of values.entries())
    for (let b = 0; b < bits; b++) {
      const at = i * bits + b;
      if ((Number(value) >> b) & 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
    }
  return bytes;
}

function floatBits(value: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return view.getUint32(0);
}

/** The upper half of a float32, rounded to nearest. */
function bfloatBits(value: number): number {
  return Number.isNaN(value) ? 0x7fc0 : ((floatBits(value) + 0x8000) >>> 16) & 0xffff;
}

function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | Math.round(size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  // A mantissa that rounds up to 2048 carries into the exponent, which is what the sum does.
  return sign + ((exponent + 15) << 10) + (Math.round(size * 2 ** (10 - exponent)) - 1024);
}
