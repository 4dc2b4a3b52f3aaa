/** Walks of one body compared, and what they leave open. */
import { type Dim } from '../model/dim.ts';
import type { Fact } from '../operators/operator.ts';
import type { Step, Walker } from './step.ts';
/** Whether an extent of one walk is that of the other. */
export type Same = (d: Dim, other: Dim) => boolean;
/** Whether two walks of the same nodes give tensors of the same extents and take the same branches. */
export declare function alike(one: readonly Step[], other: readonly Step[], same?: Same): boolean;
/** Extents that are unknown, branches not decided, trips not counted. */
export declare function openIn(steps: readonly Step[], walker: Walker): number;
export declare function openOf(fact: Fact): number;
export declare function stepsIn(steps: readonly Step[]): number;
