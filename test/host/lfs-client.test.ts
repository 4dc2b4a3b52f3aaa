import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type LfsPointer, placeIn } from '../../src/host/lfs.ts';
import { type LfsClient, type LfsLimits, type LfsOptions, openLfs } from '../../src/host/lfs-client.ts';
import { LfsFailure } from '../../src/host/lfs-failure.ts';
import { tempFolder } from './git-fixture.ts';
import { type LfsServer, type LfsServerOptions, startLfsServer } from './lfs-server.ts';

const token = `Basic ${Buffer.from('x-access-token:ghs_secret123').toString('base64')}`;
const content = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7 + (i >> 8)) & 0xff));
const oidOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Waits a hundredth of what a job would. */
const quick: Partial<LfsLimits> = { retrySeconds: 0.005, requestSeconds: 5, idleSeconds: 5, longestPauseSeconds: 1 };

interface Scene {
  readonly server: LfsServer;
  readonly client: LfsClient;
  readonly pointer: LfsPointer;
  readonly folder: string;
}

async function serve(t: TestContext, options: LfsServerOptions = {}): Promise<LfsServer> {
  const server = await startLfsServer(options);
  t.after(() => server.close());
  return server;
}

function endpointOf(server: LfsServer, repository = 'owner/name', authorization?: string) {
  const url = `${server.url}/${repository}.git/info/lfs`;
  return { url, ...(authorization !== undefined && { authorization }) };
}

function open(t: TestContext, options: Partial<LfsOptions> & Pick<LfsOptions, 'endpoints'>): LfsClient {
  const client = openLfs({
    folder: tempFolder(t),
    userAgent: 'flopgate/test',
    ...options,
    limits: { ...quick, ...options.limits },
  });
  t.after(() => client.close());
  return client;
}

/** A server with one object, and a client that has located it. */
async function scene(t: TestContext, options: Partial<LfsOptions> = {}): Promise<Scene> {
  const server = await serve(t);
  const folder = tempFolder(t);
  const client = open(t, { endpoints: [endpointOf(server)], folder, ...options });
  const pointer = server.put(content);
  const found = await client.locate([pointer]);
  assert.deepEqual(found.get(pointer.oid), { kind: 'available', size: 200_000 });
  return { server, client, pointer, folder };
}

async function failure(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof LfsFailure, String(error));
    return `${error.reason}: ${error.message}`;
  }
  assert.fail('it did not fail');
}

const filesBelow = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()) : [];

// Finding

test('asks for what the batch API documents, a hundred objects at a time, each once', async (t) => {
  const server = await serve(t);
  const client = open(t, { endpoints: [endpointOf(server, 'owner/name', token)] });
  const objects = Array.from({ length: 250 }, (_, i) => server.put(Buffer.from(`object ${i}`)));
  const found = await client.locate([...objects, ...objects.slice(0, 20)]);
  assert.equal([...found.values()].filter(({ kind }) => kind === 'available').length, 250);
  assert.equal(server.seen.length, 3);
  const [first] = server.seen;
  assert.equal(first?.method, 'POST');
  assert.equal(first?.path, '/owner/name.git/info/lfs/objects/batch');
  assert.equal(first?.headers.accept, 'application/vnd.git-lfs+json');
  assert.equal(first?.headers['content-type'], 'application/vnd.git-lfs+json');
  assert.equal(first?.headers['user-agent'], 'flopgate/test');
  assert.equal(first?.authorization, token);
  const { objects: asked, ...rest } = JSON.parse(first?.body ?? '');
  assert.deepEqual(rest, { operation: 'download', transfers: ['basic'], hash_algo: 'sha256' });
  assert.equal(asked.length, 100);
  assert.deepEqual(asked[0], { oid: objects[0]?.oid, size: 8 });
  await client.locate(objects);
  assert.equal(server.seen.length, 3, 'what is located is not asked for again');
});

test('names an object that is not there, one that lies about its size, and the repository that will not show itself', async (t) => {
  const server = await serve(t);
  const client = open(t, { endpoints: [endpointOf(server)] });
  const { oid } = server.put(content);
  const absent = { oid: oidOf(Buffer.from('absent')), size: 6n };
  const huge = { oid: oidOf(Buffer.from('huge')), size: 999_999_999_999_999_999n };
  const found = await client.locate([absent, { oid, size: 7n }, huge]);
  assert.deepEqual(found.get(absent.oid), {
    kind: 'failed',
    reason: 'missing',
    words: 'the server answered 404: Object does not exist',
  });
  assert.deepEqual(found.get(oid), { kind: 'failed', reason: 'invalid', words: 'the server answered 422: Wrong size' });
  assert.deepEqual(found.get(huge.oid), { kind: 'failed', reason: 'too big', words: 'no file has that many bytes' });
  assert.match(await failure(client.read(absent.oid, 0, 1)), /^missing: the server answered 404/);
  assert.match(await failure(client.whole(absent.oid)), /^missing: the server answered 404/);
});

