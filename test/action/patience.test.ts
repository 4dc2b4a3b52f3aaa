import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Patience, patiently, refusalOf, waitFor } from '../../src/action/patience.ts';

test('a forge that does not answer at all is asked four times at most', async () => {
  let asked = 0;
  const refused = Object.assign(new Error('Bad Gateway'), {
    status: 502,
    response: { headers: { 'retry-after': '0' } },
  });
  const ask = async () => {
    asked++;
    throw refused;
  };
  await assert.rejects(patiently(ask), refused);
  assert.equal(asked, 4);
});

test('an error that is no refusal is nobody’s to repeat', () => {
  assert.equal(refusalOf(new TypeError('x')), undefined);
  assert.equal(refusalOf('x'), undefined);
  assert.deepEqual(refusalOf(Object.assign(new Error('x'), { status: 500 })), {
    status: 500,
    message: 'x',
    headers: {},
  });
});

test('waits as GitHub asks: retry-after, else until the limit is reset, else a minute and more each time', () => {
  const now = 1_000_000;
  const refusal = (status: number, headers = {}, message = '') => ({ status, headers, message });
  const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 90) };
  for (const [one, attempt, repeat, seconds] of [
    [refusal(503), 1, 'often', 1],
    [refusal(503), 3, 'often', 4],
    [refusal(503), 1, 'once', undefined],
    [refusal(503, { 'retry-after': '7' }), 1, 'often', 7],
    [refusal(429, { 'retry-after': '30' }), 1, 'once', 30],
    [refusal(403, { 'retry-after': '30', ...spent }), 1, 'once', 30],
    [refusal(403, spent, 'Forbidden'), 1, 'often', 91],
    [refusal(429, spent), 2, 'often', 91],
    [refusal(403, { ...spent, 'x-ratelimit-reset': String(now - 5) }), 1, 'often', 1],
    [refusal(403, {}, 'You have exceeded a secondary rate limit'), 1, 'once', 60],
    [refusal(429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }), 1, 'often', 60],
    [refusal(403, {}, 'You have exceeded a secondary rate limit'), 3, 'often', 240],
    [refusal(403, { 'x-ratelimit-remaining': '17' }, 'Resource not accessible'), 1, 'often', undefined],
    [refusal(404), 1, 'often', undefined],
    [undefined, 1, 'often', undefined],
  ] as const) {
    assert.equal(waitFor(one, attempt, repeat, now), seconds, JSON.stringify([one, attempt, repeat]));
  }
});

test('all the waiting of a run together has an end', async () => {
  const waited: number[] = [];
  const budget: Patience = {
    left: 300,
    sleep: async (seconds) => {
      waited.push(seconds);
    },
  };
  const limited = Object.assign(new Error('secondary rate limit'), { status: 403, response: { headers: {} } });
  const ask = async () => {
    throw limited;
  };
  await assert.rejects(patiently(ask, 'often', budget), limited);
  assert.deepEqual([waited, budget.left], [[60, 120], 120]);
  await assert.rejects(patiently(ask, 'often', budget), limited);
  assert.deepEqual([waited, budget.left], [[60, 120, 60], 60]);
  const tomorrow = Object.assign(new Error('rate limit'), {
    status: 429,
    response: { headers: { 'retry-after': '86400' } },
  });
  await assert.rejects(
    patiently(
      async () => {
        throw tomorrow;
      },
      'often',
      budget,
    ),
    tomorrow,
  );
  assert.equal(waited.length, 3);
});
