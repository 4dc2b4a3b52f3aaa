import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findCheckout } from '../../src/host/clone.ts';
import { gitRemote } from '../../src/host/git-process.ts';
import { isRefName } from '../../src/host/objects.ts';
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
  remoteCommit,
  spoolBlob,
  symbolicRef,
} from '../../src/host/repository.ts';
import { startGitServer } from '../action/git-server.ts';
import { fingerprint, makeRepository, runGit, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];

function open(t: Context, options: RepositoryOptions): Repository {
  const repository = openRepository(options);
  t.after(() => closeRepository(repository));
  return repository;
}

function checkoutOf(dir: string) {
  const checkout = findCheckout(dir);
  assert.ok(checkout);
  return checkout;
}

test('reads trees, parents and blobs of a clone through borrowed objects and leaves the clone byte-identical', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  const first = fixture.commit({ 'models/a.onnx': 'one', 'läyer\nb': 'two' });
  const second = fixture.commit({ 'models/a.onnx': 'three' });
  fixture.git('update-index', '--refresh');
  const before = fingerprint(fixture.dir);
  const repository = open(t, { checkout: checkoutOf(join(fixture.dir, 'models')), temp });
  assert.deepEqual(parentsOf(repository, second), [first]);
  assert.deepEqual(parentsOf(repository, first), []);
  const tree = listTree(repository, second);
  assert.deepEqual([...(tree?.keys() ?? [])].sort(), ['läyer\nb', 'models/a.onnx']);
  const entry = tree?.get('models/a.onnx');
  assert.equal(entry?.mode, '100644');
  const oid = entry?.oid ?? '';
  assert.equal(readBlob(repository, oid)?.toString(), 'three');
  const absent = '0'.repeat(39).concat('1');
  assert.deepEqual([...blobSizes(repository, [oid, absent])], [[oid, 5]]);
  assert.equal(readBlob(repository, absent), undefined);
  assert.equal(listTree(repository, absent), undefined);
  assert.equal(parentsOf(repository, absent), undefined);
  assert.equal(spoolBlob(repository, absent, 1), false);
  assert.equal(fingerprint(fixture.dir), before);
});

test('closing removes everything that was made', (t) => {
  const temp = tempFolder(t);
  closeRepository(openRepository({ temp }));
  assert.deepEqual(readdirSync(temp), []);
});

test('reads a repository whose ids are SHA-256', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'), '--object-format=sha256');
  const commit = fixture.commit({ 'a.onnx': 'x' });
  assert.equal(commit.length, 64);
  const repository = open(t, { checkout: checkoutOf(fixture.dir) });
  assert.equal(listTree(repository, commit)?.size, 1);
});

test('names the parents of the boundary commit of a shallow clone, where `HEAD^` fails', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'origin'));
  const first = fixture.commit({ a: '1' });
  const second = fixture.commit({ a: '2' });
  runGit(temp, 'clone', '--quiet', '--depth=1', `file://${fixture.dir}`, 'shallow');
  const shallow = join(temp, 'shallow');
  assert.throws(() => runGit(shallow, 'rev-parse', '--verify', 'HEAD^'));
  const repository = open(t, { checkout: checkoutOf(shallow) });
  assert.deepEqual(parentsOf(repository, second), [first]);
  assert.equal(listTree(repository, first), undefined);
  assert.equal(mergeBase(repository, second, second), second);
});

