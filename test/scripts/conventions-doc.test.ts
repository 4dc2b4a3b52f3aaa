import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { conventionsDocument, documentPath } from '../../scripts/conventions-doc.ts';
import { conventionNames } from '../../src/conventions/names.ts';

test('docs/conventions.md says what the tables say', () => {
  const current = readFileSync(documentPath, 'utf8') === conventionsDocument();
  assert.ok(current, 'docs/conventions.md is stale; run `node scripts/conventions-doc.ts`');
});

test('every convention but our own has its section, and all are in the table', () => {
  const document = conventionsDocument();
  for (const name of conventionNames) {
    if (name !== 'flopgate') assert.ok(document.includes(`\n## ${name}\n`), `${name} has no section`);
    assert.match(document, new RegExp(`^\\| (\\[)?\`${name}\``, 'm'));
  }
});
