/** Our Model held against what onnx-proto's own decoder makes of the same bytes, field by field. */
import assert from 'node:assert/strict';
import onnxProto from 'onnx-proto';
import { type Dim, isUnknown } from '../../../src/model/dim.ts';
import { formatDim, parseDim } from '../../../src/model/dim-text.ts';
import type { Attribute, Graph, Model, Node, Tensor, ValueType } from '../../../src/model/model.ts';
import { typeNumbers } from '../../tensor-data.ts';

type Proto = typeof onnxProto.onnx;
type TensorProto = InstanceType<Proto['TensorProto']>;
type SparseProto = InstanceType<Proto['SparseTensorProto']>;
type GraphProto = InstanceType<Proto['GraphProto']>;

/** Fails with the first difference, and says where it is. Returns how many nodes were compared. */
export function assertSameAsOnnxProto(model: Model, bytes: Uint8Array): number {
  const proto = onnxProto.onnx.ModelProto.decode(bytes);
  assert.equal(model.producer, [proto.producerName, proto.producerVersion].filter((p) => p !== '').join(' '));
  assert.equal(model.irVersion ?? 0n, big(proto.irVersion));
  assert.equal(model.modelVersion ?? 0n, big(proto.modelVersion));
  const opsets = proto.opsetImport.map((o): [string, bigint] => [domain(o.domain), big(o.version)]);
  if (opsets.length > 0) assert.deepEqual([...model.opsets], [...new Map(opsets)]);
  assert.deepEqual(
    [...model.metadata],
    proto.metadataProps.map((p) => [p.key ?? '', p.value ?? '']),
  );
  const functions = [...model.functions.values()];
  assert.equal(functions.length, proto.functions.length);
  let compared = sameGraph(model.graph, onnxProto.onnx.GraphProto.create(proto.graph ?? {}), true);
  for (const [i, f] of functions.entries()) {
    const theirs = proto.functions[i];
    assert.equal(f.name, theirs?.name);
    assert.equal(f.domain, domain(theirs?.domain));
    assert.deepEqual(f.inputs, theirs?.input);
    assert.deepEqual(f.outputs, theirs?.output);
    compared += sameNodes(f.nodes, theirs?.node ?? [], `function ${f.name}`);
  }
  return compared;
}

function sameGraph(ours: Graph, theirs: GraphProto, main = false): number {
  const where = `graph ${ours.name}`;
  assert.equal(ours.name, theirs.name);
  const stored = new Set([
    ...theirs.initializer.map((t) => t.name),
    ...theirs.sparseInitializer.map((s) => s.values?.name),
  ]);
  const given = theirs.input.filter((v) => !main || !stored.has(v.name));
  assert.deepEqual(
    ours.inputs.map((v) => v.name),
    given.map((v) => v.name ?? ''),
    where,
  );
  assert.deepEqual(
    ours.outputs.map((v) => v.name),
    theirs.output.map((v) => v.name ?? ''),
    where,
  );
  for (const [i, v] of ours.inputs.entries()) sameType(v.type, given[i]?.type, `${where} input ${v.name}`);
  for (const [i, v] of ours.outputs.entries()) sameType(v.type, theirs.output[i]?.type, `${where} output ${v.name}`);
  assert.equal(ours.declared.size, new Set(theirs.valueInfo.map((v) => v.name)).size);
  for (const v of new Map(theirs.valueInfo.map((v) => [v.name, v])).values())
    sameType(ours.declared.get(v.name ?? '')?.type, v.type, `${where} value ${v.name}`);
  for (const t of new Map(theirs.initializer.map((t) => [t.name, t])).values())
    sameTensor(ours.tensors.get(t.name ?? ''), t, `${where} tensor ${t.name}`);
  for (const s of theirs.sparseInitializer) sameSparse(ours.tensors.get(s.values?.name ?? ''), s, where);
  assert.equal(ours.tensors.size, stored.size);
  return sameNodes(ours.nodes, theirs.node, where);
}

function sameNodes(ours: readonly Node[], theirs: GraphProto['node'], where: string): number {
  assert.equal(ours.length, theirs.length, where);
  let nested = 0;
  for (const [i, node] of ours.entries()) {
    const other = onnxProto.onnx.NodeProto.create(theirs[i] ?? {});
    const at = `${where} node ${i} ${node.name}`;
    assert.equal(node.index, i, at);
    assert.equal(node.name, other.name, at);
    assert.equal(node.op, other.opType, at);
    assert.equal(node.domain, domain(other.domain), at);
    assert.deepEqual(node.inputs, other.input, at);
    assert.deepEqual(node.outputs, other.output, at);
    assert.deepEqual([...node.attributes.keys()], [...new Set(other.attribute.map((a) => a.name))], at);
    for (const a of new Map(other.attribute.map((a) => [a.name, a])).values())
      nested += sameAttribute(
        node.attributes.get(a.name ?? ''),
        onnxProto.onnx.AttributeProto.create(a),
        `${at} ${a.name}`,
      );
  }
  return ours.length + nested;
}

