/** Every event of docs/action.md, from the payload to the report, the outputs and the exit code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import { here, type Pull } from './github-pulls.ts';
import type { Job, Outcome } from './runner.ts';
import { annotations, configPath, convolution, limit, openScene, type Scene } from './scene.ts';

// 4 filters: 4 × 1,728 = 6,912 MACs; 5 filters: 8,640; 8 filters: 13,824.
const model = 'models/m.onnx';
const withBudget = (files = {}) => ({ [configPath]: limit('10 k'), [model]: convolution(4), ...files });
const fork = { id: 2, fullName: 'forker/r' };
const zeros = '0'.repeat(40);

function reportOf({ outputs }: Outcome): Report {
  return JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
}

/** Base and head with how they were found, and what is said besides. */
function rungs(outcome: Outcome) {
  const { base, head, problems } = reportOf(outcome);
  return [base?.sha, base?.how, head.sha, head.how, problems.map(({ code }) => code).join()];
}

function outputs(outcome: Outcome, ...names: readonly string[]) {
  return [outcome.code, ...names.map((name) => outcome.outputs.get(name))];
}

/** The pull request as the forge has it: from a fork unless said otherwise, its test merge the newest. */
function addPull(scene: Scene, state: { head: string; merge: string }, more: Partial<Pull> = {}): Pull {
  const pull: Pull = {
    number: 7,
    head: { sha: state.head, ref: 'topic', repo: fork },
    base: { sha: scene.mainSha, ref: 'main' },
    mergeSha: state.merge,
    ...more,
  };
  const others = scene.github.pulls.filter(({ number }) => number !== pull.number);
  scene.github.pulls.splice(0, scene.github.pulls.length, ...others, pull);
  return pull;
}

/** What a `pull_request*` payload says of it. */
function payloadOf({ number, state = 'open', draft = false, head, base }: Pull, changes?: unknown) {
  const repo = (one: { id: number; fullName: string } | null) => one && { id: one.id, full_name: one.fullName };
  return {
    number,
    pull_request: {
      number,
      state,
      draft,
      head: { sha: head.sha, ref: head.ref, repo: repo(head.repo) },
      base: { ...base, repo: repo(here) },
    },
    repository: repo(here),
    ...(changes !== undefined && { changes }),
  };
}

function target(scene: Scene, payload: unknown, more: Partial<Job> = {}): Promise<Outcome> {
  return scene.run('pull_request_target', payload, {
    sha: scene.mainSha,
    ref: 'refs/heads/main',
    source: true,
    ...more,
  });
}

function finishedRun(scene: Scene, head: string, change: object = {}, more: Partial<Job> = {}): Promise<Outcome> {
  const workflow_run = {
    id: 5,
    event: 'pull_request',
    conclusion: 'failure',
    head_sha: head,
    head_branch: 'topic',
    head_repository: { id: 2, full_name: 'forker/r', owner: { login: 'forker' } },
    repository: { id: 1, full_name: 'o/r' },
    pull_requests: [],
    ...change,
  };
  const job = { sha: scene.mainSha, ref: 'refs/heads/main', source: true, ...more };
  return scene.run('workflow_run', { action: 'completed', workflow_run }, job);
}

// workflow_run

test('a finished run of a fork’s pull request is judged anew by the base’s budgets, and commented', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  const state = scene.push({ [model]: convolution(8), [configPath]: limit('10 T') });
  addPull(scene, state);
  const outcome = await finishedRun(scene, state.head);
  assert.deepEqual(outputs(outcome, 'verdict', 'exceeded', 'comment-id', 'base-sha', 'head-sha'), [
    1,
    'fail',
    '1',
    '1001',
    scene.mainSha,
    state.merge,
  ]);
  assert.deepEqual(rungs(outcome), [scene.mainSha, 'merge parent', state.merge, 'merge of #7', 'config/edited']);
  assert.equal(scene.github.comments[0]?.issue_url.endsWith('/issues/7'), true);
  assert.equal(scene.github.calls[0]?.path, '/repos/o/r/pulls?state=open&head=forker%3Atopic&per_page=100&page=1');
  // `fail-on: never` is what the commenting half is run with: the first half is the check.
  const again = await finishedRun(scene, state.head, {}, { inputs: { 'fail-on': 'never' } });
  assert.deepEqual(outputs(again, 'verdict', 'comment-id'), [0, 'fail', '1001']);
});

