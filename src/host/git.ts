/**
 * A git repository read by object id. Reading happens in a bare repository of our own, in a temp folder, that borrows
 * the objects of the user's checkout through `objects/info/alternates`: what is there needs no network, what is missing
 * is fetched into ours, and the checkout with its index and configuration stays as it is (docs/adr/0002-git-objects-in-a-repository-of-our-own.md).
 */
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../problem.ts';
import { type Checkout, isCloneOf } from './clone.ts';
import { type GitCall, type GitResult, git, gitRemote, requireGit } from './git-process.ts';
import { checkId, checkRef, hasControl, isRefName, objectId, pathText, type TreeEntry } from './objects.ts';

export interface GitStore {
  /** Our bare repository. */
  readonly gitDir: string;
  /** The user's clone whose objects are borrowed. */
  readonly checkout?: Checkout;
  readonly remote?: Remote;
}

export interface Remote {
  readonly url: string;
  /** `AUTHORIZATION: basic …`; sent to the origin of `url` only. */
  readonly header?: string;
}

export interface GitOptions {
  readonly checkout?: Checkout;
  /** `owner/name`: a checkout of anything else is left alone. */
  readonly cloneOf?: string;
  readonly remote?: Remote;
  /** A checkout of the other format is left alone. */
  readonly objectFormat?: ObjectFormat;
}

export type ObjectFormat = 'sha1' | 'sha256';

/** Makes our bare repository in a folder of ours. Throws `read/git-missing` where no git can be used. */
export function openGit(folder: string, options: GitOptions): GitStore {
  requireGit();
  const { remote, objectFormat } = options;
  const checkout = options.checkout !== undefined && isUsable(options.checkout, options) ? options.checkout : undefined;
  const gitDir = join(folder, 'objects.git');
  const format = objectFormat ?? (checkout === undefined ? 'sha1' : formatOf(checkout));
  const made = git(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, gitDir], { gitDir });
  if (!made.ok) fail('read/git-failed', { task: 'make a scratch repository', reason: made.reason });
  if (checkout !== undefined) borrowObjects(gitDir, checkout);
  return { gitDir, ...(checkout !== undefined && { checkout }), ...(remote !== undefined && { remote }) };
}

/** Parents of a commit as its own bytes name them: right in a shallow clone too, where `HEAD^` fails. */
export function parentsOf(store: GitStore, commit: string): readonly string[] | undefined {
  const text = readObject(store, 'commit', commit);
  if (text === undefined) return undefined;
  const [header = ''] = text.toString('latin1').split('\n\n', 1);
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, oid = '']) => oid);
}

/** Every file of a commit, by path; `undefined` when the commit or one of its trees is not here. */
export function listTree(store: GitStore, commit: string): ReadonlyMap<string, TreeEntry> | undefined {
  checkId(commit);
  const listed = git(['ls-tree', '-r', '-z', '--full-tree', commit], store);
  return listed.ok ? parseTree(listed.stdout) : undefined;
}

/** Sizes in bytes of those blobs that are here, big ones included, without reading them. */
export function blobSizes(store: GitStore, oids: readonly string[]): ReadonlyMap<string, number> {
  for (const oid of oids) checkId(oid);
  if (oids.length === 0) return new Map();
  const input = `${oids.join('\n')}\n`;
  const checked = git(['cat-file', '--batch-check'], { ...at(store), input });
  if (!checked.ok) fail('read/git-failed', { task: 'look blobs up', reason: checked.reason });
  const sizes = new Map<string, number>();
  for (const line of checked.stdout.toString('latin1').split('\n')) {
    const [oid = '', type, size] = line.split(' ');
    if (type === 'blob') sizes.set(oid, Number(size));
  }
  return sizes;
}

/** A whole blob in memory; `undefined` when it is not here. */
export function readBlob(store: GitStore, oid: string): Buffer | undefined {
  return readObject(store, 'blob', oid);
}

