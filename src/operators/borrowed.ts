/** Operators that onnxruntime had in its own domain before, or beside, ONNX's: the same rules under another name. */
import { contribPage } from './activation.ts';
import { creation } from './creation.ts';
import { gathering } from './gathering.ts';
import { movement } from './movement.ts';
import type { Operator } from './operator.ts';
import { resampling } from './resampling.ts';

/** Its newest entry, in the other domain. */
function borrowed(name: string, from: readonly Operator[], changes: Partial<Operator> = {}): readonly Operator[] {
  const own = from.findLast((o) => o.name === name);
  return own === undefined
    ? []
    : [{ ...own, ...changes, domain: 'com.microsoft', revisions: [1], source: contribPage(name) }];
}

export const borrowedOperators: readonly Operator[] = [
  ...borrowed('GatherND', gathering),
  ...borrowed('GridSample', resampling),
  ...borrowed('Trilu', movement),
  ...borrowed('Pad', movement),
  ...borrowed('Range', creation),
];
