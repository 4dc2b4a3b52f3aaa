/** Products with weights packed to a few bits, in onnxruntime's own domain. */
import { add, type Dim, floorDiv, mul, product, sum, unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertEqual, axisOf, size } from './formulas.ts';
import { rmsNormalizing } from './normalization.ts';
import { float, int, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';

interface PackedAttributes {
  readonly K: bigint;
  readonly N: bigint;
}

function packedShape(A: Operand, a: PackedAttributes, columns = a.K, results = a.N): readonly Dim[] {
  if (A.rank === 0) throw new Mismatch(`\`${A.name}\` is a scalar`);
  assertEqual(A.dim(-1), columns, (x, k) => `\`${A.name}\` has ${x} columns; ${k} expected`);
  return [...A.shape.slice(0, -1), results];
}

const packedProduct = { K: required(int()), accuracy_level: int(0n), bits: int(4n), block_size: required(int()) };

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
  operator({
    name: 'MatMulNBitsMlp',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulNBitsMlp'),
    doc: 'Two products of one input with packed weights, `activation(gate) · up`, and the normalization before them. MACs: 2 · rows · K · N; other: one product with the scale per weight element, one addition per result with a bias, the activation and a product per output element; 4 per input element and 4 per row to normalize, one more to add a skipped input.',
    inputs: ['A', 'skip?', 'norm_scale?', 'gate_B', 'gate_scales', 'gate_bias?', 'up_B', 'up_scales', 'up_bias?'],
    outputs: ['Y', 'input_skip_bias_sum?'],
    attributes: { ...packedProduct, N: required(int()), activation: required(string()), epsilon: float() },
    shape: ({ A }, a) => ({ Y: packedShape(A, a), input_skip_bias_sum: A.shape }),
    work: ({ A, skip, norm_scale, gate_bias, up_bias }, { Y }, a) => ({
      macs: product([2n, size(Y), a.K]),
      other: sum([
        product([2n, a.N, a.K]),
        mul(size(Y), 1n + (gate_bias ? 1n : 0n) + (up_bias ? 1n : 0n)),
        gating(a.activation, size(Y)),
        normalizingBefore(A, skip, norm_scale),
      ]),
    }),
    logicalElements: { gate_B: (_, a) => mul(a.N, a.K), up_B: (_, a) => mul(a.N, a.K) },
    roles: {
      norm_scale: 'weight',
      gate_B: 'weight',
      gate_scales: 'quantization',
      gate_bias: 'weight',
      up_B: 'weight',
      up_scales: 'quantization',
      up_bias: 'weight',
    },
    examples: [
      {
        given: {
          A: ['b', 's', 32],
          norm_scale: [32],
          gate_B: { shape: [48, 1, 16], dtype: 'uint8' },
          gate_scales: [48],
          up_B: { shape: [48, 1, 16], dtype: 'uint8' },
          up_scales: [48],
        },
        attributes: { K: 32, N: 48, block_size: 32, activation: 'silu' },
        gives: { Y: ['b', 's', 48], input_skip_bias_sum: ['b', 's', 32] },
        macs: '3072*b*s', // 2·48·32
        other: '276*b*s + 3072', // 48·(1 + 2) + 4·32 + 4; 2·48·32
      },
    ],
  }),
  operator({
    name: 'MatMulNBitsQkv',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulNBitsQkv'),
    doc: 'A normalization and the three packed products of queries, keys and values. MACs: rows · K · (Nq + 2·Nkv); other: one product with the scale per weight element, one addition per result with a bias; 4 per input element and 4 per row to normalize, one more to add a skipped input.',
    inputs: [
      'A',
      'skip?',
      'norm_scale',
      'q_B',
      'q_scales',
      'q_bias?',
      'k_B',
      'k_scales',
      'k_bias?',
      'v_B',
      'v_scales',
      'v_bias?',
    ],
    outputs: ['Q', 'K', 'V', 'input_skip_bias_sum?'],
    attributes: { ...packedProduct, Nq: required(int()), Nkv: required(int()), epsilon: float() },
    shape: ({ A }, a) => {
      const keys = packedShape(A, { K: a.K, N: a.Nkv });
      return { Q: packedShape(A, { K: a.K, N: a.Nq }), K: keys, V: keys, input_skip_bias_sum: A.shape };
    },
    work: ({ A, skip, norm_scale, q_bias, k_bias, v_bias }, { Q, K, V }, a) => ({
      macs: mul(sum([size(Q), size(K), size(V)]), a.K),
      other: sum([
        mul(a.Nq + 2n * a.Nkv, a.K),
        q_bias ? size(Q) : 0n,
        k_bias ? size(K) : 0n,
        v_bias ? size(V) : 0n,
        normalizingBefore(A, skip, norm_scale),
      ]),
    }),
    logicalElements: { q_B: (_, a) => a.Nq * a.K, k_B: (_, a) => a.Nkv * a.K, v_B: (_, a) => a.Nkv * a.K },
    roles: {
      norm_scale: 'weight',
      q_B: 'weight',
      q_scales: 'quantization',
      q_bias: 'weight',
      k_B: 'weight',
      k_scales: 'quantization',
      k_bias: 'weight',
      v_B: 'weight',
      v_scales: 'quantization',
      v_bias: 'weight',
    },
    examples: [
      {
        given: {
          A: [1, 1, 32],
          skip: [1, 1, 32],
          norm_scale: [32],
          q_B: { shape: [32, 1, 16], dtype: 'uint8' },
          q_scales: [32],
          k_B: { shape: [8, 1, 16], dtype: 'uint8' },
          k_scales: [8],
          v_B: { shape: [8, 1, 16], dtype: 'uint8' },
          v_scales: [8],
        },
        attributes: { K: 32, Nq: 32, Nkv: 8, block_size: 32 },
        gives: { Q: [1, 1, 32], K: [1, 1, 8], V: [1, 1, 8] },
        macs: 1536n, // 48·32
        other: 1700n, // 48·32 + 4·32 + 4 + 32
      },
    ],
  }),
  operator({
    name: 'MatMulFpQ4',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulFpQ4'),
    doc: 'A matrix product with a weight packed to 4 bits in one run of bytes, whose shape `[K, N]` comes as an input. MACs: |Y| · K; other: one product with the scale per weight element, a difference too where blocks have an offset (type 1).',
    inputs: ['A', 'B', 'B_shape'],
    outputs: ['Y'],
    attributes: { blk_quant_type: int(1n) },
    shape: ({ A, B_shape }) => {
      const [K = 0n, N = 0n] = B_shape.dims();
      return { Y: columnsTo(A, K, N) };
    },
    work: ({ B_shape }, { Y }, a) => {
      const [K = 0n, N = 0n] = B_shape.dims();
      return { macs: mul(size(Y), K), other: product([K, N, a.blk_quant_type === 1n ? 2n : 1n]) };
    },
    logicalElements: { B: ({ B_shape }) => product(B_shape.dims()) },
    roles: { B: 'weight', B_shape: 'constant' },
    examples: [
      {
        given: {
          A: ['n', 64],
          B: { shape: [640], dtype: 'uint8' },
          B_shape: { shape: [2], dtype: 'int64', value: [64, 16] },
        },
        attributes: { blk_quant_type: 0 },
        gives: { Y: ['n', 16] },
        macs: '1024*n', // 16·64
        other: 1024n,
      },
    ],
  }),
  operator({
    name: 'MatMulBlockQuantizedFp4Weight',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulBlockQuantizedFp4Weight'),
    doc: 'A matrix product with a weight of 4-bit floats, two to a byte `[N, K / 2]`. MACs: |Y| · K; other: two products with scales per weight element; one addition per output element with a bias.',
    inputs: ['A', 'B', 'weight_scale', 'weight_scale_2', 'input_scale?', 'bias?'],
    outputs: ['Y'],
    attributes: { block_size: int(16n) },
    shape: ({ A, B }) => ({ Y: columnsTo(A, mul(B.dim(1), 2n), B.dim(0)) }),
    work: ({ A, B, bias }, { Y }) => ({
      macs: mul(size(Y), A.dim(-1)),
      other: add(mul(size(B), 4n), bias ? size(Y) : 0n),
    }),
    logicalElements: { B: ({ B }) => mul(size(B), 2n) },
    roles: {
      B: 'weight',
      weight_scale: 'quantization',
      weight_scale_2: 'quantization',
      input_scale: 'quantization',
      bias: 'weight',
    },
    examples: [
      {
        given: {
          A: ['n', 64],
          B: { shape: [16, 32], dtype: 'uint8' },
          weight_scale: { shape: [16, 4], dtype: 'uint8' },
          weight_scale_2: [],
        },
        gives: { Y: ['n', 16] },
        macs: '1024*n', // 16·64
        other: 2048n, // 2·16·64
      },
    ],
  }),
  operator({
    name: 'MatMulBlockQuantizedFp8Weight',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MatMulBlockQuantizedFp8Weight'),
    doc: 'A matrix product with a weight of 8-bit floats `[N, K]`. MACs: |Y| · K; other: one product with the scale per weight element; one addition per output element with a bias; 2 per input element that is scaled to 8 bits and back.',
    inputs: ['A', 'B', 'b_scale', 'a_scale?', 'bias?'],
    outputs: ['Y'],
    attributes: { block_size: int(128n) },
    shape: ({ A, B }) => ({ Y: columnsTo(A, B.dim(1), B.dim(0)) }),
    work: ({ A, B, a_scale, bias }, { Y }) => ({
      macs: mul(size(Y), A.dim(-1)),
      other: sum([size(B), bias ? size(Y) : 0n, a_scale ? mul(size(A), 2n) : 0n]),
    }),
    roles: { B: 'weight', b_scale: 'quantization', a_scale: 'quantization', bias: 'weight' },
    examples: [
      {
        given: { A: ['n', 64], B: { shape: [16, 64], dtype: 'float8e4m3fn' }, b_scale: [16, 1], bias: [16] },
        gives: { Y: ['n', 16] },
        macs: '1024*n', // 16·64
        other: '16*n + 1024',
      },
    ],
  }),
  operator({
    name: 'GatherBlockQuantized',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GatherBlockQuantized'),
    doc: 'Rows of a table that is quantized in blocks, as reals. Bytes hold 8 / bits elements along the last axis. One product with the scale per output element, a difference too with a zero point.',
    inputs: ['data', 'indices', 'scales', 'zero_points?'],
    outputs: ['output'],
    attributes: { bits: int(4n), block_size: int(128n), gather_axis: int(0n), quantize_axis: int(1n) },
    dtype: { output: 'scales' },
    shape: ({ data, indices }, a) => {
      const logical = [...data.shape.slice(0, -1), mul(data.dim(-1), perByte(data, a.bits))];
      const along = axisOf(a.gather_axis, data.rank);
      return { output: [...logical.slice(0, along), ...indices.shape, ...logical.slice(along + 1)] };
    },
    work: ({ zero_points }, { output }) => ({ macs: 0n, other: mul(size(output), zero_points ? 2n : 1n) }),
    logicalElements: { data: ({ data }, a) => mul(size(data), perByte(data, a.bits)) },
    reads: { data: ({ data }, { output }, a) => floorDiv(size(output), perByte(data, a.bits)) },
    roles: { data: 'weight', indices: 'constant', scales: 'quantization', zero_points: 'quantization' },
    examples: [
      {
        title: 'two elements to a byte',
        given: {
          data: { shape: [1000, 32], dtype: 'uint8' },
          indices: { shape: ['b', 's'], dtype: 'int64' },
          scales: [1000, 4],
        },
        attributes: { block_size: 16 },
        gives: { output: { shape: ['b', 's', 64], dtype: 'float32' } },
        other: '64*b*s',
      },
      {
        title: 'a 4-bit element type',
        given: {
          data: { shape: [1000, 64], dtype: 'int4' },
          indices: { shape: [5], dtype: 'int64' },
          scales: [1000, 4],
          zero_points: { shape: [1000, 4], dtype: 'int4' },
        },
        attributes: { block_size: 16 },
        gives: { output: [5, 64] },
        other: 640n, // 2·320
      },
    ],
  }),
];

