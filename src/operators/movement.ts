/** Tensors put together, padded, reversed, masked and filtered. */
import { type Dim, sum, unknown } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import { isInteger } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import { block, elementAt, filled, maxElements, plainExtents } from './elements.ts';
import { agreed, assertRank, axisOf, other, size } from './formulas.ts';
import { float, free, int, ints, Mismatch, type Operand, type Operator, operator, required } from './operator.ts';

/** Extents add up along the axis; the others agree. */
function joined(inputs: readonly Operand[], axis: bigint): readonly Dim[] {
  const [first] = inputs;
  if (first === undefined) throw new Mismatch('it has no inputs; at least 1 expected');
  const along = axisOf(axis, first.rank);
  for (const x of inputs) assertRank(x, first.rank);
  return first.shape.map((d, i) =>
    i === along
      ? sum(inputs.map((x) => x.dim(i)))
      : inputs.reduce(
          (known, x) => agreed(known, x.dim(i), (a, b) => `axis ${i} has ${a} in one input and ${b} in \`${x.name}\``),
          d,
        ),
  );
}

/**
 * Joined elements. Among known integers an input whose elements are not known contributes unknown ones, so that a
 * shape put together of parts keeps those that are known.
 */
function joinedValue(inputs: readonly Operand[], axis: bigint): readonly Scalar[] | undefined {
  const shape = joined(inputs, axis);
  const along = axisOf(axis, shape.length);
  if (inputs.every((x) => x.value === undefined)) return undefined;
  const extents = plainExtents(inputs.map((x) => x.dim(along)));
  if (extents === undefined || extents.reduce((n, d) => n + d, 0) > maxElements) return undefined;
  // For each place along the axis the input it comes from, and where that begins.
  const owners = extents.flatMap((extent, part) => Array.from({ length: extent }, () => part));
  const blocks = inputs.map((x) => block(x) ?? placeholders(x));
  return filled(shape, (index) => {
    const i = index[along] ?? 0;
    const part = owners[i] ?? 0;
    const known = blocks[part];
    return known === undefined ? undefined : elementAt(known, index.with(along, i - owners.indexOf(part)));
  });
}

function placeholders(x: Operand): ReturnType<typeof block> {
  const extents = plainExtents(x.shape);
  const count = extents?.reduce((n, d) => n * d, 1) ?? 0;
  if (extents === undefined || count > maxElements || x.dtype === null || !isInteger(x.dtype)) return undefined;
  const nothing = unknown(`the value of \`${x.name}\` decides, and it is not a constant`);
  return { extents, elements: Array.from({ length: count }, () => nothing) };
}

export function zero(dtype: DType | null): Scalar {
  if (dtype === 'string') return '';
  return dtype !== null && (isInteger(dtype) || dtype === 'bool') ? 0n : 0;
}

/** Keeps the triangle on and above (or below) the diagonal `k`, zero elsewhere. */
function triangle(input: Operand, k: bigint, upper: boolean): readonly Scalar[] | undefined {
  const known = block(input);
  if (known === undefined) return undefined;
  return filled(input.shape, (index) => {
    const above = BigInt((index.at(-1) ?? 0) - (index.at(-2) ?? 0));
    return (upper ? above >= k : above <= k) ? elementAt(known, index) : zero(input.dtype);
  });
}

/** How many conditions hold, when all are known. */
function chosen(condition: Operand): Dim | undefined {
  const { value } = condition;
  return value?.every(isTruth) ? BigInt(value.filter((c) => c !== 0n).length) : undefined;
}
const isTruth = (c: Scalar): c is bigint => typeof c === 'bigint';

const dataDecides = (label: string): string => `\`${label}\`: the data decides how many there are`;

