/**
 * The operations of GitHub's REST interface the action may use, with what their requests and replies must look like.
 *
 * Facts from GitHub's own OpenAPI description as published in the npm package `@octokit/openapi` 23.0.2 (MIT), file
 * `generated/api.github.com.json`; only the properties the stand-in sends are kept. `npm run check:openapi` fetches the
 * description and holds this table, and the stand-in's replies, against it.
 */
export type Schema = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Parameters in the path and the query, all that are allowed. */
  readonly path_parameters: Readonly<Record<string, 'string' | 'integer'>>;
  readonly query: Readonly<Record<string, 'string' | 'integer'>>;
  readonly body?: Schema;
  /** Body of each status the description lists and the stand-in gives; `null` where there is none. */
  readonly replies: Readonly<Record<number, Schema | null>>;
}

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
const flag: Schema = { type: 'boolean' };
const textOrNull: Schema = { type: ['string', 'null'] };

function object(required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required) };
}

const userFields = {
  avatar_url: text,
  events_url: text,
  followers_url: text,
  following_url: text,
  gists_url: text,
  gravatar_id: textOrNull,
  html_url: text,
  id: whole,
  login: text,
  node_id: text,
  organizations_url: text,
  received_events_url: text,
  repos_url: text,
  site_admin: flag,
  starred_url: text,
  subscriptions_url: text,
  type: text,
  url: text,
};

const simpleUser = object(userFields);

/** `public-user`: what GET /user says to a token without the `user` scope. */
const publicUser = object({
  ...userFields,
  bio: textOrNull,
  blog: textOrNull,
  company: textOrNull,
  created_at: text,
  email: textOrNull,
  followers: whole,
  following: whole,
  hireable: { type: ['boolean', 'null'] },
  location: textOrNull,
  name: textOrNull,
  public_gists: whole,
  public_repos: whole,
  updated_at: text,
});

const issueComment = object(
  {
    id: whole,
    node_id: text,
    html_url: text,
    issue_url: text,
    user: { ...simpleUser, type: ['object', 'null'] },
    url: text,
    created_at: text,
    updated_at: text,
  },
  { body: text, author_association: { type: 'string', enum: ['NONE', 'OWNER', 'MEMBER', 'CONTRIBUTOR'] } },
);

const gitUser = { ...object({}, { name: text, email: text, date: text }), type: ['object', 'null'] };

const commit = object({
  url: text,
  sha: text,
  node_id: text,
  html_url: text,
  comments_url: text,
  commit: object({
    author: gitUser,
    committer: gitUser,
    comment_count: whole,
    message: text,
    tree: object({ sha: text, url: text }),
    url: text,
  }),
  author: { type: ['object', 'null'] },
  committer: { type: ['object', 'null'] },
  parents: { type: 'array', items: object({ sha: text, url: text }) },
});

const comparison = object({
  url: text,
  html_url: text,
  permalink_url: text,
  diff_url: text,
  patch_url: text,
  base_commit: commit,
  merge_base_commit: commit,
  status: { type: 'string', enum: ['diverged', 'ahead', 'behind', 'identical'] },
  ahead_by: whole,
  behind_by: whole,
  total_commits: whole,
  commits: { type: 'array', items: commit },
});

const listed = { type: 'array' } as const;
const label = object({
  id: whole,
  node_id: text,
  url: text,
  name: text,
  description: text,
  color: text,
  default: flag,
});
/** `repo` may be anything: it is null once a fork is deleted, which the description does not say. */
const side = object({ label: text, ref: text, repo: {}, sha: text, user: { ...simpleUser, type: ['object'] } });
const links = object({
  comments: { type: 'object' },
  commits: { type: 'object' },
  statuses: { type: 'object' },
  html: { type: 'object' },
  issue: { type: 'object' },
  review_comments: { type: 'object' },
  review_comment: { type: 'object' },
  self: { type: 'object' },
});

