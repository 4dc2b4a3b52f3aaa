/**
 * Our one comment on a pull request: found by its hidden marker and by its author, updated in place, written only when
 * its text changes, while the head is still the one it tells of, and never over what a later run wrote. Failing to
 * write it is a warning; the verdict does not depend on it.
 */
import { type Problem, problem } from '../problem.ts';
import { type RunStamp, stamped, stampIn, unstamped } from '../report/marker.ts';
import type { Author, Comment, Forge } from './forge.ts';
import type { CommentPolicy, FailOn } from './inputs.ts';
import { refusalOf } from './patience.ts';

export interface Occasion {
  readonly verdict: 'pass' | 'warn' | 'fail';
  /** Number of models that changed. */
  readonly changed: number;
  readonly failOn: FailOn;
}

export type Published =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly id: number }
  /** A later run wrote there; its text stays. */
  | { readonly kind: 'later'; readonly id: number }
  /** Not worth a comment. */
  | { readonly kind: 'nothing' }
  /** The head is another now; the run on that one tells of it. */
  | { readonly kind: 'moved'; readonly to: string }
  /** No new comment on what was closed or merged meanwhile. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Bytes of UTF-8 a comment may take with its hidden lines: GitHub's message says 65,536 characters. */
export const commentLimit = 65_000;
/** For a forge that takes less. */
export const shorterLimit = 30_000;

/** Whether a comment is worth making. One that exists is kept up to date in any case, so that no red one goes stale. */
export function worthCreating(policy: CommentPolicy, { verdict, changed, failOn }: Occasion): boolean {
  const fails = verdict === 'fail' || (verdict === 'warn' && failOn === 'warn');
  if (policy === 'on-failure') return fails;
  if (policy === 'on-change') return changed > 0 || verdict !== 'pass';
  return policy === 'always';
}

export interface Publication {
  readonly pullRequest: number;
  /** Head of the pull request that the text tells of. */
  readonly headSha: string;
  /** Ends in the marker, alone on its line (report/marker.ts): a name in the report shows it at most inside code. */
  readonly body: string;
  /** The same told in fewer blocks, for a forge that finds the body too long. */
  readonly shorter: () => string;
  readonly marker: string;
  readonly create: boolean;
  /** The run this is; absent where the forge does not count its runs. */
  readonly run?: RunStamp;
}

export async function publish(forge: Forge, publication: Publication): Promise<Published> {
  try {
    return await write(forge, publication);
  } catch (error) {
    return { kind: 'failed', problem: explain(error) };
  }
}

async function write(forge: Forge, publication: Publication): Promise<Published> {
  const { pullRequest, headSha, create } = publication;
  const [kept, ...others] = await findOurs(forge, publication);
  if (kept === undefined && !create) return { kind: 'nothing' };
  if (kept !== undefined && isLater(kept, publication)) return { kind: 'later', id: kept.id };
  const isEqual = kept !== undefined && tellsSame(kept, publication);
  if (isEqual && others.length === 0) return { kind: 'unchanged', id: kept.id };
  // Asked as late as can be: whatever is written now tells of the head as it is now.
  const live = await forge.pullRequest(pullRequest);
  if (live === undefined) throw new Error('the forge does not say what the head of the pull request is');
  if (live.headSha !== headSha) return { kind: 'moved', to: live.headSha };
  if (kept === undefined) return live.open ? createOne(forge, publication) : { kind: 'closed' };
  await removeAll(forge, others);
  if (isEqual) return { kind: 'unchanged', id: kept.id };
  await fitting(publication, (body) => forge.updateComment(kept.id, body));
  return { kind: 'updated', id: kept.id };
}

