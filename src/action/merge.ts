/**
 * The test merge of a pull request whose event is not about one, as the forge has it. A merge commit the forge names may
 * be of any age: made of another head, on another base branch, or on an old tip. Only one whose parents were looked at
 * is judged.
 */

import type { PullState } from './answers.ts';
import type { PullRequest, TestMerge } from './event.ts';
import type { Forge } from './forge.ts';
import { reasonOf } from './patience.ts';

/** Waits so many seconds. */
export type Wait = (seconds: number) => Promise<void>;

export interface Asked {
  /** With the base as it is now: between the event and this run it may have been changed for another. */
  readonly event: PullRequest;
  /** Where the event has no test merge: why, as far as there is a reason to tell. */
  readonly why?: string;
}

/** Seconds before each further look while the forge still tries the merge; GitHub takes a few. */
const waits: readonly number[] = [1, 2, 3, 4];

/** Asks what became of the pull request, patiently while it is being merged. */
export async function askForTestMerge(
  forge: Pick<Forge, 'pullRequest'>,
  event: PullRequest,
  wait: Wait,
): Promise<Asked> {
  const { merge: _, ...without } = event;
  let state: PullState | undefined;
  try {
    state = await untilTried(forge, event.number, wait);
  } catch (error) {
    return { event: without, why: `the forge could not be asked (${reasonOf(error)})` };
  }
  if (state === undefined) return { event: without, why: 'the forge says nothing of it' };
  const { open, baseRef, baseSha, headSha } = state;
  const mergeBase = state.mergeBase ?? event.mergeBase;
  const retargeted = event.retargeted || baseRef !== event.baseRef;
  const moved = headSha !== event.headSha;
  const now = { ...without, open, baseRef, baseSha, retargeted };
  if (moved) return { event: now, why: 'its head has moved on since this run began' };
  const current = { ...now, ...(mergeBase !== undefined && { mergeBase }) };
  const found = mergeOf(state, baseRef);
  return 'sha' in found ? { event: { ...current, merge: found } } : { event: current, ...found };
}

async function untilTried(
  forge: Pick<Forge, 'pullRequest'>,
  number: number,
  wait: Wait,
): Promise<PullState | undefined> {
  for (const seconds of waits) {
    const state = await forge.pullRequest(number);
    // Nothing is tried any more on one that is closed.
    if (state === undefined || state.mergeable !== null || !state.open) return state;
    await wait(seconds);
  }
  return forge.pullRequest(number);
}

function mergeOf({ number, open, mergeable, mergeSha }: PullState, baseRef: string): TestMerge | { why?: string } {
  if (open && mergeable === false) return { why: `it conflicts with ${baseRef}` };
  if (open && mergeable === null) return { why: 'the forge was still trying the merge when asked last' };
  // Gitea makes none, and never says that it is still at it.
  if (mergeSha === undefined) return {};
  return { sha: mergeSha, ref: `refs/pull/${number}/merge` };
}
