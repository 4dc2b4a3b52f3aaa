import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../src/operators/operator.ts';
import { Mismatch, Undetermined } from '../../src/operators/operator.ts';
import { call, floatTensor, type Given, int, operand, scalar, vector } from './call.ts';

const tensor = (...shape: readonly (number | string)[]): Fact => operand('x', { shape }).fact;
const sequence = (...items: readonly Fact[]): Fact => {
  const [made] = call('SequenceConstruct', items).facts;
  assert.ok(made !== undefined);
  return made;
};
const open = (element: Fact, length?: bigint): Fact => ({
  kind: 'sequence',
  element,
  ...(length !== undefined && { length }),
});
const somewhere: Given = { dtype: 'int64', shape: [] };

test('what items share is known where their place is not', () => {
  const pair = sequence(tensor(2, 'n'), tensor(3, 'n'));
  assert.deepEqual(call('SequenceAt', [pair, scalar(1)]).shapes, ['[3, n]']);
  assert.deepEqual(call('SequenceAt', [pair, somewhere]).shapes, ['[?, n]']);
  assert.deepEqual(call('SequenceAt', [sequence(tensor(2), tensor(2, 2)), somewhere]).shapes, ['[?…]']);
  const mixed = sequence(tensor(2), operand('i', vector(1)).fact);
  assert.deepEqual(call('SequenceAt', [mixed, somewhere]).dtypes, [null]);
  assert.throws(() => call('SequenceAt', [pair, scalar(2)]), /position 2 is outside a sequence of 2/);
});

test('inserting and erasing follow the places that are known', () => {
  const pair = sequence(tensor(1), tensor(2));
  const longer = call('SequenceInsert', [pair, floatTensor(9), scalar(0)]).facts[0];
  assert.deepEqual(call('SequenceAt', [longer, scalar(0)]).shapes, ['[9]']);
  const anywhere = call('SequenceInsert', [pair, floatTensor(9), somewhere]).facts[0];
  assert.deepEqual(call('SequenceLength', [anywhere]).values, [[3]]);
  assert.deepEqual(call('SequenceAt', [anywhere, scalar(0)]).shapes, ['[?]']);
  const shorter = call('SequenceErase', [pair]).facts[0];
  assert.deepEqual(call('SequenceAt', [shorter, scalar(-1)]).shapes, ['[1]']);
  assert.deepEqual(call('SequenceLength', [call('SequenceErase', [pair, somewhere]).facts[0]]).values, [[1]]);
  const empty = call('SequenceEmpty', []).facts[0];
  assert.throws(() => call('SequenceErase', [empty]), /an item of an empty sequence is erased/);
  assert.deepEqual(call('SequenceAt', [call('SequenceInsert', [empty, floatTensor('n')]).facts[0], somewhere]).shapes, [
    '[n]',
  ]);
});

test('a sequence of unknown length keeps it unknown', () => {
  const some = open(tensor('n', 3));
  assert.deepEqual(call('SequenceLength', [some]).values, [undefined]);
  assert.deepEqual(call('SequenceErase', [some]).facts, [some]);
  assert.deepEqual(call('SequenceInsert', [some, floatTensor('n', 3)]).facts, [some]);
  assert.deepEqual(call('ConcatFromSequence', [some], { attributes: { axis: int(0) } }).shapes, ['[?, 3]']);
});

test('splitting knows its pieces where it can', () => {
  const sizes = (given: Given | undefined, n: number | string, keep = 1) =>
    call('SplitToSequence', [floatTensor(n, 4), given], { attributes: { keepdims: int(keep) } }).facts[0];
  assert.deepEqual(call('SequenceAt', [sizes(scalar(2), 5), scalar(-1)]).shapes, ['[1, 4]']);
  assert.deepEqual(call('SequenceAt', [sizes(undefined, 'n', 0), somewhere]).shapes, ['[4]']);
  assert.deepEqual(call('SequenceLength', [sizes(scalar(3), 'n')]).values, [['floor((n + 2)/3)']]);
  assert.deepEqual(call('SequenceAt', [sizes(scalar(3), 'n'), scalar(0)]).shapes, ['[?, 4]']);
  assert.deepEqual(call('SequenceLength', [sizes({ dtype: 'int64', shape: [2] }, 5)]).values, [[2]]);
  assert.deepEqual(call('SequenceLength', [sizes(somewhere, 5)]).values, [['?']]);
  assert.throws(() => sizes(scalar(0), 5), /split is 0/);
});

test('what is no sequence is refused, what is not known is undetermined', () => {
  assert.throws(() => call('SequenceLength', [floatTensor(2)]), Mismatch);
  assert.throws(() => call('SequenceAt', [floatTensor(2), scalar(0)]), /is a tensor; a sequence expected/);
  assert.throws(() => call('SequenceAt', [{ kind: 'opaque', why: 'nobody said' }, scalar(0)]), Undetermined);
  const attributes = { axis: int(0) };
  assert.throws(() => call('ConcatFromSequence', [open({ kind: 'opaque', why: 'x' })], { attributes }), Undetermined);
});

test('an optional holds what it was given, or nothing', () => {
  const some = call('Optional', [floatTensor('n')]).facts[0];
  assert.deepEqual(call('OptionalGetElement', [some]).shapes, ['[n]']);
  assert.deepEqual(call('OptionalGetElement', [floatTensor(3)]).shapes, ['[3]']);
  assert.deepEqual(call('Optional', []).facts, [
    { kind: 'optional', element: { kind: 'opaque', why: 'the optional is empty' }, present: false },
  ]);
});
