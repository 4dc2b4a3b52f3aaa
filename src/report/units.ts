/** Numbers for people: the one place where exact counts are rounded. */
import { type Dim, isUnknown, type Poly, type Term } from '../model/dim.ts';
import { type DimJson, dimFromJson, writtenTerm } from '../model/dim-text.ts';
import type { DeltaReport } from './report.ts';

/** `bytes` by 1,024 (KiB), `count` by 1,000 (k). */
export type Family = 'count' | 'bytes';

export function familyOf(metric: string): Family {
  return metric.endsWith('Bytes') ? 'bytes' : 'count';
}

const names: Readonly<Record<string, string>> = {
  parameters: 'Parameters',
  buffers: 'Buffers',
  macs: 'MACs',
  flops: 'FLOPs',
  weightBytes: 'Weights',
  quantBytes: 'Quantisation',
  constantBytes: 'Constants',
  activationBytes: 'Activations',
  peakBytes: 'Peak memory',
  peakInplaceBytes: 'Peak memory in place',
  arenaBytes: 'Arena',
  peakFloorBytes: 'Peak memory floor',
  readBytes: 'Bytes read',
  writeBytes: 'Bytes written',
  fileBytes: 'File',
  coverage: 'Coverage',
};

/** `peakBytes` → `Peak memory`; a metric we do not know keeps its name. */
export function metricName(metric: string): string {
  return Object.hasOwn(names, metric) ? (names[metric] ?? metric) : metric;
}

interface Unit {
  readonly name: string;
  readonly size: bigint;
}
const ladders: Readonly<Record<Family, readonly Unit[]>> = {
  count: ['', 'k', 'M', 'G', 'T', 'P', 'E'].map((name, i) => ({ name, size: 1000n ** BigInt(i) })),
  bytes: ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'].map((name, i) => ({ name, size: 1024n ** BigInt(i) })),
};

/** `4.09 G`, `97.7 MiB`, `512`, `4.09 G·batch + 12`, `unknown` */
export function formatCount(json: DimJson, family: Family): string {
  const dim = dimFromJson(json);
  return dim === undefined ? shorten(String(json)) : formatDimension(dim, family);
}

/** Every digit, `4,089,184,256`, or the whole expression: `85054464*batch`. */
export function formatExactly(json: DimJson): string {
  const text = json === null ? 'unknown' : String(json);
  return /^-?\d+$/.test(text) ? text.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',') : text;
}

export interface Triple {
  readonly from: string;
  readonly to: string;
  /** Signed; `0` when nothing changed. */
  readonly by: string;
}

/** Both sides and their difference in one unit, with as many decimals as the difference needs to show. */
export function formatDelta(delta: DeltaReport, family: Family): Triple {
  const [from, to, by] = [delta.from, delta.to, delta.by].map(dimFromJson);
  if (typeof from !== 'bigint' || typeof to !== 'bigint' || typeof by !== 'bigint') {
    return {
      from: formatCount(delta.from, family),
      to: formatCount(delta.to, family),
      by: formatSigned(delta.by, family),
    };
  }
  const largest = magnitude(from) > magnitude(to) ? from : to;
  const { unit, decimals } = scaleOf(largest, family);
  const enough = unit.size === 1n ? 0 : decimalsFor(by, unit, decimals);
  // Nothing at all is a plain 0: `0.00 k` would be something small.
  const show = (n: bigint) => (n === 0n ? formatKnown(n, family) : withUnit(fixed(n, unit.size, enough), unit));
  const isTooSmall = by !== 0n && roundedTo(magnitude(by), unit.size, enough) === 0n;
  const change = isTooSmall ? formatKnown(magnitude(by), family) : show(magnitude(by));
  return { from: show(from), to: show(to), by: by === 0n ? '0' : `${by < 0n ? '−' : '+'}${change}` };
}

/** A difference by itself, in its own unit: `+520 M`, `−4.70 k`, `+n`, `0`, `unknown`. */
export function formatSigned(by: DimJson, family: Family): string {
  const text = formatCount(by, family);
  const isBare = by === 0 || by === null || text.startsWith('−');
  return isBare ? text : `+${text}`;
}

/** `+12.4 %`, `−0.5 %`, `+<0.01 %`, `×23.4`; empty where there is no ratio. */
export function formatRatio(ratio: number | undefined): string {
  if (ratio === undefined) return '';
  if (ratio === 0) return '0 %';
  const sign = ratio < 0 ? '−' : '+';
  const size = Math.abs(ratio);
  if (size < 0.0001) return `${sign}<0.01 %`;
  if (ratio >= 10) return `×${trim((ratio + 1).toPrecision(3))}`;
  const percent = size * 100;
  const text = trim(percent.toFixed(percent < 9.995 ? 2 : percent < 99.95 ? 1 : 0));
  // Nearly all is not all.
  return `${sign}${ratio > -1 && ratio < 0 && text === '100' ? '99.99' : text} %`;
}

/** A share for people, rounded down so that only all is 100 %. */
export function formatShare(share: DimJson): string {
  if (typeof share !== 'number') return formatCount(share, 'count');
  return `${trim((Math.floor(share * 10_000 + 1e-9) / 100).toFixed(2))} %`;
}

