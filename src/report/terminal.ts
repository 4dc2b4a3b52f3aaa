/** The report for a terminal: aligned columns, colour on request. */
import { terminalText } from './escape.ts';
import { colour, grid, type Paint, plain } from './grid.ts';
import { layersSentence, shareSentence, statusPhrase, storyLines } from './lines.ts';
import { placeText, sourcePhrases, waiverPhrase } from './provenance.ts';
import type { CheckReport, DeltaReport, ModelReport, Report } from './report.ts';
import { type Row, storyOf } from './story.ts';
import { layerMetrics } from './sums.ts';
import { growthLines, scenarioColumns, scenarioPhrase, signPhrase } from './symbolic.ts';
import { familyOf, formatCount, formatDelta, formatRatio, formatSigned, metricName } from './units.ts';
import { widthLines } from './width-lines.ts';
import {
  caveats,
  checkNumber,
  headroomText,
  isChange,
  isGiven,
  kindName,
  mainChange,
  rankedModels,
  type Standing,
  say,
  sortedChecks,
  standingOf,
  usedText,
  verdictSentence,
} from './words.ts';

export function renderTerminal(report: Report, options: { readonly color?: boolean } = {}): string {
  const paint = options.color === true ? colour : plain;
  const models = rankedModels(report.models, report.checks);
  const unchanged = report.models.length - models.length;
  const sections = [
    title(report, paint),
    checksSection(report, paint),
    ...models.map((model) => modelSection(model, report, paint)),
    unchanged === 0 ? '' : unchanged === 1 ? '1 model is unchanged.' : `${unchanged} models are unchanged.`,
    remarksSection(report, paint),
    paint.dim(footer(report)),
  ];
  return `${sections.filter((s) => s !== '').join('\n\n')}\n`;
}

const text = (quoted: string): string => terminalText(quoted);
const sentence = (quoted: string): string => terminalText(quoted, 500);

function title(report: Report, paint: Paint): string {
  const { verdict, waivedBy } = report;
  const colours = { pass: paint.green, warn: paint.yellow, fail: paint.red };
  const accepted = waivedBy === undefined ? '' : `\nAccepted ${say(waiverPhrase(waivedBy), text)}.`;
  const word = paint.bold(colours[verdict](verdict.toUpperCase()));
  return `${word}  ${verdictSentence(report)} ${say(mainChange(report), text)}${accepted}`;
}

const marks: Readonly<Record<Standing, string>> = {
  failed: '✖',
  undecided: '?',
  warned: '!',
  unsure: '?',
  waived: '~',
  met: '✔',
};

function mark(check: CheckReport, paint: Paint): string {
  const standing = standingOf(check);
  const isBad = standing === 'failed' || standing === 'undecided';
  return (isBad ? paint.red : standing === 'met' ? paint.green : paint.yellow)(marks[standing]);
}

function checksSection(report: Report, paint: Paint): string {
  const checks = sortedChecks(report.checks);
  if (checks.length === 0) return '';
  const rows = checks.map((check) => [
    mark(check, paint),
    text(check.scope),
    text(check.budget),
    check.base === undefined ? '' : text(checkNumber(check, check.base)),
    text(checkNumber(check, check.actual)),
    usedText(check),
    headroomText(check),
  ]);
  const right = { align: 'right' } as const;
  const columns = [
    { title: '' },
    { title: 'Scope' },
    { title: 'Budget' },
    { title: 'Base', ...right },
    { title: 'Head', ...right },
    { title: 'Used', ...right },
    { title: 'Headroom', ...right },
  ];
  const remarks = checks.flatMap((check) => {
    const said = [check.why, check.result === 'met' ? undefined : check.message].flatMap((s) =>
      s === undefined ? [] : sentence(s),
    );
    return said.length === 0
      ? []
      : [`  ${mark(check, paint)} ${text(check.scope)} ${text(check.budget)}: ${said.join('; ')}`];
  });
  return [paint.bold('Budgets'), grid(columns, rows, paint), ...remarks].join('\n');
}

/** What everybody asks after; the others show where they changed. */
const always = ['parameters', 'macs', 'flops', 'weightBytes', 'peakBytes'];

function modelSection(model: ModelReport, report: Report, paint: Paint): string {
  const name = `${paint.bold(text(model.path))} (${say(statusPhrase(model), text)})`;
  const growth = [...growthLines(model), ...widthLines(model)].map((phrase) => `  ${say(phrase, text)}`);
  const parts = [metricsGrid(model, report, paint), scenariosGrid(model, report, paint), growth.join('\n')];
  return [name, ...parts, layersSection(model, paint)].filter((s) => s !== '').join('\n');
}

