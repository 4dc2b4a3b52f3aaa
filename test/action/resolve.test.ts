import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PullState } from '../../src/action/answers.ts';
import type { Judgeable, PullRequest } from '../../src/action/event.ts';
import { type Comparison, resolveComparison } from '../../src/action/resolve.ts';
import { findCheckout } from '../../src/host/clone.ts';
import { closeRepository, openRepository } from '../../src/host/repository.ts';
import { type Fixture, makeRepository, runGit, tempFolder } from '../host/git-fixture.ts';
import { startGitServer } from './git-server.ts';

type Context = Parameters<typeof tempFolder>[0];
type Forge = Parameters<typeof resolveComparison>[0]['forge'];

interface Scene {
  readonly fixture: Fixture;
  readonly fork: string;
  readonly main: string;
  readonly topic: string;
  readonly merge: string;
  readonly event: PullRequest;
}

/** main has moved on since topic left it; the test merge is made on its new tip. */
function scene(t: Context): Scene & { readonly temp: string } {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const fork = fixture.commit({ a: '1' });
  const main = fixture.commit({ b: '1' });
  fixture.git('checkout', '--quiet', '-b', 'topic', fork);
  const topic = fixture.commit({ c: '1' });
  fixture.git('checkout', '--quiet', '--detach', main);
  fixture.git('merge', '--quiet', '--no-ff', '--message=merge', topic);
  const merge = fixture.git('rev-parse', 'HEAD');
  fixture.git('update-ref', 'refs/pull/7/merge', merge);
  fixture.git('checkout', '--quiet', 'main');
  const event: PullRequest = {
    kind: 'pullRequest',
    number: 7,
    headSha: topic,
    headRef: 'topic',
    baseRef: 'main',
    // What the payload froze: the tip before main moved.
    baseSha: fork,
    fromFork: false,
    retargeted: false,
    open: true,
    merge: { sha: merge, ref: 'refs/pull/7/merge' },
  };
  return { temp, fixture, fork, main, topic, merge, event };
}

const deaf: Forge = { mergeBase: async () => undefined, pullRequest: async () => undefined };

interface Setting {
  readonly checkout?: string;
  readonly forge?: Forge;
  readonly event?: string;
  readonly base?: string;
  readonly head?: string;
}

async function resolve(t: Context, temp: string, situation: Judgeable, setting: Setting = {}): Promise<Comparison> {
  const server = await startGitServer({ root: temp });
  t.after(server.close);
  const checkout = setting.checkout === undefined ? undefined : findCheckout(setting.checkout);
  const repository = openRepository({
    remote: { url: `${server.url}/o/r` },
    ...(checkout !== undefined && { checkout }),
  });
  t.after(() => closeRepository(repository));
  const { forge = deaf, event = 'pull_request', base, head } = setting;
  const named = { ...(base !== undefined && { base }), ...(head !== undefined && { head }) };
  return resolveComparison({ repository, forge, event, wait: async () => {} }, situation, named);
}

const shas = ({ base, head, config }: Comparison) => [base?.sha, head.sha, config.sha];

test('a pull request is compared with the merge’s other parent, not with the base its payload froze', async (t) => {
  const { temp, main, merge, event, fixture } = scene(t);
  const found = await resolve(t, temp, event, { checkout: fixture.dir });
  assert.deepEqual(shas(found), [main, merge, main]);
  assert.deepEqual([found.base?.label, found.base?.how], ['main', 'merge parent']);
  assert.deepEqual([found.head.label, found.head.how], ['topic', 'merge of #7']);
});

test('the parents are known from a shallow clone of depth 1, and without any clone', async (t) => {
  const { temp, main, merge, event } = scene(t);
  runGit(temp, 'init', '--quiet', 'shallow');
  const shallow = join(temp, 'shallow');
  runGit(shallow, 'fetch', '--quiet', '--depth=1', `file://${temp}/o/r`, `+${merge}:refs/remotes/pull/7/merge`);
  runGit(shallow, 'checkout', '--quiet', '--detach', merge);
  assert.deepEqual(shas(await resolve(t, temp, event, { checkout: shallow })), [main, merge, main]);
  assert.deepEqual(shas(await resolve(t, temp, event)), [main, merge, main]);
});

test('without a usable merge commit the forge says where the head left its base', async (t) => {
  const { temp, fork, main, topic, event } = scene(t);
  const asked: string[] = [];
  const forge: Forge = {
    ...deaf,
    mergeBase: async (base, head) => {
      asked.push(`${base}...${head}`);
      return { mergeBase: fork, baseTip: main };
    },
  };
  const { merge: _, ...onHead } = event;
  const found = await resolve(t, temp, onHead, { forge, event: 'pull_request_target' });
  assert.deepEqual(asked, [`main...${topic}`]);
  assert.deepEqual(shas(found), [fork, topic, main], 'the configuration comes from the tip, not from the fork point');
  assert.equal(found.base?.how, 'merge base, as the forge says');
  // A merge of something else, an ordinary commit and one that is gone are not the test merge.
  for (const sha of [main, 'e'.repeat(40)]) {
    const odd = { ...event, merge: { sha, ref: 'refs/pull/8/merge' } };
    assert.deepEqual(shas(await resolve(t, temp, odd, { forge })), [fork, topic, main]);
  }
});

