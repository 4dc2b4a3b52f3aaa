import { type Operator } from './operator.ts';
export declare const beforeAfter: () => readonly Operator[];
