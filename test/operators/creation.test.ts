import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attribute, Scalar, Tensor } from '../../src/model/model.ts';
import { Mismatch, Undetermined } from '../../src/operators/operator.ts';
import { call, float, floatTensor, type Given, int, ints, scalar, text, vector } from './call.ts';

function stored(shape: readonly number[], values: readonly Scalar[] | undefined): Attribute {
  const elementCount = BigInt(shape.reduce((a, b) => a * b, 1));
  const tensor: Tensor = {
    name: 'value',
    dtype: 'int64',
    shape: shape.map(BigInt),
    elementCount,
    byteLength: elementCount * 8n,
    place: 'inline',
    elements: (from, to) => values?.slice(from, to),
  };
  return { kind: 'tensor', value: tensor };
}

test('Constant states a tensor, small ones with their elements', () => {
  const small = call('Constant', [], { attributes: { value: stored([2], [3n, 4n]) } });
  assert.deepEqual([small.shapes, small.dtypes, small.values], [['[2]'], ['int64'], [[3, 4]]]);
  const large = call('Constant', [], { attributes: { value: stored([5000], []) } });
  assert.deepEqual([large.shapes, large.values], [['[5000]'], [undefined]]);
  const absent = call('Constant', [], { attributes: { sparse_value: stored([2], undefined) } });
  assert.deepEqual([absent.shapes, absent.values], [['[2]'], [undefined]]);
});

test('Constant takes any of its attributes', () => {
  const of = (name: string, a: Attribute) => call('Constant', [], { attributes: { [name]: a } });
  assert.deepEqual(of('value_int', int(7)).values, [[7]]);
  assert.deepEqual(of('value_string', text('a')).dtypes, ['string']);
  assert.deepEqual(of('value_float', float(0.5)).dtypes, ['float32']);
  assert.deepEqual(of('value_floats', { kind: 'floats', value: [1, 2] }).shapes, ['[2]']);
  assert.deepEqual(of('value_ints', ints(...Array.from({ length: 2000 }, (_, i) => i))).values, [undefined]);
  assert.throws(() => call('Constant', []), /it has no value/);
});

test('ConstantOfShape fills small tensors and keeps the rank of an unknown shape', () => {
  const filled = call('ConstantOfShape', [vector(2)], { attributes: { value: stored([1], [-1n]) } });
  assert.deepEqual([filled.values, filled.dtypes], [[[-1, -1]], ['int64']]);
  const open = call('ConstantOfShape', [{ dtype: 'int64', shape: null }]);
  assert.deepEqual([open.shapes, open.dtypes], [['[?…]'], ['float32']]);
  assert.deepEqual(call('ConstantOfShape', [vector(100_000)]).values, [undefined]);
  assert.deepEqual(call('ConstantOfShape', [vector()]).values, [[0]]);
});

test('Shape of a tensor of unknown rank is a vector of unknown length', () => {
  const { shapes, dtypes, values } = call('Shape', [{ shape: null }]);
  assert.deepEqual([shapes, dtypes, values], [['[?]'], ['int64'], [undefined]]);
});

test('Shape keeps unknown extents in its value', () => {
  assert.deepEqual(call('Shape', [floatTensor('n', '?', 3)]).values, [['n', '?', 3]]);
  const clamped = { start: int(-9), end: int(9) };
  assert.deepEqual(call('Shape', [floatTensor('n', 3)], { attributes: clamped }).values, [['n', 3]]);
});

test('Size of an unknown tensor is a scalar all the same', () => {
  assert.deepEqual(call('Size', [{ shape: null }]).shapes, ['[]']);
});

test('Range counts steps of a symbol, which is more than 0 where anything runs', () => {
  const length = (to: string, step: string) => call('Range', [scalar(0), scalar(to), scalar(step)]).shapes;
  assert.deepEqual(length('batch*seq', 'seq'), ['[batch]']);
  assert.deepEqual(length('n', 'seq + 1'), ['[floor((n + seq)/(seq + 1))]']);
  assert.deepEqual(length('n', 'seq - 1'), ['[?]']);
});

test('Range counts its steps up and down', () => {
  const range = (a: Given, b: Given, d: Given) => call('Range', [a, b, d]);
  assert.deepEqual(range(scalar(0), scalar('seq'), scalar(2)).shapes, ['[floor((seq + 1)/2)]']);
  assert.deepEqual(range(scalar('n'), scalar(0), scalar(-1)).shapes, ['[n]']);
  assert.deepEqual(range(scalar(5), scalar(5), scalar(1)).values, [[]]);
  assert.deepEqual(range(scalar('past'), scalar('past + 2'), scalar(1)).values, [['past', 'past + 1']]);
  assert.deepEqual(range(scalar(0, 'float32'), scalar(2, 'float32'), scalar(1, 'float32')).values, [[0, 1]]);
  assert.deepEqual(range(scalar(0, 'float32'), scalar(1, 'float32'), scalar(0.5, 'float32')).values, [undefined]);
  assert.deepEqual(range(scalar(0, 'float32'), scalar('n', 'float32'), scalar(1, 'float32')).shapes, ['[n]']);
  assert.deepEqual(range(scalar(0), scalar('n'), scalar('k')).shapes, ['[max(0, floor((k + n - 1)/k))]']);
  assert.deepEqual(range(scalar(0), scalar('?'), scalar(1)).shapes, ['[?]']);
  assert.deepEqual(range(scalar(0.5, 'float32'), scalar('n', 'float32'), scalar(1, 'float32')).shapes, ['[?]']);
  assert.deepEqual(range({ dtype: 'int64', shape: [] }, scalar(4), scalar(1)).shapes, ['[?]']);
  assert.throws(() => range(scalar(0), scalar(4), scalar(0)), /delta is 0/);
  assert.throws(() => range(scalar(0, 'float32'), scalar(1, 'float32'), scalar(0, 'float32')), /has no end/);
});

test('EyeLike needs a matrix', () => {
  assert.throws(() => call('EyeLike', [floatTensor(3)]), Mismatch);
  assert.deepEqual(call('EyeLike', [floatTensor(2, 2)]).values, [[1, 0, 0, 1]]);
  assert.deepEqual(call('EyeLike', [floatTensor(2, 2)], { attributes: { dtype: int(99) } }).dtypes, [null]);
});

test('NonZero knows the count of a constant, and not of a symbol', () => {
  assert.deepEqual(call('NonZero', [vector(0, 5)]).values, [[1]]);
  assert.deepEqual(call('NonZero', [vector('n', 5)]).shapes, ['[1, ?]']);
  assert.deepEqual(call('NonZero', [scalar(1)]).shapes, ['[0, 1]']);
  assert.throws(() => call('NonZero', [{ shape: null }]), Undetermined);
});

test('random numbers count one operation a draw', () => {
  assert.equal(call('RandomNormalLike', [floatTensor('n', 3)]).other, '3*n');
  assert.deepEqual(call('Multinomial', [floatTensor('n', 3)], { attributes: { dtype: int(7) } }).dtypes, ['int64']);
  assert.throws(() => call('Multinomial', [floatTensor(1, 3)], { attributes: { sample_size: int(-1) } }), Mismatch);
});

test('NonZero of a value too long to follow is open, not empty', () => {
  const long: Given = { dtype: 'int64', shape: [1500], value: Array.from({ length: 1500 }, () => 1) };
  assert.deepEqual(call('NonZero', [long]).shapes, ['[1, ?]']);
});
