/** What a run leaves behind: the report and the comment's text as files, the step's outputs, the job summary. */
import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { setOutput, summary } from '@actions/core';
import { fail } from '../problem.ts';

/** The names `action.yml` declares. */
export interface Outputs {
  readonly verdict: 'pass' | 'warn' | 'fail';
  readonly changed: number;
  readonly exceeded: number;
  readonly report: string;
  readonly markdown: string;
  readonly 'comment-id': string;
  readonly 'base-sha': string;
  readonly 'head-sha': string;
}

export function writeOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/** A step's summary over 1 MiB is dropped whole by the runner (FileCommandManager.cs). */
export const summaryLimit = 1_000_000;

/** Does nothing where the forge has no summaries. */
export async function writeSummary(markdown: string): Promise<void> {
  if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '') return;
  await summary.addRaw(markdown, true).write();
}

/** Where the report goes: `given` starts at the workspace, and must not leave it through a link in the checkout. */
export function reportPath(given: string | undefined, folder: string, workspace: string): string {
  if (given === undefined) return join(folder, 'report.json');
  const path = resolve(workspace, given);
  const parent = dirname(path);
  mkdirSync(parent, { recursive: true });
  if (isInside(parent, workspace) && !isInside(realpathSync(parent), realpathSync(workspace))) {
    fail('usage/input', { input: 'report-path', value: given, expected: 'a path without symbolic links' });
  }
  return path;
}

/** Replaces what is there, a symbolic link included, instead of writing through it. */
export function writeWhole(path: string, text: string): void {
  const fresh = `${path}.${process.pid}.tmp`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, text, { flag: 'wx' });
  renameSync(fresh, path);
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || resolve(way) === way);
}