test('a finished run whose head is no open pull request’s any more has no verdict, and no failure', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  const old = scene.push({ [model]: convolution(8) });
  const pull = addPull(scene, scene.push({ [model]: convolution(5) }));
  const nothing = [0, '', '', '', '', '', '', '', old.head];
  const all = ['verdict', 'changed', 'exceeded', 'report', 'markdown', 'comment-id', 'base-sha', 'head-sha'];
  const moved = await finishedRun(scene, old.head);
  assert.deepEqual(outputs(moved, ...all), nothing);
  assert.match(annotations(moved, 'notice').join(), /nothing is judged.*no open pull request stands at/);
  pull.head = { ...pull.head, sha: old.head, repo: { id: 3, fullName: 'forker/another' } };
  assert.deepEqual(outputs(await finishedRun(scene, old.head), ...all), nothing);
  pull.head = { ...pull.head, repo: fork };
  pull.state = 'closed';
  assert.deepEqual(outputs(await finishedRun(scene, old.head), ...all), nothing);
  assert.deepEqual(outputs(await finishedRun(scene, old.head, { head_repository: null }), ...all), nothing);
  assert.deepEqual(scene.github.writes(), []);
  assert.deepEqual(scene.server.requests, []);
  // Commits that somebody names are judged all the same, without a comment.
  const inputs = { base: 'main', head: old.head };
  const named = await finishedRun(scene, old.head, {}, { inputs });
  assert.deepEqual(outputs(named, 'verdict', 'comment-id'), [1, 'fail', '']);
});

test('a finished run that was started by a push or a clock fails, and says why', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  const state = scene.push({ [model]: convolution(5) });
  addPull(scene, state);
  for (const event of ['push', 'schedule']) {
    const outcome = await finishedRun(scene, state.head, { event });
    assert.deepEqual(outputs(outcome, 'verdict'), [1, 'fail']);
    assert.match(
      outcome.log,
      new RegExp(`\`workflow_run\` does not say .*: the run it reports was started by \`${event}\``),
    );
  }
  assert.deepEqual(scene.github.calls, []);
});

test('pull requests from one head to several bases are each judged and commented; the worst verdict counts', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  scene.origin.git('checkout', '--quiet', '-b', 'release');
  const release = scene.origin.commit({ [configPath]: limit('20 k') });
  const state = scene.push({ [model]: convolution(8) });
  addPull(scene, state, { number: 8, base: { sha: release, ref: 'release' }, mergeable: [false], mergeSha: null });
  addPull(scene, state);
  const outcome = await finishedRun(scene, state.head);
  assert.deepEqual(outputs(outcome, 'verdict', 'exceeded', 'base-sha', 'comment-id'), [
    1,
    'fail',
    '1',
    scene.mainSha,
    '1001',
  ]);
  const where = scene.github.comments.map(({ body = '' }) => [/10 k/.test(body), /20 k/.test(body)]);
  assert.deepEqual(where, [
    [true, false],
    [false, true],
  ]);
  assert.deepEqual(
    scene.github.comments.map(({ issue_url }) => issue_url.split('/').at(-1)),
    ['7', '8'],
  );
});

test('the pull request is found on the last of many pages', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none', pageSize: 2 });
  const state = scene.push({ [model]: convolution(5) });
  for (let number = 1; number <= 4; number++) {
    addPull(scene, state, { number, head: { sha: scene.mainSha, ref: 'topic', repo: fork } });
  }
  addPull(scene, state);
  const outcome = await finishedRun(scene, state.head);
  assert.deepEqual(outputs(outcome, 'verdict'), [0, 'pass']);
  const lists = scene.github.calls.filter(({ operation }) => operation === 'pulls/list');
  assert.equal(lists.length, 3);
});

