import { type Operator } from './operator.ts';
export declare const borrowedOperators: readonly Operator[];
