/** Pull requests as the stand-in for GitHub has and shows them. */
import type { getOctokit } from '@actions/github';
import { simpleUser, when } from './github-users.ts';

type Rest = ReturnType<typeof getOctokit>['rest'];
export type PullJson = Awaited<ReturnType<Rest['pulls']['get']>>['data'];
export type PullSummaryJson = Awaited<ReturnType<Rest['pulls']['list']>>['data'][number];
type RepositoryJson = PullJson['base']['repo'];
/** The description calls the head's repository never null; it is once the fork is deleted. */
export type Forkless<T extends { head: object }> = Omit<T, 'head'> & {
  head: Omit<T['head'], 'repo'> & { repo: RepositoryJson | null };
};

/** What a test says of a pull request; it may change while the test runs. */
export interface Pull {
  readonly number: number;
  state?: 'open' | 'closed';
  draft?: boolean;
  head: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: { readonly id: number; readonly fullName: string } | null;
  };
  base: { readonly sha: string; readonly ref: string };
  /** One answer for each time it is asked, the last one for ever. */
  mergeable?: readonly (boolean | null)[];
  mergeSha?: string | null;
  labels?: readonly string[];
}

export const here = { id: 1, fullName: 'o/r' };

/** What a list says of it. */
export function pullSummaryJson(root: string, pull: Pull): Forkless<PullSummaryJson> {
  return summary(root, pull);
}

function summary(root: string, pull: Pull) {
  const url = `${root}/pulls/${pull.number}`;
  const link = { href: url };
  const author = simpleUser('author');
  const side = (one: { sha: string; ref: string }, login: string) => ({
    label: `${login}:${one.ref}`,
    ref: one.ref,
    sha: one.sha,
    user: simpleUser(login),
  });
  const [headOwner = 'ghost'] = pull.head.repo?.fullName.split('/') ?? [];
  return {
    url,
    id: 70_000 + pull.number,
    node_id: `PR_${pull.number}`,
    html_url: url,
    diff_url: url,
    patch_url: url,
    issue_url: url,
    commits_url: url,
    review_comments_url: url,
    review_comment_url: url,
    comments_url: url,
    statuses_url: url,
    number: pull.number,
    state: pull.state ?? 'open',
    locked: false,
    title: 'A change',
    user: author,
    body: null,
    labels: (pull.labels ?? []).map((name, id) => ({
      id,
      node_id: `L_${id}`,
      url,
      name,
      description: '',
      color: 'ff0000',
      default: false,
    })),
    milestone: null,
    created_at: when,
    updated_at: when,
    closed_at: null,
    merged_at: null,
    merge_commit_sha: pull.mergeSha ?? null,
    assignee: null,
    head: { ...side(pull.head, headOwner), repo: pull.head.repo === null ? null : repositoryJson(pull.head.repo) },
    base: { ...side(pull.base, 'o'), repo: repositoryJson(here) },
    _links: {
      comments: link,
      commits: link,
      statuses: link,
      html: link,
      issue: link,
      review_comments: link,
      review_comment: link,
      self: link,
    },
    author_association: 'NONE' as const,
    auto_merge: null,
    draft: pull.draft ?? false,
  };
}

export function pullJson(root: string, pull: Pull, times = 0): Forkless<PullJson> {
  const answers = pull.mergeable ?? [true];
  return {
    ...summary(root, pull),
    mergeable: answers[Math.min(times, answers.length - 1)] ?? null,
    mergeable_state: 'unknown',
    merged: false,
    merged_by: null,
    maintainer_can_modify: false,
    comments: 0,
    review_comments: 0,
    commits: 1,
    additions: 1,
    deletions: 1,
    changed_files: 1,
  };
}

export function repositoryJson({ id, fullName }: { id: number; fullName: string }): RepositoryJson {
  const url = `https://api.example.com/repos/${fullName}`;
  const [owner = '', name = ''] = fullName.split('/');
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: fullName,
    owner: simpleUser(owner),
    private: false,
    fork: id !== here.id,
    url,
    archive_url: url,
    assignees_url: url,
    blobs_url: url,
    branches_url: url,
    collaborators_url: url,
    comments_url: url,
    commits_url: url,
    compare_url: url,
    contents_url: url,
    contributors_url: url,
    deployments_url: url,
    downloads_url: url,
    events_url: url,
    forks_url: url,
    git_commits_url: url,
    git_refs_url: url,
    git_tags_url: url,
    hooks_url: url,
    html_url: url,
    issue_comment_url: url,
    issue_events_url: url,
    issues_url: url,
    keys_url: url,
    labels_url: url,
    languages_url: url,
    merges_url: url,
    milestones_url: url,
    notifications_url: url,
    pulls_url: url,
    releases_url: url,
    stargazers_url: url,
    statuses_url: url,
    subscribers_url: url,
    subscription_url: url,
    tags_url: url,
    teams_url: url,
    trees_url: url,
    clone_url: url,
    git_url: url,
    ssh_url: url,
    svn_url: url,
    mirror_url: null,
    description: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: 'main',
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 1,
    open_issues: 0,
    open_issues_count: 0,
    has_downloads: true,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    archived: false,
    disabled: false,
    pushed_at: when,
    created_at: when,
    updated_at: when,
  };
}
