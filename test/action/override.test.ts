import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Environment } from '../../src/action/environment.ts';
import { openForge } from '../../src/action/forge.ts';
import { readOverride } from '../../src/action/override.ts';
import type { Report } from '../../src/report/report.ts';
import { type GitHub, type GitHubOptions, startGitHub } from './github.ts';
import type { Happened } from './github-happenings.ts';
import { here } from './github-pulls.ts';
import { annotations, configPath, convolution, limit, openScene, type Scene } from './scene.ts';

type Context = { after(done: () => Promise<void>): void };

const label = 'flopgate-accept';
const [costly, cheap] = ['c'.repeat(40), 'a'.repeat(40)];

/** The stand-in's pull request was opened at midnight; every case is about this day. */
const at = (clock: string) => `2026-01-01T${clock}Z`;
const labeled = (clock: string, by: string | null = 'ada'): Happened => ({
  event: 'labeled',
  at: at(clock),
  by,
  label,
});
const unlabeled = (clock: string): Happened => ({ event: 'unlabeled', at: at(clock), by: 'ada', label });
const forced = (clock: string): Happened => ({ event: 'head_ref_force_pushed', at: at(clock) });
const happened = (event: string, clock: string): Happened => ({ event, at: at(clock) });

function payload(action: string, clock: string, more: object = {}, sha = costly) {
  return {
    action,
    number: 7,
    pull_request: { number: 7, updated_at: at(clock), head: { sha, ref: 'topic' } },
    sender: { login: 'ada' },
    ...(action === 'labeled' && { label: { name: label } }),
    ...more,
  };
}

interface Day {
  /** The event of the run that judged the costly commit. */
  readonly payload?: object;
  readonly events?: readonly Happened[];
  readonly runs?: GitHub['runs'];
  readonly labels?: readonly string[];
  readonly head?: string;
  readonly headRepo?: typeof here | null;
  readonly options?: Partial<GitHubOptions>;
}

async function read(t: Context, day: Day) {
  const github = await startGitHub({ owner: 'o', repo: 'r', token: 'secret', ...day.options });
  t.after(github.close);
  const { head = costly, headRepo = here, labels = [label] } = day;
  const base = { sha: 'b'.repeat(40), ref: 'main' };
  github.pulls.push({ number: 7, head: { sha: head, ref: 'topic', repo: headRepo }, base, labels });
  github.happened.push(...(day.events ?? [labeled('10:00:00')]));
  github.runs.push(...(day.runs ?? []));
  for (const [login, permission] of [
    ['ada', 'write'],
    ['owner', 'admin'],
    ['triage', 'read'],
    ['mallory', 'none'],
  ] as const)
    github.rights.set(login, { permission });
  // A name that somebody else has now.
  github.rights.set('renamed', { permission: 'admin', id: 77 });
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
  const asked = day.payload ?? payload('labeled', '10:00:00');
  const judged = { label, pullRequest: 7, headSha: costly, payload: JSON.parse(JSON.stringify(asked)) };
  const override = await readOverride(openForge(environment, 'secret'), judged);
  assert.deepEqual(github.violations, []);
  return { override, calls: github.calls.map(({ operation }) => operation) };
}

test('the run that the label starts accepts what it judged, and says who set it, when and on which commit', async (t) => {
  const { override, calls } = await read(t, {});
  const waiver = { label, actor: 'ada', at: at('10:00:00'), commit: costly };
  assert.deepEqual(override, { kind: 'accepted', waiver });
  assert.deepEqual(calls, ['pulls/get', 'issues/list-events', 'repos/get-collaborator-permission-level']);
});

