import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { baseModel, flopgate, headModel, temporaryFolder } from './world.ts';

interface Document {
  readonly schema: string;
  readonly verdict: string;
  readonly models: readonly {
    readonly path: string;
    readonly status: string;
    readonly delta: Readonly<Record<string, { from: number; to: number; by: number }>>;
    readonly layers: readonly { kind: string; name: string; op: string }[];
    readonly pairs?: readonly unknown[];
  }[];
  readonly checks: readonly { result: string; metric: string }[];
  readonly problems: readonly { code: string }[];
}

function parse(text: string): Document {
  return JSON.parse(text);
}

test('shows what a wider stage and another activation cost, though every name changed', async () => {
  const { status, out, err } = await flopgate(['diff', baseModel, headModel, '--format', 'json']);
  assert.equal(status, 0);
  assert.equal(err, '');
  const { schema, verdict, models } = parse(out);
  assert.equal(schema, 'flopgate.report/1');
  assert.equal(verdict, 'pass');
  const [model] = models;
  assert.equal(model?.delta.macs?.from, 1_814_073_344);
  // Stage 3, five convolutions on 14 × 14: 196 × (128·9 + 128 + 3 · 320·9) × 320 against 256 channels; the
  // first two of stage 4 on 7 × 7 read 320 instead of 256 channels.
  const stage3 = 196n * ((128n * 9n + 128n) * (320n - 256n) + 3n * 9n * (320n * 320n - 256n * 256n));
  const stage4 = 49n * (9n + 1n) * 512n * (320n - 256n);
  assert.equal(BigInt(model?.delta.macs?.by ?? 0), stage3 + stage4);
  const added = model?.layers.filter(({ kind }) => kind === 'added' || kind === 'removed') ?? [];
  assert.ok(added.length <= 8, `of 49 and 53 layers, ${added.length} found no counterpart`);
});

test('a model against itself has no changed layer', async () => {
  const { status, out } = await flopgate(['diff', baseModel, baseModel, '--format', 'json']);
  assert.equal(status, 0);
  const [model] = parse(out).models;
  assert.equal(model?.status, 'unchanged');
  assert.deepEqual(model?.layers ?? [], []);
});

test('two files of the same bytes are one model, unchanged, and its budgets are judged', async (t) => {
  const cwd = temporaryFolder(t);
  copyFileSync(baseModel, join(cwd, 'copy.onnx'));
  const config = join(cwd, 'c.yml');
  writeFileSync(config, 'version: 1\nmodels:\n  - path: "*.onnx"\n    budgets: { macs: 1 G }\n');
  const args = ['diff', baseModel, join(cwd, 'copy.onnx'), '--config', config];
  const { status, out } = await flopgate([...args, '--format', 'json'], { cwd });
  assert.equal(status, 1);
  const { models, checks } = parse(out);
  assert.equal(models[0]?.status, 'unchanged');
  assert.deepEqual(
    checks.map(({ metric, result }) => [metric, result]),
    [['macs', 'exceeded']],
  );
  const shown = await flopgate(['diff', baseModel, join(cwd, 'copy.onnx'), '--format', 'markdown']);
  assert.match(shown.out, /No model changed/);
});

test('lists every pair on request', async () => {
  const { out } = await flopgate(['diff', baseModel, headModel, '--format', 'json', '--pairs']);
  assert.ok((parse(out).models[0]?.pairs?.length ?? 0) >= 40);
});

test('takes a saved profile for a side', async (t) => {
  const saved = join(temporaryFolder(t), 'base.json');
  await flopgate(['count', baseModel, '--format', 'json', '--output', saved]);
  const { status, out } = await flopgate(['diff', saved, headModel, '--format', 'json']);
  assert.equal(status, 0);
  assert.equal(parse(out).models[0]?.delta.macs?.from, 1_814_073_344);
});

