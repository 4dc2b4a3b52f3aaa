/**
 * What onnxruntime adds to a graph to train it: the gradient of each operator, by the function it is of. Those that are
 * specified by a body of ONNX operators count its nodes.
 * https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc
 */
import { add, equal, mul, product, sum, unknown } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { convMacs, windowing } from './convolution.ts';
import { extentsFrom } from './elements.ts';
import { other, size } from './formulas.ts';
import { rowShape } from './normalization.ts';
import {
  type Call,
  float,
  free,
  int,
  ints,
  type Operand,
  type Operator,
  operator,
  required,
  string,
} from './operator.ts';

export const trainingPage =
  'https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc';

const domain = 'com.microsoft';

/** Whether a node takes its k-th output. */
export function takes(call: Call, k: number): boolean {
  return (call.outputs[k] ?? '') !== '';
}

/** By what came out or went in, an element at a time. */
const elementwise = [
  { name: 'ReluGrad', second: 'X', operations: 1n, doc: 'dY where X is above 0.' },
  { name: 'SigmoidGrad', second: 'Y', operations: 3n, doc: 'dY · Y · (1 − Y).' },
  { name: 'TanhGrad', second: 'Y', operations: 3n, doc: 'dY · (1 − Y²).' },
  { name: 'GeluGrad', second: 'X', operations: 11n, doc: 'dY · (½·(erf(√½·X) + 1) + α·X·exp(−½·X·X)).' },
  {
    name: 'FastGeluGrad',
    second: 'X',
    operations: 16n,
    doc: 'The derivative of FastGelu, a hyperbolic tangent of a cubic.',
  },
  { name: 'QuickGeluGrad', second: 'X', operations: 7n, doc: 'dY · σ(αX) · (1 + αX·(1 − σ(αX))).' },
] as const;

const biased = [
  { name: 'BiasGeluGrad_dX', operations: 12n, doc: 'GeluGrad of X + B.' },
  { name: 'BiasFastGeluGrad_dX', operations: 17n, doc: 'FastGeluGrad of X + B.' },
] as const;

/** Along an axis, which changes no count. */
const softmaxes = [
  { name: 'SoftmaxGrad', second: 'Y', axis: 1n, doc: 'Y · (dY − Σ Y·dY): product, sum, difference, product.' },
  { name: 'SoftmaxGrad_13', second: 'Y', axis: -1n, doc: 'Y · (dY − Σ Y·dY): product, sum, difference, product.' },
  { name: 'LogSoftmaxGrad', second: 'X', axis: 1n, doc: 'dY − exp(X) · Σ dY: exponential, sum, product, difference.' },
  {
    name: 'LogSoftmaxGrad_13',
    second: 'X',
    axis: -1n,
    doc: 'dY − exp(X) · Σ dY: exponential, sum, product, difference.',
  },
] as const;

const likeFirst = {
  domain,
  revisions: [1],
  source: trainingPage,
  memory: 'inplace',
} as const;

const alike = (...names: readonly string[]) => Object.fromEntries(names.map((n) => [n, ['n', 8]] as const));

const dropouts = [
  { name: 'DropoutGrad', mask: 'bool' },
  { name: 'BitmaskDropoutGrad', mask: 'uint32' },
] as const;

const normalizations = [
  {
    name: 'LayerNormalizationGrad',
    inputs: ['Y_grad', 'X', 'scale', 'mean', 'inv_std_dev'],
    each: 13n,
    perRow: 2n,
    doc: 'Per element: 2 to normalize X again, 3 for its products with the scale and with the gradient, 3 for their means, 3 to put them together, and a sum each for scale and bias; per row 2 quotients.',
  },
  {
    name: 'InvertibleLayerNormalizationGrad',
    inputs: ['Y_grad', 'Y', 'scale', 'bias', 'inv_std_dev'],
    each: 13n,
    perRow: 2n,
    doc: 'As LayerNormalizationGrad, from the normalized Y: 13 per element, 2 per row.',
  },
] as const;

const shaped = { shape: [3], dtype: 'int64', value: [2, 5, 8] } as const;

