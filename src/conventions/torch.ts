/** torch.utils.flop_counter. */
import { mul } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  cell,
  cellMacs,
  convMacs,
  convolutions,
  dense,
  einsum,
  isAttention,
  near,
  packed,
  productMacs,
  products,
  recurrent,
  rows,
  transposed,
  transposedMacs,
} from './formulas.ts';

const attention =
  'FlopCounterMode counts 0 for scaled_dot_product_attention on the CPU and for the fast path of nn.MultiheadAttention; a file holds their products, which are counted.';

function doubled(macs: Rule): Rule {
  return (node) => {
    const count = macs(node);
    return typeof count === 'object' && !('kind' in count) ? count : { macs: count, flops: mul(2n, count) };
  };
}

const product = doubled(productMacs);

export const torch: Convention = {
  id: 'torch',
  title: 'torch.utils.flop_counter',
  version: 'PyTorch 2.13.0',
  source: 'torch/utils/flop_counter.py',
  unit: 'both',
  accuracy: 'exact',
  why: 'Only convolutions and matrix products are counted, without bias, and no export changes those.',
  doc: 'FLOPs, two for each multiply-accumulate of convolutions and matrix products; everything else is 0, a fused LSTM too. MACs are half of it by its own definition.',
  rules: rows(
    [convolutions, doubled(convMacs)],
    [transposed, doubled(transposedMacs)],
    [`${dense} ${packed}`, product],
    [products, (node) => (isAttention(node) ? near(attention, product)(node) : product(node))],
    ['Einsum', doubled((node) => (einsum(node).multiplies ? einsum(node).all : 0n))],
    // On the CPU an LSTM is one fused operator that has no formula; GRU and RNN come apart into products.
    [
      recurrent,
      (node) => (node.op === 'LSTM' ? { macs: 0n, flops: 0n } : doubled((n) => mul(cellMacs(n), cell(n).runs))(node)),
    ],
    [
      'Attention',
      near(
        attention,
        doubled((node) => node.ownMacs),
      ),
    ],
  ),
  rest: 'arithmetic',
  countsElements: false,
  bodies: 'followed',
};
