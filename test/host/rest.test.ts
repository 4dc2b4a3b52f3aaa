import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { blobSizes, fetchBlobs, fetchCommits, listTree, type Repository } from '../../src/host/repository.ts';
import {
  bringBlobs,
  bringCommits,
  commitOf,
  openRest,
  type RestObjects,
  readRest,
  restSize,
  spoolRest,
} from '../../src/host/rest.ts';
import { tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];
type Answer = object | Uint8Array | undefined;

const id = (digit: string) => digit.repeat(40);
const blobId = (text: string, algorithm = 'sha1') =>
  createHash(algorithm)
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');

interface Forge extends RestObjects {
  readonly asked: readonly string[];
}

/** A forge that answers by path: an object as JSON, bytes as they are, anything else not at all. */
function forge(t: Context, answers: (path: string) => Answer, type = 'application/vnd.github.raw+json'): Forge {
  const asked: string[] = [];
  const answer = (path: string) => {
    asked.push(path);
    const found = answers(path);
    if (found === undefined) throw Object.assign(new Error('Not Found\nmore'), { status: 404 });
    return found;
  };
  const port = {
    origin: 'https://forge.example',
    json: async (path: string) => answer(path),
    raw: async (path: string) => ({ type, chunks: pieces(answer(path)) }),
  };
  return { ...openRest(port, tempFolder(t)), asked };
}

