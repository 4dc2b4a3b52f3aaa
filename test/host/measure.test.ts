import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { decide, gate } from '../../src/gate.ts';
import { findCheckout } from '../../src/host/clone.ts';
import { openContents } from '../../src/host/content.ts';
import { measureCases } from '../../src/host/measure.ts';
import { planRepository } from '../../src/host/plan.ts';
import { closeRepository, openRepository } from '../../src/host/repository.ts';
import { FlopgateError, problem } from '../../src/problem.ts';
import { onnx } from '../build.ts';
import { makeRepository, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];

/** `count` elementwise layers in a row. */
function chain(count: number): Uint8Array {
  return onnx({
    inputs: { t0: [1, 8] },
    outputs: [`t${count}`],
    nodes: Array.from({ length: count }, (_, i) => ({ op: 'Relu', inputs: [`t${i}`], outputs: [`t${i + 1}`] })),
  });
}

/** Ten products with weights of their own, of which the one at `width` is another's; then an activation. */
function deep(width: number, activation = 'Relu'): Uint8Array {
  const nodes = Array.from({ length: 10 }, (_, i) => ({
    op: 'MatMul',
    inputs: [`t${i}`, `w${width}.${i}`],
    outputs: [`t${i + 1}`],
  }));
  const weights = nodes.map(({ inputs: [, name = ''] }) => [name, { shape: [width + 8, width + 8] }] as const);
  return onnx({
    inputs: { t0: [1, width + 8] },
    outputs: ['y'],
    initializers: Object.fromEntries(weights),
    nodes: [...nodes, { op: activation, inputs: ['t10'], outputs: ['y'] }],
  });
}

async function planned(t: Context, base: Record<string, Uint8Array>, head: Record<string, Uint8Array | null>) {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  const before = fixture.commit(base);
  const after = fixture.commit(head);
  const checkout = findCheckout(fixture.dir);
  assert.ok(checkout);
  const repository = openRepository({ checkout });
  t.after(() => closeRepository(repository));
  const config = 'version: 1\nmodels: [{ path: "*.onnx", budgets: { flops: { max: 100, growth: 10 % } } }]\n';
  const plan = await planRepository(repository, {
    base: { label: 'base', sha: before },
    head: { label: 'head', sha: after },
    config: { kind: 'text', file: 'f.yml', text: config },
    pairs: true,
  });
  return { repository, ...plan };
}

test('what a thread measures is what is measured here', async (t) => {
  const { repository, question, cases } = await planned(
    t,
    { 'a.onnx': chain(3), 'b.onnx': chain(4), 'c.onnx': chain(2) },
    { 'a.onnx': chain(5), 'b.onnx': new Uint8Array(9) },
  );
  const contents = openContents(repository, () => assert.fail('nothing is remote'));
  t.after(contents.close);
  const here = cases.map((one) => ({
    ...one,
    base: one.base && contents.source(one.base),
    head: one.head && contents.source(one.head),
  }));
  const models = await measureCases(cases, { repository, limits: { threads: 2 } });
  const report = decide(question, models);
  assert.deepEqual(report, gate({ ...question, cases: here }));
  assert.deepEqual(
    report.models.map(({ path, status }) => [path, status]),
    [
      ['a.onnx', 'changed'],
      ['b.onnx', 'unreadable'],
      ['c.onnx', 'unchanged'],
    ],
  );
});

test('a model renamed and edited in one commit is found, measured as one and held to what it was', async (t) => {
  const { repository, question, cases } = await planned(
    t,
    { 'a.onnx': deep(3), 'b.onnx': deep(9) },
    {
      'a.onnx': null,
      'c.onnx': deep(3, 'Tanh'),
    },
  );
  assert.deepEqual(
    cases.map(({ path, basePath, status, pairedBy }) => [path, basePath, status, pairedBy]),
    [
      ['b.onnx', undefined, 'unchanged', undefined],
      ['c.onnx', 'a.onnx', 'renamed', 'structure'],
    ],
  );
  const report = decide(question, await measureCases(cases, { repository }));
  const [, renamed] = report.models;
  assert.deepEqual([renamed?.status, renamed?.basePath, renamed?.pairedBy], ['renamed', 'a.onnx', 'structure']);
  assert.deepEqual(
    renamed?.layers.map(({ kind, changes }) => [kind, ...changes.map(({ from, to }) => `${from} → ${to}`)]),
    [['modified', 'Relu → Tanh']],
  );
});

test('models that are no versions of one another stay removed and added', async (t) => {
  const { cases } = await planned(
    t,
    { 'a.onnx': deep(3) },
    { 'a.onnx': null, 'c.onnx': chain(30), 'd.onnx': new Uint8Array(9) },
  );
  assert.deepEqual(
    cases.map(({ path, status }) => `${status} ${path}`),
    ['removed a.onnx', 'added c.onnx', 'added d.onnx'],
  );
});

test('a model that takes too long is unreadable, and the next one is measured', async (t) => {
  const { repository, cases } = await planned(t, {}, { 'a.onnx': chain(20_000), 'b.onnx': chain(2) });
  const [slow] = await measureCases(cases, { repository, limits: { threads: 1, seconds: 0.01 } });
  assert.equal(slow?.status, 'unreadable');
  assert.equal(slow?.problem?.code, 'read/too-slow');
  const [, quick] = await measureCases(cases, { repository, limits: { threads: 1 } });
  assert.equal(quick?.head?.totals.flops, 16n);
});

test('a model that needs more memory than a thread may have is unreadable, and the next one is measured', async (t) => {
  const { repository, cases } = await planned(t, {}, { 'a.onnx': chain(60_000), 'b.onnx': chain(2) });
  const [big, small] = await measureCases(cases, { repository, limits: { threads: 1, mebibytes: 24 } });
  assert.deepEqual([big?.status, big?.problem?.code], ['unreadable', 'read/too-big']);
  assert.equal(small?.head?.totals.flops, 16n);
});

test('a remote file is read by the ranges its graph needs, and one that is lost is unreadable', async (t) => {
  const { repository, cases } = await planned(t, {}, { 'a.onnx': chain(3), 'b.onnx': chain(2) });
  const bytes = chain(3);
  const remote = cases.map((one) => ({
    ...one,
    head: one.head && { ...one.head, kind: 'remote' as const, id: `lfs:${one.path}`, size: bytes.length },
  }));
  const asked: string[] = [];
  const [a, b] = await measureCases(remote, {
    repository,
    limits: { threads: 1 },
    fetchRange: async (id, from, to) => {
      asked.push(id);
      if (id !== 'lfs:a.onnx') throw new FlopgateError(problem('read/failed', { path: 'b.onnx', reason: 'gone' }));
      return bytes.subarray(from, to);
    },
  });
  assert.deepEqual(asked, ['lfs:a.onnx', 'lfs:b.onnx']);
  assert.equal(a?.head?.totals.flops, 24n);
  assert.deepEqual([b?.status, b?.problem?.message], ['unreadable', '`b.onnx` could not be read: gone.']);
});
