import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unstamped } from '../../src/report/marker.ts';
import type { Report } from '../../src/report/report.ts';
import { jobToken, type Outcome } from './runner.ts';
import { annotations, configPath, convolution, limit, openScene } from './scene.ts';

// 4 filters: 4 × 1,728 = 6,912 MACs; 5 filters: 8,640; 8 filters: 13,824.
const model = 'models/m.onnx';
const withBudget = (files = {}) => ({ [configPath]: limit('10 k'), [model]: convolution(4), ...files });

function reportOf({ outputs }: Outcome): Report {
  return JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
}

function statuses(outcome: Outcome): readonly string[] {
  return reportOf(outcome).models.map(({ status, path }) => `${status} ${path}`);
}

test('a change within its budget passes: comment, summary, report and outputs say so', async (t) => {
  const scene = await openScene(t, withBudget());
  const { merge } = scene.push({ [model]: convolution(5) });
  const outcome = await scene.pullRequest();
  assert.equal(outcome.code, 0, outcome.log);
  assert.deepEqual(
    ['verdict', 'changed', 'exceeded', 'comment-id', 'base-sha', 'head-sha'].map((name) => outcome.outputs.get(name)),
    ['pass', '1', '0', '1001', scene.mainSha, merge],
  );
  const report = reportOf(outcome);
  assert.deepEqual(report.base, { label: 'main', sha: scene.mainSha, how: 'merge parent' });
  assert.deepEqual(statuses(outcome), [`changed ${model}`]);
  assert.deepEqual(report.models[0]?.delta.macs, { from: 6912, to: 8640, by: 1728, ratio: 0.25 });
  const [comment] = scene.github.comments;
  assert.equal(unstamped(comment?.body ?? ''), readFileSync(outcome.outputs.get('markdown') ?? '', 'utf8'));
  assert.match(comment?.body ?? '', /\n<!-- flopgate:run:99:1 -->\n<!-- flopgate:comment: -->\n$/);
  assert.match(outcome.summary, /m\.onnx/);
  assert.deepEqual(annotations(outcome, 'error'), []);
});

test('a run that finds nothing new writes nothing; a new push updates the same comment', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  await scene.pullRequest();
  // The source, run as it stands, says to the letter what the build says.
  const again = await scene.pullRequest({}, { source: true });
  assert.equal(again.outputs.get('comment-id'), '1001');
  assert.deepEqual(scene.github.writes(), ['issues/create-comment']);
  scene.push({ [model]: convolution(3) });
  await scene.pullRequest();
  assert.deepEqual(scene.github.writes(), ['issues/create-comment', 'issues/update-comment']);
  assert.equal(scene.github.comments.length, 1);
});

test('over its budget the step fails and says which; once fixed, the red comment turns green', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(8) });
  const red = await scene.pullRequest({ comment: 'on-failure' }, { source: true });
  assert.equal(red.code, 1);
  assert.deepEqual([red.outputs.get('verdict'), red.outputs.get('exceeded')], ['fail', '1']);
  const [headline, budget] = red.commands.filter(({ name }) => name === 'error');
  assert.match(headline?.data ?? '', /^Flopgate: fail\. 1 budget is exceeded/);
  assert.match(budget?.data ?? '', /models\/m\.onnx: macs <= 10 k is exceeded/);
  assert.deepEqual([budget?.properties.get('file'), budget?.properties.get('line')], [configPath, '5']);
  const before = scene.github.comments[0]?.body;
  scene.push({ [model]: convolution(5) });
  const green = await scene.pullRequest({ comment: 'on-failure' });
  assert.equal(green.code, 0, green.log);
  assert.notEqual(scene.github.comments[0]?.body, before);
  assert.deepEqual(scene.github.writes(), ['issues/create-comment', 'issues/update-comment']);
});

test('`fail-on` decides which verdict fails the step, not what the verdict is', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(8) });
  const never = await scene.pullRequest({ 'fail-on': 'never' });
  assert.deepEqual([never.code, never.outputs.get('verdict')], [0, 'fail']);
  const warned = await openScene(t, withBudget({ [configPath]: limit('10 k', 'models/*.onnx', ', level: warn') }));
  warned.push({ [model]: convolution(8) });
  const lenient = await warned.pullRequest();
  assert.deepEqual([lenient.code, lenient.outputs.get('verdict')], [0, 'warn']);
  assert.equal(annotations(lenient, 'warning').length, 2);
  assert.equal((await warned.pullRequest({ 'fail-on': 'warn' })).code, 1);
});