test('it accepts in every other case where the label was surely set on this commit', async (t) => {
  const days: Readonly<Record<string, Day>> = {
    'the failed run on this push, run again after the label was set': { payload: payload('synchronize', '09:00:00') },
    'on pull_request_target the payload says the same': { payload: payload('opened', '00:00:00') },
    'set by an admin': {
      events: [labeled('10:00:00', 'owner')],
      payload: payload('labeled', '10:00:00', { sender: { login: 'owner' } }),
    },
    'set, removed, and set again': { events: [labeled('09:00:00'), unlabeled('09:30:00'), labeled('10:00:00')] },
    'set on an older commit, and again on this one': {
      events: [labeled('08:00:00'), forced('08:30:00'), unlabeled('09:59:00'), labeled('10:00:00')],
    },
    'another label came and went since': {
      events: [labeled('10:00:00'), { ...unlabeled('10:01:00'), label: 'other' }],
    },
    'the payload is dated a little after the label': { payload: payload('labeled', '10:00:03') },
    'the head was force-pushed well before': { events: [forced('09:58:59'), labeled('10:00:00')] },
    'another label starts a run, and an earlier run saw this head': {
      payload: payload('labeled', '11:00:00', { label: { name: 'other' } }),
      runs: [{ headSha: costly, at: at('09:00:00') }],
    },
    'a run of workflow_run, and the run it is about saw this head': {
      payload: { action: 'completed', workflow_run: { head_sha: costly } },
      runs: [
        { headSha: costly, at: at('10:00:10') },
        { headSha: costly, at: at('09:00:00') },
      ],
    },
  };
  for (const [name, day] of Object.entries(days)) {
    const { override } = await read(t, day);
    assert.equal(override.kind, 'accepted', name);
  }
});

test('without the label nothing more is asked', async (t) => {
  const { override, calls } = await read(t, { labels: ['flopgate-accepted', 'bug'] });
  assert.deepEqual([override, calls], [{ kind: 'absent' }, ['pulls/get']]);
});

