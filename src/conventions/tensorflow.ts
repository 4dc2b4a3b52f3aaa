/** TensorFlow's profiler: `flops_registry.py` and the statistics registered in `nn_ops.py`. */
import { add, type Dim, floorDiv, mul, product, sub } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  biasAdds,
  convMacs,
  convolutions,
  dense,
  hasBias,
  hasVolume,
  isGroupNorm,
  normalizedRows,
  onSilu,
  packed,
  perInput,
  perOutput,
  productMacs,
  products,
  rows,
  transposed,
  weightSize,
  zero,
} from './formulas.ts';
import type { Node } from './node.ts';

/** Conv2D and Conv3D alike. */
const convolution: Rule = (node) => add(mul(2n, convMacs(node)), biasAdds(node));

/** Conv2DBackpropInput: 2·|Y|·W / (channels of Y · strides), and the bias. In three dimensions the bias alone has an entry. */
function transposedConvolution(node: Node): Dim {
  if (hasVolume(node)) return biasAdds(node);
  const strides = node.ints('strides');
  const divisor = mul(node.output().dim(1), product(strides.length > 0 ? strides : [1n]));
  return add(floorDiv(product([2n, node.out, weightSize(node)]), divisor), biasAdds(node));
}

const linear: Rule = (node) => add(mul(2n, productMacs(node)), hasBias(node) ? node.out : 0n);

/** As Keras 3 writes it out: ε, the root (2), γ, and the shift (2) for each channel; a product and a sum for each element. */
const batchNorm: Rule = (node) => add(mul(2n, node.size()), mul(6n, node.input(0).dim(1)));

/** MaxPool3D and AvgPool3D have no entry. */
const pool: Rule = (node) => (hasVolume(node) ? 0n : mul(product(node.ints('kernel_shape')), node.out));

/**
 * Keras 3: the two moments (1 + 2 + 1 for each element) and the normalization (2); ε, the root (2) and a sign for each
 * mean; for each channel of each sample γ and two products.
 */
function groupNorm(node: Node, groups: Dim): Dim {
  const [samples, channels] = [node.input(0).dim(0), node.input(0).dim(1)];
  return add(mul(6n, node.size()), mul(samples, add(mul(4n, groups), mul(3n, channels))));
}

/** PyTorch's GroupNorm is one between Reshapes; its γ and β follow as a product and a sum, and are counted there. */
const instanceNorm: Rule = (node) => {
  const before = isGroupNorm(node) ? node.maker(0) : undefined;
  const counted = groupNorm(before ?? node, node.input(0).dim(1));
  return before === undefined ? counted : sub(counted, mul(2n, node.size()));
};

/** The same over the last axes; γ is the size of what is normalized, and three products are taken with it. */
const layerNorm: Rule = (node) => add(mul(node.has(2) ? 9n : 8n, node.size()), mul(4n, normalizedRows(node)));

/** Squares, mean, two products; ε and the root (2) for each mean. */
const rmsNorm: Rule = (node) => add(mul(4n, node.size()), mul(3n, normalizedRows(node)));

/** γ and x are negated, multiplied and added to what is positive. */
const prelu: Rule = (node) => add(mul(3n, node.out), node.size(1));

/** Rsqrt, which files write as two nodes, counts 2. */
const reciprocal: Rule = (node) => mul(node.maker(0)?.op === 'Sqrt' ? 2n : 1n, node.size());

function reduced(node: Node): Dim {
  return sub(node.size(), node.out);
}

export const tensorflow: Convention = {
  id: 'tensorflow',
  title: 'TensorFlow profiler',
  version: 'flops_registry.py of TensorFlow 2.21',
  source: 'tensorflow/python/profiler/internal/flops_registry.py',
  unit: 'flops',
  accuracy: 'near',
  why: 'It counts a frozen TensorFlow graph in NHWC, where a network may have other operators for the same thing. On the convolutional networks of Keras applications, written down layer by layer, it is the same integer, but for one operation per channel where Keras leaves γ out (InceptionV3: 17,216 of 11,468,989,680). tf2onnx folds most batch norms: its files of those networks come out lower by what they cost, 0.002 % (ResNet50) to 0.9 % (MobileNetV3Small). Batch products are counted, as recent releases do; the two of Keras multi-head attention are Einsum there, which has no entry.',
  doc: 'FLOPs: two for each multiply-accumulate of convolutions and products, one for a bias and for each element of arithmetic and comparisons, 5 of softmax; norms and activations as Keras 3 writes them out: a batch norm is 2 for each element and 6 for each channel, a layer norm 9 for each element and 4 for each mean, SiLU 2, GELU 4; Relu, sigmoid and tanh, and pools and transposed convolutions in three dimensions have no entry: 0.',
  rules: rows(
    [convolutions, convolution],
    [transposed, transposedConvolution],
    [`${dense} ${packed} ${products}`, linear],
    ['BatchNormalization', batchNorm],
    ['LayerNormalization', layerNorm],
    ['RMSNormalization', rmsNorm],
    ['GroupNormalization', (node) => groupNorm(node, node.int('num_groups', 1n))],
    ['InstanceNormalization', instanceNorm],
    ['Log Neg', perInput()],
    ['Reciprocal', reciprocal],
    ['Softmax', perInput(5n)],
    ['PRelu', prelu],
    ['HardSigmoid', perOutput(2n)],
    ['HardSwish', perOutput(3n)],
    ['Mish', perOutput()],
    // nn.silu multiplies by β = 1 first.
    ['Swish', perOutput(2n)],
    ['Mul', onSilu(perOutput(2n), perOutput())],
    ['Gelu', (node) => mul(node.text('approximate', 'none') === 'tanh' ? 7n : 4n, node.out)],
    ['Add Sub Div Max Min Pow Greater GreaterOrEqual Less LessOrEqual Equal', perOutput()],
    ['Sum', (node) => mul(BigInt(node.facts.inputs.length - 1), node.out)],
    ['ReduceMean GlobalAveragePool', perInput()],
    ['ReduceSum ArgMax ArgMin', reduced],
    ['MaxPool AveragePool', pool],
    ['Attention', zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
