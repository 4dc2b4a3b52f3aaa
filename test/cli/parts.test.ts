import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { baseModel, flopgate, headModel, temporaryFolder } from './world.ts';

/** Five models on `main`, three of which become heavier on `wider`. */
function repository(t: TestContext): string {
  const cwd = temporaryFolder(t);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd,
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(join(cwd, '.github'));
  mkdirSync(join(cwd, 'models'));
  const config = 'version: 1\nmodels:\n  - path: models/*.onnx\n    budgets: { macs: { growth: 20 % } }\n';
  writeFileSync(join(cwd, '.github', 'flopgate.yml'), `${config}budgets:\n  macs: 9.6 G\n`);
  for (const name of ['a', 'b', 'c', 'd', 'e']) copyFileSync(baseModel, join(cwd, 'models', `${name}.onnx`));
  git('add', '.');
  git('commit', '--quiet', '-m', 'base');
  git('checkout', '--quiet', '-b', 'wider');
  for (const name of ['a', 'c', 'd']) copyFileSync(headModel, join(cwd, 'models', `${name}.onnx`));
  git('commit', '--quiet', '-a', '-m', 'wider');
  return cwd;
}

test('the parts of a matrix, put together, are the report of one job', async (t) => {
  const cwd = repository(t);
  const planned = await flopgate(['plan', '--parts', '2'], { cwd });
  // A budget on the repository as a whole asks for every model.
  assert.equal(planned.out, '{"include":[{"part":"1/2","models":3},{"part":"2/2","models":2}]}\n');
  const files = ['1/2', '2/2'].map((part) => ({ part, file: join(cwd, `${part.replace('/', '-')}.part`) }));
  for (const { part, file } of files) {
    const made = await flopgate(['check', '--part', part, '--output', file], { cwd });
    assert.deepEqual([made.status, made.out, made.err], [0, '', '']);
  }
  const paths = files.map(({ file }) => file);
  const together = await flopgate(['report', ...paths, '--format', 'json', '--pairs'], { cwd });
  const alone = await flopgate(['check', '--format', 'json', '--pairs'], { cwd });
  // 2 × 1.814 G + 3 × 2.040 G is 9.748 G: only the sum over all parts exceeds the repository's budget.
  assert.equal(alone.status, 1);
  assert.match(alone.out, /"scope": "repository"[^}]*"result": "exceeded"/);
  assert.deepEqual(together, alone);
});

test('a model in no part closes the gate, and so does a part that is cut short', async (t) => {
  const cwd = repository(t);
  const file = join(cwd, 'one.part');
  await flopgate(['check', '--part', '1/2', '--output', file], { cwd });
  const { status, err } = await flopgate(['report', file], { cwd });
  assert.equal(status, 2);
  assert.match(err, /`models\/b\.onnx` was measured by no part/);
  writeFileSync(file, readFileSync(file).subarray(0, -1));
  const cut = await flopgate(['report', file], { cwd });
  assert.equal(cut.status, 2);
  assert.match(cut.err, /is no part that Flopgate .* wrote, or it was cut short/);
  const missing = await flopgate(['report', join(cwd, 'nowhere.part')], { cwd });
  assert.equal(missing.status, 2);
});

test('a part needs a number and a file, and a plan a sensible number of parts', async () => {
  const refused = async (...args: string[]) => {
    const { status, err } = await flopgate(args);
    assert.equal(status, 2);
    return err;
  };
  assert.match(await refused('check', '--part', '3/2', '--output', 'x'), /`3\/2` is not of the form 2\/5/);
  assert.match(await refused('check', '--part', '1/2'), /it needs --output/);
  assert.match(await refused('plan', '--parts', '0'), /not a number from 1 to 256/);
});

test('with a cache nothing is measured twice, and a damaged entry is measured anew', async (t) => {
  const cwd = repository(t);
  const cache = join(cwd, 'cache');
  const first = await flopgate(['check', '--cache', cache, '--format', 'json'], { cwd, errIsTerminal: true });
  assert.match(first.err, /measuring models\/a\.onnx/);
  const again = await flopgate(['check', '--cache', cache, '--format', 'json'], { cwd, errIsTerminal: true });
  assert.doesNotMatch(again.err, /measuring/);
  assert.equal(again.out, first.out);
  const other = await flopgate(['check', '--cache', cache, '--bind', 'batch=2', '--format', 'json'], {
    cwd,
    errIsTerminal: true,
  });
  assert.match(other.err, /measuring models\/a\.onnx/, 'other options, other results');
  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'a file where the folder should be');
  const without = await flopgate(['check', '--cache', cache, '--format', 'json'], { cwd });
  assert.equal(without.out, first.out);
});
