import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource, sameBytes } from '../../src/bytes/source.ts';

test('bytes in memory are a source of any of their ranges', () => {
  const source = memorySource('m', Uint8Array.of(1, 2, 3, 4));
  assert.equal(source.name, 'm');
  assert.equal(source.size, 4);
  assert.deepEqual(source.slice(1, 3), Uint8Array.of(2, 3));
  assert.deepEqual(source.slice(4, 4), new Uint8Array(0));
});

test('two sources are the same where every byte is', () => {
  const bytes = new Uint8Array(3_000_000).fill(7);
  const other = bytes.slice();
  const source = (b: Uint8Array) => memorySource('m', b);
  assert.ok(sameBytes(source(bytes), source(other)));
  other[2_999_999] = 8;
  assert.ok(!sameBytes(source(bytes), source(other)));
  assert.ok(!sameBytes(source(bytes), source(bytes.subarray(1))));
  assert.ok(sameBytes(source(new Uint8Array(0)), source(new Uint8Array(0))));
});
