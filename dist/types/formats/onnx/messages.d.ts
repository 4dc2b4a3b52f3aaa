/**
 * ONNX's messages as they are read: the names of onnx-proto, 64-bit integers as bigints, large data as places in the
 * file. What graphs hold many of (nodes, tensors, values) is here in its final form already.
 */
import type { Payload } from '../../bytes/protobuf.ts';
import type { LocalFunction, Node, Tensor, ValueInfo, ValueType } from '../../model/model.ts';
export interface ModelProto {
    irVersion: bigint | null;
    producerName: string;
    producerVersion: string;
    modelVersion: bigint | null;
    graph: GraphProto | null;
    opsetImport: OperatorSetIdProto[];
    metadataProps: StringStringEntryProto[];
    functions: LocalFunction[];
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
    node: Node[];
    name: string;
    initializer: Tensor[];
    sparseInitializer: Tensor[];
    input: ValueInfo[];
    output: ValueInfo[];
    valueInfo: ValueInfo[];
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
    type: ValueType | null;
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
    node: Node[];
    opsetImport: OperatorSetIdProto[];
    domain: string;
    attributeProto: AttributeProto[];
    valueInfo: ValueInfo[];
    overload: string;
}
