/** onnx-tool: every operator weighed by the instructions one element takes. */
import { add, type Dim, mul, product, sum } from '../model/dim.ts';
import type { Operand } from '../operators/operator.ts';
import type { Convention, Rule } from './convention.ts';
import { rows, zero } from './formulas.ts';
import { type Node, refuse } from './node.ts';

/** Elements; a scalar has none. */
function volume({ shape }: Operand): Dim {
  return shape.length === 0 ? 0n : product(shape);
}
function made(times: bigint): Rule {
  return (node) => mul(times, volume(node.output()));
}
function taken(times: bigint): Rule {
  return (node) => mul(times, volume(node.input(0)));
}
/** What follows the first axis of a filter. */
function window(filter: Operand): Dim {
  return product(filter.shape.slice(1));
}
/** Inputs as written, one left out among them counted. */
function inputsOf(node: Node): number {
  return node.facts.inputs.length;
}
function biased(node: Node, inputs: number): Dim {
  return inputsOf(node) === inputs ? volume(node.output()) : 0n;
}

function convolution(filter: number, withBias: number): Rule {
  return (node) => {
    const out = volume(node.output());
    return add(mul(out, window(node.input(filter))), biased(node, withBias));
  };
}

const gemm: Rule = (node) => {
  const inner = node.input(1).dim(node.int('transB', 0n) > 0n ? -1 : -2);
  return add(mul(volume(node.output()), inner), biased(node, 3));
};
const matMul: Rule = (node) => {
  const b = node.input(1);
  if (node.input(0).rank < 2 || b.rank < 2) refuse(`\`${node.facts.label}\`: onnx-tool stops at a product of vectors`);
  return add(mul(volume(node.output()), b.dim(-2)), biased(node, 3));
};
const quantizedMatMul: Rule = (node) => mul(volume(node.input(0)), node.input(3).dim(-1));

/** Asks for two operands, and takes no more. */
const einsum: Rule = (node) => {
  node.input(1);
  const labels = new Map<string, Dim>();
  const [left = ''] = node.text('equation', '').replaceAll(/\s/g, '').split('->');
  left.split(',').forEach((term, i) => {
    if (i > 1) return;
    [...term.replaceAll('.', '')].forEach((label, axis) => {
      labels.set(label, node.input(i).dim(axis));
    });
  });
  return product([...labels.values()]);
};

/** The window's first two axes; a third is forgotten. */
const pool: Rule = (node) => {
  const window = node.ints('kernel_shape');
  const [first = 3n, second] = window;
  return product([volume(node.output()), first, window.length === 2 && second !== undefined ? second : 1n]);
};

const resize: Rule = (node) => {
  const times = new Map([
    ['linear', 4n],
    ['cubic', 8n],
  ]);
  return mul(times.get(node.text('mode', 'nearest')) ?? 0n, volume(node.output()));
};

const layerNorm: Rule = (node) => {
  const x = node.input(0);
  const axis = Number(node.int('axis', -1n));
  const others = x.shape.filter((_, i) => i !== (axis < 0 ? axis + x.rank : axis));
  return add(mul(7n, volume(x)), mul(29n, product(others)));
};

/** (W + R + B) for every step, and `times` per element of the state; the directions are in the weights alone. */
function recurrent(gates: bigint, times: bigint): Rule {
  return (node) => {
    const [x, w, r, b] = [0, 1, 2, 3].map((i) => node.input(i));
    if (x === undefined || w === undefined || r === undefined || b === undefined) return 0n;
    const steps = mul(x.dim(0), x.dim(1));
    const hidden = node.input(1).dim(1);
    const width = typeof hidden === 'bigint' ? hidden / gates : hidden;
    return mul(steps, add(sum([w, r, b].map(volume)), mul(times, width)));
  };
}

/** Stored or computed of stored tensors; what is dequantized is not. */
function isStatic(node: Node, input: number): boolean {
  return node.isConstant(input) && node.maker(input)?.op !== 'DequantizeLinear';
}

