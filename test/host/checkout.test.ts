import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { planCheckout } from '../../src/host/checkout.ts';
import { fingerprint, makeRepository, tempFolder } from './git-fixture.ts';

test('plans the gate for a clone from any of its folders and leaves the clone byte-identical', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const base = fixture.commit({ 'm/a.onnx': '1' });
  const head = fixture.commit({ 'm/a.onnx': '2' });
  fixture.git('update-index', '--refresh');
  const before = fingerprint(fixture.dir);
  const plan = await planCheckout({ repo: join(fixture.dir, 'm'), pairs: true });
  t.after(plan.close);
  assert.deepEqual([plan.question.base?.sha, plan.question.head.sha], [base, head]);
  assert.deepEqual(
    plan.cases.map(({ status, path }) => `${status} ${path}`),
    ['changed m/a.onnx'],
  );
  assert.equal(plan.question.pairs, true);
  plan.close();
  assert.equal(fingerprint(fixture.dir), before);
});

test('a root commit is measured without a base, under its own configuration', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  fixture.commit({ '.github/flopgate.yml': 'version: 1\nmodels: [{ path: "*.onnx" }]\n', 'a.onnx': '1' });
  const plan = await planCheckout({ repo: fixture.dir });
  t.after(plan.close);
  assert.equal(plan.question.base, null);
  assert.equal(plan.question.config?.models.length, 1);
  assert.deepEqual(
    plan.question.problems.map(({ code }) => code),
    ['read/no-base'],
  );
});

test('a configuration given by hand is used as it is', async (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  fixture.commit({ 'a.bin': '1' });
  const text = 'version: 1\nmodels: [{ path: "*.bin" }]\n';
  const plan = await planCheckout({ repo: fixture.dir, head: 'main', config: { file: 'mine.yml', text } });
  t.after(plan.close);
  assert.deepEqual(
    plan.cases.map(({ path }) => path),
    ['a.bin'],
  );
  assert.equal(plan.question.config?.file, 'mine.yml');
});

test('outside a clone, and for a wrong name or a wrong configuration, it stops with a sentence', async (t) => {
  const temp = tempFolder(t);
  mkdirSync(join(temp, 'plain'));
  await assert.rejects(planCheckout({ repo: join(temp, 'plain') }), /is not in a git repository/);
  const fixture = makeRepository(join(temp, 'clone'));
  fixture.commit({ a: '1' });
  await assert.rejects(planCheckout({ repo: fixture.dir, base: 'nowhere' }), /`nowhere` cannot be found/);
});
