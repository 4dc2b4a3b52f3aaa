import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PullState } from '../../src/action/answers.ts';
import type { PullRequest } from '../../src/action/event.ts';
import { askForTestMerge } from '../../src/action/merge.ts';

const id = (digit: string) => digit.repeat(40);

const event: PullRequest = {
  kind: 'pullRequest',
  number: 7,
  headSha: id('b'),
  headRef: 'topic',
  fromFork: false,
  baseRef: 'main',
  baseSha: id('c'),
  merge: 'ask',
  retargeted: false,
  open: true,
};

const state: PullState = {
  number: 7,
  open: true,
  headSha: id('b'),
  headRef: 'topic',
  baseRef: 'main',
  baseSha: id('d'),
  mergeable: true,
  mergeSha: id('a'),
  labels: [],
};

/** Answers by turns, the last one for ever; what was waited for in between is written down. */
async function ask(...answers: readonly PullState[]) {
  const waited: number[] = [];
  let asked = 0;
  const forge = { pullRequest: async () => answers[Math.min(asked++, answers.length - 1)] };
  const found = await askForTestMerge(forge, event, async (seconds) => {
    waited.push(seconds);
  });
  return { ...found, asked, waited };
}

test('a merge that was tried is taken, with the base as it is now', async () => {
  const found = await ask(state);
  assert.deepEqual(found.event.merge, { sha: id('a'), ref: 'refs/pull/7/merge' });
  assert.deepEqual([found.event.baseSha, found.why, found.asked, found.waited], [id('d'), undefined, 1, []]);
});

test('a merge still being tried is waited for', async () => {
  const trying = { ...state, mergeable: null, mergeSha: id('9') };
  const found = await ask(trying, trying, state);
  assert.deepEqual(found.event.merge, { sha: id('a'), ref: 'refs/pull/7/merge' });
  assert.deepEqual([found.asked, found.waited], [3, [1, 2]]);
});

test('the wait ends after ten seconds, and an old merge is not taken for the new one', async () => {
  const found = await ask({ ...state, mergeable: null, mergeSha: id('9') });
  assert.equal(found.event.merge, undefined);
  assert.match(found.why ?? '', /still trying the merge/);
  assert.deepEqual([found.asked, found.waited], [5, [1, 2, 3, 4]]);
});

test('a conflict, a head that moved on and a forge that is silent each say why', async () => {
  const why = async (answer: Partial<PullState>) => (await ask({ ...state, ...answer })).why;
  assert.equal(await why({ mergeable: false }), 'it conflicts with main');
  assert.equal(await why({ headSha: id('e') }), 'its head has moved on since this run began');
  const silent = await askForTestMerge({ pullRequest: async () => undefined }, event, async () => {});
  assert.equal(silent.why, 'the forge says nothing of it');
  const refusing = {
    pullRequest: async () => {
      throw new Error('Forbidden\nmore');
    },
  };
  assert.equal(
    (await askForTestMerge(refusing, event, async () => {})).why,
    'the forge could not be asked (Forbidden)',
  );
});

test('a forge that makes no test merges gives no reason, but its merge base', async () => {
  const { mergeSha: _, ...without } = state;
  const found = await ask({ ...without, mergeBase: id('f') });
  assert.deepEqual([found.event.merge, found.event.mergeBase, found.why], [undefined, id('f'), undefined]);
});

test('the merge base of a newer head is not this head’s', async () => {
  const found = await ask({ ...state, headSha: id('e'), mergeBase: id('f') });
  assert.equal(found.event.mergeBase, undefined);
});

test('a closed pull request is asked once, and what it was merged as may serve', async () => {
  const found = await ask({ ...state, open: false, mergeable: null });
  assert.deepEqual([found.asked, found.event.open], [1, false]);
  assert.deepEqual(found.event.merge, { sha: id('a'), ref: 'refs/pull/7/merge' });
});

test('a base that was changed since the event is the base, and makes the merge doubtful', async () => {
  const found = await ask({ ...state, baseRef: 'release' });
  assert.deepEqual([found.event.baseRef, found.event.retargeted], ['release', true]);
});
