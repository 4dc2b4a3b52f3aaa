/** How a window slides over spatial axes: what convolution and pooling share. */
import { add, ceilDiv, type Dim, floorDiv, isKnown, min, mul, sub } from '../model/dim.ts';
import { formatDim } from '../model/dim-text.ts';
import { Mismatch } from './operator.ts';

export interface WindowAttributes {
  readonly auto_pad: string;
  readonly dilations?: readonly bigint[] | undefined;
  readonly pads?: readonly bigint[] | undefined;
  readonly strides?: readonly bigint[] | undefined;
}

/** One axis of the walk: kernel extent with dilation, step, and padding before and after. */
interface Walk {
  readonly extent: Dim;
  readonly step: bigint;
  readonly before: bigint;
  readonly after: bigint;
}

/**
 * Positions of a window along each spatial axis: ⌊(in + before + after − ((k − 1)·dilation + 1)) / stride⌋ + 1, with
 * SAME ⌈in / stride⌉. `ceil` rounds up instead, but a window that would start in the padding after the input is left
 * out. https://onnx.ai/onnx/operators/onnx__AveragePool.html
 */
export function windows(
  spatial: readonly Dim[],
  kernel: readonly Dim[],
  a: WindowAttributes,
  rounding: 'floor' | 'ceil' = 'floor',
): readonly Dim[] {
  return walks(spatial, kernel, a).map((walk, i) => {
    const input = spatial[i] ?? 1n;
    if (a.auto_pad === 'SAME_UPPER' || a.auto_pad === 'SAME_LOWER') return ceilDiv(input, walk.step);
    const room = sub(add(input, walk.before + walk.after), walk.extent);
    if (isKnown(room) && room < 0n)
      throw new Mismatch(`a window of ${formatDim(walk.extent)} does not fit ${formatDim(input)} on spatial axis ${i}`);
    if (rounding === 'floor') return add(floorDiv(room, walk.step), 1n);
    return min(add(ceilDiv(room, walk.step), 1n), ceilDiv(add(input, walk.before), walk.step));
  });
}

function walks(spatial: readonly Dim[], kernel: readonly Dim[], a: WindowAttributes): readonly Walk[] {
  const n = spatial.length;
  if (kernel.length !== n) throw new Mismatch(`the window has ${kernel.length} spatial axes, the input ${n}`);
  const empty = kernel.find((k) => isKnown(k) && k < 1n);
  if (empty !== undefined) throw new Mismatch(`a window of ${formatDim(empty)} slides over nothing`);
  const strides = perAxis('strides', a.strides, n);
  const dilations = perAxis('dilations', a.dilations, n);
  const pads = a.auto_pad === 'NOTSET' || a.auto_pad === '' ? padding(a.pads, n) : padding(undefined, n);
  return kernel.map((k, i) => ({
    extent: add(mul(sub(k, 1n), dilations[i] ?? 1n), 1n),
    step: strides[i] ?? 1n,
    before: pads[i] ?? 0n,
    after: pads[i + n] ?? 0n,
  }));
}

/** One positive number per spatial axis; 1 for each when the attribute is absent. */
export function perAxis(name: string, values: readonly bigint[] | undefined, n: number): readonly bigint[] {
  const list = values === undefined || values.length === 0 ? Array.from({ length: n }, () => 1n) : values;
  if (list.length !== n) throw new Mismatch(`${name} has ${list.length} numbers; ${n} expected, one a spatial axis`);
  const bad = list.find((v) => v < 1n);
  if (bad !== undefined) throw new Mismatch(`${name} holds ${bad}; at least 1 expected`);
  return list;
}

/** `[before…, after…]`, zeros when the attribute is absent. Negative padding crops. */
export function padding(values: readonly bigint[] | undefined, n: number): readonly bigint[] {
  const list = values === undefined || values.length === 0 ? Array.from({ length: 2 * n }, () => 0n) : values;
  if (list.length !== 2 * n) throw new Mismatch(`pads has ${list.length} numbers; ${2 * n} expected`);
  return list;
}
