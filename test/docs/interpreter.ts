/**
 * Runs a workflow of our documents as GitHub would: jobs in the order of their needs, matrices, outputs, artifacts and
 * caches as folders, Flopgate's steps by the stand-in for the runner. It knows what the documents use and nothing more:
 * an action, a key or a command it does not know throws, so nothing passes for having been skipped.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Job as ActionJob, Outcome } from '../action/runner.ts';
import type { Scene } from '../action/scene.ts';
import { runGit } from '../host/git-fixture.ts';
import {
  asText,
  type Contexts,
  evaluate,
  type Functions,
  interpolate,
  isMapping,
  isTrue,
  type Value,
} from './expression.ts';
import { isAction, isFlopgate, type Job, readWorkflow, type Step, type Workflow } from './workflow.ts';

export interface Occasion {
  readonly scene: Scene;
  readonly event: string;
  readonly payload: { readonly [key: string]: Value };
  readonly sha: string;
  readonly ref: string;
  /** Addresses of the forge, where they are not GitHub's. */
  readonly forge?: Pick<ActionJob, 'serverUrl' | 'apiUrl'>;
  /** What a command of the document does to the workspace; `false` fails its step. */
  readonly commands?: Readonly<Record<string, (workspace: string, matrix: Value) => boolean>>;
  /** What actions/cache has kept, from run to run. */
  readonly caches?: string;
}

type Result = 'success' | 'failure' | 'skipped';

/** One copy of a job. */
export interface Ran {
  readonly job: string;
  readonly result: Result;
  readonly matrix: Value;
  /** Of Flopgate's steps. */
  readonly outcomes: readonly Outcome[];
  readonly outputs: Readonly<Record<string, Value>>;
}

export async function runWorkflow(text: string, occasion: Occasion): Promise<readonly Ran[]> {
  const workflow = readWorkflow(text);
  assert.ok(Object.hasOwn(workflow.on, occasion.event), `the workflow does not run on ${occasion.event}`);
  const artifacts = mkdtempSync(join(occasion.scene.folder, 'artifacts-'));
  const run: Run = { workflow, occasion, artifacts, done: new Map() };
  const waiting = Object.entries(workflow.jobs);
  while (waiting.length > 0) {
    const next = waiting.findIndex(([, { needs }]) => needs.every((need) => run.done.has(need)));
    const [entry] = waiting.splice(next, 1);
    if (next < 0 || entry === undefined) throw new Error('jobs wait for each other');
    run.done.set(entry[0], await runJob(run, ...entry));
  }
  return [...run.done.values()].flat();
}

interface Run {
  readonly workflow: Workflow;
  readonly occasion: Occasion;
  readonly artifacts: string;
  readonly done: Map<string, readonly Ran[]>;
}

async function runJob(run: Run, name: string, job: Job): Promise<readonly Ran[]> {
  const needed = job.needs.flatMap((need) => run.done.get(need) ?? []);
  const allRight = needed.every(({ result }) => result === 'success');
  const contexts = { ...whatHappened(run), needs: needsOf(run, job) };
  if (!holds(job.if, contexts, allRight))
    return [{ job: name, result: 'skipped', matrix: {}, outcomes: [], outputs: {} }];
  const ran: Ran[] = [];
  for (const [index, matrix] of combinations(job, contexts).entries()) {
    const before = run.occasion.scene.github.writes().length;
    ran.push(await runCopy(run, name, job, { ...contexts, matrix, strategy: { 'job-index': index } }));
    const granted = job.permissions ?? run.workflow.permissions ?? {};
    assert.equal(granted.contents, 'read', `${name} may read`);
    const wrote = run.occasion.scene.github.writes().length > before;
    assert.ok(!wrote || granted['pull-requests'] === 'write', `${name} wrote without a right to`);
  }
  return ran;
}

