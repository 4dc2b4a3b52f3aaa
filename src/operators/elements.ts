/** Small known tensors, element by element in row-major order: what value rules are made of. */
import { type Dim, isKnown, isUnknown, type Shape, unknown } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { Mismatch, type Operand } from './operator.ts';

/** A value with more elements is data, not a shape or a setting; nothing is inferred from it. */
export const maxElements = 1024;

/** A tensor whose extents and elements are all at hand. */
export interface Block {
  readonly extents: readonly number[];
  readonly elements: readonly Scalar[];
}

/** The operand with its elements, or `undefined` where they are not known. */
export function block(x: Operand): Block | undefined {
  const { value } = x;
  const shape = shapeOf(x);
  if (value === undefined || isUnknown(shape)) return undefined;
  const extents = plainExtents(shape);
  if (extents === undefined || extents.reduce((n, d) => n * d, 1) !== value.length) return undefined;
  return { extents, elements: value };
}

/** The shape without ending the rule when even the rank is unknown. */
export function shapeOf(x: Operand): Shape {
  return x.fact.kind === 'tensor' ? x.fact.shape : unknown(`\`${x.name}\` is not a tensor`);
}

/** Extents as plain numbers; `undefined` when one is symbolic, unknown or beyond what is counted by hand. */
export function plainExtents(shape: readonly Dim[]): readonly number[] | undefined {
  if (!shape.every((d) => isKnown(d) && d >= 0n && d <= 2n ** 31n)) return undefined;
  return shape.map(Number);
}

/**
 * The elements of a tensor of this shape, each by its index; `undefined` when the extents are not all known, the
 * tensor is larger than `maxElements`, or an element cannot be told.
 */
export function filled(
  shape: readonly Dim[],
  at: (index: readonly number[]) => Scalar | undefined,
): readonly Scalar[] | undefined {
  const extents = plainExtents(shape);
  if (extents === undefined) return undefined;
  const count = extents.reduce((n, d) => n * d, 1);
  if (count > maxElements) return undefined;
  const elements: Scalar[] = [];
  const index = extents.map(() => 0);
  for (let i = 0; i < count; i++) {
    const element = at(index);
    if (element === undefined) return undefined;
    elements.push(element);
    advance(index, extents);
  }
  return elements;
}

/** The element at an index; throws Mismatch outside the tensor. */
export function elementAt(x: Block, index: readonly number[]): Scalar {
  const element = x.elements[offset(x.extents, index)];
  if (element === undefined) throw new Mismatch(`index [${index.join(', ')}] is outside [${x.extents.join(', ')}]`);
  return element;
}

/** Position of an index in row-major order; −1 outside the tensor. */
export function offset(extents: readonly number[], index: readonly number[]): number {
  let position = 0;
  for (const [axis, extent] of extents.entries()) {
    const i = index[axis] ?? -1;
    if (i < 0 || i >= extent) return -1;
    position = position * extent + i;
  }
  return position;
}

/** The next index in row-major order; the last is followed by the first. */
export function advance(index: number[], extents: readonly number[]): void {
  for (let axis = index.length - 1; axis >= 0; axis--) {
    const next = (index[axis] ?? 0) + 1;
    index[axis] = next < (extents[axis] ?? 0) ? next : 0;
    if (next < (extents[axis] ?? 0)) return;
  }
}

/** Elements that are to be extents; of as many as there are `unknown` where they are not at hand, or no shape at all. */
export function extentsFrom(x: Operand): Shape {
  if (x.value !== undefined) return x.dims();
  const why = `the value of \`${x.name}\` decides, and it is not a constant`;
  const shape = shapeOf(x);
  const [count] = isUnknown(shape) ? [] : shape;
  if (count === undefined || !isKnown(count) || count < 0n || count > maxElements) return unknown(why);
  return Array.from({ length: Number(count) }, () => unknown(why));
}
