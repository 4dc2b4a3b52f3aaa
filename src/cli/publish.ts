/** A report to stdout or a file, what went wrong to stderr, and the exit status it stands for. */
import { renderReport } from '../report/index.ts';
import type { ProblemReport, Report } from '../report/report.ts';
import type { Arguments } from './arguments.ts';
import { describe } from './describe.ts';
import { emit, wantsColor } from './files.ts';
import type { ExitStatus } from './main.ts';
import type { World } from './world.ts';

export async function publish(world: World, args: Arguments, report: Report): Promise<ExitStatus> {
  emit(world, args, renderReport(report, args.format, { color: wantsColor(world, args) }));
  for (const problem of fatalProblems(report)) world.stderr.write(describe(problem));
  return exitStatus(report);
}

/**
 * 1 when a budget is exceeded, whatever else is wrong; 2 when the gate is closed because it could not judge. An open
 * gate must have nothing fatal in it: where a report contradicts itself, it counts as not judged.
 */
export function exitStatus(report: Report): ExitStatus {
  if (report.checks.some(({ result, level }) => result === 'exceeded' && level === 'error')) return 1;
  const blind = fatalProblems(report).length > 0 || report.models.some(({ status }) => status === 'unreadable');
  return report.verdict === 'fail' || blind ? 2 : 0;
}

function fatalProblems(report: Report): readonly ProblemReport[] {
  return [...report.problems, ...report.models.flatMap(({ problems }) => problems)].filter(
    ({ severity }) => severity === 'fatal',
  );
}
