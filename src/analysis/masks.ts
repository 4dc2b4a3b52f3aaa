/** Stored masks of attention: what is added to scores so that softmax leaves some out. */
import type { Tensor } from '../model/model.ts';

/** Added to a score, this or less leaves nothing of it: Swin masks with −100, others with −10⁴, −10⁹ or the least number there is. */
const hides = -100;

/** Most tensors end at the first of these. */
const firstLook = 16;

/** Of a large tensor this many elements are read, spread over it. */
const samples = 1024;

/**
 * Whether a tensor holds nothing but 0 and numbers that hide, as far as it was read; no training leaves that behind.
 * All zeros are no mask: a bias may not have been trained yet. `false` where its elements are not at hand.
 */
export function isMask(tensor: Tensor): boolean {
  const count = Number(tensor.elementCount);
  if (count < 2 || !(tensor.dtype.startsWith('float') || tensor.dtype === 'bfloat16')) return false;
  const first = tensor.elements(0, Math.min(count, firstLook));
  if (first === undefined || first.length === 0 || !first.every(hidesOrPasses)) return false;
  // An odd step meets every column of a matrix of even width.
  const step = Math.max(1, Math.floor(count / samples)) | 1;
  let hidden = false;
  for (let at = 0; at < count; at += step) {
    const [element] = tensor.elements(at, at + 1) ?? [];
    if (!hidesOrPasses(element)) return false;
    hidden ||= element !== 0;
  }
  return hidden;
}

function hidesOrPasses(element: unknown): boolean {
  return typeof element === 'number' && (element === 0 || element <= hides);
}