test('a forge that cannot say leaves the payload’s merge base, then the clone’s, then an error', async (t) => {
  const { temp, fork, main, topic, event, fixture } = scene(t);
  const { merge: _, ...onHead } = event;
  const said = await resolve(t, temp, { ...onHead, mergeBase: fork });
  assert.deepEqual(shas(said), [fork, topic, main], 'the base branch is asked where it stands now');
  assert.equal(said.base?.how, 'merge base, as the event says');
  const local = await resolve(t, temp, onHead, { checkout: fixture.dir });
  assert.equal(local.base?.how, 'merge base, in the clone');
  const forge: Forge = {
    ...deaf,
    mergeBase: async () => {
      throw new Error('HTTP 500\nmore');
    },
  };
  await assert.rejects(resolve(t, temp, onHead, { forge }), /could not be asked where the head left it \(HTTP 500\)/);
});

test('a push is compared with what was there before it, forced or not', async (t) => {
  const { temp, fork, main, fixture } = scene(t);
  const push = { kind: 'push', before: fork, after: main, ref: 'refs/heads/main', forced: false } as const;
  const found = await resolve(t, temp, push, { checkout: fixture.dir });
  assert.deepEqual(shas(found), [fork, main, main]);
  assert.equal(found.base?.how, 'before');
  const forced = await resolve(t, temp, { ...push, forced: true });
  assert.equal(forced.base?.how, 'before the forced push');
});

test('a push that creates a branch has no base, and one whose base is gone falls back to the first parent', async (t) => {
  const { temp, fork, main } = scene(t);
  const push = { kind: 'push', before: undefined, after: main, ref: 'refs/heads/main', forced: false } as const;
  const created = await resolve(t, temp, push);
  assert.deepEqual(shas(created), [undefined, main, main]);
  assert.deepEqual(
    created.problems.map(({ code }) => code),
    ['read/no-base'],
  );
  const gone = await resolve(t, temp, { ...push, before: 'e'.repeat(40), forced: true });
  assert.deepEqual(shas(gone), [fork, main, main]);
  assert.deepEqual(
    gone.problems.map(({ code }) => code),
    ['read/base-changed'],
  );
});

test('a merge group carries its commits, and its configuration is the base’s', async (t) => {
  const { temp, main, merge } = scene(t);
  const group = { kind: 'mergeGroup', base: main, head: merge, baseRef: 'main', headRef: 'queue' } as const;
  assert.deepEqual(shas(await resolve(t, temp, group)), [main, merge, main]);
});

test('a dispatched run is compared with the first parent, a root commit with nothing', async (t) => {
  const { temp, fork, main } = scene(t);
  const ref = 'refs/heads/main';
  const found = await resolve(t, temp, { kind: 'commit', sha: main, ref });
  assert.deepEqual(shas(found), [fork, main, main]);
  assert.equal(found.base?.how, 'first parent');
  const root = await resolve(t, temp, { kind: 'commit', sha: fork, ref });
  assert.deepEqual([root.base, root.problems.map(({ code }) => code)], [null, ['read/no-base']]);
});

test('the inputs name branches, tags and commits, and win over the event', async (t) => {
  const { temp, fork, main, topic, merge, event, fixture } = scene(t);
  fixture.git('tag', 'v1', fork);
  const commit = { kind: 'commit', sha: main, ref: 'refs/heads/main' } as const;
  const both = await resolve(t, temp, commit, { base: 'v1', head: 'topic' });
  assert.deepEqual(shas(both), [fork, topic, topic]);
  assert.equal(both.base?.how, 'the input base');
  assert.deepEqual(shas(await resolve(t, temp, event, { base: fork })), [fork, merge, fork]);
  assert.deepEqual(shas(await resolve(t, temp, event, { head: topic })), [main, topic, main]);
  assert.deepEqual(shas(await resolve(t, temp, commit, { base: 'v1' })), [fork, main, main]);
  const local = await resolve(t, temp, commit, { base: 'HEAD~1', checkout: fixture.dir });
  assert.equal(local.base?.sha, fork);
  await assert.rejects(resolve(t, temp, commit, { base: '--upload-pack=x' }), /cannot be found/);
});

test('an event that does not say what to compare needs both inputs', async (t) => {
  const { temp, main, fork } = scene(t);
  const unclear = { kind: 'unclear', reason: 'nobody knows' } as const;
  const given = { event: 'workflow_run', base: fork };
  await assert.rejects(resolve(t, temp, unclear, given), /`workflow_run` does not say which commits/);
  assert.deepEqual(shas(await resolve(t, temp, unclear, { ...given, head: main })), [fork, main, fork]);
});

