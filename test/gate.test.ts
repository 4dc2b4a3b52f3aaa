import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { profileModel } from '../src/analysis/measure.ts';
import { totalKeys } from '../src/analysis/profile.ts';
import { parseConfig } from '../src/budget/config.ts';
import { ruleFor } from '../src/budget/rules.ts';
import { measurementOf } from '../src/budget/scenarios.ts';
import { memorySource, type Source } from '../src/bytes/source.ts';
import { readModel } from '../src/formats/index.ts';
import { gate } from '../src/gate.ts';
import { bind, isUnknown, symbolsOf } from '../src/model/dim.ts';
import { renderReport } from '../src/report/index.ts';
import { readReport } from '../src/report/read.ts';
import type { Report } from '../src/report/report.ts';
import { type ModelSpec, onnx } from './build.ts';
import { sharedPath } from './shared.ts';

/** Two products of [batch, seq, 8] with weights; `attends`, with itself transposed instead of the second. */
function net(attends: boolean, symbol = 'seq', extra: Partial<ModelSpec> = {}): ModelSpec {
  const shape = ['batch', symbol, 8];
  const head: ModelSpec['nodes'] = attends
    ? [
        { op: 'Transpose', inputs: ['y'], outputs: ['yt'], attributes: { perm: [0, 2, 1] } },
        { op: 'MatMul', inputs: ['y', 'yt'], outputs: ['s'], name: 'scores' },
        { op: 'MatMul', inputs: ['s', 'y'], outputs: ['z'], name: 'second' },
      ]
    : [{ op: 'MatMul', inputs: ['y', 'w2'], outputs: ['z'], name: 'second' }];
  return {
    inputs: { x: shape },
    outputs: { z: shape },
    initializers: { w: { shape: [8, 8] }, ...(attends ? {} : { w2: { shape: [8, 8] } }) },
    nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'], name: 'first' }, ...head],
    ...extra,
  };
}

function source(spec: ModelSpec): Source {
  return memorySource('m.onnx', onnx(spec));
}

function judged(entry: string, base: ModelSpec, head: ModelSpec): Report {
  const config = parseConfig(`version: 1\nmodels:\n  - path: m.onnx\n${entry}`, 'flopgate.yml');
  return gate({
    base: { label: 'base' },
    head: { label: 'head' },
    config,
    cases: [
      {
        path: 'm.onnx',
        status: 'changed',
        base: source(base),
        head: source(head),
        ...measurementOf(ruleFor(config, 'm.onnx')),
      },
    ],
    problems: [],
  });
}

/** `scope: budget = actual result` */
function said({ checks }: Report): readonly string[] {
  return checks.map((c) => `${c.scope}: ${c.budget} = ${c.actual} ${c.result}`);
}

const twoWays = '    scenarios: { prefill: { batch: 1, seq: 64 }, decode: { batch: 1, seq: 1 } }\n';