test('finds no merge base in a history that is cut off, instead of a boundary commit', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'origin'));
  const fork = fixture.commit({ a: '1' });
  fixture.git('checkout', '--quiet', '-b', 'topic');
  const topic = fixture.commit({ b: '1' });
  fixture.git('checkout', '--quiet', 'main');
  const main = fixture.commit({ a: '2' });
  const whole = open(t, { checkout: checkoutOf(fixture.dir) });
  assert.equal(mergeBase(whole, main, topic), fork);
  runGit(temp, 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${fixture.dir}`, 'shallow');
  const cut = open(t, { checkout: checkoutOf(join(temp, 'shallow')) });
  assert.equal(mergeBase(cut, main, topic), undefined);
});

test('resolves names in the clone and takes nothing for an option', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  const first = fixture.commit({ a: '1' });
  const second = fixture.commit({ a: '2' });
  fixture.git('tag', '--annotate', '--message=x', 'v1', first);
  const repository = open(t, { checkout: checkoutOf(fixture.dir) });
  assert.equal(localCommit(repository, 'HEAD'), second);
  assert.equal(localCommit(repository, 'HEAD~1'), first);
  assert.equal(localCommit(repository, 'v1'), first);
  assert.equal(localCommit(repository, second.slice(0, 10)), second);
  assert.equal(localCommit(repository, 'nowhere'), undefined);
  assert.equal(localCommit(repository, '--all'), undefined);
  assert.equal(localCommit(repository, 'HEAD\n--all'), undefined);
  assert.equal(localCommit(open(t, {}), 'HEAD'), undefined);
  assert.equal(symbolicRef(repository, 'HEAD'), 'refs/heads/main');
  assert.equal(symbolicRef(repository, 'refs/remotes/origin/HEAD'), undefined);
  assert.equal(symbolicRef(open(t, {}), 'HEAD'), undefined);
});

test('refuses what is not an object id or a ref name before git sees it', (t) => {
  const repository = open(t, {});
  assert.throws(() => listTree(repository, '--help'), TypeError);
  assert.throws(() => blobSizes(repository, ['HEAD:a']), TypeError);
  assert.throws(() => mergeBase(repository, 'HEAD', 'a'.repeat(40)), TypeError);
  for (const good of ['main', 'feature/x', 'refs/pull/1/merge', 'v1.0', 'üñ'])
    assert.equal(isRefName(good), true, good);
  for (const bad of ['', '--upload-pack=x', 'a b', 'a..b', 'a^', 'a:b', 'a*', 'a@{1}', 'a//b', 'a/', 'a.', 'a\u0001'])
    assert.equal(isRefName(bad), false, bad);
  return assert.rejects(fetchCommits(repository, [], { depth: 1, refs: ['--upload-pack=x'] }), TypeError);
});

test('fetches two commits without their files in two requests, then the wanted blobs in two more', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const big = Buffer.alloc(200_000, 'incompressible? no, but counted').toString('latin1');
  const base = fixture.commit({ 'a.onnx': `${big}1`, 'b.onnx': 'small' });
  const head = fixture.commit({ 'a.onnx': `${big}2` });
  const server = await startGitServer({ root: temp });
  t.after(server.close);
  const repository = open(t, { remote: { url: `${server.url}/o/r` } });
  const commits = await fetchCommits(repository, [base, head], { depth: 1, refs: [] });
  assert.equal(commits.ok, true, commits.reason);
  assert.equal(server.requests.length, 2);
  const oids = [base, head].map((commit) => listTree(repository, commit)?.get('a.onnx')?.oid ?? '');
  assert.equal(blobSizes(repository, oids).size, 0, 'no blob came along, and looking for it fetched nothing');
  assert.equal(server.requests.length, 2);
  const blobs = await fetchBlobs(repository, oids, [base, head]);
  assert.equal(blobs.ok, true, blobs.reason);
  assert.equal(server.requests.length, 4);
  assert.deepEqual([...blobSizes(repository, oids).values()], [200_001, 200_001]);
  assert.equal(readFileSync(join(repository.gitDir ?? '', 'config'), 'utf8').includes('127.0.0.1'), false);
});

test('sends the token in a header, to the origin of the remote only, and never in an argument or a file', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const commit = fixture.commit({ a: '1' });
  const authorization = 'basic c2VjcmV0';
  const server = await startGitServer({ root: temp, authorization });
  t.after(server.close);
  const anonymous = open(t, { remote: { url: `${server.url}/o/r` } });
  const refused = await fetchCommits(anonymous, [commit], { depth: 1, refs: [] });
  assert.equal(refused.ok, false);
  assert.match(refused.reason, /terminal prompts disabled|Authentication failed|could not read Username/);
  const known = open(t, { remote: { url: `${server.url}/o/r`, header: `AUTHORIZATION: ${authorization}` } });
  const served = await fetchCommits(known, [commit], { depth: 1, refs: [] });
  assert.equal(served.ok, true, served.reason);
  const grep = () => execFileSync('grep', ['-r', 'c2VjcmV0', known.scratch], { stdio: 'pipe' });
  assert.throws(grep, { status: 1 });
});

test('does not follow a redirect to another server', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const commit = fixture.commit({ a: '1' });
  const other = await startGitServer({ root: temp });
  t.after(other.close);
  const server = await startGitServer({
    root: temp,
    intercept: (request, response) => {
      response.writeHead(302, { location: `${other.url}${request.url}` }).end();
      return true;
    },
  });
  t.after(server.close);
  const repository = open(t, { remote: { url: `${server.url}/o/r`, header: 'AUTHORIZATION: basic eA==' } });
  assert.equal((await fetchCommits(repository, [commit], { depth: 1, refs: [] })).ok, false);
  assert.equal(other.requests.length, 0);
});

test('falls back to refs, and to whole commits, where a server serves no bare ids or knows no filter', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  fixture.git('config', 'uploadpack.allowFilter', 'false');
  const commit = fixture.commit({ 'a.onnx': 'text' });
  const unreachable = 'f'.repeat(40);
  const server = await startGitServer({ root: temp });
  t.after(server.close);
  const repository = open(t, { remote: { url: `${server.url}/o/r` } });
  const fetched = await fetchCommits(repository, [unreachable], { depth: 1, refs: ['refs/heads/main'] });
  assert.equal(fetched.ok, true, fetched.reason);
  const oid = listTree(repository, commit)?.get('a.onnx')?.oid ?? '';
  const blobs = await fetchBlobs(repository, [unreachable], [commit]);
  assert.equal(blobs.ok, true, blobs.reason);
  assert.equal(readBlob(repository, oid)?.toString(), 'text');
});

test('finds the commit of a remote branch or tag by its exact name', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const first = fixture.commit({ a: '1' });
  fixture.git('tag', '--annotate', '--message=x', 'v1', first);
  const second = fixture.commit({ a: '2' });
  fixture.git('branch', 'topic/main', first);
  const server = await startGitServer({ root: temp });
  t.after(server.close);
  const repository = open(t, { remote: { url: `${server.url}/o/r` } });
  assert.equal(await remoteCommit(repository, 'main'), second);
  assert.equal(await remoteCommit(repository, 'v1'), first);
  assert.equal(await remoteCommit(repository, 'refs/heads/topic/main'), first);
  assert.equal(await remoteCommit(repository, 'nothing'), undefined);
  assert.equal(await remoteCommit(repository, '*'), undefined);
  assert.equal(await remoteCommit(open(t, {}), 'main'), undefined);
});

test('without a remote a fetch fails with a reason instead of asking the clone’s own', async (t) => {
  const result = await fetchCommits(open(t, {}), ['a'.repeat(40)], { depth: 1, refs: [] });
  assert.deepEqual([result.ok, result.reason], [false, 'there is no remote']);
});

test('finds the clone from a sub-folder, a linked worktree and a bare repository, and none elsewhere', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  const commit = fixture.commit({ 'x/y': '1' });
  const worktree = join(temp, 'tree');
  fixture.git('worktree', 'add', '--quiet', '--detach', worktree);
  const linked = checkoutOf(worktree);
  assert.equal(linked.commonDir, checkoutOf(join(fixture.dir, 'x')).commonDir);
  assert.notEqual(linked.gitDir, linked.commonDir);
  assert.equal(listTree(open(t, { checkout: linked }), commit)?.size, 1);
  runGit(temp, 'clone', '--quiet', '--bare', fixture.dir, 'bare.git');
  assert.equal(checkoutOf(join(temp, 'bare.git')).gitDir.endsWith('bare.git'), true);
  mkdirSync(join(temp, 'plain'));
  assert.equal(findCheckout(join(temp, 'plain')), undefined);
  assert.equal(findCheckout(join(temp, 'absent')), undefined);
});

test('a bare repository committed into a tree is not taken for the repository', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  fixture.commit({ a: '1' });
  runGit(temp, 'clone', '--quiet', '--bare', fixture.dir, join(fixture.dir, 'trap'));
  assert.equal(checkoutOf(join(fixture.dir, 'trap')).gitDir, checkoutOf(fixture.dir).gitDir);
});

test('borrows objects from a folder whose name needs quoting', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'a "quoted" # näme'));
  const commit = fixture.commit({ a: '1' });
  assert.equal(listTree(open(t, { checkout: checkoutOf(fixture.dir) }), commit)?.size, 1);
});

test('a symbolic link and a submodule are listed by their mode and never followed', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  writeFileSync(join(temp, 'secret'), 'secret');
  symlinkSync(join(temp, 'secret'), join(fixture.dir, 'link.onnx'));
  fixture.git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},sub.onnx`);
  fixture.git('add', 'link.onnx');
  fixture.git('commit', '--quiet', '--message=x');
  const repository = open(t, { checkout: checkoutOf(fixture.dir) });
  const tree = listTree(repository, fixture.git('rev-parse', 'HEAD'));
  assert.equal(tree?.get('sub.onnx')?.mode, '160000');
  const link = tree?.get('link.onnx');
  assert.equal(link?.mode, '120000');
  assert.equal(readBlob(repository, link?.oid ?? '')?.toString(), join(temp, 'secret'));
  assert.equal(existsSync(join(temp, 'secret')), true);
});

