import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../../src/bytes/source.ts';
import { readModel } from '../../../src/formats/index.ts';
import { onnx } from '../../build.ts';

const convolution = { strides: [2, 2], group: 1 };
const model = readModel(
  memorySource(
    'm.onnx',
    onnx({
      inputs: { x: [1, 4, 8, 8] },
      outputs: ['e'],
      nodes: [
        { op: 'Conv', inputs: ['x', 'w'], outputs: ['a'], attributes: convolution },
        { op: 'MaxPool', inputs: ['a'], outputs: ['b'], attributes: convolution },
        { op: 'Conv', inputs: ['b', 'w'], outputs: ['c'], attributes: { ...convolution, group: 2 } },
        { op: 'Constant', inputs: [], outputs: ['d'], attributes: { value_float: { float: 2 } } },
        { op: 'Constant', inputs: [], outputs: ['e'], attributes: { value_float: { float: 2 } } },
        { op: 'Constant', inputs: [], outputs: ['f'], attributes: { value: { tensor: { shape: [1], values: [1] } } } },
        { op: 'Own', inputs: [], outputs: ['g'], attributes: { value: { tensor: { shape: [1], values: [1] } } } },
        { op: 'Own', inputs: [], outputs: ['h'], attributes: { value: { tensor: { shape: [1], values: [2] } } } },
      ],
    }),
  ),
);
const attributesOf = (i: number) => model.graph.nodes[i]?.attributes;

test('equal attributes in equal order are held once, whatever the operator', () => {
  assert.equal(attributesOf(0), attributesOf(1));
  assert.deepEqual(attributesOf(0)?.get('strides'), { kind: 'ints', value: [2n, 2n] });
});

test('one attribute that differs makes another list', () => {
  assert.deepEqual(attributesOf(2)?.get('group'), { kind: 'int', value: 2n });
  assert.deepEqual(attributesOf(0)?.get('group'), { kind: 'int', value: 1n });
});

test('what two Constant nodes hold is two things, equal or not', () => {
  assert.notEqual(attributesOf(3)?.get('value_float'), attributesOf(4)?.get('value_float'));
  assert.deepEqual(attributesOf(3), attributesOf(4));
});

test('a tensor in the file is its own', () => {
  const elements = [6, 7].map((i) => {
    const value = attributesOf(i)?.get('value');
    return value?.kind === 'tensor' ? value.value.elements(0, 1) : undefined;
  });
  assert.deepEqual(elements, [[1], [2]]);
});