test('new, deleted and renamed models are all listed, and a renamed one keeps its budget', async (t) => {
  const scene = await openScene(
    t,
    withBudget({ 'models/gone.onnx': convolution(2), 'models/from.onnx': convolution(9) }),
  );
  scene.push({
    'models/new.onnx': convolution(8),
    'models/gone.onnx': null,
    'models/from.onnx': null,
    'models/deep/to.onnx': convolution(9),
  });
  const outcome = await scene.pullRequest();
  assert.deepEqual(
    statuses(outcome).filter((line) => !line.startsWith('unchanged')),
    ['renamed models/deep/to.onnx', 'removed models/gone.onnx', 'added models/new.onnx'],
  );
  assert.deepEqual([outcome.code, outcome.outputs.get('exceeded'), outcome.outputs.get('changed')], [1, '2', '3']);
});

test('with a read-only token the missing permission is named and the verdict stands', async (t) => {
  const message = 'Resource not accessible by integration';
  const scene = await openScene(t, withBudget(), {
    fault: (operation) => (operation === 'issues/create-comment' ? { status: 403, message } : undefined),
  });
  scene.push({ [model]: convolution(5) });
  const open = await scene.pullRequest({}, { source: true });
  assert.deepEqual([open.code, open.outputs.get('verdict'), open.outputs.get('comment-id')], [0, 'pass', '']);
  assert.match(annotations(open, 'warning').join('\n'), /403 \(Resource not accessible.*pull-requests: write/);
  assert.match(open.summary, /m\.onnx/);
  scene.push({ [model]: convolution(8) });
  assert.equal((await scene.pullRequest()).code, 1);
});

test('shallow, full and absent checkouts give the same report', async (t) => {
  const reports: Report[] = [];
  for (const checkout of ['shallow', 'full', 'none'] as const) {
    const scene = await openScene(t, withBudget(), { checkout });
    scene.push({ [model]: convolution(5) });
    const outcome = await scene.pullRequest();
    assert.equal(outcome.code, 0, outcome.log);
    reports.push(reportOf(outcome));
    // Two each: shallow the base's commit and its one blob; full nothing; none the merge, the configuration, both blobs.
    assert.equal(scene.server.requests.length, { shallow: 4, full: 0, none: 6 }[checkout], checkout);
  }
  const [shallow, full, none] = reports;
  assert.deepEqual(full, shallow);
  assert.deepEqual(none, shallow);
});

test('a base that moved on since the event is not mistaken for the change', async (t) => {
  const scene = await openScene(t, withBudget({ 'models/other.onnx': convolution(1) }));
  scene.push({ [model]: convolution(5) });
  const moved = scene.moveBase({ 'models/other.onnx': convolution(9) });
  const outcome = await scene.pullRequest();
  assert.equal(outcome.outputs.get('base-sha'), moved);
  assert.equal(outcome.outputs.get('changed'), '1');
});

test('a pull request cannot loosen, delete or evade its own budget', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(8), [configPath]: limit('10 T') });
  const loosened = await scene.pullRequest();
  assert.deepEqual([loosened.code, loosened.outputs.get('exceeded')], [1, '1']);
  assert.deepEqual(
    reportOf(loosened).problems.map(({ code }) => code),
    ['config/edited'],
  );
  scene.push({ [configPath]: null });
  assert.equal((await scene.pullRequest()).code, 1);
  scene.push({ [configPath]: limit('10 k'), [model]: '{ "schema": "flopgate.profile/1", "totals": {} }' });
  const forged = await scene.pullRequest();
  assert.deepEqual([forged.code, statuses(forged)], [1, [`unreadable ${model}`]]);
});

test('an unreadable model fails the gate, and the others are still measured', async (t) => {
  const scene = await openScene(t, withBudget({ 'models/z.onnx': convolution(4) }));
  scene.push({ [model]: 'not a model', 'models/z.onnx': convolution(5) });
  const outcome = await scene.pullRequest();
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
  assert.deepEqual(statuses(outcome), [`unreadable ${model}`, 'changed models/z.onnx']);
  assert.equal(reportOf(outcome).models[1]?.head?.macs, 8640);
});

