import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch, Undetermined } from '../../src/operators/operator.ts';
import { call, floatTensor, type Given, int, ints, text, vector } from './call.ts';

const scales = (...value: readonly number[]): Given => ({ shape: [value.length], value: value.map(Math.fround) });
const resize = (x: Given, by: Given | undefined, to?: Given, attributes = {}) =>
  call('Resize', [x, undefined, by, to], { attributes });

const cases: readonly (readonly [number | string, number, string])[] = [
  [10, 0.7, '[7]'], // 10 · 0.7 is 7 in 32-bit floats, 6.999… exactly
  [5, 0.6, '[3]'],
  ['h', 0.5, '[floor(h/2)]'],
  ['h', 1 / 3, '[floor(h/3)]'],
  ['h', 1.5, '[floor((3*h)/2)]'],
  ['h', 1, '[h]'],
  ['h', Math.PI, '[?]'],
  ['?', 2, '[?]'],
];
for (const [extent, scale, expected] of cases)
  test(`Resize of ${extent} by ${scale} gives ${expected}`, () =>
    assert.deepEqual(resize(floatTensor(extent), scales(scale)).shapes, [expected]));

test('Resize needs scales or sizes, and one number an axis', () => {
  assert.throws(() => resize(floatTensor(4), undefined), /it has neither scales nor sizes/);
  assert.throws(() => resize(floatTensor(4), scales(2, 2)), /scales has 2 numbers; 1 expected/);
  assert.throws(() => resize(floatTensor(4), scales(-1)), /a scale is -1; more than 0 expected/);
  const crop = { coordinate_transformation_mode: text('tf_crop_and_resize') };
  assert.throws(() => resize(floatTensor(4), scales(2), undefined, crop), /roi is missing/);
});

test('Resize leaves the axes it names open when it is not told how far', () => {
  const open: Given = { shape: [1] };
  const attributes = { axes: ints(1) };
  assert.deepEqual(resize(floatTensor(4, 5), open, undefined, attributes).shapes, ['[4, ?]']);
  const lost: Given = { dtype: 'int64', shape: null };
  assert.deepEqual(resize(floatTensor(4, 5), undefined, lost, attributes).shapes, ['[4, ?]']);
  assert.deepEqual(resize(floatTensor(4, 5), { shape: [2] }).shapes, ['[?, ?]']);
});

test('Resize keeps the ratio by one scale', () => {
  const keep = (policy: string) => ({ keep_aspect_ratio_policy: text(policy) });
  assert.deepEqual(resize(floatTensor(2, 4), undefined, vector(7, 8), keep('not_larger')).shapes, ['[4, 8]']);
  assert.deepEqual(resize(floatTensor(2, 4), undefined, vector(7, 8), keep('not_smaller')).shapes, ['[7, 14]']);
  assert.throws(() => resize(floatTensor('h', 4), undefined, vector(7, 8), keep('not_larger')), Undetermined);
});

test('Resize by nearest neighbour is free, and so is an axis that stays', () => {
  const linear = { mode: text('linear') };
  assert.equal(resize(floatTensor(4, 4), scales(2, 2)).other, '0');
  assert.equal(resize(floatTensor(4, 4), scales(1, 1), undefined, linear).other, '0');
  assert.equal(resize(floatTensor(4, 4), scales(1, 2), undefined, linear).other, '96'); // 32 · (2 + 1)
  assert.throws(() => resize(floatTensor(4), scales(2), undefined, { mode: text('lanczos') }), /the mode is "lanczos"/);
});

test('Resize to a size that symbols may already have costs what it costs for each of their numbers', () => {
  const work = (h: number | string) =>
    resize(floatTensor(4, 4), undefined, vector(h, 4), { mode: text('linear') }).other;
  assert.equal(work('h'), '12*h*min(1, max(h - 4, -h + 4))'); // 4·h · (2 products + 1 addition), if any
  assert.equal(work(4), '0');
  assert.equal(work(5), '60');
  // A pyramid: the levels differ at all but the smallest pictures.
  const level = resize(floatTensor('floor(h/16)'), undefined, vector('floor(h/8)'), { mode: text('linear') });
  assert.equal(level.other, '3*floor(h/8)');
  assert.equal(resize(floatTensor('h'), scales(0.5), undefined, { mode: text('linear') }).other, '3*floor(h/2)');
});

