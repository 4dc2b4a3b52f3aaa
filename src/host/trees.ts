/** The two trees of a comparison, fetched where the clone lacks them. */
import { fail } from '../problem.ts';
import type { RevisionLabel } from '../report/report.ts';
import type { TreeEntry } from './objects.ts';
import { blobSizes, fetchBlobs, fetchCommits, listTree, originOf, type Repository, whyMissing } from './repository.ts';

/** A commit pinned once: every later step uses this id, never a name that can move. */
export interface Revision extends RevisionLabel {
  readonly sha: string;
  /** A ref that holds the commit, for servers that do not serve bare ids. */
  readonly ref?: string;
}

export type Tree = ReadonlyMap<string, TreeEntry>;

/** Brings what is missing of the commits' trees in one round trip. What git said when it failed, for a message. */
export async function bringTrees(repository: Repository, revisions: readonly Revision[]): Promise<string | undefined> {
  const missing = revisions.filter(({ sha }) => listTree(repository, sha) === undefined);
  if (missing.length === 0 || originOf(repository) === undefined) return undefined;
  const shas = [...new Set(missing.map(({ sha }) => sha))];
  const { ok, reason } = await fetchCommits(repository, shas, { depth: 1, refs: refsOf(missing) });
  return ok ? undefined : reason;
}

function refsOf(revisions: readonly Revision[]): readonly string[] {
  return [...new Set(revisions.flatMap(({ ref }) => (ref === undefined ? [] : [ref])))];
}

/** Lists the tree of a revision; throws `read/revision` where it is neither here nor was to be had (`why`). */
export function treeOf(
  repository: Repository,
  revision: Revision,
  side: 'base' | 'head' | 'config',
  why?: string,
): Tree {
  const tree = listTree(repository, revision.sha);
  if (tree !== undefined) return tree;
  const origin = originOf(repository);
  const reason =
    origin === undefined
      ? 'the clone does not have it, or not all of its folders (a shallow or partial clone)'
      : `the clone does not have it, and ${origin} did not give it${why === undefined ? '' : ` (${why})`}`;
  return fail('read/revision', { side, revision: revision.sha, reason });
}

/** Sizes of the blobs, after bringing those that are missing in one round trip. What stays missing has no size. */
export async function bringBlobs(
  repository: Repository,
  oids: readonly string[],
  revisions: readonly Revision[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(oids)];
  const here = blobSizes(repository, wanted);
  const missing = wanted.filter((oid) => !here.has(oid));
  if (missing.length === 0 || originOf(repository) === undefined) return here;
  await fetchBlobs(
    repository,
    missing,
    revisions.map(({ sha }) => sha),
    refsOf(revisions),
  );
  return blobSizes(repository, wanted);
}

export function kindOf({ mode }: TreeEntry): string {
  return mode === '120000' ? 'symbolic link' : mode === '160000' ? 'submodule' : `file of mode ${mode}`;
}

export function missingBlob(repository: Repository, path: string, revision: Revision, oid: string) {
  const why = whyMissing(repository, oid);
  return { path, revision: shortId(revision), oid, reason: why === undefined ? '' : ` (${why})` };
}

export function shortId({ sha }: Revision): string {
  return sha.slice(0, 12);
}
