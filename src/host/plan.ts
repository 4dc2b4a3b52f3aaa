/**
 * From two revisions of a repository to what the gate is asked: which models there are, which of them changed,
 * and under which configuration. `flopgate check` and the action both start here, so they judge alike.
 */
import type { InferOptions } from '../analysis/infer.ts';
import type { Config, JudgedModel } from '../budget/budget.ts';
import { ruleFor } from '../budget/rules.ts';
import { measurementOf } from '../budget/scenarios.ts';
import type { ConventionName } from '../conventions/names.ts';
import type { Case, Question } from '../gate.ts';
import { type Problem, problem } from '../problem.ts';
import type { RevisionLabel } from '../report/report.ts';
import { type ConfigPlace, findConfig, type Trees } from './config-place.ts';
import type { Content } from './content.ts';
import { idlePatterns, modelPatterns } from './covers.ts';
import { findKept, type Kept, keyOf, type Sought } from './kept.ts';
import { leftPatterns } from './left.ts';
import type { LfsClient } from './lfs-client.ts';
import { placePointers } from './lfs-content.ts';
import { bringLinks, follow, isLink, isSameWay, type TextOf, wordsOf } from './links.ts';
import { isRegular, type Obstacle, obstacleOf, type Pairing, pairModels } from './pairing.ts';
import { pairRenames } from './renames.ts';
import { noticesOf, type Repository } from './repository.ts';
import type { Results } from './results.ts';
import { isMine, type Share } from './share.ts';
import { type Brought, lookAtSides, readSide } from './sides.ts';
import { bringBlobs, bringTrees, kindOf, type Revision, shortId, treeOf } from './trees.ts';

export interface PlanOptions {
  readonly base: Revision | null;
  readonly head: Revision;
  readonly config: ConfigPlace;
  /** Globs that replace the configuration's list of models. */
  readonly models?: readonly string[];
  /** Shapes and bindings for every model; they go before those of the configuration. */
  readonly given?: InferOptions;
  readonly pairs?: boolean;
  readonly convention?: ConventionName;
  /** What was measured before is not read again. */
  readonly results?: Results;
  /** Where Git LFS content comes from that the clone does not hold. */
  readonly lfs?: LfsClient;
  /** Which of the models to measure are this job's: part 2 of 5, say. Of those of other jobs nothing is fetched. */
  readonly share?: Share;
  /** What the caller already has to say. */
  readonly problems?: readonly Problem[];
}

export interface Plan {
  readonly question: Question;
  readonly cases: readonly PlannedCase[];
}

export interface PlannedCase extends Case<Content> {
  /** What measuring it gives is kept under this; absent where there is nothing to measure. */
  readonly key?: string;
  /** Measured before, from the same content under the same options by this very version. */
  readonly known?: JudgedModel;
  /** Another job's part. */
  readonly elsewhere?: true;
}

