import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Profile } from '../../src/analysis/profile.ts';
import { problem } from '../../src/problem.ts';
import { script, scriptHash } from '../../src/report/html/script.ts';
import { pairs, palettes, style, styleHash } from '../../src/report/html/style.ts';
import { profilesHtml, renderHtml } from '../../src/report/html.ts';
import { changed, profile } from '../fixtures/profiles.ts';
import { all, cells, type Element, pageTree, shape } from './html-tree.ts';
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

const net = (): Profile => {
  const plain = profile({
    path: 'models/net.onnx',
    bytes: 2048,
    layers: [
      { name: 'conv', module: 'stem.conv', macs: 900_000, parameters: 1728, weightBytes: 6912 },
      { name: 'fc', op: 'Gemm', macs: 100_000, parameters: 100_000, weightBytes: 400_000 },
      { name: 'gone', macs: 5, dead: true },
      { name: 'odd', op: 'Fancy', macs: 0, readBytes: { unknown: 'no rule for it' } },
      { name: 'open', op: 'MatMul', macs: 0, writeBytes: '12*batch' },
    ],
    totals: { peakBytes: 9_633_792, activationBytes: 12_000_000 },
    unknownOperators: { 'com.example.Fancy': 1 },
    assumptions: ['seq = 1'],
    problems: [problem('operator/unknown', { operator: 'com.example.Fancy', count: 1 }, { node: 'odd' })],
  });
  return { ...plain, totals: { ...plain.totals, weightBytesByDType: new Map([['float32', 406_912n]]) } };
};

/** Style and script have tests of their own. */
const withoutConstants = (page: string): string => page.replace(style, '…').replace(script, '…');

const golden: readonly [name: string, render: () => string][] = [
  ['diff', () => renderHtml(overBudget(), { key: 'cpu' })],
  ['count', () => profilesHtml([net()])],
];
for (const [name, render] of golden)
  test(`renders a ${name} as test/golden/${name}.html (UPDATE_GOLDEN=1 rewrites it)`, () => {
    const file = new URL(`../golden/${name}.html`, import.meta.url);
    const text = withoutConstants(render());
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
    assert.equal(text, readFileSync(file, 'utf8'));
  });

test('the policy names style and script by the hashes they have, and nothing else', () => {
  const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  assert.equal(styleHash, hash(style));
  assert.equal(scriptHash, hash(script));
  const [policy] = all(pageTree(renderHtml(overBudget())), 'meta').filter(({ attributes }) =>
    attributes.has('http-equiv'),
  );
  assert.equal(
    policy?.attributes.get('content'),
    `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`,
  );
});

test('the page loads nothing: no address but its own anchors, no styles in attributes, no handlers', () => {
  const reports = [overBudget(), undecidable(), withNames('url(https://evil.example/x.png)'), manyLayers()];
  for (const page of [...reports.map((r) => renderHtml(r)), profilesHtml([net(), net()])]) {
    const tree = pageTree(page);
    for (const { tag, attributes } of all(tree)) {
      assert.ok(!['img', 'link', 'iframe', 'object', 'base', 'form', 'svg', 'video'].includes(tag), tag);
      for (const [name, value] of attributes) {
        assert.doesNotMatch(name, /^(src|srcset|style|on.*|action|background|poster)$/);
        if (name === 'href') assert.match(value, /^#[\w-]+$/);
      }
    }
    assert.doesNotMatch(style, /url\(|@import|https?:/);
    assert.equal(all(tree, 'script').length, 1);
    assert.equal(all(tree, 'style').length, 1);
  }
});

const hostile = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '</title></code></td></table><h1>PASS</h1>',
  '</style></script><!-- --> <![CDATA[ ]]>',
  '&lt;b&gt; &amp;#60; \u202e\u0000\u2028',
  'javascript:alert(1)',
  '$\u007b7*7} `x` {{x}}',
];

for (const name of hostile)
  test(`the name ${JSON.stringify(name)} adds no element and no attribute`, () => {
    const [ours, theirs] = ['harmless', name].map((n) => pageTree(renderHtml(withNames(n, 'n'), { key: n })));
    assert.ok(ours && theirs);
    assert.equal(shape(theirs), shape(ours));
    const [plain, odd] = ['harmless', name].map((n) => {
      const one = profile({
        path: n,
        layers: [{ name: n, module: n, op: n, domain: n, macs: 3, readBytes: { unknown: n } }],
        assumptions: [n],
        unknownOperators: { [n]: 1 },
        problems: [problem('operator/unknown', { operator: n, count: 1 }, { node: n })],
      });
      return pageTree(profilesHtml([one]));
    });
    assert.ok(plain && odd);
    assert.equal(shape(odd), shape(plain));
  });

test('no text whatever adds an element or an attribute', () => {
  const ours = shape(pageTree(renderHtml(withNames('harmless', 'n'), { key: 'k' })));
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((s) => s.trim() !== ''),
      (name) => {
        const tree = pageTree(renderHtml(withNames(`x${name}`, 'n'), { key: 'k' }));
        assert.equal(shape(tree), ours);
      },
    ),
    { numRuns: 60 },
  );
});

