import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import { test } from 'node:test';
import fc from 'fast-check';
import { asText, parseStrictJson, strictJson } from '../../src/bytes/text.ts';

function textOf(bytes: Uint8Array, at = 0, byteLength = bytes.length): string {
  const buffer = Buffer.from(bytes);
  return asText(buffer, new DataView(buffer.buffer, buffer.byteOffset, buffer.length), at, byteLength);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const shown = (text: string) => text.replace(/[\udc80-\udcff]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xdc00));

test('reads any bytes: UTF-8 as what it is, however often, and of anything else no byte is lost', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const valid = isUtf8(bytes);
      const text = textOf(bytes);
      if (valid) assert.equal(text, utf8.decode(bytes));
      else assert.deepEqual(Buffer.from(shown(text), 'latin1'), Buffer.from(bytes));
      assert.equal(/[\ud800-\udfff]/u.test(text), !valid);
      assert.equal(textOf(bytes), text);
    }),
  );
});

test('two names that are no UTF-8 stay two', () => {
  assert.notEqual(textOf(Uint8Array.of(0x77, 0xfe)), textOf(Uint8Array.of(0x77, 0xff)));
  assert.notEqual(textOf(Uint8Array.of(0x77, 0xfe)), textOf(new TextEncoder().encode('w\ufffd')));
});

test('JSON is well-formed Unicode whatever the names, tells them apart, and gives them back', () => {
  const names = [
    'w\udcff',
    'w\ufffdff',
    'w\ufffd',
    'w\ufffd\ufffd',
    '\ud800',
    'ud800',
    '\\udcff',
    '😀',
    '\ufffdud800',
    'a\u0001\n',
  ];
  const text = strictJson(JSON.stringify(names));
  assert.equal(Buffer.from(text).toString(), text, 'no half of a pair');
  assert.doesNotMatch(text.replaceAll('\\\\', ''), /\\ud[89a-f]/);
  const plain: unknown = JSON.parse(text);
  assert.ok(Array.isArray(plain));
  assert.equal(new Set(plain).size, names.length);
  assert.deepEqual(plain.slice(0, 3), ['w\ufffdff', 'w\ufffd\ufffdff', 'w\ufffd\ufffd']);
  assert.deepEqual(parseStrictJson(text), names);
  const ours = JSON.stringify({ name: 'é', escaped: '\\ud', n: [1, null] });
  assert.equal(strictJson(ours), ours, 'what was strict stays as it is');
});

test('any text comes back from strict JSON', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 })),
      (a, b) => {
        const both = [a, String.fromCharCode(...b), `${a}\ufffd${String.fromCharCode(...b)}`];
        const text = strictJson(JSON.stringify(both));
        assert.equal(Buffer.from(text).toString(), text);
        assert.doesNotMatch(text.replaceAll('\\\\', ''), /\\ud[89a-f]/);
        assert.deepEqual(parseStrictJson(text), both);
      },
    ),
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
  assert.equal(textOf(Uint8Array.of(0xe9)), '\udce9');
});

test('reads a part of the bytes', () => {
  assert.equal(textOf(new TextEncoder().encode('layer1.conv'), 7, 4), 'conv');
  assert.equal(textOf(new TextEncoder().encode('a'.repeat(1000)), 1, 999), 'a'.repeat(999));
});
