/**
 * What `git commit` would record: the tree of the index. It is made from a copy of the index, into a folder of ours, so
 * that the clone stays as it was: git writes an index it reads, and gives objects it finds again a new time.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, problem } from '../problem.ts';
import type { Checkout } from './clone.ts';
import { borrowFrom } from './git.ts';
import { git } from './git-process.ts';
import { objectId } from './objects.ts';
import { localCommit, type Repository } from './repository.ts';
import { namedRevision, type Revisions } from './revisions.ts';
import type { Revision } from './trees.ts';

export interface Staged {
  /** Instead of the clone's own index: during `git commit -a` and `git commit PATH`, git names another. */
  readonly index?: string;
}

/** Base is `HEAD` unless named; before the first commit there is none. Throws `read/staged`, `read/revision`. */
export function findStaged(repository: Repository, staged: Staged, named: { readonly base?: string }): Revisions {
  const head = stagedTree(repository, staged);
  if (named.base === undefined && localCommit(repository, 'HEAD') === undefined) {
    return { base: null, head, problems: [problem('read/no-base', { reason: 'nothing is committed yet' })] };
  }
  return { base: namedRevision(repository, 'base', named.base ?? 'HEAD'), head, problems: [] };
}

/** `sha` is the id of a tree, not of a commit. */
function stagedTree(repository: Repository, staged: Staged): Revision {
  const { gitDir, checkout, scratch } = repository;
  if (gitDir === undefined || checkout === undefined) return refuse('git cannot be used here');
  const index = staged.index ?? join(checkout.gitDir, 'index');
  if (!existsSync(index)) return refuse('there is no index, so nothing was ever staged');
  const copy = join(gitDir, 'index');
  copyFileSync(index, copy);
  // A split index is two files, the greater one beside the repository's own (git-update-index(1), "SPLIT INDEX").
  for (const name of readdirSync(checkout.gitDir)) {
    if (name.startsWith('sharedindex.')) copyFileSync(join(checkout.gitDir, name), join(gitDir, name));
  }
  const objects = join(scratch, 'staged');
  mkdirSync(join(objects, 'pack'), { recursive: true });
  packFolders(gitDir, checkout, join(objects, 'pack', 'pack'));
  // Blobs of a partial clone may be missing; which of them are needed is seen later, and said.
  const written = git(['write-tree', '--missing-ok'], { gitDir, index: copy, objects });
  const sha = written.stdout.toString('latin1').trim();
  if (!written.ok || !objectId.test(sha)) return refuse(written.reason);
  borrowFrom(gitDir, objects);
  return { label: 'what is staged', sha, how: 'the index' };
}

/**
 * In a sparse index a folder outside the checkout stands by the id of its tree alone. The tree is written from those
 * trees too, so they are copied to where it is written: git would give the clone's own a new time.
 */
function packFolders(gitDir: string, checkout: Checkout, pack: string): void {
  const patterns = join(checkout.gitDir, 'info', 'sparse-checkout');
  if (!existsSync(patterns)) return;
  mkdirSync(join(gitDir, 'info'), { recursive: true });
  copyFileSync(patterns, join(gitDir, 'info', 'sparse-checkout'));
  const names = ['core.sparseCheckout', 'core.sparseCheckoutCone', 'index.sparse'];
  const config = names.map((name) => [name, 'true'] as const);
  const listed = git(['ls-files', '--sparse', '--stage', '-z'], { gitDir, index: join(gitDir, 'index'), config });
  const folders = listed.stdout.toString('latin1').matchAll(/(?:^|\0)040000 ([0-9a-f]+) /g);
  const ids = [...folders].map(([, oid = '']) => oid);
  if (ids.length === 0) return;
  const within = ['rev-list', '--objects', '--no-object-names', '--filter=blob:none', '--stdin'];
  const trees = git(within, { gitDir, input: `${ids.join('\n')}\n` });
  if (!trees.ok) refuse(trees.reason);
  const packed = git(['pack-objects', '-q', pack], { gitDir, input: trees.stdout.toString('latin1') });
  if (!packed.ok) refuse(packed.reason);
}

function refuse(reason: string): never {
  return fail('read/staged', { reason });
}
