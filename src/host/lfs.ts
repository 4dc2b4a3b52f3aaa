/** Git LFS as far as the clone itself goes: pointers told by content, and content that `lfs: true` already fetched. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from './clone.ts';

export interface LfsPointer {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  readonly oid: string;
  readonly size: bigint;
}

/** A pointer file is shorter than this (git-lfs docs/spec.md), so a longer blob need not be read to be told apart. */
export const pointerLimit = 1024;

/** The current version line and the two historic ones git-lfs still accepts (lfs/pointer.go). */
const versions = new Set([
  'https://git-lfs.github.com/spec/v1',
  'https://hawser.github.com/spec/v1',
  'http://git-media.io/v/2',
]);

/** Reads a pointer; `undefined` when the bytes are something else. */
export function parsePointer(bytes: Uint8Array): LfsPointer | undefined {
  if (bytes.length === 0 || bytes.length >= pointerLimit) return undefined;
  const lines = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
  const [first = ''] = lines;
  // The version comes first, the other keys sorted: a pointer with the marks of a merge conflict is none.
  if (!first.startsWith('version ') || !versions.has(first.slice(8))) return undefined;
  const fields = new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
  const [, oid] = /^sha256:([0-9a-f]{64})$/.exec(fields.get('oid') ?? '') ?? [];
  const size = fields.get('size') ?? '';
  return oid !== undefined && /^\d{1,18}$/.test(size) ? { oid, size: BigInt(size) } : undefined;
}

export type LocalContent = { readonly path: string } | { readonly missing: string };

/** The content in `.git/lfs/objects`, taken only when its length and SHA-256 are the pointer's. */
export function localContent(checkout: Checkout | undefined, pointer: LfsPointer): LocalContent {
  if (checkout === undefined) return { missing: '' };
  const { oid } = pointer;
  const path = join(checkout.commonDir, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
  const found = sha256Of(path);
  if (found === undefined) return { missing: '' };
  if (found.size !== pointer.size || found.oid !== oid) return { missing: ', and the copy in the clone is not it' };
  return { path };
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
