/** Stored masks of attention: what is added to scores so that softmax leaves some out. */
import type { Tensor } from '../model/model.ts';
/**
 * Whether a tensor holds nothing but 0 and numbers that hide, as far as it was read; no training leaves that behind.
 * All zeros are no mask: a bias may not have been trained yet. `false` where its elements are not at hand.
 */
export declare function isMask(tensor: Tensor): boolean;
