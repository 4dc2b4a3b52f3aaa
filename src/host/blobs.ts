/**
 * Blobs as Sources that cost nothing until they are read. A pull request may change hundreds of models, so only a few
 * are held at a time: small ones in memory, big ones spooled to a file, the one longest unread given up first.
 */
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Source } from '../bytes/source.ts';
import { fail } from '../problem.ts';
import { type Repository, readBlob, spoolBlob } from './repository.ts';

export interface BlobStore {
  /** A blob that is known to be here, with its size. `name` is what messages call it. */
  source(oid: string, size: number, name: string): Source;
  /** A file outside git, such as LFS content. */
  file(path: string, size: number, name: string): Source;
  close(): void;
}

interface Held {
  slice(from: number, to: number): Uint8Array;
  close(): void;
}

/** Below this a blob is read whole in one go; above, a reader that skips weights would drag them through memory. */
const inMemory = 1 << 20;
/** Both sides of one comparison, twice: enough that nothing in use is read again. */
const heldAtOnce = 4;

export function openBlobs(repository: Repository): BlobStore {
  const held = new Map<string, Held>();

  function hold(key: string, open: () => Held): Held {
    const found = held.get(key) ?? open();
    // A Map keeps insertion order: the first key is the one longest unread.
    held.delete(key);
    held.set(key, found);
    for (const [oldest, entry] of held) {
      if (held.size <= heldAtOnce) break;
      entry.close();
      held.delete(oldest);
    }
    return found;
  }

  return {
    source: (oid, size, name) => ({
      name,
      size,
      slice: (from, to) => hold(oid, () => openBlob(repository, oid, size, name)).slice(from, to),
    }),
    file: (path, size, name) => ({
      name,
      size,
      slice: (from, to) => hold(path, () => openFile(path, name, () => {})).slice(from, to),
    }),
    close: () => {
      for (const entry of held.values()) entry.close();
      held.clear();
    },
  };
}

function openBlob(repository: Repository, oid: string, size: number, name: string): Held {
  if (size < inMemory) {
    const bytes = readBlob(repository, oid);
    if (bytes === undefined || bytes.length !== size) return unreadable(name);
    return { slice: (from, to) => bytes.subarray(from, to), close: () => {} };
  }
  // Several threads read the same repository, so each has its own copy.
  const path = join(repository.scratch, `${oid}-${process.pid}-${threadId}.blob`);
  const into = openSync(path, 'w', 0o600);
  const written = spoolBlob(repository, oid, into);
  closeSync(into);
  if (!written) return unreadable(name);
  return openFile(path, name, () => rmSync(path, { force: true }));
}

function openFile(path: string, name: string, then: () => void): Held {
  const file = openSync(path, 'r');
  return {
    slice: (from, to) => {
      const bytes = new Uint8Array(Math.max(0, to - from));
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(file, bytes, at, bytes.length - at, from + at);
        if (read === 0) return unreadable(name);
        at += read;
      }
      return bytes;
    },
    close: () => {
      closeSync(file);
      then();
    },
  };
}

function unreadable(name: string): never {
  return fail('read/git-failed', { task: `read ${name}`, reason: 'its content ends early' });
}
