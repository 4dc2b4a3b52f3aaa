/** Models of a report: what each costs on both sides, and the layers that explain the difference. */
import { markdownTable } from 'markdown-table';
import { markdownCell, markdownCode } from './escape.ts';
import type { DeltaReport, LayerReport, ModelReport, Report } from './report.ts';
import { familyOf, formatCount, formatDelta, formatRatio, formatSigned, metricName } from './units.ts';
import {
  changeText,
  explanationText,
  isChange,
  kindCounts,
  kindName,
  modelChange,
  numeral,
  offset,
  say,
  standingIcon,
  standingOf,
} from './words.ts';

/** What every reviewer asks after; others show where a budget names them. */
const always = ['parameters', 'macs', 'flops', 'weightBytes', 'peakBytes'] as const;

/** Heading, a row for each metric, and the layers that explain it. */
export function modelBlocks(
  model: ModelReport,
  report: Report,
  { layers: most }: { readonly layers: number },
): readonly string[] {
  const from =
    model.basePath === undefined || model.basePath === model.path ? '' : ` (was ${markdownCode(model.basePath)})`;
  const blocks = [`### ${markdownCode(model.path)} · ${model.status}${from}`];
  const table = metricsTable(model, report);
  if (table !== '') blocks.push(table);
  return [...blocks, ...blockChanges(model), ...layersBlock(model, most)];
}

function metricsTable(model: ModelReport, { checks }: Report): string {
  const { base, head, delta } = model;
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = [...new Set([...always, ...budgeted])].filter((metric) => metric !== 'coverage');
  const rows = metrics.flatMap((metric) => {
    const change = delta[metric];
    if (change !== undefined) return [[metricName(metric), ...deltaCells(change, metric)]];
    const only = (head ?? base)?.[metric];
    if (only === undefined) return [];
    const count = cell(only, formatCount(only, familyOf(metric)));
    return [[metricName(metric), head === null ? count : '', head === null ? '' : count, '', oneSided(model)]];
  });
  if (rows.length === 0) return '';
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
    isUnchanged ? '=' : formatRatio(change.ratio),
  ];
}

function cell(value: DeltaReport['from'], text: string): string {
  return say([numeral(value, text)], markdownCell);
}

function blockChanges({ blocks }: ModelReport): readonly string[] {
  if (blocks.length === 0) return [];
  const shown = blocks.slice(0, 10).map(({ name, from, to }) => `${markdownCode(name)} ×${from} → ×${to}`);
  const more = blocks.length - shown.length;
  return [`Repeated blocks: ${shown.join(', ')}${more > 0 ? `, ${more} more` : ''}.`];
}

/** Metrics of a layer in the order in which they tell what happened; two of those that moved are columns. */
const layerMetrics = ['macs', 'parameters', 'flops', 'weightBytes', 'readBytes', 'writeBytes'] as const;

function layersBlock(model: ModelReport, most: number): readonly string[] {
  const { layers, unchangedLayers } = model;
  if (layers.length === 0) return [];
  const total = layers.length === 1 ? '1 layer differs' : `${layers.length} layers differ`;
  const summary = `${total}: ${kindCounts(layers)} · ${unchangedLayers} unchanged`;
  if (most === 0) return [`${summary}.`];
  const shown = layers.slice(0, most);
  const moved = layerMetrics.filter((metric) => layers.some(({ delta }) => isChange(delta[metric]))).slice(0, 2);
  const rows = shown.map((layer) => [
    markdownCell(layer.name),
    markdownCell(layer.op),
    kindName(layer.kind),
    changeText(layer) === '' ? '' : markdownCell(changeText(layer), 160),
    ...moved.map((metric) => layerDelta(layer, metric)),
  ]);
  const heads = ['Layer', 'Operator', 'Kind', 'Change', ...moved.map((metric) => `Δ ${metricName(metric)}`)];
  const left = layers.length - shown.length;
  return [
    `<details>\n<summary>${summary}</summary>`,
    ...explanation(model),
    markdownTable([heads, ...rows], { align: ['', '', '', '', ...moved.map(() => 'r')] }),
    ...(left > 0 ? [left === 1 ? 'And 1 more layer.' : `And ${left} more layers.`] : []),
    '</details>',
  ];
}

function layerDelta({ delta }: LayerReport, metric: string): string {
  const change = delta[metric];
  return change === undefined ? '' : cell(change.by, formatSigned(change.by, familyOf(metric)));
}

function explanation(model: ModelReport): readonly string[] {
  const against = offset(model);
  const sentences = [
    explanationText(model),
    against === undefined
      ? ''
      : `Largest offset: ${markdownCode(against.layer.name)} ${against.by} ${metricName(against.metric)}.`,
  ].filter((s) => s !== '');
  return sentences.length === 0 ? [] : [sentences.join(' ')];
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
