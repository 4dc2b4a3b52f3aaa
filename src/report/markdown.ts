/**
 * The report as a pull request comment or a job summary. The destination has a size, and the report bends to it: it
 * loses whole blocks, least telling first, and says so; no text is ever cut in the middle.
 */

import { markdownCode, markdownSentence } from './escape.ts';
import { checksBlock } from './markdown-checks.ts';
import { modelBlocks, modelRows } from './markdown-models.ts';
import { markerOf } from './marker.ts';
import { placeText, sourcePhrases, waiverPhrase } from './provenance.ts';
import type { Report } from './report.ts';
import { storyOf } from './story.ts';
import { caveats, mainChange, rankedModels, say, severityIcon, verdictIcon, verdictSentence } from './words.ts';

export interface MarkdownOptions {
  /** UTF-8 bytes, the marker included. A heading and a marker are always written. */
  readonly limit?: number;
  /** Tells two comments on one pull request apart: shown in the heading, and hidden in the marker. */
  readonly key?: string;
}

/** How much is shown: rows of each kind. */
export interface Detail {
  readonly layers: number;
  /** A table of metrics for each model, one row for each, or neither. */
  readonly models: 'tables' | 'rows' | 'none';
  readonly modelCount: number;
  readonly checks: number;
  readonly caveats: number;
  readonly footer: boolean;
}

const all = Number.POSITIVE_INFINITY;
/** Bytes of a layer's row at the very least: its cells' fences and bars. */
const leastRow = 20;
const whole: Detail = { layers: all, models: 'tables', modelCount: all, checks: all, caveats: all, footer: true };
/** From everything to the sentence alone. */
const ladder: readonly Detail[] = [
  whole,
  { ...whole, layers: 20 },
  { ...whole, layers: 5 },
  { ...whole, layers: 0 },
  { ...whole, layers: 0, models: 'rows', modelCount: 200, checks: 200, caveats: 20 },
  { ...whole, layers: 0, models: 'rows', modelCount: 50, checks: 50, caveats: 10 },
  { ...whole, layers: 0, models: 'rows', modelCount: 10, checks: 10, caveats: 5 },
  { ...whole, layers: 0, models: 'none', modelCount: 0, checks: 5, caveats: 2 },
  { ...whole, layers: 0, models: 'none', modelCount: 0, checks: 0, caveats: 0 },
  { ...whole, layers: 0, models: 'none', modelCount: 0, checks: 0, caveats: 0, footer: false },
];

export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const { limit = all, key } = options;
  const end = key === undefined ? '' : `\n${markerOf(key)}\n`;
  const rows = report.models.reduce((n, model) => n + storyOf(model).rows.length, 0);
  for (const detail of ladder) {
    // Not worth writing: so many rows cannot fit.
    if (Math.min(rows, detail.layers) * leastRow > limit) continue;
    const text = `${blocks(report, detail, key).join('\n\n')}\n${end}`;
    if (byteLength(text) <= limit) return text;
  }
  const sentence = `\n\n**${verdictSentence(report)}**\n${end}`;
  const least = [
    `${heading(report, key)}${sentence}`,
    `${heading(report)}${sentence}`,
    `${heading(report, key)}\n${end}`,
  ];
  return least.find((text) => byteLength(text) <= limit) ?? `${heading(report)}\n${end}`;
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function blocks(report: Report, detail: Detail, key: string | undefined): readonly string[] {
  const models = rankedModels(report.models, report.checks);
  const unchanged = report.models.length - models.length;
  return [
    heading(report, key),
    `**${verdictSentence(report)}** ${say(mainChange(report), markdownCode)}`,
    ...waiver(report),
    ...checksBlock(report, detail.checks),
    ...(detail.models === 'tables'
      ? models.slice(0, detail.modelCount).flatMap((m) => modelBlocks(m, report, detail))
      : []),
    ...(detail.models === 'rows' ? modelRows(models, report, detail.modelCount) : []),
    ...(unchanged > 0 && detail.models !== 'none'
      ? [counted(unchanged, 'model is unchanged', 'models are unchanged')]
      : []),
    ...caveatBlock(report, detail),
    ...(detail === whole ? [] : [shortened]),
    ...(detail.footer ? [footer(report)] : []),
  ];
}

const shortened = 'Shortened to fit here; the job summary and the JSON report hold the rest.';

function heading(report: Report, key?: string): string {
  const name = key === undefined || key === '' ? '' : ` · ${markdownCode(key, 60)}`;
  return `## ${verdictIcon[report.verdict]} Flopgate${name}`;
}

function waiver({ waivedBy }: Report): readonly string[] {
  if (waivedBy === undefined) return [];
  return [`☑️ What is exceeded was accepted ${say(waiverPhrase(waivedBy), markdownCode)}.`];
}

/** Unknowns and assumptions: of the run, then of each model. */
function caveatBlock(report: Report, { caveats: most }: Detail): readonly string[] {
  const ofRun = report.problems.map(({ severity, message, help, at }) => {
    const place = at?.file === undefined ? '' : ` (${markdownCode(placeText(at))})`;
    const advice = severity === 'fatal' ? `<br>${markdownSentence(help)}` : '';
    return { severity, text: `${markdownSentence(message)}${place}${advice}` };
  });
  const ofModels = rankedModels(report.models, report.checks).flatMap((model) =>
    caveats(model).map(({ severity, phrase }) => ({
      severity,
      text: `${markdownCode(model.path)}: ${say(phrase, markdownSentence)}`,
    })),
  );
  const lines = [...ofRun, ...ofModels].sort((a, b) => rank(a) - rank(b));
  if (lines.length === 0) return [];
  const [only] = report.models;
  const isPlain = report.models.length === 1 && only?.status === 'changed' && report.checks.length === 0;
  if (
    isPlain &&
    ofRun.length === 0 &&
    lines.length <= Math.min(most, 3) &&
    lines.every(({ severity }) => severity === 'notice')
  )
    return [
      caveats(only)
        .map(({ severity, phrase }) => `- ${severityIcon[severity]} ${say(phrase, markdownSentence)}`)
        .join('\n'),
    ];
  const shown = lines.slice(0, most).map(({ severity, text }) => `- ${severityIcon[severity]} ${text}`);
  const left = lines.length - shown.length;
  const more = counted(left, 'more problem, unknown or assumption', 'more problems, unknowns and assumptions');
  if (shown.length === 0) return [`⚠️ ${more}`];
  return [['**Problems, unknowns and assumptions**', '', ...shown, ...(left > 0 ? [`- ${more}`] : [])].join('\n')];
}

function rank({ severity }: { readonly severity: keyof typeof severityIcon }): number {
  return severity === 'fatal' ? 0 : severity === 'warning' ? 1 : 2;
}

function footer(report: Report): string {
  return `<sub>${sourcePhrases(report)
    .map((phrase) => say(phrase, markdownCode))
    .join(' · ')}</sub>`;
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}.` : `${count} ${many}.`;
}
