/** Netscope's analyser, for networks that came from Caffe. */
import { type Dim, floorDiv, mul, product } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  byLinear,
  convMacs,
  convolutions,
  dense,
  kernel,
  packed,
  perInput,
  positions,
  productMacs,
  products,
  rows,
  transposed,
} from './formulas.ts';
import { type Node, refuse } from './node.ts';

/** Ci·Co·Wo·Ho·(K / s²)·N; groups are forgotten. */
function transposedConvolution(node: Node): Dim {
  const strides = node.ints('strides');
  const y = node.output();
  const all = product([node.input(0).dim(1), y.dim(1), positions(y), kernel(node)]);
  return floorDiv(all, product(strides.length > 0 ? strides : [1n]));
}

/** Scale, in which one operand is stored, multiplies; Eltwise is read from the wrong field and always adds. */
const multiply: Rule = (node) => (node.isConstant(0) || node.isConstant(1) ? node.out : 0n);

/** BatchNorm has 2 for each channel, and Scale none, though it holds as many. */
const parameters = (node: Node): Dim => {
  if (node.op === 'BatchNormalization') return mul(2n, node.input(0).dim(1));
  if (node.op === 'LRN') return 2n;
  return weighted.has(node.op) ? node.facts.parameters : 0n;
};
const weighted = new Set(`${convolutions} ${transposed} ${dense} ${packed} ${products}`.split(' '));

export const netscope: Convention = {
  id: 'netscope',
  title: 'Netscope',
  version: 'dgschwend/netscope 8ae36d8',
  source: 'https://github.com/dgschwend/netscope/blob/8ae36d8/src/analyzer.coffee',
  unit: 'macs',
  accuracy: 'near',
  why: 'It reads a Caffe prototxt. A batch norm of a file is taken for its BatchNorm and Scale, a product with a stored tensor for a Scale.',
  doc: 'Its column macc: convolutions and inner products without bias, Scale layers, the squares of LRN. Comparisons, additions, divisions and exponentials it keeps apart and sums nowhere. Products of activations have no layer.',
  rules: rows(
    [convolutions, convMacs],
    [transposed, transposedConvolution],
    [`${dense} ${packed}`, productMacs],
    [
      products,
      byLinear(productMacs, (node) =>
        refuse(`\`${node.facts.label}\`: Caffe has no layer for a product of activations`),
      ),
    ],
    ['BatchNormalization', perInput()],
    ['Mul', multiply],
    ['LRN', (node) => mul(node.int('size', 1n), node.out)],
  ),
  rest: 'arithmetic',
  countsElements: false,
  bodies: 'followed',
  parameters,
};
