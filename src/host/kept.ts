/**
 * What was measured before, by object ids and by how much of each file was at hand. Of a model in Git LFS either the whole
 * file was read or the ranges of its graph: without weights layers are paired otherwise, so one never stands in for the other.
 */
import type { JudgedModel } from '../budget/budget.ts';
import type { Content } from './content.ts';
import type { LfsClient } from './lfs-client.ts';
import { type Hand, handsOf } from './lfs-content.ts';
import type { Repository } from './repository.ts';
import { type Measured, type Results, resultKey } from './results.ts';
import { bringBlobs, type Revision } from './trees.ts';

/** What is to be measured: object ids of both sides, `null` for one that is not there. */
export type Sought = Measured;

/** The richest first. */
const hands: readonly Hand[] = ['blob', 'whole', 'ranges'];
const handOf: Readonly<Record<Content['kind'], Hand>> = { blob: 'blob', file: 'whole', remote: 'ranges' };

/** What measuring these very contents is kept under; `undefined` where one that there should be is not to be had. */
export function keyOf(sought: Sought, base: Content | null, head: Content | null): string | undefined {
  if ((base === null) !== (sought.base === null) || (head === null) !== (sought.head === null)) return undefined;
  return keyAt(sought, base && handOf[base.kind], head && handOf[head.kind]);
}

function keyAt(sought: Sought, base: Hand | null, head: Hand | null): string {
  const side = (oid: string | null, hand: Hand | null) => (oid === null || hand === null ? null : `${hand} ${oid}`);
  return resultKey({ ...sought, base: side(sought.base, base), head: side(sought.head, head) });
}

/** A result, and how much of its sides' content was at hand. */
export interface Kept {
  readonly key: string;
  readonly base: Hand | null;
  readonly head: Hand | null;
  readonly model: JudgedModel;
}

/**
 * In the order of what is sought. Nothing is brought but pointers, and those only where a result of Git LFS content is
 * kept: what is at hand now decides whether it is the one that measuring would give.
 */
export async function findKept(
  repository: Repository,
  all: readonly (Sought | undefined)[],
  results: Results | undefined,
  { lfs, revisions }: { readonly lfs: LfsClient | undefined; readonly revisions: readonly Revision[] },
): Promise<readonly (Kept | undefined)[]> {
  if (results === undefined) return [];
  const kept = all.map((sought) => (sought === undefined ? [] : keptOf(sought, results)));
  const pointers = all.flatMap((sought, i) => (kept[i] ?? []).flatMap((one) => pointersOf(sought, one)));
  const wanted = results.lenient === true ? [] : [...new Set(pointers)];
  const sizes = await bringBlobs(repository, wanted, revisions);
  const atHand = handsOf(repository, wanted, sizes, lfs);
  // Where none of it is at hand now, nothing else could be measured.
  const fits = (oid: string | null, hand: Hand | null) => oid === null || (atHand.get(oid) ?? hand) === hand;
  return all.map((sought, i) =>
    kept[i]?.find((one) => sought && fits(sought.base, one.base) && fits(sought.head, one.head)),
  );
}

function keptOf(sought: Sought, results: Results): readonly Kept[] {
  const of = (oid: string | null) => (oid === null ? [null] : hands);
  const found: Kept[] = [];
  for (const base of of(sought.base)) {
    for (const head of of(sought.head)) {
      const key = keyAt(sought, base, head);
      const model = results.get(key);
      if (model === undefined) continue;
      found.push({ key, base, head, model });
      // What is no pointer can be at hand in one way only.
      if ((base ?? 'blob') === 'blob' && (head ?? 'blob') === 'blob') return found;
    }
  }
  return found;
}

function pointersOf(sought: Sought | undefined, { base, head }: Kept): readonly string[] {
  return [[sought?.base, base] as const, [sought?.head, head] as const].flatMap(([oid, hand]) =>
    oid === undefined || oid === null || hand === 'blob' ? [] : [oid],
  );
}
