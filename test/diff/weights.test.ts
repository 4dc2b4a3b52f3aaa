import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operatorClass, plainOperator } from '../../src/diff/classes.ts';
import { isLearnt } from '../../src/diff/weights.ts';

const ref = { name: 'b', input: 1, shape: [8n], dtype: 'float32' } as const;

test('a bias in a Constant node is the same to a comparison as one in an initializer', () => {
  assert.equal(isLearnt({ ...ref, role: 'constant' }), true);
  assert.equal(isLearnt({ ...ref, role: 'parameter' }), true);
  assert.equal(isLearnt({ ...ref, role: 'constant', dtype: 'int64' }), false);
  assert.equal(isLearnt({ ...ref, role: 'constant', shape: [] }), false);
  assert.equal(isLearnt({ ...ref, role: 'quantization' }), false);
});

test('quantized and fused operators are a form of the plain one, in its class', () => {
  for (const op of ['QLinearConv', 'FusedConv', 'ConvInteger']) assert.equal(plainOperator(op), 'Conv');
  assert.equal(plainOperator('Relu'), 'Relu');
  assert.equal(operatorClass('QLinearConcat'), operatorClass('Concat'));
});
