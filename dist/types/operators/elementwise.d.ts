import { type Operator } from './operator.ts';
export declare const elementwise: readonly Operator[];
