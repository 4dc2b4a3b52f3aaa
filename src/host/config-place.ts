/** The configuration of a comparison: from which commit it comes, and what its absence or its edit means. */
import type { Config } from '../budget/budget.ts';
import { parseConfig } from '../budget/config.ts';
import { idleRules } from '../budget/rules.ts';
import { FlopgateError, fail, type Problem, problem } from '../problem.ts';
import type { TreeEntry } from './objects.ts';
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

/** The same for models that are in no commit: brings the trees that are needed for it first. */
export async function configOf(
  repository: Repository,
  place: ConfigPlace & { readonly kind: 'commit' },
  base: Revision | null,
  head: Revision,
): ReturnType<typeof findConfig> {
  const why = await bringTrees(repository, [...(base === null ? [] : [base]), head, place.revision]);
  const trees = { base: base && treeOf(repository, base, 'base', why), head: treeOf(repository, head, 'head', why) };
  return findConfig(repository, place, trees, head, []);
}

/**
 * The configuration, read from a commit by object id; what its absence or its edit means for this run. `paths` are those
 * of the files its patterns must find at the head; none where that cannot be told.
 */
export async function findConfig(
  repository: Repository,
  place: ConfigPlace,
  trees: Trees,
  head: Revision,
  paths: readonly string[],
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
    const broken = added.length === 0 ? [] : await breakage(repository, path, atHead, head, paths);
    const alike = lookAlike(path, treeOf(repository, revision, 'config'));
    return { config: null, problems: [missing, ...added, ...broken, ...alike] };
  }
  // Where the base branch moved on since the change was begun, only what differs from both is the change's own doing.
  const before = trees.base === null ? entry : trees.base.get(path);
  const isEdited = !trustsHead && atHead?.oid !== entry.oid && atHead?.oid !== before?.oid;
  const edited = isEdited ? [problem('config/edited', { path }, { file: path })] : [];
  // Even as it is, it may be wrong afterwards: the last model of an entry may go.
  const counts = !trustsHead && (isEdited || atHead?.oid === entry.oid);
  return {
    config: await configAt(repository, path, entry, revision),
    problems: [...edited, ...(counts ? await breakage(repository, path, atHead, head, paths) : [])],
  };
}

async function configAt(repository: Repository, path: string, entry: TreeEntry, revision: Revision): Promise<Config> {
  await bringBlobs(repository, [entry.oid], [revision]);
  const text = isRegular(entry) ? readBlob(repository, entry.oid) : undefined;
  if (!isRegular(entry)) fail('read/not-a-file', { path, revision: shortId(revision), kind: kindOf(entry) });
  if (text === undefined) fail('read/object-missing', missingBlob(repository, path, revision, entry.oid));
  return parseConfig(text.toString('utf8'), path);
}

/**
 * What a change would do to every later one: after the merge its copy is the one that counts, and one that is wrong
 * closes the gate for all, even for the change that repairs it.
 */
async function breakage(
  repository: Repository,
  path: string,
  entry: TreeEntry | undefined,
  head: Revision,
  paths: readonly string[],
): Promise<readonly Problem[]> {
  if (entry === undefined) return [];
  try {
    const config = await configAt(repository, path, entry, head);
    const idle = paths.length === 0 ? [] : idleRules(config, paths);
    return idle.map((rule) => {
      const reason = `its pattern \`${rule.path}\` matches no file at the head`;
      return problem('config/breaks', { path, reason }, { file: path, line: rule.line });
    });
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    const { message, at } = error.problem;
    return [problem('config/breaks', { path, reason: message.replace(/\.$/, '') }, { ...at, file: path })];
  }
}

/** A file that was meant to be the configuration, by another ending or in another folder. */
function lookAlike(path: string, tree: Tree): readonly Problem[] {
  const [found] = [...tree.keys()]
    .filter((other) => /(?:^|\/)\.?flopgate\.(?:ya?ml|json)$/i.test(other) && !other.startsWith('.github/workflows/'))
    .sort();
  return found === undefined ? [] : [problem('config/elsewhere', { found, path }, { file: found })];
}
