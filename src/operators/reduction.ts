/** Many elements to one: sums, means, extremes, norms, the places of extremes, and running sums. */
import { add, type Dim, floorDiv, isKnown, max, min, mod, mul, product, unknown } from '../model/dim.ts';
import { type DType, isFloat, isInteger } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import { axesOf } from './axes.ts';
import { fitting, rounded } from './element-type.ts';
import { block, elementAt, filled } from './elements.ts';
import { axisOf, other, size } from './formulas.ts';
import { int, ints, Mismatch, Operand, type Operator, operator, required, type Work } from './operator.ts';

/** How elements are folded where all are known: exact integers (possibly symbolic), and numbers. */
interface Fold {
  readonly onDims?: (elements: readonly Dim[]) => Dim;
  readonly onNumbers: (elements: readonly number[]) => number;
}

const total = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

interface Reduction {
  readonly name: string;
  /** Entries with `axes` as an attribute, and those with `axes` as an input. */
  readonly attribute: readonly number[];
  readonly input: readonly number[];
  readonly doc: string;
  /** Operations for each element read, and for each result. */
  readonly each: bigint;
  readonly perResult: bigint;
  readonly fold: Fold;
}

const reductions: readonly Reduction[] = [
  {
    name: 'ReduceSum',
    attribute: [1, 11],
    input: [13],
    doc: 'Sums over the axes: |data| additions.',
    each: 1n,
    perResult: 0n,
    fold: { onDims: (xs) => xs.reduce(add, 0n), onNumbers: total },
  },
  {
    name: 'ReduceMean',
    attribute: [1, 11, 13],
    input: [18],
    doc: 'Means over the axes: |data| additions and one division per result.',
    each: 1n,
    perResult: 1n,
    fold: { onDims: mean, onNumbers: (xs) => total(xs) / xs.length },
  },
  {
    name: 'ReduceProd',
    attribute: [1, 11, 13],
    input: [18],
    doc: 'Products over the axes: |data| multiplications.',
    each: 1n,
    perResult: 0n,
    fold: { onDims: product, onNumbers: (xs) => xs.reduce((a, b) => a * b, 1) },
  },
  {
    name: 'ReduceMax',
    attribute: [1, 11, 12, 13],
    input: [18, 20],
    doc: 'The largest over the axes: |data| comparisons.',
    each: 1n,
    perResult: 0n,
    fold: { onDims: (xs) => extreme(xs, max), onNumbers: (xs) => Math.max(...xs) },
  },
  {
    name: 'ReduceMin',
    attribute: [1, 11, 12, 13],
    input: [18, 20],
    doc: 'The smallest over the axes: |data| comparisons.',
    each: 1n,
    perResult: 0n,
    fold: { onDims: (xs) => extreme(xs, min), onNumbers: (xs) => Math.min(...xs) },
  },
  {
    name: 'ReduceL1',
    attribute: [1, 11, 13],
    input: [18],
    doc: 'Sums of magnitudes over the axes: a magnitude and an addition per element, 2·|data|.',
    each: 2n,
    perResult: 0n,
    fold: { onNumbers: (xs) => total(xs.map(Math.abs)) },
  },
  {
    name: 'ReduceL2',
    attribute: [1, 11, 13],
    input: [18],
    doc: 'Euclidean norms over the axes: a square and an addition per element, a root per result.',
    each: 2n,
    perResult: 1n,
    fold: { onNumbers: (xs) => Math.sqrt(total(xs.map((x) => x * x))) },
  },
  {
    name: 'ReduceSumSquare',
    attribute: [1, 11, 13],
    input: [18],
    doc: 'Sums of squares over the axes: a square and an addition per element, 2·|data|.',
    each: 2n,
    perResult: 0n,
    fold: {
      onDims: (xs) => xs.reduce<Dim>((a, x) => add(a, mul(x, x)), 0n),
      onNumbers: (xs) => total(xs.map((x) => x * x)),
    },
  },
  {
    name: 'ReduceLogSum',
    attribute: [1, 11, 13],
    input: [18, 28],
    doc: 'Logarithms of sums over the axes: |data| additions and one logarithm per result.',
    each: 1n,
    perResult: 1n,
    fold: { onNumbers: (xs) => Math.log(total(xs)) },
  },
  {
    name: 'ReduceLogSumExp',
    attribute: [1, 11, 13],
    input: [18, 28],
    doc: 'Logarithms of sums of exponentials over the axes: an exponential and an addition per element, a logarithm per result.',
    each: 2n,
    perResult: 1n,
    fold: { onNumbers: (xs) => Math.log(total(xs.map(Math.exp))) },
  },
];

