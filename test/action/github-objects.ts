/** Commits, trees and blobs of a real repository as the `git/…` operations of GitHub's REST interface give them. */
import { execFileSync } from 'node:child_process';
import type { getOctokit } from '@actions/github';

type Git = ReturnType<typeof getOctokit>['rest']['git'];
type Data<K extends 'getCommit' | 'getTree' | 'getBlob' | 'getRef' | 'getTag'> = Awaited<ReturnType<Git[K]>>['data'];

export interface ServedObjects {
  /** Any folder of the repository. */
  readonly dir: string;
  /** A recursive list longer than this is cut short; GitHub's own limit is 100,000. */
  readonly treeLimit?: number;
  /** Answers for blobs with base64 in JSON whatever is asked for, as Gitea does. */
  readonly encoded?: boolean;
  /** Bytes of a blob that is refused; GitHub's own limit is 100 MB. */
  readonly blobLimit?: number;
}

export interface ObjectReply {
  readonly status: number;
  readonly body?: unknown;
  /** Instead of a body in JSON. */
  readonly raw?: Buffer;
}

/** `undefined` for operations that are about something else. */
export function objectReply(
  served: ServedObjects,
  operation: string,
  parameters: ReadonlyMap<string, string>,
  query: URLSearchParams,
  accept: string,
): ObjectReply | undefined {
  try {
    switch (operation) {
      case 'git/get-commit':
        return { status: 200, body: commitData(served, parameters.get('commit_sha') ?? '') };
      case 'git/get-tree':
        return { status: 200, body: treeData(served, parameters.get('tree_sha') ?? '', query.has('recursive')) };
      case 'git/get-blob':
        return blobReply(served, parameters.get('file_sha') ?? '', accept);
      case 'git/get-ref':
        return { status: 200, body: refData(served, parameters.get('ref') ?? '') };
      case 'git/get-tag':
        return { status: 200, body: tagData(served, parameters.get('tag_sha') ?? '') };
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

const api = 'https://api.example.com/repos/o/r/git';
const person = { name: 'A Person', email: 'person@example.com', date: '2026-01-01T00:00:00Z' };
const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

function commitData({ dir }: ServedObjects, sha: string): Data<'getCommit'> {
  const [header = ''] = run(dir, 'cat-file', 'commit', sha).toString('utf8').split('\n\n', 1);
  const tree = /^tree (.+)$/m.exec(header)?.[1] ?? '';
  const parents = [...header.matchAll(/^parent (.+)$/gm)].map(([, parent = '']) => parent);
  const url = `${api}/commits/${sha}`;
  return {
    sha,
    node_id: `C_${sha}`,
    url,
    html_url: url,
    author: person,
    committer: person,
    message: 'change',
    tree: { sha: tree, url: `${api}/trees/${tree}` },
    parents: parents.map((parent) => ({ sha: parent, url, html_url: url })),
    verification: unsigned,
  };
}

function treeData({ dir, treeLimit = 100_000 }: ServedObjects, sha: string, recursive: boolean): Data<'getTree'> {
  const listed = run(dir, 'ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), sha).toString('utf8');
  const tree = listed.split('\0').flatMap((line) => {
    const [, mode, type, oid, size, path] = /^(\d+) (\w+) (\w+) +(\S+)\t([\s\S]+)$/.exec(line) ?? [];
    if (mode === undefined || type === undefined || oid === undefined || path === undefined) return [];
    const entry = { path, mode, type, sha: oid, url: `${api}/${type}s/${oid}` };
    return [type === 'blob' ? { ...entry, size: Number(size) } : entry];
  });
  const truncated = recursive && tree.length > treeLimit;
  return { sha, url: `${api}/trees/${sha}`, tree: truncated ? tree.slice(0, treeLimit) : tree, truncated };
}

function blobReply({ dir, encoded, blobLimit = 100_000_000 }: ServedObjects, sha: string, accept: string): ObjectReply {
  const raw = run(dir, 'cat-file', 'blob', sha);
  if (raw.length > blobLimit) {
    // As GitHub words it (REST, "Get a blob": 403).
    const message = 'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API';
    return { status: 403, body: { message, documentation_url: 'https://docs.github.com/rest', status: '403' } };
  }
  if (encoded !== true && accept.includes('raw')) return { status: 200, raw };
  return { status: 200, body: blobData(sha, raw) };
}

function blobData(sha: string, raw: Buffer): Data<'getBlob'> {
  // GitHub breaks the lines of its base64; a reader must not mind.
  const content = raw.toString('base64').replace(/.{60}/g, '$&\n');
  return { sha, node_id: `B_${sha}`, size: raw.length, url: `${api}/blobs/${sha}`, content, encoding: 'base64' };
}

function refData({ dir }: ServedObjects, ref: string): Data<'getRef'> {
  const sha = text(dir, 'rev-parse', '--verify', `refs/${ref}`);
  const type = text(dir, 'cat-file', '-t', sha);
  return { ref: `refs/${ref}`, node_id: `R_${sha}`, url: `${api}/refs/${ref}`, object: { type, sha, url: api } };
}

function tagData({ dir }: ServedObjects, sha: string): Data<'getTag'> {
  const [, object = '', type = ''] = /^object (\w+)\ntype (\w+)\n/.exec(text(dir, 'cat-file', 'tag', sha)) ?? [];
  const about = { node_id: `T_${sha}`, tag: 'v1', sha, url: `${api}/tags/${sha}`, message: 'x', tagger: person };
  return { ...about, object: { sha: object, type, url: api } };
}

function text(dir: string, ...args: readonly string[]): string {
  return run(dir, ...args)
    .toString('utf8')
    .trim();
}

function run(dir: string, ...args: readonly string[]): Buffer {
  return execFileSync('git', args, { cwd: dir, maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
}
