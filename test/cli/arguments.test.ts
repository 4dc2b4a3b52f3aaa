import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Arguments, parseArguments } from '../../src/cli/arguments.ts';
import { conventionNames } from '../../src/conventions/names.ts';
import { symbol } from '../../src/model/dim.ts';
import { FlopgateError } from '../../src/problem.ts';

function parsed(...argv: readonly string[]): Arguments {
  const result = parseArguments(argv);
  assert.ok(!('help' in result) && !('version' in result));
  return result;
}

function refused(...argv: readonly string[]): { code: string; message: string; help: string } {
  try {
    parseArguments(argv);
  } catch (error) {
    if (error instanceof FlopgateError) return error.problem;
    throw error;
  }
  return assert.fail(`${argv.join(' ')} was accepted`);
}

test('takes models and options in any order', () => {
  const args = parsed('count', '--format', 'json', 'a.onnx', '--no-color', 'b.onnx');
  assert.equal(args.command, 'count');
  assert.deepEqual(args.operands, ['a.onnx', 'b.onnx']);
  assert.equal(args.format, 'json');
  assert.equal(args.noColor, true);
});

test('a double dash ends the options', () => {
  assert.deepEqual(parsed('count', '--', '--odd.onnx').operands, ['--odd.onnx']);
});

test('reads input shapes, symbols and scalars among them', () => {
  const { inputs } = parsed('count', 'm', '--input', 'image=1,3,224,224', '--input', 'ids=batch, 128', '--input=s=');
  assert.deepEqual(inputs.get('image'), [1n, 3n, 224n, 224n]);
  assert.deepEqual(inputs.get('ids'), [symbol('batch'), 128n]);
  assert.deepEqual(inputs.get('s'), []);
});

test('cuts at the last equals sign, because a tensor name may hold one', () => {
  assert.deepEqual([...parsed('count', 'm', '--input', 'a=b:0=2,3').inputs.keys()], ['a=b:0']);
  assert.deepEqual([...parsed('count', 'm', '--bind', 'n=1=8').bind], [['n=1', 8n]]);
});

for (const [why, argv, option] of [
  ['a shape without a name', ['--input', '1,3'], '--input'],
  ['an empty name', ['--input', '=1,3'], '--input'],
  ['a negative extent', ['--input', 'x=1,-3'], '--input'],
  ['an extent past int64', ['--input', 'x=9223372036854775808'], '--input'],
  ['a fraction', ['--input', 'x=1.5'], '--input'],
  ['an extent that is missing', ['--input', 'x=1,,3'], '--input'],
  ['the same input twice', ['--input', 'x=1', '--input', 'x=2'], '--input'],
  ['a symbol bound to no number', ['--bind', 'n=m'], '--bind'],
  ['a symbol bound twice', ['--bind', 'n=1', '--bind', 'n=2'], '--bind'],
  ['a value that is missing', ['--output'], '--output'],
  ['an option where a value should be', ['--output', '--format'], '--output'],
  ['a value given twice', ['--output', 'a', '--output', 'b'], '--output'],
  ['a switch with a value', ['--no-color=yes'], '--no-color'],
  ['a format nobody knows', ['--format', 'yaml'], '--format'],
] as const)
  test(`refuses ${why}`, () => {
    const problem = refused('count', 'm.onnx', ...argv);
    assert.equal(problem.code, 'usage/bad-option');
    assert.ok(problem.message.startsWith(option), problem.message);
    assert.match(problem.help, /flopgate count --help/);
  });

test('says which format was meant', () => {
  assert.match(refused('count', 'm', '--format', 'jason').message, /did you mean `json`/);
});

test('takes every format of the help, and the pairs of two models from a diff alone', () => {
  for (const format of ['table', 'markdown', 'json', 'csv', 'html'])
    for (const argv of [['count', 'm'], ['diff', 'a', 'b'], ['check'], ['report', 'p'], ['render', 'r']])
      assert.equal(parsed(...argv, '--format', format).format, format);
  assert.match(refused('count', 'm', '--format', 'model-explorer-map').message, /table, markdown, json, csv, html/);
});

