import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseConfig } from '../../src/budget/config.ts';
import { isLayerMetric, modelMetrics } from '../../src/budget/metrics.ts';

const text = readFileSync(new URL('../../docs/budgets.md', import.meta.url), 'utf8');
/** Indented ones, inside lists, too. */
const blocks = [...text.matchAll(/^( *)```yaml\n([\s\S]*?)^\1```/gm)].map(([, indent = '', yaml = '']) =>
  yaml.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

test('every configuration in docs/budgets.md is one', () => {
  assert.equal(blocks.length, 8);
  for (const yaml of blocks) parseConfig(yaml, 'docs/budgets.md');
});

test('docs/budgets.md says of every metric what it can limit', () => {
  const rows = text.split('\n').filter((line) => /^\| `\w+`.*\| (yes|no) \| (count|bytes|share) \|$/.test(line));
  const told = rows.flatMap((row) => {
    const [, metrics = '', , ofLayers, unit] = row.split('|').map((cell) => cell.trim());
    return [...metrics.matchAll(/`(\w+)`/g)].map(([, metric = '']) => [metric, ofLayers === 'yes', unit] as const);
  });
  const known = Object.entries(modelMetrics).map(
    ([metric, family]) => [metric, isLayerMetric(metric), family] as const,
  );
  assert.deepEqual([...told].sort(), [...known].sort());
});
