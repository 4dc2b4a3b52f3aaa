import { type Operator } from './operator.ts';
export declare const detection: readonly Operator[];
