import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Environment, readEnvironment } from '../../src/action/environment.ts';
import { openForge } from '../../src/action/forge.ts';
import { type GitHubOptions, startGitHub } from './github.ts';
import type { Pull } from './github-pulls.ts';

type Context = { after(done: () => Promise<void>): void };

async function open(t: Context, options: Partial<GitHubOptions> = {}) {
  const github = await startGitHub({ owner: 'o', repo: 'r', token: 'secret', ...options });
  t.after(github.close);
  const environment: Environment = {
    serverUrl: 'http://127.0.0.1',
    apiUrl: github.url,
    owner: 'o',
    repository: 'r',
    event: '',
    payload: null,
    sha: '',
    ref: '',
    workspace: undefined,
    temp: '',
  };
  return { github, forge: openForge(environment, 'secret') };
}

const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];

test('asks where the head left the base, by the branch’s name', async (t) => {
  const { github, forge } = await open(t, { mergeBase: { mergeBase: a, baseTip: b } });
  assert.deepEqual(await forge.mergeBase('feature/x', b), { mergeBase: a, baseTip: b });
  assert.match(github.calls[0]?.path ?? '', /\/compare\/feature%2Fx\.\.\.b+\?per_page=1$/);
  assert.deepEqual(github.violations, []);
});

test('an answer that names no commits is no answer, and an error is the caller’s', async (t) => {
  const { forge } = await open(t, { mergeBase: { mergeBase: 'main', baseTip: b } });
  assert.equal(await forge.mergeBase('main', b), undefined);
  const { forge: other } = await open(t);
  await assert.rejects(other.mergeBase('main', b), { status: 404 });
});

test('an installation’s comments are by its app’s bot, and not by a person of the same name', async (t) => {
  const { forge } = await open(t);
  const isOurs = await forge.isOurs();
  assert.equal(isOurs({ login: 'github-actions[bot]', type: 'Bot' }), true);
  assert.equal(isOurs({ login: 'github-actions[bot]' }), true);
  assert.equal(isOurs({ login: 'github-actions[bot]', type: 'User' }), false);
  assert.equal(isOurs({ login: 'github-actions', type: 'User' }), false);
});

test('an app of one’s own is known by its name, and a forge without GraphQL leaves GitHub’s', async (t) => {
  const { forge } = await open(t, { app: 'our-app' });
  assert.equal((await forge.isOurs())({ login: 'our-app[bot]', type: 'Bot' }), true);
  const { forge: plain } = await open(t, { app: null });
  assert.equal((await plain.isOurs())({ login: 'github-actions[bot]', type: 'Bot' }), true);
});

const pull: Pull = {
  number: 7,
  head: { sha: a, ref: 'topic', repo: { id: 2, fullName: 'forker/r' } },
  base: { sha: b, ref: 'main' },
  mergeable: [null, true],
  mergeSha: 'c'.repeat(40),
  labels: ['cost'],
};

test('a pull request is told with its head, its base and its test merge', async (t) => {
  const { github, forge } = await open(t);
  github.pulls.push(pull);
  const told = {
    number: 7,
    open: true,
    headSha: a,
    headRef: 'topic',
    headRepository: { id: 2, fullName: 'forker/r' },
    baseRef: 'main',
    baseSha: b,
    mergeable: null,
    mergeSha: 'c'.repeat(40),
    labels: ['cost'],
    createdAt: '2026-01-01T00:00:00Z',
  };
  assert.deepEqual(await forge.pullRequest(7), told);
  assert.deepEqual(await forge.pullRequest(7), { ...told, mergeable: true });
  await assert.rejects(forge.pullRequest(8), { status: 404 });
  github.pulls.splice(0, 1, { ...pull, head: { ...pull.head, sha: 'a branch', repo: null } });
  assert.equal(await forge.pullRequest(7), undefined, 'a head that is no commit is none');
  assert.deepEqual(github.violations, []);
});

test('pull requests from a branch are asked for by its owner and name, whatever stands in the name', async (t) => {
  const { github, forge } = await open(t);
  github.pulls.push({ ...pull, head: { ...pull.head, ref: 'a&state=all#/ü' } });
  assert.equal((await forge.pullRequestsFrom('forker', 'a&state=all#/ü')).length, 1);
  github.pulls.push(pull, { ...pull, number: 8, state: 'closed' });
  const found = await forge.pullRequestsFrom('forker', 'topic');
  assert.deepEqual(
    found.map(({ number, mergeable }) => [number, mergeable]),
    [[7, null]],
  );
  assert.deepEqual(github.violations, []);
});

test('an address under /api/v1 is one where pages are counted by `limit`, and no merge base is told', async (t) => {
  const { github, forge } = await open(t, {
    prefix: '/api/v1',
    dialect: 'gitea',
    mergeBase: { mergeBase: a, baseTip: b },
  });
  for (let number = 1; number <= 101; number++) github.pulls.push({ ...pull, number, mergeSha: null });
  assert.equal((await forge.pullRequestsFrom('forker', 'topic')).length, 101);
  assert.deepEqual(
    github.calls.map(({ path }) => path.replace(/.*&limit/, 'limit')),
    ['limit=50&page=1', 'limit=50&page=2', 'limit=50&page=3'],
  );
  const told = await forge.pullRequest(1);
  assert.deepEqual([told?.mergeable, told?.mergeSha, told?.mergeBase], [true, undefined, a]);
  assert.equal(await forge.mergeBase('main', a), undefined);
  assert.deepEqual(await forge.comments(1), []);
  assert.deepEqual(github.violations, []);
});

test('without a token nothing is known of pull requests, and a list of them is an error', async () => {
  const environment = readEnvironment({ GITHUB_REPOSITORY: 'o/r' });
  const forge = openForge(environment, '');
  assert.equal(await forge.pullRequest(7), undefined);
  await assert.rejects(forge.pullRequestsFrom('o', 'topic'), /`github-token` is empty/);
});
