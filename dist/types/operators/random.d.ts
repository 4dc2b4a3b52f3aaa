import { type Operator } from './operator.ts';
export declare const randoms: readonly Operator[];
