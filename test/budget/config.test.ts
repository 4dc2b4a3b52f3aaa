import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseConfig, ruleFor } from '../../src/budget/config.ts';
import { FlopgateError } from '../../src/problem.ts';

const example = `version: 1
models:
  - path: models/**/*.onnx
    inputs: { input: [1, 3, 224, 224], mask: [batch, 2*seq + 1] }
    bind: { batch: 1, seq: 128 }
    budgets:
      macs: 4.2 G
      parameters: { max: 26 M, growth: 2 % }
      peakBytes: { max: 24 MiB, level: warn, message: "the camera has 32 MiB" }
      coverage: 99 %
    layers:
      - match: "head.**"
        budgets: { macs: { growth: 0 % }, parameters: { growth: 5 k } }
budgets:
  weightBytes: 200 MB
override:
  label: flopgate-accept
`;

test('reads every key of the configuration', () => {
  const config = parseConfig(example, 'flopgate.yml');
  const [rule] = config.models;
  assert.ok(rule);
  assert.equal(config.file, 'flopgate.yml');
  assert.equal(rule.path, 'models/**/*.onnx');
  assert.equal(rule.line, 3);
  assert.deepEqual(rule.inputs.get('input'), [1n, 3n, 224n, 224n]);
  assert.deepEqual(
    [...rule.bind],
    [
      ['batch', 1n],
      ['seq', 128n],
    ],
  );
  assert.deepEqual(
    rule.budgets.map(({ metric, limit, level, message, line }) => [
      metric,
      limit.kind,
      limit.text,
      level,
      message,
      line,
    ]),
    [
      ['macs', 'max', '4.2 G', 'error', undefined, 7],
      ['parameters', 'max', '26 M', 'error', undefined, 8],
      ['parameters', 'growth', '2 %', 'error', undefined, 8],
      ['peakBytes', 'max', '24 MiB', 'warn', 'the camera has 32 MiB', 9],
      ['coverage', 'min', '99 %', 'error', undefined, 10],
    ],
  );
  assert.deepEqual(rule.budgets[0]?.limit, { kind: 'max', value: 4_200_000_000n, text: '4.2 G' });
  assert.equal(rule.layers[0]?.match, 'head.**');
  assert.deepEqual(rule.layers[0]?.budgets[1]?.limit, { kind: 'growthBy', value: 5000n, text: '5 k' });
  assert.deepEqual(config.budgets[0]?.limit, { kind: 'max', value: 200_000_000n, text: '200 MB' });
  assert.deepEqual(config.override, { label: 'flopgate-accept' });
});

test('a configuration may be as short as its version', () => {
  assert.deepEqual(parseConfig('version: 1\n', 'f.yml'), { file: 'f.yml', models: [], budgets: [] });
});

test('the most specific entry holds for a model, and of two equals the later', () => {
  const config = parseConfig(
    'version: 1\nmodels: [{ path: "**/*.onnx" }, { path: "m/tiny.onnx" }, { path: "m/*.onnx" }, { path: "?/*.onnx" }]',
    'f.yml',
  );
  assert.equal(ruleFor(config, 'm/tiny.onnx')?.path, 'm/tiny.onnx');
  assert.equal(ruleFor(config, 'm/big.onnx')?.path, 'm/*.onnx');
  assert.equal(ruleFor(config, 'x/y/big.onnx')?.path, '**/*.onnx');
  assert.equal(ruleFor(config, 'big.txt'), undefined);
  const twins = parseConfig('version: 1\nmodels: [{ path: "m/?.onnx" }, { path: "m/*.onnx" }]', 'f.yml');
  assert.equal(ruleFor(twins, 'm/a.onnx')?.path, 'm/*.onnx');
});