export const movement: readonly Operator[] = [
  operator({
    name: 'Concat',
    revisions: [1],
    source: 'https://onnx.ai/onnx/operators/onnx__Concat.html',
    doc: 'Puts the inputs one after another along an axis, by default the second.',
    inputs: ['...inputs'],
    outputs: ['concat_result'],
    attributes: { axis: int(1n) },
    shape: ({ inputs }, { axis }) => ({ concat_result: joined(inputs, axis) }),
    value: ({ inputs }, { axis }) => ({ concat_result: joinedValue(inputs, axis) }),
    work: free,
    roles: { inputs: 'carried' },
    examples: [
      { given: { inputs: [{ shape: [1, 3, 4] }, { shape: [1, 5, 4] }] }, gives: { concat_result: [1, 8, 4] } },
    ],
  }),
  operator({
    name: 'Concat',
    revisions: [4, 11, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__Concat.html',
    doc: 'Puts the inputs one after another along an axis: its extents add up, the others agree.',
    inputs: ['...inputs'],
    outputs: ['concat_result'],
    attributes: { axis: required(int()) },
    shape: ({ inputs }, { axis }) => ({ concat_result: joined(inputs, axis) }),
    value: ({ inputs }, { axis }) => ({ concat_result: joinedValue(inputs, axis) }),
    work: free,
    roles: { inputs: 'carried' },
    examples: [
      {
        title: 'a cache grows by the new tokens',
        given: { inputs: [{ shape: ['b', 12, 'past', 64] }, { shape: ['b', 12, 'seq', 64] }] },
        attributes: { axis: -2 },
        gives: { concat_result: ['b', 12, 'past + seq', 64] },
      },
      {
        title: 'a shape of which one part is not known',
        given: {
          inputs: [
            { shape: [1], dtype: 'int64', value: ['batch'] },
            { shape: [1], dtype: 'int64' },
            { shape: [1], dtype: 'int64', value: [64] },
          ],
        },
        attributes: { axis: 0 },
        gives: { concat_result: { shape: [3], dtype: 'int64', value: ['batch', '?', 64] } },
      },
    ],
  }),
  operator({
    name: 'ReverseSequence',
    revisions: [10, 28],
    source: 'https://onnx.ai/onnx/operators/onnx__ReverseSequence.html',
    doc: 'Reverses the first elements of every sequence in a batch, as many as `sequence_lens` says.',
    inputs: ['input', 'sequence_lens'],
    outputs: ['Y'],
    attributes: { batch_axis: int(1n), time_axis: int(0n) },
    shape: ({ input }) => ({ Y: input.shape }),
    work: free,
    roles: { input: 'carried', sequence_lens: 'constant' },
    examples: [
      { given: { input: ['t', 'b', 8], sequence_lens: { shape: ['b'], dtype: 'int64' } }, gives: { Y: ['t', 'b', 8] } },
    ],
  }),
  operator({
    name: 'Trilu',
    revisions: [14],
    source: 'https://onnx.ai/onnx/operators/onnx__Trilu.html',
    doc: 'Keeps the upper (or lower) triangle of the last two axes and sets the rest to zero.',
    inputs: ['input', 'k?'],
    outputs: ['output'],
    attributes: { upper: int(1n) },
    shape: ({ input }) => {
      if (input.rank < 2) throw new Mismatch(`\`${input.name}\` has ${input.rank} axes; at least 2 expected`);
      return { output: input.shape };
    },
    value: ({ input, k }, { upper }) =>
      input.value === undefined
        ? {}
        : { output: triangle(input, k === undefined ? 0n : (k.ints()[0] ?? 0n), upper !== 0n) },
    work: free,
    roles: { input: 'carried', k: 'constant' },
    examples: [
      {
        given: {
          input: { shape: [2, 2], dtype: 'int64', value: [1, 2, 3, 4] },
          k: { shape: [], dtype: 'int64', value: [1] },
        },
        gives: { output: { shape: [2, 2], value: [0, 2, 0, 0] } },
      },
    ],
  }),
  operator({
    name: 'Compress',
    revisions: [9, 11, 28],
    source: 'https://onnx.ai/onnx/operators/onnx__Compress.html',
    doc: 'Keeps the slices along an axis (or the elements of the flattened input) whose condition holds.',
    inputs: ['input', 'condition'],
    outputs: ['output'],
    attributes: { axis: int() },
    shape: ({ input, condition }, { axis }, call) => {
      const kept = chosen(condition) ?? unknown(dataDecides(call.label));
      if (axis === undefined) return { output: [kept] };
      const along = axisOf(axis, input.rank);
      return { output: input.shape.map((d, i) => (i === along ? kept : d)) };
    },
    work: free,
    roles: { input: 'carried', condition: 'constant' },
    examples: [
      {
        given: { input: [3, 'n'], condition: { shape: [3], dtype: 'bool', value: [0, 1, 1] } },
        attributes: { axis: 0 },
        gives: { output: [2, 'n'] },
      },
      {
        title: 'a condition that is data',
        given: { input: [3, 'n'], condition: { shape: [3], dtype: 'bool' } },
        gives: { output: ['?'] },
      },
    ],
  }),
  operator({
    name: 'Unique',
    revisions: [11, 28],
    source: 'https://onnx.ai/onnx/operators/onnx__Unique.html',
    doc: 'The distinct elements (or slices along an axis), and optionally where they first stand, which each element is, and how often each occurs. Counted as one comparison per element, whatever sorting takes.',
    inputs: ['X'],
    outputs: ['Y', 'indices?', 'inverse_indices?', 'counts?'],
    attributes: { axis: int(), sorted: int(1n) },
    dtype: { Y: 'X', indices: 'int64', inverse_indices: 'int64', counts: 'int64' },
    shape: ({ X }, { axis }, call) => {
      const distinct = unknown(dataDecides(call.label));
      if (axis === undefined)
        return { Y: [distinct], indices: [distinct], inverse_indices: [size(X)], counts: [distinct] };
      const along = axisOf(axis, X.rank);
      const Y = X.shape.map((d, i) => (i === along ? distinct : d));
      return { Y, indices: [distinct], inverse_indices: [X.dim(along)], counts: [distinct] };
    },
    work: ({ X }) => other(size(X)),
    roles: { X: 'carried' },
    examples: [
      {
        given: { X: [2, 'n'] },
        gives: {
          Y: ['?'],
          indices: { shape: ['?'], dtype: 'int64' },
          inverse_indices: { shape: ['2*n'], dtype: 'int64' },
          counts: ['?'],
        },
        other: '2*n',
      },
    ],
  }),
  operator({
    name: 'Dropout',
    revisions: [1, 6],
    source: 'https://onnx.ai/onnx/operators/onnx__Dropout.html',
    doc: 'Passes its input on; training, which these revisions take as the default, is not what a deployed model does.',
    inputs: ['data'],
    outputs: ['output', 'mask?'],
    attributes: { is_test: int(0n), ratio: float(0.5), consumed_inputs: ints() },
    shape: ({ data }) => ({ output: data.shape, mask: data.shape }),
    work: free,
    memory: 'inplace',
    roles: { data: 'carried' },
    examples: [{ given: { data: ['n', 4096] }, gives: { output: ['n', 4096] } }],
  }),
  operator({
    name: 'Dropout',
    revisions: [7],
    source: 'https://onnx.ai/onnx/operators/onnx__Dropout.html',
    doc: 'Passes its input on.',
    inputs: ['data'],
    outputs: ['output', 'mask?'],
    attributes: { ratio: float(0.5) },
    shape: ({ data }) => ({ output: data.shape, mask: data.shape }),
    value: ({ data }) => ({ output: data.value }),
    work: free,
    memory: 'inplace',
    roles: { data: 'carried' },
    examples: [{ given: { data: ['n', 4096] }, gives: { output: ['n', 4096] } }],
  }),
  operator({
    name: 'Dropout',
    revisions: [10, 12, 13, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__Dropout.html',
    doc: 'Passes its input on, and scales what it keeps when training mode is on: one operation per element.',
    inputs: ['data', 'ratio?', 'training_mode?'],
    outputs: ['output', 'mask?'],
    attributes: { ratio: float(0.5), seed: int() },
    dtype: { output: 'data', mask: 'bool' },
    shape: ({ data }) => ({ output: data.shape, mask: data.shape }),
    value: ({ data, training_mode }) => (training_mode === undefined ? { output: data.value } : {}),
    work: ({ data, training_mode }) => ({
      macs: 0n,
      other: training_mode === undefined || training_mode.value?.[0] === 0n ? 0n : size(data),
    }),
    memory: 'inplace',
    roles: { data: 'carried', ratio: 'constant', training_mode: 'constant' },
    examples: [
      {
        given: { data: ['n', 4096] },
        gives: { output: ['n', 4096], mask: { shape: ['n', 4096], dtype: 'bool' } },
      },
      {
        title: 'while training',
        given: {
          data: ['n', 8],
          ratio: { shape: [], value: [0.5] },
          training_mode: { shape: [], dtype: 'bool', value: [1] },
        },
        gives: { output: ['n', 8] },
        other: '8*n',
      },
    ],
  }),
];
