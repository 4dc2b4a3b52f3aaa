/** TensorFlow's profiler: `flops_registry.py` and the statistics registered in `nn_ops.py`. */
import { add, type Dim, floorDiv, mul, product, sub } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  biasAdds,
  convMacs,
  convolutions,
  dense,
  hasBias,
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

const convolution: Rule = (node) => (node.input(0).rank > 4 ? 0n : add(mul(2n, convMacs(node)), biasAdds(node)));

/** Conv2DBackpropInput: 2·|Y|·W / (channels of Y · strides), and the bias. */
function transposedConvolution(node: Node): Dim {
  const strides = node.ints('strides');
  const divisor = mul(node.output().dim(1), product(strides.length > 0 ? strides : [1n]));
  return add(floorDiv(product([2n, node.out, weightSize(node)]), divisor), biasAdds(node));
}

const linear: Rule = (node) => add(mul(2n, productMacs(node)), hasBias(node) ? node.out : 0n);

/** As Keras 3 writes it out: ε, the root (2), γ, and the shift (2) for each channel; a product and a sum for each element. */
const batchNorm: Rule = (node) => add(mul(2n, node.size()), mul(6n, node.input(0).dim(1)));

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
  why: 'It counts a frozen TensorFlow graph in NHWC, where a network may have other operators for the same thing. On the convolutional networks of Keras applications, written down layer by layer, it is the same integer; where batch norms were folded into convolutions (2 operations per element and 6 per channel each), it is lower by them. Batch products are counted, as recent releases do.',
  doc: 'FLOPs: two for each multiply-accumulate of convolutions and products, one for a bias and for each element of arithmetic and comparisons, 5 of softmax; batch norms as Keras 3 writes them out, 2 for each element and 6 for each channel; Relu, sigmoid and tanh have no entry: 0.',
  rules: rows(
    [convolutions, convolution],
    [transposed, transposedConvolution],
    [`${dense} ${packed} ${products}`, linear],
    ['BatchNormalization', batchNorm],
    ['Reciprocal Log Neg', perInput()],
    ['Softmax', perInput(5n)],
    ['Add Sub Mul Div Max Min Pow Greater GreaterOrEqual Less LessOrEqual Equal', perOutput()],
    ['Sum', (node) => mul(BigInt(node.facts.inputs.length - 1), node.out)],
    ['ReduceMean GlobalAveragePool', perInput()],
    ['ReduceSum ArgMax ArgMin', reduced],
    ['MaxPool AveragePool', (node) => mul(product(node.ints('kernel_shape')), node.out)],
    ['Attention', zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
