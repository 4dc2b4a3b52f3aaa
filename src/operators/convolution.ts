/** Filters that slide: convolution and its transpose. */
import { add, type Dim, min, mul, product, sub } from '../model/dim.ts';
import { agreed, assertEqual, assertRank, size } from './formulas.ts';
import { int, ints, Mismatch, type Operand, type Operator, operator, string } from './operator.ts';
import { padding, perAxis, type WindowAttributes, windows } from './windows.ts';

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
  operator({
    name: 'ConvTranspose',
    revisions: [1, 11, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__ConvTranspose.html',
    doc: 'Spreads each element of X over the output through the filters of W. MACs: |X| · (M / group) · K for W `[C, M / group, …K]`; other: one addition per output element when there is a bias.',
    inputs: ['X', 'W', 'B?'],
    outputs: ['Y'],
    attributes: { ...windowing, output_padding: ints(), output_shape: ints() },
    shape: ({ X, W }, a) => ({ Y: transposedShape(X, W, a) }),
    work: ({ X, W, B }, { Y }) => ({ macs: product([...X.shape, ...W.shape.slice(1)]), other: B ? size(Y) : 0n }),
    roles: { W: 'weight', B: 'weight' },
    examples: [
      {
        title: 'doubles the extents of a U-Net',
        given: { X: ['batch', 64, 16, 16], W: [64, 32, 2, 2], B: [32] },
        attributes: { strides: [2, 2] },
        gives: { Y: ['batch', 32, 32, 32] },
        macs: '2097152*batch', // 64·16·16 · 32·2·2
        other: '32768*batch', // 32·32·32
      },
      {
        title: 'grouped, with output padding: 2·(5 − 1) + 1 + 3 − 2 = 10',
        given: { X: [1, 8, 5], W: [8, 2, 3] },
        attributes: { strides: [2], pads: [1, 1], output_padding: [1], group: 4 },
        gives: { Y: [1, 8, 10] },
        macs: 240n, // 8·5 · 2·3
      },
      {
        title: 'padded to the input times the stride, but not by less than nothing: 2·(8 − 1) + 1',
        given: { X: [1, 1, 8, 8], W: [1, 1, 3, 1] },
        attributes: { strides: [2, 2], auto_pad: 'SAME_UPPER' },
        gives: { Y: [1, 1, 16, 15] },
        macs: 192n, // 64 · 3
      },
      {
        title: 'the output shape is given',
        given: { X: [1, 1, 3, 3], W: [1, 2, 3, 3] },
        attributes: { strides: [3, 2], output_shape: [10, 8] },
        gives: { Y: [1, 2, 10, 8] },
        macs: 162n, // 9 · 2·9
      },
    ],
  }),
  operator({
    name: 'DeformConv',
    revisions: [19, 22],
    source: 'https://onnx.ai/onnx/operators/onnx__DeformConv.html',
    doc: 'A convolution that reads X at places moved by learned offsets. MACs: |Y| · (C / group) · K. Other: each of the N·C·K·positions samples blends the 2ⁿ corners around it over n spatial axes, 2ⁿ products and 2ⁿ − 1 sums; one product more with a mask; one addition per output element with a bias.',
    inputs: ['X', 'W', 'offset', 'B?', 'mask?'],
    outputs: ['Y'],
    attributes: { ...windowing, offset_group: int(1n) },
    shape: ({ X, W }, a) => ({ Y: convShape(X, W, a) }),
    work: ({ X, W, B, mask }, { Y }) => {
      const corners = 2n ** BigInt(Math.min(X.rank - 2, 16));
      const samples = product([X.dim(0), X.dim(1), ...W.shape.slice(2), ...Y.shape.slice(2)]);
      const blending = mul(samples, 2n * corners - 1n + (mask ? 1n : 0n));
      return { macs: convMacs(Y, W), other: add(blending, B ? size(Y) : 0n) };
    },
    roles: { W: 'weight', B: 'weight' },
    examples: [
      {
        given: { X: [1, 2, 5, 5], W: [4, 2, 3, 3], offset: [1, 18, 3, 3], B: [4] },
        gives: { Y: [1, 4, 3, 3] },
        macs: 648n, // 36 · 2·9
        other: 1170n, // 2·9·9 samples · 7 + 36
      },
    ],
  }),
  operator({
    name: 'CausalConvWithState',
    revisions: [27],
    source: 'https://onnx.ai/onnx/operators/onnx__CausalConvWithState.html',
    doc: 'A depthwise convolution along time that sees only the past, whose last k − 1 samples it carries on. MACs: |output| · k; other: one addition per element with a bias, two operations (sigmoid, product) with `silu`.',
    inputs: ['input', 'weight', 'bias?', 'past_state?'],
    outputs: ['output', 'present_state'],
    attributes: { activation: string('none') },
    shape: ({ input, weight }) => {
      assertRank(input, 3);
      assertRank(weight, 3);
      return { output: input.shape, present_state: [...input.shape.slice(0, 2), sub(weight.dim(2), 1n)] };
    },
    work: ({ input, weight, bias }, _, a) => ({
      macs: mul(size(input), weight.dim(2)),
      other: mul(size(input), (bias ? 1n : 0n) + (a.activation === 'none' ? 0n : 2n)),
    }),
    roles: { weight: 'weight', bias: 'weight' },
    examples: [
      {
        given: { input: [1, 6, 't'], weight: [6, 1, 4] },
        attributes: { activation: 'silu' },
        gives: { output: [1, 6, 't'], present_state: [1, 6, 3] },
        macs: '24*t', // 6·4
        other: '12*t',
      },
    ],
  }),
];

interface TransposedAttributes extends ConvAttributes {
  readonly output_padding: readonly bigint[] | undefined;
  readonly output_shape: readonly bigint[] | undefined;
}

/** `[N, M, …]` with extents stride·(in − 1) + output padding + ((k − 1)·dilation + 1) − padding; SAME: in·stride, less where the window is shorter than its stride. */
export function transposedShape(X: Operand, W: Operand, a: TransposedAttributes): readonly Dim[] {
  if (X.rank < 2) throw new Mismatch(`\`${X.name}\` has ${X.rank} axes; [N, C, …spatial] expected`);
  assertRank(W, X.rank);
  assertEqual(X.dim(1), W.dim(0), (x, w) => `\`${X.name}\` has ${x} channels, \`${W.name}\` expects ${w}`);
  const n = X.rank - 2;
  const kernel = kernelOf(W, a);
  const strides = perAxis('strides', a.strides, n);
  const dilations = perAxis('dilations', a.dilations, n);
  const explicit = a.auto_pad === 'NOTSET' || a.auto_pad === '';
  const pads = padding(explicit ? a.pads : undefined, n);
  const given = a.output_shape?.slice(-n);
  const spatial = X.shape.slice(2).map((d, i) => {
    const stride = strides[i] ?? 1n;
    if (given !== undefined && given.length === n) return given[i] ?? d;
    const reach = add(mul(sub(kernel[i] ?? 1n, 1n), dilations[i] ?? 1n), 1n + (a.output_padding?.[i] ?? 0n));
    // Padding cannot be negative: a window shorter than its stride leaves the last stride unfilled.
    if (a.auto_pad.startsWith('SAME_')) return add(mul(sub(d, 1n), stride), min(reach, stride));
    return sub(add(mul(sub(d, 1n), stride), reach), (pads[i] ?? 0n) + (pads[i + n] ?? 0n));
  });
  return [X.dim(0), mul(W.dim(1), a.group), ...spatial];
}
