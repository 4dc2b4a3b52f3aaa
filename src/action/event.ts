/** What an event says of the two commits, before any of them was looked at. Pure: payload in, situation out. */
import { objectId } from '../host/objects.ts';
import type { Environment } from './environment.ts';
import { field, type Json, numberAt, textAt } from './json.ts';

export interface PullRequest {
  readonly kind: 'pullRequest';
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  /** Where the head branch lies: this repository or a fork. Absent when that was deleted. */
  readonly headRepository?: HeadRepository;
  /** The head lies in another repository, or in one that is gone. */
  readonly fromFork: boolean;
  readonly baseRef: string;
  /** Tip of the base branch when the payload was made; it may have moved since. */
  readonly baseSha: string;
  /**
   * The test merge: the one this run was started on; `ask` where the event is not about one but the forge may have it;
   * absent where there is none.
   */
  readonly merge?: TestMerge | 'ask';
  /** Gitea says it; GitHub does not. */
  readonly mergeBase?: string;
  /** The event is that the base branch was changed for another: a test merge may still be one with the old base. */
  readonly retargeted: boolean;
  readonly open: boolean;
}

export interface HeadRepository {
  /** Of the repository; not every forge's every payload says it. */
  readonly id?: number;
  /** `owner/name`, of characters that can stand in an address as they are. */
  readonly fullName: string;
}

export interface TestMerge {
  readonly sha: string;
  readonly ref: string;
}

/** A finished run of another workflow, which was about a pull request. What that run made is not looked at. */
export interface WorkflowRun {
  readonly kind: 'workflowRun';
  /** Commits that may be the pull request's head; of a `pull_request_target` run `head_sha` is the default branch's. */
  readonly headShas: readonly [string, ...string[]];
  /** Absent when it was deleted since. */
  readonly headRepository?: HeadRepository;
  readonly headBranch: string;
}

export type Situation =
  | PullRequest
  | WorkflowRun
  | {
      readonly kind: 'push';
      readonly before: string | undefined;
      /** Of a branch that this push created: the repository's default branch, which it may have left. */
      readonly leaves?: string;
      readonly after: string;
      readonly ref: string;
      readonly forced: boolean;
    }
  | { readonly kind: 'deletion'; readonly ref: string; readonly before: string | undefined }
  | {
      readonly kind: 'mergeGroup';
      readonly base: string;
      readonly head: string;
      readonly baseRef: string;
      readonly headRef: string;
    }
  | { readonly kind: 'commit'; readonly sha: string; readonly ref: string }
  | { readonly kind: 'unclear'; readonly reason: string };

/** What `resolve.ts` can find two commits for. */
export type Judgeable = Exclude<Situation, { kind: 'deletion' | 'workflowRun' }>;

const zeros = /^0+$/;

export function readEvent(environment: Environment): Situation {
  const read = readers.get(environment.event);
  if (read !== undefined) return read(environment);
  const reason = elsewhere.get(environment.event) ?? 'Flopgate does not know which of its commits to compare';
  return { kind: 'unclear', reason };
}

const readers: ReadonlyMap<string, (environment: Environment) => Situation> = new Map([
  ['pull_request', (environment) => pullRequest(environment, 'on the merge')],
  // Its GITHUB_SHA is the base branch's: nothing of the pull request.
  ['pull_request_target', (environment) => pullRequest(environment, 'elsewhere')],
  ['push', push],
  ['merge_group', mergeGroup],
  ['workflow_run', workflowRun],
  ['workflow_dispatch', commit],
  ['schedule', commit],
  ['repository_dispatch', commit],
] satisfies readonly (readonly [string, (environment: Environment) => Situation])[]);

const aside = 'it is about a conversation, and GITHUB_SHA is the tip of the default branch';
/** Events people try, which name no change. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['issue_comment', aside],
  ['issues', aside],
  ['discussion_comment', aside],
  ['check_suite', 'it may concern any number of pull requests, and names none that is sure'],
  ['check_run', 'it may concern any number of pull requests, and names none that is sure'],
  ['delete', 'what it is about is no longer there'],
]);

function pullRequest({ payload, sha, ref }: Environment, runs: 'on the merge' | 'elsewhere'): Situation {
  const number = numberAt(payload, 'pull_request', 'number');
  const headSha = idAt(textAt(payload, 'pull_request', 'head', 'sha'));
  const baseSha = idAt(textAt(payload, 'pull_request', 'base', 'sha'));
  const baseRef = textAt(payload, 'pull_request', 'base', 'ref');
  if (number === undefined || headSha === undefined || baseSha === undefined || baseRef === undefined) {
    return { kind: 'unclear', reason: 'its payload names no pull request with a head and a base' };
  }
  const mergeBase = idAt(textAt(payload, 'pull_request', 'merge_base'));
  const merge = runs === 'elsewhere' ? 'ask' : testMerge(sha, ref, headSha);
  return {
    kind: 'pullRequest',
    number,
    headSha,
    headRef: textAt(payload, 'pull_request', 'head', 'ref') ?? headSha,
    ...headOf(payload),
    baseRef,
    baseSha,
    ...(merge !== undefined && { merge }),
    ...(mergeBase !== undefined && { mergeBase }),
    retargeted: field(payload, 'changes', 'base') !== null,
    open: textAt(payload, 'pull_request', 'state') !== 'closed',
  };
}

/** Gitea makes no test merges: there the run is on the head itself. */
function testMerge(sha: string, ref: string, headSha: string): TestMerge | undefined {
  const id = idAt(sha);
  return id === undefined || id === headSha ? undefined : { sha: id, ref };
}

