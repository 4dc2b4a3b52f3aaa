import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  csvField,
  htmlText,
  logText,
  markdownCell,
  markdownCode,
  markdownSentence,
  terminalText,
} from '../../src/report/escape.ts';
import { markdownTree, nodesOf, textOf } from './markdown-tree.ts';

const hostile = [
  'a|b',
  'a\\|b',
  'a\\\\|b|',
  '`',
  '``` x `` y',
  '`code` <img src=x onerror=alert(1)>',
  '<!-- flopgate:comment: -->',
  '-->',
  '@octocat and @org/team',
  'https://evil.example www.evil.example me@evil.example',
  '[text](https://evil.example) ![i](x)',
  '**bold** _it_ ~~no~~ # h',
  'line\nbreak\r\n\n# heading',
  '\\',
  'ends in \\',
  ' ',
  '',
  '  padded  ',
  '$\\frac{1}{2}$',
  '&lt;b&gt; &#64;octocat',
  '<details><summary>',
  '|',
  '\t::error::x',
];

for (const name of hostile)
  test(`keeps ${JSON.stringify(name)} inside its code span and its cell`, () => {
    checkCell(name);
    checkSpan(name);
  });

test('keeps any text inside its code span and its cell', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '|',
      '\\',
      '`',
      '``',
      '<!--',
      '-->',
      '@a',
      '<b>',
      '\n',
      '\r',
      ' ',
      '*',
      '_',
      '[',
      '](',
      'http://a.b',
      '&amp;',
      '\u202e',
      '\u200b',
      '~~',
      '$',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      checkCell(parts.join(''));
      checkSpan(parts.join(''));
    }),
    { numRuns: 400 },
  );
});

test('shows ordinary names as they are', () => {
  assert.equal(markdownCell('layer1.0.conv1'), '`layer1.0.conv1`');
  assert.equal(markdownCode('/layer1/conv|x'), '`/layer1/conv|x`');
  assert.equal(markdownCell('/layer1/conv|x'), '`/layer1/conv\\|x`');
  assert.equal(terminalText('größe 层 🙂'), 'größe 层 🙂');
});

test('marks what cannot be seen and what turns text around', () => {
  assert.equal(terminalText('a\u202eb\u2066c\u200bd\ufeffe\u{e0041}f'), 'a�b�c�d�e�f');
  assert.equal(terminalText('\u001b[31mred\u001b[0m\u0007\u009b31m'), ' [31mred [0m  31m');
  assert.equal(terminalText('lone \ud800 surrogate'), 'lone � surrogate');
});

test('long names keep both ends and a hash that tells them apart', () => {
  const one = markdownCell(`${'x'.repeat(300)}one`);
  const two = markdownCell(`${'x'.repeat(150)}y${'x'.repeat(149)}one`);
  assert.ok(one.length <= 102, one);
  assert.match(one, /^`x+…x+one #[0-9a-f]{8}`$/);
  assert.notEqual(one, two);
});

test('a sentence becomes one code span', () => {
  assert.equal(markdownSentence('`t` is [1] in the file'), "`'t' is [1] in the file`");
});

const csv: readonly [value: string | number | bigint | null, field: string][] = [
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['=1+1', "'=1+1"],
  ['+x', "'+x"],
  ['-x', "'-x"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "' =1+1"],
  ['  =1+1', "'  =1+1"],
  ['＝1+1', "'＝1+1"],
  ['＠x', "'＠x"],
  ['a\nb', 'a b'],
  [-5, '-5'],
  [12n, '12'],
  [null, ''],
];
for (const [value, field] of csv)
  test(`writes ${JSON.stringify(typeof value === 'bigint' ? `${value}n` : value)} as a CSV field`, () => {
    assert.equal(csvField(value), field);
  });

test('HTML has none of its own characters from a text, and no invisible ones', () => {
  assert.equal(htmlText(`<a b="c" d='e'>&\`\u202e\n`), '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;&#96;\ufffd ');
  assert.equal(htmlText('x'.repeat(600)).length < 520, true);
});

test('nothing in a log line is a command to the runner', () => {
  assert.equal(logText('::set-output name=x::y'), ': :set-output name=x::y');
  assert.equal(logText('  ::error::y'), ': :error::y');
  assert.equal(logText('a\n::error::y'), 'a ::error::y');
  assert.equal(logText('x ##[error]y'), 'x ## [error]y');
});

function checkCell(name: string): void {
  const table = nodesOf(markdownTree(`| h1 | h2 |\n| --- | --- |\n| ${markdownCell(name)} | end |\n`), 'tableRow');
  assert.equal(table.length, 2, 'one header and one row');
  const cells = table[1]?.children ?? [];
  assert.equal(cells.length, 2, 'two cells');
  assert.deepEqual(
    cells[0]?.children?.map(({ type }) => type),
    ['inlineCode'],
  );
  assert.equal(textOf(cells[1]), 'end');
  harmless(markdownCell(name));
}

function checkSpan(name: string): void {
  const tree = markdownTree(`before ${markdownCode(name)} after\n`);
  const [paragraph] = tree.children ?? [];
  assert.equal(tree.children?.length, 1);
  assert.deepEqual(
    paragraph?.children?.map(({ type }) => type),
    ['text', 'inlineCode', 'text'],
  );
  harmless(markdownCode(name));
}

function harmless(source: string): void {
  assert.doesNotMatch(source, /<!--|-->|\n|\r/);
  assert.doesNotMatch(source, /[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/u);
}
