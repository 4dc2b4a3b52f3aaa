/** calflops, and the DeepSpeed profiler it was made from. Both count FLOPs and MACs side by side, and MACs of products only. */
import { add, type Dim, floorDiv, mul, product, sub, sum } from '../model/dim.ts';
import type { Convention, Count, Rule, Table } from './convention.ts';
import {
  asFlops,
  biasAdds,
  cell,
  convMacs,
  convolutions,
  dense,
  foldedNorms,
  hasBias,
  kernel,
  onSilu,
  operandMacs,
  packed,
  perInput,
  perOutput,
  printedEinsumFlops,
  productMacs,
  products,
  recurrent,
  rows,
  spatial,
  transposed,
  weightOf,
} from './formulas.ts';
import type { Node } from './node.ts';

function doubled(macs: Dim, more: Dim = 0n): Count {
  return { macs, flops: add(mul(2n, macs), more) };
}

/** Takes the filter's channels for the output's and divides them by the groups once more; the bias is on the extents of a plain convolution. */
const transposedConvolution: Rule = (node) => {
  const x = node.input(0);
  const perGroup = weightOf(node).dim(1);
  const filters = floorDiv(perGroup, node.int('group', 1n));
  const macs = product([x.dim(0), spatial(x), kernel(node), x.dim(1), filters]);
  if (!hasBias(node)) return doubled(macs);
  const [strides, pads, dilations] = [node.ints('strides'), node.ints('pads'), node.ints('dilations')];
  const wrong = x.shape.slice(2).map((extent, i) => {
    const window = add(mul(dilations[i] ?? 1n, sub(weightOf(node).dim(i + 2), 1n)), 1n);
    return add(floorDiv(sub(add(extent, 2n * (pads[i] ?? 0n)), window), strides[i] ?? 1n), 1n);
  });
  return doubled(macs, product([perGroup, x.dim(0), ...wrong]));
};

/** The additions of a product are one fewer than its multiplications, once for each gate of both; MACs are forgotten. */
function recurrentCell(node: Node): Dim {
  const { input, hidden, gates, bias, runs } = cell(node);
  const states = node.op === 'LSTM' ? 10n : node.op === 'GRU' ? 7n : 1n;
  const rowsOfGates = mul(gates, hidden);
  const multiplied = product([2n, rowsOfGates, add(input, hidden)]);
  return mul(sum([sub(multiplied, mul(2n, rowsOfGates)), mul(states, hidden), product([2n, bias, rowsOfGates])]), runs);
}

/** With a size: the product of the sizes alone. With scales calflops throws the product away, and is left with |X|. */
function upsample(scaled: Rule): Rule {
  return (node) => (node.has(3) ? spatial(node.output()) : scaled(node));
}

function table(scaled: Rule): Table {
  return rows(
    [convolutions, (node) => doubled(convMacs(node), biasAdds(node))],
    [transposed, transposedConvolution],
    [`${dense} ${packed}`, (node) => doubled(productMacs(node))],
    [products, (node) => doubled(operandMacs(node))],
    ['Einsum', asFlops(printedEinsumFlops)],
    ['BatchNormalization', asFlops(perInput(2n))],
    ['LayerNormalization InstanceNormalization GroupNormalization', asFlops(perInput(5n))],
    ['Relu PRelu Elu LeakyRelu Gelu Erf Softmax', asFlops(perInput())],
    ['Mul', asFlops(onSilu(perOutput()))],
    ['MaxPool AveragePool GlobalAveragePool GlobalMaxPool', asFlops(perInput())],
    ['Resize Upsample', asFlops(upsample(scaled))],
    [recurrent, asFlops(recurrentCell)],
  );
}

const why = `It patches functions: \`+\`, \`*\` and the mean over an axis are not seen, torch.add and torch.mul are, and a file has one operator for both. Here sums and products of activations are operators, so 0 but for x·sigmoid(x). ${foldedNorms} MACs hold no bias and survive that.`;

export const calflops: Convention = {
  id: 'calflops',
  title: 'calflops',
  version: '29ca584',
  source: 'https://github.com/MrYxJ/calculate-flops.pytorch/blob/29ca584/calflops/pytorch_ops.py',
  unit: 'both',
  accuracy: 'near',
  why: `${why} The operator \`@\`, mm, bmm and scaled_dot_product_attention are not patched, and are counted here.`,
  doc: 'MACs of convolutions, linear layers and matmul without bias; FLOPs are twice that, biases of convolutions, and one to five per element of norms, activations and pools. Recurrent layers have FLOPs but no MACs.',
  rules: table(perInput()),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};

export const deepspeed: Convention = {
  id: 'deepspeed',
  title: 'DeepSpeed flops profiler',
  version: '0.19.6 (edaa722)',
  source: 'https://github.com/deepspeedai/DeepSpeed/blob/edaa722/deepspeed/profiling/flops_profiler/profiler.py',
  unit: 'both',
  accuracy: 'near',
  why,
  doc: 'As calflops, which was made from it; it also sees `@`, mm, bmm and scaled_dot_product_attention, and upsampling by a factor costs what it makes. A second call in one process counts attention twice; this is the first.',
  rules: table(perOutput()),
  rest: 'arithmetic',
  countsElements: true,
  bodies: 'followed',
};
