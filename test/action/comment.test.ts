import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Occasion, type Publication, publish, worthCreating } from '../../src/action/comment.ts';
import type { Environment } from '../../src/action/environment.ts';
import { openForge } from '../../src/action/forge.ts';
import { markerOf } from '../../src/report/marker.ts';
import { type GitHub, type GitHubOptions, startGitHub } from './github.ts';
import { here, type Pull } from './github-pulls.ts';
import { annotations, configPath, convolution, limit, manyBudgets, openScene, type Scene } from './scene.ts';

type Context = { after(done: () => Promise<void>): void };

async function start(t: Context, options: Partial<GitHubOptions> = {}): Promise<GitHub> {
  const github = await startGitHub({ owner: 'o', repo: 'r', token: 'secret', ...options });
  github.pulls.push(pullAt(head));
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
const head = 'a'.repeat(40);

function pullAt(sha: string): Pull {
  return { number: 7, head: { sha, ref: 'topic', repo: here }, base: { sha: 'b'.repeat(40), ref: 'main' } };
}

const bot = 'github-actions[bot]';

function about(text: string, more: Partial<Publication> = {}): Publication {
  const body = `${text}\n\n${marker}\n`;
  return { pullRequest: 7, headSha: head, body, shorter: () => body, marker, create: true, ...more };
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
  assert.deepEqual(
    github.calls.map(({ operation }) => operation),
    [
      'issues/list-comments',
      'issues/list-comments',
      'pulls/get',
      'issues/create-comment',
      'issues/create-comment',
      'issues/list-comments',
    ],
  );
});

test('when the answer to a write got lost it looks before it writes again', async (t) => {
  const lost = { status: 502, message: 'Bad Gateway', after: true } as const;
  const github = await start(t, {
    fault: (operation, times) => (operation === 'issues/create-comment' && times === 0 ? lost : undefined),
  });
  assert.deepEqual(await publish(forgeOf(github), about('a')), { kind: 'created', id: 1001 });
  assert.deepEqual(github.writes(), ['issues/create-comment']);
  assert.equal(github.comments.length, 1);
});

test('a server that fails to write is asked once more, and then let be', async (t) => {
  const github = await start(t, {
    fault: (operation) => (operation === 'issues/create-comment' ? { status: 502, message: 'Bad Gateway' } : undefined),
  });
  const published = await publish(forgeOf(github), about('a'));
  assert.equal(published.kind === 'failed' && published.problem.code, 'publish/failed');
  assert.deepEqual(github.writes(), ['issues/create-comment', 'issues/create-comment']);
});

test('an older run leaves what a later one wrote, and a later one replaces it', async (t) => {
  const github = await start(t);
  const forge = forgeOf(github);
  const by = (id: number, attempt = 1) => ({ run: { id, attempt } });
  assert.equal((await publish(forge, about('run 60', by(60)))).kind, 'created');
  assert.deepEqual(await publish(forge, about('run 50', by(50))), { kind: 'later', id: 1001 });
  assert.deepEqual(await publish(forge, about('run 50 again', by(50, 2))), { kind: 'later', id: 1001 });
  assert.match(github.comments[0]?.body ?? '', /^run 60\n\n<!-- flopgate:run:60:1 -->\n<!-- flopgate:comment: -->\n$/);
  // The same words are the same comment, whichever run says them.
  assert.equal((await publish(forge, about('run 60', by(70)))).kind, 'unchanged');
  assert.equal((await publish(forge, about('run 60, once more', by(60, 2)))).kind, 'updated');
  assert.equal((await publish(forge, about('run 70', by(70)))).kind, 'updated');
  assert.deepEqual(github.writes(), ['issues/create-comment', 'issues/update-comment', 'issues/update-comment']);
});

test('a run in somebody else’s comment, or in the middle of a text, holds nobody off', async (t) => {
  const github = await start(t);
  const forged = '<!-- flopgate:run:999999:1 -->';
  github.plant(`fake\n\n${forged}\n${marker}`, 'mallory');
  github.plant(`quoted\n${forged}\nby a name\n${marker}`, bot);
  github.plant(`quoted x${forged}\n${marker}`, bot);
  const published = await publish(forgeOf(github), about('ours', { run: { id: 5, attempt: 1 } }));
  assert.equal(published.kind, 'updated');
  assert.deepEqual(
    github.comments.map(({ user }) => user?.login),
    ['mallory', bot],
  );
});

