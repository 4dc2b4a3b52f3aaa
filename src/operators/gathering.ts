/** Elements picked by index, and written by index. */
import { add, type Dim, isKnown, max, min, mul, unknown } from '../model/dim.ts';
import { formatShape } from '../model/dim-text.ts';
import type { Scalar } from '../model/model.ts';
import { fitting } from './element-type.ts';
import { type Block, block, elementAt, filled, offset } from './elements.ts';
import { assertEqual, assertRank, axisOf, bounded, size } from './formulas.ts';
import { free, int, Mismatch, type Operand, type Operator, operator, string, type Work } from './operator.ts';

/** An index counted from the front; throws Mismatch outside the axis, `undefined` when it is not known. */
function place(at: Scalar, extent: number): number | undefined {
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

/** How an update meets what is there. */
const reductions: Readonly<Record<string, (old: Scalar, update: Scalar) => Scalar | undefined>> = {
  none: (_, update) => update,
  add: (old, update) => onDims(old, update, add),
  mul: (old, update) => onDims(old, update, mul),
  max: (old, update) => onDims(old, update, max),
  min: (old, update) => onDims(old, update, min),
};

function onDims(a: Scalar, b: Scalar, f: (a: Dim, b: Dim) => Dim): Scalar | undefined {
  if (typeof a === 'string' || typeof b === 'string' || typeof a === 'number' || typeof b === 'number')
    return undefined;
  return f(a, b);
}

/** Data with updates written where `target` says for each index of the updates, or `undefined` where one is open. */
function written(
  data: Operand,
  updates: Block,
  reduction: string,
  target: (index: readonly number[], extents: readonly number[]) => readonly number[] | undefined,
): readonly Scalar[] | undefined {
  const old = block(data);
  const meet = Object.hasOwn(reductions, reduction) ? reductions[reduction] : undefined;
  if (old === undefined || meet === undefined) return undefined;
  const elements = [...old.elements];
  const all = filled(updates.extents.map(BigInt), (index) => {
    const at = target(index, old.extents);
    if (at === undefined) return undefined;
    const position = offset(old.extents, at);
    const met = meet(elements[position] ?? 0n, elementAt(updates, index));
    const result = typeof met === 'object' || typeof met === 'bigint' ? fitting(met, data.dtype ?? 'int64') : met;
    if (position < 0 || result === undefined) return undefined;
    elements[position] = result;
    return result;
  });
  return all === undefined ? undefined : elements;
}

function scatteredElements(
  data: Operand,
  indices: Operand,
  updates: Operand,
  axis: bigint,
  reduction: string,
): readonly Scalar[] | undefined {
  const [picks, news] = [block(indices), block(updates)];
  if (picks === undefined || news === undefined) return undefined;
  const along = axisOf(axis, data.rank);
  return written(data, news, reduction, (index, extents) => {
    const pick = place(elementAt(picks, index), extents[along] ?? 0);
    return pick === undefined ? undefined : index.with(along, pick);
  });
}

function scatteredND(
  data: Operand,
  indices: Operand,
  updates: Operand,
  reduction: string,
): readonly Scalar[] | undefined {
  const [picks, news] = [block(indices), block(updates)];
  if (picks === undefined || news === undefined) return undefined;
  const lead = picks.extents.length - 1;
  const tuple = picks.extents.at(-1) ?? 0;
  return written(data, news, reduction, (index, extents) => {
    const at: number[] = [];
    for (let k = 0; k < tuple; k++) {
      const i = place(elementAt(picks, [...index.slice(0, lead), k]), extents[k] ?? 0);
      if (i === undefined) return undefined;
      at.push(i);
    }
    return [...at, ...index.slice(lead)];
  });
}

/** One operation for each update that is added, multiplied or compared; writing alone is free. */
function updating(reduction: string, updates: Operand): Work {
  return { macs: 0n, other: reduction === 'none' ? 0n : size(updates) };
}

const scatterElements = {
  inputs: ['data', 'indices', 'updates'],
  outputs: ['output'],
  roles: { data: 'carried', indices: 'constant' },
} as const;

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
    ...scatterElements,
    name: 'Scatter',
    revisions: [9, 11],
    source: 'https://onnx.ai/onnx/operators/onnx__Scatter.html',
    doc: 'Data with the updates written where the indices say; the older name of ScatterElements.',
    attributes: { axis: int(0n) },
    shape: ({ data }) => ({ output: data.shape }),
    value: ({ data, indices, updates }, { axis }) => ({
      output: scatteredElements(data, indices, updates, axis, 'none'),
    }),
    work: free,
    examples: [
      {
        given: { data: [3, 3], indices: { shape: [2, 3], dtype: 'int64' }, updates: [2, 3] },
        gives: { output: [3, 3] },
      },
    ],
  }),
  operator({
    ...scatterElements,
    name: 'ScatterElements',
    revisions: [11, 13, 16, 18],
    source: 'https://onnx.ai/onnx/operators/onnx__ScatterElements.html',
    doc: 'Data with the updates written where the indices say along an axis. With a reduction, one operation per update.',
    attributes: { axis: int(0n), reduction: string('none') },
    shape: ({ data, indices, updates }) => {
      assertRank(indices, data.rank);
      assertRank(updates, data.rank);
      return { output: data.shape };
    },
    value: ({ data, indices, updates }, { axis, reduction }) => ({
      output: scatteredElements(data, indices, updates, axis, reduction),
    }),
    work: ({ updates }, _, { reduction }) => updating(reduction, updates),
    examples: [
      {
        given: {
          data: { shape: [1, 4], dtype: 'int64', value: [1, 2, 3, 4] },
          indices: { shape: [1, 2], dtype: 'int64', value: [1, -1] },
          updates: { shape: [1, 2], dtype: 'int64', value: [20, 40] },
        },
        attributes: { axis: 1 },
        gives: { output: { shape: [1, 4], value: [1, 20, 3, 40] } },
      },
      {
        title: 'adding',
        given: { data: ['n', 4], indices: { shape: ['n', 2], dtype: 'int64' }, updates: ['n', 2] },
        attributes: { axis: 1, reduction: 'add' },
        gives: { output: ['n', 4] },
        other: '2*n',
      },
    ],
  }),
  operator({
    ...scatterElements,
    name: 'ScatterND',
    revisions: [11, 13, 16, 18],
    source: 'https://onnx.ai/onnx/operators/onnx__ScatterND.html',
    doc: 'Data with slices replaced where index tuples say. With a reduction, one operation per updated element.',
    attributes: { reduction: string('none') },
    shape: ({ data }) => ({ output: data.shape }),
    value: ({ data, indices, updates }, { reduction }) => ({ output: scatteredND(data, indices, updates, reduction) }),
    work: ({ updates }, _, { reduction }) => updating(reduction, updates),
    examples: [
      {
        given: {
          data: { shape: [4], dtype: 'int64', value: [1, 2, 3, 4] },
          indices: { shape: [2, 1], dtype: 'int64', value: [3, 0] },
          updates: { shape: [2], dtype: 'int64', value: ['h', 9] },
        },
        gives: { output: { shape: [4], value: [9, 2, 3, 'h'] } },
      },
    ],
  }),
  operator({
    name: 'TensorScatter',
    revisions: [24],
    source: 'https://onnx.ai/onnx/operators/onnx__TensorScatter.html',
    doc: 'A cache with the update written into it at the given places; the shape of the cache stays.',
    inputs: ['past_cache', 'update', 'write_indices?'],
    outputs: ['present_cache'],
    attributes: { axis: int(-2n), mode: string('linear') },
    shape: ({ past_cache, update }, { axis }) => {
      axisOf(axis, past_cache.rank);
      assertRank(update, past_cache.rank);
      return { present_cache: past_cache.shape };
    },
    work: free,
    roles: { past_cache: 'carried', write_indices: 'constant' },
    examples: [
      {
        given: { past_cache: ['b', 8, 1024, 64], update: ['b', 8, 1, 64] },
        gives: { present_cache: ['b', 8, 1024, 64] },
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
