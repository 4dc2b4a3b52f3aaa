/**
 * Which two commits a run compares: pinned once, by id, with how each was found. Never a merge base computed in a
 * shallow clone, never `pull_request.base.sha` where a merge commit knows better (docs/adr/0002-git-objects-in-a-repository-of-our-own.md).
 */

import { isRefName, objectId } from '../host/objects.ts';
import {
  fetchCommits,
  listTree,
  localCommit,
  mergeBase,
  parentsOf,
  type Repository,
  remoteCommit,
} from '../host/repository.ts';
import { firstParent } from '../host/revisions.ts';
import { bringTrees, type Revision } from '../host/trees.ts';
import { fail, type Problem, problem } from '../problem.ts';
import { type Judgeable, type PullRequest, type Situation, shortRef, type TestMerge } from './event.ts';
import type { Forge } from './forge.ts';
import { askForTestMerge, type Wait } from './merge.ts';
import { reasonOf } from './patience.ts';

export interface Comparison {
  readonly base: Revision | null;
  readonly head: Revision;
  /** Where the configuration is read: the base wherever somebody proposes a change, the head where it is already in. */
  readonly config: Revision;
  readonly problems: readonly Problem[];
}

interface Named {
  readonly base?: string;
  readonly head?: string;
}

export interface Resolver {
  readonly repository: Repository;
  readonly forge: Pick<Forge, 'mergeBase' | 'pullRequest'>;
  /** Name of the event, for messages. */
  readonly event: string;
  /** How to pass the time while the forge tries a merge; real seconds if not given. */
  readonly wait?: Wait;
}

const sleep: Wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** What the inputs name wins over the event. Throws `usage/event` where neither says which commits are meant. */
export async function resolveComparison(resolver: Resolver, situation: Judgeable, named: Named): Promise<Comparison> {
  const given = {
    base: named.base === undefined ? undefined : await nameRevision(resolver, 'base', named.base),
    head: named.head === undefined ? undefined : await nameRevision(resolver, 'head', named.head),
  };
  const { base, head } = given;
  const proposed = situation.kind !== 'push' && situation.kind !== 'commit';
  if (base !== undefined && head !== undefined) {
    return { base, head, config: proposed ? base : head, problems: [] };
  }
  const found = await fromEvent(resolver, situation);
  if (base !== undefined) return { ...found, base, config: proposed ? base : found.head, problems: [] };
  if (head === undefined) return found;
  return { ...found, head, config: proposed ? found.config : head };
}

async function fromEvent(resolver: Resolver, situation: Judgeable): Promise<Comparison> {
  switch (situation.kind) {
    case 'pullRequest':
      return fromPullRequest(resolver, situation);
    case 'push':
      return fromPush(resolver, situation);
    case 'mergeGroup': {
      const base = { label: situation.baseRef, sha: situation.base, how: 'base of the merge group' };
      const head = { label: situation.headRef, sha: situation.head, how: 'head of the merge group' };
      return { base, head, config: base, problems: [] };
    }
    case 'commit':
      return fromCommit(resolver, {
        label: shortRef(situation.ref),
        sha: situation.sha,
        ref: situation.ref,
        how: 'commit of this run',
      });
    case 'unclear':
      return fail('usage/event', { event: resolver.event, reason: situation.reason });
  }
}

/** The test merge where there is one that can be believed, else the head itself; then the report says why. */
async function fromPullRequest(resolver: Resolver, situation: PullRequest): Promise<Comparison> {
  const asked = situation.merge === 'ask';
  const { event, why } = asked
    ? await askForTestMerge(resolver.forge, situation, resolver.wait ?? sleep)
    : { event: situation };
  const { merge } = event;
  const tried =
    merge === undefined || merge === 'ask' ? undefined : await fromMergeCommit(resolver, event, merge, asked);
  if (tried !== undefined && 'head' in tried) return tried;
  const found = await fromMergeBase(resolver, event);
  const reason = tried?.why ?? why;
  if (reason === undefined) return found;
  return { ...found, problems: [problem('read/no-test-merge', { number: event.number, reason }), ...found.problems] };
}

/**
 * The test merge has two parents; the one that is not the pull request's head is the base it was made on. `doubted`:
 * the forge named it, and it may be as old as the pull request, so the base branch must have that parent.
 */
async function fromMergeCommit(
  resolver: Resolver,
  event: PullRequest,
  merge: TestMerge,
  doubted: boolean,
): Promise<Comparison | { readonly why: string }> {
  const { headSha, baseRef, baseSha, number } = event;
  const parents = await bringParents(resolver.repository, merge.sha, merge.ref);
  if (parents === undefined) return { why: `${merge.sha.slice(0, 12)}, which should be it, cannot be had` };
  const sha = parents.find((parent) => parent !== headSha);
  if (parents.length !== 2 || !parents.includes(headSha) || sha === undefined) {
    return { why: `${merge.sha.slice(0, 12)}, which should be it, is not a merge of its head` };
  }
  let tip = sha;
  if ((doubted || event.retargeted) && sha !== baseSha) {
    const asked = await askMergeBase(resolver.forge, baseRef, sha);
    if ('reason' in asked) return { why: `whether ${merge.sha.slice(0, 12)} was made on ${baseRef} is unknown` };
    if (asked.mergeBase !== sha) return { why: `${merge.sha.slice(0, 12)} was not made on ${baseRef}` };
    tip = asked.baseTip;
  }
  const base = { label: baseRef, sha, how: 'merge parent', ref: `refs/heads/${baseRef}` };
  const head = { label: event.headRef, sha: merge.sha, how: `merge of #${number}`, ref: merge.ref };
  // Made on an old tip, it is measured against that one, but not by the budgets of that time.
  return { base, head, config: { ...base, sha: tip }, problems: [] };
}