/** Each case with a word of why it is refused. */
const refused: Readonly<Record<string, readonly [RegExp, Day]>> = {
  'set by somebody with triage rights': [
    /triage set it, and has no write access/,
    { events: [labeled('10:00:00', 'triage')] },
  ],
  'set by an author without rights': [/mallory set it, and has no/, { events: [labeled('10:00:00', 'mallory')] }],
  'set by a bot that is no collaborator': [
    /rights of labeler\[bot\] could not be read.*404/,
    { events: [labeled('10:00:00', 'labeler[bot]')] },
  ],
  'set by a writer, removed, and set again by somebody else': [
    /triage set it/,
    { events: [labeled('09:00:00'), unlabeled('09:30:00'), labeled('10:00:00', 'triage')] },
  ],
  'set by an account that is gone': [/who set it, or when, is not known/, { events: [labeled('10:00:00', null)] }],
  'set under a name that is somebody else’s now': [
    /renamed is not who set it then/,
    { events: [labeled('10:00:00', 'renamed')] },
  ],
  'on it, though its events say it was removed': [
    /events do not say who set it/,
    { events: [labeled('09:00:00'), unlabeled('10:00:00')] },
  ],
  'removed and set in one second, by the order of the events': [
    /events do not say who set it/,
    { events: [labeled('10:00:00'), unlabeled('10:00:00')] },
  ],
  'on it, though no event tells of it': [/events do not say who set it/, { events: [] }],
  'dated with no date': [/events do not say|is not known/, { events: [{ ...labeled('10:00:00'), at: 'soon' }] }],
  'set on another head than the one that was judged': [/this run judged c{12}, and the head is a{12}/, { head: cheap }],
  'set before the costly commit was pushed': [
    /nothing shows that it was set on c{12}/,
    { payload: payload('synchronize', '10:30:00'), runs: [{ headSha: cheap, at: at('09:00:00') }] },
  ],
  'set before, with the run on the costly commit started after': [
    /nothing shows/,
    { payload: payload('synchronize', '10:30:00'), runs: [{ headSha: costly, at: at('10:30:01') }] },
  ],
  'set in the second in which the commit was pushed': [
    /nothing shows/,
    { payload: payload('synchronize', '10:00:00'), runs: [{ headSha: costly, at: at('10:00:00') }] },
  ],
  'another label was set on the costly commit': [
    /nothing shows/,
    { payload: payload('labeled', '10:30:00', { label: { name: 'other' } }) },
  ],
  'another label was set in the seconds after, when the commit may just have come': [
    /nothing shows/,
    { payload: payload('labeled', '10:00:05', { label: { name: 'other' } }) },
  ],
  'an event of another kind tells of it in the seconds after': [
    /nothing shows/,
    { payload: payload('unlabeled', '10:00:05', { label: { name: label } }) },
  ],
  'the labelled event of another commit, run again': [
    /nothing shows/,
    { payload: payload('labeled', '10:00:00', {}, cheap) },
  ],
  'somebody else set it on the costly commit, and the events lag behind': [
    /nothing shows/,
    { payload: payload('labeled', '10:00:05', { sender: { login: 'triage' } }) },
  ],
  'the labelled event is of a setting that is not yet among the events': [
    /nothing shows/,
    { payload: payload('labeled', '12:00:00') },
  ],
  // Push the costly commit, push it away, have the cheap one labelled, push the costly one again.
  'pushed, forced back, labelled, pushed again': [
    /nothing shows/,
    {
      payload: payload('synchronize', '10:30:00'),
      events: [forced('09:30:00'), labeled('10:00:00')],
      runs: [{ headSha: costly, at: at('09:00:00') }],
    },
  ],
  'the same, and the cheap commit skipped its runs': [
    /nothing shows/,
    {
      payload: payload('synchronize', '12:00:00'),
      events: [forced('09:00:01'), labeled('11:00:00')],
      runs: [{ headSha: costly, at: at('09:00:02') }],
    },
  ],
  'the same, and the old failed run is run again': [
    /force-pushed|nothing shows/,
    {
      payload: payload('synchronize', '09:00:02'),
      events: [forced('09:00:01'), labeled('11:00:00')],
      runs: [{ headSha: costly, at: at('09:00:02') }],
    },
  ],
  'labelled on the cheap commit on top of it, then forced back': [
    /force-pushed/,
    {
      payload: payload('synchronize', '09:00:00'),
      events: [labeled('10:00:00'), forced('10:30:00')],
      runs: [{ headSha: costly, at: at('09:00:00') }],
    },
  ],
  'labelled, forced away and back again': [/force-pushed/, { events: [labeled('10:00:00'), forced('10:00:01')] }],
  'forced within the minute before': [/force-pushed/, { events: [forced('09:59:30'), labeled('10:00:00')] }],
  'closed, pushed and reopened': [
    /force-pushed, or the like/,
    { events: [labeled('10:00:00'), happened('closed', '10:01:00'), happened('reopened', '10:02:00')] },
  ],
  'its branch deleted and restored': [
    /force-pushed, or the like/,
    {
      events: [
        labeled('10:00:00'),
        happened('head_ref_deleted', '10:01:00'),
        happened('head_ref_restored', '10:02:00'),
      ],
    },
  ],
  'a move of the head that bears no date': [
    /force-pushed, or the like/,
    { events: [labeled('10:00:00'), { event: 'head_ref_force_pushed', at: '' }] },
  ],
  'its base changed for another since': [
    /base branch was changed/,
    { events: [labeled('10:00:00'), happened('base_ref_changed', '10:05:00')] },
  ],
  'the run that saw it was one of an earlier pull request from this branch': [
    /nothing shows/,
    {
      payload: payload('synchronize', '10:30:00'),
      runs: [{ headSha: costly, at: '2025-12-31T20:00:00Z' }],
    },
  ],
  'the run that saw it was one of another branch or another repository': [
    /nothing shows/,
    {
      payload: payload('synchronize', '10:30:00'),
      runs: [
        { headSha: costly, at: at('09:00:00'), headBranch: 'other' },
        { headSha: costly, at: at('09:00:00'), headRepository: 'mallory/r' },
      ],
    },
  ],
  'the head’s repository is gone': [
    /nothing shows/,
    { payload: payload('edited', '10:30:00'), headRepo: null, runs: [{ headSha: costly, at: at('09:00:00') }] },
  ],
};

