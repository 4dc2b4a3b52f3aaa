/** Pictures at another size: Resize and its forerunners, sampling by a grid, pooling over regions, unpooling. */
import {
  add,
  bind,
  type Dim,
  equal,
  floorDiv,
  isKnown,
  isUnknown,
  max,
  min,
  mul,
  type Shape,
  sub,
  symbolsOf,
  unknown,
} from '../model/dim.ts';
import { formatDim, formatShape } from '../model/dim-text.ts';
import { axesOf } from './axes.ts';
import { extentsFrom } from './elements.ts';
import { assertRank, other, size } from './formulas.ts';
import {
  float,
  floats,
  int,
  ints,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
  Undetermined,
  type Work,
} from './operator.ts';

/**
 * ⌊d · scale⌋ as runtimes compute it, in 32-bit floats, where d is known. A symbolic d needs a scale that is a small
 * fraction p / q as stored: ⌊d·p / q⌋.
 */
function scaled(d: Dim, scale: number): Dim {
  if (!Number.isFinite(scale) || scale <= 0) throw new Mismatch(`a scale is ${scale}; more than 0 expected`);
  if (scale === 1) return d;
  if (isKnown(d)) return BigInt(Math.floor(Math.fround(Math.fround(scale) * Math.fround(Number(d)))));
  if (isUnknown(d)) return d;
  const ratio = fraction(scale);
  if (ratio === undefined) return unknown(`⌊${formatDim(d)} · ${scale}⌋ is no expression of integers`);
  return floorDiv(mul(d, ratio.over), ratio.under);
}

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** The fraction with the smallest denominator that is stored as this 32-bit float. */
function fraction(scale: number): Fraction | undefined {
  for (let under = 1; under <= 1024; under++) {
    const over = Math.round(scale * under);
    if (Math.fround(over / under) === Math.fround(scale)) return { over: BigInt(over), under: BigInt(under) };
  }
  return undefined;
}

/** One number for each axis, 1 (or the extent) for those not named. */
function spread<T>(
  rank: number,
  axes: readonly bigint[] | undefined,
  given: readonly T[],
  what: string,
): readonly (T | undefined)[] {
  const named = axes === undefined ? Array.from({ length: rank }, (_, i) => i) : axesOf(axes, rank);
  if (given.length !== named.length)
    throw new Mismatch(`${what} has ${given.length} numbers; ${named.length} expected, one an axis`);
  return Array.from({ length: rank }, (_, axis) => {
    const i = named.indexOf(axis);
    return i < 0 ? undefined : given[i];
  });
}

interface ResizeInputs {
  readonly X: Operand;
  readonly roi?: Operand | undefined;
  readonly scales?: Operand | undefined;
  readonly sizes?: Operand | undefined;
}
interface ResizeAttributes {
  readonly axes: readonly bigint[] | undefined;
  readonly keep_aspect_ratio_policy: string;
  readonly coordinate_transformation_mode: string;
}

/** An optional input counts as absent when it is empty: `scales` of no elements stands for "see sizes". */
function present(x: Operand | undefined): x is Operand {
  return x !== undefined && !(x.fact.kind === 'tensor' && !isUnknown(x.fact.shape) && x.fact.shape[0] === 0n);
}

function resized({ X, roi, scales, sizes }: ResizeInputs, a: ResizeAttributes): readonly Dim[] {
  if (present(sizes)) return bySizes(X, extentsFrom(sizes), a);
  if (!present(scales)) throw new Mismatch('it has neither scales nor sizes; one of them expected');
  if (scales.value === undefined)
    return openAxes(X, a.axes, `the value of \`${scales.name}\` decides, and it is not a constant`);
  const factors = spread(X.rank, a.axes, scales.floats(), 'scales');
  const regions = a.coordinate_transformation_mode === 'tf_crop_and_resize' ? regionExtents(X, roi, a.axes) : undefined;
  return X.shape.map((d, i) => {
    const region = regions?.[i] ?? 1;
    // floor(input · (end − start) · scale)
    return scaled(d, region === 1 ? (factors[i] ?? 1) : Math.fround(region * (factors[i] ?? 1)));
  });
}

