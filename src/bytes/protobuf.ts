/**
 * Protobuf's wire format by field table, ignorant of what the messages mean. A message is a table of fields by name;
 * reading it gives a record of that shape. What no table names is skipped unread, and so is every payload: for them
 * the record says where in the file they lie.
 *
 * Wire format: protobuf.dev/programming-guides/encoding. A field whose wire type is not the table's is damage here,
 * where protobuf's own parsers would put it aside as unknown: a field missed in silence would be a wrong count.
 */
import { fail } from '../problem.ts';
import type { Cursor } from './cursor.ts';

/** Bounds on what a file can make us keep, whatever it says. Each caller names its own, with the reason. */
export interface Ceilings {
  /** Messages inside messages. */
  readonly depth: number;
  readonly messages: number;
  /** Numbers and strings in repeated fields. */
  readonly elements: number;
  /** Bytes of one string. */
  readonly textBytes: number;
}

/** One reading of one file: where it stands and what it has kept so far. */
export interface Walk {
  readonly cursor: Cursor;
  readonly ceilings: Ceilings;
  depth: number;
  messages: number;
  elements: number;
}

export function startWalk(cursor: Cursor, ceilings: Ceilings): Walk {
  return { cursor, ceilings, depth: 0, messages: 0, elements: 0 };
}

/** Where a field's content lies; the content itself is not read. */
export interface Payload {
  readonly field: number;
  /** Of the content's first byte in the file: of its only piece, or the first of several. */
  readonly offset: number;
  /** Bytes of content in all pieces together. */
  readonly byteLength: number;
  /** How often the field occurs: 1 for bytes and for a packed list. */
  readonly pieces: number;
  /** From the first piece's tag to the last one's end, whatever stands between them included. */
  readonly from: number;
  readonly to: number;
  /** Each piece is one number, not a packed list. */
  readonly unpacked: boolean;
}

const wireNames = ['varint', '64-bit', 'length-delimited', 'group start', 'group end', '32-bit'] as const;
const varint = 0;
const fixed64 = 1;
const delimited = 2;
const fixed32 = 5;

export interface Field<T> {
  readonly number: number;
  /** Wire types it may have. */
  readonly wires: readonly number[];
  /** Reads one occurrence up to `end`; `previous` is what the occurrences before it made. */
  read(walk: Walk, wire: number, end: number, previous: T, tagAt: number): T;
}

/** A field of every name in the record, and no other. */
export type FieldTable<M> = { readonly [K in keyof M]: Field<M[K]> };

interface Slot<M> {
  readonly name: string;
  readonly wires: readonly number[];
  read(record: M, walk: Walk, wire: number, end: number, tagAt: number): void;
}

export interface Message<M> {
  readonly name: string;
  /** A record of which nothing is said yet. A literal, so that all records of a message are alike. */
  readonly empty: () => M;
  readonly slots: readonly (Slot<M> | undefined)[];
}

/** What a list is before its first element. Never pushed to: the first element makes a list of its own. */
export const none: never[] = [];

/** `oneOf` are fields of which the last one that occurs stands alone. */
export function message<M extends object>(
  name: string,
  empty: () => M,
  table: FieldTable<M>,
  oneOf: readonly (keyof M)[] = [],
): Message<M> {
  const slots: (Slot<M> | undefined)[] = [];
  for (const key in table) slots[table[key].number] = slot(key, table[key], oneOf.includes(key) ? oneOf : [], empty());
  return { name, empty, slots: Array.from(slots) };
}

function slot<M, K extends keyof M & string>(
  key: K,
  field: Field<M[K]>,
  rivals: readonly (keyof M)[],
  blank: M,
): Slot<M> {
  const others = rivals.filter((name) => name !== key);
  return {
    name: key,
    wires: field.wires,
    read(record, walk, wire, end, tagAt) {
      for (const name of others) record[name] = blank[name];
      record[key] = field.read(walk, wire, end, record[key], tagAt);
    },
  };
}

