/** The event's two commits, planned, measured and judged. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setSecret } from '@actions/core';
import { decide } from '../gate.ts';
import { findCheckout } from '../host/clone.ts';
import { configOf } from '../host/config-place.ts';
import { type Folder, planFolders } from '../host/folders.ts';
import type { LfsClient } from '../host/lfs-client.ts';
import { lfsRanges } from '../host/lfs-content.ts';
import { measureCases } from '../host/measure.ts';
import { type Plan, type PlanOptions, planRepository } from '../host/plan.ts';
import { closeRepository, openRepository, type Repository } from '../host/repository.ts';
import { folderResults, type Outcome, type Results, readParts, writePart } from '../host/results.ts';
import { matrixOf, noShare, type Share } from '../host/share.ts';
import { bringTrees, type Revision, treeOf } from '../host/trees.ts';
import { FlopgateError, fail, type Problem } from '../problem.ts';
import type { Report } from '../report/report.ts';
import { version } from '../version.ts';
import type { Environment } from './environment.ts';
import type { Judgeable } from './event.ts';
import { type Forge, openForge } from './forge.ts';
import type { Inputs } from './inputs.ts';
import { openJobLfs } from './lfs.ts';
import { jobLog as log } from './log.ts';
import { type Judged as Accepting, acceptance } from './override.ts';
import { queuedPullRequest } from './queue.ts';
import { type Comparison, resolveComparison } from './resolve.ts';
import { openRestPort } from './rest-port.ts';

/** What one run is about. */
export interface Job {
  readonly inputs: Inputs;
  readonly environment: Environment;
  readonly situation: Judgeable;
  /** Ours, under the runner's temp folder. */
  readonly folder: string;
  readonly reportFile: string;
}

export interface Judged extends Job {
  readonly report: Report;
  /** False when no verdict could be reached: then no setting makes the step succeed. */
  readonly decided: boolean;
}

export async function judge(job: Job): Promise<{ readonly report: Report; readonly decided: boolean }> {
  const { inputs, environment } = job;
  let found: Comparison | undefined;
  try {
    const more = { ...(inputs.parts.length > 0 && { share: noShare }) };
    const use = async (planned: Planned) => {
      const { plan, lfs } = planned;
      const models = await measure(planned);
      const { bytes, requests, objects } = lfs.moved;
      const transfer = { lfsBytes: bytes, lfsRequests: requests, lfsObjects: objects };
      const question = { ...plan.question, transfer };
      const report = decide(question, models);
      const forge = openForge(environment, inputs.token);
      const waiver = await acceptance(forge, report, () => overrideOf(job, planned, forge));
      return { report: waiver === undefined ? report : decide({ ...question, ...waiver }, models), decided: true };
    };
    return await withPlan(job, more, use, (comparison) => {
      found = comparison;
    });
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return { report: undecided(error.problem, found, environment), decided: false };
  }
}

/** The matrix of jobs that measure the models of these comparisons, as JSON. */
export async function planMatrix(jobs: readonly Job[], most: number): Promise<string> {
  const counts: number[] = [];
  for (const job of jobs) {
    const count = async ({ plan }: Planned) => plan.cases.filter(({ elsewhere }) => elsewhere).length;
    counts.push(await withPlan(job, { share: noShare }, count));
  }
  return matrixOf(counts, most);
}

/** One job's part of the models of each comparison, as the file that the input `parts` of another one takes. */
export async function measurePart(jobs: readonly Job[], share: Share): Promise<Uint8Array> {
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    const outcome = async (planned: Planned) => ({ cases: planned.plan.cases, models: await measure(planned) });
    outcomes.push(await withPlan(job, { share }, outcome));
  }
  return writePart(outcomes);
}

interface Planned {
  readonly plan: Plan;
  readonly repository: Repository;
  readonly comparison: Comparison;
  readonly lfs: LfsClient;
  readonly results?: Results;
}

async function withPlan<T>(
  job: Job,
  more: Pick<PlanOptions, 'share'>,
  use: (planned: Planned) => Promise<T>,
  tell: (comparison: Comparison) => void = () => {},
): Promise<T> {
  const { inputs, environment, situation } = job;
  const repository = openClone(job);
  const { token } = inputs;
  const lfs = openJobLfs({ environment, situation, token, folder: job.folder, cache: cacheFolder(job) });
  try {
    const forge = openForge(environment, inputs.token);
    const comparison = await resolveComparison({ repository, forge, event: environment.event }, situation, inputs);
    announce(comparison);
    tell(comparison);
    await refuseCommitted(job, repository, comparison.head);
    const found = inputs.parts.length > 0 ? readParts(inputs.parts) : cacheOf(job);
    const results = { ...(found && { results: found }) };
    const plan = await planOf(job, repository, comparison, { lfs, ...results, ...more });
    return await use({ plan, repository, comparison, lfs, ...results });
  } finally {
    lfs.close();
    closeRepository(repository);
  }
}

/**
 * Results are believed, so they must not lie where a checkout puts what a pull request brings: a file committed there
 * would be a verdict of its own making. Throws `usage/input`.
 */
