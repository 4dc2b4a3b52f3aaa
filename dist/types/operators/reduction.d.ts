import { type Operator } from './operator.ts';
export declare const reduction: readonly Operator[];
