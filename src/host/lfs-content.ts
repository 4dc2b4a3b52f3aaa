/** Pointers among the blobs of a run, and where their content is: in the clone, in the cache, or with the server. */
import { FlopgateError, type Problem, problem, unreachable } from '../problem.ts';
import type { Content, FetchRange } from './content.ts';
import { conflictedPointer, conflictLimit, isLaid, type LfsPointer, localContent, parsePointer } from './lfs.ts';
import type { LfsClient, LfsFound } from './lfs-client.ts';
import { LfsFailure, type LfsReason, lfsProblem } from './lfs-failure.ts';
import { type Repository, readBlobs } from './repository.ts';

/** One side of a model: its content, or why there is none. */
export interface SideRead {
  readonly content: Content | null;
  readonly problem?: Problem;
}

/** What a blob stands for, as its pointer says; `undefined` for a blob that is no pointer. */
export type LfsSides = (oid: string, about: Pick<Content, 'path' | 'name'>, revision: string) => SideRead | undefined;

/** A file this small costs one request whole, checked and with its weights, where ranges would take several. */
const wholeBelow = 1024 * 1024;
/** Downloads of whole files at a time. */
const lanes = 4;

/** Looks in the clone and the cache first, and asks the server for the rest of them in one go. */
export async function placePointers(
  repository: Repository,
  oids: readonly string[],
  sizes: ReadonlyMap<string, number>,
  client: LfsClient | undefined,
): Promise<LfsSides> {
  const pointers = pointersAmong(repository, oids, sizes);
  const places = new Map<string, LfsPlace>();
  const wanted = new Map<string, LfsPointer>();
  for (const pointer of pointers.values()) {
    if (pointer === 'conflicted' || pointer.extensions !== undefined || places.has(keyOf(pointer))) continue;
    const local = localContent(repository.checkout, pointer);
    const file = 'path' in local ? local.path : client?.cached(pointer);
    if (file !== undefined) places.set(keyOf(pointer), { kind: 'file', file });
    else if (client !== undefined) wanted.set(keyOf(pointer), pointer);
    else places.set(keyOf(pointer), { kind: 'absent', words: 'missing' in local ? local.missing : '' });
  }
  if (client !== undefined && wanted.size > 0) await ask(client, wanted, places);
  return (oid, about, revision) => {
    const pointer = pointers.get(oid);
    return pointer === undefined ? undefined : sideOf(pointer, places, about, revision);
  };
}

/** How much of a file is at hand to be measured: a blob of git and a whole file have their weights, ranges have not. */
export type Hand = 'blob' | 'whole' | 'ranges';

/**
 * How much would be read of those that are pointers, by the blob's id, without asking anybody. One is missing where it is
 * no pointer, or where none of it is to be had.
 */
export function handsOf(
  repository: Repository,
  oids: readonly string[],
  sizes: ReadonlyMap<string, number>,
  client: LfsClient | undefined,
): ReadonlyMap<string, Hand> {
  const found = new Map<string, Hand>();
  for (const [oid, pointer] of pointersAmong(repository, oids, sizes)) {
    if (pointer === 'conflicted' || pointer.extensions !== undefined) continue;
    const isSmall = pointer.size <= BigInt(wholeBelow);
    const isHere = isLaid(repository.checkout, pointer) || client?.cached(pointer) !== undefined;
    if (isHere || (client !== undefined && isSmall)) found.set(oid, 'whole');
    else if (client !== undefined) found.set(oid, 'ranges');
  }
  return found;
}

/** By the blob's id. */
function pointersAmong(
  repository: Repository,
  oids: readonly string[],
  sizes: ReadonlyMap<string, number>,
): ReadonlyMap<string, LfsPointer | 'conflicted'> {
  const small = [...new Set(oids)].filter((oid) => (sizes.get(oid) ?? conflictLimit) < conflictLimit);
  const pointers = new Map<string, LfsPointer | 'conflicted'>();
  for (const [oid, bytes] of readBlobs(repository, small)) {
    const pointer = parsePointer(bytes) ?? (conflictedPointer(bytes) ? 'conflicted' : undefined);
    if (pointer !== undefined) pointers.set(oid, pointer);
  }
  return pointers;
}

