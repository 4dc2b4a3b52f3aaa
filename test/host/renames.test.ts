import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fingerprint } from '../../src/diff/kin.ts';
import { type Pairing, pairModels } from '../../src/host/pairing.ts';
import { pairRenames } from '../../src/host/renames.ts';

const tree = (files: Readonly<Record<string, string>>, mode = '100644') =>
  new Map(Object.entries(files).map(([path, oid]) => [path, { mode, oid }]));

/** A network of eight weights that are `name`'s own. */
function print(name: string): Fingerprint {
  const own = Float64Array.from({ length: 8 }, (_, i) => 1000 * name.charCodeAt(0) + i);
  return { weights: own, places: own, contents: own, ports: 'number4>number2' };
}

/** Contents are told by their first letter: `a1` and `a2` are versions of one network. `?` cannot be read. */
async function paired(
  base: Readonly<Record<string, string>>,
  head: Readonly<Record<string, string>>,
  groupOf: (one: Pairing) => unknown = () => null,
) {
  const seen: string[] = [];
  const { pairings, problems } = await pairRenames(
    pairModels(tree(base), tree(head), () => true),
    groupOf,
    async (wanted) =>
      wanted.map(({ path, base: before, head: after }) => {
        seen.push(path);
        const oid = (before ?? after)?.oid ?? '';
        return oid === '?' ? undefined : print(oid);
      }),
  );
  const lines = pairings.map(
    ({ path, basePath, status, pairedBy }) => `${status} ${basePath ?? ''}>${path} ${pairedBy ?? ''}`,
  );
  return { lines, seen, problems };
}

test('a model that came is paired with the one that went of which it is a version', async () => {
  const { lines, problems } = await paired({ 'x.onnx': 'a1', 'y.onnx': 'b1', s: 'c' }, { 'z.onnx': 'b2', s: 'c' });
  assert.deepEqual(lines, ['unchanged >s ', 'removed >x.onnx ', 'renamed y.onnx>z.onnx structure']);
  assert.deepEqual(problems, []);
});

test('nothing is looked at where models only came, only went, or moved as they are', async () => {
  assert.deepEqual((await paired({ m: 'a1' }, { m: 'a1', n: 'a2' })).seen, []);
  assert.deepEqual((await paired({ m: 'a1', n: 'a2' }, { m: 'a1' })).seen, []);
  assert.deepEqual((await paired({ m: 'a1' }, { n: 'a1' })).lines, ['renamed m>n ']);
});

test('under another entry of the configuration it is another model', async () => {
  const { lines, seen } = await paired({ 'big/m': 'a1' }, { 'small/m': 'a2' }, ({ path }) => path.split('/')[0]);
  assert.deepEqual(lines, ['removed >big/m ', 'added >small/m ']);
  assert.deepEqual(seen, []);
});

test('one that cannot be read stays as it is', async () => {
  assert.deepEqual((await paired({ m: '?' }, { n: 'a' })).lines, ['removed >m ', 'added >n ']);
});

test('where several are as likely, none is paired and it is said', async () => {
  const { lines, problems } = await paired({ m: 'a1', n: 'a2' }, { o: 'a3' });
  assert.deepEqual(lines, ['removed >m ', 'removed >n ', 'added >o ']);
  assert.deepEqual(
    problems.map(({ code, message }) => [code, message]),
    [
      [
        'read/rename-unclear',
        '`o` is new, and may be a version of `m`, `n`, which went in the same change: several models are as likely.',
      ],
    ],
  );
});

test('a whole collection that moves is not looked at, and that is said', async () => {
  const many = (from: number) =>
    Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${from + i}`, `${from + i}`]));
  const { lines, seen, problems } = await paired(many(100), many(200));
  assert.equal(lines.length, 80);
  assert.deepEqual(seen, []);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['read/renames-not-sought'],
  );
});

test('links are not looked at', async () => {
  const pairings = pairModels(tree({ m: 'a1' }, '120000'), tree({ n: 'a2' }), () => true);
  const found = await pairRenames(
    pairings,
    () => null,
    () => assert.fail('looked'),
  );
  assert.equal(found.pairings, pairings);
});
