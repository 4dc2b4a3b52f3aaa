/**
 * A forge's REST interface, asked for objects where git cannot bring them: what is asked and how, and what has come so far.
 * Never the Contents operations: they follow links, and answer for the target (GitHub REST, "Get repository content").
 */
import { objectId, type TreeEntry } from './objects.ts';

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

export interface RestCommit {
  readonly tree: string;
  readonly parents: readonly string[];
}

export interface PathEntry extends TreeEntry {
  readonly path: string;
  readonly isTree: boolean;
}

export interface RestFolder {
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

export function openRest(port: RestPort, scratch: string): RestObjects {
  const state = { commits: new Map(), folders: new Map(), trees: new Map(), listed: new Map(), refused: new Map() };
  const lines = { requests: 0, underWay: 0, waiting: [] };
  return { port, scratch, ...state, ...lines, brought: 0, instead: undefined };
}

export function broughtAll(reasons: readonly (string | undefined)[]): Brought {
  const reason = reasons.findLast((one) => one !== undefined);
  return { ok: reason === undefined, reason: reason ?? '' };
}

export async function ask(rest: RestObjects, path: string): Promise<unknown> {
  return inLane(rest, () => {
    count(rest);
    return rest.port.json(path);
  });
}

/** As soon as fewer than `lanes` requests are under way, in the order they were asked for. */
export async function inLane<T>(rest: RestObjects, work: () => Promise<T>): Promise<T> {
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

export function count(rest: RestObjects): void {
  if (rest.requests >= maxRequests) throw new Error(`it would take more than ${maxRequests} requests`);
  rest.requests++;
}

/** What a forge refuses is an answer like another: why, on one line; nothing when it went well. */
export async function attempt(work: () => Promise<void>): Promise<string | undefined> {
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

export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

export function listAt(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  if (!Array.isArray(list)) throw new Error(`the answer has no ${name}`);
  return list;
}

export function idAt(value: unknown, name: string): string {
  const oid = field(value, name);
  if (typeof oid !== 'string' || !objectId.test(oid)) throw new Error('the answer names an object without an id');
  return oid;
}
