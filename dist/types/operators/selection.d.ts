import { type Operator } from './operator.ts';
export declare const selection: readonly Operator[];
