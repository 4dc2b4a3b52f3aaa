import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { conflictedPointer, type LfsPointer, localContent, parsePointer } from '../../src/host/lfs.ts';
import { tempFolder } from './git-fixture.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const oid = sha256('content');
const bytes = (text: string) => Buffer.from(text);
/** As git-lfs writes it (git-lfs docs/spec.md). */
const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 7\n`;

test('a pointer is told by its content', () => {
  assert.deepEqual(parsePointer(bytes(pointer)), { oid, size: 7n });
  assert.deepEqual(parsePointer(bytes(pointer.replace('git-lfs.github', 'hawser.github'))), { oid, size: 7n });
});

test('a pointer whose content went through extensions names them', () => {
  const extended = pointer.replace('oid', `ext-0-pack sha256:${oid}\next-1-sign sha256:${oid}\noid`);
  assert.deepEqual(parsePointer(bytes(extended)), { oid, size: 7n, extensions: ['pack', 'sign'] });
});

test('a pointer that a merge left in conflict is told from a pointer and from a file', () => {
  const other = pointer.replace(oid, sha256('other'));
  const [version = '', ...ours] = pointer.trimEnd().split('\n');
  const [, ...theirs] = other.trimEnd().split('\n');
  const merged = [version, '<<<<<<< HEAD', ...ours, '=======', ...theirs, '>>>>>>> feature/wider', ''].join('\n');
  assert.equal(conflictedPointer(bytes(merged)), true);
  assert.equal(conflictedPointer(bytes(merged.replaceAll('\n', '\r\n'))), true);
  const withAncestor = merged.replace('=======', `||||||| 1f2e3d4\n${ours.join('\n')}\n=======`);
  assert.equal(conflictedPointer(bytes(withAncestor)), true);
  assert.equal(conflictedPointer(bytes(`<<<<<<< a\n${pointer}=======\n${other}>>>>>>> b\n`)), true);
  assert.equal(parsePointer(bytes(merged)), undefined);
  for (const text of [
    '',
    pointer,
    `${pointer}<<<<<<< a\n`,
    '<<<<<<< a\n=======\n>>>>>>> b\n',
    merged + 'x'.repeat(4096),
  ])
    assert.equal(conflictedPointer(bytes(text)), false, text.slice(0, 60));
});

test('what only looks like a pointer is a file like any other', () => {
  for (const text of [
    '',
    'version 2\n',
    pointer.replace('/v1', '/v9'),
    pointer.replace(oid, oid.slice(1)),
    pointer.replace(oid, oid.toUpperCase()),
    pointer.replace('size 7', 'size -7'),
    pointer.replace('size 7', 'size 9999999999999999999'),
    pointer.replace('size 7\n', ''),
    `<<<<<<< ours\n${pointer}`,
    pointer + 'x'.repeat(1024),
  ]) {
    assert.equal(parsePointer(bytes(text)), undefined, text.slice(0, 60));
  }
});

test('content fetched by `lfs: true` is used when its length and digest are the pointer’s', (t) => {
  const commonDir = tempFolder(t);
  const checkout = { gitDir: commonDir, commonDir };
  const place = ({ oid: id }: LfsPointer) => join(commonDir, 'lfs', 'objects', id.slice(0, 2), id.slice(2, 4), id);
  const wanted = { oid, size: 7n };
  assert.deepEqual(localContent(checkout, wanted), { missing: '' });
  assert.deepEqual(localContent(undefined, wanted), { missing: '' });
  mkdirSync(dirname(place(wanted)), { recursive: true });
  writeFileSync(place(wanted), 'forged!');
  assert.deepEqual(localContent(checkout, wanted), { missing: ', and the copy in the clone is not it' });
  writeFileSync(place(wanted), 'content');
  assert.deepEqual(localContent(checkout, wanted), { path: place(wanted) });
  assert.deepEqual(localContent(checkout, { oid, size: 8n }), { missing: ', and the copy in the clone is not it' });
});

test('a link or a folder in the place of content is no content', (t) => {
  const commonDir = tempFolder(t);
  const checkout = { gitDir: commonDir, commonDir };
  const folder = join(commonDir, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(commonDir, 'elsewhere'), 'content');
  symlinkSync(join(commonDir, 'elsewhere'), join(folder, oid));
  assert.deepEqual(localContent(checkout, { oid, size: 7n }), { missing: '' });
  const other = sha256('other');
  mkdirSync(join(commonDir, 'lfs', 'objects', other.slice(0, 2), other.slice(2, 4), other), { recursive: true });
  assert.deepEqual(localContent(checkout, { oid: other, size: 5n }), { missing: '' });
});
