/** Reports of the situations a reviewer meets, made by the real judge and the real assembly. */
import type { JudgedModel } from '../../src/budget/budget.ts';
import { parseConfig } from '../../src/budget/config.ts';
import { type JudgeOptions, judge } from '../../src/budget/judge.ts';
import { type Problem, problem } from '../../src/problem.ts';
import { assemble, type Report } from '../../src/report/report.ts';
import { added, changed, delta, diff, type ProfileSpec, profile, record, removed } from '../fixtures/profiles.ts';

export function reportOf(
  yaml: string | null,
  models: readonly JudgedModel[],
  options: JudgeOptions & { readonly problems?: readonly Problem[]; readonly pairs?: boolean } = {},
): Report {
  const config = yaml === null ? null : parseConfig(yaml, '.github/flopgate.yml');
  return assemble({
    version: '0.1.0',
    base: { label: 'main', sha: '1a2b3c4d5e6f708192a3b4c5d6e7f80912345678', how: 'merge parent' },
    head: { label: 'wider-head', sha: '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432' },
    models,
    verdict: judge(config, models, options),
    ...(options.problems !== undefined && { problems: options.problems }),
    ...(options.pairs !== undefined && { pairs: options.pairs }),
  });
}

const resnet = (extra: ProfileSpec = {}) =>
  profile({
    path: 'models/resnet50.onnx',
    bytes: 102_440_000,
    layers: [
      { name: 'conv1', module: 'conv1', macs: 118_013_952, parameters: 9408, weightBytes: 37_632 },
      { name: 'body', module: 'layer3', macs: 3_969_122_304, parameters: 23_498_624, weightBytes: 93_994_496 },
      { name: 'fc', module: 'fc', op: 'Gemm', macs: 2_048_000, parameters: 2_049_000, weightBytes: 8_196_000 },
    ],
    totals: { peakBytes: 9_633_792 },
    ...extra,
  });

const wide = () =>
  resnet({
    layers: [
      { name: 'conv1', module: 'conv1', macs: 59_006_976, parameters: 4704, weightBytes: 18_816 },
      { name: 'body', module: 'layer3', macs: 4_538_945_024, parameters: 24_500_000, weightBytes: 98_000_000 },
      { name: 'fc', module: 'fc', op: 'Gemm', macs: 2_048_000, parameters: 2_049_000, weightBytes: 8_196_000 },
    ],
    totals: { peakBytes: 12_845_056 },
  });

const records = () => [
  record(
    'modified',
    { module: 'layer3.0.conv2', macs: 231_211_008, parameters: 589_824 },
    { module: 'layer3.0.conv2', macs: 751_211_008, parameters: 1_600_000 },
    [{ what: 'outChannels', from: 256, to: 384 }],
    11,
  ),
  record(
    'modified',
    { module: 'conv1', macs: 118_013_952, parameters: 9408 },
    { module: 'conv1', macs: 59_006_976, parameters: 4704 },
    [{ what: 'outChannels', from: 64, to: 32 }],
  ),
  record('added', null, { module: 'layer3.6.conv1', macs: 49_822_720, parameters: 1000 }, [], 40),
  record('removed', { module: 'layer3.5.bn', op: 'BatchNormalization', flops: 400_000 }, null, [], 30),
  record('renamed', { module: 'old.relu', op: 'Relu' }, { module: 'layer3.0.relu', op: 'Relu' }, [], 12),
];

const budgets = `version: 1
models:
  - path: models/**/*.onnx
    budgets:
      macs: 4.2 G
      parameters: { max: 30 M, growth: 2 %, message: "ask the camera team" }
      peakBytes: { max: 12 MiB, level: warn, message: "the camera has 32 MiB" }
      coverage: 100 %
`;

export function noChange(): Report {
  return reportOf(budgets, [{ ...changed(resnet(), resnet(), { unchanged: 3 }), status: 'unchanged' }]);
}

export function overBudget(): Report {
  const model = changed(resnet(), wide(), {
    records: records(),
    unchanged: 50,
    blocks: [{ name: 'layer3', from: 6, to: 23 }],
  });
  return reportOf(budgets, [model]);
}

export function waived(): Report {
  const yaml = `${budgets}override: { label: flopgate-accept }\n`;
  const waivedBy = { label: 'flopgate-accept', actor: 'ada', at: '2026-01-02T03:04:05Z' };
  return reportOf(yaml, [changed(resnet(), wide(), { unchanged: 3 })], { waivedBy });
}

export function addedModel(): Report {
  return reportOf(budgets, [added(resnet())]);
}

