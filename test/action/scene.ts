/**
 * One repository on a forge as the action meets it: git over `git http-backend`, comments over the stand-in for GitHub,
 * a workspace as actions/checkout leaves it. Pull request 7 goes from `topic` to `main`.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onnx } from '../build.ts';
import { type Fixture, fingerprint, makeRepository, runGit, tempFolder } from '../host/git-fixture.ts';
import { type GitServer, type GitServerOptions, startGitServer } from './git-server.ts';
import { type GitHub, type GitHubOptions, startGitHub } from './github.ts';
import { here, type Pull } from './github-pulls.ts';
import { type Job, jobToken, type Outcome, runAction } from './runner.ts';

export type Files = Readonly<Record<string, string | Uint8Array | null>>;
type Context = Parameters<typeof tempFolder>[0];

export interface Scene {
  readonly folder: string;
  readonly workspace: string;
  readonly github: GitHub;
  readonly server: GitServer;
  readonly mainSha: string;
  /** What is served, with a working tree; to make more branches and tags in. */
  readonly origin: Fixture;
  /** Commits to `topic`, makes the test merge anew and checks it out as the runner would. */
  push(files: Files): { readonly head: string; readonly merge: string };
  /** Commits to `main`: the base moves on. */
  moveBase(files: Files): string;
  /** Runs the action on the pull request. */
  pullRequest(inputs?: Job['inputs'], more?: Partial<Job>): Promise<Outcome>;
  run(event: string, payload: unknown, more: Partial<Job>): Promise<Outcome>;
}

export interface SceneOptions extends Partial<GitHubOptions> {
  /** How much history the checkout has; `none` for a job without one. */
  readonly checkout?: 'shallow' | 'full' | 'none';
  readonly objectFormat?: 'sha256';
  /** See `GitServerOptions`. */
  readonly oldProtocol?: boolean;
  /** Answers for the forge's own address before git does. */
  readonly intercept?: GitServerOptions['intercept'];
}

/** A convolution of `filters` 3×3 filters over a [1, 3, 8, 8] image: filters × 8·8 × 3·9 = filters × 1,728 MACs. */
export function convolution(filters: number, name = 'conv1'): Uint8Array {
  return onnx({
    inputs: { x: [1, 3, 8, 8] },
    outputs: ['y'],
    initializers: { w: { shape: [filters, 3, 3, 3] } },
    nodes: [{ op: 'Conv', name, inputs: ['x', 'w'], outputs: ['y'], attributes: { pads: [1, 1, 1, 1] } }],
  });
}

export const configPath = '.github/flopgate.yml';

export function limit(macs: string, path = 'models/**/*.onnx', more = ''): string {
  return `version: 1\nmodels:\n  - path: '${path}'\n    budgets:\n      macs: { max: ${macs}${more} }\n`;
}

/** A configuration whose report has a row for each of 8 budgets in `count` rules. */
export function manyBudgets(count: number): string {
  const metrics = ['parameters', 'macs', 'flops', 'weightBytes', 'readBytes', 'writeBytes', 'buffers', 'quantBytes'];
  const rule = `      - { match: "op:Conv", budgets: { ${metrics.map((metric) => `${metric}: 1`).join(', ')} } }`;
  const layers = Array.from({ length: count }, () => rule).join('\n');
  return `version: 1\nmodels:\n  - path: 'models/**/*.onnx'\n    budgets: { macs: 1 }\n    layers:\n${layers}\n`;
}

