/** Recurrent layers: the same step for every moment. https://onnx.ai/onnx/operators/onnx__LSTM.html */
import { type Dim } from '../model/dim.ts';
import { type Operand, type Operator, type Work } from './operator.ts';
export declare const settings: {
    activation_alpha: import("./operator.ts").AttributeSpec<readonly number[] | undefined>;
    activation_beta: import("./operator.ts").AttributeSpec<readonly number[] | undefined>;
    activations: import("./operator.ts").AttributeSpec<readonly string[] | undefined>;
    clip: import("./operator.ts").AttributeSpec<number | undefined>;
    direction: import("./operator.ts").AttributeSpec<string>;
    hidden_size: import("./operator.ts").AttributeSpec<bigint | undefined>;
    layout: import("./operator.ts").AttributeSpec<bigint>;
    output_sequence: import("./operator.ts").AttributeSpec<bigint>;
};
interface Settings {
    readonly clip: number | undefined;
    readonly hidden_size: bigint | undefined;
    readonly layout: bigint;
}
/** What the sizes of a recurrent layer are called here. */
export interface Sizes {
    readonly steps: Dim;
    readonly batch: Dim;
    readonly input: Dim;
    readonly hidden: Dim;
    readonly directions: Dim;
}
/** From X `[T, B, I]` (`[B, T, I]` with layout 1), W `[D, gates·H, I]` and R `[D, gates·H, H]`. */
export declare function sizes(X: Operand, W: Operand, R: Operand, gates: bigint, a: Settings): Sizes;
/** `[T, D, B, H]`, with layout 1 `[B, T, D, H]`; and the last state, `[D, B, H]` or `[B, D, H]`. */
export declare function shapes(s: Sizes, a: Settings): {
    readonly all: readonly Dim[];
    readonly last: readonly Dim[];
};
/** gates · (I + H) · H multiply-accumulates for every step, sample and direction; `perUnit` operations for each state. */
export declare function work(s: Sizes, gates: bigint, perUnit: bigint): Work;
/** Bias adds two vectors a gate; `clip` compares each gate's sum twice. */
export declare function extras(gates: bigint, B: Operand | undefined, a: Settings): bigint;
export declare const recurrent: readonly Operator[];
export {};