function metricsGrid(model: ModelReport, report: Report, paint: Paint): string {
  const { base, head, delta } = model;
  const budgeted = report.checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const moved = Object.keys(delta).filter((metric) => isChange(delta[metric]));
  const asked = [...always, ...moved].filter((metric) => isGiven(report, metric));
  const shown = new Set([...asked, ...budgeted]);
  const metrics = Object.keys(head ?? base ?? {}).filter((metric) => shown.has(metric));
  const rows = metrics.map((metric) => {
    const change = delta[metric];
    if (change !== undefined) return [text(metricName(metric)), ...deltaCells(change, metric, paint)];
    const only = text(formatCount((head ?? base)?.[metric] ?? null, familyOf(metric)));
    return [text(metricName(metric)), head === null ? only : '', head === null ? '' : only, '', ''];
  });
  if (rows.length === 0) return '';
  const right = (heading: string) => ({ title: heading, align: 'right' as const });
  return grid([{ title: 'Metric' }, right('Base'), right('Head'), right('Δ'), right('Δ %')], rows, paint);
}

function scenariosGrid(model: ModelReport, { checks }: Report, paint: Paint): string {
  const { scenarios = [] } = model;
  if (scenarios.length === 0) return '';
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = scenarioColumns(model, budgeted);
  const rows = scenarios.map((s) => [text(s.name), ...metrics.map((metric) => say(scenarioPhrase(s, metric), text))]);
  const columns = metrics.map((metric) => ({ title: metricName(metric), align: 'right' as const }));
  return grid([{ title: 'Scenario' }, ...columns], rows, paint);
}

function deltaCells(change: DeltaReport, metric: string, paint: Paint): readonly string[] {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  if (change.by === 0) return [text(from), text(to), '', '='];
  return [text(from), text(to), tint(text(by), paint), growthCell(change, paint)];
}

function growthCell(change: DeltaReport, paint: Paint): string {
  const ratio = formatRatio(change.ratio);
  return ratio === '' ? say(signPhrase(change), text) : tint(ratio, paint);
}

/** More is red, less is green. */
function tint(change: string, paint: Paint): string {
  return change.startsWith('−') ? paint.green(change) : change === 'unknown' ? paint.yellow(change) : paint.red(change);
}

function layersSection(model: ModelReport, paint: Paint): string {
  const { layers, unchangedLayers } = model;
  const story = storyOf(model);
  const lines = storyLines(model, story).map((phrase) => `  ${say(phrase, text)}`);
  if (layers.length === 0) {
    const none = unchangedLayers === 0 ? [] : [`  No layer differs, ${unchangedLayers} unchanged.`];
    return none.length + lines.length === 0 ? '' : `\n${[...none, ...lines].join('\n')}`;
  }
  const summary = `\n  ${layersSentence(model)}. ${shareSentence(model, story)}`.trimEnd();
  return [summary, ...lines, ...(story.rows.length === 0 ? [] : [layersGrid(story.rows, paint)])].join('\n');
}

function layersGrid(rows: readonly Row[], paint: Paint): string {
  const moved = layerMetrics
    .filter((metric) => rows.some(({ delta }) => (delta.get(metric)?.by ?? 0) !== 0))
    .slice(0, 2);
  const cells = rows.map((row) => [
    `${text(row.name)}${row.count > 1 ? ` ×${row.count}` : ''}`,
    text(row.op),
    kindName(row.kind),
    terminalText(row.change, 160),
    ...moved.map((metric) => layerDelta(row, metric, paint)),
  ]);
  const columns = [
    { title: 'Layer' },
    { title: 'Operator' },
    { title: 'Kind' },
    { title: 'Change' },
    ...moved.map((metric) => ({ title: `Δ ${metricName(metric)}`, align: 'right' as const })),
  ];
  return grid(columns, cells, paint);
}

function layerDelta({ delta }: Row, metric: string, paint: Paint): string {
  const change = delta.get(metric);
  return change === undefined ? '' : tint(text(formatSigned(change.by, familyOf(metric))), paint);
}

const severityMark = { fatal: '✖', warning: '!', notice: 'i' } as const;

function remarksSection(report: Report, paint: Paint): string {
  const lines = [
    ...report.problems.map(({ severity, message, help, at }) => {
      const place = at?.file === undefined ? '' : ` (${text(placeText(at))})`;
      const advice = severity === 'fatal' ? `\n    ${sentence(help)}` : '';
      return `  ${severityMark[severity]} ${sentence(message)}${place}${advice}`;
    }),
    ...rankedModels(report.models, report.checks).flatMap((model) =>
      caveats(model).map(
        ({ severity, phrase }) => `  ${severityMark[severity]} ${text(model.path)}: ${say(phrase, sentence)}`,
      ),
    ),
  ];
  return lines.length === 0 ? '' : [paint.bold('Problems, unknowns and assumptions'), ...lines].join('\n');
}

function footer(report: Report): string {
  return sourcePhrases(report)
    .map((phrase) => say(phrase, text))
    .join(' · ');
}
