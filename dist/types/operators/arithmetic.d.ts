import { type Operator } from './operator.ts';
export declare const arithmetic: readonly Operator[];
