/**
 * Attributes and extents in one form on both sides, so that another operator-set version, an explicit default or another
 * name for the same symbol does not read as a change.
 */
import type { Layer, Profile, WeightRef } from '../analysis/profile.ts';
import { type Dim, type Shape } from '../model/dim.ts';
import type { Attribute } from '../model/model.ts';
/** How one side's extents are written in the words of both. */
export type Extent = (d: Dim) => Dim;
/**
 * Head symbols in base's words: those at the same input and axis are the same, whatever each file calls them. Left alone
 * where that would make two symbols one.
 */
export declare function alignSymbols(base: Profile, head: Profile): Extent;
export declare function shapeKey(shape: Shape, extent: Extent): string;
/**
 * Attributes by name, as text, in normal form: defaults out, axes counted from the front, without what became an input in
 * some version. `direction` and `auto_pad` stay where they are not the default.
 */
export declare function attributesOf(layer: Layer, opset: bigint): ReadonlyMap<string, string>;
/** What of the attributes is not an extent: the same in a wider copy of the layer. */
export declare function styleOf(layer: Layer, attributes: ReadonlyMap<string, string>): string;
/** Parameters and statistics in order; where operands may be swapped, by shape. */
export declare function weightKeys(weights: readonly WeightRef[], swap: boolean): readonly string[];
export declare function attributeText(attribute: Attribute): string | undefined;
