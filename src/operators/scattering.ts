/** Elements written by index. */
import { add, type Dim, max, min, mul } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { fitting } from './element-type.ts';
import { type Block, block, elementAt, filled, offset } from './elements.ts';
import { assertRank, axisOf, size } from './formulas.ts';
import { place } from './gathering.ts';
import { free, int, type Operand, type Operator, operator, string, type Work } from './operator.ts';

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

export const scattering: readonly Operator[] = [
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
];
