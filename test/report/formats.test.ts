import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FlopgateError, problem } from '../../src/problem.ts';
import { width } from '../../src/report/grid.ts';
import { formatNamed, formats, renderProfiles, renderReport, summaryLine } from '../../src/report/index.ts';
import { changed, profile } from '../fixtures/profiles.ts';
import { markdownTree, nodesOf, textOf } from './markdown-tree.ts';
import {
  addedModel,
  manyLayers,
  noChange,
  overBudget,
  removedModel,
  reportOf,
  undecidable,
  unreadableModel,
  waived,
  withNames,
} from './reports.ts';

test('the formats are table, markdown, JSON, CSV and HTML', () => {
  assert.deepEqual(
    formats.map(({ id }) => id),
    ['table', 'markdown', 'json', 'csv', 'html'],
  );
});

for (const id of ['pdf', 'toString'])
  test(`the format ${id} is not available, and the error says which are`, () => {
    assert.throws(
      () => formatNamed(id),
      (error) =>
        error instanceof FlopgateError &&
        error.problem.code === 'usage/format-unavailable' &&
        /table, markdown, json, csv, html/.test(error.problem.help),
    );
  });

test('JSON is the report itself', () => {
  const report = overBudget();
  assert.deepEqual(JSON.parse(renderReport(report, 'json')), JSON.parse(JSON.stringify(report)));
});

const net = () =>
  profile({
    path: 'models/net.onnx',
    bytes: 2048,
    layers: [
      { name: 'conv', module: 'stem.conv', macs: 900_000, parameters: 1728, weightBytes: 6912 },
      { name: 'fc', op: 'Gemm', macs: 100_000, parameters: 100_000, weightBytes: 400_000 },
      { name: 'gone', macs: 5, dead: true },
      { name: 'odd', op: 'Fancy', macs: 0, readBytes: { unknown: 'no' } },
    ],
    unknownOperators: { 'com.example.Fancy': 1 },
    assumptions: ['batch = 1'],
    problems: [problem('operator/unknown', { operator: 'com.example.Fancy', count: 1 })],
  });

test('the table of a report shows verdict, budgets, metrics, layers, unknowns and both sides', () => {
  const text = renderReport(overBudget(), 'table');
  for (const line of [
    /^FAIL {2}2 budgets are exceeded and 1 warning budget is exceeded\. models\/resnet50\.onnx MACs 4\.09 G → 4\.60 G \(\+12\.5 %\)\.$/m,
    /^ {2}✖ {2}models\/resnet50\.onnx {2}macs <= 4\.2 G +4\.09 G +4\.60 G {2}110 % +400 M over$/m,
    /^ {2}✖ models\/resnet50\.onnx parameters growth <= 2 %: ask the camera team$/m,
    /^models\/resnet50\.onnx \(changed\)$/m,
    /^ {2}MACs +4\.09 G +4\.60 G +\+0\.51 G +\+12\.5 %$/m,
    /^ {2}layer3: block ×6 → ×23\.$/m,
    /^ {2}5 layers differ: 2 modified, 1 renamed, 1 added, 1 removed · 50 unchanged\. 2 of 5 layers make up 90 % of the change in MACs\.$/m,
    /^ {2}layer3\.0\.conv2 +Conv +modified +out channels 256 → 384 +\+520 M +\+1\.01 M$/m,
    /^ {2}MACs partly cancel: \+570 M in 2 layers, −59\.0 M in 1 layer; the largest offset is conv1 −59\.0 M\.$/m,
    /^main at 1a2b3c4d5e6f \(merge parent\) → wider-head at 9f8e7d6c5b4a · convention flopgate · Flopgate 0\.1\.0$/m,
  ])
    assert.match(text, line);
});

test('columns line up whatever the width of their characters', () => {
  const text = renderReport(withNames('层é'), 'table');
  const rows = text.split('\n').filter((line) => /macs <= 5|flops <= 3/.test(line) && /^ {2}[✖?~] {2}/.test(line));
  assert.equal(rows.length, 2);
  assert.equal(new Set(rows.map((row) => width(row.slice(0, row.search(/(macs|flops) <=/))))).size, 1);
  assert.equal(width('层'), 2);
  assert.equal(width('e\u0301'), 1);
  assert.equal(width('\u001b[31mred\u001b[39m'), 3);
});

