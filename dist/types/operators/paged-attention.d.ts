import { type Operator } from './operator.ts';
export declare const pagedAttention: readonly Operator[];
