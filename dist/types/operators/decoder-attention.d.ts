import { type Operator } from './operator.ts';
export declare const decoderAttention: readonly Operator[];
