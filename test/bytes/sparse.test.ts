import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MissingRange, sparseSource } from '../../src/bytes/sparse.ts';

const KiB = 1024;
const content = Uint8Array.from({ length: 256 }, (_, i) => i);

function missing(step: () => unknown): MissingRange {
  try {
    step();
  } catch (error) {
    assert.ok(error instanceof MissingRange);
    return error;
  }
  assert.fail('nothing is missing');
}

/** Where each range that is fetched begins, and its length. */
function reading(size: number) {
  const sparse = sparseSource('k', 'm', size);
  const fetched: [number, number][] = [];
  const read = (from: number, to: number) => {
    try {
      sparse.source.slice(from, to);
    } catch (error) {
      assert.ok(error instanceof MissingRange);
      fetched.push([error.from, error.to - error.from]);
      sparse.add(error.from, new Uint8Array(error.to - error.from));
      sparse.source.slice(from, to);
    }
  };
  return { read, fetched };
}

test('gives what was added, across the seams of pieces that touch', () => {
  const { source, add } = sparseSource('k', 'm', 256);
  add(100, content.slice(100, 110));
  add(110, content.slice(110, 130));
  add(0, content.slice(0, 20));
  assert.deepEqual(source.slice(3, 7), content.slice(3, 7));
  assert.deepEqual(source.slice(100, 130), content.slice(100, 130));
  assert.deepEqual(source.slice(105, 129), content.slice(105, 129));
  assert.deepEqual(source.slice(50, 50), new Uint8Array(0));
});

test('throws for what is not here, from its first missing byte on, and says whose it is', () => {
  const { source, add } = sparseSource('oid', 'm', 256);
  add(0, content.slice(0, 20));
  const { key, from, message } = missing(() => source.slice(10, 30));
  assert.deepEqual([key, from], ['oid', 20]);
  assert.equal(message, 'bytes 20 to 256 of oid are not here');
  add(40, content.slice(40, 60));
  assert.equal(missing(() => source.slice(45, 61)).from, 60);
});

test('never asks past the end of the file, nor again for a piece that follows', () => {
  const { source, add } = sparseSource('k', 'm', 100 * KiB);
  assert.deepEqual([missing(() => source.slice(99 * KiB, 100 * KiB)).to], [100 * KiB]);
  add(30 * KiB, new Uint8Array(10 * KiB));
  assert.equal(missing(() => source.slice(28 * KiB, 29 * KiB)).to, 30 * KiB);
  assert.equal(missing(() => source.slice(28 * KiB, 31 * KiB)).to, 31 * KiB);
});

test('reads further ahead the longer the reader goes straight on', () => {
  const { read, fetched } = reading(100 * KiB * KiB);
  for (let at = 0; at < 4000 * KiB; at += 4 * KiB) read(at, at + 4 * KiB);
  const lengths = fetched.map(([, length]) => length / KiB);
  assert.deepEqual(lengths, [64, 128, 256, 512, 1024, 1024, 1024]);
});

test('reads little after a jump, and more again where the jumps are short', () => {
  const { read, fetched } = reading(100 * KiB * KiB);
  read(0, 4 * KiB);
  for (const at of [1000, 3000, 5000]) read(at * KiB, (at + 4) * KiB);
  for (let at = 7000; at < 7200; at += 10) read(at * KiB, (at + 4) * KiB);
  assert.deepEqual(
    fetched.map(([from, length]) => [from / KiB, length / KiB]),
    [
      [0, 64],
      [1000, 16],
      [3000, 16],
      [5000, 16],
      [7000, 16],
      // 7016 to 7020 is skipped unread.
      [7020, 32],
      // 7050 to 7054 is here but for its end, so this goes straight on.
      [7052, 64],
      [7120, 64],
      [7190, 64],
    ],
  );
});

test('takes bytes in any order, overlapping or not, and holds each once', () => {
  const piece = fc.record({ from: fc.nat(255), length: fc.nat(80) });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), piece, (pieces, wanted) => {
      const sparse = sparseSource('k', 'm', 256);
      const has = new Set<number>();
      for (const { from, length } of pieces) {
        const bytes = content.slice(from, from + length);
        sparse.add(from, bytes);
        for (let at = from; at < from + bytes.length; at++) has.add(at);
      }
      assert.equal(sparse.byteLength, has.size);
      const to = Math.min(256, wanted.from + wanted.length);
      let gap = wanted.from;
      while (gap < to && has.has(gap)) gap++;
      if (gap === to) assert.deepEqual(sparse.source.slice(wanted.from, to), content.slice(wanted.from, to));
      else assert.equal(missing(() => sparse.source.slice(wanted.from, to)).from, gap);
    }),
  );
});

test('refuses bytes that lie outside the file', () => {
  const { add } = sparseSource('k', 'm', 10);
  assert.throws(() => add(8, new Uint8Array(3)), RangeError);
  assert.throws(() => add(-1, new Uint8Array(1)), RangeError);
});