/** Throws `read/revision` when a commit cannot be had, and `budget/*` when the configuration is wrong. */
export async function planRepository(repository: Repository, options: PlanOptions): Promise<Plan> {
  const { base, head, config: place } = options;
  const revisions = [...(base === null ? [] : [base]), head, ...(place.kind === 'commit' ? [place.revision] : [])];
  const why = await bringTrees(repository, revisions);
  const trees = {
    base: base === null ? null : treeOf(repository, base, 'base', why),
    head: treeOf(repository, head, 'head', why),
  };
  // Whoever names the models leaves the configuration's other entries without any.
  const paths = options.models === undefined ? [...trees.head.keys()] : [];
  const { config, problems, repaired = false } = await findConfig(repository, place, trees, head, paths);
  const covers = modelPatterns(options.models, config);
  const byPath = pairModels(trees.base, trees.head, covers);
  const obstacles = new Map(byPath.flatMap((one) => obstacleOf(one, trees.head)));
  // What stands in its folder's way is not gone, and under another entry a model is held to other budgets.
  const groupOf = (one: Pairing) => (obstacles.has(one.path) ? one : config && ruleFor(config, one.path));
  const looking = { base, head, shared: options.share !== undefined, ...(options.lfs && { lfs: options.lfs }) };
  const renames = await pairRenames(byPath, groupOf, (wanted) => lookAtSides(repository, wanted, looking));
  const { pairings } = renames;
  const isNewConfig = repaired || judgedByNewConfig(place, trees, options);
  const everything = base === null || (config?.budgets.length ?? 0) > 0 || isNewConfig;
  const changed = pairings.filter(({ status }) => everything || status !== 'unchanged');
  const asked = changed.map((one) => (obstacles.has(one.path) ? undefined : soughtOf(one, config, options)));
  const kept = await findKept(repository, asked, options.results, { lfs: options.lfs, revisions });
  const tasks = changed.map((one, i) => taskOf(one, asked[i], kept[i], i, options));
  const inPlace = [...pairings.flatMap(({ head }) => head ?? []), ...[...obstacles.values()].map(({ entry }) => entry)];
  const firstLinks = inPlace.filter(isLink).map(({ oid }) => oid);
  const sizes = await bringBlobs(repository, [...tasks.flatMap(wantedBlobs), ...firstLinks], revisions);
  const linked = [
    ...pairings.flatMap(({ path, head }) => (head !== null && isLink(head) ? [path] : [])),
    ...obstacles.keys(),
  ];
  const links = await bringLinks(
    repository,
    [trees.head, ...(trees.base === null ? [] : [trees.base])],
    linked,
    revisions,
  );
  const known = new Set(pairings.flatMap(({ path, head }) => (head !== null && isRegular(head) ? [path] : [])));
  const lfs = await placePointers(repository, tasks.flatMap(wantedBlobs), sizes, options.lfs);
  const reader: Reader = { repository, sizes, options, trees, known, obstacles, links, lfs };
  const byPairing = new Map(tasks.map((task) => [task.pairing, task]));
  const found = pairings.flatMap((pairing) => caseOf(reader, pairing, config, byPairing.get(pairing)));
  const cases = found.map((one) => one.found);
  return {
    question: {
      base: base === null ? null : labelOf(base),
      head: labelOf(head),
      config,
      ...(options.pairs !== undefined && { pairs: options.pairs }),
      ...(options.models !== undefined && { partial: true }),
      problems: [
        ...(options.problems ?? []),
        ...noticesOf(repository),
        ...problems,
        ...renames.problems,
        ...found.flatMap(({ aside }) => aside),
        ...leftPatterns(byPath, trees, config),
        ...idlePatterns(cases, config, options),
      ],
    },
    cases,
  };
}

interface Reader extends Brought {
  readonly options: PlanOptions;
  readonly trees: Trees;
  /** Paths of the files that are models at the head. */
  readonly known: ReadonlySet<string>;
  /** By the path of a model that is gone. */
  readonly obstacles: ReadonlyMap<string, Obstacle>;
  /** Of the links that stand where a model would, or on the way from there. */
  readonly links: TextOf;
}

/** A case, and what must be said that belongs to no case. */
interface Found {
  readonly found: PlannedCase;
  readonly aside: readonly Problem[];
}

/** Budgets that changed with this very push concern models that did not, and so does a file given by hand. */
function judgedByNewConfig(place: ConfigPlace, trees: Trees, { head }: PlanOptions): boolean {
  if (place.kind === 'text') return true;
  const { path, revision } = place;
  return revision.sha === head.sha && trees.base?.get(path)?.oid !== trees.head.get(path)?.oid;
}

/** A pairing that has to be measured, unless it was before, or another job does it. */
interface Task extends Pick<PlannedCase, 'elsewhere'> {
  readonly pairing: Pairing;
  readonly known?: Kept;
  /** Absent where there is nothing to measure. */
  readonly sought?: Sought;
}

function taskOf(
  pairing: Pairing,
  sought: Sought | undefined,
  known: Kept | undefined,
  index: number,
  { share }: PlanOptions,
): Task {
  if (sought === undefined) return { pairing };
  if (known !== undefined) return { pairing, sought, known };
  return { pairing, sought, ...(share !== undefined && !isMine(share, index) && { elsewhere: true as const }) };
}

function soughtOf(pairing: Pairing, config: Config | null, options: PlanOptions): Sought | undefined {
  const { base, head, path, status } = pairing;
  const sides = [base, head].filter((entry) => entry !== null);
  // Where a link or a submodule is in it there is nothing to measure, or not what the ids say.
  if (!sides.every(isRegular)) return undefined;
  return {
    path,
    ...(pairing.basePath !== undefined && { basePath: pairing.basePath }),
    status,
    ...measurementFor(pairing, config, options),
    base: base?.oid ?? null,
    head: head?.oid ?? null,
    convention: options.convention ?? 'flopgate',
  };
}

