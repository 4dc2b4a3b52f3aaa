/**
 * Models that lie in two folders instead of two commits: what a build made, or profiles that were saved. Paths below the
 * folders are the models' names, so the same configuration holds for them.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readlinkSync, readSync, statSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import type { InferOptions } from '../analysis/infer.ts';
import { ruleFor } from '../budget/rules.ts';
import { measurementOf } from '../budget/scenarios.ts';
import type { Question } from '../gate.ts';
import { fail, problem } from '../problem.ts';
import type { RevisionLabel } from '../report/report.ts';
import type { Content } from './content.ts';
import { idlePatterns, modelPatterns } from './covers.ts';
import { follow, isLink, type Way, wordsOf } from './links.ts';
import { lookAt } from './measure.ts';
import type { TreeEntry } from './objects.ts';
import { isRegular, obstacleOf, type Pairing, pairModels } from './pairing.ts';
import type { Plan, PlannedCase } from './plan.ts';
import { pairRenames } from './renames.ts';
import type { Repository } from './repository.ts';
import type { Look } from './worker.ts';

export interface Folder {
  readonly path: string;
  readonly label: RevisionLabel;
}

export interface FoldersOptions extends Pick<Question, 'config' | 'problems' | 'pairs'> {
  /** `null` where there is nothing to compare with. */
  readonly base: Folder | null;
  readonly head: Folder;
  /** Globs that replace the configuration's list of models. */
  readonly models?: readonly string[];
  /** Shapes and bindings for every model; they go before those of the configuration. */
  readonly given?: InferOptions;
  /** Those that are the same on both sides too: the budgets are new to them. */
  readonly everything?: boolean;
  /** What threads work in that look at models for renamed ones. */
  readonly repository: Repository;
}

/** Throws `read/*` when a folder cannot be listed. Every file the patterns cover is read once, to tell equal ones. */
export async function planFolders(options: FoldersOptions): Promise<Plan> {
  const { base, head, config, pairs, models, repository } = options;
  const covers = modelPatterns(models, config);
  const sides = { base: base && listFolder(base.path, covers), head: listFolder(head.path, covers) };
  const byPath = pairModels(sides.base, sides.head, covers);
  const groupOf = (one: Pairing) => {
    const stands = obstacleOf(one, sides.head).length > 0;
    return stands ? one : config && ruleFor(config, one.path);
  };
  const { pairings, problems } = await pairRenames(byPath, groupOf, (wanted) =>
    lookAt(
      wanted.flatMap((one) => looksAt(one, sides)),
      { repository },
    ),
  );
  if (pairings.length === 0) return fail('read/empty-folders', { head: head.path });
  const everything = options.everything === true || base === null || (config?.budgets.length ?? 0) > 0;
  const ways = waysIn(sides.head);
  const cases = pairings.flatMap((pairing) => caseOf(pairing, { ...sides, ways }, options, everything));
  return {
    question: {
      base: base?.label ?? null,
      head: head.label,
      config,
      problems: [...options.problems, ...problems, ...idlePatterns(cases, config, options)],
      ...(pairs !== undefined && { pairs }),
      ...(models !== undefined && { partial: true }),
    },
    cases,
  };
}

/** A file of a folder by the name of the model it stands for. */
interface Found extends TreeEntry {
  /** Below the folder, as it is called there. */
  readonly at: string;
  readonly file: string;
  /** Of a link: what it says. */
  readonly text?: string;
  readonly size: number;
}

type Listing = ReadonlyMap<string, Found>;

interface Sides {
  readonly base: Listing | null;
  readonly head: Listing;
}

function looksAt({ path, base }: Pairing, sides: Sides): readonly Look[] {
  const content = contentOf((base === null ? sides.head : sides.base)?.get(path), path);
  return content === null ? [] : [{ content, withWeights: true }];
}

/** Where a path below the head's folder leads, and whether that is a model which is measured under its own name. */
type Ways = (at: string) => { readonly way: Way; readonly isModel: boolean };

function waysIn(listing: Listing): Ways {
  const tree = new Map([...listing.values()].map((found) => [found.at, found]));
  const texts = new Map([...listing.values()].flatMap(({ oid, text }) => (text === undefined ? [] : [[oid, text]])));
  return (at) => {
    const way = follow(tree, (oid) => texts.get(oid), at);
    return { way, isModel: way.kind === 'file' && isRegular(way.entry) };
  };
}

