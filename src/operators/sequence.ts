/** Lists of tensors, and values that may be missing. */
import { add, ceilDiv, type Dim, equal, isKnown, isUnknown, mul, type Shape, sub, sum, unknown } from '../model/dim.ts';
import { type DType, dtypeOf } from '../model/dtype.ts';
import { maxElements } from './elements.ts';
import { axisOf } from './formulas.ts';
import {
  type Fact,
  free,
  int,
  Mismatch,
  Operand,
  type Operator,
  operator,
  required,
  Undetermined,
} from './operator.ts';

type Sequence = Extract<Fact, { kind: 'sequence' }>;

function sequenceOf(x: Operand): Sequence {
  if (x.fact.kind === 'sequence') return x.fact;
  if (x.fact.kind === 'opaque') throw new Undetermined(x.fact.why);
  throw new Mismatch(`\`${x.name}\` is a ${x.fact.kind}; a sequence expected`);
}

/** What holds of every item: the shared element type, rank and extents; the rest is unknown. */
export function common(items: readonly Fact[]): Fact {
  const [first, ...rest] = items;
  if (first === undefined) return { kind: 'tensor', dtype: null, shape: unknown('the sequence is empty') };
  return rest.reduce(inCommon, withoutValue(first));
}

function inCommon(a: Fact, b: Fact): Fact {
  if (a.kind !== 'tensor' || b.kind !== 'tensor') return a.kind === b.kind ? a : { kind: 'opaque', why: differ };
  return { kind: 'tensor', dtype: a.dtype === b.dtype ? a.dtype : null, shape: commonShape(a.shape, b.shape) };
}

function commonShape(a: Shape, b: Shape): Shape {
  if (isUnknown(a) || isUnknown(b)) return unknown(differ);
  if (a.length !== b.length) return unknown(differ);
  return a.map((d, i) => (equal(d, b[i] ?? d) === true ? d : unknown(differ)));
}
const differ = 'the items of the sequence differ';

function withoutValue(fact: Fact): Fact {
  return fact.kind === 'tensor' ? { kind: 'tensor', dtype: fact.dtype, shape: fact.shape } : fact;
}

function made(items: readonly Fact[]): Sequence {
  return { kind: 'sequence', element: common(items), length: BigInt(items.length), items };
}

function emptyOf(dtype: DType | null): Sequence {
  const element: Fact = { kind: 'tensor', dtype, shape: unknown('the sequence is empty') };
  return { kind: 'sequence', element, length: 0n, items: [] };
}

/** A place counted from the front; `undefined` when it is not known. Throws Mismatch past `most`. */
function placeIn(position: Operand | undefined, length: number, most: number): number | undefined {
  const [at] = position?.value ?? [];
  if (typeof at !== 'bigint') return undefined;
  const n = Number(at) < 0 ? Number(at) + length : Number(at);
  if (n < 0 || n > most) throw new Mismatch(`position ${at} is outside a sequence of ${length}`);
  return n;
}

function itemAt(x: Operand, position: Operand): Fact {
  const { items, element } = sequenceOf(x);
  const at = items === undefined ? undefined : placeIn(position, items.length, items.length - 1);
  return (at === undefined ? undefined : items?.[at]) ?? element;
}

/** With the tensor at the position, or at the end without one. */
function inserted(x: Operand, item: Operand, position: Operand | undefined): Sequence {
  const { items, element, length } = sequenceOf(x);
  const longer: { length?: Dim } = length === undefined ? {} : { length: add(length, 1n) };
  const joined = length === 0n ? withoutValue(item.fact) : inCommon(element, withoutValue(item.fact));
  if (items === undefined || items.length >= maxElements) return { kind: 'sequence', element: joined, ...longer };
  const at = position === undefined ? items.length : placeIn(position, items.length, items.length);
  if (at === undefined) return { kind: 'sequence', element: joined, ...longer };
  return made(items.toSpliced(at, 0, item.fact));
}

/** Without the item at the position, or without the last. */
function erased(x: Operand, position: Operand | undefined): Sequence {
  const { items, element, length } = sequenceOf(x);
  if (length === 0n) throw new Mismatch('an item of an empty sequence is erased');
  const at =
    items === undefined
      ? undefined
      : position === undefined
        ? items.length - 1
        : placeIn(position, items.length, items.length - 1);
  if (items !== undefined && at !== undefined) return made(items.toSpliced(at, 1));
  return { kind: 'sequence', element, ...(length !== undefined && { length: sub(length, 1n) }) };
}