/** `[start…, end…]`, normalized: end − start of each axis. */
function regionExtents(
  X: Operand,
  roi: Operand | undefined,
  axes: readonly bigint[] | undefined,
): readonly (number | undefined)[] {
  if (!present(roi)) throw new Mismatch('it crops and resizes, but roi is missing');
  const bounds = roi.floats();
  const half = bounds.length / 2;
  return spread(
    X.rank,
    axes,
    bounds.slice(0, half).map((start, i) => (bounds[i + half] ?? 1) - start),
    'roi',
  );
}

function openAxes(X: Operand, axes: readonly bigint[] | undefined, why: string): readonly Dim[] {
  const named = axes === undefined ? undefined : axesOf(axes, X.rank);
  return X.shape.map((d, i) => (named === undefined || named.includes(i) ? unknown(why) : d));
}

function bySizes(X: Operand, sizes: Shape, { axes, keep_aspect_ratio_policy }: ResizeAttributes): readonly Dim[] {
  if (isUnknown(sizes)) return openAxes(X, axes, sizes.why);
  const wanted = spread(X.rank, axes, sizes, 'sizes');
  if (keep_aspect_ratio_policy === 'stretch') return X.shape.map((d, i) => wanted[i] ?? d);
  const ratios = X.shape.flatMap((d, i) => {
    const to = wanted[i];
    if (to === undefined) return [];
    if (!isKnown(d) || !isKnown(to)) throw new Undetermined(`the aspect ratio of ${formatShape(X.shape)} is not known`);
    return [Math.fround(Number(to) / Number(d))];
  });
  const ratio = keep_aspect_ratio_policy === 'not_larger' ? Math.min(...ratios) : Math.max(...ratios);
  return X.shape.map((d, i) =>
    wanted[i] === undefined || !isKnown(d) ? d : BigInt(Math.round(Math.fround(ratio * Number(d)))),
  );
}

/** Neighbours along each resized axis by mode; `nearest` moves elements and computes nothing. */
export const neighbours: Readonly<Record<string, number>> = {
  nearest: 1,
  linear: 2,
  bilinear: 2,
  cubic: 4,
  bicubic: 4,
};

export function neighboursOf(mode: string): number {
  const taps = Object.hasOwn(neighbours, mode) ? neighbours[mode] : undefined;
  if (taps === undefined) throw new Mismatch(`the mode is ${JSON.stringify(mode)}; nearest, linear or cubic expected`);
  return taps;
}

/**
 * Each result is a weighted sum of t neighbours along every resized axis: Π t products and Π t − 1 additions. Where
 * symbols leave open whether an axis changes (`h // 8` against 16), the expression holds both answers.
 */
function interpolation(X: Operand, Y: Operand, mode: string, antialias: boolean): Work {
  const taps = neighboursOf(mode);
  if (taps === 1) return other(0n);
  let window: Dim = 1n;
  let none: Dim = 1n;
  for (const [i, d] of X.shape.entries()) {
    const to = Y.dim(i);
    const changed = changes(d, to);
    if (changed === 0n) continue;
    const along = antialias ? widened(taps, d, to) : BigInt(taps);
    window = mul(window, add(1n, mul(along - 1n, changed)));
    none = mul(none, sub(1n, changed));
  }
  // 2·window − 1 if an axis changes, else 0
  return other(mul(size(Y), sub(sub(mul(2n, window), 1n), none)));
}

/** 1 if an axis of `from` has another extent afterwards, else 0. */
function changes(from: Dim, to: Dim): Dim {
  const same = equal(from, to);
  if (same !== undefined) return same ? 0n : 1n;
  return isUnknown(from) || isUnknown(to) || drift(from, to) ? 1n : min(1n, max(sub(from, to), sub(to, from)));
}

const large = 2n ** 20n;

/**
 * Whether both grow with the same symbols, one half as fast again or more: `h // 16` and `h // 8` meet at the few
 * numbers where they are next to nothing, and an expression that says so would be read by nobody.
 */