/** How a model is measured, by the entry it has or, where it moved out of every pattern, had. */
function measurementFor({ path, basePath = path }: Pairing, config: Config | null, { given }: PlanOptions) {
  const rule = config === null ? undefined : (ruleFor(config, path) ?? ruleFor(config, basePath));
  return measurementOf(rule, given);
}

function wantedBlobs({ pairing: { base, head }, known, elsewhere }: Task): readonly string[] {
  const isRead = known === undefined && elsewhere === undefined;
  return [base, head].flatMap((entry) => (entry !== null && isRead && isRegular(entry) ? [entry.oid] : []));
}

/**
 * A link or submodule is no model, and one that stays as it was is nobody's news. But a link must not bring a model past
 * its budgets, be it new or the file it leads to, by however many links: only one that ends at a model that is measured
 * under its own path may.
 */
function isLeftAlone({ trees, known, links }: Reader, { path, base, head }: Pairing): boolean {
  if (head === null) return true;
  const isOld = base !== null && base.oid === head.oid && base.mode === head.mode;
  if (!isLink(head)) return isOld;
  const way = follow(trees.head, links, path);
  if (way.kind === 'file' && known.has(way.path)) return true;
  return isOld && trees.base !== null && isSameWay(follow(trees.base, links, path), way);
}

/** Whether what stands in the way of a model that is gone leads to one that is measured under its own path. */
function leadsToModel({ trees, known, links }: Reader, path: string): boolean {
  const way = follow(trees.head, links, path);
  return way.kind === 'file' && known.has(way.path);
}

/** `task` is absent where the pairing is not to be measured. */
function caseOf(reader: Reader, pairing: Pairing, config: Config | null, task: Task | undefined): readonly Found[] {
  const { path, base, head } = pairing;
  const { options } = reader;
  const about = {
    path,
    ...(pairing.basePath !== undefined && { basePath: pairing.basePath }),
    ...(pairing.pairedBy !== undefined && { pairedBy: pairing.pairedBy }),
    ...measurementFor(pairing, config, options),
  };
  const wasModel = base !== null && isRegular(base);
  const obstacle = head !== null && !isRegular(head) ? { path, entry: head } : reader.obstacles.get(path);
  const hides = obstacle !== undefined && (head !== null || !leadsToModel(reader, path));
  if (hides) {
    if (!wasModel && isLeftAlone(reader, pairing)) return [];
    const kind = isLink(obstacle.entry)
      ? wordsOf(follow(reader.trees.head, reader.links, path), 'repository')
      : kindOf(obstacle.entry);
    const what = { path: obstacle.path, revision: shortId(options.head), kind };
    const link = problem('read/not-a-file', what, { file: obstacle.path });
    const before = readSide(reader, path, wasModel ? base : null, options.base);
    const status = wasModel ? 'changed' : 'added';
    return [{ found: { ...about, status, base: before.content, head: null, unreadable: link }, aside: [] }];
  }
  if (task === undefined) return [{ found: { ...about, status: 'unchanged', base: null, head: null }, aside: [] }];
  const { known, elsewhere } = task;
  if (known !== undefined || elsewhere !== undefined) {
    const made = known === undefined ? { elsewhere: true as const } : { known: known.model, key: known.key };
    return [{ found: { ...about, status: pairing.status, base: null, head: null, ...made }, aside: [] }];
  }
  if (head === null && !wasModel) return [];
  const status = head !== null && !wasModel ? 'added' : pairing.status;
  const before = readSide(reader, pairing.basePath ?? path, wasModel ? base : null, options.base);
  const after = readSide(reader, path, head, options.head);
  const unreadable = after.problem ?? before.problem;
  const key = task.sought && keyOf(task.sought, before.content, after.content);
  return [
    {
      found: {
        ...about,
        ...(key !== undefined && { key }),
        status,
        base: before.content,
        head: after.content,
        ...(unreadable !== undefined && { unreadable }),
      },
      aside: after.problem !== undefined && before.problem !== undefined ? [before.problem] : [],
    },
  ];
}

function labelOf({ label, sha, how }: Revision): RevisionLabel {
  return { label, sha, ...(how !== undefined && { how }) };
}
