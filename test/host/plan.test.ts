import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findCheckout } from '../../src/host/clone.ts';
import { type Contents, openContents } from '../../src/host/content.ts';
import { type Plan, type PlanOptions, planRepository } from '../../src/host/plan.ts';
import { closeRepository, openRepository, type Repository } from '../../src/host/repository.ts';
import type { Revision } from '../../src/host/trees.ts';
import { startGitServer } from '../action/git-server.ts';
import { type Fixture, makeRepository, runGit, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];
const config = '.github/flopgate.yml';
const revision = (sha: string, label = sha.slice(0, 7)): Revision => ({ label, sha, how: 'a test' });

function fixtureOf(t: Context): Fixture {
  return makeRepository(join(tempFolder(t), 'clone'));
}

async function plan(t: Context, dir: string, base: string | null, head: string, more: Partial<PlanOptions> = {}) {
  const checkout = findCheckout(dir);
  assert.ok(checkout);
  const repository = openRepository({ checkout });
  t.after(() => closeRepository(repository));
  const made = await planRepository(repository, {
    base: base === null ? null : revision(base),
    head: revision(head),
    config: { kind: 'commit', path: config, revision: revision(base ?? head) },
    ...more,
  });
  return planned(t, repository, made);
}

function planned(t: Context, repository: Repository, { question, cases }: Plan): Planned {
  const contents = openContents(repository, () => assert.fail('nothing is remote'));
  t.after(contents.close);
  return { ...question, cases, contents };
}

type Planned = Plan['question'] & Pick<Plan, 'cases'> & { readonly contents: Contents };

/** `status path base→head`, a side as its content. */
function table({ cases, contents }: Planned): readonly string[] {
  const content = (side: Planned['cases'][number]['base']) =>
    side === null ? '-' : Buffer.from(contents.source(side).slice(0, side.size)).toString();
  return cases.map(
    ({ status, path, base, head, unreadable }) =>
      `${status} ${path} ${content(base)}→${content(head)}${unreadable === undefined ? '' : ` ${unreadable.code}`}`,
  );
}

const codes = ({ problems }: Planned) => problems.map(({ code }) => code);

test('lists changed, added, removed, renamed and unchanged models, and reads only those that changed', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({
    'm/edit.onnx': '1',
    'm/same.onnx': '2',
    'm/gone.onnx': '3',
    'm/from.onnx': '4',
    x: '9',
  });
  const head = fixture.commit({
    'm/edit.onnx': '5',
    'm/gone.onnx': null,
    'm/from.onnx': null,
    'n/to.onnx': '4',
    'new.onnx': '6',
  });
  const request = await plan(t, fixture.dir, base, head);
  assert.deepEqual(table(request), [
    'changed m/edit.onnx 1→5',
    'removed m/gone.onnx 3→-',
    'unchanged m/same.onnx -→-',
    'renamed n/to.onnx 4→4',
    'added new.onnx -→6',
  ]);
  assert.equal(request.cases.find(({ status }) => status === 'renamed')?.basePath, 'm/from.onnx');
  assert.equal(request.cases[0]?.base?.name, `m/edit.onnx@${base.slice(0, 12)}`);
  assert.deepEqual(codes(request), ['config/missing']);
  assert.deepEqual(request.base, { label: base.slice(0, 7), sha: base, how: 'a test' });
});

test('the configuration of the base finds the models, binds their inputs and is not moved by the change itself', async (t) => {
  const fixture = fixtureOf(t);
  const text = (max: string) =>
    `version: 1\nmodels:\n  - path: m/**/*.onnx\n    bind: { batch: 8 }\n    budgets: { macs: ${max} }\n`;
  const base = fixture.commit({ [config]: text('1 G'), 'm/a.onnx': '1', 'other.onnx': '1' });
  const head = fixture.commit({ [config]: text('9 T'), 'm/a.onnx': '2', 'other.onnx': '2' });
  const request = await plan(t, fixture.dir, base, head);
  assert.deepEqual(table(request), ['changed m/a.onnx 1→2']);
  assert.equal(request.cases[0]?.options.bind.get('batch'), 8n);
  assert.deepEqual(
    request.config?.models[0]?.budgets.map(({ limit }) => limit.text),
    ['1 G'],
  );
  assert.deepEqual(codes(request), ['config/edited']);
});

