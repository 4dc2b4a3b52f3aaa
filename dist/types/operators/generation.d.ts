import { type Operator } from './operator.ts';
export declare const generation: readonly Operator[];