interface Wrong {
  readonly title: string;
  readonly yaml: string;
  readonly code: string;
  readonly line: number;
  readonly column?: number;
  readonly says: readonly RegExp[];
}
const wrong: readonly Wrong[] = [
  {
    title: 'an unknown key at the top',
    yaml: 'version: 1\nmodel:\n  - path: a',
    code: 'budget/unknown-key',
    line: 2,
    column: 1,
    says: [/`model` is not a key of the configuration; did you mean `models`\?/, /version, models, budgets, override/],
  },
  {
    title: 'an unknown key of a budget',
    yaml: 'version: 1\nbudgets:\n  macs: { max: 3, gowth: 2 % }',
    code: 'budget/unknown-key',
    line: 3,
    column: 19,
    says: [/`gowth` is not a key of a budget; did you mean `growth`\?/],
  },
  {
    title: 'an unknown key of a budget that has no other',
    yaml: 'version: 1\nbudgets:\n  macs: { maxx: 3 }',
    code: 'budget/unknown-key',
    line: 3,
    column: 11,
    says: [/`maxx` is not a key of a budget; did you mean `max`\?/],
  },
  {
    title: 'a misspelt key that must be there',
    yaml: 'version: 1\nmodels:\n  - budgets: { macs: 3 }\n    pth: a.onnx',
    code: 'budget/unknown-key',
    line: 4,
    column: 5,
    says: [/`pth` is not a key of an entry of `models`; did you mean `path`\?/],
  },
  {
    title: 'an unknown metric',
    yaml: 'version: 1\nbudgets:\n  parameter: 3',
    code: 'budget/unknown-metric',
    line: 3,
    column: 3,
    says: [/`parameter` is not a metric a budget of the repository can limit; did you mean `parameters`\?/, /coverage/],
  },
  {
    title: 'a metric by the name others give it',
    yaml: 'version: 1\nmodels:\n  - path: a\n    budgets:\n      params: 3',
    code: 'budget/unknown-metric',
    line: 5,
    says: [/of a model.*did you mean `parameters`/],
  },
  {
    title: 'peak memory of layers, which is no sum',
    yaml: 'version: 1\nmodels:\n  - path: a\n    layers:\n      - match: b\n        budgets: { peakBytes: 3 }',
    code: 'budget/unknown-metric',
    line: 6,
    column: 20,
    says: [/`peakBytes` is not a metric a budget of layers can limit/],
  },
  {
    title: 'a bad unit',
    yaml: 'version: 1\nbudgets:\n  macs: 4.2 Gi',
    code: 'budget/bad-amount',
    line: 3,
    column: 9,
    says: [/`budgets.macs` is `4.2 Gi`: `Gi` is a unit of bytes, and this is a count/, /4\.2 G/],
  },
  {
    title: 'a bad unit in a mapping',
    yaml: 'version: 1\nbudgets:\n  macs:\n    max: 4.2 g',
    code: 'budget/bad-amount',
    line: 4,
    column: 10,
    says: [/`budgets.macs.max` is `4.2 g`: `g` is not a unit; did you mean `G`\?/],
  },
  {
    title: 'a negative number',
    yaml: 'version: 1\nbudgets: { macs: -4 }',
    code: 'budget/bad-amount',
    line: 2,
    says: [/not negative/],
  },
  {
    title: 'growth that is neither percentage nor amount',
    yaml: 'version: 1\nbudgets: { macs: { growth: 2 pct } }',
    code: 'budget/bad-amount',
    line: 2,
    says: [/`pct` is not a unit/, /percentage such as `2 %`, or an amount/],
  },
  {
    title: 'growth of a fraction without %',
    yaml: 'version: 1\nbudgets: { macs: { growth: 0.5 } }',
    code: 'budget/bad-amount',
    line: 2,
    says: [/is its unit missing/],
  },
  {
    title: 'coverage without %',
    yaml: 'version: 1\nbudgets: { coverage: 0.99 }',
    code: 'budget/bad-amount',
    line: 2,
    says: [/not a percentage/],
  },
  {
    title: 'coverage with max',
    yaml: 'version: 1\nbudgets: { coverage: { max: 99 % } }',
    code: 'budget/unknown-key',
    line: 2,
    says: [/`max` is not a key of a budget on coverage/],
  },
  {
    title: 'an empty budget',
    yaml: 'version: 1\nbudgets:\n  macs:\n',
    code: 'budget/bad-value',
    line: 3,
    says: [/`budgets.macs` is empty; it must be an amount/],
  },
  {
    title: 'a budget without a limit',
    yaml: 'version: 1\nbudgets: { macs: { level: warn } }',
    code: 'budget/bad-value',
    line: 2,
    says: [/a mapping with max, growth or both/],
  },
  {
    title: 'a level that does not exist',
    yaml: 'version: 1\nbudgets: { macs: { max: 3, level: off } }',
    code: 'budget/bad-value',
    line: 2,
    column: 35,
    says: [/`budgets.macs.level` is `off`; it must be `error` or `warn`/],
  },
  {
    title: 'another version',
    yaml: 'version: 2',
    code: 'budget/bad-value',
    line: 1,
    column: 10,
    says: [/`version` is `2`; it must be the number 1/],
  },
  { title: 'an empty file', yaml: '', code: 'budget/bad-value', line: 1, says: [/the file` is empty/] },
  {
    title: 'a missing path',
    yaml: 'version: 1\nmodels:\n  - bind: {}',
    code: 'budget/bad-value',
    line: 3,
    says: [/`models\[0\].path` is missing/],
  },
  {
    title: 'a bad glob',
    yaml: 'version: 1\nmodels:\n  - path: "models/+(a).onnx"',
    code: 'budget/bad-pattern',
    line: 3,
    column: 11,
    says: [/`models\[0\].path`.*extended/],
  },
  {
    title: 'a bad layer pattern',
    yaml: 'version: 1\nmodels:\n  - path: a\n    layers: [{ match: "[", budgets: {} }]',
    code: 'budget/bad-pattern',
    line: 4,
    says: [/`models\[0\].layers\[0\].match`.*never closed/],
  },
  {
    title: 'two entries with one pattern',
    yaml: 'version: 1\nmodels:\n  - path: a\n  - path: a',
    code: 'budget/bad-value',
    line: 4,
    says: [/as on line 3/],
  },
  {
    title: 'a negative extent',
    yaml: 'version: 1\nmodels:\n  - path: a\n    inputs: { x: [-1, 3] }',
    code: 'budget/bad-value',
    line: 4,
    column: 19,
    says: [/`models\[0\].inputs.x\[0\]` is `-1`; it must be an extent/],
  },
  {
    title: 'an extent that is no expression',
    yaml: 'version: 1\nmodels:\n  - path: a\n    inputs: { x: ["a b"] }',
    code: 'budget/bad-value',
    line: 4,
    says: [/`a b`.*expression/],
  },
  {
    title: 'a value bound to text',
    yaml: 'version: 1\nmodels:\n  - path: a\n    bind: { n: 1 k }',
    code: 'budget/bad-value',
    line: 4,
    says: [/`models\[0\].bind.n` is `1 k`; it must be a whole number/],
  },
  { title: 'a key given twice', yaml: 'version: 1\nversion: 1', code: 'budget/syntax', line: 2, says: [/unique/i] },
  {
    title: 'a tab for indentation',
    yaml: 'version: 1\nbudgets:\n\tmacs: 3',
    code: 'budget/syntax',
    line: 3,
    says: [/tab/i],
  },
  { title: 'an unclosed bracket', yaml: 'version: 1\nmodels: [', code: 'budget/syntax', line: 2, says: [/flow/i] },
  {
    title: 'an alias',
    yaml: 'version: 1\nbudgets: &b { macs: 3 }\nmodels: *b',
    code: 'budget/syntax',
    line: 2,
    says: [/anchors/],
  },
  { title: 'an alias to nothing', yaml: 'version: 1\nmodels: *b', code: 'budget/syntax', line: 2, says: [/alias/i] },
  {
    title: 'a merge key',
    yaml: 'version: 1\nbudgets: { <<: { macs: 3 } }',
    code: 'budget/unknown-metric',
    line: 2,
    says: [/`<<`/],
  },
  { title: 'a tag', yaml: 'version: !!int 1', code: 'budget/syntax', line: 1, says: [/tags/] },
  { title: 'a foreign tag', yaml: 'version: !ruby/object 1', code: 'budget/syntax', line: 1, says: [/tag/i] },
  { title: 'two documents', yaml: 'version: 1\n---\nversion: 1', code: 'budget/syntax', line: 2, says: [/document/i] },
  {
    title: 'a key into the prototype',
    yaml: 'version: 1\n__proto__: { models: [] }',
    code: 'budget/syntax',
    line: 2,
    says: [/__proto__/],
  },
  { title: 'a complex key', yaml: 'version: 1\n? [a]\n: 3', code: 'budget/syntax', line: 2, says: [/plain word/] },
];
for (const { title, yaml, code, line, column, says } of wrong)
  test(`names line and key of ${title}`, () => {
    const { problem } = failure(yaml);
    assert.equal(problem.code, code, problem.message);
    assert.equal(problem.at?.file, 'flopgate.yml');
    assert.equal(problem.at?.line, line);
    if (column !== undefined) assert.equal(problem.at?.column, column);
    for (const pattern of says) assert.match(`${problem.message} ${problem.help}`, pattern);
  });

test('of several mistakes the first in the file is named', () => {
  const { problem } = failure('version: 1\nmodels:\n  - paht: a\nbugets: 3\n');
  assert.equal(problem.at?.line, 3);
});

test('a key given twice in two spellings is refused; more than one document and a quoted number are named', () => {
  const said = (text: string) => {
    try {
      parseConfig(text, 'c.yml');
    } catch (error) {
      if (error instanceof FlopgateError) return error.message;
      throw error;
    }
    return assert.fail('it was accepted');
  };
  const twice = 'version: 1\nmodels:\n  - path: a\n    bind: { 1: 2, "1": 3 }\n';
  assert.equal(said(twice), 'The configuration is not valid YAML: `1` is given twice.');
  assert.equal(
    said('version: 1\n---\nversion: 1\n'),
    'The configuration is not valid YAML: it holds more than one document.',
  );
  assert.equal(said('version: "1"\n'), '`version` is the text `"1"`; it must be the number 1.');
});

test('refuses a file of more than 64 KiB', () => {
  assert.match(failure(`version: 1\n#${'x'.repeat(65_536)}`).message, /65\d{3} bytes/);
});

for (const [title, yaml] of [
  ['brackets', `${'['.repeat(30_000)}`],
  ['dashes', `${'- '.repeat(30_000)}`],
  ['closed brackets', `version: 1\nmodels: ${'['.repeat(50)}${']'.repeat(50)}`],
] as const)
  test(`refuses ${title} nested without end`, () => {
    const { problem } = failure(yaml);
    assert.equal(problem.code, 'budget/syntax');
    assert.match(problem.message, /nested too deeply/);
  });

test('an inherited property is no metric', () => {
  assert.equal(failure('version: 1\nbudgets: { toString: 3 }').problem.code, 'budget/unknown-metric');
  assert.equal(failure('version: 1\nbudgets: { constructor: 3 }').problem.code, 'budget/syntax');
});

test('any text is either a configuration or a problem with a place', () => {
  const piece = fc.constantFrom(
    'version: 1\n',
    'models:\n',
    '  - path: a\n',
    '    budgets:\n',
    '      macs: 3\n',
    'budgets: ',
    '{ macs: { max: 1 k } }',
    '\n',
    '[',
    ']',
    '{',
    '}',
    '- ',
    ': ',
    '*a',
    '&a ',
    '!!str ',
    '"',
    "'",
    '|\n',
    '? ',
    '%YAML 1.1\n',
    '---\n',
    '\t',
    '\u0000',
    '#',
    '<<: ',
    '4.2 G',
    'growth',
    '__proto__: 1\n',
    '\ud800',
    'null',
    '~',
    '1e99',
    '0x10',
    '-1',
    '.inf',
    '\r\n',
  ); // prettier-ignore
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 20 }), (parts) => {
      try {
        parseConfig(parts.join(''), 'f.yml');
      } catch (error) {
        assert.ok(error instanceof FlopgateError, String(error));
        assert.equal(error.problem.at?.file, 'f.yml');
      }
    }),
    { numRuns: 2000 },
  );
});

