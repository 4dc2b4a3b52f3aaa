/** Amounts as people write them, `4.2 G`, `24 MiB`, `2 %`, read exactly: no floating point between text and limit. */
import type { Share } from './budget.ts';

/** What an amount measures decides its units. */
export type Family = 'count' | 'bytes';

const decimal: Readonly<Record<string, bigint>> = { '': 1n, k: 10n ** 3n, M: 10n ** 6n, G: 10n ** 9n, T: 10n ** 12n };
const binary: Readonly<Record<string, bigint>> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  B: 1n,
  kB: 10n ** 3n,
  MB: 10n ** 6n,
  GB: 10n ** 9n,
  TB: 10n ** 12n,
  KiB: 1n << 10n,
  MiB: 1n << 20n,
  GiB: 1n << 30n,
  TiB: 1n << 40n,
};
const units: Readonly<Record<Family, Readonly<Record<string, bigint>>>> = {
  count: decimal,
  bytes: { ...decimal, ...binary },
};

/** Digits past which no limit means anything; bounds the integers a configuration can make. */
const digits = '\\d(?:_?\\d){0,30}';
const number = `${digits}(?:\\.\\d{1,30})?`;

/** The same grammar for the validator and for the published schema. A unit of one (none, or B) takes no fraction. */
export const amountPattern: Readonly<Record<Family | 'percent', string>> = {
  count: `^(?:${digits}|${number} ?(?:${multiples('count')}))$`,
  bytes: `^(?:${digits}(?: ?B)?|${number} ?(?:${multiples('bytes')}))$`,
  percent: `^${number} ?%$`,
};

function multiples(family: Family): string {
  return Object.keys(units[family])
    .filter((unit) => units[family][unit] !== 1n)
    .join('|');
}

export const amountExample: Readonly<Record<Family | 'percent', string>> = {
  count: 'an amount such as `4.2 G` (units k, M, G, T)',
  bytes: 'an amount such as `24 MiB` (units B, kB, MB, GB, TB, KiB, MiB, GiB, TiB; k, M, G, T; Ki, Mi, Gi, Ti)',
  percent: 'a percentage such as `2 %`',
};

/** The amount, rounded down to a whole one (a whole number is ≤ 307.2 where it is ≤ 307), or why it is none. */
export function parseAmount(text: string, family: Family): bigint | { readonly reason: string } {
  const match = /^(-)?(\d[\d_]*)(?:\.(\d+))?(?:\s*)(\S*)$/.exec(text);
  if (match === null) return { reason: 'that is not an amount' };
  const [, minus, whole = '', fraction = '', unit = ''] = match;
  if (minus !== undefined) return { reason: 'an amount is not negative' };
  const scale = Object.hasOwn(units[family], unit) ? units[family][unit] : undefined;
  if (scale === undefined) return { reason: badUnit(unit, family) };
  if (fraction !== '' && scale === 1n) return { reason: 'a part of one is not an amount; is its unit missing?' };
  if (!new RegExp(amountPattern[family]).test(text)) return { reason: 'that is not an amount' };
  return (BigInt(whole.replaceAll('_', '') + fraction) * scale) / 10n ** BigInt(fraction.length);
}

/** `2 %` → 2 / 100, `0.1 %` → 1 / 1000; not reduced. */
export function parsePercent(text: string): Share | { readonly kind?: undefined; readonly reason: string } {
  if (!new RegExp(amountPattern.percent).test(text)) {
    if (text.startsWith('-')) return { reason: 'a percentage here is not negative' };
    return { reason: 'that is not a percentage' };
  }
  const [whole = '', fraction = ''] = text.replace(/[ %_]/g, '').split('.');
  return { kind: 'share', part: BigInt(whole + fraction), whole: 100n * 10n ** BigInt(fraction.length) };
}

function badUnit(unit: string, family: Family): string {
  if (unit === '%') return 'a percentage limits growth, not the amount itself';
  if (family === 'count' && Object.hasOwn(binary, unit)) return `\`${unit}\` is a unit of bytes, and this is a count`;
  const near = Object.keys(units[family]).find((u) => u !== '' && u.toLowerCase() === unit.toLowerCase());
  return near === undefined ? `\`${unit}\` is not a unit` : `\`${unit}\` is not a unit; did you mean \`${near}\`?`;
}
