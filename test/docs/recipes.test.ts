/** The workflows of the documents, run: what they promise is what comes out. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Report } from '../../src/report/report.ts';
import type { Pull } from '../action/github-pulls.ts';
import type { Outcome } from '../action/runner.ts';
import { configPath, convolution, limit, openScene, type Scene } from '../action/scene.ts';
import { runGit, tempFolder } from '../host/git-fixture.ts';
import { blockOf, blocks, root } from './blocks.ts';
import { isMapping, type Value } from './expression.ts';
import { type Occasion, type Ran, runWorkflow } from './interpreter.ts';

// 8 filters: 8 × 1,728 = 13,824 MACs; 9: 15,552; 12: 20,736.
const main = { [configPath]: limit('15 k'), 'models/net.onnx': convolution(8), 'models/other.onnx': convolution(8) };
/** Each is run below. */
const workflows = {
  readme: ['README.md', 'Flopgate', 0],
  page: ['docs/action.md', 'The action', 0],
  forkCheck: ['docs/action.md', 'Forks', 0],
  forkComment: ['docs/action.md', 'Forks', 1],
  forkTarget: ['docs/action.md', 'Forks', 2],
  queue: ['docs/recipes.md', 'Merge queue', 0],
  matrix: ['docs/recipes.md', 'Matrix', 0],
  kept: ['docs/recipes.md', 'Keeping results', 0],
  built: ['docs/recipes.md', 'Models built in CI', 0],
  teams: ['docs/recipes.md', 'One comment each', 0],
  gitea: ['docs/recipes.md', 'Other forges', 0],
} as const;

function textOf(name: keyof typeof workflows): string {
  const [document, heading, at] = workflows[name];
  return blockOf(document, heading, at);
}

const noCheckout = { checkout: 'none' } as const;

interface State {
  readonly head: string;
  readonly merge: string;
}

type Repository = { readonly id: number; readonly full_name: string };
const ours: Repository = { id: 1, full_name: 'o/r' };
const forks: Repository = { id: 2, full_name: 'forker/r' };

/** Pull request 7, as its event tells of it. */
function opened(scene: Scene, { head, merge }: State, from: Repository = ours): Occasion {
  const side = (sha: string, ref: string, repo: Repository) => ({ sha, ref, repo: { ...repo } });
  const pull_request = {
    number: 7,
    state: 'open',
    head: side(head, 'topic', from),
    base: side(scene.mainSha, 'main', ours),
  };
  const payload = { action: 'synchronize', number: 7, pull_request, repository: { ...ours } };
  return { scene, event: 'pull_request', payload, sha: merge, ref: 'refs/pull/7/merge' };
}

/** The forge has it from the fork. */
function fromFork(scene: Scene, { head, merge }: State): void {
  const pull: Pull = {
    number: 7,
    head: { sha: head, ref: 'topic', repo: { id: 2, fullName: 'forker/r' } },
    base: { sha: scene.mainSha, ref: 'main' },
    mergeSha: merge,
  };
  scene.github.pulls.splice(0, scene.github.pulls.length, pull);
}

function outcomesOf(ran: readonly Ran[], job: string): readonly Outcome[] {
  return ran.filter((one) => one.job === job).flatMap(({ outcomes }) => outcomes);
}

const results = (ran: readonly Ran[]) => ran.map(({ job, result }) => `${job} ${result}`);

function told(outcome: Outcome | undefined, ...names: readonly string[]): readonly unknown[] {
  return [outcome?.code, ...names.map((name) => outcome?.outputs.get(name))];
}

function reportOf(outcome: Outcome | undefined): Report {
  return JSON.parse(readFileSync(outcome?.outputs.get('report') ?? '', 'utf8'));
}

test('README: without a checkout the model is judged, commented, and the check is red', async (t) => {
  const scene = await openScene(t, main, noCheckout);
  const ran = await runWorkflow(textOf('readme'), opened(scene, scene.push({ 'models/net.onnx': convolution(9) })));
  assert.deepEqual(results(ran), ['flopgate failure']);
  assert.deepEqual(told(ran[0]?.outcomes[0], 'verdict', 'changed', 'exceeded'), [1, 'fail', '1', '1']);
  assert.match(scene.github.comments[0]?.body ?? '', /models\/net\.onnx/);
});

test('the action’s page: a checkout makes no difference', async (t) => {
  const scene = await openScene(t, main, noCheckout);
  const ran = await runWorkflow(textOf('page'), opened(scene, scene.push({ 'models/net.onnx': convolution(7) })));
  assert.deepEqual(results(ran), ['cost success']);
  assert.deepEqual(told(ran[0]?.outcomes[0], 'verdict', 'changed', 'comment-id'), [0, 'pass', '1', '1001']);
});