/** Reads the message that lies between the cursor and `end`. Fields of `into` are kept and merged with, as protobuf does. */
export function readMessage<M extends object>(walk: Walk, message: Message<M>, end: number, into?: M): M {
  const { cursor } = walk;
  const record = into ?? message.empty();
  if (++walk.depth > walk.ceilings.depth) overLimit(walk, 'levels of nested messages', walk.ceilings.depth);
  if (++walk.messages > walk.ceilings.messages) overLimit(walk, 'messages', walk.ceilings.messages);
  while (cursor.offset < end) {
    const tagAt = cursor.offset;
    const tag = cursor.tag();
    const wire = tag % 8;
    const found = message.slots[Math.floor(tag / 8)];
    if (found === undefined) skipField(cursor, message.name, tag, end, tagAt);
    else if (found.wires.includes(wire)) found.read(record, walk, wire, end, tagAt);
    else wrongWire(cursor, message.name, found, wire, tagAt);
    if (cursor.offset > end) cursor.damaged(`a field of ${message.name} runs past the end of the message`, tagAt);
  }
  walk.depth--;
  return record;
}

/** Steps over a field, whatever it is. Groups, which no current format has, are refused: to skip them is to nest. */
export function skipField(cursor: Cursor, inside: string, tag: number, end: number, tagAt: number): void {
  const wire = tag % 8;
  if (tag < 8) cursor.damaged(`a field of ${inside} has the number 0`, tagAt);
  if (wire === varint) cursor.skipVarint();
  else if (wire === delimited) cursor.skip(lengthWithin(cursor, end, inside));
  else if (wire === fixed64) cursor.skip(8);
  else if (wire === fixed32) cursor.skip(4);
  else
    cursor.damaged(
      `field ${Math.floor(tag / 8)} of ${inside} has wire type ${wire} (${wireNames[wire] ?? 'undefined'})`,
      tagAt,
    );
}

/** The length at the cursor, checked against what remains of the message around it. */
export function lengthWithin(cursor: Cursor, end: number, inside: string): number {
  const at = cursor.offset;
  const length = cursor.varint();
  const left = end - cursor.offset;
  if (length <= left) return length;
  if (end === cursor.source.size)
    cursor.damaged(`${inside} needs ${length} more bytes here, but the file ends ${Math.max(left, 0)} bytes later`, at);
  cursor.damaged(`${inside} says ${length} bytes follow, but only ${Math.max(left, 0)} are left in it`, at);
}

function wrongWire<M>(cursor: Cursor, inside: string, slot: Slot<M>, wire: number, at: number): never {
  const expected = slot.wires.map((w) => wireNames[w]).join(' or ');
  cursor.damaged(
    `\`${slot.name}\` of ${inside} has wire type ${wire} (${wireNames[wire] ?? 'undefined'}), not ${expected}`,
    at,
  );
}

function overLimit(walk: Walk, what: string, limit: number): never {
  const { offset, source } = walk.cursor;
  fail('format/limit', { what, limit }, { file: source.name, offset });
}

function countElements(walk: Walk, count: number): void {
  walk.elements += count;
  if (walk.elements > walk.ceilings.elements) overLimit(walk, 'numbers and strings in lists', walk.ceilings.elements);
}

// Kinds of fields

export function text(number: number): Field<string> {
  return { number, wires: [delimited], read: readText };
}

/** Of any length: beyond the ceiling only its beginning is kept, and its length said. */
export function longText(number: number): Field<string> {
  return { number, wires: [delimited], read: readLongText };
}

/** As `longText`, but `null` where it does not occur. */
export function optionalText(number: number): Field<string | null> {
  return { number, wires: [delimited], read: readLongText };
}

/** Names: one beyond the ceiling is refused, for two of which only the beginning was kept could look the same. */
export function texts(number: number): Field<string[]> {
  return textList(number, readText);
}

export function longTexts(number: number): Field<string[]> {
  return textList(number, readLongText);
}

