/** torchinfo's mult-adds. */
import { add, type Dim, mul, product, sum } from '../model/dim.ts';
import type { Convention } from './convention.ts';
import {
  byLinear,
  convolutions,
  dense,
  foldedNorms,
  hasBias,
  isGroupNorm,
  onLinearBias,
  packed,
  perOutput,
  positions,
  productMacs,
  products,
  recurrent,
  rows,
  transposed,
  weightSize,
  zero,
} from './formulas.ts';
import { type Node, refuse } from './node.ts';

/** (W + bCo) at every output position, of transposed convolutions too. */
function convolution(node: Node): Dim {
  const channels = node.output().dim(1);
  return mul(positions(node.output()), add(weightSize(node), hasBias(node) ? channels : 0n));
}

function linear(node: Node): Dim {
  return add(productMacs(node), hasBias(node) ? node.out : 0n);
}

/** Any other module: batch × elements of what it calls `weight` and `bias`. */
function perBatch(...parameters: readonly number[]) {
  return (node: Node): Dim => {
    const elements = parameters.map((i) => (node.has(i) ? node.size(i) : 0n));
    return mul(node.output().dim(0), sum(elements));
  };
}

function instanceNorm(node: Node): Dim {
  const grouped = isGroupNorm(node) ? node.maker(0) : undefined;
  if (grouped === undefined) return perBatch(1, 2)(node);
  return product([2n, node.output().dim(0), grouped.input(0).dim(1)]);
}

function recurrentLayer(node: Node): Dim {
  if (node.has(7)) refuse(`\`${node.facts.label}\`: PyTorch has no recurrent layer with peepholes`);
  const x = node.input(0);
  return product([x.dim(0), x.dim(1), sum([1, 2, 3].map((i) => (node.has(i) ? node.size(i) : 0n)))]);
}

export const torchinfo: Convention = {
  id: 'torchinfo',
  title: 'torchinfo',
  version: '5c4164f',
  source: 'https://github.com/TylerYep/torchinfo/blob/5c4164f/torchinfo/layer_info.py',
  unit: 'macs',
  accuracy: 'near',
  why: `It counts modules that own a weight or a bias; what a function does with a parameter (the input projection of nn.MultiheadAttention) is 0 there and a linear layer here. ${foldedNorms}`,
  doc: 'Mult-adds: weight and bias elements × output positions of convolutions and linear layers, × batch of everything else that has parameters (an embedding charges its whole table). Products of activations, activations and pools are 0.',
  rules: rows(
    [`${convolutions} ${transposed}`, convolution],
    [dense, linear],
    [packed, productMacs],
    [products, byLinear(productMacs, zero)],
    ['Add', onLinearBias(perOutput())],
    ['BatchNormalization LayerNormalization', perBatch(1, 2)],
    ['RMSNormalization PRelu', perBatch(1)],
    ['InstanceNormalization', instanceNorm],
    ['Gather', (node) => (isTable(node) ? perBatch(0)(node) : 0n)],
    [recurrent, recurrentLayer],
    ['Einsum Attention', zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};

/** An embedding: rows of a stored matrix. */
function isTable(node: Node): boolean {
  return node.isConstant(0) && node.input(0).rank === 2 && !node.isConstant(1) && node.int('axis', 0n) === 0n;
}
