/** The script that Caffe users pass around: `get_flops.py`, `calc_params.py`. */
import { mul } from '../model/dim.ts';
import type { Convention } from './convention.ts';
import {
  byLinear,
  convolutions,
  dense,
  products,
  recurrent,
  rows,
  spatial,
  transposed,
  weightSize,
  zero,
} from './formulas.ts';

export const caffe: Convention = {
  id: 'caffe',
  title: 'Caffe scripts',
  version: 'the get_flops.py family, undated',
  source: 'pycaffe scripts that read net.params and net.blobs',
  unit: 'macs',
  accuracy: 'exact',
  why: 'Extents alone decide. Not reproduced: a layer whose top blob bears another name than the layer, which the scripts skip in silence; a file has no such names.',
  doc: 'Weight elements × output positions of convolutions, weight elements of inner products. No bias, no batch, nothing else: transposed convolutions and products of activations are 0.',
  rules: rows(
    [convolutions, (node) => mul(weightSize(node), spatial(node.output()))],
    [dense, weightSize],
    [products, byLinear(weightSize, zero)],
    ['com.microsoft.MatMulNBits com.microsoft.MatMulBnb4', (node) => mul(node.int('K', 0n), node.int('N', 0n))],
    [`${transposed} ${recurrent} Einsum Attention DeformConv`, zero],
  ),
  rest: 'arithmetic',
  countsElements: false,
  bodies: 'followed',
};
