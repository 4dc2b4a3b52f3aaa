import { type Operator } from './operator.ts';
export declare const attendedRecurrence: readonly Operator[];
