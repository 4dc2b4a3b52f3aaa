/** Which stored tensors of a layer are its weights, as far as comparing goes. */
import type { Layer, WeightRef } from '../analysis/profile.ts';
import { looksTrained } from '../analysis/roles.ts';
import { operatorClass } from './classes.ts';

/** The biggest parameter a layer multiplies with or looks up. */
export function mainWeight(layer: Layer): WeightRef | undefined {
  let best: WeightRef | undefined;
  let size = -1n;
  for (const w of layer.weights) {
    if (w.role !== 'parameter') continue;
    if (best === undefined) {
      best = w;
      continue;
    }
    if (size < 0n) size = elements(best.shape);
    const count = elements(w.shape);
    if (count > size) [best, size] = [w, count];
  }
  return best;
}

/**
 * A bias spelled as a Constant node counts as a constant, and as a parameter when it is an initializer: to a comparison
 * they are the same.
 */
export function isLearnt({ role, dtype, shape }: WeightRef): boolean {
  if (role === 'parameter' || role === 'buffer') return true;
  return role === 'constant' && looksTrained(dtype, elements(shape));
}

/** Whether the layer looks rows up in a stored table; the table of a quantized file may be of integers. */
export function looksUp(layer: Layer): boolean {
  if (operatorClass(layer.op) !== 'gather') return false;
  return layer.weights.some((w) => w.role === 'parameter' || (w.input === 0 && w.shape.length > 1));
}

function elements(shape: readonly bigint[]): bigint {
  return shape.reduce((n, d) => n * d, 1n);
}
