import { type Operator } from './operator.ts';
export declare const casting: readonly Operator[];
