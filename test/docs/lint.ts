/**
 * What a careful reader checks in a workflow before it is copied. The rules are those of zizmor (docs.zizmor.sh,
 * "Audit rules"), whose names are in brackets, and our own about Flopgate's steps. Nothing is fixed, all is said.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, parse, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { readInputs } from '../../src/action/inputs.ts';
import { FlopgateError } from '../../src/problem.ts';
import { version } from '../../src/version.ts';
import { root } from './blocks.ts';
import { expressionsIn, pathsOf } from './expression.ts';
import { comments, isAction, isFlopgate, type Job, readWorkflow, type Step, type Workflow } from './workflow.ts';

interface Subject {
  readonly text: string;
  readonly workflow: Workflow;
  /** One that runs in this repository. */
  readonly ours: boolean;
}

const manifest = z
  .object({ inputs: z.record(z.string(), z.unknown()), outputs: z.record(z.string(), z.unknown()) })
  .parse(parse(readFileSync(join(root, 'action.yml'), 'utf8')));

/** `contents: read` and the like: the first cells of the table under "Permissions". */
export const explained: ReadonlySet<string> = new Set(
  [...readFileSync(join(root, 'docs', 'action.md'), 'utf8').matchAll(/^\| `([a-z-]+: (?:read|write))` \|/gm)].map(
    ([, scope = '']) => scope,
  ),
);

/** Everything that is wrong, a line each; a text that is no workflow is one line. */
export function lint(text: string, { ours = false } = {}): readonly string[] {
  let workflow: Workflow;
  try {
    workflow = readWorkflow(text);
  } catch (error) {
    return [`no workflow: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`];
  }
  const subject = { text, workflow, ours };
  return rules.flatMap((rule) => rule(subject));
}

const rules: readonly ((subject: Subject) => readonly string[])[] = [
  unpinned,
  excessive,
  injected,
  dangerous,
  keptCredentials,
  poisoned,
  unlimited,
  overlapping,
  misused,
  unresolved,
];

function jobsOf({ workflow }: Subject): readonly (readonly [string, Job])[] {
  return Object.entries(workflow.jobs);
}

function stepsOf(subject: Subject): readonly { readonly name: string; readonly job: Job; readonly step: Step }[] {
  return jobsOf(subject).flatMap(([name, job]) => job.steps.map((step) => ({ name, job, step })));
}

/** [unpinned-uses, ref-version-mismatch] Others' actions by commit, ours by version, with what is better beside it. */
function unpinned({ text, ours }: Subject): readonly string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value)) return;
      const uses = String(value.value);
      const comment = value.comment ?? '';
      if (uses === './' && ours) return;
      if (/^(?:https:\/\/github\.com\/)?flopgate\/flopgate@/.test(uses)) {
        const right = uses.endsWith(`@v${version}`) && comment.includes('or a commit id');
        if (!right) found.push(`${uses} # ${comment.trim()}: @v${version}, and "or a commit id" beside it`);
      } else if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses))
        found.push(`${uses} is not pinned by a full commit id`);
      else if (!/^ v\d+\.\d+\.\d+$/.test(comment)) found.push(`${uses} has no version beside it`);
    },
  });
  return found;
}

/** [excessive-permissions] Each job says its own, and each is one that docs/action.md explains. */
function excessive(subject: Subject): readonly string[] {
  const { workflow } = subject;
  const whole = Object.keys(workflow.permissions ?? {});
  const jobs = jobsOf(subject);
  const wide =
    whole.length > 0 && jobs.length > 1 ? ['permissions of a workflow with several jobs belong to the jobs'] : [];
  const found = jobs.flatMap(([name, job]) => {
    const granted = job.permissions ?? workflow.permissions;
    if (granted === undefined) return [`${name}: permissions are not said, so they are the repository's default`];
    const steps = job.steps;
    const reads = steps.some((step) => isFlopgate(step) || isAction(step, 'actions/checkout'));
    const blind =
      reads && granted.contents !== 'read' ? [`${name}: without \`contents: read\` it cannot read a commit`] : [];
    const told = Object.entries(granted).flatMap(([scope, access]) => {
      const said = `${scope}: ${access}`;
      if (access === 'none') return [];
      if (!explained.has(said)) return [`${name}: \`${said}\` is nothing that docs/action.md explains`];
      if (said === 'pull-requests: write' && !steps.some(comments))
        return [`${name}: \`${said}\`, but nothing comments`];
      const runs = steps.some(({ run, uses }) => run !== undefined || uses === undefined);
      const takesHead = steps.some((step) => isAction(step, 'actions/checkout'));
      return access === 'write' && runs && takesHead ? [`${name}: \`${said}\` beside commands over a checkout`] : [];
    });
    return [...blind, ...told];
  });
  return [...wide, ...found];
}

