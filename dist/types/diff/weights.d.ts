/** Which stored tensors of a layer are its weights, as far as comparing goes. */
import type { Layer, WeightRef } from '../analysis/profile.ts';
/** The biggest parameter a layer multiplies with or looks up. */
export declare function mainWeight(layer: Layer): WeightRef | undefined;
/**
 * A bias spelled as a Constant node counts as a constant, and as a parameter when it is an initializer: to a comparison
 * they are the same.
 */
export declare function isLearnt({ role, dtype, shape }: WeightRef): boolean;
/** Whether the layer looks rows up in a stored table; the table of a quantized file may be of integers. */
export declare function looksUp(layer: Layer): boolean;
