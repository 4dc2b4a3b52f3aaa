/** One result element from one element of each input: arithmetic, comparison, logic, elementary functions. */
import type { Dim } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { broadcast, broadcastOf, other, size } from './formulas.ts';
import { type Example, int, Mismatch, type Operand, type Operator, operator } from './operator.ts';
import * as on from './scalars.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

interface Unary {
  readonly name: string;
  readonly revisions: readonly number[];
  readonly doc: string;
  readonly fold?: on.Fold;
  readonly gives?: 'bool';
  readonly example: Example;
}

/** One operation an element, the shape kept. */
function unary({ name, revisions, doc, fold, gives, example }: Unary): Operator {
  return operator({
    name,
    revisions,
    source: page(name),
    doc: `${doc} One operation per element.`,
    inputs: ['X'],
    outputs: ['Y'],
    dtype: () => (gives === undefined ? {} : { Y: gives }),
    shape: ({ X }) => ({ Y: X.shape }),
    value: ({ X }) => (fold === undefined ? {} : { Y: folded([X], X.shape, fold) }),
    work: (_, { Y }) => other(size(Y)),
    memory: 'inplace',
    examples: [example],
  });
}

/** The value of an elementwise result whose elements have the type of the first operand, rounded to it. */
export function folded(
  operands: readonly Operand[],
  shape: readonly Dim[],
  fold: on.Fold,
): readonly Scalar[] | undefined {
  const kept = on.arithmeticOf(operands[0]?.dtype ?? null);
  return kept && on.foldElements(operands, shape, (...elements) => kept.round(fold(...elements)));
}

interface Binary extends Unary {
  readonly fold: on.Fold;
}

/** `axis` and `broadcast` are of before operator set 7, where B may align with inner axes of A instead of the last. */
export const legacyBroadcast = { axis: int(), broadcast: int(0n) };

/** NumPy broadcasting, or before operator set 7 the shape of A, on which B is laid. */
export function binaryShape(
  A: Operand,
  B: Operand,
  a: { readonly axis: bigint | undefined },
  opset: bigint,
): readonly Dim[] {
  if (opset >= 7n) return broadcastOf(A, B);
  const axis = Number(a.axis ?? BigInt(A.rank - B.rank));
  const start = axis < 0 ? axis + A.rank : axis;
  if (start < 0 || start + B.rank > A.rank)
    throw new Mismatch(`\`${B.name}\` with ${B.rank} axes does not lie on \`${A.name}\` from axis ${axis}`);
  const aligned = [...B.shape, ...Array.from({ length: A.rank - B.rank - start }, () => 1n)];
  return broadcast(A.shape, aligned);
}

/** One operation an output element. */
function binary({ name, revisions, doc, fold, gives, example }: Binary): Operator {
  return operator({
    name,
    revisions,
    source: page(name),
    doc: `${doc} One operation per output element; extents broadcast.`,
    inputs: ['A', 'B'],
    outputs: ['C'],
    attributes: legacyBroadcast,
    dtype: () => (gives === undefined ? {} : { C: gives }),
    shape: ({ A, B }, a, call) => ({ C: binaryShape(A, B, a, call.opset) }),
    value: ({ A, B }, a, call) => {
      if (a.axis !== undefined && call.opset < 7n) return {};
      const rule = gives === undefined ? folded : on.foldElements;
      return { C: rule([A, B], binaryShape(A, B, a, call.opset), fold) };
    },
    work: (_, { C }) => other(size(C)),
    memory: 'inplace',
    broadcasts: 'whole',
    examples: [example],
  });
}

const ofReals = (expected: readonly number[], given: readonly number[] = [-1.5, 0.5, 2.5]): Example => ({
  given: { X: { shape: [given.length], value: given } },
  gives: { Y: { shape: [given.length], dtype: 'float32', value: expected } },
  other: BigInt(given.length),
});
const ofShape: Example = { given: { X: ['n', 3] }, gives: { Y: ['n', 3] }, other: '3*n' };
export const ofPair = (
  a: readonly (number | string)[],
  b: readonly (number | string)[],
  c: readonly (number | string)[],
  dtype: 'int64' | 'bool' = 'int64',
  from: 'int64' | 'bool' = 'int64',
): Example => ({
  given: { A: { shape: [a.length], dtype: from, value: a }, B: { shape: [b.length], dtype: from, value: b } },
  gives: { C: { shape: [c.length], dtype, value: c } },
  other: BigInt(c.length),
});

