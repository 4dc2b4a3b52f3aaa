/** Whether two layers that look equal hold the same numbers, as far as a few hundred elements of each tensor tell. */
import type { Layer, WeightRef } from '../analysis/profile.ts';
import type { Model, Tensor } from '../model/model.ts';
import { type Sketch, sketchOf, storedTensors } from './sketch.ts';

/** `true` when sampled weights differ, `false` when all that could be compared agree or nothing could. */
export type ContentDiffers = (base: Layer, head: Layer) => boolean;

/** Another exporter folds and casts in another order: what differs by less than this much of the largest is the same. */
const rounding = 1e-3;

export function contentComparer(
  base: Model | undefined,
  head: Model | undefined,
  sameProducer: boolean,
): ContentDiffers {
  if (base === undefined || head === undefined) return () => false;
  const left = reader(storedTensors(base));
  const right = reader(storedTensors(head));
  const tolerance = sameProducer ? 0 : rounding;
  return (a, b) => {
    const [mine, yours] = [comparable(a), comparable(b)];
    return mine.some((weight, at) => {
      const other = yours[at];
      if (other === undefined || weight.dtype !== other.dtype || weight.shape.join() !== other.shape.join())
        return false;
      const [x, y] = [left(weight.name), right(other.name)];
      return x !== undefined && y !== undefined && differs(x, y, tolerance);
    });
  };
}

/** Trained numbers in order of their input; the order of swapped operands does not matter for one weight. */
function comparable(layer: Layer): readonly WeightRef[] {
  return layer.weights.filter((w) => w.role === 'parameter' || w.role === 'buffer');
}

function reader(tensors: ReadonlyMap<string, Tensor>): (name: string) => Sketch | undefined {
  const known = new Map<string, Sketch | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    const tensor = tensors.get(name);
    const sketch = tensor === undefined ? undefined : sketchOf(tensor);
    known.set(name, sketch);
    return sketch;
  };
}

function differs(a: Sketch, b: Sketch, tolerance: number): boolean {
  const largest = tolerance === 0 ? 0 : a.values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return a.values.some(
    (v, at) => !Object.is(v, b.values[at]) && !(Math.abs(v - (b.values[at] ?? 0)) <= tolerance * largest),
  );
}
