/** What the file says of a value: dtype and extents, for Flopgate's own inference to be checked against. */

import { type Dim, isKnown, type Shape, symbol, unknown } from '../../model/dim.ts';
import { parseDim } from '../../model/dim-text.ts';
import { dtypeOf } from '../../model/dtype.ts';
import type { ValueInfo, ValueType } from '../../model/model.ts';
import type { DimensionProto, ShapeProto, TypeProto, ValueInfoProto } from './messages.ts';

export function lowerValue(proto: ValueInfoProto): ValueInfo {
  return { name: proto.name, type: proto.type ?? untyped };
}

/** A value without a type is a tensor of which nothing is known, as the commonest of what it may be. */
export function lowerType(proto: TypeProto | null): ValueType {
  if (proto === null) return untyped;
  if (proto.tensorType !== null) {
    const { elemType, shape } = proto.tensorType;
    return { kind: 'tensor', dtype: dtypeOf(elemType), shape: lowerShape(shape) };
  }
  if (proto.sparseTensorType !== null) {
    const { elemType, shape } = proto.sparseTensorType;
    return { kind: 'tensor', dtype: dtypeOf(elemType), shape: lowerShape(shape), sparse: true };
  }
  if (proto.sequenceType !== null) return { kind: 'sequence', element: lowerType(proto.sequenceType.elemType) };
  if (proto.optionalType !== null) return { kind: 'optional', element: lowerType(proto.optionalType.elemType) };
  if (proto.mapType !== null)
    return { kind: 'map', key: dtypeOf(proto.mapType.keyType), value: lowerType(proto.mapType.valueType) };
  return proto.opaqueType === null ? untyped : { kind: 'opaque' };
}

const noRank = unknown('the file does not say how many dimensions it has');
const untyped: ValueType = { kind: 'tensor', dtype: null, shape: noRank };

function lowerShape(proto: ShapeProto | null): Shape {
  return proto === null ? noRank : proto.dim.map(lowerDim);
}

const undeclared = unknown('the file leaves this dimension open');

function lowerDim({ dimValue, dimParam }: DimensionProto): Dim {
  if (dimValue !== null) return dimValue < 0n ? undeclared : dimValue;
  return dimParam === null ? undeclared : dimOfText(dimParam);
}

/** Names of a dimension of which the exporter knew nothing: two of them need not be equal. */
const namesOfNothing: ReadonlySet<string> = new Set(['', '?', 'None', 'none', '-1', '*']);
/** `batch-size` is a name, not a difference; exporters that write expressions put spaces around a minus. */
const hyphenated = /^[A-Za-z_][\w.]*(-[A-Za-z_][\w.]*)+$/;

/** The same few names stand in thousands of shapes. Bounded, as a file may make up any number of them. */
const known = new Map<string, Dim>();
const mostKnown = 1000;

function dimOfText(name: string): Dim {
  const before = known.get(name);
  if (before !== undefined) return before;
  const dim = readDim(name.trim());
  if (known.size >= mostKnown) known.clear();
  known.set(name, dim);
  return dim;
}

function readDim(name: string): Dim {
  if (namesOfNothing.has(name)) return undeclared;
  const dim = hyphenated.test(name) ? undefined : parseDim(name);
  if (dim === undefined) return symbol(name);
  return isKnown(dim) && dim < 0n ? undeclared : dim;
}
