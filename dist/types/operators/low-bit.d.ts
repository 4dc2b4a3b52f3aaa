import { type Operator } from './operator.ts';
export declare const lowBit: readonly Operator[];