test('a configuration that the base branch changed meanwhile is not called an edit of this change', async (t) => {
  const fixture = fixtureOf(t);
  const [old, tightened] = ['version: 1\n', 'version: 1\nmodels: []\n'];
  const base = fixture.commit({ [config]: old, 'm.onnx': '1' });
  const tip = fixture.commit({ [config]: tightened });
  const place = { config: { kind: 'commit', path: config, revision: revision(tip) } } as const;
  const judged = async (text: string | null) => {
    fixture.git('checkout', '--quiet', '--detach', base);
    const head = fixture.commit({ [config]: text, 'm.onnx': '2' });
    return codes(await plan(t, fixture.dir, base, head, place));
  };
  assert.deepEqual(await judged(old), [], 'as it was when the change was begun');
  assert.deepEqual(await judged(tightened), [], 'as it is now');
  assert.deepEqual(await judged('version: 1\nbudgets: {}\n'), ['config/edited']);
  assert.deepEqual(await judged(null), ['config/edited'], 'deleted');
  // There was none when the change was begun.
  fixture.git('checkout', '--quiet', '--detach', base);
  const none = fixture.commit({ [config]: null });
  const [untouched, added] = [fixture.commit({ x: '1' }), fixture.commit({ [config]: old })];
  assert.deepEqual(codes(await plan(t, fixture.dir, none, untouched, place)), []);
  assert.deepEqual(codes(await plan(t, fixture.dir, none, added, place)), ['config/edited']);
});

test('deleting the configuration does not lift its budgets', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ [config]: 'version: 1\nmodels: [{ path: "*.onnx" }]\n', 'a.onnx': '1' });
  const request = await plan(t, fixture.dir, base, fixture.commit({ [config]: null, 'a.onnx': '2' }));
  assert.equal(request.config?.models.length, 1);
  assert.deepEqual(codes(request), ['config/edited']);
});

test('a change that adds the first configuration is told that it counts after the merge', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ 'a.onnx': '1' });
  const request = await plan(t, fixture.dir, base, fixture.commit({ [config]: 'version: 1\n', 'a.onnx': '2' }));
  assert.equal(request.config, null);
  assert.deepEqual(codes(request), ['config/missing', 'config/added']);
});

test('a configuration that is named and is not there stops the run, unless this change adds it', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ 'a.onnx': '1' });
  const named = { config: { kind: 'commit', path: 'ci/budgets.yml', revision: revision(base) } } as const;
  await assert.rejects(
    plan(t, fixture.dir, base, fixture.commit({ 'a.onnx': '2' }), named),
    /There is no `ci\/budgets.yml` at [0-9a-f]{12}, though it is named/,
  );
  const head = fixture.commit({ 'ci/budgets.yml': 'version: 1\n' });
  assert.deepEqual(codes(await plan(t, fixture.dir, base, head, named)), ['config/missing', 'config/added']);
});

test('a file that was meant to be the configuration is pointed at; the workflow is none', async (t) => {
  const fixture = fixtureOf(t);
  const files = { 'a.onnx': '1', '.github/workflows/flopgate.yml': 'on: push\n' };
  const base = fixture.commit(files);
  assert.deepEqual(codes(await plan(t, fixture.dir, base, base)), ['config/missing']);
  const head = fixture.commit({ '.github/flopgate.yaml': 'version: 1\n' });
  const { problems } = await plan(t, fixture.dir, head, head);
  assert.match(problems[1]?.message ?? '', /^`.github\/flopgate.yaml` looks like a configuration/);
});

test('patterns of the caller that find nothing are an error; entries of the configuration may then be idle', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({
    [config]: 'version: 1\nmodels: [{ path: "m/*.onnx" }]\n',
    'm/a.onnx': '1',
    'n/b.onnx': '1',
  });
  const request = await plan(t, fixture.dir, base, base, { models: ['n/*.onnx', 'modles/**'] });
  assert.deepEqual(
    request.problems.map(({ message }) => message),
    ['No model matches `modles/**`, one of the patterns in the input `models`.'],
  );
  assert.equal(request.partial, true);
});

