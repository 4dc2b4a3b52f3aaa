/** Centring and scaling. A normalization is 5 operations per element: sum, difference, square, sum, product. */
import { add, type Dim, mul, product, sum } from '../model/dim.ts';
import { type DType, dtypeOf } from '../model/dtype.ts';
import { agreed, assertEqual, axisOf, broadcast, other, size } from './formulas.ts';
import { type Call, float, int, ints, Mismatch, type Operand, type Operator, operator, required } from './operator.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

/** Channels of `[N, C, …]`; a vector counts as one channel, as older operator sets have it. */
function channels(X: Operand): Dim {
  return X.rank < 2 ? 1n : X.dim(1);
}

function assertPerChannel(X: Operand, ...vectors: readonly (Operand | undefined)[]): void {
  for (const v of vectors)
    if (v?.rank === 1)
      assertEqual(
        channels(X),
        v.dim(0),
        (c, n) => `\`${X.name}\` has ${c} channels, \`${v.name}\` ${n} elements; channels come second, before space`,
      );
}

/** Training mode: by attribute from operator set 14 on, by its extra outputs before. */
function trains(a: { readonly training_mode: bigint }, call: Call): boolean {
  return call.opset >= 14n ? a.training_mode !== 0n : call.outputs.slice(1).some((name) => name !== '');
}

/** 5 operations an element, one more for each of scale and bias, and 5 a row: two quotients, ε added, root, reciprocal. */
export function normalizing(elements: Dim, rows: Dim, affine: bigint): Dim {
  return add(mul(elements, 5n + affine), mul(rows, 5n));
}

/** By the root mean square: square, sum, product; scale; and 4 a row: quotient, ε added, root, reciprocal. */
export function rmsNormalizing(elements: Dim, rows: Dim, affine: bigint): Dim {
  return add(mul(elements, 3n + affine), mul(rows, 4n));
}

/** Extents before `axis`, ones from it on: the shape of one number per row. */
export function rowShape(X: Operand, axis: bigint): readonly Dim[] {
  const at = axisOf(axis, X.rank);
  return X.shape.map((d, i) => (i < at ? d : 1n));
}

/** Throws Mismatch unless the scale lies on the normalized axes. */
export function assertScale(X: Operand, scale: Operand, axis: bigint): void {
  const normalized = X.shape.slice(axisOf(axis, X.rank));
  const together = broadcast(normalized, scale.shape);
  if (together.length > X.rank) throw new Mismatch(`\`${scale.name}\` has more axes than \`${X.name}\``);
  normalized.forEach((d, i) => {
    const s = scale.shape.at(i - normalized.length) ?? 1n;
    if (s !== 1n) agreed(d, s, (x, y) => `\`${X.name}\` has ${x} elements a row, \`${scale.name}\` ${y}`);
  });
}

const stash = (a: { readonly stash_type: bigint }): DType | null => dtypeOf(a.stash_type);

