/**
 * What the run uses, and as what: one pass against the direction of the data, from the outputs of the model. A step
 * none of whose results is used is dead. A stored tensor is what its consumer takes it for, through any number of
 * operators that only carry it there (Transpose, Cast, Identity, DequantizeLinear).
 */
import type { DType } from '../model/dtype.ts';
import type { Operator, Role, Slot } from '../operators/operator.ts';
import { type Numbering, type ReadonlyByValue } from './by-value.ts';
import type { Entry } from './entries.ts';
import type { Step, Value } from './step.ts';
export type Purpose = Exclude<Role, 'carried'>;
/** A use of a value, and the input it ends at; no place when it leaves the model as it came. */
export interface Use {
    readonly purpose: Purpose;
    readonly entry?: Entry;
    readonly input?: number;
}
/** Every value the outputs depend on. Of several uses the strongest, of equal ones the first in file order. */
export declare function usesOf(steps: readonly Step[], outputs: readonly Value[], entries: readonly Entry[], numbering: Numbering): ReadonlyByValue<Use>;
export declare function slotAt(operator: Operator, input: number): Slot | undefined;
export declare function roleAt(operator: Operator, input: number): Role;
/** The default rule where an operator says nothing of an input. */
export declare function looksTrained(dtype: DType | null, count: bigint): boolean;
