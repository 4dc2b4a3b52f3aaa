import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findCheckout, isCloneOf } from '../../src/host/clone.ts';
import {
  blobSizes,
  closeRepository,
  fetchBlobs,
  fetchCommits,
  listTree,
  localCommit,
  mergeBase,
  openRepository,
  parentsOf,
  type Repository,
  type RepositoryOptions,
  readBlob,
} from '../../src/host/repository.ts';
import { startGitServer } from '../action/git-server.ts';
import { type Fixture, fingerprint, makeRepository, runGit, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];

function open(t: Context, options: RepositoryOptions): Repository {
  const repository = openRepository(options);
  t.after(() => closeRepository(repository));
  return repository;
}

function checkoutOf(dir: string) {
  const checkout = findCheckout(dir);
  assert.ok(checkout, `no clone at ${dir}`);
  return checkout;
}

/** A file's text at a commit, as the repository reads it. */
function contentAt(repository: Repository, commit: string, path: string): string | undefined {
  const oid = listTree(repository, commit)?.get(path)?.oid;
  return oid === undefined ? undefined : readBlob(repository, oid)?.toString();
}

function withVariables(t: Context, variables: Readonly<Record<string, string>>): void {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  t.after(() => {
    for (const name of Object.keys(variables)) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}

/** Two commits on a server, and a clone of it as `args` say. */
async function served(t: Context, ...args: readonly string[]) {
  const temp = tempFolder(t);
  const origin = makeRepository(join(temp, 'served', 'o', 'r'));
  const base = origin.commit({ 'm/a.onnx': 'one', 'm/b.onnx': 'same' });
  const head = origin.commit({ 'm/a.onnx': 'two' });
  const server = await startGitServer({ root: join(temp, 'served') });
  t.after(server.close);
  runGit(temp, 'clone', '--quiet', ...args, `file://${origin.dir}`, 'clone');
  return { temp, base, head, server, clone: join(temp, 'clone'), remote: { url: `${server.url}/o/r` } };
}

test('partial clones, with or without their trees, are completed from the server in ours and stay as they are', async (t) => {
  for (const filter of ['blob:none', 'tree:0']) {
    const { base, head, server, clone, remote, temp } = await served(t, `--filter=${filter}`, '--no-checkout');
    const before = fingerprint(clone);
    const alone = open(t, { checkout: checkoutOf(clone), temp });
    assert.equal(contentAt(alone, base, 'm/a.onnx'), undefined, 'nothing downloads unseen');
    assert.equal(localCommit(alone, 'HEAD~1'), base);
    const repository = open(t, { checkout: checkoutOf(clone), remote, temp });
    await fetchCommits(repository, [base, head], { depth: 1, refs: [] });
    const oids = [base, head].map((commit) => listTree(repository, commit)?.get('m/a.onnx')?.oid ?? '');
    await fetchBlobs(repository, oids, [base, head]);
    assert.deepEqual(
      oids.map((oid) => readBlob(repository, oid)?.toString()),
      ['one', 'two'],
      filter,
    );
    assert.equal(server.requests.length, 4);
    assert.equal(fingerprint(clone), before);
  }
});

test('a git that knows no GIT_NO_LAZY_FETCH downloads nothing unseen either', async (t) => {
  const { base, head, server, clone, temp, remote } = await served(t, '--filter=blob:none', '--no-checkout');
  // As an older build: the variable never reaches git.
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const bin = join(temp, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'git'), `#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec "${real}" "$@"\n`);
  chmodSync(join(bin, 'git'), 0o755);
  runGit(clone, 'config', 'remote.origin.url', remote.url);
  runGit(clone, 'config', 'protocol.allow', 'always');
  const { PATH = '' } = process.env;
  const oid = runGit(clone, 'rev-parse', `${base}:m/a.onnx`);
  withVariables(t, { PATH: `${bin}:${PATH}` });
  const repository = open(t, { checkout: checkoutOf(clone), remote, temp });
  assert.equal(readBlob(repository, oid), undefined);
  assert.equal(blobSizes(repository, [oid]).size, 0);
  assert.equal(localCommit(repository, `${base}~9`), undefined);
  assert.equal(server.requests.length, 0);
  // After a fetch into ours, whose objects are promised by the server, it still does not.
  await fetchCommits(repository, [base, head], { depth: 1, refs: [] });
  const asked = server.requests.length;
  assert.equal(readBlob(repository, oid), undefined);
  assert.equal(server.requests.length, asked);
});

test('a submodule’s own files are read from its own repository, not from that around it', (t) => {
  const temp = tempFolder(t);
  const inner = makeRepository(join(temp, 'inner'));
  const commit = inner.commit({ 'x.onnx': 'inner' });
  const outer = makeRepository(join(temp, 'outer'));
  outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${inner.dir}`, 'models');
  const around = outer.commit({ 'y.onnx': 'outer' });
  const within = open(t, { checkout: checkoutOf(join(outer.dir, 'models')) });
  assert.equal(contentAt(within, commit, 'x.onnx'), 'inner');
  const whole = open(t, { checkout: checkoutOf(outer.dir) });
  assert.equal(listTree(whole, around)?.get('models')?.mode, '160000');
  assert.equal(contentAt(whole, around, 'y.onnx'), 'outer');
});

test('a clone of another owner is read, in a worktree too, and is not made safe for anybody else', (t) => {
  if (process.getuid?.() !== 0) return t.skip('changing the owner of files needs root');
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  const commit = fixture.commit({ 'a.onnx': 'theirs' });
  fixture.git('worktree', 'add', '--quiet', '--detach', join(temp, 'tree'));
  execFileSync('chown', ['-R', '12345:12345', fixture.dir, join(temp, 'tree')]);
  withVariables(t, { HOME: temp });
  // `status` in the folder is what a job would meet.
  assert.throws(() => runGit(fixture.dir, 'status'), /dubious ownership/);
  for (const dir of [fixture.dir, join(temp, 'tree')]) {
    const repository = open(t, { checkout: checkoutOf(dir) });
    assert.equal(localCommit(repository, 'HEAD'), commit);
    assert.equal(contentAt(repository, commit, 'a.onnx'), 'theirs');
  }
  assert.equal(existsSync(join(temp, '.gitconfig')), false);
  assert.throws(() => runGit(fixture.dir, 'status'), /dubious ownership/);
});

test('`safe.bareRepository=explicit` from the outside changes nothing', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  const commit = fixture.commit({ a: '1' });
  runGit(temp, 'clone', '--quiet', '--bare', fixture.dir, 'bare.git');
  writeFileSync(join(temp, 'config'), '[safe]\n\tbareRepository = explicit\n');
  withVariables(t, {
    GIT_CONFIG_GLOBAL: join(temp, 'config'),
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.bareRepository',
    GIT_CONFIG_VALUE_0: 'explicit',
  });
  assert.equal(listTree(open(t, { checkout: checkoutOf(join(temp, 'bare.git')) }), commit)?.size, 1);
});

test('what a tree carries is never taken for a repository', (t) => {
  const temp = tempFolder(t);
  const trap = makeRepository(join(temp, 'trap'));
  trap.commit({ 'a.onnx': 'trap' });
  const fixture = makeRepository(join(temp, 'clone'));
  const commit = fixture.commit({ 'a.onnx': 'real', 'sub/x': '1' });
  // A bare repository, a folder made of one's parts, and a `.git` file that leads nowhere.
  cpSync(join(trap.dir, '.git'), join(fixture.dir, 'sub', 'objects.git'), { recursive: true });
  cpSync(join(trap.dir, '.git'), join(fixture.dir, 'parts'), { recursive: true });
  mkdirSync(join(fixture.dir, 'lost'));
  writeFileSync(join(fixture.dir, 'lost', '.git'), 'gitdir: ../nowhere\n');
  mkdirSync(join(fixture.dir, 'long'));
  writeFileSync(join(fixture.dir, 'long', '.git'), `gitdir: ${'x'.repeat(5000)}\n`);
  for (const folder of ['.', 'sub', 'sub/objects.git', 'parts', 'lost', 'long']) {
    const found = checkoutOf(join(fixture.dir, folder));
    assert.equal(found.gitDir, join(realpathSync(fixture.dir), '.git'), folder);
    assert.equal(contentAt(open(t, { checkout: found }), commit, 'a.onnx'), 'real');
  }
});

/** Everything a configuration of a repository can be made to run; each leaves a file behind where it is. */
function arm(fixture: Fixture, traces: string): void {
  mkdirSync(traces);
  const trap = (name: string) => {
    const script = join(traces, `${name}.sh`);
    writeFileSync(script, `#!/bin/sh\ntouch '${join(traces, `${name}.ran`)}'\n`);
    chmodSync(script, 0o755);
    return script;
  };
  const settings = {
    'core.fsmonitor': trap('fsmonitor'),
    'core.sshCommand': trap('ssh'),
    'core.gitProxy': trap('proxy'),
    'core.pager': trap('pager'),
    'core.editor': trap('editor'),
    'core.alternateRefsCommand': trap('alternates'),
    'core.hooksPath': join(traces, 'hooks'),
    'credential.helper': trap('credential'),
    'diff.external': trap('diff'),
    'diff.bad.textconv': trap('textconv'),
    'filter.bad.smudge': trap('smudge'),
    'filter.bad.clean': trap('clean'),
    'filter.bad.process': trap('process'),
    'gpg.program': trap('gpg'),
    'alias.ls-tree': `!${trap('alias')}`,
    'uploadpack.packObjectsHook': trap('pack'),
    'remote.origin.url': `ext::${trap('ext')}`,
    'remote.origin.promisor': 'true',
    'extensions.partialClone': 'origin',
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
  };
  for (const [key, value] of Object.entries(settings)) fixture.git('config', key, value);
  fixture.git('config', 'core.repositoryFormatVersion', '1');
  mkdirSync(join(traces, 'hooks'));
  for (const hook of ['post-checkout', 'reference-transaction', 'pre-auto-gc', 'post-index-change', 'fsmonitor']) {
    symlinkSync(trap(`hook-${hook}`), join(traces, 'hooks', hook));
  }
}

test('hooks, filters, helpers, aliases and remotes a clone configures are never run', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const base = fixture.commit({ '.gitattributes': '* filter=bad diff=bad\n', 'a.onnx': 'one' });
  const head = fixture.commit({ 'a.onnx': 'two' });
  const server = await startGitServer({ root: temp });
  t.after(server.close);
  runGit(temp, 'clone', '--quiet', '--depth=1', `file://${fixture.dir}`, 'clone');
  const clone = join(temp, 'clone');
  const traces = join(temp, 'traces');
  const armed = { ...fixture, dir: clone, git: (...args: readonly string[]) => runGit(clone, ...args) };
  arm(armed, traces);
  const before = fingerprint(clone);
  const repository = open(t, { checkout: checkoutOf(clone), remote: { url: `${server.url}/o/r` } });
  assert.equal(localCommit(repository, 'HEAD'), head);
  assert.equal(localCommit(repository, 'HEAD~1'), undefined);
  assert.equal(localCommit(repository, 'f'.repeat(40)), undefined, 'an absent object is not asked for');
  assert.equal(isCloneOf(checkoutOf(clone), 'o/r'), false);
  await fetchCommits(repository, [base], { depth: 1, refs: [] });
  const oid = listTree(repository, base)?.get('a.onnx')?.oid ?? '';
  await fetchBlobs(repository, [oid], [base]);
  assert.equal(contentAt(repository, base, 'a.onnx'), 'one');
  assert.equal(contentAt(repository, head, 'a.onnx'), 'two');
  const ran = execFileSync('find', [traces, '-name', '*.ran'], { encoding: 'utf8' });
  assert.equal(ran, '');
  assert.equal(fingerprint(clone), before);
  // The traps do work: git itself, asked in the clone, runs at least one of them.
  assert.throws(() => armed.git('fetch', 'origin'));
  assert.notEqual(execFileSync('find', [traces, '-name', '*.ran'], { encoding: 'utf8' }), '');
});

