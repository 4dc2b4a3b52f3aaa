import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PullState } from '../../src/action/answers.ts';
import { type Group, queuedPullRequest } from '../../src/action/queue.ts';
import { findCheckout } from '../../src/host/clone.ts';
import { closeRepository, openRepository } from '../../src/host/repository.ts';
import { bringTrees } from '../../src/host/trees.ts';
import { type Fixture, makeRepository, tempFolder } from '../host/git-fixture.ts';
import { configPath, convolution, limit, openScene } from './scene.ts';

type Context = Parameters<typeof tempFolder>[0];
const label = 'flopgate-accept';

interface Queue {
  readonly fixture: Fixture;
  readonly base: string;
  readonly head: string;
}

/** `main`, and a pull request's head that left it a commit ago. */
function queueOf(t: Context): Queue {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  fixture.commit({ 'a.onnx': '1', readme: '1' });
  fixture.git('branch', 'topic');
  const base = fixture.commit({ readme: '2' });
  fixture.git('checkout', '--quiet', 'topic');
  const head = fixture.commit({ 'a.onnx': '2' });
  return { fixture, base, head };
}

function mergeOf({ fixture }: Queue, base: string, head: string): string {
  fixture.git('checkout', '--quiet', '--detach', base);
  fixture.git('merge', '--quiet', '--no-ff', '--message=merge', head);
  return fixture.git('rev-parse', 'HEAD');
}

/** A commit with the same files as another, and other parents. */
function squashed({ fixture }: Queue, of: string, onto: string): string {
  return fixture.git('commit-tree', `${of}^{tree}`, '-p', onto, '-m', 'squashed (#7)');
}

async function ask(t: Context, queue: Queue, group: Partial<Group>, more: Partial<PullState> = {}) {
  const checkout = findCheckout(queue.fixture.dir);
  assert.ok(checkout);
  const repository = openRepository({ checkout });
  t.after(() => closeRepository(repository));
  const whole: Group = {
    kind: 'mergeGroup',
    base: queue.base,
    head: queue.head,
    baseRef: 'main',
    headRef: `gh-readonly-queue/main/pr-7-${queue.base}`,
    ...group,
  };
  await bringTrees(repository, [{ label: 'group', sha: whole.head }]);
  const state: PullState = {
    number: 7,
    open: true,
    headSha: queue.head,
    headRef: 'topic',
    baseRef: 'main',
    baseSha: queue.base,
    mergeable: true,
    labels: [label],
    ...more,
  };
  const asked: number[] = [];
  const forge = {
    pullRequest: async (number: number) => {
      asked.push(number);
      return state;
    },
  };
  const found = await queuedPullRequest({ forge, repository }, whole, label);
  return { said: found.kind === 'unclear' ? found.problem.message : found.kind, found, asked };
}

test('a group is one pull request where it is a merge of its head into the group’s base', async (t) => {
  const queue = queueOf(t);
  const head = mergeOf(queue, queue.base, queue.head);
  const { found, asked } = await ask(t, queue, { head });
  assert.deepEqual(found, { kind: 'one', pullRequest: 7, headSha: queue.head });
  assert.deepEqual(asked, [7]);
});

