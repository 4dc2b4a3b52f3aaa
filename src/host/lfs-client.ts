/**
 * Git LFS content without git-lfs: found through the batch API, then read by ranges, so that a model costs its graph
 * and not its weights; or whole, under a cap, checked against its SHA-256.
 *
 * Of a range nothing can be checked but its place: the forge's storage is trusted for it, as for everything the forge
 * says. The pointer, which a pull request may bring, is not.
 */
import { rmSync } from 'node:fs';
import { fileOf, type LfsPointer, placeIn } from './lfs.ts';
import type { LfsEndpoint } from './lfs-batch.ts';
import { failureOf, LfsFailure, type LfsReason } from './lfs-failure.ts';
import { pruneFiles, readPart, saveWhole, touch } from './lfs-files.ts';
import { type Fetch, type HttpAnswer, type HttpLimits, messageOf, openHttp } from './lfs-http.ts';
import { type Located, openLocator } from './lfs-locate.ts';

export interface LfsLimits extends HttpLimits {
  /** Of one object downloaded whole. */
  readonly wholeBytes: number;
  /** Of one range. */
  readonly rangeBytes: number;
  /** Of all ranges of one object: they are held in memory while it is measured. */
  readonly heldBytes: number;
  /** Of one object: a file made of nothing but small tensors far apart must not keep a job for hours. */
  readonly ranges: number;
  /** Of all files the cache keeps from one run to the next. */
  readonly cacheBytes: number;
  /** Of all downloads of a client together. */
  readonly totalBytes: number;
}

export const lfsLimits: LfsLimits = {
  requestSeconds: 30,
  idleSeconds: 30,
  slowest: 16 * 1024,
  tries: 4,
  retrySeconds: 1,
  longestPauseSeconds: 60,
  wholeBytes: 512 * 1024 * 1024,
  rangeBytes: 64 * 1024 * 1024,
  heldBytes: 256 * 1024 * 1024,
  ranges: 5000,
  cacheBytes: 2 * 1024 * 1024 * 1024,
  totalBytes: 4 * 1024 * 1024 * 1024,
};

export interface LfsOptions {
  /** The repository itself first; then the head's, because a forge may keep a fork's objects apart (Gitea does). */
  readonly endpoints: readonly LfsEndpoint[];
  /** Ours, for whole files where there is no cache. */
  readonly folder: string;
  /** Whole files by oid that outlive the run. What is found there is checked like what comes from the network. */
  readonly cache?: string;
  readonly limits?: Partial<LfsLimits>;
  readonly userAgent: string;
  /** One that knows of a proxy, for instance. */
  readonly fetch?: Fetch;
}

export type LfsFound =
  | { readonly kind: 'available'; readonly size: number }
  /** `words` are the end of a sentence. */
  | { readonly kind: 'failed'; readonly reason: LfsReason; readonly words: string };

export interface LfsMoved {
  /** Content, as it came over the network: without headers and batch answers. */
  readonly bytes: number;
  /** All of them, batch requests and redirects included. */
  readonly requests: number;
  /** Of which any byte was moved. */
  readonly objects: number;
}

export interface LfsClient {
  /** Where each object is to be had, by oid. Never throws for what a server says. */
  locate(objects: readonly LfsPointer[]): Promise<ReadonlyMap<string, LfsFound>>;
  /** Bytes `from` to `to` of an object that was located. Throws LfsFailure. */
  read(oid: string, from: number, to: number): Promise<Uint8Array>;
  /** Path of a file with all of an object that was located: its SHA-256 and size are the pointer's. Throws LfsFailure. */
  whole(oid: string): Promise<string>;
  /** Path of the same where the cache has it already; costs a reading of it. */
  cached(pointer: LfsPointer): string | undefined;
  readonly moved: LfsMoved;
  close(): void;
}

/** Of a refusal's body: enough for its message. */
const errorBytes = 16 * 1024;
/** A link this near its end is asked for anew. */
const slackMilliseconds = 5000;

