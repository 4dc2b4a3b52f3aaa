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

export interface FoundConfig {
  readonly config: Config | null;
  readonly problems: readonly Problem[];
  /** It is the head's own, which mends one that is wrong at the base: what it allows has to be seen. */
  readonly repaired?: true;
}

/** The same for models that are in no commit: brings the trees that are needed for it first. */
export async function configOf(
  repository: Repository,
  place: ConfigPlace & { readonly kind: 'commit' },
  base: Revision | null,
  head: Revision,
): Promise<FoundConfig> {
  const why = await bringTrees(repository, [...(base === null ? [] : [base]), head, place.revision]);
  const trees = { base: base && treeOf(repository, base, 'base', why), head: treeOf(repository, head, 'head', why) };
  // A workflow may be what builds the models.
  return findConfig(repository, place, trees, head, [], () => false);
}

/**
 * The configuration, read from a commit by object id; what its absence or its edit means for this run. `paths` are those
 * of the files its patterns must find at the head; none where that cannot be told. `mayChangeWithIt` says which files
 * hold no model whatever the patterns are.
 */
export async function findConfig(
  repository: Repository,
  place: ConfigPlace,
  trees: Trees,
  head: Revision,
  paths: readonly string[],
  mayChangeWithIt: (path: string) => boolean = isWorkflow,
): Promise<FoundConfig> {
  if (place.kind === 'text') return { config: parseConfig(place.text, place.file), problems: [] };
  const { path, revision } = place;
  const entry = treeOf(repository, revision, 'config').get(path);
  const atHead = trees.head.get(path);
  const trustsHead = revision.sha === head.sha;
  if (entry === undefined) return withoutConfig(repository, { path, revision }, trees, head, paths);
  const trusted = await copyAt(repository, path, entry, revision);
  // Where the base branch moved on since the change was begun, only what differs from both is the change's own doing.
  const before = trees.base === null ? entry : trees.base.get(path);
  const isEdited = !trustsHead && atHead?.oid !== entry.oid && atHead?.oid !== before?.oid;
  // Even as it is, it may be wrong afterwards: the last model of an entry may go.
  const counts = !trustsHead && (isEdited || atHead?.oid === entry.oid);
  const proposed = counts ? await copyAt(repository, path, atHead, head) : undefined;
  const idle = idleOn(trusted, paths, trees);
  const broken = breakage(path, proposed, paths);
  const why = faultOf(trusted, idle);
  if (isEdited && why !== undefined && broken.length === 0 && proposed?.config !== undefined) {
    const other = firstChange(trees, (one) => one === path || mayChangeWithIt(one));
    if (other === undefined) {
      const repaired = problem('config/repaired', { path, reason: why }, { file: path });
      return { config: proposed.config, problems: [repaired], repaired: true };
    }
    if (trusted.config === undefined) fail('config/repair-alone', { path, reason: why, other }, { file: path });
  }
  if (trusted.config === undefined) {
    const [still] = isEdited && why !== undefined ? broken : [];
    throw new FlopgateError(still ?? trusted.problem);
  }
  const edited = isEdited ? [problem('config/edited', { path }, { file: path })] : [];
  // What guards nothing on either side the judge says.
  const said = new Set(idle);
  const unsaid = breakage(path, proposed, paths, (pattern) => said.has(pattern));
  return { config: trusted.config, problems: [...edited, ...unsaid] };
}

/** There is none where it counts. */
async function withoutConfig(
  repository: Repository,
  { path, revision }: { readonly path: string; readonly revision: Revision },
  trees: Trees,
  head: Revision,
  paths: readonly string[],
): Promise<FoundConfig> {
  const atHead = trees.head.get(path);
  // Whoever names a file means its budgets; without it nothing would be limited, and nobody told.
  if (path !== defaultConfigPath && atHead === undefined) {
    fail('config/named-missing', { path, revision: shortId(revision) }, { file: path });
  }
  const missing = problem('config/missing', { path, revision: shortId(revision) });
  const added =
    atHead === undefined || revision.sha === head.sha ? [] : [problem('config/added', { path }, { file: path })];
  const proposed = added.length === 0 ? undefined : await copyAt(repository, path, atHead, head);
  const alike = lookAlike(path, treeOf(repository, revision, 'config'));
  return { config: null, problems: [missing, ...added, ...breakage(path, proposed, paths), ...alike] };
}

