/**
 * The only way to the job's log. The runner reads commands out of it: `::name …::` where a line begins, and the older
 * `##[name …]` anywhere in a line (actions/runner, ActionCommand.cs). Names of layers, files and branches go through
 * here, so none of them may be able to set an output or mask a letter.
 */
import { error, info, notice, warning } from '@actions/core';
import { logText } from '../report/escape.ts';

export interface Log {
  info(text: string): void;
  notice(text: string): void;
  warning(text: string, at?: Spot): void;
  error(text: string, at?: Spot): void;
}

/** A line in a file of the repository. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

/** The runner keeps so many annotations of a kind for a step (ExecutionContext.cs); what comes after is dropped. */
export const mostAnnotations = 10;
/** Characters of a message, as .NET counts them; the runner would cut the rest off (ExecutionContext.cs). */
export const longestMessage = 4096;

type Kind = 'notice' | 'warning' | 'error';
const commands = { notice, warning, error } as const;

/** What is one too many of its kind is in the log all the same, as a line of it. */
export function openLog(): Log {
  const left = { notice: mostAnnotations, warning: mostAnnotations, error: mostAnnotations };
  const annotate = (kind: Kind, text: string, at?: Spot) => {
    if (left[kind]-- > 0)
      commands[kind](cut(plain(text)), at === undefined ? {} : { file: at.file, startLine: at.line });
    else info(plain(`${kind}: ${text}`));
  };
  return {
    info: (text) => info(plain(text)),
    notice: (text) => annotate('notice', text),
    warning: (text, at) => annotate('warning', text, at),
    error: (text, at) => annotate('error', text, at),
  };
}

export const jobLog: Log = openLog();

/** The text without anything a runner or a terminal would obey. Lines stay lines; one of 4,096 characters is cut there. */
export function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => logText(line, longestMessage))
    .join('\n');
}

const cutMark = ' … (cut; the report has the rest)';

/** No longer than a message may be, and no half of a surrogate pair at its end. */
export function cut(text: string): string {
  if (text.length <= longestMessage) return text;
  return `${text.slice(0, longestMessage - cutMark.length).replace(/[\ud800-\udbff]$/, '')}${cutMark}`;
}
