import type { Node } from '../model/model.ts';
import { type Scope, type Step, type Value, type Walker } from './step.ts';
type Inputs = readonly (Value | undefined)[];
/** https://onnx.ai/onnx/operators/onnx__Loop.html */
export declare function runLoop(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step;
/** https://onnx.ai/onnx/operators/onnx__Scan.html */
export declare function runScan(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step;
/** Scan of operator set 8: every state has a batch axis, every scanned value `[batch, time, …]`; the body has neither. */
export declare function runBatchedScan(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step;
export {};