test('paths that are not UTF-8 stay apart', (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  for (const byte of [0xff, 0xfe]) {
    writeFileSync(
      Buffer.concat([Buffer.from(`${fixture.dir}/m`), Buffer.from([byte]), Buffer.from('.onnx')]),
      `${byte}`,
    );
  }
  // One that is called as another looks is another.
  const tree = listTree(open(t, { checkout: checkoutOf(fixture.dir) }), fixture.commit({ 'm\\xff.onnx': '1' }));
  assert.deepEqual([...(tree?.keys() ?? [])].sort(), ['m\\x5cxff.onnx', 'm\\xfe.onnx', 'm\\xff.onnx']);
});

test('paths are text: no option, no pattern, no quoting, no folding of case', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const names = [
    '--all',
    '-rf.onnx',
    ':(glob)**',
    ':!x.onnx',
    '*.onnx',
    '"quoted\\".onnx',
    'tab\there',
    'new\nline\r.onnx',
    'M.onnx',
    'm.onnx',
    'e\u0301.onnx',
    '\u00e9.onnx',
    'a\u202eb',
    '__proto__',
  ];
  const commit = fixture.commit(Object.fromEntries(names.map((name, i) => [`./${name}`, `content ${i}`])));
  const server = await startGitServer({ root: temp });
  t.after(server.close);
  const near = open(t, { checkout: checkoutOf(fixture.dir) });
  const far = open(t, { remote: { url: `${server.url}/o/r` } });
  await fetchCommits(far, [commit], { depth: 1, refs: [] });
  for (const repository of [near, far]) {
    const tree = listTree(repository, commit);
    assert.deepEqual([...(tree?.keys() ?? [])].sort(), [...names].sort());
  }
  const oids = names.map((name) => listTree(far, commit)?.get(name)?.oid ?? '');
  assert.equal((await fetchBlobs(far, oids, [commit])).ok, true);
  assert.deepEqual(
    oids.map((oid) => readBlob(far, oid)?.toString()),
    names.map((_, i) => `content ${i}`),
  );
});

