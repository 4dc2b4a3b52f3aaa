import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asText } from '../../src/bytes/text.ts';

function textOf(bytes: Uint8Array, at = 0, byteLength = bytes.length): string {
  const buffer = Buffer.from(bytes);
  return asText(buffer, new DataView(buffer.buffer, buffer.byteOffset, buffer.length), at, byteLength);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

test('reads any bytes as UTF-8, however often', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.equal(textOf(bytes), utf8.decode(bytes));
      assert.equal(textOf(bytes), utf8.decode(bytes));
    }),
  );
});

test('reads any text back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
      assert.equal(textOf(new TextEncoder().encode(text)), utf8.decode(new TextEncoder().encode(text))),
    ),
  );
});

test('keeps a byte order mark and refuses to mistake a lone byte for a character', () => {
  assert.equal(textOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)), '\ufeffA');
  assert.equal(textOf(Uint8Array.of(0xc3, 0xa9)), 'é');
  assert.equal(textOf(Uint8Array.of(0xe9)), '\ufffd');
});

test('reads a part of the bytes', () => {
  assert.equal(textOf(new TextEncoder().encode('layer1.conv'), 7, 4), 'conv');
  assert.equal(textOf(new TextEncoder().encode('a'.repeat(1000)), 1, 999), 'a'.repeat(999));
});