/** Blobs known to be here and small, in one call of git; those that are not here are left out. */
export function readBlobs(store: GitStore, oids: readonly string[]): ReadonlyMap<string, Buffer> {
  for (const oid of oids) checkId(oid);
  if (oids.length === 0) return new Map();
  const { ok, stdout, reason } = git(['cat-file', '--batch'], { ...at(store), input: `${oids.join('\n')}\n` });
  if (!ok) fail('read/git-failed', { task: 'read blobs', reason });
  const blobs = new Map<string, Buffer>();
  // `OID SP type SP size LF content LF`, or `OID SP missing LF` (git-cat-file(1), "BATCH OUTPUT").
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at);
    const [oid = '', type, size] = stdout.toString('latin1', at, end).split(' ');
    const length = size === undefined ? -1 : Number(size);
    if (type === 'blob') blobs.set(oid, stdout.subarray(end + 1, end + 1 + length));
    at = end + 2 + length;
  }
  return blobs;
}

/** Writes a blob to an open file. */
export function spoolBlob(store: GitStore, oid: string, into: number): boolean {
  checkId(oid);
  return git(['cat-file', 'blob', oid], { ...at(store), into }).ok;
}

/**
 * Brings commits with their trees and no file contents, in one round trip. `refs` are asked for where a server does
 * not serve bare ids. Says nothing of success: list the tree to know.
 */
export async function fetchCommits(
  store: GitStore,
  commits: readonly string[],
  options: { readonly depth: number; readonly refs: readonly string[] },
): Promise<GitResult> {
  for (const commit of commits) checkId(commit);
  for (const ref of options.refs) checkRef(ref);
  const flags = (depth: number) => [`--depth=${depth}`, '--filter=blob:none'];
  const byId = await fetch(store, flags(options.depth), commits);
  if (byId.ok || options.refs.length === 0) return byId;
  // A branch may have moved on by a commit, and a test merge holds the base as a parent.
  return fetch(store, flags(Math.max(2, options.depth)), options.refs);
}

/** Brings blobs in one round trip; where a server refuses bare blobs, the commits that hold them, whole, or their refs. */
export async function fetchBlobs(
  store: GitStore,
  oids: readonly string[],
  commits: readonly string[],
  refs: readonly string[] = [],
): Promise<GitResult> {
  for (const oid of [...oids, ...commits]) checkId(oid);
  for (const ref of refs) checkRef(ref);
  const alone = await fetch(store, ['--stdin', '--filter=blob:none'], [], `${oids.join('\n')}\n`);
  if (alone.ok || commits.length === 0) return alone;
  const whole = ['--refetch', '--no-filter'];
  const holding = await fetch(store, ['--depth=1', ...whole], commits);
  return holding.ok || refs.length === 0 ? holding : fetch(store, ['--depth=2', ...whole], refs);
}

/** The commit a branch or tag of the remote stands on; `undefined` where it has no such name. */
export async function remoteCommit(store: GitStore, name: string): Promise<string | undefined> {
  if (store.remote === undefined || !isRefName(name)) return undefined;
  const names = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  const patterns = names.flatMap((ref) => [ref, `${ref}^{}`]);
  const asked = await gitRemote(['ls-remote', '--quiet', store.remote.url, ...patterns], remoteCall(store));
  if (!asked.ok) return undefined;
  const found = new Map<string, string>();
  for (const line of asked.stdout.toString('utf8').split('\n')) {
    const [oid = '', ref = ''] = line.split('\t');
    if (objectId.test(oid)) found.set(ref, oid);
  }
  for (const ref of names) {
    const oid = found.get(`${ref}^{}`) ?? found.get(ref);
    if (oid !== undefined) return oid;
  }
  return undefined;
}

/** The commit a revision names in the user's clone (`HEAD~2`, `origin/main`, a tag, an abbreviated id). */
export function localCommit(store: GitStore, revision: string): string | undefined {
  const { checkout } = store;
  if (checkout === undefined || revision === '' || hasControl(revision)) return undefined;
  const parsed = git(['rev-parse', '--quiet', '--verify', '--end-of-options', `${revision}^{commit}`], checkout);
  const oid = parsed.stdout.toString('latin1').trim();
  return parsed.ok && objectId.test(oid) ? oid : undefined;
}

