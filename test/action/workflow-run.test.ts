import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PullState } from '../../src/action/answers.ts';
import type { WorkflowRun } from '../../src/action/event.ts';
import { findPullRequests } from '../../src/action/workflow-run.ts';

const id = (digit: string) => digit.repeat(40);

const run: WorkflowRun = {
  kind: 'workflowRun',
  headShas: [id('b')],
  headRepository: { id: 2, fullName: 'forker/r' },
  headBranch: 'topic',
};

const state: PullState = {
  number: 7,
  open: true,
  headSha: id('b'),
  headRef: 'topic',
  headRepository: { id: 2, fullName: 'forker/r' },
  baseRef: 'main',
  baseSha: id('c'),
  mergeable: null,
  labels: [],
};

function find(states: readonly PullState[], about: WorkflowRun = run, here = 'o/r') {
  const asked: string[] = [];
  const forge = {
    pullRequestsFrom: async (owner: string, branch: string) => {
      asked.push(`${owner}:${branch}`);
      return states;
    },
  };
  return findPullRequests(forge, about, here).then((found) => ({ ...found, asked }));
}

test('the pull request is found by its head branch, as one of a fork', async () => {
  const found = await find([state]);
  assert.deepEqual(found, {
    kind: 'found',
    asked: ['forker:topic'],
    pullRequests: [
      {
        kind: 'pullRequest',
        number: 7,
        headSha: id('b'),
        headRef: 'topic',
        headRepository: { id: 2, fullName: 'forker/r' },
        fromFork: true,
        baseRef: 'main',
        baseSha: id('c'),
        merge: 'ask',
        retargeted: false,
        open: true,
      },
    ],
  });
});

test('a branch of this repository is no fork, whatever case its name is written in', async () => {
  const ours = { id: 1, fullName: 'O/r' };
  const found = await find([{ ...state, headRepository: ours }], { ...run, headRepository: ours });
  assert.equal(found.kind === 'found' && found.pullRequests[0].fromFork, false);
});

test('another head, another repository, a closed one and a fork that is gone are not it', async () => {
  const { headRepository: _, ...orphan } = state;
  const others: readonly PullState[] = [
    { ...state, headSha: id('d') },
    { ...state, headRepository: { id: 3, fullName: 'forker/other' } },
    { ...state, open: false },
    orphan,
  ];
  for (const other of others) {
    const found = await find([other]);
    assert.match(found.kind === 'none' ? found.reason : '', /no open pull request stands at b{12} any more/);
  }
  const { headRepository: __, ...gone } = run;
  const found = await find([state], gone);
  assert.deepEqual(found.asked, [], 'without the repository there is nothing to ask for');
  assert.equal(found.kind === 'none' && found.reason, 'the repository that bbbbbbbbbbbb came from is gone');
});

test('of a `pull_request_target` run the second commit may be the head', async () => {
  const found = await find([state], { ...run, headShas: [id('a'), id('b')] });
  assert.equal(found.kind, 'found');
});

test('every pull request from the head is found, in the order of their numbers, up to ten', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ ...state, number: count - i }));
  const found = await find(many(10));
  const numbers = found.kind === 'found' ? found.pullRequests.map(({ number }) => number) : [];
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  await assert.rejects(find(many(11)), /11 open pull requests come from this branch, more than 10/);
});

test('a forge that refuses the list is an error that names the permission', async () => {
  const forge = {
    pullRequestsFrom: async () => {
      throw new Error('Resource not accessible by integration\nmore');
    },
  };
  await assert.rejects(findPullRequests(forge, run, 'o/r'), {
    message:
      /that topic belongs to cannot be found: the forge could not be asked \(Resource not accessible by integration\)/,
  });
});