test('where pull requests may not be listed the run fails and names the permission', async (t) => {
  const message = 'Resource not accessible by integration';
  const scene = await openScene(t, withBudget(), {
    checkout: 'none',
    fault: (operation) => (operation === 'pulls/list' ? { status: 403, message } : undefined),
  });
  const state = scene.push({ [model]: convolution(5) });
  const outcome = await finishedRun(scene, state.head, {}, { inputs: { 'fail-on': 'never' } });
  assert.deepEqual(outputs(outcome, 'verdict'), [1, 'fail']);
  assert.match(outcome.log, /could not be asked \(Resource not accessible.*pull-requests: read/);
});

// pull_request_target

test('pull_request_target waits for the test merge and judges it', async (t) => {
  const scene = await openScene(t, withBudget({ 'models/other.onnx': convolution(1) }), { checkout: 'none' });
  const state = scene.push({ [model]: convolution(5) });
  const pull = addPull(scene, state, { mergeable: [null, true] });
  const payload = payloadOf(pull);
  const outcome = await target(scene, payload);
  assert.deepEqual(outputs(outcome, 'verdict', 'changed', 'comment-id'), [0, 'pass', '1', '1001']);
  assert.deepEqual(rungs(outcome), [scene.mainSha, 'merge parent', state.merge, 'merge of #7', '']);
  // The base moves on: the merge is made anew, and the payload's base is stale.
  const moved = scene.moveBase({ 'models/other.onnx': convolution(2) });
  pull.mergeSha = scene.origin.git('rev-parse', 'refs/pull/7/merge');
  const later = await target(scene, payload);
  assert.deepEqual(rungs(later), [moved, 'merge parent', pull.mergeSha, 'merge of #7', '']);
  assert.equal(later.outputs.get('changed'), '1');
});

test('a merge that is stale, of another base or not to be had leaves the merge base, and the report says why', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  const old = scene.push({ [model]: convolution(6) });
  const state = scene.push({ [model]: convolution(5) });
  scene.origin.git('branch', 'release', scene.mainSha);
  scene.moveBase({ 'readme.md': 'text' });
  const pull = addPull(scene, state);
  const payload = payloadOf(pull);
  for (const [change, why] of [
    [{ mergeSha: old.merge }, 'is not a merge of its head'],
    [{ mergeSha: 'e'.repeat(40) }, 'cannot be had'],
    [{ mergeSha: state.merge, mergeable: [false] }, 'it conflicts with main'],
    [{ mergeSha: old.merge, mergeable: [true], head: { ...pull.head, sha: old.head } }, 'its head has moved on'],
  ] as const) {
    Object.assign(pull, change);
    const outcome = await target(scene, payload, { inputs: { comment: 'never' } });
    const how = 'merge base, as the forge says';
    assert.deepEqual(rungs(outcome), [scene.mainSha, how, state.head, 'head of #7', 'read/no-test-merge'], why);
    assert.match(reportOf(outcome).problems[0]?.message ?? '', new RegExp(why));
    assert.equal(outcome.code, 0, outcome.log);
  }
});

test('a base that was changed for another is the one that counts, with its budgets', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  scene.origin.git('checkout', '--quiet', '-b', 'release');
  const release = scene.origin.commit({ [configPath]: limit('20 k') });
  const old = scene.push({ [model]: convolution(8) });
  const pull = addPull(scene, old);
  const before = payloadOf(pull);
  // The forge still names the merge into main, on a commit that release has too.
  pull.base = { sha: release, ref: 'release' };
  const shared = await target(scene, before);
  assert.deepEqual(rungs(shared), [scene.mainSha, 'merge parent', old.merge, 'merge of #7', '']);
  assert.deepEqual(outputs(shared, 'verdict'), [0, 'pass'], '13,824 is within the 20 k of release');
  // And once main has moved on, on one that release has not.
  scene.moveBase({ 'readme.md': 'text' });
  pull.mergeSha = scene.origin.git('rev-parse', 'refs/pull/7/merge');
  const expected = [scene.mainSha, 'merge base, as the forge says', old.head, 'head of #7', 'read/no-test-merge'];
  const other = await target(scene, before);
  assert.deepEqual([other.code, ...rungs(other)], [0, ...expected]);
  assert.match(reportOf(other).problems[0]?.message ?? '', /was not made on release/);
  // The same told by the event itself, on a run that was started on the old merge.
  const edited = payloadOf(pull, { base: { ref: { from: 'main' }, sha: { from: scene.mainSha } } });
  const told = await scene.run('pull_request', edited, onPush(pull.mergeSha, 'refs/pull/7/merge'));
  assert.deepEqual([told.code, ...rungs(told)], [0, ...expected]);
});

