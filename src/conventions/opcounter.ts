/** onnx-opcounter. */
import { type Dim, mul, product, sum } from '../model/dim.ts';
import type { Convention, Rule } from './convention.ts';
import { near, perInput, perOutput, rows, zero } from './formulas.ts';
import { type Node, refuse } from './node.ts';

const blind =
  'onnx-opcounter reads an extent that onnx.shape_inference cannot tell as 0, and so all that depends on it; Flopgate counts the real one.';
const computed = `The file computes shapes as it runs. ${blind}`;
const foreign =
  'Operators outside the standard sets have no shape inference in onnx: the tool stops, unless onnxruntime can run the file for it.';

/** |Y|·⌊Ci/g⌋·K, of a transposed convolution too. */
const convolution: Rule = (node) => {
  const [channels, groups] = [node.input(0).dim(1), node.int('group', 1n)];
  const perGroup = typeof channels === 'bigint' ? channels / groups : channels;
  return product([node.out, perGroup, ...node.input(1).shape.slice(2)]);
};

/** |A|·Y[-1] */
const matrix: Rule = (node) => {
  const y = node.output();
  return mul(node.size(), y.rank === 0 ? 1n : y.dim(-1));
};

const resize: Rule = (node) => {
  const mode = node.text('mode', 'nearest');
  if (mode === 'cubic') refuse(`\`${node.facts.label}\`: onnx-opcounter stops at cubic resizing`);
  return mode === 'linear' ? mul(11n, node.out) : 0n;
};

/** Of every initializer, once, shape constants included. */
function parameters(node: Node): Dim {
  return sum(node.facts.stored.map(({ initializer, elements }) => (initializer ? elements : 0n)));
}

export const opcounter: Convention = {
  id: 'opcounter',
  title: 'onnx-opcounter',
  version: '0.0.4 (c635b03)',
  source: 'https://github.com/gmalivenko/onnx-opcounter/blob/c635b03/onnx_opcounter/onnx_opcounter.py',
  unit: 'macs',
  accuracy: 'exact',
  why: 'It reads the same file.',
  doc: 'MACs of convolutions and products without bias, 2 per element of batch norms, 11 of linear resizing; 0 for what is listed as free; 1 per output element of every other operator, Flatten and Concat too. Parameters are all initializers.',
  rules: rows(
    ['Conv ConvTranspose', convolution],
    ['Gemm MatMul', matrix],
    ['BatchNormalization', (node) => mul(node.has(4) ? 2n : 1n, node.out)],
    ['Relu Add', perInput()],
    ['Resize Upsample', resize],
    ['Shape', near(computed, zero)],
    ['NonZero If Loop Scan', near(computed, perOutput())],
    ['Constant Reshape Slice Gather ScatterND Tile Transpose Sign Squeeze Unsqueeze Split Cast', zero],
  ),
  rest: (node) => (node.op.includes('.') ? near(foreign, perOutput())(node) : node.out),
  openExtents: `The file leaves extents of its inputs open. ${blind}`,
  countsElements: true,
  bodies: 'closed',
  parameters,
};