test('what a name says is read back as it is', () => {
  const name = '<b>"layer" & \'co\'</b>';
  const tree = pageTree(renderHtml(withNames(name, 'n')));
  assert.ok(all(tree, 'code').some(({ text }) => text === name));
  assert.ok(all(tree, 'th').some(({ text }) => text === name));
});

test('verdict, budgets, totals, layers and where it comes from are all on the page, in that order', () => {
  const tree = pageTree(renderHtml(overBudget(), { key: 'cpu' }));
  const text = tree.text;
  const order = [
    '✕ fail',
    '2 budgets are exceeded and 1 warning budget is exceeded.',
    'models/resnet50.onnx MACs 4.09 G → 4.60 G (+12.5 %).',
    'main at 1a2b3c4d5e6f (merge parent) → wider-head at 9f8e7d6c5b4a · convention flopgate',
    'macs <= 4.2 G',
    'Ask the camera team',
    'Totals, base → head',
    '5 layers differ: 2 modified, 1 renamed, 1 added, 1 removed · 50 unchanged.',
    'layer3: block ×6 → ×23.',
    'Every layer that differs',
    'Repeated blocks',
    'Coverage: 3 of 3 nodes known.',
  ];
  let at = text.indexOf('</style>');
  for (const part of order) {
    const next = text.indexOf(part, at + 1);
    assert.ok(next > at, `${part} is missing, or comes too early`);
    at = next;
  }
  const [budgets, totals] = all(tree, 'table').map(cells);
  // 4,600,000,000 of 4.2 G
  assert.deepEqual(budgets?.[1], [
    '✕ exceeded',
    'models/resnet50.onnx',
    'macs <= 4.2 G',
    '4.09 G4,089,184,256',
    '4.60 G4,600,000,000',
    '110 %',
    '400 M over',
  ]);
  assert.deepEqual(totals?.[2], [
    'MACs',
    '4.09 G4,089,184,256',
    '4.60 G4,600,000,000',
    '+0.51 G+510,815,744',
    '+12.5 %',
  ]);
});

test('a layer that changed has its node, its change, and both exact numbers behind each difference', () => {
  const tables = all(pageTree(renderHtml(overBudget())), 'table');
  const layers = tables.find((t) => cells(t)[0]?.includes('Node'));
  assert.ok(layers);
  const rows = cells(layers);
  assert.deepEqual(rows[0]?.slice(0, 7), ['Layer', 'Operator', 'Kind', 'Node', 'Change', 'Δ MACs', 'Δ Parameters']);
  assert.deepEqual(rows[1]?.slice(0, 7), [
    'layer3.0.conv2',
    'Conv',
    'modified',
    '11',
    'out channels 256 → 384',
    '+520 M',
    '+1.01 M',
  ]);
  assert.equal(rows.length, 6);
  const [, first] = all(layers, 'tr');
  assert.equal(first?.children[5]?.attributes.get('title'), '231,211,008 → 751,211,008');
  assert.equal(first?.children[5]?.attributes.get('data-n'), '520000000');
  assert.ok(
    rows.some(
      ([name, , kind, , change]) => name === 'layer3.0.relu' && kind === 'renamed' && change === 'was old.relu',
    ),
  );
});