test('tells the refusals of a whole batch apart', async (t) => {
  const server = await serve(t);
  const cases: [{ status: number; body?: string; headers?: Record<string, string> }, string][] = [
    [{ status: 401, body: '{"message":"Bad credentials"}' }, 'denied: the server answered 401: Bad credentials'],
    [{ status: 403, body: '{"message":"Forbidden"}' }, 'denied: the server answered 403: Forbidden'],
    [{ status: 404, body: '<html>' }, 'denied: the server answered 404'],
    [
      { status: 403, body: '{"message":"This repository exceeded its LFS budget. Increase it."}' },
      'quota: the server answered 403: This repository exceeded its LFS budget. Increase it.',
    ],
    [
      { status: 422, body: '{"message":"This repository is over its data quota."}' },
      'quota: the server answered 422: This repository is over its data quota.',
    ],
    [{ status: 509, body: '{"message":"Bandwidth"}' }, 'quota: the server answered 509: Bandwidth'],
    [{ status: 507 }, 'quota: the server answered 507'],
    [{ status: 413 }, 'too big: the server answered 413'],
    [{ status: 422, body: '{"message":"No ref"}' }, 'invalid: the server answered 422: No ref'],
    [{ status: 501 }, 'unsupported: the server answered 501'],
    [
      { status: 429, headers: { 'retry-after': '3600' } },
      'limited: the server answered 429, and asks for a pause of 3600 s',
    ],
    [{ status: 200, body: 'hello' }, 'unsupported: the server’s answer cannot be used: it is not JSON'],
    [{ status: 200, body: '{}' }, 'unsupported: the server’s answer cannot be used: it lists no objects'],
    [
      { status: 200, body: '{"transfer":"tus","objects":[]}' },
      'unsupported: the server’s answer cannot be used: it chose the transfer `tus`',
    ],
    [
      { status: 200, body: '{"hash_algo":"sha1","objects":[]}' },
      'unsupported: the server’s answer cannot be used: it names objects by `sha1`',
    ],
    [{ status: 200, body: '{"objects":[null,1,"x",{"oid":{}}]}' }, 'missing: the server does not speak of it'],
  ];
  for (const [answer, expected] of cases) {
    server.faults.batchAnswers = [answer];
    const client = open(t, { endpoints: [endpointOf(server)] });
    const pointer = server.put(content);
    const found = (await client.locate([pointer])).get(pointer.oid);
    assert.equal(found?.kind === 'failed' ? `${found.reason}: ${found.words}` : '', expected);
  }
});

test('asks again after a fault of the server, waits as it is told, and gives up after four tries', async (t) => {
  const server = await serve(t);
  const pointer = server.put(content);
  server.faults.batchAnswers = [{ status: 502 }, { status: 429, headers: { 'retry-after': '0' } }, { status: 503 }];
  const client = open(t, { endpoints: [endpointOf(server)] });
  assert.equal((await client.locate([pointer])).get(pointer.oid)?.kind, 'available');
  assert.equal(server.seen.length, 4);
  server.faults.batchAnswers = Array.from({ length: 9 }, () => ({ status: 500, body: '{"message":"Oops"}' }));
  const second = open(t, { endpoints: [endpointOf(server)] });
  assert.deepEqual((await second.locate([pointer])).get(pointer.oid), {
    kind: 'failed',
    reason: 'unavailable',
    words: 'the server answered 500: Oops',
  });
  assert.equal(server.seen.length, 8);
  assert.equal(second.moved.requests, 4);
});