test('merge queue: the pull request is commented, the group is judged as a whole and is not', async (t) => {
  const scene = await openScene(t, main, noCheckout);
  const recipe = textOf('queue');
  const state = scene.push({ 'models/net.onnx': convolution(7) });
  assert.deepEqual(results(await runWorkflow(recipe, opened(scene, state))), ['cost success']);
  assert.equal(scene.github.comments.length, 1);
  const group = scene.push({ 'models/other.onnx': convolution(9) });
  const merge_group = {
    head_sha: group.merge,
    head_ref: 'refs/heads/queue',
    base_sha: scene.mainSha,
    base_ref: 'refs/heads/main',
  };
  const payload = { action: 'checks_requested', merge_group, repository: { ...ours } };
  const writes = scene.github.writes().length;
  const ran = await runWorkflow(recipe, {
    scene,
    event: 'merge_group',
    payload,
    sha: group.merge,
    ref: 'refs/heads/queue',
  });
  assert.deepEqual(results(ran), ['cost failure']);
  assert.deepEqual(told(ran[0]?.outcomes[0], 'verdict', 'changed', 'exceeded'), [1, 'fail', '2', '1']);
  assert.equal(scene.github.writes().length, writes);
});

test('matrix: the parts are measured by jobs of their own, judged together, and a part that is lost closes the gate', async (t) => {
  const scene = await openScene(t, main, noCheckout);
  const recipe = textOf('matrix');
  const wider = { 'models/net.onnx': convolution(9), 'models/other.onnx': convolution(7) };
  const occasion = opened(scene, scene.push(wider));
  const ran = await runWorkflow(recipe, occasion);
  assert.deepEqual(results(ran), ['plan success', 'measure success', 'measure success', 'cost failure']);
  const [judged] = outcomesOf(ran, 'cost');
  assert.deepEqual(told(judged, 'verdict', 'changed', 'exceeded', 'comment-id'), [1, 'fail', '2', '1', '1001']);
  assert.deepEqual(scene.github.writes(), ['issues/create-comment'], 'only the last job comments');

  // A part that is never uploaded: its job fails, the last one runs all the same and closes the gate.
  const lost = recipe.replace(/part: .*matrix\.part /, (found) =>
    found.replace('matrix.part', "matrix.part == '2/2' && '9/2' || matrix.part"),
  );
  assert.notEqual(lost, recipe);
  const broken = await runWorkflow(lost, occasion);
  assert.deepEqual(results(broken), ['plan success', 'measure success', 'measure failure', 'cost failure']);
  const [closed] = outcomesOf(broken, 'cost');
  assert.deepEqual(told(closed, 'verdict'), [1, 'fail']);
  assert.match(closed?.log ?? '', /`models\/other\.onnx` was measured by no part/);
});

test('matrix: where the plan fails nothing is measured, and the last job closes the gate', async (t) => {
  const scene = await openScene(t, { ...main, [configPath]: 'version: 2' }, noCheckout);
  const ran = await runWorkflow(textOf('matrix'), opened(scene, scene.push({ 'models/net.onnx': convolution(9) })));
  assert.deepEqual(results(ran), ['plan failure', 'measure skipped', 'cost failure']);
  assert.deepEqual(told(outcomesOf(ran, 'cost')[0], 'verdict'), [1, 'fail']);
});

test('keeping results: what one run measured the next one does not fetch, and judges alike', async (t) => {
  const scene = await openScene(t, main, noCheckout);
  const recipe = textOf('kept');
  const { head } = scene.push({ 'models/net.onnx': convolution(7) });
  const payload = {
    ref: 'refs/heads/main',
    before: scene.mainSha,
    after: head,
    deleted: false,
    repository: { ...ours },
  };
  const occasion = { scene, event: 'push', payload, sha: head, ref: 'refs/heads/main', caches: tempFolder(t) };
  const requests = async (): Promise<readonly [readonly Ran[], number]> => {
    const before = scene.server.requests.length;
    const ran = await runWorkflow(recipe, occasion);
    return [ran, scene.server.requests.length - before];
  };
  const [first, asked] = await requests();
  const [again, askedAgain] = await requests();
  assert.deepEqual([results(first), results(again)], [['cost success'], ['cost success']]);
  assert.deepEqual(reportOf(again[0]?.outcomes[0]), reportOf(first[0]?.outcomes[0]));
  assert.ok(askedAgain < asked, `${askedAgain} requests are fewer than ${asked}`);
  assert.match(first[0]?.outcomes[0]?.log ?? '', /models\/net\.onnx$/m);
  assert.doesNotMatch(again[0]?.outcomes[0]?.log ?? '', /models\/net\.onnx$/m);
});

