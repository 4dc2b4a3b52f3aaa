import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseConfig } from '../../src/budget/config.ts';
import { isLayerMetric, modelMetrics } from '../../src/budget/metrics.ts';
import { blocks } from '../docs/blocks.ts';

const text = readFileSync(new URL('../../docs/budgets.md', import.meta.url), 'utf8');
const configurations = blocks().filter(
  ({ document, kind }) => document === 'docs/budgets.md' && kind === 'configuration',
);

test('every configuration in docs/budgets.md is one', () => {
  assert.equal(configurations.length, 8);
  for (const yaml of configurations) parseConfig(yaml.text, yaml.document);
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