const classes = ['constant', 'linear', 'quadratic', 'cubic'] as const;

/** `quadratic`; a higher power by its number. */
export function growthName(degree: number): string {
  return classes[degree] ?? `of degree ${degree}`;
}

function formatDimension(dim: Dim, family: Family): string {
  if (typeof dim === 'bigint') return formatKnown(dim, family);
  return isUnknown(dim) ? 'unknown' : formatExpression(dim, family);
}

function formatKnown(n: bigint, family: Family): string {
  const { unit, decimals } = scaleOf(n, family);
  return withUnit(fixed(n, unit.size, decimals), unit);
}

/** Letters of an expression that fit a column; a reader compares leading terms. */
const maxExpression = 48;

/** `4.09 G·batch·seq² + 12`: coefficients for people, highest degree first, as many terms as fit. */
function formatExpression(poly: Poly, family: Family): string {
  const operands = maximumOf(poly);
  if (operands !== undefined) return formatMaximum(operands, family);
  const degree = (t: Term) => t.factors.reduce((n, f) => n + f.power, 0);
  const terms = [...poly.terms].sort((a, b) => degree(b) - degree(a) || (a.key < b.key ? -1 : 1));
  let text = '';
  for (const [i, term] of terms.entries()) {
    const { negative, body } = formatTerm(term, family);
    const next = i === 0 ? (negative ? `−${body}` : body) : `${text} ${negative ? '−' : '+'} ${body}`;
    if (i > 0 && next.length > maxExpression) return `${text} + ${terms.length - i} more`;
    text = next;
  }
  return text;
}

/** The operands where the expression is nothing but a maximum. */
function maximumOf({ terms }: Poly): readonly Dim[] | undefined {
  const [term, ...more] = terms;
  const [factor, ...others] = term?.factors ?? [];
  if (term?.coefficient !== 1n || factor?.atom.kind !== 'max' || factor.power !== 1) return undefined;
  return more.length > 0 || others.length > 0 ? undefined : factor.atom.operands;
}

/** `max(seq, 64)`; where that is too long, how many there are and the first that fits. */
function formatMaximum(operands: readonly Dim[], family: Family): string {
  const texts = operands.map((d) => formatDimension(d, family));
  const whole = `max(${texts.join(', ')})`;
  return whole.length <= maxExpression ? whole : `the largest of ${operands.length} expressions`;
}

function formatTerm(term: Term, family: Family): { readonly negative: boolean; readonly body: string } {
  const { negative, magnitude: size, factors } = writtenTerm(term);
  if (factors === '') return { negative, body: formatKnown(size, family) };
  const symbols = factors.replaceAll('*', '·').replace(/\^([23])(?!\d)/g, (_, power) => (power === '2' ? '²' : '³'));
  const coefficient = size === 1n && family === 'count' ? '' : `${formatKnown(size, family)}·`;
  return { negative, body: shorten(`${coefficient}${symbols}`) };
}

function shorten(text: string): string {
  return text.length > maxExpression ? `${text.slice(0, maxExpression - 1)}…` : text;
}

/** Three significant digits in the largest unit that is not above the number. */
function scaleOf(n: bigint, family: Family): { readonly unit: Unit; readonly decimals: number } {
  const ladder = ladders[family];
  const size = magnitude(n);
  const [first = { name: '', size: 1n }] = ladder;
  let unit = first;
  for (const step of ladder) if (size >= step.size) unit = step;
  const decimals = decimalsOf(size, unit);
  const next = ladder[ladder.indexOf(unit) + 1];
  // 999,999 rounds to 1000 k, which is 1.00 M.
  const step = family === 'bytes' ? 1024n : 1000n;
  const rounded = roundedTo(size, unit.size, decimals);
  if (next !== undefined && unit.size > 1n && rounded >= step * 10n ** BigInt(decimals))
    return { unit: next, decimals: 2 };
  return { unit, decimals };
}

function decimalsOf(size: bigint, { size: unit }: Unit): number {
  if (unit === 1n || size >= unit * 100n) return 0;
  return size >= unit * 10n ? 1 : 2;
}

/** Up to three more, until two digits of the difference show. */
function decimalsFor(by: bigint, { size }: Unit, least: number): number {
  let decimals = least;
  while (by !== 0n && decimals < least + 3 && roundedTo(magnitude(by), size, decimals) < 10n) decimals++;
  return decimals;
}

/** n / unit × 10^decimals, half away from zero. */
function roundedTo(n: bigint, unit: bigint, decimals: number): bigint {
  return (2n * n * 10n ** BigInt(decimals) + unit) / (2n * unit);
}

function fixed(n: bigint, unit: bigint, decimals: number): string {
  const digits = roundedTo(magnitude(n), unit, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  if (whole.length > 12) return `${n < 0n ? '−' : ''}${digits.slice(0, 1)}.${digits.slice(1, 3)}e${whole.length - 1}`;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${n < 0n ? '−' : ''}${grouped}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

function withUnit(number: string, { name }: Unit): string {
  return name === '' ? number : `${number} ${name}`;
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function trim(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
