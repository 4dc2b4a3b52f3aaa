/**
 * The forge's REST interface, as little of it as we need. Whatever goes wrong is thrown as octokit's RequestError
 * (`status`, `response`); `patiently` waits where a forge asks to be asked again.
 */
import { getOctokit } from '@actions/github';
import { objectId } from '../host/objects.ts';
import { version } from '../version.ts';
import type { Environment } from './environment.ts';
import { type HeadRepository, repositoryAt } from './event.ts';
import { asJson, field, type Json, numberAt, textAt } from './json.ts';

export interface Comment {
  readonly id: number;
  readonly body: string;
  /** `null` when the account is gone. */
  readonly author: Author | null;
}

export interface Author {
  readonly login: string;
  /** `User`, `Bot` …; not every forge says it. */
  readonly type?: string;
}

export interface MergeBase {
  readonly mergeBase: string;
  /** Tip of the base at the time of asking. */
  readonly baseTip: string;
}

/** A pull request as the forge has it now, which may be later than the event. */
export interface PullState {
  readonly number: number;
  readonly open: boolean;
  readonly headSha: string;
  readonly headRef: string;
  /** Absent when it was deleted. */
  readonly headRepository?: HeadRepository;
  readonly baseRef: string;
  readonly baseSha: string;
  /** `null` while the forge still tries to merge it; lists do not say it. */
  readonly mergeable: boolean | null;
  /** The test merge, of whatever age; after the merge what it was merged as. */
  readonly mergeSha?: string;
  /** Gitea says it; GitHub does not. */
  readonly mergeBase?: string;
  /** Names. */
  readonly labels: readonly string[];
  readonly createdAt?: string;
}

/** Something that happened to a pull request. */
export interface Happening {
  readonly id: number;
  /** `labeled`, `head_ref_force_pushed` … */
  readonly what: string;
  /** ISO 8601, by the forge's clock. */
  readonly at: string;
  /** Absent when the account is gone. */
  readonly actor?: { readonly login: string; readonly id: number | undefined };
  /** Name of the label it is about. */
  readonly label?: string;
}

export interface Right {
  /** `admin`, `write`, `read` or `none`. */
  readonly permission: string;
  readonly userId: number | undefined;
}

/** A run of any workflow. */
export interface RunState {
  readonly event: string;
  readonly headSha: string;
  readonly headBranch?: string;
  /** `owner/name` */
  readonly headRepository?: string;
  /** ISO 8601, by the forge's clock. */
  readonly createdAt: string;
}

export interface Forge {
  /** `undefined` when the answer names no head and base. */
  pullRequest(number: number): Promise<PullState | undefined>;
  /** Open pull requests from a branch; a forge may answer with others too. */
  pullRequestsFrom(owner: string, branch: string): Promise<readonly PullState[]>;
  /** Where the head left the base, without any history here; `undefined` when the forge does not say. */
  mergeBase(base: string, head: string): Promise<MergeBase | undefined>;
  /** All comments, oldest first. */
  comments(pullRequest: number): Promise<readonly Comment[]>;
  createComment(pullRequest: number, body: string): Promise<Comment>;
  updateComment(id: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  /** All of a pull request's events, or an error: without the last ones the others may mislead. */
  happenings(pullRequest: number): Promise<readonly Happening[]>;
  /** What a user may do in this repository. */
  permission(login: string): Promise<Right>;
  /** Runs started by pull requests whose head was this commit. */
  runsFor(headSha: string): Promise<readonly RunState[]>;
  /** Whom our comments are by: a test on their author. */
  isOurs(): Promise<(author: Author) => boolean>;
}

type Octokit = ReturnType<typeof getOctokit>;

/** 100 entries a page; a list with more pages than this is not one we can search in bounded time. */
const maxPages = 300;

/** Gitea and its kin count by `limit`, and give at most 50 unless told otherwise; others by `per_page`, at most 100. */
function pageSize(apiUrl: string): { readonly limit: number } | { readonly per_page: number } {
  return apiUrl.endsWith('/api/v1') ? { limit: 50 } : { per_page: 100 };
}

/** All pages of a list. A forge may give fewer than asked: only the Link header says which page is the last. */
async function everyPage<T>(
  ask: (page: number) => Promise<{ readonly data: readonly T[]; readonly headers: { readonly link?: string } }>,
  need: 'whole' | 'some' = 'some',
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const { data, headers } = await patiently(() => ask(page));
    found.push(...data);
    if (!(headers.link ?? '').includes('rel="next"')) return found;
  }
  if (need === 'whole') throw new Error(`there are more than ${found.length}`);
  return found;
}

