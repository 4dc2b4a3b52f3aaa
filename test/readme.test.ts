import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { freshReadme } from '../scripts/readme.ts';
import { commandNames } from '../src/cli/commands.ts';
import { blockOf, documents } from './docs/blocks.ts';
import { readWorkflow } from './docs/workflow.ts';

const root = resolve(import.meta.dirname, '..');
const text = readFileSync(join(root, 'README.md'), 'utf8');

test('README.md shows what Flopgate really prints (`node scripts/readme.ts` writes it in)', async () => {
  assert.equal(text, await freshReadme());
});

test('the workflow in README.md is short, and has the least permissions', () => {
  const yaml = blockOf('README.md', 'Flopgate');
  const { permissions, jobs } = readWorkflow(yaml);
  assert.deepEqual(permissions, { contents: 'read', 'pull-requests': 'write' });
  assert.equal(jobs.flopgate?.steps.length, 1);
  assert.ok(yaml.trimEnd().split('\n').length <= 14);
});

test('README.md has every input, every output and every command, with their defaults', () => {
  const manifest = z
    .object({
      inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
      outputs: z.record(z.string(), z.unknown()),
    })
    .parse(parse(readFileSync(join(root, 'action.yml'), 'utf8')));
  const [, section = ''] = text.split('## The action');
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => {
    const [, names = '', value = ''] = row.split('|').map((cell) => cell.trim());
    return [...names.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => [name, value.replaceAll('`', '')] as const);
  });
  assert.deepEqual(
    told.map(([name]) => name),
    Object.keys(manifest.inputs),
  );
  for (const [name, value] of told) {
    const given = manifest.inputs[name]?.default;
    if (given !== undefined) assert.equal(value, given, name);
  }
  const [, outputs = ''] = /^Outputs: ([\s\S]*?)\n\n/m.exec(text) ?? [];
  assert.deepEqual(
    [...outputs.matchAll(/`([a-z0-9-]+)`/g)]
      .map(([, name]) => name)
      .filter((name) => !['pass', 'warn', 'fail'].includes(name ?? '')),
    Object.keys(manifest.outputs),
  );
  const commands = [...text.matchAll(/^\| `flopgate ([a-z]+)/gm)].map(([, name]) => name);
  assert.deepEqual(commands, commandNames);
});

test('README.md is read in a few minutes', () => {
  assert.ok(text.split('\n').length <= 200);
});

test('every file the documents link to is there', () => {
  for (const document of [...documents, 'examples/README.md']) {
    const content = readFileSync(join(root, document), 'utf8');
    for (const [, target = '', anchor = ''] of content.matchAll(/\]\((?!https?:)([^)#\s]*)#?([^)\s]*)/g)) {
      const file = target === '' ? join(root, document) : join(root, document, '..', target);
      assert.ok(existsSync(file), `${document} links to ${target}`);
      if (anchor !== '' && file.endsWith('.md'))
        assert.ok(anchorsOf(file).has(anchor), `${document}: ${target}#${anchor}`);
    }
  }
});

/** As GitHub makes them of headings: small letters, no punctuation, hyphens for spaces. */
function anchorsOf(file: string): ReadonlySet<string> {
  const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm);
  const plain = [...headings].map(([, heading = '']) => heading.toLowerCase().replace(/[^\p{L}\p{N}\- _]/gu, ''));
  return new Set(plain.map((heading) => heading.replaceAll(' ', '-')));
}
