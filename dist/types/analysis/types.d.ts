/** Element type and extents of tensors, one object for all that are the same, so that they are told apart by identity. */
import { type Dim } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import type { Fact } from '../operators/operator.ts';
/** A tensor that surely has no value: the whole of what a rule can learn of it. */
export declare class Typed {
    readonly kind = "tensor";
    readonly dtype: DType | null;
    readonly shape: readonly Dim[];
    /** What such a tensor takes, once somebody has asked (`widths.ts`). */
    bytes: Dim | undefined;
    constructor(dtype: DType | null, shape: readonly Dim[]);
}
/** A tensor that may have a value, which cannot be read here: a rule that asks for it ends. */
export declare class Unread extends Typed {
    get value(): readonly Scalar[] | undefined;
}
/** Thrown where a rule asks for what nodes that do alike do not share. */
export declare class Asked extends Error {
}
export declare const asked: Asked;
export declare class Types {
    private readonly byDType;
    private count;
    /** What a rule may learn of a fact without reading values; `null` where an extent is unknown, or it is no tensor. */
    of(fact: Fact): Typed | null;
    private step;
}
