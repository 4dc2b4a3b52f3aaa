/** Which nodes compute nothing of their own: constants, what hands its input on, and what nothing else reads. */
import type { Layer, Profile } from '../analysis/profile.ts';
import type { Shape } from '../model/dim.ts';
import { isUnknown, keyOf } from '../model/dim.ts';
import { isNeverConstant, isTransparent, mayDoNothing } from './classes.ts';
import { isCall } from './frames.ts';
import { absent, stored, topological, type Used, type Values } from './values.ts';
import { isLearnt, looksUp } from './weights.ts';

export interface Folds {
  /** Positions in `main` in a topological order. */
  readonly order: Int32Array;
  readonly isFolded: Uint8Array;
  /** By position: the value a folded layer hands on; `stored` where it hands on none. */
  readonly through: Int32Array;
}

export function fold(profile: Profile, main: readonly Layer[], used: Used, values: Values): Folds {
  const order = topological(main.length, used, values);
  const isFolded = new Uint8Array(main.length);
  const through = new Int32Array(main.length).fill(stored);
  const isConstant = new Uint8Array(values.producer.length);
  const isResult = new Uint8Array(main.length);
  for (const { name } of profile.outputs) {
    const producer = values.producer[values.idOf.get(name) ?? stored];
    if (producer !== undefined) isResult[producer] = 1;
  }
  /** First value of each layer. */
  const first = new Int32Array(main.length);
  for (let at = 1; at < main.length; at++) first[at] = (first[at - 1] ?? 0) + (main[at - 1]?.outputs.length ?? 0);
  for (const at of order) {
    const layer = main[at];
    if (layer === undefined) continue;
    if (isCall(layer)) {
      isFolded[at] = 1;
      continue;
    }
    let isFixed = !isNeverConstant(layer.op);
    const end = used.start[at + 1] ?? 0;
    for (let e = used.start[at] ?? 0; isFixed && e < end; e++) {
      const value = used.value[e] ?? stored;
      isFixed = value < 0 ? value === absent || value === stored : isConstant[value] === 1;
    }
    const from = first[at] ?? 0;
    if (isFixed) isConstant.fill(1, from, from + layer.outputs.length);
    if (isResult[at] === 1) continue;
    if (isFixed && layer.macs === 0n && holdsNothing(layer)) isFolded[at] = 1;
    else if (mayHandOn(layer.op)) {
      const value = values.idOf.get(layer.inputs[0] ?? '') ?? stored;
      const fact =
        value >= 0
          ? main[values.producer[value] ?? -1]?.outputs[values.output[value] ?? 0]
          : profile.inputs[-value - 1];
      if (!handsOn(layer, fact ?? layer.weights.find((w) => w.input === 0))) continue;
      isFolded[at] = 1;
      through[at] = value;
    }
  }
  foldUseless(main, order, used, values, isFolded, isResult, through);
  return { order, isFolded, through };
}

/**
 * Folds in turn what nothing but folded layers read, and these not to hand it on: the extents computed for an Expand that
 * expands nothing. Kept, such layers would be told apart by nothing that comes after them.
 */
function foldUseless(
  main: readonly Layer[],
  order: Int32Array,
  used: Used,
  values: Values,
  isFolded: Uint8Array,
  isResult: Uint8Array,
  through: Int32Array,
): void {
  const isRead = new Uint8Array(main.length);
  const isNeeded = Uint8Array.from(isResult);
  for (let slot = order.length - 1; slot >= 0; slot--) {
    const at = order[slot] ?? 0;
    const layer = main[at];
    if (layer === undefined) continue;
    if (isFolded[at] === 0) {
      const isUseless = isRead[at] === 1 && isNeeded[at] === 0 && layer.dead !== true;
      if (isUseless && layer.macs === 0n && holdsNothing(layer)) isFolded[at] = 1;
      else isNeeded[at] = 1;
    }
    for (let e = used.start[at] ?? 0; e < (used.start[at + 1] ?? 0); e++) {
      const value = used.value[e] ?? stored;
      if (value < 0) continue;
      const producer = values.producer[value] ?? 0;
      isRead[producer] = 1;
      if (isNeeded[at] === 1 && (isFolded[at] === 0 || through[at] === value)) isNeeded[producer] = 1;
    }
  }
}

interface Fact {
  readonly dtype: string | null;
  readonly shape: Shape;
}

/** A lookup in a stored table is a layer, even where its result is a constant; weights are only handed on by the others. */
function holdsNothing(layer: Layer): boolean {
  if (isTransparent(layer.op) || mayDoNothing(layer.op)) return true;
  return layer.weights.every((w) => w.role !== 'parameter' && !(isLearnt(w) && looksUp(layer)));
}

function mayHandOn(op: string): boolean {
  return isTransparent(op) || mayDoNothing(op);
}

/** Whether the layer's first output is its first input. */
function handsOn(layer: Layer, from: Fact | undefined): boolean {
  if (from === undefined) return false;
  if (isTransparent(layer.op)) return true;
  const [to] = layer.outputs;
  if (to === undefined || to.dtype === null || to.dtype !== from.dtype) return false;
  if (layer.op === 'Transpose' && !isIdentityPermutation(layer)) return false;
  if (isUnknown(to.shape) || isUnknown(from.shape) || to.shape.length !== from.shape.length) return false;
  const before = from.shape;
  return to.shape.every((d, axis) => {
    const other = before[axis];
    return other !== undefined && !isUnknown(d) && keyOf(d) === keyOf(other);
  });
}

function isIdentityPermutation(layer: Layer): boolean {
  const perm = layer.attributes.get('perm');
  return perm?.kind === 'ints' && perm.value.every((axis, at) => axis === BigInt(at));
}
