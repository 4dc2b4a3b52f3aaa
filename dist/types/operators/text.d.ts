import { type Operator } from './operator.ts';
export declare const text: readonly Operator[];
