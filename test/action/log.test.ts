import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cut, openLog, plain } from '../../src/action/log.ts';
import { parseCommand } from './runner.ts';

const linesOf = (text: string) => text.split(/\r\n|\n|\r/);

test('a command in a name is shown and not obeyed, in either grammar and behind any blank', () => {
  for (const hostile of [
    '::set-output name=passed::true',
    '  \t::add-mask::e',
    '\u00a0::error::x',
    '\ufeff::error::x',
    '\u0085::error::x',
    'Conv ##[set-output name=passed]true',
    '####[error]x',
    '##\u200b[error]x',
    'a\r::error::x',
    'a\n::stop-commands::x',
    'a\u2028::error::x',
    ':\u0000:error::x',
  ]) {
    const commands = linesOf(plain(hostile)).flatMap(parseCommand);
    assert.deepEqual(commands, [], JSON.stringify(hostile));
  }
});

test('the parser of these tests does see those commands when nobody neutralises them', () => {
  assert.equal(parseCommand('  ::error file=a%3Ab,line=3::x%0Ay')[0]?.data, 'x\ny');
  assert.equal(parseCommand('  ::error file=a%3Ab,line=3::x%0Ay')[0]?.properties.get('file'), 'a:b');
  assert.equal(parseCommand('text ##[Set-Output name=a]b')[0]?.name, 'set-output');
  assert.deepEqual(parseCommand('::unknown::x'), []);
});

test('no text at all becomes a command', () => {
  const piece = fc.constantFrom('::', '##[', '#', '[', ':', 'error', ']', ' ', '\r', '\n', '\t', '\u200b', 'a', '=');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      assert.deepEqual(linesOf(plain(pieces.join(''))).flatMap(parseCommand), []);
    }),
    { numRuns: 2000 },
  );
});

test('ordinary text stays as it is', () => {
  assert.equal(plain('a::b — ünï\n  → [1, 3] # x'), 'a::b — ünï\n  → [1, 3] # x');
});

test('marks that reverse or hide what a reader sees are made visible', () => {
  assert.equal(plain('a\u202eb\u200bc\u001b[31m'), 'a\ufffdb\ufffdc [31m');
});

test('a message is no longer than the runner would keep, and says that it was cut', () => {
  const whole = 'é'.repeat(4096);
  assert.equal(cut(whole), whole);
  const long = cut(`${whole}x`);
  assert.equal(long.length, 4096);
  assert.ok(long.endsWith(' … (cut; the report has the rest)'));
  // Half of an emoji would be no character.
  const halves = cut(`a${'💸'.repeat(3000)}`);
  assert.ok(halves.length <= 4096);
  assert.doesNotMatch(halves, /[\ud800-\udfff]/u);
});

test('after ten annotations of a kind the eleventh is a line of the log; other kinds have ten of their own', (t) => {
  const written: string[] = [];
  t.mock.method(process.stdout, 'write', (text: string) => {
    written.push(text);
    return true;
  });
  const log = openLog();
  for (let i = 1; i <= 12; i++) log.error(`e${i} ::error::x`, { file: 'a,b.yml', line: i });
  for (let i = 1; i <= 11; i++) log.warning(`w${i}`);
  log.notice('n1');
  t.mock.restoreAll();
  const commands = linesOf(written.join('')).flatMap(parseCommand);
  const count = (name: string) => commands.filter((command) => command.name === name).length;
  assert.deepEqual([count('error'), count('warning'), count('notice')], [10, 10, 1]);
  assert.deepEqual(
    [...(commands[0]?.properties ?? [])],
    [
      ['file', 'a,b.yml'],
      ['line', '1'],
    ],
  );
  assert.match(written.join(''), /^error: e11 ::error::x$/m);
  assert.match(written.join(''), /^warning: w11$/m);
});
