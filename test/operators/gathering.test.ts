import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../../src/operators/operator.ts';
import { call, floatTensor, type Given, int, scalar, text, vector } from './call.ts';

const along = (axis: number) => ({ attributes: { axis: int(axis) } });
const reducing = (reduction: string) => ({ attributes: { reduction: text(reduction) } });

test('Gather puts the shape of the indices in place of the axis', () => {
  const indices: Given = { dtype: 'int64', shape: ['b', 's'] };
  assert.deepEqual(call('Gather', [floatTensor(5, 'n', 7), indices], along(1)).shapes, ['[5, b, s, 7]']);
  assert.throws(() => call('Gather', [floatTensor(5), indices], along(1)), Mismatch);
});

test('Gather of known values counts negative indices from the end and refuses others', () => {
  assert.deepEqual(call('Gather', [vector('h', 'w', 3), vector(-1, 0)]).values, [[3, 'h']]);
  assert.throws(() => call('Gather', [vector(1, 2), scalar(2)]), /index 2 is outside an axis of 2/);
  assert.deepEqual(call('Gather', [vector(1, 2), scalar('i')]).values, [['?']]);
});

test('GatherND reads tuples, whole or in part, and within a batch', () => {
  const data: Given = { dtype: 'int64', shape: [2, 2], value: [1, 2, 3, 4] };
  const tuple: Given = { dtype: 'int64', shape: [1, 2], value: [1, -1] };
  assert.deepEqual(call('GatherND', [data, tuple]).values, [[4]]);
  const open: Given = { dtype: 'int64', shape: [1, 2], value: [1, 'i'] };
  assert.deepEqual(call('GatherND', [data, open]).values, [['?']]);
  assert.throws(
    () => call('GatherND', [data, { dtype: 'int64', shape: [3, 3] }]),
    /the last axis of `indices` is 3; 0 to 2/,
  );
  assert.throws(() => call('GatherND', [data, { dtype: 'int64', shape: [3, 'k'] }]), /a number expected/);
  const batch = { attributes: { batch_dims: int(1) } };
  assert.throws(
    () => call('GatherND', [data, { dtype: 'int64', shape: [3, 1] }], batch),
    /batch axis 0 has 2 in data and 3/,
  );
});

test('GatherElements takes the shape of the indices', () => {
  const indices: Given = { dtype: 'int64', shape: [1, 'n'] };
  assert.deepEqual(call('GatherElements', [floatTensor(4, 'n'), indices]).shapes, ['[1, n]']);
  assert.throws(() => call('GatherElements', [floatTensor(4, 'n'), vector(0)]), /1 axes \[1\]; 2 expected/);
  assert.deepEqual(call('GatherElements', [vector(5, 6), vector('i')]).values, [['?']]);
});

for (const [reduction, expected] of [
  ['none', [1, 7]],
  ['add', [1, 9]],
  ['mul', [1, 14]],
  ['max', [1, 7]],
  ['min', [1, 2]],
] as const)
  test(`scattering with the reduction ${reduction}`, () => {
    const options = reducing(reduction);
    assert.deepEqual(call('ScatterElements', [vector(1, 2), vector(1), vector(7)], options).values, [expected]);
    const at: Given = { dtype: 'int64', shape: [1, 1], value: [1] };
    const result = call('ScatterND', [vector(1, 2), at, vector(7)], options);
    assert.deepEqual(result.values, [expected]);
    assert.equal(result.other, reduction === 'none' ? '0' : '1');
  });

test('scattering where the places are open gives no value', () => {
  assert.deepEqual(call('ScatterElements', [vector(1, 2), vector('i'), vector(7)]).values, [undefined]);
  const at: Given = { dtype: 'int64', shape: [1, 1], value: ['i'] };
  assert.deepEqual(call('ScatterND', [vector(1, 2), at, vector(7)]).values, [undefined]);
  assert.deepEqual(call('ScatterND', [vector(1, 2), { dtype: 'int64', shape: [1, 1] }, vector(7)]).values, [undefined]);
  const floats: Given = { shape: [1], value: [0.5] };
  assert.deepEqual(call('ScatterElements', [floats, vector(0), floats], reducing('add')).values, [undefined]);
});

test('a sum past 64 bits is unknown', () => {
  const most = vector(2n ** 63n - 1n);
  assert.deepEqual(call('ScatterElements', [most, vector(0), vector(1)], reducing('add')).values, [['?']]);
});

test('OneHot takes its depth from a number of any type', () => {
  const indices: Given = { dtype: 'int64', shape: ['n'] };
  const values: Given = { dtype: 'int32', shape: [2] };
  assert.deepEqual(call('OneHot', [indices, scalar(5, 'float32'), values]).shapes, ['[n, 5]']);
  assert.deepEqual(call('OneHot', [indices, { dtype: 'int64', shape: [] }, values]).shapes, ['[n, ?]']);
  assert.deepEqual(call('OneHot', [indices, scalar('k'), values], along(0)).shapes, ['[k, n]']);
  assert.deepEqual(call('OneHot', [indices, scalar('x', 'string'), values]).shapes, ['[n, ?]']);
  assert.deepEqual(call('OneHot', [vector('i'), scalar(2), vector(0, 1)]).values, [undefined]);
});

test('TensorScatter keeps the cache', () => {
  assert.throws(() => call('TensorScatter', [floatTensor('b', 8, 64), floatTensor(1)]), Mismatch);
});
