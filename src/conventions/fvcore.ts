/** fvcore's FlopCountAnalysis. */
import { floorDiv, mul } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  convMacs,
  convolutions,
  dense,
  einsum,
  foldedNorms,
  isAdaptivePool,
  operandMacs,
  packed,
  perInput,
  perOutput,
  printedEinsumFlops,
  productMacs,
  products,
  recurrent,
  resizeMode,
  rows,
  transposed,
  transposedMacs,
  zero,
} from './formulas.ts';
import type { Node } from './node.ts';

/** Two patterns have a formula of their own; others take half of what numpy prints, rounded to four digits. */
function einsumMacs(node: Node) {
  const { equation, all } = einsum(node);
  const plain = renamed(equation);
  return plain === 'abc,abd->acd' || plain === 'abc,adc->adb' ? all : floorDiv(printedEinsumFlops(node), 2n);
}

/** Labels in order of appearance become a, b, c … */
function renamed(equation: string): string {
  const order = [...new Set(equation.replaceAll(/[^a-zA-Z]/g, ''))];
  return [...equation].map((c) => (order.includes(c) ? String.fromCharCode(97 + order.indexOf(c)) : c)).join('');
}

const upsample: Rule = (node) => {
  const { mode, axes } = resizeMode(node);
  if (axes !== 2 || mode === 'cubic') return 0n;
  return mul(mode === 'linear' ? 4n : 1n, node.out);
};

export const fvcore: Convention = {
  id: 'fvcore',
  title: 'fvcore',
  version: '0.1.6 (3378afe)',
  source: 'https://github.com/facebookresearch/fvcore/blob/3378afe/fvcore/nn/jit_handles.py',
  unit: 'macs',
  accuracy: 'near',
  why: `Its rules are per traced operator, and files hold the same ones. ${foldedNorms} A pool over all positions is taken for adaptive_avg_pool2d, and every norm for one with weights.`,
  doc: 'What it calls FLOPs are MACs: convolutions and products without bias, 2 per element of batch norms, 5 of other norms, 1 of global average pools, 1 or 4 of upsampling. Recurrent layers are not supported: 0.',
  rules: rows(
    [convolutions, convMacs],
    [transposed, transposedMacs],
    [`${dense} ${packed}`, productMacs],
    [products, operandMacs],
    ['Einsum', einsumMacs],
    ['BatchNormalization', perInput(2n)],
    ['LayerNormalization InstanceNormalization GroupNormalization', perInput(5n)],
    ['AveragePool GlobalAveragePool', (node) => (isAdaptivePool(node) && node.input(0).rank === 4 ? node.size() : 0n)],
    ['Resize Upsample', upsample],
    ['GridSample', perOutput(4n)],
    [`${recurrent} Attention`, zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