test('budgets for a repository in which there is no model guard nothing', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ [config]: 'version: 1\nbudgets: { macs: 1 G }\n', readme: '1' });
  const request = await plan(t, fixture.dir, base, base);
  assert.deepEqual(codes(request), ['budget/no-model']);
  assert.deepEqual(request.problems[0]?.at, { file: config, line: 2 });
  assert.deepEqual(codes(await plan(t, fixture.dir, base, fixture.commit({ 'a.onnx': '1' }))), []);
});

test('a change that would leave a wrong configuration behind is stopped, lest the gate be closed to all after it', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ [config]: 'version: 1\nmodels: [{ path: "*.onnx" }]\n', 'a.onnx': '1' });
  const wrong = fixture.commit({ [config]: 'version: 1\nmodels: [{ paths: "*.onnx" }]\n' });
  const broken = await plan(t, fixture.dir, base, wrong);
  assert.deepEqual(codes(broken), ['config/edited', 'config/breaks']);
  assert.match(
    broken.problems[1]?.message ?? '',
    /wrong for every change after it: `paths` is not a key of an entry of `models`; did you mean `path`/,
  );
  const idle = fixture.commit({ [config]: 'version: 1\nmodels: [{ path: "*.onnx" }, { path: "b/*.onnx" }]\n' });
  const left = await plan(t, fixture.dir, base, idle);
  assert.match(left.problems[1]?.message ?? '', /its pattern `b\/\*\.onnx` matches no file at the head/);
  const added = makeRepository(join(tempFolder(t), 'other'));
  const none = added.commit({ 'a.onnx': '1' });
  const first = added.commit({ [config]: 'version: 2\n' });
  assert.deepEqual(codes(await plan(t, added.dir, none, first)), ['config/missing', 'config/added', 'config/breaks']);
});

test('the last model of an entry does not go alone: its entry goes with it, or the gate is closed', async (t) => {
  const fixture = fixtureOf(t);
  const rules = (...paths: string[]) => `version: 1\nmodels: [${paths.map((p) => `{ path: "${p}" }`).join(', ')}]\n`;
  const base = fixture.commit({ [config]: rules('a.onnx', 'b.onnx'), 'a.onnx': '1', 'b.onnx': '2' });
  const gone = fixture.commit({ 'b.onnx': null });
  const alone = await plan(t, fixture.dir, base, gone);
  assert.match(alone.problems[0]?.message ?? '', /its pattern `b\.onnx` matches no file at the head/);
  assert.deepEqual(codes(await plan(t, fixture.dir, base, gone, { models: ['a.onnx', 'b.onnx'] })), []);
  const together = fixture.commit({ [config]: rules('a.onnx') });
  assert.deepEqual(codes(await plan(t, fixture.dir, base, together)), ['config/edited']);
});

test('a model that leaves its budgets behind by moving to where no pattern looks closes the gate', async (t) => {
  const fixture = fixtureOf(t);
  const rules = (budgets: string) => `version: 1\nmodels: [{ path: "m/*.onnx"${budgets} }]\n`;
  const free = fixture.commit({ [config]: rules(''), 'm/a.onnx': '1', 'm/b.onnx': '2' });
  const moved = fixture.commit({ 'm/a.onnx': null, 'hidden/a.onnx': '1' });
  assert.deepEqual(codes(await plan(t, fixture.dir, free, moved)), ['read/left-patterns']);
  const gated = fixture.commit({ [config]: rules(', budgets: { macs: 1 }') });
  const left = await plan(t, fixture.dir, gated, fixture.commit({ 'm/b.onnx': null, 'hidden/b.onnx': '2' }));
  assert.deepEqual(
    left.problems.map(({ code, severity }) => `${code} ${severity}`),
    ['config/breaks fatal', 'read/left-budgets fatal'],
  );
});

test('a configuration that is wrong stops the run with its line', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ [config]: 'version: 1\nmodel: []\n' });
  await assert.rejects(plan(t, fixture.dir, base, base), /`model` is not a key/);
});

