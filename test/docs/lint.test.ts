/** Every YAML in the documents is what it says it is, and every rule that holds for it finds what it is made for. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../../src/budget/config.ts';
import { parseArguments } from '../../src/cli/arguments.ts';
import { version } from '../../src/version.ts';
import { type Block, blockOf, blocks, root } from './blocks.ts';
import { explained, lint, pinsOf } from './lint.ts';
import { readTrigger } from './workflow.ts';

const all = blocks();
const ofKind = (kind: Block['kind']) => all.filter((block) => block.kind === kind);
const called = ({ document, heading }: Block) => `${document}, ${heading}`;

test('the documents show workflows, configurations and what other tools read', () => {
  const counted = new Map(all.map(({ kind }) => [kind, ofKind(kind).length]));
  assert.ok((counted.get('workflow') ?? 0) >= 11 && (counted.get('configuration') ?? 0) >= 9);
  assert.deepEqual(
    ['trigger', 'gitlab', 'pre-commit'].map((kind) => counted.has(kind as Block['kind'])),
    [true, true, true],
  );
});

for (const block of ofKind('workflow')) {
  test(`the workflow in ${called(block)} is one to copy`, () => assert.deepEqual(lint(block.text), []));
}

test('every configuration and every trigger in the documents is one', () => {
  for (const block of ofKind('configuration')) parseConfig(block.text, block.document);
  for (const block of ofKind('trigger')) readTrigger(block.text);
});

test('each action of others is pinned to one and the same commit everywhere', () => {
  const folder = join(root, '.github', 'workflows');
  const ours = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const pins = [...ofKind('workflow').map(({ text }) => text), ...ours].flatMap(pinsOf);
  const byAction = new Map(pins.map(([action]) => [action, pins.filter(([other]) => other === action)]));
  assert.ok(byAction.has('actions/checkout') && byAction.has('actions/cache'));
  for (const [action, found] of byAction) assert.equal(new Set(found.map(([, pin]) => pin)).size, 1, action);
});

test('the pre-commit recipe names a hook that is there, and the hook a command that is one', () => {
  const hooks = z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        description: z.string(),
        entry: z.string(),
        language: z.literal('script'),
        files: z.string(),
        pass_filenames: z.literal(false),
        require_serial: z.literal(true),
        stages: z.tuple([z.literal('pre-commit')]),
        minimum_pre_commit_version: z.string(),
      }),
    )
    .parse(parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')));
  const [hook] = hooks;
  assert.ok(hook !== undefined && hooks.length === 1);
  const [program = '', ...args] = hook.entry.split(' ');
  assert.ok(existsSync(join(root, program)));
  assert.equal(z.object({ staged: z.boolean() }).parse(parseArguments(args)).staged, true);
  const files = new RegExp(hook.files);
  for (const path of ['models/a.onnx', 'a.onnx', '.github/flopgate.yml']) assert.match(path, files);
  for (const path of ['a.onnx.txt', 'models/onnx', '.github/workflows/ci.yml']) assert.doesNotMatch(path, files);

  const repo = z.strictObject({
    repo: z.string(),
    rev: z.string(),
    hooks: z.array(z.strictObject({ id: z.string(), args: z.array(z.string()).optional() })),
  });
  for (const { text } of ofKind('pre-commit')) {
    const { repos } = z.strictObject({ repos: z.array(repo) }).parse(parse(text));
    for (const { rev, hooks: used } of repos) {
      assert.equal(rev, `v${version}`);
      for (const { id, args: more = [] } of used) {
        assert.equal(id, hook.id);
        parseArguments([...args, ...more]);
      }
    }
  }
});

test('the GitLab job runs commands of this version that are some', () => {
  const job = z.object({
    image: z.literal('node:24'),
    script: z.array(z.string()),
    variables: z.record(z.string(), z.unknown()),
  });
  for (const { text } of ofKind('gitlab')) {
    for (const { script, variables } of Object.values(z.record(z.string(), job).parse(parse(text)))) {
      assert.equal(variables.GIT_DEPTH, 0, 'both commits must be in the clone');
      const ours = script.filter((line) => line.startsWith('npx '));
      assert.ok(ours.length > 0);
      for (const line of ours) {
        const [, packaged, ...args] = line.replaceAll('"', '').split(' ');
        assert.equal(packaged, `flopgate@${version}`);
        parseArguments(args);
      }
    }
  }
});

test('docs/action.md explains every permission that is granted, and none that is not needed', () => {
  assert.deepEqual([...explained].sort(), ['actions: read', 'contents: read', 'pull-requests: write']);
});

/** A workflow that nothing is wrong with; each case below breaks one thing. */
const good = blockOf('docs/recipes.md', 'Models built in CI');
const small = blockOf('docs/recipes.md', 'One comment each');
const cached = blockOf('docs/recipes.md', 'Keeping results');
const second = blockOf('docs/action.md', 'Forks', 1);
const target = blockOf('docs/action.md', 'Forks', 2);
const matrix = blockOf('docs/recipes.md', 'Matrix');

