/** Matrix products. */
import { add, type Dim, floorDiv, mul, product, sub } from '../model/dim.ts';
import { einsumMacs, einsumShape, einsumSums } from './einsum.ts';
import { agreed, assertRank, broadcast, other, size } from './formulas.ts';
import { float, int, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

export interface MatrixProduct {
  readonly shape: readonly Dim[];
  /** The extent summed over. */
  readonly inner: Dim;
}

/** `[…, M, K] × […, K, N]` as numpy.matmul: batch axes broadcast, a vector on either side is one row or column. */
export function matrixProduct(
  a: readonly Dim[],
  b: readonly Dim[],
  names: readonly [string, string] = ['A', 'B'],
): MatrixProduct {
  const left = a.at(-1);
  const right = b.at(b.length === 1 ? -1 : -2);
  if (left === undefined || right === undefined) throw new Mismatch('a scalar has no place in a matrix product');
  const inner = agreed(
    left,
    right,
    (l, r) => `the inner extents disagree: \`${names[0]}\` has ${l} columns, \`${names[1]}\` ${r} rows`,
  );
  const batch = broadcast(a.slice(0, -2), b.slice(0, -2));
  return { shape: [...batch, ...a.slice(-2, -1), ...(b.length === 1 ? [] : b.slice(-1))], inner };
}

export function matrixProductOf(A: Operand, B: Operand): MatrixProduct {
  return matrixProduct(A.shape, B.shape, [A.name, B.name]);
}

interface GemmAttributes {
  readonly transA: bigint;
  readonly transB: bigint;
}

export function gemm(A: Operand, B: Operand, a: GemmAttributes): MatrixProduct {
  assertRank(A, 2);
  assertRank(B, 2);
  const left = a.transA === 0n ? A.shape : A.shape.toReversed();
  const right = a.transB === 0n ? B.shape : B.shape.toReversed();
  return matrixProduct(left, right, [A.name, B.name]);
}

export const matrix: readonly Operator[] = [
  operator({
    name: 'MatMul',
    revisions: [1, 9, 13],
    source: page('MatMul'),
    doc: 'Matrix product over the last two axes; the axes before them broadcast. MACs: |Y| · K.',
    inputs: ['A', 'B'],
    outputs: ['Y'],
    shape: ({ A, B }) => ({ Y: matrixProductOf(A, B).shape }),
    work: ({ A, B }, { Y }) => ({ macs: mul(size(Y), matrixProductOf(A, B).inner), other: 0n }),
    broadcasts: 'batch',
    examples: [
      {
        title: 'a dense layer on a symbolic sequence',
        given: { A: ['batch', 'seq', 768], B: [768, 3072] },
        gives: { Y: ['batch', 'seq', 3072] },
        macs: '2359296*batch*seq', // 3072·768
      },
      { title: 'two vectors', given: { A: [5], B: [5] }, gives: { Y: [] }, macs: 5n },
      { title: 'heads broadcast', given: { A: [2, 1, 4, 8], B: [3, 8, 5] }, gives: { Y: [2, 3, 4, 5] }, macs: 960n }, // 2·3·4·5 · 8
    ],
  }),
  operator({
    name: 'Gemm',
    revisions: [1, 6, 7, 9, 11, 13],
    source: page('Gemm'),
    doc: 'α·A·B + β·C of two matrices, each transposed on request. MACs: |Y| · K; other: |Y| when there is a C, |Y| more when α is not 1, |C| more when β is not 1.',
    inputs: ['A', 'B', 'C?'],
    outputs: ['Y'],
    attributes: { alpha: float(1), beta: float(1), broadcast: int(0n), transA: int(0n), transB: int(0n) },
    shape: ({ A, B }, a) => ({ Y: gemm(A, B, a).shape }),
    work: ({ A, B, C }, { Y }, a) => ({
      macs: mul(size(Y), gemm(A, B, a).inner),
      other: add(
        mul(size(Y), BigInt(Number(C !== undefined) + Number(a.alpha !== 1))),
        C === undefined || a.beta === 1 ? 0n : size(C),
      ),
    }),
    roles: { B: 'weight', C: 'weight' },
    examples: [
      {
        title: 'the classifier of ResNet',
        given: { A: ['batch', 512], B: [1000, 512], C: [1000] },
        attributes: { transB: 1 },
        gives: { Y: ['batch', 1000] },
        macs: '512000*batch', // 1000·512
        other: '1000*batch',
      },
      {
        title: 'scaled on both sides',
        given: { A: [3, 2], B: [3, 4], C: [4] },
        attributes: { transA: 1, alpha: 0.5, beta: 2 },
        gives: { Y: [2, 4] },
        macs: 24n, // 8·3
        other: 20n, // 8 + 8 + 4
      },
    ],
  }),
  operator({
    name: 'Einsum',
    revisions: [12, 28],
    source: page('Einsum'),
    doc: 'Sums products over labelled axes. MACs of two operands: the product of all label extents. More operands are contracted in pairs from the left, each step keeping the labels still needed: the sum over the steps. One operand has no MACs, its sums are additions: elements read along the labels less those written.',
    inputs: ['...Inputs'],
    outputs: ['Output'],
    attributes: { equation: required(string()) },
    shape: ({ Inputs }, a) => ({ Output: einsumShape(a.equation, Inputs) }),
    work: ({ Inputs }, _, a) => ({ macs: einsumMacs(a.equation, Inputs), other: einsumSums(a.equation, Inputs) }),
    examples: [
      {
        title: 'attention scores',
        given: {
          Inputs: [
            ['b', 's', 2, 16],
            ['b', 't', 2, 16],
          ],
        },
        attributes: { equation: 'bqhd,bkhd->bhqk' },
        gives: { Output: ['b', 2, 's', 't'] },
        macs: '32*b*s*t', // 2·16
      },
      {
        title: 'three operands, from the left: 2·3·4, then 2·4·5',
        given: {
          Inputs: [
            [2, 3],
            [3, 4],
            [4, 5],
          ],
        },
        attributes: { equation: 'ij, jk, kl' },
        gives: { Output: [2, 5] },
        macs: 64n,
      },
      {
        title: 'a trace, and an ellipsis',
        given: { Inputs: [[7, 4, 4]] },
        attributes: { equation: '...ii' },
        gives: { Output: [7] },
        other: 21n, // 7·4 − 7
      },
    ],
  }),
  operator({
    name: 'Det',
    revisions: [11, 22],
    source: page('Det'),
    doc: 'Determinant of square matrices, by elimination: M(M−1)/2 quotients, (M−1)·M·(2M−1)/3 products and differences, M − 1 products along the diagonal.',
    inputs: ['X'],
    outputs: ['Y'],
    shape: ({ X }) => {
      if (X.rank < 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; a square matrix expected`);
      agreed(X.dim(-1), X.dim(-2), (a, b) => `\`${X.name}\` is not square: ${b} × ${a}`);
      return { Y: X.shape.slice(0, -2) };
    },
    work: ({ X }, { Y }) => other(mul(size(Y), elimination(X.dim(-1)))),
    examples: [{ given: { X: [5, 3, 3] }, gives: { Y: [5] }, other: 75n }], // 5 · (3 + 2·3·5/3 + 2)
  }),
];

function elimination(m: Dim): Dim {
  const less = sub(m, 1n);
  const quotients = floorDiv(mul(m, less), 2n);
  const updates = floorDiv(product([less, m, sub(mul(m, 2n), 1n)]), 3n);
  return add(add(quotients, updates), less);
}
