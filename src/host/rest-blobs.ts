/** Blobs over REST, each held against its id: brought to a file of ours, and read from there by any thread. */
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
import { checkId } from './objects.ts';
import { attempt, type Brought, broughtAll, count, field, inLane, type RestObjects } from './rest.ts';

/** GitHub gives blobs of up to 100 MB (REST, "Get a blob"). */
const maxBlob = 100 * 2 ** 20;

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