/** `<<x>>` stands for an expression. */
const broken: readonly (readonly [
  what: string,
  from: string,
  change: readonly [string | RegExp, string],
  says: RegExp,
])[] = [
  ['an unknown key', small, ['jobs:', 'job:'], /no workflow/],
  ['an unknown event', small, ['pull_request:', 'pull_requests:'], /no workflow/],
  ['an unknown type of an event', target, ['opened,', 'open,'], /no workflow/],
  ['a filter the event does not have', target, ['types: [', 'tags: ['], /no workflow/],
  ['an unknown key of a step', small, ['with:', 'inputs:'], /no workflow/],
  ['a step that runs and uses', good, ['- run: make models', '- run: make models\n        uses: ./'], /no workflow/],
  ['an action by its tag', good, [/@[0-9a-f]{40} # v7.0.1/, '@v7'], /checkout@v7 is not pinned/],
  ['an action by a short id', good, [/@([0-9a-f]{12})[0-9a-f]{28}/, '@$1'], /is not pinned/],
  ['a pin without a version', good, [/ # v7\.0\.1/, ''], /has no version beside it/],
  ['Flopgate of another version', small, [/@v[\d.]+/, '@v99.0.0'], /@v99\.0\.0 # or a commit id: @v/],
  ['Flopgate without the hint', small, [' # or a commit id', ''], /"or a commit id" beside it/],
  ['Flopgate by its branch', small, [/@v[\d.]+/, '@main'], /flopgate@main/],
  ['permissions that are not said', small, [/ {4}permissions:\n(?: {6}.*\n)+/, ''], /cost: without `contents: read`/],
  ['a right nobody explained', small, ['contents: read', 'contents: write'], /`contents: write` is nothing/],
  ['another such right', small, ['contents: read', 'id-token: write'], /`id-token: write` is nothing/],
  ['a right for all jobs', good, ['permissions: {}', 'permissions:\n  contents: read'], /belong to the jobs/],
  [
    'a right to comment where nothing does',
    matrix,
    ['contents: read', 'contents: read\n      pull-requests: write'],
    /plan: .*nothing comments/,
  ],
  [
    'a title in a command',
    good,
    ['make models', 'make "<<github.event.pull_request.title>>"'],
    /becomes part of a command/,
  ],
  ['any expression in a command', good, ['make models', 'make <<matrix.side>>'], /becomes part of a command/],
  [
    'a head branch as an input',
    small,
    ['<<matrix.team>>/flopgate.yml', '<<github.head_ref>>.yml'],
    /github\.head_ref is written by/,
  ],
  [
    'a body in the environment',
    good,
    ['- run: make models', '- env:\n          B: <<github.event.pull_request.body>>\n        run: make'],
    /pull_request\.body is written by/,
  ],
  [
    'the whole event',
    small,
    ['<<matrix.team>>/flopgate.yml', '<<github.event>>'],
    /github\.event is written by|nothing is called/,
  ],
  [
    'a checkout of the head with rights',
    target,
    [
      'steps:',
      'steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with:\n          ref: <<github.event.pull_request.head.sha>>\n          persist-credentials: false',
    ],
    /a checkout under pull_request_target/,
  ],
  ['git with rights', second, ['steps:', 'steps:\n      - run: git fetch origin "$REF"'], /may bring the head/],
  [
    'a variable that later steps run with',
    second,
    ['steps:', 'steps:\n      - run: echo "$X" >> "$GITHUB_ENV"'],
    /sets what later steps run with/,
  ],
  ['a secret', small, ['<<matrix.team>>/flopgate.yml', '<<secrets.CONFIG>>'], /nothing is called secrets\.CONFIG/],
  [
    'an artifact of another run',
    second,
    ['steps:', 'steps:\n      - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1'],
    /an artifact of another run/,
  ],
  ['parts of another run', second, ['fail-on: never', 'parts: parts'], /parts of another run/],
  [
    'credentials left in the checkout',
    good,
    ['          persist-credentials: false\n', ''],
    /the checkout keeps the token/,
  ],
  [
    'a writable token beside the build',
    good,
    ['contents: read', 'contents: read\n      pull-requests: write'],
    /nothing comments/,
  ],
  ['a cache under pull_request', cached, ['on:\n', 'on:\n  pull_request:\n'], /a cache of results under pull_request/],
  ['no concurrency', small, [/concurrency:\n(?: {2}.*\n)+/, ''], /two runs of it may overlap/],
  ['a group without the workflow', small, ['<<github.workflow>>-', 'cost-'], /another workflow may have the group/],
  [
    'a group of all pull requests',
    target,
    ['github.event.pull_request.number', 'github.ref'],
    /is that of every pull request/,
  ],
  [
    'a group that a fork can choose',
    second,
    ['<<github.event.workflow_run.head_repository.id>>-', ''],
    /is that of every pull request/,
  ],
  ['an input that is none', small, ['comment-key:', 'coment-key:'], /no input `coment-key`/],
  ['a value the action refuses', second, ['fail-on: never', 'fail-on: no'], /`fail-on` is `no`/],
  ['inputs that exclude each other', matrix, ['plan: 8', 'plan: 8\n          parts: x'], /`parts` is `set`/],
  [
    'a step that is none',
    matrix,
    ['steps.measure.outputs.report', 'steps.measured.outputs.report'],
    /nothing is called steps\.measured/,
  ],
  [
    'an output that is none',
    matrix,
    ['steps.measure.outputs.report', 'steps.measure.outputs.result'],
    /nothing is called steps\.measure\.outputs\.result/,
  ],
  [
    'a step that comes later',
    matrix,
    [/( {6}- id: measure[\s\S]*?)( {6}- uses: actions\/upload[\s\S]*?error\n)/, '$2$1'],
    /nothing is called steps\.measure/,
  ],
  ['a job that is none', matrix, ['needs: measure', 'needs: measured'], /needs measured, which is no job/],
  ['an output of a job that is not needed', matrix, ['    needs: plan\n', ''], /nothing is called needs\.plan/],
  [
    'an output a job does not have',
    matrix,
    ['needs.plan.outputs.matrix', 'needs.plan.outputs.parts'],
    /nothing is called needs\.plan\.outputs\.parts/,
  ],
  ['a matrix key that is none', matrix, ['matrix.part', 'matrix.parts'], /nothing is called matrix\.parts/],
  [
    'a condition on what is not there',
    matrix,
    ['<<!cancelled()>>', "needs.plan.result == 'success'"],
    /nothing is called needs\.plan\.result/,
  ],
];

function spelled(text: string): string {
  return text.replaceAll('<<', '${'.concat('{ ')).replaceAll('>>', ' }}').replaceAll('${{', '$${{');
}

function plain(part: string | RegExp): string | RegExp {
  return typeof part === 'string' ? spelled(part).replaceAll('$$', '$') : part;
}

for (const [what, from, [part, by], says] of broken) {
  test(`the rules find ${what}`, () => {
    assert.deepEqual(lint(from), []);
    const changed = from.replace(plain(part), spelled(by));
    assert.notEqual(changed, from);
    assert.match(lint(changed).join('\n'), says);
  });
}

test('permissions and a time limit that are not said are found in our own workflows too', () => {
  const ci = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8');
  assert.deepEqual(lint(ci, { ours: true }), []);
  assert.match(lint(ci.replace(/^ +timeout-minutes: \d+\n/m, ''), { ours: true }).join(), /no timeout/);
  const bare = ci.replace('permissions: {}\n', '').replace(/ {4}permissions:\n(?: {6}.*\n)+/, '');
  assert.match(lint(bare, { ours: true }).join(), /permissions are not said/);
  assert.match(lint(ci).join(), /\.\/ is not pinned/, 'what a document shows is not for this repository');
});
