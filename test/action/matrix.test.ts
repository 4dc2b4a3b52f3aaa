/** The three steps of a matrix, and the folder of results, as workflows use them. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { tempFolder } from '../host/git-fixture.ts';
import { configPath, convolution, limit, openScene } from './scene.ts';

const source = { source: true };
/** Three models of 8 filters, two of which a pull request makes wider. */
const main = {
  [configPath]: limit('20 k'),
  'models/a.onnx': convolution(8),
  'models/b.onnx': convolution(8),
  'models/c.onnx': convolution(8),
};
const wider = { 'models/a.onnx': convolution(10), 'models/c.onnx': convolution(12) };

test('plan, part and parts in three jobs end as one job does', async (t) => {
  const scene = await openScene(t, main);
  scene.push(wider);
  const planned = await scene.pullRequest({ plan: '8' }, source);
  assert.equal(planned.code, 0, planned.log);
  assert.equal(planned.outputs.get('matrix'), '{"include":[{"part":"1/2","models":1},{"part":"2/2","models":1}]}');
  assert.equal(planned.outputs.get('verdict'), '', 'nothing is judged yet');
  const folder = tempFolder(t);
  for (const part of ['1/2', '2/2']) {
    const measured = await scene.pullRequest({ part, 'report-path': join(folder, part.replace('/', '-')) }, source);
    assert.deepEqual([measured.code, measured.outputs.get('verdict')], [0, ''], measured.log);
  }
  assert.deepEqual(scene.github.writes(), [], 'a part does not comment');
  const judged = await scene.pullRequest({ parts: folder }, source);
  assert.equal(judged.code, 1, judged.log);
  assert.deepEqual(
    ['verdict', 'changed', 'exceeded'].map((name) => judged.outputs.get(name)),
    ['fail', '2', '1'],
    'models/c.onnx has 12 × 1,728 = 20,736 MACs',
  );
  const [comment] = scene.github.comments;
  const alone = await scene.pullRequest({}, source);
  const text = (path = '') => readFileSync(path, 'utf8');
  assert.equal(text(judged.outputs.get('report')), text(alone.outputs.get('report')));
  assert.equal(scene.github.comments[0]?.body, comment?.body);
  rmSync(join(folder, '2-2'));
  const incomplete = await scene.pullRequest({ parts: folder }, source);
  assert.equal(incomplete.code, 1);
  assert.equal(incomplete.outputs.get('verdict'), 'fail');
  assert.match(incomplete.log, /`models\/c\.onnx` was measured by no part/);
});

test('several pull requests from one commit are planned, measured and judged together', async (t) => {
  const scene = await openScene(t, main, { checkout: 'none' });
  scene.origin.git('checkout', '--quiet', '-b', 'release');
  const release = scene.origin.commit({ 'models/b.onnx': convolution(9) });
  const { head, merge } = scene.push(wider);
  const repo = { id: 2, fullName: 'forker/r' };
  const shared = { head: { sha: head, ref: 'topic', repo } };
  scene.github.pulls.push(
    { ...shared, number: 7, base: { sha: scene.mainSha, ref: 'main' }, mergeSha: merge },
    { ...shared, number: 8, base: { sha: release, ref: 'release' }, mergeable: [false], mergeSha: null },
  );
  const workflow_run = {
    event: 'pull_request',
    head_sha: head,
    head_branch: 'topic',
    head_repository: { id: 2, full_name: 'forker/r' },
    repository: { id: 1, full_name: 'o/r' },
  };
  const run = (inputs: Readonly<Record<string, string>>) =>
    scene.run('workflow_run', { workflow_run }, { sha: scene.mainSha, ref: 'refs/heads/main', inputs, ...source });
  const planned = await run({ plan: '8' });
  // Two of each: a.onnx and c.onnx, against where the head left either base.
  assert.equal(planned.outputs.get('matrix'), '{"include":[{"part":"1/2","models":2},{"part":"2/2","models":2}]}');
  const folder = tempFolder(t);
  for (const part of ['1/2', '2/2']) {
    const measured = await run({ part, 'report-path': join(folder, part.replace('/', '-')) });
    assert.equal(measured.code, 0, measured.log);
  }
  const judged = await run({ parts: folder });
  assert.doesNotMatch(judged.log, /was measured by no part/);
  assert.deepEqual(
    scene.github.comments.map(({ issue_url }) => issue_url.split('/').at(-1)),
    ['7', '8'],
  );
});

test('with a folder of results, the same again fetches and measures no model', async (t) => {
  const scene = await openScene(t, main);
  scene.push(wider);
  const inputs = { cache: join(tempFolder(t), 'results') };
  const first = await scene.pullRequest(inputs, source);
  assert.match(first.log, /models\/a\.onnx/);
  const before = scene.server.requests.length;
  const again = await scene.pullRequest(inputs, source);
  assert.equal(scene.server.requests.length - before, 2, 'the trees of the base: one fetch');
  assert.doesNotMatch(again.log, /models\/a\.onnx$/m);
  assert.deepEqual(again.outputs.get('exceeded'), first.outputs.get('exceeded'));
});

test('steps of a matrix exclude each other, and are well formed', async (t) => {
  const scene = await openScene(t, main);
  scene.push(wider);
  for (const [inputs, why] of [
    [{ plan: '4', part: '1/2' }, /`part`.*empty where `plan` is set/],
    [{ plan: '0' }, /a number of jobs from 1 to 256/],
    [{ part: '3/2' }, /a part as the plan names it/],
    [{ parts: 'nowhere.part' }, /nowhere\.part is no part/],
  ] as const) {
    const refused = await scene.pullRequest(inputs, source);
    assert.deepEqual([refused.code, refused.outputs.get('verdict')], [1, 'fail']);
    assert.match(refused.log, why);
  }
});

test('results that a pull request could have committed are not believed', async (t) => {
  const scene = await openScene(t, main);
  scene.push({ ...wider, 'kept/a.flopgate': 'mine' });
  for (const inputs of [{ cache: 'kept' }, { cache: '.' }, { cache: 'kept/a.flopgate/x' }]) {
    const refused = await scene.pullRequest(inputs, source);
    assert.deepEqual([refused.code, refused.outputs.get('verdict')], [1, 'fail'], JSON.stringify(inputs));
    assert.match(refused.log, /a place that no commit puts files in/);
  }
});