function headOf(payload: Json): Pick<PullRequest, 'headRepository' | 'fromFork'> {
  const repo = field(payload, 'pull_request', 'head', 'repo');
  const headRepository = repositoryAt(repo);
  // By id: a repository may be renamed between two answers.
  const [theirs, ours] = [numberAt(repo, 'id'), numberAt(payload, 'repository', 'id')];
  return { ...(headRepository !== undefined && { headRepository }), fromFork: theirs === undefined || theirs !== ours };
}

/** A repository as payloads and answers of the forge have it; `undefined` when it is gone. */
export function repositoryAt(value: Json): HeadRepository | undefined {
  const fullName = textAt(value, 'full_name') ?? '';
  if (!/^(?!\.+\/)[\w.-]{1,100}\/(?!\.+$)[\w.-]{1,100}$/.test(fullName)) return undefined;
  const id = numberAt(value, 'id');
  return { ...(id !== undefined && { id }), fullName };
}

/**
 * The second half of the two-workflow pattern. Of the payload only what the forge itself filled in is read; artifacts of
 * the first half come from the pull request and are not even downloaded.
 */
function workflowRun({ payload, owner, repository }: Environment): Situation {
  const run = field(payload, 'workflow_run');
  const startedBy = textAt(run, 'event') ?? '';
  if (!/^pull_request(?:_target)?$/.test(startedBy)) {
    const by = /^\w{1,50}$/.test(startedBy) ? `\`${startedBy}\`` : 'something else';
    return { kind: 'unclear', reason: `the run it reports was started by ${by}, not by a pull request` };
  }
  const at = textAt(run, 'repository', 'full_name') ?? '';
  if (at.toLowerCase() !== `${owner}/${repository}`.toLowerCase()) {
    return { kind: 'unclear', reason: 'the run it reports is one of another repository' };
  }
  const headSha = idAt(textAt(run, 'head_sha'));
  const headBranch = textAt(run, 'head_branch');
  if (headSha === undefined || headBranch === undefined) {
    return { kind: 'unclear', reason: 'its payload names no run with a head commit and a branch' };
  }
  const headRepository = repositoryAt(field(run, 'head_repository'));
  const other = startedBy === 'pull_request' ? undefined : idAt(textAt(run, 'head_commit', 'id'));
  return {
    kind: 'workflowRun',
    headShas: [headSha, ...(other === undefined ? [] : [other])],
    headBranch,
    ...(headRepository !== undefined && { headRepository }),
  };
}

function push({ payload, sha, ref }: Environment): Situation {
  const before = idAt(textAt(payload, 'before'));
  const said = textAt(payload, 'after') ?? sha;
  if (zeros.test(said)) return { kind: 'deletion', ref, before };
  // For an annotated tag `after` is the tag's own id, and GITHUB_SHA the commit's.
  const after = (ref.startsWith('refs/tags/') ? idAt(sha) : undefined) ?? idAt(said);
  if (after === undefined) return { kind: 'unclear', reason: 'its payload does not say which commit was pushed' };
  const isNewBranch = before === undefined && ref.startsWith('refs/heads/');
  const leaves = isNewBranch ? textAt(payload, 'repository', 'default_branch') : undefined;
  const isOther = leaves !== undefined && `refs/heads/${leaves}` !== ref;
  return { kind: 'push', before, ...(isOther && { leaves }), after, ref, forced: field(payload, 'forced') === true };
}

function mergeGroup({ payload }: Environment): Situation {
  const base = idAt(textAt(payload, 'merge_group', 'base_sha'));
  const head = idAt(textAt(payload, 'merge_group', 'head_sha'));
  if (base === undefined || head === undefined) {
    return { kind: 'unclear', reason: 'its payload names no merge group with a head and a base' };
  }
  const baseRef = shortRef(textAt(payload, 'merge_group', 'base_ref') ?? base);
  return {
    kind: 'mergeGroup',
    base,
    head,
    baseRef,
    headRef: shortRef(textAt(payload, 'merge_group', 'head_ref') ?? head),
  };
}

function commit({ sha, ref }: Environment): Situation {
  const id = idAt(sha);
  return id === undefined
    ? { kind: 'unclear', reason: 'GITHUB_SHA is not a commit' }
    : { kind: 'commit', sha: id, ref };
}

/** `refs/heads/main` → `main`. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

/** An object id that is not the null id. */
function idAt(text: string | undefined): string | undefined {
  return text !== undefined && objectId.test(text) && !zeros.test(text) ? text : undefined;
}
