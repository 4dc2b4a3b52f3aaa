import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Alike } from '../../src/analysis/alike.ts';
import { workOfStep } from '../../src/analysis/cost.ts';
import { allSteps } from '../../src/analysis/faults.ts';
import { infer } from '../../src/analysis/infer.ts';
import type { Compute, Step } from '../../src/analysis/step.ts';
import { readModel } from '../../src/formats/index.ts';
import { fileSource } from '../../src/host/files.ts';
import { nodeLabel } from '../../src/model/model.ts';
import type { Fact } from '../../src/operators/operator.ts';
import type { ModelSpec } from '../build.ts';
import { sharedPath } from '../shared.ts';
import { inferred, optionsOf, profiled, textOf, typeOf } from './fixtures.ts';

/** What each step does, in order. */
function deeds(spec: ModelSpec): readonly Compute[] {
  return inferred(spec).steps.flatMap(({ does }: Step) => (does.kind === 'compute' ? [does] : []));
}

const pads = { pads: [1, 1, 1, 1] };

test('nodes of one operator, of equal attributes and inputs of equal types, share what they do', () => {
  const [first, relu, second, other] = deeds({
    inputs: { x: [1, 4, 16, 16] },
    outputs: ['d'],
    initializers: { w: { shape: [4, 4, 3, 3] }, v: { shape: [4, 4, 3, 3] }, u: { shape: [2, 4, 3, 3] } },
    nodes: [
      { op: 'Conv', inputs: ['x', 'w'], outputs: ['a'], attributes: pads },
      { op: 'Relu', inputs: ['a'], outputs: ['b'] },
      { op: 'Conv', inputs: ['b', 'v'], outputs: ['c'], attributes: pads },
      { op: 'Conv', inputs: ['c', 'u'], outputs: ['d'], attributes: pads },
    ],
  });
  assert.equal(first?.shared, true);
  assert.equal(second, first);
  assert.notEqual(other, first); // two channels
  assert.notEqual(relu, first);
  assert.equal(first.work?.macs, 36_864n); // 16·16·4 outputs of 4·3·3 products
});

test('where values decide, only nodes with the very same values share', () => {
  const spec: ModelSpec = {
    inputs: { x: [2, 12], y: [2, 12] },
    outputs: ['a', 'b', 'c'],
    initializers: {
      rows: { dtype: 'int64', shape: [2], values: [4, 6] },
      columns: { dtype: 'int64', shape: [2], values: [3, 8] },
    },
    nodes: [
      { op: 'Reshape', inputs: ['x', 'rows'], outputs: ['a'] },
      { op: 'Reshape', inputs: ['y', 'columns'], outputs: ['b'] },
      { op: 'Reshape', inputs: ['y', 'rows'], outputs: ['c'] },
    ],
  };
  const [byRows, byColumns, again] = deeds(spec);
  assert.equal(again, byRows);
  assert.notEqual(byColumns, byRows);
  const profile = profiled(spec);
  assert.equal(typeOf(profile, 'a'), 'float32[4, 6]');
  assert.equal(typeOf(profile, 'b'), 'float32[3, 8]');
  assert.equal(typeOf(profile, 'c'), 'float32[4, 6]');
});

test('a hundred nodes with values of their own have each its own shape', () => {
  const count = 100;
  const names = Array.from({ length: count }, (_, i) => i);
  const profile = profiled({
    inputs: { x: [count] },
    outputs: names.map((i) => `y${i}`),
    initializers: Object.fromEntries(
      names.map((i) => [`s${i}`, { dtype: 'int64' as const, shape: [i + 1], values: [...Array(i).fill(1), count] }]),
    ),
    nodes: names.map((i) => ({ op: 'Reshape', inputs: ['x', `s${i}`], outputs: [`y${i}`] })),
  });
  for (const i of names)
    assert.equal(typeOf(profile, `y${i}`), `float32[${[...Array(i).fill('1'), String(count)].join(', ')}]`);
});

test('the reason why nothing is known names the node it is of, alike or not', () => {
  const profile = profiled({
    inputs: { x: [4, 4], s: { dtype: 'int64', shape: [2] }, t: { dtype: 'int64', shape: [2] } },
    outputs: ['a', 'b'],
    nodes: [
      { op: 'Reshape', inputs: ['x', 's'], outputs: ['a'] },
      { op: 'Reshape', inputs: ['x', 't'], outputs: ['b'] },
    ],
  });
  const [first, second] = profile.outputs.map(({ shape }) =>
    'kind' in shape ? shape.why : shape.map(textOf).join(' '),
  );
  assert.match(first ?? '', /`s`/);
  assert.match(second ?? '', /`t`/);
});

