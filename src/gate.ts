/**
 * The corridor: bytes → Model → Profile → Diff → Verdict → Report. Everything here is a function of the request; who
 * asks, and where the bytes come from, is the business of the two faces.
 */
import type { InferOptions } from './analysis/infer.ts';
import type { Profile } from './analysis/profile.ts';
import { optionsFreeOf } from './analysis/sides.ts';
import type { Config, JudgedModel, MeasuredScenario, Waiver } from './budget/budget.ts';
import { judge } from './budget/judge.ts';
import type { NamedOptions } from './budget/scenarios.ts';
import type { Source } from './bytes/source.ts';
import type { Convention } from './conventions/convention.ts';
import { flopgate } from './conventions/own.ts';
import { measure, type Opened, open, type Reading } from './count.ts';
import { compare } from './diff/compare.ts';
import type { Diff, Side } from './diff/diff.ts';
import { transfer } from './diff/transfer.ts';
import { FlopgateError, type Problem } from './problem.ts';
import { assemble, type Report, type RevisionLabel, type TransferReport } from './report/report.ts';
import { version } from './version.ts';

/** What is asked about a set of models, whoever measures them. */
export interface Question {
  /** `null` where there is nothing to compare with: absolute budgets still hold. */
  readonly base: RevisionLabel | null;
  readonly head: RevisionLabel;
  readonly config: Config | null;
  /** What the face already has to say, such as how the base was found. */
  readonly problems: readonly Problem[];
  /** List every matched pair of layers. */
  readonly pairs?: boolean;
  /** How both sides are counted; our own way where it is absent. */
  readonly convention?: Convention;
  /** Only some of the models are looked at, so an entry of the configuration may match none. */
  readonly partial?: boolean;
  /** Somebody with the right to do so accepted what is exceeded. */
  readonly waivedBy?: Waiver;
  /** Why the label that should do so does not. */
  readonly notWaived?: Problem;
  readonly transfer?: TransferReport;
}

export interface Request extends Question {
  readonly cases: readonly Case[];
  /**
   * Let saved profiles stand in for models. Only where the caller names the files: in a repository a pull request
   * could put a profile of its own making where a model was.
   */
  readonly savedProfiles?: boolean;
  readonly progress?: (path: string, index: number, count: number) => void;
}

/**
 * One model on both sides. A side is `null` where it does not exist, or (with `unreadable`) where it cannot be had.
 * `Side` is its bytes, or what says where they lie.
 */
export interface Case<Side = Source> {
  readonly path: string;
  readonly basePath?: string;
  readonly status: 'changed' | 'added' | 'removed' | 'unchanged' | 'renamed';
  readonly base: Side | null;
  readonly head: Side | null;
  readonly options: InferOptions;
  /** Under each of these it is measured, too. */
  readonly scenarios?: readonly NamedOptions[];
  /** Symbols by which its cost must be known as an expression, though `options` may fix them. */
  readonly free?: readonly string[];
  readonly unreadable?: Problem;
  /** Renamed and edited, as `JudgedModel` has it. */
  readonly pairedBy?: 'structure';
}

/** Two models, measured and compared, with nothing judged. Throws FlopgateError when either cannot be read. */
export function pairUp(
  base: Source,
  head: Source,
  paths: { readonly base: string; readonly head: string },
  options: InferOptions,
  convention?: Convention,
): { readonly base: Profile; readonly head: Profile; readonly diff: Diff } {
  const reading = { savedProfiles: true, convention };
  const [before, after] = [open(base, paths.base, reading), open(head, paths.head, reading)];
  const ours = measure(before, paths.base, options, after);
  const theirs = measure(after, paths.head, options, before);
  return { base: ours.profile, head: theirs.profile, diff: compare(ours, theirs) };
}

/** Measures, compares and judges every model of a request. One unreadable model never hides the others. */
export function gate(request: Request): Report {
  const { cases, savedProfiles = false, convention } = request;
  const models = cases.map((one, i) => {
    request.progress?.(one.path, i, cases.length);
    return measureCase(one, { savedProfiles, convention });
  });
  return decide(request, models);
}

/** Judges models that were measured and compared, here or in another thread or job. */
export function decide(question: Question, models: readonly JudgedModel[]): Report {
  const { base, head, config, problems, pairs, waivedBy, notWaived, convention, partial = false } = question;
  const verdict = judge(config, models, {
    partial,
    ...(waivedBy !== undefined && { waivedBy }),
    ...(notWaived !== undefined && { notWaived }),
  });
  return assemble({
    version,
    ...conventionOf(convention, models),
    base,
    head,
    models,
    verdict,
    problems,
    ...(pairs !== undefined && { pairs }),
    ...(question.transfer !== undefined && { transfer: question.transfer }),
  });
}

