import { type Operator } from './operator.ts';
export declare const tokens: readonly Operator[];