test('an attribute that contradicts the inputs is told of each node', () => {
  const { problems } = profiled({
    inputs: { x: [1, 3, 8, 8] },
    outputs: ['a', 'b'],
    initializers: { w: { shape: [4, 5, 3, 3] } },
    nodes: [
      { op: 'Conv', name: 'one', inputs: ['x', 'w'], outputs: ['a'] },
      { op: 'Conv', name: 'two', inputs: ['x', 'w'], outputs: ['b'] },
    ],
  });
  const told = problems.filter((p) => p.code === 'shape/invalid');
  assert.deepEqual(
    told.map((p) => p.at?.node),
    ['one', 'two'],
  );
});

test('what two nodes make of a shape is the same, and each is its own tensor', () => {
  const profile = profiled({
    inputs: { x: ['batch', 6], y: ['batch', 6] },
    outputs: ['p', 'q'],
    initializers: {
      at: { dtype: 'int64', shape: [1], values: [0] },
      rest: { dtype: 'int64', shape: [2], values: [2, 3] },
    },
    nodes: ['x', 'y'].flatMap((name) => [
      { op: 'Shape', inputs: [name], outputs: [`${name}s`] },
      { op: 'Gather', inputs: [`${name}s`, 'at'], outputs: [`${name}b`] },
      { op: 'Concat', inputs: [`${name}b`, 'rest'], outputs: [`${name}c`], attributes: { axis: 0 } },
      { op: 'Reshape', inputs: [name, `${name}c`], outputs: [name === 'x' ? 'p' : 'q'] },
    ]),
  });
  assert.equal(typeOf(profile, 'p'), 'float32[batch, 2, 3]');
  assert.equal(typeOf(profile, 'q'), 'float32[batch, 2, 3]');
  assert.equal(profile.totals.peakBytes === profile.totals.activationBytes, false);
});

test('an output that is wanted once and once left out makes two of them', () => {
  const spec: ModelSpec = {
    inputs: { x: [4, 8] },
    outputs: ['v', 'w', 'i'],
    initializers: { k: { dtype: 'int64', shape: [1], values: [3] } },
    nodes: [
      { op: 'TopK', inputs: ['x', 'k'], outputs: ['v', ''] },
      { op: 'TopK', inputs: ['x', 'k'], outputs: ['w', 'i'] },
    ],
  };
  const [first, second] = deeds(spec);
  assert.notEqual(first, second);
  assert.equal(typeOf(profiled(spec), 'i'), 'int64[4, 3]');
});

/** Every node that shares what it does, computed by itself. */
function holds(path: string): number {
  const source = fileSource(path);
  try {
    const { steps } = infer(readModel(source), optionsOf());
    let count = 0;
    for (const step of allSteps(steps)) {
      const { does, node, inputs } = step;
      if (does.kind !== 'compute' || !does.shared) continue;
      const own = new Alike(does.symbol).alone({ ...does, node }, inputs);
      assert.deepEqual(own.facts.map(plain), does.facts.map(plain), nodeLabel(node));
      if (does.work !== undefined) assert.deepEqual(workOfStep({ ...step, does: own }), does.work, nodeLabel(node));
      count++;
    }
    return count;
  } finally {
    source.close();
  }
}

/** Types are objects of a class, other facts are not. */
function plain(fact: Fact): object {
  if (fact.kind !== 'tensor') return fact;
  return { dtype: fact.dtype, shape: fact.shape, value: fact.value };
}

const models = join(import.meta.dirname, '..', 'models');

for (const name of readdirSync(models).filter((file) => file.endsWith('.onnx')))
  test(`what nodes of ${name} share is what each comes to by itself`, () => {
    assert.ok(holds(join(models, name)) > 50);
  });

const shared = sharedPath('models');

test('the same holds of the larger set of networks', {
  skip: shared === undefined && 'the models are not here',
}, () => {
  const paths = readdirSync(shared ?? '', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.onnx'),
  );
  const counts = paths.map((path) => holds(join(shared ?? '', path)));
  assert.ok(counts.reduce((sum, count) => sum + count, 0) > 5000);
});