test('it accepts nothing where the label was, or may have been, for another commit or set by anybody', async (t) => {
  for (const [name, [why, day]] of Object.entries(refused)) {
    const { override } = await read(t, day);
    assert.equal(override.kind, 'refused', name);
    if (override.kind !== 'refused') return;
    assert.equal(override.problem.code, 'config/override-refused');
    assert.match(override.problem.message, why, name);
    assert.match(override.problem.message, /set(?:s)? it again|run on that head decides|permission/, name);
  }
});

test('what cannot be read accepts nothing, and the permission that lacks is named', async (t) => {
  const message = 'Resource not accessible by integration';
  const edited = payload('edited', '10:30:00');
  for (const [operation, permission] of [
    ['pulls/get', 'pull-requests: read'],
    ['issues/list-events', 'pull-requests: read'],
    ['repos/get-collaborator-permission-level', 'contents: read'],
    ['actions/list-workflow-runs-for-repo', 'actions: read'],
  ] as const) {
    for (const status of [403, 404, 500]) {
      const headers = { 'retry-after': '0' };
      const options = {
        fault: (asked: string) => (asked === operation ? { status, message, headers } : undefined),
      };
      const { override } = await read(t, { payload: edited, runs: [{ headSha: costly, at: at('09:00:00') }], options });
      assert.equal(override.kind, 'refused', `${operation} ${status}`);
      if (override.kind !== 'refused') return;
      const advice = status === 500 ? /Run the job again/ : new RegExp(`permission \`${permission}\``);
      assert.match(override.problem.message, advice);
      assert.match(override.problem.message, new RegExp(String(status)));
    }
  }
});

test('all pages of the events count: the last one may say that the label was removed', async (t) => {
  const noise = Array.from({ length: 150 }, (_, i) =>
    happened('subscribed', `09:${String(i % 60).padStart(2, '0')}:00`),
  );
  const day = { events: [labeled('08:00:00'), ...noise, unlabeled('09:59:00'), labeled('10:00:00', 'triage')] };
  const { override, calls } = await read(t, { ...day, options: { pageSize: 50 } });
  assert.equal(override.kind, 'refused');
  assert.equal(calls.filter((operation) => operation === 'issues/list-events').length, 4);
});

// From here on as the runner starts it. 4 filters: 6,912 MACs; 8 filters: 13,824.
const model = 'models/m.onnx';
const withOverride = { [configPath]: `${limit('10 k')}override:\n  label: ${label}\n`, [model]: convolution(4) };

function reportOf(path: string | undefined): Report {
  return JSON.parse(readFileSync(path ?? '', 'utf8'));
}

function label7(scene: Scene, happenings: readonly Happened[] = [labeled('10:00:00')]) {
  const [pull] = scene.github.pulls;
  if (pull !== undefined) pull.labels = [label];
  scene.github.happened.push(...happenings);
  scene.github.rights.set('ada', { permission: 'write' });
}

function labelledRun(scene: Scene, { head, merge }: { head: string; merge: string }, action = 'labeled') {
  const repo = { id: 1, full_name: 'o/r' };
  const body = payload(action, '10:00:00', {}, head);
  const sides = { head: { sha: head, ref: 'topic', repo }, base: { sha: scene.mainSha, ref: 'main', repo } };
  const event = { ...body, pull_request: { ...body.pull_request, state: 'open', ...sides }, repository: repo };
  return scene.run('pull_request', event, { sha: merge, ref: 'refs/pull/7/merge' });
}