test('a server that cannot be reached, or keeps silent, is a reason and not a hang', async (t) => {
  const gone = await startLfsServer();
  await gone.close();
  const pointer = { oid: oidOf(content), size: 200_000n };
  const client = open(t, { endpoints: [endpointOf(gone)] });
  const found = (await client.locate([pointer])).get(pointer.oid);
  assert.ok(found?.kind === 'failed');
  assert.equal(found.reason, 'unavailable');
  assert.match(found.words, /^127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)$/);
  const silent: typeof fetch = (_, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
  const patient = open(t, { endpoints: [endpointOf(gone)], fetch: silent, limits: { requestSeconds: 0.02 } });
  const waited = (await patient.locate([pointer])).get(pointer.oid);
  assert.ok(waited?.kind === 'failed');
  assert.match(waited.words, /^127\.0\.0\.1:\d+ did not answer for 0.02 s$/);
  assert.equal(patient.moved.requests, 4);
});

test('a host that keeps failing is not asked for ever', async (t) => {
  const { server, client, pointer } = await scene(t);
  server.faults.downloadAnswers = Array.from({ length: 99 }, () => ({ status: 503 }));
  for (let at = 0; at < 3; at++)
    assert.equal(await failure(client.read(pointer.oid, at, at + 1)), 'unavailable: the server answered 503');
  assert.equal(server.seen.length, 13, 'the batch, and three times four tries');
  assert.match(await failure(client.read(pointer.oid, 3, 4)), /^unavailable: 127.+ failed 3 times in a row$/);
  assert.equal(server.seen.length, 13);
});

test('what the repository lacks is asked of the head’s, and only that', async (t) => {
  const [base, fork] = [await serve(t), await serve(t)];
  const inBase = base.put(content);
  const inFork = fork.put(Buffer.from('of the fork'));
  const nowhere = { oid: oidOf(Buffer.from('nowhere')), size: 7n };
  const client = open(t, { endpoints: [endpointOf(base), endpointOf(fork, 'stranger/name')] });
  const found = await client.locate([inBase, inFork, nowhere]);
  assert.deepEqual(
    [inBase, inFork, nowhere].map(({ oid }) => found.get(oid)?.kind),
    ['available', 'available', 'failed'],
  );
  assert.deepEqual(
    JSON.parse(fork.seen[0]?.body ?? '').objects.map(({ oid }: LfsPointer) => oid),
    [inFork.oid, nowhere.oid],
  );
  assert.deepEqual(Buffer.from(await client.read(inFork.oid, 3, 6)).toString(), 'the');
  assert.deepEqual(await client.read(inBase.oid, 5, 9), new Uint8Array(content.subarray(5, 9)));
});

test('an object that storage lost after all is asked of the next endpoint', async (t) => {
  const [base, fork] = [await serve(t), await serve(t)];
  const pointer = base.put(content);
  fork.put(content);
  const client = open(t, { endpoints: [endpointOf(base), endpointOf(fork)] });
  await client.locate([pointer]);
  base.faults.downloadAnswers = [{ status: 404 }];
  assert.deepEqual(await client.read(pointer.oid, 0, 3), new Uint8Array(content.subarray(0, 3)));
  fork.faults.downloadAnswers = [{ status: 404, body: '{"message":"Gone as well"}' }];
  assert.equal(await failure(client.read(pointer.oid, 0, 3)), 'missing: the server answered 404: Gone as well');
});

// Ranges

test('reads ranges, and moves no more than they hold', async (t) => {
  const { server, client, pointer } = await scene(t);
  for (const [from, to] of [
    [0, 1],
    [100_000, 160_000],
    [199_999, 200_000],
    [7, 7],
  ] as const)
    assert.deepEqual(await client.read(pointer.oid, from, to), new Uint8Array(content.subarray(from, to)));
  assert.deepEqual(
    server.seen.slice(1).map(({ range }) => range),
    ['bytes=0-0', 'bytes=100000-159999', 'bytes=199999-199999'],
  );
  assert.deepEqual(client.moved, { bytes: 60_002, requests: 4, objects: 1 });
  assert.equal(server.sent, 60_002);
  await assert.rejects(client.read(pointer.oid, 0, 200_001), RangeError);
});

test('a pointer that names the right content and a shorter file is found out, though the batch API repeats its size', async (t) => {
  const { server, pointer } = await scene(t);
  const lie = { ...pointer, size: 150_000n };
  const download = { href: `${server.storage}/objects/${lie.oid}` };
  server.faults.reply = () => ({ objects: [{ oid: lie.oid, size: 150_000, actions: { download } }] });
  const client = open(t, { endpoints: [endpointOf(server)] });
  assert.deepEqual((await client.locate([lie])).get(lie.oid), { kind: 'available', size: 150_000 });
  assert.equal(await failure(client.read(lie.oid, 0, 20)), 'corrupt: the server holds 200000 bytes of that name');
});