export function openForge(environment: Environment, token: string): Forge {
  if (token === '') return withoutToken;
  const { owner, repository: repo, apiUrl } = environment;
  const octokit = openOctokit(environment, token);
  const { actions, issues, pulls, repos } = octokit.rest;
  const size = pageSize(apiUrl);
  return {
    pullRequest: async (number) =>
      pullState((await patiently(() => pulls.get({ owner, repo, pull_number: number }))).data),
    pullRequestsFrom: async (headOwner, branch) => {
      const ask = { owner, repo, state: 'open', head: `${headOwner}:${branch}`, ...size } as const;
      const found = await everyPage((page) => pulls.list({ ...ask, page }));
      return found.flatMap((one) => pullState(one) ?? []);
    },
    mergeBase: async (base, head) => {
      const basehead = `${base}...${head}`;
      const { data } = await patiently(() =>
        repos.compareCommitsWithBasehead({ owner, repo, basehead, ...('limit' in size ? {} : { per_page: 1 }) }),
      );
      const found: Partial<typeof data> = data;
      const mergeBase = found.merge_base_commit?.sha ?? '';
      const baseTip = found.base_commit?.sha ?? '';
      return objectId.test(mergeBase) && objectId.test(baseTip) ? { mergeBase, baseTip } : undefined;
    },
    comments: async (pullRequest) => {
      const ask = { owner, repo, issue_number: pullRequest, ...size };
      const found = await everyPage((page) => issues.listComments({ ...ask, page }));
      return found.map(({ id, body, user }) => ({ id, body: body ?? '', author: user }));
    },
    createComment: async (pullRequest, body) => {
      const ask = { owner, repo, issue_number: pullRequest, body };
      const { data } = await patiently(() => issues.createComment(ask), 'once');
      return { id: data.id, body: data.body ?? body, author: data.user };
    },
    updateComment: async (id, body) => {
      await patiently(() => issues.updateComment({ owner, repo, comment_id: id, body }));
    },
    deleteComment: async (id) => {
      await patiently(() => issues.deleteComment({ owner, repo, comment_id: id }));
    },
    happenings: async (pullRequest) => {
      const ask = { owner, repo, issue_number: pullRequest, ...size };
      const found = await everyPage((page) => issues.listEvents({ ...ask, page }), 'whole');
      return found.map(happening);
    },
    permission: async (username) => {
      const ask = { owner, repo, username };
      const json = asJson((await patiently(() => repos.getCollaboratorPermissionLevel(ask))).data);
      return { permission: textAt(json, 'permission') ?? '', userId: numberAt(json, 'user', 'id') };
    },
    runsFor: async (headSha) => {
      const ask = { owner, repo, head_sha: headSha, event: 'pull_request', ...size };
      const found = await everyPage(async (page) => {
        const { data, headers } = await actions.listWorkflowRunsForRepo({ ...ask, page });
        return { data: data.workflow_runs, headers };
      });
      return found.map(runState);
    },
    isOurs: () => findViewer(octokit),
  };
}

/** Read as JSON somebody else wrote: forges differ in what they leave out. */
function pullState(data: unknown): PullState | undefined {
  const json = asJson(data);
  const number = numberAt(json, 'number');
  const headSha = textAt(json, 'head', 'sha') ?? '';
  const baseSha = textAt(json, 'base', 'sha') ?? '';
  const baseRef = textAt(json, 'base', 'ref');
  if (number === undefined || baseRef === undefined || !objectId.test(headSha) || !objectId.test(baseSha)) {
    return undefined;
  }
  const headRepository = repositoryAt(field(json, 'head', 'repo'));
  const mergeable = field(json, 'mergeable');
  const mergeSha = textAt(json, 'merge_commit_sha') ?? '';
  const mergeBase = textAt(json, 'merge_base') ?? '';
  const createdAt = textAt(json, 'created_at');
  return {
    number,
    open: textAt(json, 'state') === 'open',
    headSha,
    headRef: textAt(json, 'head', 'ref') ?? headSha,
    ...(headRepository !== undefined && { headRepository }),
    baseRef,
    baseSha,
    mergeable: typeof mergeable === 'boolean' ? mergeable : null,
    ...(objectId.test(mergeSha) && { mergeSha }),
    ...(objectId.test(mergeBase) && { mergeBase }),
    labels: labelsOf(json),
    ...(createdAt !== undefined && { createdAt }),
  };
}

function happening(data: unknown): Happening {
  const json = asJson(data);
  const login = textAt(json, 'actor', 'login');
  const label = textAt(json, 'label', 'name');
  return {
    id: numberAt(json, 'id') ?? 0,
    what: textAt(json, 'event') ?? '',
    at: textAt(json, 'created_at') ?? '',
    ...(login !== undefined && { actor: { login, id: numberAt(json, 'actor', 'id') } }),
    ...(label !== undefined && { label }),
  };
}

function runState(data: unknown): RunState {
  const json = asJson(data);
  const headBranch = textAt(json, 'head_branch');
  const headRepository = textAt(json, 'head_repository', 'full_name');
  return {
    event: textAt(json, 'event') ?? '',
    headSha: textAt(json, 'head_sha') ?? '',
    ...(headBranch !== undefined && { headBranch }),
    ...(headRepository !== undefined && { headRepository }),
    createdAt: textAt(json, 'created_at') ?? '',
  };
}

