/** Element types, by the names ONNX, NumPy and PyTorch share, with their width in bits as stored. */
const bits = {
  float64: 64,
  float32: 32,
  float16: 16,
  bfloat16: 16,
  float8e4m3fn: 8,
  float8e4m3fnuz: 8,
  float8e5m2: 8,
  float8e5m2fnuz: 8,
  float8e8m0: 8,
  float6e2m3: 6,
  float6e3m2: 6,
  float4e2m1: 4,
  int64: 64,
  int32: 32,
  int16: 16,
  int8: 8,
  int4: 4,
  int2: 2,
  uint64: 64,
  uint32: 32,
  uint16: 16,
  uint8: 8,
  uint4: 4,
  uint2: 2,
  bool: 8,
  complex64: 64,
  complex128: 128,
  string: 0,
} as const;

export type DType = keyof typeof bits;

export function isDType(name: string): name is DType {
  return Object.hasOwn(bits, name);
}

/** Bits per element as stored; 4-bit and 2-bit types are packed. `undefined` for strings, whose size no type tells. */
export function bitsPerElement(dtype: DType): number | undefined {
  return bits[dtype] === 0 ? undefined : bits[dtype];
}

export function isFloat(dtype: DType): boolean {
  return dtype.startsWith('float') || dtype.startsWith('bfloat');
}

/** Signed or unsigned integers of any width; not `bool`. */
export function isInteger(dtype: DType): boolean {
  return dtype.startsWith('int') || dtype.startsWith('uint');
}

/**
 * ONNX's `TensorProto.DataType` by number, in files and in attributes such as Cast's `to`; 0 is "undefined", numbers
 * past the end are newer than this table. https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
const byNumber: readonly (DType | null)[] = [
  null,
  'float32',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'int32',
  'int64',
  'string',
  'bool',
  'float16',
  'float64',
  'uint32',
  'uint64',
  'complex64',
  'complex128',
  'bfloat16',
  'float8e4m3fn',
  'float8e4m3fnuz',
  'float8e5m2',
  'float8e5m2fnuz',
  'uint4',
  'int4',
  'float4e2m1',
  'float8e8m0',
  'uint2',
  'int2',
  'float6e2m3',
  'float6e3m2',
];

/** The element type of that number; `null` when it is none Flopgate knows. */
export function dtypeOf(number: number | bigint): DType | null {
  return byNumber[Number(number)] ?? null;
}