test('every situation has its words', () => {
  const said = (page: string) => pageTree(page).text;
  assert.match(said(renderHtml(noChange())), /All 5 budgets are met[\s\S]*1 model is unchanged/);
  assert.match(said(renderHtml(addedModel())), /is new: 4\.09 G MACs, 25\.6 M parameters/);
  assert.match(said(renderHtml(removedModel())), /is removed/);
  assert.match(said(renderHtml(waived())), /accepted with the label flopgate-accept by ada at 2026-01-02T03:04:05Z/);
  assert.match(said(renderHtml({ ...overBudget(), base: null })), /no base → wider-head/);
  const same = profile({ path: 'a.onnx' });
  assert.match(
    said(renderHtml(reportOf(null, [changed(same, same, { unchanged: 9 })]))),
    /No layer differs, 9 unchanged/,
  );
});

test('a problem says what, where and what to do', () => {
  const item = (page: string, pattern: RegExp) =>
    all(pageTree(page), 'li').find(({ text }) => pattern.test(text))?.text ?? '';
  const broken = item(renderHtml(unreadableModel()), /damaged at byte 4096/);
  assert.match(broken, /✕ error/);
  assert.match(broken, /models\/resnet50\.onnx: /);
  assert.match(broken, /format\/damaged/);
  const help = problem('operator/unknown', { operator: 'com.example.Fancy', count: 1 }).help;
  const unknown = item(renderHtml(undecidable()), /operator\/unknown/);
  assert.ok(unknown.includes(help) && unknown.includes('node Fancy_7'), unknown);
  assert.match(item(renderHtml(undecidable()), /measured with/), /measured with seq = 128/);
});

test('scenarios are a table with what each binds, and other widths than float32 are said', () => {
  const path = 'models/gpt.onnx';
  const one = (macs: number, assumptions: readonly string[] = []) => {
    const plain = profile({ path, layers: [{ name: 'a', macs }], totals: { peakBytes: 4000 }, assumptions });
    return { ...plain, totals: { ...plain.totals, macsByWidth: new Map([['float32×int4', BigInt(macs)]]) } };
  };
  const scenarios = [
    { name: 'prefill', base: one(1000), head: one(1500, ['seq = 512']), counterparts: null },
    { name: 'decode', base: one(2), head: one(3, ['seq = 1']), counterparts: null },
  ];
  const tree = pageTree(renderHtml(reportOf(null, [{ ...changed(one(10), one(20)), scenarios }])));
  const table = all(tree, 'table')
    .map(cells)
    .find(([heads]) => heads?.[0] === 'Scenario');
  assert.deepEqual(table, [
    ['Scenario', 'MACs', 'Peak memory'],
    ['prefillseq = 512', '1.00 k → 1.50 k (+50 %)', '3.91 KiB'],
    ['decodeseq = 1', '2 → 3 (+50 %)', '3.91 KiB'],
  ]);
  assert.match(tree.text, /MACs by operand width: float32×int4 10 → float32×int4 20\./);
});

test('a change nobody knows has no growth in brackets', () => {
  const cards = all(pageTree(renderHtml(undecidable())), 'li').map(({ text }) => text.trim());
  assert.ok(cards.includes('Parametersunknownunknownwas 100'), cards.join('\n'));
  assert.ok(cards.some((text) => text.startsWith('MACs') && text.includes('+393 k·batch·seq (never less)')));
});

test('a number nobody knows says why, and is never 0', () => {
  const tree = pageTree(profilesHtml([net()]));
  const row = all(tree, 'tr').find(({ text }) => text.includes('Fancy') && text.includes('odd'));
  const unknown = row?.children.find(({ text }) => text === 'unknown');
  assert.equal(unknown?.attributes.get('title'), 'no rule for it');
  assert.ok(
    all(tree, 'td').some(({ text, attributes }) => text === '12 B·batch' && attributes.get('title') === '12*batch'),
  );
});

