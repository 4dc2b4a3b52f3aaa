/** Element types, by the names ONNX, NumPy and PyTorch share, with their width in bits as stored. */
declare const bits: {
    readonly float64: 64;
    readonly float32: 32;
    readonly float16: 16;
    readonly bfloat16: 16;
    readonly float8e4m3fn: 8;
    readonly float8e4m3fnuz: 8;
    readonly float8e5m2: 8;
    readonly float8e5m2fnuz: 8;
    readonly float8e8m0: 8;
    readonly float6e2m3: 6;
    readonly float6e3m2: 6;
    readonly float4e2m1: 4;
    readonly int64: 64;
    readonly int32: 32;
    readonly int16: 16;
    readonly int8: 8;
    readonly int4: 4;
    readonly int2: 2;
    readonly uint64: 64;
    readonly uint32: 32;
    readonly uint16: 16;
    readonly uint8: 8;
    readonly uint4: 4;
    readonly uint2: 2;
    readonly bool: 8;
    readonly complex64: 64;
    readonly complex128: 128;
    readonly string: 0;
};
export type DType = keyof typeof bits;
export declare function isDType(name: string): name is DType;
/** Bits per element as stored; 4-bit and 2-bit types are packed. `undefined` for strings, whose size no type tells. */
export declare function bitsPerElement(dtype: DType): number | undefined;
export declare function isFloat(dtype: DType): boolean;
/** Signed or unsigned integers of any width; not `bool`. */
export declare function isInteger(dtype: DType): boolean;
/** The element type of that number; `null` when it is none Flopgate knows. */
export declare function dtypeOf(number: number | bigint): DType | null;
export {};
