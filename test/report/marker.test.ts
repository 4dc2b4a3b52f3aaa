import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markerOf, stamped, stampIn, stampSize, unstamped } from '../../src/report/marker.ts';

const marker = markerOf('');
const body = `text\n\n${marker}\n`;

test('a run stands in the line above the marker, is read from there, and can be taken out again', () => {
  const signed = stamped(body, { id: 60, attempt: 2 });
  assert.equal(signed, `text\n\n<!-- flopgate:run:60:2 -->\n${marker}\n`);
  assert.deepEqual(stampIn(signed), { id: 60, attempt: 2 });
  assert.equal(unstamped(signed), body);
  assert.equal(stampIn(body), undefined);
  assert.equal(unstamped(body), body);
});

test('the longest stamp takes no more than is kept free for it', () => {
  const signed = stamped(body, { id: 999_999_999_999_999, attempt: 999_999 });
  assert.ok(signed.length - body.length <= stampSize);
  assert.deepEqual(stampIn(signed), { id: 999_999_999_999_999, attempt: 999_999 });
});

test('what only looks like a run is none: inside a line, elsewhere, or too long to be a number', () => {
  for (const line of [
    'x<!-- flopgate:run:60:1 -->',
    '<!-- flopgate:run:60:1 --> ',
    '<!-- flopgate:run:60:1 -->\n',
    '<!-- flopgate:run:9999999999999999:1 -->',
    '<!-- flopgate:run:-1:1 -->',
  ]) {
    assert.equal(stampIn(`text\n${line}\n${marker}`), undefined, line);
    assert.equal(unstamped(`text\n${line}\n${marker}`), `text\n${line}\n${marker}`);
  }
});

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat({ max: 999_999 }), (text, id, attempt) => {
      const whole = `${text}\n${marker}\n`;
      const signed = stamped(whole, { id, attempt });
      assert.deepEqual(stampIn(signed), { id, attempt });
      assert.equal(unstamped(signed), whole);
    }),
  );
});

test('no key can end the comment it hides in', () => {
  for (const key of ['-->', '--!>', 'a-b', '\ud800', 'x\n-->']) {
    const hidden = markerOf(key);
    assert.match(hidden, /^<!-- flopgate:comment:[^-\n>]* -->$/);
  }
});
