import { type Operator } from './operator.ts';
export declare const nchwc: readonly Operator[];
