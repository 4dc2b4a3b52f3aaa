/** Formulas that several tools share, in the letters of their sources: N batch, Ci and Co channels, g groups, K kernel. */
import { type Dim } from '../model/dim.ts';
import type { Operand } from '../operators/operator.ts';
import type { Count, Rule, Table } from './convention.ts';
import { type Node } from './node.ts';
/** One rule for several operators. */
export declare function rows(...groups: readonly (readonly [operators: string, rule: Rule])[]): Table;
export declare const zero: Rule;
/** `times` for each element of the first input, or of the first output. */
export declare function perInput(times?: bigint): Rule;
export declare function perOutput(times?: bigint): Rule;
/** In FLOPs beside no MACs. */
export declare function asFlops(rule: Rule): Rule;
/** The operators that hold a float convolution's arithmetic, quantized and fused ones too. */
export declare const convolutions = "Conv QLinearConv ConvInteger com.microsoft.FusedConv com.microsoft.NhwcFusedConv";
export declare const transposed = "ConvTranspose";
/** Products whose weight is part of what the operator is. */
export declare const dense = "Gemm com.microsoft.FusedGemm com.microsoft.QGemm";
export declare const products = "MatMul MatMulInteger QLinearMatMul com.microsoft.FusedMatMul com.microsoft.MatMulIntegerToFloat com.microsoft.DynamicQuantizeMatMul";
/** Products with a packed weight, whose extents are attributes. */
export declare const packed = "com.microsoft.MatMulNBits com.microsoft.MatMulBnb4";
export declare const recurrent = "LSTM GRU RNN";
/** A product whose second operand may be anything; a dense layer says it is a weight. */
export declare function isProduct(node: Node): boolean;
export declare function weightOf(node: Node): Operand;
export declare function hasBias(node: Node): boolean;
/** Batch and spatial extents without channels: `[N, C, …spatial]` → N·spatial. */
export declare function positions(tensor: Operand): Dim;
/** The same of one sample. */
export declare function spatial(tensor: Operand): Dim;
export declare function kernel(node: Node): Dim;
export declare function weightSize(node: Node): Dim;
export declare function perSample(count: Dim, node: Node): Dim;
/** Three axes of space: what TensorFlow has other operators for. */
export declare function hasVolume(node: Node): boolean;
/** How many means a LayerNormalization or RMSNormalization takes. */
export declare function normalizedRows(node: Node): Dim;
/** Weight elements at every output position: |Y|·(Ci/g)·K. */
export declare function convMacs(node: Node): Dim;
/** Weight elements at every input position. */
export declare function transposedMacs(node: Node): Dim;
export declare function biasAdds(node: Node): Dim;
/** Extent a product sums over: In of a dense layer. */
export declare function inner(node: Node): Dim;
/** Out of a dense layer. */
export declare function outer(node: Node): Dim;
/** In·|Y|: every multiply-accumulate of a product, whatever is broadcast. */
export declare function productMacs(node: Node): Dim;
/** |A|·B[-1], as tools that look at the two operands only say it. */
export declare function operandMacs(node: Node): Dim;
/** A product with a weight: a linear layer. */
export declare function isLinear(node: Node): boolean;
/** Applies one rule to linear layers and another to products of activations. */
export declare function byLinear(linear: Rule, other: Rule): Rule;
/** A constant vector added to what a linear layer made: the bias, which exporters write apart for more than 2 axes. */
export declare function isLinearBias(node: Node): boolean;
export declare function onLinearBias(rule: Rule, otherwise?: Rule): Rule;
/** x·sigmoid(x), which files write as two nodes. */
export declare function isSilu(node: Node): boolean;
/** Clip to 0…6 is ReLU6. */
export declare function isRelu6(node: Node): boolean;
export declare function onRelu6(rule: Rule): Rule;
export declare function onSilu(rule: Rule, otherwise?: Rule): Rule;
/** PyTorch's GroupNorm is exported as an InstanceNormalization between two Reshapes. */
export declare function isGroupNorm(node: Node): boolean;
/**
 * A pool with windows of one element pools nothing: what exporters make of an adaptive pool that finds the size it is
 * to make.
 */
export declare function isAdaptivePool(node: Node): boolean;
/** Scores · values: the second product of attention. */
export declare function isAttention(node: Node): boolean;
/** Nearest, linear, cubic; how many axes beside batch and channels. */
export declare function resizeMode(node: Node): {
    readonly mode: string;
    readonly axes: number;
};
/** A layer of a recurrent network, per direction: input, hidden, steps × batch, and 1 where it has biases. */
export declare function cell(node: Node): {
    readonly input: Dim;
    readonly hidden: Dim;
    readonly gates: bigint;
    readonly bias: bigint;
    /** Steps × batch × directions: how often one cell runs. */
    readonly runs: Dim;
};
/** gates·H·(I + H) */
export declare function cellMacs(node: Node): Dim;
export interface EinsumTerms {
    readonly equation: string;
    /** Multiplies two operands; one alone is only rearranged and summed. */
    readonly multiplies: boolean;
    readonly labels: ReadonlyMap<string, Dim>;
    /** Every label of both operands once. */
    readonly all: Dim;
    /** Whether anything is summed. */
    readonly sums: boolean;
}
/** The labels of an einsum of one or two operands without an ellipsis; others end the rule. */
export declare function einsum(node: Node): EinsumTerms;
/** numpy's `einsum_path` prints its count with four digits, and adds one to it. */
export declare function printedEinsumFlops(node: Node): Dim;
/** `%.3e`: to four digits, a half to the even one. */
export declare function fourDigits(n: bigint): bigint;
/** What every table of a tool that runs PyTorch has to say of files. */
export declare const foldedNorms = "Exporters fold batch norms into convolutions by default, and give those a bias they did not have: the number is the one the tool gives for the module only where the export kept them.";
/** A count of which the file does not tell all. */
export declare function near(why: string, rule: Rule): Rule;
export declare function isCount(count: Dim | Count): count is Count;
