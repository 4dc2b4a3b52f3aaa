import assert from 'node:assert/strict';
import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBlobs } from '../../src/host/blobs.ts';
import { findCheckout } from '../../src/host/clone.ts';
import { blobSizes, closeRepository, listTree, openRepository } from '../../src/host/repository.ts';
import { makeRepository, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];

function store(t: Context, files: Readonly<Record<string, string | Uint8Array>>) {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'clone'));
  const commit = fixture.commit(files);
  const checkout = findCheckout(fixture.dir);
  assert.ok(checkout);
  const repository = openRepository({ checkout, temp });
  t.after(() => closeRepository(repository));
  const tree = listTree(repository, commit);
  const oidOf = (path: string) => tree?.get(path)?.oid ?? '';
  const blobs = openBlobs(repository);
  t.after(() => blobs.close());
  const open = (path: string) => {
    const oid = oidOf(path);
    return blobs.source(oid, blobSizes(repository, [oid]).get(oid) ?? -1, path);
  };
  const spooled = () => readdirSync(repository.scratch).filter((name) => name.endsWith('.blob'));
  return { blobs, open, spooled, temp };
}

test('a small blob is a source of its bytes', (t) => {
  const { open, spooled } = store(t, { 'a.onnx': 'hello' });
  const source = open('a.onnx');
  assert.deepEqual([source.size, source.name], [5, 'a.onnx']);
  assert.equal(Buffer.from(source.slice(1, 4)).toString(), 'ell');
  assert.deepEqual(spooled(), []);
});

test('a big blob is spooled to a file when it is first read, and only ranges of it are in memory', (t) => {
  const big = Buffer.alloc(3 << 20, 'x');
  big.write('needle', 2_500_000);
  const { open, spooled, blobs } = store(t, { 'big.onnx': big });
  const source = open('big.onnx');
  assert.deepEqual(spooled(), []);
  assert.equal(Buffer.from(source.slice(2_500_000, 2_500_006)).toString(), 'needle');
  assert.equal(spooled().length, 1);
  assert.throws(() => source.slice(source.size - 2, source.size + 2), /ends early/);
  blobs.close();
  assert.deepEqual(spooled(), []);
});

test('of many big blobs only the last few are held, and one given up is read again when asked', (t) => {
  const names = ['0', '1', '2', '3', '4', '5', '6'];
  const { open, spooled } = store(
    t,
    Object.fromEntries(names.map((name) => [`${name}.onnx`, Buffer.alloc(1 << 20, name)])),
  );
  const sources = names.map((name) => open(`${name}.onnx`));
  const firstBytes = () => sources.map((source) => Buffer.from(source.slice(0, 1)).toString());
  assert.deepEqual(firstBytes(), names);
  assert.equal(spooled().length, 4);
  assert.deepEqual(firstBytes(), names);
});

test('a blob that is not what it was announced to be is refused', (t) => {
  const { blobs } = store(t, { a: 'x' });
  const absent = 'a'.repeat(40);
  assert.throws(() => blobs.source(absent, 5, 'small').slice(0, 1), /small/);
  assert.throws(() => blobs.source(absent, 5 << 20, 'big').slice(0, 1), /big/);
});

test('a file outside git is read by ranges, and stays', (t) => {
  const { blobs, temp } = store(t, { a: 'x' });
  const path = join(temp, 'content');
  writeFileSync(path, 'lfs content');
  const source = blobs.file(path, 11, 'm.onnx');
  assert.equal(Buffer.from(source.slice(4, 11)).toString(), 'content');
  truncateSync(path, 5);
  assert.throws(() => source.slice(4, 11), /ends early/);
  blobs.close();
  assert.equal(existsSync(path), true);
});