/** Near where it is for any of the models. */
function conventionOf(convention: Convention | undefined, models: readonly JudgedModel[]) {
  const own = convention ?? flopgate;
  const labels = models.flatMap((m) => [m.head ?? m.base ?? []].flat()).map((profile) => profile.convention);
  const { id, title, version: read, accuracy, why, unit } = labels.find((l) => l.accuracy === 'near') ?? own;
  return { convention: id, counting: { id, title, version: read, accuracy, why, unit } };
}

/** Both sides of one model, measured and compared. What cannot be read is in the result; only a bug of ours is thrown. */
export function measureCase(
  { path, basePath, status, pairedBy, options, scenarios = [], free = [], ...one }: Case,
  reading: Reading,
): JudgedModel {
  const about = { path, ...(basePath !== undefined && { basePath }), ...(pairedBy !== undefined && { pairedBy }) };
  const before = attempt(() => one.base && open(one.base, basePath ?? path, reading));
  const after = attempt(() => one.head && open(one.head, path, reading));
  const base = attempt(() => before.value && measure(before.value, basePath ?? path, options, after.value));
  const head = attempt(() => after.value && measure(after.value, path, options, before.value));
  // What is wrong with the head decides; a base that cannot be read leaves absolute budgets to be judged.
  const headProblem = after.problem ?? head.problem ?? (one.head === null ? one.unreadable : undefined);
  const problem = headProblem ?? before.problem ?? base.problem ?? one.unreadable;
  const sides = { path, basePath: basePath ?? path, before: before.value, after: after.value };
  const diff = base.value && head.value ? compare(base.value, head.value) : null;
  const measured = { base: base.value?.profile ?? null, head: head.value?.profile ?? null, diff };
  return {
    ...about,
    status: headProblem !== undefined && status !== 'removed' ? 'unreadable' : status,
    ...measured,
    ...(problem !== undefined && { problem }),
    ...(scenarios.length > 0 && { scenarios: scenarios.map((s) => measureScenario(sides, s, measured)) }),
    ...(free.length > 0 && freeSides(sides, options, free)),
  };
}

/** Both sides as they were read, each once for all the ways they are measured. */
interface OpenedSides {
  readonly path: string;
  readonly basePath: string;
  readonly before: Opened | null;
  readonly after: Opened | null;
}

function measureScenario(sides: OpenedSides, { name, options }: NamedOptions, whole: Whole): MeasuredScenario {
  const { path, basePath, before, after } = sides;
  const base = attempt(() => before && measure(before, basePath, options, after));
  const head = attempt(() => after && measure(after, path, options, before));
  const problem = head.problem ?? base.problem;
  return {
    name,
    base: base.value?.profile ?? null,
    head: head.value?.profile ?? null,
    counterparts: counterparts(base.value, head.value, whole),
    ...(problem !== undefined && { problem }),
  };
}

type Whole = Pick<JudgedModel, 'base' | 'head' | 'diff'>;

/** Which layer became which does not depend on the numbers; where the lists of layers do, they are compared anew. */
function counterparts(base: Side | null, head: Side | null, whole: Whole): MeasuredScenario['counterparts'] {
  if (base === null || head === null) return null;
  if (whole.diff === null || whole.base === null || whole.head === null) return compare(base, head);
  const [ours, theirs] = [
    { before: whole.base, after: base.profile },
    { before: whole.head, after: head.profile },
  ];
  return transfer(whole.diff, ours, theirs) ?? compare(base, head);
}

/** Nothing where the symbols are free as it is. */
function freeSides(sides: OpenedSides, options: InferOptions, free: readonly string[]): Pick<JudgedModel, 'free'> {
  const { path, basePath, before, after } = sides;
  if (options.inputs.size === 0 && !free.some((name) => options.bind.has(name))) return {};
  const one = (side: Opened, at: string, other: Opened | null): Side =>
    'model' in side ? measure(side, at, optionsFreeOf(options, free, side.model.graph), other) : side;
  const base = attempt(() => before && one(before, basePath, after));
  const head = attempt(() => after && one(after, path, before));
  return { free: { base: base.value?.profile ?? null, head: head.value?.profile ?? null } };
}

interface Attempt<T> {
  readonly value: T | null;
  readonly problem?: Problem;
}

/** Abandons one side of one model, not the request. */
function attempt<T>(step: () => T | null): Attempt<T> {
  try {
    return { value: step() };
  } catch (error) {
    if (error instanceof FlopgateError) return { value: null, problem: error.problem };
    throw error;
  }
}
