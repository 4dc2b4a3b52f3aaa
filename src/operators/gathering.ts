/** Elements picked by index, and written by index. */
import { type Dim, isKnown, unknown } from '../model/dim.ts';
import { formatShape } from '../model/dim-text.ts';
import type { Scalar } from '../model/model.ts';
import { block, elementAt, filled } from './elements.ts';
import { assertEqual, assertRank, axisOf, bounded, size } from './formulas.ts';
import { free, int, Mismatch, type Operand, type Operator, operator } from './operator.ts';

/** An index counted from the front; throws Mismatch outside the axis, `undefined` when it is not known. */
export function place(at: Scalar, extent: number): number | undefined {
  if (typeof at !== 'bigint') return undefined;
  const n = Number(at) < 0 ? Number(at) + extent : Number(at);
  if (n < 0 || n >= extent) throw new Mismatch(`index ${at} is outside an axis of ${extent}`);
  return n;
}

function gathered(data: Operand, indices: Operand, axis: bigint): readonly Dim[] {
  const along = axisOf(axis, data.rank);
  return [...data.shape.slice(0, along), ...indices.shape, ...data.shape.slice(along + 1)];
}

function gatheredValue(data: Operand, indices: Operand, axis: bigint): readonly Scalar[] | undefined {
  const [from, picks] = [block(data), block(indices)];
  if (from === undefined || picks === undefined) return undefined;
  const along = axisOf(axis, data.rank);
  const width = picks.extents.length;
  return filled(gathered(data, indices, axis), (index) => {
    const pick = place(elementAt(picks, index.slice(along, along + width)), from.extents[along] ?? 0);
    if (pick === undefined) return undecided(indices);
    return elementAt(from, [...index.slice(0, along), pick, ...index.slice(along + width)]);
  });
}

const undecided = (x: Operand): Dim => unknown(`the value of \`${x.name}\` decides, and it is not a constant`);

/** `indices[…, k]` name the first k axes after the batch axes; what is left of data follows. */
function gatheredND(data: Operand, indices: Operand, batchDims: bigint): readonly Dim[] {
  const batch = bounded(batchDims, 'batch_dims', 0, Math.min(data.rank, indices.rank - 1));
  const tuple = indices.dim(-1);
  if (!isKnown(tuple))
    throw new Mismatch(`the last axis of \`${indices.name}\` is ${formatShape([tuple])}; a number expected`);
  const picked = batch + bounded(tuple, `the last axis of \`${indices.name}\``, 0, data.rank - batch);
  data.shape.slice(0, batch).forEach((d, i) => {
    assertEqual(d, indices.dim(i), (a, b) => `batch axis ${i} has ${a} in data and ${b} in indices`);
  });
  return [...indices.shape.slice(0, -1), ...data.shape.slice(picked)];
}

function gatheredNDValue(data: Operand, indices: Operand, batchDims: bigint): readonly Scalar[] | undefined {
  const [from, picks] = [block(data), block(indices)];
  if (from === undefined || picks === undefined) return undefined;
  const batch = Number(batchDims);
  const lead = picks.extents.length - 1;
  const tuple = picks.extents.at(-1) ?? 0;
  return filled(gatheredND(data, indices, batchDims), (index) => {
    const at = Array.from({ length: tuple }, (_, k) =>
      place(elementAt(picks, [...index.slice(0, lead), k]), from.extents[batch + k] ?? 0),
    );
    if (at.some((i) => i === undefined)) return undecided(indices);
    return elementAt(from, [...index.slice(0, batch), ...at.map((i) => i ?? 0), ...index.slice(lead)]);
  });
}

function gatheredElements(data: Operand, indices: Operand, axis: bigint): readonly Scalar[] | undefined {
  const [from, picks] = [block(data), block(indices)];
  if (from === undefined || picks === undefined) return undefined;
  const along = axisOf(axis, data.rank);
  return filled(indices.shape, (index) => {
    const pick = place(elementAt(picks, index), from.extents[along] ?? 0);
    return pick === undefined ? undecided(indices) : elementAt(from, index.with(along, pick));
  });
}

function oneHot(indices: Operand, depth: Operand, axis: bigint): readonly Dim[] {
  const rank = indices.rank + 1;
  const at = axisOf(axis, rank);
  const extent = depth.value === undefined ? undecided(depth) : (depth.value[0] ?? undecided(depth));
  const classes =
    typeof extent === 'number' ? BigInt(Math.trunc(extent)) : typeof extent === 'string' ? undecided(depth) : extent;
  return [...indices.shape.slice(0, at), classes, ...indices.shape.slice(at)];
}

function oneHotValue(indices: Operand, depth: Operand, values: Operand, axis: bigint): readonly Scalar[] | undefined {
  const picks = block(indices);
  const [off, on] = values.value ?? [];
  const shape = oneHot(indices, depth, axis);
  const at = axisOf(axis, shape.length);
  const classes = shape[at];
  if (picks === undefined || off === undefined || on === undefined || !isKnown(classes ?? unknown('')))
    return undefined;
  return filled(shape, (index) => {
    const pick = elementAt(picks, index.toSpliced(at, 1));
    if (typeof pick !== 'bigint' || typeof classes !== 'bigint') return undefined;
    return (pick < 0n ? pick + classes : pick) === BigInt(index[at] ?? 0) ? on : off;
  });
}

