/** Many elements to one: sums, means, extremes, norms, the places of extremes, and running sums. */
import { add, type Dim, floorDiv, isKnown, max, min, mod, mul, product, unknown } from '../model/dim.ts';
import { type DType, isFloat, isInteger } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import { axesOf } from './axes.ts';
import { fitting, rounded } from './element-type.ts';
import { block, elementAt, filled } from './elements.ts';
import { other, size } from './formulas.ts';
import { int, ints, type Operand, type Operator, operator, type Work } from './operator.ts';

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

export function extreme(xs: readonly Dim[], choose: (a: Dim, b: Dim) => Dim): Dim {
  const [first, ...rest] = xs;
  return first === undefined ? unknown('the extreme of nothing') : rest.reduce(choose, first);
}

/** The axes reduced: those named; without any, all, or none where `noop_with_empty_axes` says so. */
function reducedAxes(rank: number, axes: readonly bigint[] | undefined, noop = false): readonly number[] {
  if (axes !== undefined && axes.length > 0) return axesOf(axes, rank);
  return noop ? [] : Array.from({ length: rank }, (_, i) => i);
}

export function reducedShape(data: Operand, axes: readonly number[], keep: boolean): readonly Dim[] {
  return data.shape.flatMap((d, i) => (axes.includes(i) ? (keep ? [1n] : []) : [d]));
}

/** Axes that are not known leave the extents open; with `keepdims` the rank stands. */
function openShape(data: Operand, axes: Operand, keep: boolean): readonly Dim[] {
  if (!keep) axes.ints(); // ends the rule: even the rank is open
  return data.shape.map(() => unknown(`the value of \`${axes.name}\` decides, and it is not a constant`));
}

export function foldAxes(
  data: Operand,
  axes: readonly number[],
  keep: boolean,
  fold: Fold,
): readonly Scalar[] | undefined {
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

export const reduction: readonly Operator[] = [...reductions.flatMap((r) => [reduceByAttribute(r), reduceByInput(r)])];
