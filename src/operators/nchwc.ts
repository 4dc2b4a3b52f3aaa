/**
 * The layout onnxruntime saves for one machine: channels padded to blocks of 8 or 16 and split by them, in a domain of
 * its own. Shapes are as if the blocks were not split. Its Conv is in fused.ts.
 */
import { type Dim, mul, product, unknown } from '../model/dim.ts';
import { assertRank, other, size } from './formulas.ts';
import { free, int, ints, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';
import { globalShape, poolShape } from './pooling.ts';

const domain = 'com.microsoft.nchwc';
const source =
  'https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/nchwc_schema_defs.cc';

const windowing = {
  auto_pad: string('NOTSET'),
  ceil_mode: int(0n),
  count_include_pad: int(0n),
  dilations: ints(),
  kernel_shape: required(ints()),
  pads: ints(),
  storage_order: int(0n),
  strides: ints(),
};

/** `[N, C, H, W]` from that, or from `[N, H, W, C]`. */
function channelsFirst(X: Operand, last: bigint): readonly Dim[] {
  assertRank(X, 4);
  return last === 0n ? X.shape : [X.dim(0), X.dim(3), X.dim(1), X.dim(2)];
}

/** MlasNchwcGetBlockSize answers 16 or 8. */
function isWhole(channels: Dim): boolean {
  return typeof channels === 'bigint' && channels % 16n === 0n;
}

export const nchwc: readonly Operator[] = [
  ...(['MaxPool', 'AveragePool'] as const).map((name) =>
    operator({
      name,
      domain,
      revisions: [1],
      source,
      doc: `${name} over blocked channels: K operations per output element of windows of K.`,
      inputs: ['X'],
      outputs: ['Y'],
      attributes: windowing,
      shape: ({ X }, a) => ({ Y: poolShape(X, a) }),
      work: (_, { Y }, a) => other(mul(size(Y), product(a.kernel_shape))),
      examples: [
        {
          given: { X: ['n', 8, 6, 6] },
          attributes: { kernel_shape: [2, 2], strides: [2, 2] },
          gives: { Y: ['n', 8, 3, 3] },
          other: '288*n', // 72 · 4
        },
      ],
    }),
  ),
  ...(['GlobalMaxPool', 'GlobalAveragePool'] as const).map((name) =>
    operator({
      name,
      domain,
      revisions: [1],
      source,
      doc: `${name} over blocked channels: one operation per input element.`,
      inputs: ['X'],
      outputs: ['Y'],
      shape: ({ X }) => ({ Y: globalShape(X) }),
      work: ({ X }) => other(size(X)),
      examples: [{ given: { X: ['n', 8, 6, 6] }, gives: { Y: ['n', 8, 1, 1] }, other: '288*n' }], // 8·36
    }),
  ),
  operator({
    name: 'ReorderInput',
    domain,
    revisions: [1],
    source,
    doc: 'Splits channels into blocks, padding the last. Blocks are of 16 channels at most: a multiple of 16 stays; otherwise the machine that made the file decides, and the extent is unknown here. Moves data; computes nothing.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { channels_last: int(0n) },
    shape: ({ X }, a, call) => {
      const [batch = 1n, channels = 1n, height = 1n, width = 1n] = channelsFirst(X, a.channels_last);
      const padded = unknown(`\`${call.label}\`: channels are padded to the block of the machine that made the file`);
      return { Y: [batch, isWhole(channels) ? channels : padded, height, width] };
    },
    work: free,
    examples: [
      { given: { X: [1, 6, 6, 5] }, attributes: { channels_last: 1 }, gives: { Y: [1, '?', 6, 6] } },
      { title: 'whole blocks', given: { X: ['n', 48, 6, 6] }, gives: { Y: ['n', 48, 6, 6] } },
    ],
  }),
  operator({
    name: 'ReorderOutput',
    domain,
    revisions: [1],
    source,
    doc: 'Joins blocks of channels again, without their padding. Moves data; computes nothing.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { channels: required(int()), channels_last: int(0n) },
    shape: ({ X }, a) => {
      assertRank(X, 4);
      const [batch = 1n, , height = 1n, width = 1n] = X.shape;
      return { Y: a.channels_last === 0n ? [batch, a.channels, height, width] : [batch, height, width, a.channels] };
    },
    work: free,
    examples: [
      { given: { X: ['n', 16, 6, 6] }, attributes: { channels: 10 }, gives: { Y: ['n', 10, 6, 6] } },
      {
        title: 'channels last',
        given: { X: ['n', 16, 6, 6] },
        attributes: { channels: 10, channels_last: 1 },
        gives: { Y: ['n', 6, 6, 10] },
      },
    ],
  }),
  operator({
    name: 'Upsample',
    domain,
    revisions: [1],
    source,
    doc: 'Enlarges by whole factors over blocked channels: the nearest element is moved, computing nothing; a linear blend of 4 elements takes 4 products and 3 sums.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { coordinate_transformation_mode: string('asymmetric'), mode: string('nearest'), scales: ints() },
    shape: ({ X }, a) => {
      const scales = a.scales ?? X.shape.map(() => 1n);
      if (scales.length !== X.rank) throw new Mismatch(`scales has ${scales.length} numbers; ${X.rank} expected`);
      return { Y: X.shape.map((d, i) => mul(d, scales[i] ?? 1n)) };
    },
    work: (_, { Y }, a) => other(a.mode === 'nearest' ? 0n : mul(size(Y), 7n)),
    examples: [
      { given: { X: [1, 8, 3, 3] }, attributes: { scales: [1, 1, 2, 2] }, gives: { Y: [1, 8, 6, 6] } },
      {
        title: 'linear',
        given: { X: [1, 8, 3, 3] },
        attributes: { scales: [1, 1, 2, 2], mode: 'linear' },
        gives: { Y: [1, 8, 6, 6] },
        other: 2016n, // 288 · 7
      },
    ],
  }),
];
