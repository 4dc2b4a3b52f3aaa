import { type Operator } from './operator.ts';
export declare const training: readonly Operator[];
