/** Classical machine learning, domain `ai.onnx.ml`: their coefficients are attributes, not stored tensors. */
import { type Dim } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import { type Operand, type Operator } from './operator.ts';
export declare function mlPage(name: string): string;
/** For docs: what is in no weight tensor is no parameter. */
export declare const attributesOnly = "Its numbers are attributes, which no count of parameters or bytes holds.";
/** Post transforms, by the number TreeEnsemble gives them. */
export declare const transforms: readonly string[];
/** Operations of a post transform over so many scores. Throws Mismatch on one that there is not. */
export declare function transformed(scores: Dim, transform: string): Dim;
/** Examples, one a row: a vector is one. */
export declare function rows(X: Operand): Dim;
export interface Labels {
    readonly text?: readonly string[] | undefined;
    readonly integers?: readonly bigint[] | undefined;
}
export declare function classes({ text, integers }: Labels): bigint;
export declare function labelType({ text }: Labels): DType;
export declare const ml: readonly Operator[];
