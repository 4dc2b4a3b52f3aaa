/** The configuration of a comparison: from which commit it comes, and what its absence or its edit means. */
import type { Config } from '../budget/budget.ts';
import { parseConfig } from '../budget/config.ts';
import { fail, type Problem, problem } from '../problem.ts';
import { isRegular } from './pairing.ts';
import { type Repository, readBlob } from './repository.ts';
import { bringBlobs, bringTrees, kindOf, missingBlob, type Revision, shortId, type Tree, treeOf } from './trees.ts';

export const defaultConfigPath = '.github/flopgate.yml';

/** A configuration at hand, or a path in a commit. */
export type ConfigPlace =
  | { readonly kind: 'text'; readonly file: string; readonly text: string }
  | { readonly kind: 'commit'; readonly path: string; readonly revision: Revision };

export interface Trees {
  readonly base: Tree | null;
  readonly head: Tree;
}

/** Brings the trees that are needed for it first. */
export async function configOf(
  repository: Repository,
  place: ConfigPlace & { readonly kind: 'commit' },
  base: Revision | null,
  head: Revision,
): ReturnType<typeof findConfig> {
  const why = await bringTrees(repository, [...(base === null ? [] : [base]), head, place.revision]);
  const trees = { base: base && treeOf(repository, base, 'base', why), head: treeOf(repository, head, 'head', why) };
  return findConfig(repository, place, trees, head);
}

/** The configuration, read from a commit by object id; what its absence or its edit means for this run. */
export async function findConfig(
  repository: Repository,
  place: ConfigPlace,
  trees: Trees,
  head: Revision,
): Promise<{ readonly config: Config | null; readonly problems: readonly Problem[] }> {
  if (place.kind === 'text') return { config: parseConfig(place.text, place.file), problems: [] };
  const { path, revision } = place;
  const entry = treeOf(repository, revision, 'config').get(path);
  const atHead = trees.head.get(path);
  const trustsHead = revision.sha === head.sha;
  if (entry === undefined) {
    // Whoever names a file means its budgets; without it nothing would be limited, and nobody told.
    if (path !== defaultConfigPath && atHead === undefined) {
      fail('config/named-missing', { path, revision: shortId(revision) }, { file: path });
    }
    const missing = problem('config/missing', { path, revision: shortId(revision) });
    const added = atHead === undefined || trustsHead ? [] : [problem('config/added', { path }, { file: path })];
    return { config: null, problems: [missing, ...added, ...lookAlike(path, treeOf(repository, revision, 'config'))] };
  }
  // Where the base branch moved on since the change was begun, only what differs from both is the change's own doing.
  const before = trees.base === null ? entry : trees.base.get(path);
  const edited = !trustsHead && atHead?.oid !== entry.oid && atHead?.oid !== before?.oid;
  await bringBlobs(repository, [entry.oid], [revision]);
  const text = isRegular(entry) ? readBlob(repository, entry.oid) : undefined;
  if (!isRegular(entry)) fail('read/not-a-file', { path, revision: shortId(revision), kind: kindOf(entry) });
  if (text === undefined) fail('read/object-missing', missingBlob(repository, path, revision, entry.oid));
  return {
    config: parseConfig(text.toString('utf8'), path),
    problems: edited ? [problem('config/edited', { path }, { file: path })] : [],
  };
}

/** A file that was meant to be the configuration, by another ending or in another folder. */
function lookAlike(path: string, tree: Tree): readonly Problem[] {
  const [found] = [...tree.keys()]
    .filter((other) => /(?:^|\/)\.?flopgate\.(?:ya?ml|json)$/i.test(other) && !other.startsWith('.github/workflows/'))
    .sort();
  return found === undefined ? [] : [problem('config/elsewhere', { found, path }, { file: found })];
}