/** Integer means are cut towards zero, as the division of C is; a symbolic sum must divide exactly. */
function mean(xs: readonly Dim[]): Dim {
  const sum = xs.reduce(add, 0n);
  const n = BigInt(xs.length);
  if (isKnown(sum)) return n > 0n ? sum / n : unknown('the mean of nothing');
  return mod(sum, n) === 0n ? floorDiv(sum, n) : unknown('the mean of symbols is no whole number');
}

function extreme(xs: readonly Dim[], choose: (a: Dim, b: Dim) => Dim): Dim {
  const [first, ...rest] = xs;
  return first === undefined ? unknown('the extreme of nothing') : rest.reduce(choose, first);
}

/** The axes reduced: those named; without any, all, or none where `noop_with_empty_axes` says so. */
function reducedAxes(rank: number, axes: readonly bigint[] | undefined, noop = false): readonly number[] {
  if (axes !== undefined && axes.length > 0) return axesOf(axes, rank);
  return noop ? [] : Array.from({ length: rank }, (_, i) => i);
}

function reducedShape(data: Operand, axes: readonly number[], keep: boolean): readonly Dim[] {
  return data.shape.flatMap((d, i) => (axes.includes(i) ? (keep ? [1n] : []) : [d]));
}

/** Axes that are not known leave the extents open; with `keepdims` the rank stands. */
function openShape(data: Operand, axes: Operand, keep: boolean): readonly Dim[] {
  if (!keep) axes.ints(); // ends the rule: even the rank is open
  return data.shape.map(() => unknown(`the value of \`${axes.name}\` decides, and it is not a constant`));
}

function foldAxes(data: Operand, axes: readonly number[], keep: boolean, fold: Fold): readonly Scalar[] | undefined {
  const known = block(data);
  if (known === undefined) return undefined;
  const kept = known.extents.flatMap((_, i) => (axes.includes(i) ? [] : [i]));
  const groups = new Map<string, Scalar[]>();
  const read = filled(known.extents.map(BigInt), (index) => {
    const key = kept.map((i) => index[i]).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [elementAt(known, index)]);
    else group.push(elementAt(known, index));
    return 0n;
  });
  if (read === undefined) return undefined;
  return filled(reducedShape(data, axes, keep), (index) => {
    const key = (keep ? kept.map((i) => index[i]) : index).join();
    return foldGroup(groups.get(key) ?? [], data.dtype, fold);
  });
}

function foldGroup(group: readonly Scalar[], dtype: DType | null, fold: Fold): Scalar | undefined {
  if (dtype === null || !(isFloat(dtype) || isInteger(dtype))) return undefined;
  const numbers = group.filter((x) => typeof x === 'number');
  if (numbers.length === group.length && group.length > 0) return rounded(fold.onNumbers(numbers), dtype);
  // Beside a symbol a whole float counts as the integer it is.
  const dims = group.map((x) => (typeof x === 'number' && Number.isSafeInteger(x) ? BigInt(x) : x));
  const folded = dims.every(isDim) ? fold.onDims?.(dims) : undefined;
  return folded === undefined ? undefined : fitting(folded, dtype);
}
const isDim = (x: Scalar): x is Dim => typeof x !== 'number' && typeof x !== 'string';

function reductionWork(data: Operand, reduced: Operand, r: Reduction, none: boolean): Work {
  if (none) return other(0n);
  return other(add(mul(size(data), r.each), r.perResult === 0n ? 0n : mul(size(reduced), r.perResult)));
}

