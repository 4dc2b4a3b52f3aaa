/** What training adds to a graph: losses and optimizers. */
import { type Dim } from '../model/dim.ts';
import { type Operand, type Operator } from './operator.ts';
/** One loss for each target, or one for all. */
export declare function losses(target: Operand, reduction: string): readonly Dim[];
/** For each target a sign, a product with its weight, and an addition where they are summed; a mean divides once. */
export declare function lossWork(target: Operand, weight: Operand | undefined, reduction: string): Dim;
export declare const training: readonly Operator[];
