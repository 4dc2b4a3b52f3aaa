import { type Operator } from './operator.ts';
export declare const optimizers: () => readonly Operator[];