export const gathering: readonly Operator[] = [
  operator({
    name: 'Gather',
    revisions: [1, 11, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__Gather.html',
    doc: 'The slices of data along an axis that the indices name: their shape takes the place of that axis. Reads the slices it gathers, not the whole table.',
    inputs: ['data', 'indices'],
    outputs: ['output'],
    attributes: { axis: int(0n) },
    dtype: { output: 'data' },
    shape: ({ data, indices }, { axis }) => ({ output: gathered(data, indices, axis) }),
    value: ({ data, indices }, { axis }) => ({ output: gatheredValue(data, indices, axis) }),
    work: free,
    roles: { data: 'carried', indices: 'constant' },
    reads: { data: (_, { output }) => size(output) },
    examples: [
      {
        title: 'an embedding table',
        given: { data: [30522, 768], indices: { shape: ['batch', 'seq'], dtype: 'int64' } },
        gives: { output: ['batch', 'seq', 768] },
      },
      {
        title: 'one extent of a shape',
        given: {
          data: { shape: [3], dtype: 'int64', value: ['batch', 'seq', 768] },
          indices: { shape: [], dtype: 'int64', value: [-2] },
        },
        gives: { output: { shape: [], dtype: 'int64', value: ['seq'] } },
      },
    ],
  }),
  operator({
    name: 'GatherElements',
    revisions: [11, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__GatherElements.html',
    doc: 'For every element of the indices the element of data at the same place, but for the axis, where the index says.',
    inputs: ['data', 'indices'],
    outputs: ['output'],
    attributes: { axis: int(0n) },
    shape: ({ data, indices }, { axis }) => {
      axisOf(axis, data.rank);
      assertRank(indices, data.rank);
      return { output: indices.shape };
    },
    value: ({ data, indices }, { axis }) => ({ output: gatheredElements(data, indices, axis) }),
    work: free,
    roles: { data: 'carried', indices: 'constant' },
    reads: { data: (_, { output }) => size(output) },
    examples: [
      {
        given: {
          data: { shape: [2, 2], dtype: 'int64', value: [1, 2, 3, 4] },
          indices: { shape: [2, 2], dtype: 'int64', value: [0, 0, 1, 0] },
        },
        attributes: { axis: 1 },
        gives: { output: { shape: [2, 2], value: [1, 1, 4, 3] } },
      },
    ],
  }),
  operator({
    name: 'GatherND',
    revisions: [11, 12, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__GatherND.html',
    doc: 'The slices of data that index tuples name: the tuples replace the first axes after `batch_dims`, what is left of data follows.',
    inputs: ['data', 'indices'],
    outputs: ['output'],
    attributes: { batch_dims: int(0n) },
    shape: ({ data, indices }, { batch_dims }) => ({ output: gatheredND(data, indices, batch_dims) }),
    value: ({ data, indices }, { batch_dims }) => ({ output: gatheredNDValue(data, indices, batch_dims) }),
    work: free,
    roles: { data: 'carried', indices: 'constant' },
    reads: { data: (_, { output }) => size(output) },
    examples: [
      {
        given: { data: ['n', 8, 64], indices: { shape: [5, 1], dtype: 'int64' } },
        gives: { output: [5, 8, 64] },
      },
      {
        title: 'within a batch',
        given: {
          data: { shape: [2, 2, 2], dtype: 'int64', value: [0, 1, 2, 3, 4, 5, 6, 7] },
          indices: { shape: [2, 1], dtype: 'int64', value: [1, 0] },
        },
        attributes: { batch_dims: 1 },
        gives: { output: { shape: [2, 2], value: [2, 3, 4, 5] } },
      },
    ],
  }),
  operator({
    name: 'OneHot',
    revisions: [9, 11, 28],
    source: 'https://onnx.ai/onnx/operators/onnx__OneHot.html',
    doc: 'For every index a vector of `depth` elements along a new axis: the second of `values` where the index says, the first elsewhere.',
    inputs: ['indices', 'depth', 'values'],
    outputs: ['output'],
    attributes: { axis: int(-1n) },
    dtype: { output: 'values' },
    shape: ({ indices, depth }, { axis }) => ({ output: oneHot(indices, depth, axis) }),
    value: ({ indices, depth, values }, { axis }) => ({ output: oneHotValue(indices, depth, values, axis) }),
    work: free,
    roles: { indices: 'constant', depth: 'constant', values: 'constant' },
    examples: [
      {
        given: {
          indices: { shape: ['n'], dtype: 'int64' },
          depth: { shape: [1], dtype: 'int64', value: [10] },
          values: { shape: [2], value: [0, 1] },
        },
        gives: { output: { shape: ['n', 10], dtype: 'float32' } },
      },
      {
        title: 'a known index from the end, on the first axis',
        given: {
          indices: { shape: [1], dtype: 'int64', value: [-1] },
          depth: { shape: [], dtype: 'int64', value: [3] },
          values: { shape: [2], dtype: 'int64', value: [0, 5] },
        },
        attributes: { axis: 0 },
        gives: { output: { shape: [3, 1], dtype: 'int64', value: [0, 0, 5] } },
      },
    ],
  }),
];
