import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Occasion, type Publication, publish, worthCreating } from '../../src/action/comment.ts';
import type { Environment } from '../../src/action/environment.ts';
import { openForge, waitFor } from '../../src/action/forge.ts';
import { markerOf } from '../../src/report/marker.ts';
import { type GitHub, type GitHubOptions, startGitHub } from './github.ts';

type Context = { after(done: () => Promise<void>): void };

async function start(t: Context, options: Partial<GitHubOptions> = {}): Promise<GitHub> {
  const github = await startGitHub({ owner: 'o', repo: 'r', token: 'secret', ...options });
  t.after(github.close);
  return github;
}

function forgeOf(github: GitHub, token = 'secret') {
  const environment: Environment = {
    serverUrl: 'http://127.0.0.1',
    apiUrl: github.url,
    owner: 'o',
    repository: 'r',
    event: 'pull_request',
    payload: null,
    sha: '',
    ref: '',
    workspace: undefined,
    temp: '',
  };
  return openForge(environment, token);
}

const marker = markerOf('');
const bot = 'github-actions[bot]';

function about(text: string, more: Partial<Publication> = {}): Publication {
  return { pullRequest: 7, body: `${text}\n\n${marker}\n`, marker, create: true, ...more };
}

test('creates a comment, leaves an equal one alone, updates a changed one in place', async (t) => {
  const github = await start(t);
  const forge = forgeOf(github);
  assert.deepEqual(await publish(forge, about('one')), { kind: 'created', id: 1001 });
  assert.deepEqual(await publish(forge, about('one')), { kind: 'unchanged', id: 1001 });
  assert.deepEqual(await publish(forge, about('two')), { kind: 'updated', id: 1001 });
  assert.deepEqual(
    github.comments.map(({ body }) => body),
    [`two\n\n${marker}\n`],
  );
  assert.deepEqual(github.writes(), ['issues/create-comment', 'issues/update-comment']);
  assert.deepEqual(github.violations, []);
});

test('an equal text is equal whatever line ends the forge keeps', async (t) => {
  const github = await start(t);
  github.plant(`one\r\n\r\n${marker}\r\n`, bot);
  assert.equal((await publish(forgeOf(github), about('one'))).kind, 'unchanged');
});

test('finds its comment behind hundreds of others', async (t) => {
  for (const pageSize of [100, 50]) {
    const github = await start(t, { pageSize });
    for (let i = 0; i < 230; i++) github.plant(`chatter ${i}`, 'octocat');
    const own = github.plant(`old\n\n${marker}`, bot);
    for (let i = 0; i < 30; i++) github.plant(`more ${i}`, 'octocat');
    assert.deepEqual(await publish(forgeOf(github), about('new')), { kind: 'updated', id: own.id });
    assert.deepEqual(github.violations, []);
  }
});

test('a marker in somebody else’s comment, or in the middle of a text, is not ours', async (t) => {
  const github = await start(t);
  github.plant(`fake\n\n${marker}`, 'mallory');
  github.plant(`fake\n\n${marker}`, 'github-actions');
  github.plant(`${marker}\nquoted by a name`, bot);
  github.plant(`other key\n\n${markerOf('other')}`, bot);
  const published = await publish(forgeOf(github), about('ours'));
  assert.equal(published.kind, 'created');
  assert.equal(github.comments.length, 5);
  assert.deepEqual(github.violations, []);
});

test('duplicates are removed and the newest is kept up to date', async (t) => {
  const github = await start(t);
  github.plant(`a\n\n${marker}`, bot);
  github.plant('chatter', 'octocat');
  const newest = github.plant(`b\n\n${marker}`, bot);
  assert.deepEqual(await publish(forgeOf(github), about('c')), { kind: 'updated', id: newest.id });
  assert.deepEqual(
    github.comments.map(({ body }) => body),
    ['chatter', `c\n\n${marker}\n`],
  );
});

test('a personal token’s comments are found under that person’s name', async (t) => {
  const github = await start(t, { person: 'octocat', prefix: '/api/v3' });
  github.plant(`fake\n\n${marker}`, bot);
  const own = github.plant(`a\n\n${marker}`, 'octocat');
  assert.deepEqual(await publish(forgeOf(github), about('b')), { kind: 'updated', id: own.id });
  assert.deepEqual(github.violations, []);
});

