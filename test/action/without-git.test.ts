import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import type { ServedObjects } from './github-objects.ts';
import { jobToken, type Outcome } from './runner.ts';
import { annotations, configPath, convolution, limit, openScene, type Scene, type SceneOptions } from './scene.ts';

type Context = Parameters<typeof openScene>[0];

const models = {
  'models/m.onnx': convolution(4),
  'models/gone.onnx': convolution(2),
  'models/same.onnx': convolution(3),
  'models/from.onnx': convolution(5),
};
const main = { [configPath]: limit('10 k'), ...models, 'docs/über uns/readme': 'text' };
const change = {
  'models/m.onnx': convolution(6),
  'models/gone.onnx': null,
  'models/from.onnx': null,
  'models/deep/er/to.onnx': convolution(5),
  'models/bad.onnx': 'no model',
};

/** A stand-in that serves the objects of the scene's own repository. */
async function sceneOverRest(t: Context, options: SceneOptions & { readonly served?: Partial<ServedObjects> } = {}) {
  const objects = { dir: '', ...options.served };
  const scene = await openScene(t, main, { ...options, objects });
  objects.dir = scene.origin.dir;
  return scene;
}

/** A PATH on which there is no git. */
function withoutGit({ folder }: Scene): { readonly env: Readonly<Record<string, string>> } {
  const empty = join(folder, 'no-programs');
  mkdirSync(empty, { recursive: true });
  return { env: { PATH: empty } };
}

function reportOf({ outputs }: Outcome): Report {
  return JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
}

/** Without the one notice that must differ. */
function compared(outcome: Outcome): unknown {
  const report = reportOf(outcome);
  return { ...report, problems: report.problems.filter(({ code }) => code !== 'read/over-rest') };
}

const asked = ({ github }: Scene) => github.calls.filter(({ operation }) => operation.startsWith('git/'));

test('without git the report is the same, but for a notice that says how the files came', async (t) => {
  for (const checkout of ['none', 'shallow'] as const) {
    const scene = await sceneOverRest(t, { checkout });
    scene.push(change);
    const withGit = await scene.pullRequest();
    assert.deepEqual(asked(scene), [], 'git does without REST');
    const before = scene.server.requests.length;
    const without = await scene.pullRequest({}, { ...withoutGit(scene), source: true });
    assert.equal(scene.server.requests.length, before);
    assert.deepEqual([without.code, without.outputs.get('verdict')], [withGit.code, withGit.outputs.get('verdict')]);
    assert.deepEqual(compared(without), compared(withGit));
    const [notice] = reportOf(without).problems;
    assert.equal(notice?.code, 'read/over-rest');
    assert.match(notice?.message ?? '', /REST interface: git cannot be used here: there is no `git` on the PATH/);
  }
});

test('ids of SHA-256 come over REST as they come by git', async (t) => {
  const scene = await sceneOverRest(t, { checkout: 'none', objectFormat: 'sha256' });
  const { merge } = scene.push(change);
  assert.equal(merge.length, 64);
  const expected = compared(await scene.pullRequest());
  assert.deepEqual(compared(await scene.pullRequest({}, withoutGit(scene))), expected);
});

test('two commits, two trees and each wanted file cost one request each; unchanged models none', async (t) => {
  const scene = await sceneOverRest(t, { checkout: 'none' });
  scene.push(change);
  await scene.pullRequest({}, withoutGit(scene));
  const count = new Map<string, number>();
  for (const { operation } of asked(scene)) count.set(operation, (count.get(operation) ?? 0) + 1);
  // Of the configuration 1; of m.onnx 2, gone.onnx 1, bad.onnx 1; what was renamed is one blob on both sides.
  assert.deepEqual(Object.fromEntries(count), { 'git/get-commit': 2, 'git/get-tree': 2, 'git/get-blob': 6 });
});

test('a tree that is cut short is walked folder by folder, and folders both sides share are asked for once', async (t) => {
  const whole = await sceneOverRest(t, { checkout: 'none' });
  whole.push(change);
  const expected = compared(await whole.pullRequest({}, withoutGit(whole)));
  const scene = await sceneOverRest(t, { checkout: 'none', served: { treeLimit: 4 } });
  scene.push(change);
  const outcome = await scene.pullRequest({}, { ...withoutGit(scene), source: true });
  assert.deepEqual(compared(outcome), expected);
  const trees = asked(scene).filter(({ operation }) => operation === 'git/get-tree');
  assert.equal(new Set(trees.map(({ path }) => path)).size, trees.length, 'no folder twice');
});

