/** Elements joined over any number of inputs. */
import { mul } from '../model/dim.ts';
import { folded } from './elementwise.ts';
import { broadcastOf, other, size } from './formulas.ts';
import { type Example, type Operator, operator } from './operator.ts';
import * as on from './scalars.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

interface Variadic {
  readonly name: string;
  readonly revisions: readonly number[];
  readonly doc: string;
  /** Operations per output element over so many inputs. */
  readonly operations: (inputs: bigint) => bigint;
  readonly fold?: on.Fold;
  readonly example: Example;
}

function variadic({ name, revisions, doc, operations, fold, example }: Variadic): Operator {
  return operator({
    name,
    revisions,
    source: page(name),
    doc,
    inputs: ['...data'],
    outputs: ['Y'],
    shape: ({ data }) => ({ Y: broadcastOf(...data) }),
    value: ({ data }) => {
      if (fold === undefined) return {};
      return { Y: folded(data, broadcastOf(...data), (...elements) => elements.reduce((x, y) => fold(x, y))) };
    },
    work: ({ data }, { Y }) => other(mul(size(Y), operations(BigInt(data.length)))),
    memory: 'inplace',
    broadcasts: 'whole',
    examples: [example],
  });
}

const lists: readonly Variadic[] = [
  {
    name: 'Max',
    revisions: [1, 6, 8, 12, 13],
    doc: 'The largest of the inputs. n − 1 comparisons per output element of n inputs.',
    operations: (n) => n - 1n,
    fold: on.larger,
    example: {
      given: {
        data: [
          { shape: [2], dtype: 'int64', value: [1, 's'] },
          { shape: [1], dtype: 'int64', value: [0] },
        ],
      },
      gives: { Y: { shape: [2], value: [1, 's'] } },
      other: 2n,
    },
  },
  {
    name: 'Min',
    revisions: [1, 6, 8, 12, 13],
    doc: 'The smallest of the inputs. n − 1 comparisons per output element of n inputs.',
    operations: (n) => n - 1n,
    fold: on.smaller,
    example: {
      given: {
        data: [
          { shape: [2], dtype: 'int64', value: [1, 's + 4'] },
          { shape: [1], dtype: 'int64', value: [3] },
        ],
      },
      gives: { Y: { shape: [2], value: [1, 3] } },
      other: 2n,
    },
  },
  {
    name: 'Sum',
    revisions: [1, 6, 8, 13],
    doc: 'The sum of the inputs. n − 1 additions per output element of n inputs.',
    operations: (n) => n - 1n,
    fold: on.plus,
    example: { given: { data: [[3, 4], [3, 4], [4]] }, gives: { Y: [3, 4] }, other: 24n }, // 2 · 12
  },
  {
    name: 'Mean',
    revisions: [1, 6, 8, 13],
    doc: 'The mean of the inputs. n − 1 additions and a division per output element of n inputs.',
    operations: (n) => n,
    example: {
      given: {
        data: [
          [3, 4],
          [3, 4],
        ],
      },
      gives: { Y: [3, 4] },
      other: 24n,
    }, // 2 · 12
  },
];

export const variadics: readonly Operator[] = [...lists.map(variadic)];
