/** Cutting pieces out of tensors: Slice and Split. */
import { type Dim } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { type Operand, type Operator } from './operator.ts';
/** What one axis is cut to: from `start` in steps, `extent` elements. */
interface Cut {
    readonly start: Dim;
    readonly step: bigint;
    readonly extent: Dim;
}
/** Sign of a − b where symbols leave it open only by being 0: an axis that is cut is taken not to be empty. */
declare function order(a: Dim, b: Dim): -1 | 0 | 1 | undefined;
type Order = typeof order;
/** The extent of [start, end) in steps; never below 0. */
export declare function stretch(start: Dim, end: Dim, step: bigint, by?: Order): Dim;
export declare function cutValue(data: Operand, list: readonly (Cut | undefined)[]): readonly Scalar[] | undefined;
export declare const slicing: readonly Operator[];
export {};
