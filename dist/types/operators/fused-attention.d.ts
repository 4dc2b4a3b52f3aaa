import { type Operator } from './operator.ts';
export declare const fusedAttention: readonly Operator[];
