/** Names an attacker would choose, through the whole corridor: they stay names, and the numbers stay the same. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { profileFromJson, profileToJson } from '../src/analysis/profile-json.ts';
import { parseConfig } from '../src/budget/config.ts';
import { ruleFor } from '../src/budget/rules.ts';
import { measurementOf } from '../src/budget/scenarios.ts';
import { memorySource } from '../src/bytes/source.ts';
import { parseStrictJson } from '../src/bytes/text.ts';
import { count } from '../src/count.ts';
import { gate } from '../src/gate.ts';
import { symbolsOf } from '../src/model/dim.ts';
import { renderProfiles, renderReport, summaryLine } from '../src/report/index.ts';
import { readReport } from '../src/report/read.ts';
import { parseCommand } from './action/runner.ts';
import { onnx } from './build.ts';
import { wellFormed } from './report/markdown-tree.ts';

/** Every name of the model is `name`, told apart by a digit where it must be. */
function modelNamed(name: string, outputs = 4): Uint8Array {
  // A key of its own, also where the name is `__proto__`, which a literal would take for the prototype.
  const one = <T>(key: string, value: T): Record<string, T> => Object.fromEntries([[key, value]]);
  return onnx({
    inputs: one(`${name}0`, [name, 8]),
    outputs: one(name, null),
    initializers: one(`${name}1`, { shape: [8, outputs] }),
    opset: { '': 17, [`${name}.domain`]: 1 },
    metadata: one(name, name),
    // With control characters in front a file does not look like a model, and is refused.
    producer: name.replace(/\p{Cc}/gu, '?'),
    nodes: [
      { op: 'MatMul', name, inputs: [`${name}0`, `${name}1`], outputs: [`${name}2`] },
      {
        op: name === '' ? 'X' : name,
        domain: `${name}.domain`,
        name: `${name}b`,
        inputs: [`${name}2`],
        outputs: [name],
      },
    ],
  });
}

const prototypes = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

const texts = [
  '::set-output name=verdict::pass',
  'x ##[set-output name=verdict]pass',
  'a\r::add-mask::e',
  'a\n::stop-commands::t',
  '\u2028::error::x',
  '\u0085::error::x',
  '<!-- flopgate:comment: -->',
  '--><img src=http://evil.example/x.png>',
  '</code></td></table></details>',
  '@octocat, @org/team: see #1 and o/r#2',
  '[a](javascript:alert) https://evil.example www.evil.example',
  '`` | \\| `\n\n# heading\n```mermaid\ngraph TD; click a "x"',
  '\u202ecod\u202c\u200b\ufeff\ud800',
  '\u001b]0;title\u0007\u001b[2J\u009b31m',
  '=HYPERLINK("http://evil.example")',
  '../../etc/passwd\u0000',
  '--upload-pack=touch x',
  '{message}{help} $& $1',
];

for (const name of [...prototypes, ...texts])
  test(`a model in which everything is called ${JSON.stringify(name)} is counted, compared, judged and shown`, () => {
    const [before, after] = [modelNamed(name), modelNamed(name, 6)];
    // Blanks around a symbol's name and what no UTF-8 can hold are not in the file's symbol.
    const free = count(memorySource('m.onnx', before), 'm.onnx', { inputs: new Map(), bind: new Map() }).profile;
    const [symbol = ''] = symbolsOf(free.layers[0]?.macs ?? 0n);
    const options = { inputs: new Map(), bind: new Map([[symbol, 3n]]) };
    const { profile } = count(memorySource('m.onnx', before), 'm.onnx', options);
    // 3 × 8 × 4, and the other operator is nobody's.
    assert.equal(profile.layers[0]?.macs, 96n);
    assert.equal(profile.layers[1]?.status, 'unknown');
    assert.equal(profile.totals.parameters, 32n);
    const json = renderProfiles([profile], 'json');
    assert.deepEqual(profileToJson(profileFromJson(json, 'p.json')), parseStrictJson(json));

    const config = parseConfig('version: 1\nmodels: [{ path: "*.onnx", budgets: { parameters: 40 } }]', 'f.yml');
    const report = gate({
      base: { label: name, sha: '1'.repeat(40), how: name },
      head: { label: name },
      config,
      cases: [
        {
          path: 'm.onnx',
          basePath: `${name}.onnx`,
          status: 'renamed',
          base: memorySource(name, before),
          head: memorySource(name, after),
          ...measurementOf(ruleFor(config, 'm.onnx'), options),
        },
      ],
      problems: [],
      pairs: true,
    });
    assert.equal(report.verdict, 'fail');
    // 8 × 6 and 8 × 4
    assert.deepEqual([report.models[0]?.delta.parameters?.to, report.models[0]?.delta.parameters?.by], [48, 16]);
    const written = renderReport(report, 'json');
    assert.deepEqual(readReport(written, 'r.json'), parseStrictJson(written));
    for (const text of [json, written]) assert.doesNotMatch(text, /(?<!\\)\\ud[89a-f]/, 'no half of a surrogate pair');

    const markdown = renderReport(report, 'markdown', { key: name });
    wellFormed(markdown);
    assert.equal(markdown.split('<!-- flopgate:comment:').length, 2, 'one marker, ours');
    assert.doesNotMatch(markdown, /^```/m, 'no block of code, and so no diagram');
    for (const shown of [renderReport(report, 'table'), renderProfiles([profile], 'table')]) {
      assert.doesNotMatch(shown, /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e]/u);
    }
    for (const csv of [renderReport(report, 'csv'), renderProfiles([profile], 'csv')])
      assert.doesNotMatch(csv.replace(/"(?:[^"]|"")*"/g, ''), /(?:^|,)[=+@-]\D/m);
    const log = summaryLine(report);
    assert.deepEqual(log.split(/[\n\r\u0085\u2028\u2029]/).flatMap(parseCommand), []);
    assert.deepEqual([Object.keys(Object.prototype), Object.keys(Array.prototype)], [[], []]);
  });

test('every test that SECURITY.md names is there', () => {
  const text = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8');
  const named = [...text.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path = '']) => path);
  assert.ok(named.length > 30);
  assert.deepEqual(
    named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url))),
    [],
  );
});
