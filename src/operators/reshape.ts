/** The same elements in the same order under another shape. */
import { type Dim, equal, floorDiv, isKnown, isUnknown, keyOf, product, type Shape, unknown } from '../model/dim.ts';
import { formatDim, formatShape } from '../model/dim-text.ts';
import { axesOf, maxRank } from './axes.ts';
import { extentsFrom, shapeOf } from './elements.ts';
import { axisOf } from './formulas.ts';
import {
  free,
  int,
  ints,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  required,
  Undetermined,
} from './operator.ts';

/**
 * The shape asked for: −1 takes what the others leave, 0 copies the extent at its place (unless `allowzero`). An
 * extent asked for but not known is found in the same way when it is the only open one.
 */
function reshaped(data: Operand, asked: Shape, allowzero: boolean): Shape {
  if (isUnknown(asked)) return asked;
  if (asked.length > maxRank) throw new Mismatch(`a shape of ${asked.length} axes is asked for`);
  const from = shapeOf(data);
  const wanted = asked.map((d, i) => (d === 0n && !allowzero ? copied(from, i) : d));
  if (wanted.filter((d) => d === -1n).length > 1)
    throw new Mismatch(`the shape ${formatShape(asked)} leaves more than one extent open`);
  const bad = wanted.find((d) => isKnown(d) && d < -1n);
  if (bad !== undefined) throw new Mismatch(`the shape ${formatShape(asked)} has a negative extent`);
  const open = openAxis(wanted);
  if (open < 0) return consistent(from, wanted);
  const rest = wanted.filter((_, i) => i !== open);
  if (isUnknown(from)) return wanted.map((d, i) => (i === open ? unknown(from.why) : d));
  return wanted.map((d, i) => (i === open ? remaining(from, rest, asked) : d));
}

function copied(from: Shape, i: number): Dim {
  if (isUnknown(from)) return from;
  const d = from[i];
  if (d === undefined) throw new Mismatch(`the shape copies axis ${i} of a tensor with ${from.length} axes`);
  return d;
}

/** Where −1 stands, else the only unknown extent, else none. */
function openAxis(wanted: readonly Dim[]): number {
  const minus = wanted.indexOf(-1n);
  if (minus >= 0) return minus;
  const first = wanted.findIndex(isUnknown);
  return first >= 0 && wanted.findLastIndex(isUnknown) === first ? first : -1;
}

function consistent(from: Shape, wanted: readonly Dim[]): Shape {
  if (!isUnknown(from) && equal(product(from), product(wanted)) === false)
    throw new Mismatch(`${formatShape(from)} cannot become ${formatShape(wanted)}: the number of elements differs`);
  return wanted;
}

