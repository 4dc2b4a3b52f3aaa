/** Formulas that several tools share, in the letters of their sources: N batch, Ci and Co channels, g groups, K kernel. */
import { add, type Dim, floorDiv, isKnown, mul, product, unknown } from '../model/dim.ts';
import type { Operand } from '../operators/operator.ts';
import type { Count, Rule, Table } from './convention.ts';
import { type Node, refuse } from './node.ts';

/** One rule for several operators. */
export function rows(...groups: readonly (readonly [operators: string, rule: Rule])[]): Table {
  const table = new Map<string, Rule>();
  for (const [operators, rule] of groups)
    for (const op of operators.trim().split(/\s+/)) {
      if (table.has(op)) throw new Error(`two rules for ${op}`);
      table.set(op, rule);
    }
  return table;
}

export const zero: Rule = () => 0n;

/** `times` for each element of the first input, or of the first output. */
export function perInput(times = 1n): Rule {
  return (node) => mul(times, node.size());
}
export function perOutput(times = 1n): Rule {
  return (node) => mul(times, node.out);
}

/** In FLOPs beside no MACs. */
export function asFlops(rule: Rule): Rule {
  return (node) => {
    const count = rule(node);
    return isCount(count) ? count : { macs: 0n, flops: count };
  };
}

/** The operators that hold a float convolution's arithmetic, quantized and fused ones too. */
export const convolutions = 'Conv QLinearConv ConvInteger com.microsoft.FusedConv com.microsoft.NhwcFusedConv';
export const transposed = 'ConvTranspose';
/** Products whose weight is part of what the operator is. */
export const dense = 'Gemm com.microsoft.FusedGemm com.microsoft.QGemm';
export const products =
  'MatMul MatMulInteger QLinearMatMul com.microsoft.FusedMatMul com.microsoft.MatMulIntegerToFloat com.microsoft.DynamicQuantizeMatMul';
/** Products with a packed weight, whose extents are attributes. */
export const packed = 'com.microsoft.MatMulNBits com.microsoft.MatMulBnb4';
export const recurrent = 'LSTM GRU RNN';

/** Where quantized operators hold the weight and the bias of the float ones. */
const places: ReadonlyMap<string, readonly [weight: number, bias: number | undefined]> = new Map([
  ['QLinearConv', [3, 8]],
  ['ConvInteger', [1, undefined]],
  ['QLinearMatMul', [3, undefined]],
  ['MatMulInteger', [1, undefined]],
  ['com.microsoft.MatMulIntegerToFloat', [1, 6]],
  ['com.microsoft.DynamicQuantizeMatMul', [1, 4]],
  ['com.microsoft.QGemm', [3, 6]],
  ['com.microsoft.FusedMatMul', [1, undefined]],
  ['MatMul', [1, undefined]],
]);

const productOps: ReadonlySet<string> = new Set(products.split(' '));
const packedOps: ReadonlySet<string> = new Set(packed.split(' '));
const denseOps: ReadonlySet<string> = new Set(dense.split(' '));

/** A product whose second operand may be anything; a dense layer says it is a weight. */
export function isProduct(node: Node): boolean {
  return productOps.has(node.op);
}

function weightAt(node: Node): number {
  return places.get(node.op)?.[0] ?? 1;
}
export function weightOf(node: Node): Operand {
  return node.input(weightAt(node));
}
export function hasBias(node: Node): boolean {
  const place = places.has(node.op) ? places.get(node.op)?.[1] : 2;
  return place !== undefined && node.has(place);
}

/** Batch and spatial extents without channels: `[N, C, …spatial]` → N·spatial. */
export function positions(tensor: Operand): Dim {
  return product([tensor.dim(0), ...tensor.shape.slice(2)]);
}
/** The same of one sample. */
export function spatial(tensor: Operand): Dim {
  return product(tensor.shape.slice(2));
}
export function kernel(node: Node): Dim {
  return product(weightOf(node).shape.slice(2));
}
export function weightSize(node: Node): Dim {
  return product(weightOf(node).shape);
}
export function perSample(count: Dim, node: Node): Dim {
  return floorDiv(count, node.input(0).dim(0));
}

