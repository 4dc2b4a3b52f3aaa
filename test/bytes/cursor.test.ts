import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cursor } from '../../src/bytes/cursor.ts';
import { memorySource, type Source } from '../../src/bytes/source.ts';
import { FlopgateError } from '../../src/problem.ts';

function at(...bytes: number[]): Cursor {
  return new Cursor(memorySource('f', Uint8Array.from(bytes)));
}

/** Counts the slices taken of it. */
function counting(bytes: Uint8Array): Source & { readonly slices: [number, number][] } {
  const slices: [number, number][] = [];
  return {
    name: 'f',
    size: bytes.length,
    slices,
    slice(from, to) {
      slices.push([from, to]);
      return bytes.subarray(from, to);
    },
  };
}

function damage(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof FlopgateError);
    assert.equal(error.problem.code, 'format/damaged');
    return error.problem.message;
  }
  assert.fail('nothing was thrown');
}

test('reads varints of one byte and of several', () => {
  const cursor = at(0, 1, 0x7f, 0x80, 0x01, 0xac, 0x02, 0xff, 0xff, 0xff, 0xff, 0x0f);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map(() => cursor.varint()),
    [0, 1, 127, 128, 300, 2 ** 32 - 1],
  );
  assert.equal(cursor.offset, 12);
});

test('reads lengths beyond 32 bits, and refuses those beyond 53', () => {
  // 2^35 is a 1 in the sixth group of seven bits
  assert.equal(at(0x80, 0x80, 0x80, 0x80, 0x80, 0x01).varint(), 2 ** 35);
  assert.match(
    damage(() => at(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f).varint()),
    /2\^53 or more/,
  );
});

test('refuses the number of a field that takes more than 32 bits, of which parsers in C++ see the lower 32', () => {
  assert.equal(at(0xff, 0xff, 0xff, 0xff, 0x0f).tag(), 2 ** 32 - 1);
  // 2^32 + 0x0a: field 1 to a parser that drops the upper bits, field 536,870,913 to one that does not.
  assert.match(
    damage(() => at(0x8a, 0x80, 0x80, 0x80, 0x10).tag()),
    /byte 0: the number of a field takes more than 32 bits/,
  );
});

test('reads 64-bit numbers of both signs exactly', () => {
  const minusOne = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
  const least = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01];
  const greatest = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
  assert.equal(at(...minusOne).int64(), -1n);
  assert.equal(at(...least).int64(), -(2n ** 63n));
  assert.equal(at(...greatest).int64(), 2n ** 63n - 1n);
  assert.equal(at(0x80, 0x08).int64(), 1024n);
  assert.equal(at(0x81, 0x08).int64(), 1025n);
  assert.equal(at(0xff, 0xff, 0xff, 0xff, 0x0f).int64(), 2n ** 32n - 1n);
  assert.equal(at(...minusOne).int32(), -1);
});

test('refuses a varint of more than ten bytes, and one the file ends in', () => {
  assert.match(
    damage(() => at(...new Array(11).fill(0x80)).int64()),
    /at byte 0: a number is longer than the 10 bytes/,
  );
  assert.match(
    damage(() => at(0x80, 0x80).varint()),
    /at byte 2: 1 more bytes are expected, but the file ends at 2/,
  );
});

test('reads floats and text, and says where the file ends before them', () => {
  const cursor = at(0, 0, 0xc0, 0x3f, 0x68, 0xc3, 0xb6, 0xff);
  assert.equal(cursor.float32(), 1.5);
  assert.equal(cursor.text(0), '');
  assert.equal(cursor.text(3), 'hö');
  assert.equal(cursor.text(1), '\udcff');
  assert.match(
    damage(() => cursor.float32()),
    /at byte 8: 4 more bytes are expected, but the file ends at 8/,
  );
});

test('reads bytes as characters one for one', () => {
  assert.equal(at(0x00, 0xff, 0x41).latin1(3), '\u0000\u00ffA');
});

test('does not read what it skips', () => {
  const bytes = new Uint8Array(10_000_000);
  bytes[9_999_999] = 7;
  const source = counting(bytes);
  const cursor = new Cursor(source);
  assert.equal(cursor.varint(), 0);
  cursor.skip(9_999_998);
  assert.equal(cursor.varint(), 7);
  assert.deepEqual(source.slices, [
    [0, 4096],
    [9_999_999, 10_000_000],
  ]);
});

test('reads ahead further the longer it reads on, and no further than 256 KiB', () => {
  const source = counting(new Uint8Array(3_000_000));
  const cursor = new Cursor(source);
  for (let i = 0; i < 3_000_000; i++) cursor.varint();
  assert.deepEqual(source.slices.slice(0, 3), [
    [0, 4096],
    [4096, 12_288],
    [12_288, 28_672],
  ]);
  assert.ok(source.slices.every(([from, to]) => to - from <= 262_144));
  assert.ok(source.slices.length < 25);
});

test('crosses from window to window within a number, a float and a text', () => {
  const bytes = new Uint8Array(20_000).fill(0x61);
  bytes.set([0xac, 0x02], 4095);
  const cursor = new Cursor(memorySource('f', bytes));
  cursor.text(4095);
  assert.equal(cursor.varint(), 300);
  assert.equal(cursor.text(10_000), 'a'.repeat(10_000));
  assert.equal(cursor.offset, 14_097);
});

test('starts where it is told', () => {
  const cursor = new Cursor(memorySource('f', Uint8Array.of(1, 2, 3)), 2);
  assert.equal(cursor.varint(), 3);
});
