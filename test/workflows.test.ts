import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = join(import.meta.dirname, '..', '.github', 'workflows');
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

const step = z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() });
const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()),
      'timeout-minutes': z.number(),
      steps: z.array(step).min(1),
    }),
  ),
});

test('there is a workflow to hold to the rules', () => {
  assert.ok(files.includes('ci.yml'));
});

for (const name of files) {
  const text = readFileSync(join(folder, name), 'utf8');
  const { permissions, jobs } = workflow.parse(parse(text));

  test(`${name} pins every action by a full commit id, with its version beside it`, () => {
    const lines = text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line));
    assert.ok(lines.length > 0);
    for (const line of lines)
      assert.match(line, /uses: (?:\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/, line.trim());
  });

  test(`${name} grants nothing to the whole workflow, and to each job only what it says`, () => {
    assert.deepEqual(permissions, {});
    for (const [job, { permissions: granted }] of Object.entries(jobs))
      for (const [scope, access] of Object.entries(granted))
        assert.ok(
          access === 'read' || (scope === 'pull-requests' && access === 'write'),
          `${job}: ${scope}: ${access} is more than any job here needs`,
        );
  });

  test(`${name} never leaves credentials in a checkout`, () => {
    for (const { steps } of Object.values(jobs))
      for (const { uses, with: inputs } of steps)
        if (uses?.startsWith('actions/checkout@')) assert.equal(inputs?.['persist-credentials'], false);
  });
}
