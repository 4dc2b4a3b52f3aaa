import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JudgedModel } from '../../src/budget/budget.ts';
import { FlopgateError, problem } from '../../src/problem.ts';
import { ratioOf } from '../../src/report/assemble.ts';
import { renderReport } from '../../src/report/index.ts';
import { readReport } from '../../src/report/read.ts';
import { changed, count, profile, record } from '../fixtures/profiles.ts';
import { noChange, overBudget, reportOf, undecidable, unreadableModel, waived, withNames } from './reports.ts';

test('a report names its schema, tool, convention, sides and verdict', () => {
  const report = overBudget();
  assert.equal(report.schema, 'flopgate.report/1');
  assert.deepEqual(report.tool, { name: 'flopgate', version: '0.1.0' });
  assert.equal(report.convention, 'flopgate');
  assert.equal(report.base?.how, 'merge parent');
  assert.equal(report.verdict, 'fail');
});

test('a model has its totals on both sides, and a delta with a ratio for each', () => {
  const [model] = overBudget().models;
  assert.ok(model);
  assert.equal(model.base?.macs, 4_089_184_256);
  assert.equal(model.head?.fileBytes, 102_440_000);
  // (4,600,000,000 − 4,089,184,256) / 4,089,184,256
  assert.deepEqual(model.delta.macs, {
    from: 4_089_184_256,
    to: 4_600_000_000,
    by: 510_815_744,
    ratio: 0.124918739782,
  });
  assert.deepEqual(model.delta.quantBytes, { from: 0, to: 0, by: 0 });
  assert.equal(model.unchangedLayers, 50);
  assert.deepEqual(model.blocks, [{ name: 'layer3', from: 6, to: 23 }]);
});

test('a layer has its indices, its name and its changes', () => {
  const [layer] = overBudget().models[0]?.layers ?? [];
  assert.deepEqual(layer, {
    kind: 'modified',
    base: [11],
    head: [11],
    name: 'layer3.0.conv2',
    op: 'Conv',
    changes: [{ what: 'outChannels', from: 256, to: 384 }],
    delta: {
      parameters: { from: 589_824, to: 1_600_000, by: 1_010_176, ratio: 1.712673611111 },
      macs: { from: 231_211_008, to: 751_211_008, by: 520_000_000, ratio: 2.249027866354 },
      flops: { from: 462_422_016, to: 1_502_422_016, by: 1_040_000_000, ratio: 2.249027866354 },
    },
  });
});

test('the first layers that make up 90 % of the movement are counted', () => {
  // 520 + 59 of 628.8 M is 92 %; 520 alone is 83 %
  assert.deepEqual(overBudget().models[0]?.explanation, { metric: 'macs', layers: 2 });
  assert.equal(noChange().models[0]?.explanation, undefined);
});

test('numbers past 2^53 − 1 are strings, expressions too, and unknown ones null', () => {
  const big = profile({
    layers: [{ macs: 9_007_199_254_740_993n, parameters: '3*n', weightBytes: { unknown: 'no' } }],
  });
  const [model] = reportOf(null, [changed(big, big)]).models;
  assert.equal(model?.head?.macs, '9007199254740993');
  assert.equal(model?.head?.parameters, '3*n');
  assert.equal(model?.head?.weightBytes, null);
  assert.deepEqual(model?.delta.parameters, { from: '3*n', to: '3*n', by: 0, ratio: 0 });
});

test('coverage is a share in checks', () => {
  const check = undecidable().checks.find(({ metric }) => metric === 'coverage');
  assert.deepEqual([check?.actual, check?.limit, check?.kind], [0.5, 1, 'min']);
});

test('a ratio is there only where it is one number', () => {
  const ratio = (by: Parameters<typeof count>[0], from: Parameters<typeof count>[0]) => ratioOf(count(by), count(from));
  assert.equal(ratio(1, 4), 0.25);
  assert.equal(ratio(-4, 4), -1);
  assert.equal(ratio(3, 0), undefined);
  assert.equal(ratio('3*n + 6', '2*n + 4'), 1.5);
  assert.equal(ratio('3*n + 1', '2*n'), undefined);
  assert.equal(ratio('n', 2), undefined);
  assert.equal(ratio({ unknown: 'no' }, 2), undefined);
});