/** A forge that knows pull request 7, and where one commit left another. */
function telling(state: Partial<PullState> & Pick<PullState, 'headSha' | 'baseSha'>, fixture: Fixture): Forge {
  const whole: PullState = {
    number: 7,
    open: true,
    headRef: 'topic',
    baseRef: 'main',
    mergeable: true,
    labels: [],
    ...state,
  };
  return {
    pullRequest: async () => whole,
    mergeBase: async (base, head) => {
      const baseTip = fixture.git('rev-parse', base);
      return { mergeBase: fixture.git('merge-base', baseTip, head), baseTip };
    },
  };
}

test('the forge’s own test merge is judged where the event has none, though its base is not the newest', async (t) => {
  const { temp, main, topic, merge, event, fixture } = scene(t);
  // main moves on after the merge was made: its parent is no longer the tip, but on the branch.
  const tip = fixture.commit({ d: '1' });
  const forge = telling({ headSha: topic, baseSha: tip, mergeSha: merge }, fixture);
  const found = await resolve(t, temp, { ...event, merge: 'ask' }, { forge, event: 'pull_request_target' });
  assert.deepEqual(shas(found), [main, merge, tip], 'the budgets are those of today');
  assert.deepEqual([found.base?.how, found.head.how, found.problems], ['merge parent', 'merge of #7', []]);
});

test('a merge the forge names is not believed unless it merges this head into this base', async (t) => {
  const { temp, fork, main, topic, merge, event, fixture } = scene(t);
  fixture.git('branch', 'release', fork);
  const baseTip = { main, release: fork };
  for (const [mergeSha, baseRef, why] of [
    [main, 'main', 'is not a merge of its head'],
    ['e'.repeat(40), 'main', 'cannot be had'],
    // Made before the base was changed from main to release: its parent is on main only.
    [merge, 'release', 'was not made on release'],
  ] as const) {
    const forge = telling({ headSha: topic, baseSha: baseTip[baseRef], baseRef, mergeSha }, fixture);
    const found = await resolve(t, temp, { ...event, merge: 'ask' }, { forge, event: 'pull_request_target' });
    assert.deepEqual(shas(found), [fork, topic, baseTip[baseRef]], why);
    assert.deepEqual([found.base?.label, found.head.how], [baseRef, 'head of #7']);
    assert.match(found.problems[0]?.message ?? '', new RegExp(`^There is no test merge of #7 to judge: .*${why}\\.$`));
  }
});

test('a forge that names a merge but not whether its base is on the branch leaves the merge base', async (t) => {
  const { temp, fork, main, topic, merge, event, fixture } = scene(t);
  const forge: Forge = {
    ...telling({ headSha: topic, baseSha: fork, mergeSha: merge, mergeBase: fork }, fixture),
    mergeBase: async () => undefined,
  };
  const found = await resolve(t, temp, { ...event, merge: 'ask' }, { forge });
  assert.deepEqual(shas(found), [fork, topic, main]);
  assert.match(found.problems[0]?.message ?? '', /whether [0-9a-f]{12} was made on main is unknown/);
});

test('after a change of base the test merge of the run may still be one with the old base', async (t) => {
  const { temp, fork, main, topic, merge, event, fixture } = scene(t);
  fixture.git('branch', 'release', fork);
  const forge = telling({ headSha: topic, baseSha: fork }, fixture);
  const stale = { ...event, baseRef: 'release', retargeted: true };
  const found = await resolve(t, temp, stale, { forge });
  assert.deepEqual(shas(found), [fork, topic, fork]);
  assert.match(found.problems[0]?.message ?? '', /was not made on release/);
  const fresh = { ...event, baseRef: 'main', baseSha: main, retargeted: true };
  assert.deepEqual(shas(await resolve(t, temp, fresh)), [main, merge, main], 'its base’s tip needs no question');
});

test('a pull request that is closed is measured against what its base was', async (t) => {
  const { temp, fork, main, topic, event, fixture } = scene(t);
  fixture.git('merge', '--quiet', '--no-ff', '--message=merged', topic);
  const forge = telling({ headSha: topic, baseSha: main, open: false, mergeable: null }, fixture);
  const found = await resolve(t, temp, { ...event, merge: 'ask' }, { forge });
  assert.deepEqual(shas(found), [fork, topic, main]);
  // What it was merged as has its head for a parent, and the old tip for the other.
  const mergeSha = fixture.git('rev-parse', 'main');
  const merged = telling({ headSha: topic, baseSha: main, open: false, mergeable: null, mergeSha }, fixture);
  assert.deepEqual(shas(await resolve(t, temp, { ...event, merge: 'ask' }, { forge: merged })), [main, mergeSha, main]);
});
