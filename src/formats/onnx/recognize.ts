import { Cursor } from '../../bytes/cursor.ts';
import type { Source } from '../../bytes/source.ts';
import { FlopgateError } from '../../problem.ts';

/**
 * Protobuf has no magic number: a file is ONNX when its outermost fields are those of a ModelProto, each of the right
 * wire type, up to the graph, the end of the file, or the place where a truncated file ends.
 */
export function recognizeOnnx(head: Uint8Array, source: Source): boolean {
  if (!hasControlBytes(head)) return false;
  const cursor = new Cursor(source);
  let fields = 0;
  try {
    while (cursor.offset < source.size && fields < mostFields) {
      const found = stepOver(cursor, source.size);
      if (found === 'foreign') return false;
      fields++;
      if (found === 'graph') return true;
    }
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
  }
  return fields > 0;
}

/** Functions may stand before the graph, thousands of them; past this the file is as good as recognised. */
const mostFields = 10_000;

const varint = 0;
const delimited = 2;
/** Wire types of ModelProto's fields by number. */
const wires = new Map([
  [1, varint],
  [2, delimited],
  [3, delimited],
  [4, delimited],
  [5, varint],
  [6, delimited],
  [7, delimited],
  [8, delimited],
  [14, delimited],
  [20, delimited],
  [25, delimited],
  [26, delimited],
]);
const producerName = 2;
const graph = 7;
/** Core ML's neural networks begin like ONNX, and have fields from 200 on. */
const mostFieldNumber = 100;

/** Throws where the file ends first. */
function stepOver(cursor: Cursor, size: number): 'foreign' | 'graph' | 'other' {
  const tag = cursor.varint();
  const field = Math.floor(tag / 8);
  const wire = tag % 8;
  if (field === 0 || field > mostFieldNumber || (wire !== varint && wire !== delimited)) return 'foreign';
  if (wire !== (wires.get(field) ?? wire)) return 'foreign';
  if (wire === varint) {
    cursor.skipVarint();
    return 'other';
  }
  const length = cursor.varint();
  if (field === producerName && length > 0 && cursor.text(1) < ' ') return 'foreign';
  if (length > size - cursor.offset) cursor.damaged('the file ends within this field');
  cursor.skip(field === producerName && length > 0 ? length - 1 : length);
  return field === graph ? 'graph' : 'other';
}

/** A text has none but tabs and line ends; a ModelProto cannot do without (0x10 begins a version, 0x12 an output). */
function hasControlBytes(head: Uint8Array): boolean {
  return head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}