test('pairs are listed only when asked for', () => {
  const p = profile({ layers: [{ name: 'a' }, { name: 'b' }] });
  assert.equal(reportOf(null, [changed(p, p)]).models[0]?.pairs, undefined);
  assert.deepEqual(reportOf(null, [changed(p, p)], { pairs: true }).models[0]?.pairs, [
    [0, 0],
    [1, 1],
  ]);
});

test('a fatal problem of the run fails, whatever the judge said', () => {
  const problems = [problem('read/missing', { what: 'the model' })];
  assert.equal(reportOf(null, [], { problems }).verdict, 'fail');
  assert.equal(reportOf(null, []).verdict, 'pass');
});

test('an unreadable model keeps its problem and what is known of its base', () => {
  const [model] = unreadableModel().models;
  assert.equal(model?.status, 'unreadable');
  assert.equal(model?.head, null);
  assert.equal(model?.base?.macs, 4_089_184_256);
  assert.equal(model?.problems[0]?.code, 'format/damaged');
  assert.deepEqual(model?.delta, {});
});

test('models come by path, and a layer without module or name by its output', () => {
  const p = (path: string) => profile({ path });
  const records = [record('modified', { name: '', macs: 1 }, { name: '', macs: 2 })];
  const models: readonly JudgedModel[] = [changed(p('b'), p('b'), { records }), changed(p('a'), p('a'))];
  const report = reportOf(null, models);
  assert.deepEqual(
    report.models.map(({ path }) => path),
    ['a', 'b'],
  );
  assert.equal(report.models[1]?.layers[0]?.name, 't0');
});

test('a saved report is read back as it was', () => {
  for (const report of [noChange(), overBudget(), undecidable(), unreadableModel(), waived(), withNames('x|`y')])
    assert.deepEqual(readReport(JSON.stringify(report), 'r.json'), JSON.parse(JSON.stringify(report)));
});

test('what Git LFS moved is kept, and told in a phrase where anything was asked', () => {
  const moved = { lfsBytes: 1_150_000, lfsRequests: 58, lfsObjects: 1 };
  const report = { ...noChange(), transfer: moved };
  assert.deepEqual(readReport(JSON.stringify(report), 'r.json').transfer, moved);
  // 1,150,000 / 1,048,576 = 1.0967 MiB
  for (const format of ['markdown', 'table'] as const)
    assert.match(renderReport(report, format), / · Git LFS: 1\.10 MiB of 1 file in 58 requests · Flopgate /);
  const nothing = { ...report, transfer: { lfsBytes: 0, lfsRequests: 0, lfsObjects: 0 } };
  assert.doesNotMatch(renderReport(nothing, 'markdown'), /Git LFS/);
  assert.match(
    renderReport({ ...report, transfer: { lfsBytes: 0, lfsRequests: 1, lfsObjects: 0 } }, 'markdown'),
    /Git LFS: 0 B of 0 files in 1 request ·/,
  );
});

test('fields of later versions are no reason to refuse a report', () => {
  assert.equal(readReport(JSON.stringify({ ...overBudget(), later: 1 }), 'r.json').verdict, 'fail');
});

const refused: readonly [title: string, text: string, says: RegExp][] = [
  ['text that is not JSON', '{', /it is not JSON/],
  ['another schema', '{"schema":"flopgate.profile/1"}', /schema/],
  ['nothing', 'null', /schema/],
  ['a wrong field', JSON.stringify({ ...overBudget(), verdict: 'maybe' }), /`verdict`/],
  [
    'a metric that is no word',
    JSON.stringify({ ...overBudget(), checks: [{ ...overBudget().checks[0], metric: '<b>' }] }),
    /`checks\.0\.metric`/,
  ],
];
for (const [title, text, says] of refused)
  test(`refuses ${title} and says where`, () => {
    assert.throws(
      () => readReport(text, 'r.json'),
      (error) =>
        error instanceof FlopgateError &&
        error.problem.code === 'report/unreadable' &&
        says.test(error.message) &&
        error.problem.at?.file === 'r.json',
    );
  });
