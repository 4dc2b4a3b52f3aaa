/** How a carried value changes from trip to trip: facts whose extents and integers are expressions in the trip's number. */
import { add, type Dim, isUnknown, keyOf, type Shape, sub, symbol, unknown } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import { atTrip, dependsOn, type Series, total, within, withoutWholes } from '../model/series.ts';
import type { Fact } from '../operators/operator.ts';
import { join, same } from './joined.ts';
import { makeValue, type Step, unknownFact } from './step.ts';

type Tensor = Extract<Fact, { kind: 'tensor' }>;
type Sequence = Extract<Fact, { kind: 'sequence' }>;

/** More integers than this are data: no loop counts with them. */
const mostCounted = 64;

/** A value as a loop begins with it: integers that may count are kept, and of a sequence its length. */
export function beginning(fact: Fact): Fact {
  if (fact.kind === 'sequence') {
    const { element, length } = fact;
    return { kind: 'sequence', element, ...(length !== undefined && { length }) };
  }
  if (fact.kind !== 'tensor') return fact;
  const { dtype, shape } = fact;
  return withValue(dtype, shape, mayCount(fact) ? fact.value : undefined);
}

/** Whether its elements are few integers, and known. */
export function mayCount(fact: Fact): boolean {
  if (fact.kind !== 'tensor' || isUnknown(fact.shape) || fact.dtype === null || !counts.has(fact.dtype)) return false;
  return fact.value !== undefined && fact.value.length <= mostCounted;
}

const counts: ReadonlySet<DType> = new Set(['int64', 'int32', 'bool', 'int16', 'int8', 'uint8']);

/** The fact in one trip. */
export function factAt(fact: Fact, series: Pick<Series, 'index'>, trip: Dim): Fact {
  return mapDims(fact, (d) => atTrip(d, series, trip));
}

/** Its expressions as far as the trips go. */
export function factWithin(fact: Fact, series: Series): Fact {
  return mapDims(fact, (d) => within(d, series));
}

/** A step inside a loop whose trips are numbered. */
export function stepWithin(step: Step, within: (d: Dim) => Dim): Step {
  if (step.does.kind !== 'compute') return step;
  let changed = false;
  const noted = (d: Dim): Dim => {
    const plain = within(d);
    if (plain !== d) changed = true;
    return plain;
  };
  const facts = step.outputs.map((v) => v && mapDims(v.fact, noted));
  if (!changed) return step;
  const outputs = step.outputs.map((v, i) => {
    const fact = facts[i];
    return v === undefined || fact === undefined ? undefined : makeValue(v.name, fact, v.constant);
  });
  return { ...step, outputs };
}

/**
 * The value at the start of every trip, if each trip adds to it what one makes of `during`: whoever asks must find out
 * whether it does (`continues`). `met` are symbols that may be another number in each trip.
 */
export function trend(
  start: Fact,
  during: Fact,
  after: Fact,
  series: Series,
  met: ReadonlySet<string>,
  why: string,
): Fact {
  const growth = (d0: Dim, d: Dim, d1: Dim): Dim => {
    if ([d0, d, d1].some(isUnknown)) return unknown(why);
    const grown = sub(d1, d);
    if (grown === 0n && d === d0) return d0;
    if ([...met].some((name) => dependsOn(grown, { ...series, index: name }))) return unknown(why);
    return add(d0, total(grown, { index: series.index, trips: symbol(series.index) }));
  };
  if (start.kind === 'tensor' && during.kind === 'tensor' && after.kind === 'tensor') {
    const shape = shapeTrend(start.shape, during.shape, after.shape, growth, why);
    const dtype = during.dtype === after.dtype ? after.dtype : null;
    return withValue(dtype, shape, valueTrend(start, during, after, growth));
  }
  if (start.kind === 'sequence' && during.kind === 'sequence' && after.kind === 'sequence') {
    const element = elementTrend(start, during, after, series, why);
    const lengths = [start.length, during.length, after.length] as const;
    const [l0, l, l1] = lengths;
    if (l0 === undefined || l === undefined || l1 === undefined) return { kind: 'sequence', element };
    return { kind: 'sequence', element, length: growth(l0, l, l1) };
  }
  return join(during, after, why);
}

function shapeTrend(
  start: Shape,
  during: Shape,
  after: Shape,
  growth: (d0: Dim, d: Dim, d1: Dim) => Dim,
  why: string,
): Shape {
  if (isUnknown(start) || isUnknown(during) || isUnknown(after)) return unknown(why);
  if (start.length !== during.length || during.length !== after.length) return unknown(why);
  return start.map((d0, i) => growth(d0, during[i] ?? d0, after[i] ?? d0));
}

function valueTrend(
  start: Tensor,
  during: Tensor,
  after: Tensor,
  growth: (d0: Dim, d: Dim, d1: Dim) => Dim,
): readonly Scalar[] | undefined {
  if (start.value === undefined || during.value === undefined || after.value === undefined) return undefined;
  const [from, at, to] = [dimsOf(start.value), dimsOf(during.value), dimsOf(after.value)];
  if (from === undefined || at === undefined || to === undefined) return undefined;
  if (from.length !== at.length || at.length !== to.length) return undefined;
  return from.map((d0, i) => growth(d0, at[i] ?? d0, to[i] ?? d0));
}

