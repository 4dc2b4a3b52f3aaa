import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBits, type NarrowFloat, powerOfTwo } from '../../src/bytes/floats.ts';

/** Patterns and what they stand for, from the formats' own tables. */
const cases: readonly [NarrowFloat, number, number][] = [
  ['float16', 0x3c00, 1],
  ['float16', 0xc000, -2],
  ['float16', 0x7bff, 65504],
  ['float16', 0x0001, 2 ** -24],
  ['float16', 0x7c00, Number.POSITIVE_INFINITY],
  ['float16', 0xfc00, Number.NEGATIVE_INFINITY],
  ['float16', 0x7e00, Number.NaN],
  ['float16', 0x8000, -0],
  ['bfloat16', 0x3f80, 1],
  ['bfloat16', 0x7f80, Number.POSITIVE_INFINITY],
  ['bfloat16', 0x0001, 2 ** -133],
  ['float8e4m3fn', 0x7e, 448],
  ['float8e4m3fn', 0x7f, Number.NaN],
  ['float8e4m3fn', 0x01, 2 ** -9],
  ['float8e4m3fnuz', 0x7f, 240],
  ['float8e4m3fnuz', 0x80, Number.NaN],
  ['float8e5m2', 0x7b, 57344],
  ['float8e5m2', 0x7c, Number.POSITIVE_INFINITY],
  ['float8e5m2', 0x7d, Number.NaN],
  ['float8e5m2fnuz', 0x7f, 57344],
  ['float8e5m2fnuz', 0x80, Number.NaN],
  ['float6e2m3', 0x1f, 7.5],
  ['float6e2m3', 0x01, 0.125],
  ['float6e3m2', 0x1f, 28],
  ['float6e3m2', 0x01, 0.0625],
  ['float4e2m1', 0x7, 6],
  ['float4e2m1', 0x1, 0.5],
  ['float4e2m1', 0xf, -6],
];

for (const [format, pattern, value] of cases)
  test(`${format} 0x${pattern.toString(16)} is ${value}`, () => {
    assert.ok(Object.is(fromBits(format, pattern), value), `${fromBits(format, pattern)}`);
  });

test('float8e8m0 is a power of two, or not a number', () => {
  assert.equal(powerOfTwo(0), 2 ** -127);
  assert.equal(powerOfTwo(127), 1);
  assert.equal(powerOfTwo(254), 2 ** 127);
  assert.ok(Number.isNaN(powerOfTwo(255)));
});
