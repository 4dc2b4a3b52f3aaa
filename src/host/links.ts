/**
 * Where symbolic links lead: from link to link as an operating system follows them, a folder that is a link included, and
 * never out of the tree. Nothing is read through a link; only whether it may stay is decided by where it leads.
 */
import { pathText, type TreeEntry } from './objects.ts';
import { type Repository, readBlobs } from './repository.ts';
import { bringBlobs, type Revision, type Tree } from './trees.ts';

export type Way =
  | { readonly kind: 'file'; readonly path: string; readonly entry: TreeEntry }
  /** Nothing is there, or a folder. */
  | { readonly kind: 'nowhere'; readonly path: string }
  /** Above the tree, to an absolute path, or into a submodule. */
  | { readonly kind: 'outside'; readonly to: string }
  /** Round and round, or through more links than anybody makes. */
  | { readonly kind: 'circle' }
  /** The text of a link on the way is not at hand. */
  | { readonly kind: 'unread'; readonly oid: string };

/** What a link says, by its id; `undefined` for one that was not looked at, `null` for one that cannot be. */
export type TextOf = (oid: string) => string | null | undefined;

/** Linux follows 40; those that lead from one release of a model to the next are two or three. */
const mostLinks = 16;
/** Of one path: bounds what a tree made of long links costs to walk. */
const mostParts = 256;
/** Bytes; more is no path (PATH_MAX of Linux). */
const longestLink = 4096;

export function isLink({ mode }: TreeEntry): boolean {
  return mode === '120000';
}

export function follow(tree: Tree, textOf: TextOf, path: string): Way {
  let at = '';
  let links = 0;
  let parts = 0;
  const ahead = path.split('/').reverse();
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (++parts > mostParts) return { kind: 'circle' };
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (at === '') return { kind: 'outside', to: '..' };
      at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
      continue;
    }
    const folder = at;
    at = folder === '' ? name : `${folder}/${name}`;
    const entry = tree.get(at);
    if (entry?.mode === '160000') return { kind: 'outside', to: `${at}@${entry.oid}` };
    if (entry === undefined || !isLink(entry)) continue;
    if (++links > mostLinks) return { kind: 'circle' };
    const text = textOf(entry.oid) ?? '';
    if (text === '') return { kind: 'unread', oid: entry.oid };
    if (text.startsWith('/')) return { kind: 'outside', to: text };
    at = folder;
    ahead.push(...text.split('/').reverse());
  }
  const entry = tree.get(at);
  return entry === undefined ? { kind: 'nowhere', path: at } : { kind: 'file', path: at, entry };
}

/** Whether two ways lead to the same thing, which is the same on both sides. */
export function isSameWay(a: Way, b: Way): boolean {
  if (a.kind === 'file') {
    return b.kind === 'file' && a.path === b.path && a.entry.oid === b.entry.oid && a.entry.mode === b.entry.mode;
  }
  if (a.kind === 'nowhere') return b.kind === 'nowhere' && a.path === b.path;
  if (a.kind === 'outside') return b.kind === 'outside' && a.to === b.to;
  return a.kind === 'circle' && b.kind === 'circle';
}

/** For a message: what a link is that may not stay. */
export function wordsOf(way: Way, place: 'repository' | 'folder'): string {
  return way.kind === 'outside'
    ? `symbolic link out of the ${place}`
    : way.kind === 'circle'
      ? 'symbolic link in a circle'
      : 'symbolic link';
}

/** Brings the links on the ways from some paths in some trees: one request for each step, and none where all are here. */
export async function bringLinks(
  repository: Repository,
  trees: readonly Tree[],
  paths: readonly string[],
  revisions: readonly Revision[],
): Promise<TextOf> {
  const texts = new Map<string, string | null>();
  const textOf: TextOf = (oid) => texts.get(oid);
  for (let step = 0; step <= mostLinks; step++) {
    const ways = trees.flatMap((tree) => paths.map((path) => follow(tree, textOf, path)));
    const wanted = new Set(ways.flatMap((way) => (way.kind === 'unread' && !texts.has(way.oid) ? [way.oid] : [])));
    if (wanted.size === 0) break;
    const sizes = await bringBlobs(repository, [...wanted], revisions);
    const short = [...wanted].filter((oid) => (sizes.get(oid) ?? longestLink + 1) <= longestLink);
    const found = readBlobs(repository, short);
    for (const oid of wanted) texts.set(oid, textOfLink(found.get(oid)));
  }
  return textOf;
}

function textOfLink(bytes: Buffer | undefined): string | null {
  return bytes === undefined ? null : pathText(bytes);
}
