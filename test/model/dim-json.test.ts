import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, floorDiv, isUnknown, keyOf, max, mul, symbol, unknown } from '../../src/model/dim.ts';
import { dimFromJson, dimToJson, parseDim } from '../../src/model/dim-text.ts';

test('integers are numbers up to 2^53 − 1 and digits above', () => {
  assert.equal(dimToJson(9_007_199_254_740_991n), 9_007_199_254_740_991);
  assert.equal(dimToJson(9_007_199_254_740_992n), '9007199254740992');
  assert.equal(dimFromJson('9007199254740993'), 9_007_199_254_740_993n);
  assert.equal(dimFromJson(12), 12n);
});

test('unknown is null', () => {
  assert.equal(dimToJson(unknown('nobody knows')), null);
  const back = dimFromJson(null);
  assert.ok(back !== undefined && isUnknown(back));
});

test('a number that is no integer is no count', () => {
  assert.equal(dimFromJson(0.5), undefined);
  assert.equal(dimFromJson('a b'), undefined);
});

const [n, s, t] = [symbol('n'), symbol('s'), symbol('a b')];
for (const dim of [
  add(mul(24n, mul(n, mul(s, s))), 1n),
  floorDiv(add(n, 1n), 2n),
  floorDiv(mul(32n, max(n, s)), mul(8n, s)),
  mul(n, floorDiv(n, s)),
  mul(t, -3n),
])
  test(`${dimToJson(dim)} survives JSON`, () => {
    const back = dimFromJson(dimToJson(dim));
    assert.ok(back !== undefined);
    assert.equal(keyOf(back), keyOf(dim));
  });

test('a quotient outside floor must divide', () => {
  const twice = parseDim('(6*n)/3');
  assert.ok(twice !== undefined);
  assert.equal(keyOf(twice), keyOf(mul(2n, n)));
  for (const text of ['n/s', 'n/2', '1/0', 'floor(n/0)', 'n/2 + 1']) assert.equal(parseDim(text), undefined, text);
});
