/**
 * A stand-in for GitHub's REST interface: comments of one repository, kept in memory. Every request and every reply is
 * held against `github-operations.ts`; what does not fit lands in `violations`, which a test expects to be empty.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { getOctokit } from '@actions/github';
import { Ajv } from 'ajv';
import { asGitea, giteaOperations } from './gitea-operations.ts';
import { type Happened, happeningJson, type RightOf, type Run, rightJson, runJson } from './github-happenings.ts';
import { type ObjectReply, objectReply, type ServedObjects } from './github-objects.ts';
import { type Operation, operations, refusals } from './github-operations.ts';
import { type Pull, pullJson, pullSummaryJson } from './github-pulls.ts';
import { simpleUser, when } from './github-users.ts';

/** The client's own types are generated from GitHub's description: a reply that lost a field does not compile. */
type Rest = ReturnType<typeof getOctokit>['rest'];
export type CommentJson = Awaited<ReturnType<Rest['issues']['createComment']>>['data'];
export type ComparisonJson = Awaited<ReturnType<Rest['repos']['compareCommitsWithBasehead']>>['data'];
type UserJson = ReturnType<typeof simpleUser>;
type PublicUserJson = Extract<Awaited<ReturnType<Rest['users']['getAuthenticated']>>['data'], UserJson>;
type CommitJson = ComparisonJson['base_commit'];

export interface Call {
  readonly operation: string;
  readonly path: string;
  readonly body: unknown;
}

export interface GitHub {
  readonly url: string;
  readonly comments: CommentJson[];
  /** Pull requests; a test adds them, and may change them while it runs. */
  readonly pulls: Pull[];
  /** Events of every pull request, oldest first. */
  readonly happened: Happened[];
  /** By login; somebody else is no collaborator. */
  readonly rights: Map<string, RightOf>;
  readonly runs: Run[];
  readonly calls: Call[];
  readonly violations: string[];
  /** Adds a comment by somebody. */
  plant(body: string, login: string): CommentJson;
  /** Operations that changed something. */
  writes(): readonly string[];
  close(): Promise<void>;
}

export interface GitHubOptions {
  readonly owner: string;
  readonly repo: string;
  readonly token: string;
  /** Path below the root: `/api/v3` on a server of one's own. */
  readonly prefix?: string;
  /** A login when the token is a person's; absent for an installation's, which may not ask for its user. */
  readonly person?: string;
  /** Name of the app whose installation the token is, `github-actions` if not given; `null`: there is no GraphQL. */
  readonly app?: string | null;
  /** Answer to `base...head`. */
  readonly mergeBase?: MergeBase | ((base: string, head: string) => MergeBase | undefined);
  /** Answers instead of the operation, by its id and how often it was asked before. */
  readonly fault?: (operation: string, times: number) => Fault | undefined;
  /** A repository whose commits, trees and blobs are served. */
  readonly objects?: ServedObjects;
  /** Another kind of forge, with the same paths below `/api/v1`. */
  readonly dialect?: 'gitea';
  /** A page holds at most this many whatever is asked, as Gitea does. */
  readonly pageSize?: number;
}

interface MergeBase {
  readonly mergeBase: string;
  readonly baseTip: string;
}

export interface Fault {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The operation is done, and only the answer is lost. */
  readonly after?: true;
}

interface Reply extends ObjectReply {
  readonly headers?: Readonly<Record<string, string>>;
}

const ajv = new Ajv({ strict: false, allErrors: true });