function textList(number: number, read: typeof readText): Field<string[]> {
  return list(number, [delimited], (walk, wire, end, values) => {
    countElements(walk, 1);
    values.push(read(walk, wire, end));
  });
}

export function int64(number: number): Field<bigint | null> {
  return { number, wires: [varint], read: (walk) => walk.cursor.int64() };
}

/** Also for enums. */
export function int32(number: number): Field<number> {
  return { number, wires: [varint], read: (walk) => walk.cursor.int32() };
}

export function float(number: number): Field<number | null> {
  return { number, wires: [fixed32], read: (walk) => walk.cursor.float32() };
}

/** Packed or not. */
export function int64s(number: number): Field<bigint[]> {
  return list(number, [varint, delimited], (walk, wire, end, values) => {
    const stop = wire === varint ? walk.cursor.offset + 1 : packedEnd(walk, end);
    while (walk.cursor.offset < stop) {
      countElements(walk, 1);
      values.push(walk.cursor.int64());
    }
  });
}

/** Packed or not. */
export function floats(number: number): Field<number[]> {
  return list(number, [fixed32, delimited], (walk, wire, end, values) => {
    const count = wire === fixed32 ? 1 : (packedEnd(walk, end) - walk.cursor.offset) / 4;
    if (!Number.isInteger(count))
      walk.cursor.damaged('a packed list of 32-bit numbers has a length that is no multiple of 4');
    countElements(walk, count);
    for (let i = 0; i < count; i++) values.push(walk.cursor.float32());
  });
}

/** A message inside; where it occurs again, its fields are merged. `of` is a function for messages that nest. */
export function nested<M extends object>(number: number, of: () => Message<M>): Field<M | null> {
  return {
    number,
    wires: [delimited],
    read(walk, _, end, previous) {
      const inner = of();
      const length = lengthWithin(walk.cursor, end, inner.name);
      return readMessage(walk, inner, walk.cursor.offset + length, previous ?? undefined);
    },
  };
}

export function nestedList<M extends object>(number: number, of: () => Message<M>): Field<M[]> {
  return loweredList(number, of, (record) => record);
}

/** As `nestedList`, each record put into its final form at once: of a long list, one record exists at a time. */
export function loweredList<M extends object, T>(
  number: number,
  of: () => Message<M>,
  lower: (record: M, index: number) => T,
): Field<T[]> {
  return list(number, [delimited], (walk, _, end, values) => {
    const inner = of();
    const length = lengthWithin(walk.cursor, end, inner.name);
    values.push(lower(readMessage(walk, inner, walk.cursor.offset + length), values.length));
  });
}

/**
 * A message whose bytes often repeat, such as a type: equal bytes are read once and share what `lower` makes of them. A
 * second one would be merged with the first by protobuf's own parsers; no writer makes it, so it is refused.
 */
export function shared<M extends object, T>(
  number: number,
  of: () => Message<M>,
  lower: (record: M) => T,
): Field<T | null> {
  const known = new Map<string, T>();
  return {
    number,
    wires: [delimited],
    read(walk, _, end, previous, tagAt) {
      const { cursor } = walk;
      const inner = of();
      if (previous !== null) cursor.damaged(`${inner.name} comes in several pieces`, tagAt);
      const length = lengthWithin(cursor, end, inner.name);
      const stop = cursor.offset + length;
      if (length > longestShared) return lower(readMessage(walk, inner, stop));
      const bytes = cursor.latin1(length);
      const before = known.get(bytes);
      if (before !== undefined) return before;
      cursor.skip(-length);
      const value = lower(readMessage(walk, inner, stop));
      if (known.size >= mostShared) known.clear();
      known.set(bytes, value);
      return value;
    },
  };
}

/**
 * As `nestedList`, of messages whose bytes often repeat: equal bytes are read once and give the same record, where
 * `mayShare` says that a record does not tell where in the file it lies.
 */