test('judges by the configuration: 1 when a budget is exceeded', async (t) => {
  const cwd = temporaryFolder(t);
  copyFileSync(headModel, join(cwd, 'net.onnx'));
  const config = join(cwd, 'c.yml');
  const args = ['diff', baseModel, join(cwd, 'net.onnx'), '--config', config, '--format', 'json'];
  const budgets = (limit: string) =>
    `version: 1\nmodels:\n  - path: net.onnx\n    budgets: { macs: ${limit} }\n  - path: other.onnx\n`;
  writeFileSync(config, budgets('1.9 G'));
  const over = await flopgate(args, { cwd });
  assert.equal(over.status, 1);
  assert.equal(parse(over.out).verdict, 'fail');
  assert.deepEqual(
    parse(over.out).checks.map(({ result }) => result),
    ['exceeded'],
  );
  writeFileSync(config, budgets('3 G'));
  assert.equal((await flopgate(args, { cwd })).status, 0);
  writeFileSync(config, budgets('{ growth: 1 %, level: warn }'));
  const warned = await flopgate(args, { cwd });
  assert.equal(warned.status, 0);
  assert.equal(parse(warned.out).verdict, 'warn');
});

test('an undecidable budget closes the gate with 2', async (t) => {
  const cwd = temporaryFolder(t);
  copyFileSync(headModel, join(cwd, 'net.onnx'));
  writeFileSync(
    join(cwd, 'c.yml'),
    'version: 1\nmodels:\n  - path: net.onnx\n    inputs: { pixels: [batch, 3, 224, 224] }\n    budgets: { macs: 9 G }\n',
  );
  const { status, out } = await flopgate(
    ['diff', join(cwd, 'net.onnx'), join(cwd, 'net.onnx'), '--config', join(cwd, 'c.yml'), '--format', 'json'],
    { cwd },
  );
  assert.equal(parse(out).checks[0]?.result, 'undecidable');
  assert.equal(status, 2);
});

test('a configuration that says nothing of the model does not open the gate', async (t) => {
  const config = join(temporaryFolder(t), 'c.yml');
  writeFileSync(config, 'version: 1\nmodels:\n  - path: other.onnx\n    budgets: { macs: 1 G }\n');
  const { status, err } = await flopgate(['diff', baseModel, headModel, '--config', config]);
  assert.equal(status, 2);
  assert.match(err, /No entry of .* matches/);
});

test('says that budgets for the whole repository are not judged', async (t) => {
  const cwd = temporaryFolder(t);
  copyFileSync(headModel, join(cwd, 'net.onnx'));
  writeFileSync(join(cwd, 'c.yml'), 'version: 1\nmodels:\n  - path: net.onnx\nbudgets: { weightBytes: 1 kB }\n');
  const { status, out } = await flopgate(
    ['diff', baseModel, join(cwd, 'net.onnx'), '--config', join(cwd, 'c.yml'), '--format', 'json'],
    { cwd },
  );
  assert.equal(status, 0);
  assert.deepEqual(
    parse(out).problems.map(({ code }) => code),
    ['usage/repository-budgets'],
  );
});

test('names the line of a configuration that does not parse', async (t) => {
  const config = join(temporaryFolder(t), 'c.yml');
  writeFileSync(config, 'version: 1\nmodels:\n  - path: head.onnx\n    budgets: { mcas: 1 G }\n');
  const { status, err, out } = await flopgate(['diff', baseModel, headModel, '--config', config]);
  assert.equal(status, 2);
  assert.equal(out, '');
  assert.match(err, /mcas/);
  assert.match(err, /c\.yml:4/);
});

test('a base that cannot be read is said to be the base, and makes the status 2', async (t) => {
  const path = join(temporaryFolder(t), 'cut.onnx');
  writeFileSync(path, '');
  const { status, out, err } = await flopgate(['diff', path, headModel]);
  assert.equal(status, 2);
  assert.match(out, /! .*head\.onnx: The base cannot be read: The file is empty\./);
  assert.match(err, /^flopgate: warning: The base cannot be read: The file is empty\.\n {2}in .*cut\.onnx\n/);
});

test('an unreadable side is in the report, on stderr, and makes the status 2', async (t) => {
  const path = join(temporaryFolder(t), 'cut.onnx');
  writeFileSync(path, readFileSync(headModel).subarray(0, 20_000));
  const { status, out, err } = await flopgate(['diff', baseModel, path, '--format', 'json']);
  assert.equal(status, 2);
  assert.equal(parse(out).models[0]?.status, 'unreadable');
  assert.match(err, /cut\.onnx/);
});

for (const format of ['table', 'markdown', 'csv'])
  test(`prints ${format}`, async () => {
    const { status, out } = await flopgate(['diff', baseModel, headModel, '--format', format]);
    assert.equal(status, 0);
    assert.ok(out.length > 200 && out.endsWith('\n'));
  });