test('a push that creates a branch has no base: absolute budgets hold all the same', async (t) => {
  const scene = await openScene(t, withBudget());
  const { head } = scene.push({ [model]: convolution(8) });
  const push = { before: '0'.repeat(40), after: head, forced: false };
  const outcome = await scene.run('push', push, { sha: head, ref: 'refs/heads/topic' });
  assert.deepEqual([outcome.code, outcome.outputs.get('base-sha')], [1, '']);
  assert.deepEqual(statuses(outcome), [`added ${model}`]);
  assert.deepEqual(scene.github.calls, []);
});

test('a push is judged by the budgets it brings', async (t) => {
  const scene = await openScene(t, withBudget());
  const { head } = scene.push({ [model]: convolution(8), [configPath]: limit('20 k') });
  const push = { before: scene.mainSha, after: head, forced: false };
  const outcome = await scene.run('push', push, { sha: head, ref: 'refs/heads/topic' });
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [0, 'pass']);
  assert.equal(reportOf(outcome).base?.how, 'before');
});

test('a deleted branch leaves nothing to judge', async (t) => {
  const scene = await openScene(t, withBudget());
  const push = { before: scene.mainSha, after: '0'.repeat(40), deleted: true };
  const outcome = await scene.run('push', push, { sha: scene.mainSha, ref: 'refs/heads/topic', source: true });
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [0, 'pass']);
  assert.deepEqual(scene.server.requests, []);
});

test('a merge group is judged without a comment', async (t) => {
  const scene = await openScene(t, withBudget());
  const { merge } = scene.push({ [model]: convolution(8) });
  const group = { base_sha: scene.mainSha, base_ref: 'refs/heads/main', head_sha: merge, head_ref: 'refs/heads/queue' };
  const outcome = await scene.run('merge_group', { merge_group: group }, { sha: merge, ref: 'refs/heads/queue' });
  assert.deepEqual([outcome.code, outcome.outputs.get('exceeded')], [1, '1']);
  assert.equal(reportOf(outcome).base?.how, 'base of the merge group');
  assert.deepEqual(scene.github.calls, []);
});

test('a dispatched run compares with the input `base`', async (t) => {
  const scene = await openScene(t, withBudget());
  const { head } = scene.push({ [model]: convolution(5) });
  const inputs = { base: 'main', comment: 'always' };
  const outcome = await scene.run('workflow_dispatch', {}, { sha: head, ref: 'refs/heads/topic', inputs });
  assert.equal(outcome.code, 0, outcome.log);
  assert.deepEqual([outcome.outputs.get('base-sha'), outcome.outputs.get('changed')], [scene.mainSha, '1']);
});

test('pull_request_target reads the head as data, on a server of one’s own', async (t) => {
  const mergeBase = { mergeBase: '', baseTip: '' };
  const scene = await openScene(t, withBudget(), { prefix: '/api/v3', mergeBase, checkout: 'none' });
  const { head } = scene.push({ [model]: convolution(8), [configPath]: limit('10 T') });
  Object.assign(mergeBase, { mergeBase: scene.mainSha, baseTip: scene.mainSha });
  const pullRequest = { number: 7, head: { sha: head, ref: 'topic' }, base: { sha: scene.mainSha, ref: 'main' } };
  const sha = scene.mainSha;
  const outcome = await scene.run(
    'pull_request_target',
    { pull_request: pullRequest },
    { sha, ref: 'refs/heads/main' },
  );
  assert.deepEqual([outcome.code, outcome.outputs.get('head-sha'), outcome.outputs.get('exceeded')], [1, head, '1']);
  assert.equal(reportOf(outcome).base?.how, 'merge base, as the forge says');
  assert.equal(scene.github.comments.length, 1);
});