test('a configuration that is a link is not followed', async (t) => {
  const fixture = fixtureOf(t);
  mkdirSync(join(fixture.dir, '.github'));
  symlinkSync('../elsewhere.yml', join(fixture.dir, config));
  const base = fixture.commit({ 'elsewhere.yml': 'version: 1\n' });
  await assert.rejects(plan(t, fixture.dir, base, base), /is a symbolic link, which is never followed/);
});

test('budgets of the repository, a changed configuration, a given one and a missing base measure every model', async (t) => {
  const fixture = fixtureOf(t);
  const withBudgets = 'version: 1\nbudgets: { weightBytes: 200 MB }\n';
  const base = fixture.commit({ [config]: withBudgets, 'a.onnx': '1', 'b.onnx': '1' });
  const head = fixture.commit({ 'a.onnx': '2' });
  assert.deepEqual(table(await plan(t, fixture.dir, base, head)), ['changed a.onnx 1→2', 'unchanged b.onnx 1→1']);
  const first = fixture.commit({ [config]: 'version: 1\n' });
  const second = fixture.commit({ [config]: 'version: 1\nmodels: [{ path: "*.onnx" }]\n' });
  const pushed = { kind: 'commit', path: config, revision: revision(second) } as const;
  const unmoved = ['unchanged a.onnx 2→2', 'unchanged b.onnx 1→1'];
  assert.deepEqual(table(await plan(t, fixture.dir, first, second, { config: pushed })), unmoved);
  const given = { kind: 'text', file: 'budgets.yml', text: 'version: 1\n' } as const;
  assert.deepEqual(table(await plan(t, fixture.dir, second, second, { config: given })), unmoved);
  assert.deepEqual(table(await plan(t, fixture.dir, null, second)), ['added a.onnx -→2', 'added b.onnx -→1']);
});

test('patterns given by hand replace the list of the configuration, and a bad one is refused', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ 'a.onnx': '1', 'b.bin': '1' });
  const head = fixture.commit({ 'a.onnx': '2', 'b.bin': '2' });
  assert.deepEqual(table(await plan(t, fixture.dir, base, head, { models: ['*.bin'] })), ['changed b.bin 1→2']);
  await assert.rejects(plan(t, fixture.dir, base, head, { models: ['+(a)'] }), /extended globs/);
});

test('a model that moves out of every pattern is listed as removed, and where it went is said', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ [config]: 'version: 1\nmodels: [{ path: "m/*.onnx" }]\n', 'm/a.onnx': '1' });
  const request = await plan(t, fixture.dir, base, fixture.commit({ 'm/a.onnx': null, 'hidden/a.onnx': '1' }));
  assert.deepEqual(table(request), ['removed m/a.onnx 1→-']);
  assert.match(request.problems.at(-1)?.message ?? '', /`m\/a.onnx` now lives at `hidden\/a.onnx`/);
});

test('a model that leaves the patterns with other content or another case is told by its name', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({
    [config]: 'version: 1\nmodels: [{ path: "m/*.onnx" }]\n',
    'm/a.onnx': '1',
    'm/b.onnx': '2',
    'm/c.onnx': '3',
    'old/c.onnx': '4',
  });
  const head = fixture.commit({
    'm/a.onnx': null,
    'm/b.onnx': null,
    'm/c.onnx': null,
    'hidden/a.onnx': '5',
    'm/B.ONNX': '6',
  });
  const request = await plan(t, fixture.dir, base, head);
  assert.deepEqual(
    request.problems.map(({ code, message }) => `${code} ${message}`),
    [
      'config/breaks With this change `.github/flopgate.yml` would be wrong for every change after it: its pattern `m/*.onnx` matches no file at the head.',
      'read/may-have-left `m/a.onnx` is removed, and `hidden/a.onnx`, which no pattern covers, comes with the same change.',
      'read/may-have-left `m/b.onnx` is removed, and `m/B.ONNX`, which no pattern covers, comes with the same change.',
    ],
  );
});

