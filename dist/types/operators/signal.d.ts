import { type Operator } from './operator.ts';
export declare const signal: readonly Operator[];