const source = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

/** Worked out for data [n, 4] reduced along its last axis: |data| = 4·n, results n. */
const worked = (r: Reduction): string => `${4n * r.each + r.perResult}*n`;

const reduceByAttribute = (r: Reduction): Operator =>
  operator({
    name: r.name,
    revisions: r.attribute,
    source: source(r.name),
    doc: r.doc,
    inputs: ['data'],
    outputs: ['reduced'],
    attributes: { axes: ints(), keepdims: int(1n) },
    shape: ({ data }, { axes, keepdims }) => ({
      reduced: reducedShape(data, reducedAxes(data.rank, axes), keepdims !== 0n),
    }),
    value: ({ data }, { axes, keepdims }) => ({
      reduced: foldAxes(data, reducedAxes(data.rank, axes), keepdims !== 0n, r.fold),
    }),
    work: ({ data }, { reduced }) => reductionWork(data, reduced, r, false),
    roles: { data: 'operand' },
    examples: [
      {
        given: { data: ['n', 4] },
        attributes: { axes: [-1], keepdims: 0 },
        gives: { reduced: ['n'] },
        other: worked(r),
      },
      { title: 'over all axes', given: { data: [2, 3] }, gives: { reduced: [1, 1] }, other: 6n * r.each + r.perResult },
    ],
  });

const reduceByInput = (r: Reduction): Operator =>
  operator({
    name: r.name,
    revisions: r.input,
    source: source(r.name),
    doc: `${r.doc} The axes are an input; without any, all are reduced, or none where \`noop_with_empty_axes\` says so.`,
    inputs: ['data', 'axes?'],
    outputs: ['reduced'],
    attributes: { keepdims: int(1n), noop_with_empty_axes: int(0n) },
    shape: ({ data, axes }, { keepdims, noop_with_empty_axes }) => {
      if (axes !== undefined && axes.value === undefined) return { reduced: openShape(data, axes, keepdims !== 0n) };
      return {
        reduced: reducedShape(data, reducedAxes(data.rank, axes?.ints(), noop_with_empty_axes !== 0n), keepdims !== 0n),
      };
    },
    value: ({ data, axes }, { keepdims, noop_with_empty_axes }) => {
      const along = reducedAxes(data.rank, axes?.ints(), noop_with_empty_axes !== 0n);
      if (along.length === 0 && noop_with_empty_axes !== 0n) return { reduced: untouched(r, data) };
      return { reduced: foldAxes(data, along, keepdims !== 0n, r.fold) };
    },
    work: ({ data, axes }, { reduced }, { noop_with_empty_axes }) =>
      reductionWork(data, reduced, r, noop_with_empty_axes !== 0n && (axes === undefined || axes.value?.length === 0)),
    roles: { data: 'operand', axes: 'constant' },
    examples: [
      {
        given: { data: ['n', 4], axes: { shape: [1], dtype: 'int64', value: [1] } },
        gives: { reduced: ['n', 1] },
        other: worked(r),
      },
      {
        title: 'axes not known leave the rank',
        given: { data: [2, 3], axes: { shape: [1], dtype: 'int64' } },
        gives: { reduced: ['?', '?'] },
        other: r.perResult === 0n ? 6n * r.each : '?',
      },
      {
        title: 'no axes and nothing to do',
        given: { data: [2, 3] },
        attributes: { noop_with_empty_axes: 1 },
        gives: { reduced: [2, 3] },
      },
    ],
  });

/** Without axes a plain sum, product or extreme is the element itself; the others still transform it. */
function untouched(r: Reduction, data: Operand): readonly Scalar[] | undefined {
  return r.each === 1n && r.perResult === 0n ? data.value : undefined;
}