test('a draft, a fork that is gone and a pull request that was merged are judged like others', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  const state = scene.push({ [model]: convolution(8) });
  const pull = addPull(scene, state, { draft: true });
  const expected = [scene.mainSha, 'merge parent', state.merge, 'merge of #7', ''];
  assert.deepEqual(rungs(await target(scene, payloadOf(pull))), expected);
  pull.head = { ...pull.head, repo: null };
  const orphan = await target(scene, payloadOf(pull));
  assert.deepEqual([orphan.code, ...rungs(orphan)], [1, ...expected]);
  const onMerge = { sha: state.merge, ref: 'refs/pull/7/merge', source: true };
  assert.deepEqual(rungs(await scene.run('pull_request', payloadOf(pull), onMerge)), expected);
  // Merged as one commit: what it was merged as is no merge of its head, and main has its change already.
  const squashed = scene.moveBase({ [model]: convolution(8) });
  Object.assign(pull, { state: 'closed', mergeable: [null], mergeSha: squashed });
  const closed = await target(scene, payloadOf(pull));
  assert.deepEqual(rungs(closed).slice(0, 4), [
    scene.mainSha,
    'merge base, as the forge says',
    state.head,
    'head of #7',
  ]);
  assert.equal(closed.outputs.get('exceeded'), '1');
});

test('pull_request_target without a token reads the clone, and asks nobody', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'full' });
  const state = scene.push({ [model]: convolution(5) });
  const outcome = await target(scene, payloadOf(addPull(scene, state)), { inputs: { 'github-token': '' } });
  assert.deepEqual(rungs(outcome).slice(0, 4), [scene.mainSha, 'merge base, in the clone', state.head, 'head of #7']);
  assert.deepEqual(scene.github.calls, []);
});

// Other forges

test('on Gitea the head itself is judged against the merge base its payload names', async (t) => {
  const scene = await openScene(t, withBudget(), {
    prefix: '/api/v1',
    dialect: 'gitea',
    app: null,
    person: 'gitea-actions',
    pageSize: 2,
  });
  const state = scene.push({ [model]: convolution(5) });
  scene.moveBase({ [configPath]: limit('9 k') });
  for (let i = 0; i < 60; i++) scene.github.plant('a remark', 'somebody');
  const pull = addPull(scene, state, { mergeSha: null });
  const payload = payloadOf(pull);
  const withMergeBase = { ...payload, pull_request: { ...payload.pull_request, merge_base: scene.mainSha } };
  const job: Partial<Job> = {
    sha: state.head,
    ref: 'refs/pull/7/head',
    serverUrl: `${scene.server.url}/`,
    apiUrl: `${scene.github.url}/`,
    source: true,
  };
  for (const expected of [['issues/create-comment'], ['issues/create-comment']]) {
    const outcome = await scene.run('pull_request', withMergeBase, job as Job);
    const how = 'merge base, as the event says';
    // The budgets are those of today, and that they were changed meanwhile is not this change's doing.
    assert.deepEqual(rungs(outcome), [scene.mainSha, how, state.head, 'head of #7', '']);
    assert.deepEqual(outputs(outcome, 'verdict', 'comment-id'), [0, 'pass', '1061'], outcome.log);
    assert.match(scene.github.comments.at(-1)?.body ?? '', /9 k/);
    assert.deepEqual(scene.github.writes(), expected);
  }
  const target7 = await target(scene, payload, job);
  assert.deepEqual(rungs(target7).slice(0, 4), [
    scene.mainSha,
    'merge base, as the event says',
    state.head,
    'head of #7',
  ]);
});

test('on Gitea a finished run finds its pull request among all open ones, fifty a page', async (t) => {
  const scene = await openScene(t, withBudget(), {
    prefix: '/api/v1',
    dialect: 'gitea',
    app: null,
    person: 'gitea-actions',
    checkout: 'none',
  });
  const state = scene.push({ [model]: convolution(5) });
  for (let number = 100; number < 160; number++) {
    addPull(scene, state, { number, head: { sha: scene.mainSha, ref: `topic-${number}`, repo: here }, mergeSha: null });
  }
  addPull(scene, state, { mergeSha: null });
  const outcome = await finishedRun(scene, state.head);
  assert.deepEqual(outputs(outcome, 'verdict', 'comment-id'), [0, 'pass', '1001']);
  const lists = scene.github.calls.filter(({ operation }) => operation === 'pulls/list');
  assert.deepEqual(
    lists.map(({ path }) => path),
    [1, 2].map((page) => `/repos/o/r/pulls?state=open&head=forker%3Atopic&limit=50&page=${page}`),
  );
});

