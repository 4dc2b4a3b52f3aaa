import type { DType } from '../../model/dtype.ts';
export declare function dtypeOf(dataType: number): DType | null;
