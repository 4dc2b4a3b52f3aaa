/**
 * A repository whose objects are read by id, whichever way they come (docs/adr/0002-git-objects-in-a-repository-of-our-own.md).
 * Reading never touches a network: what is missing is brought first, by `fetchCommits` and `fetchBlobs`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FlopgateError, type Problem, problem } from '../problem.ts';
import type { Checkout } from './clone.ts';
import * as git from './git.ts';
import type { TreeEntry } from './objects.ts';
import * as rest from './rest.ts';
import * as restBlobs from './rest-blobs.ts';
import * as restTrees from './rest-trees.ts';

/** Where objects are read and brought. Without git, `gitDir` is absent and all of them come over `rest`. */
export interface Repository {
  /** Folder of ours for what is fetched and spooled; `gitDir` lies in it. */
  readonly scratch: string;
  /** Our bare repository. */
  readonly gitDir?: string;
  /** The user's clone whose objects are borrowed. */
  readonly checkout?: Checkout;
  readonly remote?: git.Remote;
  /** Brings what git does not. */
  readonly rest?: rest.RestObjects;
}

export interface RepositoryOptions extends git.GitOptions {
  /** Where scratch goes; the operating system's temp folder when absent. */
  readonly temp?: string;
  readonly rest?: rest.RestPort;
}

type Tree = ReadonlyMap<string, TreeEntry>;

/** Call `closeRepository` when done. Throws `read/git-missing` where there is neither git nor another way. */
export function openRepository(options: RepositoryOptions): Repository {
  const scratch = mkdtempSync(join(resolve(options.temp ?? tmpdir()), 'flopgate-git-'));
  const { checkout, remote } = options;
  const other = options.rest === undefined ? undefined : rest.openRest(options.rest, scratch);
  try {
    return { scratch, ...git.openGit(scratch, options), ...(other !== undefined && { rest: other }) };
  } catch (error) {
    if (error instanceof FlopgateError && error.problem.code === 'read/git-missing' && other !== undefined) {
      other.instead = error.problem.message;
      const about = { ...(checkout !== undefined && { checkout }), ...(remote !== undefined && { remote }) };
      return { scratch, ...about, rest: other };
    }
    rmSync(scratch, { recursive: true, force: true });
    throw error;
  }
}

export function closeRepository(repository: Repository): void {
  rmSync(repository.scratch, { recursive: true, force: true });
}

/** What must be said of the way objects came. */
export function noticesOf({ rest }: Repository): readonly Problem[] {
  if (rest?.instead === undefined || rest.brought === 0) return [];
  return [problem('read/over-rest', { reason: rest.instead })];
}

/** Where objects can be brought from, for messages; nowhere when only what is here can be read. */
export function originOf({ remote, rest }: Repository): string | undefined {
  return remote === undefined ? rest?.port.origin : new URL(remote.url).origin;
}

/** Why a blob could not be brought, where that is known. */
export function whyMissing({ rest }: Repository, oid: string): string | undefined {
  return rest?.refused.get(oid);
}

/** Parents of a commit as its own bytes name them: right in a shallow clone too, where `HEAD^` fails. */
export function parentsOf(repository: Repository, commit: string): readonly string[] | undefined {
  const here = hasGit(repository) ? git.parentsOf(repository, commit) : undefined;
  return here ?? repository.rest?.commits.get(commit)?.parents;
}

/** A commit's tree never changes, and is asked for often. */
const listed = new WeakMap<Repository, Map<string, Tree>>();

/** Every file of a commit, by path; `undefined` when the commit or one of its trees is not here. */
export function listTree(repository: Repository, commit: string): Tree | undefined {
  const known = listed.get(repository) ?? new Map<string, Tree>();
  listed.set(repository, known);
  const here = hasGit(repository) ? (known.get(commit) ?? git.listTree(repository, commit)) : undefined;
  const tree = here ?? repository.rest?.listed.get(commit);
  if (tree !== undefined) known.set(commit, tree);
  return tree;
}

/** Sizes in bytes of those blobs that are here, big ones included, without reading them. */
export function blobSizes(repository: Repository, oids: readonly string[]): ReadonlyMap<string, number> {
  const sizes = new Map(hasGit(repository) ? git.blobSizes(repository, oids) : []);
  for (const oid of oids) {
    const size = sizes.get(oid) ?? restBlobs.restSize(repository.scratch, oid);
    if (size !== undefined) sizes.set(oid, size);
  }
  return sizes;
}

