/** Matrix products. */
import { type Dim } from '../model/dim.ts';
import { type Operand, type Operator } from './operator.ts';
export interface MatrixProduct {
    readonly shape: readonly Dim[];
    /** The extent summed over. */
    readonly inner: Dim;
}
/** `[…, M, K] × […, K, N]` as numpy.matmul: batch axes broadcast, a vector on either side is one row or column. */
export declare function matrixProduct(a: readonly Dim[], b: readonly Dim[], names?: readonly [string, string]): MatrixProduct;
export declare function matrixProductOf(A: Operand, B: Operand): MatrixProduct;
interface GemmAttributes {
    readonly transA: bigint;
    readonly transB: bigint;
}
export declare function gemm(A: Operand, B: Operand, a: GemmAttributes): MatrixProduct;
export declare const matrix: readonly Operator[];
export {};
