/**
 * ONNX models for tests, as bytes: a short description encoded with onnx-proto. What its schema lacks (it stops at IR
 * version 8) is appended to the message by hand: protobuf allows fields in any order.
 */
import onnxProto from 'onnx-proto';
import protobuf from 'protobufjs/minimal.js';
import type { DType } from '../src/model/dtype.ts';
import { type Element, pseudoRandom, storedData, typeNumbers } from './tensor-data.ts';

const proto = onnxProto.onnx;
type AttributeProto = onnxProto.onnx.IAttributeProto;
type TensorProto = onnxProto.onnx.ITensorProto;
type ValueInfoProto = onnxProto.onnx.IValueInfoProto;
type TypeProto = onnxProto.onnx.ITypeProto;

/** A number, a symbol, or `null` where the file says nothing of the extent. */
export type Extent = number | bigint | string | null;
export type Extents = readonly Extent[];
/** Float32 where only a shape is given; `shape: null` leaves even the rank open. */
export type ValueSpec =
  | Extents
  | { readonly dtype?: DType; readonly shape: Extents | null; readonly sparse?: true }
  | { readonly sequence: ValueSpec }
  | { readonly optional: ValueSpec }
  | { readonly key: DType; readonly value: ValueSpec };

export interface TensorSpec {
  readonly shape: readonly number[];
  readonly dtype?: DType;
  /** Left out: deterministic numbers that follow from the tensor's name and shape. */
  readonly values?: readonly Element[];
  /** Stored in `float_data`, `int32_data` … instead of `raw_data`. */
  readonly typed?: boolean;
  readonly external?: { readonly location: string; readonly offset?: number; readonly length?: number };
}

export interface SparseSpec {
  readonly shape: readonly number[];
  readonly dtype?: DType;
  readonly values: readonly Element[];
  /** Linear positions, or one list of coordinates for each value. */
  readonly indices: readonly number[] | readonly (readonly number[])[];
}

/** A bare number is an int when it is whole, a float when not; `{ float: 1 }` says it plainly. */
export type AttributeSpec =
  | number
  | bigint
  | string
  | readonly number[]
  | readonly bigint[]
  | readonly string[]
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly ints: readonly number[] }
  | { readonly strings: readonly string[] }
  | { readonly tensor: TensorSpec & { readonly name?: string } }
  | { readonly tensors: readonly TensorSpec[] }
  | { readonly sparse: SparseSpec }
  | { readonly graph: GraphSpec }
  | { readonly graphs: readonly GraphSpec[] }
  | { readonly type: ValueSpec }
  /** Inside a function: the attribute `ref` of the caller, of the given kind. */
  | { readonly ref: string; readonly kind: ReferenceKind };

export type ReferenceKind = 'int' | 'float' | 'string' | 'ints' | 'floats' | 'strings' | 'tensor' | 'graph';

export interface NodeSpec {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly name?: string;
  readonly domain?: string;
  readonly overload?: string;
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  readonly metadata?: Readonly<Record<string, string>>;
}

export interface GraphSpec {
  readonly name?: string;
  readonly inputs?: Readonly<Record<string, ValueSpec | null>>;
  readonly outputs: readonly string[] | Readonly<Record<string, ValueSpec | null>>;
  readonly initializers?: Readonly<Record<string, TensorSpec>>;
  readonly sparseInitializers?: Readonly<Record<string, SparseSpec>>;
  readonly nodes: readonly NodeSpec[];
  readonly valueInfo?: Readonly<Record<string, ValueSpec | null>>;
}

export interface FunctionSpec {
  readonly domain: string;
  readonly name: string;
  readonly overload?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: readonly string[];
  readonly defaults?: Readonly<Record<string, AttributeSpec>>;
  readonly opset?: number | Readonly<Record<string, number>>;
  readonly nodes: readonly NodeSpec[];
  readonly valueInfo?: Readonly<Record<string, ValueSpec | null>>;
}