type LfsPlace =
  /** Its length and SHA-256 are the pointer's. */
  | { readonly kind: 'file'; readonly file: string }
  /** Read by ranges. */
  | { readonly kind: 'remote' }
  | { readonly kind: 'failed'; readonly reason: LfsReason; readonly words: string }
  /** Not in the clone, and there is no server to ask; `words` go on from there. */
  | { readonly kind: 'absent'; readonly words: string };

/** A pointer that lies about the size is another one. */
function keyOf({ oid, size }: LfsPointer): string {
  return `${oid} ${size}`;
}

async function ask(
  client: LfsClient,
  wanted: ReadonlyMap<string, LfsPointer>,
  places: Map<string, LfsPlace>,
): Promise<void> {
  const found = await client.locate([...wanted.values()]);
  const queue = [...wanted];
  const lane = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [key, { oid }] = next;
      places.set(key, await placeOf(client, oid, found.get(oid)));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function placeOf(client: LfsClient, oid: string, found: LfsFound | undefined): Promise<LfsPlace> {
  if (found === undefined) return { kind: 'absent', words: '' };
  if (found.kind === 'failed') return found;
  if (found.size > wholeBelow) return { kind: 'remote' };
  try {
    return { kind: 'file', file: await client.whole(oid) };
  } catch (error) {
    if (!(error instanceof LfsFailure)) throw error;
    return { kind: 'failed', reason: error.reason, words: error.message };
  }
}

function sideOf(
  pointer: LfsPointer | 'conflicted',
  places: ReadonlyMap<string, LfsPlace>,
  about: Pick<Content, 'path' | 'name'>,
  revision: string,
): SideRead {
  const { path } = about;
  const lost = (why: Problem): SideRead => ({ content: null, problem: why });
  if (pointer === 'conflicted') return lost(problem('read/lfs-conflicted', { path, revision }, { file: path }));
  const { oid, size, extensions } = pointer;
  if (extensions !== undefined) {
    const facts = { path, revision, extensions: extensions.map((name) => `\`${name}\``).join(', ') };
    return lost(problem('read/lfs-extension', facts, { file: path }));
  }
  const place = places.get(keyOf(pointer)) ?? { kind: 'absent', words: '' };
  const content = { id: `lfs:${oid}`, size: Number(size), ...about };
  switch (place.kind) {
    case 'file':
      return { content: { kind: 'file', ...content, file: place.file } };
    case 'remote':
      return { content: { kind: 'remote', ...content } };
    case 'failed':
      return lost(lfsProblem(place, { path, revision, size }));
    case 'absent':
      return lost(problem('read/lfs-content', { path, revision, size, reason: place.words }, { file: path }));
    default:
      return unreachable(place);
  }
}

/** Ranges of the contents that `cases` have. What goes wrong with one is a problem of its model. */
export function lfsRanges(client: LfsClient, cases: readonly Record<'base' | 'head', Content | null>[]): FetchRange {
  const contents = new Map(
    cases.flatMap(({ base, head }) =>
      [base, head].flatMap((side) => (side === null ? [] : [[side.id, side] as const])),
    ),
  );
  return async (id, from, to) => {
    try {
      return await client.read(id.slice(id.indexOf(':') + 1), from, to);
    } catch (error) {
      if (!(error instanceof LfsFailure)) throw error;
      const { path, name, size } = contents.get(id) ?? { path: id, name: id, size: 0 };
      const place = { path, revision: name.slice(path.length + 1), size: BigInt(size) };
      throw new FlopgateError(lfsProblem({ reason: error.reason, words: error.message }, place));
    }
  };
}