/** A commit of a tree written as `git mktree` takes it: `mode type id TAB name`, NUL-terminated. */
function commitOfTree(dir: string, entries: readonly string[]): { readonly tree: string; readonly commit: string } {
  const options = { cwd: dir, input: entries.map((entry) => `${entry}\0`).join('') };
  const tree = execFileSync('git', ['mktree', '-z'], options).toString().trim();
  return { tree, commit: runGit(dir, 'commit-tree', '-m', 'x', tree) };
}

test('a hundred thousand paths are listed in seconds', (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  fixture.commit({ a: 'x' });
  const oid = fixture.git('rev-parse', 'HEAD:a');
  // 100 folders of 1,000 files.
  const { tree } = commitOfTree(
    fixture.dir,
    Array.from({ length: 1000 }, (_, i) => `100644 blob ${oid}\tf${i}.onnx`),
  );
  const { commit } = commitOfTree(
    fixture.dir,
    Array.from({ length: 100 }, (_, i) => `040000 tree ${tree}\td${i}`),
  );
  const repository = open(t, { checkout: checkoutOf(fixture.dir) });
  const before = process.cpuUsage();
  assert.equal(listTree(repository, commit)?.size, 100_000);
  const { user } = process.cpuUsage(before);
  t.diagnostic(`100,000 paths: ${Math.round(user / 1000)} ms of CPU`);
  assert.ok(user < 5_000_000, `${user} µs`);
  const again = process.cpuUsage();
  listTree(repository, commit);
  assert.ok(process.cpuUsage(again).user < 50_000, 'a commit is listed once');
});

