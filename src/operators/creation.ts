/** Tensors made of nothing, or of another tensor's shape. */
import {
  add,
  ceilDiv,
  compare,
  type Dim,
  equal,
  floorDiv,
  isKnown,
  isUnknown,
  max,
  mul,
  product,
  type Shape,
  sub,
  unknown,
} from '../model/dim.ts';
import { formatDim } from '../model/dim-text.ts';
import { type DType, dtypeOf } from '../model/dtype.ts';
import type { Scalar, Tensor } from '../model/model.ts';
import { converted } from './element-type.ts';
import { block, elementAt, extentsFrom, filled, maxElements, shapeOf } from './elements.ts';
import { assertRank, other, size } from './formulas.ts';
import {
  float,
  floats,
  free,
  int,
  ints,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  string,
  strings,
  tensor,
} from './operator.ts';
import { stretch } from './slice.ts';

interface Constants {
  readonly value?: Tensor | undefined;
  readonly sparse_value?: Tensor | undefined;
  readonly value_float?: number | undefined;
  readonly value_floats?: readonly number[] | undefined;
  readonly value_int?: bigint | undefined;
  readonly value_ints?: readonly bigint[] | undefined;
  readonly value_string?: string | undefined;
  readonly value_strings?: readonly string[] | undefined;
}

interface Stated {
  readonly dtype: DType;
  readonly shape: readonly bigint[];
  /** Decoded when asked for: of each Constant only once. */
  readonly value: () => readonly Scalar[] | undefined;
}

/** What a Constant holds, whichever of its attributes states it. */
function stated(a: Constants): Stated {
  const given = a.value ?? a.sparse_value;
  if (given !== undefined) return { dtype: given.dtype, shape: given.shape, value: () => small(given) };
  const { value_float: real, value_int: integer, value_string: text } = a;
  if (real !== undefined) return { dtype: 'float32', shape: [], value: () => [real] };
  if (integer !== undefined) return { dtype: 'int64', shape: [], value: () => [integer] };
  if (text !== undefined) return { dtype: 'string', shape: [], value: () => [text] };
  const [dtype, list]: [DType, readonly Scalar[] | undefined] =
    a.value_floats !== undefined
      ? ['float32', a.value_floats]
      : a.value_ints !== undefined
        ? ['int64', a.value_ints]
        : ['string', a.value_strings];
  if (list === undefined) throw new Mismatch('it has no value; one of value, sparse_value, value_float … expected');
  return { dtype, shape: [BigInt(list.length)], value: () => (list.length > maxElements ? undefined : list) };
}

function small(t: Tensor): readonly Scalar[] | undefined {
  return t.elementCount > maxElements ? undefined : t.elements(0, Number(t.elementCount));
}

/** The extents Shape gives: those from `start` to `end`, both clamped, from the end when negative. */
function between(data: Operand, start: bigint, end: bigint | undefined): readonly Dim[] {
  const rank = BigInt(data.rank);
  const clamp = (i: bigint): number => Number(i < 0n ? (i + rank < 0n ? 0n : i + rank) : i > rank ? rank : i);
  return data.shape.slice(clamp(start), clamp(end ?? rank));
}

function counted(data: Operand, start: bigint, end: bigint | undefined): Shape {
  const shape = shapeOf(data);
  if (isUnknown(shape)) return [unknown(shape.why)];
  return [BigInt(between(data, start, end).length)];
}

/** Known integers as a fraction-free count; known floats divided as they are stored. */
function rangeLength(start: Operand, limit: Operand, delta: Operand): Dim {
  const parts = [start, limit, delta].map((x) => x.value?.[0]);
  const missing = [start, limit, delta].find((x) => x.value === undefined);
  if (missing !== undefined) return unknown(`the value of \`${missing.name}\` decides, and it is not a constant`);
  const [from, to, step] = parts;
  if (typeof from === 'number' && typeof to === 'number' && typeof step === 'number')
    return floatLength(from, to, step);
  const [a, b, d] = [whole(from), whole(to), whole(step)];
  if (!isKnown(d)) return symbolicSteps(sub(b, a), d);
  if (d === 0n) throw new Mismatch('delta is 0');
  return stretch(a, b, d);
}

/** From 0 to `batch*seq` in steps of `seq` there are `batch`: a step that cannot be negative is more than 0, or nothing runs. */
function symbolicSteps(way: Dim, step: Dim): Dim {
  if (isUnknown(step)) return step;
  if (compare(step, 0n) !== 1) return unknown(`whether the range goes up or down by ${formatDim(step)} is not known`);
  const whole = floorDiv(way, step);
  return max(equal(mul(whole, step), way) === true ? whole : ceilDiv(way, step), 0n);
}

function floatLength(from: number, to: number, step: number): Dim {
  const n = Math.ceil((to - from) / step);
  if (!Number.isFinite(n)) throw new Mismatch(`a range from ${from} to ${to} in steps of ${step} has no end`);
  return BigInt(Math.max(n, 0));
}