test('who we are is not asked while no comment bears the marker', async (t) => {
  const github = await start(t);
  await publish(forgeOf(github), about('a', { create: false }));
  assert.deepEqual(
    github.calls.map(({ operation }) => operation),
    ['issues/list-comments'],
  );
});

test('a comment that is not worth creating still replaces a stale one', async (t) => {
  const github = await start(t);
  assert.deepEqual(await publish(forgeOf(github), about('green', { create: false })), { kind: 'nothing' });
  const own = github.plant(`red\n\n${marker}`, bot);
  assert.deepEqual(await publish(forgeOf(github), about('green', { create: false })), { kind: 'updated', id: own.id });
});

test('a read-only token ends in a warning that names the missing permission', async (t) => {
  const message = 'Resource not accessible by integration';
  for (const status of [403, 404]) {
    const github = await start(t, {
      fault: (operation) => (operation === 'issues/create-comment' ? { status, message } : undefined),
    });
    const published = await publish(forgeOf(github), about('a'));
    assert.equal(published.kind, 'failed');
    if (published.kind !== 'failed') return;
    assert.equal(published.problem.code, 'publish/denied');
    assert.match(published.problem.help, /pull-requests: write/);
    assert.match(published.problem.message, new RegExp(`${status} \\(${message}`));
    assert.deepEqual(github.violations, []);
  }
});

test('a wrong token, an absent one and a forge that is not there end in warnings too', async (t) => {
  const github = await start(t);
  const wrong = await publish(forgeOf(github, 'wrong'), about('a'));
  assert.equal(wrong.kind === 'failed' && wrong.problem.code, 'publish/denied');
  const none = await publish(forgeOf(github, ''), about('a'));
  assert.equal(none.kind === 'failed' && none.problem.code, 'publish/failed');
});

test('waits and asks again after a fault of the server or a secondary limit', async (t) => {
  const retry = { 'retry-after': '0' };
  const github = await start(t, {
    fault: (operation, times) => {
      if (operation === 'issues/list-comments' && times === 0) return { status: 502, message: 'x', headers: retry };
      if (operation === 'issues/create-comment' && times === 0) {
        return { status: 403, message: 'You have exceeded a secondary rate limit', headers: retry };
      }
      return undefined;
    },
  });
  assert.equal((await publish(forgeOf(github), about('a'))).kind, 'created');
  assert.equal(github.comments.length, 1);
  assert.equal(github.calls.length, 4);
});

test('does not write twice when the answer to a write got lost', async (t) => {
  const github = await start(t, {
    fault: (operation) => (operation === 'issues/create-comment' ? { status: 502, message: 'Bad Gateway' } : undefined),
  });
  const published = await publish(forgeOf(github), about('a'));
  assert.equal(published.kind === 'failed' && published.problem.code, 'publish/failed');
  assert.deepEqual(github.writes(), ['issues/create-comment']);
});

test('waits as long as asked, but never more than a minute', () => {
  const refusal = (status: number, headers = {}, message = '') => ({ status, headers, message });
  assert.equal(waitFor(refusal(503), 3, 'often'), 4);
  assert.equal(waitFor(refusal(503), 1, 'once'), undefined);
  assert.equal(waitFor(refusal(429, { 'retry-after': '30' }), 1, 'once'), 30);
  assert.equal(waitFor(refusal(429, { 'retry-after': '3600' }), 1, 'often'), undefined);
  assert.equal(waitFor(refusal(403, {}, 'API rate limit exceeded'), 1, 'often'), 60);
  assert.equal(waitFor(refusal(403, {}, 'Resource not accessible'), 1, 'often'), undefined);
  assert.equal(waitFor(refusal(404), 1, 'often'), undefined);
  assert.equal(waitFor(undefined, 1, 'often'), undefined);
});

test('each policy makes a comment on its own occasions', () => {
  const on = (verdict: Occasion['verdict'], changed: number, failOn: Occasion['failOn'] = 'error') => ({
    verdict,
    changed,
    failOn,
  });
  const quiet = on('pass', 0);
  const change = on('pass', 1);
  const warned = on('warn', 1);
  const failed = on('fail', 0);
  const policies = ['always', 'on-change', 'on-failure', 'never'] as const;
  const table = policies.map((policy) => [quiet, change, warned, failed].map((o) => worthCreating(policy, o)));
  assert.deepEqual(table, [
    [true, true, true, true],
    [false, true, true, true],
    [false, false, false, true],
    [false, false, false, false],
  ]);
  assert.equal(worthCreating('on-failure', on('warn', 1, 'warn')), true);
});