/** The place of the first (or last) extreme along an axis. */
function argument(
  data: Operand,
  axis: bigint,
  keep: boolean,
  largest: boolean,
  last: boolean,
): readonly Scalar[] | undefined {
  const better = (x: number, best: number): boolean => (largest ? x > best : x < best) || (last && x === best);
  const onNumbers = (xs: readonly number[]): number => {
    let at = 0;
    xs.forEach((x, i) => {
      if (better(x, xs[at] ?? x)) at = i;
    });
    return at;
  };
  const numbers = data.value?.map((x) => (typeof x === 'bigint' && isSafe(x) ? Number(x) : x));
  if (numbers === undefined || data.fact.kind !== 'tensor') return undefined;
  const floats = new Operand(data.name, { ...data.fact, dtype: 'float64', value: numbers });
  return foldAxes(floats, [axisOf(axis, data.rank)], keep, { onNumbers })?.map((i) => BigInt(Number(i)));
}

const isSafe = (x: bigint): boolean => x >= BigInt(Number.MIN_SAFE_INTEGER) && x <= BigInt(Number.MAX_SAFE_INTEGER);

const argumentOf = (name: 'ArgMax' | 'ArgMin'): Operator =>
  operator({
    name,
    revisions: [1, 11, 12, 13],
    source: source(name),
    doc: `The place of the ${name === 'ArgMax' ? 'largest' : 'smallest'} element along an axis: |data| comparisons.`,
    inputs: ['data'],
    outputs: ['reduced'],
    attributes: { axis: int(0n), keepdims: int(1n), select_last_index: int(0n) },
    dtype: { reduced: 'int64' },
    shape: ({ data }, { axis, keepdims }) => ({
      reduced: reducedShape(data, [axisOf(axis, data.rank)], keepdims !== 0n),
    }),
    value: ({ data }, { axis, keepdims, select_last_index }) => ({
      reduced: argument(data, axis, keepdims !== 0n, name === 'ArgMax', select_last_index !== 0n),
    }),
    work: ({ data }) => other(size(data)),
    examples: [
      {
        given: { data: ['n', 10] },
        attributes: { axis: -1, keepdims: 0 },
        gives: { reduced: { shape: ['n'], dtype: 'int64' } },
        other: '10*n',
      },
      {
        title: 'a known value, the last of equals',
        given: { data: { shape: [1, 3], dtype: 'int64', value: name === 'ArgMax' ? [7, 2, 7] : [2, 7, 2] } },
        attributes: { axis: 1, select_last_index: 1 },
        gives: { reduced: { shape: [1, 1], dtype: 'int64', value: [2] } },
        other: 3n,
      },
    ],
  });

/** The k best along an axis. */
function best(X: Operand, k: Dim, axis: bigint): readonly Dim[] {
  const along = axisOf(axis, X.rank);
  const extent = X.dim(along);
  if (isKnown(k) && k < 0n) throw new Mismatch(`k is ${k}; at least 0 expected`);
  if (isKnown(k) && isKnown(extent) && k > extent) throw new Mismatch(`k is ${k}, the axis has ${extent}`);
  return X.shape.map((d, i) => (i === along ? k : d));
}

const topKDoc =
  'The k largest (or smallest) along an axis and their places. Counted as one comparison per element, whatever sorting takes.';

/** Running totals along an axis, exact over integers. */
function running(
  x: Operand,
  axis: bigint,
  exclusive: boolean,
  reverse: boolean,
  step: (a: Dim, b: Dim) => Dim,
  start: bigint,
): readonly Scalar[] | undefined {
  const known = block(x);
  const { dtype } = x;
  if (known === undefined || dtype === null || !isInteger(dtype)) return undefined;
  const along = axisOf(axis, x.rank);
  const extent = known.extents[along] ?? 0;
  return filled(x.shape, (index) => {
    const at = index[along] ?? 0;
    const from = reverse ? (exclusive ? at + 1 : at) : 0;
    const to = reverse ? extent : exclusive ? at : at + 1;
    let sum: Dim = start;
    for (let i = from; i < to; i++) {
      const element = elementAt(known, index.with(along, i));
      if (typeof element === 'number' || typeof element === 'string') return undefined;
      sum = step(sum, element);
    }
    return fitting(sum, dtype);
  });
}

