/** A forge's REST interface for tests: answers by path, and what was asked. */
import { createHash } from 'node:crypto';
import { openRest, type RestObjects } from '../../src/host/rest.ts';
import { tempFolder } from './git-fixture.ts';

export type Context = Parameters<typeof tempFolder>[0];
export type Answer = object | Uint8Array | undefined;

export const id = (digit: string) => digit.repeat(40);
export const blobId = (text: string, algorithm = 'sha1') =>
  createHash(algorithm)
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');

export interface Forge extends RestObjects {
  readonly asked: readonly string[];
}

/** A forge that answers by path: an object as JSON, bytes as they are, anything else not at all. */
export function forge(t: Context, answers: (path: string) => Answer, type = 'application/vnd.github.raw+json'): Forge {
  const asked: string[] = [];
  const answer = (path: string) => {
    asked.push(path);
    const found = answers(path);
    if (found === undefined) throw Object.assign(new Error('Not Found\nmore'), { status: 404 });
    return found;
  };
  const port = {
    origin: 'https://forge.example',
    json: async (path: string) => answer(path),
    raw: async (path: string) => ({ type, chunks: pieces(answer(path)) }),
  };
  return { ...openRest(port, tempFolder(t)), asked };
}

export async function* pieces(body: object): AsyncIterable<Uint8Array> {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

export const commit = (sha: string, tree: string, ...parents: readonly string[]) => ({
  sha,
  tree: { sha: tree },
  parents: parents.map((parent) => ({ sha: parent })),
});
export const file = (path: string, sha = id('f'), mode = '100644') => ({ path, mode, type: 'blob', sha });
export const folder = (path: string, sha: string) => ({ path, mode: '040000', type: 'tree', sha });
