/**
 * Stored elements, decoded on request. `TensorProto` stores them in `raw_data`, little-endian, or in one of five typed
 * lists of numbers. A typed range is first brought to raw form, so there is one decoder a dtype.
 */
import { Cursor } from '../../bytes/cursor.ts';
import { fromBits, type NarrowFloat, powerOfTwo } from '../../bytes/floats.ts';
import { lengthWithin, type Payload, skipField } from '../../bytes/protobuf.ts';
import type { Source } from '../../bytes/source.ts';
import { bitsPerElement, type DType } from '../../model/dtype.ts';
import type { Scalar } from '../../model/model.ts';

export interface Stored {
  readonly source: Source;
  readonly dtype: DType;
  readonly payload: Payload;
  readonly form: 'raw' | 'fixed' | 'varint' | 'text';
  /** Where every `stride`-th item of a list begins; found when first needed. */
  marks?: readonly number[];
}

/** Elements `from` to `to`, both within the tensor; `undefined` for a dtype whose elements no Scalar can be. */
export function readElements(stored: Stored, from: number, to: number): readonly Scalar[] | undefined {
  if (stored.dtype.startsWith('complex')) return undefined;
  if (to <= from) return [];
  if (stored.form === 'text') return strings(stored, from, to);
  const bits = bitsPerElement(stored.dtype) ?? 8;
  return bits < 8 ? narrowElements(stored, bits, from, to) : wideElements(stored, bits / 8, from, to);
}

type Decode = (view: DataView, at: number) => Scalar;

const decoders: Partial<Record<DType, Decode>> = {
  float64: (v, at) => v.getFloat64(at, true),
  float32: (v, at) => v.getFloat32(at, true),
  float16: (v, at) => fromBits('float16', v.getUint16(at, true)),
  bfloat16: (v, at) => fromBits('bfloat16', v.getUint16(at, true)),
  float8e4m3fn: (v, at) => fromBits('float8e4m3fn', v.getUint8(at)),
  float8e4m3fnuz: (v, at) => fromBits('float8e4m3fnuz', v.getUint8(at)),
  float8e5m2: (v, at) => fromBits('float8e5m2', v.getUint8(at)),
  float8e5m2fnuz: (v, at) => fromBits('float8e5m2fnuz', v.getUint8(at)),
  float8e8m0: (v, at) => powerOfTwo(v.getUint8(at)),
  int64: (v, at) => v.getBigInt64(at, true),
  int32: (v, at) => BigInt(v.getInt32(at, true)),
  int16: (v, at) => BigInt(v.getInt16(at, true)),
  int8: (v, at) => BigInt(v.getInt8(at)),
  uint64: (v, at) => v.getBigUint64(at, true),
  uint32: (v, at) => BigInt(v.getUint32(at, true)),
  uint16: (v, at) => BigInt(v.getUint16(at, true)),
  uint8: (v, at) => BigInt(v.getUint8(at)),
  bool: (v, at) => (v.getUint8(at) === 0 ? 0n : 1n),
};

const narrowDecoders: Partial<Record<DType, (pattern: number) => Scalar>> = {
  int4: (p) => BigInt.asIntN(4, BigInt(p)),
  int2: (p) => BigInt.asIntN(2, BigInt(p)),
  uint4: BigInt,
  uint2: BigInt,
  ...Object.fromEntries(
    (['float4e2m1', 'float6e2m3', 'float6e3m2'] satisfies NarrowFloat[]).map((name) => [
      name,
      (p: number) => fromBits(name, p),
    ]),
  ),
};

function wideElements(stored: Stored, width: number, from: number, to: number): readonly Scalar[] | undefined {
  const decode = decoders[stored.dtype];
  if (decode === undefined) return undefined;
  const view =
    stored.form === 'varint' ? fromVarints(stored, width, from, to) : bytesOf(stored, from * width, to * width);
  return Array.from({ length: to - from }, (_, i) => decode(view, i * width));
}

/** Packed from the lowest bits up. A typed list holds a byte of them in each number, but one 6-bit float. */
function narrowElements(stored: Stored, bits: number, from: number, to: number): readonly Scalar[] | undefined {
  const decode = narrowDecoders[stored.dtype];
  if (decode === undefined) return undefined;
  const spacing = stored.form === 'varint' && bits === 6 ? 8 : bits;
  const firstByte = Math.floor((from * spacing) / 8);
  const lastByte = Math.ceil((to * spacing) / 8);
  const view =
    stored.form === 'varint' ? fromVarints(stored, 1, firstByte, lastByte) : bytesOf(stored, firstByte, lastByte);
  const byteAt = (i: number) => (i < view.byteLength ? view.getUint8(i) : 0);
  return Array.from({ length: to - from }, (_, i) => {
    const bit = (from + i) * spacing - firstByte * 8;
    const byte = bit >> 3;
    return decode(((byteAt(byte) | (byteAt(byte + 1) << 8)) >> (bit & 7)) & (2 ** bits - 1));
  });
}

