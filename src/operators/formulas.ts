/** Arithmetic that many operators share: broadcasting, axes, element counts. */
import { type Dim, equal, isKnown, isUnknown, max, type Shape, sizeOf } from '../model/dim.ts';
import { formatDim, formatShape } from '../model/dim-text.ts';
import { Mismatch, Operand, type Work } from './operator.ts';

/** Elements of a value: 1 for a scalar. */
export function size(x: Operand | Shape): Dim {
  return sizeOf(x instanceof Operand ? x.shape : x);
}

/**
 * The common shape under NumPy's rule, https://numpy.org/doc/stable/user/basics.broadcasting.html. Broadcasting
 * *asserts* that extents agree, so a known extent above 1 wins over a symbol or an unknown one; two different symbols
 * give their maximum. Throws Mismatch where two known extents contradict one another.
 */
export function broadcast(...shapes: readonly (readonly Dim[])[]): readonly Dim[] {
  return shapes.reduce((left, right) => {
    const rank = Math.max(left.length, right.length);
    const result: Dim[] = [];
    for (let i = -rank; i < 0; i++) {
      const d = broadcastDim(left.at(i) ?? 1n, right.at(i) ?? 1n, () => [left, right]);
      result.push(d);
    }
    return result;
  }, []);
}

function broadcastDim(a: Dim, b: Dim, shapes: () => readonly (readonly Dim[])[]): Dim {
  if (a === 1n) return b;
  if (b === 1n) return a;
  if (isKnown(a) && isKnown(b)) {
    if (a === b) return a;
    const [left, right] = shapes();
    throw new Mismatch(
      `${formatShape(left ?? [])} and ${formatShape(right ?? [])} do not broadcast (${a} against ${b})`,
    );
  }
  if (isKnown(a)) return a;
  if (isKnown(b)) return b;
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  return max(a, b);
}

/** The same of operands, the absent left out. */
export function broadcastOf(...operands: readonly (Operand | undefined)[]): readonly Dim[] {
  return broadcast(...operands.flatMap((x) => (x === undefined ? [] : [x.shape])));
}

/** An axis counted from the front, from one that may count from the end. Throws Mismatch when there is none such. */
export function axisOf(axis: bigint, rank: number): number {
  const n = axis < 0n ? axis + BigInt(rank) : axis;
  if (n < 0n || n >= BigInt(rank)) throw new Mismatch(`axis ${axis} is asked of a tensor with ${rank} axes`);
  return Number(n);
}

/** Throws Mismatch when two extents that must agree are known not to. */
export function assertEqual(a: Dim, b: Dim, message: (a: string, b: string) => string): void {
  if (equal(a, b) === false) throw new Mismatch(message(formatDim(a), formatDim(b)));
}

/** Of two extents that must agree, the one that says more. */
export function agreed(a: Dim, b: Dim, message: (a: string, b: string) => string): Dim {
  assertEqual(a, b, message);
  if (isKnown(a)) return a;
  return isKnown(b) || isUnknown(a) ? b : a;
}

/** Throws Mismatch unless the operand has this many axes. */
export function assertRank(x: Operand, ...ranks: readonly number[]): void {
  if (!ranks.includes(x.rank))
    throw new Mismatch(`\`${x.name}\` has ${x.rank} axes ${formatShape(x.shape)}; ${ranks.join(' or ')} expected`);
}

/** Work without multiply-accumulates. */
export function other(operations: Dim): Work {
  return { macs: 0n, other: operations };
}

/** An integer attribute as a plain number; throws Mismatch outside `least` … `most`, which bounds what it may drive. */
export function bounded(n: bigint, what: string, least: number, most: number): number {
  if (n < BigInt(least) || n > BigInt(most)) throw new Mismatch(`${what} is ${n}; ${least} to ${most} expected`);
  return Number(n);
}
