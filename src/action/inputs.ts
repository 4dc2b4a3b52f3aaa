/** The inputs of `action.yml`, parsed once: a value that is not one of ours stops the run. */
import { getInput, getMultilineInput } from '@actions/core';
import { readShare, type Share } from '../host/share.ts';
import { fail } from '../problem.ts';

export type CommentPolicy = 'always' | 'on-change' | 'on-failure' | 'never';
export type FailOn = 'error' | 'warn' | 'never';

export interface Inputs {
  readonly token: string;
  readonly config: string;
  readonly models: readonly string[];
  readonly base?: string;
  readonly head?: string;
  /** Folders to compare instead of commits; they start at the workspace. */
  readonly folders?: { readonly base: string; readonly head: string };
  readonly comment: CommentPolicy;
  readonly commentKey: string;
  readonly failOn: FailOn;
  readonly jobSummary: boolean;
  readonly reportPath?: string;
  /** Folder of results; starts at the workspace. */
  readonly cache?: string;
  /** Plan at most so many parts, and do nothing else. */
  readonly plan?: number;
  /** Measure this part, and do nothing else. */
  readonly part?: Share;
  /** Files that the parts left. */
  readonly parts: readonly string[];
}

export function readInputs(): Inputs {
  const reportPath = getInput('report-path');
  const cache = getInput('cache');
  return {
    token: getInput('github-token'),
    config: repositoryPath('config', getInput('config') || '.github/flopgate.yml'),
    models: getMultilineInput('models').filter((line) => line !== ''),
    ...revisionsOrFolders(getInput('base'), getInput('head')),
    comment: oneOf('comment', ['on-change', 'always', 'on-failure', 'never']),
    commentKey: shortKey(getInput('comment-key')),
    failOn: oneOf('fail-on', ['error', 'warn', 'never']),
    jobSummary: oneOf('job-summary', ['true', 'false']) === 'true',
    ...(reportPath !== '' && { reportPath }),
    ...(cache !== '' && { cache }),
    ...matrixStep(),
  };
}

/** No branch and no tag ends in `/` (git-check-ref-format(1)), so what does is a folder. */
function revisionsOrFolders(base: string, head: string): Pick<Inputs, 'base' | 'head' | 'folders'> {
  const [one, other] = [base.endsWith('/'), head.endsWith('/')];
  if (one && other) return { folders: { base, head } };
  if (one || other) {
    const [input, value] = one ? ['head', head] : ['base', base];
    fail('usage/input', { input, value, expected: 'a folder with `/` at its end too, for the other one is' });
  }
  return { ...(base !== '' && { base }), ...(head !== '' && { head }) };
}

/** A step is one of three of a matrix, or none of them. */
function matrixStep(): Pick<Inputs, 'plan' | 'part' | 'parts'> {
  const [plan, part] = [getInput('plan'), getInput('part')];
  const parts = getMultilineInput('parts').filter((line) => line !== '');
  const given = [plan !== '' && 'plan', part !== '' && 'part', parts.length > 0 && 'parts'].filter((name) => name);
  if (given.length > 1) {
    fail('usage/input', { input: String(given[1]), value: 'set', expected: `empty where \`${given[0]}\` is set` });
  }
  if (given.length > 0 && getInput('base').endsWith('/')) {
    fail('usage/input', { input: String(given[0]), value: 'set', expected: 'empty where folders are compared' });
  }
  const most = /^\d{1,3}$/.test(plan) ? Number(plan) : 0;
  if (plan !== '' && (most < 1 || most > 256)) {
    fail('usage/input', { input: 'plan', value: plan, expected: 'a number of jobs from 1 to 256' });
  }
  const share = readShare(part);
  if (part !== '' && share === undefined) {
    fail('usage/input', { input: 'part', value: part, expected: 'a part as the plan names it, such as 2/5' });
  }
  return { ...(plan !== '' && { plan: most }), ...(share !== undefined && { part: share }), parts };
}

/** The first one is the default. */
function oneOf<const T extends string>(input: string, values: readonly [T, ...T[]]): T {
  const given = getInput(input);
  if (given === '') return values[0];
  const value = values.find((v) => v === given);
  return value ?? fail('usage/input', { input, value: given, expected: `one of ${values.join(', ')}` });
}

/** A path as git's trees have it. */
function repositoryPath(input: string, given: string): string {
  const path = given.replace(/^(?:\.\/)+/, '');
  if (path.startsWith('/') || path.includes('\\') || path.split('/').some((s) => s === '..' || s === '')) {
    fail('usage/input', { input, value: given, expected: 'a path inside the repository, from its root, with `/`' });
  }
  return path;
}

function shortKey(key: string): string {
  if (key.length > 100) {
    fail('usage/input', { input: 'comment-key', value: `${key.slice(0, 20)}…`, expected: 'at most 100 characters' });
  }
  return key;
}
