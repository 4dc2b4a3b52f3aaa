/**
 * ONNX's messages as field tables: onnx/onnx.proto of IR version 13, the two 6-bit floats of the draft after it included.
 *
 * Typed against onnx-proto's interfaces: a field of theirs that a table here neither reads nor names as unread does not
 * compile. Theirs stop at IR version 8; fields since then are marked with the version that brought them.
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
  longTexts,
  loweredList,
  type Message,
  message,
  nested,
  nestedList,
  none,
  optionalText,
  payload,
  payloads,
  recurringList,
  shared,
  text,
  texts,
} from '../../bytes/protobuf.ts';
import { fail } from '../../problem.ts';
import type { Lowering } from './findings.ts';
import { lowerFunction, lowerNode } from './graph.ts';
import { mostNodes } from './limits.ts';
import type {
  AttributeProto,
  DimensionProto,
  ElementTypeProto,
  FunctionProto,
  GraphProto,
  MapTypeProto,
  ModelProto,
  NodeProto,
  OpaqueTypeProto,
  OperatorSetIdProto,
  ShapeProto,
  SparseTensorProto,
  StringStringEntryProto,
  TensorProto,
  TensorTypeProto,
  TypeProto,
  ValueInfoProto,
} from './messages.ts';
import { isSetting, startSettings } from './settings.ts';
import { lowerSparse, lowerTensor } from './tensor.ts';
import { lowerType, lowerValue } from './types.ts';

/** Numbers of the fields onnx-proto has and we have no use for. */
type Unread<M, Theirs> = { readonly [K in Exclude<keyof Theirs, keyof M>]-?: number };

function define<M extends object, Theirs>(
  name: string,
  empty: () => M,
  fields: FieldTable<M>,
  _unread: Unread<M, Theirs>,
  oneOf: readonly (keyof M)[] = [],
): Message<M> {
  return message(name, empty, fields, oneOf);
}

const entryProto = define<StringStringEntryProto, onnx.IStringStringEntryProto>(
  'StringStringEntryProto',
  () => ({ key: '', value: '' }),
  { key: text(1), value: longText(2) },
  {},
);

const opsetProto = define<OperatorSetIdProto, onnx.IOperatorSetIdProto>(
  'OperatorSetIdProto',
  () => ({ domain: '', version: null }),
  { domain: text(1), version: int64(2) },
  {},
);

const dimensionProto = define<DimensionProto, onnx.TensorShapeProto.IDimension>(
  'TensorShapeProto.Dimension',
  () => ({ dimValue: null, dimParam: null }),
  { dimValue: int64(1), dimParam: optionalText(2) },
  { denotation: 3 },
  ['dimValue', 'dimParam'],
);

const shapeProto = define<ShapeProto, onnx.ITensorShapeProto>(
  'TensorShapeProto',
  () => ({ dim: none }),
  { dim: nestedList(1, () => dimensionProto) },
  {},
);

const tensorTypeProto = define<TensorTypeProto, onnx.TypeProto.ITensor>(
  'TypeProto.Tensor',
  () => ({ elemType: 0, shape: null }),
  { elemType: int32(1), shape: nested(2, () => shapeProto) },
  {},
);

const elementTypeProto = define<ElementTypeProto, onnx.TypeProto.ISequence>(
  'TypeProto.Sequence',
  () => ({ elemType: null }),
  { elemType: nested(1, () => typeProto) },
  {},
);

const mapTypeProto = define<MapTypeProto, onnx.TypeProto.IMap>(
  'TypeProto.Map',
  () => ({ keyType: 0, valueType: null }),
  { keyType: int32(1), valueType: nested(2, () => typeProto) },
  {},
);

const opaqueTypeProto = message<OpaqueTypeProto>('TypeProto.Opaque', () => ({ domain: '', name: '' }), {
  domain: text(1),
  name: text(2),
});