test('Resize with an antialiasing filter needs to know how far it shrinks', () => {
  const attributes = { mode: text('linear'), antialias: int(1) };
  assert.equal(resize(floatTensor(9), scales(1 / 3), undefined, attributes).other, '33'); // 3 · (6 + 5)
  assert.equal(resize(floatTensor(4), scales(2), undefined, attributes).other, '24'); // 8 · (2 + 1)
  assert.equal(resize(floatTensor('n'), scales(0.5), undefined, attributes).other, '?');
});

test('GridSample wants a coordinate for every spatial axis', () => {
  const x = floatTensor('n', 3, 8, 8);
  assert.throws(() => call('GridSample', [x, floatTensor('n', 4, 4, 3)]), /holds 3 coordinates a point; 2 expected/);
  assert.throws(
    () => call('GridSample', [floatTensor(2, 3, 8, 8), floatTensor(5, 4, 4, 2)]),
    /a batch of 2, the grid of 5/,
  );
  const nearest = { attributes: { mode: text('nearest') } };
  assert.equal(call('GridSample', [x, floatTensor('n', 4, 4, 2)], nearest).other, '0');
});

test('AffineGrid reads its size', () => {
  const theta = floatTensor('n', 3, 4);
  assert.deepEqual(call('AffineGrid', [theta, vector('n', 1, 4, 5, 6)]).shapes, ['[n, 4, 5, 6, 3]']);
  assert.throws(() => call('AffineGrid', [theta, vector(1, 2, 3)]), /size has 3 numbers; 4 or 5 expected/);
  assert.deepEqual(call('AffineGrid', [theta, { dtype: 'int64', shape: null }]).shapes, ['[n, ?, ?, ?, 3]']);
});

test('MaxUnpool undoes a pooling, or gives the shape it is told', () => {
  const attributes = { kernel_shape: ints(3, 3), pads: ints(1, 1, 1, 1), strides: ints(2, 2) };
  const x = floatTensor('n', 8, 5, 5);
  assert.deepEqual(call('MaxUnpool', [x, x], { attributes }).shapes, ['[n, 8, 9, 9]']); // (5 − 1)·2 + 3 − 2
  assert.deepEqual(call('MaxUnpool', [x, x, vector('n', 8, 10, 10)], { attributes }).shapes, ['[n, 8, 10, 10]']);
  const lost: Given = { dtype: 'int64', shape: null };
  assert.deepEqual(call('MaxUnpool', [x, x, lost], { attributes }).shapes, ['[?, ?, ?, ?]']);
  assert.throws(
    () => call('MaxUnpool', [x, x], { attributes: { kernel_shape: ints(2) } }),
    /kernel_shape has 1 numbers/,
  );
});

test('regions decide the work of their pooling unless the samples are set', () => {
  const given = [floatTensor(1, 8, 9, 9), floatTensor('k', 4), { dtype: 'int64', shape: ['k'] } as const];
  assert.equal(call('RoiAlign', given).other, '?');
  assert.equal(call('RoiAlign', given, { attributes: { sampling_ratio: int(1) } }).other, '64*k');
  const pooled = { attributes: { pooled_shape: ints(7) } };
  assert.throws(() => call('MaxRoiPool', given.slice(0, 2), pooled), /pooled_shape has 1 numbers; 2 expected/);
});

test('Col2Im without a known block leaves the channels open', () => {
  const open: Given = { dtype: 'int64', shape: [2] };
  assert.deepEqual(call('Col2Im', [floatTensor(1, 8, 9), vector(4, 4), open]).shapes, ['[1, ?, 4, 4]']);
  assert.deepEqual(call('Col2Im', [floatTensor(1, 8, 9), { dtype: 'int64', shape: null }, open]).shapes, ['[?…]']);
  assert.throws(() => call('Upsample', [floatTensor(8, 9)], { opset: 1, attributes: {} }), Mismatch);
});
