import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationsOf } from '../../src/action/annotations.ts';
import type { CheckReport, ProblemReport, Report } from '../../src/report/report.ts';
import { annotations, configPath, convolution, openScene } from './scene.ts';

function check(i: number, more: Partial<CheckReport> = {}): CheckReport {
  return {
    budget: `macs <= ${i}`,
    scope: `m${i}.onnx`,
    metric: 'macs',
    kind: 'max',
    actual: 100,
    limit: i,
    result: 'exceeded',
    level: 'error',
    line: i,
    ...more,
  };
}

function report(checks: readonly CheckReport[], problems: readonly ProblemReport[] = []): Report {
  return {
    schema: 'flopgate.report/1',
    tool: { name: 'flopgate', version: '0.1.0' },
    verdict: 'fail',
    convention: 'flopgate',
    base: null,
    head: { label: 'head' },
    models: [],
    checks,
    problems,
  };
}

const edited: ProblemReport = { code: 'config/edited', severity: 'warning', message: 'Edited.', help: 'Look.' };

test('the verdict comes first, then what does not hold, each at its line, and warnings apart', () => {
  const checks = [
    check(1, { result: 'met' }),
    check(7, { why: 'so', message: 'ask @vision' }),
    check(9, { level: 'warn' }),
  ];
  const notice: ProblemReport = { ...edited, severity: 'notice', message: 'By the way.' };
  assert.deepEqual(annotationsOf(report(checks, [edited, notice]), 'f.yml'), [
    { level: 'error', text: 'Flopgate: fail. 1 budget is exceeded and 1 warning budget is exceeded.' },
    { level: 'error', text: 'm7.onnx: macs <= 7 is exceeded. so. ask @vision', at: { file: 'f.yml', line: 7 } },
    { level: 'warning', text: 'm9.onnx: macs <= 9 is exceeded', at: { file: 'f.yml', line: 9 } },
    { level: 'warning', text: 'Edited. Look.' },
    { level: 'info', text: 'notice: By the way. Look.' },
  ]);
});

test('nine of a kind are annotations, the last of them the number of the others, which are in the log', () => {
  const twelve = Array.from({ length: 12 }, (_, i) => check(i + 1));
  const said = annotationsOf(report(twelve), 'f.yml');
  const errors = said.filter(({ level }) => level === 'error');
  assert.equal(errors.length, 9);
  assert.match(errors[0]?.text ?? '', /^Flopgate: fail\. 12 budgets are exceeded/);
  // The headline and seven budgets are shown: five are left.
  assert.equal(errors[8]?.text, '5 more of these are in the log and in the job summary');
  assert.equal(said.filter(({ level, text }) => level === 'info' && text.startsWith('error: m')).length, 5);
  assert.equal(annotationsOf(report(twelve.slice(0, 8)), 'f.yml').filter(({ level }) => level === 'error').length, 9);
});

const metrics = ['parameters', 'macs', 'flops', 'weightBytes', 'readBytes', 'writeBytes', 'activationBytes'];
const peaks = ['peakBytes', 'peakInplaceBytes', 'arenaBytes', 'peakFloorBytes', 'fileBytes'];

test('a run with more broken budgets than the runner shows says all of them, none beyond the runner’s ten', async (t) => {
  const budgets = [...metrics, ...peaks].flatMap((metric) => [
    `      ${metric}: { max: 1, growth: 0, message: "ask first" }`,
  ]);
  const yaml = `version: 1\nmodels:\n  - path: models/*.onnx\n    budgets:\n${budgets.join('\n')}\n`;
  const scene = await openScene(t, { [configPath]: yaml, 'models/m.onnx': convolution(4) });
  scene.push({ 'models/m.onnx': convolution(8) });
  const outcome = await scene.pullRequest({}, { source: true });
  const errors = outcome.commands.filter(({ name }) => name === 'error');
  assert.equal(errors.length, 9);
  assert.match(errors[0]?.data ?? '', /^Flopgate: fail\. \d+ budgets are exceeded/);
  const [, first] = errors;
  assert.equal(first?.properties.get('file'), configPath);
  assert.match(first?.properties.get('line') ?? '', /^(?:[5-9]|1[0-6])$/);
  const inLog = outcome.log.split('\n').filter((line) => /^error: models/.test(line)).length;
  const exceeded = Number(outcome.outputs.get('exceeded'));
  // Headline and count take two of the nine.
  assert.equal(inLog + 7, exceeded);
  assert.ok(annotations(outcome, 'error').every((text) => text.length <= 4096));
});
