import assert from 'node:assert/strict';
import { test } from 'node:test';
import { follow, isSameWay, type Way, wordsOf } from '../../src/host/links.ts';
import type { TreeEntry } from '../../src/host/objects.ts';

/** `a → b` is a link, its text its id; a name alone is a file; `name!` a submodule. */
function treeOf(...lines: readonly string[]): ReadonlyMap<string, TreeEntry> {
  return new Map(
    lines.map((line) => {
      const [name = '', text] = line.split(' → ');
      if (text !== undefined) return [name, { mode: '120000', oid: text }];
      if (name.endsWith('!')) return [name.slice(0, -1), { mode: '160000', oid: 'sub' }];
      return [name, { mode: '100644', oid: `content of ${name}` }];
    }),
  );
}

const saidBy = (oid: string) => oid;
const told = (way: Way) => (way.kind === 'file' || way.kind === 'nowhere' ? `${way.kind} ${way.path}` : way.kind);

test('a path is followed as an operating system follows it', () => {
  const tree = treeOf(
    'm/a.onnx',
    'w/v2/b.bin',
    'one → m/two',
    'm/two → ../m/./a.onnx',
    'cur → w',
    'w/last → v2',
    'up → w/last/..',
    'deep → cur/last/b.bin',
    'around → cur/last/../v2//b.bin',
    'dangling → m/none',
    'folder → w/v2',
    'out → ../x',
    'm/out → ../../m/a.onnx',
    'abs → /m/a.onnx',
    'sub!',
    'in → sub/a.onnx',
    'file-below → m/a.onnx/x',
  );
  const expected = {
    'm/a.onnx': 'file m/a.onnx',
    one: 'file m/a.onnx',
    deep: 'file w/v2/b.bin',
    around: 'file w/v2/b.bin',
    'cur/v2/b.bin': 'file w/v2/b.bin',
    // `..` goes up from where a link led, not from where it lies: w/v2/.. is w.
    'up/v2/b.bin': 'file w/v2/b.bin',
    dangling: 'nowhere m/none',
    folder: 'nowhere w/v2',
    'file-below': 'nowhere m/a.onnx/x',
    out: 'outside',
    'm/out': 'outside',
    abs: 'outside',
    in: 'outside',
  };
  for (const [path, way] of Object.entries(expected)) assert.equal(told(follow(tree, saidBy, path)), way, path);
});

test('links in a circle, more of them than anybody makes, and paths without end come to an end', () => {
  assert.equal(follow(treeOf('a → b', 'b → a'), saidBy, 'a').kind, 'circle');
  assert.equal(follow(treeOf('a → ./a'), saidBy, 'a').kind, 'circle');
  assert.equal(follow(treeOf('a → a/a'), saidBy, 'a').kind, 'circle');
  const chain = (n: number) => treeOf('0', ...Array.from({ length: n }, (_, i) => `${i + 1} → ${i}`));
  assert.equal(told(follow(chain(16), saidBy, '16')), 'file 0');
  assert.equal(follow(chain(17), saidBy, '17').kind, 'circle');
  assert.equal(follow(treeOf('a', `b → ${'x/../'.repeat(200)}a`), saidBy, 'b').kind, 'circle');
});

test('a link that cannot be read leads to nothing known', () => {
  const tree = treeOf('a → b', 'b');
  assert.deepEqual(
    follow(tree, () => undefined, 'a'),
    { kind: 'unread', oid: 'b' },
  );
  assert.deepEqual(
    follow(tree, () => null, 'a'),
    { kind: 'unread', oid: 'b' },
  );
  const [unread] = [follow(tree, () => null, 'a')];
  assert.equal(isSameWay(unread, unread), false);
});

test('two ways are the same when they end at the same file of the same content, or nowhere alike', () => {
  const way = (path: string, ...lines: readonly string[]) => follow(treeOf(...lines), saidBy, path);
  const toA = way('l', 'l → a', 'a');
  assert.equal(isSameWay(toA, way('l', 'l → m', 'm → a', 'a')), true);
  assert.equal(isSameWay(toA, way('l', 'l → b', 'b')), false);
  assert.equal(isSameWay(toA, { ...toA, entry: { mode: '100644', oid: 'other' } } as Way), false);
  assert.equal(isSameWay(toA, way('l', 'l → a')), false);
  assert.equal(isSameWay(way('l', 'l → a'), way('l', 'l → a')), true);
  assert.equal(isSameWay(way('l', 'l → /a'), way('l', 'l → /a')), true);
  assert.equal(isSameWay(way('l', 'l → /a'), way('l', 'l → /b')), false);
  const submodule = (oid: string) =>
    follow(new Map([...treeOf('l → sub/a.onnx'), ['sub', { mode: '160000', oid }]]), saidBy, 'l');
  assert.equal(isSameWay(submodule('1'), submodule('1')), true);
  assert.equal(isSameWay(submodule('1'), submodule('2')), false);
  assert.equal(isSameWay(way('l', 'l → l'), way('l', 'l → l')), true);
  assert.equal(isSameWay(way('l', 'l → l'), way('l', 'l → /b')), false);
});

test('a message names what is the matter with a link', () => {
  assert.equal(wordsOf({ kind: 'outside', to: '/x' }, 'folder'), 'symbolic link out of the folder');
  assert.equal(wordsOf({ kind: 'circle' }, 'folder'), 'symbolic link in a circle');
  assert.equal(wordsOf({ kind: 'nowhere', path: 'x' }, 'repository'), 'symbolic link');
});
