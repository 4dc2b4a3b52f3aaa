import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decide } from '../../src/gate.ts';
import { findCheckout } from '../../src/host/clone.ts';
import { configOf } from '../../src/host/config-place.ts';
import { measureCases } from '../../src/host/measure.ts';
import { planRepository } from '../../src/host/plan.ts';
import { closeRepository, openRepository, type Repository } from '../../src/host/repository.ts';
import { onnx } from '../build.ts';
import { type Fixture, makeRepository, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];
const config = '.github/flopgate.yml';
const revision = (sha: string) => ({ label: sha.slice(0, 7), sha, how: 'a test' });

function open(t: Context, dir: string): Repository {
  const checkout = findCheckout(dir);
  assert.ok(checkout);
  const repository = openRepository({ checkout });
  t.after(() => closeRepository(repository));
  return repository;
}

/** The verdict on a change, and what is said of it. */
async function verdict(t: Context, { dir }: Fixture, base: string, head: string) {
  const repository = open(t, dir);
  const { question, cases } = await planRepository(repository, {
    base: revision(base),
    head: revision(head),
    config: { kind: 'commit', path: config, revision: revision(base) },
  });
  const report = decide(question, await measureCases(cases, { repository, limits: { threads: 1 } }));
  const checks = report.checks.map(({ scope, result }) => `${scope} ${result}`);
  return { verdict: report.verdict, codes: report.problems.map(({ code }) => code), checks, problems: report.problems };
}

/** One multiplication of 8 elements by `width` of them: 8 × width multiply-accumulates. */
function model(width: number): Uint8Array {
  return onnx({
    inputs: { x: [1, 8] },
    initializers: { w: { shape: [8, width] } },
    outputs: ['y'],
    nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] }],
  });
}

const rules = (macs: number, ...paths: readonly string[]) =>
  `version: 1\nmodels:\n${paths.map((path) => `  - path: "${path}"\n    budgets: { macs: ${macs} }\n`).join('')}`;
const wrong = 'version: 1\nmodel: []\n';

test('a change that only mends a configuration that is wrong at the base is judged by what it brings, and that is said', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const base = fixture.commit({ [config]: wrong, 'a.onnx': model(4) });
  const mended = fixture.commit({ [config]: rules(32, '*.onnx'), '.github/workflows/cost.yml': 'on: push\n' });
  const open = await verdict(t, fixture, base, mended);
  assert.equal(open.verdict, 'pass');
  assert.deepEqual(open.codes, ['config/repaired']);
  assert.match(open.problems[0]?.message ?? '', /wrong at the base: `model` is not a key of .*, so it is judged by/);
  // Every model is measured, so that what the new budgets allow can be seen.
  assert.deepEqual(open.checks, ['a.onnx met']);
  fixture.git('checkout', '--quiet', '--detach', base);
  const tight = fixture.commit({ [config]: rules(31, '*.onnx') });
  assert.deepEqual((await verdict(t, fixture, base, tight)).checks, ['a.onnx exceeded']);
});

test('what mends the configuration and changes anything else may have changed a model, and is stopped', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const base = fixture.commit({ [config]: wrong, 'a.onnx': model(4), 'w/big.bin': '1', gone: '1' });
  const others = [{ 'a.onnx': model(5) }, { 'w/big.bin': '2' }, { gone: null }, { '.github/workflows/x.onnx': '1' }];
  for (const other of others) {
    fixture.git('checkout', '--quiet', '--detach', base);
    const head = fixture.commit({ [config]: rules(9999, '*.onnx'), ...other });
    const [name] = Object.keys(other);
    await assert.rejects(verdict(t, fixture, base, head), {
      message: new RegExp(`This change mends it, and changes \`${name}\` too, for which no budgets would hold`),
    });
  }
});