test('forks: the first half judges without a right to write, the second judges anew and comments', async (t) => {
  const scene = await openScene(t, main, noCheckout);
  const state = scene.push({ 'models/net.onnx': convolution(9), [configPath]: limit('99 k') });
  fromFork(scene, state);
  const check = await runWorkflow(textOf('forkCheck'), opened(scene, state, forks));
  assert.deepEqual(results(check), ['cost failure']);
  assert.deepEqual(scene.github.writes(), []);
  assert.match(check[0]?.outcomes[0]?.summary ?? '', /models\/net\.onnx/);

  const head_repository = { ...forks, owner: { login: 'forker' } };
  const workflow_run = {
    id: 5,
    event: 'pull_request',
    conclusion: 'failure',
    head_sha: state.head,
    head_branch: 'topic',
    head_repository,
    repository: { ...ours },
    pull_requests: [],
  };
  const payload: Occasion['payload'] = { action: 'completed', workflow_run };
  const second = { scene, event: 'workflow_run', payload, sha: scene.mainSha, ref: 'refs/heads/main' };
  const comment = await runWorkflow(textOf('forkComment'), second);
  assert.deepEqual(results(comment), ['comment success'], '`fail-on: never`: the first half is the check');
  assert.deepEqual(told(comment[0]?.outcomes[0], 'verdict', 'exceeded', 'comment-id'), [0, 'fail', '1', '1001']);
  const pushed = { ...second, payload: { ...payload, workflow_run: { ...workflow_run, event: 'push' } } };
  assert.deepEqual(results(await runWorkflow(textOf('forkComment'), pushed)), ['comment skipped']);
});

test('forks: pull_request_target judges and comments in one workflow', async (t) => {
  const scene = await openScene(t, main, noCheckout);
  const state = scene.push({ 'models/net.onnx': convolution(9) });
  fromFork(scene, state);
  const { payload } = opened(scene, state, forks);
  const occasion = { scene, event: 'pull_request_target', payload, sha: scene.mainSha, ref: 'refs/heads/main' };
  const ran = await runWorkflow(textOf('forkTarget'), occasion);
  assert.deepEqual(results(ran), ['cost failure']);
  assert.deepEqual(told(ran[0]?.outcomes[0], 'verdict', 'exceeded', 'comment-id', 'head-sha'), [
    1,
    'fail',
    '1',
    '1001',
    state.merge,
  ]);
});

test('models built in CI: both sides are built from their commits, compared as folders, judged by the base', async (t) => {
  const scene = await openScene(t, { [configPath]: limit('15 k', 'net.onnx'), filters: '8' }, noCheckout);
  const recipe = textOf('built');
  const build = (works: (matrix: Value) => boolean) => ({
    'make models': (workspace: string, matrix: Value) => {
      const to = join(workspace, 'build/models/net.onnx');
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, convolution(Number(readFileSync(join(workspace, 'filters'), 'utf8'))));
      return works(matrix);
    },
  });
  const occasion = opened(scene, scene.push({ filters: '9', [configPath]: limit('99 k', 'net.onnx') }));
  const ran = await runWorkflow(recipe, { ...occasion, commands: build(() => true) });
  assert.deepEqual(results(ran), ['build success', 'build success', 'cost failure']);
  const [judged] = outcomesOf(ran, 'cost');
  assert.deepEqual(told(judged, 'verdict', 'exceeded', 'comment-id'), [1, 'fail', '1', '1001']);
  assert.deepEqual(
    reportOf(judged).models.map(({ path, base, head }) => [path, base?.macs, head?.macs]),
    [['net.onnx', 13_824, 15_552]],
  );
  const failing = build((matrix) => isMapping(matrix) && matrix.side !== 'head');
  const broken = await runWorkflow(recipe, { ...occasion, commands: failing });
  assert.deepEqual(results(broken), ['build success', 'build failure', 'cost skipped']);
});

