import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dtypeOf } from '../../src/model/dtype.ts';

test('element types go by the numbers of TensorProto.DataType', () => {
  assert.deepEqual([1n, 7n, 9n, 10n, 16n, 22n, 26n, 28n].map(dtypeOf), [
    'float32',
    'int64',
    'bool',
    'float16',
    'bfloat16',
    'int4',
    'int2',
    'float6e3m2',
  ]);
  assert.deepEqual([0n, 99n, -1n].map(dtypeOf), [null, null, null]);
});
