import { type Operator } from './operator.ts';
export declare const mlModels: readonly Operator[];
