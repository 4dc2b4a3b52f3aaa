import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../../src/operators/operator.ts';
import { call, floatTensor, type Given, int, ints, scalar, text, vector } from './call.ts';

const along = (axis: number) => ({ attributes: { axis: int(axis) } });

test('Concat adds extents up and lets the others agree', () => {
  assert.deepEqual(call('Concat', [floatTensor('n', 3), floatTensor('?', 5)], along(1)).shapes, ['[n, 8]']);
  assert.deepEqual(call('Concat', [floatTensor('n', 3), floatTensor(4, 3)], along(-1)).shapes, ['[4, 6]']);
  assert.throws(
    () => call('Concat', [floatTensor(2, 3), floatTensor(4, 5)], along(1)),
    /axis 0 has 2 in one input and 4 in/,
  );
  assert.throws(() => call('Concat', [floatTensor(2, 3), floatTensor(2)], along(0)), Mismatch);
  assert.throws(() => call('Concat', [], along(0)), /it has no inputs/);
});

test('Concat of values keeps what is known', () => {
  const open: Given = { dtype: 'int64', shape: [2] };
  assert.deepEqual(call('Concat', [vector('h'), open, vector(3)], along(0)).values, [['h', '?', '?', 3]]);
  const floats: Given = { shape: [1] };
  assert.deepEqual(call('Concat', [floats, { shape: [1], value: [0.5] }], along(0)).values, [undefined]);
  assert.deepEqual(call('Concat', [vector(1), { dtype: 'int64', shape: ['n'] }], along(0)).values, [undefined]);
  const matrix: Given = { dtype: 'int64', shape: [2, 1], value: [1, 2] };
  assert.deepEqual(call('Concat', [matrix, matrix], along(1)).values, [[1, 1, 2, 2]]);
});

test('Pad knows the padded value in every mode', () => {
  const mode = (name: string) => ({ attributes: { mode: text(name) } });
  const pads = vector(1, 2);
  assert.deepEqual(call('Pad', [vector(1, 2, 3), pads]).values, [[0, 1, 2, 3, 0, 0]]);
  assert.deepEqual(call('Pad', [vector(1, 2, 3), pads, scalar(9)]).values, [[9, 1, 2, 3, 9, 9]]);
  assert.deepEqual(call('Pad', [vector(1, 2, 3), pads], mode('edge')).values, [[1, 1, 2, 3, 3, 3]]);
  assert.deepEqual(call('Pad', [vector(1, 2, 3), pads], mode('reflect')).values, [[2, 1, 2, 3, 2, 1]]);
  assert.deepEqual(call('Pad', [vector(1, 2, 3), pads], mode('wrap')).values, [[3, 1, 2, 3, 1, 2]]);
  assert.deepEqual(call('Pad', [vector(7), pads], mode('reflect')).values, [[7, 7, 7, 7]]);
  assert.deepEqual(call('Pad', [vector(7), pads], mode('hasOwnProperty')).values, [undefined]);
});

test('Pad crops with negative numbers, and not below nothing', () => {
  assert.deepEqual(call('Pad', [vector(1, 2, 3), vector(-1, 0)]).values, [[2, 3]]);
  assert.throws(() => call('Pad', [floatTensor(2), vector(-3, 0)]), /axis 0 of 2 is cropped to -1/);
  assert.throws(() => call('Pad', [floatTensor(2, 2), vector(1, 1)]), /pads has 2 numbers; 4 expected/);
});

test('Pad with pads that are partly symbols stays exact', () => {
  assert.deepEqual(call('Pad', [floatTensor(2, 'n'), vector(0, 'k', 0, 1)]).shapes, ['[2, k + n + 1]']);
  const lost: Given = { dtype: 'int64', shape: null };
  assert.deepEqual(call('Pad', [floatTensor(2, 'n'), lost, undefined, vector(1)]).shapes, ['[2, ?]']);
});

test('CenterCropPad changes the axes it names', () => {
  const attributes = { axes: ints(-1) };
  assert.deepEqual(call('CenterCropPad', [floatTensor(3, 8), vector('w')], { attributes }).shapes, ['[3, w]']);
  const lost: Given = { dtype: 'int64', shape: null };
  assert.deepEqual(call('CenterCropPad', [floatTensor(3, 8), lost], { attributes }).shapes, ['[3, ?]']);
  assert.throws(() => call('CenterCropPad', [floatTensor(3, 8), vector(1)]), /shape has 1 numbers; 2 expected/);
});

test('Trilu without a known diagonal keeps the shape', () => {
  const matrix: Given = { dtype: 'int64', shape: [2, 2], value: [1, 2, 3, 4] };
  const open = call('Trilu', [matrix, { dtype: 'int64', shape: [] }]);
  assert.deepEqual([open.shapes, open.values], [['[2, 2]'], [undefined]]);
  assert.deepEqual(call('Trilu', [matrix], { attributes: { upper: int(0) } }).values, [[1, 0, 3, 4]]);
  const words: Given = { dtype: 'string', shape: [1, 2], value: ['a', 'b'] };
  assert.deepEqual(call('Trilu', [words, scalar(1)]).values, [['', 'b']]);
  assert.throws(() => call('Trilu', [floatTensor(3)]), /at least 2 expected/);
});

test('Compress counts what its condition keeps when that is known', () => {
  const known: Given = { dtype: 'bool', shape: [3], value: [1, 0, 1] };
  assert.deepEqual(call('Compress', [floatTensor('n', 4), known]).shapes, ['[2]']);
  const part: Given = { dtype: 'bool', shape: [2], value: [1, '?'] };
  assert.deepEqual(call('Compress', [floatTensor('n', 4), part], along(1)).shapes, ['[n, ?]']);
});

test('what the data decides is unknown, and the reason names the operator', () => {
  const [fact] = call('Unique', [floatTensor('n')], along(0)).facts;
  assert.ok(fact?.kind === 'tensor' && Array.isArray(fact.shape));
  assert.deepEqual(fact.shape, [{ kind: 'unknown', why: '`Unique #0`: the data decides how many there are' }]);
});

test('Unique along an axis keeps the others', () => {
  const { shapes, dtypes } = call('Unique', [floatTensor('n', 4)], { ...along(0), outputs: 4 });
  assert.deepEqual(shapes, ['[?, 4]', '[?]', '[n]', '[?]']);
  assert.deepEqual(dtypes, ['float32', 'int64', 'int64', 'int64']);
});

test('Dropout computes only while it trains', () => {
  assert.equal(call('Dropout', [floatTensor(8)]).other, '0');
  assert.equal(call('Dropout', [floatTensor(8), undefined, scalar(0, 'bool')]).other, '0');
  assert.equal(call('Dropout', [floatTensor(8), undefined, scalar(1, 'bool')]).other, '8');
  assert.deepEqual(call('Dropout', [vector(1, 2)], { opset: 7 }).values[0], [1, 2]);
});
