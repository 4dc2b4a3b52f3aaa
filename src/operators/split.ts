/** A tensor cut into parts along an axis. */
import { ceilDiv, type Dim, floorDiv, isKnown, isUnknown, mul, type Shape, sub, sum, unknown } from '../model/dim.ts';
import { formatDim } from '../model/dim-text.ts';
import type { Scalar } from '../model/model.ts';
import { extentsFrom } from './elements.ts';
import { assertEqual, axisOf } from './formulas.ts';
import { type Call, free, int, ints, Mismatch, type Operand, type Operator, operator } from './operator.ts';
import { cutValue } from './slice.ts';

/** Extents of the pieces along an axis: as `split` says, or `pieces` equal ones, the last smaller where allowed. */
function parts(extent: Dim, split: readonly Dim[] | undefined, pieces: number, uneven: boolean): readonly Dim[] {
  if (split !== undefined) {
    if (split.length !== pieces) throw new Mismatch(`split has ${split.length} numbers, the node ${pieces} outputs`);
    assertEqual(sum(split), extent, (s, d) => `the parts of split add up to ${s}, the axis has ${d}`);
    return split;
  }
  if (pieces === 0) return [];
  const n = BigInt(pieces);
  if (!uneven && isKnown(extent) && extent % n !== 0n)
    throw new Mismatch(`an axis of ${extent} is split into ${pieces} equal parts`);
  const each = uneven ? ceilDiv(extent, n) : floorDiv(extent, n);
  const last = uneven ? sub(extent, mul(each, n - 1n)) : each;
  if (isKnown(last) && last < 0n) throw new Mismatch(`an axis of ${formatDim(extent)} is split into ${pieces} parts`);
  return Array.from({ length: pieces }, (_, i) => (i === pieces - 1 ? last : each));
}

function splitShapes(input: Operand, axis: bigint, pieces: readonly Dim[]): readonly Shape[] {
  const along = axisOf(axis, input.rank);
  return pieces.map((extent) => input.shape.map((d, i) => (i === along ? extent : d)));
}

function splitValues(
  input: Operand,
  axis: bigint,
  pieces: readonly Dim[],
): readonly (readonly Scalar[] | undefined)[] | undefined {
  const along = axisOf(axis, input.rank);
  if (input.value === undefined || !pieces.every(isKnown)) return undefined;
  let start = 0n;
  return pieces.map((extent) => {
    const from = start;
    start += extent;
    return cutValue(
      input,
      input.shape.map((_, i) => (i === along ? { start: from, step: 1n, extent } : undefined)),
    );
  });
}

/** Split sizes from an input; unknown ones where it is not constant. */
function splitSizes(split: Operand | undefined, pieces: number): readonly Dim[] | undefined {
  if (split === undefined) return undefined;
  const sizes = extentsFrom(split);
  return isUnknown(sizes) ? Array.from({ length: pieces }, () => unknown(sizes.why)) : sizes;
}

const wanted = (call: Call): number => call.outputs.length;

interface SplitAttributes {
  readonly axis: bigint;
  readonly num_outputs?: bigint | undefined;
}
function inputParts(
  input: Operand,
  split: Operand | undefined,
  { axis, num_outputs }: SplitAttributes,
  call: Call,
  uneven: boolean,
): readonly Dim[] {
  const pieces = wanted(call);
  if (num_outputs !== undefined && num_outputs !== BigInt(pieces))
    throw new Mismatch(`num_outputs is ${num_outputs}, the node has ${pieces} outputs`);
  return parts(input.dim(axisOf(axis, input.rank)), splitSizes(split, pieces), pieces, uneven);
}

const splitDoc = 'Cuts the input into pieces along an axis: of the sizes `split` gives, or equal ones';