test('a squashed group is one where its files are those of the test merge, or of a head that was up to date', async (t) => {
  const queue = queueOf(t);
  const mergeSha = mergeOf(queue, queue.base, queue.head);
  const head = squashed(queue, mergeSha, queue.base);
  assert.equal((await ask(t, queue, { head }, { mergeSha })).said, 'one');
  assert.match((await ask(t, queue, { head })).said, /is not shown to hold the head of #7/);
  // A test merge on another commit of the base branch says nothing of this group.
  queue.fixture.git('checkout', '--quiet', '-b', 'next', queue.base);
  const old = mergeOf(queue, queue.fixture.commit({ 'b.onnx': '9' }), queue.head);
  const stale = squashed(queue, old, queue.base);
  assert.match((await ask(t, queue, { head: stale }, { mergeSha: old })).said, /is not shown to hold/);
  const upToDate = squashed(queue, queue.head, queue.base);
  assert.equal((await ask(t, queue, { head: upToDate })).said, 'one');
});

test('a group of several, one of another head, and one onto another branch are not', async (t) => {
  const queue = queueOf(t);
  const { fixture, base } = queue;
  fixture.git('checkout', '--quiet', '-b', 'other', base);
  const other = fixture.commit({ 'b.onnx': '9' });
  const first = mergeOf(queue, base, other);
  const both = mergeOf(queue, first, queue.head);
  const refused =
    /accepts nothing here: the merge group is not shown to hold the head of #7, [0-9a-f]{12}, and nothing else/;
  assert.match((await ask(t, queue, { head: both })).said, refused);
  // Behind another in the queue it is judged against that one alone.
  assert.equal((await ask(t, queue, { head: both, base: first })).said, 'one');
  const merge = mergeOf(queue, base, queue.head);
  assert.match((await ask(t, queue, { head: merge }, { headSha: other })).said, refused, 'the head has moved');
  assert.match((await ask(t, queue, { head: merge }, { baseRef: 'release' })).said, refused);
});

test('without the label, or by a name that is not the queue’s for this base, no label is asked for', async (t) => {
  const queue = queueOf(t);
  const head = mergeOf(queue, queue.base, queue.head);
  assert.equal((await ask(t, queue, { head }, { labels: ['bug'] })).said, 'unlabelled');
  const names = ['queue', `gh-readonly-queue/main/pr-7`, `gh-readonly-queue/release/pr-7-${head}`, `pr-7-${head}`];
  for (const headRef of names) {
    const { said, asked } = await ask(t, queue, { head, headRef });
    assert.deepEqual([said, asked], ['unlabelled', []], headRef);
  }
  const deep = { baseRef: 'release/1/pr-3-x', headRef: `gh-readonly-queue/release/1/pr-3-x/pr-7-${head}` };
  assert.deepEqual((await ask(t, queue, { head, ...deep }, { baseRef: deep.baseRef })).asked, [7]);
});

test('in a merge queue what was accepted on the pull request is accepted, and nothing else', async (t) => {
  const override = `override:\n  label: ${label}\n`;
  const files = { [configPath]: `${limit('10 k')}${override}`, 'models/m.onnx': convolution(4) };
  const scene = await openScene(t, files, { checkout: 'none' });
  const state = scene.push({ 'models/m.onnx': convolution(8) });
  const headRef = `refs/heads/gh-readonly-queue/main/pr-7-${scene.mainSha}`;
  const run = (head_sha: string) => {
    const group = { base_sha: scene.mainSha, base_ref: 'refs/heads/main', head_sha, head_ref: headRef };
    return scene.run('merge_group', { merge_group: group }, { sha: head_sha, ref: headRef, source: true });
  };
  const closed = await run(state.merge);
  assert.deepEqual([closed.code, closed.outputs.get('verdict')], [1, 'fail']);
  const [pull] = scene.github.pulls;
  if (pull !== undefined) pull.labels = [label];
  scene.github.rights.set('ada', { permission: 'write' });
  scene.github.happened.push({ event: 'labeled', at: '2026-01-01T10:00:00Z', by: 'ada', label });
  scene.github.runs.push({ headSha: state.head, at: '2026-01-01T09:00:00Z' });
  const accepted = await run(state.merge);
  assert.deepEqual([accepted.code, accepted.outputs.get('verdict')], [0, 'warn'], accepted.log);
  const report = JSON.parse(readFileSync(accepted.outputs.get('report') ?? '', 'utf8'));
  assert.deepEqual(report.waivedBy, { label, actor: 'ada', at: '2026-01-01T10:00:00Z', commit: state.head });
  const next = scene.push({ 'models/m.onnx': convolution(9) });
  const moved = await run(next.merge);
  assert.equal(moved.code, 1);
  assert.match(moved.log, /accepts nothing here: nothing shows that it was set on/);
});
