import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { byteLength, renderMarkdown } from '../../src/report/markdown.ts';
import { markerOf } from '../../src/report/marker.ts';
import type { Report } from '../../src/report/report.ts';
import { type MarkdownNode, markdownTree, nodesOf, textOf, wellFormed } from './markdown-tree.ts';
import {
  addedModel,
  manyLayers,
  noChange,
  overBudget,
  removedModel,
  undecidable,
  unreadableModel,
  waived,
  withNames,
} from './reports.ts';

const hostileName = '`x` | <b>@octocat</b> <!-- flopgate:comment: --> [a](http://evil.example)\n# h \u202e#1';

const golden: readonly [name: string, render: () => string][] = [
  ['no-change', () => renderMarkdown(noChange(), { key: '' })],
  ['over-budget', () => renderMarkdown(overBudget(), { key: 'cpu' })],
  ['waived', () => renderMarkdown(waived(), { key: '' })],
  ['added', () => renderMarkdown(addedModel(), { key: '' })],
  ['removed', () => renderMarkdown(removedModel(), { key: '' })],
  ['unreadable', () => renderMarkdown(unreadableModel(), { key: '' })],
  ['undecidable', () => renderMarkdown(undecidable(), { key: '' })],
  ['many-layers', () => renderMarkdown(manyLayers(), { key: '', limit: 3000 })],
  ['headline-only', () => renderMarkdown(overBudget(), { key: '', limit: 260 })],
  ['hostile-names', () => renderMarkdown(withNames(hostileName), { key: hostileName })],
];
for (const [name, render] of golden)
  test(`renders ${name} as test/golden/${name}.md (UPDATE_GOLDEN=1 rewrites it)`, () => {
    const file = new URL(`../golden/${name}.md`, import.meta.url);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, render());
    assert.equal(render(), readFileSync(file, 'utf8'));
  });

test('the budget table lists what fails first, with what is used and left', () => {
  const [table] = nodesOf(markdownTree(renderMarkdown(overBudget())), 'table');
  const cells = rowsOf(table);
  assert.deepEqual(cells[0], ['', 'Scope', 'Budget', 'Base', 'Head', 'Used', 'Headroom']);
  // 4,600,000,000 of 4.2 G; 26,553,704 where 25,557,032 × 1.02 = 26,068,172 is allowed
  assert.deepEqual(
    cells.slice(1).map(([icon, , budget, , head, used, room]) => [icon, budget, head, used, room]),
    [
      ['❌', 'macs <= 4.2 G', '4.60 G', '110 %', '400 M over'],
      ['❌', 'parameters growth <= 2 %', '26.6 M', '102 %', '486 k over'],
      ['⚠️', 'peakBytes <= 12 MiB', '12.3 MiB', '102 %', '256 KiB over'],
      ['✅', 'parameters <= 30 M', '26.6 M', '89 %', '3.45 M left'],
      ['✅', 'coverage >= 100 %', '100 %', '', ''],
    ],
  );
});

test('a model has a row for each metric, and the layers that explain it heaviest first', () => {
  const tables = nodesOf(markdownTree(renderMarkdown(overBudget())), 'table').map(rowsOf);
  assert.deepEqual(tables[1]?.[2], ['MACs', '4.09 G', '4.60 G', '+0.51 G', '+12.5 %']);
  assert.deepEqual(tables[2]?.[0], ['Layer', 'Operator', 'Kind', 'Change', 'Δ MACs', 'Δ Parameters']);
  assert.deepEqual(tables[2]?.[1], [
    'layer3.0.conv2',
    'Conv',
    'modified',
    'out channels 256 → 384',
    '+520 M',
    '+1.01 M',
  ]);
  // The renamed one is told in a line.
  assert.equal(tables[2]?.length, 5);
});

test('a key is in the heading and, last, in the marker', () => {
  const text = renderMarkdown(overBudget(), { key: 'gpu-tests' });
  assert.match(text, /^## ❌ Flopgate · `gpu-tests`\n/);
  assert.equal(text.trimEnd().split('\n').at(-1), '<!-- flopgate:comment:gpu%2Dtests -->');
  assert.doesNotMatch(renderMarkdown(overBudget()), /<!--/);
});

test('the marker of a key no one could end a comment with', () => {
  assert.equal(markerOf('-->\ud800'), '<!-- flopgate:comment:%2D%2D%3E%EF%BF%BD -->');
});

test('detail goes by whole blocks: 20 layers, 5, none, rows, the sentence', () => {
  const report = manyLayers();
  const layersAt = (limit: number) => {
    const tables = nodesOf(markdownTree(renderMarkdown(report, { limit })), 'table').map(rowsOf);
    return (tables.find((t) => t[0]?.[0] === 'Layer')?.length ?? 1) - 1;
  };
  const full = byteLength(renderMarkdown(report));
  assert.equal(layersAt(full), 60);
  assert.equal(layersAt(full - 1), 20);
  assert.deepEqual([...new Set(Array.from({ length: 60 }, (_, i) => layersAt(full - i * 150)))], [60, 20, 5, 0]);
  assert.match(renderMarkdown(report, { limit: full - 1 }), /And 40 more rows\./);
  assert.match(renderMarkdown(report, { limit: full - 1 }), /Shortened to fit here/);
});

test('any limit from the least on is kept, and what is left is whole', () => {
  const reports = [noChange(), overBudget(), undecidable(), unreadableModel(), manyLayers(300), withNames(hostileName)];
  fc.assert(
    fc.property(fc.constantFrom(...reports), fc.integer({ min: 120, max: 30_000 }), (report, limit) => {
      const text = renderMarkdown(report, { limit, key: 'k' });
      assert.ok(byteLength(text) <= limit, `${byteLength(text)} > ${limit}`);
      assert.ok(text.endsWith('<!-- flopgate:comment:k -->\n'));
      assert.match(text, /^## (✅|⚠️|❌) Flopgate/);
      wellFormed(text);
    }),
    { numRuns: 80 },
  );
});

test('200 bytes say at least the verdict', () => {
  assert.match(renderMarkdown(overBudget(), { limit: 200, key: '' }), /2 budgets are exceeded/);
});

test('a thousand models and budgets still fit a comment', () => {
  const [model] = overBudget().models;
  const report = overBudget();
  assert.ok(model);
  const names = Array.from({ length: 1000 }, (_, i) => `models/m${i}.onnx`);
  const big: Report = {
    ...report,
    models: names.map((path) => ({ ...model, path })),
    checks: names.flatMap((path) => report.checks.map((c) => ({ ...c, scope: path, model: path }))),
  };
  const text = renderMarkdown(big, { limit: 60_000, key: '' });
  assert.ok(byteLength(text) <= 60_000);
  assert.match(text, /2000 budgets are exceeded/);
  assert.match(text, /more models\./);
  wellFormed(text);
});

test('no name gets out of its code span', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '|',
      '\\',
      '`',
      '``',
      '<!--',
      '-->',
      '@octocat',
      '<b>',
      '</details>',
      '\n\n',
      '*',
      '_',
      '](http://a.b)',
      '[',
      'https://a.b',
      '&lt;',
      '\u202e',
      '~~',
      '#1',
      '$$',
      '\u001b[31m',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (parts) => {
      const name = parts.join('');
      for (const limit of [Number.POSITIVE_INFINITY, 2500])
        wellFormed(renderMarkdown(withNames(name), { key: name, limit }));
    }),
    { numRuns: 50 },
  );
});

function rowsOf(table: MarkdownNode | undefined): readonly (readonly string[])[] {
  return (table?.children ?? []).map((row) => (row.children ?? []).map(textOf));
}