/** Three axes of space: what TensorFlow has other operators for. */
export function hasVolume(node: Node): boolean {
  return node.input(0).rank > 4;
}
/** How many means a LayerNormalization or RMSNormalization takes. */
export function normalizedRows(node: Node): Dim {
  const { shape } = node.input(0);
  const axis = Number(node.int('axis', -1n));
  return product(shape.slice(0, axis < 0 ? axis + shape.length : axis));
}

/** Weight elements at every output position: |Y|·(Ci/g)·K. */
export function convMacs(node: Node): Dim {
  return mul(positions(node.output()), weightSize(node));
}
/** Weight elements at every input position. */
export function transposedMacs(node: Node): Dim {
  return mul(positions(node.input(0)), weightSize(node));
}
export function biasAdds(node: Node): Dim {
  return hasBias(node) ? node.out : 0n;
}

/** Extent a product sums over: In of a dense layer. */
export function inner(node: Node): Dim {
  const a = node.input(0);
  if (denseOps.has(node.op)) return node.int('transA', 0n) === 0n ? a.dim(1) : a.dim(0);
  if (node.op === 'com.microsoft.FusedMatMul' && node.int('transA', 0n) !== 0n) return a.dim(-2);
  return packedOps.has(node.op) ? node.int('K', 0n) : a.dim(-1);
}
/** Out of a dense layer. */
export function outer(node: Node): Dim {
  return node.output().dim(-1);
}
/** In·|Y|: every multiply-accumulate of a product, whatever is broadcast. */
export function productMacs(node: Node): Dim {
  return mul(inner(node), node.out);
}
/** |A|·B[-1], as tools that look at the two operands only say it. */
export function operandMacs(node: Node): Dim {
  const b = weightOf(node);
  return mul(node.size(), b.rank === 1 ? 1n : b.dim(-1));
}

/** A product with a weight: a linear layer. */
export function isLinear(node: Node): boolean {
  return !isProduct(node) || node.isConstant(weightAt(node));
}
/** Applies one rule to linear layers and another to products of activations. */
export function byLinear(linear: Rule, other: Rule): Rule {
  return (node) => (isLinear(node) ? linear(node) : other(node));
}

/** A constant vector added to what a linear layer made: the bias, which exporters write apart for more than 2 axes. */
export function isLinearBias(node: Node): boolean {
  return [0, 1].some((i) => {
    const made = node.maker(1 - i);
    if (!node.isConstant(i) || made === undefined || !isProduct(made) || !isLinear(made)) return false;
    const bias = node.input(i);
    return bias.rank === 1 && made.output().dim(-1) === bias.dim(0);
  });
}
export function onLinearBias(rule: Rule, otherwise: Rule = zero): Rule {
  return (node) => (node.op === 'Add' && isLinearBias(node) ? rule(node) : otherwise(node));
}

/** x·sigmoid(x), which files write as two nodes. */
export function isSilu(node: Node): boolean {
  return [0, 1].some((i) => {
    const gate = node.maker(i);
    return gate?.op === 'Sigmoid' && gate.has(0) && node.has(1 - i) && gate.input(0) === node.input(1 - i);
  });
}
/** Clip to 0…6 is ReLU6. */
export function isRelu6(node: Node): boolean {
  const low = node.has(1) ? node.scalar(1) : node.facts.attribute('min');
  const high = node.has(2) ? node.scalar(2) : node.facts.attribute('max');
  return low === 0 && high === 6;
}
export function onRelu6(rule: Rule): Rule {
  return (node) => (isRelu6(node) ? rule(node) : 0n);
}
export function onSilu(rule: Rule, otherwise: Rule = zero): Rule {
  return (node) => (isSilu(node) ? rule(node) : otherwise(node));
}
/** PyTorch's GroupNorm is exported as an InstanceNormalization between two Reshapes. */
export function isGroupNorm(node: Node): boolean {
  return node.op === 'InstanceNormalization' && node.maker(0)?.op === 'Reshape';
}
/**
 * A pool with windows of one element pools nothing: what exporters make of an adaptive pool that finds the size it is
 * to make.
 */
