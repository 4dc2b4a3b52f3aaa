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
  why: 'It counts a frozen TensorFlow graph in NHWC; a network that came another way has other operators for the same thing. Batch products are counted, as recent releases do.',
  doc: 'FLOPs: two for each multiply-accumulate of convolutions and products, one for a bias and for each element of arithmetic and comparisons, 5 of softmax; Relu, sigmoid, tanh and fused batch norms have no entry: 0.',
  rules: rows(
    [convolutions, convolution],
    [transposed, transposedConvolution],
    [`${dense} ${packed} ${products}`, linear],
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
