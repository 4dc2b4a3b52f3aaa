import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dim, unknown } from '../../src/model/dim.ts';
import { formatShape, parseDim } from '../../src/model/dim-text.ts';
import { agreed, assertRank, axisOf, bounded, broadcast, size } from '../../src/operators/formulas.ts';
import { Mismatch, Operand } from '../../src/operators/operator.ts';

const dims = (...list: (number | string)[]): readonly Dim[] =>
  list.map((d) => (typeof d === 'number' ? BigInt(d) : d === '?' ? unknown('the data decides') : (parseDim(d) ?? 0n)));

const broadcasts: readonly [title: string, a: readonly Dim[], b: readonly Dim[], expected: string][] = [
  ['ones stretch', dims(2, 1, 4), dims(3, 1), '[2, 3, 4]'],
  ['a scalar takes the other shape', dims(), dims(5, 'n'), '[5, n]'],
  ['equal symbols stay', dims('n', 3), dims('n', 1), '[n, 3]'],
  ['a symbol against 1 stays', dims('n'), dims(1), '[n]'],
  ['a known extent above 1 wins over a symbol', dims('n', 4), dims(8, 4), '[8, 4]'],
  ['a known extent above 1 wins over an unknown one', dims('?'), dims(8), '[8]'],
  ['two symbols give their maximum', dims('n'), dims('m'), '[max(m, n)]'],
  ['1 does not make an unknown extent known', dims('?'), dims(1), '[?]'],
  ['nothing broadcasts with an empty axis but ones', dims(0), dims(1), '[0]'],
];
for (const [title, a, b, expected] of broadcasts)
  test(`broadcasting: ${title}`, () => {
    assert.equal(formatShape(broadcast(a, b)), expected);
    assert.equal(formatShape(broadcast(b, a)), expected);
  });

test('broadcasting: two known extents that differ are named', () => {
  assert.throws(
    () => broadcast(dims(2, 3), dims(2, 4)),
    new Mismatch('[2, 3] and [2, 4] do not broadcast (3 against 4)'),
  );
});

test('an axis may count from the end, and must exist', () => {
  assert.equal(axisOf(-1n, 4), 3);
  assert.equal(axisOf(0n, 4), 0);
  assert.throws(() => axisOf(4n, 4), new Mismatch('axis 4 is asked of a tensor with 4 axes'));
  assert.throws(() => axisOf(-5n, 4), Mismatch);
  assert.throws(() => axisOf(2n ** 62n, 4), Mismatch);
});

test('of two extents that must agree the known one is kept', () => {
  const say = (a: string, b: string) => `${a} is not ${b}`;
  const [n = 0n, seven = 0n, nothing = 0n] = dims('n', 7, '?');
  assert.equal(agreed(n, seven, say), 7n);
  assert.equal(agreed(seven, nothing, say), 7n);
  assert.equal(agreed(nothing, n, say), n);
  assert.throws(() => agreed(seven, 8n, say), new Mismatch('7 is not 8'));
});

test('a rank that does not fit is named with the shape', () => {
  const x = new Operand('x', { kind: 'tensor', dtype: 'float32', shape: dims('n', 3) });
  assert.throws(() => assertRank(x, 3, 4), new Mismatch('`x` has 2 axes [n, 3]; 3 or 4 expected'));
  assert.equal(size(dims(2, 3)), 6n);
  assert.equal(size(dims()), 1n);
});

test('an integer that drives work is bounded', () => {
  assert.equal(bounded(3n, 'axis', 0, 8), 3);
  assert.throws(() => bounded(2n ** 62n, 'n', 0, 8), new Mismatch('n is 4611686018427387904; 0 to 8 expected'));
});