export function openLfs(options: LfsOptions): LfsClient {
  const limits = { ...lfsLimits, ...options.limits };
  const http = openHttp(options.fetch ?? globalThis.fetch, options.userAgent, limits);
  const locator = openLocator(http, options.endpoints);
  const files = new Map<string, Promise<string>>();
  const touched = new Set<string>();
  const read = new Map<string, { readonly ranges: number; readonly bytes: number }>();
  let bytes = 0;

  /** One request for an object, with the link's own headers. */
  async function download({ endpoint, download: { href, headers } }: Located, range: string): Promise<HttpAnswer> {
    const server = new URL(endpoint.url);
    const { authorization } = endpoint;
    const sent = { ...headers, 'accept-encoding': 'identity', ...(range !== '' && { range }) };
    const request = { url: href, server, method: 'GET' as const };
    const answer = await http.ask({ ...request, headers: sent });
    // The forge itself may want the credential its batch answer left out; nobody else is given it.
    const isHome = href.origin === server.origin && headers.authorization === undefined;
    if (answer.status !== 401 || !isHome || authorization === undefined) return answer;
    answer.drop();
    return http.ask({ ...request, headers: { ...sent, authorization } });
  }

  /** The answer that brings content, 200 or 206, after whatever new links it takes. */
  async function get(oid: string, range: string): Promise<HttpAnswer> {
    let one = locator.get(oid);
    let isNew = (one.download.expires ?? Number.POSITIVE_INFINITY) < Date.now() + slackMilliseconds;
    if (isNew) one = await locator.renew(one);
    for (;;) {
      const answer = await download(one, range);
      if (answer.status === 200 || answer.status === 206) return answer;
      const failure = failureOf(answer.status, messageOf(await answer.text(errorBytes)));
      if (failure.reason === 'missing') one = await locator.elsewhere(one, failure);
      else if (failure.reason !== 'denied') throw failure;
      else if (isNew) throw /expired/i.test(failure.message) ? new LfsFailure('expired', failure.message) : failure;
      else {
        one = await locator.renew(one);
        isNew = true;
      }
    }
  }

  /** What arrives, counted, so that nothing is moved that the report leaves out or the run may not spend. */
  async function* counted(oid: string, answer: HttpAnswer): AsyncGenerator<Uint8Array, void> {
    for await (const piece of answer.pieces()) {
      touched.add(oid);
      bytes += piece.length;
      if (bytes > limits.totalBytes) throw new LfsFailure('too big', `a run may download ${limits.totalBytes} bytes`);
      yield piece;
    }
  }

  /** `begun` is an answer that already brings all of it. */
  function wholeFile(oid: string, begun?: HttpAnswer): Promise<string> {
    const before = files.get(oid);
    if (before !== undefined) {
      begun?.drop();
      return before;
    }
    const file = bringWhole(oid, begun);
    files.set(oid, file);
    file.catch(() => files.delete(oid));
    return file;
  }

  async function bringWhole(oid: string, begun: HttpAnswer | undefined): Promise<string> {
    const { pointer } = locator.get(oid);
    if (pointer.size > BigInt(limits.wholeBytes)) {
      begun?.drop();
      const without = begun === undefined ? '' : 'the server sends no ranges, and ';
      throw new LfsFailure('too big', `${without}a file may have ${limits.wholeBytes} bytes to be downloaded whole`);
    }
    const path = placeIn(options.cache ?? options.folder, pointer);
    return persistently(limits.tries, async (attempt) => {
      const answer = begun !== undefined && attempt === 1 ? begun : await get(oid, '');
      await saveWhole(path, pointer, counted(oid, answer));
      return path;
    });
  }

  /** A file whose graph is everywhere, or is most of it, would cost what its weights cost. */
  function admit(oid: string, byteLength: number): void {
    const before = read.get(oid) ?? { ranges: 0, bytes: 0 };
    const now = { ranges: before.ranges + 1, bytes: before.bytes + byteLength };
    if (now.ranges > limits.ranges)
      throw new LfsFailure('too big', `its graph lies in more than ${limits.ranges} places`);
    if (now.bytes > limits.heldBytes)
      throw new LfsFailure('too big', `its graph takes more than ${limits.heldBytes} bytes`);
    read.set(oid, now);
  }

  async function readRange(oid: string, from: number, to: number): Promise<Uint8Array> {
    const result = new Uint8Array(to - from);
    if (to === from) return result;
    admit(oid, to - from);
    let at = from;
    // A server may send less than the range, and a connection may break: then the rest is asked for.
    return persistently(limits.tries, async () => {
      const answer = await get(oid, `bytes=${at}-${to - 1}`);
      if (answer.status === 200) return readPart(await wholeFile(oid, answer), from, to);
      const wrong = wrongRange(answer.headers, at, locator.get(oid).pointer);
      if (wrong !== undefined) {
        answer.drop();
        throw wrong;
      }
      for await (const piece of counted(oid, answer)) {
        if (at + piece.length > to)
          throw new LfsFailure('unsupported', 'the server sent more than the range asked for');
        result.set(piece, at - from);
        at += piece.length;
      }
      if (at < to) throw new LfsFailure('broken off', `the server sent ${to - at} bytes too few`);
      return result;
    });
  }

  return {
    locate: async (objects) => {
      const found = await locator.locate(objects);
      return new Map([...found].map(([oid, one]) => [oid, asFound(one)]));
    },
    read: async (oid, from, to) => {
      const { pointer } = locator.get(oid);
      const length = to - from;
      if (from < 0 || length < 0 || BigInt(to) > pointer.size)
        throw new RangeError(`bytes ${from} to ${to} of ${pointer.size}`);
      if (length > limits.rangeBytes)
        throw new LfsFailure('too big', `${length} bytes are wanted at once, of at most ${limits.rangeBytes}`);
      const file = files.get(oid);
      return file === undefined ? readRange(oid, from, to) : readPart(await file, from, to);
    },
    whole: async (oid) => wholeFile(oid),
    cached: (pointer) => {
      if (options.cache === undefined) return undefined;
      const path = placeIn(options.cache, pointer);
      const found = fileOf(path, pointer);
      if (found === 'other') rmSync(path, { force: true });
      if (found === 'same') touch(path);
      return found === 'same' ? path : undefined;
    },
    get moved() {
      return { bytes, requests: http.requests, objects: touched.size };
    },
    close: () => {
      http.close();
      // Not before: what was found in it is read until the run is over.
      if (options.cache !== undefined) pruneFiles(options.cache, limits.cacheBytes);
    },
  };
}

