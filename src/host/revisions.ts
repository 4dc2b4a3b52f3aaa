/** Base and head of a comparison in the user's own clone, as a person at a keyboard names them. */
import { fail, type Problem, problem } from '../problem.ts';
import { localCommit, mergeBase, parentsOf, type Repository, symbolicRef } from './repository.ts';
import type { Revision } from './trees.ts';

export interface Revisions {
  readonly base: Revision | null;
  readonly head: Revision;
  readonly problems: readonly Problem[];
}

/**
 * Head is `HEAD` unless named. Base is the merge base with the default branch, or on that branch the first parent,
 * unless named. Throws `read/revision` for a name nobody knows.
 */
export function findRevisions(repository: Repository, named: { base?: string; head?: string }): Revisions {
  const head = namedRevision(repository, 'head', named.head ?? 'HEAD');
  if (named.base !== undefined) return { base: namedRevision(repository, 'base', named.base), head, problems: [] };
  const base = branchPoint(repository, head) ?? firstParent(repository, head);
  if (base !== null) return { base, head, problems: [] };
  const reason = `${head.label} has no parent commit`;
  return { base: null, head, problems: [problem('read/no-base', { reason })] };
}

/** The first parent as a base; `null` for a root commit. */
export function firstParent(repository: Repository, head: Revision): Revision | null {
  const parents = parentsOf(repository, head.sha);
  if (parents === undefined) fail('read/revision', { side: 'head', revision: head.sha, reason: 'it is not here' });
  const [parent] = parents;
  return parent === undefined ? null : { label: `${head.label}^`, sha: parent, how: 'first parent' };
}

/** Throws `read/revision` for a name nobody knows. */
export function namedRevision(repository: Repository, side: 'base' | 'head', name: string): Revision {
  const sha = localCommit(repository, name);
  if (sha === undefined) return fail('read/revision', { side, revision: name, reason: 'no commit here goes by it' });
  return { label: name, sha, how: 'as named' };
}

function branchPoint(repository: Repository, head: Revision): Revision | null {
  const remoteHead = symbolicRef(repository, 'refs/remotes/origin/HEAD');
  const guesses = ['refs/remotes/origin/main', 'refs/remotes/origin/master', 'refs/heads/main', 'refs/heads/master'];
  for (const branch of [...(remoteHead === undefined ? [] : [remoteHead]), ...guesses]) {
    const tip = localCommit(repository, branch);
    const sha = tip === undefined ? undefined : mergeBase(repository, tip, head.sha);
    if (sha === undefined) continue;
    const name = branch.replace(/^refs\/(?:heads|remotes)\//, '');
    return sha === head.sha ? null : { label: name, sha, how: `merge base with ${name}` };
  }
  return null;
}
