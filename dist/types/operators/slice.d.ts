/** Cutting pieces out of tensors: Slice and Split. */
import { type Dim } from '../model/dim.ts';
import { type Operator } from './operator.ts';
/** The extent of [start, end) in steps; never below 0. */
export declare function stretch(start: Dim, end: Dim, step: bigint): Dim;
export declare const slicing: readonly Operator[];
