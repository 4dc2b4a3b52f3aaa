/** Arithmetic that many operators share: broadcasting, axes, element counts. */
import { type Dim, type Shape } from '../model/dim.ts';
import { Operand, type Work } from './operator.ts';
/** Elements of a value: 1 for a scalar. */
export declare function size(x: Operand | Shape): Dim;
/**
 * The common shape under NumPy's rule, https://numpy.org/doc/stable/user/basics.broadcasting.html. Broadcasting
 * *asserts* that extents agree, so a known extent above 1 wins over a symbol or an unknown one; two different symbols
 * give their maximum. Throws Mismatch where two known extents contradict one another.
 */
export declare function broadcast(...shapes: readonly (readonly Dim[])[]): readonly Dim[];
/** The same of operands, the absent left out. */
export declare function broadcastOf(...operands: readonly (Operand | undefined)[]): readonly Dim[];
/** An axis counted from the front, from one that may count from the end. Throws Mismatch when there is none such. */
export declare function axisOf(axis: bigint, rank: number): number;
/** Throws Mismatch when two extents that must agree are known not to. */
export declare function assertEqual(a: Dim, b: Dim, message: (a: string, b: string) => string): void;
/** Of two extents that must agree, the one that says more. */
export declare function agreed(a: Dim, b: Dim, message: (a: string, b: string) => string): Dim;
/** Throws Mismatch unless the operand has this many axes. */
export declare function assertRank(x: Operand, ...ranks: readonly number[]): void;
/** Work without multiply-accumulates. */
export declare function other(operations: Dim): Work;
/** An integer attribute as a plain number; throws Mismatch outside `least` … `most`, which bounds what it may drive. */
export declare function bounded(n: bigint, what: string, least: number, most: number): number;
