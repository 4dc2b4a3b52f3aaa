import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dim } from '../../src/model/dim.ts';
import { formatShape, parseDim } from '../../src/model/dim-text.ts';
import { Mismatch } from '../../src/operators/operator.ts';
import { type WindowAttributes, windows } from '../../src/operators/windows.ts';

const extent = (d: number | string): Dim => (typeof d === 'number' ? BigInt(d) : (parseDim(d) ?? 0n));
const explicit = (before: number, after: number, stride: number, dilation = 1): WindowAttributes => ({
  auto_pad: 'NOTSET',
  pads: [BigInt(before), BigInt(after)],
  strides: [BigInt(stride)],
  dilations: [BigInt(dilation)],
});
const automatic = (auto_pad: string, stride: number, dilation = 1): WindowAttributes => ({
  auto_pad,
  strides: [BigInt(stride)],
  dilations: [BigInt(dilation)],
});

const cases: readonly (readonly [string, number | string, number, WindowAttributes, 'floor' | 'ceil', string])[] = [
  ['as many as fit: ⌊(10 − 3)/2⌋ + 1', 10, 3, explicit(0, 0, 2), 'floor', '[4]'],
  ['padding adds room: ⌊(10 + 2 − 3)/2⌋ + 1', 10, 3, explicit(1, 1, 2), 'floor', '[5]'],
  ['negative padding crops: ⌊(10 − 2 − 3)/1⌋ + 1', 10, 3, explicit(-1, -1, 1), 'floor', '[6]'],
  ['dilation widens the window to 2·3 + 1', 10, 3, explicit(0, 0, 1, 3), 'floor', '[4]'],
  ['rounding up takes a partial window: ⌈(10 − 3)/2⌉ + 1', 10, 3, explicit(0, 0, 2), 'ceil', '[5]'],
  ['but none that starts at 8, past the input', 8, 1, explicit(0, 0, 4), 'ceil', '[2]'],
  ['nor one that starts in the trailing padding', 9, 2, explicit(1, 1, 2), 'ceil', '[5]'],
  ['SAME keeps ⌈in / stride⌉', 7, 3, automatic('SAME_LOWER', 2), 'floor', '[4]'],
  ['whatever the dilation', 7, 3, automatic('SAME_UPPER', 2, 2), 'floor', '[4]'],
  ['VALID ignores pads', 7, 3, { ...automatic('VALID', 2), pads: [1n, 1n] }, 'floor', '[3]'],
  ['a symbolic extent', 'h', 3, explicit(1, 1, 2), 'floor', '[floor((h + 1)/2)]'],
  ['a symbolic extent with SAME', 'h', 3, automatic('SAME_UPPER', 2), 'floor', '[floor((h + 1)/2)]'],
  ['a symbol kept whole by a window of 1', 'h', 1, explicit(0, 0, 1), 'floor', '[h]'],
  ['an empty auto_pad is NOTSET', 7, 3, { ...explicit(1, 1, 1), auto_pad: '' }, 'floor', '[7]'],
];
for (const [title, input, kernel, attributes, rounding, expected] of cases)
  test(`windows: ${title}`, () => {
    assert.equal(formatShape(windows([extent(input)], [extent(kernel)], attributes, rounding)), expected);
  });

test('windows: a symbolic extent rounded up agrees with every number put in its place', () => {
  for (const [kernel, stride, before, after] of [
    [3, 2, 1, 1],
    [2, 2, 1, 1],
    [1, 3, 0, 0],
    [2, 4, 0, 1],
  ] as const)
    for (let n = 6; n < 24; n++) {
      const known = windows([BigInt(n)], [BigInt(kernel)], explicit(before, after, stride), 'ceil');
      // The last window that may start: its first element is inside the input or the padding before it.
      let starts = 0;
      while (starts * stride < n + before && starts * stride < n + before + after - kernel + stride) starts++;
      assert.deepEqual(known, [BigInt(starts)], `${n} by ${kernel} with stride ${stride}`);
    }
});

test('windows: rejects attributes for another number of axes', () => {
  assert.throws(
    () => windows([8n, 8n], [3n], explicit(0, 0, 1)),
    new Mismatch('the window has 1 spatial axes, the input 2'),
  );
  assert.throws(
    () => windows([8n, 8n], [3n, 3n], automatic('VALID', 1)),
    new Mismatch('strides has 1 numbers; 2 expected, one a spatial axis'),
  );
  assert.throws(() => windows([8n], [-2n], explicit(0, 0, 1)), new Mismatch('a window of -2 slides over nothing'));
});
