/** Answers of a forge as we read them: JSON somebody else wrote, for forges differ in what they leave out. */
import { objectId } from '../host/objects.ts';
import { type HeadRepository, repositoryAt } from './event.ts';
import { asJson, field, type Json, numberAt, textAt } from './json.ts';

/** A pull request as the forge has it now, which may be later than the event. */
export interface PullState {
  readonly number: number;
  readonly open: boolean;
  readonly headSha: string;
  readonly headRef: string;
  /** Absent when it was deleted. */
  readonly headRepository?: HeadRepository;
  readonly baseRef: string;
  readonly baseSha: string;
  /** `null` while the forge still tries to merge it; lists do not say it. */
  readonly mergeable: boolean | null;
  /** The test merge, of whatever age; after the merge what it was merged as. */
  readonly mergeSha?: string;
  /** Gitea says it; GitHub does not. */
  readonly mergeBase?: string;
  /** Names. */
  readonly labels: readonly string[];
  readonly createdAt?: string;
}

/** Something that happened to a pull request. */
export interface Happening {
  readonly id: number;
  /** `labeled`, `head_ref_force_pushed` … */
  readonly what: string;
  /** ISO 8601, by the forge's clock. */
  readonly at: string;
  /** Absent when the account is gone. */
  readonly actor?: { readonly login: string; readonly id: number | undefined };
  /** Name of the label it is about. */
  readonly label?: string;
}

/** A run of any workflow. */
export interface RunState {
  readonly event: string;
  readonly headSha: string;
  readonly headBranch?: string;
  /** `owner/name` */
  readonly headRepository?: string;
  /** ISO 8601, by the forge's clock. */
  readonly createdAt: string;
}

/** `undefined` when the answer names no head and base. */
export function pullState(data: unknown): PullState | undefined {
  const json = asJson(data);
  const number = numberAt(json, 'number');
  const headSha = textAt(json, 'head', 'sha') ?? '';
  const baseSha = textAt(json, 'base', 'sha') ?? '';
  const baseRef = textAt(json, 'base', 'ref');
  if (number === undefined || baseRef === undefined || !objectId.test(headSha) || !objectId.test(baseSha)) {
    return undefined;
  }
  const headRepository = repositoryAt(field(json, 'head', 'repo'));
  const mergeable = field(json, 'mergeable');
  const mergeSha = textAt(json, 'merge_commit_sha') ?? '';
  const mergeBase = textAt(json, 'merge_base') ?? '';
  const createdAt = textAt(json, 'created_at');
  return {
    number,
    open: textAt(json, 'state') === 'open',
    headSha,
    headRef: textAt(json, 'head', 'ref') ?? headSha,
    ...(headRepository !== undefined && { headRepository }),
    baseRef,
    baseSha,
    mergeable: typeof mergeable === 'boolean' ? mergeable : null,
    ...(objectId.test(mergeSha) && { mergeSha }),
    ...(objectId.test(mergeBase) && { mergeBase }),
    labels: labelsOf(json),
    ...(createdAt !== undefined && { createdAt }),
  };
}

export function happening(data: unknown): Happening {
  const json = asJson(data);
  const login = textAt(json, 'actor', 'login');
  const label = textAt(json, 'label', 'name');
  return {
    id: numberAt(json, 'id') ?? 0,
    what: textAt(json, 'event') ?? '',
    at: textAt(json, 'created_at') ?? '',
    ...(login !== undefined && { actor: { login, id: numberAt(json, 'actor', 'id') } }),
    ...(label !== undefined && { label }),
  };
}

export function runState(data: unknown): RunState {
  const json = asJson(data);
  const headBranch = textAt(json, 'head_branch');
  const headRepository = textAt(json, 'head_repository', 'full_name');
  return {
    event: textAt(json, 'event') ?? '',
    headSha: textAt(json, 'head_sha') ?? '',
    ...(headBranch !== undefined && { headBranch }),
    ...(headRepository !== undefined && { headRepository }),
    createdAt: textAt(json, 'created_at') ?? '',
  };
}

function labelsOf(json: Json): readonly string[] {
  const labels = field(json, 'labels');
  return Array.isArray(labels) ? labels.flatMap((one) => textAt(one, 'name') ?? []) : [];
}
