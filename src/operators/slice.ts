/** Cutting pieces out of tensors: Slice and Split. */
import {
  add,
  bind,
  ceilDiv,
  compare,
  type Dim,
  isKnown,
  isUnknown,
  max,
  min,
  mul,
  type Shape,
  sub,
  symbol,
  symbolsOf,
  unknown,
} from '../model/dim.ts';
import { formatDim } from '../model/dim-text.ts';
import type { Scalar } from '../model/model.ts';
import { axesOf } from './axes.ts';
import { block, elementAt, extentsFrom, filled } from './elements.ts';
import { free, ints, Mismatch, type Operand, type Operator, operator, required, Undetermined } from './operator.ts';

/** What one axis is cut to: from `start` in steps, `extent` elements. */
interface Cut {
  readonly start: Dim;
  readonly step: bigint;
  readonly extent: Dim;
}

/** Exporters write "to the end" as the largest 32- or 64-bit integer; no extent reaches it. */
const endless = 2n ** 31n - 1n;

/** Sign of a − b where symbols leave it open only by being 0: an axis that is cut is taken not to be empty. */
function order(a: Dim, b: Dim): -1 | 0 | 1 | undefined {
  const plain = compare(a, b);
  if (plain !== undefined) return plain;
  const difference = sub(a, b);
  const atLeastOne = new Map(symbolsOf(difference).map((name) => [name, add(symbol(name), 1n)]));
  return compare(bind(difference, atLeastOne), 0n);
}

type Order = typeof order;

function least(a: Dim, b: Dim, by: Order): Dim {
  const sign = by(a, b);
  return sign === undefined ? min(a, b) : sign <= 0 ? a : b;
}

function most(a: Dim, b: Dim, by: Order): Dim {
  const sign = by(a, b);
  return sign === undefined ? max(a, b) : sign >= 0 ? a : b;
}

/** The extent of [start, end) in steps; never below 0. */
export function stretch(start: Dim, end: Dim, step: bigint, by: Order = order): Dim {
  return most(steps(start, end, step), 0n, by);
}

function steps(start: Dim, end: Dim, step: bigint): Dim {
  return step > 0n ? ceilDiv(sub(end, start), step) : ceilDiv(sub(start, end), -step);
}

/** A position counted from the front: a negative one counts from the end. */
function position(at: Dim, extent: Dim): Dim {
  if (isUnknown(at)) return at;
  if (isKnown(at)) return at < 0n && at > -endless ? add(at, extent) : at;
  const sign = order(at, 0n);
  if (sign === undefined) return unknown(`whether ${formatDim(at)} counts from the end is not known`);
  return sign < 0 ? add(at, extent) : at;
}

/** Clamped to `first` … `last`, which is below `first` where an axis that is cut backwards turns out empty. */
function clamped(at: Dim, first: bigint, last: Dim, by: Order): Dim {
  if (isKnown(at) && at >= endless && !isKnown(last)) return last;
  if ((by(last, first) ?? -1) < 0) return (by(at, last) ?? -1) >= 0 ? last : least(most(first, at, by), last, by);
  const sign = by(at, first);
  if (sign === 0 || sign === 1) return least(at, last, by);
  return sign === -1 ? first : most(first, least(at, last, by), by);
}

/**
 * Forwards start and end are clamped to 0 … extent, backwards start to 0 … extent − 1 and end to −1 … extent − 1. Then
 * an end written as "endless" means −1, though the specification would have it mean "nothing": what onnxruntime does
 * (core/providers/cpu/tensor/slice_compute_metadata.h), and so what such a model was tested with.
 */
function cut(extent: Dim, from: Dim, to: Dim, step: bigint): Cut {
  if (step === 0n) throw new Mismatch('a slice has step 0');
  if (extent === 0n) return { start: 0n, step, extent };
  const [first, last] = [position(from, extent), position(to, extent)];
  const back = step < 0n;
  // An axis that has an element whatever its symbols are tells nothing of them: `past + 1` has one where `past` is 0.
  const by = (compare(extent, 1n) ?? -1) >= 0 ? compare : order;
  const limit = back ? sub(extent, 1n) : extent;
  const start = clamped(first, 0n, limit, by);
  const toEnd = isKnown(to) && (to === endless || to === 2n ** 63n - 1n);
  const end = back ? (toEnd ? -1n : clamped(last, -1n, limit, by)) : clamped(last, 0n, limit, by);
  // Clamping keeps the order, so what was in order before needs no "at least 0" after it.
  const sign = toEnd ? (back ? 1 : -1) : by(first, last);
  const inOrder = sign !== undefined && (sign === 0 || sign > 0 === back);
  return { start, step, extent: inOrder ? steps(start, end, step) : stretch(start, end, step, by) };
}

/** One Cut for each axis of data, `undefined` where an axis stays whole. */
function cuts(
  data: Operand,
  starts: Shape,
  ends: Shape,
  axes: readonly bigint[] | undefined,
  strides: readonly bigint[] | undefined,
): readonly (Cut | undefined)[] {
  if (isUnknown(starts)) throw new Undetermined(starts.why);
  if (isUnknown(ends)) throw new Undetermined(ends.why);
  const places = axesOf(axes ?? starts.map((_, i) => BigInt(i)), data.rank);
  if (starts.length !== ends.length || starts.length !== places.length || (strides ?? starts).length !== starts.length)
    throw new Mismatch(
      `starts has ${starts.length} numbers, ends ${ends.length}, axes ${places.length}, steps ${(strides ?? starts).length}; as many of each expected`,
    );
  return data.shape.map((extent, axis) => {
    const i = places.indexOf(axis);
    if (i < 0) return undefined;
    return cut(extent, starts[i] ?? 0n, ends[i] ?? 0n, strides?.[i] ?? 1n);
  });
}

