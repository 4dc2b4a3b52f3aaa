/** What stands in the workspace, and what serves it, as jobs in the wild have it: the report stays the same. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import { fingerprint, makeRepository, runGit, tempFolder } from '../host/git-fixture.ts';
import { startGitServer } from './git-server.ts';
import { jobToken, type Outcome } from './runner.ts';
import { annotations, configPath, convolution, type Files, limit, openScene, type Scene } from './scene.ts';

const model = 'models/m.onnx';
const main: Files = { [configPath]: limit('10 k'), [model]: convolution(4), 'models/same.onnx': convolution(2) };
const encodedToken = Buffer.from(`x-access-token:${jobToken}`).toString('base64');

function reportOf({ outputs }: Outcome): Report {
  return JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
}

/** The report of a run on a clone of the test merge, made by `make` beside the workspace. */
async function runOn(scene: Scene, make: (dir: string, merge: string) => string | undefined, merge: string) {
  const dir = join(scene.folder, 'elsewhere');
  mkdirSync(dir);
  const workspace = make(dir, merge) ?? dir;
  const before = fingerprint(dir);
  const outcome = await scene.pullRequest({}, { workspace });
  assert.equal(fingerprint(dir), before, 'it stays as it is');
  return outcome;
}

const clones: readonly (readonly [string, (dir: string, origin: string, merge: string) => string | undefined])[] = [
  ['a partial clone', (dir, origin, merge) => partial(dir, origin, merge, 'blob:none')],
  ['a partial clone without trees', (dir, origin, merge) => partial(dir, origin, merge, 'tree:0')],
  [
    'a linked worktree',
    (dir, origin, merge) => {
      runGit(dir, 'clone', '--quiet', '--no-checkout', origin, 'main');
      runGit(join(dir, 'main'), 'fetch', '--quiet', 'origin', merge);
      runGit(join(dir, 'main'), 'remote', 'remove', 'origin');
      runGit(join(dir, 'main'), 'worktree', 'add', '--quiet', '--detach', join(dir, 'tree'), merge);
      return join(dir, 'tree');
    },
  ],
  [
    'a bare repository in a plain workspace',
    (dir, origin) => {
      runGit(dir, 'clone', '--quiet', '--bare', origin, 'bare.git');
      return undefined;
    },
  ],
  [
    'a clone of another repository, with names of its own',
    (dir) => {
      const other = makeRepository(dir);
      other.commit({ [model]: convolution(1) });
      other.git('tag', 'main');
      other.git('remote', 'add', 'origin', 'https://example.com/another/one.git');
      return undefined;
    },
  ],
  [
    'a clone of the other object format',
    (dir) => {
      makeRepository(dir, '--object-format=sha256').commit({ [model]: convolution(1) });
      return undefined;
    },
  ],
  [
    'a clone whose objects are damaged',
    (dir, origin, merge) => {
      runGit(dir, 'clone', '--quiet', '--no-checkout', `file://${origin}`, 'clone');
      runGit(join(dir, 'clone'), 'fetch', '--quiet', 'origin', merge);
      runGit(join(dir, 'clone'), 'remote', 'remove', 'origin');
      for (const { name, parentPath } of readdirSync(join(dir, 'clone', '.git', 'objects', 'pack'), {
        withFileTypes: true,
      })) {
        chmodSync(join(parentPath, name), 0o644);
        if (name.endsWith('.pack')) writeFileSync(join(parentPath, name), 'not a pack');
      }
      return join(dir, 'clone');
    },
  ],
];

function partial(dir: string, origin: string, merge: string, filter: string): string {
  const clone = join(dir, 'clone');
  runGit(dir, 'clone', '--quiet', '--no-checkout', `--filter=${filter}`, `file://${origin}`, 'clone');
  runGit(clone, 'fetch', '--quiet', `--filter=${filter}`, 'origin', merge);
  runGit(clone, 'config', 'remote.origin.url', 'https://example.com/o/r');
  return clone;
}

for (const [name, make] of clones) {
  test(`${name} gives the report that no checkout gives`, async (t) => {
    const scene = await openScene(t, main, { checkout: 'none' });
    const { merge } = scene.push({ [model]: convolution(5) });
    const expected = reportOf(await scene.pullRequest());
    const outcome = await runOn(scene, (dir) => make(dir, scene.origin.dir, merge), merge);
    assert.equal(outcome.code, 0, outcome.log);
    assert.deepEqual(reportOf(outcome), expected);
  });
}

test('a checkout of another owner, as in a container job, is read without being made safe', async (t) => {
  if (process.getuid?.() !== 0) return t.skip('changing the owner of files needs root');
  const scene = await openScene(t, main);
  scene.push({ [model]: convolution(5) });
  const expected = reportOf(await scene.pullRequest());
  execFileSync('chown', ['-R', '12345:12345', scene.workspace]);
  const asked = scene.server.requests.length;
  const outcome = await scene.pullRequest();
  assert.deepEqual(reportOf(outcome), expected);
  assert.equal(scene.server.requests.length - asked, 4, 'the head came from the checkout');
});

