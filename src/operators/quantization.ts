/**
 * Integers that stand for reals. Dequantizing is a difference (where there is a zero point) and a product per element;
 * quantizing a quotient or product, a rounding, a zero point added and a clamp, 4 per element.
 */
import { add, type Dim, mul, sum } from '../model/dim.ts';
import { type DType, dtypeOf } from '../model/dtype.ts';
import { contribPage } from './activation.ts';
import { convMacs, convShape, windowing } from './convolution.ts';
import { broadcastOf, other, size } from './formulas.ts';
import { gemm, matrixProductOf } from './matrix.ts';
import { float, int, type Operand, type Operator, operator } from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

/** Operations to quantize one element. */
export const quantizing = 4n;

/** Operations to dequantize one element. */
const dequantizing = 2n;

/** Zero points taken off the operands of an integer product, where they are given. */
function offsets(x: Operand, xZero: Operand | undefined, w: Operand, wZero: Operand | undefined): Dim {
  return add(xZero ? size(x) : 0n, wZero ? size(w) : 0n);
}

const scales = {
  a_scale: 'quantization',
  a_zero_point: 'quantization',
  b_scale: 'quantization',
  b_zero_point: 'quantization',
} as const;

/** The element type a zero point has, an attribute names, or uint8. */
function quantizedType(zeroPoint: Operand | undefined, code: bigint): DType | null {
  if (zeroPoint !== undefined) return zeroPoint.dtype;
  return code === 0n ? 'uint8' : dtypeOf(code);
}

function quantize(domain: '' | 'com.microsoft', revisions: readonly number[]): Operator {
  return operator({
    name: 'QuantizeLinear',
    domain,
    revisions,
    source: domain === '' ? page('QuantizeLinear') : contribPage('QuantizeLinear'),
    doc: 'Reals to integers: quotient by the scale, rounding, clamp, 3 operations per element, one more with a zero point.',
    inputs: ['x', 'y_scale', 'y_zero_point?'],
    outputs: ['y'],
    attributes: { axis: int(1n), block_size: int(0n), output_dtype: int(0n), precision: int(0n), saturate: int(1n) },
    dtype: ({ y_zero_point }, a) => ({ y: quantizedType(y_zero_point, a.output_dtype) }),
    shape: ({ x }) => ({ y: x.shape }),
    work: ({ x, y_zero_point }) => other(mul(size(x), y_zero_point ? quantizing : quantizing - 1n)),
    roles: { x: 'carried', y_scale: 'quantization', y_zero_point: 'quantization' },
    examples: [
      {
        given: { x: ['n', 8], y_scale: [], y_zero_point: { shape: [], dtype: 'int8' } },
        gives: { y: { shape: ['n', 8], dtype: 'int8' } },
        other: '32*n', // 4·8
      },
      { given: { x: [8], y_scale: [] }, gives: { y: { shape: [8], dtype: 'uint8' } }, other: 24n }, // 3·8
    ],
  });
}

function dequantize(domain: '' | 'com.microsoft', revisions: readonly number[]): Operator {
  return operator({
    name: 'DequantizeLinear',
    domain,
    revisions,
    source: domain === '' ? page('DequantizeLinear') : contribPage('DequantizeLinear'),
    doc: 'Integers to reals: product with the scale, one operation per element, one more with a zero point.',
    inputs: ['x', 'x_scale', 'x_zero_point?'],
    outputs: ['y'],
    attributes: { axis: int(1n), block_size: int(0n), output_dtype: int(0n) },
    dtype: ({ x_scale }, a) => ({ y: a.output_dtype === 0n ? x_scale.dtype : dtypeOf(a.output_dtype) }),
    shape: ({ x }) => ({ y: x.shape }),
    work: ({ x, x_zero_point }) => other(mul(size(x), x_zero_point ? dequantizing : 1n)),
    roles: { x: 'carried', x_scale: 'quantization', x_zero_point: 'quantization' },
    examples: [
      {
        given: { x: { shape: ['n', 8], dtype: 'int8' }, x_scale: [], x_zero_point: { shape: [], dtype: 'int8' } },
        gives: { y: { shape: ['n', 8], dtype: 'float32' } },
        other: '16*n', // 2·8
      },
    ],
  });
}