/** Again where a connection broke off, which `Http.ask` cannot see: by then it has given its answer. */
async function persistently<T>(tries: number, step: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await step(attempt);
    } catch (error) {
      if (attempt >= tries || !(error instanceof LfsFailure) || error.reason !== 'broken off') throw error;
    }
  }
}

/**
 * A pointer may lie about the size where the batch API does not look at it, and the beginning of a file can be a file, too:
 * so what the storage says of the whole must be what the pointer says. Gitea before 1.24.4 names the end of the range
 * there; its batch API compares the sizes.
 */
function wrongRange(headers: Headers, at: number, { size }: LfsPointer): LfsFailure | undefined {
  const said = headers.get('content-range') ?? '';
  const [, start, last, total] = /^bytes (\d{1,16})-(\d{1,16})\/(\d{1,16}|\*)/.exec(said) ?? [];
  if (start === undefined || Number(start) !== at)
    return new LfsFailure('unsupported', `the server sent another range than the one from byte ${at}`);
  if (total === '*') return new LfsFailure('unsupported', 'the server does not say how long the file is');
  if (BigInt(total ?? 0) === size || Number(total) === Number(last) + 1) return undefined;
  return new LfsFailure('corrupt', `the server holds ${total} bytes of that name`);
}

function asFound(one: Located | LfsFailure): LfsFound {
  if (one instanceof LfsFailure) return { kind: 'failed', reason: one.reason, words: one.message };
  return { kind: 'available', size: Number(one.pointer.size) };
}
