import { type Operator } from './operator.ts';
export declare const legacy: readonly Operator[];
