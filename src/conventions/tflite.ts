/** The arithmetic count the TensorFlow Lite converter prints. */
import { add, type Dim, mul, product } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  biasAdds,
  byLinear,
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
  weightOf,
  zero,
} from './formulas.ts';
import type { Node } from './node.ts';

const convolution: Rule = (node) => (node.input(0).rank > 4 ? 0n : add(mul(2n, convMacs(node)), biasAdds(node)));

/** |X|·Co·K, as the loops of its reference kernel. */
function transposedConvolution(node: Node): Dim {
  const [, filters = 1n, ...window] = weightOf(node).shape;
  return product([2n, node.size(), filters, node.int('group', 1n), ...window]);
}

const linear: Rule = (node) => add(mul(2n, productMacs(node)), hasBias(node) ? node.out : 0n);

const pool: Rule = (node) => mul(product(node.ints('kernel_shape')), node.out);

export const tflite: Convention = {
  id: 'tflite',
  title: 'TensorFlow Lite converter',
  version: 'LiteRT f674577',
  source: 'https://github.com/google-ai-edge/LiteRT/blob/f674577/tflite/converter/ir/tfl_ops.cc',
  unit: 'flops',
  accuracy: 'near',
  why: 'It counts the graph it has made: batch norms folded, activations fused, sums and products merged. Where the file still has them apart, they are counted apart. On the convolutional networks of Keras applications with batch norms folded it is within 0.03 %. Half of the total is what it prints as MACs.',
  doc: 'Operations: two for each multiply-accumulate of convolutions and fully connected layers, with bias; 64 for each element of sigmoid, tanh and softmax; one of sums and products. Products of activations are not counted.',
  rules: rows(
    [convolutions, convolution],
    [transposed, transposedConvolution],
    [`${dense} ${packed}`, linear],
    [products, byLinear(linear, zero)],
    ['Add Sub Mul Div', perOutput()],
    ['Sum', (node) => mul(BigInt(node.facts.inputs.length - 1), node.out)],
    ['Sigmoid Tanh Softmax LogSoftmax', perOutput(64n)],
    ['LpNormalization', perOutput(3n)],
    ['MaxPool AveragePool', pool],
    // A pool over everything is an AVERAGE_POOL_2D whose window is the image; ReduceMean stays MEAN, which has no count.
    ['GlobalAveragePool GlobalMaxPool', perInput()],
    ['Attention', zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