/** What a symbolic ref of the user's clone points to, such as `refs/remotes/origin/HEAD`. */
export function symbolicRef(store: GitStore, name: string): string | undefined {
  if (store.checkout === undefined) return undefined;
  const read = git(['symbolic-ref', '--quiet', name], store.checkout);
  return read.ok ? read.stdout.toString('utf8').trim() : undefined;
}

/**
 * Best common ancestor, `undefined` when there is none or when history is cut off. It is searched in our repository,
 * which has no grafts: a shallow clone makes it fail, where git in the clone might name a boundary commit instead.
 * A shallow fetch into ours would bring grafts, so after one there is no answer.
 */
export function mergeBase(store: GitStore, a: string, b: string): string | undefined {
  checkId(a);
  checkId(b);
  if (existsSync(join(store.gitDir, 'shallow'))) return undefined;
  const found = git(['merge-base', a, b], store);
  const [oid = ''] = found.stdout.toString('latin1').split('\n');
  return found.ok && objectId.test(oid) ? oid : undefined;
}

function at(store: GitStore): GitCall {
  return { gitDir: store.gitDir };
}

function readObject(store: GitStore, type: 'blob' | 'commit', oid: string): Buffer | undefined {
  checkId(oid);
  const read = git(['cat-file', type, oid], store);
  return read.ok ? read.stdout : undefined;
}

/** `mode SP type SP oid TAB path NUL`, repeated. */
function parseTree(listing: Buffer): ReadonlyMap<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (let from = 0; from < listing.length; ) {
    const end = listing.indexOf(0, from);
    const tab = listing.indexOf(9, from);
    const [mode = '', , oid = ''] = listing.toString('latin1', from, tab).split(' ');
    const path = pathText(listing.subarray(tab + 1, end));
    if (entries.has(path)) fail('read/git-failed', { task: 'list the files', reason: `two are named ${path}` });
    entries.set(path, { mode, oid });
    from = end + 1;
  }
  return entries;
}

async function fetch(
  store: GitStore,
  flags: readonly string[],
  wants: readonly string[],
  input?: string,
): Promise<GitResult> {
  if (store.remote === undefined) return { ok: false, stdout: Buffer.alloc(0), reason: 'there is no remote' };
  const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', '--no-recurse-submodules'];
  const call = { ...remoteCall(store), ...(input !== undefined && { input }) };
  return gitRemote(['fetch', ...quiet, ...flags, 'origin', ...wants], call);
}

/** The remote lives in the environment of this one call, so that no later read can download unseen. */
function remoteCall(store: GitStore): GitCall {
  const { remote } = store;
  if (remote === undefined) return at(store);
  const { origin, protocol } = new URL(remote.url);
  return {
    gitDir: store.gitDir,
    protocol: protocol.slice(0, -1),
    config: [
      ['remote.origin.url', remote.url],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.partialCloneFilter', 'blob:none'],
      ...(remote.header === undefined ? [] : [[`http.${origin}/.extraHeader`, remote.header] as const]),
    ],
  };
}

function isUsable(checkout: Checkout, { cloneOf, objectFormat }: GitOptions): boolean {
  if (objectFormat !== undefined && formatOf(checkout) !== objectFormat) return false;
  return cloneOf === undefined || isCloneOf(checkout, cloneOf);
}

function formatOf(checkout: Checkout): ObjectFormat {
  const asked = git(['rev-parse', '--show-object-format'], checkout);
  return asked.stdout.toString('latin1').trim() === 'sha256' ? 'sha256' : 'sha1';
}

function borrowObjects(gitDir: string, checkout: Checkout): void {
  borrowFrom(gitDir, join(checkout.commonDir, 'objects'));
}

/** One folder of objects more that our repository reads from. */
export function borrowFrom(gitDir: string, objects: string): void {
  // One path a line; a quoted line may hold a newline (gitrepository-layout(5)).
  const quoted = `"${objects.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
  const line = /^[^#"\n]+$/.test(objects) ? objects : quoted;
  appendFileSync(join(gitDir, 'objects', 'info', 'alternates'), `${line}\n`);
}
