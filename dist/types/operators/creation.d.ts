import { type Operator } from './operator.ts';
export declare const creation: readonly Operator[];
