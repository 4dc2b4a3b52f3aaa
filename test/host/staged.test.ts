import assert from 'node:assert/strict';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import { configPath, convolution, limit } from '../action/scene.ts';
import { flopgate, type Outcome as Run } from '../cli/world.ts';
import { type Fixture, fingerprint, makeRepository, runGit, tempFolder } from './git-fixture.ts';

const main = { [configPath]: limit('15 k'), 'models/net.onnx': convolution(8), 'models/other.onnx': convolution(8) };

function open(t: TestContext, files: Parameters<Fixture['commit']>[0] = main, ...init: string[]): Fixture {
  const fixture = makeRepository(join(tempFolder(t), 'clone'), ...init);
  fixture.commit(files);
  return fixture;
}

interface Outcome extends Run {
  readonly report: Report;
}

/** Runs `flopgate check --staged`; the clone must be byte for byte as it was. */
async function staged({ dir }: Pick<Fixture, 'dir'>, args: readonly string[] = [], env = {}): Promise<Outcome> {
  const before = fingerprint(dir);
  const run = await flopgate(['check', '--staged', '--format', 'json', ...args], { cwd: dir, env });
  assert.equal(fingerprint(dir), before, 'the clone is as it was');
  if (run.out === '') assert.notEqual(run.status, 0);
  return { ...run, report: run.out === '' ? {} : JSON.parse(run.out) };
}

function write({ dir }: Fixture, path: string, content: string | Uint8Array): void {
  writeFileSync(join(dir, path), content);
}

const statuses = ({ report, err }: Outcome) => report.models?.map(({ path, status }) => `${path} ${status}`) ?? [err];

test('the head is what is staged, and neither the working tree nor HEAD', async (t) => {
  const clone = open(t);
  write(clone, 'models/net.onnx', convolution(9));
  clone.git('add', 'models/net.onnx');
  write(clone, 'models/net.onnx', convolution(64));
  write(clone, 'models/other.onnx', convolution(64));
  const run = await staged(clone);
  assert.equal(run.status, 1, '9 × 1,728 = 15,552 MACs');
  assert.deepEqual(statuses(run), ['models/net.onnx changed', 'models/other.onnx unchanged']);
  assert.equal(run.report.models[0]?.head?.macs, 15_552);
  const { base, head } = run.report;
  assert.deepEqual(
    [base?.label, base?.sha, head.label, head.how],
    ['HEAD', clone.git('rev-parse', 'HEAD'), 'what is staged', 'the index'],
  );
  assert.equal(head.sha, clone.git('write-tree'), 'the id of the very tree that git commit would record');
});

test('with nothing staged, the gate is open and no model is read', async (t) => {
  const clone = open(t);
  write(clone, 'models/net.onnx', convolution(64));
  const run = await staged(clone);
  assert.deepEqual([run.status, ...statuses(run)], [0, 'models/net.onnx unchanged', 'models/other.onnx unchanged']);
});

test('a staged configuration does not judge the very commit that brings it', async (t) => {
  const clone = open(t);
  write(clone, configPath, limit('99 k'));
  write(clone, 'models/net.onnx', convolution(9));
  clone.git('add', '.');
  const run = await staged(clone);
  assert.equal(run.status, 1);
  assert.deepEqual(
    run.report.problems.map(({ code }) => code),
    ['config/edited'],
  );
  assert.equal((await staged(clone, ['--config', join(clone.dir, configPath)])).status, 0);
});

test('--base names another commit to compare with, and --head has no place', async (t) => {
  const clone = open(t);
  clone.git('branch', 'before');
  clone.commit({ 'models/net.onnx': convolution(9) });
  assert.deepEqual(statuses(await staged(clone)), ['models/net.onnx unchanged', 'models/other.onnx unchanged']);
  assert.deepEqual(statuses(await staged(clone, ['--base', 'before']))[0], 'models/net.onnx changed');
  const refused = await flopgate(['check', '--staged', '--head', 'main'], { cwd: clone.dir });
  assert.equal(refused.status, 2);
  assert.match(refused.err, /--staged: it is the head/);
});

test('a model that is staged for deletion is removed; one that is only gone from the working tree is not', async (t) => {
  const clone = open(t);
  clone.git('rm', '--quiet', '--cached', 'models/net.onnx');
  rmSync(join(clone.dir, 'models/other.onnx'));
  assert.deepEqual(statuses(await staged(clone)), ['models/net.onnx removed', 'models/other.onnx unchanged']);
});

test('a file that is only intended to be added is in no commit, so it is not judged', async (t) => {
  const clone = open(t);
  write(clone, 'models/new.onnx', convolution(64));
  clone.git('add', '--intent-to-add', 'models/new.onnx');
  const run = await staged(clone);
  assert.deepEqual([run.status, ...statuses(run)], [0, 'models/net.onnx unchanged', 'models/other.onnx unchanged']);
});