export const quantization: readonly Operator[] = [
  quantize('', [10, 13, 19, 21, 23, 24, 25, 28]),
  quantize('com.microsoft', [1]),
  dequantize('', [10, 13, 19, 21, 23, 24, 25, 28]),
  dequantize('com.microsoft', [1]),
  operator({
    name: 'DynamicQuantizeLinear',
    revisions: [11],
    source: page('DynamicQuantizeLinear'),
    doc: 'Quantizes by the range of the data at hand: minimum, maximum, and 4 operations to quantize, 6 per element. Finding the one scale and zero point is left out.',
    inputs: ['x'],
    outputs: ['y', 'y_scale', 'y_zero_point'],
    dtype: { y: 'uint8', y_scale: 'x', y_zero_point: 'uint8' },
    shape: ({ x }) => ({ y: x.shape, y_scale: [], y_zero_point: [] }),
    work: ({ x }) => other(mul(size(x), quantizing + 2n)),
    examples: [
      {
        given: { x: ['n', 8] },
        gives: {
          y: { shape: ['n', 8], dtype: 'uint8' },
          y_scale: { shape: [], dtype: 'float32' },
          y_zero_point: { shape: [], dtype: 'uint8' },
        },
        other: '48*n', // 6·8
      },
    ],
  }),
  operator({
    name: 'QLinearConv',
    revisions: [10],
    source: page('QLinearConv'),
    doc: 'A convolution of integers. MACs as Conv; other: quantizing the result, 4 per output element, one more with a bias.',
    inputs: ['x', 'x_scale', 'x_zero_point', 'w', 'w_scale', 'w_zero_point', 'y_scale', 'y_zero_point', 'B?'],
    outputs: ['y'],
    attributes: windowing,
    dtype: { y: 'y_zero_point' },
    shape: ({ x, w }, a) => ({ y: convShape(x, w, a) }),
    work: ({ w, B }, { y }) => ({ macs: convMacs(y, w), other: mul(size(y), quantizing + (B ? 1n : 0n)) }),
    roles: {
      x_scale: 'quantization',
      x_zero_point: 'quantization',
      w: 'weight',
      w_scale: 'quantization',
      w_zero_point: 'quantization',
      y_scale: 'quantization',
      y_zero_point: 'quantization',
      B: 'weight',
    },
    examples: [
      {
        given: {
          x: { shape: ['n', 3, 8, 8], dtype: 'uint8' },
          x_scale: [],
          x_zero_point: { shape: [], dtype: 'uint8' },
          w: { shape: [4, 3, 3, 3], dtype: 'int8' },
          w_scale: [4],
          w_zero_point: { shape: [4], dtype: 'int8' },
          y_scale: [],
          y_zero_point: { shape: [], dtype: 'uint8' },
          B: { shape: [4], dtype: 'int32' },
        },
        gives: { y: { shape: ['n', 4, 6, 6], dtype: 'uint8' } },
        macs: '3888*n', // 4·36 · 27
        other: '720*n', // 144 · 5
      },
    ],
  }),
  operator({
    name: 'ConvInteger',
    revisions: [10],
    source: page('ConvInteger'),
    doc: 'A convolution of integers that keeps the sums as int32. MACs as Conv; other: one difference per element of an operand with a zero point.',
    inputs: ['x', 'w', 'x_zero_point?', 'w_zero_point?'],
    outputs: ['y'],
    attributes: windowing,
    dtype: { y: 'int32' },
    shape: ({ x, w }, a) => ({ y: convShape(x, w, a) }),
    work: ({ x, w, x_zero_point, w_zero_point }, { y }) => ({
      macs: convMacs(y, w),
      other: offsets(x, x_zero_point, w, w_zero_point),
    }),
    roles: { w: 'weight', x_zero_point: 'quantization', w_zero_point: 'quantization' },
    examples: [
      {
        given: {
          x: { shape: [1, 1, 3, 3], dtype: 'uint8' },
          w: { shape: [1, 1, 2, 2], dtype: 'uint8' },
          x_zero_point: { shape: [], dtype: 'uint8' },
        },
        gives: { y: { shape: [1, 1, 2, 2], dtype: 'int32' } },
        macs: 16n, // 4·4
        other: 9n,
      },
    ],
  }),
  operator({
    name: 'MatMulInteger',
    revisions: [10],
    source: page('MatMulInteger'),
    doc: 'A matrix product of integers that keeps the sums as int32. MACs as MatMul; other: one difference per element of an operand with a zero point.',
    inputs: ['A', 'B', 'a_zero_point?', 'b_zero_point?'],
    outputs: ['Y'],
    dtype: { Y: 'int32' },
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B, a_zero_point, b_zero_point }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(A, B).inner),
      other: offsets(A, a_zero_point, B, b_zero_point),
    }),
    roles: { B: 'weight', a_zero_point: 'quantization', b_zero_point: 'quantization' },
    examples: [
      {
        given: {
          A: { shape: ['n', 8], dtype: 'uint8' },
          B: { shape: [8, 4], dtype: 'int8' },
          a_zero_point: { shape: [], dtype: 'uint8' },
          b_zero_point: { shape: [], dtype: 'int8' },
        },
        gives: { Y: { shape: ['n', 4], dtype: 'int32' } },
        macs: '32*n', // 4·8
        other: '8*n + 32',
      },
    ],
  }),
  operator({
    name: 'QLinearMatMul',
    revisions: [10, 21],
    source: page('QLinearMatMul'),
    doc: 'A matrix product of integers. MACs as MatMul; other: quantizing the result, 4 per output element.',
    inputs: ['a', 'a_scale', 'a_zero_point', 'b', 'b_scale', 'b_zero_point', 'y_scale', 'y_zero_point'],
    outputs: ['y'],
    dtype: { y: 'y_zero_point' },
    shape: ({ a, b }) => ({ y: matrixProductOf(a, b).shape }),
    work: ({ a, b }, { y }) => ({ macs: mul(size(y), matrixProductOf(a, b).inner), other: mul(size(y), quantizing) }),
    roles: { b: 'weight', ...scales, y_scale: 'quantization', y_zero_point: 'quantization' },
    examples: [
      {
        given: {
          a: { shape: [2, 8], dtype: 'uint8' },
          a_scale: [],
          a_zero_point: { shape: [], dtype: 'uint8' },
          b: { shape: [8, 4], dtype: 'int8' },
          b_scale: [],
          b_zero_point: { shape: [], dtype: 'int8' },
          y_scale: [],
          y_zero_point: { shape: [], dtype: 'uint8' },
        },
        gives: { y: { shape: [2, 4], dtype: 'uint8' } },
        macs: 64n, // 8·8
        other: 32n, // 8·4
      },
    ],
  }),
  operator({
    name: 'MatMulIntegerToFloat',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulIntegerToFloat'),
    doc: 'A matrix product of integers, scaled to reals. MACs as MatMul; other: one difference per element of an operand with a zero point, one product per output element, one addition with a bias.',
    inputs: ['A', 'B', 'a_scale', 'b_scale', 'a_zero_point?', 'b_zero_point?', 'bias?'],
    outputs: ['Y'],
    dtype: { Y: 'a_scale' },
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B, a_zero_point, b_zero_point, bias }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(A, B).inner),
      other: add(offsets(A, a_zero_point, B, b_zero_point), mul(size(Y), bias ? 2n : 1n)),
    }),
    roles: { B: 'weight', ...scales, bias: 'weight' },
    examples: [
      {
        given: {
          A: { shape: ['n', 8], dtype: 'uint8' },
          B: { shape: [8, 4], dtype: 'int8' },
          a_scale: [],
          b_scale: [],
          bias: [4],
        },
        gives: { Y: { shape: ['n', 4], dtype: 'float32' } },
        macs: '32*n', // 4·8
        other: '8*n', // 4·2
      },
    ],
  }),
  operator({
    name: 'DynamicQuantizeMatMul',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DynamicQuantizeMatMul'),
    doc: 'Quantizes A by its range, multiplies integers, scales to reals. MACs as MatMul; other: 6 per element of A, one per element of B with a zero point, one product per output element, one addition with a bias.',
    inputs: ['A', 'B', 'b_scale', 'b_zero_point?', 'bias?'],
    outputs: ['Y'],
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B, b_zero_point, bias }, { Y }) => ({
      macs: mul(size(Y), matrixProductOf(A, B).inner),
      other: sum([mul(size(A), quantizing + 2n), b_zero_point ? size(B) : 0n, mul(size(Y), bias ? 2n : 1n)]),
    }),
    roles: { B: 'weight', b_scale: 'quantization', b_zero_point: 'quantization', bias: 'weight' },
    examples: [
      {
        given: { A: ['n', 8], B: { shape: [8, 4], dtype: 'int8' }, b_scale: [] },
        gives: { Y: { shape: ['n', 4], dtype: 'float32' } },
        macs: '32*n', // 4·8
        other: '52*n', // 6·8 + 4
      },
    ],
  }),
  operator({
    name: 'QGemm',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QGemm'),
    doc: 'Gemm of integers. MACs as Gemm; other: quantizing the result, 4 per output element, or one product when it stays real; one addition with a C.',
    inputs: ['A', 'a_scale', 'a_zero_point', 'B', 'b_scale', 'b_zero_point', 'C?', 'y_scale?', 'y_zero_point?'],
    outputs: ['Y'],
    attributes: { alpha: float(1), transA: int(0n), transB: int(0n) },
    dtype: ({ y_zero_point }) => ({ Y: y_zero_point === undefined ? 'float32' : y_zero_point.dtype }),
    shape: ({ A, B }, a) => ({ Y: gemm(A, B, a).shape }),
    work: ({ A, B, C, y_scale }, { Y }, a) => ({
      macs: mul(size(Y), gemm(A, B, a).inner),
      other: mul(size(Y), (y_scale ? quantizing : 1n) + (C ? 1n : 0n)),
    }),
    roles: { B: 'weight', C: 'weight', ...scales, y_scale: 'quantization', y_zero_point: 'quantization' },
    examples: [
      {
        given: {
          A: { shape: [2, 8], dtype: 'uint8' },
          a_scale: [],
          a_zero_point: { shape: [], dtype: 'uint8' },
          B: { shape: [8, 4], dtype: 'int8' },
          b_scale: [],
          b_zero_point: { shape: [], dtype: 'int8' },
          C: { shape: [4], dtype: 'int32' },
        },
        gives: { Y: { shape: [2, 4], dtype: 'float32' } },
        macs: 64n, // 8·8
        other: 16n, // 8·2
      },
    ],
  }),
  ...(['Add', 'Mul'] as const).map((name) =>
    operator({
      name: `QLinear${name}`,
      domain: 'com.microsoft',
      revisions: [1],
      source: contribPage(`QLinear${name}`),
      doc: `${name} of integers that stand for reals: 2 operations per element of each input to dequantize, one per output element and 4 to quantize it.`,
      inputs: ['A', 'A_scale', 'A_zero_point?', 'B', 'B_scale', 'B_zero_point?', 'C_scale', 'C_zero_point?'],
      outputs: ['C'],
      shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
      work: ({ A, B }, { C }) => other(add(mul(add(size(A), size(B)), dequantizing), mul(size(C), 1n + quantizing))),
      roles: {
        A_scale: 'quantization',
        A_zero_point: 'quantization',
        B_scale: 'quantization',
        B_zero_point: 'quantization',
        C_scale: 'quantization',
        C_zero_point: 'quantization',
      },
      examples: [
        {
          given: {
            A: { shape: [2, 8], dtype: 'uint8' },
            A_scale: [],
            A_zero_point: { shape: [], dtype: 'uint8' },
            B: { shape: [8], dtype: 'uint8' },
            B_scale: [],
            B_zero_point: { shape: [], dtype: 'uint8' },
            C_scale: [],
            C_zero_point: { shape: [], dtype: 'uint8' },
          },
          gives: { C: { shape: [2, 8], dtype: 'uint8' } },
          other: 128n, // 2·(16 + 8) + 5·16
        },
      ],
    }),
  ),
];
