import { type Operator } from './operator.ts';
export declare const pad: readonly Operator[];
