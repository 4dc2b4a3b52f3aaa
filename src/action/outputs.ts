/** What a run leaves behind: the report and the comment's text as files, the step's outputs, the job summary. */
import { existsSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { setOutput, summary } from '@actions/core';
import { fail } from '../problem.ts';

/** The names `action.yml` declares. */
export interface Outputs {
  /** Empty, as the numbers are, when there was nothing to judge. */
  readonly verdict: 'pass' | 'warn' | 'fail' | '';
  readonly changed: number | '';
  readonly exceeded: number | '';
  readonly report: string;
  readonly markdown: string;
  readonly 'comment-id': string;
  readonly matrix: string;
  readonly 'base-sha': string;
  readonly 'head-sha': string;
}

export const noOutputs: Outputs = {
  verdict: '',
  changed: '',
  exceeded: '',
  report: '',
  markdown: '',
  'comment-id': '',
  matrix: '',
  'base-sha': '',
  'head-sha': '',
};

export function writeOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/** A step's summary over 1 MiB is dropped whole by the runner (FileCommandManager.cs); a line end is left for us. */
export const summaryLimit = 1024 * 1024 - 2;

/** Bytes that may still be written: a step that judges several pull requests has one summary. */
export function summaryRoom(): number {
  const file = summaryFile();
  return summaryLimit - (file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0));
}

/** Does nothing where the forge has no summaries, and where there is no room for this one. */
export async function writeSummary(markdown: string): Promise<void> {
  if (summaryFile() === undefined || Buffer.byteLength(markdown) > summaryRoom()) return;
  await summary.addRaw(markdown, true).write();
}

function summaryFile(): string | undefined {
  return process.env.GITHUB_STEP_SUMMARY || undefined;
}

/**
 * Where the report goes: `given` starts at the workspace, and must not leave it through a link in the checkout. Asked
 * before anything is judged, so that a place that cannot be is said at once.
 */
export function reportPath(given: string | undefined, folder: string, workspace: string): string {
  if (given === undefined) return join(folder, 'report.json');
  const refuse = (expected: string): never => fail('usage/input', { input: 'report-path', value: given, expected });
  const path = resolve(workspace, given);
  const parent = dirname(path);
  // Looked at before it is made: through a link, even an empty folder would be made outside.
  if (isInside(parent, workspace) && !isInside(realPath(parent), realPath(workspace))) {
    return refuse('a path without symbolic links');
  }
  try {
    mkdirSync(parent, { recursive: true });
  } catch {
    return refuse('a path whose folder is there or can be made');
  }
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? refuse('a file, not a folder') : path;
}

/** Of a path or, where it does not exist yet, of the nearest folder above it that does. */
function realPath(path: string): string {
  let there = path;
  while (lstatSync(there, { throwIfNoEntry: false }) === undefined && dirname(there) !== there) there = dirname(there);
  return existsSync(there) ? realpathSync(there) : there;
}

/** Replaces what is there, a symbolic link included, instead of writing through it. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    rmSync(fresh, { force: true });
    writeFileSync(fresh, content, { flag: 'wx' });
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    fail('write/failed', { path, reason: error instanceof Error ? error.message : String(error) });
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || resolve(way) === way);
}