function whatHappened({ workflow, occasion }: Run): Contexts {
  const { event, payload, sha, ref } = occasion;
  return { github: { event_name: event, event: payload, sha, ref, workflow: workflow.name ?? '' } };
}

function needsOf({ done }: Run, { needs }: Job): Value {
  return Object.fromEntries(
    needs.map((need) => {
      const copies = done.get(need) ?? [];
      const result = copies.find((copy) => copy.result !== 'success')?.result ?? 'success';
      return [need, { result, outputs: Object.assign({}, ...copies.map(({ outputs }) => outputs)) }];
    }),
  );
}

function holds(condition: string | undefined, contexts: Contexts, allRight: boolean): boolean {
  if (condition === undefined) return allRight;
  const inner = /^\$\{\{([\s\S]*)\}\}$/.exec(condition)?.[1] ?? condition;
  // Without one of these a condition holds only after success (docs.github.com, "Status check functions").
  const asks = /\b(?:success|failure|cancelled|always)\(\)/.test(inner);
  return (asks || allRight) && isTrue(evaluate(inner, contexts, functions));
}

const functions: Functions = {
  fromJSON: (text = '') => JSON.parse(asText(text)),
  startsWith: (text = '', start = '') => asText(text).toLowerCase().startsWith(asText(start).toLowerCase()),
  cancelled: () => false,
};

/** The copies of a job: every combination of the keys, or the entries of `include` alone. */
function combinations({ strategy }: Job, contexts: Contexts): readonly Value[] {
  const given = strategy?.matrix;
  const matrix = filled(given ?? {}, contexts);
  if (!isMapping(matrix)) throw new Error('a matrix is a mapping');
  const { include, ...keys } = matrix;
  if (include !== undefined) {
    assert.deepEqual(keys, {}, 'keys beside `include` are not known here');
    assert.ok(Array.isArray(include) && include.length > 0, 'an empty matrix fails the workflow');
    return include;
  }
  return Object.entries(keys).reduce<readonly { readonly [key: string]: Value }[]>(
    (found, [key, values]) => {
      if (!Array.isArray(values)) throw new Error(`the matrix key ${key} is no list`);
      return found.flatMap((one) => values.map((value: Value) => ({ ...one, [key]: value })));
    },
    [{}],
  );
}

/** Every text in it with its expressions evaluated. */
function filled(value: Value, contexts: Contexts): Value {
  if (typeof value === 'string') return interpolate(value, contexts, functions);
  if (Array.isArray(value)) return value.map((one: Value) => filled(one, contexts));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, contexts)]));
}

interface Place {
  readonly folder: string;
  readonly workspace: string;
}

async function runCopy(run: Run, name: string, job: Job, about: Contexts): Promise<Ran> {
  const folder = mkdtempSync(join(run.occasion.scene.folder, `job-${name}-`));
  const place: Place = { folder, workspace: join(folder, 'workspace') };
  mkdirSync(place.workspace);
  const steps: Record<string, Value> = {};
  const contexts: Contexts = { ...about, steps, runner: { temp: join(folder, 'temp') } };
  const outcomes: Outcome[] = [];
  const afterwards: (() => void)[] = [];
  let right = true;
  for (const step of job.steps) {
    if (!holds(step.if, contexts, right)) continue;
    const inputs = textsOf(filled(step.with ?? {}, contexts));
    if (isFlopgate(step)) {
      const outcome = await flopgate(run, place, inputs);
      outcomes.push(outcome);
      if (step.id !== undefined) steps[step.id] = { outputs: Object.fromEntries(outcome.outputs) };
      right &&= outcome.code === 0;
    } else if (step.run !== undefined) right &&= command(run, step.run, place, contexts.matrix ?? {});
    else afterwards.push(foreign(run, step, inputs, place));
  }
  if (right) for (const finish of afterwards) finish();
  const outputs = filled(job.outputs, contexts);
  return {
    job: name,
    result: right ? 'success' : 'failure',
    matrix: contexts.matrix ?? {},
    outcomes,
    outputs: isMapping(outputs) ? outputs : {},
  };
}

