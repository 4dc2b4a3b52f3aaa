import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dimToJson } from '../../src/model/dim-text.ts';
import type { DeltaReport } from '../../src/report/report.ts';
import {
  type Family,
  familyOf,
  formatCount,
  formatDelta,
  formatRatio,
  formatShare,
  formatSigned,
  metricName,
} from '../../src/report/units.ts';

const counts: readonly [json: number | string | null, family: Family, text: string][] = [
  [0, 'count', '0'],
  [512, 'count', '512'],
  [999, 'count', '999'],
  [1000, 'count', '1.00 k'],
  [25_557_032, 'count', '25.6 M'],
  [4_089_184_256, 'count', '4.09 G'],
  [999_999, 'count', '1.00 M'],
  [999_499, 'count', '999 k'],
  [123_456, 'count', '123 k'],
  [102_440_000, 'bytes', '97.7 MiB'],
  [512, 'bytes', '512 B'],
  [1023, 'bytes', '1,023 B'],
  [1024, 'bytes', '1.00 KiB'],
  [1_048_575, 'bytes', '1.00 MiB'],
  [1_047_000, 'bytes', '1,022 KiB'],
  ['9007199254740993', 'count', '9.01 P'],
  [`1${'0'.repeat(60)}`, 'count', '1.00e42 E'],
  [null, 'count', 'unknown'],
  [-1500, 'count', '−1.50 k'],
  ['4089184256*batch', 'count', '4.09 G·batch'],
  ['24*batch*seq^2 + 12*batch*seq + 1', 'count', '24·batch·seq² + 12·batch·seq + 1'],
  ['a + b + c + d + e', 'count', 'a + b + c + d + e'],
  ['1000000*alpha*beta + 2000000*gamma + 3000000*delta', 'count', '1.00 M·alpha·beta + 3.00 M·delta + 2.00 M·gamma'],
  [
    '1000000*alpha*beta + 2000000*gamma + 3000000*delta + 7',
    'count',
    '1.00 M·alpha·beta + 3.00 M·delta + 2.00 M·gamma + 1 more',
  ],
  ['floor((32*max(a, b))/(8*c))', 'count', 'floor((32·max(a, b))/(8·c))'],
  ['4096*batch + 512', 'bytes', '4.00 KiB·batch + 512 B'],
  ['12 - seq', 'count', '−seq + 12'],
  ['not an expression!', 'count', 'not an expression!'],
];
for (const [json, family, text] of counts)
  test(`writes ${json} as ${text}`, () => {
    assert.equal(formatCount(json, family), text);
  });

const delta = (from: bigint, to: bigint): DeltaReport => ({
  from: dimToJson(from),
  to: dimToJson(to),
  by: dimToJson(to - from),
});

const triples: readonly [from: bigint, to: bigint, family: Family, text: string][] = [
  [4_089_184_256n, 4_600_000_000n, 'count', '4.09 G → 4.60 G, +0.51 G'],
  [25_557_032n, 25_657_032n, 'count', '25.56 M → 25.66 M, +0.10 M'],
  [25_557_032n, 25_558_032n, 'count', '25.5570 M → 25.5580 M, +0.0010 M'],
  [4_089_184_256n, 4_089_184_257n, 'count', '4.08918 G → 4.08918 G, +1'],
  [600n, 0n, 'count', '600 → 0, −600'],
  [0n, 0n, 'count', '0 → 0, 0'],
  [1024n, 512n, 'bytes', '1.00 KiB → 0.50 KiB, −0.50 KiB'],
];
for (const [from, to, family, text] of triples)
  test(`writes ${from} → ${to} in one unit: ${text}`, () => {
    const t = formatDelta(delta(from, to), family);
    assert.equal(`${t.from} → ${t.to}, ${t.by}`, text);
  });

test('writes changes of expressions and of unknown numbers', () => {
  const symbolic = formatDelta({ from: '2*n', to: '3*n', by: 'n' }, 'count');
  assert.deepEqual(symbolic, { from: '2·n', to: '3·n', by: '+n' });
  assert.equal(formatDelta({ from: '3*n', to: '2*n', by: '-n' }, 'count').by, '−n');
  assert.deepEqual(formatDelta({ from: 5, to: null, by: null }, 'count'), { from: '5', to: 'unknown', by: 'unknown' });
});

const ratios: readonly [ratio: number | undefined, text: string][] = [
  [undefined, ''],
  [0, '0 %'],
  [0.124, '+12.4 %'],
  [0.02, '+2 %'],
  [-0.005, '−0.5 %'],
  [0.00005, '+<0.01 %'],
  [-0.00005, '−<0.01 %'],
  [1, '+100 %'],
  [2.5, '+250 %'],
  [22.4, '×23.4'],
  [-1, '−100 %'],
  [-0.99999, '−99.99 %'],
];
for (const [ratio, text] of ratios)
  test(`writes the ratio ${ratio} as ${text || 'nothing'}`, () => {
    assert.equal(formatRatio(ratio), text);
  });

test('a difference by itself has a unit of its own', () => {
  assert.equal(formatSigned(512, 'count'), '+512');
  assert.equal(formatSigned(-4704, 'count'), '−4.70 k');
  assert.equal(formatSigned('n', 'count'), '+n');
  assert.equal(formatSigned(0, 'count'), '0');
  assert.equal(formatSigned(0, 'bytes'), '0 B');
  assert.equal(formatSigned(null, 'count'), 'unknown');
});

test('only all of the nodes are 100 %', () => {
  assert.equal(formatShare(1), '100 %');
  assert.equal(formatShare(0.99999), '99.99 %');
  assert.equal(formatShare(0.985), '98.5 %');
  assert.equal(formatShare(null), 'unknown');
});

test('names metrics for people, and knows which are bytes', () => {
  assert.equal(metricName('peakBytes'), 'Peak memory');
  assert.equal(metricName('toString'), 'toString');
  assert.equal(familyOf('peakBytes'), 'bytes');
  assert.equal(familyOf('macs'), 'count');
});

test('a difference that is not 0 is never written as 0', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 21n),
      fc.bigInt(0n, 10n ** 21n),
      fc.constantFrom<Family>('count', 'bytes'),
      (a, b, f) => {
        const { by } = formatDelta(delta(a, b), f);
        assert.equal(/[1-9]/.test(by), a !== b, by);
        assert.equal(by.startsWith('+'), b > a);
        assert.equal(by.startsWith('−'), b < a);
      },
    ),
  );
});

test('what is written is within half a unit of its last digit', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 18n), (n) => {
      const [number = '', unit = ''] = formatCount(dimToJson(n), 'count').split(' ');
      const power = { '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 }[unit];
      assert.ok(power !== undefined);
      const decimals = number.split('.')[1]?.length ?? 0;
      assert.ok(
        Math.abs(Number(number.replaceAll(',', '')) * 10 ** power - Number(n)) <= 0.50001 * 10 ** (power - decimals),
      );
    }),
  );
});

test('nothing beside something is a plain 0, not 0.00 of a unit', () => {
  assert.deepEqual(formatDelta({ from: 0, to: 6912, by: 6912 }, 'count'), { from: '0', to: '6.91 k', by: '+6.91 k' });
  assert.deepEqual(formatDelta({ from: 2048, to: 0, by: -2048 }, 'bytes'), {
    from: '2.00 KiB',
    to: '0 B',
    by: '−2.00 KiB',
  });
});
