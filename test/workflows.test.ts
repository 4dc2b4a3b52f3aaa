/** Our own workflows are held to the rules that those in our documents are held to, and to a time limit. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lint } from './docs/lint.ts';

const folder = join(import.meta.dirname, '..', '.github', 'workflows');
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

test('there is a workflow to hold to the rules', () => {
  assert.ok(files.includes('ci.yml'));
});

for (const name of files) {
  test(`${name} is pinned, has the least permissions, a time limit, and takes nothing from strangers`, () => {
    assert.deepEqual(lint(readFileSync(join(folder, name), 'utf8'), { ours: true }), []);
  });
}