const unaries: readonly Unary[] = [
  { name: 'Abs', revisions: [1, 6, 13], doc: 'Absolute value.', fold: on.magnitude, example: ofReals([1.5, 0.5, 2.5]) },
  {
    name: 'Neg',
    revisions: [1, 6, 13],
    doc: 'Changes the sign.',
    fold: on.opposite,
    example: ofReals([1.5, -0.5, -2.5]),
  },
  {
    name: 'Sign',
    revisions: [9, 13],
    doc: 'Minus one, zero or one by the sign.',
    fold: on.sign,
    example: ofReals([-1, 1, 1]),
  },
  {
    name: 'Floor',
    revisions: [1, 6, 13],
    doc: 'Rounds down.',
    fold: on.rounded(Math.floor),
    example: ofReals([-2, 0, 2]),
  },
  { name: 'Ceil', revisions: [1, 6, 13], doc: 'Rounds up.', fold: on.rounded(Math.ceil), example: ofReals([-1, 1, 3]) },
  {
    name: 'Round',
    revisions: [11, 22],
    doc: 'Rounds to the nearest integer, halves to even.',
    fold: on.rounded(on.roundHalfEven),
    example: ofReals([-2, 0, 2]),
  },
  {
    name: 'Sqrt',
    revisions: [1, 6, 13],
    doc: 'Square root.',
    fold: on.numeric(Math.sqrt),
    example: ofReals([2, 0.5], [4, 0.25]),
  },
  {
    name: 'Reciprocal',
    revisions: [1, 6, 13],
    doc: 'One divided by the element.',
    fold: on.numeric((x) => 1 / x),
    example: ofReals([0.25, -2], [4, -0.5]),
  },
  { name: 'Exp', revisions: [1, 6, 13], doc: 'e to the power of the element.', example: ofShape },
  { name: 'Log', revisions: [1, 6, 13], doc: 'Natural logarithm.', example: ofShape },
  { name: 'Erf', revisions: [9, 13], doc: 'Error function.', example: ofShape },
  { name: 'Sin', revisions: [7, 22], doc: 'Sine.', example: ofShape },
  { name: 'Cos', revisions: [7, 22], doc: 'Cosine.', example: ofShape },
  { name: 'Tan', revisions: [7, 22], doc: 'Tangent.', example: ofShape },
  { name: 'Asin', revisions: [7, 22], doc: 'Inverse sine.', example: ofShape },
  { name: 'Acos', revisions: [7, 22], doc: 'Inverse cosine.', example: ofShape },
  { name: 'Atan', revisions: [7, 22], doc: 'Inverse tangent.', example: ofShape },
  { name: 'Sinh', revisions: [9, 22], doc: 'Hyperbolic sine.', example: ofShape },
  { name: 'Cosh', revisions: [9, 22], doc: 'Hyperbolic cosine.', example: ofShape },
  { name: 'Tanh', revisions: [1, 6, 13], doc: 'Hyperbolic tangent.', example: ofShape },
  { name: 'Asinh', revisions: [9, 22], doc: 'Inverse hyperbolic sine.', example: ofShape },
  { name: 'Acosh', revisions: [9, 22], doc: 'Inverse hyperbolic cosine.', example: ofShape },
  { name: 'Atanh', revisions: [9, 22], doc: 'Inverse hyperbolic tangent.', example: ofShape },
  { name: 'Sigmoid', revisions: [1, 6, 13], doc: '1 / (1 + e⁻ˣ), taken as one elementary function.', example: ofShape },
  {
    name: 'Not',
    revisions: [1],
    doc: 'Logical negation.',
    fold: on.not,
    example: {
      given: { X: { shape: [2], dtype: 'bool', value: [0, 1] } },
      gives: { Y: { shape: [2], dtype: 'bool', value: [1, 0] } },
      other: 2n,
    },
  },
  {
    name: 'BitwiseNot',
    revisions: [18],
    doc: 'Complements every bit.',
    fold: (x) => (typeof x === 'bigint' ? ~x : on.undecided),
    example: {
      given: { X: { shape: [2], dtype: 'int64', value: [0, 5] } },
      gives: { Y: { shape: [2], dtype: 'int64', value: [-1, -6] } },
      other: 2n,
    },
  },
  {
    name: 'IsNaN',
    revisions: [9, 13, 20],
    doc: 'Whether the element is not a number.',
    gives: 'bool',
    example: { given: { X: [4] }, gives: { Y: { shape: [4], dtype: 'bool' } }, other: 4n },
  },
];

