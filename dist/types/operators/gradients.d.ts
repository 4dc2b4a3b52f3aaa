import { type Call, type Operator } from './operator.ts';
export declare const trainingPage = "https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc";
/** Whether a node takes its k-th output. */
export declare function takes(call: Call, k: number): boolean;
export declare const gradients: () => readonly Operator[];
