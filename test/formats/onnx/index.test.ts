import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { memorySource } from '../../../src/bytes/source.ts';
import { onnx as format } from '../../../src/formats/onnx/index.ts';
import { symbol, unknown } from '../../../src/model/dim.ts';
import { functionKey, type Model } from '../../../src/model/model.ts';
import { concat, field, type ModelSpec, onnx } from '../../build.ts';
import { sharedPath } from '../../shared.ts';
import { assertSameAsOnnxProto } from './reference.ts';

function read(spec: ModelSpec): Model {
  return readBytes(onnx(spec));
}

function readBytes(bytes: Uint8Array): Model {
  return format.read(memorySource('m.onnx', bytes));
}

const relu: ModelSpec = {
  inputs: { x: [1, 3] },
  outputs: { y: [1, 3] },
  nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'], name: 'r' }],
};

test('reads what the model says of itself', () => {
  const bytes = onnx({
    ...relu,
    ir: 10,
    producer: 'pytorch 2.13.0',
    metadata: { k: 'v' },
    opset: { '': 18, 'com.x': 3 },
  });
  const model = readBytes(bytes);
  assert.equal(model.format, 'onnx');
  assert.equal(model.byteSize, bytes.length);
  assert.equal(model.producer, 'pytorch 2.13.0');
  assert.equal(model.irVersion, 10n);
  assert.deepEqual(
    [...model.opsets],
    [
      ['', 18n],
      ['com.x', 3n],
    ],
  );
  assert.deepEqual([...model.metadata], [['k', 'v']]);
  assert.deepEqual(model.problems, []);
});

test('reads nodes with their attributes of every kind', () => {
  const attributes = {
    i: -9_223_372_036_854_775_808n,
    zero: 0,
    f: { float: 0.5 },
    s: 'SAME_UPPER',
    ints: [1, -1, 1024, 1025, 2 ** 40],
    floats: [0.5, -2],
    strings: ['a', 'ö'],
    none: { ints: [] },
    t: { tensor: { name: 't', shape: [2], values: [1, 2] } },
    ts: { tensors: [{ shape: [1], dtype: 'int64', values: [7] }] },
    type: { type: { sequence: { dtype: 'float16', shape: ['n', null] } } },
    graph: { graph: { outputs: ['o'], nodes: [{ op: 'Abs', inputs: ['x'], outputs: ['o'] }] } },
    graphs: { graphs: [{ outputs: [], nodes: [] }] },
  } as const;
  const [node] = read({ ...relu, nodes: [{ op: 'Odd', inputs: ['x', '', 'z'], outputs: ['y'], attributes }] }).graph
    .nodes;
  assert.deepEqual(node?.inputs, ['x', '', 'z']);
  const value = (name: string) => {
    const a = node?.attributes.get(name);
    return a && 'value' in a ? a.value : undefined;
  };
  assert.equal(value('i'), -9_223_372_036_854_775_808n);
  assert.equal(value('zero'), 0n);
  assert.equal(value('f'), 0.5);
  assert.equal(value('s'), 'SAME_UPPER');
  assert.deepEqual(value('ints'), [1n, -1n, 1024n, 1025n, 1_099_511_627_776n]);
  assert.deepEqual(value('floats'), [0.5, -2]);
  assert.deepEqual(value('strings'), ['a', 'ö']);
  assert.deepEqual(value('none'), []);
  assert.deepEqual([...(node?.attributes.keys() ?? [])], Object.keys(attributes));
  const t = node?.attributes.get('t');
  assert.deepEqual(t?.kind === 'tensor' && t.value.elements(0, 2), [1, 2]);
  const ts = node?.attributes.get('ts');
  assert.deepEqual(ts?.kind === 'tensors' && ts.value[0]?.elements(0, 9), [7n]);
  assert.deepEqual(value('type'), {
    kind: 'sequence',
    element: {
      kind: 'tensor',
      dtype: 'float16',
      shape: [symbol('n'), unknown('the file leaves this dimension open')],
    },
  });
  const graph = node?.attributes.get('graph');
  assert.equal(graph?.kind === 'graph' && graph.value.nodes[0]?.op, 'Abs');
  const graphs = node?.attributes.get('graphs');
  assert.equal(graphs?.kind === 'graphs' && graphs.value.length, 1);
});

