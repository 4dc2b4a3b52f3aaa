import { type Operator } from './operator.ts';
export declare const reshape: readonly Operator[];
