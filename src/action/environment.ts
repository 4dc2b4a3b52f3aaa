/** What the runner says, read once. Nothing else in this folder looks at the process. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fail } from '../problem.ts';
import type { RunStamp } from '../report/marker.ts';
import type { Json } from './json.ts';

export interface Environment {
  /** Without trailing slashes; Gitea gives one. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly owner: string;
  readonly repository: string;
  readonly event: string;
  readonly payload: Json;
  readonly sha: string;
  /** `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  readonly workspace: string | undefined;
  readonly temp: string;
  /** This run and its attempt; absent where the forge does not count. */
  readonly run?: RunStamp;
}

type Variables = Readonly<Record<string, string | undefined>>;

export function readEnvironment(variables: Variables): Environment {
  const [owner = '', repository = ''] = (variables.GITHUB_REPOSITORY ?? '').split('/');
  return {
    serverUrl: trimUrl('GITHUB_SERVER_URL', variables.GITHUB_SERVER_URL ?? 'https://github.com'),
    apiUrl: trimUrl('GITHUB_API_URL', variables.GITHUB_API_URL ?? 'https://api.github.com'),
    owner,
    repository,
    event: variables.GITHUB_EVENT_NAME ?? '',
    payload: readPayload(variables.GITHUB_EVENT_PATH),
    sha: variables.GITHUB_SHA ?? '',
    ref: variables.GITHUB_REF ?? '',
    workspace: variables.GITHUB_WORKSPACE || undefined,
    temp: variables.RUNNER_TEMP || tmpdir(),
    ...runOf(variables.GITHUB_RUN_ID ?? '', variables.GITHUB_RUN_ATTEMPT ?? '1'),
  };
}

function runOf(id: string, attempt: string): Pick<Environment, 'run'> {
  return /^\d{1,15}$/.test(id) && /^\d{1,6}$/.test(attempt)
    ? { run: { id: Number(id), attempt: Number(attempt) } }
    : {};
}

function trimUrl(name: string, value: string): string {
  const trimmed = value.replace(/\/+$/, '');
  if (!/^https?:$/.test(URL.canParse(trimmed) ? new URL(trimmed).protocol : '')) {
    fail('usage/input', { input: name, value, expected: 'an http or https address' });
  }
  return trimmed;
}

function readPayload(path: string | undefined): Json {
  if (path === undefined || path === '') return null;
  try {
    const payload: Json = JSON.parse(readFileSync(path, 'utf8'));
    return payload;
  } catch {
    return fail('usage/input', { input: 'GITHUB_EVENT_PATH', value: path, expected: 'a readable file of JSON' });
  }
}