export function isAdaptivePool(node: Node): boolean {
  return node.op === 'GlobalAveragePool' || node.ints('kernel_shape').every((k) => k === 1n);
}
/** Scores · values: the second product of attention. */
export function isAttention(node: Node): boolean {
  return node.maker(0)?.op === 'Softmax';
}

/** Nearest, linear, cubic; how many axes beside batch and channels. */
export function resizeMode(node: Node): { readonly mode: string; readonly axes: number } {
  return { mode: node.text('mode', 'nearest'), axes: node.input(0).rank - 2 };
}

/** A layer of a recurrent network, per direction: input, hidden, steps × batch, and 1 where it has biases. */
export function cell(node: Node): {
  readonly input: Dim;
  readonly hidden: Dim;
  readonly gates: bigint;
  readonly bias: bigint;
  /** Steps × batch × directions: how often one cell runs. */
  readonly runs: Dim;
} {
  const gates = node.op === 'LSTM' ? 4n : node.op === 'GRU' ? 3n : 1n;
  const [x, w, r] = [node.input(0), node.input(1), node.input(2)];
  return {
    input: w.dim(2),
    hidden: r.dim(2),
    gates,
    bias: node.has(3) ? 1n : 0n,
    runs: product([x.dim(0), x.dim(1), w.dim(0)]),
  };
}

/** gates·H·(I + H) */
export function cellMacs(node: Node): Dim {
  const { gates, hidden, input } = cell(node);
  return product([gates, hidden, add(input, hidden)]);
}

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
export function einsum(node: Node): EinsumTerms {
  const equation = node.text('equation', '').replaceAll(/\s/g, '');
  const [left = '', right = ''] = equation.split('->');
  const terms = left.split(',');
  if (terms.length > 2 || !equation.includes('->') || equation.includes('.'))
    refuse(`\`${node.facts.label}\`: \`${equation}\` is not an einsum of one or two operands with named labels`);
  const labels = new Map<string, Dim>();
  terms.forEach((term, i) => {
    [...term].forEach((label, axis) => {
      const extent = node.input(i).dim(axis);
      if (labels.get(label) === undefined || labels.get(label) === 1n) labels.set(label, extent);
    });
  });
  return {
    equation,
    multiplies: terms.length === 2,
    labels,
    all: product([...labels.values()]),
    sums: [...labels.keys()].some((label) => !right.includes(label)),
  };
}

/** numpy's `einsum_path` prints its count with four digits, and adds one to it. */
export function printedEinsumFlops(node: Node): Dim {
  const { all, sums } = einsum(node);
  const exact = add(mul(sums ? 2n : 1n, all), 1n);
  if (!isKnown(exact)) return unknown(`\`${node.facts.label}\`: the tool rounds this count, and it is symbolic`);
  return fourDigits(exact);
}

/** `%.3e`: to four digits, a half to the even one. */
export function fourDigits(n: bigint): bigint {
  const size = 10n ** BigInt(Math.max(0, n.toString().length - 4));
  const whole = n / size;
  const twice = 2n * (n % size);
  const up = twice > size || (twice === size && whole % 2n === 1n);
  return (up ? whole + 1n : whole) * size;
}

/** What every table of a tool that runs PyTorch has to say of files. */
export const foldedNorms =
  'Exporters fold batch norms into convolutions by default, and give those a bias they did not have: the number is the one the tool gives for the module only where the export kept them.';

/** A count of which the file does not tell all. */
export function near(why: string, rule: Rule): Rule {
  return (node): Count => {
    const count = rule(node);
    return isCount(count) ? { ...count, near: why } : { count, near: why };
  };
}

export function isCount(count: Dim | Count): count is Count {
  return typeof count === 'object' && !('kind' in count);
}