const typeProto: Message<TypeProto> = define<TypeProto, onnx.ITypeProto>(
  'TypeProto',
  () => ({
    tensorType: null,
    sequenceType: null,
    mapType: null,
    opaqueType: null,
    sparseTensorType: null,
    optionalType: null,
  }),
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

/** `segment` never came into use: neither onnx nor ONNX Runtime reads tensors in parts. */
const tensorProto = define<TensorProto, onnx.ITensorProto>(
  'TensorProto',
  () => ({
    dims: none,
    dataType: 0,
    floatData: null,
    int32Data: null,
    stringData: null,
    int64Data: null,
    name: '',
    rawData: null,
    doubleData: null,
    uint64Data: null,
    externalData: none,
    dataLocation: 0,
  }),
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
  () => ({ values: null, indices: null, dims: none }),
  { values: nested(1, () => tensorProto), indices: nested(2, () => tensorProto), dims: int64s(3) },
  {},
);

/** The messages that hold graphs, for one file: what they hold is lowered as it is read. */
export function modelMessage(lowering: Lowering): Message<ModelProto> {
  let nodes = 0;
  const settings = startSettings();
  const toNode = (proto: NodeProto, index: number) => {
    if (++nodes > mostNodes) fail('format/limit', { what: 'nodes', limit: mostNodes }, { file: lowering.source.name });
    return lowerNode(lowering, proto, index, settings);
  };
  /** `metadataProps` of values (4, IR 10) is unread: no count depends on it. */
  const valueInfoProto = define<ValueInfoProto, onnx.IValueInfoProto>(
    'ValueInfoProto',
    () => ({ name: '', type: null }),
    { name: text(1), type: shared(2, () => typeProto, lowerType) },
    { docString: 3 },
  );

  const attributeProto: Message<AttributeProto> = define<AttributeProto, onnx.IAttributeProto>(
    'AttributeProto',
    () => ({
      name: '',
      f: null,
      i: null,
      s: null,
      t: null,
      g: null,
      floats: none,
      ints: none,
      strings: none,
      tensors: none,
      graphs: none,
      tp: null,
      typeProtos: none,
      type: 0,
      refAttrName: '',
      sparseTensor: null,
      sparseTensors: none,
    }),
    {
      name: text(1),
      f: float(2),
      i: int64(3),
      s: optionalText(4),
      t: nested(5, () => tensorProto),
      g: nested(6, () => graphProto),
      floats: floats(7),
      ints: int64s(8),
      strings: longTexts(9),
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
    () => ({
      input: none,
      output: none,
      name: '',
      opType: '',
      attribute: none,
      domain: '',
      overload: '',
      metadataProps: none,
    }),
    {
      input: texts(1),
      output: texts(2),
      name: text(3),
      opType: text(4),
      attribute: recurringList(5, () => attributeProto, isSetting),
      domain: text(7),
      overload: text(8), // IR 10
      metadataProps: nestedList(9, () => entryProto), // IR 10
    },
    { docString: 6 },
  );

  /** `quantizationAnnotation` repeats what the graph's own quantisation nodes say. */
  const graphProto: Message<GraphProto> = define<GraphProto, onnx.IGraphProto>(
    'GraphProto',
    () => ({
      node: none,
      name: '',
      initializer: none,
      sparseInitializer: none,
      input: none,
      output: none,
      valueInfo: none,
      metadataProps: none,
    }),
    {
      node: loweredList(1, () => nodeProto, toNode),
      name: text(2),
      initializer: loweredList(
        5,
        () => tensorProto,
        (t) => lowerTensor(lowering, t, t.name),
      ),
      sparseInitializer: loweredList(
        15,
        () => sparseTensorProto,
        (t) => lowerSparse(lowering, t, t.values?.name ?? ''),
      ),
      input: loweredList(11, () => valueInfoProto, lowerValue),
      output: loweredList(12, () => valueInfoProto, lowerValue),
      valueInfo: loweredList(13, () => valueInfoProto, lowerValue),
      metadataProps: nestedList(16, () => entryProto), // IR 10
    },
    { docString: 10, quantizationAnnotation: 14 },
  );

  const functionProto = define<FunctionProto, onnx.IFunctionProto>(
    'FunctionProto',
    () => ({
      name: '',
      input: none,
      output: none,
      attribute: none,
      node: none,
      opsetImport: none,
      domain: '',
      attributeProto: none,
      valueInfo: none,
      overload: '',
    }),
    {
      name: text(1),
      input: texts(4),
      output: texts(5),
      attribute: texts(6),
      node: loweredList(7, () => nodeProto, toNode),
      opsetImport: nestedList(9, () => opsetProto),
      domain: text(10),
      attributeProto: nestedList(11, () => attributeProto), // IR 9
      valueInfo: loweredList(12, () => valueInfoProto, lowerValue), // IR 10
      overload: text(13), // IR 10
    },
    { docString: 8 },
  );

  /** Training graphs are no part of what a forward pass costs; `configuration` (26, IR 11) places work on devices. */
  return define<ModelProto, onnx.IModelProto>(
    'ModelProto',
    () => ({
      irVersion: null,
      producerName: '',
      producerVersion: '',
      modelVersion: null,
      graph: null,
      opsetImport: none,
      metadataProps: none,
      functions: none,
    }),
    {
      irVersion: int64(1),
      producerName: text(2),
      producerVersion: text(3),
      modelVersion: int64(5),
      graph: nested(7, () => graphProto),
      opsetImport: nestedList(8, () => opsetProto),
      metadataProps: nestedList(14, () => entryProto),
      functions: loweredList(
        25,
        () => functionProto,
        (f) => lowerFunction(lowering, f),
      ),
    },
    { domain: 4, docString: 6, trainingInfo: 20 },
  );
}