/** Not deduplicated: a tensor that two nodes read is counted twice. */
function parameters(node: Node): Dim {
  return sum(node.facts.inputs.map((x, i) => (x !== undefined && isStatic(node, i) ? volume(x) : 0n)));
}

const moves = `Where Transpose Tile Gather Constant Concat GridSample DepthToSpace OneHot Trilu Unsqueeze Squeeze Shape Dropout
  Expand Pad Identity Erf Flatten ArgMax Slice TopK Compress RoiAlign ScatterElements ScatterND GatherND RandomUniformLike
  RandomNormalLike Reshape GatherElements ConstantOfShape Cast Split NonMaxSuppression Range
  ai.onnx.ml.ArrayFeatureExtractor ai.onnx.ml.ZipMap ai.onnx.ml.CategoryMapper`;

export const onnxTool: Convention = {
  id: 'onnx-tool',
  title: 'onnx-tool',
  version: '1.0.1 (00f5f0a)',
  source: 'https://github.com/ThanatosShinji/onnx-tool/blob/00f5f0a/onnx_tool/node.py',
  unit: 'macs',
  accuracy: 'exact',
  why: 'It reads the same file. Where it has no rule for an operator it stops, so the layer is unknown here; where its own shape inference fails it stops as well, and Flopgate counts on.',
  doc: 'MACs of convolutions and products with their bias, and every other operator by instructions: an exponential 32, a division 4, a square root 24. Erf is 0. Parameters are summed over the nodes that read them, shape constants included.',
  rules: rows(
    ['Sub Add Min Max Neg Abs Ceil Mod Mul Hardmax Relu Sign Less LessOrEqual Round Not And Or Xor CumSum', made(1n)],
    ['NonZero Equal Floor Greater GreaterOrEqual', made(1n)],
    ['Sum', (node) => mul(BigInt(Math.max(0, inputsOf(node) - 1)), volume(node.output()))],
    ['Clip LeakyRelu PRelu DequantizeLinear QuantizeLinear', made(2n)],
    ['Div Reciprocal HardSigmoid', made(4n)],
    ['HardSwish', made(5n)],
    ['InstanceNormalization', made(7n)],
    ['Sqrt', made(24n)],
    ['BatchNormalization', made(31n)],
    ['Exp Sigmoid Pow', made(32n)],
    ['LpNormalization', made(33n)],
    ['Gelu', made(34n)],
    ['Elu', made(35n)],
    ['Softmax', made(36n)],
    ['Sin Cos', made(39n)],
    ['Log', made(43n)],
    ['Atan', made(64n)],
    ['Tanh Softplus', made(76n)],
    ['LogSoftmax', made(80n)],
    ['LRN', (node) => mul(37n + node.int('size', 0n), volume(node.output()))],
    ['ReduceMean ReduceProd ReduceSum ReduceMin ReduceMax', taken(1n)],
    ['ReduceL2', taken(25n)],
    ['LayerNormalization', layerNorm],
    ['GlobalAveragePool', (node) => add(volume(node.input(0)), mul(4n, volume(node.output())))],
    ['AveragePool MaxPool', pool],
    ['Resize Upsample', resize],
    ['Conv ConvTranspose ConvInteger', convolution(1, 3)],
    ['QLinearConv', convolution(3, 9)],
    ['Gemm', gemm],
    ['MatMul MatMulInteger', matMul],
    ['QLinearMatMul', quantizedMatMul],
    ['Einsum', einsum],
    ['LSTM', recurrent(4n, 180n)],
    ['GRU', recurrent(3n, 110n)],
    [moves, zero],
  ),
  rest: (node) => refuse(`\`${node.facts.label}\`: onnx-tool stops at \`${node.op}\`, for which it has no rule`),
  countsElements: true,
  bodies: 'closed',
  parameters,
};
