import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { onnx } from '../build.ts';
import { baseModel, flopgate, headModel, temporaryFolder } from './world.ts';

/** `base/` and `head/` with models below them. */
function built(t: TestContext, base: Record<string, string>, head: Record<string, string>): string {
  const cwd = temporaryFolder(t);
  for (const [side, files] of Object.entries({ base, head })) {
    mkdirSync(join(cwd, side));
    for (const [path, from] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, side, path)), { recursive: true });
      copyFileSync(from, join(cwd, side, path));
    }
  }
  return cwd;
}

const config = (cwd: string, text: string): string => {
  const path = join(cwd, 'budgets.yml');
  writeFileSync(path, text);
  return path;
};

const statuses = (out: string): readonly string[] => {
  const report: { models: { path: string; status: string }[] } = JSON.parse(out);
  return report.models.map(({ path, status }) => `${status} ${path}`);
};

test('two folders are compared model by model, and judged by the paths below them', async (t) => {
  const cwd = built(
    t,
    { 'm/net.onnx': baseModel, 'm/same.onnx': baseModel, 'gone.onnx': headModel },
    { 'm/net.onnx': headModel, 'm/same.onnx': baseModel, 'notes.txt': baseModel },
  );
  const budgets = config(cwd, 'version: 1\nmodels: [{ path: "m/net.onnx", budgets: { macs: { growth: 5 % } } }]\n');
  const sides = [join(cwd, 'base'), join(cwd, 'head')];
  const all = await flopgate(['diff', ...sides, '--format', 'json']);
  assert.equal(all.status, 0);
  assert.deepEqual(statuses(all.out), ['removed gone.onnx', 'changed m/net.onnx', 'unchanged m/same.onnx']);
  const judged = await flopgate(['diff', ...sides, '--config', budgets, '--format', 'json']);
  assert.equal(judged.status, 1, 'the model grows by 12.5 %');
  assert.deepEqual(statuses(judged.out), ['changed m/net.onnx']);
});

/** Ten products with weights of their own, and an activation. */
function deep(activation: string): Uint8Array {
  const nodes = Array.from({ length: 10 }, (_, i) => ({
    op: 'MatMul',
    inputs: [`t${i}`, `w${i}`],
    outputs: [`t${i + 1}`],
  }));
  return onnx({
    inputs: { t0: [1, 8] },
    outputs: ['y'],
    initializers: Object.fromEntries(nodes.map((_, i) => [`w${i}`, { shape: [8, 8] }])),
    nodes: [...nodes, { op: activation, inputs: ['t10'], outputs: ['y'] }],
  });
}

test('a model renamed and edited in one build is compared with what it was', async (t) => {
  const cwd = built(t, {}, {});
  writeFileSync(join(cwd, 'base', 'old.onnx'), deep('Relu'));
  writeFileSync(join(cwd, 'head', 'new.onnx'), deep('Tanh'));
  const sides = [join(cwd, 'base'), join(cwd, 'head')];
  const { out } = await flopgate(['diff', ...sides, '--format', 'json']);
  assert.deepEqual(statuses(out), ['renamed new.onnx']);
  const report: { models: { basePath: string; pairedBy: string; layers: { kind: string }[] }[] } = JSON.parse(out);
  const [{ basePath, pairedBy, layers } = assert.fail('no model')] = report.models;
  assert.deepEqual([basePath, pairedBy, layers.map(({ kind }) => kind)], ['old.onnx', 'structure', ['modified']]);
  const table = await flopgate(['diff', ...sides]);
  assert.match(table.out, /new\.onnx \(renamed from old\.onnx, and edited\)/);
  const markdown = await flopgate(['diff', ...sides, '--format', 'markdown']);
  assert.match(markdown.out, /renamed from `old\.onnx`, and edited/);
});

test('a saved profile may stand for its model, under its name or with .json behind it', async (t) => {
  const cwd = built(t, {}, { 'a.onnx': headModel, 'b.onnx': headModel });
  for (const name of ['a.onnx', 'b.onnx.json']) {
    const saved = await flopgate(['count', baseModel, '--format', 'json', '--output', join(cwd, 'base', name)]);
    assert.equal(saved.status, 0);
  }
  const { status, out } = await flopgate(['diff', join(cwd, 'base'), join(cwd, 'head'), '--format', 'json']);
  assert.equal(status, 0);
  assert.deepEqual(statuses(out), ['changed a.onnx', 'changed b.onnx']);
  const report: { models: { delta: { macs: { from: number; to: number } } }[] } = JSON.parse(out);
  assert.deepEqual(report.models[0]?.delta.macs, report.models[1]?.delta.macs);
  assert.equal(report.models[0]?.delta.macs.from, 1814073344);
});