export const gradients = (): readonly Operator[] => [
  ...elementwise.map(({ name, second, operations, doc }) =>
    operator({
      ...likeFirst,
      name,
      doc: `${doc} Operations per element: ${operations}.`,
      inputs: ['dY', second],
      outputs: ['dX'],
      attributes: name === 'QuickGeluGrad' ? { alpha: float(1.702) } : {},
      shape: ({ dY }) => ({ dX: dY.shape }),
      work: ({ dY }) => other(mul(size(dY), operations)),
      examples: [{ given: alike('dY', second), gives: { dX: ['n', 8] }, other: `${8n * operations}*n` }],
    }),
  ),
  ...biased.map(({ name, operations, doc }) =>
    operator({
      ...likeFirst,
      name,
      doc: `${doc} Operations per element: ${operations}.`,
      inputs: ['dY', 'X', 'B'],
      outputs: ['dX'],
      shape: ({ dY }) => ({ dX: dY.shape }),
      work: ({ dY }) => other(mul(size(dY), operations)),
      roles: { B: 'weight' },
      examples: [
        { given: { dY: ['n', 8], X: ['n', 8], B: [8] }, gives: { dX: ['n', 8] }, other: `${8n * operations}*n` },
      ],
    }),
  ),
  ...softmaxes.map(({ name, second, axis, doc }) =>
    operator({
      ...likeFirst,
      name,
      doc: `${doc} 4 operations per element.`,
      inputs: ['dY', second],
      outputs: ['dX'],
      attributes: { axis: int(axis) },
      shape: ({ dY }) => ({ dX: dY.shape }),
      work: ({ dY }) => other(mul(size(dY), 4n)),
      examples: [{ given: alike('dY', second), gives: { dX: ['n', 8] }, other: '32*n' }],
    }),
  ),
  ...dropouts.map(({ name, mask }) =>
    operator({
      ...likeFirst,
      name,
      doc: 'The gradient of what was kept, scaled as it was: a quotient and a selection per element.',
      inputs: ['dy', 'mask', 'ratio?', 'training_mode?'],
      outputs: ['dx'],
      shape: ({ dy }) => ({ dx: dy.shape }),
      work: ({ dy }) => other(mul(size(dy), 2n)),
      roles: { ratio: 'constant', training_mode: 'constant' },
      examples: [
        {
          given: { dy: ['n', 8], mask: { shape: mask === 'bool' ? ['n', 8] : ['w'], dtype: mask } },
          gives: { dx: ['n', 8] },
          other: '16*n',
        },
      ],
    }),
  ),
  operator({
    ...likeFirst,
    name: 'SoftmaxDropoutGrad',
    doc: 'DropoutGrad and SoftmaxGrad: 6 operations per element.',
    inputs: ['dy', 'mask', 'softmax_y', 'ratio?'],
    outputs: ['dx'],
    attributes: { axis: int() },
    shape: ({ dy }) => ({ dx: dy.shape }),
    work: ({ dy }) => other(mul(size(dy), 6n)),
    roles: { ratio: 'constant' },
    examples: [
      {
        given: { dy: ['n', 8], mask: { shape: ['n', 8], dtype: 'bool' }, softmax_y: ['n', 8] },
        gives: { dx: ['n', 8] },
        other: '48*n',
      },
    ],
  }),
  operator({
    ...likeFirst,
    name: 'FakeQuantGrad',
    doc: 'The gradient where the quantized value was in range: a selection per element.',
    inputs: ['dY', 'gradient_mask'],
    outputs: ['dX'],
    shape: ({ dY }) => ({ dX: dY.shape }),
    work: ({ dY }) => other(size(dY)),
    examples: [
      {
        given: { dY: ['n', 8], gradient_mask: { shape: ['n', 8], dtype: 'bool' } },
        gives: { dX: ['n', 8] },
        other: '8*n',
      },
    ],
  }),
  ...normalizations.map(({ name, inputs, each, perRow, doc }) =>
    operator({
      name,
      domain,
      revisions: [1],
      source: trainingPage,
      doc,
      inputs,
      outputs: ['X_grad', 'scale_grad', 'bias_grad'],
      attributes: { axis: int(-1n) },
      dtype: { X_grad: 'Y_grad', scale_grad: 'scale', bias_grad: 'scale' },
      shape: ({ Y_grad, scale }) => ({ X_grad: Y_grad.shape, scale_grad: scale.shape, bias_grad: scale.shape }),
      work: ({ Y_grad }, _, { axis }) =>
        other(add(mul(size(Y_grad), each), mul(product(rowShape(Y_grad, axis)), perRow))),
      roles: { scale: 'weight' },
      examples: [
        {
          given: {
            Y_grad: ['n', 8],
            [inputs[1]]: ['n', 8],
            scale: [8],
            [inputs[3]]: inputs[3] === 'mean' ? ['n', 1] : [8],
            inv_std_dev: ['n', 1],
          },
          gives: { X_grad: ['n', 8], scale_grad: [8], bias_grad: [8] },
          other: '106*n', // 13·8 + 2
        },
      ],
    }),
  ),
  operator({
    name: 'SimplifiedLayerNormalizationGrad',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'As LayerNormalizationGrad without means: 9 operations per element, a quotient per row.',
    inputs: ['Y_grad', 'X', 'scale', 'inv_std_var'],
    outputs: ['X_grad', 'scale_grad'],
    attributes: { axis: int(-1n) },
    dtype: { X_grad: 'Y_grad', scale_grad: 'scale' },
    shape: ({ Y_grad, scale }) => ({ X_grad: Y_grad.shape, scale_grad: scale.shape }),
    work: ({ Y_grad }, _, { axis }) => other(add(mul(size(Y_grad), 9n), product(rowShape(Y_grad, axis)))),
    roles: { scale: 'weight' },
    examples: [
      {
        given: { Y_grad: ['n', 8], X: ['n', 8], scale: [8], inv_std_var: ['n', 1] },
        gives: { X_grad: ['n', 8], scale_grad: [8] },
        other: '73*n', // 9·8 + 1
      },
    ],
  }),
  operator({
    name: 'BatchNormalizationGrad',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'As LayerNormalizationGrad, by channel: 13 operations per element, 2 per channel.',
    inputs: ['dY', 'X', 'scale', 'mean', 'variance'],
    outputs: ['X_grad', 'scale_grad', 'bias_grad'],
    attributes: { epsilon: float(1e-5) },
    dtype: { X_grad: 'dY', scale_grad: 'scale', bias_grad: 'scale' },
    shape: ({ dY, scale }) => ({ X_grad: dY.shape, scale_grad: scale.shape, bias_grad: scale.shape }),
    work: ({ dY, scale }) => other(add(mul(size(dY), 13n), mul(size(scale), 2n))),
    roles: { scale: 'weight', mean: 'statistic', variance: 'statistic' },
    examples: [
      {
        given: { dY: ['n', 4, 5], X: ['n', 4, 5], scale: [4], mean: [4], variance: [4] },
        gives: { X_grad: ['n', 4, 5], scale_grad: [4], bias_grad: [4] },
        other: '260*n + 8', // 13·20, and 2·4
      },
    ],
  }),
  operator({
    name: 'ConvGrad',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'Gradients of a convolution. MACs: those of the convolution for dX, and again for dW, each where it is taken; other: one addition per element of dY for dB.',
    inputs: ['dY', 'X', 'W'],
    outputs: ['dX?', 'dW?', 'dB?'],
    attributes: windowing,
    shape: ({ dY, X, W }) => ({ dX: X.shape, dW: W.shape, dB: [dY.dim(1)] }),
    work: ({ dY, W }, _, __, call) => ({
      macs: mul(convMacs(dY, W), BigInt([0, 1].filter((k) => takes(call, k)).length)),
      other: takes(call, 2) ? size(dY) : 0n,
    }),
    roles: { W: 'weight' },
    examples: [
      {
        given: { dY: ['n', 16, 6, 6], X: ['n', 8, 8, 8], W: [16, 8, 3, 3] },
        gives: { dX: ['n', 8, 8, 8], dW: [16, 8, 3, 3], dB: [16] },
        macs: '82944*n', // 2 · 576 · 72
        other: '576*n',
      },
      {
        title: 'of the first layer only dW is taken',
        given: { dY: ['n', 16, 6, 6], X: ['n', 8, 8, 8], W: [16, 8, 3, 3] },
        gives: { dW: [16, 8, 3, 3] },
        macs: '41472*n',
      },
    ],
  }),
  operator({
    name: 'DivGrad',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'Gradients of a quotient, each where it is taken: dY / B, and dY · −A / (B · B), summed where A or B was broadcast.',
    inputs: ['dY', 'A', 'B'],
    outputs: ['dA?', 'dB?'],
    shape: ({ A, B }) => ({ dA: A.shape, dB: B.shape }),
    work: ({ dY, A, B }, _, __, call) =>
      other(
        sum([
          takes(call, 0) ? mul(size(dY), 2n) : 0n,
          takes(call, 1) ? sum([size(B), size(A), mul(size(dY), 3n)]) : 0n,
        ]),
      ),
    examples: [
      {
        given: { dY: ['n', 8], A: ['n', 8], B: [8] },
        gives: { dA: ['n', 8], dB: [8] },
        other: '48*n + 8', // 2·8 + 8 + 3·8, and 8
      },
    ],
  }),
  ...(['GatherGrad', 'GatherNDGrad'] as const).map((name) =>
    operator({
      name,
      domain,
      revisions: [1],
      source: trainingPage,
      doc: 'Adds what was gathered up where it came from: one addition per element of the gradient.',
      inputs: ['shape', 'indices', 'dY'],
      outputs: ['dX'],
      attributes: { axis: int(0n), batch_dims: int(0n) },
      dtype: { dX: 'dY' },
      shape: ({ shape }) => ({ dX: extentsFrom(shape) }),
      work: ({ dY }) => other(size(dY)),
      roles: { shape: 'constant', indices: 'constant' },
      examples: [
        {
          given: { shape: shaped, indices: { shape: ['n', 2], dtype: 'int64' }, dY: ['n', 8] },
          gives: { dX: { shape: [2, 5, 8], dtype: 'float32' } },
          other: '8*n',
        },
      ],
    }),
  ),
  operator({
    name: 'GatherElementsGrad',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'Adds what was gathered up where it came from: one addition per element of the gradient.',
    inputs: ['dY', 'shape', 'indices'],
    outputs: ['dX'],
    attributes: { axis: int(0n) },
    shape: ({ shape }) => ({ dX: extentsFrom(shape) }),
    work: ({ dY }) => other(size(dY)),
    roles: { shape: 'constant', indices: 'constant' },
    examples: [
      {
        given: { dY: ['n', 5, 8], shape: shaped, indices: { shape: ['n', 5, 8], dtype: 'int64' } },
        gives: { dX: [2, 5, 8] },
        other: '40*n',
      },
    ],
  }),
  operator({
    name: 'SliceGrad',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'The gradient where it was cut out, zero elsewhere. Moves data; computes nothing.',
    inputs: ['dY', 'shape', 'starts', 'ends', 'axes?', 'steps?'],
    outputs: ['dX'],
    shape: ({ shape }) => ({ dX: extentsFrom(shape) }),
    work: free,
    roles: { shape: 'constant', starts: 'constant', ends: 'constant', axes: 'constant', steps: 'constant' },
    examples: [
      {
        given: {
          dY: [2, 5, 4],
          shape: shaped,
          starts: { shape: [1], dtype: 'int64', value: [4] },
          ends: { shape: [1], dtype: 'int64', value: [8] },
        },
        gives: { dX: [2, 5, 8] },
      },
    ],
  }),
  ...(['AveragePoolGrad', 'MaxPoolGrad'] as const).map((name) =>
    operator({
      name,
      revisions: [9],
      source: trainingPage,
      doc: `The gradient of each window ${name === 'MaxPoolGrad' ? 'added to where its largest element was: one addition per element of dY' : 'shared out among its elements: a quotient per element of dY, and an addition for each element of its window'}. Nothing says how large X was, so its extents in space are unknown.`,
      inputs: name === 'MaxPoolGrad' ? ['dY', 'Indices'] : ['dY'],
      outputs: ['dX'],
      attributes: {
        auto_pad: string('NOTSET'),
        count_include_pad: int(0n),
        kernel_shape: required(ints()),
        pads: ints(),
        strides: ints(),
      },
      shape: ({ dY }, _, { label }) => {
        const open = unknown(`\`${label}\`: nothing says how large the pooled tensor was`);
        return { dX: dY.shape.map((d, i) => (i < 2 ? d : open)) };
      },
      work: ({ dY }, _, { kernel_shape }) =>
        other(name === 'MaxPoolGrad' ? size(dY) : mul(size(dY), add(product(kernel_shape), 1n))),
      examples: [
        {
          given: {
            dY: ['n', 8, 3, 3],
            ...(name === 'MaxPoolGrad' && { Indices: { shape: ['n', 8, 3, 3], dtype: 'int64' } }),
          },
          attributes: { kernel_shape: [2, 2] },
          gives: { dX: ['n', 8, '?', '?'] },
          other: name === 'MaxPoolGrad' ? '72*n' : '360*n', // 72 · 5
        },
      ],
    }),
  ),
  operator({
    name: 'BroadcastGradientArgs',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'Along which axes the gradient of a broadcast operand is summed, last to first. Computes on shapes only.',
    inputs: ['a_shape', 'b_shape'],
    outputs: ['a_axes?', 'b_axes?'],
    dtype: { a_axes: 'int64', b_axes: 'int64' },
    shape: ({ a_shape, b_shape }, _, { label }) => {
      const axes = broadcastAxes(a_shape, b_shape);
      const open = unknown(`\`${label}\`: the shapes decide how many axes there are`);
      return {
        a_axes: [axes === undefined ? open : BigInt(axes.a.length)],
        b_axes: [axes === undefined ? open : BigInt(axes.b.length)],
      };
    },
    value: ({ a_shape, b_shape }) => {
      const axes = broadcastAxes(a_shape, b_shape);
      return { a_axes: axes?.a, b_axes: axes?.b };
    },
    work: free,
    roles: { a_shape: 'constant', b_shape: 'constant' },
    examples: [
      {
        given: {
          a_shape: { shape: [3], dtype: 'int64', value: ['n', 5, 8] },
          b_shape: { shape: [2], dtype: 'int64', value: [1, 8] },
        },
        gives: {
          a_axes: { shape: [0], dtype: 'int64', value: [] },
          b_axes: { shape: [2], dtype: 'int64', value: [1, 0] },
        },
      },
    ],
  }),
];

