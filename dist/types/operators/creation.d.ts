import { type DType } from '../model/dtype.ts';
import { type Operand, type Operator } from './operator.ts';
/** The element type an optional `dtype` attribute names, else the input's. */
export declare const typed: (code: bigint | undefined, input: Operand) => DType | null;
export declare const creation: readonly Operator[];
