/** Files of the disk as Sources. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import type { Source } from '../bytes/source.ts';
import { fail } from '../problem.ts';

export interface FileSource extends Source {
  close(): void;
}

/** Small reads come from a block: samples of one tensor and the numbers of one list lie close together. */
const blockBytes = 4096;

/**
 * A regular file, read by position. What is no regular file is never read: a pipe or a device may never end.
 * Throws FlopgateError `read/*`.
 */
export function fileSource(path: string): FileSource {
  const file = open(path);
  const { size } = checkRegular(path, file);
  let blockStart = 0;
  let block = new Uint8Array(0);
  return {
    name: path,
    size,
    slice(from, to) {
      if (to - from > blockBytes) return read(path, file, from, to);
      if (from < blockStart || to > blockStart + block.length) {
        blockStart = from;
        block = read(path, file, from, Math.max(to, Math.min(size, from + blockBytes)));
      }
      return block.subarray(from - blockStart, to - blockStart);
    },
    close: () => closeSync(file),
  };
}

/** Without blocking: opening a pipe would otherwise wait for its writer. */
function open(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return cannotRead(path, error);
  }
}

function checkRegular(path: string, file: number): Stats {
  const stats = fstatSync(file);
  if (stats.isFile()) return stats;
  closeSync(file);
  const what = stats.isDirectory()
    ? 'a folder'
    : stats.isFIFO()
      ? 'a pipe'
      : stats.isSocket()
        ? 'a socket'
        : 'a device';
  return fail('read/special', { path, what }, { file: path });
}

function read(path: string, file: number, from: number, to: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(to - from, 0));
  let got = 0;
  try {
    while (got < bytes.length) {
      const count = readSync(file, bytes, got, bytes.length - got, from + got);
      if (count === 0) break;
      got += count;
    }
  } catch (error) {
    cannotRead(path, error);
  }
  if (got < bytes.length) fail('read/changed', { path }, { file: path, offset: from + got });
  return bytes;
}

const missing: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);
const forbidden: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

function cannotRead(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const at = { file: path };
  if (missing.has(code)) return fail('read/missing', { what: `\`${path}\`` }, at, { cause: error });
  if (forbidden.has(code)) return fail('read/permission', { path }, at, { cause: error });
  return fail('read/failed', { path, reason: error instanceof Error ? error.message : String(error) }, at, {
    cause: error,
  });
}

/** What does not exist is no folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
