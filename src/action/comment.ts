/**
 * Our one comment on a pull request: found by its hidden marker and by its author, updated in place, written only when
 * its text changes. Failing to write it is a warning; the verdict does not depend on it.
 */
import { type Problem, problem } from '../problem.ts';
import { type Comment, type Forge, refusalOf } from './forge.ts';
import type { CommentPolicy, FailOn } from './inputs.ts';

export interface Occasion {
  readonly verdict: 'pass' | 'warn' | 'fail';
  /** Number of models that changed. */
  readonly changed: number;
  readonly failOn: FailOn;
}

export type Published =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly id: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Bytes of UTF-8 a comment may take with its marker: GitHub's message says 65,536 characters. */
export const commentLimit = 65_000;

/** Whether a comment is worth making. One that exists is kept up to date in any case, so that no red one goes stale. */
export function worthCreating(policy: CommentPolicy, { verdict, changed, failOn }: Occasion): boolean {
  const fails = verdict === 'fail' || (verdict === 'warn' && failOn === 'warn');
  if (policy === 'on-failure') return fails;
  if (policy === 'on-change') return changed > 0 || verdict !== 'pass';
  return policy === 'always';
}

export interface Publication {
  readonly pullRequest: number;
  /** Ends in the marker, alone on its line (report/marker.ts): a name in the report shows it at most inside code. */
  readonly body: string;
  readonly marker: string;
  readonly create: boolean;
}

export async function publish(forge: Forge, publication: Publication): Promise<Published> {
  try {
    return await write(forge, publication);
  } catch (error) {
    return { kind: 'failed', problem: explain(error) };
  }
}

async function write(forge: Forge, { pullRequest, body, marker, create }: Publication): Promise<Published> {
  const [newest, ...older] = await findOurs(forge, pullRequest, marker);
  for (const { id } of older) await forge.deleteComment(id);
  if (newest === undefined) {
    return create ? { kind: 'created', id: await forge.createComment(pullRequest, body) } : { kind: 'nothing' };
  }
  const { id } = newest;
  if (normal(newest.body) === normal(body)) return { kind: 'unchanged', id };
  await forge.updateComment(id, body);
  return { kind: 'updated', id };
}

/** Newest first. Who we are is asked only when some comment bears the marker. */
async function findOurs(forge: Forge, pullRequest: number, marker: string): Promise<readonly Comment[]> {
  const marked = (await forge.comments(pullRequest)).filter(({ body }) => lastLine(body) === marker);
  if (marked.length === 0) return [];
  const isOurs = await forge.isOurs();
  return marked.filter(({ author }) => author !== null && isOurs(author)).sort((a, b) => b.id - a.id);
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