test('every situation has its words on a terminal', () => {
  assert.match(
    renderReport(noChange(), 'table'),
    /^PASS {2}All 5 budgets are met\. No model changed\.[\s\S]*1 model is unchanged\./,
  );
  assert.match(renderReport(addedModel(), 'table'), /is new: 4\.09 G MACs, 25\.6 M parameters\./);
  assert.match(renderReport(removedModel(), 'table'), /models\/resnet50\.onnx is removed\./);
  assert.match(
    renderReport(unreadableModel(), 'table'),
    /1 model cannot be read[\s\S]*✖ models\/resnet50\.onnx: The file is damaged at byte 4096/,
  );
  assert.match(
    renderReport(waived(), 'table'),
    /^WARN {2}3 budgets are exceeded and accepted[\s\S]*Accepted with the label flopgate-accept by ada at 2026-01-02T03:04:05Z\./,
  );
  assert.match(
    renderReport(undecidable(), 'table'),
    /it depends on batch, seq; give a number[\s\S]*operators Flopgate does not know: com\.example\.Fancy ×1[\s\S]*measured with seq = 128/,
  );
  assert.match(renderReport(manyLayers(), 'table'), /60 layers differ: 60 modified · 7 unchanged\. 42 of 60 layers/);
  const same = profile({ path: 'a.onnx' });
  const untouched = renderReport(reportOf(null, [changed(same, same, { unchanged: 9 })]), 'table');
  assert.match(untouched, /No budgets apply\. a\.onnx costs what it did\.[\s\S]*No layer differs, 9 unchanged\./);
});

test('a report without a base says so', () => {
  assert.match(renderReport({ ...overBudget(), base: null }, 'table'), /^no base → wider-head/m);
  assert.match(renderReport({ ...overBudget(), base: null }, 'markdown'), /<sub>no base → `wider-head`/);
});

test('colour is only there when asked for', () => {
  assert.ok(renderReport(overBudget(), 'table', { color: true }).includes('\u001b[31mFAIL\u001b[39m'));
  for (const report of [overBudget(), withNames('\u001b[31mred\u001b[0m \u009b1m')])
    assert.doesNotMatch(renderReport(report, 'table').replaceAll('\n', ''), /\p{Cc}/u);
});

test('the CSV of a report has a row for each layer that differs', () => {
  const [head, first, second, ...rest] = renderReport(overBudget(), 'csv').split('\n');
  assert.ok(
    head?.startsWith(
      'model,kind,name,baseName,op,baseIndex,headIndex,changes,parametersFrom,parametersTo,parametersBy,',
    ),
  );
  assert.equal(
    first,
    'models/resnet50.onnx,modified,layer3.0.conv2,,Conv,11,11,outChannels 256 → 384,589824,1600000,1010176,,,,231211008,751211008,520000000,462422016,1502422016,1040000000,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,',
  );
  assert.match(second ?? '', /,-4704,.*,-59006976,/);
  assert.equal(rest.length, 4);
  assert.ok([first, second].every((row) => row?.split(',').length === head?.split(',').length));
});

test('the CSV of profiles has a row for each layer, and is empty where a number is unknown', () => {
  const [head, conv, , dead, odd] = renderProfiles([net()], 'csv').split('\n');
  assert.equal(
    head,
    'model,index,name,op,domain,module,outputs,parameters,buffers,macs,flops,weightBytes,quantBytes,constantBytes,readBytes,writeBytes,status,dead,untaken,scenario',
  );
  assert.equal(
    conv,
    'models/net.onnx,0,conv,Conv,,stem.conv,"t0 float32 [1, 64, 56, 56]",1728,0,900000,1800000,6912,0,0,0,0,known,,,',
  );
  assert.match(dead ?? '', /,known,dead,,$/);
  assert.match(odd ?? '', /,0,,0,unknown,,,$/);
});

test('after its layers, a model has a row of totals for each scenario; the columns stay the same without any', () => {
  const path = 'models/gpt.onnx';
  const one = (macs: number) => profile({ path, layers: [{ name: 'a', macs }], totals: { peakBytes: macs * 4 } });
  const free = profile({ path, layers: [{ name: 'a', macs: '10*seq' }] });
  const plain = changed(free, free, { unchanged: 1 });
  const scenarios = [
    {
      name: 'prefill',
      base: one(100),
      head: { ...one(150), assumptions: ['seq = 10', 'past = 0'] },
      counterparts: null,
    },
    { name: '=decode', base: null, head: one(15), counterparts: null },
  ];
  const table = (csv: string) =>
    csv
      .trimEnd()
      .split('\n')
      .map((row) => row.split(','));
  const [heads = [], prefill = [], decode = [], ...more] = table(
    renderReport(reportOf(null, [{ ...plain, scenarios }]), 'csv'),
  );
  const cell = (row: readonly string[], column: string) => row[heads.indexOf(column)];
  const columns = ['kind', 'changes', 'scenario', 'macsFrom', 'macsTo', 'macsBy', 'peakBytesTo', 'peakBytesBy'];
  assert.deepEqual(
    columns.map((column) => cell(prefill, column)),
    ['total', '"seq = 10; past = 0"', 'prefill', '100', '150', '50', '600', '200'],
  );
  // Only the head could be measured: no difference, and no 0 for what is not known.
  assert.deepEqual(
    columns.map((column) => cell(decode, column)),
    ['total', '', "'=decode", '', '15', '', '60', ''],
  );
  assert.deepEqual(more, []);
  assert.deepEqual(table(renderReport(overBudget(), 'csv'))[0], heads);
});