export const normalization: readonly Operator[] = [
  operator({
    name: 'BatchNormalization',
    revisions: [1, 6, 7, 9, 14, 15],
    source: page('BatchNormalization'),
    doc: 'Normalizes each channel by stored statistics, which fold into one product and one sum: 2 operations per element. In training mode by the statistics of the batch: 7 per element, and per channel 5 for the statistics and 6 to carry them on.',
    inputs: ['X', 'scale', 'B', 'input_mean', 'input_var'],
    outputs: ['Y', 'running_mean?', 'running_var?', 'saved_mean?', 'saved_var?'],
    attributes: {
      epsilon: float(1e-5),
      momentum: float(0.9),
      training_mode: int(0n),
      is_test: int(0n),
      spatial: int(1n),
    },
    dtype: {
      running_mean: 'input_mean',
      running_var: 'input_var',
      saved_mean: 'input_mean',
      saved_var: 'input_var',
    },
    shape: ({ X, scale, B, input_mean, input_var }) => {
      assertPerChannel(X, scale, B, input_mean, input_var);
      const { shape } = input_mean;
      return { Y: X.shape, running_mean: shape, running_var: shape, saved_mean: shape, saved_var: shape };
    },
    work: ({ X }, _, a, call) =>
      other(trains(a, call) ? add(normalizing(size(X), channels(X), 2n), mul(channels(X), 6n)) : mul(size(X), 2n)),
    roles: { scale: 'weight', B: 'weight', input_mean: 'statistic', input_var: 'statistic' },
    examples: [
      {
        given: { X: ['batch', 64, 56, 56], scale: [64], B: [64], input_mean: [64], input_var: [64] },
        gives: { Y: ['batch', 64, 56, 56] },
        other: '401408*batch', // 2·64·56·56
      },
      {
        title: 'in training mode',
        given: { X: [2, 4, 5], scale: [4], B: [4], input_mean: [4], input_var: [4] },
        attributes: { training_mode: 1 },
        gives: { Y: [2, 4, 5], running_mean: [4], running_var: [4] },
        other: 324n, // 7·40 + 5·4 + 6·4
      },
    ],
  }),
  operator({
    name: 'InstanceNormalization',
    revisions: [1, 6, 22],
    source: page('InstanceNormalization'),
    doc: 'Normalizes each channel of each sample over space: 7 operations per element with scale and bias, 5 per channel and sample.',
    inputs: ['input', 'scale', 'B'],
    outputs: ['output'],
    attributes: { epsilon: float(1e-5) },
    shape: ({ input, scale, B }) => {
      assertPerChannel(input, scale, B);
      return { output: input.shape };
    },
    work: ({ input }) => other(normalizing(size(input), product(input.shape.slice(0, 2)), 2n)),
    roles: { scale: 'weight', B: 'weight' },
    examples: [
      { given: { input: [2, 3, 8], scale: [3], B: [3] }, gives: { output: [2, 3, 8] }, other: 366n }, // 7·48 + 5·6
    ],
  }),
  operator({
    name: 'LayerNormalization',
    // 1: onnxruntime registers it in the default domain from the start, and older exports use it there.
    revisions: [1, 17],
    source: page('LayerNormalization'),
    doc: 'Normalizes rows, all axes from one on: 5 operations per element, one more each for scale and bias, 5 per row.',
    inputs: ['X', 'Scale', 'B?'],
    outputs: ['Y', 'Mean?', 'InvStdDev?'],
    attributes: { axis: int(-1n), epsilon: float(1e-5), stash_type: int(1n) },
    // onnxruntime lets the scale have another element type, and gives the result that one.
    dtype: ({ Scale }, a) => ({ Y: Scale.dtype, Mean: stash(a), InvStdDev: stash(a) }),
    shape: ({ X, Scale }, a) => {
      assertScale(X, Scale, a.axis);
      return { Y: X.shape, Mean: rowShape(X, a.axis), InvStdDev: rowShape(X, a.axis) };
    },
    work: ({ X, B }, _, a) => other(normalizing(size(X), size(rowShape(X, a.axis)), B ? 2n : 1n)),
    roles: { Scale: 'weight', B: 'weight' },
    examples: [
      {
        given: { X: ['batch', 's', 768], Scale: [768], B: [768] },
        gives: { Y: ['batch', 's', 768], Mean: ['batch', 's', 1] },
        other: '5381*batch*s', // 7·768 + 5
      },
    ],
  }),
  operator({
    name: 'RMSNormalization',
    revisions: [23],
    source: page('RMSNormalization'),
    doc: 'Scales rows by their root mean square: 4 operations per element with the scale, 4 per row.',
    inputs: ['X', 'scale'],
    outputs: ['Y'],
    attributes: { axis: int(-1n), epsilon: float(1e-5), stash_type: int(1n) },
    dtype: { Y: 'scale' },
    shape: ({ X, scale }, a) => {
      assertScale(X, scale, a.axis);
      return { Y: X.shape };
    },
    work: ({ X }, _, a) => other(rmsNormalizing(size(X), size(rowShape(X, a.axis)), 1n)),
    roles: { scale: 'weight' },
    examples: [{ given: { X: [2, 5, 8], scale: [8] }, gives: { Y: [2, 5, 8] }, other: 360n }], // 4·80 + 4·10
  }),
  operator({
    name: 'GroupNormalization',
    revisions: [18, 21],
    source: page('GroupNormalization'),
    doc: 'Normalizes groups of channels of each sample: 7 operations per element with scale and bias, 5 per group and sample.',
    inputs: ['X', 'scale', 'bias'],
    outputs: ['Y'],
    attributes: { epsilon: float(1e-5), num_groups: required(int()), stash_type: int(1n) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(normalizing(size(X), mul(X.dim(0), a.num_groups), 2n)),
    roles: { scale: 'weight', bias: 'weight' },
    examples: [
      {
        given: { X: [1, 8, 10, 10], scale: [8], bias: [8] },
        attributes: { num_groups: 2 },
        gives: { Y: [1, 8, 10, 10] },
        other: 5610n, // 7·800 + 5·2
      },
    ],
  }),
  operator({
    name: 'LRN',
    revisions: [1, 13],
    source: page('LRN'),
    doc: 'Divides by a power of the sum of squares over neighbouring channels: per element a square, size − 1 additions, product, sum, power, quotient.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { alpha: float(0.0001), beta: float(0.75), bias: float(1), size: required(int()) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(mul(size(X), a.size + 4n)),
    examples: [
      { given: { X: [1, 96, 4, 4] }, attributes: { size: 5 }, gives: { Y: [1, 96, 4, 4] }, other: 13_824n }, // 1536·9
    ],
  }),
  operator({
    name: 'MeanVarianceNormalization',
    revisions: [9, 13],
    source: page('MeanVarianceNormalization'),
    doc: 'Centres and scales over some axes: 5 operations per element and 5 per group.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { axes: ints([0n, 2n, 3n]) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => {
      const over = new Set(a.axes.map((axis) => axisOf(axis, X.rank)));
      return other(normalizing(size(X), product(X.shape.filter((_d, i) => !over.has(i))), 0n));
    },
    examples: [{ given: { X: [2, 3, 4, 5] }, gives: { Y: [2, 3, 4, 5] }, other: 615n }], // 5·120 + 5·3
  }),
  operator({
    name: 'LpNormalization',
    revisions: [1, 22],
    source: page('LpNormalization'),
    doc: 'Divides by the 1-norm or 2-norm along an axis: magnitude or square, sum, quotient, 3 operations per element; with the 2-norm a root per row.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { axis: int(-1n), p: int(2n) },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }, _, a) => {
      const at = axisOf(a.axis, input.rank);
      const rows = product(input.shape.filter((_d, i) => i !== at));
      return other(sum([mul(size(input), 3n), a.p === 2n ? rows : 0n]));
    },
    examples: [{ given: { input: [4, 10] }, gives: { output: [4, 10] }, other: 124n }], // 3·40 + 4
  }),
];
