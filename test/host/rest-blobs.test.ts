import assert from 'node:assert/strict';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openRest } from '../../src/host/rest.ts';
import { bringBlobs, readRest, restSize, spoolRest } from '../../src/host/rest-blobs.ts';
import { tempFolder } from './git-fixture.ts';
import { blobId, forge, id } from './rest-forge.ts';

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