test('replacements and grafts of a clone change neither content nor history', (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const first = fixture.commit({ a: 'first' });
  const second = fixture.commit({ a: 'second' });
  const third = fixture.commit({ a: 'third' });
  fixture.git('replace', third, first);
  fixture.git('replace', fixture.git('rev-parse', `${second}:a`), fixture.git('rev-parse', `${first}:a`));
  writeFileSync(join(fixture.dir, '.git', 'info', 'grafts'), `${third} ${first}\n`);
  const repository = open(t, { checkout: checkoutOf(fixture.dir) });
  assert.equal(localCommit(repository, 'main~1'), second);
  assert.deepEqual(parentsOf(repository, third), [second]);
  assert.equal(contentAt(repository, third, 'a'), 'third');
  assert.equal(contentAt(repository, second, 'a'), 'second');
  assert.equal(mergeBase(repository, third, second), second);
});

test('alternates of a clone are followed for objects, a ring of them ends, and none brings configuration', (t) => {
  const temp = tempFolder(t);
  const far = makeRepository(join(temp, 'far'));
  const commit = far.commit({ 'a.onnx': 'far' });
  runGit(temp, 'clone', '--quiet', '--shared', far.dir, 'near');
  const near = checkoutOf(join(temp, 'near'));
  writeFileSync(join(far.dir, '.git', 'objects', 'info', 'alternates'), `${join(near.gitDir, 'objects')}\n`);
  assert.equal(contentAt(open(t, { checkout: near }), commit, 'a.onnx'), 'far');
  rmSync(far.dir, { recursive: true });
  assert.equal(contentAt(open(t, { checkout: near }), commit, 'a.onnx'), undefined);
});