function drift(from: Dim, to: Dim): boolean {
  const symbols = symbolsOf(from);
  if (symbols.length === 0 || symbols.join() !== symbolsOf(to).join()) return false;
  const far = new Map(symbols.map((name) => [name, large]));
  const [a, b] = [bind(from, far), bind(to, far)];
  return isKnown(a) && isKnown(b) && a > 0n && b > 0n && (2n * a >= 3n * b || 2n * b >= 3n * a);
}

/** An antialiasing filter is stretched by 1 / scale where the picture shrinks. */
function widened(taps: number, from: Dim, to: Dim): bigint {
  if (!isKnown(from) || !isKnown(to))
    throw new Undetermined('the width of the antialiasing filter depends on the scale');
  return to > 0n && from > to ? BigInt(Math.ceil((taps * Number(from)) / Number(to))) : BigInt(taps);
}

export const coordinates = {
  coordinate_transformation_mode: string('half_pixel'),
  cubic_coeff_a: float(-0.75),
  exclude_outside: int(0n),
  extrapolation_value: float(0),
  mode: string('nearest'),
  nearest_mode: string('round_prefer_floor'),
};
const plain: ResizeAttributes = {
  axes: undefined,
  keep_aspect_ratio_policy: 'stretch',
  coordinate_transformation_mode: '',
};

const resizeDoc =
  'Resamples to ⌊extent · scale⌋ or to the given sizes. Linear and cubic modes: each result is a weighted sum of 2 or 4 neighbours along every axis that changes, Π t products and Π t − 1 additions; nearest is free.';