/** A float beside a symbol takes part when it is a whole number. */
function whole(x: Scalar | undefined): Dim {
  if (typeof x === 'number' && Number.isSafeInteger(x)) return BigInt(x);
  return x === undefined || typeof x === 'number' || typeof x === 'string'
    ? unknown('a bound of the range is no whole number')
    : x;
}

function rangeValue(start: Operand, limit: Operand, delta: Operand): readonly Scalar[] | undefined {
  const n = rangeLength(start, limit, delta);
  const [from] = start.value ?? [];
  const [step] = delta.value ?? [];
  if (typeof from === 'number' && typeof step === 'number') {
    // Between whole numbers no rounding can tell how the elements were added up.
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(step)) return undefined;
    return filled([n], ([i = 0]) => from + i * step);
  }
  const [a, d] = [whole(from), whole(step)];
  return isUnknown(a) || isUnknown(d) ? undefined : filled([n], ([i = 0]) => add(a, mul(d, BigInt(i))));
}

function nonZero(X: Operand): readonly (readonly number[])[] | undefined {
  const known = block(X);
  if (known === undefined) return undefined;
  const found: (readonly number[])[] = [];
  let open = false;
  const read = filled(X.shape, (index) => {
    const x = elementAt(known, index);
    if (typeof x === 'object') open = true;
    else if (x !== 0n && x !== 0) found.push([...index]);
    return 0n;
  });
  return open || read === undefined ? undefined : found;
}

/** The element type an optional `dtype` attribute names, else the input's. */
export const typed = (code: bigint | undefined, input: Operand): DType | null =>
  code === undefined ? input.dtype : dtypeOf(code);

