import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onnx } from '../build.ts';
import { baseModel, flopgate, headModel, temporaryFolder } from './world.ts';

/** x[batch, 4] · w[4, 8]: batch × 32 multiply-accumulates. */
const symbolic = onnx({
  inputs: { x: ['batch', 4] },
  outputs: ['y'],
  initializers: { w: { shape: [4, 8] } },
  nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'], name: 'proj' }],
});

function parse(text: string): { schema: string; model: { path: string }; totals: Record<string, unknown> } {
  return JSON.parse(text);
}

test('prints a table of layers and totals', async () => {
  const { status, out, err } = await flopgate(['count', baseModel]);
  assert.equal(status, 0);
  assert.equal(err, '');
  assert.match(out, /conv1/);
  assert.match(out, /1[.,]81/);
  assert.ok(!out.includes('\u001b'), 'no colour without a terminal');
});

test('prints one profile for one model, and a list for several', async () => {
  const one = await flopgate(['count', baseModel, '--format', 'json']);
  assert.equal(one.status, 0);
  const profile = parse(one.out);
  assert.equal(profile.schema, 'flopgate.profile/1');
  assert.equal(profile.totals.macs, 1_814_073_344);
  const several = await flopgate(['count', baseModel, headModel, '--format', 'json']);
  const list: unknown = JSON.parse(several.out);
  assert.ok(Array.isArray(list));
  assert.deepEqual(
    list.map(({ model }) => model.path),
    [baseModel, headModel],
  );
});

test('keeps a symbol until it is bound', async (t) => {
  const path = join(temporaryFolder(t), 'm.onnx');
  writeFileSync(path, symbolic);
  assert.equal(parse((await flopgate(['count', path, '--format=json'])).out).totals.macs, '32*batch');
  assert.equal(parse((await flopgate(['count', path, '--format=json', '--bind', 'batch=8'])).out).totals.macs, 256);
  assert.equal(parse((await flopgate(['count', path, '--format=json', '--input', 'x=3,4'])).out).totals.macs, 96);
});

test('counts a model as it stands and in each scenario, which the last column of the CSV names', async (t) => {
  const path = join(temporaryFolder(t), 'm.onnx');
  writeFileSync(path, symbolic);
  const scenarios = ['--scenario', 'one:batch=1', '--scenario', 'many:batch=8'];
  const { out, status } = await flopgate(['count', path, ...scenarios, '--format', 'csv']);
  assert.equal(status, 0);
  const [heads = [], ...rows] = out
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','));
  assert.equal(heads.at(-1), 'scenario');
  assert.deepEqual(
    // From the end: a shape before it holds a comma.
    rows.map((row) => [row.at(-1), row.at(heads.indexOf('macs') - heads.length)]),
    [
      ['', '32*batch'],
      ['one', '32'],
      ['many', '256'],
    ],
  );
  const json = JSON.parse((await flopgate(['count', path, ...scenarios, '--format', 'json'])).out);
  assert.deepEqual(
    json.map(({ scenario, totals }: { scenario?: string; totals: { macs: unknown } }) => [scenario, totals.macs]),
    [
      [undefined, '32*batch'],
      ['one', 32],
      ['many', 256],
    ],
  );
});

test('says of a saved profile that it was measured with other shapes', async (t) => {
  const folder = temporaryFolder(t);
  const [model, saved] = [join(folder, 'm.onnx'), join(folder, 'm.json')];
  writeFileSync(model, symbolic);
  await flopgate(['count', model, '--bind', 'batch=4', '--format', 'json', '--output', saved]);
  const same = await flopgate(['count', saved, '--bind', 'batch=4', '--format', 'json']);
  assert.equal(same.out.trim(), readFileSync(saved, 'utf8').trim());
  const other = await flopgate(['count', saved, '--bind', 'batch=8', '--format', 'json']);
  assert.equal(parse(other.out).totals.macs, 128);
  assert.match(other.out, /was not measured with batch = 8/);
});

test('takes shapes and bindings from the configuration; the command line goes before it', async (t) => {
  const cwd = temporaryFolder(t);
  writeFileSync(join(cwd, 'm.onnx'), symbolic);
  writeFileSync(join(cwd, 'c.yml'), 'version: 1\nmodels:\n  - path: m.onnx\n    bind: { batch: 4 }\n');
  const args = ['count', join(cwd, 'm.onnx'), '--config', join(cwd, 'c.yml'), '--format', 'json'];
  assert.equal(parse((await flopgate(args, { cwd })).out).totals.macs, 128);
  assert.equal(parse((await flopgate([...args, '--bind', 'batch=2'], { cwd })).out).totals.macs, 64);
});

test('says which file is no model, prints the others, and ends with 2', async (t) => {
  const path = join(temporaryFolder(t), 'notes.onnx');
  writeFileSync(path, 'these are notes, not a network');
  const { status, out, err } = await flopgate(['count', path, baseModel, '--format', 'json']);
  assert.equal(status, 2);
  assert.match(err, /^flopgate: /);
  assert.ok(err.includes('notes.onnx'));
  const list: unknown = JSON.parse(out);
  assert.ok(Array.isArray(list) && list.length === 1);
});

test('prints nothing on stdout when nothing could be read', async () => {
  const { status, out, err } = await flopgate(['count', 'no-such-model.onnx', '--format', 'json']);
  assert.equal(status, 2);
  assert.equal(out, '');
  assert.match(err, /no-such-model\.onnx/);
});

test('refuses a shape for an input the model does not have', async () => {
  const { status, err } = await flopgate(['count', baseModel, '--input', 'imgae=1,3,32,32']);
  assert.equal(status, 2);
  assert.match(err, /imgae/);
  assert.match(err, /image/);
});

test('writes to a file and then says nothing', async (t) => {
  const path = join(temporaryFolder(t), 'out.csv');
  const { status, out } = await flopgate(['count', baseModel, '--format', 'csv', '--output', path]);
  assert.equal(status, 0);
  assert.equal(out, '');
  assert.ok(readFileSync(path, 'utf8').endsWith('\n'));
});

test('says why a result cannot be written', async (t) => {
  const { status, err } = await flopgate(['count', baseModel, '--output', join(temporaryFolder(t), 'no', 'such')]);
  assert.equal(status, 2);
  assert.match(err, /cannot be written: its folder does not exist/);
});

test('colours for a person only, and not for one who declined', async () => {
  const colored = await flopgate(['count', baseModel], { outIsTerminal: true });
  assert.ok(colored.out.includes('\u001b['));
  for (const [args, env] of [
    [['--no-color'], {}],
    [[], { NO_COLOR: '1' }],
    [[], { TERM: 'dumb' }],
    [['--format', 'csv'], {}],
  ] as const) {
    const { out } = await flopgate(['count', baseModel, ...args], { outIsTerminal: true, env });
    assert.ok(!out.includes('\u001b'), JSON.stringify([args, env]));
  }
});

test('shows progress on a terminal only, and takes it away again', async () => {
  const { err } = await flopgate(['count', baseModel, headModel], { errIsTerminal: true });
  assert.match(err, /2 of 2/);
  assert.ok(err.endsWith('\r\u001b[K'));
});