/** `[…, K]` to `[…, N]`. */
function columnsTo(A: Operand, K: Dim, N: Dim): readonly Dim[] {
  if (A.rank === 0) throw new Mismatch(`\`${A.name}\` is a scalar`);
  assertEqual(A.dim(-1), K, (x, k) => `\`${A.name}\` has ${x} columns; ${k} expected`);
  return [...A.shape.slice(0, -1), N];
}

/** Elements in a stored one: bytes hold several, narrower element types one. */
function perByte(data: Operand, bits: bigint): Dim {
  if (data.dtype !== 'uint8' && data.dtype !== 'int8') return 1n;
  return bits === 2n || bits === 4n || bits === 8n ? 8n / bits : unknown(`bits is ${bits}; 2, 4 or 8 expected`);
}

/** The scaling by the root mean square that is fused before a product, and the addition of a skipped input. */
function normalizingBefore(A: Operand, skip: Operand | undefined, scale: Operand | undefined): Dim {
  if (scale === undefined) return 0n;
  return add(rmsNormalizing(size(A), product(A.shape.slice(0, -1)), 1n), skip ? size(A) : 0n);
}

function gating(name: string, elements: Dim): Dim {
  const cost = gates.get(name.toLowerCase());
  return cost === undefined ? unknown(`what the activation ${name} costs is not known`) : mul(elements, cost);
}

const gates: ReadonlyMap<string, bigint> = new Map([
  ['relu', 1n],
  ['sigmoid', 1n],
  ['silu', 2n],
  ['swish', 2n],
  ['gelu', 5n],
]);