test('what leaves a wrong configuration as it is, deletes it, or brings another wrong one mends nothing', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const base = fixture.commit({ [config]: wrong, 'a.onnx': model(4) });
  const reasons: readonly (readonly [string | null, RegExp])[] = [
    [wrong, /^`model` is not a key/],
    [null, /^`model` is not a key/],
    ['version: 2\n', /would be wrong for every change after it: `version` is/],
    [rules(1, 'b/*.onnx'), /would be wrong for every change after it: its pattern `b\/\*\.onnx` matches no file/],
  ];
  for (const [text, message] of reasons) {
    fixture.git('checkout', '--quiet', '--detach', base);
    await assert.rejects(verdict(t, fixture, base, fixture.commit({ [config]: text })), { message });
  }
});

test('a configuration that is a link at the base can be mended, too', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  fixture.commit({ [config]: 'x' });
  rmSync(join(fixture.dir, config));
  symlinkSync('../elsewhere.yml', join(fixture.dir, config));
  const base = fixture.commit({ 'a.onnx': model(4) });
  rmSync(join(fixture.dir, config));
  assert.deepEqual((await verdict(t, fixture, base, fixture.commit({ [config]: rules(32, '*.onnx') }))).codes, [
    'config/repaired',
  ]);
});

test('an entry that finds nothing on either side is said once, and a change that only takes it away may pass', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const base = fixture.commit({ [config]: rules(32, '*.onnx', 'typo/*.onnx'), 'a.onnx': model(4) });
  const asItIs = await verdict(t, fixture, base, fixture.commit({ readme: '1' }));
  assert.deepEqual([asItIs.verdict, asItIs.codes], ['fail', ['budget/no-model']]);
  fixture.git('checkout', '--quiet', '--detach', base);
  const edited = fixture.commit({ [config]: rules(33, '*.onnx', 'typo/*.onnx', 'new/*.onnx') });
  const more = await verdict(t, fixture, base, edited);
  assert.deepEqual([more.verdict, more.codes], ['fail', ['config/edited', 'config/breaks', 'budget/no-model']]);
  assert.match(more.problems[1]?.message ?? '', /its pattern `new\/\*\.onnx`/);
  fixture.git('checkout', '--quiet', '--detach', base);
  const alone = await verdict(t, fixture, base, fixture.commit({ [config]: rules(32, '*.onnx') }));
  assert.deepEqual([alone.verdict, alone.codes, alone.checks], ['pass', ['config/repaired'], ['a.onnx met']]);
  assert.match(alone.problems[0]?.message ?? '', /its pattern `typo\/\*\.onnx` matches no file/);
  // Loosened with a model that grows, it is judged by the copy at the base, and the idle entry closes the gate.
  fixture.git('checkout', '--quiet', '--detach', base);
  const both = fixture.commit({ [config]: rules(9999, '*.onnx'), 'a.onnx': model(5) });
  const closed = await verdict(t, fixture, base, both);
  assert.deepEqual([closed.verdict, closed.checks], ['fail', ['a.onnx exceeded']]);
  assert.deepEqual(closed.codes, ['config/edited', 'budget/no-model']);
});

test('a configuration that is right at the base is mended by nobody', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const base = fixture.commit({ [config]: rules(31, '*.onnx'), 'a.onnx': model(4) });
  const loosened = await verdict(t, fixture, base, fixture.commit({ [config]: rules(9999, '*.onnx') }));
  assert.deepEqual(loosened.codes, ['config/edited']);
});

test('for models that a build made, a workflow that changes with the configuration may have changed them', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const base = fixture.commit({ [config]: wrong });
  const place = { kind: 'commit', path: config, revision: revision(base) } as const;
  const repository = open(t, fixture.dir);
  const alone = fixture.commit({ [config]: rules(32, '*.onnx') });
  const found = await configOf(repository, place, revision(base), revision(alone));
  assert.deepEqual([found.config?.models.length, found.repaired], [1, true]);
  const both = fixture.commit({ '.github/workflows/build.yml': 'on: push\n' });
  await assert.rejects(configOf(repository, place, revision(base), revision(both)), /and changes `\.github\/workflows/);
});