/** Runs side by side may each find no comment and make one: so each looks once more, and all keep the same one. */
async function createOne(forge: Forge, publication: Publication): Promise<Published> {
  const made = await fitting(publication, (body) => createSurely(forge, publication, body));
  const { author } = made;
  if (author === null) return { kind: 'created', id: made.id };
  const [kept = made, ...others] = await findOurs(forge, publication, author);
  await removeAll(forge, others);
  return kept.id === made.id ? { kind: 'created', id: made.id } : { kind: 'later', id: kept.id };
}

/** A fault of the server may come before a comment was made or after: whoever repeats it blindly makes two. */
async function createSurely(forge: Forge, publication: Publication, body: string): Promise<Comment> {
  const { pullRequest } = publication;
  try {
    return await forge.createComment(pullRequest, body);
  } catch (error) {
    if ((refusalOf(error)?.status ?? 0) < 500) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const made = (await findOurs(forge, publication)).find((comment) => normal(comment.body) === normal(body));
    return made ?? (await forge.createComment(pullRequest, body));
  }
}

/** Once more with fewer blocks where the forge finds the text too long. */
async function fitting<T>({ body, shorter, run }: Publication, send: (body: string) => Promise<T>): Promise<T> {
  const sign = (text: string) => (run === undefined ? text : stamped(text, run));
  try {
    return await send(sign(body));
  } catch (error) {
    const refusal = refusalOf(error);
    const isTooLong = refusal?.status === 422 && /too long|too large|maximum/i.test(refusal.message);
    const short = isTooLong ? shorter() : body;
    if (short.length >= body.length) throw error;
    return send(sign(short));
  }
}

async function removeAll(forge: Forge, comments: readonly Comment[]): Promise<void> {
  for (const { id } of comments) {
    try {
      await forge.deleteComment(id);
    } catch (error) {
      // A run beside this one removed it.
      if (refusalOf(error)?.status !== 404) throw error;
    }
  }
}

/** That of the latest run first. Who we are is asked only when some comment bears the marker and nobody told yet. */
async function findOurs(
  forge: Forge,
  { pullRequest, marker }: Publication,
  self?: Author,
): Promise<readonly Comment[]> {
  const marked = (await forge.comments(pullRequest)).filter(({ body }) => lastLine(body) === marker);
  if (marked.length === 0) return [];
  const isOurs =
    self === undefined ? await forge.isOurs() : ({ login, type }: Author) => login === self.login && type === self.type;
  return marked
    .filter(({ author }) => author !== null && isOurs(author))
    .sort((a, b) => order(stampIn(normal(b.body)), stampIn(normal(a.body))) || b.id - a.id);
}

/** Negative when `a` was before `b`; what bears no run was before all that do. */
function order(a: RunStamp | undefined, b: RunStamp | undefined): number {
  return (a?.id ?? 0) - (b?.id ?? 0) || (a?.attempt ?? 0) - (b?.attempt ?? 0);
}

function isLater({ body }: Comment, { run }: Publication): boolean {
  return run !== undefined && order(stampIn(normal(body)), run) > 0;
}

/** Which run wrote it is no difference: nobody is told of nothing. */
function tellsSame(comment: Comment, { body, shorter }: Publication): boolean {
  const there = normal(unstamped(normal(comment.body)));
  return there === normal(body) || (there.length < body.length && there === normal(shorter()));
}

function lastLine(body: string): string {
  return normal(body).split('\n').at(-1) ?? '';
}

/** A forge may store line ends in its own way. */
function normal(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}

function explain(error: unknown): Problem {
  const refusal = refusalOf(error);
  const task = 'written';
  if (refusal === undefined) {
    return problem('publish/failed', { task, reason: error instanceof Error ? error.message : String(error) });
  }
  const { status, message } = refusal;
  // GitHub says 403 where a permission lacks, and 404 where even reading does.
  if (status === 401 || status === 403 || status === 404) {
    return problem('publish/denied', { task, status, reason: message.split('\n', 1)[0] ?? '' });
  }
  return problem('publish/failed', { task, reason: `the forge answered ${status} (${message.split('\n', 1)[0]})` });
}