export const resampling: readonly Operator[] = [
  operator({
    name: 'Upsample',
    revisions: [1],
    source: 'https://onnx.ai/onnx/operators/onnx__Upsample.html',
    doc: 'Enlarges `[N, C, H, W]` by two scales; the forerunner of Resize.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { height_scale: required(float()), width_scale: required(float()), mode: string('nearest') },
    shape: ({ X }, { height_scale, width_scale }) => {
      assertRank(X, 4);
      return { Y: [X.dim(0), X.dim(1), scaled(X.dim(2), height_scale), scaled(X.dim(3), width_scale)] };
    },
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    examples: [
      {
        given: { X: [1, 3, 'h', 4] },
        attributes: { height_scale: 2, width_scale: 1.5 },
        gives: { Y: [1, 3, '2*h', 6] },
      },
    ],
  }),
  operator({
    name: 'Upsample',
    revisions: [7],
    source: 'https://onnx.ai/onnx/operators/onnx__Upsample.html',
    doc: 'Resamples every axis to ⌊extent · scale⌋; the forerunner of Resize.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { scales: required(floats()), mode: string('nearest') },
    shape: ({ X }, { scales }) => {
      const factors = spread(X.rank, undefined, scales, 'scales');
      return { Y: X.shape.map((d, i) => scaled(d, factors[i] ?? 1)) };
    },
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    examples: [
      {
        given: { X: [1, 1, 2, 2] },
        attributes: { scales: [1, 1, 2, 3], mode: 'linear' },
        gives: { Y: [1, 1, 4, 6] },
        other: 168n, // 24 results · (2·2 products + 3 additions)
      },
    ],
  }),
  operator({
    name: 'Upsample',
    revisions: [9, 10],
    source: 'https://onnx.ai/onnx/operators/onnx__Upsample.html',
    doc: 'Resamples every axis to ⌊extent · scale⌋, the scales an input; the forerunner of Resize.',
    inputs: ['X', 'scales'],
    outputs: ['Y'],
    attributes: { mode: string('nearest') },
    shape: (inputs) => ({ Y: resized(inputs, plain) }),
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    roles: { scales: 'constant' },
    examples: [{ given: { X: [1, 1, 2, 2], scales: { shape: [4], value: [1, 1, 2, 3] } }, gives: { Y: [1, 1, 4, 6] } }],
  }),
  operator({
    name: 'Resize',
    revisions: [10],
    source: 'https://onnx.ai/onnx/operators/onnx__Resize.html',
    doc: 'Resamples every axis to ⌊extent · scale⌋.',
    inputs: ['X', 'scales'],
    outputs: ['Y'],
    attributes: { mode: string('nearest') },
    shape: (inputs) => ({ Y: resized(inputs, plain) }),
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    roles: { scales: 'constant' },
    examples: [
      { given: { X: [1, 1, 2, 4], scales: { shape: [4], value: [1, 1, 0.6, 0.6] } }, gives: { Y: [1, 1, 1, 2] } },
    ],
  }),
  operator({
    name: 'Resize',
    revisions: [11, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__Resize.html',
    doc: resizeDoc,
    inputs: ['X', 'roi?', 'scales?', 'sizes?'],
    outputs: ['Y'],
    attributes: coordinates,
    dtype: { Y: 'X' },
    shape: (inputs, { coordinate_transformation_mode }) => ({
      Y: resized(inputs, { ...plain, coordinate_transformation_mode }),
    }),
    work: ({ X }, { Y }, { mode }) => interpolation(X, Y, mode, false),
    roles: { roi: 'constant', scales: 'constant', sizes: 'constant' },
    examples: [
      {
        title: 'twice the size, symbolic',
        given: { X: [1, 64, 'h', 'w'], scales: { shape: [4], value: [1, 1, 2, 2] } },
        attributes: { mode: 'linear' },
        gives: { Y: [1, 64, '2*h', '2*w'] },
        other: '1792*h*w', // 64·2h·2w results · 7
      },
      {
        title: 'by a third, as a 32-bit float stores it',
        given: { X: ['h'], scales: { shape: [1], value: [0.3333333432674408] } },
        gives: { Y: ['h//3'] },
      },
      {
        title: 'to given sizes, empty scales ignored',
        given: {
          X: [1, 3, 20, 30],
          scales: { shape: [0], value: [] },
          sizes: { shape: [4], dtype: 'int64', value: [1, 3, 'h', 'w'] },
        },
        gives: { Y: [1, 3, 'h', 'w'] },
      },
      {
        title: 'cropped to half its height first',
        given: {
          X: [1, 1, 8, 8],
          roi: { shape: [8], value: [0, 0, 0.25, 0, 1, 1, 0.75, 1] },
          scales: { shape: [4], value: [1, 1, 2, 1] },
        },
        attributes: { coordinate_transformation_mode: 'tf_crop_and_resize' },
        gives: { Y: [1, 1, 8, 8] },
      },
    ],
  }),
  operator({
    name: 'Resize',
    revisions: [18, 19],
    source: 'https://onnx.ai/onnx/operators/onnx__Resize.html',
    doc: `${resizeDoc} Only the axes named change; \`keep_aspect_ratio_policy\` fits the sizes to one scale. Antialiasing widens the window by 1 / scale.`,
    inputs: ['X', 'roi?', 'scales?', 'sizes?'],
    outputs: ['Y'],
    attributes: { ...coordinates, antialias: int(0n), axes: ints(), keep_aspect_ratio_policy: string('stretch') },
    dtype: { Y: 'X' },
    shape: (inputs, a) => ({ Y: resized(inputs, a) }),
    work: ({ X }, { Y }, { mode, antialias }) => interpolation(X, Y, mode, antialias !== 0n),
    roles: { roi: 'constant', scales: 'constant', sizes: 'constant' },
    examples: [
      {
        title: 'two axes, cubic',
        given: { X: ['n', 3, 4, 4], sizes: { shape: [2], dtype: 'int64', value: [8, 6] } },
        attributes: { axes: [2, 3], mode: 'cubic' },
        gives: { Y: ['n', 3, 8, 6] },
        other: '4464*n', // 3·8·6 results · (16 products + 15 additions)
      },
      {
        title: 'no larger, the ratio kept',
        given: { X: [1, 1, 2, 4], sizes: { shape: [2], dtype: 'int64', value: [7, 8] } },
        attributes: { axes: [2, 3], keep_aspect_ratio_policy: 'not_larger' },
        gives: { Y: [1, 1, 4, 8] },
      },
      {
        title: 'antialiased to half',
        given: { X: [8], scales: { shape: [1], value: [0.5] } },
        attributes: { mode: 'linear', antialias: 1 },
        gives: { Y: [4] },
        other: 28n, // 4 results · (4 products + 3 additions)
      },
    ],
  }),
];
