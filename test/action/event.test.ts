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
    head: { sha: id('b'), ref: 'topic' },
    base: { sha: id('c'), ref: 'main' },
    merge_base: id('d'),
  },
};

test('a pull request is judged on its test merge', () => {
  assert.deepEqual(readEvent(environment('pull_request', pullRequest, id('a'), 'refs/pull/7/merge')), {
    kind: 'pullRequest',
    number: 7,
    headSha: id('b'),
    headRef: 'topic',
    baseRef: 'main',
    baseSha: id('c'),
    merge: { sha: id('a'), ref: 'refs/pull/7/merge' },
    mergeBase: id('d'),
  });
});

test('under pull_request_target, and where the run is on the head itself, there is no test merge', () => {
  for (const given of [
    environment('pull_request_target', pullRequest, id('a')),
    environment('pull_request', pullRequest, id('b'), 'refs/pull/7/head'),
  ]) {
    const found = readEvent(given);
    assert.equal(found.kind === 'pullRequest' && found.merge === undefined, true);
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
  const deleted = readEvent(environment('push', { ...push, after: zeros }));
  assert.deepEqual(deleted, { kind: 'deletion', ref, before: id('b') });
  assert.equal(readEvent(environment('push', { after: 'x' }, '')).kind, 'unclear');
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
  for (const event of ['workflow_run', 'issue_comment', 'constructor', '']) {
    assert.equal(readEvent(environment(event, {})).kind, 'unclear', event);
  }
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
