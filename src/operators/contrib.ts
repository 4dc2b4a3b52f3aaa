/** Operators of onnxruntime's own domain that stand alone: arithmetic, spectra, crops, embeddings, strings, hashes. */
import { add, ceilDiv, isUnknown, mul, product, sum, unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { agreed, assertEqual, assertRank, axisOf, broadcastOf, other, size } from './formulas.ts';
import { free, int, type Operand, type Operator, operator, required, string, Undetermined } from './operator.ts';

/** Complex numbers lie as pairs along the last axis. */
export function assertPairs(...xs: readonly Operand[]): void {
  for (const x of xs) assertEqual(x.dim(-1), 2n, (d) => `the last axis of \`${x.name}\` is ${d}; pairs expected`);
}

const dropout = 'onnxruntime keeps one bit of the mask for each element, 32 to a number.';

export const contrib: readonly Operator[] = [
  operator({
    name: 'CDist',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('CDist'),
    doc: 'Distances of each row of A from each of B: per pair and feature a difference, a square and a sum; one root per pair unless squared.',
    inputs: ['A', 'B'],
    outputs: ['C'],
    attributes: { metric: string('sqeuclidean') },
    shape: ({ A, B }) => {
      assertRank(A, 2);
      assertRank(B, 2);
      agreed(A.dim(1), B.dim(1), (a, b) => `\`${A.name}\` has ${a} features, \`${B.name}\` ${b}`);
      return { C: [A.dim(0), B.dim(0)] };
    },
    work: ({ A }, { C }, { metric }) => {
      if (metric !== 'sqeuclidean' && metric !== 'euclidean')
        return other(unknown(`what the distance ${metric} costs is not known`));
      return other(mul(size(C), add(mul(A.dim(1), 3n), metric === 'euclidean' ? 1n : 0n)));
    },
    examples: [
      {
        given: { A: ['n', 3], B: [7, 3] },
        attributes: { metric: 'euclidean' },
        gives: { C: ['n', 7] },
        other: '70*n', // 7·(3·3 + 1)
      },
    ],
  }),
  ...(['ComplexMul', 'ComplexMulConj'] as const).map((name) =>
    operator({
      name,
      domain: 'com.microsoft',
      revisions: [1],
      source: contribPage(name),
      doc: 'Products of complex numbers, pairs along the last axis: 6 operations for each.',
      inputs: ['A', 'B'],
      outputs: ['C'],
      shape: ({ A, B }) => {
        assertPairs(A, B);
        return { C: broadcastOf(A, B) };
      },
      work: (_, { C }) => other(mul(size(C), 3n)),
      examples: [{ given: { A: ['n', 4, 2], B: [4, 2] }, gives: { C: ['n', 4, 2] }, other: '24*n' }], // 4·6
    }),
  ),
  operator({
    name: 'Inverse',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('Inverse'),
    doc: 'Inverses of square matrices by elimination: 2·n³ operations for each.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: ({ X }) => {
      assertEqual(X.dim(-1), X.dim(-2), (a, b) => `\`${X.name}\` holds matrices of ${b} by ${a}`);
      return { Y: X.shape };
    },
    work: ({ X }) => other(product([size(X), X.dim(-1), 2n])),
    examples: [{ given: { X: ['n', 3, 3] }, gives: { Y: ['n', 3, 3] }, other: '54*n' }], // 2·27
  }),
  operator({
    name: 'IsAllFinite',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('IsAllFinite'),
    doc: 'Whether every element of all inputs is finite: one operation per element.',
    inputs: ['...input'],
    outputs: ['output'],
    attributes: { isinf_only: int(0n), isnan_only: int(0n) },
    dtype: { output: 'bool' },
    shape: () => ({ output: [] }),
    work: ({ input }) => other(sum(input.map(size))),
    examples: [{ given: { input: [['n'], [4]] }, gives: { output: { shape: [], dtype: 'bool' } }, other: 'n + 4' }],
  }),
  operator({
    name: 'ExpandDims',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('ExpandDims'),
    doc: 'Puts an axis of extent 1 in its place.',
    inputs: ['X', 'axis'],
    outputs: ['Y'],
    shape: ({ X, axis }) => {
      const at = axisOf(axis.ints()[0] ?? 0n, X.rank + 1);
      return { Y: [...X.shape.slice(0, at), 1n, ...X.shape.slice(at)] };
    },
    work: free,
    memory: 'view',
    roles: { X: 'carried', axis: 'constant' },
    examples: [
      {
        given: { X: ['n', 3], axis: { shape: [], dtype: 'int32', value: [-1] } },
        gives: { Y: ['n', 3, 1] },
      },
    ],
  }),
  operator({
    name: 'DynamicTimeWarping',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DynamicTimeWarping'),
    doc: 'The cheapest way through a matrix of costs: 2 comparisons and a sum per element. How long the way is the data decides.',
    inputs: ['input'],
    outputs: ['output'],
    dtype: { output: 'int32' },
    shape: (_, __, call) => ({ output: [2n, unknown(`\`${call.label}\`: the data decides how long the way is`)] }),
    work: ({ input }) => other(mul(size(input), 3n)),
    examples: [
      { given: { input: ['m', 'n'] }, gives: { output: { shape: [2, '?'], dtype: 'int32' } }, other: '3*m*n' },
    ],
  }),
  operator({
    name: 'BitmaskDropout',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BitmaskDropout'),
    doc: `Dropout, which is off at inference. ${dropout}`,
    inputs: ['data', 'ratio?', 'training_mode?'],
    outputs: ['output', 'mask?'],
    attributes: { seed: int() },
    dtype: { mask: 'uint32' },
    shape: ({ data }) => ({ output: data.shape, mask: [ceilDiv(size(data), 32n)] }),
    work: free,
    memory: 'inplace',
    roles: { data: 'carried', ratio: 'constant', training_mode: 'constant' },
    examples: [{ given: { data: [5, 8] }, gives: { output: [5, 8], mask: { shape: [2], dtype: 'uint32' } } }],
  }),
  operator({
    name: 'BitmaskBiasDropout',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('BitmaskBiasDropout'),
    doc: `BiasDropout: one operation per element for the bias and for the residual. ${dropout}`,
    inputs: ['data', 'bias', 'residual?', 'ratio?', 'training_mode?'],
    outputs: ['output', 'mask?'],
    attributes: { seed: int() },
    dtype: { mask: 'uint32' },
    shape: ({ data }) => ({ output: data.shape, mask: [ceilDiv(size(data), 32n)] }),
    work: ({ data, residual }) => other(mul(size(data), residual ? 2n : 1n)),
    memory: 'inplace',
    roles: { bias: 'weight', ratio: 'constant', training_mode: 'constant' },
    examples: [{ given: { data: [2, 8], bias: [8] }, gives: { output: [2, 8], mask: [1] }, other: 16n }],
  }),
  operator({
    name: 'SampleOp',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('SampleOp'),
    doc: 'Gives its input.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    roles: { X: 'carried' },
    examples: [{ given: { X: ['n'] }, gives: { Y: ['n'] } }],
  }),
  operator({
    name: 'QuantizeBFP',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QuantizeBFP'),
    doc: 'Reals to blocks that share an exponent. How many bytes they take is not specified: unknown. A comparison, a product and a rounding per element.',
    inputs: ['x'],
    outputs: ['y', 'shape', 'strides'],
    attributes: { bfp_type: required(int()), block_dim: int(-1n) },
    dtype: { y: 'uint8', shape: 'int64', strides: 'int64' },
    shape: ({ x }, _, call) => ({
      y: [unknown(`\`${call.label}\`: its layout is not specified`)],
      shape: [BigInt(x.rank)],
      strides: [BigInt(x.rank)],
    }),
    value: ({ x }) => ({ shape: x.shape }),
    work: ({ x }) => other(mul(size(x), 3n)),
    examples: [
      {
        given: { x: ['n', 8] },
        attributes: { bfp_type: 0 },
        gives: { y: { shape: ['?'], dtype: 'uint8' }, shape: { shape: [2], dtype: 'int64', value: ['n', 8] } },
        other: '24*n',
      },
    ],
  }),
  operator({
    name: 'DequantizeBFP',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('DequantizeBFP'),
    doc: 'Blocks that share an exponent to reals of the shape given: one product per element.',
    inputs: ['x', 'shape', 'strides'],
    outputs: ['y'],
    attributes: { bfp_type: required(int()), block_dim: int(-1n), dtype: int(1n) },
    dtype: { y: 'float32' },
    shape: ({ shape }) => {
      const dims = shape.dims();
      const gap = dims.find(isUnknown);
      if (gap !== undefined && isUnknown(gap)) throw new Undetermined(gap.why);
      return { y: dims };
    },
    work: (_, { y }) => other(size(y)),
    roles: { x: 'carried', shape: 'constant', strides: 'constant' },
    examples: [
      {
        given: {
          x: { shape: [100], dtype: 'uint8' },
          shape: { shape: [2], dtype: 'int64', value: ['n', 8] },
          strides: { shape: [2], dtype: 'int64' },
        },
        attributes: { bfp_type: 0 },
        gives: { y: { shape: ['n', 8], dtype: 'float32' } },
        other: '8*n',
      },
    ],
  }),
];
