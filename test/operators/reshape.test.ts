import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Mismatch, Undetermined } from '../../src/operators/operator.ts';
import { call, floatTensor, type Given, int, ints, vector } from './call.ts';

const cases: readonly (readonly [string, Given, Given, string])[] = [
  ['divides symbols exactly', floatTensor('b', 's', 768), vector('b', 's', 12, -1), '[b, s, 12, 64]'],
  ['cancels a sum', floatTensor('b', 'p + s', 4, 8), vector('b', 'p + s', -1), '[b, p + s, 32]'],
  ['cancels a sum times a symbol', floatTensor('b', 'p + s', 'h'), vector('b', -1, 'h'), '[b, p + s, h]'],
  ['merges symbols', floatTensor('b', 's', 64), vector(-1, 64), '[b*s, 64]'],
  ['keeps a quotient where symbols do not divide', floatTensor('n', 6), vector(-1, 4), '[floor((3*n)/2), 4]'],
  ['finds the only unknown extent', floatTensor('b', 10), vector('?', 5), '[2*b, 5]'],
  ['leaves two unknown extents', floatTensor(4, 10), vector('?', '?'), '[?, ?]'],
  ['leaves −1 where the data is unknown', { shape: null }, vector(2, -1), '[2, ?]'],
  ['keeps a full shape where the data is unknown', { shape: null }, vector(2, 3), '[2, 3]'],
  ['copies nothing from unknown data', { shape: null }, vector(0, 3), '[?, 3]'],
  ['keeps the rank of a shape that is data', floatTensor(4), { dtype: 'int64', shape: [3] }, '[?, ?, ?]'],
  ['finds the one extent of a vector shape that is data', floatTensor(4), { dtype: 'int64', shape: [1] }, '[4]'],
  ['knows nothing of a shape without a rank', floatTensor(4), { dtype: 'int64', shape: ['n'] }, '[?…]'],
  ['makes a scalar', floatTensor(1, 1), vector(), '[]'],
];
for (const [title, data, shape, expected] of cases)
  test(`Reshape ${title}`, () => assert.deepEqual(call('Reshape', [data, shape]).shapes, [expected]));

test('Reshape reports contradictions', () => {
  assert.throws(() => call('Reshape', [floatTensor(2, 3), vector(4, -1)]), /\[2, 3\] cannot become \[4, -1\]/);
  assert.throws(() => call('Reshape', [floatTensor(2, 3), vector(5)]), /the number of elements differs/);
  assert.throws(() => call('Reshape', [floatTensor(2, 3), vector(-1, -1)]), /leaves more than one extent open/);
  assert.throws(() => call('Reshape', [floatTensor(2, 3), vector(-2)]), /has a negative extent/);
  assert.throws(() => call('Reshape', [floatTensor(2), vector(2, 0)]), /copies axis 1 of a tensor with 1 axes/);
  assert.throws(() => call('Reshape', [floatTensor(0, 3), vector(0, -1)]), Mismatch);
});

test('Reshape keeps the number of elements, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), (extents) => {
      const { shapes } = call('Reshape', [floatTensor('n', ...extents), vector('n', -1)]);
      assert.deepEqual(shapes, [`[n, ${extents.reduce((a, b) => a * b, 1)}]`]);
    }),
  );
});

test('Reshape passes a known value on', () => {
  assert.deepEqual(call('Reshape', [vector('h', 2), vector(2, 1)]).values, [['h', 2]]);
});

test('Squeeze without axes needs to know which are 1', () => {
  assert.deepEqual(call('Squeeze', [floatTensor(1, 'n + 2', 1)]).shapes, ['[n + 2]']);
  assert.throws(
    () => call('Squeeze', [floatTensor(1, 'n')]),
    (error) => error instanceof Undetermined && error.why === 'whether axis 1 is dropped depends on whether n is 1',
  );
});

test('Squeeze of an axis that is not 1 is a contradiction, of a symbol is not', () => {
  assert.throws(() => call('Squeeze', [floatTensor(2, 3), vector(0)]), /axis 0 of \[2, 3\] is squeezed/);
  assert.deepEqual(call('Squeeze', [floatTensor('n', 3), vector(0)]).shapes, ['[3]']);
  assert.throws(() => call('Squeeze', [floatTensor(1, 1), vector(0, -2)]), /name one axis twice/);
});

test('axes that are data leave the rank, where their number is known', () => {
  const axes: Given = { dtype: 'int64', shape: [1] };
  assert.deepEqual(call('Squeeze', [floatTensor(1, 3), axes]).shapes, ['[?]']);
  assert.deepEqual(call('Unsqueeze', [floatTensor(1, 3), axes]).shapes, ['[?, ?, ?]']);
  const many: Given = { dtype: 'int64', shape: ['k'] };
  assert.throws(() => call('Squeeze', [floatTensor(1, 3), many]), Undetermined);
  assert.throws(() => call('Unsqueeze', [floatTensor(1, 3), many]), Undetermined);
});

test('Unsqueeze counts negative axes in the result', () => {
  assert.deepEqual(call('Unsqueeze', [floatTensor('n', 3), vector(-1, 0)]).shapes, ['[1, n, 3, 1]']);
  const attributes = { axes: ints(-2) };
  assert.deepEqual(call('Unsqueeze', [floatTensor('n', 3)], { opset: 11, attributes }).shapes, ['[n, 1, 3]']);
  assert.throws(() => call('Unsqueeze', [floatTensor(3), vector(0, 0)]), /name one axis twice/);
  assert.throws(() => call('Unsqueeze', [floatTensor(3), vector(2)]), /axis 2 is asked of a tensor with 2 axes/);
});

test('Flatten takes its axis up to the rank', () => {
  assert.deepEqual(call('Flatten', [floatTensor('n', 3)], { attributes: { axis: int(2) } }).shapes, ['[3*n, 1]']);
  assert.throws(() => call('Flatten', [floatTensor('n', 3)], { attributes: { axis: int(3) } }), Mismatch);
});

test('Identity passes on whatever it is given', () => {
  const sequence = { kind: 'sequence', element: { kind: 'opaque', why: 'nobody said' } } as const;
  assert.deepEqual(call('Identity', [sequence]).facts, [sequence]);
  assert.deepEqual(call('Identity', [{ shape: null }]).shapes, ['[?…]']);
  assert.deepEqual(call('Identity', [vector(3)]).values, [[3]]);
});