export interface ModelSpec extends GraphSpec {
  readonly inputs: Readonly<Record<string, ValueSpec | null>>;
  /** Versions by domain, or that of the default domain; 17 when left out. */
  readonly opset?: number | Readonly<Record<string, number>>;
  readonly ir?: number;
  /** `name version`, split at the last space. */
  readonly producer?: string;
  readonly functions?: readonly FunctionSpec[];
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The model as the bytes of an `.onnx` file. */
export function onnx(spec: ModelSpec): Uint8Array {
  const [, producerName = '', producerVersion = ''] = /^(.*?)(?: ([^ ]*))?$/.exec(spec.producer ?? '') ?? [];
  const model = proto.ModelProto.encode({
    irVersion: spec.ir ?? 8,
    ...(producerName !== '' && { producerName }),
    ...(producerVersion !== '' && { producerVersion }),
    metadataProps: entries(spec.metadata),
    opsetImport: opsets(spec.opset ?? 17),
  }).finish();
  const functions = (spec.functions ?? []).map((f) => field(25, localFunction(f)));
  return concat([model, field(7, graph(spec)), ...functions]);
}

function graph(spec: GraphSpec): Uint8Array {
  const rest = proto.GraphProto.encode({
    name: spec.name ?? 'graph',
    initializer: Object.entries(spec.initializers ?? {}).map(([name, t]) => tensor(name, t)),
    sparseInitializer: Object.entries(spec.sparseInitializers ?? {}).map(([name, t]) => sparse(name, t)),
    input: values(spec.inputs ?? {}),
    output: values(spec.outputs),
    valueInfo: values(spec.valueInfo ?? {}),
  }).finish();
  return concat([...spec.nodes.map((n) => field(1, node(n))), rest]);
}

function node(spec: NodeSpec): Uint8Array {
  const known = proto.NodeProto.encode({
    input: [...spec.inputs],
    output: [...spec.outputs],
    ...(spec.name !== undefined && { name: spec.name }),
    opType: spec.op,
    ...(spec.domain !== undefined && { domain: spec.domain }),
  }).finish();
  return concat([
    known,
    ...attributes(spec.attributes).map((a) => field(5, a)),
    ...overload(8, spec.overload),
    ...entries(spec.metadata).map((e) => field(9, proto.StringStringEntryProto.encode(e).finish())),
  ]);
}

function localFunction(spec: FunctionSpec): Uint8Array {
  const known = proto.FunctionProto.encode({
    name: spec.name,
    domain: spec.domain,
    input: [...spec.inputs],
    output: [...spec.outputs],
    attribute: [...(spec.attributes ?? [])],
    opsetImport: opsets(spec.opset ?? 17),
  }).finish();
  return concat([
    known,
    ...spec.nodes.map((n) => field(7, node(n))),
    ...attributes(spec.defaults).map((a) => field(11, a)),
    ...values(spec.valueInfo ?? {}).map((v) => field(12, proto.ValueInfoProto.encode(v).finish())),
    ...overload(13, spec.overload),
  ]);
}

function overload(number: number, name: string | undefined): Uint8Array[] {
  return name === undefined ? [] : [field(number, utf8(name))];
}

function attributes(specs: Readonly<Record<string, AttributeSpec>> | undefined): Uint8Array[] {
  return Object.entries(specs ?? {}).map(([name, spec]) =>
    concat([proto.AttributeProto.encode({ name, ...attribute(spec) }).finish(), ...graphFields(spec)]),
  );
}

/** Graphs are appended: onnx-proto's encoder would drop the newer fields of their nodes. */
function graphFields(spec: AttributeSpec): Uint8Array[] {
  if (typeof spec !== 'object' || isList(spec)) return [];
  if ('graph' in spec) return [field(6, graph(spec.graph))];
  return 'graphs' in spec ? spec.graphs.map((g) => field(11, graph(g))) : [];
}

const kinds = proto.AttributeProto.AttributeType;
const referenceKinds: Readonly<Record<ReferenceKind, number>> = {
  int: kinds.INT,
  float: kinds.FLOAT,
  string: kinds.STRING,
  ints: kinds.INTS,
  floats: kinds.FLOATS,
  strings: kinds.STRINGS,
  tensor: kinds.TENSOR,
  graph: kinds.GRAPH,
};
/** Kinds onnx-proto does not know. */
const typeKind = 13;

function attribute(spec: AttributeSpec): AttributeProto {
  if (typeof spec === 'bigint') return { type: kinds.INT, i: int64(spec) };
  if (typeof spec === 'number')
    return Number.isInteger(spec) ? { type: kinds.INT, i: int64(BigInt(spec)) } : { type: kinds.FLOAT, f: spec };
  if (typeof spec === 'string') return { type: kinds.STRING, s: utf8(spec) };
  if (isList(spec)) return listAttribute(spec);
  if ('float' in spec) return { type: kinds.FLOAT, f: spec.float };
  if ('floats' in spec) return { type: kinds.FLOATS, floats: [...spec.floats] };
  if ('ints' in spec) return { type: kinds.INTS, ints: spec.ints.map((v) => int64(BigInt(v))) };
  if ('strings' in spec) return { type: kinds.STRINGS, strings: spec.strings.map(utf8) };
  if ('tensor' in spec) return { type: kinds.TENSOR, t: tensor(spec.tensor.name ?? '', spec.tensor) };
  if ('tensors' in spec) return { type: kinds.TENSORS, tensors: spec.tensors.map((t) => tensor('', t)) };
  if ('sparse' in spec) return { type: kinds.SPARSE_TENSOR, sparseTensor: sparse('', spec.sparse) };
  if ('graph' in spec) return { type: kinds.GRAPH };
  if ('graphs' in spec) return { type: kinds.GRAPHS };
  if ('type' in spec) return { type: typeKind, tp: valueType(spec.type) };
  return { type: referenceKinds[spec.kind], refAttrName: spec.ref };
}

function listAttribute(list: readonly number[] | readonly bigint[] | readonly string[]): AttributeProto {
  const items: readonly (number | bigint | string)[] = list;
  if (items.some((v) => typeof v === 'string'))
    return { type: kinds.STRINGS, strings: items.map((v) => utf8(String(v))) };
  if (items.every((v) => typeof v === 'bigint' || Number.isInteger(v)))
    return { type: kinds.INTS, ints: items.map((v) => int64(BigInt(v))) };
  return { type: kinds.FLOATS, floats: items.map(Number) };
}

function tensor(name: string, spec: TensorSpec): TensorProto {
  const { shape, dtype = 'float32', external } = spec;
  const header = { ...(name !== '' && { name }), dims: [...shape], dataType: typeNumbers[dtype] };
  if (external !== undefined)
    return { ...header, dataLocation: 1, externalData: entries(stringValues({ ...external })) };
  const count = shape.reduce((n, d) => n * d, 1);
  if (spec.values === undefined && count > 1 << 24) throw new Error(`${name}: too large to make up; say external`);
  const elements = spec.values ?? pseudoRandom(dtype, count, `${name} ${shape.join()}`);
  return { ...header, ...storedData(dtype, elements, spec.typed ?? false) };
}

function sparse(name: string, spec: SparseSpec): onnxProto.onnx.ISparseTensorProto {
  const { shape, dtype = 'float32', values: elements, indices } = spec;
  const [first] = indices;
  const indexShape = typeof first === 'object' ? [indices.length, first.length] : [indices.length];
  return {
    dims: [...shape],
    values: tensor(name, { shape: [elements.length], dtype, values: elements }),
    indices: tensor('', { shape: indexShape, dtype: 'int64', values: indices.flat() }),
  };
}

function values(specs: readonly string[] | Readonly<Record<string, ValueSpec | null>>): ValueInfoProto[] {
  const named = isList(specs) ? specs.map((name): [string, null] => [name, null]) : Object.entries(specs);
  return named.map(([name, spec]) => ({ name, ...(spec !== null && { type: valueType(spec) }) }));
}

function valueType(spec: ValueSpec): TypeProto {
  if (isList(spec)) return { tensorType: tensorType('float32', spec) };
  if ('sequence' in spec) return { sequenceType: { elemType: valueType(spec.sequence) } };
  if ('optional' in spec) return { optionalType: { elemType: valueType(spec.optional) } };
  if ('key' in spec) return { mapType: { keyType: typeNumbers[spec.key], valueType: valueType(spec.value) } };
  const type = tensorType(spec.dtype ?? 'float32', spec.shape);
  return spec.sparse ? { sparseTensorType: type } : { tensorType: type };
}

function tensorType(dtype: DType, shape: Extents | null): onnxProto.onnx.TypeProto.ITensor {
  return { elemType: typeNumbers[dtype], ...(shape !== null && { shape: { dim: shape.map(extent) } }) };
}

function extent(e: Extent): onnxProto.onnx.TensorShapeProto.IDimension {
  if (e === null) return {};
  return typeof e === 'string' ? { dimParam: e } : { dimValue: int64(BigInt(e)) };
}

function opsets(versions: number | Readonly<Record<string, number>>): onnxProto.onnx.IOperatorSetIdProto[] {
  const byDomain = typeof versions === 'number' ? { '': versions } : versions;
  return Object.entries(byDomain).map(([domain, version]) => ({ domain, version }));
}

function entries(map: Readonly<Record<string, string>> = {}): onnxProto.onnx.IStringStringEntryProto[] {
  return Object.entries(map).map(([key, value]) => ({ key, value }));
}

function stringValues(map: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, String(value)]));
}

function isList<T>(spec: unknown | readonly T[]): spec is readonly T[] {
  return Array.isArray(spec);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function int64(value: bigint) {
  const half = (v: bigint) => Number(BigInt.asUintN(32, v));
  return new protobuf.util.LongBits(half(value), half(value >> 32n)).toLong(false);
}

/** One length-delimited field of a message, for what onnx-proto cannot encode. */
export function field(number: number, content: Uint8Array): Uint8Array {
  return concat([varint((number << 3) | 2), varint(content.length), content]);
}

export function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    if (rest < 128n) return Uint8Array.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 127n) | 128);
  }
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
