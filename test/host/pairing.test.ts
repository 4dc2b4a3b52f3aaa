import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairModels } from '../../src/host/pairing.ts';

const file = (oid: string) => ({ mode: '100644', oid });
const tree = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, oid]) => [path, file(oid)]));
const covers = (path: string) => path.endsWith('.onnx');

function summary(pairs: ReturnType<typeof pairModels>): readonly string[] {
  return pairs.map(
    ({ path, basePath, status }) => `${status} ${basePath === undefined ? '' : `${basePath} → `}${path}`,
  );
}

test('pairs by path, then by equal content, and lists every model once, sorted', () => {
  const base = tree({ 'same.onnx': '1', 'edited.onnx': '2', 'old/name.onnx': '3', 'gone.onnx': '4', 'x.txt': '9' });
  const head = tree({ 'same.onnx': '1', 'edited.onnx': '5', 'new/name.onnx': '3', 'fresh.onnx': '6', 'x.txt': '8' });
  assert.deepEqual(summary(pairModels(base, head, covers)), [
    'changed edited.onnx',
    'added fresh.onnx',
    'removed gone.onnx',
    'renamed old/name.onnx → new/name.onnx',
    'unchanged same.onnx',
  ]);
});

test('a copy of a model that stays is added, not renamed', () => {
  const base = tree({ 'a.onnx': '1' });
  assert.deepEqual(summary(pairModels(base, tree({ 'a.onnx': '1', 'b.onnx': '1' }), covers)), [
    'unchanged a.onnx',
    'added b.onnx',
  ]);
});

test('two equal models that both move are paired one to one', () => {
  const base = tree({ 'a.onnx': '1', 'b.onnx': '1' });
  assert.deepEqual(summary(pairModels(base, tree({ 'c.onnx': '1', 'd.onnx': '1', 'e.onnx': '1' }), covers)), [
    'renamed a.onnx → c.onnx',
    'renamed b.onnx → d.onnx',
    'added e.onnx',
  ]);
});

test('without a base every model is added', () => {
  assert.deepEqual(summary(pairModels(null, tree({ 'a.onnx': '1' }), covers)), ['added a.onnx']);
});

test('a file that becomes a link of the same bytes has changed, and links are never renames', () => {
  const link = { mode: '120000', oid: '1' };
  const base = tree({ 'a.onnx': '1' });
  assert.deepEqual(summary(pairModels(base, new Map([['a.onnx', link]]), covers)), ['changed a.onnx']);
  const links = new Map([['a.onnx', link]]);
  assert.deepEqual(summary(pairModels(links, tree({ 'b.onnx': '1' }), covers)), ['removed a.onnx', 'added b.onnx']);
});

test('a model named like a property of an object is a model', () => {
  const odd = new Map([['__proto__.onnx', file('1')]]);
  assert.deepEqual(summary(pairModels(new Map(), odd, covers)), ['added __proto__.onnx']);
});
