import { type Operator } from './operator.ts';
export declare const ml: readonly Operator[];
