import { type Operator } from './operator.ts';
export declare const ordered: readonly Operator[];
