/**
 * Which two commits a run compares: pinned once, by id, with how each was found. Never a merge base computed in a
 * shallow clone, never `pull_request.base.sha` where a merge commit knows better (docs/adr/0002-git-objects-in-a-repository-of-our-own.md).
 */

import { objectId } from '../host/objects.ts';
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
import { type PullRequest, type Situation, shortRef } from './event.ts';
import type { Forge } from './forge.ts';

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
  readonly forge: Pick<Forge, 'mergeBase'>;
  /** Name of the event, for messages. */
  readonly event: string;
}

/** What the inputs name wins over the event. Throws `usage/event` where neither says which commits are meant. */
export async function resolveComparison(
  resolver: Resolver,
  situation: Exclude<Situation, { kind: 'deletion' }>,
  named: Named,
): Promise<Comparison> {
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

async function fromEvent(resolver: Resolver, situation: Exclude<Situation, { kind: 'deletion' }>): Promise<Comparison> {
  switch (situation.kind) {
    case 'pullRequest':
      return (await fromMergeCommit(resolver, situation)) ?? (await fromMergeBase(resolver, situation));
    case 'push':
      return fromPush(resolver, situation);
    case 'mergeGroup': {
      const base = { label: situation.baseRef, sha: situation.base, how: 'base of the merge group' };
      const head = { label: situation.headRef, sha: situation.head, how: 'head of the merge group' };
      return { base, head, config: base, problems: [] };
    }
    case 'commit':
      return fromCommit(resolver, { label: shortRef(situation.ref), sha: situation.sha, ref: situation.ref });
    case 'unclear':
      return fail('usage/event', { event: resolver.event, reason: situation.reason });
  }
}

/** The test merge has two parents; the one that is not the pull request's head is the base it was made on. */
async function fromMergeCommit(resolver: Resolver, event: PullRequest): Promise<Comparison | undefined> {
  const { merge, headSha } = event;
  if (merge === undefined) return undefined;
  const parents = await bringParents(resolver.repository, merge.sha, merge.ref);
  if (parents?.length !== 2 || !parents.includes(headSha)) return undefined;
  const sha = parents.find((parent) => parent !== headSha);
  if (sha === undefined) return undefined;
  const base = { label: event.baseRef, sha, how: 'merge parent', ref: `refs/heads/${event.baseRef}` };
  const head = { label: event.headRef, sha: merge.sha, how: `merge of #${event.number}`, ref: merge.ref };
  return { base, head, config: base, problems: [] };
}

/**
 * No merge commit to go by: the head itself, against where it left the base branch. The configuration then comes from
 * the tip of the base branch: an old fork point may have had looser budgets, and who branches chooses the fork point.
 */
async function fromMergeBase(resolver: Resolver, event: PullRequest): Promise<Comparison> {
  const { headSha, baseRef } = event;
  const head = {
    label: event.headRef,
    sha: headSha,
    how: `head of #${event.number}`,
    ref: `refs/pull/${event.number}/head`,
  };
  const tip = { label: baseRef, ref: `refs/heads/${baseRef}` };
  const asked = await askMergeBase(resolver.forge, baseRef, headSha);
  if ('mergeBase' in asked) {
    const base = { label: baseRef, sha: asked.mergeBase, how: 'merge base, as the forge says' };
    return { base, head, config: { ...tip, sha: asked.baseTip }, problems: [] };
  }
  const local = event.mergeBase ?? mergeBase(resolver.repository, event.baseSha, headSha);
  if (local !== undefined) {
    const how = event.mergeBase === undefined ? 'merge base, in the clone' : 'merge base, as the event says';
    return { base: { label: baseRef, sha: local, how }, head, config: { ...tip, sha: event.baseSha }, problems: [] };
  }
  return fail('read/revision', { side: 'base', revision: baseRef, reason: asked.reason });
}

type Asked = { readonly mergeBase: string; readonly baseTip: string } | { readonly reason: string };

async function askMergeBase(forge: Pick<Forge, 'mergeBase'>, base: string, head: string): Promise<Asked> {
  try {
    return (await forge.mergeBase(base, head)) ?? { reason: 'the forge does not say where the head left it' };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return { reason: `the forge could not be asked where the head left it (${why})` };
  }
}

async function fromPush(resolver: Resolver, event: Situation & { kind: 'push' }): Promise<Comparison> {
  const { before, ref, forced } = event;
  const head = { label: shortRef(ref), sha: event.after, how: 'pushed', ref };
  if (before === undefined) return withoutBase(head, `the push created ${shortRef(ref)}`);
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
