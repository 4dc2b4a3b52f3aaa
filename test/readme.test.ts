import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { freshReadme } from '../scripts/readme.ts';

const root = resolve(import.meta.dirname, '..');
const text = readFileSync(join(root, 'README.md'), 'utf8');

test('README.md shows what Flopgate really prints (`node scripts/readme.ts` writes it in)', async () => {
  assert.equal(text, await freshReadme());
});

test('the workflow in README.md is one, with the least permissions', () => {
  const [, yaml = ''] = /```yaml\n(name: [\s\S]*?)```/.exec(text) ?? [];
  const workflow: { permissions: object; jobs: { flopgate: { steps: { uses: string }[] } } } = parse(yaml);
  assert.deepEqual(workflow.permissions, { contents: 'read', 'pull-requests': 'write' });
  assert.match(workflow.jobs.flopgate.steps.at(-1)?.uses ?? '', /^flopgate\/flopgate@/);
  assert.ok(yaml.trimEnd().split('\n').length <= 12);
});

test('every file the documents link to is there', () => {
  for (const document of ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'examples/README.md']) {
    const content = readFileSync(join(root, document), 'utf8');
    for (const [, target = ''] of content.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      assert.ok(existsSync(join(root, document, '..', target)), `${document} links to ${target}`);
  }
});
