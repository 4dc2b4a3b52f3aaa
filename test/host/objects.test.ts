import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pathText } from '../../src/host/objects.ts';

test('a path that is UTF-8 is its text; what is odd in one is shown, name by name', () => {
  const cases: readonly (readonly [readonly (string | number)[], string])[] = [
    [['models/é.onnx'], 'models/é.onnx'],
    [['a\\b.onnx'], 'a\\b.onnx'],
    [['é/m', 0xff, '.onnx'], 'é/m\\xff.onnx'],
    [['é', 0xff, '/b'], '\\xc3\\xa9\\xff/b'],
    [['a\\b', 0xfe], 'a\\x5cb\\xfe'],
    [['m\\xff'], 'm\\x5cxff'],
    [['a\\b/m\\xff/a\\é'], 'a\\b/m\\x5cxff/a\\é'],
    [[0xff, '/', 0xfe, '/'], '\\xff/\\xfe/'],
  ];
  for (const [pieces, text] of cases) {
    const bytes = Buffer.concat(pieces.map((one) => (typeof one === 'string' ? Buffer.from(one) : Buffer.of(one))));
    assert.equal(pathText(bytes), text);
  }
});

test('no two paths have one text', () => {
  const byte = fc.constantFrom(0x5c, 0x78, 0x66, 0x35, 0x63, 0x2f, 0xc3, 0xa9, 0xff);
  const path = fc.array(byte, { maxLength: 8 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(path, path, (a, b) => {
      assert.equal(pathText(a) === pathText(b), a.equals(b));
      assert.equal(Buffer.from(pathText(a)).toString(), pathText(a));
    }),
    { numRuns: 2000 },
  );
});
