import { type Operator } from './operator.ts';
export declare const optionals: readonly Operator[];
