/** The largest elements along an axis, and running totals. */
import { add, type Dim, isKnown, mul, unknown } from '../model/dim.ts';
import { isInteger } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import { fitting } from './element-type.ts';
import { block, elementAt, filled } from './elements.ts';
import { axisOf, other, size } from './formulas.ts';
import { int, Mismatch, Operand, type Operator, operator, required } from './operator.ts';
import { foldAxes, reducedShape } from './reduction.ts';

const source = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

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

export const ranking: readonly Operator[] = [
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