test('on a server of one’s own under /api/v3 a finished run is judged as on GitHub', async (t) => {
  const scene = await openScene(t, withBudget(), { prefix: '/api/v3', checkout: 'none' });
  const state = scene.push({ [model]: convolution(5) });
  addPull(scene, state);
  const outcome = await finishedRun(scene, state.head);
  assert.deepEqual(rungs(outcome), [scene.mainSha, 'merge parent', state.merge, 'merge of #7', '']);
});

// push and its kin

const onPush = (sha: string, ref: string) => ({ sha, ref, source: true });

test('a push that creates a branch is compared with where it left the default branch, as far as that is known', async (t) => {
  const files = withBudget({ 'models/other.onnx': convolution(8) });
  const scene = await openScene(t, files, { checkout: 'none' });
  const { head } = scene.push({ [model]: convolution(5) });
  scene.moveBase({ later: '1' });
  const created = { before: zeros, after: head, forced: false, repository: { default_branch: 'main' } };
  const outcome = await scene.run('push', created, onPush(head, 'refs/heads/topic'));
  const left = scene.origin.git('merge-base', 'main', head);
  assert.deepEqual(rungs(outcome), [left, 'merge base, as the forge says', head, 'pushed', '']);
  // What is over its budget on the default branch was judged there.
  assert.deepEqual(outputs(outcome, 'verdict', 'changed', 'exceeded'), [0, 'pass', '1', '0']);
  const full = await openScene(t, files, { checkout: 'full', mergeBase: () => undefined });
  const there = full.push({ [model]: convolution(5) });
  const inClone = await full.run('push', { ...created, after: there.head }, onPush(there.head, 'refs/heads/topic'));
  assert.deepEqual(rungs(inClone), [full.mainSha, 'merge base, in the clone', there.head, 'pushed', '']);
  const shallow = await openScene(t, files, { mergeBase: () => undefined });
  const unknown = shallow.push({ [model]: convolution(5) });
  const alone = await shallow.run(
    'push',
    { ...created, after: unknown.head },
    onPush(unknown.head, 'refs/heads/topic'),
  );
  assert.deepEqual(rungs(alone), [undefined, undefined, unknown.head, 'pushed', 'read/no-base']);
  assert.match(reportOf(alone).problems[0]?.message ?? '', /the push created topic, and the forge could not be asked/);
  assert.deepEqual(outputs(alone, 'verdict', 'exceeded'), [1, 'fail', '1']);
});

test('a push that creates a tag, or a branch of which no default one is told, has no base; budgets that are absolute hold', async (t) => {
  const scene = await openScene(t, withBudget());
  const { head } = scene.push({ [model]: convolution(8) });
  scene.origin.git('tag', '--annotate', '--message=v1', 'v1', head);
  const tag = scene.origin.git('rev-parse', 'v1');
  for (const [ref, after] of [
    ['refs/heads/topic', head],
    ['refs/tags/v1', tag],
  ] as const) {
    const outcome = await scene.run('push', { before: zeros, after, forced: false }, onPush(head, ref));
    assert.deepEqual(rungs(outcome), [undefined, undefined, head, 'pushed', 'read/no-base'], ref);
    assert.deepEqual(outputs(outcome, 'verdict', 'exceeded', 'base-sha'), [1, 'fail', '1', '']);
  }
  // The tag is moved: what it stood on before, an annotated tag too, is the base.
  const forced = { before: tag, after: scene.mainSha, forced: true };
  const moved = await scene.run('push', forced, onPush(scene.mainSha, 'refs/tags/v1'));
  assert.deepEqual(rungs(moved).slice(0, 4), [tag, 'before the forced push', scene.mainSha, 'pushed']);
  assert.deepEqual(outputs(moved, 'verdict', 'changed'), [0, 'pass', '1']);
});