test('a clone is known by the address it came from, however it is written', (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const checkout = checkoutOf(fixture.dir);
  assert.equal(isCloneOf(checkout, 'o/r'), true, 'one without an address is taken to be it');
  fixture.git('remote', 'add', 'origin', 'x');
  const is = (url: string) => {
    fixture.git('config', 'remote.origin.url', url);
    return isCloneOf(checkout, 'Owner/Name');
  };
  for (const url of [
    'https://github.com/owner/name',
    'git@host:owner/name.git',
    'ssh://git@h:22/Owner/Name/',
    'owner/name',
  ])
    assert.equal(is(url), true, url);
  for (const url of [
    'https://github.com/other/name',
    'https://github.com/xowner/name',
    'https://h/owner/names',
    'name',
  ])
    assert.equal(is(url), false, url);
});

test('a clone of something else, or of the other object format, is left alone', (t) => {
  const temp = tempFolder(t);
  const other = makeRepository(join(temp, 'other'));
  const commit = other.commit({ a: '1' });
  other.git('remote', 'add', 'origin', 'https://example.com/else/where');
  const checkout = checkoutOf(other.dir);
  assert.equal(localCommit(open(t, { checkout, cloneOf: 'else/where' }), 'main'), commit);
  for (const options of [{ cloneOf: 'o/r' }, { objectFormat: 'sha256' }] as const) {
    const repository = open(t, { checkout, ...options });
    assert.equal(localCommit(repository, 'main'), undefined);
    assert.equal(readFileSync(join(repository.gitDir ?? '', 'HEAD'), 'utf8'), 'ref: refs/heads/main\n');
    assert.equal(existsSync(join(repository.gitDir ?? '', 'objects', 'info', 'alternates')), false);
  }
});