test('storage that does not say how long a file is cannot vouch for its pointer', async (t) => {
  const fetch = (async (_: string, init: RequestInit) => {
    if (init.method === 'GET') return new Response('xyz', { status: 206, headers: { 'content-range': 'bytes 0-2/*' } });
    const [{ oid, size }] = JSON.parse(String(init.body)).objects;
    return Response.json({ objects: [{ oid, size, actions: { download: { href: 'https://storage.example/x' } } }] });
  }) as typeof globalThis.fetch;
  const client = open(t, { endpoints: [{ url: 'https://forge.example/o/r.git/info/lfs' }], fetch });
  const pointer = { oid: oidOf(content), size: 3n };
  await client.locate([pointer]);
  assert.equal(
    await failure(client.read(pointer.oid, 0, 3)),
    'unsupported: the server does not say how long the file is',
  );
});

test('the total of Gitea before 1.24.4, the end of the range, is no matter; a wrong start is', async (t) => {
  const { server, client, pointer } = await scene(t);
  server.faults.wrongTotal = true;
  assert.deepEqual(await client.read(pointer.oid, 10, 20), new Uint8Array(content.subarray(10, 20)));
  server.faults.wrongStart = true;
  assert.equal(
    await failure(client.read(pointer.oid, 10, 20)),
    'unsupported: the server sent another range than the one from byte 10',
  );
});

test('a range that comes in parts, or breaks off, is completed; one that never comes is given up', async (t) => {
  const { server, client, pointer } = await scene(t);
  server.faults.shortRanges = 400;
  assert.deepEqual(await client.read(pointer.oid, 0, 1000), new Uint8Array(content.subarray(0, 1000)));
  assert.deepEqual(
    server.seen.slice(1).map(({ range }) => range),
    ['bytes=0-999', 'bytes=400-999', 'bytes=800-999'],
  );
  server.faults.shortRanges = 10;
  assert.equal(await failure(client.read(pointer.oid, 0, 1000)), 'broken off: the server sent 960 bytes too few');
  delete server.faults.shortRanges;
  Object.assign(server.faults, { breakAfter: 50_000, breaks: 2 });
  assert.deepEqual(await client.read(pointer.oid, 0, 150_000), new Uint8Array(content.subarray(0, 150_000)));
  Object.assign(server.faults, { breakAfter: 10, breaks: 9 });
  assert.match(await failure(client.read(pointer.oid, 0, 1000)), /^broken off: 127\.0\.0\.1:\d+ cannot be reached/);
});

test('content shorter than its pointer says is a failure', async (t) => {
  const { server, client, pointer } = await scene(t);
  server.objects.set(pointer.oid, { size: 1000, slice: (from, to) => content.subarray(from, to) });
  assert.equal(await failure(client.read(pointer.oid, 5000, 5100)), 'corrupt: the server answered 416');
  assert.match(await failure(client.read(pointer.oid, 900, 1100)), /^corrupt: /);
});

test('a server without ranges sends the whole, once, checked; over the cap that is the reason given', async (t) => {
  const { server, client, pointer, folder } = await scene(t);
  server.faults.noRanges = true;
  const [a, b] = await Promise.all([client.read(pointer.oid, 10, 20), client.read(pointer.oid, 30, 40)]);
  assert.deepEqual(a, new Uint8Array(content.subarray(10, 20)));
  assert.deepEqual(b, new Uint8Array(content.subarray(30, 40)));
  const before = server.seen.length;
  assert.deepEqual(await client.read(pointer.oid, 50, 60), new Uint8Array(content.subarray(50, 60)));
  assert.equal(server.seen.length, before, 'now it is read from the disk');
  assert.equal(filesBelow(folder).length, 1);
  const small = open(t, { endpoints: [endpointOf(server)], limits: { wholeBytes: 199_999 } });
  await small.locate([pointer]);
  assert.equal(
    await failure(small.read(pointer.oid, 10, 20)),
    'too big: the server sends no ranges, and a file may have 199999 bytes to be downloaded whole',
  );
  assert.equal(small.moved.bytes, 0);
});

test('a server without ranges is not believed when its whole is another', async (t) => {
  const { server, client, pointer, folder } = await scene(t);
  Object.assign(server.faults, { noRanges: true, wrongContent: true });
  assert.match(await failure(client.read(pointer.oid, 10, 20)), /^corrupt: its SHA-256 is [0-9a-f]{64}$/);
  assert.deepEqual(filesBelow(folder), []);
});

