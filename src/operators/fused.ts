/** Layers that onnxruntime's optimizer fuses, in its own domain. Each counts what it is fused of. */
import { add, type Dim, floorDiv, mul, sum, unknown } from '../model/dim.ts';
import { dtypeOf } from '../model/dtype.ts';
import { contribPage } from './activation.ts';
import { agreed, assertRank, broadcastOf, other, size } from './formulas.ts';
import { gemm, type MatrixProduct, matrixProduct, matrixProductOf } from './matrix.ts';
import { float, int, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';

/** Operations per element of the activations that may follow inside a fused layer. */
const activationCost: ReadonlyMap<string, bigint> = new Map([
  ['', 0n],
  ['Relu', 1n],
  ['Tanh', 1n],
  ['Sigmoid', 1n],
  ['LeakyRelu', 2n],
  ['Clip', 2n],
  ['Softplus', 3n],
  ['Softsign', 3n],
  ['HardSigmoid', 4n],
  ['Elu', 4n],
  ['HardSwish', 5n],
  ['Gelu', 5n],
]);

export function activating(name: string, elements: Dim): Dim {
  const cost = activationCost.get(name);
  return cost === undefined ? unknown(`what the activation ${name} costs is not known`) : mul(elements, cost);
}

/** One product with α, unless that is 1. */
function scaling(alpha: number, elements: Dim): Dim {
  return alpha === 1 ? 0n : elements;
}

interface TransposedProduct {
  readonly transA: bigint;
  readonly transB: bigint;
  readonly transBatchA?: bigint;
  readonly transBatchB?: bigint;
}

/** `transBatch` moves the first axis before the last; `trans` then swaps the last two. */
function laidOut(x: Operand, trans: bigint, transBatch = 0n): readonly Dim[] {
  const shape =
    transBatch === 0n || x.rank < 3 ? x.shape : [...x.shape.slice(1, -1), ...x.shape.slice(0, 1), ...x.shape.slice(-1)];
  return trans === 0n || x.rank < 2 ? shape : [...shape.slice(0, -2), ...shape.slice(-2).toReversed()];
}

function transposedProduct(A: Operand, B: Operand, a: TransposedProduct): MatrixProduct {
  return matrixProduct(laidOut(A, a.transA, a.transBatchA), laidOut(B, a.transB, a.transBatchB), [A.name, B.name]);
}

const oneTranspose = { alpha: float(1), transA: int(0n), transB: int(0n) };

function fusedMatMul(name: 'FusedMatMul' | 'TransposeMatMul'): Operator {
  return operator({
    name,
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage(name),
    doc: 'A matrix product with transposes before it and a factor α. MACs: |Y| · K; other: |Y| when α is not 1.',
    inputs: ['A', 'B'],
    outputs: ['Y'],
    attributes: { ...oneTranspose, transBatchA: int(0n), transBatchB: int(0n) },
    shape: ({ A, B }, a) => ({ Y: transposedProduct(A, B, a).shape }),
    work: ({ A, B }, { Y }, a) => ({
      macs: mul(size(Y), transposedProduct(A, B, a).inner),
      other: scaling(a.alpha, size(Y)),
    }),
    examples: [
      {
        given: { A: ['b', 's', 8], B: ['b', 't', 8] },
        attributes: { transB: 1, alpha: 0.125 },
        gives: { Y: ['b', 's', 't'] },
        macs: '8*b*s*t',
        other: 'b*s*t',
      },
      {
        title: 'batches transposed: [4, 2, 8] is read as [2, 4, 8]',
        given: { A: [4, 2, 8], B: [2, 8, 3] },
        attributes: { transBatchA: 1 },
        gives: { Y: [2, 4, 3] },
        macs: 192n, // 24·8
      },
    ],
  });
}

export const fused: readonly Operator[] = [
  fusedMatMul('FusedMatMul'),
  fusedMatMul('TransposeMatMul'),
  operator({
    name: 'FusedMatMulActivation',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('FusedMatMulActivation'),
    doc: 'FusedMatMul and the activation that follows. MACs: |Y| · K; other: |Y| when α is not 1, and the activation per output element.',
    inputs: ['A', 'B'],
    outputs: ['Y'],
    attributes: {
      ...oneTranspose,
      transBatchA: int(0n),
      transBatchB: int(0n),
      activation: required(string()),
      activation_alpha: float(),
      activation_axis: int(),
      activation_beta: float(),
      activation_gamma: float(),
    },
    shape: ({ A, B }, a) => ({ Y: transposedProduct(A, B, a).shape }),
    work: ({ A, B }, { Y }, a) => ({
      macs: mul(size(Y), transposedProduct(A, B, a).inner),
      other: add(scaling(a.alpha, size(Y)), activating(a.activation, size(Y))),
    }),
    examples: [
      {
        given: { A: ['n', 8], B: [8, 4] },
        attributes: { activation: 'Tanh' },
        gives: { Y: ['n', 4] },
        macs: '32*n', // 4·8
        other: '4*n',
      },
    ],
  }),
  operator({
    name: 'GemmFastGelu',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GemmFastGelu'),
    doc: 'A matrix product and FastGelu. MACs: |Y| · K; other: 8 operations per output element, one more with a bias.',
    inputs: ['X', 'W', 'bias?'],
    outputs: ['Y'],
    shape: ({ X, W }) => ({ Y: matrixProductOf(X, W).shape }),
    work: ({ X, W, bias }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(X, W).inner),
      other: mul(size(Y), bias ? 9n : 8n),
    }),
    roles: { W: 'weight', bias: 'weight' },
    examples: [
      {
        given: { X: ['b', 's', 8], W: [8, 4], bias: [4] },
        gives: { Y: ['b', 's', 4] },
        macs: '32*b*s', // 4·8
        other: '36*b*s', // 4·9
      },
    ],
  }),
  operator({
    name: 'GemmFloat8',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GemmFloat8'),
    doc: 'Gemm of 8-bit floats. MACs: |Y| · K; other, per output element: one each for C, for α unless 1, for β unless 0 or 1, for each scale, and the activation.',
    inputs: ['A', 'B', 'C?', 'scaleA?', 'scaleB?', 'scaleY?'],
    outputs: ['Y'],
    attributes: { ...oneTranspose, activation: string(''), beta: float(0), dtype: int(1n) },
    dtype: (_, a) => ({ Y: dtypeOf(a.dtype) }),
    shape: ({ A, B }, a) => ({ Y: gemm(A, B, a).shape }),
    work: ({ A, B, C, scaleA, scaleB, scaleY }, { Y }, a) => {
      const scales = [scaleA, scaleB, scaleY].filter((x) => x !== undefined).length;
      const joined = C === undefined || a.beta === 0 ? 0n : a.beta === 1 ? 1n : 2n;
      const name = a.activation === 'NONE' ? '' : `${a.activation.slice(0, 1)}${a.activation.slice(1).toLowerCase()}`;
      return {
        macs: mul(size(Y), gemm(A, B, a).inner),
        other: sum([mul(size(Y), BigInt(scales) + joined), scaling(a.alpha, size(Y)), activating(name, size(Y))]),
      };
    },
    roles: { B: 'weight', C: 'weight', scaleA: 'quantization', scaleB: 'quantization', scaleY: 'quantization' },
    examples: [
      {
        given: {
          A: { shape: ['n', 8], dtype: 'float8e4m3fn' },
          B: { shape: [4, 8], dtype: 'float8e4m3fn' },
          scaleA: [1],
          scaleB: [1],
        },
        attributes: { transB: 1, dtype: 10, activation: 'RELU' },
        gives: { Y: { shape: ['n', 4], dtype: 'float16' } },
        macs: '32*n', // 4·8
        other: '12*n', // 4·3
      },
    ],
  }),
  operator({
    name: 'FusedGemm',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('FusedGemm'),
    doc: 'Gemm and the activation that follows. MACs: |Y| · K; other as Gemm, and the activation per output element.',
    inputs: ['A', 'B', 'C?'],
    outputs: ['Y'],
    attributes: {
      ...oneTranspose,
      activation: string(''),
      activation_alpha: float(),
      activation_beta: float(),
      activation_gamma: float(),
      beta: float(1),
    },
    shape: ({ A, B }, a) => ({ Y: gemm(A, B, a).shape }),
    work: ({ A, B, C }, { Y }, a) => ({
      macs: mul(size(Y), gemm(A, B, a).inner),
      other: sum([
        C ? size(Y) : 0n,
        scaling(a.alpha, size(Y)),
        C ? scaling(a.beta, size(C)) : 0n,
        activating(a.activation, size(Y)),
      ]),
    }),
    roles: { B: 'weight', C: 'weight' },
    examples: [
      {
        given: { A: ['n', 8], B: [8, 4], C: [4] },
        attributes: { activation: 'LeakyRelu' },
        gives: { Y: ['n', 4] },
        macs: '32*n', // 4·8
        other: '12*n', // 4·(1 + 2)
      },
    ],
  }),
  operator({
    name: 'BiasSoftmax',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BiasSoftmax'),
    doc: 'Softmax after an addition: 6 operations per element.',
    inputs: ['data', 'bias'],
    outputs: ['output'],
    attributes: { axis: int(1n), is_inner_broadcast: required(int()) },
    shape: ({ data }) => ({ output: data.shape }),
    work: ({ data }) => other(mul(size(data), 6n)),
    memory: 'inplace',
    examples: [
      {
        given: { data: ['b', 8, 4], bias: ['b', 1, 4] },
        attributes: { is_inner_broadcast: 0 },
        gives: { output: ['b', 8, 4] },
        other: '192*b', // 6·32
      },
    ],
  }),
  operator({
    name: 'BiasAdd',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BiasAdd'),
    doc: 'Adds a bias and a skipped input: 2 operations per element.',
    inputs: ['X', 'bias', 'skip'],
    outputs: ['Y'],
    shape: ({ X, bias, skip }) => ({ Y: broadcastOf(X, bias, skip) }),
    work: (_, { Y }) => other(mul(size(Y), 2n)),
    memory: 'inplace',
    roles: { bias: 'weight' },
    examples: [{ given: { X: [1, 4, 8], bias: [8], skip: [1, 4, 8] }, gives: { Y: [1, 4, 8] }, other: 64n }], // 2·32
  }),
  operator({
    name: 'BiasDropout',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BiasDropout'),
    doc: 'Adds a bias, and a residual where there is one; dropout is off at inference. One operation per element for each.',
    inputs: ['data', 'bias', 'residual?', 'ratio?', 'training_mode?'],
    outputs: ['output', 'mask?'],
    attributes: { seed: int() },
    dtype: { mask: 'bool' },
    shape: ({ data }) => ({ output: data.shape, mask: data.shape }),
    work: ({ data, residual }) => other(mul(size(data), residual ? 2n : 1n)),
    memory: 'inplace',
    roles: { bias: 'weight', ratio: 'constant', training_mode: 'constant' },
    examples: [{ given: { data: [2, 8], bias: [8], residual: [2, 8] }, gives: { output: [2, 8] }, other: 32n }], // 2·16
  }),
  operator({
    name: 'BiasSplitGelu',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BiasSplitGelu'),
    doc: 'Adds a bias, and multiplies one half of the features by Gelu of the other: an addition per input element, 6 operations per output element.',
    inputs: ['X', 'bias'],
    outputs: ['Y'],
    shape: ({ X, bias }) => {
      assertRank(X, 3);
      const features = agreed(
        X.dim(2),
        bias.dim(0),
        (x, b) => `\`${X.name}\` has ${x} features, \`${bias.name}\` ${b}`,
      );
      if (typeof features === 'bigint' && features % 2n !== 0n)
        throw new Mismatch(`${features} features have no halves`);
      return { Y: [...X.shape.slice(0, 2), floorDiv(features, 2n)] };
    },
    work: ({ X }, { Y }) => other(add(size(X), mul(size(Y), 6n))),
    roles: { bias: 'weight' },
    examples: [{ given: { X: [1, 4, 16], bias: [16] }, gives: { Y: [1, 4, 8] }, other: 256n }], // 64 + 6·32
  }),
];
