import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startMemo } from '../../src/model/memo.ts';

test('makes a result once for each pair, by identity', () => {
  const memo = startMemo<object, string, readonly string[]>(10);
  const [a, b] = [{}, {}];
  const made: string[] = [];
  const make = (_: object, text: string): readonly string[] => {
    made.push(text);
    return [text];
  };
  assert.equal(memo(a, 'x', make), memo(a, 'x', make));
  assert.notEqual(memo(a, 'x', make), memo(b, 'x', make));
  memo(a, 'y', make);
  assert.deepEqual(made, ['x', 'x', 'y']);
});

test('past its bound it remembers nothing more, and forgets nothing', () => {
  const memo = startMemo<number, number, object>(2);
  const make = (): object => ({});
  const first = memo(1, 1, make);
  memo(2, 2, make);
  assert.notEqual(memo(3, 3, make), memo(3, 3, make));
  assert.equal(memo(1, 1, make), first);
});
