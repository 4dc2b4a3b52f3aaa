/**
 * ONNX's messages as field tables: onnx/onnx.proto of IR version 13, the two 6-bit floats of the draft after it included.
 *
 * Typed against onnx-proto's interfaces: a field of theirs that a table here neither reads nor names as unread does not
 * compile. Theirs stop at IR version 8; fields since then are marked with the version that brought them. Integers of 64
 * bits are bigints here, and what may be large (tensor data) is a place in the file.
 */
import type { onnx } from 'onnx-proto';
import {
  type FieldTable,
  float,
  floats,
  int32,
  int64,
  int64s,
  longText,
  type Message,
  message,
  nested,
  nestedList,
  optionalText,
  type Payload,
  payload,
  payloads,
  text,
  texts,
} from '../../bytes/protobuf.ts';

/** The last IR version whose text was read for these tables; 14 was a draft then. */
export const knownIrVersion = 13n;

export interface ModelProto {
  irVersion: bigint | null;
  producerName: string;
  producerVersion: string;
  modelVersion: bigint | null;
  graph: GraphProto | null;
  opsetImport: OperatorSetIdProto[];
  metadataProps: StringStringEntryProto[];
  functions: FunctionProto[];
}

export interface OperatorSetIdProto {
  domain: string;
  version: bigint | null;
}

export interface StringStringEntryProto {
  key: string;
  value: string;
}

export interface GraphProto {
  node: NodeProto[];
  name: string;
  initializer: TensorProto[];
  sparseInitializer: SparseTensorProto[];
  input: ValueInfoProto[];
  output: ValueInfoProto[];
  valueInfo: ValueInfoProto[];
  metadataProps: StringStringEntryProto[];
}

export interface NodeProto {
  input: string[];
  output: string[];
  name: string;
  opType: string;
  attribute: AttributeProto[];
  domain: string;
  overload: string;
  metadataProps: StringStringEntryProto[];
}

export interface AttributeProto {
  name: string;
  f: number | null;
  i: bigint | null;
  s: string | null;
  t: TensorProto | null;
  g: GraphProto | null;
  floats: number[];
  ints: bigint[];
  strings: string[];
  tensors: TensorProto[];
  graphs: GraphProto[];
  tp: TypeProto | null;
  typeProtos: TypeProto[];
  type: number;
  refAttrName: string;
  sparseTensor: SparseTensorProto | null;
  sparseTensors: SparseTensorProto[];
}

export interface TensorProto {
  dims: bigint[];
  dataType: number;
  floatData: Payload | null;
  int32Data: Payload | null;
  stringData: Payload | null;
  int64Data: Payload | null;
  name: string;
  rawData: Payload | null;
  doubleData: Payload | null;
  uint64Data: Payload | null;
  externalData: StringStringEntryProto[];
  dataLocation: number;
}

export interface SparseTensorProto {
  values: TensorProto | null;
  indices: TensorProto | null;
  dims: bigint[];
}

export interface ValueInfoProto {
  name: string;
  type: TypeProto | null;
}

export interface TypeProto {
  tensorType: TensorTypeProto | null;
  sequenceType: ElementTypeProto | null;
  mapType: MapTypeProto | null;
  opaqueType: OpaqueTypeProto | null;
  sparseTensorType: TensorTypeProto | null;
  optionalType: ElementTypeProto | null;
}

export interface TensorTypeProto {
  elemType: number;
  shape: ShapeProto | null;
}

export interface ElementTypeProto {
  elemType: TypeProto | null;
}

export interface MapTypeProto {
  keyType: number;
  valueType: TypeProto | null;
}

export interface OpaqueTypeProto {
  domain: string;
  name: string;
}

export interface ShapeProto {
  dim: DimensionProto[];
}

export interface DimensionProto {
  dimValue: bigint | null;
  dimParam: string | null;
}

export interface FunctionProto {
  name: string;
  input: string[];
  output: string[];
  attribute: string[];
  node: NodeProto[];
  opsetImport: OperatorSetIdProto[];
  domain: string;
  attributeProto: AttributeProto[];
  valueInfo: ValueInfoProto[];
  overload: string;
}

/** Numbers of the fields onnx-proto has and we have no use for. */
type Unread<M, Theirs> = { readonly [K in Exclude<keyof Theirs, keyof M>]-?: number };

function define<M extends object, Theirs>(
  name: string,
  fields: FieldTable<M>,
  _unread: Unread<M, Theirs>,
  oneOf: readonly (keyof M)[] = [],
): Message<M> {
  return message(name, fields, oneOf);
}

const entryProto = define<StringStringEntryProto, onnx.IStringStringEntryProto>(
  'StringStringEntryProto',
  { key: text(1), value: longText(2) },
  {},
);

const opsetProto = define<OperatorSetIdProto, onnx.IOperatorSetIdProto>(
  'OperatorSetIdProto',
  { domain: text(1), version: int64(2) },
  {},
);

const dimensionProto = define<DimensionProto, onnx.TensorShapeProto.IDimension>(
  'TensorShapeProto.Dimension',
  { dimValue: int64(1), dimParam: optionalText(2) },
  { denotation: 3 },
  ['dimValue', 'dimParam'],
);

const shapeProto = define<ShapeProto, onnx.ITensorShapeProto>(
  'TensorShapeProto',
  { dim: nestedList(1, () => dimensionProto) },
  {},
);

const tensorTypeProto = define<TensorTypeProto, onnx.TypeProto.ITensor>(
  'TypeProto.Tensor',
  { elemType: int32(1), shape: nested(2, () => shapeProto) },
  {},
);