export async function openScene(t: Context, main: Files, options: SceneOptions = {}): Promise<Scene> {
  const folder = tempFolder(t);
  const format = options.objectFormat === undefined ? [] : [`--object-format=${options.objectFormat}`];
  const origin = makeRepository(join(folder, 'served', 'o', 'r'), ...format);
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const first = origin.commit(main);
  origin.git('branch', 'topic', first);
  const basic = `basic ${Buffer.from(`x-access-token:${jobToken}`).toString('base64')}`;
  const { intercept } = options;
  const { oldProtocol = false } = options;
  const served = { root: join(folder, 'served'), authorization: basic, oldProtocol };
  const server = await startGitServer({ ...served, ...(intercept !== undefined && { intercept }) });
  // What the forge's compare operation says is what git in the repository says.
  const mergeBase = (base: string, head: string) => {
    const baseTip = origin.git('rev-parse', base);
    return { mergeBase: origin.git('merge-base', baseTip, head), baseTip };
  };
  const github = await startGitHub({ owner: 'o', repo: 'r', token: jobToken, mergeBase, ...options });
  t.after(async () => {
    await server.close();
    await github.close();
  });
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  let state = { head: first, merge: first };
  const pull: Pull = {
    number: 7,
    head: { sha: first, ref: 'topic', repo: here },
    base: { sha: first, ref: 'main' },
    mergeSha: null,
  };
  github.pulls.push(pull);

  const remerge = () => {
    origin.git('checkout', '--quiet', '--detach', 'main');
    origin.git('merge', '--quiet', '--no-ff', '--message=merge', 'topic');
    state = { head: origin.git('rev-parse', 'topic'), merge: origin.git('rev-parse', 'HEAD') };
    pull.head = { ...pull.head, sha: state.head };
    origin.git('update-ref', 'refs/pull/7/merge', state.merge);
    origin.git('update-ref', 'refs/pull/7/head', state.head);
    origin.git('checkout', '--quiet', 'main');
    if (options.checkout !== 'none')
      checkOut(workspace, origin.dir, state.merge, { full: options.checkout === 'full', format });
  };
  const commitTo = (branch: string, files: Files) => {
    origin.git('checkout', '--quiet', branch);
    const commit = origin.commit(files);
    remerge();
    return commit;
  };

  const run: Scene['run'] = async (event, payload, more) => {
    const before = fingerprint(workspace);
    const job = { folder, workspace, event, payload, serverUrl: server.url, apiUrl: github.url };
    const outcome = await runAction({ sha: '', ref: '', ...job, ...more });
    assert.deepEqual(github.violations, [], 'every request and reply is as GitHub describes it');
    if (more.inputs?.['report-path'] === undefined) {
      assert.equal(fingerprint(workspace), before, 'the checkout is byte-identical');
    }
    return outcome;
  };

  return {
    folder,
    workspace,
    github,
    server,
    mainSha: first,
    origin,
    push: (files) => {
      commitTo('topic', files);
      return state;
    },
    moveBase: (files) => commitTo('main', files),
    run,
    pullRequest: (inputs = {}, more = {}) => {
      const repo = { id: 1, full_name: 'o/r' };
      const pullRequest = {
        number: 7,
        state: 'open',
        head: { sha: state.head, ref: 'topic', repo },
        base: { sha: first, ref: 'main', repo },
      };
      const payload = { action: 'synchronize', number: 7, pull_request: pullRequest, repository: repo };
      return run('pull_request', payload, { sha: state.merge, ref: 'refs/pull/7/merge', inputs, ...more });
    },
  };
}

/** As actions/checkout does it: one commit, or all history, into a ref of its own; a detached head. */
function checkOut(
  workspace: string,
  origin: string,
  sha: string,
  { full, format }: { full: boolean; format: readonly string[] },
): void {
  runGit(workspace, 'init', '--quiet', ...format);
  const depth = full ? [] : ['--depth=1'];
  const refspec = `+${sha}:refs/remotes/pull/7/merge`;
  runGit(workspace, 'fetch', '--quiet', '--no-tags', ...depth, `file://${origin}`, refspec);
  runGit(workspace, 'checkout', '--quiet', '--force', '--detach', 'refs/remotes/pull/7/merge');
}

/** Lines the runner would show as an error, a warning or a notice. */
export function annotations(outcome: Outcome, name: string): readonly string[] {
  return outcome.commands.filter((command) => command.name === name).map(({ data }) => data);
}
