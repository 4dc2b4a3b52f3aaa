/**
 * Objects over a forge's REST interface, where git cannot bring them: commits and trees as the forge lists them, blobs
 * held against their ids. Everything is brought first and read from this machine afterwards. Never the Contents
 * operations: they follow links, and answer for the target (GitHub REST, "Get repository content").
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { checkId, isRefName, objectId, type TreeEntry } from './objects.ts';

/** One repository on a forge. Paths are below its own address: `git/commits/…`. Both reject what is not an answer. */
export interface RestPort {
  /** For messages. */
  readonly origin: string;
  /** The parsed body. */
  json(path: string): Promise<unknown>;
  /** A body as it comes; asks for raw content, which not every forge gives. */
  raw(path: string): Promise<RawBody>;
}

export interface RawBody {
  /** Value of `Content-Type`. */
  readonly type: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface RestObjects {
  readonly port: RestPort;
  readonly scratch: string;
  readonly commits: Map<string, RestCommit>;
  /** Folders as the forge lists them, by the id of the tree; those under way too, for both sides ask for the same ones. */
  readonly folders: Map<string, Promise<RestFolder>>;
  /** Whole trees, by the id of the tree. */
  readonly trees: Map<string, readonly PathEntry[]>;
  readonly listed: Map<string, ReadonlyMap<string, TreeEntry>>;
  /** Why a blob is not here, by its id. */
  readonly refused: Map<string, string>;
  /** Asked so far. */
  requests: number;
  /** Requests under way. */
  underWay: number;
  /** Those that wait until one of these is done. */
  readonly waiting: (() => void)[];
  /** Commits and blobs brought so far. */
  brought: number;
  /** Why git did not bring them. */
  instead: string | undefined;
}

interface RestCommit {
  readonly tree: string;
  readonly parents: readonly string[];
}

interface PathEntry extends TreeEntry {
  readonly path: string;
  readonly isTree: boolean;
}

interface RestFolder {
  readonly entries: readonly PathEntry[];
  /** Its folders stand by their names alone. */
  readonly isShallow: boolean;
}

export interface Brought {
  readonly ok: boolean;
  readonly reason: string;
}

/** GITHUB_TOKEN may ask 1,000 times an hour for all jobs of a repository (GitHub docs, "Rate limits for the REST API"). */
const maxRequests = 900;
/** Requests at a time: GitHub asks for no more than 100 of everybody together ("Rate limits for the REST API"). */
const lanes = 6;
/** A tree that lists more than this was made to: the same folder many times over, nested. */
const maxEntries = 1_000_000;
/** GitHub gives blobs of up to 100 MB (REST, "Get a blob"). */
const maxBlob = 100 * 2 ** 20;
/** A tag may name a tag; one that goes on was made to. */
const maxTags = 5;

export function openRest(port: RestPort, scratch: string): RestObjects {
  const state = { commits: new Map(), folders: new Map(), trees: new Map(), listed: new Map(), refused: new Map() };
  const lines = { requests: 0, underWay: 0, waiting: [] };
  return { port, scratch, ...state, ...lines, brought: 0, instead: undefined };
}

/** Brings commits with their trees. The reason of the last that could not be had. */
export async function bringCommits(rest: RestObjects, commits: readonly string[]): Promise<Brought> {
  for (const sha of commits) checkId(sha);
  const reasons = await Promise.all([...new Set(commits)].map((sha) => attempt(() => bringCommit(rest, sha))));
  return broughtAll(reasons);
}

/** Brings blobs, a few at a time; what could not be had has a reason in `refused`. */
export async function bringBlobs(rest: RestObjects, oids: readonly string[]): Promise<Brought> {
  for (const oid of oids) checkId(oid);
  mkdirSync(join(rest.scratch, 'rest'), { recursive: true });
  const wanted = [...new Set(oids)];
  const reasons = await Promise.all(wanted.map((oid) => attempt(() => inLane(rest, () => bringBlob(rest, oid)))));
  for (const [i, oid] of wanted.entries()) {
    const reason = reasons[i];
    if (reason !== undefined) rest.refused.set(oid, reason);
  }
  return broughtAll(reasons);
}

function broughtAll(reasons: readonly (string | undefined)[]): Brought {
  const reason = reasons.findLast((one) => one !== undefined);
  return { ok: reason === undefined, reason: reason ?? '' };
}

/** As soon as fewer than `lanes` requests are under way, in the order they were asked for. */
async function inLane<T>(rest: RestObjects, work: () => Promise<T>): Promise<T> {
  if (rest.underWay >= lanes) await new Promise<void>((resolve) => rest.waiting.push(resolve));
  else rest.underWay++;
  try {
    return await work();
  } finally {
    // Its lane goes to the next in the line.
    const next = rest.waiting.shift();
    if (next === undefined) rest.underWay--;
    else next();
  }
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

/** Bytes of a blob that came over REST; `undefined` when it did not. Asks the disk alone, so any thread may. */
export function restSize(scratch: string, oid: string): number | undefined {
  return statSync(blobFile(scratch, oid), { throwIfNoEntry: false })?.size;
}

export function readRest(scratch: string, oid: string): Buffer | undefined {
  return restSize(scratch, oid) === undefined ? undefined : readFileSync(blobFile(scratch, oid));
}

export function spoolRest(scratch: string, oid: string, into: number): boolean {
  if (restSize(scratch, oid) === undefined) return false;
  forEachChunk(blobFile(scratch, oid), (chunk) => writeAll(into, chunk));
  return true;
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

async function bringBlob(rest: RestObjects, oid: string): Promise<void> {
  const part = `${blobFile(rest.scratch, oid)}.part`;
  try {
    count(rest);
    const { type, chunks } = await rest.port.raw(`git/blobs/${oid}`);
    if (/^application\/json\b/i.test(type)) await saveEncoded(part, chunks);
    else await save(part, chunks, maxBlob);
    if (hashOf(part, oid) !== oid) throw new Error('what came is not the content of this id');
    renameSync(part, blobFile(rest.scratch, oid));
    rest.brought++;
  } finally {
    rmSync(part, { force: true });
  }
}

/** Gitea answers with base64 in JSON whatever is asked for. */
async function saveEncoded(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  await save(path, chunks, maxBlob * 1.5);
  const content = field(JSON.parse(readFileSync(path, 'utf8')), 'content');
  if (typeof content !== 'string') throw new Error('the answer holds no content');
  const file = openSync(path, 'w', 0o600);
  try {
    writeAll(file, Buffer.from(content, 'base64'));
  } finally {
    closeSync(file);
  }
}

async function save(path: string, chunks: AsyncIterable<Uint8Array>, limit: number): Promise<void> {
  const file = openSync(path, 'w', 0o600);
  try {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) throw new Error('it is larger than 100 MB, the most that comes this way');
      writeAll(file, chunk);
    }
  } finally {
    closeSync(file);
  }
}

/** The id git gives to a blob of these bytes (gitformat-pack(5)): a digest of `blob SIZE NUL` and the bytes. */
function hashOf(path: string, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1').update(`blob ${statSync(path).size}\0`);
  forEachChunk(path, (chunk) => hash.update(chunk));
  return hash.digest('hex');
}

function forEachChunk(path: string, take: (chunk: Uint8Array) => void): void {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(1 << 20);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) take(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function blobFile(scratch: string, oid: string): string {
  checkId(oid);
  return join(scratch, 'rest', oid);
}

async function ask(rest: RestObjects, path: string): Promise<unknown> {
  return inLane(rest, () => {
    count(rest);
    return rest.port.json(path);
  });
}

function count(rest: RestObjects): void {
  if (rest.requests >= maxRequests) throw new Error(`it would take more than ${maxRequests} requests`);
  rest.requests++;
}

/** What a forge refuses is an answer like another: why, on one line; nothing when it went well. */
async function attempt(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [line = ''] = error.message.split(/[\r\n]/, 1);
    const status = 'status' in error && typeof error.status === 'number' ? `${error.status} ` : '';
    return `${status}${line}`.slice(0, 300);
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  if (!Array.isArray(list)) throw new Error(`the answer has no ${name}`);
  return list;
}

function idAt(value: unknown, name: string): string {
  const oid = field(value, name);
  if (typeof oid !== 'string' || !objectId.test(oid)) throw new Error('the answer names an object without an id');
  return oid;
}