test('a model replaced by a link or a submodule is unreadable; links that never were models are left alone', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ 'a.onnx': '1', 'b.onnx': '2' });
  rmSync(join(fixture.dir, 'a.onnx'));
  symlinkSync('b.onnx', join(fixture.dir, 'a.onnx'));
  symlinkSync('b.onnx', join(fixture.dir, 'latest.onnx'));
  const head = fixture.commit({});
  assert.deepEqual(table(await plan(t, fixture.dir, base, head)), [
    'changed a.onnx 1→- read/not-a-file',
    'unchanged b.onnx -→-',
  ]);
  rmSync(join(fixture.dir, 'a.onnx'));
  rmSync(join(fixture.dir, 'latest.onnx'));
  const back = fixture.commit({ 'a.onnx': '3' });
  assert.deepEqual(table(await plan(t, fixture.dir, head, back)), ['added a.onnx -→3', 'unchanged b.onnx -→-']);
});

test('a link that stays must not bring what changes behind it past the budgets', async (t) => {
  const fixture = fixtureOf(t);
  mkdirSync(join(fixture.dir, 'm'));
  symlinkSync('../w/big.bin', join(fixture.dir, 'm', 'latest.onnx'));
  const files = { [config]: 'version: 1\nmodels: [{ path: "m/*.onnx" }]\n', 'm/a.onnx': '1', 'w/big.bin': '9' };
  const base = fixture.commit(files);
  const beside = fixture.commit({ 'm/a.onnx': '2' });
  assert.deepEqual(table(await plan(t, fixture.dir, base, beside)), ['changed m/a.onnx 1→2']);
  const behind = fixture.commit({ 'w/big.bin': '99' });
  assert.deepEqual(table(await plan(t, fixture.dir, beside, behind)), [
    'unchanged m/a.onnx -→-',
    'added m/latest.onnx -→- read/not-a-file',
  ]);
});

test('a folder of models that becomes a link or a submodule takes none of them out of the gate', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({
    [config]: 'version: 1\nmodels: [{ path: "m/**/*.onnx" }]\n',
    'm/in/a.onnx': '1',
    'm/b.onnx': '2',
    'm/sub/c.onnx': '3',
  });
  rmSync(join(fixture.dir, 'm', 'in'), { recursive: true });
  symlinkSync('../w', join(fixture.dir, 'm', 'in'));
  rmSync(join(fixture.dir, 'm', 'sub'), { recursive: true });
  fixture.git('add', '--all');
  fixture.git('update-index', '--add', '--cacheinfo', `160000,${base},m/sub`);
  mkdirSync(join(fixture.dir, 'm', 'sub'));
  const head = fixture.commit({ 'w/a.onnx': '9' });
  const moved = await plan(t, fixture.dir, base, head);
  assert.deepEqual(table(moved), [
    'unchanged m/b.onnx -→-',
    'changed m/in/a.onnx 1→- read/not-a-file',
    'changed m/sub/c.onnx 3→- read/not-a-file',
  ]);
  assert.match(moved.cases[1]?.unreadable?.message ?? '', /^`m\/in` at [0-9a-f]{12} is a symbolic link/);
  assert.match(moved.cases[2]?.unreadable?.message ?? '', /^`m\/sub` at [0-9a-f]{12} is a submodule/);
  // Where the link leads to what is measured under its own path, nothing is hidden.
  rmSync(join(fixture.dir, 'm', 'in'));
  symlinkSync('other', join(fixture.dir, 'm', 'in'));
  const inside = fixture.commit({ 'm/other/a.onnx': '7' });
  assert.deepEqual(table(await plan(t, fixture.dir, base, inside)).slice(0, 3), [
    'unchanged m/b.onnx -→-',
    'removed m/in/a.onnx 1→-',
    'added m/other/a.onnx -→7',
  ]);
});

