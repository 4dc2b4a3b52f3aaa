import type { DType } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import { type Operator } from './operator.ts';
export declare function zero(dtype: DType | null): Scalar;
export declare const movement: readonly Operator[];