test('a folder of models that is a link at the head hides none of them', async (t) => {
  const cwd = built(
    t,
    { 'models/a.onnx': baseModel, 'b.onnx': baseModel },
    { 'b.onnx': baseModel, 'real/a.onnx': headModel },
  );
  // To where no pattern looks.
  symlinkSync('hidden', join(cwd, 'head', 'models'));
  mkdirSync(join(cwd, 'head', 'hidden'));
  writeFileSync(join(cwd, 'head', 'hidden', 'a.bin'), '1');
  const sides = [join(cwd, 'base'), join(cwd, 'head')];
  const { status, out } = await flopgate(['diff', ...sides, '--format', 'json']);
  assert.deepEqual(statuses(out), ['unchanged b.onnx', 'unreadable models/a.onnx', 'added real/a.onnx']);
  assert.deepEqual([status, JSON.parse(out).verdict], [2, 'fail']);
  // To a model that is measured under its own path, by two links.
  rmSync(join(cwd, 'head', 'models'));
  symlinkSync('now', join(cwd, 'head', 'models'));
  symlinkSync('real', join(cwd, 'head', 'now'));
  const led = await flopgate(['diff', ...sides, '--format', 'json']);
  assert.deepEqual(
    [led.status, ...statuses(led.out)],
    [0, 'unchanged b.onnx', 'removed models/a.onnx', 'added real/a.onnx'],
  );
});

test('links in a folder may lead, one after the other, to a model that is measured; any other is refused', async (t) => {
  const cwd = built(t, { 'a.onnx': baseModel, 'c.onnx': baseModel }, { 'a.onnx': headModel, 'new.onnx': baseModel });
  const link = (side: string, name: string, target: string) => symlinkSync(target, join(cwd, side, name));
  link('head', 'latest.onnx', 'current');
  link('head', 'current', 'a.onnx');
  link('base', 'new.onnx', 'a.onnx');
  link('base', 'gone.onnx', 'a.onnx');
  const sides = [join(cwd, 'base'), join(cwd, 'head'), '--format', 'json'];
  const fine = await flopgate(['diff', ...sides]);
  assert.deepEqual(statuses(fine.out), ['changed a.onnx', 'removed c.onnx', 'added new.onnx']);
  link('head', 'b.onnx', '../base/a.onnx');
  link('head', 'c.onnx', 'a.onnx');
  link('head', 'd.onnx', 'd.onnx');
  const { status, out } = await flopgate(['diff', ...sides]);
  assert.equal(status, 2);
  const refused = ['unreadable b.onnx', 'unreadable c.onnx', 'unreadable d.onnx'];
  assert.deepEqual(statuses(out), ['changed a.onnx', ...refused, 'added new.onnx']);
  const { err } = await flopgate(['diff', ...sides.slice(0, 2)]);
  assert.match(err, /b\.onnx` is a symbolic link out of the folder, not a regular file/);
  assert.match(err, /c\.onnx` is a symbolic link, not a regular file/);
  assert.match(err, /d\.onnx` is a symbolic link in a circle, not a regular file/);
});

test('a link is not followed, folders without models are an error, and so is a file beside a folder', async (t) => {
  const cwd = built(t, { 'a.onnx': baseModel }, {});
  const sides = [join(cwd, 'base'), join(cwd, 'head')];
  symlinkSync(headModel, join(cwd, 'head', 'a.onnx'));
  const linked = await flopgate(['diff', ...sides]);
  assert.equal(linked.status, 2);
  assert.match(linked.err, /a\.onnx` is a symbolic link/);
  const mixed = await flopgate(['diff', join(cwd, 'base'), headModel]);
  assert.equal(mixed.status, 2);
  assert.match(mixed.err, /base is a folder, and .*head\.onnx is not/);
  mkdirSync(join(cwd, 'empty'));
  const empty = await flopgate(['diff', join(cwd, 'empty'), join(cwd, 'empty')]);
  assert.equal(empty.status, 2);
  assert.match(empty.err, /Neither folder holds a model/);
});

test('a model whose name is no UTF-8 is an error that says so', async (t) => {
  const cwd = built(t, { 'a.onnx': baseModel }, { 'a.onnx': baseModel });
  const name = Buffer.concat([Buffer.from(join(cwd, 'head', 'm')), Buffer.of(0xff), Buffer.from('.onnx')]);
  writeFileSync(name, '1');
  const { status, err } = await flopgate(['diff', join(cwd, 'base'), join(cwd, 'head')]);
  assert.equal(status, 2);
  assert.match(err, /could not be read: its name is no UTF-8/);
});
