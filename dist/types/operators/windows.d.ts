/** How a window slides over spatial axes: what convolution and pooling share. */
import { type Dim } from '../model/dim.ts';
export interface WindowAttributes {
    readonly auto_pad: string;
    readonly dilations?: readonly bigint[] | undefined;
    readonly pads?: readonly bigint[] | undefined;
    readonly strides?: readonly bigint[] | undefined;
}
/**
 * Positions of a window along each spatial axis: ⌊(in + before + after − ((k − 1)·dilation + 1)) / stride⌋ + 1, with
 * SAME ⌈in / stride⌉. `ceil` rounds up instead, but a window that would start in the padding after the input is left
 * out. https://onnx.ai/onnx/operators/onnx__AveragePool.html
 */
export declare function windows(spatial: readonly Dim[], kernel: readonly Dim[], a: WindowAttributes, rounding?: 'floor' | 'ceil'): readonly Dim[];
/** One positive number per spatial axis; 1 for each when the attribute is absent. */
export declare function perAxis(name: string, values: readonly bigint[] | undefined, n: number): readonly bigint[];
/** `[before…, after…]`, zeros when the attribute is absent. Negative padding crops. */
export declare function padding(values: readonly bigint[] | undefined, n: number): readonly bigint[];
