/**
 * What a pull request costs: requests, bytes and wall time of the action as the runner starts it (`dist/action.js`), over
 * loopback, beside the one `git fetch` of the two commits that any such tool needs.
 *
 *   npm run bench:action
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { configPath, convolution, type Files, limit, openScene, type Scene } from '../test/action/scene.ts';
import { bigResNet } from '../test/host/big-model.ts';
import { type LfsServer, startLfsServer } from '../test/host/lfs-server.ts';

const token = Buffer.from('x-access-token:token-of-this-job').toString('base64');

interface Row {
  readonly what: string;
  readonly gitRequests: number;
  readonly gitBytes: number;
  readonly restRequests: number;
  readonly lfsRequests: number;
  readonly lfsBytes: number;
  readonly seconds: number;
}

const undo: (() => unknown)[] = [];
const context = { after: (step: () => unknown) => void undo.push(step) };

/** The LFS endpoint is at the same address. */
function gitRequests({ server }: Scene): number {
  return server.requests.filter(({ path }) => !path.includes('/info/lfs/')).length;
}

async function run(what: string, scene: Scene, inputs: Record<string, string>, lfs?: LfsServer): Promise<Row> {
  const before = { git: gitRequests(scene), bytes: scene.server.sent, rest: scene.github.calls.length };
  const moved = { requests: lfs?.seen.length ?? 0, bytes: lfs?.sent ?? 0 };
  const begin = performance.now();
  const { code, log } = await scene.pullRequest(inputs);
  const seconds = (performance.now() - begin) / 1000;
  if (code !== 0) throw new Error(log);
  return {
    what,
    gitRequests: gitRequests(scene) - before.git,
    gitBytes: scene.server.sent - before.bytes,
    restRequests: scene.github.calls.length - before.rest,
    lfsRequests: (lfs?.seen.length ?? 0) - moved.requests,
    lfsBytes: (lfs?.sent ?? 0) - moved.bytes,
    seconds,
  };
}

const start = promisify(execFile);

/** The trees of both commits and no file, into an empty repository. The server is in this process: nothing may block. */
async function bareFetch(scene: Scene, commits: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'flopgate-fetch-'));
  await start('git', ['-C', folder, 'init', '--quiet', '--bare']);
  const header = `http.extraHeader=AUTHORIZATION: basic ${token}`;
  const begin = performance.now();
  const flags = ['--quiet', '--no-tags', '--depth=1', '--filter=blob:none'];
  await start('git', ['-C', folder, '-c', header, 'fetch', ...flags, `${scene.server.url}/o/r`, ...commits]);
  const seconds = (performance.now() - begin) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return seconds;
}

function print({ what, gitRequests, gitBytes, restRequests, lfsRequests, lfsBytes, seconds }: Row, fetched: number) {
  const lfs = `${lfsRequests} of LFS (${lfsBytes} bytes)`;
  console.log(`${what}`);
  console.log(`  ${gitRequests} requests of git (${gitBytes} bytes), ${lfs}, ${restRequests} of REST`);
  console.log(`  ${seconds.toFixed(2)} s; the bare git fetch ${fetched.toFixed(2)} s`);
}

async function manyModels(): Promise<void> {
  const models: Files = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [`models/family-${i % 20}/m${i}.onnx`, convolution(4, `conv-of-${i}`)]),
  );
  const main = { [configPath]: limit('10 k'), ...models, readme: 'text' };
  const scene = await openScene(context, main, { checkout: 'none' });
  const { merge } = scene.push({ readme: 'another text' });
  const row = await run('(a) 500 models, none changed, no checkout', scene, {});
  print(row, await bareFetch(scene, [scene.mainSha, merge]));
}

async function bigModel(): Promise<void> {
  const lfs = await startLfsServer({ authorization: `Basic ${token}` });
  context.after(() => lfs.close());
  const put = (name: string, width: number): string => {
    const content = bigResNet({ order: 'nodes first', width });
    const oid = createHash('sha256').update(name).digest('hex');
    lfs.objects.set(oid, content);
    return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${content.size}\n`;
  };
  const main = { [configPath]: limit('100 G'), 'models/m.onnx': put('before', 1.75) };
  const scene = await openScene(context, main, { intercept: lfs.intercept, checkout: 'none' });
  const { merge } = scene.push({ 'models/m.onnx': put('after', 1.8) });
  const fetched = await bareFetch(scene, [scene.mainSha, merge]);
  const sizes = [...lfs.objects.values()].map(({ size }) => size).join(' and ');
  const inputs = { cache: join(scene.folder, 'kept') };
  print(await run(`(b) one model in Git LFS changed, ${sizes} bytes`, scene, inputs, lfs), fetched);
  print(await run('(c) the same again, with the results kept', scene, inputs, lfs), fetched);
}

try {
  await manyModels();
  await bigModel();
} finally {
  for (const step of undo.reverse()) await step();
}
