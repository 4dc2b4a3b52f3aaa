/** One side of a model as the repository has it: brought where the clone lacks it, and followed to Git LFS. */
import type { Fingerprint } from '../diff/kin.ts';
import { problem } from '../problem.ts';
import type { LfsClient } from './lfs-client.ts';
import { type LfsSides, lfsRanges, placePointers, type SideRead } from './lfs-content.ts';
import { lookAt } from './measure.ts';
import type { TreeEntry } from './objects.ts';
import type { Pairing } from './pairing.ts';
import type { Repository } from './repository.ts';
import { bringBlobs, missingBlob, type Revision, shortId } from './trees.ts';

/** What was brought, and what of it are pointers. */
export interface Brought {
  readonly repository: Repository;
  readonly sizes: ReadonlyMap<string, number>;
  readonly lfs: LfsSides;
}

export function readSide(
  { repository, sizes, lfs }: Brought,
  path: string,
  entry: TreeEntry | null,
  revision: Revision | null,
): SideRead {
  if (entry === null || revision === null) return { content: null };
  const { oid } = entry;
  const size = sizes.get(oid);
  const about = { path, name: `${path}@${shortId(revision)}` };
  if (size === undefined) {
    const missing = missingBlob(repository, path, revision, oid);
    return { content: null, problem: problem('read/object-missing', missing, { file: path }) };
  }
  return lfs(oid, about, shortId(revision)) ?? { content: { kind: 'blob', id: `git:${oid}`, size, ...about } };
}

export interface Looking {
  readonly base: Revision | null;
  readonly head: Revision;
  readonly lfs?: LfsClient;
  /** Jobs that measure a part each must pair alike, though one of them has the files of Git LFS at hand and another ranges. */
  readonly shared: boolean;
}

/** What tells versions of one model, of each model that is on one side only. */
export async function lookAtSides(
  repository: Repository,
  pairings: readonly Pairing[],
  { base, head, lfs: client, shared }: Looking,
): Promise<readonly (Fingerprint | undefined)[]> {
  const oids = pairings.flatMap((one) => (one.base ?? one.head)?.oid ?? []);
  const sizes = await bringBlobs(repository, oids, base === null ? [head] : [base, head]);
  const brought = { repository, sizes, lfs: await placePointers(repository, oids, sizes, client) };
  const found = pairings.map(
    ({ path, base: old, head: entry }) => readSide(brought, path, old ?? entry, old === null ? head : base).content,
  );
  const contents = found.filter((content) => content !== null);
  const looks = contents.map((content) => ({ content, withWeights: !shared || content.id.startsWith('git:') }));
  const fetchRange = client === undefined ? {} : { fetchRange: lfsRanges(client, contents.map(asHead)) };
  const prints = await lookAt(looks, { repository, ...fetchRange });
  return found.map((content) => (content === null ? undefined : prints[contents.indexOf(content)]));
}

function asHead<T>(content: T) {
  return { base: null, head: content };
}