/**
 * No merge commit to go by: the head itself, against where it left the base branch. The configuration then comes from
 * the tip of the base branch: an old fork point may have had looser budgets, and who branches chooses the fork point.
 */
async function fromMergeBase(resolver: Resolver, event: PullRequest): Promise<Comparison> {
  const { headSha, baseRef, baseSha, open } = event;
  const head = {
    label: event.headRef,
    sha: headSha,
    how: `head of #${event.number}`,
    ref: `refs/pull/${event.number}/head`,
  };
  const tip = { label: baseRef, ref: `refs/heads/${baseRef}` };
  // Once it is merged the branch may hold the head itself; what it was before is what the change is measured against.
  const asked = await askMergeBase(resolver.forge, open ? baseRef : baseSha, headSha);
  if ('mergeBase' in asked) {
    const base = { label: baseRef, sha: asked.mergeBase, how: 'merge base, as the forge says' };
    return { base, head, config: { ...tip, sha: asked.baseTip }, problems: [] };
  }
  const local = event.mergeBase ?? mergeBase(resolver.repository, baseSha, headSha);
  if (local !== undefined) {
    const how = event.mergeBase === undefined ? 'merge base, in the clone' : 'merge base, as the event says';
    const now = open && isRefName(tip.ref) ? await remoteCommit(resolver.repository, tip.ref) : undefined;
    return { base: { label: baseRef, sha: local, how }, head, config: { ...tip, sha: now ?? baseSha }, problems: [] };
  }
  return fail('read/revision', { side: 'base', revision: baseRef, reason: asked.reason });
}

type Asked = { readonly mergeBase: string; readonly baseTip: string } | { readonly reason: string };

async function askMergeBase(forge: Pick<Forge, 'mergeBase'>, base: string, head: string): Promise<Asked> {
  try {
    return (await forge.mergeBase(base, head)) ?? { reason: 'the forge does not say where the head left it' };
  } catch (error) {
    return { reason: `the forge could not be asked where the head left it (${reasonOf(error)})` };
  }
}

async function fromPush(resolver: Resolver, event: Situation & { kind: 'push' }): Promise<Comparison> {
  const { before, ref, forced } = event;
  const head = { label: shortRef(ref), sha: event.after, how: 'pushed', ref };
  if (before === undefined) return fromNewBranch(resolver, head, event.leaves);
  const base = {
    label: `${head.label} before the push`,
    sha: before,
    how: forced ? 'before the forced push' : 'before',
  };
  await bringTrees(resolver.repository, [base, head]);
  if (listTree(resolver.repository, before) !== undefined) return { base, head, config: head, problems: [] };
  const reason = `${before.slice(0, 12)}, where ${head.label} stood before the push, is gone; its first parent is used`;
  const found = await fromCommit(resolver, head);
  return { ...found, problems: [problem('read/base-changed', { reason }), ...found.problems] };
}

/** A branch that just came: against where it left the default branch, which has been judged. */
async function fromNewBranch(
  { repository, forge }: Resolver,
  head: Revision,
  leaves: string | undefined,
): Promise<Comparison> {
  const created = `the push created ${head.label}`;
  if (leaves === undefined || !isRefName(leaves)) return withoutBase(head, created);
  const asked = await askMergeBase(forge, leaves, head.sha);
  if ('mergeBase' in asked) {
    const base = { label: leaves, sha: asked.mergeBase, how: 'merge base, as the forge says' };
    return { base, head, config: head, problems: [] };
  }
  const tip = await remoteCommit(repository, `refs/heads/${leaves}`);
  const sha = tip === undefined ? undefined : mergeBase(repository, tip, head.sha);
  if (sha === undefined) return withoutBase(head, `${created}, and ${asked.reason}`);
  return { base: { label: leaves, sha, how: 'merge base, in the clone' }, head, config: head, problems: [] };
}

async function fromCommit(resolver: Resolver, head: Revision): Promise<Comparison> {
  await bringParents(resolver.repository, head.sha, head.ref ?? head.sha);
  const base = firstParent(resolver.repository, head);
  if (base === null) return withoutBase(head, `${head.label} has no parent commit`);
  return { base, head, config: head, problems: [] };
}

function withoutBase(head: Revision, reason: string): Comparison {
  return { base: null, head, config: head, problems: [problem('read/no-base', { reason })] };
}

/** Parents of a commit that may not be here yet: then it comes with them and all their trees, in one round trip. */
async function bringParents(repository: Repository, sha: string, ref: string): Promise<readonly string[] | undefined> {
  const here = parentsOf(repository, sha);
  if (here !== undefined) return here;
  await fetchCommits(repository, [sha], { depth: 2, refs: ref.startsWith('refs/') ? [ref] : [] });
  return parentsOf(repository, sha);
}

async function nameRevision({ repository }: Resolver, side: 'base' | 'head', name: string): Promise<Revision> {
  const how = `the input ${side}`;
  if (objectId.test(name)) return { label: name.slice(0, 12), sha: name, how };
  const sha = (await remoteCommit(repository, name)) ?? localCommit(repository, name);
  const reason = 'neither the forge nor the clone has a branch, a tag or a commit of this name';
  return sha === undefined ? fail('read/revision', { side, revision: name, reason }) : { label: name, sha, how };
}