const pullFields = {
  _links: links,
  assignee: { type: ['object', 'null'] },
  author_association: text,
  auto_merge: { type: ['object', 'null'] },
  base: side,
  body: textOrNull,
  closed_at: textOrNull,
  comments_url: text,
  commits_url: text,
  created_at: text,
  diff_url: text,
  head: side,
  html_url: text,
  id: whole,
  issue_url: text,
  labels: { ...listed, items: label },
  locked: flag,
  merge_commit_sha: textOrNull,
  merged_at: textOrNull,
  milestone: { type: ['object', 'null'] },
  node_id: text,
  number: whole,
  patch_url: text,
  review_comment_url: text,
  review_comments_url: text,
  state: { type: 'string', enum: ['open', 'closed'] },
  statuses_url: text,
  title: text,
  updated_at: text,
  url: text,
  user: { ...simpleUser, type: ['object'] },
};

const pullSummary = object(pullFields, { draft: flag });
const pull = object(
  {
    ...pullFields,
    additions: whole,
    changed_files: whole,
    comments: whole,
    commits: whole,
    deletions: whole,
    maintainer_can_modify: flag,
    mergeable: { type: ['boolean', 'null'] },
    mergeable_state: text,
    merged: flag,
    merged_by: { type: ['object', 'null'] },
    review_comments: whole,
  },
  { draft: flag },
);

const gitPerson = object({ date: text, email: text, name: text });

const gitCommit = object({
  sha: text,
  node_id: text,
  url: text,
  author: gitPerson,
  committer: gitPerson,
  message: text,
  tree: object({ sha: text, url: text }),
  parents: { type: 'array', items: object({ sha: text, url: text, html_url: text }) },
  verification: object({
    verified: flag,
    reason: text,
    signature: textOrNull,
    payload: textOrNull,
    verified_at: textOrNull,
  }),
  html_url: text,
});

const gitTree = object(
  {
    sha: text,
    truncated: flag,
    tree: {
      type: 'array',
      items: object({ path: text, mode: text, type: text, sha: text }, { size: whole, url: text }),
    },
  },
  { url: text },
);

/** In JSON; asked for raw content the body is the content (GitHub REST, "Get a blob"). */
const gitBlob = object({
  content: text,
  encoding: text,
  url: text,
  sha: text,
  size: { type: ['integer', 'null'] },
  node_id: text,
});

const gitTarget = object({ type: text, sha: text, url: text });
const gitRef = object({ ref: text, node_id: text, url: text, object: gitTarget });
const gitTag = object({
  node_id: text,
  tag: text,
  sha: text,
  url: text,
  message: text,
  tagger: gitPerson,
  object: gitTarget,
});

const happeningFields = {
  id: whole,
  node_id: text,
  url: text,
  actor: { ...simpleUser, type: ['object', 'null'] },
  event: text,
  commit_id: textOrNull,
  commit_url: textOrNull,
  created_at: text,
  performed_via_github_app: { type: ['object', 'null'] },
};
/** Without a type: of the events that are no labelling, the description lacks those of the head (docs: "Issue event types"). */
const happening: Schema = {
  anyOf: [
    object({ ...happeningFields, label: object({ name: text, color: text }) }),
    { ...object(happeningFields), not: { required: ['label'] } },
  ],
};

const right = object({
  permission: text,
  role_name: text,
  user: { ...object({ ...userFields, role_name: text }), type: ['object', 'null'] },
});

const run = object(
  {
    id: whole,
    node_id: text,
    head_branch: textOrNull,
    run_number: whole,
    display_title: text,
    event: text,
    status: textOrNull,
    conclusion: textOrNull,
    head_sha: text,
    path: text,
    workflow_id: whole,
    url: text,
    html_url: text,
    created_at: text,
    updated_at: text,
    head_commit: { type: ['object', 'null'] },
    head_repository: { type: 'object' },
    repository: { type: 'object' },
    jobs_url: text,
    logs_url: text,
    check_suite_url: text,
    cancel_url: text,
    rerun_url: text,
    artifacts_url: text,
    workflow_url: text,
    pull_requests: { type: ['array', 'null'] },
  },
  { run_attempt: whole },
);

const basicError = object({}, { message: text, documentation_url: text, url: text, status: text });
const commentBody = { ...object({ body: text }), additionalProperties: false };
const repository = { owner: 'string', repo: 'string' } as const;

