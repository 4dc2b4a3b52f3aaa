import { type Operator } from './operator.ts';
export declare const relativePosition: readonly Operator[];
