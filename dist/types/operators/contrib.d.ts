import { type Operand, type Operator } from './operator.ts';
/** Complex numbers lie as pairs along the last axis. */
export declare function assertPairs(...xs: readonly Operand[]): void;
export declare const contrib: readonly Operator[];