test('a new link is let be only where it ends at a model that is measured, by however many links', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({
    [config]: 'version: 1\nmodels: [{ path: "m/*.onnx" }]\n',
    'm/a.onnx': '1',
    'w/big.bin': '9',
  });
  const link = (name: string, target: string) => symlinkSync(target, join(fixture.dir, 'm', name));
  link('1-measured.onnx', 'a.onnx');
  link('2-around.onnx', '../m/a.onnx');
  link('3-hidden.onnx', '../w/big.bin');
  link('4-chain.onnx', '1-measured.onnx');
  link('5-outside.onnx', '/etc/hostname');
  link('6-circle.onnx', '6-circle.onnx');
  const head = fixture.commit({});
  const unreadable = ['3-hidden', '5-outside', '6-circle'].map((n) => `added m/${n}.onnx -→- read/not-a-file`);
  assert.deepEqual(table(await plan(t, fixture.dir, base, head)), [...unreadable, 'unchanged m/a.onnx -→-']);
  // What is there already is nobody's news, until it leads elsewhere.
  const next = fixture.commit({ 'm/a.onnx': '2' });
  assert.deepEqual(table(await plan(t, fixture.dir, head, next)), ['changed m/a.onnx 1→2']);
  rmSync(join(fixture.dir, 'm', '1-measured.onnx'));
  link('1-measured.onnx', '../w/big.bin');
  assert.deepEqual(table(await plan(t, fixture.dir, next, fixture.commit({}))), [
    'added m/1-measured.onnx -→- read/not-a-file',
    'added m/4-chain.onnx -→- read/not-a-file',
    'unchanged m/a.onnx -→-',
  ]);
});

test('a chain of links that stays must not bring what changes behind its last link past the budgets', async (t) => {
  const fixture = fixtureOf(t);
  const link = (name: string, target: string) => symlinkSync(target, join(fixture.dir, name));
  fixture.commit({
    [config]: 'version: 1\nmodels: [{ path: "m/*.onnx" }]\n',
    'm/a.onnx': '1',
    'v2/model.bin': '2',
    'v3/model.bin': '2',
  });
  link('m/latest.onnx', '../current.bin');
  link('current.bin', 'release/model.bin');
  link('release', 'v2');
  const base = fixture.commit({});
  const refused = ['unchanged m/a.onnx -→-', 'added m/latest.onnx -→- read/not-a-file'];
  // What the last one leads to changes; then a folder on the way leads elsewhere; then to the same bytes by another name.
  const behind = fixture.commit({ 'v2/model.bin': '3' });
  assert.deepEqual(table(await plan(t, fixture.dir, base, behind)), refused);
  rmSync(join(fixture.dir, 'release'));
  link('release', 'v3');
  const elsewhere = fixture.commit({});
  assert.deepEqual(table(await plan(t, fixture.dir, behind, elsewhere)), refused);
  const beside = fixture.commit({ readme: '1' });
  assert.deepEqual(table(await plan(t, fixture.dir, elsewhere, beside)), ['unchanged m/a.onnx -→-']);
  // By the index, where nothing is committed yet, and out of what is gone.
  const gone = fixture.commit({ 'v3/model.bin': null });
  assert.deepEqual(table(await plan(t, fixture.dir, beside, gone)), refused);
  assert.deepEqual(table(await plan(t, fixture.dir, gone, fixture.commit({ readme: '2' }))), [
    'unchanged m/a.onnx -→-',
  ]);
});

test('a link says where it leads when that is out of the repository, or round in a circle', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ readme: '1' });
  symlinkSync('../a.onnx', join(fixture.dir, 'out.onnx'));
  symlinkSync('two.onnx', join(fixture.dir, 'one.onnx'));
  symlinkSync('one.onnx', join(fixture.dir, 'two.onnx'));
  const { cases } = await plan(t, fixture.dir, base, fixture.commit({}));
  assert.deepEqual(
    cases.map(({ unreadable }) => unreadable?.message.replace(/[0-9a-f]{12}/, 'HEAD')),
    [
      '`one.onnx` at HEAD is a symbolic link in a circle, which is never followed.',
      '`out.onnx` at HEAD is a symbolic link out of the repository, which is never followed.',
      '`two.onnx` at HEAD is a symbolic link in a circle, which is never followed.',
    ],
  );
});

