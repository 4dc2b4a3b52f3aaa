/** Numbers in cells: short for people, with every digit beside or behind them. */
import type { DimJson } from '../../model/dim-text.ts';
import type { DeltaReport } from '../report.ts';
import { signPhrase } from '../symbolic.ts';
import { familyOf, formatCount, formatDelta, formatExactly, formatRatio, formatSigned } from '../units.ts';
import { numeral } from '../words.ts';
import { type Content, code, dressed, type Html, html, nothing } from './markup.ts';

/** A table that scrolls by itself, by keyboard too, when it is wider than the page. */
export function scrolled(label: string, table: Html, size: 'tall' | 'plain' = 'plain'): Html {
  return html`<div class="scroll ${size}" tabindex="0" role="region" aria-label="${label}">
${table}</div>
`;
}

/** A column by its title; those of numbers are `n`. */
export interface Column {
  readonly title: string;
  readonly kind?: 'n';
}

export function tableOf(caption: Content, columns: readonly Column[], rows: readonly Html[]): Html {
  const heads = columns.map(({ title, kind = '' }) => html`<th scope="col" class="${kind}">${title}</th>`);
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

/** Text of ours, or an expression in somebody's symbols. */
export function short(value: DimJson, text: string): Content {
  return dressed([numeral(value, text)]);
}

/** "512", "32 B": nothing is rounded away. */
export function isSpelled(text: string, exact: string): boolean {
  return text === exact || text === `${exact} B`;
}

/** With its digits behind it, for long tables. */
export function countCell(value: DimJson, metric: string, why?: string): Html {
  const text = formatCount(value, familyOf(metric));
  const exact = value === null ? (why ?? 'unknown') : formatExactly(value);
  if (isSpelled(text, exact)) return html`<td class="n">${short(value, text)}</td>`;
  return html`<td class="n" title="${exact}">${short(value, text)}</td>`;
}

/** With its digits below it, for short tables. */
export function spelledCell(value: DimJson, text: string, why?: string): Html {
  const exact = value === null ? (why ?? '') : formatExactly(value);
  const below = exact === '' || isSpelled(text, exact) ? nothing : html`<span class="exact">${exact}</span>`;
  return html`<td class="n">${short(value, text)}${below}</td>`;
}

/** A difference by itself, both sides behind it. */
export function changeCell(delta: Pick<DeltaReport, 'from' | 'to' | 'by'> | undefined, metric: string): Html {
  if (delta === undefined) return html`<td class="n"></td>`;
  const { from, to, by } = delta;
  const title = `${formatExactly(from)} → ${formatExactly(to)}`;
  const exact = typeof by === 'number' ? html` data-n="${by}"` : nothing;
  return html`<td class="n ${toneOf(by)}" title="${title}"${exact}>${short(by, formatSigned(by, familyOf(metric)))}</td>`;
}

/** More costs more; what is open is neither. Signs say it too. */
export function toneOf(by: DimJson): 'more' | 'less' | 'open' | '' {
  if (by === 0) return '';
  if (typeof by === 'number') return by > 0 ? 'more' : 'less';
  if (by === null || !/^-?\d+$/.test(by)) return 'open';
  return by.startsWith('-') ? 'less' : 'more';
}

/** Base, head, difference, growth: the cells after a metric's name. */
export function deltaCells(change: DeltaReport, metric: string): readonly Html[] {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  const tone = toneOf(change.by);
  const sides = [spelledCell(change.from, from), spelledCell(change.to, to)];
  if (change.by === 0) return [...sides, html`<td class="n"></td>`, html`<td class="n">=</td>`];
  const exact = formatExactly(change.by);
  const signed = tone === 'more' ? `+${exact}` : exact;
  const below = isSpelled(by, signed) || tone === 'open' ? nothing : html`<span class="exact">${signed}</span>`;
  return [
    ...sides,
    html`<td class="n ${tone}">${short(change.by, by)}${below}</td>`,
    html`<td class="n ${tone}">${formatRatio(change.ratio) || dressed(signPhrase(change))}</td>`,
  ];
}

/** "97 %" behind a bar of that length. */
export function shareCell(share: number | undefined, text: string, tone = ''): Html {
  if (share === undefined || text === '') return html`<td class="share n"></td>`;
  return html`<td class="share n">${track(share, tone)}${text}</td>`;
}

function track(share: number, tone: string): Html {
  const width = Math.max(0, Math.min(100, Math.round(share * 100)));
  const bar = width === 0 ? nothing : html`<i class="w${width}"></i>`;
  return html`<span class="track ${tone}" aria-hidden="true">${bar}</span>`;
}

export function nameCell(name: string, more: Content = ''): Html {
  return html`<th scope="row">${code(name)}${more}</th>`;
}