/** What whoever opens a pull request or an issue can write. */
const written =
  /^github\.head_ref$|^github\.event$|^github\.event\.(?:issue|comment|review|review_comment|discussion|pages|commits|head_commit)\b|^github\.event\.pull_request(?:$|\.(?:title|body|head\.(?:ref|label|repo)|head$))|^github\.event\.workflow_run(?:$|\.(?:head_branch|display_title|head_commit|pull_requests)\b)/;

/** [template-injection] No expression in a command; what strangers write nowhere but in a condition or a group. */
function injected(subject: Subject): readonly string[] {
  return stepsOf(subject).flatMap(({ name, step }) => {
    const inRun = [
      step.run,
      step['working-directory'],
      isAction(step, 'actions/github-script') ? step.with?.script : '',
    ];
    const shell = inRun.flatMap((text) => expressionsIn(String(text ?? '')));
    const given = [...Object.values(step.with ?? {}), ...Object.values(step.env ?? {}), step.name ?? '', step.id ?? ''];
    const stranger = given
      .flatMap((text) => expressionsIn(String(text)).flatMap(pathsOf))
      .filter((path) => written.test(path));
    return [
      ...shell.map((expression) => `${name}: \${{ ${expression} }} becomes part of a command`),
      ...stranger.map((path) => `${name}: ${path} is written by whoever opens the pull request`),
    ];
  });
}

/** [dangerous-triggers] With rights and secrets at hand, nothing of the pull request is brought or run. */
function dangerous(subject: Subject): readonly string[] {
  const { on } = subject.workflow;
  if (on.pull_request_target === undefined && on.workflow_run === undefined) return [];
  return stepsOf(subject).flatMap(({ name, step }) => {
    if (isAction(step, 'actions/checkout')) return [`${name}: a checkout under pull_request_target or workflow_run`];
    if (isAction(step, 'actions/download-artifact')) return [`${name}: an artifact of another run is believed`];
    if (isFlopgate(step) && step.with?.parts !== undefined) return [`${name}: parts of another run are believed`];
    if (/\b(?:git|gh)\b/.test(step.run ?? '')) return [`${name}: git or gh in a command may bring the head`];
    // [github-env]
    return /GITHUB_(?:ENV|PATH)\b/.test(step.run ?? '') ? [`${name}: a command sets what later steps run with`] : [];
  });
}

/** [artipacked] */
function keptCredentials(subject: Subject): readonly string[] {
  return stepsOf(subject).flatMap(({ name, step }) =>
    isAction(step, 'actions/checkout') && step.with?.['persist-credentials'] !== false
      ? [`${name}: the checkout keeps the token for every later step`]
      : [],
  );
}

/** [cache-poisoning] Results are believed; under `pull_request` an earlier push may have written them. */
function poisoned(subject: Subject): readonly string[] {
  if (subject.workflow.on.pull_request === undefined) return [];
  return stepsOf(subject).flatMap(({ name, step }) =>
    isFlopgate(step) && step.with?.cache !== undefined ? [`${name}: a cache of results under pull_request`] : [],
  );
}

function unlimited(subject: Subject): readonly string[] {
  if (!subject.ours) return [];
  return jobsOf(subject).flatMap(([name, job]) =>
    job['timeout-minutes'] === undefined ? [`${name}: no timeout`] : [],
  );
}

/** What tells the runs of one pull request from those of another; `github.ref` is the base's where the base is run. */
const ownGroup = {
  pull_request: /github\.ref\b|github\.event\.pull_request\.number/,
  pull_request_target: /github\.event\.pull_request\.number/,
  workflow_run: /github\.event\.workflow_run\.head_repository\.id[\s\S]*github\.event\.workflow_run\.head_branch/,
} as const;

/** [concurrency-limits] Where a comment is written, one run at a time does, and no run ends that of another. */
function overlapping(subject: Subject): readonly string[] {
  const { on, concurrency } = subject.workflow;
  const about = (['pull_request', 'pull_request_target', 'workflow_run'] as const).filter(
    (event) => on[event] !== undefined,
  );
  return jobsOf(subject).flatMap(([name, job]) => {
    if (about.length === 0 || !job.steps.some(comments)) return [];
    const group = job.concurrency?.group ?? concurrency?.group;
    if (group === undefined) return [`${name}: comments, and two runs of it may overlap`];
    const named = group.includes('github.workflow')
      ? []
      : [`${name}: another workflow may have the group \`${group}\``];
    const wrong = about.filter((event) => !ownGroup[event].test(group));
    return [
      ...named,
      ...wrong.map((event) => `${name}: under ${event} the group \`${group}\` is that of every pull request`),
    ];
  });
}