test('one range, and all of a run together, have their caps', async (t) => {
  const { client, pointer } = await scene(t, { limits: { rangeBytes: 1000, totalBytes: 2500 } });
  assert.equal(
    await failure(client.read(pointer.oid, 0, 1001)),
    'too big: 1001 bytes are wanted at once, of at most 1000',
  );
  await client.read(pointer.oid, 0, 1000);
  await client.read(pointer.oid, 0, 1000);
  assert.equal(await failure(client.read(pointer.oid, 0, 1000)), 'too big: a run may download 2500 bytes');
});

test('one object may be read in so many places', async (t) => {
  const { server, client, pointer } = await scene(t, { limits: { ranges: 3 } });
  for (let at = 0; at < 3; at++) await client.read(pointer.oid, at, at + 1);
  assert.equal(await failure(client.read(pointer.oid, 3, 4)), 'too big: its graph lies in more than 3 places');
  assert.equal(server.seen.length, 4);
});

test('the ranges of one object may take so many bytes', async (t) => {
  const { client, pointer } = await scene(t, { limits: { heldBytes: 1500 } });
  await client.read(pointer.oid, 0, 1000);
  assert.equal(await failure(client.read(pointer.oid, 0, 1000)), 'too big: its graph takes more than 1500 bytes');
  await client.read(pointer.oid, 0, 500);
});

test('a download that stands still is given up', async (t) => {
  const { server, client, pointer } = await scene(t, { limits: { idleSeconds: 0.05, tries: 1 } });
  server.faults.slow = 1000;
  assert.match(
    await failure(client.read(pointer.oid, 0, 1000)),
    /^broken off: 127\.0\.0\.1:\d+ sent nothing for 0.05 s$/,
  );
});

test('a download that trickles is given up', async (t) => {
  const { server, client, pointer } = await scene(t, { limits: { idleSeconds: 0.05, tries: 1, slowest: 10_000_000 } });
  server.faults.slow = 30;
  assert.match(
    await failure(client.whole(pointer.oid)),
    /^broken off: 127\.0\.0\.1:\d+ sent less than 10000000 bytes a second$/,
  );
});

// Whole files

test('brings a whole file that is what its pointer says, once for all who ask', async (t) => {
  const { server, client, pointer, folder } = await scene(t);
  const [path, same] = await Promise.all([client.whole(pointer.oid), client.whole(pointer.oid)]);
  assert.equal(path, same);
  assert.equal(path, placeIn(folder, pointer));
  assert.deepEqual(readFileSync(path), content);
  assert.deepEqual(client.moved, { bytes: 200_000, requests: 2, objects: 1 });
  assert.deepEqual(await client.read(pointer.oid, 5, 9), new Uint8Array(content.subarray(5, 9)));
  assert.equal(server.seen.length, 2);
});

test('a whole file that breaks off is begun again; one that is cut, longer or other is refused, and nothing stays', async (t) => {
  const { server, client, pointer, folder } = await scene(t);
  Object.assign(server.faults, { breakAfter: 1000, breaks: 1, truncated: true });
  assert.equal(await failure(client.whole(pointer.oid)), 'corrupt: it has 199999 bytes at the server');
  server.faults.truncated = false;
  server.faults.wrongContent = true;
  assert.match(await failure(client.whole(pointer.oid)), /^corrupt: its SHA-256 is /);
  server.faults.wrongContent = false;
  server.objects.set(pointer.oid, { size: 200_001, slice: (from, to) => new Uint8Array(to - from) });
  assert.equal(await failure(client.whole(pointer.oid)), 'corrupt: it has more bytes at the server');
  assert.deepEqual(filesBelow(folder), []);
  server.put(content);
  assert.deepEqual(readFileSync(await client.whole(pointer.oid)), content);
});

test('a file over the cap is not begun', async (t) => {
  const { server, client, pointer } = await scene(t, { limits: { wholeBytes: 1000 } });
  assert.equal(await failure(client.whole(pointer.oid)), 'too big: a file may have 1000 bytes to be downloaded whole');
  assert.equal(server.seen.length, 1);
});

test('the cache keeps whole files between runs, and what is wrong in it is thrown out', async (t) => {
  const cache = join(tempFolder(t), 'lfs');
  const { client, pointer, folder } = await scene(t, { cache });
  assert.equal(client.cached(pointer), undefined);
  const path = await client.whole(pointer.oid);
  assert.equal(path, placeIn(cache, pointer));
  assert.deepEqual(filesBelow(folder), []);
  const later = open(t, { endpoints: [], cache });
  assert.equal(later.cached(pointer), path);
  writeFileSync(path, Buffer.alloc(200_000));
  assert.equal(later.cached(pointer), undefined);
  assert.equal(existsSync(path), false);
  assert.equal(open(t, { endpoints: [] }).cached(pointer), undefined);
});

