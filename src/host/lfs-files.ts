/** Whole LFS files on our own disk: never seen under their name before their length and SHA-256 are the pointer's. */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LfsPointer } from './lfs.ts';
import { LfsFailure } from './lfs-failure.ts';

/** Writes what comes; throws LfsFailure, and leaves nothing, where it breaks off or is not what the pointer says. */
export async function saveWhole(path: string, pointer: LfsPointer, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const partial = `${path}.${randomUUID()}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const found = await write(partial, pieces, pointer.size);
    if (found.size !== pointer.size)
      throw new LfsFailure('corrupt', `it has ${found.size < pointer.size ? found.size : 'more'} bytes at the server`);
    if (found.oid !== pointer.oid) throw new LfsFailure('corrupt', `its SHA-256 is ${found.oid}`);
    renameSync(partial, path);
  } catch (error) {
    // Where the folder could not be made, there is nothing to remove.
    if (existsSync(partial)) rmSync(partial);
    throw asLfsFailure(error);
  }
}

/** At most one piece more than `enough`. */
async function write(path: string, pieces: AsyncIterable<Uint8Array>, enough: bigint) {
  const hash = createHash('sha256');
  let size = 0n;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      size += BigInt(piece.length);
      if (size > enough) break;
      hash.update(piece);
      await file.writeFile(piece);
    }
  } finally {
    await file.close();
  }
  return { size, oid: hash.digest('hex') };
}

/**
 * Removes what was longest unused until the folder's files have at most so many bytes. Other jobs may use and prune the
 * same folder: what has gone meanwhile is gone, and trouble with it is no trouble.
 */
export function pruneFiles(folder: string, mostBytes: number): void {
  const entries = attempt(() => readdirSync(folder, { recursive: true, withFileTypes: true })) ?? [];
  const files = entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    // Nothing else in the folder is ours, and a link is not followed.
    const stat = entry.isFile() && ours.test(entry.name) ? attempt(() => statSync(path)) : undefined;
    return stat === undefined ? [] : [{ path, size: stat.size, used: stat.mtimeMs }];
  });
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.sort((a, b) => a.used - b.used)) {
    if (total <= mostBytes) return;
    attempt(() => rmSync(path, { force: true }));
    total -= size;
  }
}

/** Says that a file was used, so that it is not the next to go. */
export function touch(path: string): void {
  attempt(() => utimesSync(path, new Date(), new Date()));
}

/** An object, or what a job that was killed left of one. */
const ours = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36}\.part)?$/;

function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

/** Bytes `from` to `to` of a file that is known to have them. */
export function readPart(path: string, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, bytes.length - at, from + at);
      if (read === 0) throw new LfsFailure('corrupt', 'the copy on this disk became shorter');
      at += read;
    }
    return bytes;
  } catch (error) {
    throw asLfsFailure(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A full disk is one object's misfortune, not the run's. */
function asLfsFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof LfsFailure) return error;
  return new LfsFailure('unavailable', `it cannot be kept on this disk (${String(error.code)})`);
}
