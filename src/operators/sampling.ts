/** Values picked between the elements of a tensor: at points of a grid, in regions, and put back from where they came. */
import { add, type Dim, floorDiv, isUnknown, mul, product, type Shape, sub, unknown } from '../model/dim.ts';
import { extentsFrom } from './elements.ts';
import { assertEqual, assertRank, other, size } from './formulas.ts';
import {
  float,
  free,
  int,
  ints,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  string,
  type Work,
} from './operator.ts';
import { neighboursOf } from './resampling.ts';
import { padding, perAxis } from './windows.ts';

/** Per spatial axis: (in − 1)·stride − before − after + kernel; or as `output_shape` says. */
function unpooled(
  X: Operand,
  outputShape: Operand | undefined,
  a: {
    readonly kernel_shape: readonly bigint[];
    readonly pads?: readonly bigint[] | undefined;
    readonly strides?: readonly bigint[] | undefined;
  },
): Shape {
  if (outputShape !== undefined) {
    const said = extentsFrom(outputShape);
    return isUnknown(said) ? X.shape.map(() => unknown(said.why)) : said;
  }
  const n = X.rank - 2;
  if (a.kernel_shape.length !== n)
    throw new Mismatch(`kernel_shape has ${a.kernel_shape.length} numbers; ${n} expected`);
  const strides = perAxis('strides', a.strides, n);
  const pads = padding(a.pads, n);
  return X.shape.map((d, axis) => {
    const i = axis - 2;
    if (i < 0) return d;
    const margin = (pads[i] ?? 0n) + (pads[i + n] ?? 0n);
    return add(mul(sub(d, 1n), strides[i] ?? 1n), (a.kernel_shape[i] ?? 1n) - margin);
  });
}

function sampled(X: Operand, grid: Operand): readonly Dim[] {
  assertRank(grid, X.rank);
  assertEqual(grid.dim(-1), BigInt(X.rank - 2), (g, r) => `the grid holds ${g} coordinates a point; ${r} expected`);
  assertEqual(X.dim(0), grid.dim(0), (x, g) => `X has a batch of ${x}, the grid of ${g}`);
  return [...X.shape.slice(0, 2), ...grid.shape.slice(1, -1)];
}

function sampling(X: Operand, Y: Operand, mode: string): Work {
  const window = BigInt(neighboursOf(mode)) ** BigInt(X.rank - 2);
  return other(window === 1n ? 0n : mul(size(Y), 2n * window - 1n));
}

/** `[N, …space, k]` by the size asked for, of which theta `[N, k, k + 1]` tells the rank. */
function affineGrid(theta: Operand, sizes: Operand): Shape {
  assertRank(theta, 3);
  const wanted = extentsFrom(sizes);
  const rank = theta.dim(1);
  if (isUnknown(wanted)) {
    if (rank !== 2n && rank !== 3n) return wanted;
    return [theta.dim(0), ...Array.from({ length: Number(rank) }, () => wanted), rank];
  }
  const [batch, , ...space] = wanted;
  if (batch === undefined || (space.length !== 2 && space.length !== 3))
    throw new Mismatch(`size has ${wanted.length} numbers; 4 or 5 expected`);
  return [batch, ...space, BigInt(space.length)];
}

const regionDoc = 'For every region a grid of output cells';