export const splitting: readonly Operator[] = [
  operator({
    name: 'Split',
    revisions: [1],
    source: 'https://onnx.ai/onnx/operators/onnx__Split.html',
    doc: `${splitDoc}. An input may give the sizes instead of the attribute.`,
    inputs: ['input', 'split?'],
    outputs: ['...outputs'],
    attributes: { axis: int(0n), split: ints() },
    shape: ({ input, split }, a, call) => {
      const sizes = a.split ?? splitSizes(split, wanted(call));
      return {
        outputs: splitShapes(input, a.axis, parts(input.dim(axisOf(a.axis, input.rank)), sizes, wanted(call), false)),
      };
    },
    work: free,
    roles: { input: 'carried', split: 'constant' },
    examples: [
      {
        given: { input: [6, 2] },
        attributes: { split: [4, 2] },
        gives: { outputs: [{ shape: [4, 2] }, { shape: [2, 2] }] },
      },
    ],
  }),
  operator({
    name: 'Split',
    revisions: [2, 11],
    source: 'https://onnx.ai/onnx/operators/onnx__Split.html',
    doc: `${splitDoc}.`,
    inputs: ['input'],
    outputs: ['...outputs'],
    attributes: { axis: int(0n), split: ints() },
    shape: ({ input }, a, call) => ({
      outputs: splitShapes(input, a.axis, parts(input.dim(axisOf(a.axis, input.rank)), a.split, wanted(call), false)),
    }),
    value: ({ input }, a, call) => ({
      outputs: splitValues(input, a.axis, parts(input.dim(axisOf(a.axis, input.rank)), a.split, wanted(call), false)),
    }),
    work: free,
    roles: { input: 'carried' },
    examples: [
      {
        given: { input: ['b', 's', 96] },
        attributes: { axis: 2 },
        gives: { outputs: [{ shape: ['b', 's', 32] }, { shape: ['b', 's', 32] }, { shape: ['b', 's', 32] }] },
      },
    ],
  }),
  operator({
    name: 'Split',
    revisions: [13],
    source: 'https://onnx.ai/onnx/operators/onnx__Split.html',
    doc: `${splitDoc}.`,
    inputs: ['input', 'split?'],
    outputs: ['...outputs'],
    attributes: { axis: int(0n) },
    shape: ({ input, split }, a, call) => ({
      outputs: splitShapes(input, a.axis, inputParts(input, split, a, call, false)),
    }),
    value: ({ input, split }, a, call) => ({
      outputs: splitValues(input, a.axis, inputParts(input, split, a, call, false)),
    }),
    work: free,
    roles: { input: 'carried', split: 'constant' },
    examples: [
      {
        given: { input: ['n', 5], split: { shape: [2], dtype: 'int64', value: [2, 3] } },
        attributes: { axis: -1 },
        gives: { outputs: [{ shape: ['n', 2] }, { shape: ['n', 3] }] },
      },
    ],
  }),
  operator({
    name: 'Split',
    revisions: [18],
    source: 'https://onnx.ai/onnx/operators/onnx__Split.html',
    doc: `${splitDoc}, ⌈extent / num_outputs⌉ each and the last what remains.`,
    inputs: ['input', 'split?'],
    outputs: ['...outputs'],
    attributes: { axis: int(0n), num_outputs: int() },
    shape: ({ input, split }, a, call) => ({
      outputs: splitShapes(input, a.axis, inputParts(input, split, a, call, true)),
    }),
    value: ({ input, split }, a, call) => ({
      outputs: splitValues(input, a.axis, inputParts(input, split, a, call, true)),
    }),
    work: free,
    roles: { input: 'carried', split: 'constant' },
    examples: [
      {
        title: 'the last part is smaller',
        given: { input: [7] },
        attributes: { num_outputs: 4 },
        gives: { outputs: [{ shape: [2] }, { shape: [2] }, { shape: [2] }, { shape: [1] }] },
      },
      {
        title: 'a known value',
        given: {
          input: { shape: [3], dtype: 'int64', value: ['h', 'w', 3] },
          split: { shape: [2], dtype: 'int64', value: [1, 2] },
        },
        gives: {
          outputs: [
            { shape: [1], value: ['h'] },
            { shape: [2], value: ['w', 3] },
          ],
        },
      },
    ],
  }),
];
