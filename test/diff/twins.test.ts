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

test('a symbolic extent is the same as an equal one, an unknown one as none', () => {
  const net = netOf(
    side({
      inputs: { x: ['N', 4], y: ['M', 4], s: [3] },
      outputs: ['e'],
      nodes: [
        { op: 'Relu', inputs: ['x'], outputs: ['a'] },
        { op: 'Relu', inputs: ['y'], outputs: ['b'] },
        { op: 'Relu', inputs: ['a'], outputs: ['c'] },
        { op: 'NonZero', inputs: ['x'], outputs: ['d'] },
        { op: 'NonZero', inputs: ['x'], outputs: ['e'] },
        { op: 'Mystery', inputs: ['x'], outputs: ['f'] },
        { op: 'Mystery', inputs: ['x'], outputs: ['g'] },
      ],
    }).profile,
  );
  const twin = twins(net);
  const found = net.layers.map((layer, at) => [layer.op, twin(at)]);
  assert.deepEqual(found.slice(0, 3), [
    ['Relu', -1],
    ['Relu', -1],
    ['Relu', 0],
  ]);
  assert.ok(found.slice(3).every(([, other]) => other === -1));
});

test('asks few layers, however many have a hash in common', () => {
  const settings = Array.from({ length: 3000 }, (_, i) => ({
    op: 'Mystery',
    domain: 'acme',
    inputs: ['x'],
    outputs: [`t${i}`],
    attributes: { mode: `m${i}` },
  }));
  const { profile } = side({ inputs: { x: [4] }, outputs: ['t0'], opset: { '': 17, acme: 1 }, nodes: settings });
  const layers = profile.layers.map((layer) => ({ ...layer, outputs: [] }));
  let asked = 0;
  for (const layer of layers) {
    const { domain } = layer;
    Object.defineProperty(layer, 'domain', {
      get: () => {
        asked++;
        return domain;
      },
    });
  }
  const twin = twins({ ...netOf({ ...profile, layers }), layers });
  asked = 0;
  assert.ok(layers.every((_, at) => twin(at) === -1));
  // Two of each pair compared, at most 32 pairs a layer.
  assert.ok(asked > 0 && asked <= 3000 * 64, `${asked}`);
});