export const samples: readonly Operator[] = [
  operator({
    name: 'GridSample',
    revisions: [16, 20, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__GridSample.html',
    doc: 'Samples X at the points of a grid: each result a weighted sum of 2 or 4 neighbours along every spatial axis; nearest is free.',
    inputs: ['X', 'grid'],
    outputs: ['Y'],
    attributes: { align_corners: int(0n), mode: string('linear'), padding_mode: string('zeros') },
    dtype: { Y: 'X' },
    shape: ({ X, grid }) => ({ Y: sampled(X, grid) }),
    work: ({ X }, { Y }, { mode }) => sampling(X, Y, mode),
    examples: [
      {
        given: { X: ['n', 16, 32, 32], grid: ['n', 8, 8, 2] },
        gives: { Y: ['n', 16, 8, 8] },
        other: '7168*n', // 16·8·8 results · 7
      },
    ],
  }),
  operator({
    name: 'AffineGrid',
    revisions: [20],
    source: 'https://onnx.ai/onnx/operators/onnx__AffineGrid.html',
    doc: 'Sampling points of an affine map over a plane or a space of the given size: a matrix product of θ, `[k, k + 1]`, with every point. MACs: |grid| · (k + 1).',
    inputs: ['theta', 'size'],
    outputs: ['grid'],
    attributes: { align_corners: int(0n) },
    dtype: { grid: 'theta' },
    shape: ({ theta, size: sizes }) => ({ grid: affineGrid(theta, sizes) }),
    work: (_, { grid }) => ({ macs: mul(size(grid), add(grid.dim(-1), 1n)), other: 0n }),
    roles: { size: 'constant' },
    examples: [
      {
        given: { theta: [2, 2, 3], size: { shape: [4], dtype: 'int64', value: [2, 3, 5, 6] } },
        gives: { grid: [2, 5, 6, 2] },
        macs: 360n, // 2·5·6·2 coordinates · 3
      },
    ],
  }),
  operator({
    name: 'RoiAlign',
    revisions: [10, 16, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__RoiAlign.html',
    doc: `${regionDoc}, each the mean (or maximum) of \`sampling_ratio\`² bilinear samples: 7 operations a sample and one to join it. With ratio 0 the size of a region decides how many samples there are, so the work is unknown.`,
    inputs: ['X', 'rois', 'batch_indices'],
    outputs: ['Y'],
    attributes: {
      coordinate_transformation_mode: string('half_pixel'),
      mode: string('avg'),
      output_height: int(1n),
      output_width: int(1n),
      sampling_ratio: int(0n),
      spatial_scale: float(1),
    },
    dtype: { Y: 'X' },
    shape: ({ X, rois }, { output_height, output_width }) => {
      assertRank(X, 4);
      assertRank(rois, 2);
      return { Y: [rois.dim(0), X.dim(1), output_height, output_width] };
    },
    work: (_, { Y }, { sampling_ratio: r }, call) =>
      other(
        r > 0n
          ? mul(size(Y), 8n * r * r)
          : unknown(`\`${call.label}\`: the size of a region decides how many samples it takes`),
      ),
    roles: { rois: 'constant', batch_indices: 'constant' },
    examples: [
      {
        given: { X: [1, 256, 50, 50], rois: ['k', 4], batch_indices: { shape: ['k'], dtype: 'int64' } },
        attributes: { output_height: 7, output_width: 7, sampling_ratio: 2 },
        gives: { Y: ['k', 256, 7, 7] },
        other: '401408*k', // 256·7·7 results · 4 samples · 8
      },
    ],
  }),
  operator({
    name: 'MaxRoiPool',
    revisions: [1, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__MaxRoiPool.html',
    doc: `${regionDoc}, each the largest element of its part of the region. The size of the region decides how many are compared, so the work is unknown.`,
    inputs: ['X', 'rois'],
    outputs: ['Y'],
    attributes: { pooled_shape: required(ints()), spatial_scale: float(1) },
    shape: ({ X, rois }, { pooled_shape }) => {
      assertRank(X, 4);
      assertRank(rois, 2);
      if (pooled_shape.length !== 2) throw new Mismatch(`pooled_shape has ${pooled_shape.length} numbers; 2 expected`);
      return { Y: [rois.dim(0), X.dim(1), ...pooled_shape] };
    },
    work: (_, __, ___, call) =>
      other(unknown(`\`${call.label}\`: the size of a region decides how many elements it compares`)),
    roles: { rois: 'constant' },
    examples: [
      {
        given: { X: [1, 256, 50, 50], rois: ['k', 5] },
        attributes: { pooled_shape: [7, 7] },
        gives: { Y: ['k', 256, 7, 7] },
        other: '?',
      },
    ],
  }),
  operator({
    name: 'MaxUnpool',
    revisions: [9, 11, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__MaxUnpool.html',
    doc: 'Puts every element back where a max pooling took it from, zero elsewhere: (in − 1)·stride − pads + kernel along each spatial axis, or the shape given.',
    inputs: ['X', 'I', 'output_shape?'],
    outputs: ['output'],
    attributes: { kernel_shape: required(ints()), pads: ints(), strides: ints() },
    shape: ({ X, output_shape }, a) => ({ output: unpooled(X, output_shape, a) }),
    work: free,
    roles: { output_shape: 'constant' },
    examples: [
      {
        given: { X: ['n', 8, 'h', 5], I: { shape: ['n', 8, 'h', 5], dtype: 'int64' } },
        attributes: { kernel_shape: [2, 2], strides: [2, 2] },
        gives: { output: ['n', 8, '2*h', 10] },
      },
    ],
  }),
  operator({
    name: 'Col2Im',
    revisions: [18],
    source: 'https://onnx.ai/onnx/operators/onnx__Col2Im.html',
    doc: 'Adds overlapping blocks up to a picture: `[N, C, …image]` from `[N, C·Π block, positions]`, one addition per element of the input.',
    inputs: ['input', 'image_shape', 'block_shape'],
    outputs: ['output'],
    attributes: { dilations: ints(), pads: ints(), strides: ints() },
    shape: ({ input, image_shape, block_shape }) => {
      assertRank(input, 3);
      const image = extentsFrom(image_shape);
      if (isUnknown(image)) return { output: image };
      const block = extentsFrom(block_shape);
      return { output: [input.dim(0), isUnknown(block) ? block : floorDiv(input.dim(1), product(block)), ...image] };
    },
    work: ({ input }) => other(size(input)),
    roles: { image_shape: 'constant', block_shape: 'constant' },
    examples: [
      {
        given: {
          input: ['n', 27, 16],
          image_shape: { shape: [2], dtype: 'int64', value: [6, 6] },
          block_shape: { shape: [2], dtype: 'int64', value: [3, 3] },
        },
        gives: { output: ['n', 3, 6, 6] },
        other: '432*n',
      },
    ],
  }),
];
