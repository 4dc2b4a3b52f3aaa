/** One run of the action: inputs and event → two commits → request → report → comment, summary, outputs, exit code. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setSecret } from '@actions/core';
import type { Config } from '../budget/budget.ts';
import { decide } from '../gate.ts';
import { findCheckout } from '../host/clone.ts';
import { measureCases } from '../host/measure.ts';
import { planRepository } from '../host/plan.ts';
import { closeRepository, openRepository, type Repository } from '../host/repository.ts';
import { FlopgateError, type Problem } from '../problem.ts';
import { renderReport } from '../report/index.ts';
import { markerOf, stampSize } from '../report/marker.ts';
import type { Report } from '../report/report.ts';
import { version } from '../version.ts';
import { annotationsOf } from './annotations.ts';
import { commentLimit, type Occasion, type Published, publish, shorterLimit, worthCreating } from './comment.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { type Judgeable, readEvent, type Situation, type WorkflowRun } from './event.ts';
import { openForge } from './forge.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { jobLog as log } from './log.ts';
import { type Outputs, reportPath, summaryRoom, writeOutputs, writeSummary, writeWhole } from './outputs.ts';
import { acceptance } from './override.ts';
import { type Comparison, resolveComparison } from './resolve.ts';
import { openRestPort } from './rest-port.ts';
import { findPullRequests } from './workflow-run.ts';

/** Exit code of the process. Throws only what is a bug of ours. */
export async function run(): Promise<number> {
  try {
    return await runJob(readInputs(), readEnvironment(process.env));
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return refuse(error.problem);
  }
}

async function runJob(inputs: Inputs, environment: Environment): Promise<number> {
  const said = readEvent(environment);
  if (said.kind === 'deletion') return nothingLeft(said);
  const situations = said.kind === 'workflowRun' ? await reportedPullRequests(said, inputs, environment) : [said];
  if (said.kind === 'workflowRun' && situations.length === 0) return nothingOpen(said);
  mkdirSync(environment.temp, { recursive: true });
  const folder = mkdtempSync(join(environment.temp, 'flopgate-'));
  const reportFile = reportPath(inputs.reportPath, folder, environment.workspace ?? folder);
  const judged: Judged[] = [];
  for (const situation of situations) {
    const job = { inputs, environment, situation, folder, reportFile };
    judged.push({ ...job, ...(await judge(job)) });
  }
  return deliverAll(judged);
}

/** Each has its comment; the step has the worst verdict, and the outputs are those of the first that has it. */
async function deliverAll(judged: readonly Judged[]): Promise<number> {
  const rank = { fail: 0, warn: 1, pass: 2 };
  const worstFirst = [...judged].sort((a, b) => rank[a.report.verdict] - rank[b.report.verdict]);
  const codes: number[] = [];
  for (const [i, one] of worstFirst.entries()) {
    const files = i === 0 ? {} : besides(one);
    const { outputs, code } = await deliver({ ...one, ...files });
    if (i === 0) writeOutputs(outputs);
    codes.push(code);
  }
  return Math.max(...codes);
}

/** Files of a report that is not the one the outputs name. */
function besides({ folder }: Judged): Pick<Judged, 'folder' | 'reportFile'> {
  const own = mkdtempSync(join(folder, 'also-'));
  return { folder: own, reportFile: join(own, 'report.json') };
}

/** None when no open pull request stands at that head any more. */
async function reportedPullRequests(
  run: WorkflowRun,
  inputs: Inputs,
  environment: Environment,
): Promise<readonly Judgeable[]> {
  const here = `${environment.owner}/${environment.repository}`;
  const found = await findPullRequests(openForge(environment, inputs.token), run, here);
  if (found.kind === 'found') return found.pullRequests;
  log.notice(`Flopgate: nothing is judged. For ${run.headShas[0].slice(0, 12)}, ${found.reason}.`);
  // Commits named by hand can be judged without a pull request.
  const { base, head } = inputs;
  return base !== undefined && head !== undefined ? [{ kind: 'unclear', reason: found.reason }] : [];
}

interface Job {
  readonly inputs: Inputs;
  readonly environment: Environment;
  readonly situation: Judgeable;
  /** Ours, under the runner's temp folder. */
  readonly folder: string;
  readonly reportFile: string;
}

interface Judged extends Job {
  readonly report: Report;
  /** False when no verdict could be reached: then no setting makes the step succeed. */
  readonly decided: boolean;
}

