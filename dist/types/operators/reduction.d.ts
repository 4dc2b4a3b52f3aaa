/** Many elements to one: sums, means, extremes, norms, the places of extremes, and running sums. */
import { type Dim } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { type Operand, type Operator } from './operator.ts';
/** How elements are folded where all are known: exact integers (possibly symbolic), and numbers. */
interface Fold {
    readonly onDims?: (elements: readonly Dim[]) => Dim;
    readonly onNumbers: (elements: readonly number[]) => number;
}
export declare function extreme(xs: readonly Dim[], choose: (a: Dim, b: Dim) => Dim): Dim;
export declare function reducedShape(data: Operand, axes: readonly number[], keep: boolean): readonly Dim[];
export declare function foldAxes(data: Operand, axes: readonly number[], keep: boolean, fold: Fold): readonly Scalar[] | undefined;
export declare const reduction: readonly Operator[];
export {};
