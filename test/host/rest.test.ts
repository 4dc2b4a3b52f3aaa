import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blobSizes, fetchBlobs, fetchCommits, listTree, type Repository } from '../../src/host/repository.ts';
import { openRest } from '../../src/host/rest.ts';
import { bringBlobs, readRest } from '../../src/host/rest-blobs.ts';
import { bringCommits } from '../../src/host/rest-trees.ts';
import { tempFolder } from './git-fixture.ts';
import { blobId, commit, file, folder, forge, id, pieces } from './rest-forge.ts';

test('a few requests are under way at a time, of blobs and of folders, and what both sides hold is asked for once', async (t) => {
  const texts = Array.from({ length: 20 }, (_, i) => `blob ${i}`);
  const byId = new Map(texts.map((text) => [blobId(text), text]));
  const tree = (n: number) => n.toString(16).padStart(40, '0');
  let [most, now] = [0, 0];
  const slowly = async <T>(answer: T): Promise<T> => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now--;
    return answer;
  };
  const answers = (path: string) => {
    if (path.startsWith('git/commits')) return commit(path.endsWith(id('a')) ? id('a') : id('b'), tree(1));
    if (path.startsWith(`git/trees/${tree(1)}`)) {
      const folders = Array.from({ length: 15 }, (_, i) => folder(`d${i}`, tree(i + 2)));
      return { tree: folders, truncated: path.includes('recursive') };
    }
    return { tree: [file('f')], truncated: false };
  };
  const plain = forge(t, answers);
  const port = {
    ...plain.port,
    json: async (path: string) => slowly(await plain.port.json(path)),
    raw: async (path: string) => slowly({ type: '', chunks: pieces(Buffer.from(byId.get(path.slice(-40)) ?? '')) }),
  };
  const rest = openRest(port, tempFolder(t));
  assert.equal((await bringCommits(rest, [id('a'), id('b')])).ok, true);
  assert.equal(rest.listed.get(id('a'))?.size, 15);
  assert.deepEqual([rest.requests, most], [2 + 2 + 15, 6]);
  most = 0;
  assert.equal((await bringBlobs(rest, [...byId.keys(), ...byId.keys()])).ok, true);
  assert.deepEqual([rest.requests, most, now], [19 + 20, 6, 0]);
  assert.equal(readRest(rest.scratch, blobId('blob 19'))?.toString(), 'blob 19');
});

test('a repository without git reads what came, and says of the rest that it is not here', async (t) => {
  const text = 'content';
  const rest = forge(t, (path) => {
    if (path.startsWith('git/commits')) return commit(id('a'), id('b'));
    if (path.startsWith('git/trees')) return { tree: [file('x', blobId(text))], truncated: false };
    return path.endsWith(blobId(text)) ? Buffer.from(text) : undefined;
  });
  const repository: Repository = { scratch: rest.scratch, rest };
  assert.equal(listTree(repository, id('a')), undefined);
  assert.equal((await fetchCommits(repository, [id('a')], { depth: 1, refs: [] })).ok, true);
  assert.equal(listTree(repository, id('a'))?.get('x')?.oid, blobId(text));
  assert.deepEqual(await fetchBlobs(repository, [blobId(text), id('c')], []), { ok: false, reason: '404 Not Found' });
  assert.deepEqual([...blobSizes(repository, [blobId(text), id('c')])], [[blobId(text), 7]]);
});