/** None where there is but a link to a model that has a case of its own. */
function caseOf(
  pairing: Pairing,
  { base, head, ways }: Sides & { readonly ways: Ways },
  { config, given }: FoldersOptions,
  everything: boolean,
): readonly PlannedCase[] {
  const { path, basePath = path } = pairing;
  const rule = config === null ? undefined : (ruleFor(config, path) ?? ruleFor(config, basePath));
  const about = {
    path,
    ...(pairing.basePath !== undefined && { basePath }),
    ...(pairing.pairedBy !== undefined && { pairedBy: pairing.pairedBy }),
    ...measurementOf(rule, given),
  };
  // What was a link at the base was no model.
  const was = base?.get(basePath);
  const before = was !== undefined && isRegular(was) ? was : undefined;
  const own = head.get(path);
  // A folder that is a link is not gone into, and what was in it is not gone for whoever goes there.
  const [, obstacle] = obstacleOf(pairing, head)[0] ?? [];
  const after = own ?? (obstacle && head.get(obstacle.path));
  const found = { ...about, status: before === undefined && own !== undefined ? 'added' : pairing.status };
  if (after !== undefined && isLink(after)) {
    const { way, isModel } = ways(own === undefined ? (before?.at ?? path) : own.at);
    if (isModel && own !== undefined && before === undefined) return [];
    if (!isModel || own !== undefined) {
      const what = { path: after.file, what: `a ${wordsOf(way, 'folder')}` };
      const link = problem('read/special', what, { file: after.file });
      const status = before === undefined ? 'added' : 'changed';
      return [{ ...about, status, base: null, head: null, unreadable: link }];
    }
  }
  if (before === undefined && own === undefined) return [];
  if (found.status === 'unchanged' && !everything) return [{ ...found, base: null, head: null }];
  return [{ ...found, base: contentOf(before, basePath), head: contentOf(own, path) }];
}

function contentOf(found: Found | undefined, path: string): Content | null {
  if (found === undefined) return null;
  const { file, oid, size } = found;
  return { kind: 'file', id: `file:${oid}`, size, name: file, path, file, saved: true };
}

/** More than any build leaves; a folder given by mistake, such as `/`, must end. */
const mostFiles = 100_000;
/** A profile may stand for its model, under the model's own name or with this behind it. */
const profileEnding = '.json';

function listFolder(folder: string, covers: (path: string) => boolean): Listing {
  const found = new Map<string, Found>();
  const open = [''];
  let seen = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const entry of entriesOf(join(folder, at))) {
      if (++seen > mostFiles) fail('read/failed', { path: folder, reason: `it holds more than ${mostFiles} files` });
      const path = posix.join(at, entry.name);
      if (entry.isDirectory()) open.push(path);
      const name = [path, path.slice(0, -profileEnding.length)].find((one, i) => covers(one) && isNamed(path, i));
      const file = resolve(folder, path);
      // What bears no model's name may be a folder of them.
      if (name === undefined ? !entry.isSymbolicLink() : name !== path && found.has(name)) continue;
      if (entry.isFile()) found.set(name ?? path, { mode: '100644', at: path, file, ...fingerprint(file) });
      else if (entry.isSymbolicLink()) {
        found.set(name ?? path, { mode: '120000', at: path, file, oid: file, size: 0, text: readlinkSync(file) });
      }
    }
  }
  return found;
}

function isNamed(path: string, attempt: number): boolean {
  return attempt === 0 || path.endsWith(profileEnding);
}

function entriesOf(folder: string) {
  try {
    // A model before the profile of its name.
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return fail('read/failed', { path: folder, reason: error instanceof Error ? error.message : String(error) });
  }
}

function fingerprint(path: string): { readonly oid: string; readonly size: number } {
  const file = opened(path);
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(1 << 20);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    return { oid: hash.digest('hex'), size: statSync(path).size };
  } finally {
    closeSync(file);
  }
}

/** Node gives a name that is no UTF-8 with U+FFFD in it, and by that no file is found. */
function opened(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const reason = path.includes('\ufffd')
      ? 'its name is no UTF-8'
      : error instanceof Error
        ? error.message
        : String(error);
    return fail('read/failed', { path, reason }, { file: path });
  }
}
