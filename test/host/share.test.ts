import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMine, matrixOf, noShare, readShare } from '../../src/host/share.ts';

test('every model is in exactly one of the parts, and in no part of none', () => {
  for (const parts of [1, 2, 5]) {
    for (let index = 0; index < 12; index++) {
      const owners = Array.from({ length: parts }, (_, i) => ({ part: i + 1, of: parts })).filter((s) =>
        isMine(s, index),
      );
      assert.equal(owners.length, 1);
      assert.equal(isMine(noShare, index), false);
    }
  }
});

test('a matrix has no more parts than models, says how many each has, and is never empty', () => {
  assert.equal(matrixOf([5], 2), '{"include":[{"part":"1/2","models":3},{"part":"2/2","models":2}]}');
  assert.equal(matrixOf([1], 8), '{"include":[{"part":"1/1","models":1}]}');
  for (const none of [[0], []]) assert.equal(matrixOf(none, 8), '{"include":[{"part":"1/1","models":0}]}');
  // The first part has every first model, so two comparisons of 3 and 1 models need no more than three parts.
  assert.equal(
    matrixOf([3, 1], 8),
    '{"include":[{"part":"1/3","models":2},{"part":"2/3","models":1},{"part":"3/3","models":1}]}',
  );
});

test('a part is two numbers, the first no greater than the second', () => {
  assert.deepEqual(readShare('2/5'), { part: 2, of: 5 });
  for (const text of ['0/5', '6/5', '1/257', '2', '2/', '/5', '2/5 ', '-1/5', '1.5/2', '2/5/7'])
    assert.equal(readShare(text), undefined, text);
});