function textsOf(value: Value): Readonly<Record<string, string>> {
  assert.ok(isMapping(value));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

function flopgate({ occasion }: Run, place: Place, inputs: Readonly<Record<string, string>>): Promise<Outcome> {
  const { scene, event, payload, sha, ref, forge } = occasion;
  return scene.run(event, payload, { ...place, ...forge, sha, ref, inputs, source: true });
}

/** Comments of the shell apart. */
function command({ occasion }: Run, script: string, { workspace }: Place, matrix: Value): boolean {
  const known = occasion.commands?.[script.trim()];
  if (known === undefined) throw new Error(`nobody said what \`${script}\` does`);
  return known(workspace, matrix);
}

type Foreign = (run: Run, inputs: Readonly<Record<string, string>>, place: Place) => () => void;

/** What it does now; what comes back is done when the job has succeeded. */
function foreign(run: Run, step: Step, inputs: Readonly<Record<string, string>>, place: Place): () => void {
  const found = Object.entries(actions).find(([name]) => isAction(step, name));
  if (found === undefined) throw new Error(`${step.uses} is no action we know`);
  return found[1](run, inputs, place);
}

const nothing = (): void => {};

const actions: Readonly<Record<string, Foreign>> = {
  'actions/checkout': ({ occasion }, { ref, 'persist-credentials': persist, ...others }, { workspace }) => {
    assert.deepEqual([persist, others], ['false', {}]);
    runGit(workspace, 'clone', '--quiet', '--no-checkout', `file://${occasion.scene.origin.dir}`, '.');
    runGit(workspace, 'fetch', '--quiet', 'origin', ref ?? occasion.sha);
    runGit(workspace, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
    return nothing;
  },
  'actions/upload-artifact': ({ artifacts }, inputs, { workspace }) => {
    const { name = '', path = '', 'if-no-files-found': none, ...others } = inputs;
    assert.deepEqual([none, others], ['error', {}]);
    assert.match(name, /^[^"<>|*?:\r\n\\/]+$/, 'the service refuses these characters');
    const from = resolve(workspace, path);
    assert.ok(existsSync(from), `${path} is not there to upload`);
    const to = join(artifacts, name);
    assert.ok(!existsSync(to), `there is an artifact ${name} already`);
    cpSync(from, statSync(from).isDirectory() ? to : join(to, basename(from)), { recursive: true });
    return nothing;
  },
  // One that is alone may come without a folder of its own, as by its name; ours must take both.
  'actions/download-artifact': ({ artifacts }, { pattern = '', path = '', ...others }, { workspace }) => {
    assert.deepEqual(others, {});
    assert.match(pattern, /^[\w-]+\*$/, 'only a `*` at the end is known here');
    const names = readdirSync(artifacts).filter((name) => name.startsWith(pattern.slice(0, -1)));
    for (const name of names) {
      cpSync(join(artifacts, name), join(workspace, path, ...(names.length > 1 ? [name] : [])), { recursive: true });
    }
    return nothing;
  },
  // A key is never written twice; the newest of those that begin as asked is restored.
  'actions/cache': ({ occasion }, { path = '', key = '', 'restore-keys': prefix = '', ...others }) => {
    assert.deepEqual(others, {});
    const { caches } = occasion;
    assert.ok(caches !== undefined, 'the test says where caches are');
    const kept = readdirSync(caches).sort(
      (a, b) => statSync(join(caches, b)).mtimeMs - statSync(join(caches, a)).mtimeMs,
    );
    const hit = kept.find((name) => name === key) ?? kept.find((name) => prefix !== '' && name.startsWith(prefix));
    if (hit !== undefined) cpSync(join(caches, hit), path, { recursive: true });
    return () => {
      if (hit !== key && existsSync(path)) cpSync(path, join(caches, key), { recursive: true });
    };
  },
};
