/** Git LFS as far as the clone itself goes: pointers told by content, and content that `lfs: true` already fetched. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from './clone.ts';

export interface LfsPointer {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  readonly oid: string;
  readonly size: bigint;
  /** Names of the git-lfs extensions whose output the content is, where there are any: it is not the file itself. */
  readonly extensions?: readonly string[];
}

/** A pointer file is shorter than this (git-lfs docs/spec.md), so a longer blob need not be read to be told apart. */
export const pointerLimit = 1024;

/** The current version line and the two historic ones git-lfs still accepts (lfs/pointer.go). */
const versions = new Set([
  'https://git-lfs.github.com/spec/v1',
  'https://hawser.github.com/spec/v1',
  'http://git-media.io/v/2',
]);

/** `ext-0-name`, any number of them, in order. */
const keys = /^version (?:ext-\d-\S+ )*oid size$/;

/**
 * Reads a pointer; `undefined` when the bytes are something else. As strict about its lines as git-lfs
 * (lfs/pointer.go): one more of them may be the mark of a merge conflict, and then the last oid is one of two.
 */
export function parsePointer(bytes: Uint8Array): LfsPointer | undefined {
  if (bytes.length === 0 || bytes.length >= pointerLimit) return undefined;
  const lines = Buffer.from(bytes).toString('utf8').trimEnd().split(/\r?\n/);
  const entries = lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
  if (!keys.test(entries.map(([key]) => key).join(' '))) return undefined;
  const fields = new Map(entries);
  const [, oid] = /^sha256:([0-9a-f]{64})$/.exec(fields.get('oid') ?? '') ?? [];
  const size = fields.get('size') ?? '';
  if (!versions.has(fields.get('version') ?? '') || oid === undefined || !/^\d{1,18}$/.test(size)) return undefined;
  const extensions = [...fields.keys()].filter((key) => key.startsWith('ext-')).map((key) => key.slice(6));
  return { oid, size: BigInt(size), ...(extensions.length > 0 && { extensions }) };
}

/** Two or three pointers and the marks between them, whose labels are names of branches. */
export const conflictLimit = 4096;

/** Whether this is a pointer that a merge left in conflict: it names two contents, so it stands for neither. */
export function conflictedPointer(bytes: Uint8Array): boolean {
  if (bytes.length >= conflictLimit) return false;
  const lines = Buffer.from(bytes).toString('utf8').split(/\r?\n/);
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  const isPointer =
    has(/^oid sha256:[0-9a-f]{64}$/) && lines.some((line) => versions.has(line.replace(/^version /, '')));
  return isPointer && has(/^<{7}(?: |$)/) && has(/^={7}$/) && has(/^>{7}(?: |$)/);
}

export type LocalContent = { readonly path: string } | { readonly missing: string };

/** The content in `.git/lfs/objects`, taken only when its length and SHA-256 are the pointer's. */
export function localContent(checkout: Checkout | undefined, pointer: LfsPointer): LocalContent {
  if (checkout === undefined) return { missing: '' };
  const path = placeIn(join(checkout.commonDir, 'lfs', 'objects'), pointer);
  const found = fileOf(path, pointer);
  if (found === undefined) return { missing: '' };
  return found === 'same' ? { path } : { missing: ', and the copy in the clone is not it' };
}

/** Whether a file of the pointer's size lies where its content would; what is in it, reading it will tell. */
export function isLaid(checkout: Checkout | undefined, pointer: LfsPointer): boolean {
  if (checkout === undefined) return false;
  const path = placeIn(join(checkout.commonDir, 'lfs', 'objects'), pointer);
  const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return found?.isFile() === true && found.size === pointer.size;
}

/** Where git-lfs lays content below its folder. */
export function placeIn(folder: string, { oid }: LfsPointer): string {
  return join(folder, oid.slice(0, 2), oid.slice(2, 4), oid);
}

/** Whether a regular file is the pointer's content, by length and SHA-256; `undefined` where there is none. */
export function fileOf(path: string, { oid, size }: LfsPointer): 'same' | 'other' | undefined {
  const found = sha256Of(path);
  if (found === undefined) return undefined;
  return found.size === size && found.oid === oid ? 'same' : 'other';
}

function sha256Of(path: string): { readonly oid: string; readonly size: bigint } | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return undefined;
  }
  try {
    const stat = fstatSync(file, { bigint: true });
    if (!stat.isFile()) return undefined;
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(1 << 20);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    return { oid: hash.digest('hex'), size: stat.size };
  } finally {
    closeSync(file);
  }
}
