import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, bind, type Dim, floorDiv, isKnown, max, min, mul, sub, symbol, unknown } from '../../src/model/dim.ts';
import { formatDim } from '../../src/model/dim-text.ts';
import {
  extremes,
  positive,
  type Series,
  signedBy,
  steady,
  total,
  tripsWhile,
  within,
  withoutWholes,
} from '../../src/model/series.ts';

const k = symbol('k');
const T = symbol('T');
const over = (trips: Dim): Series => ({ index: 'k', trips });

test('what each trip costs alike is multiplied', () => {
  assert.equal(total(7n, over(5n)), 35n);
  assert.equal(formatDim(total(mul(7n, symbol('batch')), over(T))), '7*T*batch');
  assert.equal(total(unknown('who knows'), over(0n)), 0n);
});

test('a polynomial in the number of the trip has a closed form, for a symbol of trips too', () => {
  // Σ (2 + 3k) = 2T + 3·T(T − 1)/2; below 4 it is 2 + 5 + 8 + 11.
  assert.equal(total(add(2n, mul(3n, k)), over(4n)), 26n);
  assert.equal(formatDim(total(add(2n, mul(2n, k)), over(T))), 'T^2 + T');
  assert.equal(formatDim(total(k, over(T))), 'floor((T^2 - T)/2)');
  assert.equal(total(mul(k, mul(k, k)), over(101n)), 25_502_500n); // (100·101/2)²
});

test('closed forms are what adding up gives', () => {
  const coefficients = fc.array(fc.bigInt({ min: -50n, max: 50n }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(coefficients, fc.integer({ min: 0, max: 40 }), (list, trips) => {
      const d = list.reduceRight<Dim>((rest, c) => add(c, mul(rest, k)), 0n);
      let sum = 0n;
      for (let i = 0n; i < BigInt(trips); i++) sum += list.reduceRight((rest, c) => c + rest * i, 0n);
      assert.equal(total(d, over(BigInt(trips))), sum);
      const symbolic = bind(total(d, over(T)), new Map([['T', BigInt(trips)]]));
      assert.equal(symbolic, sum);
    }),
  );
});

test('floors and maxima are added up trip by trip; without a number of trips the total is unknown', () => {
  assert.equal(total(floorDiv(k, 2n), over(5n)), 4n); // 0 + 0 + 1 + 1 + 2
  assert.equal(total(min(k, 3n), over(6n)), 12n); // 0 + 1 + 2 + 3 + 3 + 3
  assert.match(String((total(floorDiv(k, 2n), over(T)) as { why?: string }).why), /no formula/);
});

test('that trips are numbered below their count decides maxima', () => {
  // Rows k … k + 1 of T: one.
  const row = sub(min(add(k, 1n), T), min(k, T));
  assert.equal(within(row, over(T)), 1n);
  assert.equal(within(min(add(k, 1n), 6n), over(6n)), add(k, 1n));
  assert.equal(formatDim(within(max(k, 3n), over(6n))), 'max(k, 3)');
});

test('an extent that is the same in every trip is that, one that is not is unknown', () => {
  assert.equal(steady(sub(min(add(k, 1n), 6n), min(k, 6n)), over(6n), 'it varies'), 1n);
  assert.equal(steady(floorDiv(k, 10n), over(10n), 'it varies'), 0n);
  assert.deepEqual(steady(k, over(6n), 'it varies'), unknown('it varies'));
  assert.equal(steady(add(k, 4n), over(1n), 'it varies'), 4n);
});

test('a sum of extents that grow steadily is largest in the first trip or the last', () => {
  assert.deepEqual(extremes([4n, symbol('batch')], over(9n)), [0n]);
  assert.deepEqual(extremes([add(k, 1n), sub(9n, k)], over(9n)), [0n, 8n]);
  assert.deepEqual(extremes([min(k, 2n)], over(3n)), [0n, 1n, 2n]);
  assert.equal(extremes([min(k, 2n)], over(1000n)), undefined);
  assert.equal(extremes([floorDiv(k, 2n)], over(T)), undefined);
  const [, last = 0n] = extremes([k], over(T)) ?? [];
  assert.equal(isKnown(last) ? '' : formatDim(last), 'T - 1');
});

test('a sign is an expression that is 1 or 0, and tells what it is the sign of', () => {
  assert.equal(positive(5n), 1n);
  assert.equal(positive(-5n), 0n);
  const left = sub(sub(T, k), 1n);
  assert.equal(
    bind(
      positive(left),
      new Map([
        ['T', 4n],
        ['k', 2n],
      ]),
    ),
    1n,
  );
  assert.equal(
    bind(
      positive(left),
      new Map([
        ['T', 4n],
        ['k', 3n],
      ]),
    ),
    0n,
  );
  assert.deepEqual(signedBy(positive(left)), left);
  assert.deepEqual(signedBy(positive(T)), T);
  assert.equal(signedBy(T), undefined);
});

test('a loop runs while something is left, of which each trip takes as much', () => {
  const goesOn = positive(sub(sub(T, k), 1n)); // after trip k, k + 1 of T are done
  assert.equal(formatDim(tripsWhile(goesOn, positive(T), 'k') ?? 0n), 'T');
  assert.equal(formatDim(tripsWhile(goesOn, true, 'k') ?? 0n), 'max(T - 1, 0) + 1');
  // Two at a time: half of them, rounded up.
  const twice = positive(sub(sub(T, mul(2n, k)), 2n));
  assert.equal(formatDim(tripsWhile(twice, positive(T), 'k') ?? 0n), 'floor((T + 1)/2)');
});

test('how often is not said of what grows, or starts otherwise than it goes on', () => {
  assert.equal(tripsWhile(positive(add(T, k)), true, 'k'), undefined);
  assert.equal(tripsWhile(positive(sub(T, mul(k, k))), true, 'k'), undefined);
  assert.equal(tripsWhile(positive(sub(T, k)), positive(T), 'k'), undefined);
});

test('two ways to write a floor are one when whole parts are taken out', () => {
  const triangle = (n: Dim): Dim => floorDiv(mul(n, sub(n, 1n)), 2n);
  // k(k − 1)/2 + k is (k + 1)k/2.
  const difference = sub(add(triangle(k), k), triangle(add(k, 1n)));
  assert.notEqual(difference, 0n);
  assert.equal(withoutWholes(difference), 0n);
});