/** |from| / |rest|, equal extents cancelled first so that symbols divide exactly. */
function remaining(from: readonly Dim[], rest: readonly Dim[], asked: readonly Dim[]): Dim {
  const left = [...from];
  const divisors = rest.filter((d) => {
    const same = isUnknown(d) || d === 0n ? -1 : left.findIndex((x) => keyOf(x) === keyOf(d));
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
  const [total, divisor] = [product(left), product(divisors)];
  if (isKnown(total) && isKnown(divisor) && (divisor === 0n || total % divisor !== 0n))
    throw new Mismatch(`${formatShape(from)} cannot become ${formatShape(asked)}: the number of elements differs`);
  return floorDiv(total, divisor);
}

function without(shape: readonly Dim[], axes: readonly number[]): readonly Dim[] {
  for (const axis of axes)
    if (equal(shape[axis] ?? 1n, 1n) === false)
      throw new Mismatch(`axis ${axis} of ${formatShape(shape)} is squeezed, but its extent is not 1`);
  return shape.filter((_, i) => !axes.includes(i));
}

/** Drops the axes named, or every axis of extent 1 when none are. */
function squeezed(data: Operand, axes: readonly bigint[] | undefined): readonly Dim[] {
  if (axes !== undefined) return without(data.shape, axesOf(axes, data.rank));
  return data.shape.filter((d, i) => {
    const one = equal(d, 1n);
    if (one === undefined)
      throw new Undetermined(`whether axis ${i} is dropped depends on whether ${formatDim(d)} is 1`);
    return !one;
  });
}

/** Axes that are data still say how many they are: the rank is known, the extents are not. */
function openRank(data: Operand, axes: Operand | undefined, sign: 1 | -1): readonly Dim[] | undefined {
  if (axes === undefined || axes.value !== undefined) return undefined;
  const [count] = axes.shape;
  const rank = axes.rank === 1 && count !== undefined && isKnown(count) ? data.rank + sign * Number(count) : -1;
  if (rank < 0 || rank > maxRank) return undefined;
  return Array.from({ length: rank }, () => unknown(`the value of \`${axes.name}\` decides, and it is not a constant`));
}

function unsqueezed(data: Operand, axes: readonly bigint[]): readonly Dim[] {
  const rank = data.rank + axes.length;
  if (rank > maxRank) throw new Mismatch(`${axes.length} axes are inserted`);
  const inserted = new Set(axesOf(axes, rank));
  const rest = data.shape.values();
  return Array.from({ length: rank }, (_, i) => (inserted.has(i) ? 1n : (rest.next().value ?? 1n)));
}

export const reshape: readonly Operator[] = [
  operator({
    name: 'Reshape',
    revisions: [1],
    source: 'https://onnx.ai/onnx/operators/onnx__Reshape.html',
    doc: 'The same elements under the shape of the attribute; 0 copies an extent, −1 takes what the others leave.',
    inputs: ['data'],
    outputs: ['reshaped'],
    attributes: { shape: ints(), consumed_inputs: ints() },
    shape: ({ data }, { shape }) => ({ reshaped: reshaped(data, shape ?? [], false) }),
    value: ({ data }) => ({ reshaped: data.value }),
    work: free,
    memory: 'view',
    roles: { data: 'carried' },
    examples: [{ given: { data: [2, 3, 4] }, attributes: { shape: [0, -1] }, gives: { reshaped: [2, 12] } }],
  }),
  operator({
    name: 'Reshape',
    revisions: [5, 13, 14, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Reshape.html',
    doc: 'The same elements under another shape: 0 copies an extent (a true zero with `allowzero`), −1 takes what the others leave: |data| / Π others, exact over symbols.',
    inputs: ['data', 'shape'],
    outputs: ['reshaped'],
    attributes: { allowzero: int(0n) },
    shape: ({ data, shape }, { allowzero }) => ({ reshaped: reshaped(data, extentsFrom(shape), allowzero !== 0n) }),
    value: ({ data }) => ({ reshaped: data.value }),
    work: free,
    memory: 'view',
    roles: { data: 'carried', shape: 'constant' },
    examples: [
      {
        title: '0 copies an extent, −1 takes what is left',
        given: { data: ['batch', 8, 's', 64], shape: { shape: [3], dtype: 'int64', value: [0, 0, -1] } },
        gives: { reshaped: ['batch', 8, '64*s'] },
      },
      {
        title: 'attention heads over symbolic extents',
        given: { data: ['b', 's', 768], shape: { shape: [4], dtype: 'int64', value: ['b', -1, 12, 64] } },
        gives: { reshaped: ['b', 's', 12, 64] },
      },
      {
        title: 'one extent not known is what the others leave',
        given: { data: [2, 3, 4], shape: { shape: [2], dtype: 'int64', value: ['?', 6] } },
        gives: { reshaped: [4, 6] },
      },
      {
        title: 'allowzero asks for an empty axis',
        given: { data: [0, 3], shape: { shape: [2], dtype: 'int64', value: [3, 0] } },
        attributes: { allowzero: 1 },
        gives: { reshaped: [3, 0] },
      },
    ],
  }),
  operator({
    name: 'Flatten',
    revisions: [1, 9, 11, 13, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Flatten.html',
    doc: 'A matrix of the axes before `axis` by those from it on.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { axis: int(1n) },
    shape: ({ input }, { axis }) => {
      const at = axis === BigInt(input.rank) ? input.rank : axisOf(axis, input.rank);
      return { output: [product(input.shape.slice(0, at)), product(input.shape.slice(at))] };
    },
    value: ({ input }) => ({ output: input.value }),
    work: free,
    memory: 'view',
    roles: { input: 'carried' },
    examples: [
      { given: { input: ['n', 512, 7, 7] }, gives: { output: ['n', 25088] } },
      { title: 'axis 0 gives one row', given: { input: [2, 3] }, attributes: { axis: 0 }, gives: { output: [1, 6] } },
      { title: 'from the end', given: { input: [2, 3, 4] }, attributes: { axis: -1 }, gives: { output: [6, 4] } },
    ],
  }),
  operator({
    name: 'Squeeze',
    revisions: [1, 11],
    source: 'https://onnx.ai/onnx/operators/onnx__Squeeze.html',
    doc: 'Drops the axes the attribute names, or every axis of extent 1 when it is absent.',
    inputs: ['data'],
    outputs: ['squeezed'],
    attributes: { axes: ints() },
    shape: ({ data }, { axes }) => ({ squeezed: squeezed(data, axes) }),
    value: ({ data }) => ({ squeezed: data.value }),
    work: free,
    memory: 'view',
    roles: { data: 'carried' },
    examples: [{ given: { data: [1, 3, 1, 5] }, attributes: { axes: [0] }, gives: { squeezed: [3, 1, 5] } }],
  }),
  operator({
    name: 'Squeeze',
    revisions: [13, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Squeeze.html',
    doc: 'Drops the axes the second input names, or every axis of extent 1 when it is absent. Whether a symbolic axis is 1 nobody knows: then the result is unknown.',
    inputs: ['data', 'axes?'],
    outputs: ['squeezed'],
    shape: ({ data, axes }) => ({ squeezed: openRank(data, axes, -1) ?? squeezed(data, axes?.ints()) }),
    value: ({ data }) => ({ squeezed: data.value }),
    work: free,
    memory: 'view',
    roles: { data: 'carried', axes: 'constant' },
    examples: [
      {
        given: { data: ['n', 512, 1, 1], axes: { shape: [2], dtype: 'int64', value: [-1, -2] } },
        gives: { squeezed: ['n', 512] },
      },
      { title: 'without axes', given: { data: [1, 3, 1, 5] }, gives: { squeezed: [3, 5] } },
    ],
  }),
  operator({
    name: 'Unsqueeze',
    revisions: [1, 11],
    source: 'https://onnx.ai/onnx/operators/onnx__Unsqueeze.html',
    doc: 'Inserts axes of extent 1 at the places the attribute names, counted in the result.',
    inputs: ['data'],
    outputs: ['expanded'],
    attributes: { axes: required(ints()) },
    shape: ({ data }, { axes }) => ({ expanded: unsqueezed(data, axes) }),
    value: ({ data }) => ({ expanded: data.value }),
    work: free,
    memory: 'view',
    roles: { data: 'carried' },
    examples: [{ given: { data: [3, 4] }, attributes: { axes: [0, 3] }, gives: { expanded: [1, 3, 4, 1] } }],
  }),
  operator({
    name: 'Unsqueeze',
    revisions: [13, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Unsqueeze.html',
    doc: 'Inserts axes of extent 1 at the places the second input names, counted in the result.',
    inputs: ['data', 'axes'],
    outputs: ['expanded'],
    shape: ({ data, axes }) => ({ expanded: openRank(data, axes, 1) ?? unsqueezed(data, axes.ints()) }),
    value: ({ data }) => ({ expanded: data.value }),
    work: free,
    memory: 'view',
    roles: { data: 'carried', axes: 'constant' },
    examples: [
      {
        title: 'a symbolic extent becomes a vector of one',
        given: {
          data: { shape: [], dtype: 'int64', value: ['seq'] },
          axes: { shape: [1], dtype: 'int64', value: [0] },
        },
        gives: { expanded: { shape: [1], dtype: 'int64', value: ['seq'] } },
      },
    ],
  }),
  operator({
    name: 'Identity',
    revisions: [1, 13, 14, 16, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Identity.html',
    doc: 'The input under another name, be it a tensor or not.',
    inputs: ['input'],
    outputs: ['output'],
    facts: ({ input }) => (input.fact.kind === 'tensor' ? undefined : { output: input.fact }),
    shape: ({ input }) => ({ output: shapeOf(input) }),
    value: ({ input }) => ({ output: input.value }),
    work: free,
    memory: 'view',
    roles: { input: 'carried' },
    examples: [{ given: { input: ['n', 3] }, gives: { output: ['n', 3] } }],
  }),
];
