import type { Scalar } from '../model/model.ts';
import { type Operator } from './operator.ts';
/** An index counted from the front; throws Mismatch outside the axis, `undefined` when it is not known. */
export declare function place(at: Scalar, extent: number): number | undefined;
export declare const gathering: readonly Operator[];