test('a tree of the same tree many times over ends at a limit and is said', (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  fixture.commit({ a: 'x' });
  let entry = `100644 blob ${fixture.git('rev-parse', 'HEAD:a')}`;
  let commit = '';
  // Ten of each, ten levels deep: 10^10 files out of ten small objects.
  for (let level = 0; level < 10; level++) {
    const made = commitOfTree(
      fixture.dir,
      Array.from({ length: 10 }, (_, i) => `${entry}\t${'long-name-'.repeat(10)}${i}`),
    );
    entry = `040000 tree ${made.tree}`;
    commit = made.commit;
  }
  const repository = open(t, { checkout: checkoutOf(fixture.dir) });
  assert.throws(() => listTree(repository, commit), /git could not run `git ls-tree`: it said more than 256 MiB/);
});

test('a server of the old protocol is asked for refs, and gives whole commits for single files', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const base = fixture.commit({ 'a.onnx': 'one' });
  const head = fixture.commit({ 'a.onnx': 'two' });
  const server = await startGitServer({ root: temp, oldProtocol: true });
  t.after(server.close);
  const remote = { url: `${server.url}/o/r` };
  const alone = open(t, { remote });
  // A commit no ref stands on is refused.
  assert.match((await fetchCommits(alone, [base], { depth: 1, refs: [] })).reason, /unadvertised object/);
  const repository = open(t, { remote });
  const fetched = await fetchCommits(repository, [head, base], { depth: 2, refs: ['refs/heads/main'] });
  assert.equal(fetched.ok, true, fetched.reason);
  assert.deepEqual(
    [base, head].map((commit) => listTree(repository, commit)?.size),
    [1, 1],
  );
  const oid = listTree(repository, head)?.get('a.onnx')?.oid ?? '';
  await fetchBlobs(repository, [oid], [head]);
  assert.equal(readBlob(repository, oid)?.toString(), 'two');
  const older = listTree(repository, base)?.get('a.onnx')?.oid ?? '';
  await fetchBlobs(repository, [older], [base, head], ['refs/heads/main']);
  assert.equal(readBlob(repository, older)?.toString(), 'one', 'the parent came with the ref');
});

test('a server that never answers is waited for only so long', async (t) => {
  const server = await startGitServer({ root: tempFolder(t), intercept: () => true });
  t.after(server.close);
  const { gitDir = '' } = open(t, {});
  const asked = await gitRemote(['ls-remote', `${server.url}/o/r`], { gitDir, protocol: 'http', seconds: 1 });
  assert.deepEqual([asked.ok, asked.reason], [false, 'it did not end within 1 seconds']);
  assert.equal(server.requests.length, 1);
});

test('a protocol the call does not name is refused, whatever is configured', async (t) => {
  const { gitDir = '' } = open(t, {});
  const config = [['protocol.allow', 'always']] as const;
  for (const url of ['ext::touch x', 'file:///nowhere', 'ssh://host/x']) {
    const { ok, reason } = await gitRemote(['ls-remote', url], { gitDir, protocol: 'https', config });
    assert.equal(ok, false);
    assert.match(reason, /transport '(?:ext|file|ssh)' not allowed/);
  }
});