function failure(yaml: string): FlopgateError {
  try {
    parseConfig(yaml, 'flopgate.yml');
  } catch (error) {
    if (error instanceof FlopgateError) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: 'the configuration was accepted' });
}

test('reads scenarios, short and spelled out', () => {
  const config = parseConfig(
    `version: 1
models:
  - path: m.onnx
    bind: { batch: 1 }
    scenarios:
      prefill: { seq: 512 }
      decode 1: { bind: { seq: 1, past: 511 }, inputs: { x: [1, seq, 2*past] } }
    budgets: { macs: { degree: { seq: 1, batch: 1 }, max: 5, level: warn } }
`,
    'f.yml',
  );
  const [rule] = config.models;
  assert.deepEqual(
    rule?.scenarios.map(({ name, bind, inputs }) => [name, [...bind], [...inputs.keys()]]),
    [
      ['prefill', [['seq', 512n]], []],
      [
        'decode 1',
        [
          ['seq', 1n],
          ['past', 511n],
        ],
        ['x'],
      ],
    ],
  );
  assert.deepEqual(
    rule?.budgets.map(({ limit, level, line }) => [limit.kind, limit.text, level, line]),
    [
      ['max', '5', 'warn', 8],
      ['degree', '1', 'warn', 8],
      ['degree', '1', 'warn', 8],
    ],
  );
});

for (const [what, entry, message] of [
  ['no scenario at all', 'scenarios: {}', /scenarios` is a mapping; it must be a mapping of 1 to 10 names/],
  ['a name with a bracket', 'scenarios: { "a]": { seq: 1 } }', /letters, digits/],
  ['a negative number', 'scenarios: { a: { seq: -1 } }', /whole number ≥ 0/],
  ['another key beside bind', 'scenarios: { a: { bind: { s: 1 }, budgets: { macs: 1 } } }', /budgets/],
  ['a degree without symbols', 'budgets: { macs: { degree: {} } }', /mapping of symbols to the power/],
  ['a degree that is no number', 'budgets: { macs: { degree: { seq: linear } } }', /whole number from 0 to 9/],
  [
    'a degree of layers',
    'layers: [{ match: a, budgets: { macs: { max: 1, degree: { seq: 1 } } } }]',
    /`degree` is not a key/,
  ],
] as const)
  test(`refuses ${what}`, () => {
    assert.throws(
      () => parseConfig(`version: 1\nmodels:\n  - path: m.onnx\n    ${entry}\n`, 'f.yml'),
      (error: unknown) => error instanceof FlopgateError && message.test(error.problem.message),
    );
  });
