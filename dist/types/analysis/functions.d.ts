/** Functions the model itself defines: a call is replaced by what the function does. */
import { type LocalFunction, type Node } from '../model/model.ts';
import { type Scope, type Step, type Value, type Walker } from './step.ts';
/** The call as a step whose body are the function's nodes, run on the caller's values. */
export declare function callFunction(called: LocalFunction, node: Node, inputs: readonly (Value | undefined)[], scope: Scope, walker: Walker): Step;