/** A copy of the file, or why it is none. */
type Copy =
  | { readonly config: Config; readonly problem?: never }
  | { readonly config?: never; readonly problem: Problem };

async function copyAt(repository: Repository, path: string, entry: TreeEntry, revision: Revision): Promise<Copy>;
async function copyAt(
  repository: Repository,
  path: string,
  entry: TreeEntry | undefined,
  revision: Revision,
): Promise<Copy | undefined>;
async function copyAt(repository: Repository, path: string, entry: TreeEntry | undefined, revision: Revision) {
  if (entry === undefined) return undefined;
  try {
    return { config: await configAt(repository, path, entry, revision) };
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return { problem: error.problem };
  }
}

async function configAt(repository: Repository, path: string, entry: TreeEntry, revision: Revision): Promise<Config> {
  await bringBlobs(repository, [entry.oid], [revision]);
  const text = isRegular(entry) ? readBlob(repository, entry.oid) : undefined;
  if (!isRegular(entry)) fail('read/not-a-file', { path, revision: shortId(revision), kind: kindOf(entry) });
  if (text === undefined) fail('read/object-missing', missingBlob(repository, path, revision, entry.oid));
  return parseConfig(text.toString('utf8'), path);
}

/** Patterns of entries that find nothing, neither at the base nor at the head. */
function idleOn({ config }: Copy, paths: readonly string[], { base }: Trees): readonly string[] {
  if (config === undefined || paths.length === 0) return [];
  return idleRules(config, [...paths, ...(base?.keys() ?? [])]).map(({ path }) => path);
}

/** Why the trusted copy closes the gate to every change; `undefined` where it does not. */
function faultOf({ problem: why }: Copy, [idle]: readonly string[]): string | undefined {
  // A file that cannot be had may be right.
  const isWrong = why?.code.startsWith('budget/') === true || why?.code === 'read/not-a-file';
  if (why !== undefined) return isWrong ? asClause(why) : undefined;
  return idle === undefined ? undefined : `its pattern \`${idle}\` matches no file`;
}

/**
 * What a change would do to every later one: after the merge its copy is the one that counts, and one that is wrong
 * closes the gate for all but the change that repairs it.
 */
function breakage(
  path: string,
  proposed: Copy | undefined,
  paths: readonly string[],
  isSaid: (pattern: string) => boolean = () => false,
): readonly Problem[] {
  if (proposed === undefined) return [];
  if (proposed.problem !== undefined) {
    const { at } = proposed.problem;
    return [problem('config/breaks', { path, reason: asClause(proposed.problem) }, { ...at, file: path })];
  }
  const idle = paths.length === 0 ? [] : idleRules(proposed.config, paths).filter((rule) => !isSaid(rule.path));
  return idle.map((rule) => {
    const reason = `its pattern \`${rule.path}\` matches no file at the head`;
    return problem('config/breaks', { path, reason }, { file: path, line: rule.line });
  });
}

function asClause({ message }: Problem): string {
  return message.replace(/\.$/, '');
}

/** The first file, as code units compare, that a change adds, edits or removes besides those that may. */
function firstChange({ base, head }: Trees, mayChange: (path: string) => boolean): string | undefined {
  const before: Tree = base ?? new Map();
  const differs = (path: string) => {
    const [was, is] = [before.get(path), head.get(path)];
    return was?.oid !== is?.oid || was?.mode !== is?.mode;
  };
  const changed = [...new Set([...before.keys(), ...head.keys()])].filter((path) => !mayChange(path) && differs(path));
  return changed.sort()[0];
}

/** A new version of Flopgate may find a configuration wrong that was right: then the step and the file change together. */
function isWorkflow(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/** A file that was meant to be the configuration, by another ending or in another folder. */
function lookAlike(path: string, tree: Tree): readonly Problem[] {
  const [found] = [...tree.keys()]
    .filter((other) => /(?:^|\/)\.?flopgate\.(?:ya?ml|json)$/i.test(other) && !other.startsWith('.github/workflows/'))
    .sort();
  return found === undefined ? [] : [problem('config/elsewhere', { found, path }, { file: found })];
}
