import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cursor } from '../../src/bytes/cursor.ts';
import {
  type Ceilings,
  float,
  floats,
  int32,
  int64,
  int64s,
  loweredList,
  type Message,
  message,
  nested,
  nestedList,
  none,
  optionalText,
  type Payload,
  payload,
  payloads,
  readMessage,
  shared,
  startWalk,
  text,
  texts,
} from '../../src/bytes/protobuf.ts';
import { memorySource } from '../../src/bytes/source.ts';
import { FlopgateError } from '../../src/problem.ts';
import { concat, field } from '../build.ts';

interface Thing {
  name: string;
  maybe: string | null;
  big: bigint | null;
  small: number;
  real: number | null;
  bigs: bigint[];
  reals: number[];
  words: string[];
  inner: Thing | null;
  inners: Thing[];
  sizes: number[];
  kind: { readonly of: string } | null;
  raw: Payload | null;
  many: Payload | null;
}

let lowered = 0;
const thing: Message<Thing> = message<Thing>(
  'Thing',
  () => ({
    name: '',
    maybe: null,
    big: null,
    small: 0,
    real: null,
    bigs: none,
    reals: none,
    words: none,
    inner: null,
    inners: none,
    sizes: none,
    kind: null,
    raw: null,
    many: null,
  }),
  {
    name: text(1),
    maybe: optionalText(2),
    big: int64(3),
    small: int32(4),
    real: float(5),
    bigs: int64s(6),
    reals: floats(7),
    words: texts(8),
    inner: nested(9, () => thing),
    inners: nestedList(10, () => thing),
    sizes: loweredList(
      11,
      () => thing,
      (t, i) => t.name.length * 10 + i,
    ),
    kind: shared(
      12,
      () => thing,
      (t) => ({ of: `${t.name} ${++lowered}` }),
    ),
    raw: payload(13),
    many: payloads(14, 'varint'),
  },
  ['maybe', 'big'],
);

const ceilings: Ceilings = { depth: 4, messages: 20, elements: 10, textBytes: 8 };

function read(...fields: Uint8Array[]): Thing {
  const bytes = concat(fields);
  const walk = startWalk(new Cursor(memorySource('f', bytes)), ceilings);
  return readMessage(walk, thing, bytes.length);
}

function refusal(...fields: Uint8Array[]): string {
  try {
    read(...fields);
  } catch (error) {
    assert.ok(error instanceof FlopgateError);
    return `${error.problem.code} ${error.problem.message}`;
  }
  assert.fail('it was read');
}

const bytes = (...b: number[]) => Uint8Array.from(b);
const named = (name: string) => field(1, new TextEncoder().encode(name));

test('a record without a field has its empty value', () => {
  assert.deepEqual(read(), thing.empty());
  assert.deepEqual(none, []);
});

test('reads every kind of field', () => {
  const t = read(
    named('n'),
    bytes(0x18, 5),
    bytes(0x20, 6),
    bytes(0x2d, 0, 0, 0xc0, 0x3f),
    field(8, bytes(0x61)),
    field(8, bytes()),
    field(9, named('in')),
    field(10, named('a')),
    field(10, named('b')),
  );
  assert.equal(t.name, 'n');
  assert.equal(t.big, 5n);
  assert.equal(t.small, 6);
  assert.equal(t.real, 1.5);
  assert.deepEqual(t.words, ['a', '']);
  assert.equal(t.inner?.name, 'in');
  assert.deepEqual(
    t.inners.map((i) => i.name),
    ['a', 'b'],
  );
  assert.deepEqual(none, []);
});

test('reads repeated numbers packed, not packed, and both', () => {
  assert.deepEqual(read(bytes(0x30, 1, 0x30, 2), field(6, bytes(3, 0xac, 2))).bigs, [1n, 2n, 3n, 300n]);
  const one = [0, 0, 0x80, 0x3f];
  assert.deepEqual(read(bytes(0x3d, ...one), field(7, bytes(...one, ...one))).reals, [1, 1, 1]);
  assert.match(refusal(field(7, bytes(0, 0))), /no multiple of 4/);
});

test('of a field that occurs again the last one counts, a message is merged', () => {
  assert.equal(read(named('a'), named('b')).name, 'b');
  const { inner } = read(field(9, named('a')), field(9, bytes(0x18, 5)));
  assert.deepEqual([inner?.name, inner?.big], ['a', 5n]);
});