async function refuseCommitted(
  { inputs: { cache, parts }, environment: { workspace } }: Job,
  repository: Repository,
  head: Revision,
): Promise<void> {
  const places = [...(cache === undefined ? [] : [['cache', cache]]), ...parts.map((path) => ['parts', path])];
  if (workspace === undefined || places.length === 0) return;
  const why = await bringTrees(repository, [head]);
  const tree = [...treeOf(repository, head, 'head', why).keys()];
  for (const [input = '', value = ''] of places) {
    const path = realPath(resolve(workspace, value));
    const way = relative(rootOf(dirname(path)) ?? realPath(workspace), path).replaceAll('\\', '/');
    const isCommitted = tree.some((file) => `${file}/`.startsWith(`${way}/`) || way.startsWith(`${file}/`));
    if (way !== '' && !isCommitted) continue;
    fail('usage/input', {
      input,
      value,
      expected: 'a place that no commit puts files in, such as one under runner.temp',
    });
  }
}

/** With no link on the way; the last part stays, for it may be one, or not be there yet. */
function realPath(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? join(realpathSync(folder), basename(path)) : path;
}

/** Of the working tree a folder is in. */
function rootOf(folder: string): string | undefined {
  const gitDir = findCheckout(folder)?.gitDir;
  return gitDir !== undefined && basename(gitDir) === '.git' ? dirname(gitDir) : undefined;
}

async function planOf(
  { inputs, environment }: Job,
  repository: Repository,
  { base, head, config: revision, problems }: Comparison,
  more: Pick<PlanOptions, 'results' | 'share' | 'lfs'>,
): Promise<Plan> {
  const place = { kind: 'commit' as const, path: inputs.config, revision };
  const models = inputs.models.length > 0 && { models: inputs.models };
  const { folders } = inputs;
  if (folders === undefined) {
    return planRepository(repository, { base, head, config: place, problems, ...models, ...more });
  }
  const found = await configOf(repository, place, base, head);
  const folder = (path: string, sha?: string): Folder => ({
    path: resolve(environment.workspace ?? '', path),
    label: { label: path, ...(sha !== undefined && { sha }), how: 'a folder of the workspace' },
  });
  return planFolders({
    repository,
    base: folder(folders.base, base?.sha),
    head: folder(folders.head, head.sha),
    config: found.config,
    problems: [...problems, ...found.problems],
    ...(found.repaired === true && { everything: true }),
    ...models,
  });
}

function measure({ plan: { cases }, repository, lfs, results }: Planned) {
  const progress = (path: string, i: number, count: number) => log.info(`  ${i + 1}/${count} ${path}`);
  return measureCases(cases, {
    repository,
    progress,
    fetchRange: lfsRanges(lfs, cases),
    ...(results && { results }),
  });
}

function cacheOf(job: Job): Results | undefined {
  const folder = cacheFolder(job);
  return folder === undefined ? undefined : folderResults(folder);
}

function cacheFolder({ inputs: { cache }, environment: { workspace = '' } }: Job): string | undefined {
  return cache === undefined ? undefined : resolve(workspace, cache);
}

/** What the override label may accept here: something on a pull request, under a configuration that names a label. */
async function overrideOf(
  { inputs, environment: { payload }, situation }: Job,
  { plan, comparison: { base, head }, repository }: Planned,
  forge: Forge,
): Promise<Accepting | Problem | undefined> {
  const label = plan.question.config?.override?.label;
  if (label === undefined) return undefined;
  if (situation.kind === 'pullRequest') {
    const { number, headSha } = situation;
    // A head named by hand is the pull request's only where it is the very commit; else it is merged, as `resolve.ts` saw.
    const judged = inputs.head === undefined ? headSha : head.sha;
    return { label, pullRequest: number, headSha: judged, payload };
  }
  // Commits named by hand are not the group's.
  if (situation.kind !== 'mergeGroup' || base?.sha !== situation.base || head.sha !== situation.head) return undefined;
  const queued = await queuedPullRequest({ forge, repository }, situation, label);
  if (queued.kind === 'unclear') return queued.problem;
  return queued.kind === 'one' ? { label, ...queued, payload } : undefined;
}

function openClone({ inputs, environment, folder }: Job): Repository {
  const { workspace, serverUrl, owner, repository: name, sha } = environment;
  const checkout = workspace === undefined ? undefined : findCheckout(workspace);
  const url = `${serverUrl}/${owner}/${name}`;
  const { token } = inputs;
  return openRepository({
    temp: folder,
    cloneOf: `${owner}/${name}`,
    remote: { url, ...(token !== '' && { header: basicHeader(token) }) },
    ...(checkout !== undefined && { checkout }),
    ...(sha !== '' && { objectFormat: sha.length === 64 ? 'sha256' : 'sha1' }),
    ...(token !== '' && { rest: openRestPort(environment, token) }),
  });
}

/** As actions/checkout sends it; masked in this form too. */
function basicHeader(token: string): string {
  const encoded = Buffer.from(`x-access-token:${token}`).toString('base64');
  setSecret(token);
  setSecret(encoded);
  return `AUTHORIZATION: basic ${encoded}`;
}

function announce({ base, head }: Comparison): void {
  const name = (one: { label: string; sha: string; how?: string }) =>
    `${one.label} ${one.sha.slice(0, 12)}${one.how === undefined ? '' : ` (${one.how})`}`;
  log.info(base === null ? `Measuring ${name(head)}; there is no base` : `Comparing ${name(base)} with ${name(head)}`);
}

/** The report of a run that could not judge: it says why, and its verdict is `fail`. */
function undecided(why: Problem, comparison: Comparison | undefined, { ref, sha }: Environment): Report {
  const { base = null, head = { label: ref || 'head', ...(sha !== '' && { sha }) }, problems = [] } = comparison ?? {};
  return {
    schema: 'flopgate.report/1',
    tool: { name: 'flopgate', version },
    verdict: 'fail',
    convention: 'flopgate',
    base,
    head,
    models: [],
    checks: [],
    problems: [why, ...problems],
  };
}
