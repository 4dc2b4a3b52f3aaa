/** Floating-point formats narrower than 32 bits, as numbers. */
/**
 * float16: IEEE 754 binary16. bfloat16: the upper half of binary32. float8*: arXiv 2209.05433 (`fn`) and 2206.02915
 * (`fnuz`). float4 and float6: OCP Microscaling Formats v1.0, which also has e8m0 (`powerOfTwo` below).
 */
declare const narrow: {
    readonly float16: {
        readonly exponentBits: 5;
        readonly mantissaBits: 10;
        readonly bias: 15;
        readonly specials: 'ieee';
    };
    readonly bfloat16: {
        readonly exponentBits: 8;
        readonly mantissaBits: 7;
        readonly bias: 127;
        readonly specials: 'ieee';
    };
    readonly float8e4m3fn: {
        readonly exponentBits: 4;
        readonly mantissaBits: 3;
        readonly bias: 7;
        readonly specials: 'nan at all ones';
    };
    readonly float8e4m3fnuz: {
        readonly exponentBits: 4;
        readonly mantissaBits: 3;
        readonly bias: 8;
        readonly specials: 'nan at negative zero';
    };
    readonly float8e5m2: {
        readonly exponentBits: 5;
        readonly mantissaBits: 2;
        readonly bias: 15;
        readonly specials: 'ieee';
    };
    readonly float8e5m2fnuz: {
        readonly exponentBits: 5;
        readonly mantissaBits: 2;
        readonly bias: 16;
        readonly specials: 'nan at negative zero';
    };
    readonly float6e2m3: {
        readonly exponentBits: 2;
        readonly mantissaBits: 3;
        readonly bias: 1;
        readonly specials: 'none';
    };
    readonly float6e3m2: {
        readonly exponentBits: 3;
        readonly mantissaBits: 2;
        readonly bias: 3;
        readonly specials: 'none';
    };
    readonly float4e2m1: {
        readonly exponentBits: 2;
        readonly mantissaBits: 1;
        readonly bias: 1;
        readonly specials: 'none';
    };
};
export type NarrowFloat = keyof typeof narrow;
/** The number a bit pattern stands for; bits above the format's width must be zero. */
export declare function fromBits(format: NarrowFloat, pattern: number): number;
/** float8e8m0: an exponent and nothing else. */
export declare function powerOfTwo(pattern: number): number;
export {};
