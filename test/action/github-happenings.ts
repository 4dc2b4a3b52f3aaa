/** What the stand-in for GitHub tells of a pull request's past, of people's rights and of workflow runs. */
import type { getOctokit } from '@actions/github';
import { here, repositoryJson } from './github-pulls.ts';
import { simpleUser } from './github-users.ts';

type Rest = ReturnType<typeof getOctokit>['rest'];
export type HappeningJson = Awaited<ReturnType<Rest['issues']['listEvents']>>['data'][number];
export type RightJson = Awaited<ReturnType<Rest['repos']['getCollaboratorPermissionLevel']>>['data'];
type Described = Awaited<ReturnType<Rest['actions']['listWorkflowRunsForRepo']>>['data']['workflow_runs'][number];
type RepositoryJson = ReturnType<typeof repositoryJson>;
export type RunJson = Omit<Described, 'repository' | 'head_repository'> & {
  readonly repository: RepositoryJson;
  readonly head_repository: RepositoryJson;
};

/** Something that happened to pull request 7. */
export interface Happened {
  readonly event: string;
  readonly at: string;
  /** `null` when the account is gone. */
  readonly by?: string | null;
  readonly label?: string;
}

export interface Run {
  readonly headSha: string;
  readonly at: string;
  readonly event?: string;
  readonly headBranch?: string;
  readonly headRepository?: string;
}

export interface RightOf {
  readonly permission: 'admin' | 'write' | 'read' | 'none';
  /** Whose the name is now, when it changed hands. */
  readonly id?: number;
}

export function happeningJson(root: string, { event, at, by = 'author', label }: Happened, index: number) {
  const id = 9000 + index;
  return {
    id,
    node_id: `E_${id}`,
    url: `${root}/issues/events/${id}`,
    actor: by === null ? null : simpleUser(by),
    event,
    commit_id: null,
    commit_url: null,
    created_at: at,
    performed_via_github_app: null,
    ...(label !== undefined && { label: { name: label, color: 'ff0000' } }),
  };
}

export function rightJson(login: string, { permission, id = 41 }: RightOf): RightJson {
  return {
    permission,
    role_name: permission,
    user: { ...simpleUser(login), id, role_name: permission },
  };
}

export function runJson(root: string, run: Run, index: number): RunJson {
  const id = 500 + index;
  const url = `${root}/actions/runs/${id}`;
  return {
    id,
    node_id: `WFR_${id}`,
    head_branch: run.headBranch ?? 'topic',
    run_number: index + 1,
    run_attempt: 1,
    display_title: 'A change',
    event: run.event ?? 'pull_request',
    status: 'completed',
    conclusion: 'success',
    head_sha: run.headSha,
    path: '.github/workflows/cost.yml',
    workflow_id: 1,
    url,
    html_url: url,
    created_at: run.at,
    updated_at: run.at,
    head_commit: null,
    head_repository: repositoryJson({ id: here.id, fullName: run.headRepository ?? here.fullName }),
    repository: repositoryJson(here),
    jobs_url: url,
    logs_url: url,
    check_suite_url: url,
    cancel_url: url,
    rerun_url: url,
    artifacts_url: url,
    workflow_url: url,
    pull_requests: [],
  };
}
