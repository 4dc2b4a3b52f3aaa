/** thop, the pytorch-OpCounter. */
import { add, type Dim, mul, product, sub, sum } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import {
  byLinear,
  cell,
  cellMacs,
  convMacs,
  convolutions,
  dense,
  foldedNorms,
  isAdaptivePool,
  isGroupNorm,
  isLinear,
  isLinearBias,
  isProduct,
  kernel,
  packed,
  perInput,
  productMacs,
  products,
  recurrent,
  resizeMode,
  rows,
  transposed,
  zero,
} from './formulas.ts';
import type { Node } from './node.ts';

/** |Y|·(Ci/g)·K with the channels of the input: at output positions, where a transposed convolution has s² too many. */
function transposedConvolution(node: Node): Dim {
  return product([node.out, floorChannels(node), kernel(node)]);
}
function floorChannels(node: Node): Dim {
  const [channels, groups] = [node.input(0).dim(1), node.int('group', 1n)];
  return typeof channels === 'bigint' ? channels / groups : channels;
}

/** Exponentials n, additions n − 1, divisions n, for each row. */
function softmax(node: Node): Dim {
  const n = node.input(0).dim(Number(node.int('axis', -1n)));
  const all = node.size();
  return sub(mul(3n, all), rowsOf(node, n));
}
function rowsOf(node: Node, n: Dim): Dim {
  const shape = node.input(0).shape;
  const axis = Number(node.int('axis', -1n));
  return n === 0n ? 0n : product(shape.filter((_, i) => i !== (axis < 0 ? axis + shape.length : axis)));
}

const upsampling: ReadonlyMap<string, readonly bigint[]> = new Map([
  ['nearest', [1n, 1n, 1n]],
  // linear, bilinear; trilinear is warned of and left out
  ['linear', [5n, 11n, 0n]],
  ['cubic', [259n, 259n, 259n]],
]);
const upsample: Rule = (node) => {
  const { mode, axes } = resizeMode(node);
  return mul(upsampling.get(mode)?.[axes - 1] ?? 0n, node.out);
};

/** Each gate with its own additions, then the state. */
function recurrentCell(node: Node): Dim {
  const { hidden, gates, bias, runs } = cell(node);
  const state = node.op === 'RNN' ? 0n : 4n;
  return mul(
    sum([cellMacs(node), product([gates, hidden]), product([2n, bias, gates, hidden]), mul(state, hidden)]),
    runs,
  );
}

/** Modules that have a rule; the parameters of others are not counted either. */
const hooked = new Set(
  `${convolutions} ${transposed} ${dense} ${packed} ${recurrent} BatchNormalization LayerNormalization InstanceNormalization PRelu`.split(
    ' ',
  ),
);
function isHooked(node: Node): boolean {
  if (isProduct(node)) return isLinear(node);
  return node.op === 'Add' ? isLinearBias(node) : hooked.has(node.op) && !isGroupNorm(node);
}

export const thop: Convention = {
  id: 'thop',
  title: 'thop',
  version: '0.1.1 (43c064a)',
  source: 'https://github.com/Lyken17/pytorch-OpCounter/blob/43c064a/thop/vision/basic_hooks.py',
  unit: 'macs',
  accuracy: 'near',
  why: `It sees modules only: a pool, a softmax or a linear layer called as a function is 0 there and counted here, for a file has one operator for both. ${foldedNorms}`,
  doc: 'MACs of convolutions and linear layers without bias, 4 per element of norms, |Y| of average pools; products of activations, so attention, are 0. Transposed convolutions are counted at output positions. Parameters are those of modules that have a rule.',
  rules: rows(
    [convolutions, convMacs],
    [transposed, transposedConvolution],
    [`${dense} ${packed}`, productMacs],
    [products, byLinear(productMacs, zero)],
    ['BatchNormalization LayerNormalization', perInput(4n)],
    ['InstanceNormalization', (node) => (isGroupNorm(node) ? 0n : mul(4n, node.size()))],
    ['PRelu', perInput()],
    ['Softmax', softmax],
    ['AveragePool GlobalAveragePool', (node) => (isAdaptivePool(node) ? add(node.size(), node.out) : node.out)],
    ['Resize Upsample', upsample],
    [recurrent, recurrentCell],
    ['Einsum Attention', zero],
  ),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
  parameters: (node) => (isHooked(node) ? node.facts.parameters : 0n),
};