export const operations: readonly Operation[] = [
  {
    id: 'users/get-authenticated',
    method: 'GET',
    path: '/user',
    path_parameters: {},
    query: {},
    replies: { 200: publicUser, 401: basicError, 403: basicError },
  },
  {
    id: 'issues/list-comments',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    path_parameters: { ...repository, issue_number: 'integer' },
    query: { since: 'string', per_page: 'integer', page: 'integer' },
    replies: { 200: { type: 'array', items: issueComment }, 404: basicError, 410: basicError },
  },
  {
    id: 'issues/create-comment',
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    path_parameters: { ...repository, issue_number: 'integer' },
    query: {},
    body: commentBody,
    replies: { 201: issueComment, 403: basicError, 404: basicError, 410: basicError },
  },
  {
    id: 'issues/update-comment',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    path_parameters: { ...repository, comment_id: 'integer' },
    query: {},
    body: commentBody,
    replies: { 200: issueComment },
  },
  {
    id: 'issues/delete-comment',
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    path_parameters: { ...repository, comment_id: 'integer' },
    query: {},
    replies: { 204: null },
  },
  {
    id: 'issues/list-events',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/events',
    path_parameters: { ...repository, issue_number: 'integer' },
    query: { per_page: 'integer', page: 'integer' },
    replies: { 200: { ...listed, items: happening }, 410: basicError },
  },
  {
    id: 'repos/get-collaborator-permission-level',
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    path_parameters: { ...repository, username: 'string' },
    query: {},
    replies: { 200: right, 404: basicError },
  },
  {
    id: 'actions/list-workflow-runs-for-repo',
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs',
    path_parameters: repository,
    query: {
      event: 'string',
      branch: 'string',
      head_sha: 'string',
      created: 'string',
      per_page: 'integer',
      page: 'integer',
    },
    replies: { 200: object({ total_count: whole, workflow_runs: { ...listed, items: run } }) },
  },
  {
    id: 'pulls/list',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls',
    path_parameters: repository,
    query: {
      state: 'string',
      head: 'string',
      base: 'string',
      sort: 'string',
      direction: 'string',
      per_page: 'integer',
      page: 'integer',
    },
    replies: { 200: { ...listed, items: pullSummary } },
  },
  {
    id: 'pulls/get',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    path_parameters: { ...repository, pull_number: 'integer' },
    query: {},
    replies: { 200: pull, 404: basicError, 500: basicError },
  },
  {
    id: 'repos/compare-commits-with-basehead',
    method: 'GET',
    path: '/repos/{owner}/{repo}/compare/{basehead}',
    path_parameters: { ...repository, basehead: 'string' },
    query: { page: 'integer', per_page: 'integer' },
    replies: { 200: comparison, 404: basicError, 500: basicError },
  },
  {
    id: 'git/get-commit',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
    path_parameters: { ...repository, commit_sha: 'string' },
    query: {},
    replies: { 200: gitCommit, 404: basicError, 409: basicError },
  },
  {
    id: 'git/get-tree',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    path_parameters: { ...repository, tree_sha: 'string' },
    query: { recursive: 'string' },
    replies: { 200: gitTree, 404: basicError, 409: basicError },
  },
  {
    id: 'git/get-blob',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    path_parameters: { ...repository, file_sha: 'string' },
    query: {},
    replies: { 200: gitBlob, 403: basicError, 404: basicError, 409: basicError },
  },
  {
    id: 'git/get-ref',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/ref/{ref}',
    path_parameters: { ...repository, ref: 'string' },
    query: {},
    replies: { 200: gitRef, 404: basicError, 409: basicError },
  },
  {
    id: 'git/get-tag',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/tags/{tag_sha}',
    path_parameters: { ...repository, tag_sha: 'string' },
    query: {},
    replies: { 200: gitTag, 404: basicError, 409: basicError },
  },
];

/**
 * What any operation may answer (GitHub docs: "Troubleshooting the REST API", "Rate limits for the REST API"), listed
 * in the description or not.
 */
export const refusals: ReadonlySet<number> = new Set([401, 403, 404, 422, 429, 500, 502, 503]);
