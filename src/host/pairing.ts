/** Which models a comparison is about: paths of both trees the patterns cover, paired by path and by equal content. */

import { posix } from 'node:path';
import type { TreeEntry } from './objects.ts';
import type { Tree } from './trees.ts';

export interface Pairing {
  readonly path: string;
  /** Where it was at the base, when elsewhere. */
  readonly basePath?: string;
  readonly status: 'changed' | 'added' | 'removed' | 'unchanged' | 'renamed';
  readonly base: TreeEntry | null;
  readonly head: TreeEntry | null;
  /** Renamed and edited: what the two are made of tells that one is a version of the other (renames.ts). */
  readonly pairedBy?: 'structure';
}

/** Sorted by path, as code units compare. `base` is `null` where there is nothing to compare with. */
export function pairModels(base: Tree | null, head: Tree, covers: (path: string) => boolean): readonly Pairing[] {
  const before = matching(base ?? new Map(), covers);
  const after = matching(head, covers);
  const gone = [...before.keys()].filter((path) => !after.has(path)).sort();
  const leftBy = byContent(gone, before);
  const pairs: Pairing[] = [];
  const moved = new Set<string>();
  for (const [path, entry] of after) {
    const was = before.get(path);
    const from = was === undefined ? leftBy.get(entry.oid)?.shift() : undefined;
    if (from !== undefined) moved.add(from);
    pairs.push(was === undefined ? arrived(path, entry, from, before) : stayed(path, was, entry));
  }
  for (const path of gone) {
    const entry = before.get(path);
    if (entry !== undefined && !moved.has(path)) pairs.push({ path, status: 'removed', base: entry, head: null });
  }
  return pairs.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

export function isRegular(entry: TreeEntry): boolean {
  return entry.mode === '100644' || entry.mode === '100755';
}

/** What is no regular file and stands at the head where a model or one of its folders was. */
export interface Obstacle {
  readonly path: string;
  readonly entry: TreeEntry;
}

/** A model below a folder that became a link or a submodule is not gone for whoever opens its path. */
export function obstacleOf({ path, base, head }: Pairing, tree: Tree): readonly (readonly [string, Obstacle])[] {
  if (head !== null || base === null || !isRegular(base)) return [];
  for (let at = posix.dirname(path); at !== '.'; at = posix.dirname(at)) {
    const entry = tree.get(at);
    if (entry !== undefined && !isRegular(entry)) return [[path, { path: at, entry }]];
  }
  return [];
}

function stayed(path: string, base: TreeEntry, head: TreeEntry): Pairing {
  const same = base.oid === head.oid && isRegular(base) === isRegular(head);
  return { path, status: same ? 'unchanged' : 'changed', base, head };
}

function arrived(path: string, head: TreeEntry, from: string | undefined, before: Tree): Pairing {
  const base = from === undefined ? undefined : before.get(from);
  if (from === undefined || base === undefined) return { path, status: 'added', base: null, head };
  return { path, basePath: from, status: 'renamed', base, head };
}

/** Only regular files are told by content: a link's text says nothing of a model. */
function byContent(paths: readonly string[], tree: Tree): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const entry = tree.get(path);
    if (entry === undefined || !isRegular(entry)) continue;
    const list = found.get(entry.oid);
    if (list === undefined) found.set(entry.oid, [path]);
    else list.push(path);
  }
  return found;
}

function matching(tree: Tree, covers: (path: string) => boolean): Map<string, TreeEntry> {
  const paths = [...tree.keys()].filter(covers).sort();
  return new Map(paths.flatMap((path) => entryOf(tree, path)));
}

function entryOf(tree: Tree, path: string): readonly (readonly [string, TreeEntry])[] {
  const entry = tree.get(path);
  return entry === undefined ? [] : [[path, entry]];
}