/** Cut along an axis: into pieces of one size, or of the sizes given; without sizes into single slices. */
function split(input: Operand, sizes: Operand | undefined, axis: bigint, keep: boolean): Sequence {
  const along = axisOf(axis, input.rank);
  const dropped = sizes === undefined && !keep;
  const piece = (extent: Dim): Fact => ({
    kind: 'tensor',
    dtype: input.dtype,
    shape: dropped ? input.shape.toSpliced(along, 1) : input.shape.with(along, extent),
  });
  const extents = pieces(input.dim(along), sizes);
  if ('each' in extents) return { kind: 'sequence', element: piece(extents.each), length: extents.count };
  return made(extents.list.map(piece));
}

type Pieces = { readonly list: readonly Dim[] } | { readonly each: Dim; readonly count: Dim };

function pieces(extent: Dim, sizes: Operand | undefined): Pieces {
  const said = sizes === undefined ? [1n] : sizes.value === undefined ? undefined : sizes.dims();
  const why = 'the sizes of the pieces are not known';
  if (said === undefined) return { each: unknown(why), count: countOf(sizes, why) };
  if (sizes !== undefined && sizes.rank === 1) return { list: said };
  const [size = 1n] = said;
  if (size === 0n) throw new Mismatch('split is 0; at least 1 expected');
  const count = ceilDiv(extent, size);
  if (!isKnown(count) || !isKnown(size) || count > maxElements)
    return { each: size === 1n ? 1n : unknown('the last piece may be smaller'), count };
  const last = sub(extent, mul(size, count - 1n));
  return { list: Array.from({ length: Number(count) }, (_, i) => (i === Number(count) - 1 ? last : size)) };
}

function countOf(sizes: Operand | undefined, why: string): Dim {
  return sizes !== undefined && sizes.rank === 1 ? sizes.dim(0) : unknown(why);
}

/** Items joined along an axis, or stacked along a new one. */
function concatenated(x: Operand, axis: bigint, stack: boolean): Shape {
  const { element, items, length = unknown(`the length of \`${x.name}\` is not known`) } = sequenceOf(x);
  if (element.kind !== 'tensor' || isUnknown(element.shape))
    throw new Undetermined(element.kind === 'tensor' && isUnknown(element.shape) ? element.shape.why : differ);
  const { shape } = element;
  if (stack) return shape.toSpliced(axisOf(axis, shape.length + 1), 0, length);
  const along = axisOf(axis, shape.length);
  const extents = items?.map((item) => new Operand(x.name, item).dim(along));
  return shape.with(along, extents === undefined ? mul(length, shape[along] ?? 1n) : sum(extents));
}

function elementType(x: Operand): DType | null {
  const { element } = sequenceOf(x);
  return element.kind === 'tensor' ? element.dtype : null;
}

const notATensor = { output_sequence: unknown('it is no tensor') };
const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;
const place = (n: number) => ({ shape: [], dtype: 'int64', value: [n] }) as const;

