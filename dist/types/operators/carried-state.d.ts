import { type Operator } from './operator.ts';
export declare const carriedState: readonly Operator[];
