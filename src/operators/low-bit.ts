/** Products with weights packed to a few bits, in onnxruntime's own domain. */
import { add, type Dim, mul, product } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertEqual, size } from './formulas.ts';
import { int, Mismatch, type Operand, type Operator, operator, required } from './operator.ts';

interface PackedAttributes {
  readonly K: bigint;
  readonly N: bigint;
}

function packedShape(A: Operand, a: PackedAttributes, columns = a.K, results = a.N): readonly Dim[] {
  if (A.rank === 0) throw new Mismatch(`\`${A.name}\` is a scalar`);
  assertEqual(A.dim(-1), columns, (x, k) => `\`${A.name}\` has ${x} columns; ${k} expected`);
  return [...A.shape.slice(0, -1), results];
}

export const lowBit: readonly Operator[] = [
  operator({
    name: 'MatMulNBits',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulNBits'),
    doc: 'A matrix product with a weight packed to a few bits, `[N, K]` logically, stored `[N, blocks, bytes]`. MACs: |Y| · K; other: per weight element a product with the scale, a difference too with a zero point; one addition per output element with a bias.',
    inputs: ['A', 'B', 'scales', 'zero_points?', 'g_idx?', 'bias?'],
    outputs: ['Y'],
    attributes: {
      K: required(int()),
      N: required(int()),
      accuracy_level: int(0n),
      bits: int(4n),
      block_size: required(int()),
      weight_prepacked: int(0n),
    },
    shape: ({ A }, a) => ({ Y: packedShape(A, a) }),
    work: ({ zero_points, bias }, { Y }, a) => ({
      macs: mul(size(Y), a.K),
      other: add(product([a.N, a.K, zero_points ? 2n : 1n]), bias ? size(Y) : 0n),
    }),
    logicalElements: { B: (_, a) => mul(a.N, a.K) },
    roles: { B: 'weight', scales: 'quantization', zero_points: 'quantization', g_idx: 'constant', bias: 'weight' },
    examples: [
      {
        given: { A: ['b', 's', 32], B: { shape: [48, 1, 16], dtype: 'uint8' }, scales: [48] },
        attributes: { K: 32, N: 48, bits: 4, block_size: 32 },
        gives: { Y: ['b', 's', 48] },
        macs: '1536*b*s', // 48·32
        other: 1536n, // 48·32
      },
    ],
  }),
  operator({
    name: 'MatMulBnb4',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulBnb4'),
    doc: 'A matrix product with a weight packed to 4 bits by a table. MACs: |Y| · K; other: one product with the scale per weight element.',
    inputs: ['A', 'B', 'absmax'],
    outputs: ['Y'],
    attributes: {
      K: required(int()),
      N: required(int()),
      block_size: required(int()),
      quant_type: required(int()),
      training_mode: int(0n),
      transB: int(1n),
    },
    // With transB 0 the stored weight serves the backward pass: A has N columns and the result K.
    shape: ({ A }, a) => ({ Y: a.transB === 0n ? packedShape(A, a, a.N, a.K) : packedShape(A, a) }),
    work: (_, { Y }, a) => ({ macs: mul(size(Y), a.transB === 0n ? a.N : a.K), other: mul(a.N, a.K) }),
    logicalElements: { B: (_, a) => mul(a.N, a.K) },
    roles: { B: 'weight', absmax: 'quantization' },
    examples: [
      {
        given: { A: [2, 64], B: { shape: [512], dtype: 'uint8' }, absmax: [16] },
        attributes: { K: 64, N: 16, block_size: 64, quant_type: 1 },
        gives: { Y: [2, 16] },
        macs: 2048n, // 32·64
        other: 1024n, // 16·64
      },
    ],
  }),
];
