/** What an event says of the two commits, before any of them was looked at. Pure: payload in, situation out. */
import { objectId } from '../host/objects.ts';
import type { Environment } from './environment.ts';
import { field, numberAt, textAt } from './json.ts';

export interface PullRequest {
  readonly kind: 'pullRequest';
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseRef: string;
  /** Tip of the base branch when the payload was made; it may have moved since. */
  readonly baseSha: string;
  /** The test merge this run was started on; absent where the event is not about one. */
  readonly merge?: { readonly sha: string; readonly ref: string };
  /** Gitea says it; GitHub does not. */
  readonly mergeBase?: string;
}

export type Situation =
  | PullRequest
  | {
      readonly kind: 'push';
      readonly before: string | undefined;
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

const zeros = /^0+$/;

export function readEvent(environment: Environment): Situation {
  const read = readers.get(environment.event);
  if (read !== undefined) return read(environment);
  return { kind: 'unclear', reason: 'Flopgate does not know which of its commits to compare' };
}

const readers: ReadonlyMap<string, (environment: Environment) => Situation> = new Map([
  ['pull_request', (environment) => pullRequest(environment, true)],
  // Its GITHUB_SHA is the base branch's: nothing of the pull request.
  ['pull_request_target', (environment) => pullRequest(environment, false)],
  ['push', push],
  ['merge_group', mergeGroup],
  ['workflow_dispatch', commit],
  ['schedule', commit],
  ['repository_dispatch', commit],
] satisfies readonly (readonly [string, (environment: Environment) => Situation])[]);

function pullRequest({ payload, sha, ref }: Environment, onMerge: boolean): Situation {
  const number = numberAt(payload, 'pull_request', 'number');
  const headSha = idAt(textAt(payload, 'pull_request', 'head', 'sha'));
  const baseSha = idAt(textAt(payload, 'pull_request', 'base', 'sha'));
  const baseRef = textAt(payload, 'pull_request', 'base', 'ref');
  if (number === undefined || headSha === undefined || baseSha === undefined || baseRef === undefined) {
    return { kind: 'unclear', reason: 'its payload names no pull request with a head and a base' };
  }
  const mergeSha = onMerge ? idAt(sha) : undefined;
  const mergeBase = idAt(textAt(payload, 'pull_request', 'merge_base'));
  return {
    kind: 'pullRequest',
    number,
    headSha,
    headRef: textAt(payload, 'pull_request', 'head', 'ref') ?? headSha,
    baseRef,
    baseSha,
    ...(mergeSha !== undefined && mergeSha !== headSha && { merge: { sha: mergeSha, ref } }),
    ...(mergeBase !== undefined && { mergeBase }),
  };
}

function push({ payload, sha, ref }: Environment): Situation {
  const before = idAt(textAt(payload, 'before'));
  const said = textAt(payload, 'after') ?? sha;
  if (zeros.test(said)) return { kind: 'deletion', ref, before };
  const after = idAt(said);
  if (after === undefined) return { kind: 'unclear', reason: 'its payload does not say which commit was pushed' };
  return { kind: 'push', before, after, ref, forced: field(payload, 'forced') === true };
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
