/** Layers that onnxruntime's optimizer fuses, in its own domain. Each counts what it is fused of. */
import { type Dim } from '../model/dim.ts';
import { type Operator } from './operator.ts';
export declare function activating(name: string, elements: Dim): Dim;
export declare const fused: readonly Operator[];