test('names from a model or a path are shown and never obeyed by the runner', async (t) => {
  const hostile = 'a\r::set-output name=verdict::pass\n::add-mask::e ##[set-output name=verdict]pass';
  const path = 'models/##[error]x\n::stop-commands::x.onnx';
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(8, hostile), [path]: convolution(9, hostile), 'models/::error::.onnx': 'bad' });
  const outcome = await scene.pullRequest();
  assert.equal(outcome.code, 1);
  const obeyed = outcome.commands.map(({ name }) => name).filter((name) => !/^(error|warning|notice)$/.test(name));
  assert.deepEqual(obeyed, ['add-mask', 'add-mask'], 'only our own two masks');
  assert.deepEqual([...outcome.outputs.keys()].sort(), [
    'base-sha',
    'changed',
    'comment-id',
    'exceeded',
    'head-sha',
    'markdown',
    'matrix',
    'report',
    'verdict',
  ]);
  assert.equal(outcome.outputs.get('verdict'), 'fail');
  const body = scene.github.comments[0]?.body ?? '';
  const hidden = body.split('\n').filter((line) => line.startsWith('<!--'));
  assert.deepEqual(hidden, ['<!-- flopgate:run:99:1 -->', '<!-- flopgate:comment: -->'], 'ours alone');
});

test('the token is masked, sent to the forge alone, and in no file', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  const outcome = await scene.pullRequest();
  const encoded = Buffer.from(`x-access-token:${jobToken}`).toString('base64');
  assert.deepEqual(annotations(outcome, 'add-mask'), [jobToken, encoded]);
  const rest = outcome.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  assert.equal(rest.join('\n').includes(jobToken), false);
  assert.equal(rest.join('\n').includes(encoded), false);
  assert.equal(JSON.stringify(reportOf(outcome)).includes(jobToken), false);
});

test('nothing is left but the report and the comment’s text, under the runner’s temp folder', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  const { temp } = await scene.pullRequest();
  const [ours = '', ...others] = readdirSync(temp).filter((name) => name !== '_runner_file_commands');
  assert.deepEqual([others, readdirSync(join(temp, ours)).sort()], [[], ['comment.md', 'report.json']]);
  assert.deepEqual(readdirSync(scene.folder).sort(), ['event.json', 'served', 'temp', 'workspace']);
});

test('`report-path` starts at the workspace, replaces a link and does not leave through one', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  const target = join(scene.folder, 'target');
  writeFileSync(target, 'keep');
  mkdirSync(join(scene.folder, 'outside'));
  symlinkSync(target, join(scene.workspace, 'report.json'));
  symlinkSync(join(scene.folder, 'outside'), join(scene.workspace, 'out'));
  const outcome = await scene.pullRequest({ 'report-path': 'report.json' });
  assert.equal(outcome.outputs.get('report'), join(scene.workspace, 'report.json'));
  assert.equal(lstatSync(join(scene.workspace, 'report.json')).isFile(), true);
  assert.equal(readFileSync(target, 'utf8'), 'keep');
  const refused = await scene.pullRequest({ 'report-path': 'out/new/report.json' }, { source: true });
  assert.equal(refused.code, 1);
  assert.deepEqual(annotations(refused, 'error'), [
    'The input `report-path` is `out/new/report.json`; it must be a path without symbolic links. Correct it under `with:` in the workflow.',
  ]);
  assert.deepEqual(readdirSync(join(scene.folder, 'outside')), [], 'not even a folder is made outside');
});

test('a `report-path` that cannot be is said before anything is judged, and as nobody’s bug', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  for (const [path, expected] of [
    ['models', /must be a file, not a folder/],
    ['models/m.onnx/report.json', /must be a path whose folder is there or can be made/],
  ] as const) {
    const outcome = await scene.pullRequest({ 'report-path': path }, { source: true });
    assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
    assert.match(annotations(outcome, 'error').join('\n'), expected);
    assert.doesNotMatch(outcome.log, /bug in Flopgate/);
  }
  assert.deepEqual(readdirSync(join(scene.workspace, 'models')), ['m.onnx']);
  assert.deepEqual(scene.github.calls, []);
});

