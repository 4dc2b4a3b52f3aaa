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
  warning(text: string): void;
  error(text: string, at?: { readonly file: string; readonly line: number }): void;
}

export const jobLog: Log = {
  info: (text) => info(plain(text)),
  notice: (text) => notice(plain(text)),
  warning: (text) => warning(plain(text)),
  error: (text, at) => error(plain(text), at === undefined ? {} : { file: at.file, startLine: at.line }),
};

/** The text without anything a runner or a terminal would obey. Lines stay lines; one of 4,096 characters is cut there. */
export function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => logText(line, 4096))
    .join('\n');
}
