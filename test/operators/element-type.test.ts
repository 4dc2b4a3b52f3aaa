import assert from 'node:assert/strict';
import { test } from 'node:test';
import { symbol, unknown } from '../../src/model/dim.ts';
import type { DType } from '../../src/model/dtype.ts';
import type { Scalar } from '../../src/model/model.ts';
import { converted, fitting, rounded } from '../../src/operators/element-type.ts';

const n = symbol('n');
const cases: readonly (readonly [Scalar, DType, Scalar | undefined])[] = [
  [2.9, 'int32', 2n],
  [-2.9, 'int64', -2n],
  [300n, 'uint8', 44n],
  [200n, 'int8', -56n],
  [0.1, 'float32', 0.10000000149011612],
  [0.1, 'float16', 0.0999755859375],
  [65520, 'float16', Number.POSITIVE_INFINITY],
  [2049, 'float16', 2048],
  [6e-8, 'float16', 2 ** -24],
  [0.1, 'bfloat16', 0.10009765625],
  [0.1, 'float64', 0.1],
  [0n, 'float32', 0],
  [Number.NaN, 'bool', 1n],
  [0, 'bool', 0n],
  [-7n, 'bool', 1n],
  [n, 'int64', n],
  [n, 'float32', n],
  [12n, 'string', '12'],
  [0.5, 'string', undefined],
  ['3.5', 'float32', 3.5],
  ['3.5', 'int64', 3n],
  ['abc', 'float32', undefined],
  ['abc', 'string', 'abc'],
  [1n, 'float8e5m2', undefined],
  [1n, 'complex64', undefined],
];
for (const [x, to, expected] of cases)
  test(`${typeof x === 'object' ? 'a symbol' : `${typeof x} ${x}`} becomes ${to}`, () =>
    assert.equal(converted(x, to), expected));

test('what the machine decides is unknown', () => {
  const why = (x: Scalar | undefined): string => (typeof x === 'object' && x.kind === 'unknown' ? x.why : 'known');
  assert.equal(why(converted(Number.NaN, 'int64')), 'NaN has no integer value');
  assert.equal(why(converted(3e9, 'int32')), '3000000000 is outside int32');
  assert.equal(why(converted(n, 'int8')), 'a symbol may not fit int8');
  assert.equal(why(converted(n, 'bool')), 'whether a symbol is zero is not known');
  assert.equal(why(converted(unknown('x'), 'bool')), 'x');
  assert.equal(why(fitting(2n ** 31n, 'int32')), '2147483648 is outside int32');
  assert.equal(why(fitting(2n ** 31n - 1n, 'int32')), 'known');
});

test('rounding keeps zeros and infinities', () => {
  assert.deepEqual(
    [rounded(-0, 'float16'), rounded(Number.NEGATIVE_INFINITY, 'bfloat16')],
    [-0, Number.NEGATIVE_INFINITY],
  );
});
