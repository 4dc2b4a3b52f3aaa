import type { Node } from '../model/model.ts';
import { type Scope, type Step, type Value, type Walker } from './step.ts';
type Inputs = readonly (Value | undefined)[];
export declare function runControl(kind: 'if' | 'loop' | 'scan' | 'map', node: Node, inputs: Inputs, version: bigint, scope: Scope, walker: Walker): Step;
export {};
