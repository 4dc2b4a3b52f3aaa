/** Margins added to a tensor, or cut from it. */
import { type Dim, isKnown, isUnknown, type Shape, sum, unknown } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { axesOf } from './axes.ts';
import { block, elementAt, extentsFrom, filled } from './elements.ts';
import { zero } from './movement.ts';
import { float, free, ints, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';

/** Elements added before and after each axis. */
interface Margins {
  readonly before: readonly Dim[];
  readonly after: readonly Dim[];
}

/** Pads are `[before…, after…]`, one pair for each axis named, or for each axis there is. */
function margins(data: Operand, pads: Shape, axes: readonly bigint[] | undefined): Margins {
  const named = axes === undefined ? data.shape.map((_, i) => i) : axesOf(axes, data.rank);
  const list = isUnknown(pads) ? Array.from({ length: 2 * named.length }, () => unknown(pads.why)) : pads;
  if (list.length !== 2 * named.length)
    throw new Mismatch(`pads has ${list.length} numbers; ${2 * named.length} expected, two an axis`);
  const of = (axis: number, shift: number): Dim => {
    const i = named.indexOf(axis);
    return i < 0 ? 0n : (list[i + shift] ?? 0n);
  };
  return {
    before: data.shape.map((_, axis) => of(axis, 0)),
    after: data.shape.map((_, axis) => of(axis, named.length)),
  };
}

function padded(data: Operand, { before, after }: Margins): readonly Dim[] {
  return data.shape.map((d, i) => {
    const extent = sum([d, before[i] ?? 0n, after[i] ?? 0n]);
    if (isKnown(extent) && extent < 0n) throw new Mismatch(`axis ${i} of ${d} is cropped to ${extent}`);
    return extent;
  });
}

/** Where a padded index comes from along one axis; −1 is filled with the constant. https://numpy.org/doc/stable/reference/generated/numpy.pad.html */
const sources: Readonly<Record<string, (i: number, n: number) => number>> = {
  constant: (i, n) => (i < 0 || i >= n ? -1 : i),
  edge: (i, n) => Math.min(Math.max(i, 0), n - 1),
  reflect: (i, n) => {
    if (n === 1) return 0;
    const period = 2 * (n - 1);
    const at = ((i % period) + period) % period;
    return at < n ? at : period - at;
  },
  wrap: (i, n) => ((i % n) + n) % n,
};

function paddedValue(data: Operand, m: Margins, mode: string, fill: Scalar | undefined): readonly Scalar[] | undefined {
  const known = block(data);
  const source = Object.hasOwn(sources, mode) ? sources[mode] : undefined;
  const before = plainInts(m.before);
  if (known === undefined || source === undefined || before === undefined) return undefined;
  return filled(padded(data, m), (index) => {
    const from = index.map((i, axis) => source(i - (before[axis] ?? 0), known.extents[axis] ?? 0));
    return from.includes(-1) ? fill : elementAt(known, from);
  });
}

function plainInts(dims: readonly Dim[]): readonly number[] | undefined {
  return dims.every(isKnown) ? dims.map(Number) : undefined;
}

function cropped(data: Operand, shape: Shape, axes: readonly bigint[] | undefined): readonly Dim[] {
  const named = axes === undefined ? data.shape.map((_, i) => i) : axesOf(axes, data.rank);
  if (isUnknown(shape)) return data.shape.map((d, i) => (named.includes(i) ? unknown(shape.why) : d));
  if (shape.length !== named.length)
    throw new Mismatch(`shape has ${shape.length} numbers; ${named.length} expected, one an axis`);
  return data.shape.map((d, i) => (named.includes(i) ? (shape[named.indexOf(i)] ?? d) : d));
}

export const pad: readonly Operator[] = [
  operator({
    name: 'Pad',
    revisions: [1],
    source: 'https://onnx.ai/onnx/operators/onnx__Pad.html',
    doc: 'Adds elements before and after every axis, as `paddings` says.',
    inputs: ['data'],
    outputs: ['output'],
    attributes: { paddings: required(ints()), mode: string('constant'), value: float(0) },
    shape: ({ data }, { paddings }) => ({ output: padded(data, margins(data, paddings, undefined)) }),
    work: free,
    roles: { data: 'carried' },
    examples: [{ given: { data: [3, 2] }, attributes: { paddings: [0, 2, 0, 0] }, gives: { output: [3, 4] } }],
  }),
  operator({
    name: 'Pad',
    revisions: [2],
    source: 'https://onnx.ai/onnx/operators/onnx__Pad.html',
    doc: 'Adds elements before and after every axis, as `pads` says; a negative number crops.',
    inputs: ['data'],
    outputs: ['output'],
    attributes: { pads: required(ints()), mode: string('constant'), value: float(0) },
    shape: ({ data }, { pads }) => ({ output: padded(data, margins(data, pads, undefined)) }),
    work: free,
    roles: { data: 'carried' },
    examples: [
      {
        given: { data: ['n', 3, 'h', 8] },
        attributes: { pads: [0, 0, 1, -1, 0, 0, 1, 0] },
        gives: { output: ['n', 3, 'h + 2', 7] },
      },
    ],
  }),
  operator({
    name: 'Pad',
    revisions: [11, 13, 18, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Pad.html',
    doc: 'Adds elements before and after the axes named (all when none are), as `pads` says; a negative number crops.',
    inputs: ['data', 'pads', 'constant_value?', 'axes?'],
    outputs: ['output'],
    attributes: { mode: string('constant') },
    shape: ({ data, pads, axes }) => ({ output: padded(data, margins(data, extentsFrom(pads), axes?.ints())) }),
    value: ({ data, pads, constant_value, axes }, { mode }) =>
      data.value === undefined
        ? {}
        : {
            output: paddedValue(
              data,
              margins(data, extentsFrom(pads), axes?.ints()),
              mode,
              constant_value === undefined ? zero(data.dtype) : constant_value.value?.[0],
            ),
          },
    work: free,
    roles: { data: 'carried', pads: 'constant', constant_value: 'constant', axes: 'constant' },
    examples: [
      {
        given: {
          data: ['n', 3, 'h', 'w'],
          pads: { shape: [4], dtype: 'int64', value: [1, 2, 1, 2] },
          axes: { shape: [2], dtype: 'int64', value: [-2, -1] },
        },
        gives: { output: ['n', 3, 'h + 2', 'w + 4'] },
      },
      {
        title: 'reflected',
        given: {
          data: { shape: [3], dtype: 'int64', value: [1, 2, 3] },
          pads: { shape: [2], dtype: 'int64', value: [2, 1] },
        },
        attributes: { mode: 'reflect' },
        gives: { output: { shape: [6], value: [3, 2, 1, 2, 3, 2] } },
      },
      {
        title: 'pads not known leave the rank',
        given: { data: [2, 3], pads: { shape: [4], dtype: 'int64' } },
        gives: { output: ['?', '?'] },
      },
    ],
  }),
  operator({
    name: 'CenterCropPad',
    revisions: [18],
    source: 'https://onnx.ai/onnx/operators/onnx__CenterCropPad.html',
    doc: 'Crops or pads the axes named to the extents of `shape`, around the centre.',
    inputs: ['input_data', 'shape'],
    outputs: ['output_data'],
    attributes: { axes: ints() },
    shape: ({ input_data, shape }, { axes }) => ({ output_data: cropped(input_data, extentsFrom(shape), axes) }),
    work: free,
    roles: { input_data: 'carried', shape: 'constant' },
    examples: [
      {
        given: { input_data: [20, 8, 3], shape: { shape: [2], dtype: 'int64', value: [10, 9] } },
        attributes: { axes: [0, 1] },
        gives: { output_data: [10, 9, 3] },
      },
    ],
  }),
];