export const sequences: readonly Operator[] = [
  operator({
    name: 'SequenceConstruct',
    revisions: [11],
    source: page('SequenceConstruct'),
    doc: 'A sequence of its inputs.',
    inputs: ['...inputs'],
    outputs: ['output_sequence'],
    facts: ({ inputs }) => ({ output_sequence: made(inputs.map((x) => x.fact)) }),
    shape: () => notATensor,
    work: free,
    examples: [
      {
        given: { inputs: [{ shape: [2, 3] }, { shape: [4, 3] }] },
        gives: {
          output_sequence: {
            sequence: [
              [2, 3],
              [4, 3],
            ],
          },
        },
      },
    ],
  }),
  operator({
    name: 'SequenceEmpty',
    revisions: [11],
    source: page('SequenceEmpty'),
    doc: 'A sequence of nothing.',
    inputs: [],
    outputs: ['output'],
    attributes: { dtype: int(1n) },
    facts: (_, { dtype }) => ({ output: emptyOf(dtypeOf(dtype)) }),
    shape: () => ({ output: unknown('it is no tensor') }),
    work: free,
    examples: [{ given: {}, gives: { output: { sequence: [] } } }],
  }),
  operator({
    name: 'SequenceInsert',
    revisions: [11],
    source: page('SequenceInsert'),
    doc: 'A sequence with a tensor put in at a position, or at its end.',
    inputs: ['input_sequence', 'tensor', 'position?'],
    outputs: ['output_sequence'],
    facts: ({ input_sequence, tensor, position }) => ({ output_sequence: inserted(input_sequence, tensor, position) }),
    shape: () => notATensor,
    work: free,
    roles: { position: 'constant' },
    examples: [
      {
        given: { input_sequence: { sequence: [[2], [3]] }, tensor: [9], position: place(-1) },
        gives: { output_sequence: { sequence: [[2], [9], [3]] } },
      },
      {
        title: 'at the end',
        given: { input_sequence: { sequence: [[2]] }, tensor: [9] },
        gives: { output_sequence: { sequence: [[2], [9]] } },
      },
    ],
  }),
  operator({
    name: 'SequenceErase',
    revisions: [11],
    source: page('SequenceErase'),
    doc: 'A sequence without the item at a position, or without its last.',
    inputs: ['input_sequence', 'position?'],
    outputs: ['output_sequence'],
    facts: ({ input_sequence, position }) => ({ output_sequence: erased(input_sequence, position) }),
    shape: () => notATensor,
    work: free,
    roles: { position: 'constant' },
    examples: [
      {
        given: { input_sequence: { sequence: [[2], [3]] }, position: place(0) },
        gives: { output_sequence: { sequence: [[3]] } },
      },
    ],
  }),
  operator({
    name: 'SequenceAt',
    revisions: [11],
    source: page('SequenceAt'),
    doc: 'The item at a position; where the position is not known, what all items share.',
    inputs: ['input_sequence', 'position'],
    outputs: ['tensor'],
    facts: ({ input_sequence, position }) => ({ tensor: itemAt(input_sequence, position) }),
    shape: () => ({ tensor: unknown('it is given by facts') }),
    work: free,
    roles: { position: 'constant' },
    examples: [
      { given: { input_sequence: { sequence: [[2], [3]] }, position: place(-1) }, gives: { tensor: [3] } },
      {
        title: 'anywhere',
        given: {
          input_sequence: {
            sequence: [
              [2, 3],
              [5, 3],
            ],
          },
          position: { shape: [], dtype: 'int64' },
        },
        gives: { tensor: ['?', 3] },
      },
    ],
  }),
  operator({
    name: 'SequenceLength',
    revisions: [11],
    source: page('SequenceLength'),
    doc: 'How many items a sequence has.',
    inputs: ['input_sequence'],
    outputs: ['length'],
    dtype: { length: 'int64' },
    shape: () => ({ length: [] }),
    value: ({ input_sequence }) => {
      const { length } = sequenceOf(input_sequence);
      return length === undefined ? {} : { length: [length] };
    },
    work: free,
    examples: [
      {
        given: { input_sequence: { sequence: [[2], [3]] } },
        gives: { length: { shape: [], dtype: 'int64', value: [2] } },
      },
    ],
  }),
  operator({
    name: 'SplitToSequence',
    revisions: [11, 24],
    source: page('SplitToSequence'),
    doc: 'Cuts a tensor along an axis into a sequence: pieces of one size (the last may be smaller) or of the sizes given, single slices without any.',
    inputs: ['input', 'split?'],
    outputs: ['output_sequence'],
    attributes: { axis: int(0n), keepdims: int(1n) },
    facts: ({ input, split: sizes }, { axis, keepdims }) => ({
      output_sequence: split(input, sizes, axis, keepdims !== 0n),
    }),
    shape: () => notATensor,
    work: free,
    roles: { split: 'constant' },
    examples: [
      {
        title: 'pieces of two',
        given: { input: [5, 3], split: place(2) },
        gives: {
          output_sequence: {
            sequence: [
              [2, 3],
              [2, 3],
              [1, 3],
            ],
          },
        },
      },
      {
        title: 'sizes given',
        given: { input: ['n', 3], split: { shape: [2], dtype: 'int64', value: [1, 'n - 1'] } },
        gives: {
          output_sequence: {
            sequence: [
              [1, 3],
              ['n - 1', 3],
            ],
          },
        },
      },
      {
        title: 'slices without their axis',
        given: { input: [2, 3] },
        attributes: { keepdims: 0 },
        gives: { output_sequence: { sequence: [[3], [3]] } },
      },
    ],
  }),
  operator({
    name: 'ConcatFromSequence',
    revisions: [11],
    source: page('ConcatFromSequence'),
    doc: 'The items of a sequence joined along an axis, or stacked along a new one.',
    inputs: ['input_sequence'],
    outputs: ['concat_result'],
    attributes: { axis: required(int()), new_axis: int(0n) },
    dtype: ({ input_sequence }) => ({ concat_result: elementType(input_sequence) }),
    shape: ({ input_sequence }, { axis, new_axis }) => ({
      concat_result: concatenated(input_sequence, axis, new_axis !== 0n),
    }),
    work: free,
    examples: [
      {
        given: {
          input_sequence: {
            sequence: [
              [2, 3],
              [5, 3],
            ],
          },
        },
        attributes: { axis: 0 },
        gives: { concat_result: { shape: [7, 3], dtype: 'float32' } },
      },
      {
        title: 'stacked last',
        given: {
          input_sequence: {
            sequence: [
              ['n', 3],
              ['n', 3],
            ],
          },
        },
        attributes: { axis: -1, new_axis: 1 },
        gives: { concat_result: ['n', 3, 2] },
      },
    ],
  }),
];