export function recurringList<M extends object>(
  number: number,
  of: () => Message<M>,
  mayShare: (record: M) => boolean,
): Field<M[]> {
  const known = new Map<string, M>();
  return list(number, [delimited], (walk, _, end, values) => {
    const { cursor } = walk;
    const inner = of();
    const length = lengthWithin(cursor, end, inner.name);
    const stop = cursor.offset + length;
    if (length > longestShared) {
      values.push(readMessage(walk, inner, stop));
      return;
    }
    const bytes = cursor.latin1(length);
    const before = known.get(bytes);
    if (before !== undefined) {
      values.push(before);
      return;
    }
    cursor.skip(-length);
    const record = readMessage(walk, inner, stop);
    values.push(record);
    if (!mayShare(record)) return;
    if (known.size >= mostShared) known.clear();
    known.set(bytes, record);
  });
}

/** A type of a few dimensions takes 10 to 60 bytes; comparing longer ones costs more than it saves. */
const longestShared = 256;
/** Bounds what a file of ever different messages can make us keep. */
const mostShared = 10_000;

/** Bytes left in the file; of several occurrences the last counts, as in protobuf. */
export function payload(number: number): Field<Payload | null> {
  return {
    number,
    wires: [delimited],
    read: (walk, wire, end, _, tagAt) => place(walk, wire, end, number, tagAt),
  };
}

/** Repeated numbers or strings left in the file. Numbers may be packed, in one piece or several, or not. */
export function payloads(number: number, of: 'varint' | 'fixed32' | 'fixed64' | 'bytes'): Field<Payload | null> {
  const wires = {
    varint: [varint, delimited],
    fixed32: [fixed32, delimited],
    fixed64: [fixed64, delimited],
    bytes: [delimited],
  };
  return {
    number,
    wires: wires[of],
    read(walk, wire, end, previous, tagAt) {
      const piece = place(walk, wire, end, number, tagAt);
      if (previous === null) return piece;
      return {
        ...previous,
        byteLength: previous.byteLength + piece.byteLength,
        pieces: previous.pieces + 1,
        to: piece.to,
        unpacked: previous.unpacked && piece.unpacked,
      };
    },
  };
}

function place(walk: Walk, wire: number, end: number, field: number, from: number): Payload {
  const { cursor } = walk;
  const byteLength = wire === delimited ? lengthWithin(cursor, end, `field ${field}`) : undefined;
  const offset = cursor.offset;
  if (byteLength !== undefined) cursor.skip(byteLength);
  else if (wire === varint) cursor.skipVarint();
  else cursor.skip(wire === fixed32 ? 4 : 8);
  const to = cursor.offset;
  return { field, offset, byteLength: to - offset, pieces: 1, from, to, unpacked: byteLength === undefined };
}

function list<T>(
  number: number,
  wires: readonly number[],
  add: (walk: Walk, wire: number, end: number, values: T[]) => void,
): Field<T[]> {
  return {
    number,
    wires,
    read(walk, wire, end, previous) {
      const values = previous.length === 0 ? [] : previous;
      add(walk, wire, end, values);
      return values;
    },
  };
}

function readText(walk: Walk, _: number, end: number): string {
  const { cursor, ceilings } = walk;
  const length = lengthWithin(cursor, end, 'a string');
  if (length > ceilings.textBytes) overLimit(walk, 'bytes in one name', ceilings.textBytes);
  return cursor.text(length);
}

function readLongText(walk: Walk, _: number, end: number): string {
  const { cursor, ceilings } = walk;
  const length = lengthWithin(cursor, end, 'a string');
  if (length <= ceilings.textBytes) return cursor.text(length);
  const beginning = cursor.text(ceilings.textBytes);
  cursor.skip(length - ceilings.textBytes);
  return `${beginning}… (${length} bytes)`;
}

function packedEnd(walk: Walk, end: number): number {
  const length = lengthWithin(walk.cursor, end, 'a packed list');
  return walk.cursor.offset + length;
}
