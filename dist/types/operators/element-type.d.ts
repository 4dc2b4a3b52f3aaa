/** What becomes of an element that is converted to another type. */
import { type Dim } from '../model/dim.ts';
import { type DType } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
/** An element converted; `undefined` where the conversion is not modelled (8-bit floats, text that is no number). */
export declare function converted(x: Scalar, to: DType): Scalar | undefined;
/** An exact integer, unknown where the type cannot hold it: what then happens is the machine's affair. */
export declare function fitting(x: Dim, to: DType): Dim;
/** The nearest number the type can hold, ties to even; `undefined` for types narrower than 16 bits. */
export declare function rounded(x: number, to: DType): number | undefined;
