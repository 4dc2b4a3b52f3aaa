/** What holds of a value that may be one of several: of either branch, of every trip. */
import { equal, isUnknown, keyOf, type Shape, unknown } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import type { Fact } from '../operators/operator.ts';
import { unknownFact } from './step.ts';

type Sequence = Extract<Fact, { kind: 'sequence' }>;
type Tensor = Extract<Fact, { kind: 'tensor' }>;

export function givenUp(fact: Fact, why: string): Fact {
  return fact.kind === 'tensor' ? { kind: 'tensor', dtype: fact.dtype, shape: unknown(why) } : unknownFact(why);
}

export function valueless(fact: Fact): Fact {
  if (fact.kind === 'sequence') return { kind: 'sequence', element: fact.element };
  return fact.kind === 'tensor' ? { kind: 'tensor', dtype: fact.dtype, shape: fact.shape } : fact;
}

/** What holds of both. */
export function join(a: Fact, b: Fact, why: string): Fact {
  if (a.kind === 'tensor' && b.kind === 'tensor') {
    const shape = joinShapes(a.shape, b.shape, why);
    const isWhole = !isUnknown(shape) && !shape.some(isUnknown);
    const value = isWhole ? joinValues(a.value, b.value) : undefined;
    return {
      kind: 'tensor',
      dtype: a.dtype === b.dtype ? a.dtype : null,
      shape,
      ...(value !== undefined && { value }),
    };
  }
  if (a.kind === 'sequence' && b.kind === 'sequence') return joinSequences(a, b, why);
  if (a.kind === 'optional' && b.kind === 'optional') {
    const element = a.present === false ? b.element : b.present === false ? a.element : join(a.element, b.element, why);
    const agreed = a.present !== undefined && a.present === b.present;
    return { kind: 'optional', element, ...(agreed && { present: a.present }) };
  }
  if (a.kind === 'map' && b.kind === 'map') return a;
  return unknownFact(why);
}

function joinSequences(a: Sequence, b: Sequence, why: string): Fact {
  // An empty one has items of no kind.
  const element = a.length === 0n ? b.element : b.length === 0n ? a.element : join(a.element, b.element, why);
  const { length } = a;
  const agreed = length !== undefined && b.length !== undefined && equal(length, b.length) === true;
  return { kind: 'sequence', element, ...(agreed && { length }) };
}

/** The elements, where both have the very same. */
function joinValues(a: Tensor['value'], b: Tensor['value']): Tensor['value'] {
  if (a === undefined || b === undefined || a.length !== b.length) return undefined;
  return a.every((x, i) => sameScalar(x, b[i])) ? a : undefined;
}

function sameScalar(x: Scalar, y: Scalar | undefined): boolean {
  if (typeof x !== 'object' || typeof y !== 'object') return x === y;
  return !isUnknown(x) && keyOf(x) === keyOf(y);
}

function joinShapes(a: Shape, b: Shape, why: string): Shape {
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (a.length !== b.length) return unknown(why);
  return a.map((d, i) => {
    const other = b[i] ?? d;
    if (isUnknown(d)) return d;
    if (isUnknown(other)) return other;
    return keyOf(d) === keyOf(other) ? d : unknown(why);
  });
}

/** As far as the fixpoint goes: kinds, element types and shapes; two unknown extents are alike. */
export function same(a: Fact, b: Fact | undefined): boolean {
  if (b === undefined || a.kind !== b.kind) return false;
  if (a.kind === 'tensor' && b.kind === 'tensor') return a.dtype === b.dtype && shapeKey(a.shape) === shapeKey(b.shape);
  if ((a.kind === 'sequence' || a.kind === 'optional') && (b.kind === 'sequence' || b.kind === 'optional'))
    return same(a.element, b.element);
  return true;
}

function shapeKey(shape: Shape): string {
  return isUnknown(shape) ? '?' : shape.map(keyOf).join(',');
}
