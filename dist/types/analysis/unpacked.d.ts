import { type DType } from '../model/dtype.ts';
import type { Step, Value } from './step.ts';
/** Integers of a byte or less: quantized weights, where they are many. */
export declare function isPacked(dtype: DType | null): boolean;
/**
 * Constants in floating point that were made of stored bytes, and the scales that DynamicQuantizeLinear finds.
 * Recursion is over nesting only.
 */
export declare function unpackedIn(steps: readonly Step[]): ReadonlySet<Value>;
/**
 * Whether an input of a step is a scale or a zero point of the unpacked weight beside it, or the scale of a weight
 * times that of what it is multiplied with: what MatMulInteger and ConvInteger give is made real with their product.
 */
export declare function quantizes(input: Value, { node, inputs, outputs }: Step, found: ReadonlySet<Value>): boolean;
