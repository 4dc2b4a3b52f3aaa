import { dtypeOf } from '../model/dtype.ts';
import { typed } from './creation.ts';
import { assertRank, other, size } from './formulas.ts';
import { float, int, ints, Mismatch, type Operand, type Operator, operator, required } from './operator.ts';

/** Draws count as one operation each; how a generator works is not modelled. */
const draws = (_: unknown, { output }: { readonly output: Operand }) => other(size(output));

const distribution = { mean: float(0), scale: float(1), low: float(0), high: float(1), seed: float() };

export const randoms: readonly Operator[] = [
  ...(['RandomNormal', 'RandomUniform'] as const).map((name) =>
    operator({
      name,
      revisions: [1, 22],
      source: `https://onnx.ai/onnx/operators/onnx__${name}.html`,
      doc: 'Random numbers in the shape of the attribute; one operation per draw.',
      inputs: [],
      outputs: ['output'],
      attributes: { ...distribution, dtype: int(1n), shape: required(ints()) },
      dtype: (_, { dtype }) => ({ output: dtypeOf(dtype) }),
      shape: (_, { shape }) => ({ output: shape }),
      work: draws,
      examples: [
        {
          given: {},
          attributes: { shape: [2, 3], dtype: 10 },
          gives: { output: { shape: [2, 3], dtype: 'float16' } },
          other: 6n,
        },
      ],
    }),
  ),
  ...(['RandomNormalLike', 'RandomUniformLike'] as const).map((name) =>
    operator({
      name,
      revisions: [1, 22],
      source: `https://onnx.ai/onnx/operators/onnx__${name}.html`,
      doc: 'Random numbers in the shape of the input; one operation per draw.',
      inputs: ['input'],
      outputs: ['output'],
      attributes: { ...distribution, dtype: int() },
      dtype: ({ input }, { dtype }) => ({ output: typed(dtype, input) }),
      shape: ({ input }) => ({ output: input.shape }),
      work: draws,
      roles: { input: 'constant' },
      reads: { input: () => 0n },
      examples: [
        {
          given: { input: ['n', 3] },
          attributes: { dtype: 11 },
          gives: { output: { shape: ['n', 3], dtype: 'float64' } },
          other: '3*n',
        },
      ],
    }),
  ),
  operator({
    name: 'Bernoulli',
    revisions: [15, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__Bernoulli.html',
    doc: 'Draws 0 or 1 with the probabilities of the input; one operation per draw.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { dtype: int(), seed: float() },
    dtype: ({ input }, { dtype }) => ({ output: typed(dtype, input) }),
    shape: ({ input }) => ({ output: input.shape }),
    work: draws,
    examples: [
      {
        given: { input: ['n', 3] },
        attributes: { dtype: 9 },
        gives: { output: { shape: ['n', 3], dtype: 'bool' } },
        other: '3*n',
      },
    ],
  }),
  operator({
    name: 'Multinomial',
    revisions: [7, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__Multinomial.html',
    doc: 'Draws `sample_size` classes for every row of log-probabilities; one operation per draw.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { dtype: int(6n), sample_size: int(1n), seed: float() },
    dtype: (_, { dtype }) => ({ output: dtypeOf(dtype) }),
    shape: ({ input }, { sample_size }) => {
      assertRank(input, 2);
      if (sample_size < 0n) throw new Mismatch(`sample_size is ${sample_size}; at least 0 expected`);
      return { output: [input.dim(0), sample_size] };
    },
    work: draws,
    examples: [
      {
        given: { input: ['n', 10] },
        attributes: { sample_size: 4 },
        gives: { output: { shape: ['n', 4], dtype: 'int32' } },
        other: '4*n',
      },
    ],
  }),
];
