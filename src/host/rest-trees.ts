/** Commits and trees over REST, as the forge lists them: brought whole first, and read from memory afterwards. */
import { checkId, isRefName, type TreeEntry } from './objects.ts';
import {
  ask,
  attempt,
  type Brought,
  broughtAll,
  field,
  idAt,
  listAt,
  type PathEntry,
  type RestFolder,
  type RestObjects,
} from './rest.ts';

/** A tree that lists more than this was made to: the same folder many times over, nested. */
const maxEntries = 1_000_000;
/** A tag may name a tag; one that goes on was made to. */
const maxTags = 5;

/** Brings commits with their trees. The reason of the last that could not be had. */
export async function bringCommits(rest: RestObjects, commits: readonly string[]): Promise<Brought> {
  for (const sha of commits) checkId(sha);
  const reasons = await Promise.all([...new Set(commits)].map((sha) => attempt(() => bringCommit(rest, sha))));
  return broughtAll(reasons);
}

/** The commit a branch or tag of the forge stands on. */
export async function commitOf(rest: RestObjects, name: string): Promise<string | undefined> {
  if (!isRefName(name)) return undefined;
  const refs = name.startsWith('refs/') ? [name.slice('refs/'.length)] : [`heads/${name}`, `tags/${name}`];
  for (const ref of refs) {
    let found: string | undefined;
    await attempt(async () => {
      const answer = await ask(rest, `git/ref/${encodeURIComponent(ref)}`);
      found = await peel(rest, field(answer, 'object'));
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

async function bringCommit(rest: RestObjects, sha: string): Promise<void> {
  if (rest.listed.has(sha)) return;
  const answer = await ask(rest, `git/commits/${sha}`);
  // A forge may take a branch's name for an id; what it answers must be what was asked for.
  if (field(answer, 'sha') !== sha) throw new Error(`it answered with another commit than ${sha}`);
  const tree = idAt(field(answer, 'tree'), 'sha');
  const parents = listAt(answer, 'parents').map((parent) => idAt(parent, 'sha'));
  rest.commits.set(sha, { tree, parents });
  const entries = new Map<string, TreeEntry>();
  for (const { path, mode, oid, isTree } of wholeTree(rest, tree, await bringFolders(rest, tree))) {
    if (isTree) continue;
    if (entries.has(path)) throw new Error(`it lists two files named ${path}`);
    entries.set(path, { mode, oid });
  }
  rest.listed.set(sha, entries);
  rest.brought++;
}

/**
 * All folders of a tree that the forge does not list at once, by id. GitHub cuts a recursive list short at 100,000 entries
 * or 7 MB and says so; then the folder's own entries are asked for, and each folder in it the same way. All of them: what the
 * patterns cannot match is looked at too, for models that moved there, and where links lead.
 */
async function bringFolders(rest: RestObjects, root: string): Promise<ReadonlyMap<string, RestFolder>> {
  const found = new Map<string, RestFolder>();
  for (let next = [root]; next.length > 0; ) {
    const folders = await allOf(next.map((oid) => bringFolder(rest, oid)));
    for (const [i, oid] of next.entries()) {
      const folder = folders[i];
      if (folder !== undefined) found.set(oid, folder);
    }
    const inside = folders.filter(({ isShallow }) => isShallow).flatMap(({ entries }) => entries);
    next = [...new Set(inside.flatMap(({ isTree, oid }) => (isTree && !found.has(oid) ? [oid] : [])))];
  }
  return found;
}

async function bringFolder(rest: RestObjects, oid: string): Promise<RestFolder> {
  const known = rest.folders.get(oid);
  if (known !== undefined) return known;
  const coming = readFolder(rest, oid);
  rest.folders.set(oid, coming);
  // What failed may be asked for again.
  coming.catch(() => rest.folders.delete(oid));
  return coming;
}

async function readFolder(rest: RestObjects, oid: string): Promise<RestFolder> {
  const recursive = await readTree(rest, oid, true);
  if (!recursive.truncated) return { entries: recursive.entries, isShallow: false };
  const { entries, truncated } = await readTree(rest, oid, false);
  if (truncated) throw new Error('a folder has more entries than it lists');
  return { entries, isShallow: true };
}

/** All of them, or what the first went wrong with, once none is under way any more. */
async function allOf<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** Files and folders below a tree, by their paths from it. `within` are the folders it is in. */
function wholeTree(
  rest: RestObjects,
  oid: string,
  folders: ReadonlyMap<string, RestFolder>,
  within: ReadonlySet<string> = new Set(),
): readonly PathEntry[] {
  const known = rest.trees.get(oid);
  if (known !== undefined) return known;
  const folder = folders.get(oid);
  if (folder === undefined || within.has(oid)) throw new Error('a folder holds itself');
  const inner = new Set([...within, oid]);
  const found: PathEntry[] = [];
  for (const entry of folder.entries) {
    const isOpen = entry.isTree && folder.isShallow;
    const inside = isOpen ? wholeTree(rest, entry.oid, folders, inner) : [entry];
    if (found.length + inside.length > maxEntries) throw new Error(`the tree has more than ${maxEntries} entries`);
    for (const one of inside) found.push(isOpen ? { ...one, path: `${entry.path}/${one.path}` } : one);
  }
  rest.trees.set(oid, found);
  return found;
}

async function readTree(rest: RestObjects, oid: string, recursive: boolean) {
  const entries: PathEntry[] = [];
  for (let page = 1; ; page++) {
    const query = [...(recursive ? ['recursive=1'] : []), ...(page > 1 ? [`page=${page}`] : [])].join('&');
    const answer = await ask(rest, `git/trees/${oid}${query === '' ? '' : `?${query}`}`);
    for (const entry of listAt(answer, 'tree')) entries.push(entryOf(entry));
    const truncated = field(answer, 'truncated') === true;
    // Gitea lists a tree in pages and says on which it is; GitHub says only that it stopped.
    if (!truncated || typeof field(answer, 'page') !== 'number') return { entries, truncated };
  }
}

function entryOf(entry: unknown): PathEntry {
  const path = field(entry, 'path');
  const mode = field(entry, 'mode');
  if (typeof path !== 'string' || typeof mode !== 'string') throw new Error('it lists a file without a name or a mode');
  return { path, mode, oid: idAt(entry, 'sha'), isTree: field(entry, 'type') === 'tree' };
}

async function peel(rest: RestObjects, target: unknown): Promise<string> {
  let at = target;
  for (let tags = 0; field(at, 'type') === 'tag' && tags < maxTags; tags++) {
    at = field(await ask(rest, `git/tags/${idAt(at, 'sha')}`), 'object');
  }
  if (field(at, 'type') !== 'commit') throw new Error('it is no commit');
  return idAt(at, 'sha');
}
