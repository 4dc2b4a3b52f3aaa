import { type Operator } from './operator.ts';
export declare const trees: readonly Operator[];