test('says which command was meant', () => {
  const problem = refused('counts', 'm.onnx');
  assert.equal(problem.code, 'usage/unknown-command');
  assert.match(problem.message, /did you mean `count`/);
  assert.match(problem.help, /count, diff, check, plan, report, init, render/);
});

test('suggests nothing where nothing is near', () => {
  assert.equal(refused('frobnicate').message, '`frobnicate` is not a command.');
});

test('says which option was meant, and never accepts one of another command', () => {
  const problem = refused('diff', 'a', 'b', '--pair');
  assert.equal(problem.code, 'usage/unknown-option');
  assert.match(problem.message, /did you mean `--pairs`/);
  assert.equal(refused('count', 'm', '--base', 'main').code, 'usage/unknown-option');
  assert.equal(refused('count', 'm', '-x').code, 'usage/unknown-option');
});

test('counts operands', () => {
  assert.equal(refused('count').message, '`flopgate count` takes one or more model files; none was given.');
  assert.match(refused('diff', 'a').message, /takes two model files .*; one was given/);
  assert.match(refused('diff', 'a', 'b', 'c').message, /3 were given/);
  assert.match(refused('check', 'x').message, /takes no operands; one was given/);
});

test('names the conventions there are', () => {
  assert.equal(parsed('count', 'm', '--as', 'flopgate').command, 'count');
  assert.equal(parsed('count', 'm', '--as', 'thop').convention, 'thop');
  assert.equal(parsed('count', 'm').convention, 'flopgate');
  const problem = refused('count', 'm', '--as', 'onnxtool');
  assert.equal(problem.code, 'usage/unknown-convention');
  assert.equal(problem.message, '`onnxtool` is not a counting convention; did you mean `onnx-tool`?.');
  for (const name of conventionNames) assert.ok(problem.help.includes(name), name);
});

for (const [argv, help] of [
  [[], 'general'],
  [['--help'], 'general'],
  [['-h'], 'general'],
  [['help'], 'general'],
  [['help', 'diff'], 'diff'],
  [['count', '--help'], 'count'],
  [['count', 'm.onnx', '--nonsense', '-h'], 'count'],
] as const)
  test(`\`${['flopgate', ...argv].join(' ')}\` asks for help`, () => {
    assert.deepEqual(parseArguments(argv), { help });
  });

test('reads scenarios, each with its symbols', () => {
  const { scenarios } = parsed(
    'diff',
    'a',
    'b',
    '--scenario',
    'prefill:batch=1,seq=512',
    '--scenario=decode v2:seq=1',
    '--scenario=open:',
  );
  assert.deepEqual(
    scenarios.map(({ name, inputs, bind }) => [name, inputs.size, [...bind]]),
    [
      [
        'prefill',
        0,
        [
          ['batch', 1n],
          ['seq', 512n],
        ],
      ],
      ['decode v2', 0, [['seq', 1n]]],
      ['open', 0, []],
    ],
  );
});

for (const [given, reason] of [
  ['prefill', '`prefill` is not of the form NAME:SYMBOL=8,…'],
  [':seq=1', '`:seq=1` is not of the form NAME:SYMBOL=8,…'],
  ['-x:seq=1', '`-x:seq=1` is not of the form NAME:SYMBOL=8,…'],
  [`${'n'.repeat(41)}:seq=1`, `\`${'n'.repeat(41)}:seq=1\` is not of the form NAME:SYMBOL=8,…`],
  ['p:seq', '`seq` is not of the form SYMBOL=8'],
  ['p:seq=-1', '`seq=-1` is not of the form SYMBOL=8'],
  ['p:seq=1,seq=2', '`seq` is given twice'],
] as const)
  test(`refuses the scenario ${given}`, () => {
    const { code, message } = refused('diff', 'a', 'b', `--scenario=${given}`);
    assert.equal(code, 'usage/bad-option');
    assert.equal(message, `--scenario: ${reason}.`);
  });

test('refuses two scenarios of one name, and scenarios beside those of a configuration', () => {
  assert.equal(
    refused('diff', 'a', 'b', '--scenario', 'p:seq=1', '--scenario', 'p:seq=2').message,
    '--scenario: `p` is given twice.',
  );
  assert.equal(refused('check', '--scenario', 'p:seq=1').code, 'usage/unknown-option');
});
