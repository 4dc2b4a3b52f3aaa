/** Stored tensors: their header is read and checked against what the file holds for them, their data stays in place. */
import type { Payload } from '../../bytes/protobuf.ts';
import type { Source } from '../../bytes/source.ts';
import { bitsPerElement, type DType, dtypeOf } from '../../model/dtype.ts';
import type { Scalar, Tensor } from '../../model/model.ts';
import { readElements, type Stored } from './elements.ts';
import type { Findings, Lowering } from './findings.ts';
import type { SparseTensorProto, TensorProto } from './messages.ts';
import { impossible, type Size, storedBytes } from './sizes.ts';

const external = 1;

/** `where` names the tensor in messages. */
export function lowerTensor(lowering: Lowering, proto: TensorProto, where: string): Tensor {
  const { source, findings, sizes } = lowering;
  const dtype = dtypeOf(proto.dataType);
  if (dtype === null)
    impossible(source, where, `its element type is number ${proto.dataType}, which ONNX does not define`);
  const size = sizes.of(dtype, proto.dims, where);
  const { shape, elementCount, byteLength: needed } = size;
  const { name } = proto;
  if (proto.dataLocation === external) {
    noteExternal(proto, where, needed, findings);
    return { name, dtype, shape, elementCount, byteLength: needed, place: 'external', elements: nowhere };
  }
  const stored = storedIn(source, proto, dtype, where);
  if (stored === undefined && elementCount > 0n) findings.withoutData(where);
  if (stored === undefined)
    return {
      name,
      dtype,
      shape,
      elementCount,
      byteLength: needed,
      place: elementCount > 0n ? 'external' : 'inline',
      elements: elementCount > 0n ? nowhere : nothing,
    };
  checkData(stored, size, where);
  return {
    name,
    dtype,
    shape,
    elementCount,
    byteLength: dtype === 'string' ? BigInt(stored.payload.byteLength) : needed,
    place: 'inline',
    elements: (from, to) => readElements(stored, clip(from, elementCount), clip(to, elementCount)),
  };
}

/** The dense tensor it stands for; `byteLength` is what is stored, values and indices. */
export function lowerSparse(lowering: Lowering, proto: SparseTensorProto, where: string): Tensor {
  const { source } = lowering;
  if (proto.values === null) impossible(source, where, 'this sparse tensor has no values');
  const values = lowerTensor(lowering, proto.values, where);
  const indices = proto.indices === null ? undefined : lowerTensor(lowering, proto.indices, `indices of ${where}`);
  const { shape, elementCount } = lowering.sizes.of(values.dtype, proto.dims, where);
  if (values.elementCount > elementCount)
    impossible(source, where, `this sparse tensor has ${values.elementCount} values for ${elementCount} elements`);
  return {
    name: values.name,
    dtype: values.dtype,
    shape,
    elementCount,
    byteLength: values.byteLength + (indices?.byteLength ?? 0n),
    place: values.place,
    elements: (from, to) => denseElements(values, indices, shape, clip(from, elementCount), clip(to, elementCount)),
  };
}

/** More would be no small constant, and the diff compares what is stored. */
const mostSparseValues = 65_536n;

function denseElements(
  values: Tensor,
  indices: Tensor | undefined,
  shape: readonly bigint[],
  from: number,
  to: number,
): readonly Scalar[] | undefined {
  if (indices === undefined || values.elementCount > mostSparseValues) return undefined;
  const stored = values.elements(0, Number(values.elementCount));
  const positions = indices.elements(0, Number(indices.elementCount));
  if (stored === undefined || positions === undefined) return undefined;
  const zero: Scalar = values.dtype === 'string' ? '' : typeof stored[0] === 'number' ? 0 : 0n;
  const dense: Scalar[] = Array.from({ length: to - from }, () => zero);
  const rank = indices.shape.length === 2 ? shape.length : 1;
  for (const [i, value] of stored.entries()) {
    const coordinates = positions.slice(i * rank, (i + 1) * rank);
    const at = rank === 1 ? coordinates[0] : linear(coordinates, shape);
    if (typeof at === 'bigint' && at >= BigInt(from) && at < BigInt(to)) dense[Number(at) - from] = value;
  }
  return dense;
}

