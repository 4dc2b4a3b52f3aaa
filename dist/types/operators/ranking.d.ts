import { type Operator } from './operator.ts';
export declare const ranking: readonly Operator[];
