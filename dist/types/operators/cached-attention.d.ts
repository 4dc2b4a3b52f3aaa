import { type Operator } from './operator.ts';
export declare const cachedAttention: readonly Operator[];
