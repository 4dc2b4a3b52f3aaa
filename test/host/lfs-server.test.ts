/** Our LFS server held to the real git-lfs, and our client to what the real git-lfs put there. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { conflictedPointer, localContent, parsePointer, placeIn } from '../../src/host/lfs.ts';
import { openLfs } from '../../src/host/lfs-client.ts';
import { tempFolder } from './git-fixture.ts';
import { startLfsServer } from './lfs-server.ts';

const { status, stdout } = spawnSync('git', ['lfs', 'version'], { encoding: 'utf8' });
const installed = status === 0 ? stdout.trim() : undefined;
const skip = installed === undefined && 'git-lfs is not installed: nothing here was compared with it';

const password = 'x-access-token:secret';
const authorization = `Basic ${Buffer.from(password).toString('base64')}`;
const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 11 + (i >> 9)) & 0xff));

/** Not `runGit`: it waits synchronously, and the server runs in this very process. */
async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const person = { NAME: 'A Person', EMAIL: 'person@example.com', DATE: '2026-01-01T00:00:00Z' };
  const identity = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const env = {
    ...Object.fromEntries(identity),
    PATH: process.env.PATH ?? '',
    HOME: cwd,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LFS_SKIP_SMUDGE: '1',
  };
  return (await promisify(execFile)('git', [...args], { cwd, env })).stdout.trim();
}

/** A repository whose model git-lfs has pushed, and a clone that holds the pointer only. */
async function pushed(t: TestContext) {
  const server = await startLfsServer({ authorization });
  t.after(() => server.close());
  const root = tempFolder(t);
  const [remote, work, clone] = [join(root, 'remote.git'), join(root, 'work'), join(root, 'clone')];
  for (const dir of [remote, work]) mkdirSync(dir);
  await git(remote, 'init', '--quiet', '--bare', '--initial-branch=main');
  await git(work, 'init', '--quiet', '--initial-branch=main');
  const endpoint = `${server.url}/owner/name.git/info/lfs`;
  const withPassword = endpoint.replace('://', `://${password}@`);
  const prepare = async (dir: string) => {
    await git(dir, 'lfs', 'install', '--local', '--skip-smudge');
    await git(dir, 'config', 'lfs.url', withPassword);
    await git(dir, 'config', 'lfs.locksverify', 'false');
    await git(dir, 'config', 'lfs.transfer.maxretries', '1');
  };
  await prepare(work);
  await git(work, 'lfs', 'track', '*.onnx');
  writeFileSync(join(work, 'model.onnx'), content);
  await git(work, 'add', '--all');
  await git(work, 'commit', '--quiet', '--message=model');
  await git(work, 'remote', 'add', 'origin', remote);
  await git(work, 'push', '--quiet', 'origin', 'main');
  await git(root, 'clone', '--quiet', remote, clone);
  await prepare(clone);
  const blob = readFileSync(join(clone, 'model.onnx'));
  const pointer = parsePointer(blob);
  assert.ok(pointer !== undefined, blob.toString());
  return { server, endpoint, clone, pointer };
}

test(`git-lfs pushes to the test server and pulls from it (${installed ?? 'git-lfs'})`, { skip }, async (t) => {
  const { server, clone, pointer } = await pushed(t);
  assert.equal(pointer.size, 300_000n);
  assert.deepEqual(
    server.seen.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f]{64}.*/, 'OID')}`),
    ['POST /owner/name.git/info/lfs/objects/batch', 'PUT /objects/OID'],
  );
  await git(clone, 'lfs', 'pull');
  assert.deepEqual(readFileSync(join(clone, 'model.onnx')), content);
  const checkout = { gitDir: join(clone, '.git'), commonDir: join(clone, '.git') };
  const objects = join(clone, '.git', 'lfs', 'objects');
  assert.deepEqual(localContent(checkout, pointer), { path: placeIn(objects, pointer) });
});

test('git-lfs takes up a download where it broke off: the ranges of the test server are real', { skip }, async (t) => {
  const { server, clone, pointer } = await pushed(t);
  const incomplete = join(clone, '.git', 'lfs', 'incomplete', `${pointer.oid}.part`);
  mkdirSync(dirname(incomplete), { recursive: true });
  writeFileSync(incomplete, content.subarray(0, 100_000));
  await git(clone, 'lfs', 'pull');
  assert.deepEqual(readFileSync(join(clone, 'model.onnx')), content);
  assert.equal(server.seen.at(-1)?.range, 'bytes=100000-299999');
  assert.equal(server.sent, 200_000);
});

test('git-lfs sees the faults of the test server as faults', { skip }, async (t) => {
  const { server, clone } = await pushed(t);
  server.faults.wrongContent = true;
  await assert.rejects(git(clone, 'lfs', 'pull'), /expected OID/);
  server.faults.wrongContent = false;
  const budget = 'This repository exceeded its LFS budget.';
  server.faults.batchAnswers = [{ status: 403, body: JSON.stringify({ message: budget }) }];
  await assert.rejects(git(clone, 'lfs', 'pull'), /exceeded its LFS budget/);
  server.objects.clear();
  await assert.rejects(git(clone, 'lfs', 'pull'), /Object does not exist/);
});

test('our client reads what git-lfs pushed, by ranges and whole', { skip }, async (t) => {
  const { endpoint, pointer } = await pushed(t);
  const folder = tempFolder(t);
  const client = openLfs({ endpoints: [{ url: endpoint, authorization }], folder, userAgent: 'flopgate/test' });
  t.after(() => client.close());
  assert.deepEqual((await client.locate([pointer])).get(pointer.oid), { kind: 'available', size: 300_000 });
  assert.deepEqual(
    await client.read(pointer.oid, 123_456, 200_000),
    new Uint8Array(content.subarray(123_456, 200_000)),
  );
  assert.deepEqual(readFileSync(await client.whole(pointer.oid)), content);
});

test('a pointer that git merge left in conflict is told as one', { skip }, async (t) => {
  const { clone } = await pushed(t);
  const commit = async (branch: string, text: string) => {
    await git(clone, 'checkout', '--quiet', '-B', branch, 'origin/main');
    writeFileSync(join(clone, 'model.onnx'), text);
    await git(clone, 'commit', '--quiet', '--all', '--message=change');
  };
  await commit('ours', 'one');
  await commit('theirs', 'another');
  await assert.rejects(git(clone, 'merge', 'ours'));
  const bytes = readFileSync(join(clone, 'model.onnx'));
  assert.equal(parsePointer(bytes), undefined);
  assert.equal(conflictedPointer(bytes), true);
});
