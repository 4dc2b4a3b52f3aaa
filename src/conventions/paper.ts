/** The formulas of pruning papers. */
import { add, mul, product, sub } from '../model/dim.ts';
import type { Convention } from './convention.ts';
import {
  byLinear,
  convolutions,
  dense,
  inner,
  outer,
  packed,
  positions,
  products,
  rows,
  weightOf,
} from './formulas.ts';
import { type Node, refuse } from './node.ts';

/** 2·H·W·(Ci/g·K + 1)·Co: the 1 is the bias, counted whether there is one or not. */
function convolution(node: Node) {
  const [filters, ...filter] = weightOf(node).shape;
  return product([2n, positions(node.output()), add(product(filter), 1n), filters ?? 1n]);
}

/** (2·I − 1)·O */
function fullyConnected(node: Node) {
  return mul(sub(mul(2n, inner(node)), 1n), mul(outer(node), rowsOf(node)));
}

function rowsOf(node: Node) {
  return product(node.output().shape.slice(0, -1));
}

export const paper: Convention = {
  id: 'paper',
  title: 'Molchanov et al.',
  version: 'arXiv:1611.06440v2, appendix A.1',
  source: 'https://arxiv.org/abs/1611.06440',
  unit: 'flops',
  accuracy: 'exact',
  why: 'The formulas need extents only, and the file has them. The paper has none for transposed convolutions, recurrent layers and products of activations: those are unknown.',
  doc: 'FLOPs of convolutions, 2·H·W·(Ci·K² + 1)·Co, and of fully connected layers, (2·I − 1)·O; multiplication and addition apart, a bias on every convolution, nothing else.',
  rules: rows(
    [convolutions, convolution],
    [`${dense} ${packed}`, fullyConnected],
    [
      products,
      byLinear(fullyConnected, (node) =>
        refuse(`\`${node.facts.label}\` multiplies two activations; Molchanov et al. have no formula for it`),
      ),
    ],
  ),
  rest: 'arithmetic',
  countsElements: false,
  bodies: 'followed',
};
