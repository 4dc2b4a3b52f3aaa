import { Cursor } from '../../bytes/cursor.ts';
import { lengthWithin, skipField } from '../../bytes/protobuf.ts';
import type { Source } from '../../bytes/source.ts';

const modelGraph = 7;
const delimited = 2;

/**
 * Steps from field to field of the model and of its graph, and over what is in them. Where the ranges of a sparse source
 * come one by one, and all is begun anew for each, this is done hundreds of times before the file is read once.
 */
export function skimOnnx(source: Source): void {
  const cursor = new Cursor(source);
  skimFields(cursor, source.size, 'ModelProto');
}

function skimFields(cursor: Cursor, end: number, inside: 'ModelProto' | 'GraphProto'): void {
  while (cursor.offset < end) {
    const tagAt = cursor.offset;
    const tag = cursor.tag();
    if (inside === 'ModelProto' && tag === modelGraph * 8 + delimited) {
      const length = lengthWithin(cursor, end, inside);
      skimFields(cursor, cursor.offset + length, 'GraphProto');
    } else skipField(cursor, inside, tag, end, tagAt);
  }
}
