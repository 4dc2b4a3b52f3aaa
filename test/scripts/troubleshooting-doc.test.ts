import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { documentPath, troubleshootingDocument } from '../../scripts/troubleshooting-doc.ts';
import { wordings } from '../../src/problem.ts';

const text = readFileSync(documentPath, 'utf8');

test('docs/troubleshooting.md says what the table of problems says', () => {
  assert.ok(text === troubleshootingDocument(), 'it is stale; run `node scripts/troubleshooting-doc.ts`');
});

test('every message a user of the action can meet is in it once, with what to do', () => {
  for (const [code, { help }] of wordings()) {
    const told = text.split(`(\`${code}\`, `).length - 1;
    const expected = /^(?:usage|config|budget|read|publish|write)\//.test(code) ? 1 : 0;
    assert.equal(told, expected, code);
    const plain = help.split(/[{*]/)[0] ?? '';
    if (expected === 1) assert.ok(text.includes(plain), `${code}: ${plain}`);
  }
});

test('no blank is left as the table has it', () => {
  assert.doesNotMatch(text, /\{\w+\}/);
});
