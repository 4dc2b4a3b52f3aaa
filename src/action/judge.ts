/** The event's two commits, planned, measured and judged. */
import { setSecret } from '@actions/core';
import type { Config } from '../budget/budget.ts';
import { decide } from '../gate.ts';
import { findCheckout } from '../host/clone.ts';
import { measureCases } from '../host/measure.ts';
import { planRepository } from '../host/plan.ts';
import { closeRepository, openRepository, type Repository } from '../host/repository.ts';
import { FlopgateError, type Problem } from '../problem.ts';
import type { Report } from '../report/report.ts';
import { version } from '../version.ts';
import type { Environment } from './environment.ts';
import type { Judgeable } from './event.ts';
import { openForge } from './forge.ts';
import type { Inputs } from './inputs.ts';
import { jobLog as log } from './log.ts';
import { acceptance } from './override.ts';
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
  const { inputs, environment, situation } = job;
  let comparison: Comparison | undefined;
  let repository: Repository | undefined;
  try {
    repository = openClone(job);
    const forge = openForge(environment, inputs.token);
    comparison = await resolveComparison({ repository, forge, event: environment.event }, situation, inputs);
    announce(comparison);
    const plan = await planRepository(repository, {
      base: comparison.base,
      head: comparison.head,
      config: { kind: 'commit', path: inputs.config, revision: comparison.config },
      problems: comparison.problems,
      ...(inputs.models.length > 0 && { models: inputs.models }),
    });
    const models = await measureCases(plan.cases, {
      repository,
      progress: (path, i, count) => log.info(`  ${i + 1}/${count} ${path}`),
    });
    const report = decide(plan.question, models);
    const more = await acceptance(forge, report, overrideOf(job, comparison, plan.question.config));
    return { report: more === undefined ? report : decide({ ...plan.question, ...more }, models), decided: true };
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return { report: undecided(error.problem, comparison, environment), decided: false };
  } finally {
    if (repository !== undefined) closeRepository(repository);
  }
}

/** What the override label may accept here: something on a pull request, under a configuration that names a label. */
function overrideOf({ inputs, environment, situation }: Job, { head }: Comparison, config: Config | null) {
  if (situation.kind !== 'pullRequest' || config?.override === undefined) return undefined;
  const { number, headSha } = situation;
  // A head named by hand is the pull request's only where it is the very commit; else it is merged, as `resolve.ts` saw.
  const judged = inputs.head === undefined ? headSha : head.sha;
  return { label: config.override.label, pullRequest: number, headSha: judged, payload: environment.payload };
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