test('a forced push is compared with what it replaced, or with its parent once that is gone, which is said', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  const { head: replaced } = scene.push({ [model]: convolution(3) });
  scene.origin.git('branch', '--force', 'topic', scene.mainSha);
  const { head } = scene.push({ [model]: convolution(5) });
  // No branch holds it any more, but the server still has it.
  const kept = await scene.run(
    'push',
    { before: replaced, after: head, forced: true },
    onPush(head, 'refs/heads/topic'),
  );
  assert.deepEqual(rungs(kept), [replaced, 'before the forced push', head, 'pushed', '']);
  const forced = { before: 'e'.repeat(40), after: head, forced: true };
  const outcome = await scene.run('push', forced, onPush(head, 'refs/heads/topic'));
  assert.deepEqual(rungs(outcome), [scene.mainSha, 'first parent', head, 'pushed', 'read/base-changed']);
  assert.equal(outcome.code, 0, outcome.log);
});

test('a merge group names both its commits', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  const { merge } = scene.push({ [model]: convolution(5) });
  const group = { base_sha: scene.mainSha, base_ref: 'refs/heads/main', head_sha: merge, head_ref: 'refs/heads/queue' };
  const outcome = await scene.run('merge_group', { merge_group: group }, onPush(merge, 'refs/heads/queue'));
  const [base, head] = ['base of the merge group', 'head of the merge group'];
  assert.deepEqual(rungs(outcome), [scene.mainSha, base, merge, head, '']);
});

test('a run that was dispatched or scheduled is compared with the first parent, or with what its inputs say', async (t) => {
  const scene = await openScene(t, withBudget(), { checkout: 'none' });
  const { head } = scene.push({ [model]: convolution(5) });
  for (const event of ['workflow_dispatch', 'schedule', 'repository_dispatch']) {
    const outcome = await scene.run(event, { inputs: null }, onPush(head, 'refs/heads/topic'));
    assert.deepEqual(rungs(outcome), [scene.mainSha, 'first parent', head, 'commit of this run', ''], event);
  }
  const inputs = { base: 'topic', head: 'main' };
  const named = await scene.run('workflow_dispatch', {}, { ...onPush(head, 'refs/heads/topic'), inputs });
  assert.deepEqual(rungs(named), [head, 'the input base', scene.mainSha, 'the input head', '']);
});

test('events about a conversation, a check or a release fail and say what to do', async (t) => {
  const scene = await openScene(t, withBudget());
  for (const [event, why] of [
    ['issue_comment', 'it is about a conversation'],
    ['check_run', 'names none that is sure'],
    ['release', 'does not know which of its commits'],
  ] as const) {
    const outcome = await scene.run(event, {}, onPush(scene.mainSha, 'refs/heads/main'));
    assert.deepEqual(outputs(outcome, 'verdict'), [1, 'fail']);
    assert.match(
      outcome.log,
      new RegExp(`\`${event}\` does not say which commits to compare: .*${why}.*Give the inputs`),
    );
  }
});

test('a repository with SHA-256 ids is judged like any other', async (t) => {
  for (const checkout of ['shallow', 'none'] as const) {
    const scene = await openScene(t, withBudget(), { objectFormat: 'sha256', checkout });
    const state = scene.push({ [model]: convolution(8) });
    assert.equal(state.head.length, 64);
    const expected = [scene.mainSha, 'merge parent', state.merge, 'merge of #7', ''];
    const onMerge = await scene.pullRequest({ comment: 'never' }, { source: true });
    assert.deepEqual([onMerge.code, ...rungs(onMerge)], [1, ...expected]);
    addPull(scene, state);
    assert.deepEqual(rungs(await finishedRun(scene, state.head)), expected);
    const created = { before: '0'.repeat(64), after: state.head, forced: false };
    const push = await scene.run('push', created, onPush(state.head, 'refs/heads/topic'));
    assert.deepEqual(rungs(push), [undefined, undefined, state.head, 'pushed', 'read/no-base']);
    const gone = { before: state.head, after: '0'.repeat(64), deleted: true };
    assert.equal((await scene.run('push', gone, onPush(scene.mainSha, 'refs/heads/topic'))).code, 0);
  }
});
