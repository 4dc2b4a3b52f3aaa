/** Elements tested, chosen and limited. */
import { mul } from '../model/dim.ts';
import { folded } from './elementwise.ts';
import { broadcastOf, other, size } from './formulas.ts';
import { float, int, type Operator, operator } from './operator.ts';
import * as on from './scalars.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

export const selection: readonly Operator[] = [
  operator({
    name: 'IsInf',
    revisions: [10, 20],
    source: page('IsInf'),
    doc: 'Whether the element is infinite. One operation per element.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { detect_negative: int(1n), detect_positive: int(1n) },
    dtype: { Y: 'bool' },
    shape: ({ X }) => ({ Y: X.shape }),
    work: (_, { Y }) => other(size(Y)),
    examples: [{ given: { X: [4] }, gives: { Y: { shape: [4], dtype: 'bool' } }, other: 4n }],
  }),
  operator({
    name: 'Where',
    revisions: [9, 16],
    source: page('Where'),
    doc: 'Takes each element from X where the condition holds, else from Y. One selection per output element.',
    inputs: ['condition', 'X', 'Y'],
    outputs: ['output'],
    dtype: { output: 'X' },
    shape: ({ condition, X, Y }) => ({ output: broadcastOf(condition, X, Y) }),
    value: ({ condition, X, Y }) => ({
      output: on.foldElements([condition, X, Y], broadcastOf(condition, X, Y), on.chosen),
    }),
    work: (_, { output }) => other(size(output)),
    memory: 'inplace',
    roles: { condition: 'constant' },
    broadcasts: 'whole',
    examples: [
      {
        title: 'the shape an Expand is given',
        given: {
          condition: { shape: [3], dtype: 'bool', value: [1, 0, 0] },
          X: { shape: [3], dtype: 'int64', value: [1, 1, 1] },
          Y: { shape: [3], dtype: 'int64', value: [-1, 'batch', 4] },
        },
        gives: { output: { shape: [3], dtype: 'int64', value: [1, 'batch', 4] } },
        other: 3n,
      },
    ],
  }),
  operator({
    name: 'Clip',
    revisions: [1, 6],
    source: page('Clip'),
    doc: 'Limits elements to an interval given as attributes. Two comparisons per element.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { max: float(), min: float() },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(mul(size(input), 2n)),
    memory: 'inplace',
    examples: [
      { given: { input: ['n', 4] }, attributes: { min: 0, max: 6 }, gives: { output: ['n', 4] }, other: '8*n' },
    ],
  }),
  operator({
    name: 'Clip',
    revisions: [11, 12, 13],
    source: page('Clip'),
    doc: 'Limits elements to an interval. One comparison per element for each bound that is given.',
    inputs: ['input', 'min?', 'max?'],
    outputs: ['output'],
    shape: ({ input }) => ({ output: input.shape }),
    value: ({ input, min, max }) => ({
      output: folded(
        [input, ...(min ? [min] : []), ...(max ? [max] : [])],
        input.shape,
        (x = on.undecided, first = on.undecided, second = on.undecided) => {
          const raised = min ? on.larger(x, first) : x;
          return max ? on.smaller(raised, min ? second : first) : raised;
        },
      ),
    }),
    work: ({ input, min, max }) =>
      other(mul(size(input), BigInt(Number(min !== undefined) + Number(max !== undefined)))),
    memory: 'inplace',
    roles: { min: 'constant', max: 'constant' },
    examples: [
      {
        title: 'ReLU6',
        given: { input: ['n', 4], min: { shape: [], value: [0] }, max: { shape: [], value: [6] } },
        gives: { output: ['n', 4] },
        other: '8*n',
      },
      {
        title: 'a lower bound on an extent',
        given: {
          input: { shape: [1], dtype: 'int64', value: ['s + 1'] },
          min: { shape: [], dtype: 'int64', value: [1] },
        },
        gives: { output: { shape: [1], dtype: 'int64', value: ['s + 1'] } },
        other: 1n,
      },
    ],
  }),
];
