/** Products with matrices of which only the elements that are not zero are stored. */
import { unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertRank } from './formulas.ts';
import { matrixProduct } from './matrix.ts';
import { float, int, type Operand, type Operator, operator } from './operator.ts';

function turned(x: Operand, trans: bigint) {
  return trans === 0n ? x.shape : [...x.shape.slice(0, -2), ...x.shape.slice(-2).toReversed()];
}

export const sparse: readonly Operator[] = [
  operator({
    name: 'SparseToDenseMatMul',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('SparseToDenseMatMul'),
    doc: 'A matrix product of a sparse A with a dense B. A column of B is multiplied once for every element of A that is not zero; how many these are the shape does not tell, so the work is unknown.',
    inputs: ['A', 'B'],
    outputs: ['Y'],
    attributes: { alpha: float(1), transA: int(0n), transB: int(0n) },
    dtype: { Y: 'B' },
    shape: ({ A, B }, { transA, transB }) => {
      assertRank(A, 2);
      return { Y: matrixProduct(turned(A, transA), turned(B, transB), [A.name, B.name]).shape };
    },
    work: (_, __, ___, { label }) => {
      const why = unknown(`\`${label}\`: the shape of A does not tell how many of its elements are not zero`);
      return { macs: why, other: why };
    },
    examples: [
      {
        given: { A: [8, 16], B: ['n', 16] },
        attributes: { transB: 1 },
        gives: { Y: [8, 'n'] },
        macs: '?',
        other: '?',
      },
    ],
  }),
];
