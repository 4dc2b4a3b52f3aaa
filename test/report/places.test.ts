import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Layer } from '../../src/analysis/profile.ts';
import { compare } from '../../src/diff/compare.ts';
import type { Side } from '../../src/diff/diff.ts';
import { placeInFunction, placeName } from '../../src/report/places.ts';
import { readReport } from '../../src/report/read.ts';
import type { ModelReport } from '../../src/report/report.ts';
import { storyOf } from '../../src/report/story.ts';
import { side } from '../diff/sides.ts';
import { reportOf } from './reports.ts';

function loop(activation: string): Side {
  return side({
    inputs: { x: [1, 4], n: { dtype: 'int64', shape: [] }, go: { dtype: 'bool', shape: [] } },
    outputs: ['y'],
    nodes: [
      { op: 'Tanh', name: 'first', inputs: ['x'], outputs: ['t'] },
      {
        op: 'Loop',
        name: 'refine',
        inputs: ['n', 'go', 't'],
        outputs: ['y'],
        attributes: {
          body: {
            graph: {
              inputs: { i: { dtype: 'int64', shape: [] }, on: { dtype: 'bool', shape: [] }, s: [1, 4] },
              outputs: ['on', 'r'],
              nodes: [{ op: activation, name: 'act', inputs: ['s'], outputs: ['r'] }],
            },
          },
        },
      },
    ],
  });
}

function calls(activation: string, name = 'Block'): Side {
  return side({
    inputs: { t0: [1, 4] },
    outputs: ['t3'],
    initializers: { w0: { shape: [4, 4] }, w1: { shape: [4, 4] }, w2: { shape: [4, 4] } },
    opset: { '': 17, local: 1 },
    functions: [
      {
        domain: 'local',
        name,
        inputs: ['from', 'weight'],
        outputs: ['to'],
        opset: 17,
        nodes: [
          { op: 'MatMul', name: 'fc', inputs: ['from', 'weight'], outputs: ['m'] },
          { op: activation, name: 'act', inputs: ['m'], outputs: ['to'] },
        ],
      },
    ],
    nodes: [0, 1, 2].map((i) => ({
      op: name,
      domain: 'local',
      name: `part${i}`,
      inputs: [`t${i}`, `w${i}`],
      outputs: [`t${i + 1}`],
    })),
  });
}

function modelOf(base: Side, head: Side, pairs = false): ModelReport {
  const judged = {
    path: 'm.onnx',
    status: 'changed' as const,
    base: base.profile,
    head: head.profile,
    diff: compare(base, head),
  };
  const report = reportOf(null, [judged], { pairs });
  assert.deepEqual(readReport(JSON.stringify(report), 'r.json'), report);
  const [model] = report.models;
  assert.ok(model);
  return model;
}

test('a layer in a body is named with the way there, and found by its position among all layers', () => {
  const [layer, ...others] = modelOf(loop('Relu'), loop('Sigmoid')).layers.filter((l) => l.kind === 'modified');
  assert.deepEqual(others, []);
  assert.equal(layer?.name, 'refine.body/act');
  assert.deepEqual([layer?.base, layer?.head, layer?.baseIds, layer?.headIds], [[null], [null], [2], [2]]);
});

test('pairs of the main graph are indices, those in bodies are positions and names', () => {
  const model = modelOf(loop('Relu'), loop('Sigmoid'), true);
  assert.deepEqual(model.pairs, [
    [0, 0],
    [1, 1],
  ]);
  const act = { id: 2, name: 'refine.body/act' };
  assert.deepEqual(model.innerPairs, [{ base: act, head: act }]);
});

test('a change in a function is said once, however often it is called', () => {
  const { rows } = storyOf(modelOf(calls('Relu'), calls('Sigmoid')));
  assert.deepEqual(
    rows.map(({ name, count, change }) => [name, count, change]),
    [['Block/act', 3, 'activation Relu → Sigmoid']],
  );
});

test('a function by another name is told as renamed, with both names', () => {
  const { folds, rows } = storyOf(modelOf(calls('Relu'), calls('Relu', 'Cell')));
  assert.deepEqual(rows, []);
  assert.deepEqual(folds, [{ kind: 'renamed', count: 3, layers: [{ name: 'Cell', was: 'Block' }] }]);
});

/** Layers with this much said of them, the rest being that of a real one. */
function layersOf(specs: readonly Partial<Layer>[]): readonly Layer[] {
  const [any] = loop('Relu').profile.layers;
  assert.ok(any);
  return specs.map((spec, id) => ({ ...any, id, module: '', name: '', ...spec }));
}

test('a module path of its own is said from the top of its graph', () => {
  const layers = layersOf([
    { op: 'Loop', name: 'loop', module: 'decoder' },
    {
      op: 'Block',
      name: 'call',
      owner: 0,
      body: 'body',
      module: 'decoder',
      bodies: [{ name: 'Block', call: true, inputs: [], outputs: [] }],
    },
    { op: 'Conv', name: 'n0', owner: 1, body: 'Block', module: 'decoder.conv' },
    { op: 'Relu', name: 'n1', owner: 1, body: 'Block', module: 'decoder' },
    { op: 'Relu', owner: 1, body: 'Block', outputs: [{ name: 'call/r', dtype: null, shape: [] }] },
  ]);
  const names = layers.map((l) => placeName(l, layers));
  assert.deepEqual(names, [
    'decoder',
    'decoder.body/call',
    'decoder.body/decoder.conv',
    'decoder.body/call/n1',
    'decoder.body/call/r',
  ]);
  assert.deepEqual(
    layers.map((l) => placeInFunction(l, layers)),
    [undefined, undefined, 'Block/n0', 'Block/n1', 'Block/r'],
  );
});

test('owners that never end are followed for a while', () => {
  const layers = layersOf(
    Array.from({ length: 1000 }, (_, i) => ({ op: 'If', name: 'if', body: 'b', ...(i > 0 && { owner: i - 1 }) })),
  );
  const last = layers.at(-1);
  assert.ok(last);
  assert.equal(placeName(last, layers).split('/').length, 33);
});