async function* pieces(body: object): AsyncIterable<Uint8Array> {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

const commit = (sha: string, tree: string, ...parents: readonly string[]) => ({
  sha,
  tree: { sha: tree },
  parents: parents.map((parent) => ({ sha: parent })),
});
const file = (path: string, sha = id('f'), mode = '100644') => ({ path, mode, type: 'blob', sha });
const folder = (path: string, sha: string) => ({ path, mode: '040000', type: 'tree', sha });

test('a commit comes with its parents and every file of its tree; folders are no files', async (t) => {
  const rest = forge(t, (path) =>
    path === `git/commits/${id('a')}`
      ? commit(id('a'), id('b'), id('1'), id('2'))
      : {
          tree: [file('x'), folder('d', id('d')), file('d/y', id('e'), '120000'), file('__proto__')],
          truncated: false,
        },
  );
  assert.deepEqual(await bringCommits(rest, [id('a')]), { ok: true, reason: '' });
  assert.deepEqual(rest.commits.get(id('a'))?.parents, [id('1'), id('2')]);
  assert.deepEqual(
    [...(rest.listed.get(id('a')) ?? [])].map(([path, { mode }]) => `${mode} ${path}`),
    ['100644 x', '120000 d/y', '100644 __proto__'],
  );
  assert.deepEqual(rest.asked, [`git/commits/${id('a')}`, `git/trees/${id('b')}?recursive=1`]);
  await bringCommits(rest, [id('a')]);
  assert.equal(rest.requests, 2, 'what is here is not asked for again');
});

test('an answer that is not what was asked for is no answer', async (t) => {
  const tree = { tree: [file('x')], truncated: false };
  const cases: readonly (readonly [RegExp, (path: string) => Answer])[] = [
    [/^404 Not Found$/, () => undefined],
    [/it answered with another commit than a{40}/, () => commit(id('c'), id('b'))],
    [/names an object without an id/, () => ({ ...commit(id('a'), id('b')), tree: { sha: '../../x' } })],
    [/has no parents/, () => ({ sha: id('a'), tree: { sha: id('b') } })],
    [/has no tree/, (path) => (path.startsWith('git/commits') ? commit(id('a'), id('b')) : { truncated: false })],
    [/has no parents|names an object without an id/, () => ({ sha: id('a') })],
    [
      /lists two files named x/,
      (path) => (path.startsWith('git/c') ? commit(id('a'), id('b')) : { tree: [file('x'), file('x')] }),
    ],
    [
      /without a name or a mode/,
      (path) => (path.startsWith('git/c') ? commit(id('a'), id('b')) : { tree: [{ ...file('x'), path: 7 }] }),
    ],
  ];
  for (const [reason, answers] of cases) {
    const rest = forge(t, answers);
    const brought = await bringCommits(rest, [id('a')]);
    assert.equal(brought.ok, false);
    assert.match(brought.reason, reason);
    assert.equal(rest.listed.size, 0);
  }
  assert.equal(
    (
      await bringCommits(
        forge(t, () => tree),
        [id('a')],
      )
    ).ok,
    false,
  );
  await assert.rejects(
    bringCommits(
      forge(t, () => tree),
      ['main'],
    ),
    /not an object id/,
  );
});

test('pages of a tree are put together where a forge gives pages', async (t) => {
  const rest = forge(t, (path) => {
    if (path.startsWith('git/commits')) return commit(id('a'), id('b'));
    const page = Number(/page=(\d+)/.exec(path)?.[1] ?? 1);
    return { tree: [file(`f${page}`)], truncated: page < 3, page, total_count: 3 };
  });
  assert.equal((await bringCommits(rest, [id('a')])).ok, true);
  assert.deepEqual([...(rest.listed.get(id('a'))?.keys() ?? [])], ['f1', 'f2', 'f3']);
});

test('a folder that cannot be listed whole is an error, never a shorter list', async (t) => {
  const rest = forge(t, (path) =>
    path.startsWith('git/commits') ? commit(id('a'), id('b')) : { tree: [file('x')], truncated: true },
  );
  const { ok, reason } = await bringCommits(rest, [id('a')]);
  assert.deepEqual([ok, reason], [false, 'a folder has more entries than it lists']);
  assert.equal(rest.listed.size, 0);
});

test('a tree of the same tree many times over ends at a limit', async (t) => {
  // Ten folders in each of ten levels that are the same: 10^10 files in eleven answers.
  const level = (n: number) => n.toString(16).repeat(40);
  const rest = forge(t, (path) => {
    if (path.startsWith('git/commits')) return commit(id('a'), level(10));
    const n = Number.parseInt(path.slice('git/trees/'.length)[0] ?? '', 16);
    const tree = Array.from({ length: 10 }, (_, i) => (n === 1 ? file(`f${i}`) : folder(`d${i}`, level(n - 1))));
    return { tree, truncated: path.includes('recursive') && n > 1 };
  });
  const { ok, reason } = await bringCommits(rest, [id('a')]);
  assert.deepEqual([ok, reason], [false, 'the tree has more than 1000000 entries']);
});

test('a forge whose folder holds itself, or two that hold each other, is not waited for', async (t) => {
  for (const inside of [[id('b')], [id('c'), id('d')]]) {
    const rest = forge(t, (path) => {
      if (path.startsWith('git/commits')) return commit(id('a'), id('b'));
      const at = path.slice('git/trees/'.length, 'git/trees/'.length + 40);
      const others = inside.length === 1 || at === id('b') ? inside : inside.filter((oid) => oid !== at);
      return { tree: others.map((oid) => folder(`in-${oid[0]}`, oid)), truncated: path.includes('recursive') };
    });
    const { ok, reason } = await bringCommits(rest, [id('a')]);
    assert.deepEqual([ok, reason], [false, 'a folder holds itself']);
    assert.ok(rest.requests <= 7, String(rest.requests));
  }
});

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

test('folders without end stop at a number of requests', async (t) => {
  let next = 0;
  const rest = forge(t, (path) => {
    if (path.startsWith('git/commits')) return commit(id('a'), id('b'));
    next++;
    return { tree: [folder('d', next.toString(16).padStart(40, '0'))], truncated: path.includes('recursive') };
  });
  const { ok, reason } = await bringCommits(rest, [id('a')]);
  assert.deepEqual([ok, reason], [false, 'it would take more than 900 requests']);
  assert.equal(rest.asked.length, 900);
});

test('a blob is taken when its bytes are those of its id, in either object format', async (t) => {
  for (const algorithm of ['sha1', 'sha256']) {
    const text = 'the content of a blob';
    const oid = blobId(text, algorithm);
    const rest = forge(t, () => Buffer.from(text));
    assert.deepEqual(await bringBlobs(rest, [oid]), { ok: true, reason: '' });
    assert.equal(restSize(rest.scratch, oid), 21);
    assert.equal(readRest(rest.scratch, oid)?.toString(), text);
    const copy = join(rest.scratch, 'copy');
    const into = openSync(copy, 'w');
    assert.equal(spoolRest(rest.scratch, oid, into), true);
    closeSync(into);
    assert.equal(readFileSync(copy, 'utf8'), text);
    assert.equal(spoolRest(rest.scratch, id('0'), into), false);
    assert.equal(readRest(rest.scratch, id('0')), undefined);
  }
});

test('base64 in JSON is decoded, whatever its line breaks', async (t) => {
  const text = 'x'.repeat(100);
  const content = Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
  const rest = forge(t, () => ({ content, encoding: 'base64' }), 'application/json; charset=utf-8');
  await bringBlobs(rest, [blobId(text)]);
  assert.equal(readRest(rest.scratch, blobId(text))?.toString(), text);
  const empty = forge(t, () => ({ message: 'no' }), 'application/json');
  assert.deepEqual(await bringBlobs(empty, [id('a')]), { ok: false, reason: 'the answer holds no content' });
});

test('other bytes than the id’s, and more than the limit, leave nothing behind and say why', async (t) => {
  const rest = forge(t, (path) => (path.endsWith(id('a')) ? Buffer.from('forged') : undefined));
  await bringBlobs(rest, [id('a'), id('b')]);
  assert.deepEqual(
    [...rest.refused],
    [
      [id('a'), 'what came is not the content of this id'],
      [id('b'), '404 Not Found'],
    ],
  );
  assert.deepEqual(readdirSync(join(rest.scratch, 'rest')), []);
  const chunk = new Uint8Array(1 << 20);
  async function* endless() {
    for (;;) yield chunk;
  }
  const port = { ...rest.port, raw: async () => ({ type: '', chunks: endless() }) };
  const huge = openRest(port, tempFolder(t));
  await bringBlobs(huge, [id('c')]);
  assert.equal(huge.refused.get(id('c')), 'it is larger than 100 MB, the most that comes this way');
  assert.deepEqual(readdirSync(join(huge.scratch, 'rest')), []);
});

test('a body that breaks off is no content', async (t) => {
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('terminated');
  }
  const port = { ...forge(t, () => undefined).port, raw: async () => ({ type: '', chunks: broken() }) };
  const rest = openRest(port, tempFolder(t));
  assert.deepEqual(await bringBlobs(rest, [id('a')]), { ok: false, reason: 'terminated' });
});

