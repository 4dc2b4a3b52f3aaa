import { type Operator } from './operator.ts';
export declare const scattering: readonly Operator[];