test('the cache keeps so many bytes, those used last', async (t) => {
  const cache = join(tempFolder(t), 'lfs');
  const server = await serve(t);
  const objects = ['one', 'two', 'three', 'four'].map((name) => server.put(Buffer.alloc(1000, name)));
  const client = open(t, { endpoints: [endpointOf(server)], cache, limits: { cacheBytes: 3000 } });
  await client.locate(objects);
  const [one, two, three, four] = objects;
  assert.ok(one && two && three && four);
  for (const [i, { oid }] of [one, two, three].entries()) {
    const path = await client.whole(oid);
    utimesSync(path, i + 1, i + 1);
  }
  writeFileSync(join(cache, 'note.txt'), 'not ours');
  writeFileSync(join(cache, `${one.oid}.00000000-0000-0000-0000-000000000000.part`), 'left by a job that was killed');
  utimesSync(join(cache, `${one.oid}.00000000-0000-0000-0000-000000000000.part`), 0, 0);
  assert.ok(client.cached(one), 'used again');
  await client.whole(four.oid);
  assert.equal(filesBelow(cache).length, 6, 'nothing goes before the run is over');
  client.close();
  assert.deepEqual(
    [one, two, three, four].map((pointer) => existsSync(placeIn(cache, pointer))),
    [true, false, true, true],
  );
  assert.equal(filesBelow(cache).length, 4, 'the note stays, the leftover goes');
});

test('a disk that cannot take the file is a reason, too', async (t) => {
  const folder = tempFolder(t);
  const { client, pointer } = await scene(t, { folder });
  mkdirSync(dirname(dirname(placeIn(folder, pointer))), { recursive: true });
  writeFileSync(dirname(placeIn(folder, pointer)), 'a file where the folder should be');
  assert.equal(await failure(client.whole(pointer.oid)), 'unavailable: it cannot be kept on this disk (EEXIST)');
});

// Links

test('a link that expired is asked for anew, once', async (t) => {
  const { server, client, pointer } = await scene(t);
  server.faults.expiredLinks = 1;
  assert.deepEqual(await client.read(pointer.oid, 0, 9), new Uint8Array(content.subarray(0, 9)));
  assert.deepEqual(
    server.seen.map(({ method }) => method),
    ['POST', 'GET', 'POST', 'GET'],
  );
  server.faults.expiredLinks = 9;
  assert.equal(await failure(client.read(pointer.oid, 0, 9)), 'expired: the server answered 403: Request has expired');
  assert.equal(server.faults.expiredLinks, 7);
});

test('a link that is about to expire is not tried', async (t) => {
  const server = await serve(t);
  const pointer = server.put(content);
  const client = open(t, { endpoints: [endpointOf(server)] });
  server.faults.expiresIn = 2;
  await client.locate([pointer]);
  server.faults.expiresIn = 3600;
  await client.read(pointer.oid, 0, 9);
  await client.read(pointer.oid, 9, 12);
  assert.deepEqual(
    server.seen.map(({ method }) => method),
    ['POST', 'POST', 'GET', 'GET'],
  );
});

test('storage never sees the token, though the server may repeat it in the link', async (t) => {
  const server = await serve(t, { authorization: token });
  server.faults.repeatsCredential = true;
  const client = open(t, { endpoints: [endpointOf(server, 'owner/name', token)] });
  const pointer = server.put(content);
  await client.locate([pointer]);
  await client.read(pointer.oid, 0, 9);
  assert.deepEqual(
    server.seen.map(({ authorization }) => authorization),
    [token, undefined],
  );
});

test('a link to the forge itself is sent what it says, and the token where it is asked for', async (t) => {
  for (const repeatsCredential of [true, false]) {
    const server = await serve(t, { authorization: token });
    Object.assign(server.faults, { atHome: true, repeatsCredential });
    const client = open(t, { endpoints: [endpointOf(server, 'owner/name', token)] });
    const pointer = server.put(content);
    await client.locate([pointer]);
    assert.deepEqual(await client.read(pointer.oid, 0, 9), new Uint8Array(content.subarray(0, 9)));
    const credentials = server.seen.map(({ authorization }) => authorization);
    assert.deepEqual(credentials, repeatsCredential ? [token, token] : [token, undefined, token]);
  }
});

