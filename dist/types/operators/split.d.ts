import { type Operator } from './operator.ts';
export declare const splitting: readonly Operator[];
