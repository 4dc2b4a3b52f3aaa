import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onnx } from '../build.ts';
import { flopgate, temporaryFolder } from './world.ts';

/** A convolution of `channels` filters with a bias, and a ReLU. */
function net(channels: number): Uint8Array {
  return onnx({
    inputs: { x: [1, 8, 10, 10] },
    outputs: ['y'],
    initializers: { w: { shape: [channels, 8, 3, 3] }, b: { shape: [channels] } },
    nodes: [
      { op: 'Conv', inputs: ['x', 'w', 'b'], outputs: ['c'], name: 'conv', attributes: { pads: [1, 1, 1, 1] } },
      { op: 'Relu', inputs: ['c'], outputs: ['y'], name: 'relu' },
    ],
  });
}

function files(t: Parameters<typeof temporaryFolder>[0]) {
  const folder = temporaryFolder(t);
  const write = (name: string, content: Uint8Array | string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return { write, base: write('base.onnx', net(16)), head: write('head.onnx', net(32)) };
}

test('count --as gives the numbers of the tool, and names it', async (t) => {
  const { base } = files(t);
  const { status, out } = await flopgate(['count', base, '--as', 'onnx-tool', '--format', 'json']);
  assert.equal(status, 0);
  const { convention, totals, layers } = JSON.parse(out);
  // 100·16·(72 + 1) of the convolution, 1600 of the ReLU; our own 115200 has neither
  assert.deepEqual([totals.macs, totals.flops], [118400, null]);
  assert.equal(totals.why.flops, 'onnx-tool counts MACs only');
  assert.deepEqual(
    layers.map(({ macs }: { macs: number }) => macs),
    [116800, 1600],
  );
  assert.deepEqual([convention.id, convention.unit, convention.accuracy], ['onnx-tool', 'macs', 'exact']);
});

test('the table and the markdown name the convention, our own too', async (t) => {
  const { base } = files(t);
  assert.match((await flopgate(['count', base])).out, / · convention flopgate · /);
  for (const format of ['table', 'markdown']) {
    const { out } = await flopgate(['count', base, '--as', 'thop', '--format', format]);
    assert.match(out, /convention `?thop 0\.1\.1 \(43c064a\), near`?/, format);
  }
});

test('a convention without MACs has its layers by FLOPs', async (t) => {
  const { base } = files(t);
  const { out } = await flopgate(['count', base, '--as', 'paper']);
  assert.match(out, /Parameters +FLOPs +Share/);
  assert.match(out, /Heaviest: conv 100 % of the FLOPs\./);
});

test('diff --as judges budgets by the numbers of the convention', async (t) => {
  const { write, base, head } = files(t);
  // Ours: 115200 → 230400 MACs. onnx-tool: 118400 → 236800.
  const config = write('flopgate.yml', 'version: 1\nmodels:\n  - path: "**/*.onnx"\n    budgets:\n      macs: 235 k\n');
  const own = await flopgate(['diff', base, head, '--config', config], { cwd: join(base, '..') });
  assert.equal(own.status, 0, own.out);
  const { status, out } = await flopgate(['diff', base, head, '--config', config, '--as', 'onnx-tool'], {
    cwd: join(base, '..'),
  });
  assert.equal(status, 1, out);
  assert.match(out, /convention onnx-tool 1\.0\.1 \(00f5f0a\), exact/);
  assert.ok(!/^ +FLOPs/m.test(out), 'a number the tool does not give is no row');
});

test('a budget on a number the tool does not give is undecidable, and closes the gate', async (t) => {
  const { write, base, head } = files(t);
  const config = write('flopgate.yml', 'version: 1\nmodels:\n  - path: "**/*.onnx"\n    budgets:\n      flops: 9 G\n');
  const { status, out } = await flopgate(['diff', base, head, '--config', config, '--as', 'thop'], {
    cwd: join(base, '..'),
  });
  assert.equal(status, 2);
  assert.match(out, /thop counts MACs only/);
});

test('a report keeps its convention when it is rendered again', async (t) => {
  const { write, base, head } = files(t);
  const json = await flopgate(['diff', base, head, '--as', 'ptflops', '--format', 'json']);
  const report = JSON.parse(json.out);
  assert.equal(report.convention, 'ptflops');
  assert.deepEqual([report.counting.unit, report.counting.accuracy], ['macs', 'near']);
  const { out } = await flopgate(['render', write('report.json', json.out), '--format', 'markdown']);
  assert.match(out, /convention `ptflops 0\.7\.6 \(d612c75\), backend pytorch, near`/);
});

test('a saved profile is compared only under the convention it was counted by', async (t) => {
  const { write, base, head } = files(t);
  const saved = write('saved.json', (await flopgate(['count', base, '--as', 'thop', '--format', 'json'])).out);
  assert.equal((await flopgate(['diff', saved, head, '--as', 'thop'])).status, 0);
  const mixed = await flopgate(['diff', saved, head]);
  assert.equal(mixed.status, 2);
  assert.match(mixed.err, /The saved profile was counted as thop; flopgate is asked for\./);
  const other = await flopgate(['diff', base, saved, '--as', 'fvcore']);
  assert.equal(other.status, 2);
});