test('reads what came after IR version 8: overloads, metadata of nodes, defaults and values of functions', () => {
  const model = read({
    ...relu,
    ir: 10,
    nodes: [{ op: 'F', domain: 'com.x', overload: 'v2', inputs: ['x'], outputs: ['y'], metadata: { scope: 'layer1' } }],
    functions: [
      {
        domain: 'com.x',
        name: 'F',
        overload: 'v2',
        inputs: ['a'],
        outputs: ['b'],
        attributes: ['slope'],
        defaults: { axis: 1 },
        opset: { '': 18 },
        nodes: [
          { op: 'LeakyRelu', inputs: ['a'], outputs: ['b'], attributes: { alpha: { ref: 'slope', kind: 'float' } } },
        ],
        valueInfo: { b: [1, 3] },
      },
    ],
  });
  const [node] = model.graph.nodes;
  assert.equal(node?.overload, 'v2');
  assert.deepEqual([...(node?.metadata ?? [])], [['scope', 'layer1']]);
  const f = model.functions.get(functionKey('com.x', 'F', 'v2'));
  assert.deepEqual(f?.attributes, ['slope', 'axis']);
  assert.deepEqual(f?.defaults.get('axis'), { kind: 'int', value: 1n });
  assert.deepEqual(f?.nodes[0]?.attributes.get('alpha'), { kind: 'reference', name: 'slope' });
  assert.deepEqual(f?.opsets.get(''), 18n);
  assert.deepEqual(f?.declared.get('b')?.type, { kind: 'tensor', dtype: 'float32', shape: [1n, 3n] });
});

test('folds the domain ai.onnx to the default one', () => {
  const model = read({ ...relu, opset: { 'ai.onnx': 17 }, nodes: [{ ...relu.nodes[0], domain: 'ai.onnx' } as never] });
  assert.equal(model.graph.nodes[0]?.domain, '');
  assert.equal(model.opsets.get(''), 17n);
});

test('leaves out of the inputs those that are stored, as all were before IR version 4', () => {
  const model = read({ ...relu, ir: 3, inputs: { x: [1, 3], w: [3] }, initializers: { w: { shape: [3] } } });
  assert.deepEqual(
    model.graph.inputs.map((v) => v.name),
    ['x'],
  );
  assert.equal(model.graph.tensors.get('w')?.elementCount, 3n);
});

test('takes opset 1 where the first IR versions say none, and warns where a later one says none', () => {
  assert.deepEqual([...read({ ...relu, ir: 2, opset: {} }).opsets], [['', 1n]]);
  const later = read({ ...relu, ir: 7, opset: {} });
  assert.equal(later.opsets.size, 0);
  assert.deepEqual(
    later.problems.map((p) => [p.code, p.severity]),
    [['format/no-opset', 'warning']],
  );
  const others = read({ ...relu, ir: 7, opset: { 'ai.onnx.ml': 3 } });
  assert.deepEqual(
    others.problems.map((p) => p.code),
    ['format/no-opset'],
  );
});

test('says when the file is of a newer IR version than it knows', () => {
  assert.deepEqual(read({ ...relu, ir: 13 }).problems, []);
  const [problem] = read({ ...relu, ir: 99 }).problems;
  assert.equal(problem?.code, 'format/newer');
  assert.match(problem?.message ?? '', /IR version 99.*up to 13/);
});

test('merges a graph that is written in two parts, as protobuf does', () => {
  const second = onnx({ inputs: {}, outputs: [], opset: {}, nodes: [{ op: 'Neg', inputs: ['y'], outputs: ['z'] }] });
  const { graph } = readBytes(concat([onnx(relu), second]));
  assert.deepEqual(
    graph.nodes.map((n) => [n.index, n.op]),
    [
      [0, 'Relu'],
      [1, 'Neg'],
    ],
  );
});

