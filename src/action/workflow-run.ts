/**
 * Which pull requests a finished run of another workflow was about. The payload's own list is empty for forks, and
 * `GET /commits/{sha}/pulls` does not know a fork's commits; so the head branch is looked up, and what comes back is
 * believed only where head repository and head commit are those of the run. No artifact is read.
 */
import { fail } from '../problem.ts';
import type { PullState } from './answers.ts';
import type { HeadRepository, PullRequest, WorkflowRun } from './event.ts';
import type { Forge } from './forge.ts';
import { reasonOf } from './patience.ts';

export type PullRequestsFound =
  | { readonly kind: 'found'; readonly pullRequests: readonly [PullRequest, ...PullRequest[]] }
  /** It was closed, its head moved on, or the fork is gone: there is nothing left to judge. */
  | { readonly kind: 'none'; readonly reason: string };

/** Pull requests from one branch differ in their base only. More than this many is nobody's workflow. */
const mostPullRequests = 10;

/** Throws `read/pull-request` when the forge cannot be asked, or when there are too many to judge each. */
export async function findPullRequests(
  forge: Pick<Forge, 'pullRequestsFrom'>,
  run: WorkflowRun,
  /** `owner/name` of the repository this runs in. */
  here: string,
): Promise<PullRequestsFound> {
  const { headRepository, headBranch, headShas } = run;
  const head = headShas[0].slice(0, 12);
  if (headRepository === undefined) return { kind: 'none', reason: `the repository that ${head} came from is gone` };
  const answered = await ask(forge, headRepository, headBranch);
  const [first, ...rest] = answered
    .filter(
      ({ open, headSha, headRepository: theirs }) =>
        open && headShas.includes(headSha) && theirs?.fullName === headRepository.fullName,
    )
    .sort((a, b) => a.number - b.number)
    .map((state) => pullRequestOf(state, here));
  if (first === undefined) {
    return { kind: 'none', reason: `no open pull request stands at ${head} any more: it was closed, or moved on` };
  }
  if (rest.length >= mostPullRequests) {
    const reason = `${rest.length + 1} open pull requests come from this branch, more than ${mostPullRequests}`;
    return fail('read/pull-request', { head, reason });
  }
  return { kind: 'found', pullRequests: [first, ...rest] };
}

async function ask(forge: Pick<Forge, 'pullRequestsFrom'>, { fullName }: HeadRepository, branch: string) {
  const [owner = ''] = fullName.split('/');
  try {
    return await forge.pullRequestsFrom(owner, branch);
  } catch (error) {
    return fail('read/pull-request', { head: branch, reason: `the forge could not be asked (${reasonOf(error)})` });
  }
}

function pullRequestOf(state: PullState, here: string): PullRequest {
  const { number, open, headSha, headRef, headRepository, baseRef, baseSha, mergeBase } = state;
  return {
    kind: 'pullRequest',
    number,
    headSha,
    headRef,
    ...(headRepository !== undefined && { headRepository }),
    fromFork: headRepository?.fullName.toLowerCase() !== here.toLowerCase(),
    baseRef,
    baseSha,
    merge: 'ask',
    ...(mergeBase !== undefined && { mergeBase }),
    retargeted: false,
    open,
  };
}
