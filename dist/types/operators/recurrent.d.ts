import { type Operator } from './operator.ts';
export declare const recurrent: readonly Operator[];
