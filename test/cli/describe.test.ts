import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe } from '../../src/cli/describe.ts';

const said = { severity: 'fatal', message: 'It is broken.', help: 'Mend it.' } as const;

for (const [at, place] of [
  [{ file: 'm.onnx', offset: 12 }, 'm.onnx, byte 12'],
  [{ file: 'c.yml', line: 3, column: 5, key: 'models.0.path' }, 'c.yml:3:5, models.0.path'],
  [{ line: 3 }, 'line 3'],
  [{ file: 'm.onnx', node: 'Conv_3' }, 'm.onnx, node Conv_3'],
] as const)
  test(`says where: ${place}`, () => {
    assert.equal(describe({ ...said, at }), `flopgate: It is broken.\n  in ${place}\n  Mend it.\n`);
  });

test('says how grave it is, when it is not', () => {
  assert.equal(describe({ ...said, severity: 'notice' }), 'flopgate: notice: It is broken.\n  Mend it.\n');
});

test('lets no control, line break or reversing mark of a hostile name reach the terminal', () => {
  const text = describe({ ...said, message: 'a\u001b[31mb\nc\u202ed\u2028e' });
  assert.equal(text, 'flopgate: a [31mb c\ufffdd e\n  Mend it.\n');
});
