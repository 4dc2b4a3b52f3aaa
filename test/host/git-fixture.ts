/** Real git repositories for tests, in a temp folder, made by git itself with a fixed identity and fixed dates. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Fixture {
  readonly dir: string;
  git(...args: readonly string[]): string;
  /** Writes (or with `null` deletes) files, commits all of them on the current branch, returns the commit's id. */
  commit(files: Readonly<Record<string, string | Uint8Array | null>>): string;
}

const identity = {
  GIT_AUTHOR_NAME: 'A Person',
  GIT_AUTHOR_EMAIL: 'person@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'A Person',
  GIT_COMMITTER_EMAIL: 'person@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** A folder that goes away with the test. */
export function tempFolder(t: { after(done: () => void): void }): string {
  const dir = mkdtempSync(join(tmpdir(), 'flopgate-test-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function runGit(cwd: string, ...args: readonly string[]): string {
  const env = { PATH: process.env.PATH ?? '', ...identity };
  return execFileSync('git', [...args], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

export function makeRepository(dir: string, ...init: readonly string[]): Fixture {
  mkdirSync(dir, { recursive: true });
  runGit(dir, 'init', '--quiet', '--initial-branch=main', ...init);
  // What a server needs to serve ids, filters and every branch of a test.
  runGit(dir, 'config', 'uploadpack.allowFilter', 'true');
  return {
    dir,
    git: (...args) => runGit(dir, ...args),
    commit: (files) => {
      for (const [path, content] of Object.entries(files)) {
        const to = join(dir, path);
        if (content === null) rmSync(to);
        else {
          mkdirSync(dirname(to), { recursive: true });
          writeFileSync(to, content);
        }
      }
      runGit(dir, 'add', '--all', '--force');
      runGit(dir, 'commit', '--quiet', '--allow-empty', '--message=change');
      return runGit(dir, 'rev-parse', 'HEAD');
    },
  };
}

/** One digest over every path, mode, time of change and content below a folder, `.git` included. */
export function fingerprint(dir: string): string {
  const hash = createHash('sha256');
  const visit = (path: string) => {
    const stat = lstatSync(path);
    hash.update(`${path}\0${stat.mode}\0${stat.mtimeMs}\0`);
    if (stat.isSymbolicLink()) hash.update(readlinkSync(path));
    else if (stat.isFile()) hash.update(readFileSync(path));
    else for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  visit(dir);
  return hash.digest('hex');
}