const elementTypeProto = define<ElementTypeProto, onnx.TypeProto.ISequence>(
  'TypeProto.Sequence',
  { elemType: nested(1, () => typeProto) },
  {},
);

const mapTypeProto = define<MapTypeProto, onnx.TypeProto.IMap>(
  'TypeProto.Map',
  { keyType: int32(1), valueType: nested(2, () => typeProto) },
  {},
);

const opaqueTypeProto = message<OpaqueTypeProto>('TypeProto.Opaque', { domain: text(1), name: text(2) });

const typeProto: Message<TypeProto> = define<TypeProto, onnx.ITypeProto>(
  'TypeProto',
  {
    tensorType: nested(1, () => tensorTypeProto),
    sequenceType: nested(4, () => elementTypeProto),
    mapType: nested(5, () => mapTypeProto),
    opaqueType: nested(7, () => opaqueTypeProto),
    sparseTensorType: nested(8, () => tensorTypeProto),
    optionalType: nested(9, () => elementTypeProto),
  },
  { denotation: 6 },
  ['tensorType', 'sequenceType', 'mapType', 'opaqueType', 'sparseTensorType', 'optionalType'],
);

/** `metadataProps` of values (4, IR 10) is unread: no count depends on it. */
const valueInfoProto = define<ValueInfoProto, onnx.IValueInfoProto>(
  'ValueInfoProto',
  { name: text(1), type: nested(2, () => typeProto) },
  { docString: 3 },
);

/** `segment` never came into use: neither onnx nor ONNX Runtime reads tensors in parts. */
const tensorProto = define<TensorProto, onnx.ITensorProto>(
  'TensorProto',
  {
    dims: int64s(1),
    dataType: int32(2),
    floatData: payloads(4, 'fixed32'),
    int32Data: payloads(5, 'varint'),
    stringData: payloads(6, 'bytes'),
    int64Data: payloads(7, 'varint'),
    name: text(8),
    rawData: payload(9),
    doubleData: payloads(10, 'fixed64'),
    uint64Data: payloads(11, 'varint'),
    externalData: nestedList(13, () => entryProto),
    dataLocation: int32(14),
  },
  { segment: 3, docString: 12 },
);

const sparseTensorProto = define<SparseTensorProto, onnx.ISparseTensorProto>(
  'SparseTensorProto',
  { values: nested(1, () => tensorProto), indices: nested(2, () => tensorProto), dims: int64s(3) },
  {},
);

const attributeProto: Message<AttributeProto> = define<AttributeProto, onnx.IAttributeProto>(
  'AttributeProto',
  {
    name: text(1),
    f: float(2),
    i: int64(3),
    s: optionalText(4),
    t: nested(5, () => tensorProto),
    g: nested(6, () => graphProto),
    floats: floats(7),
    ints: int64s(8),
    strings: texts(9),
    tensors: nestedList(10, () => tensorProto),
    graphs: nestedList(11, () => graphProto),
    tp: nested(14, () => typeProto),
    typeProtos: nestedList(15, () => typeProto),
    type: int32(20),
    refAttrName: text(21),
    sparseTensor: nested(22, () => sparseTensorProto),
    sparseTensors: nestedList(23, () => sparseTensorProto),
  },
  { docString: 13 },
);

const nodeProto = define<NodeProto, onnx.INodeProto>(
  'NodeProto',
  {
    input: texts(1),
    output: texts(2),
    name: text(3),
    opType: text(4),
    attribute: nestedList(5, () => attributeProto),
    domain: text(7),
    overload: text(8), // IR 10
    metadataProps: nestedList(9, () => entryProto), // IR 10
  },
  { docString: 6 },
);

/** `quantizationAnnotation` repeats what the graph's own quantisation nodes say. */
const graphProto: Message<GraphProto> = define<GraphProto, onnx.IGraphProto>(
  'GraphProto',
  {
    node: nestedList(1, () => nodeProto),
    name: text(2),
    initializer: nestedList(5, () => tensorProto),
    sparseInitializer: nestedList(15, () => sparseTensorProto),
    input: nestedList(11, () => valueInfoProto),
    output: nestedList(12, () => valueInfoProto),
    valueInfo: nestedList(13, () => valueInfoProto),
    metadataProps: nestedList(16, () => entryProto), // IR 10
  },
  { docString: 10, quantizationAnnotation: 14 },
);

const functionProto = define<FunctionProto, onnx.IFunctionProto>(
  'FunctionProto',
  {
    name: text(1),
    input: texts(4),
    output: texts(5),
    attribute: texts(6),
    node: nestedList(7, () => nodeProto),
    opsetImport: nestedList(9, () => opsetProto),
    domain: text(10),
    attributeProto: nestedList(11, () => attributeProto), // IR 9
    valueInfo: nestedList(12, () => valueInfoProto), // IR 10
    overload: text(13), // IR 10
  },
  { docString: 8 },
);

/** Training graphs are no part of what a forward pass costs; `configuration` (26, IR 11) places work on devices. */
export const modelProto = define<ModelProto, onnx.IModelProto>(
  'ModelProto',
  {
    irVersion: int64(1),
    producerName: text(2),
    producerVersion: text(3),
    modelVersion: int64(5),
    graph: nested(7, () => graphProto),
    opsetImport: nestedList(8, () => opsetProto),
    metadataProps: nestedList(14, () => entryProto),
    functions: nestedList(25, () => functionProto),
  },
  { domain: 4, docString: 6, trainingInfo: 20 },
);