export function removedModel(): Report {
  const other = {
    ...changed(profile({ path: 'models/b.onnx' }), profile({ path: 'models/b.onnx' })),
    status: 'unchanged' as const,
  };
  return reportOf(budgets, [removed(resnet()), other]);
}

export function unreadableModel(): Report {
  const broken = problem('format/damaged', { offset: 4096, reason: 'a field ends past the end of the file' });
  const model: JudgedModel = {
    path: 'models/resnet50.onnx',
    status: 'unreadable',
    base: resnet(),
    head: null,
    diff: null,
    problem: broken,
  };
  return reportOf(budgets, [model]);
}

export function undecidable(): Report {
  const before = profile({
    path: 'models/bert.onnx',
    layers: [{ name: 'a', macs: '85054464*batch', parameters: 100 }],
  });
  const head = profile({
    path: 'models/bert.onnx',
    layers: [
      { name: 'a', macs: '85054464*batch + 393216*batch*seq', parameters: 100 },
      { op: 'Fancy', parameters: { unknown: '`Fancy` is not an operator Flopgate knows' } },
    ],
    unknownOperators: { 'com.example.Fancy': 1 },
    assumptions: ['seq = 128'],
    problems: [problem('operator/unknown', { operator: 'com.example.Fancy', count: 1 }, { node: 'Fancy_7' })],
  });
  return reportOf(budgets, [changed(before, head)], {
    problems: [problem('read/no-base', { reason: 'this is the first commit' })],
  });
}

/** Each with a property of its own, so that no two are told together. */
export function manyLayers(count = 60): Report {
  const many = Array.from({ length: count }, (_, i) =>
    record(
      'modified',
      { module: `layer${i}.conv`, macs: 1000 * (count - i) },
      { module: `layer${i}.conv`, macs: 2000 * (count - i) },
      [{ what: `option${i}`, from: 2, to: 1 }],
      i,
    ),
  );
  const base = profile({ path: 'models/deep.onnx', layers: [{ macs: 1_830_000 }] });
  const head = profile({ path: 'models/deep.onnx', layers: [{ macs: 3_660_000 }] });
  return reportOf(budgets, [changed(base, head, { records: many, unchanged: 7 })]);
}

/** Every place where a text of a model, a path or a configuration can come out. */
export function withNames(name: string, symbolName = name): Report {
  const path = `models/${name}.onnx`;
  const base = profile({ path, layers: [{ name, module: name, op: name, macs: 5 }] });
  const symbols = {
    kind: 'poly',
    terms: [
      {
        coefficient: 7n,
        factors: [{ atom: { kind: 'symbol', name: symbolName, key: symbolName }, power: 1 }],
        key: symbolName,
      },
    ],
    key: symbolName,
  } as const;
  const plain = profile({
    path,
    layers: [{ name, module: name, op: name, macs: 50 }],
    unknownOperators: { [name]: 2 },
    assumptions: [`${name} = 3`],
    problems: [problem('operator/unknown', { operator: name, count: 2 }, { node: name })],
  });
  const head = { ...plain, totals: { ...plain.totals, flops: symbols }, coverage: { ...plain.coverage, unknown: 1 } };
  const changedLayer = {
    ...record('modified', { name, module: `${name}2`, op: name, macs: 5 }, { name, module: name, op: name, macs: 50 }, [
      { what: name, from: name, to: name },
    ]),
    delta: new Map([
      ['macs', delta(5n, 50n)],
      ['flops', { from: 1n, to: symbols, by: symbols }],
    ] as const),
  };
  const model: JudgedModel = {
    path,
    basePath: `${path}.old`,
    status: 'renamed',
    base,
    head,
    diff: diff(base, head, {
      records: [changedLayer],
      blocks: [{ name, from: 1, to: 2 }],
      notes: [name],
      related: false,
    }),
  };
  const quoted = JSON.stringify(name.replace(/[\p{Cc}\p{Cs}]/gu, ' ').slice(0, 100) || 'x');
  const yaml = `version: 1\nmodels:\n  - path: "**"\n    budgets:\n      macs: { max: 5, message: ${quoted} }\n      flops: 3\noverride: { label: ${quoted} }\n`;
  const waivedBy = { label: JSON.parse(quoted), actor: name, at: name };
  const verdict = judge(parseConfig(yaml, 'f.yml'), [model], { waivedBy });
  return {
    ...assemble({
      version: '0.1.0',
      convention: name,
      base: { label: name, sha: name, how: name },
      head: { label: name, sha: name, how: name },
      models: [model],
      verdict,
      problems: [problem('usage/bad-option', { option: name, reason: name, command: name }, { file: name, line: 3 })],
    }),
  };
}
