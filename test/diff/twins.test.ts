import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netOf } from '../../src/diff/net.ts';
import { twins } from '../../src/diff/twins.ts';
import { side } from './sides.ts';

test('a layer has a twin only where operator, extents, weights and attributes are the same', () => {
  const conv = (input: string, weight: string, output: string, stride: number) => ({
    op: 'Conv',
    inputs: [input, weight],
    outputs: [output],
    attributes: { pads: [1, 1, 1, 1], strides: [stride, stride] },
  });
  const net = netOf(
    side({
      inputs: { x: [1, 4, 8, 8] },
      outputs: ['f'],
      initializers: { v: { shape: [4, 4, 3, 3] }, w: { shape: [4, 4, 3, 3] } },
      nodes: [
        conv('x', 'v', 'a', 1),
        conv('a', 'w', 'b', 1),
        { op: 'Relu', inputs: ['b'], outputs: ['c'] },
        conv('c', 'v', 'd', 2),
        { op: 'Relu', inputs: ['d'], outputs: ['e'] },
        { op: 'Sigmoid', inputs: ['e'], outputs: ['f'] },
      ],
    }).profile,
  );
  const twin = twins(net);
  assert.deepEqual(
    net.layers.map((_, at) => twin(at)),
    [-1, 0, -1, -1, -1, -1],
  );
});
