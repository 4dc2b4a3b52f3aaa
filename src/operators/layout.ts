/** The same elements in another order, or repeated: Transpose, Expand, Tile, blocks between space and channels. */
import { type Dim, floorDiv, isKnown, isUnknown, mul, type Shape, unknown } from '../model/dim.ts';
import type { Scalar } from '../model/model.ts';
import { axesOf, maxRank } from './axes.ts';
import { block, elementAt, extentsFrom, filled } from './elements.ts';
import { assertRank, axisOf, bounded, broadcast } from './formulas.ts';
import { free, int, ints, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';

/** The order of axes Transpose puts them in: given, or reversed. */
function permutation(rank: number, perm: readonly bigint[] | undefined): readonly number[] {
  if (perm === undefined || (perm.length === 0 && rank !== 0))
    return Array.from({ length: rank }, (_, i) => rank - 1 - i);
  if (perm.length !== rank) throw new Mismatch(`perm has ${perm.length} numbers; ${rank} expected, one an axis`);
  return axesOf(perm, rank);
}

function transposed(data: Operand, perm: readonly bigint[] | undefined): readonly Scalar[] | undefined {
  const known = block(data);
  if (known === undefined) return undefined;
  const order = permutation(data.rank, perm);
  const shape = order.map((axis) => data.dim(axis));
  const source = known.extents.map((_, axis) => order.indexOf(axis));
  return filled(shape, (index) =>
    elementAt(
      known,
      source.map((i) => index[i] ?? 0),
    ),
  );
}

/** The shape both broadcast to. Where the shape asked for is unknown but its rank is not, so is the result's. */
function expanded(input: Operand, shape: Operand): Shape {
  const asked = extentsFrom(shape);
  if (isUnknown(asked)) return asked;
  if (asked.length > maxRank) throw new Mismatch(`a shape of ${asked.length} axes is asked for`);
  return broadcast(input.shape, asked);
}

/** Each output element is the input's at the index modulo the input's extents: Expand and Tile alike. */
function repeated(input: Operand, shape: Shape): readonly Scalar[] | undefined {
  const known = block(input);
  if (known === undefined || isUnknown(shape)) return undefined;
  const lead = shape.length - known.extents.length;
  return filled(shape, (index) =>
    elementAt(
      known,
      known.extents.map((extent, axis) => (index[axis + lead] ?? 0) % extent),
    ),
  );
}

function tiled(input: Operand, repeats: Shape): Shape {
  if (isUnknown(repeats)) return input.shape.map(() => unknown(repeats.why));
  if (repeats.length !== input.rank)
    throw new Mismatch(`repeats has ${repeats.length} numbers; ${input.rank} expected, one an axis`);
  return input.shape.map((d, i) => mul(d, repeats[i] ?? 1n));
}

/** `[N, C, H, W]` to `[N, C·factor, H / block, W / block]`, or back. */
function blocks(input: Operand, size: bigint, direction: 'to depth' | 'to space'): readonly Dim[] {
  assertRank(input, 4);
  const b = BigInt(bounded(size, 'blocksize', 1, 2 ** 20));
  const [n, c, h, w] = [0, 1, 2, 3].map((axis) => input.dim(axis)) as [Dim, Dim, Dim, Dim];
  const shrunk = (d: Dim, by: bigint, what: string): Dim => {
    if (isKnown(d) && d % by !== 0n) throw new Mismatch(`${what} is ${d}; a multiple of ${by} expected`);
    return floorDiv(d, by);
  };
  return direction === 'to space'
    ? [n, shrunk(c, b * b, 'the channels'), mul(h, b), mul(w, b)]
    : [n, mul(c, b * b), shrunk(h, b, 'the height'), shrunk(w, b, 'the width')];
}

export const layout: readonly Operator[] = [
  operator({
    name: 'Transpose',
    revisions: [1, 13, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Transpose.html',
    doc: 'Puts the axes in the order of `perm`, reversed when it is absent.',
    inputs: ['data'],
    outputs: ['transposed'],
    attributes: { perm: ints() },
    shape: ({ data }, { perm }) => ({ transposed: permutation(data.rank, perm).map((axis) => data.dim(axis)) }),
    value: ({ data }, { perm }) => ({ transposed: transposed(data, perm) }),
    work: free,
    roles: { data: 'carried' },
    examples: [
      {
        given: { data: ['b', 's', 12, 64] },
        attributes: { perm: [0, 2, 1, 3] },
        gives: { transposed: ['b', 12, 's', 64] },
      },
      {
        title: 'a known value',
        given: { data: { shape: [2, 3], dtype: 'int64', value: [1, 2, 3, 4, 5, 6] } },
        gives: { transposed: { shape: [3, 2], value: [1, 4, 2, 5, 3, 6] } },
      },
    ],
  }),
  operator({
    name: 'Expand',
    revisions: [8, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__Expand.html',
    doc: 'Broadcasts the input with the shape asked for, both ways.',
    inputs: ['input', 'shape'],
    outputs: ['output'],
    shape: ({ input, shape }) => ({ output: expanded(input, shape) }),
    value: ({ input, shape }) => ({ output: repeated(input, expanded(input, shape)) }),
    work: free,
    roles: { input: 'carried', shape: 'constant' },
    examples: [
      {
        given: { input: [1, 1, 768], shape: { shape: [3], dtype: 'int64', value: ['batch', 1, 1] } },
        gives: { output: ['batch', 1, 768] },
      },
      {
        title: 'a known value',
        given: {
          input: { shape: [2, 1], dtype: 'int64', value: [7, 8] },
          shape: { shape: [2], dtype: 'int64', value: [1, 2] },
        },
        gives: { output: { shape: [2, 2], value: [7, 7, 8, 8] } },
      },
    ],
  }),
  operator({
    name: 'Tile',
    revisions: [1],
    source: 'https://onnx.ai/onnx/operators/onnx__Tile.html',
    doc: 'Repeats the input `tiles` times along one axis.',
    inputs: ['input', 'tiles', 'axis'],
    outputs: ['output'],
    shape: ({ input, tiles, axis }) => {
      const [at = 0n] = axis.ints();
      const along = axisOf(at, input.rank);
      return { output: input.shape.map((d, i) => (i === along ? mul(d, tiles.dims()[0] ?? 1n) : d)) };
    },
    work: free,
    roles: { input: 'carried', tiles: 'constant', axis: 'constant' },
    examples: [
      {
        given: {
          input: [2, 3],
          tiles: { shape: [], dtype: 'int64', value: [4] },
          axis: { shape: [], dtype: 'int64', value: [1] },
        },
        gives: { output: [2, 12] },
      },
    ],
  }),
  operator({
    name: 'Tile',
    revisions: [6, 13],
    source: 'https://onnx.ai/onnx/operators/onnx__Tile.html',
    doc: 'Repeats the input along every axis, as often as `repeats` says.',
    inputs: ['input', 'repeats'],
    outputs: ['output'],
    shape: ({ input, repeats }) => ({ output: tiled(input, extentsFrom(repeats)) }),
    value: ({ input, repeats }) => ({ output: repeated(input, tiled(input, extentsFrom(repeats))) }),
    work: free,
    roles: { input: 'carried', repeats: 'constant' },
    examples: [
      {
        given: { input: ['n', 3], repeats: { shape: [2], dtype: 'int64', value: [2, 'k'] } },
        gives: { output: ['2*n', '3*k'] },
      },
    ],
  }),
  operator({
    name: 'DepthToSpace',
    revisions: [1, 11, 13, 28],
    source: 'https://onnx.ai/onnx/operators/onnx__DepthToSpace.html',
    doc: 'Moves blocks of channels into space: `[N, C / b², H·b, W·b]`.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { blocksize: required(int()), mode: string('DCR') },
    shape: ({ input }, { blocksize }) => ({ output: blocks(input, blocksize, 'to space') }),
    work: free,
    roles: { input: 'carried' },
    examples: [
      { given: { input: [1, 12, 'h', 5] }, attributes: { blocksize: 2 }, gives: { output: [1, 3, '2*h', 10] } },
    ],
  }),
  operator({
    name: 'SpaceToDepth',
    revisions: [1, 13, 28],
    source: 'https://onnx.ai/onnx/operators/onnx__SpaceToDepth.html',
    doc: 'Moves blocks of space into channels: `[N, C·b², H / b, W / b]`.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { blocksize: required(int()), mode: string('DCR') },
    shape: ({ input }, { blocksize }) => ({ output: blocks(input, blocksize, 'to depth') }),
    work: free,
    roles: { input: 'carried' },
    examples: [
      { given: { input: [1, 3, 640, 640] }, attributes: { blocksize: 2 }, gives: { output: [1, 12, 320, 320] } },
    ],
  }),
];
