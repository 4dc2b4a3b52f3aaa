/** torchstat. Its column "Flops" holds MACs, its column "MAdd" FLOPs; here they are under their right names. */
import { add, type Dim, mul, product, sub } from '../model/dim.ts';
import type { Convention, Count, Rule } from './convention.ts';
import {
  biasAdds,
  byLinear,
  convMacs,
  convolutions,
  dense,
  foldedNorms,
  hasBias,
  inner,
  isAdaptivePool,
  isRelu6,
  kernel,
  outer,
  perSample,
  products,
  recurrent,
  rows,
  spatial,
  transposed,
  zero,
} from './formulas.ts';
import { type Node, refuse } from './node.ts';

/** Products and sums of one output element: 2·K·Ci/g − 1, and 1 for the bias. */
function perElement(node: Node, channels: Dim): Dim {
  return add(sub(product([2n, kernel(node), channels]), 1n), hasBias(node) ? 1n : 0n);
}

const convolution: Rule = (node): Count => {
  if (node.input(0).rank !== 4) return { macs: 0n, flops: 0n };
  const [, perGroup = 1n] = node.input(1).shape;
  return {
    macs: add(convMacs(node), biasAdds(node)),
    flops: mul(perSample(node.out, node), perElement(node, perGroup)),
  };
};

const transposedConvolution: Rule = (node): Count => {
  const x = node.input(0);
  if (x.rank !== 4) return { macs: 0n, flops: 0n };
  const [channels, groups] = [x.dim(1), node.int('group', 1n)];
  const perGroup = typeof channels === 'bigint' ? channels / groups : channels;
  return { macs: 0n, flops: product([spatial(x), node.output().dim(1), perElement(node, perGroup)]) };
};

const linear: Rule = (node): Count => {
  if (node.input(0).rank !== 2 || node.output().rank !== 2)
    return refuse(`\`${node.facts.label}\`: torchstat asserts that a linear layer has 2 axes`);
  return {
    macs: mul(inner(node), node.out),
    flops: mul(outer(node), sub(mul(2n, inner(node)), 1n)),
  };
};

/** |X| as MACs, and as many FLOPs of one sample as said for each element of input and output. */
function elements(flops: (node: Node) => Dim): Rule {
  return (node): Count => ({ macs: node.size(), flops: flops(node) });
}
const none: Rule = () => ({ macs: 0n, flops: 0n });
const sample = (node: Node): Dim => perSample(node.size(), node);

function pool(perWindow: (window: Dim) => Dim): Rule {
  return (node) => {
    if (node.input(0).rank !== 4 || (node.op === 'AveragePool' && isAdaptivePool(node))) return { macs: 0n, flops: 0n };
    return {
      macs: node.size(),
      flops: mul(perSample(node.out, node), perWindow(product(node.ints('kernel_shape')))),
    };
  };
}

export const torchstat: Convention = {
  id: 'torchstat',
  title: 'torchstat',
  version: 'b52a3b0',
  source: 'https://github.com/Swall0w/torchstat/tree/b52a3b0/torchstat',
  unit: 'both',
  accuracy: 'near',
  why: `It sees modules only, and of those a few two-dimensional ones. ${foldedNorms}`,
  doc: 'MACs are its column "Flops", FLOPs its column "MAdd", which leaves the batch out. Two-dimensional convolutions, batch norms, pools, ReLU and its kin, linear layers on two axes; anything else is 0. Linear layers on more axes stop it.',
  rules: rows(
    [convolutions, convolution],
    [transposed, transposedConvolution],
    [dense, linear],
    [products, byLinear(linear, none)],
    [
      'BatchNormalization',
      (node) => (node.input(0).rank === 4 ? { macs: mul(2n, node.size()), flops: mul(4n, sample(node)) } : none(node)),
    ],
    ['Relu', elements(sample)],
    ['Clip', (node) => (isRelu6(node) ? elements(sample)(node) : none(node))],
    ['PRelu Elu LeakyRelu', elements(() => 0n)],
    ['MaxPool', pool((window) => sub(window, 1n))],
    ['AveragePool', pool((window) => window)],
    ['Softmax', (node) => ({ macs: 0n, flops: sub(mul(3n, sample(node)), 1n) })],
    // Batch × height × width: the channels are lost.
    ['Resize Upsample', (node) => ({ macs: mul(node.output().dim(0), spatial(node.output())), flops: 0n })],
    [`${recurrent} Einsum Attention`, zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