function linear(coordinates: readonly Scalar[], shape: readonly bigint[]): bigint {
  return shape.reduce((sum, extent, axis) => {
    const coordinate = coordinates[axis];
    return sum * extent + (typeof coordinate === 'bigint' ? coordinate : 0n);
  }, 0n);
}

function nowhere(): undefined {
  return undefined;
}

function nothing(): readonly Scalar[] {
  return [];
}

function clip(index: number, elementCount: bigint): number {
  return Math.min(Math.max(Math.trunc(index), 0), Number(elementCount));
}

/** Where the elements lie: in `raw_data` if it is there, else in the list ONNX has for this dtype. */
function storedIn(source: Source, proto: TensorProto, dtype: DType, where: string): Stored | undefined {
  if (proto.rawData !== null && proto.rawData.byteLength > 0) {
    if (dtype === 'string') impossible(source, where, 'strings are stored as raw bytes, which cannot tell them apart');
    return { source, dtype, payload: proto.rawData, form: 'raw' };
  }
  const lists: readonly [Payload | null, Stored['form'], (dtype: DType) => boolean][] = [
    [proto.floatData, 'fixed', (d) => d === 'float32' || d === 'complex64'],
    [proto.doubleData, 'fixed', (d) => d === 'float64' || d === 'complex128'],
    [proto.int64Data, 'varint', (d) => d === 'int64'],
    [proto.uint64Data, 'varint', (d) => d === 'uint64' || d === 'uint32'],
    [proto.stringData, 'text', (d) => d === 'string'],
    [proto.int32Data, 'varint', (d) => !otherLists.has(d)],
  ];
  const used = lists.filter(([payload, form]) => payload !== null && (payload.byteLength > 0 || form === 'text'));
  for (const [payload, form, holds] of used)
    if (payload !== null && holds(dtype)) return { source, dtype, payload, form };
  if (used.length > 0)
    impossible(source, where, `its elements are ${dtype}, but they are stored in a list for other types`);
  return undefined;
}

const otherLists: ReadonlySet<DType> = new Set([
  'float32',
  'complex64',
  'float64',
  'complex128',
  'int64',
  'uint64',
  'uint32',
  'string',
]);

/** The sum against physics: what is stored must be what the shape needs. */
function checkData({ source, dtype, payload, form }: Stored, size: Size, where: string): void {
  const { byteLength, pieces, unpacked } = payload;
  const inBytes = form === 'raw' || form === 'fixed';
  const needed = inBytes ? size.byteLength : listLength(dtype, size.elementCount);
  const counted = inBytes ? BigInt(byteLength) : form === 'text' || unpacked ? BigInt(pieces) : undefined;
  // Each number of a packed list takes 1 to 10 bytes; which, only reading it would tell.
  const least = counted ?? (BigInt(byteLength) + 9n) / 10n;
  const most = counted ?? BigInt(byteLength);
  if (needed >= least && needed <= most) return;
  const found = least === most ? `${most}` : `${least} to ${most}`;
  impossible(source, where, `its shape needs ${needed} ${inBytes ? 'bytes' : 'elements'}, but ${found} are stored`);
}

/** Numbers in a typed list: a byte of 4-bit or 2-bit elements each, otherwise one element. */
function listLength(dtype: DType, elementCount: bigint): bigint {
  const bits = bitsPerElement(dtype) ?? 8;
  return bits === 4 || bits === 2 ? storedBytes(dtype, elementCount) : elementCount;
}

/** External data is never opened, so what is odd about it cannot harm; but a reviewer should know. */
function noteExternal(proto: TensorProto, where: string, needed: bigint, findings: Findings): void {
  const entry = (key: string) => proto.externalData.find((e) => e.key === key)?.value;
  const location = entry('location') ?? '';
  if (leavesFolder(location)) findings.outside(where, location);
  const length = entry('length');
  if (length !== undefined && length !== '' && proto.dataType !== stringType && length !== needed.toString())
    findings.externalLength(where, needed, length);
}

const stringType = 8;

/** ONNX wants a relative path without `..` (CVE-2022-25882, CVE-2024-27318). */
function leavesFolder(location: string): boolean {
  return /^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(location);
}
