/** One run of the action: inputs and event → two commits → request → report → comment, summary, outputs, exit code. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { FlopgateError, type Problem } from '../problem.ts';
import { renderReport } from '../report/index.ts';
import { markerOf, stampSize } from '../report/marker.ts';
import type { Report } from '../report/report.ts';
import { annotationsOf } from './annotations.ts';
import { commentLimit, type Occasion, type Published, publish, shorterLimit, worthCreating } from './comment.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { type Judgeable, readEvent, type Situation, type WorkflowRun } from './event.ts';
import { openForge } from './forge.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { type Job, type Judged, judge, measurePart, planMatrix } from './judge.ts';
import { jobLog as log } from './log.ts';
import { noOutputs, type Outputs, reportPath, summaryRoom, writeOutputs, writeSummary, writeWhole } from './outputs.ts';
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
  const jobs = situations.map((situation): Job => ({ inputs, environment, situation, folder, reportFile }));
  if (inputs.plan !== undefined || inputs.part !== undefined) return matrixStep(jobs, inputs, reportFile);
  const judged: Judged[] = [];
  for (const job of jobs) {
    judged.push({ ...job, ...(await judge(job)) });
  }
  return deliverAll(judged);
}

/** The first or a middle step of a matrix judges nothing, so it has no verdict. It is about all pull requests there are. */
async function matrixStep(jobs: readonly Job[], { plan, part }: Inputs, reportFile: string): Promise<number> {
  if (plan !== undefined) writeOutputs({ ...noOutputs, matrix: await planMatrix(jobs, plan) });
  if (part !== undefined) {
    writeWhole(reportFile, await measurePart(jobs, part));
    writeOutputs({ ...noOutputs, report: reportFile });
  }
  return 0;
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
    matrix: '',
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
    ...noOutputs,
    verdict: 'pass',
    changed: 0,
    exceeded: 0,
    'base-sha': before ?? '',
  });
  return 0;
}

/**
 * The run it reports was about a pull request that is closed or has moved on; the newer head has a run of its own. That
 * is no failure, and no verdict either: whoever asks for `pass` does not get it.
 */
function nothingOpen({ headShas: [head] }: WorkflowRun): number {
  writeOutputs({ ...noOutputs, 'head-sha': head });
  return 0;
}

function refuse({ message, help }: Problem): number {
  log.error(`${message} ${help}`);
  writeOutputs({ ...noOutputs, verdict: 'fail', changed: 0, exceeded: 0 });
  return 1;
}