test('a conflict closes the gate and is named', async (t) => {
  const clone = open(t);
  clone.git('checkout', '--quiet', '-b', 'topic');
  clone.commit({ 'models/net.onnx': convolution(4) });
  clone.git('checkout', '--quiet', 'main');
  clone.commit({ 'models/net.onnx': convolution(5) });
  assert.throws(() => clone.git('merge', 'topic'));
  const run = await staged(clone);
  assert.equal(run.status, 2);
  assert.match(run.err, /What is staged cannot be read: .*models\/net\.onnx: unmerged/);
  clone.git('checkout', '--theirs', 'models/net.onnx');
  clone.git('add', 'models/net.onnx');
  assert.deepEqual(statuses(await staged(clone))[0], 'models/net.onnx changed');
});

test('before the first commit every staged model is new', async (t) => {
  const clone = makeRepository(join(tempFolder(t), 'clone'));
  const none = await staged(clone);
  assert.equal(none.status, 2);
  assert.match(none.err, /there is no index/);
  write(clone, 'net.onnx', convolution(8));
  clone.git('add', '.');
  const run = await staged(clone);
  assert.deepEqual([run.status, ...statuses(run)], [0, 'net.onnx added']);
  assert.deepEqual(
    run.report.problems.map(({ code }) => code),
    ['read/no-base', 'config/missing'],
  );
});

test('a submodule is left alone, and one in the place of a model is refused', async (t) => {
  const clone = open(t);
  const commit = clone.git('rev-parse', 'HEAD');
  clone.git('update-index', '--add', '--cacheinfo', `160000,${commit},models/lib`);
  assert.equal((await staged(clone)).status, 0);
  clone.git('rm', '--quiet', '--cached', 'models/net.onnx');
  clone.git('update-index', '--add', '--cacheinfo', `160000,${commit},models/net.onnx`);
  const run = await staged(clone);
  assert.equal(run.status, 2);
  assert.match(run.err, /models\/net\.onnx` at [0-9a-f]{12} is a submodule/);
});

test('a split index, a sparse index, SHA-256 and a worktree are all read', async (t) => {
  const expected = ['models/net.onnx changed', 'models/other.onnx unchanged'];
  const change = (clone: Fixture) => {
    write(clone, 'models/net.onnx', convolution(7));
    clone.git('add', 'models/net.onnx');
  };
  const split = open(t);
  split.git('update-index', '--split-index');
  change(split);
  assert.deepEqual(statuses(await staged(split)), expected);

  const sparse = open(t, { ...main, 'far/away/a.txt': 'a', 'far/b.txt': 'b' });
  sparse.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'models', '.github');
  assert.match(sparse.git('ls-files', '--sparse'), /^far\/$/m, 'a folder stands in the index as a whole');
  change(sparse);
  assert.deepEqual(statuses(await staged(sparse)), expected);

  const wide = open(t, main, '--object-format=sha256');
  change(wide);
  assert.deepEqual(statuses(await staged(wide)), expected);

  const first = open(t);
  const dir = join(tempFolder(t), 'linked');
  first.git('worktree', 'add', '--quiet', dir, '-b', 'linked');
  const linked = { ...first, dir, git: (...args: readonly string[]) => runGit(dir, ...args) };
  change(linked);
  assert.deepEqual(statuses(await staged(linked)), expected);
  assert.deepEqual(statuses(await staged(first))[0], 'models/net.onnx unchanged', 'each worktree has its own index');
});

test('a partial clone is judged by what is here; what is staged always is', async (t) => {
  const origin = open(t);
  const dir = join(tempFolder(t), 'partial');
  runGit(origin.dir, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${origin.dir}`, dir);
  runGit(dir, 'reset', '--quiet');
  const clone = { ...origin, dir, git: (...args: readonly string[]) => runGit(dir, ...args) };
  runGit(dir, 'checkout', 'HEAD', '--', configPath);
  const oid = runGit(dir, 'hash-object', '-w', join(origin.dir, 'models/other.onnx'));
  runGit(dir, 'update-index', '--add', '--cacheinfo', `100644,${oid},models/more.onnx`);
  const run = await staged(clone);
  assert.deepEqual(statuses(run), [
    'models/more.onnx added',
    'models/net.onnx unchanged',
    'models/other.onnx unchanged',
  ]);
});

test('as a hook, every way to commit is judged by what it would record', async (t) => {
  const clone = open(t);
  const cli = join(import.meta.dirname, '../../src/cli/entry.ts');
  const hook = join(clone.dir, '.git/hooks/pre-commit');
  writeFileSync(
    hook,
    `#!/bin/sh\nexec '${process.execPath}' '${cli}' check --staged --format json --output '${clone.dir}/.git/said'\n`,
  );
  chmodSync(hook, 0o755);
  const commit = (...args: readonly string[]) => clone.git('commit', '--quiet', '--message=try', ...args);
  const said = (): Report => JSON.parse(readFileSync(join(clone.dir, '.git/said'), 'utf8'));
  write(clone, 'models/net.onnx', convolution(9));
  assert.throws(() => commit('--all'), 'git commit --all writes an index of its own');
  assert.throws(() => commit('models/net.onnx'), 'and so does git commit PATH');
  write(clone, 'models/other.onnx', convolution(7));
  commit('models/other.onnx');
  assert.equal(clone.git('rev-parse', 'HEAD^{tree}'), said().head.sha, 'judged is what was recorded');
  write(clone, 'models/net.onnx', convolution(6));
  commit('--all');
  assert.equal(clone.git('rev-parse', 'HEAD^{tree}'), said().head.sha);
});
