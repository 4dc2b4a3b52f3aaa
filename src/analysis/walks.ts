/** Walks of one body compared, and what they leave open. */
import { type Dim, isUnknown, keyOf, type Shape } from '../model/dim.ts';
import { atTrip } from '../model/series.ts';
import type { Fact } from '../operators/operator.ts';
import type { Body, Step, Walker } from './step.ts';

/** Whether an extent of one walk is that of the other. */
export type Same = (d: Dim, other: Dim) => boolean;

const identical: Same = (d, other) => keyOf(d) === keyOf(other);

/** Whether two walks of the same nodes give tensors of the same extents and take the same branches. */
export function alike(one: readonly Step[], other: readonly Step[], same: Same = identical): boolean {
  return one.length === other.length && one.every((step, i) => alikeSteps(step, other[i] ?? step, same));
}

function alikeSteps(step: Step, other: Step, same: Same): boolean {
  const outputs = step.outputs.every((v, i) => alikeFacts(v?.fact, other.outputs[i]?.fact, same));
  if (!outputs || step.does.kind !== other.does.kind) return false;
  if (!('bodies' in step.does) || !('bodies' in other.does)) return true;
  const theirs = other.does.bodies;
  return (
    step.does.bodies.length === theirs.length &&
    step.does.bodies.every((body, i) => alikeBodies(body, theirs[i] ?? body, same))
  );
}

function alikeBodies(body: Body, other: Body, same: Same): boolean {
  if (body.never !== other.never || !alikeDims(body.trips, other.trips, same)) return false;
  if (other.trips === 0n) return true;
  const { index } = body;
  // Of one trip there is no numbering.
  if (index === undefined || other.index === index || other.trips !== 1n) return alike(body.steps, other.steps, same);
  return alike(body.steps, other.steps, (d, their) => same(atTrip(d, { index }, 0n), their));
}

function alikeFacts(fact: Fact | undefined, other: Fact | undefined, same: Same): boolean {
  if (fact === undefined || other === undefined) return fact === other;
  if (fact.kind === 'tensor' && other.kind === 'tensor') return alikeShapes(fact.shape, other.shape, same);
  if (fact.kind === 'sequence' && other.kind === 'sequence') {
    if (fact.length === undefined || other.length === undefined) return fact.length === other.length;
    return alikeDims(fact.length, other.length, same);
  }
  return fact.kind === other.kind;
}

/** What the first leaves open may be anything. */
function alikeShapes(shape: Shape, other: Shape, same: Same): boolean {
  if (isUnknown(shape)) return true;
  return !isUnknown(other) && shape.length === other.length && shape.every((d, i) => alikeDims(d, other[i] ?? d, same));
}

function alikeDims(d: Dim, other: Dim, same: Same): boolean {
  return isUnknown(d) || same(d, other);
}

/** Extents that are unknown, branches not decided, trips not counted. */
export function openIn(steps: readonly Step[], walker: Walker): number {
  let open = 0;
  for (const { outputs, does } of steps) {
    for (const value of outputs) if (value !== undefined) open += openOf(value.fact);
    if (!('bodies' in does)) continue;
    if (does.kind === 'if' && does.bodies.every((b) => b.never !== true)) open++;
    for (const body of does.bodies) {
      if (body.never === true) continue;
      open += openIn(body.steps, walker) + (walker.isOpen(body.trips) ? 1 : 0);
    }
  }
  return open;
}

/** Above any number of extents: not even the rank is known. */
const wholeShape = 8;

export function openOf(fact: Fact): number {
  switch (fact.kind) {
    case 'tensor':
      return isUnknown(fact.shape) ? wholeShape : fact.shape.filter(isUnknown).length;
    case 'sequence':
      return openOfSequence(fact);
    case 'optional':
      return openOf(fact.element);
    case 'map':
      return 0;
    case 'opaque':
      return wholeShape;
  }
}

function openOfSequence({ element, items, length }: Extract<Fact, { kind: 'sequence' }>): number {
  if (items !== undefined) return items.reduce((n, item) => n + openOf(item), 0);
  const ofLength = length === undefined || isUnknown(length) ? 1 : 0;
  return ofLength + (length === 0n ? 0 : openOf(element));
}

export function stepsIn(steps: readonly Step[]): number {
  let count = 0;
  for (const { does } of steps) {
    count++;
    if ('bodies' in does) for (const body of does.bodies) count += stepsIn(body.steps);
  }
  return count;
}
