import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findCheckout } from '../../src/host/clone.ts';
import {
  closeRepository,
  fetchBlobs,
  fetchCommits,
  listTree,
  localCommit,
  mergeBase,
  noticesOf,
  openRepository,
  originOf,
  parentsOf,
  type Repository,
  type RepositoryOptions,
  readBlob,
  readBlobs,
  remoteCommit,
  symbolicRef,
  whyMissing,
} from '../../src/host/repository.ts';
import type { RestPort } from '../../src/host/rest.ts';
import { startGitServer } from '../action/git-server.ts';
import { makeRepository, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];

const id = (digit: string) => digit.repeat(40);
const blob = createHash('sha1').update('blob 4\0text').digest('hex');

/** A forge that has commit `a…` on branch `main`, with one file. */
function forge(): RestPort & { readonly asked: string[] } {
  const asked: string[] = [];
  const commit = { sha: id('a'), tree: { sha: id('b') }, parents: [{ sha: id('1') }] };
  const tree = { tree: [{ path: 'x', mode: '100644', type: 'blob', sha: blob }], truncated: false };
  const answers = new Map<string, unknown>([
    [`git/commits/${id('a')}`, commit],
    [`git/trees/${id('b')}?recursive=1`, tree],
    ['git/ref/heads%2Fmain', { object: { type: 'commit', sha: id('a') } }],
  ]);
  return {
    origin: 'https://forge.example',
    asked,
    json: async (path) => {
      asked.push(path);
      if (!answers.has(path)) throw Object.assign(new Error('Not Found'), { status: 404 });
      return answers.get(path);
    },
    raw: async (path) => {
      asked.push(path);
      return { type: '', chunks: one(path.endsWith(blob) ? 'text' : 'other') };
    },
  };
}

async function* one(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

function open(t: Context, options: RepositoryOptions): Repository {
  const repository = openRepository(options);
  t.after(() => closeRepository(repository));
  return repository;
}

/** Opens a repository where there is no git, and stays without it. */
function openWithoutGit(t: Context, options: RepositoryOptions): Repository {
  const { PATH } = process.env;
  process.env.PATH = tempFolder(t);
  t.after(() => {
    if (PATH !== undefined) process.env.PATH = PATH;
  });
  return open(t, options);
}

test('without git a repository is one of REST, whole but for what only a clone knows', async (t) => {
  const rest = forge();
  const repository = openWithoutGit(t, { rest, remote: { url: 'https://forge.example/o/r' } });
  assert.equal(repository.gitDir, undefined);
  assert.equal(originOf(repository), 'https://forge.example');
  assert.deepEqual(noticesOf(repository), [], 'nothing came yet');
  assert.equal(await remoteCommit(repository, 'main'), id('a'));
  assert.deepEqual(await fetchCommits(repository, [id('a')], { depth: 2, refs: [] }), { ok: true, reason: '' });
  assert.deepEqual(parentsOf(repository, id('a')), [id('1')]);
  assert.equal(listTree(repository, id('a'))?.get('x')?.oid, blob);
  assert.deepEqual(await fetchBlobs(repository, [blob], []), { ok: true, reason: '' });
  assert.equal(readBlob(repository, blob)?.toString(), 'text');
  assert.deepEqual(
    noticesOf(repository).map(({ code, message }) => `${code} ${message}`),
    [
      'read/over-rest The files came over the forge’s REST interface: git cannot be used here: there is no `git` on the PATH.',
    ],
  );
  assert.equal(localCommit(repository, 'HEAD'), undefined);
  assert.equal(symbolicRef(repository, 'HEAD'), undefined);
  assert.equal(mergeBase(repository, id('a'), id('1')), undefined);
  const before = rest.asked.length;
  await fetchCommits(repository, [id('a')], { depth: 1, refs: [] });
  await fetchBlobs(repository, [blob], []);
  assert.equal(rest.asked.length, before, 'what is here is not asked for again');
});

test('without git and without REST nothing is opened, and nothing is left', (t) => {
  const temp = tempFolder(t);
  assert.throws(() => openWithoutGit(t, { temp }), /there is no `git` on the PATH/);
  assert.deepEqual(readdirSync(temp), []);
});

test('what git brings is not asked for over REST', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const commit = fixture.commit({ x: 'by git' });
  const server = await startGitServer({ root: temp });
  t.after(server.close);
  const rest = forge();
  const repository = open(t, { rest, remote: { url: `${server.url}/o/r` } });
  await fetchCommits(repository, [commit], { depth: 1, refs: [] });
  const oid = listTree(repository, commit)?.get('x')?.oid ?? '';
  await fetchBlobs(repository, [oid], [commit]);
  assert.equal(readBlob(repository, oid)?.toString(), 'by git');
  assert.equal(await remoteCommit(repository, 'main'), commit);
  assert.deepEqual([rest.asked, noticesOf(repository)], [[], []]);
  assert.equal(originOf(repository), server.url);
});

test('small blobs are read in one go, to the byte', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  const contents = [
    '',
    'one',
    'two\nlines\n',
    `${id('a')} blob 3\nxyz\n`,
    '\u0000\r\n',
    'x'.repeat(1023),
    'x'.repeat(1024),
  ];
  const commit = fixture.commit(Object.fromEntries(contents.map((text, i) => [`f${i}`, text])));
  const checkout = findCheckout(fixture.dir);
  assert.ok(checkout);
  const repository = open(t, { checkout, temp });
  const oids = contents.map((_, i) => listTree(repository, commit)?.get(`f${i}`)?.oid ?? '');
  const read = readBlobs(repository, [...oids, id('0')]);
  assert.deepEqual(
    oids.map((oid) => read.get(oid)?.toString()),
    contents,
  );
  assert.equal(read.has(id('0')), false);
});

test('what git cannot bring comes over REST, and what neither brings has both reasons', async (t) => {
  const server = await startGitServer({ root: tempFolder(t) });
  t.after(server.close);
  const repository = open(t, { rest: forge(), remote: { url: `${server.url}/o/r` } });
  const brought = await fetchCommits(repository, [id('a')], { depth: 1, refs: [] });
  assert.deepEqual(brought, { ok: true, reason: '' });
  assert.equal((await fetchBlobs(repository, [blob], [id('a')])).ok, true);
  assert.equal(readBlob(repository, blob)?.toString(), 'text');
  const [notice] = noticesOf(repository);
  assert.match(notice?.message ?? '', /REST interface: git could not fetch from http:\S+ \(.*not found.*\)\.$/);
  const neither = await fetchCommits(repository, [id('c')], { depth: 1, refs: [] });
  assert.equal(neither.ok, false);
  assert.match(neither.reason, /not found.*; over REST: 404 Not Found$/);
  const forged = await fetchBlobs(repository, [id('d')], []);
  assert.match(forged.reason, /; over REST: what came is not the content of this id$/);
  assert.equal(whyMissing(repository, id('d')), 'what came is not the content of this id');
  assert.equal(whyMissing(repository, blob), undefined);
});

test('closing removes everything, whichever way it came', async (t) => {
  const repository = openWithoutGit(t, { rest: forge() });
  await fetchBlobs(repository, [blob], []);
  assert.equal(existsSync(join(repository.scratch, 'rest', blob)), true);
  closeRepository(repository);
  assert.equal(existsSync(repository.scratch), false);
});
