import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringCommits, commitOf } from '../../src/host/rest-trees.ts';
import { type Answer, commit, file, folder, forge, id } from './rest-forge.ts';

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