test('of a oneof the last one stands alone', () => {
  assert.deepEqual(((t) => [t.maybe, t.big])(read(field(2, bytes(0x61)), bytes(0x18, 5))), [null, 5n]);
  assert.deepEqual(((t) => [t.maybe, t.big])(read(bytes(0x18, 5), field(2, bytes(0x61)))), ['a', null]);
});

test('puts the records of a list into their final form with their position', () => {
  assert.deepEqual(read(field(11, named('ab')), field(11, named('c'))).sizes, [20, 11]);
});

test('equal bytes of a shared message are read once', () => {
  const [a, b, c] = [
    read(field(12, named('k'))).kind,
    read(field(12, named('k'))).kind,
    read(field(12, named('other'))).kind,
  ];
  assert.equal(a, b);
  assert.notEqual(a, c);
  const long = field(12, concat(new Array(60).fill(named('long'))));
  assert.notEqual(read(long).kind, read(long).kind);
});

test('a shared message in two pieces, which others would merge, is refused', () => {
  const piece = field(12, named('k'));
  assert.match(refusal(piece, piece), /^format\/damaged .*byte 5: Thing comes in several pieces/);
});

test('says where payloads lie without reading them', () => {
  const { raw, many } = read(bytes(0x20, 1), field(13, bytes(1, 2, 3)), bytes(0x70, 7), bytes(0x20, 1), bytes(0x70, 8));
  assert.deepEqual(raw, { field: 13, offset: 4, byteLength: 3, pieces: 1, from: 2, to: 7, unpacked: false });
  assert.deepEqual(many, { field: 14, offset: 8, byteLength: 2, pieces: 2, from: 7, to: 13, unpacked: true });
});

test('keeps no more than the ceilings allow', () => {
  assert.match(
    refusal(field(9, field(9, field(9, field(9, bytes()))))),
    /^format\/limit .*more than 4 levels of nested messages/,
  );
  assert.match(refusal(...new Array(21).fill(field(10, bytes()))), /more than 20 messages/);
  assert.match(refusal(field(6, new Uint8Array(11))), /more than 10 numbers and strings/);
  assert.match(refusal(...new Array(11).fill(field(8, bytes()))), /more than 10 numbers and strings/);
  assert.match(refusal(field(7, new Uint8Array(44))), /more than 10 numbers and strings/);
  assert.match(refusal(named('123456789')), /more than 8 bytes in one name/);
  assert.match(refusal(field(8, new Uint8Array(9))), /more than 8 bytes in one name/);
  assert.equal(read(field(2, new Uint8Array(9).fill(0x61))).maybe, 'aaaaaaaa… (9 bytes)');
});

test('refuses what is not on the wire as it should be', () => {
  assert.match(
    refusal(bytes(0x08, 1)),
    /^format\/damaged .*byte 0: `name` of Thing has wire type 0 \(varint\), not length-delimited/,
  );
  assert.match(refusal(bytes(0x0e)), /wire type 6 \(undefined\)/);
  assert.match(refusal(bytes(0xa3, 6)), /field 100 of Thing has wire type 3 \(group start\)/);
  assert.match(refusal(bytes(0x0a, 9, 0x61)), /needs 9 more bytes here, but the file ends 1 bytes later/);
  assert.match(
    refusal(field(9, bytes(0x0a, 9, 0x61)), bytes(0x20, 1)),
    /a string says 9 bytes follow, but only 1 are left/,
  );
  // A varint and a float that begin inside the message and end outside it
  assert.match(
    refusal(field(9, bytes(0x18, 0x80)), bytes(0x20, 1)),
    /a field of Thing runs past the end of the message/,
  );
  assert.match(refusal(field(9, bytes(0x2d, 0)), bytes(0x20, 1, 0x20, 1)), /runs past the end/);
});

test('hides nothing behind the number of a field that other parsers cut to 32 bits', () => {
  const hidden = concat([bytes(0x8a, 0x80, 0x80, 0x80, 0x10), bytes(1, 0x6e)]);
  assert.match(refusal(hidden), /^format\/damaged .*byte 0: the number of a field takes more than 32 bits/);
});

test('skips fields it has no name for', () => {
  const unknown = concat([
    bytes(0xa0, 6, 0xff, 1),
    bytes(0xa1, 6, 1, 2, 3, 4, 5, 6, 7, 8),
    field(100, bytes(1)),
    bytes(0xa5, 6, 1, 2, 3, 4),
  ]);
  assert.equal(read(unknown, named('n')).name, 'n');
});
