import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { JudgedModel } from '../../src/budget/budget.ts';
import { findCheckout } from '../../src/host/clone.ts';
import type { LfsPointer } from '../../src/host/lfs.ts';
import type { LfsClient } from '../../src/host/lfs-client.ts';
import { planRepository } from '../../src/host/plan.ts';
import { closeRepository, openRepository } from '../../src/host/repository.ts';
import type { Results } from '../../src/host/results.ts';
import { type Fixture, makeRepository, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];

/** Over a MiB, so that a server is asked for ranges of it. */
const big = (name: string) => name.padEnd(1_100_000, '.');
const pointerOf = (content: string) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${oidOf(content)}\nsize ${content.length}\n`;
const oidOf = (content: string) => createHash('sha256').update(content).digest('hex');

/** A server that has everything; the pointers it was asked for. */
function server(): LfsClient & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    locate: async (pointers: readonly LfsPointer[]) => {
      asked.push(...pointers.map(({ oid }) => oid));
      return new Map(pointers.map(({ oid, size }) => [oid, { kind: 'available', size: Number(size) }]));
    },
    read: async () => assert.fail('nothing is read while planning'),
    whole: async (oid) => join('fetched', oid),
    cached: () => undefined,
    moved: { bytes: 0, requests: 0, objects: 0 },
    close: () => {},
  };
}

function keep(): Results & { readonly entries: Map<string, JudgedModel> } {
  const entries = new Map<string, JudgedModel>();
  return { entries, get: (key) => entries.get(key), put: (key, model) => void entries.set(key, model) };
}

interface Run {
  readonly results: Results;
  readonly lfs?: LfsClient;
}

/** Plans the one changed model, and keeps as its result whatever says how it was measured. */
async function run(t: Context, { dir }: Fixture, [base, head]: readonly [string, string], { results, lfs }: Run) {
  const checkout = findCheckout(dir);
  assert.ok(checkout);
  const repository = openRepository({ checkout });
  t.after(() => closeRepository(repository));
  const revision = (sha: string) => ({ label: sha, sha });
  const { cases } = await planRepository(repository, {
    base: revision(base),
    head: revision(head),
    config: { kind: 'commit', path: '.github/flopgate.yml', revision: revision(base) },
    results,
    ...(lfs !== undefined && { lfs }),
  });
  const [one = assert.fail('no case')] = cases;
  const how = `${one.base?.kind}→${one.head?.kind}`;
  if (one.known !== undefined) return `kept: ${one.known.path}`;
  if (one.key !== undefined) results.put(one.key, { path: how, status: 'changed', base: null, head: null, diff: null });
  return one.unreadable === undefined ? how : one.unreadable.code;
}

function lay({ dir }: Fixture, content: string): string {
  const oid = oidOf(content);
  const folder = join(dir, '.git', 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, oid), content);
  return join(folder, oid);
}

function changed(t: Context, before: string, after: string) {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const commits = [fixture.commit({ 'm.onnx': before }), fixture.commit({ 'm.onnx': after })] as const;
  return { fixture, commits };
}

test('a result of ranges never stands in for one of whole files, nor the other way about', async (t) => {
  const [one, two] = [big('one'), big('two')];
  const { fixture, commits } = changed(t, pointerOf(one), pointerOf(two));
  const [results, lfs] = [keep(), server()];
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'remote→remote');
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'kept: remote→remote');
  const asked = lfs.asked.length;
  // `lfs: true` at the checkout, of one side and of both.
  const first = lay(fixture, one);
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'file→remote');
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'kept: file→remote');
  lay(fixture, two);
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'file→file');
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'kept: file→file');
  rmSync(first);
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'remote→file');
  rmSync(join(fixture.dir, '.git', 'lfs'), { recursive: true });
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'kept: remote→remote');
  assert.equal(results.entries.size, 4);
  assert.equal(lfs.asked.length - asked, 2, 'once for each side that was not at hand, and never for what is kept');
});

test('where nothing of it is at hand any more, the richest that is kept is told', async (t) => {
  const [one, two] = [big('one'), big('two')];
  const { fixture, commits } = changed(t, pointerOf(one), pointerOf(two));
  const results = keep();
  assert.equal(await run(t, fixture, commits, { results, lfs: server() }), 'remote→remote');
  assert.equal(await run(t, fixture, commits, { results }), 'kept: remote→remote');
  for (const content of [one, two]) lay(fixture, content);
  assert.equal(await run(t, fixture, commits, { results }), 'file→file');
  rmSync(join(fixture.dir, '.git', 'lfs'), { recursive: true });
  assert.equal(await run(t, fixture, commits, { results }), 'kept: file→file');
  assert.equal(await run(t, fixture, commits, { results: keep() }), 'read/lfs-content');
});

test('a small file comes whole, from the clone or from the server alike', async (t) => {
  const { fixture, commits } = changed(t, pointerOf('one'), pointerOf('two'));
  const [results, lfs] = [keep(), server()];
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'file→file');
  for (const content of ['one', 'two']) lay(fixture, content);
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'kept: file→file');
});

test('a part counts however its job had the files at hand', async (t) => {
  const [one, two] = [big('one'), big('two')];
  const { fixture, commits } = changed(t, pointerOf(one), pointerOf(two));
  const [results, lfs] = [keep(), server()];
  assert.equal(await run(t, fixture, commits, { results, lfs }), 'remote→remote');
  for (const content of [one, two]) lay(fixture, content);
  assert.equal(await run(t, fixture, commits, { results: { ...results, lenient: true }, lfs }), 'kept: remote→remote');
});

test('files of git itself are kept by their ids alone, and one that comes to Git LFS by both', async (t) => {
  const plain = changed(t, '1', '2');
  const [results, lfs] = [keep(), server()];
  assert.equal(await run(t, plain.fixture, plain.commits, { results, lfs }), 'blob→blob');
  assert.equal(await run(t, plain.fixture, plain.commits, { results, lfs }), 'kept: blob→blob');
  const two = big('two');
  const moved = changed(t, '1', pointerOf(two));
  assert.equal(await run(t, moved.fixture, moved.commits, { results, lfs }), 'blob→remote');
  lay(moved.fixture, two);
  assert.equal(await run(t, moved.fixture, moved.commits, { results, lfs }), 'blob→file');
  assert.equal(await run(t, moved.fixture, moved.commits, { results, lfs }), 'kept: blob→file');
});
