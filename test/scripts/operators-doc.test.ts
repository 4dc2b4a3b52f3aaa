import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { documentPath, operatorsDocument } from '../../scripts/operators-doc.ts';
import { everyOperator } from '../../src/operators/index.ts';

const operators = everyOperator();

test('docs/operators.md says what the entries say', () => {
  const current = readFileSync(documentPath, 'utf8') === operatorsDocument();
  assert.ok(current, 'docs/operators.md is stale; run `node scripts/operators-doc.ts`');
});

test('every operator has its heading, every entry its revisions and examples', () => {
  const document = operatorsDocument();
  for (const o of operators) {
    assert.ok(document.includes(`\n### ${o.name}\n`), `${o.name} has no heading`);
    assert.ok(document.includes(`**Since ${o.revisions.join(', ')}.**`), `${o.name} has no revisions`);
  }
  const bullets = document.match(/^- .* → /gm) ?? [];
  assert.equal(
    bullets.length,
    operators.reduce((n, o) => n + o.examples.length, 0),
  );
});

test('an example reads as a sentence with its cost', () => {
  assert.match(
    operatorsDocument(),
    /- the first layer of ResNet: `X \[1, 3, 224, 224\], W \[64, 3, 7, 7\], strides = \[2, 2\], pads = \[3, 3, 3, 3\]` → `Y \[1, 64, 112, 112\]`; 118,013,952 MACs/,
  );
});
