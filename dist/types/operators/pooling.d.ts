/** One number from each window, or from all of space. */
import { type Dim } from '../model/dim.ts';
import { type Operand, type Operator } from './operator.ts';
import { type WindowAttributes } from './windows.ts';
interface PoolAttributes extends WindowAttributes {
    readonly ceil_mode: bigint;
    readonly kernel_shape: readonly bigint[];
}
export declare function poolShape(X: Operand, a: PoolAttributes): readonly Dim[];
export declare function spatialOf(X: Operand): readonly Dim[];
export declare function globalShape(X: Operand): readonly Dim[];
export declare const pooling: readonly Operator[];
export {};
