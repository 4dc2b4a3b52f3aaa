/**
 * The forge's REST interface, as little of it as we need. Whatever goes wrong is thrown as octokit's RequestError
 * (`status`, `response`), after the patience of `patience.ts`.
 */
import { getOctokit } from '@actions/github';
import { objectId } from '../host/objects.ts';
import { version } from '../version.ts';
import { type Happening, happening, type PullState, pullState, type RunState, runState } from './answers.ts';
import type { Environment } from './environment.ts';
import { asJson, numberAt, textAt } from './json.ts';
import { patiently } from './patience.ts';

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

export interface Right {
  /** `admin`, `write`, `read` or `none`. */
  readonly permission: string;
  readonly userId: number | undefined;
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

/** Octokit logs to the console, where the runner reads commands. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