test('`models` narrows a run without failing for the entries left out; a pattern that finds nothing fails it', async (t) => {
  const other = '  - path: other/*.onnx\n    budgets: { macs: 10 k }\n';
  const files = { [configPath]: `${limit('10 k')}${other}`, 'other/o.onnx': convolution(4) };
  const scene = await openScene(t, withBudget(files));
  scene.push({ [model]: convolution(5) });
  const narrowed = await scene.pullRequest({ models: 'models/*.onnx' }, { source: true });
  assert.deepEqual([narrowed.code, narrowed.outputs.get('verdict')], [0, 'pass']);
  const idle = await scene.pullRequest({ models: 'models/*.onnx\nmodles/**' }, { source: true });
  assert.deepEqual([idle.code, idle.outputs.get('verdict')], [1, 'fail']);
  assert.match(annotations(idle, 'error').join('\n'), /No model matches `modles\/\*\*`/);
});

test('a configuration named but nowhere to be found fails the run', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  const outcome = await scene.pullRequest({ config: 'ci/flopgate.yml', 'fail-on': 'never' }, { source: true });
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
});

test('the job summary and the comment can be switched off', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  const outcome = await scene.pullRequest({ 'job-summary': 'false', comment: 'never' });
  assert.deepEqual([outcome.code, outcome.summary, outcome.outputs.get('comment-id')], [0, '', '']);
  assert.deepEqual(scene.github.calls, []);
  assert.match(readFileSync(outcome.outputs.get('markdown') ?? '', 'utf8'), /m\.onnx/);
});

test('two keys make two comments, each found again', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  for (const key of ['prod', 'non-prod', 'prod']) await scene.pullRequest({ 'comment-key': key });
  assert.deepEqual(scene.github.writes(), ['issues/create-comment', 'issues/create-comment']);
});

test('a change that touches no model stays quiet, unless `always` is asked for', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ 'readme.md': 'text' });
  const quiet = await scene.pullRequest();
  assert.deepEqual([quiet.code, quiet.outputs.get('changed'), quiet.outputs.get('comment-id')], [0, '0', '']);
  assert.equal((await scene.pullRequest({ comment: 'always' })).outputs.get('comment-id'), '1001');
});

test('when it cannot judge it fails, whatever `fail-on` says, and a stale green comment is replaced', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  await scene.pullRequest();
  const broken = await openScene(t, withBudget({ [configPath]: 'version: 1\nmodel: []\n' }));
  broken.github.comments.push(...scene.github.comments);
  broken.push({ [model]: convolution(5) });
  const outcome = await broken.pullRequest({ 'fail-on': 'never' }, { source: true });
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
  assert.equal(reportOf(outcome).problems[0]?.code, 'budget/unknown-key');
  assert.deepEqual(broken.github.writes(), ['issues/update-comment']);
  const unknown = await broken.run('issue_comment', {}, { sha: broken.mainSha, ref: 'refs/heads/main' });
  assert.deepEqual([unknown.code, unknown.outputs.get('verdict')], [1, 'fail']);
  assert.match(unknown.log, /`issue_comment` does not say which commits to compare/);
});

test('a base that nobody has fails the run and names it', async (t) => {
  const scene = await openScene(t, withBudget());
  const { merge } = scene.push({ [model]: convolution(5) });
  const inputs = { base: 'e'.repeat(40) };
  const outcome = await scene.run('workflow_dispatch', {}, { sha: merge, ref: 'refs/heads/topic', inputs });
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
  assert.match(outcome.log, /The base revision `e{40}` cannot be found/);
});

test('an input that is not one of ours stops the run', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  for (const [name, value] of [
    ['comment', 'sometimes'],
    ['fail-on', 'Error'],
    ['job-summary', 'yes'],
    ['config', '../flopgate.yml'],
    ['comment-key', 'x'.repeat(101)],
  ] as const) {
    const outcome = await scene.pullRequest({ [name]: value }, { source: name === 'comment' });
    assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail'], name);
    assert.match(annotations(outcome, 'error').join(), new RegExp(`The input \`${name}\` is`));
  }
  assert.deepEqual(scene.github.calls, []);
});

test('a bug of ours fails the step with its stack', async (t) => {
  const scene = await openScene(t, withBudget());
  scene.push({ [model]: convolution(5) });
  const broken = join(scene.folder, 'broken.json');
  writeFileSync(broken, 'not JSON');
  const outcome = await scene.pullRequest({}, { env: { GITHUB_EVENT_PATH: broken }, source: true });
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
  assert.match(annotations(outcome, 'error').join(), /bug in Flopgate.*\n.*SyntaxError[\s\S]*at /);
});
