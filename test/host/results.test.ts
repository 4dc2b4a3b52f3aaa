import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { JudgedModel } from '../../src/budget/budget.ts';
import { memorySource } from '../../src/bytes/source.ts';
import { measureCase } from '../../src/gate.ts';
import {
  decodeResults,
  encodeResults,
  folderResults,
  type Measured,
  readParts,
  resultKey,
} from '../../src/host/results.ts';
import { onnx } from '../build.ts';
import { tempFolder } from './git-fixture.ts';

const none = { inputs: new Map(), bind: new Map() };
const plain: Measured = {
  path: 'a.onnx',
  status: 'changed',
  options: none,
  base: 'a'.repeat(40),
  head: 'b'.repeat(40),
  convention: 'flopgate',
};

function measured(batch: number): JudgedModel {
  const bytes = onnx({
    inputs: { x: ['n', batch] },
    outputs: ['y'],
    nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
  });
  const side = memorySource('a.onnx', bytes);
  const one = { path: 'a.onnx', status: 'changed' as const, base: side, head: side, options: none };
  return measureCase(one, { savedProfiles: false, convention: undefined });
}

test('whatever a result depends on is in its key, and nothing else is', () => {
  const bound = (value: bigint) => ({ inputs: new Map(), bind: new Map([['n', value]]) });
  const others: readonly Measured[] = [
    plain,
    { ...plain, path: 'b.onnx' },
    { ...plain, basePath: 'old.onnx' },
    { ...plain, status: 'renamed' },
    { ...plain, base: null },
    { ...plain, head: 'c'.repeat(40) },
    { ...plain, convention: 'thop' },
    { ...plain, options: bound(1n) },
    { ...plain, options: bound(2n) },
    { ...plain, options: { inputs: new Map([['x', [1n, 3n]]]), bind: new Map() } },
    { ...plain, scenarios: [{ name: 'decode', options: none }] },
    { ...plain, scenarios: [{ name: 'decode', options: bound(1n) }] },
    { ...plain, free: ['n'] },
  ];
  assert.equal(new Set(others.map(resultKey)).size, others.length);
  const many = (order: readonly string[]) => ({
    ...plain,
    options: { inputs: new Map(), bind: new Map(order.map((name) => [name, 1n])) },
  });
  assert.equal(resultKey(many(['n', 'm'])), resultKey(many(['m', 'n'])), 'the order of names says nothing');
});

test('a document gives back what was measured, with symbols and layers as they were', () => {
  const model = measured(8);
  const back = decodeResults(encodeResults(new Map([['k', model]])))?.get('k');
  assert.deepEqual(back?.head?.totals, model.head?.totals);
  assert.equal(back?.diff?.pairs[0]?.head, back?.head?.layers[0], 'a pair speaks of the layers of its profiles');
});

test('a document that is cut short, changed or of another version is none', () => {
  const bytes = encodeResults(new Map([['k', measured(8)]]));
  assert.equal(decodeResults(bytes.subarray(0, bytes.length - 1)), undefined);
  for (const at of [0, 20, 60, bytes.length - 1]) {
    const wrong = Uint8Array.from(bytes);
    wrong[at] = (wrong[at] ?? 0) ^ 1;
    assert.equal(decodeResults(wrong), undefined, `byte ${at}`);
  }
  assert.equal(decodeResults(new Uint8Array()), undefined);
});

test('a folder keeps entries by key, and lets the longest unused go when there are too many', (t) => {
  const folder = join(tempFolder(t), 'results');
  const results = folderResults(folder);
  const key = resultKey(plain);
  assert.equal(results.get(key), undefined);
  results.put(key, measured(8));
  assert.equal(results.get(key)?.path, 'a.onnx');
  for (let i = 0; i < 2000; i++) {
    const old = join(folder, `${String(i).padStart(64, '0')}.flopgate`);
    writeFileSync(old, '');
    utimesSync(old, 1000 + i, 1000 + i);
  }
  results.put(resultKey({ ...plain, path: 'b.onnx' }), measured(4));
  const left = readdirSync(folder);
  assert.equal(left.length, 1800);
  assert.ok(left.includes(`${key}.flopgate`));
  assert.ok(!left.includes(`${'0'.repeat(64)}.flopgate`));
});

test('parts are read from files and from folders of folders; what is no part is named', (t) => {
  const folder = tempFolder(t);
  mkdirSync(join(folder, 'one'));
  writeFileSync(join(folder, 'one', 'report.json'), encodeResults(new Map([['k1', measured(1)]])));
  writeFileSync(join(folder, 'two'), encodeResults(new Map([['k2', measured(2)]])));
  const both = readParts([folder]);
  assert.deepEqual(
    ['k1', 'k2', 'k3'].map((key) => both.get(key)?.path),
    ['a.onnx', 'a.onnx', undefined],
  );
  both.put('k3', measured(3));
  assert.equal(both.get('k3'), undefined, 'parts are read, never written');
  writeFileSync(join(folder, 'two'), readFileSync(join(folder, 'two')).subarray(1));
  assert.throws(() => readParts([folder]), /two is no part/);
});