/** Bytes `from` to `to` of the content. */
function bytesOf(stored: Stored, from: number, to: number): DataView {
  const { source, payload, form } = stored;
  if (payload.pieces > 1 && form === 'fixed') return joined(stored, from, to);
  const bytes = source.slice(payload.offset + from, payload.offset + to);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A list of fixed-width numbers in several pieces. `from` and `to` are at whole numbers. */
function joined(stored: Stored, from: number, to: number): DataView {
  const width = stored.payload.field === doubleField ? 8 : 4;
  const view = new DataView(new ArrayBuffer(to - from));
  const walker = walkFrom(stored, from / width);
  for (let at = 0; at < view.byteLength; at += 4) {
    if (at % width === 0) toItem(walker);
    view.setFloat32(at, walker.cursor.float32(), true);
  }
  return view;
}

const doubleField = 10;

/** Numbers `from` to `to` of a typed list, each cut to `width` bytes. */
function fromVarints(stored: Stored, width: number, from: number, to: number): DataView {
  const view = new DataView(new ArrayBuffer((to - from) * width));
  const walker = walkFrom(stored, from);
  for (let at = 0; at < view.byteLength; at += width) {
    toItem(walker);
    const value = walker.cursor.int64();
    if (width === 8) view.setBigInt64(at, value, true);
    else if (width === 4) view.setInt32(at, Number(BigInt.asIntN(32, value)), true);
    else if (width === 2) view.setInt16(at, Number(BigInt.asIntN(16, value)), true);
    else view.setInt8(at, Number(BigInt.asIntN(8, value)));
  }
  return view;
}

function strings(stored: Stored, from: number, to: number): readonly string[] {
  const walker = walkFrom(stored, from);
  return Array.from({ length: to - from }, () => {
    const byteLength = toItem(walker);
    const kept = Math.min(byteLength, longestString);
    const text = walker.cursor.text(kept);
    walker.cursor.skip(byteLength - kept);
    return kept < byteLength ? `${text}… (${byteLength} bytes)` : text;
  });
}

/** Of one element. A vocabulary's entries are words; a longer one is a file put in a tensor. */
const longestString = 1 << 20;

/** Steps through the items of a list that may lie in several pieces, packed or not. */
interface Walker {
  readonly stored: Stored;
  readonly cursor: Cursor;
  /** End of the packed list the cursor is in. */
  pieceEnd: number;
}

/**
 * Items are of any length, so finding the n-th means walking. The first walk past `stride` items marks every
 * `stride`-th one, so that a few hundred samples of a large tensor cost one walk together.
 */
const stride = 1024;

function walkFrom(stored: Stored, index: number): Walker {
  const from = stored.payload.from;
  if (index >= stride) stored.marks ??= markItems(stored);
  const mark = Math.floor(index / stride) * 2;
  const walker: Walker = {
    stored,
    cursor: new Cursor(stored.source, stored.marks?.[mark] ?? from),
    pieceEnd: stored.marks?.[mark + 1] ?? from,
  };
  for (let i = index >= stride ? index % stride : index; i > 0; i--) skipItem(walker);
  return walker;
}

/** Cursor offset and piece end before every `stride`-th item. */
function markItems(stored: Stored): readonly number[] {
  const from = stored.payload.from;
  const walker: Walker = { stored, cursor: new Cursor(stored.source, from), pieceEnd: from };
  const marks: number[] = [];
  for (let i = 0; hasItem(walker); i++) {
    if (i % stride === 0) marks.push(walker.cursor.offset, walker.pieceEnd);
    skipItem(walker);
  }
  return marks;
}

function hasItem({ cursor, stored, pieceEnd }: Walker): boolean {
  return cursor.offset < pieceEnd || cursor.offset < stored.payload.to;
}

function skipItem(walker: Walker): void {
  const { form, payload } = walker.stored;
  const byteLength = toItem(walker);
  if (form === 'varint') walker.cursor.skipVarint();
  else walker.cursor.skip(form === 'text' ? byteLength : payload.field === doubleField ? 8 : 4);
}

/** Moves to the content of the next item and gives its length, where it says one. */
function toItem(walker: Walker): number {
  const { cursor, stored } = walker;
  const { field, to } = stored.payload;
  while (cursor.offset >= walker.pieceEnd) {
    const tagAt = cursor.offset;
    if (tagAt >= to) cursor.damaged('a list holds fewer elements than its tensor needs');
    const tag = cursor.tag();
    if (Math.floor(tag / 8) !== field) skipField(cursor, 'TensorProto', tag, to, tagAt);
    else if (tag % 8 !== delimited) walker.pieceEnd = cursor.offset + 1;
    else {
      const byteLength = lengthWithin(cursor, to, 'TensorProto');
      if (stored.form === 'text') return byteLength;
      walker.pieceEnd = cursor.offset + byteLength;
    }
  }
  return 0;
}

const delimited = 2;
