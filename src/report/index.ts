/** The list of report formats. To add one: a file with its two renderers, and a row here. */
import type { Profile } from '../analysis/profile.ts';
import { profileToJson } from '../analysis/profile-json.ts';
import { strictJson } from '../bytes/text.ts';
import { fail } from '../problem.ts';
import { profilesCsv, reportCsv } from './csv.ts';
import { logText } from './escape.ts';
import { profilesHtml, renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { profilesMarkdown, profilesTerminal } from './profiles.ts';
import type { Report } from './report.ts';
import { renderTerminal } from './terminal.ts';
import { mainChange, say, verdictSentence } from './words.ts';

export interface RenderOptions {
  /** UTF-8 bytes; markdown loses whole blocks until it fits. */
  readonly limit?: number;
  readonly color?: boolean;
  /** Tells two comments apart: in the heading, and in the hidden marker that ends the markdown. */
  readonly key?: string;
}

export interface Format {
  readonly id: string;
  readonly title: string;
  renderReport(report: Report, options: RenderOptions): string;
  renderProfiles(profiles: readonly Profile[], options: RenderOptions): string;
}

export const formats: readonly Format[] = [
  {
    id: 'table',
    title: 'aligned columns for a terminal',
    renderReport: renderTerminal,
    renderProfiles: profilesTerminal,
  },
  {
    id: 'markdown',
    title: 'the pull request comment',
    renderReport: renderMarkdown,
    renderProfiles: profilesMarkdown,
  },
  {
    id: 'json',
    title: 'the document other programs read',
    renderReport: (report) => json(report),
    // One model is an object, several are an array: what `count` promises.
    renderProfiles: (profiles) => {
      const [only, ...more] = profiles.map(profileToJson);
      return json(more.length === 0 && only !== undefined ? only : profiles.map(profileToJson));
    },
  },
  {
    id: 'csv',
    title: 'one row for each layer',
    renderReport: reportCsv,
    renderProfiles: profilesCsv,
  },
  {
    id: 'html',
    title: 'one page for a browser, with nothing to load',
    renderReport: renderHtml,
    renderProfiles: profilesHtml,
  },
];

/** Throws `usage/format-unavailable`. */
export function formatNamed(id: string): Format {
  const found = formats.find((format) => format.id === id);
  return found ?? fail('usage/format-unavailable', { format: id, formats: formats.map((f) => f.id).join(', ') });
}

export function renderReport(report: Report, format: string, options: RenderOptions = {}): string {
  return formatNamed(format).renderReport(report, options);
}

export function renderProfiles(profiles: readonly Profile[], format: string, options: RenderOptions = {}): string {
  return formatNamed(format).renderProfiles(profiles, options);
}

/** The report in one line, safe for a job's log: "fail: 1 budget is exceeded. m.onnx MACs 4.09 G → 4.60 G (+12.4 %)." */
export function summaryLine(report: Report): string {
  return logText(`${report.verdict}: ${verdictSentence(report)} ${say(mainChange(report), (text) => logText(text))}`);
}

function json(value: object): string {
  return `${strictJson(JSON.stringify(value, null, 2))}\n`;
}
