/** Pointers in a repository, from the plan to what is measured. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findCheckout } from '../../src/host/clone.ts';
import { type LfsPointer, placeIn } from '../../src/host/lfs.ts';
import { type LfsClient, openLfs } from '../../src/host/lfs-client.ts';
import { lfsRanges } from '../../src/host/lfs-content.ts';
import { measureCases } from '../../src/host/measure.ts';
import { planRepository } from '../../src/host/plan.ts';
import { closeRepository, openRepository, type Repository } from '../../src/host/repository.ts';
import { onnx } from '../build.ts';
import { bigResNet } from './big-model.ts';
import { type Fixture, makeRepository, tempFolder } from './git-fixture.ts';
import { type Content, type LfsServer, startLfsServer } from './lfs-server.ts';

interface Scene {
  readonly fixture: Fixture;
  readonly repository: Repository;
  readonly server: LfsServer;
  /** A client as each run has one. */
  open(options?: { readonly cache?: string }): LfsClient;
  /** `status path base→head`, a side as where it lies, then the problem. */
  table(client: LfsClient | undefined, base: string | null, head: string, config?: string): Promise<readonly string[]>;
  plan(
    client: LfsClient | undefined,
    base: string | null,
    head: string,
    config?: string,
  ): ReturnType<typeof planRepository>;
}

async function scene(t: TestContext): Promise<Scene> {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const server = await startLfsServer();
  t.after(() => server.close());
  const checkout = findCheckout(fixture.dir);
  assert.ok(checkout);
  const repository = openRepository({ checkout });
  t.after(() => closeRepository(repository));
  const plan: Scene['plan'] = (client, base, head, config = 'version: 1\n') =>
    planRepository(repository, {
      base: base === null ? null : { label: 'base', sha: base },
      head: { label: 'head', sha: head },
      config: base === null ? { kind: 'text', file: 'f.yml', text: config } : commitOf(base),
      ...(client !== undefined && { lfs: client }),
    });
  const commitOf = (sha: string) =>
    ({ kind: 'commit', path: '.github/flopgate.yml', revision: { label: 'base', sha } }) as const;
  return {
    fixture,
    repository,
    server,
    plan,
    open: (options) => {
      const endpoints = [{ url: `${server.url}/owner/name.git/info/lfs` }];
      const limits = { retrySeconds: 0.005 };
      const client = openLfs({ endpoints, folder: tempFolder(t), userAgent: 'flopgate/test', limits, ...options });
      t.after(() => client.close());
      return client;
    },
    table: async (client, base, head, config) => {
      const { cases } = await plan(client, base, head, config);
      return cases.map(
        ({ status, path, base: before, head: after, unreadable }) =>
          `${status} ${path} ${before?.kind ?? '-'}→${after?.kind ?? '-'} ${unreadable?.code ?? ''}`,
      );
    },
  };
}