test('nothing is written once the head has moved, and it says where to', async (t) => {
  const github = await start(t);
  const own = github.plant(`of the old head\n\n${marker}`, bot);
  const moved = 'c'.repeat(40);
  github.pulls.splice(0, 1, pullAt(moved));
  assert.deepEqual(await publish(forgeOf(github), about('a')), { kind: 'moved', to: moved });
  assert.deepEqual([github.writes(), own.body], [[], `of the old head\n\n${marker}`]);
});

test('what was closed or merged meanwhile gets no new comment; one that is there is kept true', async (t) => {
  const github = await start(t);
  const [pull] = github.pulls;
  if (pull !== undefined) pull.state = 'closed';
  assert.deepEqual(await publish(forgeOf(github), about('a')), { kind: 'closed' });
  const { id } = github.plant(`red\n\n${marker}`, bot);
  assert.deepEqual(await publish(forgeOf(github), about('green')), { kind: 'updated', id });
});

test('a pull request that cannot be read again is not written to', async (t) => {
  const github = await start(t, {
    fault: (operation) =>
      operation === 'pulls/get' ? { status: 403, message: 'Resource not accessible by integration' } : undefined,
  });
  const published = await publish(forgeOf(github), about('a'));
  assert.equal(published.kind === 'failed' && published.problem.code, 'publish/denied');
  assert.deepEqual(github.writes(), []);
});

test('of comments that runs made side by side the latest run’s is kept, whoever made it first', async (t) => {
  for (const [mine, theirs, kept] of [
    [50, 60, 'theirs'],
    [60, 50, 'mine'],
  ] as const) {
    const twin = `theirs\n\n<!-- flopgate:run:${theirs}:1 -->\n${marker}\n`;
    const github = await start(t, {
      // The other run writes between our first look and our own comment.
      fault: (operation) => {
        if (operation === 'pulls/get') github.plant(twin, bot);
        return undefined;
      },
    });
    const published = await publish(forgeOf(github), about('mine', { run: { id: mine, attempt: 1 } }));
    assert.equal(published.kind, kept === 'mine' ? 'created' : 'later');
    assert.equal(github.comments.length, 1);
    assert.match(github.comments[0]?.body ?? '', new RegExp(`^${kept}\n`));
    assert.deepEqual(github.writes(), ['issues/create-comment', 'issues/delete-comment']);
  }
});

test('a duplicate that is gone already is no failure', async (t) => {
  const github = await start(t, {
    fault: (operation) => (operation === 'issues/delete-comment' ? { status: 404, message: 'Not Found' } : undefined),
  });
  github.plant(`a\n\n${marker}`, bot);
  const { id } = github.plant(`b\n\n${marker}`, bot);
  assert.deepEqual(await publish(forgeOf(github), about('b')), { kind: 'unchanged', id });
});

