import { type Payload } from '../../bytes/protobuf.ts';
import type { Source } from '../../bytes/source.ts';
import { type DType } from '../../model/dtype.ts';
import type { Scalar } from '../../model/model.ts';
export interface Stored {
    readonly source: Source;
    readonly dtype: DType;
    readonly payload: Payload;
    readonly form: 'raw' | 'fixed' | 'varint' | 'text';
    /** Where every `stride`-th item of a list begins; found when first needed. */
    marks?: readonly number[];
}
/** Elements `from` to `to`, both within the tensor; `undefined` for a dtype whose elements no Scalar can be. */
export declare function readElements(stored: Stored, from: number, to: number): readonly Scalar[] | undefined;
