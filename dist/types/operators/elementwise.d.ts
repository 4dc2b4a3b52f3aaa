/** One result element from one element of each input: arithmetic, comparison, logic, elementary functions. */
import type { Dim } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { type Example, type Operand, type Operator } from './operator.ts';
import * as on from './scalars.ts';
/** The value of an elementwise result whose elements have the type of the first operand, rounded to it. */
export declare function folded(operands: readonly Operand[], shape: readonly Dim[], fold: on.Fold): readonly Scalar[] | undefined;
/** `axis` and `broadcast` are of before operator set 7, where B may align with inner axes of A instead of the last. */
export declare const legacyBroadcast: {
    axis: import("./operator.ts").AttributeSpec<bigint | undefined>;
    broadcast: import("./operator.ts").AttributeSpec<bigint>;
};
/** NumPy broadcasting, or before operator set 7 the shape of A, on which B is laid. */
export declare function binaryShape(A: Operand, B: Operand, a: {
    readonly axis: bigint | undefined;
}, opset: bigint): readonly Dim[];
export declare const ofPair: (a: readonly (number | string)[], b: readonly (number | string)[], c: readonly (number | string)[], dtype?: 'int64' | 'bool', from?: 'int64' | 'bool') => Example;
export declare const elementwise: readonly Operator[];
