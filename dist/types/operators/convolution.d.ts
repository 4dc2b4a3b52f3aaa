/** Filters that slide: convolution and its transpose. */
import { type Dim } from '../model/dim.ts';
import { type Operand, type Operator } from './operator.ts';
import { type WindowAttributes } from './windows.ts';
export declare const windowing: {
    auto_pad: import("./operator.ts").AttributeSpec<string>;
    dilations: import("./operator.ts").AttributeSpec<readonly bigint[] | undefined>;
    group: import("./operator.ts").AttributeSpec<bigint>;
    kernel_shape: import("./operator.ts").AttributeSpec<readonly bigint[] | undefined>;
    pads: import("./operator.ts").AttributeSpec<readonly bigint[] | undefined>;
    strides: import("./operator.ts").AttributeSpec<readonly bigint[] | undefined>;
};
interface ConvAttributes extends WindowAttributes {
    readonly group: bigint;
    readonly kernel_shape: readonly bigint[] | undefined;
}
/** `[N, M, …positions]` from X `[N, C, …spatial]` and W `[M, C / group, …kernel]`. */
export declare function convShape(X: Operand, W: Operand, a: ConvAttributes): readonly Dim[];
/** The kernel's extents: those of W, which the attribute may only repeat. */
export declare function kernelOf(W: Operand, a: ConvAttributes): readonly Dim[];
/** |Y| · (C / group) · K: one multiply-accumulate for each output element and each weight of its filter. */
export declare function convMacs(Y: Operand, W: Operand): Dim;
export declare const convolution: readonly Operator[];
interface TransposedAttributes extends ConvAttributes {
    readonly output_padding: readonly bigint[] | undefined;
    readonly output_shape: readonly bigint[] | undefined;
}
/** `[N, M, …]` with extents stride·(in − 1) + output padding + ((k − 1)·dilation + 1) − padding; SAME: in·stride, less where the window is shorter than its stride. */
export declare function transposedShape(X: Operand, W: Operand, a: TransposedAttributes): readonly Dim[];
export {};