function cutShape(data: Operand, list: readonly (Cut | undefined)[]): readonly Dim[] {
  return data.shape.map((d, axis) => list[axis]?.extent ?? d);
}

export function cutValue(data: Operand, list: readonly (Cut | undefined)[]): readonly Scalar[] | undefined {
  const known = block(data);
  if (known === undefined || list.some((c) => c !== undefined && !isKnown(c.start))) return undefined;
  return filled(cutShape(data, list), (index) =>
    elementAt(
      known,
      index.map((i, axis) => {
        const c = list[axis];
        return c === undefined ? i : Number(c.start) + i * Number(c.step);
      }),
    ),
  );
}

/** The rank stands even where nothing is known of what is cut. */
function sliced(data: Operand, ranges: () => readonly (Cut | undefined)[]): readonly Dim[] {
  try {
    return cutShape(data, ranges());
  } catch (error) {
    if (error instanceof Undetermined) return data.shape.map(() => unknown(error.why));
    throw error;
  }
}

interface SliceInputs {
  readonly data: Operand;
  readonly starts: Operand;
  readonly ends: Operand;
  readonly axes: Operand | undefined;
  readonly steps: Operand | undefined;
}
const inputCuts = ({ data, starts, ends, axes, steps }: SliceInputs): readonly (Cut | undefined)[] =>
  cuts(data, extentsFrom(starts), extentsFrom(ends), axes?.ints(), steps?.ints());

export const slicing: readonly Operator[] = [
  operator({
    name: 'Slice',
    revisions: [1],
    source: 'https://onnx.ai/onnx/operators/onnx__Slice.html',
    doc: 'Cuts axes to [start, end), both clamped to the axis and counted from its end when negative: max(0, end − start).',
    inputs: ['data'],
    outputs: ['output'],
    attributes: { starts: required(ints()), ends: required(ints()), axes: ints() },
    shape: ({ data }, a) => ({ output: cutShape(data, cuts(data, a.starts, a.ends, a.axes, undefined)) }),
    value: ({ data }, a) => ({ output: cutValue(data, cuts(data, a.starts, a.ends, a.axes, undefined)) }),
    work: free,
    roles: { data: 'carried' },
    examples: [
      {
        given: { data: [8, 10] },
        attributes: { starts: [1, -3], ends: [1000, -1], axes: [0, 1] },
        gives: { output: [7, 2] },
      },
    ],
  }),
  operator({
    name: 'Slice',
    revisions: [10, 11, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__Slice.html',
    doc: 'Cuts axes to [start, end) in steps: max(0, ⌈(end − start) / step⌉), start and end clamped to the axis and counted from its end when negative. A symbolic axis is taken not to be empty.',
    inputs: ['data', 'starts', 'ends', 'axes?', 'steps?'],
    outputs: ['output'],
    shape: (inputs) => ({ output: sliced(inputs.data, () => inputCuts(inputs)) }),
    value: (inputs) => (inputs.data.value === undefined ? {} : { output: cutValue(inputs.data, inputCuts(inputs)) }),
    work: free,
    roles: { data: 'carried', starts: 'constant', ends: 'constant', axes: 'constant', steps: 'constant' },
    reads: { data: (_, { output }) => output.shape.reduce(mul, 1n) },
    examples: [
      {
        title: 'to the end, every second, of a symbolic axis',
        given: {
          data: ['b', 'seq', 64],
          starts: { shape: [1], dtype: 'int64', value: [1] },
          ends: { shape: [1], dtype: 'int64', value: [9223372036854775807n] },
          axes: { shape: [1], dtype: 'int64', value: [1] },
          steps: { shape: [1], dtype: 'int64', value: [2] },
        },
        gives: { output: ['b', 'seq//2', 64] },
      },
      {
        title: 'backwards over all of it',
        given: {
          data: { shape: [4], dtype: 'int64', value: [1, 2, 3, 4] },
          starts: { shape: [1], dtype: 'int64', value: [-1] },
          ends: { shape: [1], dtype: 'int64', value: [-9223372036854775808n] },
          axes: { shape: [1], dtype: 'int64', value: [0] },
          steps: { shape: [1], dtype: 'int64', value: [-1] },
        },
        gives: { output: { shape: [4], value: [4, 3, 2, 1] } },
      },
      {
        title: 'the last element of a symbolic axis',
        given: {
          data: ['seq'],
          starts: { shape: [1], dtype: 'int64', value: [-1] },
          ends: { shape: [1], dtype: 'int64', value: [9223372036854775807n] },
        },
        gives: { output: [1] },
      },
      {
        title: 'a symbolic end beyond the axis is clamped',
        given: {
          data: [1, 512],
          starts: { shape: [1], dtype: 'int64', value: [0] },
          ends: { shape: [1], dtype: 'int64', value: ['seq'] },
          axes: { shape: [1], dtype: 'int64', value: [1] },
        },
        gives: { output: [1, 'min(seq, 512)'] },
      },
    ],
  }),
];
