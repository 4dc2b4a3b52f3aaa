import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { findCheckout } from '../../src/host/clone.ts';
import { closeRepository, openRepository } from '../../src/host/repository.ts';
import { findRevisions } from '../../src/host/revisions.ts';
import { type Fixture, makeRepository, runGit, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];

function open(t: Context, dir: string) {
  const checkout = findCheckout(dir);
  assert.ok(checkout);
  const repository = openRepository({ checkout });
  t.after(() => closeRepository(repository));
  return repository;
}

function branched(t: Context): { fixture: Fixture; fork: string; topic: string; main: string } {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const fork = fixture.commit({ a: '1' });
  const main = fixture.commit({ a: '2' });
  fixture.git('checkout', '--quiet', '-b', 'topic', fork);
  return { fixture, fork, main, topic: fixture.commit({ b: '1' }) };
}

test('on a branch the base is where it left the default branch', (t) => {
  const { fixture, fork, topic } = branched(t);
  const { base, head, problems } = findRevisions(open(t, fixture.dir), {});
  assert.deepEqual(base, { label: 'main', sha: fork, how: 'merge base with main' });
  assert.deepEqual(head, { label: 'HEAD', sha: topic, how: 'as named' });
  assert.deepEqual(problems, []);
});

test('the remote’s default branch counts before a local one', (t) => {
  const { fixture, fork, main } = branched(t);
  runGit(join(fixture.dir, '..'), 'clone', '--quiet', '--branch=topic', fixture.dir, 'copy');
  const copy = join(fixture.dir, '..', 'copy');
  runGit(copy, 'remote', 'set-head', 'origin', 'main');
  runGit(copy, 'branch', 'main', 'HEAD');
  const { base } = findRevisions(open(t, copy), {});
  assert.deepEqual(base, { label: 'origin/main', sha: fork, how: 'merge base with origin/main' });
  assert.notEqual(base?.sha, main);
});

test('on the default branch the base is the first parent', (t) => {
  const { fixture, fork, main } = branched(t);
  fixture.git('checkout', '--quiet', 'main');
  const { base, head } = findRevisions(open(t, fixture.dir), {});
  assert.deepEqual(base, { label: 'HEAD^', sha: fork, how: 'first parent' });
  assert.equal(head.sha, main);
});

test('a root commit has no base, and that is said', (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  fixture.commit({ a: '1' });
  const { base, problems } = findRevisions(open(t, fixture.dir), {});
  assert.equal(base, null);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['read/no-base'],
  );
});

test('named revisions win, and a name nobody knows stops the run', (t) => {
  const { fixture, main, topic } = branched(t);
  const repository = open(t, fixture.dir);
  const found = findRevisions(repository, { base: 'main', head: topic.slice(0, 8) });
  assert.deepEqual([found.base?.sha, found.head.sha], [main, topic]);
  assert.throws(() => findRevisions(repository, { base: 'mian' }), /The base revision `mian` cannot be found/);
});
