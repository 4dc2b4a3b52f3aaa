/** Which axes an operator works on. */
import { axisOf } from './formulas.ts';
import { Mismatch } from './operator.ts';

/** Axes counted from the front. Throws Mismatch when one is named twice or is none of the tensor's. */
export function axesOf(axes: readonly bigint[], rank: number): readonly number[] {
  const counted = axes.map((a) => axisOf(a, rank));
  if (new Set(counted).size !== counted.length) throw new Mismatch(`axes [${axes.join(', ')}] name one axis twice`);
  return counted;
}

/** More axes than any tensor has; bounds what a hostile shape can make us build. */
export const maxRank = 1024;
