/** Models in Git LFS, as the action meets them: no git-lfs, no checkout of the content. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bigResNet } from '../host/big-model.ts';
import { type Content, type LfsServer, startLfsServer } from '../host/lfs-server.ts';
import { configPath, convolution, limit, openScene } from './scene.ts';

const token = `Basic ${Buffer.from('x-access-token:token-of-this-job').toString('base64')}`;

function pointer({ oid, size }: { readonly oid: string; readonly size: bigint }): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`;
}

/** By a name in place of its SHA-256, which only a reading of all of it would find out. */
function putBig(lfs: LfsServer, name: string, content: Content): string {
  const oid = createHash('sha256').update(name).digest('hex');
  lfs.objects.set(oid, content);
  return pointer({ oid, size: BigInt(content.size) });
}

type Context = Parameters<typeof openScene>[0];

async function lfsFor(t: Context): Promise<LfsServer> {
  const lfs = await startLfsServer({ authorization: token });
  t.after(() => lfs.close());
  return lfs;
}

function reportOf(outputs: ReadonlyMap<string, string>) {
  return JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
}

test('a changed model of 300 MB is judged for less than 2 % of its bytes, and said so', async (t) => {
  const lfs = await lfsFor(t);
  const [before, after] = [1.75, 1.8].map((width) => bigResNet({ order: 'nodes first', width }));
  assert.ok(before && after);
  const main = { [configPath]: limit('100 G'), 'models/m.onnx': putBig(lfs, 'before', before) };
  const scene = await openScene(t, main, { intercept: lfs.intercept });
  scene.push({ 'models/m.onnx': putBig(lfs, 'after', after) });
  const outcome = await scene.pullRequest();
  assert.equal(outcome.code, 0, outcome.log);
  const { transfer, models } = reportOf(outcome.outputs);
  assert.equal(models[0].status, 'changed');
  assert.deepEqual(Object.keys(transfer), ['lfsBytes', 'lfsRequests', 'lfsObjects']);
  assert.equal(transfer.lfsObjects, 2);
  assert.equal(transfer.lfsBytes, lfs.sent);
  t.diagnostic(`${before.size + after.size} bytes on both sides: ${lfs.sent} moved, ${transfer.lfsRequests} requests`);
  assert.ok(lfs.sent < 0.02 * before.size, `${lfs.sent}`);
  assert.match(outcome.summary, / · Git LFS: 2\.\d+ MiB of 2 files in \d+ requests · Flopgate /);
  assert.match(outcome.summary, /Weight values are not at hand on both sides/);
  const storage = new URL(lfs.storage).host;
  assert.deepEqual(
    [
      ...new Set(
        lfs.seen.map(({ host, authorization }) => `${host === storage ? 'storage' : 'forge'} ${authorization}`),
      ),
    ],
    [`forge ${token}`, 'storage undefined'],
  );
});

test('with a warm cache no byte of a model is moved, and nothing is asked', async (t) => {
  const lfs = await lfsFor(t);
  const main = { [configPath]: limit('1 G'), 'models/m.onnx': pointer(lfs.put(convolution(4))) };
  const scene = await openScene(t, main, { intercept: lfs.intercept });
  scene.push({ 'models/m.onnx': pointer(lfs.put(convolution(5))) });
  const inputs = { cache: join(scene.folder, 'kept') };
  const cold = await scene.pullRequest(inputs);
  assert.equal(cold.code, 0, cold.log);
  assert.deepEqual(reportOf(cold.outputs).transfer, { lfsBytes: lfs.sent, lfsRequests: 3, lfsObjects: 2 });
  const [sent, asked] = [lfs.sent, lfs.seen.length];
  const warm = await scene.pullRequest(inputs);
  assert.equal(warm.code, 0, warm.log);
  assert.deepEqual(reportOf(warm.outputs).transfer, { lfsBytes: 0, lfsRequests: 0, lfsObjects: 0 });
  assert.deepEqual([lfs.sent, lfs.seen.length], [sent, asked]);
  assert.doesNotMatch(warm.summary, /Git LFS/);
  assert.deepEqual(reportOf(warm.outputs).models, reportOf(cold.outputs).models);
});

test('a pointer whose content is lost closes the gate, and says what to do', async (t) => {
  const lfs = await lfsFor(t);
  const main = { [configPath]: limit('1 G'), 'models/m.onnx': pointer(lfs.put(convolution(4))) };
  const scene = await openScene(t, main, { intercept: lfs.intercept });
  scene.push({ 'models/m.onnx': pointer({ oid: 'a'.repeat(64), size: 77n }) });
  const outcome = await scene.pullRequest();
  assert.equal(outcome.code, 1);
  assert.equal(outcome.outputs.get('verdict'), 'fail');
  assert.match(outcome.log, /is a Git LFS pointer to 77 bytes that the server does not have/);
  assert.match(outcome.log, /git lfs push --all origin/);
});

test('a file .lfsconfig of the pull request changes nothing', async (t) => {
  const lfs = await lfsFor(t);
  const main = { [configPath]: limit('1 G'), 'models/m.onnx': pointer(lfs.put(convolution(4))) };
  const scene = await openScene(t, main, { intercept: lfs.intercept });
  scene.push({
    'models/m.onnx': pointer(lfs.put(convolution(5))),
    '.lfsconfig': '[lfs]\n\turl = http://127.0.0.1:9/steal\n',
  });
  const outcome = await scene.pullRequest();
  assert.equal(outcome.code, 0, outcome.log);
  assert.equal(lfs.seen[0]?.path, '/o/r.git/info/lfs/objects/batch');
});

test('what only the fork’s repository has comes from there', async (t) => {
  const [lfs, anonymous] = [await lfsFor(t), await startLfsServer()];
  t.after(() => anonymous.close());
  const main = { [configPath]: limit('1 G'), 'models/m.onnx': pointer(lfs.put(convolution(4))) };
  const scene = await openScene(t, main, {
    intercept: (request, response) =>
      (request.url?.startsWith('/stranger/r.git/') ? anonymous : lfs).intercept(request, response),
  });
  const { head, merge } = scene.push({ 'models/m.onnx': pointer(anonymous.put(convolution(5))) });
  const repo = { id: 1, full_name: 'o/r' };
  const payload = {
    action: 'synchronize',
    number: 7,
    repository: repo,
    pull_request: {
      number: 7,
      state: 'open',
      head: { sha: head, ref: 'topic', repo: { id: 2, full_name: 'stranger/r' } },
      base: { sha: scene.mainSha, ref: 'main', repo },
    },
  };
  const outcome = await scene.run('pull_request', payload, { sha: merge, ref: 'refs/pull/7/merge' });
  assert.equal(outcome.code, 0, outcome.log);
  assert.deepEqual(
    JSON.parse(anonymous.seen[0]?.body ?? '').objects.map(({ oid }: { oid: string }) => anonymous.objects.has(oid)),
    [true],
  );
});