const constantValue = { value: tensor(), sparse_value: tensor() };
export const creation: readonly Operator[] = [
  operator({
    name: 'Constant',
    revisions: [1, 9, 11, 12, 13, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Constant.html',
    doc: 'A tensor stored in the node itself.',
    inputs: [],
    outputs: ['output'],
    attributes: {
      ...constantValue,
      value_float: float(),
      value_floats: floats(),
      value_int: int(),
      value_ints: ints(),
      value_string: string(),
      value_strings: strings(),
    },
    dtype: (_, a) => ({ output: stated(a).dtype }),
    shape: (_, a) => ({ output: stated(a).shape }),
    value: (_, a) => ({ output: stated(a).value() }),
    work: free,
    examples: [
      {
        given: {},
        attributes: { value_ints: [1, -1] },
        gives: { output: { shape: [2], dtype: 'int64', value: [1, -1] } },
      },
      {
        title: 'a scalar',
        given: {},
        attributes: { value_float: 0.5 },
        gives: { output: { shape: [], dtype: 'float32', value: [0.5] } },
      },
      {
        title: 'text',
        given: {},
        attributes: { value_strings: ['a', 'b'] },
        gives: { output: { shape: [2], dtype: 'string' } },
      },
    ],
  }),
  operator({
    name: 'ConstantOfShape',
    revisions: [9, 20, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__ConstantOfShape.html',
    doc: 'A tensor of the shape given, every element the one of `value` (float 0 when absent).',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { value: tensor() },
    dtype: (_, { value }) => ({ output: value?.dtype ?? 'float32' }),
    shape: ({ input }) => ({ output: extentsFrom(input) }),
    value: ({ input }, { value }) => {
      const shape = extentsFrom(input);
      const element = value === undefined ? 0 : value.elements(0, 1)?.[0];
      return isUnknown(shape) || element === undefined ? {} : { output: filled(shape, () => element) };
    },
    work: free,
    roles: { input: 'constant' },
    examples: [
      {
        given: { input: { shape: [2], dtype: 'int64', value: ['batch', 3] } },
        gives: { output: { shape: ['batch', 3], dtype: 'float32' } },
      },
      {
        title: 'small enough to be known',
        given: { input: { shape: [1], dtype: 'int64', value: [2] } },
        gives: { output: { shape: [2], value: [0, 0] } },
      },
      {
        title: 'only the rank is known',
        given: { input: { shape: [2], dtype: 'int64' } },
        gives: { output: ['?', '?'] },
      },
    ],
  }),
  operator({
    name: 'Shape',
    revisions: [1, 13, 15, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Shape.html',
    doc: 'The extents of a tensor from `start` to `end`; symbolic extents stay symbolic.',
    inputs: ['data'],
    outputs: ['shape'],
    attributes: { start: int(0n), end: int() },
    dtype: { shape: 'int64' },
    shape: ({ data }, { start, end }) => ({ shape: counted(data, start, end) }),
    value: ({ data }, { start, end }) => ({ shape: between(data, start, end) }),
    work: free,
    roles: { data: 'constant' },
    reads: { data: () => 0n },
    examples: [
      {
        given: { data: ['batch', 3, 'h', 'w'] },
        gives: { shape: { shape: [4], dtype: 'int64', value: ['batch', 3, 'h', 'w'] } },
      },
      {
        title: 'the last two',
        given: { data: ['batch', 3, 'h', 'w'] },
        attributes: { start: -2 },
        gives: { shape: { shape: [2], value: ['h', 'w'] } },
      },
      {
        title: 'clamped, and empty when start is past end',
        given: { data: [2, 3] },
        attributes: { start: 1, end: -9 },
        gives: { shape: { shape: [0], value: [] } },
      },
    ],
  }),
  operator({
    name: 'Size',
    revisions: [1, 13, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Size.html',
    doc: 'The number of elements of a tensor.',
    inputs: ['data'],
    outputs: ['size'],
    dtype: { size: 'int64' },
    shape: () => ({ size: [] }),
    value: ({ data }) => ({ size: [product(data.shape)] }),
    work: free,
    roles: { data: 'constant' },
    reads: { data: () => 0n },
    examples: [{ given: { data: ['n', 3, 4] }, gives: { size: { shape: [], dtype: 'int64', value: ['12*n'] } } }],
  }),
  operator({
    name: 'Range',
    revisions: [11, 27],
    source: 'https://onnx.ai/onnx/operators/onnx__Range.html',
    doc: 'Numbers from `start` towards `limit` in steps of `delta`: max(0, ⌈(limit − start) / delta⌉) of them.',
    inputs: ['start', 'limit', 'delta'],
    outputs: ['output'],
    attributes: { stash_type: int(1n) },
    shape: ({ start, limit, delta }) => ({ output: [rangeLength(start, limit, delta)] }),
    value: ({ start, limit, delta }) => ({ output: rangeValue(start, limit, delta) }),
    work: free,
    roles: { start: 'constant', limit: 'constant', delta: 'constant' },
    examples: [
      {
        title: 'positions after a cache',
        given: {
          start: { shape: [], dtype: 'int64', value: ['past'] },
          limit: { shape: [], dtype: 'int64', value: ['past + seq'] },
          delta: { shape: [], dtype: 'int64', value: [1] },
        },
        gives: { output: { shape: ['seq'], dtype: 'int64' } },
      },
      {
        title: 'downwards',
        given: {
          start: { shape: [], dtype: 'int64', value: [10] },
          limit: { shape: [], dtype: 'int64', value: [4] },
          delta: { shape: [], dtype: 'int64', value: [-4] },
        },
        gives: { output: { shape: [2], value: [10, 6] } },
      },
      {
        title: 'in floats',
        given: {
          start: { shape: [], value: [0] },
          limit: { shape: [], value: [1] },
          delta: { shape: [], value: [0.3] },
        },
        gives: { output: { shape: [4], dtype: 'float32' } },
      },
    ],
  }),
  operator({
    name: 'EyeLike',
    revisions: [9, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__EyeLike.html',
    doc: 'A matrix of the input’s shape with ones on the diagonal `k`.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { dtype: int(), k: int(0n) },
    dtype: ({ input }, { dtype }) => ({ output: typed(dtype, input) }),
    shape: ({ input }) => {
      assertRank(input, 2);
      return { output: input.shape };
    },
    value: ({ input }, { dtype, k }) => {
      const to = typed(dtype, input);
      return to === null
        ? {}
        : { output: filled(input.shape, ([i = 0, j = 0]) => converted(BigInt(j - i) === k ? 1n : 0n, to)) };
    },
    work: free,
    roles: { input: 'constant' },
    reads: { input: () => 0n },
    examples: [
      {
        given: { input: [2, 3] },
        attributes: { dtype: 7, k: 1 },
        gives: { output: { shape: [2, 3], dtype: 'int64', value: [0, 1, 0, 0, 0, 1] } },
      },
    ],
  }),
  operator({
    name: 'NonZero',
    revisions: [9, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__NonZero.html',
    doc: 'The indices of the elements that are not zero, one column each: how many there are the data decides.',
    inputs: ['X'],
    outputs: ['Y'],
    dtype: { Y: 'int64' },
    shape: ({ X }, _, call) => {
      const found = nonZero(X);
      const count =
        found === undefined ? unknown(`\`${call.label}\`: the data decides how many there are`) : BigInt(found.length);
      return { Y: [BigInt(X.rank), count] };
    },
    value: ({ X }) => {
      const found = nonZero(X);
      return found === undefined
        ? {}
        : { Y: filled([BigInt(X.rank), BigInt(found.length)], ([axis = 0, i = 0]) => BigInt(found[i]?.[axis] ?? 0)) };
    },
    work: ({ X }) => other(size(X)),
    roles: { X: 'constant' },
    examples: [
      { given: { X: [3, 'n'] }, gives: { Y: { shape: [2, '?'], dtype: 'int64' } }, other: '3*n' },
      {
        title: 'of a constant',
        given: { X: { shape: [2, 2], dtype: 'int64', value: [1, 0, 1, 1] } },
        gives: { Y: { shape: [2, 3], value: [0, 1, 1, 0, 0, 1] } },
        other: 4n,
      },
    ],
  }),
];
