import { type Operator } from './operator.ts';
/** Operations to quantize one element. */
export declare const quantizing = 4n;
export declare const quantization: readonly Operator[];
