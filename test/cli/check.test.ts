import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { baseModel, flopgate, headModel, temporaryFolder } from './world.ts';

/** Two commits: the base model with a configuration on `main`, then the head model on `wider`. */
function repository(
  t: TestContext,
  budget: string,
): { readonly cwd: string; readonly git: (...args: string[]) => string } {
  const cwd = temporaryFolder(t);
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
      },
    );
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(join(cwd, '.github'));
  mkdirSync(join(cwd, 'models'));
  writeFileSync(
    join(cwd, '.github', 'flopgate.yml'),
    `version: 1\nmodels:\n  - path: models/*.onnx\n    budgets: { macs: ${budget} }\n`,
  );
  copyFileSync(baseModel, join(cwd, 'models', 'net.onnx'));
  git('add', '.');
  git('commit', '--quiet', '-m', 'base');
  git('checkout', '--quiet', '-b', 'wider');
  copyFileSync(headModel, join(cwd, 'models', 'net.onnx'));
  git('commit', '--quiet', '-a', '-m', 'wider');
  return { cwd, git };
}

test('judges a branch against where it left the default branch', async (t) => {
  const { cwd } = repository(t, '1.9 G');
  const { status, out } = await flopgate(['check', '--format', 'json'], { cwd });
  assert.equal(status, 1);
  const report: { base: { label: string }; models: { path: string; status: string }[]; verdict: string } =
    JSON.parse(out);
  assert.equal(report.verdict, 'fail');
  assert.deepEqual(
    report.models.map(({ path, status }) => [path, status]),
    [['models/net.onnx', 'changed']],
  );
});

test('ends with 0 within the budget, from any folder by --repo', async (t) => {
  const { cwd } = repository(t, '3 G');
  const { status, out } = await flopgate(['check', '--repo', cwd, '--base', 'main', '--head', 'wider']);
  assert.equal(status, 0);
  assert.match(out, /net\.onnx/);
});

test('judges by a file that is not committed yet', async (t) => {
  const { cwd } = repository(t, '3 G');
  const config = join(cwd, 'draft.yml');
  writeFileSync(config, 'version: 1\nmodels:\n  - path: models/*.onnx\n    budgets: { macs: 1 G }\n');
  assert.equal((await flopgate(['check', '--config', config], { cwd })).status, 1);
});

test('what a branch does to its own budgets does not count', async (t) => {
  const { cwd, git } = repository(t, '1.9 G');
  writeFileSync(
    join(cwd, '.github', 'flopgate.yml'),
    'version: 1\nmodels:\n  - path: models/*.onnx\n    budgets: { macs: 99 G }\n',
  );
  git('commit', '--quiet', '-a', '-m', 'loosen');
  const { status, out } = await flopgate(['check', '--format', 'json'], { cwd });
  assert.equal(status, 1);
  assert.match(out, /config\/edited/);
});

test('leaves the clone as it was', async (t) => {
  const { cwd, git } = repository(t, '3 G');
  const before = git('status', '--porcelain=v2', '--branch');
  await flopgate(['check'], { cwd, errIsTerminal: true });
  assert.equal(git('status', '--porcelain=v2', '--branch'), before);
});

test('says that a folder is no repository', async (t) => {
  const { status, err } = await flopgate(['check'], { cwd: temporaryFolder(t) });
  assert.equal(status, 2);
  assert.match(err, /not in a git repository/);
});

test('says which revision is not there', async (t) => {
  const { cwd } = repository(t, '3 G');
  const { status, err } = await flopgate(['check', '--base', 'nowhere'], { cwd });
  assert.equal(status, 2);
  assert.match(err, /nowhere/);
});

test('a base that cannot be read is a warning here as in the action: the change that repairs it must be able to pass', async (t) => {
  const { cwd, git } = repository(t, '99 G');
  const path = join(cwd, 'models', 'net.onnx');
  writeFileSync(path, 'damaged');
  git('commit', '--quiet', '-a', '-m', 'damaged');
  const damaged = await flopgate(['check'], { cwd });
  assert.equal(damaged.status, 2);
  copyFileSync(headModel, path);
  git('commit', '--quiet', '-a', '-m', 'repaired');
  const { status, out, err } = await flopgate(['check', '--base', 'HEAD^'], { cwd });
  assert.deepEqual([status, err], [0, '']);
  assert.match(out, /^WARN /);
  assert.match(out, /! models\/net\.onnx: The base cannot be read: /);
});

test('shapes and bindings of the command line go before those of the configuration', async (t) => {
  const { cwd } = repository(t, '99 G');
  const plain = await flopgate(['check', '--format', 'json'], { cwd });
  const bound = await flopgate(['check', '--format', 'json', '--bind', 'nothing=3'], { cwd });
  assert.deepEqual([plain.status, bound.status], [0, 0]);
  assert.doesNotMatch(plain.out, /usage\/unused-bind/);
  assert.match(bound.out, /usage\/unused-bind/);
  const wrong = await flopgate(['check', '--input', 'no-such-input=1,2'], { cwd });
  assert.equal(wrong.status, 2);
  assert.match(wrong.err, /`no-such-input`, which the model does not have/);
});
