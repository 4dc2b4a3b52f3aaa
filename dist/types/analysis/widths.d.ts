/** Bytes of a value in memory. */
import { type Dim } from '../model/dim.ts';
import { type DType } from '../model/dtype.ts';
import type { Value } from './step.ts';
/** Packed types rounded up to a whole byte for each tensor. */
export declare function bytesOf({ fact, name }: Value): Dim;
export declare function elementBytes(count: Dim, dtype: DType | null, name: string): Dim;
