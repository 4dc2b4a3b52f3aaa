import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../src/bytes/source.ts';

test('bytes in memory are a source of any of their ranges', () => {
  const source = memorySource('m', Uint8Array.of(1, 2, 3, 4));
  assert.equal(source.name, 'm');
  assert.equal(source.size, 4);
  assert.deepEqual(source.slice(1, 3), Uint8Array.of(2, 3));
  assert.deepEqual(source.slice(4, 4), new Uint8Array(0));
});
