import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { publishedSchema } from '../../src/budget/schema.ts';

const committed = readFileSync(new URL('../../docs/config.schema.json', import.meta.url), 'utf8');
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(committed));

test('docs/config.schema.json is what the validator says; run `node scripts/schema.ts` after changing it', () => {
  assert.equal(committed, `${JSON.stringify(publishedSchema(), null, 2)}\n`);
});

const cases: readonly [title: string, yaml: string, valid: boolean][] = [
  ['the shorthand', 'version: 1\nbudgets: { macs: 4.2 G }', true],
  ['a plain number', 'version: 1\nbudgets: { macs: 4200000000 }', true],
  ['bytes in binary units', 'version: 1\nbudgets: { peakBytes: { max: 24 MiB, level: warn } }', true],
  ['bytes for a count', 'version: 1\nbudgets: { macs: 24 MiB }', false],
  ['growth in percent', 'version: 1\nbudgets: { macs: { growth: 0.1 % } }', true],
  ['a budget without a limit', 'version: 1\nbudgets: { macs: { level: warn } }', false],
  ['an unknown metric', 'version: 1\nbudgets: { mac: 3 }', false],
  ['a missing version', 'budgets: { macs: 3 }', false],
  ['coverage as the least share', 'version: 1\nbudgets: { coverage: 99.5 % }', true],
  ['coverage with max', 'version: 1\nbudgets: { coverage: { max: 99 % } }', false],
  [
    'peak bytes of layers',
    'version: 1\nmodels: [{ path: a, layers: [{ match: b, budgets: { peakBytes: 1 } }] }]',
    false,
  ],
];
for (const [title, yaml, valid] of cases)
  test(`the published schema ${valid ? 'accepts' : 'refuses'} ${title}`, () => {
    assert.equal(validate(parse(yaml)), valid);
  });
