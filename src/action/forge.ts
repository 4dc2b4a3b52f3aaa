/**
 * The forge's REST interface, as little of it as we need. Whatever goes wrong is thrown as octokit's RequestError
 * (`status`, `response`); `patiently` waits where a forge asks to be asked again.
 */
import { getOctokit } from '@actions/github';
import { objectId } from '../host/objects.ts';
import { version } from '../version.ts';
import type { Environment } from './environment.ts';

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

export interface Forge {
  /** Where the head left the base, without any history here; `undefined` when the forge does not say. */
  mergeBase(base: string, head: string): Promise<MergeBase | undefined>;
  /** All comments, oldest first. */
  comments(pullRequest: number): Promise<readonly Comment[]>;
  createComment(pullRequest: number, body: string): Promise<number>;
  updateComment(id: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  /** Whom our comments are by: a test on their author. */
  isOurs(): Promise<(author: Author) => boolean>;
}

type Octokit = ReturnType<typeof getOctokit>;

/** 100 comments a page; a pull request with more pages than this is not one we can search in bounded time. */
const maxPages = 300;

export function openForge(environment: Environment, token: string): Forge {
  if (token === '') return withoutToken;
  const { owner, repository: repo, apiUrl } = environment;
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: `flopgate/${version}`, log: silent });
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = '2022-11-28';
  });
  const { issues, repos } = octokit.rest;
  return {
    mergeBase: async (base, head) => {
      const basehead = `${base}...${head}`;
      const { data } = await patiently(() => repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 }));
      const found: Partial<typeof data> = data;
      const mergeBase = found.merge_base_commit?.sha ?? '';
      const baseTip = found.base_commit?.sha ?? '';
      return objectId.test(mergeBase) && objectId.test(baseTip) ? { mergeBase, baseTip } : undefined;
    },
    comments: async (pullRequest) => {
      const found: Comment[] = [];
      for (let page = 1; page <= maxPages; page++) {
        const ask = { owner, repo, issue_number: pullRequest, per_page: 100, page };
        const { data, headers } = await patiently(() => issues.listComments(ask));
        for (const { id, body, user } of data) found.push({ id, body: body ?? '', author: user });
        // Gitea counts pages by `limit` and may give fewer than asked: only the Link header says which is the last.
        if (!(headers.link ?? '').includes('rel="next"')) break;
      }
      return found;
    },
    createComment: async (pullRequest, body) =>
      (await patiently(() => issues.createComment({ owner, repo, issue_number: pullRequest, body }), 'once')).data.id,
    updateComment: async (id, body) => {
      await patiently(() => issues.updateComment({ owner, repo, comment_id: id, body }));
    },
    deleteComment: async (id) => {
      await patiently(() => issues.deleteComment({ owner, repo, comment_id: id }));
    },
    isOurs: () => findViewer(octokit),
  };
}

/** An empty token is a choice: the clone may hold all that is needed. */
const withoutToken: Forge = {
  mergeBase: async () => undefined,
  comments: refuse,
  createComment: refuse,
  updateComment: refuse,
  deleteComment: refuse,
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

/** Three more tries, and never more than a minute for one: a job waits at somebody's expense. */
const tries = 4;
const longestWait = 60;

/**
 * Asks again after a server's fault or a secondary limit, when GitHub says it may be done. `once` is for what must not
 * happen twice: it is repeated only where the forge refused it before doing anything.
 */
export async function patiently<T>(ask: () => Promise<T>, repeat: 'once' | 'often' = 'often'): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const seconds = waitFor(refusalOf(error), attempt, repeat);
      if (seconds === undefined || attempt === tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}

/** Seconds before another try; `undefined` when none would help. */
export function waitFor(refusal: Refusal | undefined, attempt: number, repeat: 'once' | 'often'): number | undefined {
  if (refusal === undefined) return undefined;
  const { status, headers, message } = refusal;
  const asked = Number(headers['retry-after'] ?? Number.NaN);
  const limited = status === 429 || (status === 403 && (Number.isFinite(asked) || /rate limit/i.test(message)));
  if (!limited && (status < 500 || repeat === 'once')) return undefined;
  const seconds = Number.isFinite(asked) ? asked : limited ? longestWait : 2 ** (attempt - 1);
  return seconds <= longestWait ? seconds : undefined;
}

/** Octokit logs to the console, where the runner reads commands. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
