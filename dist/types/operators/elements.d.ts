/** Small known tensors, element by element in row-major order: what value rules are made of. */
import { type Dim, type Shape } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { type Operand } from './operator.ts';
/** A value with more elements is data, not a shape or a setting; nothing is inferred from it. */
export declare const maxElements = 1024;
/** A tensor whose extents and elements are all at hand. */
export interface Block {
    readonly extents: readonly number[];
    readonly elements: readonly Scalar[];
}
/** The operand with its elements, or `undefined` where they are not known. */
export declare function block(x: Operand): Block | undefined;
/** The shape without ending the rule when even the rank is unknown. */
export declare function shapeOf(x: Operand): Shape;
/** Extents as plain numbers; `undefined` when one is symbolic, unknown or beyond what is counted by hand. */
export declare function plainExtents(shape: readonly Dim[]): readonly number[] | undefined;
/**
 * The elements of a tensor of this shape, each by its index; `undefined` when the extents are not all known, the
 * tensor is larger than `maxElements`, or an element cannot be told.
 */
export declare function filled(shape: readonly Dim[], at: (index: readonly number[]) => Scalar | undefined): readonly Scalar[] | undefined;
/** The element at an index; throws Mismatch outside the tensor. */
export declare function elementAt(x: Block, index: readonly number[]): Scalar;
/** Position of an index in row-major order; −1 outside the tensor. */
export declare function offset(extents: readonly number[], index: readonly number[]): number;
/** The next index in row-major order; the last is followed by the first. */
export declare function advance(index: number[], extents: readonly number[]): void;
/** Elements that are to be extents; of as many as there are `unknown` where they are not at hand, or no shape at all. */
export declare function extentsFrom(x: Operand): Shape;
