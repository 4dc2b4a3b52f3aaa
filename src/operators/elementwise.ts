/** One result element from one element of each input: arithmetic, comparison, logic, elementary functions. */
import { type Dim, mul } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { broadcast, broadcastOf, other, size } from './formulas.ts';
import {
  type Example,
  float,
  int,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
} from './operator.ts';
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
function folded(operands: readonly Operand[], shape: readonly Dim[], fold: on.Fold): readonly Scalar[] | undefined {
  const kept = on.arithmeticOf(operands[0]?.dtype ?? null);
  return kept && on.foldElements(operands, shape, (...elements) => kept.round(fold(...elements)));
}

interface Binary extends Unary {
  readonly fold: on.Fold;
}

/** `axis` and `broadcast` are of before operator set 7, where B may align with inner axes of A instead of the last. */
const legacyBroadcast = { axis: int(), broadcast: int(0n) };

/** NumPy broadcasting, or before operator set 7 the shape of A, on which B is laid. */
function binaryShape(A: Operand, B: Operand, a: { readonly axis: bigint | undefined }, opset: bigint): readonly Dim[] {
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

const ofReals = (expected: readonly number[], given: readonly number[] = [-1.5, 0.5, 2.5]): Example => ({
  given: { X: { shape: [given.length], value: given } },
  gives: { Y: { shape: [given.length], dtype: 'float32', value: expected } },
  other: BigInt(given.length),
});
const ofShape: Example = { given: { X: ['n', 3] }, gives: { Y: ['n', 3] }, other: '3*n' };
const ofPair = (
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

export const elementwise: readonly Operator[] = [
  ...unaries.map(unary),
  ...binaries.map(binary),
  ...lists.map(variadic),
  operator({
    name: 'Div',
    revisions: [1, 6, 7, 13, 14],
    source: page('Div'),
    doc: 'Quotient; integers truncate toward zero. One operation per output element; extents broadcast.',
    inputs: ['A', 'B'],
    outputs: ['C'],
    attributes: legacyBroadcast,
    shape: ({ A, B }, a, call) => ({ C: binaryShape(A, B, a, call.opset) }),
    value: ({ A, B }, a, call) => {
      const rule = on.divided(on.arithmeticOf(A.dtype)?.integer === true);
      return a.axis !== undefined && call.opset < 7n
        ? {}
        : { C: folded([A, B], binaryShape(A, B, a, call.opset), rule) };
    },
    work: (_, { C }) => other(size(C)),
    memory: 'inplace',
    broadcasts: 'whole',
    examples: [
      { ...ofPair(['s', -7, 9], [2], ['floor((s)/2)', -3, 4]), title: 'integers truncate, symbols floor' },
      {
        title: 'floats are rounded to their type',
        given: { A: { shape: [1], value: [1] }, B: { shape: [], value: [3] } },
        gives: { C: { shape: [1], value: [Math.fround(1 / 3)] } },
        other: 1n,
      },
      {
        title: 'before operator set 7, B lies on inner axes of A',
        given: { A: [2, 3, 4], B: [3] },
        attributes: { axis: 1, broadcast: 1 },
        opset: 6,
        gives: { C: [2, 3, 4] },
        other: 24n,
      },
    ],
  }),
  operator({
    name: 'Mod',
    revisions: [10, 13, 28],
    source: page('Mod'),
    doc: 'Remainder with the sign of the divisor, with `fmod` of the dividend. One operation per output element.',
    inputs: ['A', 'B'],
    outputs: ['C'],
    attributes: { fmod: int(0n) },
    shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
    value: ({ A, B }, a) => ({ C: folded([A, B], broadcastOf(A, B), on.remainder(a.fmod !== 0n)) }),
    work: (_, { C }) => other(size(C)),
    memory: 'inplace',
    broadcasts: 'whole',
    examples: [
      ofPair([-7, 7], [3], [2, 1]),
      { ...ofPair([-7, 7], [3], [-1, 1]), title: 'fmod', attributes: { fmod: 1 } },
    ],
  }),
  operator({
    name: 'Pow',
    revisions: [1, 7, 12, 13, 15],
    source: page('Pow'),
    doc: 'The first to the power of the second. One operation per output element.',
    inputs: ['X', 'Y'],
    outputs: ['Z'],
    attributes: legacyBroadcast,
    shape: ({ X, Y }, a, call) => ({ Z: binaryShape(X, Y, a, call.opset) }),
    value: ({ X, Y }, a, call) =>
      a.axis !== undefined && call.opset < 7n ? {} : { Z: folded([X, Y], binaryShape(X, Y, a, call.opset), on.raised) },
    work: (_, { Z }) => other(size(Z)),
    memory: 'inplace',
    broadcasts: 'whole',
    roles: { Y: 'constant' },
    examples: [
      {
        given: { X: { shape: [2], dtype: 'int64', value: ['s', 3] }, Y: { shape: [], value: [2] } },
        gives: { Z: { shape: [2], dtype: 'int64', value: ['s^2', 9] } },
        other: 2n,
      },
    ],
  }),
  operator({
    name: 'BitShift',
    revisions: [11, 28],
    source: page('BitShift'),
    doc: 'Shifts bits left or right. One operation per output element.',
    inputs: ['X', 'Y'],
    outputs: ['Z'],
    attributes: { direction: required(string()) },
    shape: ({ X, Y }) => ({ Z: broadcastOf(X, Y) }),
    value: ({ X, Y }, a) => ({
      Z: folded(
        [X, Y],
        broadcastOf(X, Y),
        on.bits((x, y) => shift(x, y, a.direction)),
      ),
    }),
    work: (_, { Z }) => other(size(Z)),
    memory: 'inplace',
    broadcasts: 'whole',
    examples: [
      {
        given: {
          X: { shape: [2], dtype: 'uint8', value: [16, 129] },
          Y: { shape: [2], dtype: 'uint8', value: [1, 1] },
        },
        attributes: { direction: 'LEFT' },
        gives: { Z: { shape: [2], dtype: 'uint8', value: [32, 2] } }, // 258 mod 256
        other: 2n,
      },
    ],
  }),
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

function shift(x: bigint, by: bigint, direction: string): bigint {
  // A shift by the width or more is undefined; bounding it keeps a hostile file from building a huge integer.
  if (by < 0n || by > 64n) return 0n;
  return direction === 'LEFT' ? x << by : x >> by;
}
