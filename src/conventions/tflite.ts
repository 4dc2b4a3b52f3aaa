/** The arithmetic count the TensorFlow Lite converter prints. */
import { add, type Dim, mul, product, sub } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  biasAdds,
  byLinear,
  convMacs,
  convolutions,
  dense,
  hasBias,
  hasVolume,
  isGroupNorm,
  normalizedRows,
  packed,
  perOutput,
  productMacs,
  products,
  rows,
  transposed,
  weightOf,
  zero,
} from './formulas.ts';
import { type Node, refuse } from './node.ts';

/** CONV_2D always has a bias, of zeros where the file has none. CONV_3D has no count; its bias is an ADD. */
const convolution: Rule = (node) => (hasVolume(node) ? biasAdds(node) : add(mul(2n, convMacs(node)), node.out));

/** |X|·Co·K, as the loops of its reference kernel; the bias is its third operand and has no count. */
function transposedConvolution(node: Node): Dim {
  if (hasVolume(node)) return biasAdds(node);
  const [, filters = 1n, ...window] = weightOf(node).shape;
  return product([2n, node.size(), filters, node.int('group', 1n), ...window]);
}

const linear: Rule = (node) => add(mul(2n, productMacs(node)), hasBias(node) ? node.out : 0n);

function pool(node: Node): Dim {
  if (hasVolume(node)) refuse(`\`${node.facts.label}\`: the converter has no pool in three dimensions`);
  return mul(product(node.ints('kernel_shape')), node.out);
}

const convolves: ReadonlySet<string> = new Set([...convolutions.split(' '), transposed]);
const affine: ReadonlySet<string> = new Set(['Add', 'Sub', 'Mul', 'Div']);

/**
 * What the converter folds into the convolution before: a batch norm, and sums and products with one constant for each
 * channel or for all. Chains are followed only so far.
 */
function isFolded(node: Node, further = 8): boolean {
  if (further === 0) return false;
  const [data, constant] = node.op === 'BatchNormalization' || !node.isConstant(0) ? [0, 1] : [1, 0];
  const before = node.maker(data);
  if (before === undefined) return false;
  if (node.op !== 'BatchNormalization') {
    if (!affine.has(node.op) || !node.isConstant(constant) || (node.op === 'Div' && constant === 0)) return false;
    const elements = node.size(constant);
    if (elements !== 1n && elements !== node.output().dim(1)) return false;
  }
  return convolves.has(before.op) ? !hasVolume(before) : isFolded(before, further - 1);
}

/** MUL and ADD where it is not folded. */
const batchNorm: Rule = (node) => (isFolded(node) ? 0n : mul(2n, node.size()));

/** What constants give is a constant of the converted graph. */
const arithmetic: Rule = (node) => ((node.isConstant(0) && node.isConstant(1)) || isFolded(node) ? 0n : node.out);

/** Squared differences and means have no count: three products and two sums for each element, ε for each mean. */
const layerNorm: Rule = (node) => add(mul(node.has(2) ? 5n : 4n, node.size()), normalizedRows(node));

/**
 * A product and a sum for each element, and a difference where the groups make five axes, for which
 * SQUARED_DIFFERENCE is written out; for each channel γ and two more, and ε for each mean.
 */
function groupNorm(node: Node, groups: Dim): Dim {
  const x = node.input(0);
  return add(mul(x.rank > 3 ? 3n : 2n, node.size()), mul(x.dim(0), add(groups, mul(3n, x.dim(1)))));
}
/** PyTorch's GroupNorm is one between Reshapes; its γ and β follow as a product and a sum, and are counted there. */
const instanceNorm: Rule = (node) => {
  const before = isGroupNorm(node) ? node.maker(0) : undefined;
  const counted = groupNorm(before ?? node, node.input(0).dim(1));
  return before === undefined ? counted : sub(counted, mul(2n, node.size()));
};

export const tflite: Convention = {
  id: 'tflite',
  title: 'TensorFlow Lite converter',
  version: 'LiteRT f674577',
  source: 'https://github.com/google-ai-edge/LiteRT/blob/f674577/tflite/converter/ir/tfl_ops.cc',
  unit: 'flops',
  accuracy: 'near',
  why: 'It counts the graph it has made: batch norms, and sums and products by channel, folded into the convolution before them; activations fused. On nine convolutional networks of Keras applications (tf2onnx files) it is the same integer, folded in the file or not. The converter takes out more where it can: arithmetic on the image before the first convolution (EfficientNetB0, 0.05 %), hard swish written in four nodes (MobileNetV3, 1.4 %). Half of the total is what it prints as MACs.',
  doc: 'Operations: two for each multiply-accumulate of convolutions and fully connected layers, and a bias for every convolution; 64 for each element of sigmoid, tanh and softmax; one of sums and products; norms that stay by their primitives, of which means, squares and roots have no count. Products of activations are not counted, nor convolutions in three dimensions.',
  rules: rows(
    [convolutions, convolution],
    [transposed, transposedConvolution],
    [`${dense} ${packed}`, linear],
    [products, byLinear(linear, zero)],
    ['Add Sub Mul Div', arithmetic],
    ['Sum', (node) => mul(BigInt(node.facts.inputs.length - 1), node.out)],
    ['BatchNormalization', batchNorm],
    ['LayerNormalization', layerNorm],
    ['RMSNormalization', (node) => add(mul(2n, node.size()), normalizedRows(node))],
    ['GroupNormalization', (node) => groupNorm(node, node.int('num_groups', 1n))],
    ['InstanceNormalization', instanceNorm],
    ['HardSigmoid', perOutput(2n)],
    ['Softplus', perOutput()],
    ['Swish', perOutput(65n)],
    ['Mish', perOutput(66n)],
    ['Sigmoid Tanh Softmax LogSoftmax', perOutput(64n)],
    ['LpNormalization', perOutput(3n)],
    ['MaxPool AveragePool', pool],
    // MEAN and REDUCE_MAX, as means and maxima over axes, have no count.
    ['GlobalAveragePool GlobalMaxPool', zero],
    ['Attention', zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
