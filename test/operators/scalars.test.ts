import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnknown, symbol } from '../../src/model/dim.ts';
import { formatDim, parseDim } from '../../src/model/dim-text.ts';
import type { DType } from '../../src/model/dtype.ts';
import type { Scalar } from '../../src/model/model.ts';
import { Operand } from '../../src/operators/operator.ts';
import * as on from '../../src/operators/scalars.ts';

/** Integers as bigint, floats as number, symbols as text. */
type Short = bigint | number | string;
const scalar = (x: Short): Scalar => (typeof x === 'string' ? (parseDim(x) ?? x) : x);
const show = (x: Scalar): Short => (typeof x === 'object' ? (isUnknown(x) ? '?' : formatDim(x)) : x);

const cases: readonly (readonly [rule: string, fold: on.Fold, given: readonly Short[], expected: Short])[] = [
  ['an integral float beside a symbol counts as an integer', on.times, ['s', 2], '2*s'],
  ['a fraction beside a symbol is not followed', on.times, ['s', 0.5], '?'],
  ['integers truncate toward zero', on.divided(true), [-7n, 2n], -3n],
  ['symbols floor', on.divided(true), ['s + 1', 2n], 'floor((s + 1)/2)'],
  ['division by zero is unknown', on.divided(true), [1n, 0n], '?'],
  ['a float quotient of a symbol is kept where it is exact', on.divided(false), ['4*s', 2], '2*s'],
  ['and not where it is not', on.divided(false), ['s', 2], '?'],
  ['a float divided by zero is infinite', on.divided(false), [1, 0], Number.POSITIVE_INFINITY],
  ['Mod takes the sign of the divisor', on.remainder(false), [-7n, 3n], 2n],
  ['of floats too', on.remainder(false), [-5.5, 2], 0.5],
  ['with fmod of the dividend', on.remainder(true), [-7n, 3n], -1n],
  ['a remainder by zero is unknown', on.remainder(false), [7n, 0n], '?'],
  ['a symbol is squared', on.raised, ['s', 2], 's^2'],
  ['a huge power is not followed', on.raised, [2n, 10_000n], '?'],
  ['a float power', on.raised, [2, 0.5], Math.SQRT2],
  ['a symbol exponent is not followed', on.raised, [2n, 's'], '?'],
  ['an extent is above −1', on.greater, ['s', -1n], 1n],
  ['an extent may be above 0: an expression says', on.greater, ['s', 0n], 'min(1, s)'],
  ['an extent is never below 0', on.less, ['s', 0n], 0n],
  ['a sum is not below its part', on.greaterOrEqual, ['s + t', 's'], 1n],
  ['an extent is at most itself', on.lessOrEqual, ['s', 's'], 1n],
  ['floats compare', on.less, [0.5, 1], 1n],
  ['a symbol against a fraction is not followed', on.less, ['s', 0.5], '?'],
  ['a symbol equals itself', on.same, ['s', 's'], 1n],
  ['a symbol is not one more', on.same, ['s', 's + 1'], 0n],
  ['two symbols may be equal', on.same, ['s', 't'], '?'],
  ['false decides a conjunction', on.both, [0n, 's'], 0n],
  ['an unknown leaves it open', on.both, [1n, 's'], '?'],
  ['true decides a disjunction', on.either, ['s', 1n], 1n],
  ['exclusive or needs both', on.oneOf, [1n, 's'], '?'],
  ['equal choices need no condition', on.chosen, ['s', 7n, 7n], 7n],
  ['equal symbols neither', on.chosen, ['s', 't + 1', 't + 1'], 't + 1'],
  ['different ones do', on.chosen, ['s', 7n, 8n], '?'],
  ['a negated symbol', on.opposite, ['s'], '-s'],
  ['the magnitude of a negated symbol', on.magnitude, ['-s'], 's'],
  ['a magnitude whose sign is open', on.magnitude, ['s - 4'], '?'],
  ['the sign of an integer', on.sign, [-4n], -1n],
  ['rounding leaves a symbol', on.rounded(Math.floor), ['s'], 's'],
  ['a root of a symbol is not followed', on.numeric(Math.sqrt), ['s'], '?'],
];
for (const [title, fold, given, expected] of cases)
  test(`elements: ${title}`, () => {
    assert.equal(
      show(fold(...given.map(scalar))),
      typeof expected === 'string' && expected !== '?' ? show(scalar(expected)) : expected,
    );
  });

test('halves round to even', () => {
  assert.deepEqual([0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6].map(on.roundHalfEven), [0, 2, 2, 0, -2, 2, 3]);
});

test('results are kept in their type: float32 is rounded, integers wrap, others are not followed', () => {
  const kept = (dtype: DType, x: Scalar) => on.arithmeticOf(dtype)?.round(x);
  assert.equal(kept('float32', 0.1), Math.fround(0.1));
  assert.equal(kept('float64', 0.1), 0.1);
  assert.equal(kept('int32', 2n ** 31n), -(2n ** 31n));
  assert.equal(kept('uint8', 257n), 1n);
  assert.equal(kept('bool', 1n), 1n);
  assert.equal(on.arithmeticOf('float16'), undefined);
  assert.equal(on.arithmeticOf(null), undefined);
});

const values = (shape: readonly bigint[], value?: readonly Scalar[]) =>
  new Operand('x', { kind: 'tensor', dtype: 'int64', shape, ...(value !== undefined && { value }) });

test('elements broadcast row by row', () => {
  const column = values([2n, 1n], [10n, 20n]);
  const row = values([3n], [1n, 2n, 3n]);
  assert.deepEqual(on.foldElements([column, row], [2n, 3n], on.plus), [11n, 12n, 13n, 21n, 22n, 23n]);
});

test('elements are not followed without a value, with a symbolic extent, or past a few thousand', () => {
  const row = values([2n], [1n, 2n]);
  assert.equal(on.foldElements([row, values([2n])], [2n], on.plus), undefined);
  assert.equal(on.foldElements([row], [symbol('n')], on.plus), undefined);
  assert.equal(on.foldElements([values([1n], [1n]), row], [2n ** 40n, 2n], on.plus), undefined);
  assert.equal(on.foldElements([values([3n], [1n])], [3n], on.plus), undefined);
});
