import { type Operator } from './operator.ts';
export declare const fusedNormalization: readonly Operator[];
