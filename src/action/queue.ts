/**
 * Which pull request a merge group is about, so that its override label may count there. The payload names none; the
 * queue's branch does, the last of the group. That name only says where to look: what the group holds must be shown to be
 * that pull request's labelled head and nothing else, by git objects.
 */

import { listTree, parentsOf, type Repository } from '../host/repository.ts';
import { bringTrees, type Revision, type Tree } from '../host/trees.ts';
import { type Problem, problem } from '../problem.ts';
import type { PullState } from './answers.ts';
import type { Situation } from './event.ts';
import type { Forge } from './forge.ts';
import { reasonOf } from './patience.ts';

export type Group = Situation & { readonly kind: 'mergeGroup' };

export type Queued =
  /** The whole of the group is this pull request's head, merged onto the group's base. */
  | { readonly kind: 'one'; readonly pullRequest: number; readonly headSha: string }
  /** No label is asked for. */
  | { readonly kind: 'unlabelled' }
  /** There is a label that cannot count here. */
  | { readonly kind: 'unclear'; readonly problem: Problem };

export async function queuedPullRequest(
  { forge, repository }: { readonly forge: Pick<Forge, 'pullRequest'>; readonly repository: Repository },
  group: Group,
  label: string,
): Promise<Queued> {
  const unclear = (reason: string, advice: string): Queued => {
    return { kind: 'unclear', problem: problem('config/override-refused', { label, reason, advice }) };
  };
  const number = numberIn(group);
  if (number === undefined) return { kind: 'unlabelled' };
  let state: PullState | undefined;
  try {
    state = await forge.pullRequest(number);
  } catch (error) {
    const advice = 'The job may lack the permission `pull-requests: read`';
    return unclear(`#${number}, which is in the queue, could not be read (${reasonOf(error)})`, advice);
  }
  if (state === undefined || !state.labels.includes(label)) return { kind: 'unlabelled' };
  if (state.baseRef === group.baseRef && (await isMergeOf(repository, group, state))) {
    return { kind: 'one', pullRequest: number, headSha: state.headSha };
  }
  const reason = `the merge group is not shown to hold the head of #${number}, ${state.headSha.slice(0, 12)}, and nothing else`;
  return unclear(reason, 'Let it merge in a group of its own, by a merge commit or with its branch up to date');
}

/** `gh-readonly-queue/main/pr-7-0123…`, after a base of any name (GitHub's docs, "Managing a merge queue"). */
function numberIn({ headRef, baseRef }: Group): number | undefined {
  const prefix = `gh-readonly-queue/${baseRef}/pr-`;
  const [, digits] =
    /^(\d{1,9})-[0-9a-f]{40,64}$/.exec(headRef.startsWith(prefix) ? headRef.slice(prefix.length) : '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * A merge of the head into the group's base; or, where the queue squashes or rebases, a commit with the very files of the
 * head, or of the forge's test merge of the two.
 */
async function isMergeOf(repository: Repository, group: Group, state: PullState): Promise<boolean> {
  const { number, headSha, mergeSha } = state;
  const joins = (commit: string) => {
    const parents = parentsOf(repository, commit) ?? [];
    return parents.length === 2 && parents.includes(group.base) && parents.includes(headSha) && group.base !== headSha;
  };
  if (joins(group.head)) return true;
  const head = { label: state.headRef, sha: headSha, ref: `refs/pull/${number}/head` };
  const merge = mergeSha === undefined ? [] : [{ label: 'merge', sha: mergeSha, ref: `refs/pull/${number}/merge` }];
  const revisions: readonly Revision[] = [head, ...merge];
  for (const revision of revisions) await bringTrees(repository, [revision]);
  const whole = listTree(repository, group.head);
  return revisions
    .filter(({ sha }) => sha === headSha || joins(sha))
    .some(({ sha }) => holdsSame(whole, listTree(repository, sha)));
}

function holdsSame(a: Tree | undefined, b: Tree | undefined): boolean {
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  return [...a].every(([path, { mode, oid }]) => {
    const other = b.get(path);
    return other?.mode === mode && other.oid === oid;
  });
}