/** Inputs that exist, with values that the action takes. */
function misused(subject: Subject): readonly string[] {
  return stepsOf(subject)
    .filter(({ step }) => isFlopgate(step))
    .flatMap(({ name, step }) => {
      const given = Object.entries(step.with ?? {});
      const unknown = given.filter(([input]) => !Object.hasOwn(manifest.inputs, input));
      const literal = given.filter(([, value]) => expressionsIn(String(value)).length === 0);
      const refused = refusalOf(new Map(literal.map(([input, value]) => [input, String(value)])));
      return [
        ...unknown.map(([input]) => `${name}: Flopgate has no input \`${input}\``),
        ...(refused === undefined ? [] : [`${name}: ${refused}`]),
      ];
    });
}

/** Why the action would refuse its inputs: through the environment, as the runner gives them. */
function refusalOf(inputs: ReadonlyMap<string, string>): string | undefined {
  const names = new Map([...inputs].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  for (const [name, value] of names) process.env[name] = value;
  try {
    readInputs();
    return undefined;
  } catch (error) {
    if (error instanceof FlopgateError) return error.message;
    throw error;
  } finally {
    for (const name of names.keys()) delete process.env[name];
  }
}

/** What GitHub has, of which a document may speak. */
const known =
  /^(?:true|false|github\.(?:event_name|sha|ref|head_ref|workflow|token|run_id|event(?:\.[\w-]+)+)|runner\.temp|strategy\.job-index)$/;

/** Steps, jobs and matrix keys that an expression names are there, before it. */
function unresolved(subject: Subject): readonly string[] {
  const { jobs, concurrency } = subject.workflow;
  const everywhere = namesIn(concurrency).filter((path) => !known.test(path));
  const found = jobsOf(subject).flatMap(([name, job]) => {
    const missing = job.needs
      .filter((need) => !Object.hasOwn(jobs, need))
      .map((need) => `${name}: needs ${need}, which is no job`);
    const { steps, outputs, ...head } = job;
    const before = (count: number) => steps.slice(0, count);
    const told = (paths: readonly string[], seen: readonly Step[]) =>
      paths
        .filter((path) => !known.test(path) && !resolves(path, job, seen, jobs))
        .map((path) => `${name}: nothing is called ${path}`);
    return [
      ...missing,
      ...told([...namesIn(head), ...conditionNames(job.if)], []),
      ...told(namesIn(outputs), steps),
      ...steps.flatMap((step, i) => told([...namesIn(step), ...conditionNames(step.if)], before(i))),
    ];
  });
  return [...everywhere.map((path) => `nothing is called ${path}`), ...found];
}

function namesIn(value: unknown): readonly string[] {
  return expressionsIn(JSON.stringify(value ?? '').replaceAll('\\"', '"')).flatMap(pathsOf);
}

/** A condition is an expression with or without its braces. */
function conditionNames(condition = ''): readonly string[] {
  return condition.includes('${{') ? [] : pathsOf(condition);
}

function resolves(path: string, job: Job, seen: readonly Step[], jobs: Workflow['jobs']): boolean {
  const [context, id = '', what = '', output = '', ...more] = path.split('.');
  if (more.length > 0) return false;
  if (context === 'steps') {
    const step = seen.find((one) => one.id === id);
    if (step === undefined || what !== 'outputs')
      return step !== undefined && output === '' && /^(?:outcome|conclusion)$/.test(what);
    return !isFlopgate(step) || Object.hasOwn(manifest.outputs, output);
  }
  if (context === 'needs') {
    const needed = job.needs.includes(id) ? jobs[id] : undefined;
    return needed !== undefined && (what === 'outputs' ? Object.hasOwn(needed.outputs, output) : what === 'result');
  }
  return context === 'matrix' && what === '' && matrixKeys(job).has(id);
}

/** Those of a planned matrix are those that Flopgate's output has. */
function matrixKeys({ strategy }: Job): ReadonlySet<string> {
  const matrix = strategy?.matrix ?? {};
  if (typeof matrix === 'string') return new Set(/outputs\.matrix\b/.test(matrix) ? ['part', 'models'] : []);
  const include = (matrix.include ?? []).flatMap((entry) => (typeof entry === 'object' ? Object.keys(entry) : []));
  return new Set([...Object.keys(matrix).filter((key) => key !== 'include'), ...include]);
}

/** Which commit each action of others is pinned to. */
export function pinsOf(text: string): readonly (readonly [action: string, pin: string])[] {
  const pins: (readonly [string, string])[] = [];
  visit(parseDocument(text), {
    Map: (_, node) => {
      if (!isMap(node)) return;
      const uses = node.get('uses', true);
      const [, action = '', commit = ''] =
        /^([\w.-]+\/[\w.-]+)\S*@([0-9a-f]{40})$/.exec(String(uses?.value ?? '')) ?? [];
      if (action !== '') pins.push([action, `${commit} ${uses?.comment?.trim() ?? ''}`]);
    },
  });
  return pins;
}
