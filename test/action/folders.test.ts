/** Models a build made: the inputs name folders, the event still says whose budgets hold. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import { tempFolder } from '../host/git-fixture.ts';
import { configPath, convolution, limit, openScene } from './scene.ts';

const source = { source: true };

test('folders are judged by the configuration of the base commit, and commented like commits', async (t) => {
  const scene = await openScene(t, { [configPath]: limit('15 k') });
  scene.push({ [configPath]: limit('99 k') });
  const built = tempFolder(t);
  for (const [side, filters] of [['base', 8] as const, ['head', 9] as const]) {
    mkdirSync(join(built, side, 'models'), { recursive: true });
    writeFileSync(join(built, side, 'models', 'net.onnx'), convolution(filters));
  }
  const inputs = { base: `${join(built, 'base')}/`, head: `${join(built, 'head')}/` };
  const outcome = await scene.pullRequest(inputs, source);
  assert.equal(outcome.code, 1, '9 × 1,728 MACs are more than 15 k');
  const report: Report = JSON.parse(readFileSync(outcome.outputs.get('report') ?? '', 'utf8'));
  assert.deepEqual(
    report.models.map(({ path, status, base, head }) => [path, status, base?.macs, head?.macs]),
    [['models/net.onnx', 'changed', 13824, 15552]],
  );
  assert.equal(report.base?.sha, scene.mainSha);
  assert.equal(report.head.how, 'a folder of the workspace');
  assert.deepEqual(
    report.problems.map(({ code }) => code),
    ['config/edited'],
  );
  assert.equal(scene.github.comments.length, 1);
  // A pattern of the input that finds nothing guards nothing, in folders too.
  const idle = await scene.pullRequest({ ...inputs, models: 'models/*.onnx\nnets/*.onnx' }, source);
  assert.match(idle.log, /No model matches `nets\/\*\.onnx`/);
});

test('a folder beside a commit, a folder that is not there and one without models close the gate', async (t) => {
  const scene = await openScene(t, { [configPath]: limit('15 k') });
  scene.push({ 'a.txt': 'x' });
  const empty = `${tempFolder(t)}/`;
  for (const [inputs, why] of [
    [{ base: 'main', head: empty }, /`base`.*a folder with `\/` at its end too/],
    [{ base: 'nowhere/', head: empty }, /nowhere.* could not be read/],
    [{ base: empty, head: empty }, /Neither folder holds a model/],
    [{ base: empty, head: empty, plan: '3' }, /empty where folders are compared/],
  ] as const) {
    const outcome = await scene.pullRequest(inputs, source);
    assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
    assert.match(outcome.log, why);
  }
});

test('a change that mends the configuration is judged by what it brings, and so is what a build made again', async (t) => {
  const scene = await openScene(t, { [configPath]: 'version: 1\nmodel: []\n' });
  scene.push({ [configPath]: limit('13 k') });
  const built = tempFolder(t);
  for (const side of ['base', 'head']) {
    mkdirSync(join(built, side, 'models'), { recursive: true });
    writeFileSync(join(built, side, 'models', 'net.onnx'), convolution(8));
  }
  const inputs = { base: `${join(built, 'base')}/`, head: `${join(built, 'head')}/` };
  const outcome = await scene.pullRequest(inputs, source);
  assert.equal(outcome.code, 1, '8 × 1,728 MACs are more than 13 k');
  const report: Report = JSON.parse(readFileSync(outcome.outputs.get('report') ?? '', 'utf8'));
  assert.deepEqual(
    [report.models[0]?.status, report.checks[0]?.result, report.problems.map(({ code }) => code)],
    ['unchanged', 'exceeded', ['config/repaired']],
  );
  scene.push({ [configPath]: limit('14 k') });
  const mended = await scene.pullRequest(inputs, source);
  assert.deepEqual([mended.code, mended.outputs.get('verdict')], [0, 'pass']);
  assert.match(mended.summary, /This change mends .*, which is wrong at the base/);
  scene.push({ 'build.sh': 'make it larger' });
  const more = await scene.pullRequest(inputs, source);
  assert.deepEqual([more.code, more.outputs.get('verdict')], [1, 'fail']);
  assert.match(more.log, /changes `build\.sh` too/);
});