function dimsOf(value: readonly Scalar[]): readonly Dim[] | undefined {
  const dims = value.flatMap((x) => (typeof x === 'number' || typeof x === 'string' ? [] : [x]));
  return dims.length === value.length && dims.length <= mostCounted ? dims : undefined;
}

/** An empty sequence has items of no kind: what is put in says. Items that are others in each trip have that in common. */
function elementTrend(start: Sequence, during: Sequence, after: Sequence, series: Series, why: string): Fact {
  const first = start.length === 0n && during.length === 0n;
  const joined = first ? after.element : join(during.element, after.element, why);
  return mapDims(withoutValue(joined), (d) => (dependsOn(d, series) ? unknown(why) : d));
}

/** Whether a trip that begins with the value ends with what the next one is said to begin with. Unknown parts say nothing. */
export function continues(value: Fact, after: Fact, series: Series): boolean {
  const next = factAt(value, series, add(symbol(series.index), 1n));
  if (next.kind === 'tensor' && after.kind === 'tensor') {
    if (next.dtype !== null && next.dtype !== after.dtype) return false;
    return shapeContinues(next.shape, after.shape) && valueContinues(next.value, after.value);
  }
  if (next.kind === 'sequence' && after.kind === 'sequence') {
    if (!same(join(next.element, after.element, ''), next.element)) return false;
    return next.length === undefined || (after.length !== undefined && agrees(next.length, after.length));
  }
  return next.kind === after.kind && same(join(next, after, ''), next);
}

function shapeContinues(next: Shape, after: Shape): boolean {
  if (isUnknown(next)) return true;
  if (isUnknown(after)) return false;
  return next.length === after.length && next.every((d, i) => agrees(d, after[i] ?? d));
}

function valueContinues(next: Tensor['value'], after: Tensor['value']): boolean {
  if (next === undefined) return true;
  const [said, found] = [dimsOf(next), after && dimsOf(after)];
  if (said === undefined || found === undefined) return false;
  return said.length === found.length && said.every((d, i) => agrees(d, found[i] ?? d));
}

function agrees(said: Dim, found: Dim): boolean {
  if (isUnknown(said)) return true;
  if (isUnknown(found)) return false;
  return keyOf(said) === keyOf(found) || withoutWholes(sub(said, found)) === 0n;
}

/** Where the two differ, nothing is said any more. */
export function onlyWhatContinues(value: Fact, after: Fact, series: Series, why: string): Fact {
  if (continues(value, after, series)) return value;
  if (value.kind === 'tensor' && after.kind === 'tensor') {
    const next = factAt(value, series, add(symbol(series.index), 1n));
    const shape = next.kind === 'tensor' ? weakerShape(value.shape, next.shape, after.shape, why) : unknown(why);
    const dtype = value.dtype === after.dtype ? value.dtype : null;
    const kept = next.kind === 'tensor' && valueContinues(next.value, after.value);
    return withValue(dtype, shape, kept ? value.value : undefined);
  }
  if (value.kind === 'sequence' && after.kind === 'sequence') {
    const element = join(value.element, after.element, why);
    const next = value.length && atTrip(value.length, series, add(symbol(series.index), 1n));
    const kept = next !== undefined && after.length !== undefined && agrees(next, after.length);
    return { kind: 'sequence', element, ...(kept && value.length !== undefined && { length: value.length }) };
  }
  return value.kind === after.kind ? join(value, after, why) : unknownFact(why);
}

function weakerShape(shape: Shape, next: Shape, after: Shape, why: string): Shape {
  if (isUnknown(shape) || isUnknown(next) || isUnknown(after) || next.length !== after.length) return unknown(why);
  return shape.map((d, i) => (agrees(next[i] ?? d, after[i] ?? d) ? d : unknown(why)));
}

function withValue(dtype: DType | null, shape: Shape, value: readonly Scalar[] | undefined): Fact {
  return { kind: 'tensor', dtype, shape, ...(value !== undefined && { value }) };
}

function withoutValue(fact: Fact): Fact {
  return fact.kind === 'tensor' ? withValue(fact.dtype, fact.shape, undefined) : fact;
}

/** Recursion is over the nesting of types, which the reader bounds. */
export function mapDims(fact: Fact, change: (d: Dim) => Dim): Fact {
  switch (fact.kind) {
    case 'tensor': {
      const shape = isUnknown(fact.shape) ? fact.shape : fact.shape.map(change);
      const value = fact.value?.map((x) => (typeof x === 'number' || typeof x === 'string' ? x : change(x)));
      return withValue(fact.dtype, shape, value);
    }
    case 'sequence':
      return {
        kind: 'sequence',
        element: mapDims(fact.element, change),
        ...(fact.length !== undefined && { length: change(fact.length) }),
        ...(fact.items !== undefined && { items: fact.items.map((item) => mapDims(item, change)) }),
      };
    case 'optional':
      return { ...fact, element: mapDims(fact.element, change) };
    case 'map':
    case 'opaque':
      return fact;
  }
}
