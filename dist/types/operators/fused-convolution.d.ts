import { type Operator } from './operator.ts';
export declare const fusedConvolution: readonly Operator[];
