/**
 * Exact integers that may still hold symbols: the extents of a tensor, and every count made of them.
 *
 * `bigint` when known (all of a static model), a polynomial over symbols, floor quotients and maxima when not, and
 * `Unknown` with its reason when nothing can be said. Unknown absorbs: whatever is computed from it is unknown too.
 * Symbols stand for integers ≥ 0. Normal form: terms by key, no zero coefficient, a constant is a bigint.
 */
export type Dim = bigint | Poly | Unknown;
export interface Unknown {
    readonly kind: 'unknown';
    /** Why nothing can be said: a clause for a reader, such as "`NonZero_3`: the data decides how many there are". */
    readonly why: string;
}
export interface Poly {
    readonly kind: 'poly';
    readonly terms: readonly Term[];
    /** Equal keys, equal polynomials. */
    readonly key: string;
}
export interface Term {
    readonly coefficient: bigint;
    /** Sorted by atom key. Empty for the constant term. */
    readonly factors: readonly Factor[];
    readonly key: string;
}
export interface Factor {
    readonly atom: Atom;
    readonly power: number;
}
export type Atom = {
    readonly kind: 'symbol';
    readonly name: string;
    readonly key: string;
} | {
    readonly kind: 'quotient';
    readonly numerator: Dim;
    readonly denominator: Dim;
    readonly key: string;
} | {
    readonly kind: 'max';
    readonly operands: readonly Dim[];
    readonly key: string;
};
/** Rank and extents, `[N, C, …spatial]`; `Unknown` when not even the rank is known. */
export type Shape = readonly Dim[] | Unknown;
/** `(a + b)^64` is past any cost of any network; bounds the exponent a hostile file can build. */
export declare const maxPower = 64;
export declare function unknown(why: string): Unknown;
export declare function symbol(name: string): Poly;
export declare function isKnown(d: Dim): d is bigint;
export declare function isUnknown(d: Dim | Shape): d is Unknown;
export declare function isSymbolic(d: Dim): d is Poly;
export declare function add(a: Dim, b: Dim): Dim;
export declare function neg(a: Dim): Dim;
export declare function sub(a: Dim, b: Dim): Dim;
/** 0 × anything is 0, unknown included: an empty tensor costs nothing whatever its other extents are. */
export declare function mul(a: Dim, b: Dim): Dim;
/** In one pass: a total over 100,000 layers must not make an expression of each partial sum. Most of them are the same. */
export declare function sum(dims: Iterable<Dim>): Dim;
/** The element count of a shape with these extents; 1 for a scalar. */
export declare function product(dims: readonly Dim[]): Dim;
export declare function sizeOf(shape: Shape): Dim;
/** ⌊a / b⌋, rounding towards −∞. Division by zero is unknown, not an exception. */
export declare function floorDiv(a: Dim, b: Dim): Dim;
/** ⌈a / b⌉ for b > 0. */
export declare function ceilDiv(a: Dim, b: Dim): Dim;
/** a − b·⌊a / b⌋: the remainder with the sign of the divisor. */
export declare function mod(a: Dim, b: Dim): Dim;
export declare function max(a: Dim, b: Dim): Dim;
export declare function min(a: Dim, b: Dim): Dim;
/** Whether two extents are the same number: `undefined` when symbols or an unknown leave it open. */
export declare function equal(a: Dim, b: Dim): boolean | undefined;
/** Sign of a − b where it is the same for all values of the symbols (each ≥ 0): `0` or `1` also mean ≥, `-1` <=. */
export declare function compare(a: Dim, b: Dim): -1 | 0 | 1 | undefined;
/** Replaces symbols; what is not in the map stays. Values may themselves be symbolic. */
export declare function bind(d: Dim, values: ReadonlyMap<string, Dim>): Dim;
/** The symbols an expression still holds, sorted. */
export declare function symbolsOf(d: Dim): readonly string[];
/** A stable text for hashing and comparing; not for people. Unknown dims never equal one another. */
export declare function keyOf(d: Dim): string;
/** The name as an expression writes it: in backticks unless it is an identifier. */
export declare function symbolKey(name: string): string;
/** dⁿ for n ≥ 0. */
export declare function power(d: Dim, exponent: number): Dim;
