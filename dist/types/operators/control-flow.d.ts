/**
 * Operators that run graphs they hold. The rules here only name inputs, outputs and attributes; what the bodies give
 * and cost, `analysis/control.ts` knows.
 */
import { type Operator } from './operator.ts';
export declare const controlFlow: readonly Operator[];
