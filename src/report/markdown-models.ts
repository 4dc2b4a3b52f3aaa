/** Models of a report: what each costs on both sides, and the layers that explain the difference. */
import { markdownTable } from 'markdown-table';
import { markdownCell, markdownCode } from './escape.ts';
import { layersSentence, shareSentence, statusPhrase, storyLines } from './lines.ts';
import type { DeltaReport, ModelReport, Report } from './report.ts';
import { type Row, storyOf } from './story.ts';
import { layerMetrics } from './sums.ts';
import { growthLines, scenarioColumns, scenarioPhrase, signPhrase } from './symbolic.ts';
import { familyOf, formatCount, formatDelta, formatRatio, formatSigned, metricName } from './units.ts';
import { widthCells } from './width-lines.ts';
import { isGiven, kindName, modelChange, numeral, say, standingIcon, standingOf } from './words.ts';

/** What every reviewer asks after; others show where a budget names them. */
const always = ['parameters', 'macs', 'flops', 'weightBytes', 'peakBytes'] as const;

/** Heading, a row for each metric, and the layers that explain it. */
export function modelBlocks(
  model: ModelReport,
  report: Report,
  { layers: most }: { readonly layers: number },
): readonly string[] {
  // The sentence under the heading has named the only model already.
  const isAlone = report.models.length === 1 && report.checks.length === 0 && model.status === 'changed';
  const blocks = isAlone ? [] : [`### ${markdownCode(model.path)} · ${say(statusPhrase(model), markdownCode)}`];
  const table = metricsTable(model, report);
  if (table !== '') blocks.push(table);
  const scenarios = scenariosTable(model, report);
  if (scenarios !== '') blocks.push(scenarios);
  blocks.push(...growthLines(model).map((phrase) => say(phrase, markdownCode)));
  return [...blocks, ...layersBlock(model, most)];
}

function metricsTable(model: ModelReport, report: Report): string {
  const { base, head, delta } = model;
  const budgeted = report.checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const asked = [...always.filter((metric) => isGiven(report, metric)), ...budgeted];
  const metrics = [...new Set(asked)].filter((metric) => metric !== 'coverage');
  const rows = metrics.flatMap((metric) => {
    const change = delta[metric];
    if (change !== undefined) return [[metricName(metric), ...deltaCells(change, metric)]];
    const only = (head ?? base)?.[metric];
    if (only === undefined) return [];
    const count = cell(only, formatCount(only, familyOf(metric)));
    return [[metricName(metric), head === null ? count : '', head === null ? '' : count, '', oneSided(model)]];
  });
  if (rows.length === 0) return '';
  const widths = widthCells(model);
  if (widths !== undefined) rows.push(['MACs by width', ...widths.map((cell) => say(cell, markdownCell)), '', '']);
  return markdownTable([['Metric', 'Base', 'Head', 'Δ', 'Δ %'], ...rows], { align: ['', 'r', 'r', 'r', 'r'] });
}

function oneSided({ status }: ModelReport): string {
  return status === 'added' ? 'new' : status === 'removed' ? 'removed' : '';
}

function deltaCells(change: DeltaReport, metric: string): readonly string[] {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  const isUnchanged = change.by === 0;
  return [
    cell(change.from, from),
    cell(change.to, to),
    isUnchanged ? '' : cell(change.by, by),
    isUnchanged ? '=' : formatRatio(change.ratio) || say(signPhrase(change), markdownCell),
  ];
}

function scenariosTable(model: ModelReport, { checks }: Report): string {
  const { scenarios = [] } = model;
  if (scenarios.length === 0) return '';
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = scenarioColumns(model, budgeted);
  const rows = scenarios.map((s) => [
    markdownCell(s.name),
    ...metrics.map((metric) => say(scenarioPhrase(s, metric), markdownCell)),
  ]);
  return markdownTable([['Scenario', ...metrics.map(metricName)], ...rows], { align: ['', ...metrics.map(() => 'r')] });
}

function cell(value: DeltaReport['from'], text: string): string {
  return say([numeral(value, text)], markdownCell);
}

/** A table of so few rows stands open. */
const fewRows = 5;

function layersBlock(model: ModelReport, most: number): readonly string[] {
  const story = storyOf(model);
  const rows = story.rows.slice(0, most);
  const left = story.rows.length - rows.length;
  const summary = model.layers.length === 0 ? '' : layersSentence(model);
  const share = shareSentence(model, story);
  const isFolded = rows.length > fewRows;
  const sentence = summary === '' || isFolded ? [] : [`${summary}.${share === '' ? '' : ` ${share}`}`];
  const lines = [...sentence, ...storyLines(model, story).map((phrase) => say(phrase, markdownCode))];
  const told = lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
  if (rows.length === 0) return told;
  const table = [layersTable(rows), ...(left > 0 ? [left === 1 ? 'And 1 more row.' : `And ${left} more rows.`] : [])];
  if (!isFolded) return [...told, ...table];
  const shares = share === '' ? [] : [share];
  return [...told, `<details>\n<summary>${summary}</summary>`, ...shares, ...table, '</details>'];
}

function layersTable(rows: readonly Row[]): string {
  const moved = layerMetrics
    .filter((metric) => rows.some(({ delta }) => (delta.get(metric)?.by ?? 0) !== 0))
    .slice(0, 2);
  const cells = rows.map((row) => [
    `${markdownCell(row.name)}${row.count > 1 ? ` ×${row.count}` : ''}`,
    markdownCell(row.op),
    kindName(row.kind),
    row.change === '' ? '' : markdownCell(row.change, 160),
    ...moved.map((metric) => layerDelta(row, metric)),
  ]);
  const heads = ['Layer', 'Operator', 'Kind', 'Change', ...moved.map((metric) => `Δ ${metricName(metric)}`)];
  return markdownTable([heads, ...cells], { align: ['', '', '', '', ...moved.map(() => 'r')] });
}

function layerDelta({ delta }: Row, metric: string): string {
  const change = delta.get(metric);
  return change === undefined ? '' : cell(change.by, formatSigned(change.by, familyOf(metric)));
}

/** One row for each model, for when tables for each would be too much. */
export function modelRows(models: readonly ModelReport[], { checks }: Report, most: number): readonly string[] {
  const shown = models.slice(0, most);
  if (shown.length === 0) return [];
  const rows = shown.map((model) => {
    const own = checks.filter((c) => c.model === model.path).map(standingOf);
    const worst =
      model.status === 'unreadable'
        ? 'failed'
        : (['failed', 'undecided', 'warned', 'unsure', 'waived'] as const).find((s) => own.includes(s));
    return [
      worst === undefined ? '' : standingIcon[worst],
      markdownCell(model.path),
      model.status,
      say(modelChange(model, checks), markdownCell),
    ];
  });
  const left = models.length - shown.length;
  return [
    markdownTable([['', 'Model', 'Status', 'Change'], ...rows]),
    ...(left > 0 ? [left === 1 ? 'And 1 more model.' : `And ${left} more models.`] : []),
  ];
}
