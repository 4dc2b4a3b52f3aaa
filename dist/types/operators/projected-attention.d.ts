/** Attention that onnxruntime fuses with the projections before it, one product of the input with a weight. */
import { type Dim } from '../model/dim.ts';
import { type AttentionSizes } from './attention.ts';
import { type Operand, type Operator, type Work } from './operator.ts';
interface ProjectionAttributes {
    readonly num_heads: bigint;
    readonly qkv_hidden_sizes: readonly bigint[] | undefined;
    readonly past_present_share_buffer: bigint;
}
export interface Projected {
    readonly sizes: AttentionSizes;
    /** Columns of the weight: queries, keys and values side by side. */
    readonly columns: Dim;
    readonly hidden: Dim;
    readonly presentShape: readonly Dim[];
}
/** Columns of the weight, those of keys and of values: a third each, unless said. */
export declare function columnsOf(input: Operand, weights: Operand, a: {
    readonly qkv_hidden_sizes: readonly bigint[] | undefined;
}): {
    readonly columns: Dim;
    readonly k: Dim;
    readonly v: Dim;
};
/** From input `[B, S, D]`, weights `[D, q + k + v]` and a past `[2, B, heads, P, d]`. */
export declare function projected(input: Operand, weights: Operand, past: Operand | undefined, a: ProjectionAttributes): Projected;
/** Projection, one product of input and weights with its bias, then attention. */
export declare function projectedWork(input: Operand, p: Projected, bias: Operand | undefined, extra: bigint, a: {
    readonly do_rotary: bigint;
}): Work;
export declare const projection: {
    do_rotary: import("./operator.ts").AttributeSpec<bigint>;
    mask_filter_value: import("./operator.ts").AttributeSpec<number | undefined>;
    num_heads: import("./operator.ts").AttributeSpec<bigint>;
    past_present_share_buffer: import("./operator.ts").AttributeSpec<bigint>;
    qkv_hidden_sizes: import("./operator.ts").AttributeSpec<readonly bigint[] | undefined>;
    rotary_embedding_dim: import("./operator.ts").AttributeSpec<bigint>;
    scale: import("./operator.ts").AttributeSpec<number | undefined>;
    unidirectional: import("./operator.ts").AttributeSpec<bigint>;
};
export declare const projectedAttention: readonly Operator[];
export {};
