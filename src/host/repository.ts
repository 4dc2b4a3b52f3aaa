/**
 * A repository whose objects are read by id, whichever way they come (docs/adr/0002-git-objects-in-a-repository-of-our-own.md).
 * Reading never touches a network: what is missing is brought first, by `fetchCommits` and `fetchBlobs`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as git from './git.ts';

/** Plain data but for what brings objects, so that another thread can read what is here. */
export interface Repository extends git.GitStore {
  /** Folder for what is fetched and spooled; `gitDir` lies in it too. */
  readonly scratch: string;
}

export interface RepositoryOptions extends git.GitOptions {
  /** Where scratch goes; the operating system's temp folder when absent. */
  readonly temp?: string;
}

/** Makes the folder all of it lies in. Call `closeRepository` when done. */
export function openRepository(options: RepositoryOptions): Repository {
  const scratch = mkdtempSync(join(resolve(options.temp ?? tmpdir()), 'flopgate-git-'));
  try {
    return { scratch, ...git.openGit(scratch, options) };
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    throw error;
  }
}

export function closeRepository(repository: Repository): void {
  rmSync(repository.scratch, { recursive: true, force: true });
}

export {
  blobSizes,
  fetchBlobs,
  fetchCommits,
  listTree,
  localCommit,
  mergeBase,
  parentsOf,
  readBlob,
  remoteCommit,
  spoolBlob,
  symbolicRef,
} from './git.ts';
