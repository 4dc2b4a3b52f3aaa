import { type Operator } from './operator.ts';
export declare const rotary: readonly Operator[];