function sameAttribute(ours: Attribute | undefined, a: InstanceType<Proto['AttributeProto']>, at: string): number {
  assert.ok(ours, at);
  if (a.refAttrName !== '') {
    assert.deepEqual(ours, { kind: 'reference', name: a.refAttrName }, at);
    return 0;
  }
  switch (ours.kind) {
    case 'float':
      assert.ok(Object.is(ours.value, a.f), `${at}: ${ours.value} is not ${a.f}`);
      break;
    case 'int':
      assert.equal(ours.value, big(a.i), at);
      break;
    case 'string':
      assert.equal(ours.value, text(a.s), at);
      break;
    case 'floats':
      assert.deepEqual(ours.value, a.floats, at);
      break;
    case 'ints':
      assert.deepEqual(ours.value, a.ints.map(big), at);
      break;
    case 'strings':
      assert.deepEqual(ours.value, a.strings.map(text), at);
      break;
    case 'tensor':
      if (a.t) sameTensor(ours.value, onnxProto.onnx.TensorProto.create(a.t), at);
      else sameSparse(ours.value, onnxProto.onnx.SparseTensorProto.create(a.sparseTensor ?? {}), at);
      break;
    case 'tensors':
      for (const [i, t] of ours.value.entries()) sameTensor(t, a.tensors[i], at);
      break;
    case 'graph':
      return sameGraph(ours.value, onnxProto.onnx.GraphProto.create(a.g ?? {}));
    case 'graphs':
      return ours.value.reduce((n, g, i) => n + sameGraph(g, onnxProto.onnx.GraphProto.create(a.graphs[i] ?? {})), 0);
    case 'type':
      sameType(ours.value, a.tp, at);
      break;
    default:
      assert.fail(`${at}: ${ours.kind}`);
  }
  return 0;
}

function sameTensor(ours: Tensor | undefined, proto: onnxProto.onnx.ITensorProto | undefined, at: string): void {
  assert.ok(ours, at);
  assert.ok(proto, at);
  const theirs: TensorProto = onnxProto.onnx.TensorProto.create(proto);
  assert.equal(ours.name, theirs.name, at);
  assert.deepEqual(ours.shape, theirs.dims.map(big), at);
  assert.equal(
    ours.elementCount,
    theirs.dims.map(big).reduce((n, d) => n * d, 1n),
    at,
  );
  assert.equal(typeNumbers[ours.dtype], theirs.dataType, at);
  assert.equal(ours.place === 'inline', theirs.dataLocation !== 1, at);
  if (theirs.rawData.length > 0) assert.equal(ours.byteLength, BigInt(theirs.rawData.length), at);
  const count = Number(ours.elementCount);
  const some = Math.min(count, 100);
  if (ours.place === 'external') assert.equal(ours.elements(0, some), undefined, at);
  else sameElements(ours.elements(count - some, count), ours.dtype, theirs, count - some, at);
}

/** Where onnx-proto holds the elements as such. */
function sameElements(
  ours: ReturnType<Tensor['elements']>,
  dtype: string,
  theirs: TensorProto,
  from: number,
  at: string,
) {
  if (dtype === 'float32' && theirs.rawData.length === 0) assert.deepEqual(ours, theirs.floatData.slice(from), at);
  if (dtype === 'int64' && theirs.rawData.length === 0)
    assert.deepEqual(ours, theirs.int64Data.slice(from).map(big), at);
  if (theirs.rawData.length === 0) return;
  const view = new DataView(theirs.rawData.buffer, theirs.rawData.byteOffset, theirs.rawData.byteLength);
  for (const [i, value] of (ours ?? []).entries()) {
    if (dtype === 'float32') assert.ok(Object.is(value, view.getFloat32((from + i) * 4, true)), at);
    if (dtype === 'int64') assert.equal(value, view.getBigInt64((from + i) * 8, true), at);
  }
}

function sameSparse(
  ours: Tensor | undefined,
  theirs: onnxProto.onnx.ISparseTensorProto | SparseProto,
  at: string,
): void {
  assert.deepEqual(ours?.shape, (theirs.dims ?? []).map(big), at);
  assert.equal(ours?.name, theirs.values?.name ?? '', at);
}

type TypeProto = onnxProto.onnx.ITypeProto;
type DimensionProto = onnxProto.onnx.TensorShapeProto.IDimension;

function sameType(ours: ValueType | undefined, theirs: TypeProto | null | undefined, at: string): void {
  assert.ok(ours, at);
  const tensor = theirs?.tensorType ?? theirs?.sparseTensorType;
  if (theirs?.sequenceType && ours.kind === 'sequence') sameType(ours.element, theirs.sequenceType.elemType, at);
  else if (theirs?.optionalType && ours.kind === 'optional') sameType(ours.element, theirs.optionalType.elemType, at);
  else if (theirs?.mapType && ours.kind === 'map') sameType(ours.value, theirs.mapType.valueType, at);
  else if (!tensor) assert.ok(ours.kind === 'opaque' || (ours.kind === 'tensor' && ours.dtype === null), at);
  else {
    assert.ok(ours.kind === 'tensor', at);
    assert.equal(ours.dtype === null ? 0 : typeNumbers[ours.dtype], tensor.elemType ?? 0, at);
    if (isUnknown(ours.shape)) assert.ok(!tensor.shape, at);
    else sameExtents(ours.shape, tensor.shape?.dim ?? [], at);
  }
}

function sameExtents(ours: readonly Dim[], theirs: readonly DimensionProto[], at: string): void {
  assert.equal(ours.length, theirs.length, at);
  for (const [i, dim] of ours.entries()) {
    const { dimValue, dimParam } = theirs[i] ?? {};
    const value = dimValue === undefined || dimValue === null ? -1n : big(dimValue);
    const named = dimParam && !['None', '?', '-1'].includes(dimParam);
    if (value >= 0n) assert.equal(dim, value, at);
    else if (named) assert.equal(formatDim(dim), formatDim(parseDim(dimParam) ?? dim), at);
    else assert.ok(isUnknown(dim), at);
  }
}

function big(value: unknown): bigint {
  return BigInt(String(value ?? 0));
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function domain(name: string | null | undefined): string {
  return name === 'ai.onnx' ? '' : (name ?? '');
}