test('what is exceeded is accepted on the labelled commit, in comment, summary and JSON, and not on the next', async (t) => {
  const scene = await openScene(t, withOverride);
  const first = scene.push({ [model]: convolution(8) });
  const red = await scene.pullRequest();
  assert.deepEqual([red.code, red.outputs.get('verdict')], [1, 'fail']);
  assert.match(red.summary, /somebody with write access sets the label 'flopgate-accept'/);
  assert.equal(scene.github.calls.filter(({ operation }) => operation === 'issues/list-events').length, 0);

  label7(scene);
  const accepted = await labelledRun(scene, first);
  assert.deepEqual(
    [accepted.code, accepted.outputs.get('verdict'), accepted.outputs.get('exceeded')],
    [0, 'warn', '0'],
  );
  const report = reportOf(accepted.outputs.get('report'));
  assert.deepEqual(report.waivedBy, { label, actor: 'ada', at: at('10:00:00'), commit: first.head });
  assert.deepEqual(
    report.checks.map(({ result }) => result),
    ['waived'],
  );
  assert.deepEqual(report.problems, []);
  const said = `accepted with the label \`flopgate-accept\` by \`ada\` at \`${at('10:00:00')}\` for \`${first.head.slice(0, 12)}\``;
  assert.ok(scene.github.comments[0]?.body?.includes(said), scene.github.comments[0]?.body ?? '');
  assert.ok(accepted.summary.includes(said));

  const second = scene.push({ [model]: convolution(9) });
  scene.github.runs.push({ headSha: first.head, at: at('09:00:00') }, { headSha: second.head, at: at('11:00:00') });
  const again = await scene.pullRequest();
  assert.deepEqual([again.code, again.outputs.get('verdict')], [1, 'fail']);
  assert.match(
    annotations(again, 'warning').join('\n'),
    /The label `flopgate-accept` .* accepts nothing here: nothing shows/,
  );
  assert.match(scene.github.comments[0]?.body ?? '', /accepts nothing here.*Remove the label and set it again/);
});

test('nothing is asked of labels while nothing is exceeded, or where the base configures none', async (t) => {
  const scene = await openScene(t, withOverride);
  label7(scene);
  const within = scene.push({ [model]: convolution(5) });
  assert.equal((await labelledRun(scene, within)).outputs.get('verdict'), 'pass');
  const none = await openScene(t, { ...withOverride, [configPath]: limit('10 k') });
  label7(none);
  // A pull request that brings the key itself is judged by the base, which has none.
  const brought = none.push({ [model]: convolution(8), [configPath]: withOverride[configPath] ?? '' });
  assert.deepEqual([(await labelledRun(none, brought)).code, none.github.calls.length > 0], [1, true]);
  for (const { github } of [scene, none]) {
    assert.equal(
      github.calls.some(({ operation }) => operation === 'issues/list-events'),
      false,
    );
  }
});

test('what cannot be decided is accepted by no label', async (t) => {
  const scene = await openScene(t, withOverride);
  label7(scene);
  const broken = scene.push({ [model]: 'not a model' });
  const outcome = await labelledRun(scene, broken);
  assert.deepEqual([outcome.code, outcome.outputs.get('verdict')], [1, 'fail']);
  assert.equal(reportOf(outcome.outputs.get('report')).waivedBy, undefined);
});

test('a head that the inputs name is accepted only where it is the pull request’s own', async (t) => {
  const scene = await openScene(t, withOverride);
  label7(scene);
  const first = scene.push({ [model]: convolution(8) });
  const repo = { id: 1, full_name: 'o/r' };
  const body = payload('labeled', '10:00:00', {}, first.head);
  const sides = { head: { sha: first.head, ref: 'topic', repo }, base: { sha: scene.mainSha, ref: 'main', repo } };
  const event = { ...body, pull_request: { ...body.pull_request, state: 'open', ...sides }, repository: repo };
  const run = (head: string) =>
    scene.run('pull_request', event, { sha: first.merge, ref: 'refs/pull/7/merge', inputs: { head } });
  scene.origin.git('checkout', '--quiet', '-b', 'elsewhere', 'main');
  const other = scene.origin.commit({ [model]: convolution(20) });
  assert.deepEqual([(await run(other)).code, (await run(first.head)).code], [1, 0]);
});