const binaries: readonly Binary[] = [
  {
    name: 'Add',
    revisions: [1, 6, 7, 13, 14],
    doc: 'Sum.',
    fold: on.plus,
    example: {
      title: 'a bias on a symbolic batch',
      given: { A: ['batch', 8, 4], B: [8, 1] },
      gives: { C: ['batch', 8, 4] },
      other: '32*batch', // 8·4
    },
  },
  {
    name: 'Sub',
    revisions: [1, 6, 7, 13, 14],
    doc: 'Difference.',
    fold: on.minus,
    example: ofPair(['s', 7], [2], ['s - 2', 5]),
  },
  {
    name: 'Mul',
    revisions: [1, 6, 7, 13, 14],
    doc: 'Product.',
    fold: on.times,
    example: ofPair(['s', 7], [2, 3], ['2*s', 21]),
  },
  {
    name: 'Equal',
    revisions: [1, 7, 11, 13, 19],
    doc: 'Whether the elements are equal.',
    fold: on.same,
    gives: 'bool',
    example: ofPair([-1, 's'], [-1], [1, 0], 'bool'),
  },
  {
    name: 'Less',
    revisions: [1, 7, 9, 13],
    doc: 'Whether the first is smaller.',
    fold: on.less,
    gives: 'bool',
    example: ofPair([1, 2, 's'], [2, 2, 's + 1'], [1, 0, 1], 'bool'),
  },
  {
    name: 'LessOrEqual',
    revisions: [12, 16],
    doc: 'Whether the first is not larger.',
    fold: on.lessOrEqual,
    gives: 'bool',
    example: ofPair([2, 3, 0], [2, 2, 's'], [1, 0, 1], 'bool'),
  },
  {
    name: 'Greater',
    revisions: [1, 7, 9, 13],
    doc: 'Whether the first is larger.',
    fold: on.greater,
    gives: 'bool',
    example: ofPair([2, 3, 's'], [2, 2, 's'], [0, 1, 0], 'bool'),
  },
  {
    name: 'GreaterOrEqual',
    revisions: [12, 16],
    doc: 'Whether the first is not smaller.',
    fold: on.greaterOrEqual,
    gives: 'bool',
    example: ofPair([2, 1, 's'], [2, 2, 0], [1, 0, 1], 'bool'),
  },
  {
    name: 'And',
    revisions: [1, 7],
    doc: 'Logical and.',
    fold: on.both,
    gives: 'bool',
    example: ofPair([0, 0, 1, 1], [0, 1, 0, 1], [0, 0, 0, 1], 'bool', 'bool'),
  },
  {
    name: 'Or',
    revisions: [1, 7],
    doc: 'Logical or.',
    fold: on.either,
    gives: 'bool',
    example: ofPair([0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 1], 'bool', 'bool'),
  },
  {
    name: 'Xor',
    revisions: [1, 7],
    doc: 'Logical exclusive or.',
    fold: on.oneOf,
    gives: 'bool',
    example: ofPair([0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 0], 'bool', 'bool'),
  },
  {
    name: 'BitwiseAnd',
    revisions: [18],
    doc: 'Bitwise and.',
    fold: on.bits((a, b) => a & b),
    example: ofPair([12], [10], [8]),
  },
  {
    name: 'BitwiseOr',
    revisions: [18],
    doc: 'Bitwise or.',
    fold: on.bits((a, b) => a | b),
    example: ofPair([12], [10], [14]),
  },
  {
    name: 'BitwiseXor',
    revisions: [18],
    doc: 'Bitwise exclusive or.',
    fold: on.bits((a, b) => a ^ b),
    example: ofPair([12], [10], [6]),
  },
];

export const elementwise: readonly Operator[] = [...unaries.map(unary), ...binaries.map(binary)];
