import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Environment } from '../../src/action/environment.ts';
import { readEvent, shortRef } from '../../src/action/event.ts';
import { field, type Json, numberAt, textAt } from '../../src/action/json.ts';

const id = (digit: string) => digit.repeat(40);
const zeros = id('0');

function environment(event: string, payload: Json, sha = id('a'), ref = 'refs/heads/main'): Environment {
  return {
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    owner: 'o',
    repository: 'r',
    event,
    payload,
    sha,
    ref,
    workspace: undefined,
    temp: '/nowhere',
  };
}

const pullRequest = {
  number: 7,
  pull_request: {
    number: 7,
    head: { sha: id('b'), ref: 'topic', repo: { id: 2, full_name: 'forker/r' } },
    base: { sha: id('c'), ref: 'main' },
    merge_base: id('d'),
  },
  repository: { id: 1, full_name: 'o/r' },
};

test('a pull request is judged on its test merge', () => {
  assert.deepEqual(readEvent(environment('pull_request', pullRequest, id('a'), 'refs/pull/7/merge')), {
    kind: 'pullRequest',
    number: 7,
    headSha: id('b'),
    headRef: 'topic',
    headRepository: { id: 2, fullName: 'forker/r' },
    fromFork: true,
    baseRef: 'main',
    baseSha: id('c'),
    merge: { sha: id('a'), ref: 'refs/pull/7/merge' },
    mergeBase: id('d'),
    retargeted: false,
    open: true,
  });
});

test('under pull_request_target the forge is asked for the test merge; a run on the head itself has none', () => {
  const target = readEvent(environment('pull_request_target', pullRequest, id('a')));
  assert.equal(target.kind === 'pullRequest' && target.merge, 'ask');
  const onHead = readEvent(environment('pull_request', pullRequest, id('b'), 'refs/pull/7/head'));
  assert.deepEqual([onHead.kind, 'merge' in onHead], ['pullRequest', false]);
});

test('a pull request says whether it comes from elsewhere, from what is gone, is closed or has a new base', () => {
  const read = (more: Json, head: Json = pullRequest.pull_request.head) => {
    const one = { ...pullRequest.pull_request, head, ...(more === null ? {} : { state: 'closed' }) };
    const found = readEvent(environment('pull_request', { ...pullRequest, pull_request: one, changes: more }));
    assert.equal(found.kind, 'pullRequest');
    return found.kind === 'pullRequest' ? found : assert.fail();
  };
  const changed = read({ base: { ref: { from: 'old' }, sha: { from: id('e') } } });
  assert.deepEqual([changed.retargeted, changed.open], [true, false]);
  assert.deepEqual([read(null).retargeted, read({ title: { from: 'x' } }).retargeted], [false, false]);
  const head = { sha: id('b'), ref: 'topic' };
  assert.equal(read(null, { ...head, repo: { id: 1, full_name: 'o/r' } }).fromFork, false);
  const gone = read(null, { ...head, repo: null });
  assert.deepEqual([gone.fromFork, gone.headRepository], [true, undefined]);
  // The name becomes part of an address: nothing that leads elsewhere in it is taken.
  for (const name of ['../r', 'o/..', 'o/r/x', 'o/r?x', 'o/r#', '@host/r', 'o', 'o/r\n', `o/${'x'.repeat(101)}`]) {
    assert.equal(read(null, { ...head, repo: { id: 2, full_name: name } }).headRepository, undefined, name);
  }
});

const workflowRun = {
  workflow_run: {
    event: 'pull_request',
    head_sha: id('b'),
    head_branch: 'topic',
    head_repository: { id: 2, full_name: 'forker/r' },
    head_commit: { id: id('e') },
    repository: { id: 1, full_name: 'O/r' },
    pull_requests: [{ number: 99 }],
  },
};

test('a finished run says which branch of which repository it was about, and nothing else is read', () => {
  const said = {
    kind: 'workflowRun',
    headShas: [id('b')],
    headBranch: 'topic',
    headRepository: { id: 2, fullName: 'forker/r' },
  };
  assert.deepEqual(readEvent(environment('workflow_run', workflowRun)), said);
  const target = { workflow_run: { ...workflowRun.workflow_run, event: 'pull_request_target' } };
  assert.deepEqual(readEvent(environment('workflow_run', target)), { ...said, headShas: [id('b'), id('e')] });
  const gone = readEvent(
    environment('workflow_run', { workflow_run: { ...target.workflow_run, head_repository: null } }),
  );
  assert.deepEqual([gone.kind, 'headRepository' in gone], ['workflowRun', false]);
});

test('a finished run that no pull request started, or of another repository, is not guessed at', () => {
  for (const [change, reason] of [
    [{ event: 'push' }, 'the run it reports was started by `push`, not by a pull request'],
    [{ event: 'schedule' }, 'the run it reports was started by `schedule`, not by a pull request'],
    [{ event: 'x`\n::error::' }, 'the run it reports was started by something else, not by a pull request'],
    [{ repository: { full_name: 'o/other' } }, 'the run it reports is one of another repository'],
    [{ head_sha: zeros }, 'its payload names no run with a head commit and a branch'],
    [{ head_branch: null }, 'its payload names no run with a head commit and a branch'],
  ] as const) {
    const payload = { workflow_run: { ...workflowRun.workflow_run, ...change } };
    assert.deepEqual(readEvent(environment('workflow_run', payload)), { kind: 'unclear', reason });
  }
});