function pointerText({ oid, size }: LfsPointer): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`;
}

/** Bytes a test only needs to be different. */
const small = (name: string) => Buffer.from(`content of ${name}`);
const big = (name: string) => Buffer.alloc(2 ** 20 + 1, name);

/** Content that is said to have this id: only a reading of all of it would tell. */
function putBig(server: LfsServer, name: string, content: Content): LfsPointer {
  const oid = createHash('sha256').update(name).digest('hex');
  server.objects.set(oid, content);
  return { oid, size: BigInt(content.size) };
}

test('all pointers of a run are located in one request, and those that did not change are not asked for', async (t) => {
  const { fixture, server, open, table } = await scene(t);
  const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((name) => server.put(big(name)));
  const still = { oid: '0'.repeat(64), size: 7n };
  assert.ok(one && two && three && four);
  const base = fixture.commit({ 'a.onnx': pointerText(one), 'b.onnx': pointerText(two), 's.onnx': pointerText(still) });
  const head = fixture.commit({ 'a.onnx': pointerText(three), 'b.onnx': pointerText(four) });
  const client = open();
  assert.deepEqual(await table(client, base, head), [
    'changed a.onnx remote→remote ',
    'changed b.onnx remote→remote ',
    'unchanged s.onnx -→- ',
  ]);
  assert.equal(server.seen.length, 1);
  assert.equal(JSON.parse(server.seen[0]?.body ?? '').objects.length, 4);
  assert.deepEqual(client.moved, { bytes: 0, requests: 1, objects: 0 });
});

test('the clone’s own copy comes first, then the cache, then the server', async (t) => {
  const { fixture, server, open, table } = await scene(t);
  const [local, cached, remote] = ['local', 'cached', 'remote'].map((name) => server.put(big(name)));
  assert.ok(local && cached && remote);
  const head = fixture.commit({
    'l.onnx': pointerText(local),
    'c.onnx': pointerText(cached),
    'r.onnx': pointerText(remote),
  });
  const cache = tempFolder(t);
  for (const [folder, pointer, name] of [
    [join(fixture.dir, '.git', 'lfs', 'objects'), local, 'local'],
    [cache, cached, 'cached'],
  ] as const) {
    mkdirSync(dirname(placeIn(folder, pointer)), { recursive: true });
    writeFileSync(placeIn(folder, pointer), big(name));
  }
  assert.deepEqual(await table(open({ cache }), null, head), [
    'added c.onnx -→file ',
    'added l.onnx -→file ',
    'added r.onnx -→remote ',
  ]);
  assert.deepEqual(
    JSON.parse(server.seen[0]?.body ?? '').objects.map(({ oid }: LfsPointer) => oid),
    [remote.oid],
  );
});

test('a small file is brought whole, and checked', async (t) => {
  const { fixture, server, open, table } = await scene(t);
  const head = fixture.commit({
    'a.onnx': pointerText(server.put(small('a'))),
    'b.onnx': pointerText(server.put(small('b'))),
  });
  assert.deepEqual(await table(open(), null, head), ['added a.onnx -→file ', 'added b.onnx -→file ']);
  assert.equal(server.seen.length, 3);
  server.faults.wrongContent = true;
  assert.deepEqual(await table(open(), null, head), [
    'added a.onnx -→- read/lfs-corrupt',
    'added b.onnx -→- read/lfs-corrupt',
  ]);
});

test('each way a pointer leads nowhere has its own name', async (t) => {
  const { fixture, server, open, plan, table } = await scene(t);
  const there = server.put(small('there'));
  const absent = { oid: '1'.repeat(64), size: 9n };
  const [version = '', oid = '', size = ''] = pointerText(there).split('\n');
  const head = fixture.commit({
    'absent.onnx': pointerText(absent),
    'conflict.onnx': `${version}\n<<<<<<< ours\n${oid}\n=======\noid sha256:${'2'.repeat(64)}\n>>>>>>> theirs\n${size}\n`,
    'extension.onnx': `${version}\next-0-crypt sha256:${'3'.repeat(64)}\n${oid}\n${size}\n`,
    'lies.onnx': pointerText({ ...there, size: 5n }),
  });
  assert.deepEqual(await table(open(), null, head), [
    'added absent.onnx -→- read/lfs-missing',
    'added conflict.onnx -→- read/lfs-conflicted',
    'added extension.onnx -→- read/lfs-extension',
    'added lies.onnx -→- read/lfs-corrupt',
  ]);
  const { cases } = await plan(open(), null, head);
  assert.deepEqual(
    cases.map(({ unreadable }) => unreadable?.message),
    [
      `\`absent.onnx\` at ${head.slice(0, 12)} is a Git LFS pointer to 9 bytes that the server does not have: the server answered 404: Object does not exist.`,
      `\`conflict.onnx\` at ${head.slice(0, 12)} is a Git LFS pointer in which a merge left its conflict marks.`,
      `\`extension.onnx\` at ${head.slice(0, 12)} is a Git LFS pointer whose content went through the extension \`crypt\`.`,
      `\`lies.onnx\` at ${head.slice(0, 12)} is a Git LFS pointer to 5 bytes, and the server has something else: the server answered 422: Wrong size.`,
    ],
  );
  assert.deepEqual((await table(undefined, null, head)).slice(0, 1), ['added absent.onnx -→- read/lfs-content']);
});

test('a model measured by ranges has the numbers of the file, and two sides of 300 MB cost less than 2 % of their bytes', async (t) => {
  const { fixture, repository, server, open, plan } = await scene(t);
  const [before, after] = [
    bigResNet({ order: 'nodes first', width: 1.75 }),
    bigResNet({ order: 'nodes first', width: 1.75, wider: 16 }),
  ];
  const base = fixture.commit({ 'm.onnx': pointerText(putBig(server, 'before', before)) });
  const head = fixture.commit({ 'm.onnx': pointerText(putBig(server, 'after', after)) });
  const client = open();
  const { cases } = await plan(client, base, head);
  const [model] = await measureCases(cases, { repository, fetchRange: lfsRanges(client, cases) });
  assert.equal(model?.problem, undefined);
  // 75,449,800 weights and biases of 4 bytes.
  assert.equal(model?.base?.totals.weightBytes, 301_799_200n);
  assert.equal(model?.diff?.related, true);
  assert.match(model?.diff?.notes.join() ?? '', /Weight values are not at hand on both sides/);
  const { bytes, requests, objects } = client.moved;
  t.diagnostic(`${before.size + after.size} bytes on both sides: ${bytes} moved in ${requests} requests`);
  assert.equal(objects, 2);
  assert.ok(bytes < 0.01 * (before.size + after.size), `${bytes}`);
  assert.ok(requests <= 130, `${requests}`);
});

test('a server that fails in the middle makes the model unreadable, and the next one is measured', async (t) => {
  const { fixture, repository, server, open, plan } = await scene(t);
  const model = bigResNet({ order: 'nodes first', width: 0.3 });
  const other = onnx({ inputs: { x: [1, 8] }, outputs: ['y'], nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }] });
  const head = fixture.commit({
    'a.onnx': pointerText(putBig(server, 'a', model)),
    'b.onnx': pointerText(server.put(other)),
  });
  const client = open();
  const { cases } = await plan(client, null, head);
  server.faults.downloadAnswers = [{ status: 509, body: '{"message":"Bandwidth limit exceeded"}' }];
  const [a, b] = await measureCases(cases, {
    repository,
    fetchRange: lfsRanges(client, cases),
    limits: { threads: 1 },
  });
  assert.equal(a?.status, 'unreadable');
  assert.equal(
    a?.problem?.message,
    `\`a.onnx\` at ${head.slice(0, 12)} is a Git LFS pointer to ${model.size} bytes, and the owner’s Git LFS quota is used up: the server answered 509: Bandwidth limit exceeded.`,
  );
  assert.equal(b?.head?.totals.flops, 8n);
});
