/** convnet-burden, for networks that came from MatConvNet. */
import { add, type Dim, mul, product, sum } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  biasAdds,
  byLinear,
  convMacs,
  convolutions,
  dense,
  hasBias,
  kernel,
  packed,
  perInput,
  perOutput,
  productMacs,
  products,
  rows,
  transposed,
  zero,
} from './formulas.ts';
import { type Node, refuse } from './node.ts';

/** |X|·K·Ci: the filter's depth is taken for the number of filters. */
const transposedConvolution: Rule = (node) =>
  add(product([node.size(), kernel(node), node.input(1).dim(0)]), biasAdds(node));

const linear: Rule = (node) => add(productMacs(node), hasBias(node) ? node.out : 0n);

/** Two for every position of the input the stride covers. */
const pool: Rule = (node) => product([2n, node.out, ...node.ints('strides')]);

function normalize(node: Node): Dim {
  const [n = 1n, channels = 1n, ...extents] = node.output().shape;
  return sum([node.out, product([n, add(mul(2n, channels), 2n), ...extents])]);
}

export const convnetBurden: Convention = {
  id: 'convnet-burden',
  title: 'convnet-burden',
  version: '9c7f31b',
  source: 'https://github.com/albanie/convnet-burden/blob/9c7f31b/core/burden.m',
  unit: 'macs',
  accuracy: 'near',
  why: 'It reads MatConvNet networks. Products of two activations and recurrent layers have no layer there, and are unknown.',
  doc: 'What it calls FLOPs are fused multiply-adds: convolutions and fully connected layers with bias, 2 per element of ReLU, 2 per element a pool covers, 1 of sums, scales and global pools, 4 of upsampling. Batch norms are taken as merged, softmax and sigmoid as too hard to tell: 0.',
  rules: rows(
    [convolutions, (node) => add(convMacs(node), biasAdds(node))],
    [transposed, transposedConvolution],
    [`${dense} ${packed}`, linear],
    [
      products,
      byLinear(linear, (node) =>
        refuse(`\`${node.facts.label}\`: MatConvNet has no layer for a product of activations`),
      ),
    ],
    ['Relu LeakyRelu Clip', perOutput(2n)],
    ['MaxPool AveragePool', pool],
    ['GlobalAveragePool GlobalMaxPool ReduceMax ReduceMean', perInput()],
    ['Add Sum Mul', perOutput()],
    ['Max', (node) => mul(BigInt(node.facts.inputs.length), node.out)],
    ['Resize Upsample', perOutput(4n)],
    ['LRN LpNormalization', normalize],
    ['BatchNormalization Softmax Sigmoid', zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
