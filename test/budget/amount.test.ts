import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { amountPattern, type Family, parseAmount, parsePercent } from '../../src/budget/amount.ts';

const exact: readonly [text: string, family: Family, value: bigint][] = [
  ['4.2 G', 'count', 4_200_000_000n],
  ['4.2G', 'count', 4_200_000_000n],
  ['26 M', 'count', 26_000_000n],
  ['1.001 k', 'count', 1001n],
  ['512', 'count', 512n],
  ['1_000_000', 'count', 1_000_000n],
  ['0.1 T', 'count', 100_000_000_000n],
  // 2^53 + 1, which no double holds
  ['9007199254740993', 'count', 9_007_199_254_740_993n],
  ['9007199.254740993 G', 'count', 9_007_199_254_740_993n],
  ['24 MiB', 'bytes', 25_165_824n],
  ['24 Mi', 'bytes', 25_165_824n],
  ['24 MB', 'bytes', 24_000_000n],
  ['200 M', 'bytes', 200_000_000n],
  ['97.7 KiB', 'bytes', 100_044n], // 100,044.8 rounded down
  ['12 B', 'bytes', 12n],
];
for (const [text, family, value] of exact)
  test(`reads ${text} as exactly ${value}`, () => {
    assert.equal(parseAmount(text, family), value);
  });

const wrong: readonly [text: string, family: Family, reason: RegExp][] = [
  ['4.2 X', 'count', /`X` is not a unit/],
  ['4.2 g', 'count', /did you mean `G`/],
  ['24 mib', 'bytes', /did you mean `MiB`/],
  ['24 MiB', 'count', /unit of bytes/],
  ['2 %', 'count', /limits growth/],
  ['-5 M', 'count', /not negative/],
  ['4.2', 'count', /unit missing/],
  ['0.5 B', 'bytes', /unit missing/],
  ['lots', 'count', /not an amount/],
  ['4..2 G', 'count', /not an amount|not a unit/],
  ['constructor', 'count', /not an amount/],
  ['1 constructor', 'count', /`constructor` is not a unit/],
];
for (const [text, family, reason] of wrong)
  test(`refuses ${text} and says why`, () => {
    const parsed = parseAmount(text, family);
    assert.ok(typeof parsed === 'object');
    assert.match(parsed.reason, reason);
  });

test('reads percentages as exact shares', () => {
  assert.deepEqual(parsePercent('2 %'), { kind: 'share', part: 2n, whole: 100n });
  assert.deepEqual(parsePercent('0.1%'), { kind: 'share', part: 1n, whole: 1000n });
  assert.deepEqual(parsePercent('100 %'), { kind: 'share', part: 100n, whole: 100n });
  assert.match(parsePercent('2').kind === undefined ? 'refused' : 'read', /refused/);
  assert.match(parsePercent('-2 %').kind === undefined ? 'refused' : 'read', /refused/);
});

test('the published pattern accepts exactly what is read', () => {
  const text = fc
    .array(fc.constantFrom('0', '7', '12', '.', '_', ' ', 'k', 'M', 'G', 'Ki', 'MiB', 'B', 'kB', '%', '-', 'x'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom<Family>('count', 'bytes'), (t, family) => {
      assert.equal(typeof parseAmount(t, family) === 'bigint', new RegExp(amountPattern[family]).test(t));
    }),
    { numRuns: 5000 },
  );
});