function labelsOf(json: Json): readonly string[] {
  const labels = field(json, 'labels');
  return Array.isArray(labels) ? labels.flatMap((one) => textAt(one, 'name') ?? []) : [];
}

export function openOctokit({ apiUrl }: Environment, token: string): Octokit {
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: `flopgate/${version}`, log: silent });
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = '2022-11-28';
  });
  return octokit;
}

/** An empty token is a choice: the clone may hold all that is needed. */
const withoutToken: Forge = {
  pullRequest: async () => undefined,
  pullRequestsFrom: refuse,
  mergeBase: async () => undefined,
  comments: refuse,
  createComment: refuse,
  updateComment: refuse,
  deleteComment: refuse,
  happenings: refuse,
  permission: refuse,
  runsFor: refuse,
  isOurs: refuse,
};

async function refuse(): Promise<never> {
  throw new Error('the input `github-token` is empty');
}

/**
 * A personal token may ask for its user. An installation's token (GITHUB_TOKEN is one) may not; GraphQL tells it the
 * app's name, without the `[bot]` of its comments' author. A forge with neither leaves the name GitHub's own token has.
 */
async function findViewer(octokit: Octokit): Promise<(author: Author) => boolean> {
  try {
    const { data } = await patiently(() => octokit.rest.users.getAuthenticated());
    return ({ login }) => login === data.login;
  } catch {
    const login = await appLogin(octokit);
    // A person may be called like an app, but not with its brackets: the type tells them apart where it is given.
    return (author) => author.login === `${login}[bot]` && (author.type ?? 'Bot') === 'Bot';
  }
}

async function appLogin(octokit: Octokit): Promise<string> {
  try {
    const found = await octokit.graphql<{ viewer?: { login?: unknown } }>('query { viewer { login } }');
    const login = found.viewer?.login;
    return typeof login === 'string' && login !== '' ? login.replace(/\[bot\]$/, '') : 'github-actions';
  } catch {
    return 'github-actions';
  }
}

/** What octokit throws, as far as we look at it. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  const response = 'response' in error ? error.response : undefined;
  const has = typeof response === 'object' && response !== null && 'headers' in response;
  const headers = has && typeof response.headers === 'object' ? { ...response.headers } : {};
  return { status: error.status, message: error.message, headers };
}

/** First line of what went wrong, for a message. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** Three more tries, and five minutes of waiting in a whole run: a job waits at somebody's expense. */
const tries = 4;
const mostWaiting = 300;

/** Where the waiting of a run is counted. */
export interface Patience {
  /** Seconds. */
  left: number;
  readonly sleep: (seconds: number) => Promise<void>;
}

const patience: Patience = {
  left: mostWaiting,
  sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
};

/**
 * Asks again after a server's fault or a limit, when GitHub says it may be done. `once` is for what must not happen
 * twice: it is repeated only where the forge refused it before doing anything.
 */
export async function patiently<T>(
  ask: () => Promise<T>,
  repeat: 'once' | 'often' = 'often',
  budget: Patience = patience,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const seconds = waitFor(refusalOf(error), attempt, repeat, Date.now() / 1000);
      if (seconds === undefined || attempt === tries || seconds > budget.left) throw error;
      budget.left -= seconds;
      await budget.sleep(seconds);
    }
  }
}

/**
 * Seconds before another try; `undefined` when none would help. As GitHub asks ("Rate limits for the REST API"): what
 * `retry-after` says, else until `x-ratelimit-reset` where nothing remains, else a minute, then two, then four.
 */
export function waitFor(
  refusal: Refusal | undefined,
  attempt: number,
  repeat: 'once' | 'often',
  /** Seconds since 1970. */
  now: number,
): number | undefined {
  if (refusal === undefined) return undefined;
  const { status, headers, message } = refusal;
  const asked = secondsIn(headers['retry-after']);
  const isSpent = secondsIn(headers['x-ratelimit-remaining']) === 0;
  const reset = isSpent ? secondsIn(headers['x-ratelimit-reset']) : undefined;
  const isLimited =
    status === 429 || (status === 403 && (asked !== undefined || isSpent || /rate limit/i.test(message)));
  if (!isLimited && (status < 500 || repeat === 'once')) return undefined;
  const doubling = 2 ** (attempt - 1);
  if (!isLimited) return asked ?? doubling;
  return asked ?? (reset === undefined ? 60 * doubling : Math.max(1, Math.ceil(reset - now) + 1));
}

function secondsIn(header: unknown): number | undefined {
  return /^\d{1,12}$/.test(String(header ?? '')) ? Number(header) : undefined;
}

/** Octokit logs to the console, where the runner reads commands. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