test('a redirect to another origin loses the credential; one too many, or to a plain or private place, is refused', async (t) => {
  const server = await serve(t, { authorization: token });
  const other = await serve(t);
  Object.assign(server.faults, { atHome: true, repeatsCredential: true });
  const pointer = server.put(content);
  other.put(content);
  const client = open(t, { endpoints: [endpointOf(server, 'owner/name', token)] });
  await client.locate([pointer]);
  server.faults.redirect = (path) => `${other.storage}${path}`;
  assert.deepEqual(await client.read(pointer.oid, 0, 9), new Uint8Array(content.subarray(0, 9)));
  assert.equal(other.seen[0]?.authorization, undefined);
  assert.equal(other.seen[0]?.range, 'bytes=0-8');
  server.faults.redirect = (path) => path;
  assert.equal(await failure(client.read(pointer.oid, 0, 9)), 'unsafe: more than 5 redirects');
  const refused: [string, string][] = [
    ['http://localhost:1/x', 'a link to `http://localhost:1`, a private address'],
    ['http://169.254.169.254/latest', 'a link to `http://169.254.169.254`, a private address'],
    ['http://[::ffff:10.1.2.3]/', 'a link to `http://[::ffff:a01:203]`, a private address'],
    ['http://[fe80::1]/', 'a link to `http://[fe80::1]`, a private address'],
    ['http://2130706434/', 'a link to `http://127.0.0.2`, a private address'],
    ['ftp://example.com/', 'a link to `ftp://example.com`, which is not https'],
    ['file:///etc/passwd', 'a link to `file://`, which is not https'],
    ['http://user:pass@example.com/', 'a link to `http://example.com` with a password'],
    ['http://[', 'a redirect to `http://[`'],
  ];
  for (const [to, words] of refused) {
    server.faults.redirect = () => to;
    assert.equal(await failure(client.read(pointer.oid, 0, 9)), `unsafe: ${words}`);
  }
});

test('a batch request follows its repository where it moved, with the token only where it belongs', async (t) => {
  const server = await serve(t, { authorization: token });
  const other = await serve(t);
  const pointer = server.put(content);
  const moved = { status: 301, headers: { location: '/new/name.git/info/lfs/objects/batch' } };
  server.faults.batchAnswers = [moved];
  const client = open(t, { endpoints: [endpointOf(server, 'old/name', token)] });
  assert.equal((await client.locate([pointer])).get(pointer.oid)?.kind, 'available');
  assert.deepEqual(
    server.seen.map(({ method, path, authorization }) => [method, path, authorization]),
    [
      ['POST', '/old/name.git/info/lfs/objects/batch', token],
      ['POST', '/new/name.git/info/lfs/objects/batch', token],
    ],
  );
  other.put(content);
  server.faults.batchAnswers = [{ status: 307, headers: { location: `${other.url}/x/y.git/info/lfs/objects/batch` } }];
  await open(t, { endpoints: [endpointOf(server, 'old/name', token)] }).locate([pointer]);
  assert.equal(other.seen[0]?.authorization, undefined);
});

test('https is never left', async (t) => {
  const answers = [
    new Response('', { status: 302, headers: { location: 'http://storage.example/x' } }),
    new Response('', { status: 302, headers: { location: 'https://10.0.0.1/x' } }),
  ];
  const asked: string[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    asked.push(url);
    if (init.method === 'GET') return answers.shift() ?? new Response('', { status: 500 });
    const [{ oid, size }] = JSON.parse(String(init.body)).objects;
    const href = size === 3 ? 'http://storage.example/plain' : 'https://storage.example/signed';
    return Response.json({ objects: [{ oid, size, actions: { download: { href } } }] });
  }) as typeof globalThis.fetch;
  const endpoints = [{ url: 'https://forge.example/o/r.git/info/lfs' }];
  const client = open(t, { endpoints, fetch });
  const [plain, signed] = [
    { oid: oidOf(Buffer.from('abc')), size: 3n },
    { oid: oidOf(Buffer.from('abcd')), size: 4n },
  ];
  await client.locate([plain]);
  await client.locate([signed]);
  const words = [
    await failure(client.read(plain.oid, 0, 1)),
    await failure(client.read(signed.oid, 0, 1)),
    await failure(client.read(signed.oid, 0, 1)),
  ];
  assert.deepEqual(words, [
    'unsafe: a link to `http://storage.example`, which is not https',
    'unsafe: a redirect from https to `http://storage.example`',
    'unsafe: a link to `https://10.0.0.1`, a private address',
  ]);
  assert.deepEqual(asked.slice(2), ['https://storage.example/signed', 'https://storage.example/signed']);
});

