import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { commandNames, commands } from '../../src/cli/commands.ts';
import { run } from '../../src/cli/main.ts';
import { version } from '../../src/version.ts';
import { baseModel, flopgate } from './world.ts';

const entry = resolve(import.meta.dirname, '..', '..', 'src', 'cli', 'entry.ts');

test('help lists every command, and every command explains itself with examples', async () => {
  const general = await flopgate([]);
  assert.equal(general.status, 0);
  for (const name of commandNames) {
    assert.match(general.out, new RegExp(`\\n {2}${name} +\\S`));
    const { status, out } = await flopgate([name, '--help']);
    assert.equal(status, 0);
    assert.match(out, /\nExamples:\n {2}flopgate /);
    for (const option of commands[name].options) assert.ok(out.includes(`--${option}`), `${name} ${option}`);
    assert.ok(
      out.split('\n').every((line) => line.length <= 103),
      out,
    );
  }
});

test('a usage error is one problem on stderr and the status 2', async () => {
  const { status, out, err } = await flopgate(['counts', 'm.onnx']);
  assert.equal(status, 2);
  assert.equal(out, '');
  assert.match(err, /^flopgate: `counts` is not a command; did you mean `count`\?\.\n {2}Commands: /);
});

test('a bug of ours is the status 3, with the stack and where to report it', async () => {
  let err = '';
  const status = await run({
    args: ['--help'],
    cwd: '.',
    env: {},
    stdout: {
      write: () => {
        throw new TypeError('broken on purpose');
      },
    },
    stderr: { write: (text) => (err += text) },
  });
  assert.equal(status, 3);
  assert.match(err, /bug in Flopgate/);
  assert.match(err, /issues/);
  assert.match(err, /TypeError: broken on purpose\n {4}at /);
});

test('the version is an option of every command', async () => {
  for (const args of [['--version'], ['-V'], ...commandNames.map((name) => [name, '--version'])]) {
    assert.deepEqual(await flopgate(args), { status: 0, out: `${version}\n`, err: '' });
  }
});

test('the process prints its version without loading the rest', () => {
  const { stdout, status } = spawnSync(process.execPath, [entry, '--version'], { encoding: 'utf8' });
  assert.equal(status, 0);
  assert.equal(stdout, `${version}\n`);
});

test('the process ends with the status of the command', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, 'count', join('no', 'where')], {
    encoding: 'utf8',
  });
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^flopgate: /);
});

test('a reader that has seen enough is no error', async () => {
  const child = spawn(process.execPath, [entry, 'count', baseModel, '--format', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (data) => {
    err += String(data);
  });
  const [status] = await once(child, 'close');
  assert.equal(err, '');
  assert.equal(status, 0);
});

test('a full disk is the status 2: 1 would say that a budget is exceeded', { skip: !existsSync('/dev/full') }, () => {
  const full = openSync('/dev/full', 'w');
  const { stderr, status } = spawnSync(process.execPath, [entry, 'count', baseModel], {
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  assert.equal(status, 2);
  assert.match(stderr, /^flopgate: the result cannot be written: ENOSPC.*\n$/);
});
