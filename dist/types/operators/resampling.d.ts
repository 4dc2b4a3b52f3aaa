import { type Operator } from './operator.ts';
export declare const resampling: readonly Operator[];
