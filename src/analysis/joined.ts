/** What holds of a value that may be one of several: of either branch, of every trip. */
import { isUnknown, keyOf, type Shape, unknown } from '../model/dim.ts';
import type { Fact } from '../operators/operator.ts';
import { unknownFact } from './step.ts';

export function givenUp(fact: Fact, why: string): Fact {
  return fact.kind === 'tensor' ? { kind: 'tensor', dtype: fact.dtype, shape: unknown(why) } : unknownFact(why);
}

export function valueless(fact: Fact): Fact {
  if (fact.kind === 'sequence') return { kind: 'sequence', element: fact.element };
  return fact.kind === 'tensor' ? { kind: 'tensor', dtype: fact.dtype, shape: fact.shape } : fact;
}

/** What holds of both. */
export function join(a: Fact, b: Fact, why: string): Fact {
  if (a.kind === 'tensor' && b.kind === 'tensor')
    return { kind: 'tensor', dtype: a.dtype === b.dtype ? a.dtype : null, shape: joinShapes(a.shape, b.shape, why) };
  if ((a.kind === 'sequence' || a.kind === 'optional') && b.kind === a.kind)
    return { kind: a.kind, element: join(a.element, b.element, why) };
  if (a.kind === 'map' && b.kind === 'map') return a;
  return unknownFact(why);
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