test('a branch goes before a tag of its name, a tag is followed to its commit, and not for ever', async (t) => {
  const tag = { object: { type: 'tag', sha: id('9') } };
  const rest = forge(t, (path) => {
    if (path === 'git/ref/heads%2Fmain') return { object: { type: 'commit', sha: id('1') } };
    if (path === 'git/ref/tags%2Fv1') return { object: { type: 'tag', sha: id('7') } };
    if (path === `git/tags/${id('7')}`) return { object: { type: 'commit', sha: id('2') } };
    if (path === 'git/ref/tags%2Ftree') return { object: { type: 'tree', sha: id('3') } };
    return path === 'git/ref/tags%2Floop' || path === `git/tags/${id('9')}` ? tag : undefined;
  });
  assert.equal(await commitOf(rest, 'main'), id('1'));
  assert.equal(await commitOf(rest, 'refs/heads/main'), id('1'));
  assert.equal(await commitOf(rest, 'v1'), id('2'));
  assert.equal(await commitOf(rest, 'tree'), undefined);
  assert.equal(await commitOf(rest, 'loop'), undefined);
  assert.equal(await commitOf(rest, 'nowhere'), undefined);
  const before = rest.requests;
  assert.equal(await commitOf(rest, '../../user'), undefined);
  assert.equal(rest.requests, before, 'a name that cannot be one is not asked for');
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
