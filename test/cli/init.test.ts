import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parseConfig } from '../../src/budget/config.ts';
import { ruleFor } from '../../src/budget/rules.ts';
import { findModels } from '../../src/cli/init.ts';
import { onnx } from '../build.ts';
import { blockOf } from '../docs/blocks.ts';
import { lint } from '../docs/lint.ts';
import { baseModel, flopgate, temporaryFolder } from './world.ts';

test('writes an entry with budgets for every model, and a workflow', async (t) => {
  const cwd = temporaryFolder(t);
  mkdirSync(join(cwd, 'models'));
  copyFileSync(baseModel, join(cwd, 'models', 'net [v1].onnx'));
  const symbolic = {
    inputs: { x: ['batch', 3] },
    outputs: ['y'],
    nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
  };
  writeFileSync(join(cwd, 'act.onnx'), onnx(symbolic));
  const { status, out } = await flopgate(['init'], { cwd });
  assert.equal(status, 0);
  assert.match(out, /wrote \.github\/flopgate\.yml\nwrote \.github\/workflows\/flopgate\.yml\n\n2 \.onnx found/);
  const text = readFileSync(join(cwd, '.github', 'flopgate.yml'), 'utf8');
  const config = parseConfig(text, 'flopgate.yml');
  assert.equal(config.models.length, 2);
  const rule = ruleFor(config, 'models/net [v1].onnx');
  assert.deepEqual(
    rule?.budgets.map(({ metric, level }) => [metric, level]),
    [
      ['macs', 'error'],
      ['parameters', 'error'],
      ['peakBytes', 'warn'],
    ],
  );
  assert.match(text, /now 1814073344/);
  assert.deepEqual([...(ruleFor(config, 'act.onnx')?.bind ?? [])], [['batch', 1n]]);
  const workflow = readFileSync(join(cwd, '.github', 'workflows', 'flopgate.yml'), 'utf8');
  assert.deepEqual(lint(workflow), []);
  assert.deepEqual(parse(workflow), parse(blockOf('README.md', 'Flopgate')), 'the README shows the same');
});

test('replaces nothing, unless told to', async (t) => {
  const cwd = temporaryFolder(t);
  mkdirSync(join(cwd, '.github'));
  writeFileSync(join(cwd, '.github', 'flopgate.yml'), 'mine');
  const { status, err } = await flopgate(['init'], { cwd });
  assert.equal(status, 2);
  assert.match(err, /\.github\/flopgate\.yml exists already; nothing was written/);
  assert.equal(readFileSync(join(cwd, '.github', 'flopgate.yml'), 'utf8'), 'mine');
  assert.ok(!existsSync(join(cwd, '.github', 'workflows')));
  assert.equal((await flopgate(['init', '--force', '--repo', cwd])).status, 0);
  assert.notEqual(readFileSync(join(cwd, '.github', 'flopgate.yml'), 'utf8'), 'mine');
});

test('proposes an entry for a file it cannot read, and a pattern where there is no model or too many', async (t) => {
  const cwd = temporaryFolder(t);
  const read = () => parseConfig(readFileSync(join(cwd, '.github', 'flopgate.yml'), 'utf8'), 'flopgate.yml');
  await flopgate(['init'], { cwd });
  assert.deepEqual(
    read().models.map(({ path }) => path),
    ['**/*.onnx'],
  );
  writeFileSync(join(cwd, 'broken.onnx'), 'no');
  await flopgate(['init', '--force'], { cwd });
  assert.deepEqual(
    read().models.map(({ path }) => path),
    ['broken.onnx'],
  );
  for (let i = 0; i < 21; i++) writeFileSync(join(cwd, `m${i}.onnx`), 'no');
  await flopgate(['init', '--force'], { cwd });
  assert.deepEqual(
    read().models.map(({ path }) => path),
    ['**/*.onnx'],
  );
});

test('looks into no hidden or installed folder', (t) => {
  const cwd = temporaryFolder(t);
  for (const folder of ['a/b', '.git', 'node_modules/x']) {
    mkdirSync(join(cwd, folder), { recursive: true });
    writeFileSync(join(cwd, folder, 'm.onnx'), '');
  }
  assert.deepEqual(findModels(cwd), ['a/b/m.onnx']);
});