test('skips fields it does not know, of any wire type', () => {
  const strange = concat([
    field(90, new Uint8Array(5)),
    Uint8Array.of(0xd8, 5, 1),
    Uint8Array.of(0xd9, 5, 1, 2, 3, 4, 5, 6, 7, 8),
    Uint8Array.of(0xdd, 5, 1, 2, 3, 4),
  ]);
  assert.equal(readBytes(concat([onnx(relu), strange])).graph.nodes.length, 1);
});

test('keeps the beginning of a string of any length, and says the length', () => {
  const long = 'x'.repeat(70_000);
  const model = read({
    ...relu,
    metadata: { m: long },
    nodes: [{ op: 'EPContext', inputs: [], outputs: ['y'], attributes: { engine: long } }],
  });
  assert.equal(model.metadata.get('m'), `${'x'.repeat(65_536)}… (70000 bytes)`);
  assert.deepEqual(model.graph.nodes[0]?.attributes.get('engine'), {
    kind: 'string',
    value: `${'x'.repeat(65_536)}… (70000 bytes)`,
  });
});

test('agrees with onnx-proto field by field on built models', () => {
  const bytes = onnx({
    inputs: {
      x: ['N', 3, 8, 8],
      s: { sequence: [1, null] },
      m: { key: 'int64', value: [2] },
      o: { optional: { dtype: 'int8', shape: null } },
      sp: { dtype: 'float64', shape: [3], sparse: true },
    },
    outputs: { y: null, z: { dtype: 'bfloat16', shape: ['N', '2*N + 1', -1] } },
    initializers: {
      w: { shape: [4, 3, 3, 3] },
      typed: { shape: [5], typed: true },
      i: { shape: [2], dtype: 'int64', values: [-1n, 9_223_372_036_854_775_807n] },
      e: { shape: [10, 10], external: { location: 'w.bin', offset: 4096, length: 400 } },
    },
    sparseInitializers: { k: { shape: [3, 3], values: [1, 2], indices: [0, 8] } },
    nodes: [
      {
        op: 'Conv',
        inputs: ['x', 'w'],
        outputs: ['y'],
        attributes: { pads: [1, 1, 1, 1], auto_pad: 'NOTSET', alpha: 0.25 },
      },
    ],
    valueInfo: { y: [1, 4, 8, 8] },
  });
  assert.equal(assertSameAsOnnxProto(readBytes(bytes), bytes), 1);
});

test('agrees with onnx-proto on every model in the repository', (t) => {
  const paths = onnxFiles(join(import.meta.dirname, '..', '..'));
  if (paths.length === 0) return t.skip('no model files among the tests');
  for (const path of paths) {
    const bytes = readFileSync(path);
    assertSameAsOnnxProto(readBytes(bytes), bytes);
  }
});

test('agrees with onnx-proto on the shared models', (t) => {
  const folder = sharedPath('models');
  if (folder === undefined) return t.skip('the shared models are not here');
  const nodes = onnxFiles(folder).map((path) => {
    const bytes = readFileSync(path);
    return assertSameAsOnnxProto(readBytes(bytes), bytes);
  });
  // 9,772 in the graphs, as the models' own table says, and those of their subgraphs and functions
  assert.ok(nodes.reduce((a, b) => a + b, 0) >= 9772);
});

function onnxFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.onnx'))
      .map((f) => join(folder, f));
  } catch {
    return [];
  }
}

test('a version of an operator set below the first is said, and gives its operators no meaning', () => {
  const model = read({ ...relu, opset: { '': 0 } });
  assert.deepEqual(
    model.problems.map((p) => [p.code, p.message]),
    [['format/opset-zero', 'The file uses version 0 of the operator set ai.onnx; the first there was is 1.']],
  );
});
