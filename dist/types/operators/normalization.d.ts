/** Centring and scaling. A normalization is 5 operations per element: sum, difference, square, sum, product. */
import { type Dim } from '../model/dim.ts';
import { type Operand, type Operator } from './operator.ts';
/** 5 operations an element, one more for each of scale and bias, and 5 a row: two quotients, ε added, root, reciprocal. */
export declare function normalizing(elements: Dim, rows: Dim, affine: bigint): Dim;
/** By the root mean square: square, sum, product; scale; and 4 a row: quotient, ε added, root, reciprocal. */
export declare function rmsNormalizing(elements: Dim, rows: Dim, affine: bigint): Dim;
/** Extents before `axis`, ones from it on: the shape of one number per row. */
export declare function rowShape(X: Operand, axis: bigint): readonly Dim[];
/** Throws Mismatch unless the scale lies on the normalized axes. */
export declare function assertScale(X: Operand, scale: Operand, axis: bigint): void;
export declare const normalization: readonly Operator[];
