/**
 * What a report says beside the code: the verdict first, then each budget that does not hold, at its line in the
 * configuration. A step has room for ten of a kind; what does not fit is told in the log.
 */
import type { Report } from '../report/report.ts';
import { sortedChecks, verdictSentence } from '../report/words.ts';
import { mostAnnotations, type Spot } from './log.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly at?: Spot;
}

/** One place of each kind is left for what else a run has to say, such as why there is no comment. */
const room = mostAnnotations - 1;

/** In the order they are to be said. `config` is the path of the configuration. */
export function annotationsOf(report: Report, config: string): readonly Annotation[] {
  const level = { pass: 'info', warn: 'warning', fail: 'error' } as const;
  const headline = `Flopgate: ${report.verdict}. ${verdictSentence(report)}`;
  const said = [{ level: level[report.verdict], text: headline }, ...checksOf(report, config), ...problemsOf(report)];
  const errors = withinRoom(said, 'error');
  const warnings = withinRoom(said, 'warning');
  const rest = said.filter((one) => one.level === 'info' || !(errors.includes(one) || warnings.includes(one)));
  return [...errors, ...warnings, ...rest.map((one) => ({ level: 'info' as const, text: inLog(one) }))];
}

function inLog({ level, text }: Annotation): string {
  return level === 'info' ? text : `${level}: ${text}`;
}

/** The first ones, and in the last place how many more there are. */
function withinRoom(said: readonly Annotation[], level: 'error' | 'warning'): readonly Annotation[] {
  const all = said.filter((one) => one.level === level);
  if (all.length <= room) return all;
  const left = all.length - (room - 1);
  return [...all.slice(0, room - 1), { level, text: `${left} more of these are in the log and in the job summary` }];
}

function checksOf(report: Report, file: string): readonly Annotation[] {
  const broken = sortedChecks(report.checks).filter(({ result }) => result === 'exceeded' || result === 'undecidable');
  return broken.map(({ scope, budget, result, level, why, message, line }) => ({
    level: level === 'error' ? 'error' : 'warning',
    text: [`${scope}: ${budget} is ${result}`, why, message].filter((part) => part !== undefined).join('. '),
    at: { file, line },
  }));
}

function problemsOf({ problems, models }: Report): readonly Annotation[] {
  const word = { fatal: 'error', warning: 'warning', notice: 'info' } as const;
  const ofRun = problems.map((one) => ({ ...one, level: word[one.severity] }));
  // What a model's own file leaves unclear is in the report; beside the code it would drown the budgets.
  const ofModels = models
    .flatMap((model) => model.problems)
    .map((one) => ({ ...one, level: one.severity === 'fatal' ? ('error' as const) : ('info' as const) }));
  return [...ofRun, ...ofModels].map(({ level, severity, message, help }) => {
    const text = `${message} ${help}`;
    return { level, text: level === 'info' ? `${severity}: ${text}` : text };
  });
}
