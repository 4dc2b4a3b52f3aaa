/** Filters that slide: convolution and its transpose. */
import { type Dim, mul, product } from '../model/dim.ts';
import { agreed, assertEqual, assertRank, size } from './formulas.ts';
import { int, ints, Mismatch, type Operand, type Operator, operator, string } from './operator.ts';
import { type WindowAttributes, windows } from './windows.ts';

export const windowing = {
  auto_pad: string('NOTSET'),
  dilations: ints(),
  group: int(1n),
  kernel_shape: ints(),
  pads: ints(),
  strides: ints(),
};

interface ConvAttributes extends WindowAttributes {
  readonly group: bigint;
  readonly kernel_shape: readonly bigint[] | undefined;
}

/** `[N, M, …positions]` from X `[N, C, …spatial]` and W `[M, C / group, …kernel]`. */
export function convShape(X: Operand, W: Operand, a: ConvAttributes): readonly Dim[] {
  if (X.rank < 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; [N, C, …spatial] expected`);
  assertRank(W, X.rank);
  assertEqual(
    X.dim(1),
    mul(W.dim(1), a.group),
    (x, w) =>
      `\`${X.name}\` has ${x} channels, \`${W.name}\` expects ${w} (group ${a.group}); X is [N, C, …spatial], channels before space`,
  );
  return [X.dim(0), W.dim(0), ...windows(X.shape.slice(2), kernelOf(W, a), a)];
}

/** The kernel's extents: those of W, which the attribute may only repeat. */
export function kernelOf(W: Operand, a: ConvAttributes): readonly Dim[] {
  const stored = W.shape.slice(2);
  const said = a.kernel_shape;
  if (said === undefined || said.length === 0) return stored;
  if (said.length !== stored.length)
    throw new Mismatch(`kernel_shape has ${said.length} numbers, \`${W.name}\` ${stored.length} spatial axes`);
  return stored.map((d, i) => agreed(d, said[i] ?? d, (w, k) => `kernel_shape says ${k} where \`${W.name}\` has ${w}`));
}

/** |Y| · (C / group) · K: one multiply-accumulate for each output element and each weight of its filter. */
export function convMacs(Y: Operand, W: Operand): Dim {
  return product([...Y.shape, ...W.shape.slice(1)]);
}

export const convolution: readonly Operator[] = [
  operator({
    name: 'Conv',
    revisions: [1, 11, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__Conv.html',
    doc: 'Slides each filter of W over the spatial axes of X. MACs: |Y| · (C / group) · K; other: one addition per output element when there is a bias.',
    inputs: ['X', 'W', 'B?'],
    outputs: ['Y'],
    attributes: windowing,
    shape: ({ X, W }, a) => ({ Y: convShape(X, W, a) }),
    work: ({ W, B }, { Y }) => ({ macs: convMacs(Y, W), other: B ? size(Y) : 0n }),
    roles: { W: 'weight', B: 'weight' },
    examples: [
      {
        title: 'the first layer of ResNet',
        given: { X: [1, 3, 224, 224], W: [64, 3, 7, 7] },
        attributes: { strides: [2, 2], pads: [3, 3, 3, 3] },
        gives: { Y: [1, 64, 112, 112] },
        macs: 118_013_952n, // 1·64·112·112 · 3·7·7
      },
      {
        title: 'depthwise, with a bias and a symbolic batch',
        given: { X: ['batch', 32, 56, 56], W: [32, 1, 3, 3], B: [32] },
        attributes: { group: 32, auto_pad: 'SAME_UPPER', strides: [2, 2] },
        gives: { Y: ['batch', 32, 28, 28] },
        macs: '225792*batch', // 32·28·28 · 1·3·3
        other: '25088*batch', // 32·28·28
      },
      {
        title: 'dilated, over symbolic samples',
        given: { X: [1, 16, 't'], W: [16, 16, 2] },
        attributes: { dilations: [4] },
        gives: { Y: [1, 16, 't - 4'] },
        macs: '512*t - 2048', // 16·(t − 4) · 16·2
      },
    ],
  }),
];