describe('scenarios', () => {
  it('hold every budget in each of them, and once what is the same in all', () => {
    const budgets = '    budgets: { macs: { max: 5 k, growth: 0 % }, parameters: 128 }\n';
    const report = judged(`${twoWays}${budgets}`, net(false), net(false));
    // batch·seq·8·8 twice: 2·64·64 and 2·64.
    assert.deepEqual(said(report), [
      'm.onnx [prefill]: macs <= 5 k = 8192 exceeded',
      'm.onnx [decode]: macs <= 5 k = 128 met',
      'm.onnx [prefill]: macs growth <= 0 % = 8192 met',
      'm.onnx [decode]: macs growth <= 0 % = 128 met',
      'm.onnx: parameters <= 128 = 128 met',
    ]);
    assert.deepEqual(
      report.checks.map((c) => c.scenario),
      ['prefill', 'decode', 'prefill', 'decode', undefined],
    );
    assert.equal(report.verdict, 'fail');
  });

  it('know peak memory, which the expression leaves open', () => {
    const report = judged(`${twoWays}    budgets: { arenaBytes: 1 MiB }\n`, net(false), net(false));
    assert.deepEqual(
      report.checks.map((c) => c.result),
      ['met', 'met'],
    );
  });

  it('show the totals of each, and the whole as an expression', () => {
    const report = judged(twoWays, net(false), net(true));
    const [model] = report.models;
    assert.equal(model?.head?.macs, '16*batch*seq^2 + 64*batch*seq');
    assert.deepEqual(
      model?.scenarios?.map(({ name, delta }) => [name, delta.macs]),
      [
        ['prefill', { from: 8192, to: 69632, by: 61440, ratio: 7.5 }],
        ['decode', { from: 128, to: 80, by: -48, ratio: -0.375 }],
      ],
    );
    const markdown = renderReport(report, 'markdown');
    assert.match(markdown, /^\| `prefill` \| +8.2 k → 69.6 k \(\+750 %\) \|/m);
    assert.match(markdown, /^\| `decode` +\| +128 → 80 \(−37.5 %\) \|/m);
    assert.match(renderReport(report, 'table'), /^ +prefill +8.2 k → 69.6 k/m);
    assert.deepEqual(readReport(renderReport(report, 'json'), 'r.json'), report);
  });

  it('judge layers in each', () => {
    const layers = '    layers: [{ match: "op:MatMul", budgets: { macs: { max: 8192, growth: 0 % } } }]\n';
    assert.deepEqual(said(judged(`${twoWays}${layers}`, net(false), net(true))), [
      'm.onnx [prefill]: op:MatMul: macs <= 8192 = 69632 exceeded',
      'm.onnx [prefill]: op:MatMul: macs growth <= 0 % = 69632 exceeded',
      'm.onnx [decode]: op:MatMul: macs <= 8192 = 80 met',
      'm.onnx [decode]: op:MatMul: macs growth <= 0 % = 80 met',
    ]);
  });

  it('say what is wrong in one of them only, and leave no budget open there', () => {
    const entry =
      '    scenarios: { good: { batch: 1, seq: 4 }, bad: { batch: 1, sequence: 4 } }\n    budgets: { macs: 1 k }\n';
    const report = judged(entry, net(false), net(false));
    assert.deepEqual(
      report.checks.map((c) => c.result),
      ['met', 'undecidable'],
    );
    assert.match(renderReport(report, 'markdown'), /in `bad`: .*sequence/);
  });

  it('bind a symbol that the head calls otherwise', () => {
    const report = judged(`${twoWays}    budgets: { macs: { growth: 0 % } }\n`, net(false), net(false, 's0'));
    assert.deepEqual(said(report), [
      'm.onnx [prefill]: macs growth <= 0 % = 8192 met',
      'm.onnx [decode]: macs growth <= 0 % = 128 met',
    ]);
  });

  it('count in the sum over the repository by the one that costs most', () => {
    const config = parseConfig(`version: 1\nmodels:\n  - path: m.onnx\n${twoWays}budgets: { macs: 8192 }\n`, 'f.yml');
    const measurement = measurementOf(ruleFor(config, 'm.onnx'));
    const report = gate({
      base: null,
      head: { label: 'head' },
      config,
      cases: [{ path: 'm.onnx', status: 'added', base: null, head: source(net(false)), ...measurement }],
      problems: [],
    });
    assert.deepEqual(said(report), ['repository: macs <= 8192 = 8192 met']);
  });

  it('that nobody measured are undecidable', () => {
    const config = parseConfig(
      `version: 1\nmodels:\n  - path: m.onnx\n${twoWays}    budgets: { macs: 1 M }\n`,
      'f.yml',
    );
    const options = {
      inputs: new Map(),
      bind: new Map([
        ['batch', 1n],
        ['seq', 1n],
      ]),
    };
    const report = gate({
      base: null,
      head: { label: 'head' },
      config,
      cases: [{ path: 'm.onnx', status: 'added', base: null, head: source(net(false)), options }],
      problems: [],
    });
    assert.deepEqual(
      report.checks.map((c) => c.result),
      ['undecidable', 'undecidable'],
    );
  });
});

