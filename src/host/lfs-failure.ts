/** Why an object's content cannot be had, as one of a few reasons a person can act on. */
import { type Problem, type ProblemCode, problem } from '../problem.ts';

export type LfsReason =
  /** 404: no endpoint has it. */
  | 'missing'
  /** 410: its owner removed it. */
  | 'removed'
  /** 401, 403, or 404 for the repository itself: who asks may not read it. */
  | 'denied'
  /** 507, 509, or a forge's own words for it. */
  | 'quota'
  /** The link was given anew and refused again. */
  | 'expired'
  /** 422: the server finds the pointer wrong. */
  | 'invalid'
  /** 429 for longer than a job should wait. */
  | 'limited'
  /** 5xx after every try, no connection, no answer in time. */
  | 'unavailable'
  /** An answer that ended early or stood still. */
  | 'broken off'
  /** Over one of our own limits. */
  | 'too big'
  /** Other bytes than the pointer says. */
  | 'corrupt'
  /** A link or redirect we do not follow. */
  | 'unsafe'
  /** An answer outside the protocol. */
  | 'unsupported';

/** `message` is the end of a sentence: what was found, without a full stop. */
export class LfsFailure extends Error {
  override readonly name = 'LfsFailure';
  readonly reason: LfsReason;
  constructor(reason: LfsReason, words: string) {
    super(words);
    this.reason = reason;
  }
}

const codes = {
  missing: 'read/lfs-missing',
  removed: 'read/lfs-missing',
  denied: 'read/lfs-denied',
  quota: 'read/lfs-quota',
  expired: 'read/lfs-expired',
  invalid: 'read/lfs-corrupt',
  limited: 'read/lfs-failed',
  unavailable: 'read/lfs-failed',
  'broken off': 'read/lfs-failed',
  'too big': 'read/lfs-too-big',
  corrupt: 'read/lfs-corrupt',
  unsafe: 'read/lfs-unsafe',
  unsupported: 'read/lfs-failed',
} as const satisfies Readonly<Record<LfsReason, ProblemCode>>;

export interface LfsPlace {
  readonly path: string;
  /** As messages name it. */
  readonly revision: string;
  readonly size: bigint;
}

export function lfsProblem(why: { readonly reason: LfsReason; readonly words: string }, place: LfsPlace): Problem {
  const { path, revision, size } = place;
  return problem(codes[why.reason], { path, revision, size, reason: why.words }, { file: path });
}

const quotaWords = /over its data quota|exceeded its LFS budget|(?:bandwidth|storage|data) (?:limit|quota)/i;

/** A status of the whole answer, or the code of one object in it; `said` is the server's own message. */
export function failureOf(status: number, said: string): LfsFailure {
  const words = said === '' ? `the server answered ${status}` : `the server answered ${status}: ${quote(said)}`;
  if (status === 507 || status === 509 || (status >= 400 && status < 500 && quotaWords.test(said))) {
    return new LfsFailure('quota', words);
  }
  const reason = byStatus.get(status) ?? (status >= 500 && status !== 501 ? 'unavailable' : 'unsupported');
  return new LfsFailure(reason, words);
}

const byStatus: ReadonlyMap<number, LfsReason> = new Map([
  [401, 'denied'],
  [403, 'denied'],
  [404, 'missing'],
  [410, 'removed'],
  [413, 'too big'],
  [416, 'corrupt'],
  [422, 'invalid'],
  [429, 'limited'],
]);

/** A server's words on one line, within reason. */
export function quote(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