test('profiles in scenarios say which, in every format', () => {
  const profiles = [net(), { ...net(), scenario: 'decode' }];
  const rows = renderProfiles(profiles, 'csv').trimEnd().split('\n').slice(1);
  assert.deepEqual(
    rows.map((row) => row.split(',').at(-1)),
    ['', '', '', '', 'decode', 'decode', 'decode', 'decode'],
  );
  for (const format of ['table', 'markdown', 'html'])
    assert.match(renderProfiles(profiles, format), /models\/net\.onnx \[decode\]/, format);
  assert.deepEqual(
    JSON.parse(renderProfiles(profiles, 'json')).map((p: { scenario?: string }) => p.scenario),
    [undefined, 'decode'],
  );
});

test('a formula in a name stays text in CSV', () => {
  assert.match(renderReport(withNames('=HYPERLINK("http://evil")'), 'csv'), /"'=HYPERLINK\(""http:\/\/evil""\)"/);
});

test('the table of a profile shows totals, layers with their share, the heaviest, coverage and problems', () => {
  const text = renderProfiles([net()], 'table');
  for (const line of [
    /^models\/net\.onnx {2}onnx · pytorch 2\.13\.0 · opset 17 · 2\.00 KiB · convention flopgate · x float32 \[1, 3, 224, 224\] → y float32 \[1, 1000\]$/m,
    /^ +MACs +1\.00 M +1,000,000$/m,
    /^ +Parameters +102 k +101,728$/m,
    /^ +Bytes read +unknown +no$/m,
    /^ +0 {2}stem\.conv +Conv +\[1, 64, 56, 56\] +1\.73 k +900 k +90 % {2}█████████$/m,
    /^ +1 {2}fc +Gemm .* 10 % {2}█$/m,
    /^ +2 {2}gone +Conv .* dead +dead$/m,
    /^ {2}Heaviest: stem\.conv 90 %, fc 10 % of the MACs\.$/m,
    /^ {2}Coverage: 3 of 4 nodes known, 1 unknown\.$/m,
    /^ {2}! 1 of 4 nodes have an unknown shape or cost; operators Flopgate does not know: com\.example\.Fancy ×1$/m,
    /^ {2}i measured with batch = 1$/m,
  ])
    assert.match(text, line);
});

test('the markdown of a profile has its totals and layers as tables', () => {
  const tables = nodesOf(markdownTree(renderProfiles([net()], 'markdown')), 'table').map((t) =>
    (t.children ?? []).map((row) => (row.children ?? []).map(textOf)),
  );
  assert.deepEqual(
    tables[0]?.find(([name]) => name === 'MACs'),
    ['MACs', '1.00 M', '1,000,000'],
  );
  assert.deepEqual(tables[1]?.[1], ['0', 'stem.conv', 'Conv', '[1, 64, 56, 56]', '1.73 k', '900 k', '90 %']);
});

test('the markdown of a profile gives the whole expression beside its rounded and cut value', () => {
  const text = renderProfiles(
    [profile({ path: 'a.onnx', layers: [{ name: 'a', macs: '1835392*batch + 7' }] })],
    'markdown',
  );
  assert.match(text, /\| MACs +\| +`1\.84 M·batch \+ 7` \| +`1835392\*batch \+ 7` \|/);
  assert.doesNotMatch(text, /\(empty\)/);
});

test('so does its text: what is cut from a value stands beside it', () => {
  const macs = '64*batch*past*seq + 64*batch*seq^2 + 6272*batch*seq';
  const text = renderProfiles([profile({ path: 'a.onnx', layers: [{ name: 'a', macs }] })], 'table');
  const [row = ''] = text.split('\n').filter((line) => / MACs /.test(line));
  assert.ok(row.includes('1 more') && row.endsWith(`  ${macs}`), row);
});

test('hostile names of a profile stay in their cells', () => {
  const name = '`|<img src=x>|@octocat [a](http://b.c)\n';
  const hostile = profile({ path: name, layers: [{ name, module: name, op: name, macs: 3 }], assumptions: [name] });
  const tree = markdownTree(renderProfiles([hostile], 'markdown'));
  assert.deepEqual(nodesOf(tree, 'link'), []);
  assert.deepEqual(
    nodesOf(tree, 'html').map(({ value }) => value?.split('\n')[0]),
    ['<details>', '</details>'],
  );
  for (const { value = '' } of nodesOf(tree, 'text')) assert.doesNotMatch(value, /[@`|<]|https?:/);
});

test('one profile is a JSON object, several are an array', () => {
  const one = JSON.parse(renderProfiles([net()], 'json'));
  assert.equal(one.schema, 'flopgate.profile/1');
  const two = JSON.parse(renderProfiles([net(), net()], 'json'));
  assert.ok(Array.isArray(two) && two.length === 2);
  assert.deepEqual(JSON.parse(renderProfiles([], 'json')), []);
});

test('the summary line is one line that no runner obeys', () => {
  assert.equal(
    summaryLine(overBudget()),
    'fail: 2 budgets are exceeded and 1 warning budget is exceeded. models/resnet50.onnx MACs 4.09 G → 4.60 G (+12.5 %).',
  );
  assert.doesNotMatch(summaryLine(withNames('\n::error::x ##[error]y')), /\n|##\[|^::/);
});