test('a push names what was there before, and zeros mean nothing was', () => {
  const push = { before: id('b'), after: id('c'), forced: true };
  const ref = 'refs/heads/main';
  assert.deepEqual(readEvent(environment('push', push)), {
    kind: 'push',
    before: id('b'),
    after: id('c'),
    ref,
    forced: true,
  });
  const created = readEvent(environment('push', { ...push, before: zeros, forced: false }));
  assert.deepEqual(created, { kind: 'push', before: undefined, after: id('c'), ref, forced: false });
  const inForge = { ...push, before: zeros, repository: { default_branch: 'main' } };
  const leaves = (at: string) => {
    const read = readEvent(environment('push', inForge, id('c'), at));
    return 'leaves' in read ? read.leaves : undefined;
  };
  assert.equal(leaves('refs/heads/topic'), 'main', 'a new branch has left the default one');
  assert.equal(leaves('refs/heads/main'), undefined);
  assert.equal(leaves('refs/tags/v1'), undefined);
  assert.ok(!('leaves' in readEvent(environment('push', { ...inForge, before: id('b') }))));
  const deleted = readEvent(environment('push', { ...push, after: zeros }));
  assert.deepEqual(deleted, { kind: 'deletion', ref, before: id('b') });
  assert.equal(readEvent(environment('push', { after: 'x' }, '')).kind, 'unclear');
});

test('of an annotated tag the commit is meant, not the tag', () => {
  const push = { before: zeros, after: id('b'), forced: false };
  const found = readEvent(environment('push', push, id('c'), 'refs/tags/v1'));
  assert.equal(found.kind === 'push' && found.after, id('c'));
  const deleted = readEvent(environment('push', { before: id('b'), after: zeros }, id('c'), 'refs/tags/v1'));
  assert.equal(deleted.kind, 'deletion');
});

test('ids of SHA-256 are ids, and their zeros zeros', () => {
  const long = (digit: string) => digit.repeat(64);
  const push = { before: long('0'), after: long('b'), forced: false };
  const found = readEvent(environment('push', push, long('b')));
  assert.deepEqual(found.kind === 'push' && [found.before, found.after], [undefined, long('b')]);
  assert.equal(readEvent(environment('push', { before: long('a'), after: long('0') })).kind, 'deletion');
  assert.equal(readEvent(environment('push', { after: 'b'.repeat(50) }, '')).kind, 'unclear');
});

test('a merge group carries both commits', () => {
  const group = {
    base_sha: id('b'),
    base_ref: 'refs/heads/main',
    head_sha: id('c'),
    head_ref: 'refs/heads/gh-queue/x',
  };
  assert.deepEqual(readEvent(environment('merge_group', { merge_group: group })), {
    kind: 'mergeGroup',
    base: id('b'),
    head: id('c'),
    baseRef: 'main',
    headRef: 'gh-queue/x',
  });
  assert.equal(readEvent(environment('merge_group', {})).kind, 'unclear');
});

test('a dispatched or scheduled run is about the commit it stands on', () => {
  for (const event of ['workflow_dispatch', 'schedule', 'repository_dispatch']) {
    assert.deepEqual(readEvent(environment(event, {})), { kind: 'commit', sha: id('a'), ref: 'refs/heads/main' });
  }
  assert.equal(readEvent(environment('schedule', {}, '')).kind, 'unclear');
});

test('an event whose commits are not the change itself is not guessed at', () => {
  const reason = (event: string) => {
    const found = readEvent(environment(event, {}));
    return found.kind === 'unclear' ? found.reason : assert.fail(event);
  };
  for (const event of ['workflow_run', 'check_run', 'constructor', '']) assert.notEqual(reason(event), '');
  assert.equal(reason('issue_comment'), 'it is about a conversation, and GITHUB_SHA is the tip of the default branch');
  assert.equal(reason('release'), 'Flopgate does not know which of its commits to compare');
});

test('a payload of another shape is unclear, never a crash', () => {
  for (const payload of [null, [], 'x', { pull_request: [] }, { pull_request: { number: '7' } }] satisfies Json[]) {
    assert.equal(readEvent(environment('pull_request', payload)).kind, 'unclear');
  }
});

test('steps into JSON find own keys only', () => {
  const value: Json = { a: { b: 'x', n: 3, big: 1e300 }, list: ['y'] };
  assert.equal(textAt(value, 'a', 'b'), 'x');
  assert.equal(numberAt(value, 'a', 'n'), 3);
  assert.equal(numberAt(value, 'a', 'big'), undefined);
  assert.equal(textAt(value, 'a', 'n'), undefined);
  assert.equal(field(value, 'list', '0'), null);
  assert.equal(field(value, 'a', 'constructor'), null);
  assert.equal(field(value, '__proto__'), null);
});

test('a ref is shortened to the branch or tag people say', () => {
  assert.deepEqual(['refs/heads/a/b', 'refs/tags/v1', 'refs/pull/7/merge'].map(shortRef), [
    'a/b',
    'v1',
    'refs/pull/7/merge',
  ]);
});
