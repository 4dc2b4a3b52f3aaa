/**
 * The same operations as Gitea and Forgejo have them, as far as they differ from GitHub's: what they do not know of a
 * request they ignore, and of a reply they leave out.
 *
 * Facts from go-gitea/gitea (MIT): routers/api/v1/repo/{compare,pull,issue_comment}.go, routers/api/v1/utils/page.go,
 * modules/structs/{pull,issue_comment,user}.go. Pages are counted by `limit`, comments are not paged at all, pull
 * requests are not filtered by their head, a comparison names no merge base, and accounts have no type.
 */
import { type Operation, operations, type Schema } from './github-operations.ts';

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };

function object(required: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties: required, required: Object.keys(required), additionalProperties: false };
}

const user = object({ id: whole, login: text, full_name: text });
const comment = object({
  id: whole,
  html_url: text,
  pull_request_url: text,
  issue_url: text,
  user,
  body: text,
  created_at: text,
  updated_at: text,
});
const repository = object({ id: whole, full_name: text });
const side = object({
  label: text,
  ref: text,
  sha: text,
  repo_id: whole,
  repo: { anyOf: [repository, { type: 'null' }] },
});
const pull = object({
  id: whole,
  number: whole,
  user,
  title: text,
  state: text,
  labels: { type: 'array' },
  mergeable: { type: 'boolean' },
  merged: { type: 'boolean' },
  merge_commit_sha: { type: ['string', 'null'] },
  merge_base: text,
  base: side,
  head: side,
  created_at: text,
});
const comparison = object({ total_commits: whole, commits: { type: 'array' } });

interface Difference {
  readonly query?: Operation['query'];
  readonly replies: Operation['replies'];
}

/** `head` and, for comments, all paging are ignored there; they may be sent. */
const differences: ReadonlyMap<string, Difference> = new Map([
  ['users/get-authenticated', { replies: { 200: user } }],
  [
    'issues/list-comments',
    {
      query: { since: 'string', before: 'string', limit: 'integer', page: 'integer' },
      replies: { 200: { type: 'array', items: comment } },
    },
  ],
  ['issues/create-comment', { replies: { 201: comment } }],
  ['issues/update-comment', { replies: { 200: comment } }],
  [
    'pulls/list',
    {
      query: { state: 'string', head: 'string', limit: 'integer', page: 'integer' },
      replies: { 200: { type: 'array', items: pull } },
    },
  ],
  ['pulls/get', { replies: { 200: pull } }],
  ['repos/compare-commits-with-basehead', { query: {}, replies: { 200: comparison } }],
] satisfies readonly (readonly [string, Difference])[]);

export const giteaOperations: readonly Operation[] = operations.flatMap((operation) => {
  if (operation.id === 'issues/delete-comment') return [operation];
  const difference = differences.get(operation.id);
  return difference === undefined ? [] : [{ ...operation, ...difference }];
});

/** A reply as Gitea would have written it: nothing of GitHub's own, and what it has besides. */
export function asGitea(id: string, body: unknown, mergeBase: (head: string) => string): unknown {
  if (Array.isArray(body)) return body.map((one) => asGitea(id, one, mergeBase));
  const given = fields(body);
  if (id === 'users/get-authenticated') return userOf(given);
  if (id.startsWith('issues/') && 'body' in given) {
    const { id: number, html_url, issue_url, body: said, created_at, updated_at } = given;
    const user = userOf(given.user);
    return { id: number, html_url, pull_request_url: issue_url, issue_url, user, body: said, created_at, updated_at };
  }
  if (id.startsWith('pulls/') && 'head' in given) return pullOf(given, mergeBase);
  if (id.startsWith('repos/compare') && 'commits' in given) return { total_commits: 0, commits: [] };
  return body;
}

function pullOf(given: Fields, mergeBase: (head: string) => string): unknown {
  const { id, number, title, state, created_at } = given;
  const head = sideOf(given.head);
  return {
    id,
    number,
    user: userOf(given.user),
    title,
    state,
    labels: [],
    mergeable: true,
    merged: false,
    merge_commit_sha: null,
    merge_base: mergeBase(String(head.sha)),
    base: sideOf(given.base),
    head,
    created_at,
  };
}

function sideOf(value: unknown) {
  const { label, ref, sha, repo } = fields(value);
  const { id, full_name } = fields(repo);
  return { label, ref, sha, repo_id: id ?? 0, repo: repo === null ? null : { id, full_name } };
}

function userOf(value: unknown) {
  const { id, login } = fields(value);
  return { id, login, full_name: '' };
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
