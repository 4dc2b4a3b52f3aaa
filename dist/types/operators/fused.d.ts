import { type Operator } from './operator.ts';
export declare const fused: readonly Operator[];