export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const state: State = {
    options,
    comments: [],
    pulls: [],
    happened: [],
    rights: new Map(),
    runs: [],
    calls: [],
    violations: [],
    url: '',
  };
  const server = createServer((request, response) => {
    void answer(state, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  state.url = `http://127.0.0.1:${address.port}${options.prefix ?? ''}`;
  return {
    url: state.url,
    comments: state.comments,
    pulls: state.pulls,
    happened: state.happened,
    rights: state.rights,
    runs: state.runs,
    calls: state.calls,
    violations: state.violations,
    plant: (body, login) => addComment(state, body, login),
    writes: () => state.calls.map(({ operation }) => operation).filter((id) => /create|update|delete/.test(id)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface State {
  readonly options: GitHubOptions;
  readonly comments: CommentJson[];
  readonly pulls: Pull[];
  readonly happened: Happened[];
  readonly rights: Map<string, RightOf>;
  readonly runs: Run[];
  readonly calls: Call[];
  readonly violations: string[];
  url: string;
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const reply = route(state, request, text === '' ? undefined : JSON.parse(text));
  const type = reply.raw === undefined ? 'application/json; charset=utf-8' : 'application/vnd.github.raw+json';
  response.writeHead(reply.status, { 'content-type': type, ...reply.headers });
  response.end(reply.raw ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body)));
}

function route(state: State, request: IncomingMessage, body: unknown): Reply {
  const { options, violations } = state;
  const url = new URL(request.url ?? '/', state.url);
  const path = url.pathname.slice((options.prefix ?? '').length);
  if (request.headers.authorization !== `token ${options.token}`)
    return refusal({ status: 401, message: 'Bad credentials' });
  if (request.headers['x-github-api-version'] !== '2022-11-28') violations.push(`${path}: no API version`);
  // GraphQL is outside the REST description: the one query used, answered as GitHub answers an installation.
  if (url.pathname.endsWith('/graphql')) return viewer(options, body);
  const gitea = options.dialect === 'gitea';
  const found = match(gitea ? giteaOperations : operations, request.method ?? '', path);
  if (found === undefined) {
    violations.push(`no operation ${request.method} ${path}`);
    return refusal({ status: 404, message: 'Not Found' });
  }
  const { operation, parameters } = found;
  checkRequest(violations, operation, parameters, url, body);
  const times = state.calls.filter((call) => call.operation === operation.id).length;
  state.calls.push({ operation: operation.id, path: `${path}${url.search}`, body });
  const fault = options.fault?.(operation.id, times);
  const { accept = '' } = request.headers;
  const object = options.objects && objectReply(options.objects, operation.id, parameters, url.searchParams, accept);
  const done =
    fault === undefined || fault.after ? (object ?? handle(state, operation, parameters, url, body)) : undefined;
  const plain = fault === undefined && done !== undefined ? done : refusal(fault ?? unexpected);
  const reply = gitea && plain.status < 300 ? { ...plain, body: translate(state, operation, plain) } : plain;
  checkReply(violations, operation, reply);
  return reply;
}

const unexpected = { status: 500, message: 'Server Error' };

type Parameters = ReadonlyMap<string, string>;

function match(
  table: readonly Operation[],
  method: string,
  path: string,
): { operation: Operation; parameters: Parameters } | undefined {
  for (const operation of table) {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`);
    const values = pattern.exec(path);
    if (operation.method !== method || values === null) continue;
    return { operation, parameters: new Map(names.map((name, i) => [name, decodeURIComponent(values[i + 1] ?? '')])) };
  }
  return undefined;
}

function checkRequest(violations: string[], operation: Operation, parameters: Parameters, url: URL, body: unknown) {
  const integers = { ...operation.path_parameters, ...operation.query };
  for (const [name, value] of [...parameters, ...url.searchParams]) {
    const type = integers[name];
    if (type === undefined) violations.push(`${operation.id}: unknown parameter ${name}`);
    if (type === 'integer' && !/^\d+$/.test(value)) violations.push(`${operation.id}: ${name} is ${value}`);
  }
  if (operation.body === undefined && body !== undefined) violations.push(`${operation.id}: takes no body`);
  if (operation.body !== undefined && !ajv.validate(operation.body, body)) {
    violations.push(`${operation.id}: body ${ajv.errorsText()}`);
  }
}

function checkReply(violations: string[], operation: Operation, { status, body, raw }: Reply) {
  const schema = operation.replies[status];
  if (raw !== undefined) return;
  if (schema === undefined && !refusals.has(status))
    violations.push(`${operation.id}: ${status} is not an answer of it`);
  if (schema && !ajv.validate(schema, body)) violations.push(`${operation.id} ${status}: ${ajv.errorsText()}`);
}

function handle(state: State, operation: Operation, parameters: Parameters, url: URL, body: unknown): Reply {
  const { options, comments } = state;
  const own = options.person ?? 'github-actions[bot]';
  const id = Number(parameters.get('comment_id'));
  const at = comments.findIndex((comment) => comment.id === id);
  const comment = comments[at];
  const missing = refusal({ status: 404, message: 'Not Found' });
  switch (operation.id) {
    case 'users/get-authenticated':
      return options.person === undefined
        ? refusal({ status: 403, message: 'Resource not accessible by integration' })
        : { status: 200, body: publicUser(options.person) };
    case 'issues/list-comments':
      return options.dialect === 'gitea'
        ? { status: 200, body: comments }
        : page(state, url, commentsOn(state, parameters.get('issue_number')));
    case 'pulls/list':
      return page(state, url, listedPulls(state, url));
    case 'pulls/get':
      return onePull(state, Number(parameters.get('pull_number')), url) ?? missing;
    case 'issues/list-events':
      return page(
        state,
        url,
        state.happened.map((one, i) => happeningJson(rootOf(state), one, i)),
      );
    case 'repos/get-collaborator-permission-level':
      return rightOf(state, parameters.get('username') ?? '') ?? missing;
    case 'actions/list-workflow-runs-for-repo':
      return listRuns(state, url);
    case 'issues/create-comment':
      return { status: 201, body: addComment(state, bodyText(body), own, parameters.get('issue_number')) };
    case 'issues/update-comment':
      if (comment === undefined) return missing;
      comments[at] = { ...comment, body: bodyText(body) };
      return { status: 200, body: comments[at] };
    case 'issues/delete-comment':
      if (comment === undefined) return missing;
      comments.splice(at, 1);
      return { status: 204 };
    case 'repos/compare-commits-with-basehead':
      return compare(options, parameters.get('basehead') ?? '') ?? missing;
    default:
      return missing;
  }
}

function compare({ mergeBase }: GitHubOptions, basehead: string): Reply | undefined {
  const [base = '', head = ''] = basehead.split('...');
  const found = typeof mergeBase === 'function' ? mergeBase(base, head) : mergeBase;
  return found === undefined ? undefined : { status: 200, body: comparison(found.mergeBase, found.baseTip) };
}

function translate({ options: { mergeBase } }: State, { id }: Operation, { body }: Reply): unknown {
  const between = (head: string) =>
    (typeof mergeBase === 'function' ? mergeBase('main', head) : mergeBase)?.mergeBase ?? '';
  return asGitea(id, body, between);
}

function page({ options, url: base }: State, url: URL, all: readonly unknown[]): Reply {
  const gitea = options.dialect === 'gitea';
  const asked = Number(url.searchParams.get(gitea ? 'limit' : 'per_page') ?? 30);
  const size = Math.min(asked, gitea ? 50 : 100, options.pageSize ?? 100);
  const number = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url, base);
  next.searchParams.set('page', String(number + 1));
  const more = number * size < all.length;
  return {
    status: 200,
    body: all.slice((number - 1) * size, number * size),
    ...(more && { headers: { link: `<${next}>; rel="next"` } }),
  };
}

function listedPulls(state: State, url: URL): readonly unknown[] {
  const [owner, ref] = (url.searchParams.get('head') ?? '').split(':');
  const open = (url.searchParams.get('state') ?? 'open') === 'open';
  const every = state.options.dialect === 'gitea';
  const found = state.pulls.filter(
    ({ head, state: now = 'open' }) =>
      (!open || now === 'open') && (every || (head.ref === ref && head.repo?.fullName.split('/')[0] === owner)),
  );
  return found.map((pull) => pullSummaryJson(rootOf(state), pull));
}

function onePull(state: State, number: number, url: URL): Reply | undefined {
  const pull = state.pulls.find((one) => one.number === number);
  const before = state.calls.filter(({ path }) => path.endsWith(`/pulls/${number}${url.search}`)).length - 1;
  return pull === undefined ? undefined : { status: 200, body: pullJson(rootOf(state), pull, before) };
}

function rightOf({ rights }: State, login: string): Reply | undefined {
  const right = rights.get(login);
  return right === undefined ? undefined : { status: 200, body: rightJson(login, right) };
}

function listRuns(state: State, url: URL): Reply {
  const asked = (name: string, value: string) => (url.searchParams.get(name) ?? value) === value;
  const found = state.runs
    .map((run, i) => runJson(rootOf(state), run, i))
    .filter((run) => asked('event', run.event) && asked('head_sha', run.head_sha));
  const { body, ...reply } = page(state, url, found);
  return { ...reply, body: { total_count: found.length, workflow_runs: body } };
}

function rootOf({ url, options: { owner, repo } }: State): string {
  return `${url}/repos/${owner}/${repo}`;
}

function viewer(options: GitHubOptions, body: unknown): Reply {
  if (options.app === null) return refusal({ status: 404, message: 'Not Found' });
  const query = typeof body === 'object' && body !== null && 'query' in body ? String(body.query) : '';
  if (!/^query \{ viewer \{ login \} \}$/.test(query)) return refusal({ status: 400, message: 'unexpected query' });
  return { status: 200, body: { data: { viewer: { login: options.person ?? options.app ?? 'github-actions' } } } };
}

function bodyText(body: unknown): string {
  return typeof body === 'object' && body !== null && 'body' in body && typeof body.body === 'string' ? body.body : '';
}

function refusal({ status, message, headers }: Fault): Reply {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
  return { status, body, ...(headers !== undefined && { headers }) };
}

function commentsOn({ comments }: State, issue = ''): readonly CommentJson[] {
  return comments.filter(({ issue_url }) => issue_url.endsWith(`/issues/${issue}`));
}

function addComment(state: State, body: string, login: string, issue = '7'): CommentJson {
  const id = 1001 + Math.max(-1, ...state.comments.map((comment) => comment.id - 1001)) + 1;
  const comment = commentJson(rootOf(state), id, body, login, issue);
  state.comments.push(comment);
  return comment;
}

export function commentJson(root: string, id: number, body: string, login: string, issue = '7'): CommentJson {
  return {
    id,
    node_id: `IC_${id}`,
    url: `${root}/issues/comments/${id}`,
    html_url: `https://example.com/o/r/pull/${issue}#issuecomment-${id}`,
    issue_url: `${root}/issues/${issue}`,
    body,
    user: simpleUser(login),
    created_at: when,
    updated_at: when,
    author_association: 'NONE',
  };
}

export function publicUser(login: string): PublicUserJson {
  return {
    ...simpleUser(login),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: when,
    updated_at: when,
  };
}

function commitJson(sha: string): CommitJson {
  const url = `https://api.example.com/repos/o/r/commits/${sha}`;
  const person = { name: 'A Person', email: 'person@example.com', date: when };
  return {
    url,
    sha,
    node_id: `C_${sha}`,
    html_url: url,
    comments_url: `${url}/comments`,
    commit: { url, author: person, committer: person, message: 'change', comment_count: 0, tree: { sha, url } },
    author: null,
    committer: null,
    parents: [],
  };
}

export function comparison(mergeBase: string, baseTip: string): ComparisonJson {
  const url = 'https://api.example.com/repos/o/r/compare';
  return {
    url,
    html_url: url,
    permalink_url: url,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
    base_commit: commitJson(baseTip),
    merge_base_commit: commitJson(mergeBase),
    status: 'diverged',
    ahead_by: 1,
    behind_by: 1,
    total_commits: 1,
    commits: [],
  };
}