test('`safe.bareRepository=explicit` and a hostile configuration around the job change nothing', async (t) => {
  const scene = await openScene(t, main);
  scene.push({ [model]: convolution(5) });
  const expected = reportOf(await scene.pullRequest());
  const ran = join(scene.folder, 'ran');
  const trap = join(tempFolder(t), 'trap');
  writeFileSync(trap, `#!/bin/sh\ntouch '${ran}'\n`);
  chmodSync(trap, 0o755);
  const home = tempFolder(t);
  const settings = `[safe]\n bareRepository = explicit\n[core]\n fsmonitor = ${trap}\n[credential]\n helper = !${trap}\n`;
  writeFileSync(join(home, '.gitconfig'), settings);
  const env = { HOME: home, GIT_CONFIG_GLOBAL: join(home, '.gitconfig'), GIT_SSH_COMMAND: trap, GIT_ASKPASS: trap };
  const more = { GIT_DIR: '/nowhere', GIT_EXEC_PATH: '/nowhere', GIT_PROXY_COMMAND: trap, GIT_TRACE: ran };
  assert.deepEqual(reportOf(await scene.pullRequest({}, { env: { ...env, ...more } })), expected);
  assert.deepEqual(
    readdirSync(scene.folder).filter((name) => name === 'ran'),
    [],
  );
});

test('a server of the old protocol gives the same report', async (t) => {
  for (const checkout of ['shallow', 'none'] as const) {
    const scene = await openScene(t, main, { checkout, oldProtocol: true });
    scene.origin.git('config', 'uploadpack.allowAnySHA1InWant', 'false');
    scene.push({ [model]: convolution(5) });
    const outcome = await scene.pullRequest();
    assert.equal(outcome.code, 0, outcome.log);
    const [only] = reportOf(outcome).models.filter(({ status }) => status === 'changed');
    assert.deepEqual(only?.delta.macs, { from: 6912, to: 8640, by: 1728, ratio: 0.25 }, checkout);
  }
});

test('steps that run at the same time on one checkout do not meet', async (t) => {
  const scene = await openScene(t, main);
  scene.push({ [model]: convolution(5) });
  const expected = reportOf(await scene.pullRequest());
  const folders = [1, 2, 3].map((n) => join(scene.folder, `step-${n}`));
  for (const folder of folders) mkdirSync(folder);
  const outcomes = await Promise.all(folders.map((folder) => scene.pullRequest({ comment: 'never' }, { folder })));
  for (const outcome of outcomes) assert.deepEqual(reportOf(outcome), expected, outcome.log);
});

test('the token is in no argument and no file, and goes to no other server', async (t) => {
  const other = await startGitServer({ root: tempFolder(t) });
  t.after(other.close);
  const scene = await openScene(t, main, {
    checkout: 'none',
    intercept: (request, response) => {
      // The second thing git asks is answered by sending it elsewhere.
      if (request.method !== 'POST') return false;
      response.writeHead(307, { location: `${other.url}${request.url}` }).end();
      return true;
    },
  });
  scene.push({ [model]: convolution(5) });
  // A git that writes down how it was started, and what lies in the temp folder then.
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const bin = join(scene.folder, 'bin');
  const seen = join(scene.folder, 'seen');
  mkdirSync(bin);
  mkdirSync(seen);
  const script = [
    '#!/bin/sh',
    `printf '%s\\n' "$@" >> '${seen}/arguments'`,
    `"${real}" "$@"`,
    'code=$?',
    `cp -r '${scene.folder}/temp' "${seen}/temp-$$"`,
    'exit $code',
  ];
  writeFileSync(join(bin, 'git'), `${script.join('\n')}\n`);
  chmodSync(join(bin, 'git'), 0o755);
  const { PATH = '' } = process.env;
  const outcome = await scene.pullRequest({}, { env: { PATH: `${bin}:${PATH}` } });
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail'], outcome.log);
  assert.deepEqual(other.requests, []);
  assert.ok(scene.server.requests.some(({ authorization }) => authorization === `basic ${encodedToken}`));
  assert.match(readFileSync(join(seen, 'arguments'), 'utf8'), /fetch/);
  for (const secret of [jobToken, encodedToken]) {
    assert.throws(() => execFileSync('grep', ['-r', secret, seen, outcome.temp]), { status: 1 });
    const said = outcome.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    assert.equal(said.join('\n').includes(secret), false);
  }
});

test('names of commits that look like options or like paths are names nobody has', async (t) => {
  const scene = await openScene(t, main);
  const { head } = scene.push({ [model]: convolution(5) });
  const ran = join(scene.folder, 'ran');
  for (const base of [
    `--upload-pack=touch ${ran}`,
    '-x',
    ':(top)models',
    '../../etc/passwd',
    'a..b',
    'x^{/.*}\n',
    '@{-1}',
  ]) {
    const inputs = { base };
    const outcome = await scene.run('workflow_dispatch', {}, { sha: head, ref: 'refs/heads/topic', inputs });
    assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail'], base);
    assert.match(annotations(outcome, 'error').join(), /The base revision .* cannot be found/, base);
  }
  assert.equal(readdirSync(scene.folder).includes('ran'), false);
});

test('a repository put into the workspace by the pull request is never the repository', async (t) => {
  const scene = await openScene(t, main, { checkout: 'none' });
  scene.push({ [model]: convolution(5) });
  const expected = reportOf(await scene.pullRequest());
  const trap = makeRepository(join(tempFolder(t), 'trap'));
  trap.commit({ [model]: convolution(1), [configPath]: limit('10 T') });
  const workspace = join(scene.folder, 'around');
  mkdirSync(workspace);
  cpSync(join(trap.dir, '.git'), join(workspace, 'models'), { recursive: true });
  cpSync(trap.dir, join(workspace, 'vendor'), { recursive: true });
  assert.deepEqual(reportOf(await scene.pullRequest({}, { workspace })), expected);
});
