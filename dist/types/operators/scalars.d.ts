/**
 * Arithmetic on the elements of small known tensors, so that shapes computed inside a model are known: integers exact
 * and possibly symbolic, floats as numbers rounded to their type.
 */
import { type Dim } from '../model/dim.ts';
import { type DType } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import type { Operand } from './operator.ts';
export type Fold = (...elements: readonly Scalar[]) => Scalar;
/**
 * Elements of an elementwise result over NumPy broadcasting, row-major; `undefined` when an input's value or an extent
 * is not known, or there are too many.
 */
export declare function foldElements(operands: readonly Operand[], shape: readonly Dim[], fold: Fold): readonly Scalar[] | undefined;
/** How results of a type are kept, `undefined` for types whose arithmetic is not followed. */
export interface Arithmetic {
    readonly integer: boolean;
    readonly round: (x: Scalar) => Scalar;
}
export declare function arithmeticOf(dtype: DType | null): Arithmetic | undefined;
export declare const undecided: import("../model/dim.ts").Unknown;
export declare const plus: Fold;
export declare const minus: Fold;
export declare const times: Fold;
export declare const larger: Fold;
export declare const smaller: Fold;
/** Integers truncate toward zero; with symbols, which stand for extents, that is the floor. A float ratio stays exact. */
export declare function divided(integer: boolean): Fold;
/** With the divisor's sign, or with `fmod` the dividend's. */
export declare function remainder(fmod: boolean): Fold;
export declare const raised: Fold;
export declare const greater: Fold;
export declare const less: Fold;
export declare const greaterOrEqual: Fold;
export declare const lessOrEqual: Fold;
export declare const same: Fold;
export declare const both: Fold;
export declare const either: Fold;
export declare const oneOf: Fold;
export declare const not: Fold;
export declare const chosen: Fold;
/** Bitwise on known integers. */
export declare function bits(rule: (a: bigint, b: bigint) => bigint): Fold;
export declare const opposite: Fold;
export declare const magnitude: Fold;
export declare const sign: Fold;
/** Rules that leave integers, and so symbols, as they are. */
export declare function rounded(rule: (x: number) => number): Fold;
/** Rules on plain numbers only; a symbol gives an unknown. */
export declare function numeric(rule: (x: number) => number): Fold;
/** Halfway cases go to the even neighbour. https://onnx.ai/onnx/operators/onnx__Round.html */
export declare function roundHalfEven(x: number): number;