test('the page of a profile has totals, what they are made of, and every layer', () => {
  const tree = pageTree(profilesHtml([net()]));
  const tables = all(tree, 'table').map((t) => ({ caption: all(t, 'caption')[0]?.text, rows: cells(t) }));
  const named = (caption: string) => tables.find((t) => t.caption?.startsWith(caption))?.rows;
  assert.ok(
    named('Cost and storage')?.some(([name, value]) => name?.startsWith('MACs') && value === '1.00 M1,000,000'),
  );
  assert.ok(
    named('Memory of activations')?.some(([name, value]) => name?.startsWith('Peak') && value === '9.19 MiB9,633,792'),
  );
  assert.deepEqual(named('Weights by element type')?.[1], ['float32', '397 KiB406,912', '100 %']);
  assert.deepEqual(named('By operator')?.[1], ['Conv', '2', '900 k', '90 %']);
  const layers = named('Every layer');
  assert.deepEqual(layers?.[1], [
    '0',
    'stem.conv',
    'Conv',
    '[1, 64, 56, 56]',
    '1.73 k',
    '900 k',
    '1.80 M',
    '6.75 KiB',
    '0 B',
    '0 B',
    '90 %',
  ]);
  assert.equal(layers?.length, 6);
  assert.equal(layers?.[3]?.[1], 'gone dead');
});

test('of a long list the first rows stand open and the others are folded; none is lost', () => {
  const tree = pageTree(renderHtml(manyLayers(1234)));
  const [box] = all(tree, 'div').filter(({ attributes }) => attributes.has('data-layers'));
  assert.ok(box);
  const [open = [], folded = [], ...more] = all(box, 'table').map(cells);
  // A row of titles each.
  assert.deepEqual([open.length, folded.length, more.length], [501, 735, 0]);
  assert.equal(new Set([...open, ...folded].map(([name]) => name)).size, 1235);
  const [details] = all(box, 'details');
  assert.equal(details?.attributes.has('open'), false);
  assert.equal(all(details ?? box, 'tr').length, 735);
});

test('several models have a table of contents, and each name leads to its own section', () => {
  const [model] = overBudget().models;
  assert.ok(model);
  const report = { ...overBudget(), models: [model, { ...model, path: 'models/b.onnx' }] };
  for (const page of [renderHtml(report), profilesHtml([net(), net()])]) {
    const tree = pageTree(page);
    const ids = all(tree).flatMap(({ attributes }) => attributes.get('id') ?? []);
    assert.equal(new Set(ids).size, ids.length, 'an id twice');
    const links = all(tree, 'a').flatMap(({ attributes }) => attributes.get('href')?.slice(1) ?? []);
    assert.ok(links.length >= 3);
    for (const link of links) assert.ok(ids.includes(link), link);
  }
});

test('a screen reader finds titles, captions and what every heading is of', () => {
  for (const page of [renderHtml(overBudget(), {}), renderHtml(undecidable()), profilesHtml([net()])]) {
    const tree = pageTree(page);
    assert.equal(all(tree, 'html')[0]?.attributes.get('lang'), 'en');
    for (const tag of ['main', 'header', 'footer', 'h1', 'title']) assert.equal(all(tree, tag).length, 1, tag);
    for (const table of all(tree, 'table')) {
      assert.notEqual(all(table, 'caption')[0]?.text ?? '', '');
      for (const head of all(table, 'th')) assert.match(head.attributes.get('scope') ?? '', /^(col|row)$/);
      const [first = [], ...rows] = cells(table);
      for (const row of rows) assert.equal(row.length, first.length);
    }
    for (const box of all(tree, 'div').filter(({ attributes }) => attributes.get('role') === 'region')) {
      assert.equal(box.attributes.get('tabindex'), '0');
      assert.notEqual(box.attributes.get('aria-label') ?? '', '');
    }
    assertHeadingsDescend(tree);
  }
});

function assertHeadingsDescend(tree: Element): void {
  const levels = all(tree).flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
  let before = 0;
  for (const level of levels) {
    assert.ok(level <= before + 1, `h${level} after h${before}`);
    before = level;
  }
}

test('every pair of colours has a contrast of 4.5 to 1, light and dark', () => {
  // Relative luminance and contrast: WCAG 2.2.
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const [scheme, palette] of Object.entries(palettes))
    for (const [ink, ground] of pairs) {
      const [a, b] = [luminance(palette[ink]), luminance(palette[ground])];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      assert.ok(contrast >= 4.5, `${scheme}: ${ink} on ${ground} is ${contrast.toFixed(2)}`);
    }
});
