/**
 * What broadcasting takes for granted: `[batch, n] + [m, n]` runs only if batch and m are the same number, or one of
 * them is 1. And what Reshape does: `[batch, 96]` becomes `[1, 8, 12]` only where there are as many elements. Counts go
 * on with that; a reader is told.
 */
import { type Dim, equal, isKnown, isUnknown, keyOf, max, product } from '../model/dim.ts';
import { formatDim } from '../model/dim-text.ts';
import { nodeLabel } from '../model/model.ts';
import { type Problem, problem } from '../problem.ts';
import { type Step, shapeOf } from './step.ts';

/** Pairs that are listed; the rest is counted. */
const mostListed = 5;

/** NumPy's rule came with operator set 7; before it an attribute said which axes meet. */
const sinceOpset = 7n;

interface Pair {
  readonly node: string;
  readonly left: Dim;
  readonly right: Dim;
  readonly count: number;
}

type Meetings = readonly (readonly [Dim, Dim])[];

export function assumptionsIn(steps: readonly Step[]): readonly Problem[] {
  return [
    ...told(steps, meetings, 'shape/assumed', 'shape/assumptions'),
    ...told(steps, reshaped, 'shape/assumed-elements', 'shape/assumptions-elements'),
  ];
}

function told(
  steps: readonly Step[],
  pairsOf: (step: Step) => Meetings,
  one: 'shape/assumed' | 'shape/assumed-elements',
  rest: 'shape/assumptions' | 'shape/assumptions-elements',
): readonly Problem[] {
  const pairs = new Map<string, Pair>();
  // What meets in a step is a question of types.
  const known = new Map<Step['does'], Meetings>();
  const met = (step: Step): Meetings => {
    if (step.does.kind !== 'compute' || !step.does.shared) return pairsOf(step);
    const before = known.get(step.does) ?? pairsOf(step);
    known.set(step.does, before);
    return before;
  };
  for (const step of steps)
    for (const [left, right] of met(step)) {
      const key = [left, right].map(keyOf).sort().join(' ');
      const before = pairs.get(key);
      pairs.set(key, {
        ...(before ?? { node: nodeLabel(step.node), left, right }),
        count: (before?.count ?? 0) + 1,
      });
    }
  const all = [...pairs.values()];
  const listed = all
    .slice(0, mostListed)
    .map(({ node, left, right, count }) =>
      problem(one, { node, left: formatDim(left), right: formatDim(right), count }, { node }),
    );
  const more = all.length - listed.length;
  return more > 0 ? [...listed, problem(rest, { count: more })] : listed;
}

/** Extents of the inputs that meet on an axis and are not known to be equal. */
function meetings({ inputs, does }: Step): Meetings {
  if (does.kind !== 'compute' || does.operator.broadcasts === undefined || does.opset < sinceOpset) return [];
  const shapes: (readonly Dim[])[] = [];
  for (const value of inputs) {
    const shape = value === undefined ? undefined : shapeOf(value);
    if (shape === undefined || isUnknown(shape)) return [];
    shapes.push(does.operator.broadcasts === 'batch' ? shape.slice(0, -2) : shape);
  }
  if (shapes.every((s) => s.every(isKnown))) return [];
  const found: (readonly [Dim, Dim])[] = [];
  const rank = Math.max(...shapes.map((s) => s.length));
  for (let axis = -rank; axis < 0; axis++) {
    const [first, ...others] = shapes.map((s) => s.at(axis) ?? 1n).filter((d) => d !== 1n && !isUnknown(d));
    for (const d of others) if (first !== undefined && mayDiffer(first, d)) found.push([first, d]);
  }
  return found;
}

/** An extent is never below 0: `n - 1` and `max(n - 1, 0)`, as a Slice gives it, are the same of any tensor there is. */
function mayDiffer(a: Dim, b: Dim): boolean {
  return equal(a, b) === undefined && equal(max(a, 0n), max(b, 0n)) !== true;
}

/** Elements before and after a Reshape, where they are not known to be as many. */
function reshaped({ inputs, outputs, does }: Step): Meetings {
  if (does.kind !== 'compute' || does.operator.name !== 'Reshape') return [];
  const [from, to] = [inputs[0], outputs[0]].map((v) => (v === undefined ? undefined : shapeOf(v)));
  if (from === undefined || to === undefined || isUnknown(from) || isUnknown(to)) return [];
  if (from.every(isKnown) && to.every(isKnown)) return [];
  const [before, after] = [product(from), product(to)];
  return isUnknown(before) || isUnknown(after) || equal(before, after) !== undefined ? [] : [[before, after]];
}