describe('growth classes', () => {
  const linear = '    budgets: { macs: { degree: { seq: 1 } } }\n';

  it('are said where they changed, and fail a budget', () => {
    const report = judged(linear, net(false), net(true));
    assert.deepEqual(said(report), ['m.onnx: macs degree in seq <= 1 = 2 exceeded']);
    assert.deepEqual(
      report.models[0]?.growth?.find(({ metric }) => metric === 'macs'),
      { metric: 'macs', symbol: 'seq', from: 1, to: 2 },
    );
    const markdown = renderReport(report, 'markdown');
    assert.match(markdown, /MACs, FLOPs, .*: quadratic in `seq`, was linear\./);
    assert.match(markdown, /macs degree in seq <= 1` +\| +linear +\| +quadratic +\|/);
    assert.deepEqual(report.models[0]?.delta.macs?.sign, { kind: 'more-above', symbol: 'seq', above: 4 });
    assert.match(markdown, /more for `seq` > 4/);
  });

  it('are met where the power is kept', () => {
    assert.deepEqual(said(judged(linear, net(false), net(false))), ['m.onnx: macs degree in seq <= 1 = 1 met']);
  });

  it('are judged though bindings and shapes fix the symbol', () => {
    const bound = `    bind: { batch: 1, seq: 7 }\n${linear}`;
    assert.deepEqual(said(judged(bound, net(false), net(true))), ['m.onnx: macs degree in seq <= 1 = 2 exceeded']);
    const given = `    inputs: { x: [1, 7, 8] }\n${linear}`;
    assert.deepEqual(said(judged(given, net(false), net(true))), ['m.onnx: macs degree in seq <= 1 = 2 exceeded']);
  });

  it('follow a symbol that bears another name, and prove nothing of one that is gone', () => {
    const renamed = judged(linear, net(false), net(true, 's0'));
    assert.deepEqual(said(renamed), ['m.onnx: macs degree in seq <= 1 = 2 exceeded']);
    const fixed = judged(linear, net(false), net(false, 'seq', { inputs: { x: ['batch', 9, 8] } }));
    assert.deepEqual(said(fixed), ['m.onnx: macs degree in seq <= 1 = null undecidable']);
    assert.match(fixed.checks[0]?.why ?? '', /no symbolic dimension seq, it has batch/);
  });
});

describe('binding before counting and counting before binding', () => {
  const own = [net(false), net(true)].map((spec, i): [string, Uint8Array] => [`own ${i}`, onnx(spec)]);
  const folder = sharedPath('models');
  const dynamic = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('-dyn.onnx'));
  const files = dynamic.map((name): [string, Uint8Array] => [name, readFileSync(join(folder ?? '', name))]);
  for (const [name, bytes] of [...own, ...files])
    it(`give the same numbers for ${name}`, () => {
      const model = readModel(memorySource(name, bytes));
      const free = profileModel(model, name, { inputs: new Map(), bind: new Map() });
      const symbols = free.inputs.flatMap(({ shape }) => (isUnknown(shape) ? [] : shape.flatMap(symbolsOf)));
      for (const extent of [(i: number) => 8n + 8n * BigInt(i), (i: number) => (i === 0 ? 2n : 16n)]) {
        const values = new Map([...new Set(symbols)].map((s, i): [string, bigint] => [s, extent(i)]));
        const bound = profileModel(model, name, { inputs: new Map(), bind: values });
        // Shapes that contradict one another at these numbers cost nothing that could be compared.
        if (bound.problems.some(({ code }) => code === 'shape/invalid')) continue;
        for (const key of totalKeys) {
          const [expression, number] = [bind(free.totals[key], values), bound.totals[key]];
          if (!isUnknown(expression) && !isUnknown(number)) assert.equal(expression, number, key);
          if (!isUnknown(expression)) assert.ok(!isUnknown(number), key);
        }
      }
    });
  test('real models are tried', { skip: folder === undefined ? '../shared is not here' : false }, () => {
    assert.ok(files.length >= 8);
  });
});
