import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { summaryLimit, summaryRoom, writeSummary } from '../../src/action/outputs.ts';
import { tempFolder } from '../host/git-fixture.ts';
import { configPath, convolution, manyBudgets, openScene } from './scene.ts';

const mebibyte = 1_048_576;

test('a report of more than a mebibyte loses whole blocks, and the summary is under the runner’s limit', async (t) => {
  // Three models under 200 rules of 8 budgets: 4,800 rows that name a path of some 90 characters of 3 bytes.
  const paths = ['a', 'b', 'c'].map((name) => `models/${'層'.repeat(80)}${name}.onnx`);
  const of = (filters: number) => Object.fromEntries(paths.map((path) => [path, convolution(filters)]));
  const scene = await openScene(t, { [configPath]: manyBudgets(200), ...of(4) });
  scene.push(of(8));
  const outcome = await scene.pullRequest({}, { source: true });
  const size = Buffer.byteLength(outcome.summary);
  assert.ok(size > 1000 && size <= mebibyte, String(size));
  assert.match(outcome.summary, /^## ❌ Flopgate\n/);
  assert.match(outcome.summary, /Shortened to fit here/);
  assert.match(outcome.summary, /<\/sub>\n*$/);
  const comment = scene.github.comments[0]?.body ?? '';
  assert.ok(Buffer.byteLength(comment) <= 65_000, String(Buffer.byteLength(comment)));
  assert.match(comment, /<!-- flopgate:run:99:1 -->\n<!-- flopgate:comment: -->\n$/);
  assert.match(comment, /<\/sub>\n\n<!-- flopgate:run/);
});

test('several summaries in one step share the mebibyte; what has no room is left out whole', async (t) => {
  const file = join(tempFolder(t), 'summary');
  t.after(() => {
    delete process.env.GITHUB_STEP_SUMMARY;
  });
  writeFileSync(file, '');
  process.env.GITHUB_STEP_SUMMARY = file;
  assert.equal(summaryRoom(), summaryLimit);
  assert.ok(summaryLimit < mebibyte);
  writeFileSync(file, 'x'.repeat(mebibyte - 102));
  assert.equal(summaryRoom(), 100);
  await writeSummary('y'.repeat(101));
  assert.equal(summaryRoom(), 100, 'nothing was written');
});