test('a body the forge finds too long is sent once more with fewer blocks, and then left as it is', async (t) => {
  const message =
    'Validation Failed: {"resource":"IssueComment","code":"unprocessable","field":"data","message":"Body is too long (maximum is 65536 characters)"}';
  const github = await start(t, {
    fault: (operation, times) =>
      /create-comment|update-comment/.test(operation) && times === 0 ? { status: 422, message } : undefined,
  });
  const short = `short\n\n${marker}\n`;
  const long = about('a long text', { shorter: () => short, run: { id: 5, attempt: 1 } });
  assert.equal((await publish(forgeOf(github), long)).kind, 'created');
  assert.equal(github.comments[0]?.body, `short\n\n<!-- flopgate:run:5:1 -->\n${marker}\n`);
  assert.equal((await publish(forgeOf(github), long)).kind, 'unchanged');
  const next = about('another long text', { shorter: () => `brief\n\n${marker}\n` });
  assert.equal((await publish(forgeOf(github), next)).kind, 'updated');
  assert.deepEqual(github.writes(), [
    'issues/create-comment',
    'issues/create-comment',
    'issues/update-comment',
    'issues/update-comment',
  ]);
  const never = await start(t, {
    fault: (operation) => (operation === 'issues/create-comment' ? { status: 422, message } : undefined),
  });
  const failed = await publish(forgeOf(never), long);
  assert.equal(failed.kind === 'failed' && failed.problem.code, 'publish/failed');
  assert.equal(never.writes().length, 2, 'no third try');
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

// From here on as the runner starts it. 4 filters: 6,912 MACs; 5: 8,640; 8: 13,824.
const model = 'models/m.onnx';
const budgeted = { [configPath]: limit('10 k'), [model]: convolution(4) };
const text = (scene: Scene) => scene.github.comments[0]?.body ?? '';

test('whatever the policy but `never`, a red comment turns green when the change is fixed or taken back', async (t) => {
  for (const policy of ['always', 'on-change', 'on-failure'] as const) {
    const scene = await openScene(t, budgeted);
    scene.push({ [model]: convolution(8) });
    await scene.pullRequest({ comment: policy });
    assert.match(text(scene), /^## ❌/);
    scene.push({ [model]: convolution(5) });
    assert.equal((await scene.pullRequest({ comment: policy })).code, 0);
    assert.match(text(scene), /^## ✅/);
    scene.push({ [model]: convolution(4) });
    const back = await scene.pullRequest({ comment: policy });
    assert.deepEqual([back.outputs.get('changed'), back.outputs.get('comment-id')], ['0', '1001']);
    assert.match(text(scene), /^## ✅[\s\S]*No model changed/);
  }
});

test('each policy creates a comment on its own occasions, and `never` touches none', async (t) => {
  const scene = await openScene(t, budgeted);
  scene.push({ 'readme.md': 'text' });
  for (const policy of ['on-change', 'on-failure', 'never'] as const) await scene.pullRequest({ comment: policy });
  scene.push({ [model]: convolution(5) });
  for (const policy of ['on-failure', 'never'] as const) await scene.pullRequest({ comment: policy });
  assert.deepEqual(scene.github.writes(), []);
  await scene.pullRequest({ comment: 'on-change' });
  assert.deepEqual(scene.github.writes(), ['issues/create-comment']);
  const green = text(scene);
  scene.push({ [model]: convolution(8) });
  const before = scene.github.calls.length;
  assert.equal((await scene.pullRequest({ comment: 'never' })).code, 1);
  assert.deepEqual([text(scene), scene.github.calls.length], [green, before]);
});

test('a slow run neither comments on a head that moved nor writes over a later run, and its verdict stands', async (t) => {
  const scene = await openScene(t, budgeted);
  const [pull] = scene.github.pulls;
  const { head: stale } = scene.push({ [model]: convolution(8) });
  const moved = 'd'.repeat(40);
  if (pull !== undefined) pull.head = { ...pull.head, sha: moved };
  const late = await scene.pullRequest({});
  assert.deepEqual([late.code, late.outputs.get('verdict'), late.outputs.get('comment-id')], [1, 'fail', '']);
  assert.match(late.log, /Comment: not written\. The head moved to dddddddddddd meanwhile/);
  assert.deepEqual(scene.github.writes(), []);
  if (pull !== undefined) pull.head = { ...pull.head, sha: stale };
  await scene.pullRequest({}, { env: { GITHUB_RUN_ID: '100' } });
  const newest = text(scene);
  const other = await scene.pullRequest({ 'fail-on': 'never', models: 'models/m.onnx\nmodels/none.onnx' });
  assert.deepEqual([other.outputs.get('verdict'), other.outputs.get('comment-id')], ['fail', '1001']);
  assert.match(other.log, /Comment: left as a later run wrote it/);
  assert.equal(text(scene), newest);
  // The same run tried once more is later than its first attempt.
  await scene.pullRequest({ models: 'models/*' }, { env: { GITHUB_RUN_ID: '100', GITHUB_RUN_ATTEMPT: '2' } });
  assert.equal(text(scene), newest, 'the same words');
});

test('a comment that is too long for the forge is told in fewer blocks, whole ones', async (t) => {
  const message = 'Validation Failed: "Body is too long (maximum is 32768 characters)"';
  const scene = await openScene(
    t,
    { ...budgeted, [configPath]: manyBudgets(50) },
    {
      fault: (operation, times) =>
        operation === 'issues/create-comment' && times === 0 ? { status: 422, message } : undefined,
    },
  );
  scene.push({ [model]: convolution(8) });
  const outcome = await scene.pullRequest({}, { source: true });
  const size = Buffer.byteLength(text(scene));
  const full = readFileSync(outcome.outputs.get('markdown') ?? '', 'utf8');
  assert.ok(Buffer.byteLength(full) > 30_000 && size <= 30_000, `${Buffer.byteLength(full)} ${size}`);
  assert.match(
    text(scene),
    /Shortened to fit here[\s\S]*<\/sub>\n\n<!-- flopgate:run:99:1 -->\n<!-- flopgate:comment: -->\n$/,
  );
  assert.deepEqual(annotations(outcome, 'warning'), []);
});