const cumulative = (name: 'CumSum' | 'CumProd', revisions: readonly number[]): Operator =>
  operator({
    name,
    revisions,
    source: source(name),
    doc: `Running ${name === 'CumSum' ? 'sums' : 'products'} along an axis, one operation per element.`,
    inputs: ['x', 'axis'],
    outputs: ['y'],
    attributes: { exclusive: int(0n), reverse: int(0n) },
    shape: ({ x, axis }) => {
      if (axis.value !== undefined) axisOf(axis.ints()[0] ?? 0n, x.rank);
      return { y: x.shape };
    },
    value: ({ x, axis }, { exclusive, reverse }) =>
      x.value === undefined
        ? {}
        : {
            y: running(
              x,
              axis.ints()[0] ?? 0n,
              exclusive !== 0n,
              reverse !== 0n,
              name === 'CumSum' ? add : mul,
              name === 'CumSum' ? 0n : 1n,
            ),
          },
    work: ({ x }) => other(size(x)),
    roles: { axis: 'constant' },
    examples: [
      {
        given: {
          x: { shape: [3], dtype: 'int64', value: [2, 3, 4] },
          axis: { shape: [], dtype: 'int64', value: [0] },
        },
        gives: { y: { shape: [3], value: name === 'CumSum' ? [2, 5, 9] : [2, 6, 24] } },
        other: 3n,
      },
      {
        title: 'exclusive, in reverse',
        given: {
          x: { shape: [3], dtype: 'int64', value: [2, 3, 4] },
          axis: { shape: [], dtype: 'int64', value: [-1] },
        },
        attributes: { exclusive: 1, reverse: 1 },
        gives: { y: { shape: [3], value: name === 'CumSum' ? [7, 4, 0] : [12, 4, 1] } },
        other: 3n,
      },
    ],
  });

export const reduction: readonly Operator[] = [
  ...reductions.flatMap((r) => [reduceByAttribute(r), reduceByInput(r)]),
  argumentOf('ArgMax'),
  argumentOf('ArgMin'),
  operator({
    name: 'TopK',
    revisions: [1],
    source: source('TopK'),
    doc: topKDoc,
    inputs: ['X'],
    outputs: ['Values', 'Indices'],
    attributes: { axis: int(-1n), k: required(int()) },
    dtype: { Values: 'X', Indices: 'int64' },
    shape: ({ X }, { axis, k }) => {
      const shape = best(X, k, axis);
      return { Values: shape, Indices: shape };
    },
    work: ({ X }) => other(size(X)),
    examples: [
      {
        given: { X: ['n', 10] },
        attributes: { k: 3 },
        gives: { Values: ['n', 3], Indices: { shape: ['n', 3], dtype: 'int64' } },
        other: '10*n',
      },
    ],
  }),
  operator({
    name: 'TopK',
    revisions: [10, 11, 24],
    source: source('TopK'),
    doc: `${topKDoc} k is an input; where it is not known, neither is the extent.`,
    inputs: ['X', 'K'],
    outputs: ['Values', 'Indices'],
    attributes: { axis: int(-1n), largest: int(1n), sorted: int(1n) },
    dtype: { Values: 'X', Indices: 'int64' },
    shape: ({ X, K }, { axis }) => {
      const k =
        K.value === undefined ? unknown(`the value of \`${K.name}\` decides, and it is not a constant`) : K.dims()[0];
      const shape = best(X, k ?? unknown('K is empty'), axis);
      return { Values: shape, Indices: shape };
    },
    work: ({ X }) => other(size(X)),
    roles: { K: 'constant' },
    examples: [
      {
        given: { X: [1, 1000], K: { shape: [1], dtype: 'int64', value: [300] } },
        gives: { Values: [1, 300], Indices: { shape: [1, 300], dtype: 'int64' } },
        other: 1000n,
      },
      {
        title: 'k that is data',
        given: { X: [1, 1000], K: { shape: [1], dtype: 'int64' } },
        gives: { Values: [1, '?'] },
        other: 1000n,
      },
    ],
  }),
  cumulative('CumSum', [11, 14]),
  cumulative('CumProd', [26]),
];
