import { type Operator } from './operator.ts';
export declare const experts: readonly Operator[];