test('one comment each: every team has its configuration and its comment', async (t) => {
  const team = (name: string) => ({
    [`${name}/flopgate.yml`]: limit('15 k', `${name}/*.onnx`),
    [`${name}/net.onnx`]: convolution(8),
  });
  const scene = await openScene(t, { ...team('speech'), ...team('vision') }, noCheckout);
  const occasion = opened(scene, scene.push({ 'speech/net.onnx': convolution(9), 'vision/net.onnx': convolution(7) }));
  const ran = await runWorkflow(textOf('teams'), occasion);
  assert.deepEqual(results(ran), ['cost failure', 'cost success']);
  const bodies = scene.github.comments.map(({ body }) => body ?? '');
  assert.deepEqual(
    bodies.map((body) => [body.includes('speech/net.onnx'), body.includes('vision/net.onnx')]),
    [
      [true, false],
      [false, true],
    ],
  );
});

test('other forges: on Gitea the head is judged against the merge base of the event, and commented', async (t) => {
  const gitea = { prefix: '/api/v1', dialect: 'gitea', app: null, person: 'gitea-actions' } as const;
  const scene = await openScene(t, main, { ...noCheckout, ...gitea });
  const state = scene.push({ 'models/net.onnx': convolution(9) });
  const { payload, ...occasion } = opened(scene, state);
  const { pull_request } = payload;
  assert.ok(pull_request !== undefined && isMapping(pull_request));
  const ran = await runWorkflow(textOf('gitea'), {
    ...occasion,
    payload: { ...payload, pull_request: { ...pull_request, merge_base: scene.mainSha } },
    sha: state.head,
    ref: 'refs/pull/7/head',
    forge: { serverUrl: `${scene.server.url}/`, apiUrl: `${scene.github.url}/` },
  });
  assert.deepEqual(results(ran), ['cost failure']);
  assert.deepEqual(told(ran[0]?.outcomes[0], 'verdict', 'exceeded', 'head-sha'), [1, 'fail', '1', state.head]);
  assert.equal(scene.github.comments.length, 1);
});

test('no workflow of the documents is left out here', () => {
  const shown = blocks().filter(({ kind }) => kind === 'workflow');
  const run = Object.values(workflows).map(([document, heading, at]) => blockOf(document, heading, at));
  assert.deepEqual(new Set(shown.map(({ text }) => text)), new Set(run));
});

test('what the interpreter does not know throws', async (t) => {
  const scene = await openScene(t, main, noCheckout);
  const occasion = opened(scene, scene.push({ 'a.txt': 'a' }));
  const step = (text: string, more = '') =>
    `on: pull_request\njobs:\n  one:\n    runs-on: ubuntu-latest\n    permissions:\n      contents: read\n${more}    steps:\n      - ${text}\n`;
  for (const [workflow, why] of [
    [step('uses: actions/setup-python@v5'), /no action we know/],
    [step('run: make'), /nobody said what `make` does/],
    [step('uses: actions/checkout@v6'), /deep/],
    [step('run: make', '    if: contains(github.ref, 1)\n'), /the function contains is none we know/],
    [step('run: make', "    if: github.nothing == '1'\n"), /there is no `nothing`/],
    [step('run: make', '    if: github[1]\n'), /cannot read the expression/],
    [step('run: make', '    container: node\n'), /container/],
    [step('run: make').replace('pull_request', 'push'), /does not run on pull_request/],
  ] as const) {
    await assert.rejects(runWorkflow(workflow, occasion), why, workflow);
  }
});

test('any other CI: the GitLab job’s commands judge a clone and leave the report', async (t) => {
  const scene = await openScene(t, main);
  const { head } = scene.push({ 'models/net.onnx': convolution(9) });
  const folder = tempFolder(t);
  const clone = join(folder, 'clone');
  runGit(folder, 'clone', '--quiet', '--branch=topic', `file://${scene.origin.dir}`, clone);
  // `npx PACKAGE ARGUMENT…`, of this very source.
  const cli = join(root, 'src/cli/entry.ts');
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift\nexec '${process.execPath}' '${cli}' "$@"\n`, { mode: 0o755 });
  const { cost } = z
    .object({ cost: z.object({ script: z.array(z.string()), artifacts: z.object({ paths: z.tuple([z.string()]) }) }) })
    .parse(parse(blockOf('docs/recipes.md', 'Any other CI')));
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: scene.mainSha,
    CI_COMMIT_SHA: head,
  };
  const done = spawnSync('sh', ['-ec', cost.script.join('\n')], { cwd: clone, env, encoding: 'utf8' });
  assert.equal(done.status, 1, done.stderr);
  const report = readFileSync(join(clone, cost.artifacts.paths[0]), 'utf8');
  assert.match(report, /\*\*1 budget is exceeded\.\*\* `models\/net\.onnx`/);
});