test('links of a chain that the clone lacks are fetched, one request for each step', async (t) => {
  const root = tempFolder(t);
  const server = await startGitServer({ root });
  t.after(server.close);
  const origin = makeRepository(join(root, 'o', 'r'));
  const base = origin.commit({ 'm/a.onnx': '1', [config]: 'version: 1\nmodels: [{ path: "m/*.onnx" }]\n' });
  symlinkSync('../one', join(origin.dir, 'm', 'latest.onnx'));
  symlinkSync('two', join(origin.dir, 'one'));
  symlinkSync('m/a.onnx', join(origin.dir, 'two'));
  const head = origin.commit({});
  const repository = openRepository({ temp: tempFolder(t), remote: { url: `${server.url}/o/r` } });
  t.after(() => closeRepository(repository));
  const made = await planRepository(repository, {
    base: revision(base),
    head: revision(head),
    config: { kind: 'commit', path: config, revision: revision(base) },
  });
  assert.deepEqual(table(planned(t, repository, made)), ['unchanged m/a.onnx -→-']);
  assert.equal(server.requests.length, 10, 'two each for the commits, the configuration, and three links');
});

test('a Git LFS pointer is read from the clone’s LFS folder, or said to be one', async (t) => {
  const fixture = fixtureOf(t);
  const oid = createHash('sha256').update('the model').digest('hex');
  const pointer = (id: string) => `version https://git-lfs.github.com/spec/v1\noid sha256:${id}\nsize 9\n`;
  const base = fixture.commit({ 'a.onnx': pointer('f'.repeat(64)) });
  const head = fixture.commit({ 'a.onnx': pointer(oid) });
  const request = await plan(t, fixture.dir, base, head);
  assert.deepEqual(table(request), ['changed a.onnx -→- read/lfs-content']);
  assert.deepEqual(codes(request), ['config/missing', 'read/lfs-content']);
  const folder = join(fixture.dir, '.git', 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, oid), 'the model');
  assert.deepEqual(table(await plan(t, fixture.dir, base, head)), ['changed a.onnx -→the model read/lfs-content']);
});

test('a saved profile in the place of a model is not believed', async (t) => {
  const fixture = fixtureOf(t);
  const base = fixture.commit({ 'a.onnx': '1' });
  const head = fixture.commit({ 'a.onnx': '{ "schema": "flopgate.profile/1", "totals": { "macs": 0 } }' });
  const found = await plan(t, fixture.dir, base, head);
  assert.throws(() => table(found), /a saved profile, which counts nothing/);
});

test('a base that a shallow clone lacks is an error here and is fetched where there is a remote', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'o', 'r'));
  const base = fixture.commit({ 'm/a.onnx': '1', 'm/b.onnx': 'same' });
  const head = fixture.commit({ 'm/a.onnx': '2' });
  runGit(temp, 'clone', '--quiet', '--depth=1', `file://${fixture.dir}`, 'shallow');
  await assert.rejects(plan(t, join(temp, 'shallow'), base, head), /shallow or partial clone/);
  const server = await startGitServer({ root: temp });
  t.after(server.close);
  const checkout = findCheckout(join(temp, 'shallow'));
  assert.ok(checkout);
  const repository = openRepository({ checkout, remote: { url: `${server.url}/o/r` } });
  t.after(() => closeRepository(repository));
  const made = await planRepository(repository, {
    base: revision(base),
    head: revision(head),
    config: { kind: 'commit', path: config, revision: revision(base) },
  });
  assert.deepEqual(table(planned(t, repository, made)), ['changed m/a.onnx 1→2', 'unchanged m/b.onnx -→-']);
  assert.equal(server.requests.length, 4, 'two for the commit, two for the one blob');
});

test('a blob that cannot be had is said for that model, and the others are still read', async (t) => {
  const temp = tempFolder(t);
  const fixture = makeRepository(join(temp, 'origin'));
  const base = fixture.commit({ 'a.onnx': '1', 'b.onnx': '1' });
  const head = fixture.commit({ 'a.onnx': '2', 'b.onnx': '2' });
  runGit(temp, 'clone', '--quiet', '--filter=blob:none', `file://${fixture.dir}`, 'partial');
  const request = await plan(t, join(temp, 'partial'), base, head);
  assert.deepEqual(table(request), [
    'changed a.onnx -→2 read/object-missing',
    'changed b.onnx -→2 read/object-missing',
  ]);
});