interface Axes {
  readonly a: readonly bigint[];
  readonly b: readonly bigint[];
}

/** From the last axis to the first; `undefined` where an extent is not known well enough to be told from 1. */
function broadcastAxes(aShape: Operand, bShape: Operand): Axes | undefined {
  const left = aShape.value;
  const right = bShape.value;
  if (left === undefined || right === undefined) return undefined;
  const rank = Math.max(left.length, right.length);
  const a: bigint[] = [];
  const b: bigint[] = [];
  for (let axis = rank - 1; axis >= 0; axis--) {
    const x = left.at(axis - rank + left.length);
    const y = right.at(axis - rank + right.length);
    const at = axis - rank;
    if (-at > left.length) a.push(BigInt(axis));
    else if (-at > right.length) b.push(BigInt(axis));
    else if (agree(x, y)) continue;
    else if (typeof x !== 'bigint' || typeof y !== 'bigint') return undefined;
    else if (x === 1n) a.push(BigInt(axis));
    else if (y === 1n) b.push(BigInt(axis));
    else return undefined;
  }
  return { a, b };
}

function agree(x: Scalar | undefined, y: Scalar | undefined): boolean {
  if (typeof x === 'number' || typeof x === 'string' || x === undefined) return false;
  if (typeof y === 'number' || typeof y === 'string' || y === undefined) return false;
  return equal(x, y) === true;
}
