/** MACs by operand width: a line where not all are float32. */
import type { Profile } from '../analysis/profile.ts';
import { type DimJson, dimToJson } from '../model/dim-text.ts';
import type { ModelReport, TotalsReport } from './report.ts';
import { formatCount } from './units.ts';
import { numeral, type Phrase } from './words.ts';

type Widths = ReadonlyMap<string, DimJson>;

const plain = 'float32×float32';

export function widthsReport(base: Profile | null, head: Profile | null): Pick<ModelReport, 'macsByWidth'> {
  const tell = [base, head].some((p) => p !== null && isTelling(widthsOf(p)));
  if (!tell) return {};
  const side = (p: Profile | null): TotalsReport | null => (p === null ? null : Object.fromEntries(widthsOf(p)));
  return { macsByWidth: { base: side(base), head: side(head) } };
}

function widthsOf({ totals }: Profile): Widths {
  return new Map([...totals.macsByWidth].map(([width, macs]) => [width, dimToJson(macs)]));
}

/** That nothing is known of a width says no more than the MACs themselves. */
function isTelling(widths: Widths): boolean {
  return [...widths.keys()].some((width) => width !== plain && !width.includes('unknown'));
}

/** "MACs by operand width: float32×float32 1.64 M, float32×int4 131 k." */
export function profileWidths(profile: Profile): readonly Phrase[] {
  const widths = widthsOf(profile);
  return isTelling(widths) ? [['MACs by operand width: ', ...listed(widths), '.']] : [];
}

/** The same of a model with two sides: base → head where they differ. */
export function widthLines({ macsByWidth }: ModelReport): readonly Phrase[] {
  if (macsByWidth === undefined) return [];
  const sides = [macsByWidth.base, macsByWidth.head].flatMap((side) =>
    side === null ? [] : [listed(new Map(Object.entries(side)))],
  );
  const [first = [], second = first] = sides;
  const isSame = JSON.stringify(first) === JSON.stringify(second);
  return [['MACs by operand width: ', ...first, ...(isSame ? [] : [' → ', ...second]), '.']];
}

/** What stands on each side, for a row of a table. */
export function widthCells({ macsByWidth }: ModelReport): readonly [Phrase, Phrase] | undefined {
  if (macsByWidth === undefined) return undefined;
  const side = (totals: TotalsReport | null): Phrase =>
    totals === null ? [] : listed(new Map(Object.entries(totals)));
  return [side(macsByWidth.base), side(macsByWidth.head)];
}

function listed(widths: Widths): Phrase {
  if (widths.size === 0) return ['none'];
  return [...widths].flatMap(([width, macs], i) => [
    `${i === 0 ? '' : ', '}${width} `,
    numeral(macs, formatCount(macs, 'count')),
  ]);
}
