/** Classical machine learning, domain `ai.onnx.ml`: their coefficients are attributes, not stored tensors. */
import { type Dim } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import { type Operand, type Operator } from './operator.ts';
/** Examples, one a row: a vector is one. */
export declare function rows(X: Operand): Dim;
export interface Labels {
    readonly text?: readonly string[] | undefined;
    readonly integers?: readonly bigint[] | undefined;
}
export declare function classes({ text, integers }: Labels): bigint;
export declare function labelType({ text }: Labels): DType;
export declare const ml: readonly Operator[];