test('a forge that gives blobs as base64 in JSON, or too old a git, make no difference', async (t) => {
  const scene = await sceneOverRest(t, { checkout: 'none', served: { encoded: true } });
  scene.push(change);
  const expected = compared(await scene.pullRequest());
  const programs = withoutGit(scene);
  writeFileSync(join(programs.env.PATH ?? '', 'git'), '#!/bin/sh\necho git version 2.25.1\n');
  chmodSync(join(programs.env.PATH ?? '', 'git'), 0o755);
  const outcome = await scene.pullRequest({}, { ...programs, source: true });
  assert.deepEqual(compared(outcome), expected);
  assert.match(outcome.log, /git version 2\.25\.1` is older than 2\.31/);
});

test('a file the forge refuses is unreadable with the reason, and the others are still measured', async (t) => {
  // convolution(6) is the largest file of the scene; the forge gives all but it.
  const scene = await sceneOverRest(t, { checkout: 'none', served: { blobLimit: convolution(5).length } });
  scene.push({ 'models/m.onnx': convolution(6), 'models/same.onnx': convolution(1) });
  const outcome = await scene.pullRequest({}, withoutGit(scene));
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
  const unreadable = reportOf(outcome).models.find(({ path }) => path === 'models/m.onnx');
  assert.equal(unreadable?.status, 'unreadable');
  assert.match(unreadable?.problems[0]?.message ?? '', /from the remote \(403 This API returns blobs up to 100 MB/);
  assert.equal(reportOf(outcome).models.find(({ path }) => path === 'models/same.onnx')?.head?.macs, 1728);
});

test('a forge that does not answer closes the gate', async (t) => {
  const fault = (operation: string) =>
    operation === 'git/get-tree' ? { status: 404, message: 'Not Found' } : undefined;
  const scene = await sceneOverRest(t, { checkout: 'none', fault });
  scene.push(change);
  const outcome = await scene.pullRequest({}, withoutGit(scene));
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
  assert.match(outcome.log, /did not give it \(404 Not Found/);
});

test('without git and without a token the run stops and says what is missing', async (t) => {
  const scene = await sceneOverRest(t, { checkout: 'none' });
  scene.push(change);
  const outcome = await scene.pullRequest({ 'github-token': '' }, withoutGit(scene));
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
  assert.match(annotations(outcome, 'error').join('\n'), /there is no `git` on the PATH/);
});

test('branches and tags are found by name, and what none has is said', async (t) => {
  const scene = await sceneOverRest(t, { checkout: 'none' });
  const { head } = scene.push(change);
  scene.origin.git('tag', '--annotate', '--message=x', 'v1', scene.mainSha);
  scene.origin.git('branch', 'release/1', scene.mainSha);
  const dispatch = (base: string) =>
    scene.run('workflow_dispatch', {}, { sha: head, ref: 'refs/heads/topic', inputs: { base }, ...withoutGit(scene) });
  for (const base of ['v1', 'release/1', 'main', 'refs/tags/v1']) {
    assert.equal((await dispatch(base)).outputs.get('base-sha'), scene.mainSha, base);
  }
  assert.match((await dispatch('nowhere')).log, /The base revision `nowhere` cannot be found/);
  assert.match((await dispatch('--upload-pack=x')).log, /The base revision `--upload-pack=x` cannot be found/);
});

test('where a server refuses what git asks for, REST brings it', async (t) => {
  const scene = await sceneOverRest(t, { checkout: 'none' });
  scene.push(change);
  const expected = compared(await scene.pullRequest());
  await scene.server.close();
  const outcome = await scene.pullRequest();
  assert.deepEqual(compared(outcome), expected);
  assert.match(reportOf(outcome).problems[0]?.message ?? '', /REST interface: git could not fetch from http:/);
});

test('the token goes to the forge alone: a redirect to another server is refused', async (t) => {
  const elsewhere = await openScene(t, main);
  const headers = { location: `${elsewhere.github.url}/stolen` };
  const fault = (operation: string) =>
    operation === 'git/get-blob' ? { status: 302, message: 'Found', headers } : undefined;
  const scene = await sceneOverRest(t, { checkout: 'none', fault });
  scene.push(change);
  const { violations } = scene.github;
  const pullRequest = scene.pullRequest({}, withoutGit(scene));
  const outcome = await pullRequest.catch(() => undefined);
  assert.equal(outcome, undefined, 'the stand-in says that GitHub does not answer so');
  assert.ok(violations.every((text) => text === 'git/get-blob: 302 is not an answer of it'));
  assert.deepEqual(elsewhere.github.calls, []);
  assert.deepEqual(elsewhere.github.violations, []);
  assert.notEqual(jobToken, '');
});