/** A whole blob in memory; `undefined` when it is not here. */
export function readBlob(repository: Repository, oid: string): Buffer | undefined {
  const here = hasGit(repository) ? git.readBlob(repository, oid) : undefined;
  return here ?? restBlobs.readRest(repository.scratch, oid);
}

/** Many small blobs at a time, those that are here. */
export function readBlobs(repository: Repository, oids: readonly string[]): ReadonlyMap<string, Buffer> {
  const blobs = new Map(hasGit(repository) ? git.readBlobs(repository, oids) : []);
  for (const oid of oids) {
    const content = blobs.get(oid) ?? restBlobs.readRest(repository.scratch, oid);
    if (content !== undefined) blobs.set(oid, content);
  }
  return blobs;
}

/** Writes a blob to an open file; false when it is not here. */
export function spoolBlob(repository: Repository, oid: string, into: number): boolean {
  if (restBlobs.spoolRest(repository.scratch, oid, into)) return true;
  return hasGit(repository) && git.spoolBlob(repository, oid, into);
}

/**
 * Brings commits with their trees and no file contents: by git in one round trip, and over REST what git does not
 * bring. `refs` are asked for where a server does not serve bare ids. Says nothing of success: list the tree to know.
 */
export async function fetchCommits(
  repository: Repository,
  commits: readonly string[],
  options: { readonly depth: number; readonly refs: readonly string[] },
): Promise<rest.Brought> {
  const asked = hasGit(repository) ? await git.fetchCommits(repository, commits, options) : undefined;
  const missing = commits.filter((commit) => listTree(repository, commit) === undefined);
  if (repository.rest === undefined || missing.length === 0) return asked ?? { ok: true, reason: '' };
  const brought = await restTrees.bringCommits(repository.rest, missing);
  return asked === undefined ? brought : instead(repository, asked, brought);
}

/** Brings blobs in one round trip, or one by one over REST; `whyMissing` says why one is still missing. */
export async function fetchBlobs(
  repository: Repository,
  oids: readonly string[],
  commits: readonly string[],
  refs: readonly string[] = [],
): Promise<rest.Brought> {
  const asked = hasGit(repository) ? await git.fetchBlobs(repository, oids, commits, refs) : undefined;
  const here = blobSizes(repository, oids);
  const missing = oids.filter((oid) => !here.has(oid));
  if (repository.rest === undefined || missing.length === 0) return asked ?? { ok: true, reason: '' };
  const brought = await restBlobs.bringBlobs(repository.rest, missing);
  return asked === undefined ? brought : instead(repository, asked, brought);
}

/** What came of asking both ways. */
function instead(repository: Repository, byGit: rest.Brought, byRest: rest.Brought): rest.Brought {
  if (repository.rest !== undefined) {
    repository.rest.instead ??= `git could not fetch from ${originOf(repository)} (${byGit.reason}).`;
  }
  return byRest.ok ? byRest : { ok: false, reason: `${byGit.reason}; over REST: ${byRest.reason}` };
}

/** The commit a branch or tag of the remote stands on; `undefined` where it has no such name. */
export async function remoteCommit(repository: Repository, name: string): Promise<string | undefined> {
  if (hasGit(repository)) return git.remoteCommit(repository, name);
  return repository.rest === undefined ? undefined : restTrees.commitOf(repository.rest, name);
}

/** The commit a revision names in the user's clone (`HEAD~2`, `origin/main`, a tag, an abbreviated id). */
export function localCommit(repository: Repository, revision: string): string | undefined {
  return hasGit(repository) ? git.localCommit(repository, revision) : undefined;
}

/** What a symbolic ref of the user's clone points to, such as `refs/remotes/origin/HEAD`. */
export function symbolicRef(repository: Repository, name: string): string | undefined {
  return hasGit(repository) ? git.symbolicRef(repository, name) : undefined;
}

/** Best common ancestor, `undefined` when there is none or when history is cut off. */
export function mergeBase(repository: Repository, a: string, b: string): string | undefined {
  return hasGit(repository) ? git.mergeBase(repository, a, b) : undefined;
}

function hasGit(repository: Repository): repository is Repository & git.GitStore {
  return repository.gitDir !== undefined;
}
