import { type Operator } from './operator.ts';
export declare const sparse: readonly Operator[];
