/** ptflops with its default backend, `pytorch`. */
import { add, type Dim, floorDiv, mul, product, sum } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  biasAdds,
  byLinear,
  cell,
  cellMacs,
  convMacs,
  convolutions,
  dense,
  foldedNorms,
  hasBias,
  onLinearBias,
  onRelu6,
  onSilu,
  operandMacs,
  packed,
  perInput,
  perOutput,
  productMacs,
  products,
  recurrent,
  rows,
  transposed,
  transposedMacs,
  zero,
} from './formulas.ts';
import type { Node } from './node.ts';

function linear(node: Node): Dim {
  return add(productMacs(node), hasBias(node) ? node.out : 0n);
}

/** gates·H·(I+H), then the additions and products of the gates as `rnn_flops` has them, then both biases. */
function recurrentCell(node: Node): Dim {
  const { hidden, gates, bias, runs } = cell(node);
  const states = node.op === 'LSTM' ? 10n : node.op === 'GRU' ? 7n : 1n;
  return mul(sum([cellMacs(node), mul(states, hidden), product([2n, bias, gates, hidden])]), runs);
}

/** The module's hook counts one sample, the function's all of it. */
const upsample: Rule = (node) => add(node.out, floorDiv(node.out, node.output().dim(0)));

export const ptflops: Convention = {
  id: 'ptflops',
  title: 'ptflops',
  version: '0.7.6 (d612c75), backend pytorch',
  source: 'https://github.com/sovrasov/flops-counter.pytorch/blob/d612c75/ptflops/pytorch_ops.py',
  unit: 'macs',
  accuracy: 'near',
  why: `It counts modules, functions and methods apart, and both where one calls the other (nn.ReLU twice, F.relu once, \`+\` not at all); a file has one operator for all of them. Here activations and pools are modules, sums are operators. ${foldedNorms}`,
  doc: 'MACs of convolutions and linear layers with their bias, of products, and one per element of norms and activations, two where module and function are both hooked.',
  rules: rows(
    [convolutions, (node) => add(convMacs(node), biasAdds(node))],
    [transposed, (node) => add(transposedMacs(node), biasAdds(node))],
    [dense, linear],
    [packed, productMacs],
    [products, byLinear(productMacs, operandMacs)],
    ['Add', onLinearBias(perOutput())],
    ['Mul', onSilu(perOutput())],
    ['BatchNormalization InstanceNormalization', perInput(2n)],
    ['LayerNormalization RMSNormalization', perInput()],
    ['Relu PRelu Elu Gelu Erf MaxPool AveragePool GlobalAveragePool GlobalMaxPool', perInput(2n)],
    ['LeakyRelu', perOutput()],
    ['Clip', onRelu6(perOutput())],
    ['Softmax', perInput()],
    ['Resize Upsample', upsample],
    [recurrent, recurrentCell],
    // Einsum is neither hooked nor lowered to what is.
    ['Einsum', zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
