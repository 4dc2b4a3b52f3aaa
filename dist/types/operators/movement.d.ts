import { type Operator } from './operator.ts';
export declare const movement: readonly Operator[];