async function judge(job: Job): Promise<{ readonly report: Report; readonly decided: boolean }> {
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

async function deliver(judged: Judged): Promise<{ readonly outputs: Outputs; readonly code: number }> {
  const { inputs, folder, reportFile, report, decided } = judged;
  const paths = { report: reportFile, markdown: join(folder, 'comment.md') };
  writeWhole(paths.report, renderReport(report, 'json', {}));
  if (inputs.jobSummary) await writeSummary(renderReport(report, 'markdown', { limit: summaryRoom() }));
  const occasion: Occasion = { verdict: report.verdict, changed: changedModels(report), failOn: inputs.failOn };
  const commentId = await comment(judged, occasion, paths.markdown);
  const outputs: Outputs = {
    verdict: report.verdict,
    changed: occasion.changed,
    exceeded: exceeded(report).length,
    ...paths,
    'comment-id': commentId,
    'base-sha': report.base?.sha ?? '',
    'head-sha': report.head.sha ?? '',
  };
  explain(judged);
  const fails = report.verdict === 'fail' || (report.verdict === 'warn' && inputs.failOn === 'warn');
  return { outputs, code: !decided || (fails && inputs.failOn !== 'never') ? 1 : 0 };
}

function changedModels(report: Report): number {
  return report.models.filter(({ status }) => status !== 'unchanged').length;
}

function exceeded(report: Report): Report['checks'] {
  return report.checks.filter(({ result }) => result === 'exceeded');
}

/** Writes the comment's text to a file, and to the pull request where there is one. Its id, or nothing. */
async function comment(judged: Judged, occasion: Occasion, file: string): Promise<string> {
  const { inputs, environment, situation, report } = judged;
  const marker = markerOf(inputs.commentKey);
  const tell = (limit: number) =>
    renderReport(report, 'markdown', { limit: limit - stampSize, key: inputs.commentKey });
  const body = tell(commentLimit);
  writeWhole(file, body);
  if (situation.kind !== 'pullRequest' || inputs.comment === 'never') return '';
  const published = await publish(openForge(environment, inputs.token), {
    pullRequest: situation.number,
    headSha: situation.headSha,
    body,
    shorter: () => tell(shorterLimit),
    marker,
    create: worthCreating(inputs.comment, occasion),
    ...(environment.run !== undefined && { run: environment.run }),
  });
  return tellPublished(published);
}

function tellPublished(published: Published): string {
  switch (published.kind) {
    case 'failed':
      log.warning(`${published.problem.message} ${published.problem.help}`);
      return '';
    case 'moved':
      log.info(
        `Comment: not written. The head moved to ${published.to.slice(0, 12)} meanwhile; the run on it comments.`,
      );
      return '';
    case 'closed':
      log.info('Comment: not written. The pull request was closed or merged meanwhile.');
      return '';
    case 'nothing':
      log.info('Comment: nothing to say');
      return '';
    case 'later':
      log.info('Comment: left as a later run wrote it');
      return String(published.id);
    default:
      log.info(`Comment: ${published.kind}`);
      return String(published.id);
  }
}

function explain({ report, inputs }: Judged): void {
  for (const { level, text, at } of annotationsOf(report, inputs.config)) {
    if (level === 'info') log.info(text);
    else log[level](text, at);
  }
}

/** A deleted branch has no head to judge. */
function nothingLeft({ ref, before }: Situation & { kind: 'deletion' }): number {
  log.info(`The push deleted ${ref}: there is nothing to judge`);
  writeOutputs({
    verdict: 'pass',
    changed: 0,
    exceeded: 0,
    report: '',
    markdown: '',
    'comment-id': '',
    'base-sha': before ?? '',
    'head-sha': '',
  });
  return 0;
}

/**
 * The run it reports was about a pull request that is closed or has moved on; the newer head has a run of its own. That
 * is no failure, and no verdict either: whoever asks for `pass` does not get it.
 */
function nothingOpen({ headShas: [head] }: WorkflowRun): number {
  writeOutputs({
    verdict: '',
    changed: '',
    exceeded: '',
    report: '',
    markdown: '',
    'comment-id': '',
    'base-sha': '',
    'head-sha': head,
  });
  return 0;
}

function refuse({ message, help }: Problem): number {
  log.error(`${message} ${help}`);
  writeOutputs({
    verdict: 'fail',
    changed: 0,
    exceeded: 0,
    report: '',
    markdown: '',
    'comment-id': '',
    'base-sha': '',
    'head-sha': '',
  });
  return 1;
}
