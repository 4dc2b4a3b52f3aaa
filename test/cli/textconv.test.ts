import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { baseModel, flopgate, headModel, temporaryFolder } from './world.ts';

const root = resolve(import.meta.dirname, '..', '..');
const entry = join(root, 'src', 'cli', 'entry.ts');

test('a model is one line for each layer, with its inputs, shapes, attributes, weights and costs', async () => {
  const { status, out, err } = await flopgate(['textconv', baseModel]);
  assert.deepEqual([status, err], [0, '']);
  const lines = out.trimEnd().split('\n');
  // 49 nodes; format, producer, operator sets, an input, an output, five totals and the weights.
  assert.equal(lines.length, 49 + 11);
  // 112 · 112 · 64 · 3 · 7 · 7 = 118,013,952; 64 · 3 · 49 + 64 = 9,472.
  assert.ok(
    lines.includes(
      'conv1: Conv(image) -> float32[1, 64, 112, 112]; dilations=[1, 1]; kernel_shape=[7, 7]; pads=[3, 3, 3, 3]; strides=[2, 2]; parameter float32[64, 3, 7, 7]; parameter float32[64]; parameters 9472; macs 118013952',
    ),
    out,
  );
  assert.ok(lines.includes('total macs: 1814073344'));
});

test('a file that is no model is told as text, so that git shows the rest', async (t) => {
  const file = join(temporaryFolder(t), 'pointer.onnx');
  writeFileSync(file, 'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n');
  const { status, out } = await flopgate(['textconv', file]);
  assert.equal(status, 0);
  assert.match(out, /^not read: .*\n65 bytes, sha256 [0-9a-f]{64}\n$/);
  writeFileSync(file, 'version https://git-lfs.github.com/spec/v1\noid sha256:cd\nsize 12\n');
  assert.notEqual((await flopgate(['textconv', file])).out, out);
});

test('a file that is not there is an error', async () => {
  assert.equal((await flopgate(['textconv', 'nowhere.onnx'])).status, 2);
});

test('git diff shows the layers that changed, by the two lines that docs/diff.md gives', (t) => {
  const cwd = temporaryFolder(t);
  const guide = readFileSync(join(root, 'docs', 'diff.md'), 'utf8');
  const [, attributes = ''] = /^(\*\.onnx diff=flopgate)$/m.exec(guide) ?? [];
  const [, key = '', command = ''] = /^git config (diff\.flopgate\.textconv) '(.*)'$/m.exec(guide) ?? [];
  assert.equal(command, 'npx flopgate textconv');
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd,
      env,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  // The published command stands for the program of this checkout.
  git('config', key, command.replace('npx flopgate', `'${process.execPath}' '${entry}'`));
  writeFileSync(join(cwd, '.gitattributes'), `${attributes}\n`);
  copyFileSync(baseModel, join(cwd, 'net.onnx'));
  git('add', '.');
  git('commit', '--quiet', '--message=base');
  copyFileSync(headModel, join(cwd, 'net.onnx'));
  const shown = git('diff', '--unified=0', 'net.onnx');
  assert.match(shown, /^-layer3\.0\.conv1: Conv\(.*float32\[1, 256, 14, 14\]/m);
  assert.match(shown, /^\+layer3\.0\.conv1: Conv\(.*float32\[1, 320, 14, 14\]/m);
  assert.match(shown, /^-total macs: 1814073344$/m);
  // Stages 1 and 2 stayed as they were, whatever their nodes and tensors are called now.
  assert.doesNotMatch(shown, /^[-+]layer1\.0\.conv2:/m);
  assert.doesNotMatch(shown, /Binary files/);
});
