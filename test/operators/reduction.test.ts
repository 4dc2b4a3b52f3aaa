import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch, Undetermined } from '../../src/operators/operator.ts';
import { call, floatTensor, type Given, int, ints, scalar, vector } from './call.ts';

const matrix: Given = { dtype: 'int64', shape: [2, 2], value: [1, 2, 3, 'n'] };

const folds: readonly (readonly [string, readonly (number | string)[]])[] = [
  ['ReduceSum', [3, 'n + 3']],
  ['ReduceProd', [2, '3*n']],
  ['ReduceMax', [2, 'max(n, 3)']],
  ['ReduceMin', [1, 'min(n, 3)']],
  ['ReduceSumSquare', [5, 'n^2 + 9']],
  ['ReduceMean', [1, '?']],
];
for (const [name, expected] of folds)
  test(`${name} folds integers exactly, symbols too`, () => {
    const attributes = { keepdims: int(0) };
    assert.deepEqual(call(name, [matrix, vector(1)], { attributes }).values, [expected]);
  });

const onFloats: readonly (readonly [string, number])[] = [
  ['ReduceL1', 7],
  ['ReduceL2', 5],
  ['ReduceLogSum', 0],
  ['ReduceMean', 0.5],
  ['ReduceProd', -12],
];
for (const [name, expected] of onFloats)
  test(`${name} folds numbers`, () => {
    const values: Readonly<Record<string, readonly number[]>> = { ReduceLogSum: [0.5, 0.5] };
    const data: Given = { shape: [2], value: values[name] ?? [4, -3] };
    assert.deepEqual(call(name, [data]).values, [[expected]]);
  });

test('ReduceLogSumExp of zeros is the logarithm of their number', () => {
  assert.deepEqual(call('ReduceLogSumExp', [{ shape: [2], value: [0, 0] }]).values, [[Math.fround(Math.LN2)]]);
});

test('a symbol among floats counts as the integer it is', () => {
  assert.deepEqual(call('ReduceMin', [{ shape: [2], value: ['n', 300] }]).values, [['min(n, 300)']]);
  assert.deepEqual(call('ReduceMin', [{ shape: [2], value: ['n', 0.5] }]).values, [undefined]);
  assert.deepEqual(call('ReduceMean', [{ shape: [2], value: ['2*n', 0] }]).values, [['n']]);
  assert.deepEqual(call('ReduceL2', [{ shape: [2], value: ['n', 1] }]).values, [undefined]);
});

test('the mean of integers is cut towards zero', () => {
  assert.deepEqual(call('ReduceMean', [vector(-3, 0)]).values, [[-1]]);
});

test('a product past 64 bits is unknown', () => {
  assert.deepEqual(call('ReduceProd', [vector(2n ** 40n, 2n ** 40n)]).values, [['?']]);
});

test('nothing has no largest element', () => {
  const none: Given = { dtype: 'int64', shape: [0], value: [] };
  assert.deepEqual(call('ReduceMax', [none]).values, [['?']]);
  assert.deepEqual(call('ReduceMean', [none]).values, [['?']]);
});

test('axes that are data leave the rank only when axes are kept', () => {
  const axes: Given = { dtype: 'int64', shape: [1] };
  assert.throws(() => call('ReduceSum', [floatTensor(2, 3), axes], { attributes: { keepdims: int(0) } }), Undetermined);
  assert.deepEqual(call('ReduceSum', [floatTensor(2, 3), axes]).shapes, ['[?, ?]']);
});

test('without axes noop_with_empty_axes decides', () => {
  const noop = { attributes: { noop_with_empty_axes: int(1), keepdims: int(0) } };
  const sum = call('ReduceSum', [vector(1, 2), vector()], noop);
  assert.deepEqual([sum.shapes, sum.values, sum.other], [['[2]'], [[1, 2]], '0']);
  assert.deepEqual(call('ReduceL1', [vector(1, 2)], noop).values, [undefined]);
  assert.deepEqual(call('ReduceSum', [vector(1, 2), vector()]).values, [[3]]);
});

test('reduced axes exist and are named once', () => {
  assert.throws(() => call('ReduceMax', [floatTensor(2), vector(1)]), Mismatch);
  assert.throws(() => call('ReduceMax', [floatTensor(2, 2), vector(1, -1)]), /name one axis twice/);
  const attributes = { axes: ints(3) };
  assert.throws(() => call('ReduceMax', [floatTensor(2)], { opset: 11, attributes }), Mismatch);
});

test('ArgMin finds the first of equals, and nothing among symbols', () => {
  const attributes = { axis: int(0), keepdims: int(0) };
  assert.deepEqual(call('ArgMin', [vector(5, 1, 1)], { attributes }).values, [[1]]);
  assert.deepEqual(call('ArgMax', [vector(5, 'n')], { attributes }).values, [undefined]);
  assert.deepEqual(call('ArgMax', [{ shape: [2], value: [0.5, 1.5] }], { attributes }).values, [[1]]);
});

test('TopK takes a symbolic k, and none larger than the axis', () => {
  assert.deepEqual(call('TopK', [floatTensor(2, 10), vector('k')], { outputs: 2 }).shapes, ['[2, k]', '[2, k]']);
  assert.throws(() => call('TopK', [floatTensor(2, 10), vector(11)], { outputs: 2 }), /k is 11, the axis has 10/);
  assert.throws(() => call('TopK', [floatTensor(2, 10), vector(-1)], { outputs: 2 }), /k is -1/);
  assert.deepEqual(call('TopK', [floatTensor(2, 10), vector()], { outputs: 2 }).shapes, ['[2, ?]', '[2, ?]']);
});

test('CumSum without a known axis keeps the shape', () => {
  const open = call('CumSum', [vector(1, 2), { dtype: 'int64', shape: [] }]);
  assert.deepEqual([open.shapes, open.values], [['[2]'], [undefined]]);
  assert.throws(() => call('CumSum', [vector(1, 2), scalar(1)]), Mismatch);
  assert.deepEqual(call('CumSum', [{ shape: [1], value: [0.5] }, scalar(0)]).values, [undefined]);
});

test('a value too long to follow gives none, rather than that of nothing', () => {
  const long: Given = { dtype: 'int64', shape: [1500], value: Array.from({ length: 1500 }, () => 1) };
  assert.deepEqual(call('ReduceSum', [long]).values, [undefined]);
});
