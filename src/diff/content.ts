/** Whether two layers that look equal hold the same numbers, as far as a few hundred elements of each tensor tell. */
import type { Layer, WeightRef } from '../analysis/profile.ts';
import type { Sketch, Sketches } from './sketch.ts';

/** `true` when sampled weights differ, `false` when all that could be compared agree or nothing could. */
export type ContentDiffers = (base: Layer, head: Layer) => boolean;

/** Another exporter folds and casts in another order: what differs by less than this much of the largest is the same. */
const rounding = 1e-3;

export function contentComparer(
  left: Sketches | undefined,
  right: Sketches | undefined,
  sameProducer: boolean,
): ContentDiffers {
  if (left === undefined || right === undefined) return () => false;
  const tolerance = sameProducer ? 0 : rounding;
  return (a, b) => {
    if (a.weights.length === 0) return false;
    const [mine, yours] = [comparable(a), comparable(b)];
    return mine.some((weight, at) => {
      const other = yours[at];
      if (other === undefined || weight.dtype !== other.dtype) return false;
      if (weight.shape.length !== other.shape.length || weight.shape.some((d, axis) => d !== other.shape[axis]))
        return false;
      const x = left(weight.name);
      if (x === undefined) return false;
      const y = right(other.name);
      return y !== undefined && differs(x, y, tolerance);
    });
  };
}

/** Trained numbers in order of their input; the order of swapped operands does not matter for one weight. */
function comparable(layer: Layer): readonly WeightRef[] {
  return layer.weights.filter((w) => w.role === 'parameter' || w.role === 'buffer');
}

function differs(a: Sketch, b: Sketch, tolerance: number): boolean {
  const largest = tolerance === 0 ? 0 : a.values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return a.values.some(
    (v, at) => !Object.is(v, b.values[at]) && !(Math.abs(v - (b.values[at] ?? 0)) <= tolerance * largest),
  );
}
