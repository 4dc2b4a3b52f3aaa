/** Columns of text for a terminal, where a character is one cell wide, or two, or none. */

export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

/** Rows under their titles, two spaces apart, each line indented. Cells are already safe to print. */
export function grid(columns: readonly Column[], rows: readonly (readonly string[])[], paint: Paint = plain): string {
  const widths = columns.map(({ title }, i) => rows.reduce((w, row) => Math.max(w, width(row[i] ?? '')), width(title)));
  const line = (cells: readonly string[], style: (text: string) => string) =>
    `  ${columns.map(({ align }, i) => pad(cells[i] ?? '', widths[i] ?? 0, align, style)).join('  ')}`.trimEnd();
  const titles = columns.map(({ title }) => title);
  const head = titles.some((t) => t !== '') ? [line(titles, paint.dim)] : [];
  return [...head, ...rows.map((row) => line(row, (text) => text))].join('\n');
}

function pad(text: string, to: number, align: 'right' | undefined, style: (text: string) => string): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return align === 'right' ? space + style(text) : style(text) + space;
}

/** East Asian wide forms and emoji take two cells, combining marks none: Unicode TR11, by its large ranges. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours, which take no room
const colours = /\u001b\[\d+m/g;

export function width(text: string): number {
  // Nearly all cells are ASCII, and a big model has a million of them.
  if (/^[ -~]*$/.test(text)) return text.length;
  let cells = 0;
  for (const char of text.replace(colours, '')) cells += /\p{M}/u.test(char) ? 0 : wide.test(char) ? 2 : 1;
  return cells;
}

export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const same = (text: string): string => text;
export const plain: Paint = { bold: same, dim: same, red: same, green: same, yellow: same };

/** Select graphic rendition, ECMA-48 8.3.117. */
const sgr = (on: number, off: number) => (text: string) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);
export const colour: Paint = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  green: sgr(32, 39),
  yellow: sgr(33, 39),
};
