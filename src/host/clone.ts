/** The user's clone: found by looking, never by starting git in a folder (git(1), "SECURITY"). */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { git } from './git-process.ts';

export interface Checkout {
  /** `.git` of the working tree, or the bare repository itself. */
  readonly gitDir: string;
  /** The same but for a linked worktree, where objects, refs and LFS content lie with the main one. */
  readonly commonDir: string;
}

/** Finds the clone a folder belongs to without starting git in it; `undefined` when there is none. */
export function findCheckout(folder: string): Checkout | undefined {
  if (!existsSync(folder)) return undefined;
  const start = realpathSync(folder);
  for (let at = start; ; at = dirname(at)) {
    const dotGit = join(at, '.git');
    const gitDir = existsSync(dotGit) ? followGitFile(dotGit) : undefined;
    if (gitDir !== undefined && isGitDir(gitDir)) return checkoutAt(gitDir);
    // A bare repository counts only outside any clone: one committed into a tree is anybody's.
    if (dirname(at) === at) return isGitDir(start) ? checkoutAt(start) : undefined;
  }
}

/**
 * Whether a clone is one of the repository `owner/name` by the address it was cloned from; one without an address is
 * taken to be. In a clone of something else the same name may mean another commit.
 */
export function isCloneOf(checkout: Checkout, name: string): boolean {
  const asked = git(['config', '--get', 'remote.origin.url'], checkout);
  const url = asked.stdout.toString('utf8').trim();
  if (!asked.ok || url === '') return true;
  const path = url.replace(/\/+$/, '').replace(/\.git$/, '');
  const tail = path.slice(-name.length);
  // An address by ssh may be `git@host:owner/name`.
  return tail.toLowerCase() === name.toLowerCase() && /^$|[/:]/.test(path.slice(0, -name.length).slice(-1));
}

/** `.git` is a folder, or in a worktree or submodule a file saying `gitdir: …`. */
function followGitFile(path: string): string | undefined {
  const stat = statSync(path);
  if (stat.isDirectory()) return path;
  if (!stat.isFile() || stat.size > 4096) return undefined;
  const [, target] = /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8')) ?? [];
  return target === undefined ? undefined : resolve(dirname(path), target.trimEnd());
}

function isGitDir(path: string): boolean {
  return existsSync(join(path, 'HEAD')) && existsSync(join(commonDirOf(path), 'objects'));
}

function checkoutAt(gitDir: string): Checkout {
  return { gitDir, commonDir: commonDirOf(gitDir) };
}

function commonDirOf(gitDir: string): string {
  const pointer = join(gitDir, 'commondir');
  return existsSync(pointer) ? resolve(gitDir, readFileSync(pointer, 'utf8').trim()) : gitDir;
}