test('storage within the network of an in-house forge is followed by name, and no other', async (t) => {
  for (const [server, storage, isRefused] of [
    ['git.corp.internal', 's3.corp.internal', false],
    ['github.com', 'metadata.google.internal', true],
    ['git.corp.internal', 'printer.local', true],
    ['git.localhost', 's3.localhost', true],
    ['git.corp.internal', '10.0.0.7', true],
    ['10.0.0.7', '10.0.0.7:9000', false],
  ] as const) {
    const fetch = (async (_: string, init: RequestInit) => {
      if (init.method === 'GET')
        return new Response('xyz', { status: 206, headers: { 'content-range': 'bytes 0-2/3' } });
      const [{ oid, size }] = JSON.parse(String(init.body)).objects;
      return Response.json({ objects: [{ oid, size, actions: { download: { href: `https://${storage}/x` } } }] });
    }) as typeof globalThis.fetch;
    const client = open(t, { endpoints: [{ url: `https://${server}/o/r.git/info/lfs` }], fetch });
    const pointer = { oid: oidOf(content), size: 3n };
    await client.locate([pointer]);
    if (isRefused) assert.match(await failure(client.read(pointer.oid, 0, 3)), /^unsafe: .+ a private address$/);
    else assert.equal(Buffer.from(await client.read(pointer.oid, 0, 3)).toString(), 'xyz');
  }
});

test('headers of a link that are the transport’s own, or no headers, are left out', async (t) => {
  const server = await serve(t);
  const pointer = server.put(content);
  server.faults.reply = (reply) => {
    for (const one of reply.objects)
      Object.assign(Object(one.actions).download, {
        header: {
          'X-Storage': 'yes',
          Host: 'elsewhere',
          Range: 'bytes=0-1',
          'Content-Length': '7',
          'X-Split': 'a\r\nX-Injected: 1',
          'X Space': '1',
          'X-Number': 7,
        },
      });
    return reply;
  };
  const client = open(t, { endpoints: [endpointOf(server)] });
  await client.locate([pointer]);
  assert.equal((await client.read(pointer.oid, 5, 9)).length, 4);
  const { headers } = server.seen[1] ?? assert.fail('no download');
  assert.equal(headers['x-storage'], 'yes');
  assert.equal(headers.range, 'bytes=5-8');
  assert.equal(headers.host, new URL(server.storage).host);
  assert.deepEqual(
    Object.keys(headers).filter((name) => /split|injected|space|number/.test(name)),
    [],
  );
});

test('odd answers about one object do not disturb the others', async (t) => {
  const server = await serve(t);
  const pointers = Array.from({ length: 6 }, (_, i) => server.put(Buffer.from(`number ${i}`)));
  const odd = [
    { actions: {} },
    { actions: { download: { href: 'not an address' } } },
    { actions: { download: { href: 7 } } },
    { size: 1, actions: { download: { href: 'https://example.com' } } },
    { error: { code: 410, message: 'Removed\n::error::by its owner' } },
  ];
  server.faults.reply = (reply) => ({
    ...reply,
    objects: reply.objects.map((one, i) => (odd[i] === undefined ? one : { oid: one.oid, ...odd[i] })),
  });
  const client = open(t, { endpoints: [endpointOf(server)] });
  const found = await client.locate(pointers);
  assert.deepEqual(
    pointers.map(({ oid }) => {
      const one = found.get(oid);
      return one?.kind === 'failed' ? `${one.reason}: ${one.words}` : one?.kind;
    }),
    [
      'missing: the server gives no link to it',
      'unsupported: the server’s answer cannot be used: a link is no address',
      'unsupported: the server’s answer cannot be used: a link is no address',
      'corrupt: the server holds 1 bytes of that name',
      'removed: the server answered 410: Removed ::error::by its owner',
      'available',
    ],
  );
});

test('a client that is closed ends what is under way', async (t) => {
  const { server, client, pointer } = await scene(t);
  server.faults.slow = 2000;
  const reading = failure(client.read(pointer.oid, 0, 9));
  setTimeout(() => client.close(), 30);
  assert.match(await reading, /^(?:broken off|unavailable): the run is over$/);
});
