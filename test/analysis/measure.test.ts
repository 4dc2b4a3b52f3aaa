import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { profileModel } from '../../src/analysis/measure.ts';
import { counted } from '../../src/analysis/profile.ts';
import { memorySource } from '../../src/bytes/source.ts';
import { readModel } from '../../src/formats/index.ts';
import { add, type Dim, type Shape } from '../../src/model/dim.ts';
import type { ModelSpec } from '../build.ts';
import { sharedPath } from '../shared.ts';
import { layerOf, profiled, textOf, typeOf } from './fixtures.ts';

/** The worked example of docs/counting.md. */
const small: ModelSpec = {
  inputs: { x: [1, 3, 8, 8] },
  outputs: ['y'],
  initializers: {
    w: { shape: [4, 3, 3, 3] },
    b: { shape: [4] },
    scale: { shape: [4] },
    shift: { shape: [4] },
    mean: { shape: [4] },
    var: { shape: [4] },
    shape: { dtype: 'int64', shape: [2], values: [1n, -1n] },
    fc: { shape: [10, 64] },
    fb: { shape: [10] },
  },
  nodes: [
    {
      op: 'Conv',
      name: 'conv',
      inputs: ['x', 'w', 'b'],
      outputs: ['c'],
      attributes: { pads: [1, 1, 1, 1], strides: [2, 2] },
    },
    { op: 'BatchNormalization', name: 'norm', inputs: ['c', 'scale', 'shift', 'mean', 'var'], outputs: ['n'] },
    { op: 'Relu', name: 'relu', inputs: ['n'], outputs: ['r'] },
    { op: 'Reshape', name: 'flat', inputs: ['r', 'shape'], outputs: ['f'] },
    { op: 'Gemm', name: 'head', inputs: ['f', 'fc', 'fb'], outputs: ['y'], attributes: { transB: 1 } },
  ],
};

test('a small net, counted by hand', () => {
  const { totals, layers } = profiled(small);
  const columns = layers.map((l) => [l.name, l.parameters, l.macs, l.flops, l.readBytes, l.writeBytes]);
  assert.deepEqual(columns, [
    // 108 + 4 weights; 64 outputs · 27; 2·1728 + 64; (192 + 108 + 4)·4; 64·4
    ['conv', 112n, 1728n, 3520n, 1216n, 256n],
    // scale and shift; 2 per element; (64 + 4·4)·4
    ['norm', 8n, 0n, 128n, 320n, 256n],
    ['relu', 0n, 0n, 64n, 256n, 256n],
    // a view moves nothing
    ['flat', 0n, 0n, 0n, 0n, 0n],
    // 640 + 10; 64·10; 2·640 + 10; (64 + 640 + 10)·4; 10·4
    ['head', 650n, 640n, 1290n, 2856n, 40n],
  ]);
  assert.equal(totals.parameters, 770n);
  assert.equal(totals.buffers, 8n);
  assert.equal(totals.macs, 2368n);
  assert.equal(totals.flops, 5002n);
  assert.equal(totals.weightBytes, 3112n); // (770 + 8) · 4
  assert.equal(totals.constantBytes, 16n); // the target of the Reshape
  assert.equal(totals.quantBytes, 0n);
  assert.deepEqual([...totals.weightBytesByDType], [['float32', 3112n]]);
  assert.equal(totals.readBytes, 4648n);
  assert.equal(totals.writeBytes, 808n);
  assert.equal(totals.activationBytes, 1576n); // 768 + 256 + 256 + 256 + 40; f is a view of r
  assert.equal(totals.peakBytes, 1280n); // x, then two of 256
  assert.equal(totals.peakInplaceBytes, 1280n); // norm cannot write over c; relu over n comes after
  assert.equal(totals.peakFloorBytes, 1024n); // conv: 768 + 256
  assert.equal(totals.arenaBytes, 1280n);
});

test('every total is the sum of what its layers add', () => {
  const { totals, layers } = profiled(small);
  for (const metric of [
    'parameters',
    'buffers',
    'macs',
    'flops',
    'weightBytes',
    'quantBytes',
    'constantBytes',
    'readBytes',
    'writeBytes',
  ] as const)
    assert.equal(totals[metric], layers.map((l) => counted(l, metric)).reduce<Dim>(add, 0n));
});

test('nodes and tensors that no output depends on are listed as dead and counted nowhere', () => {
  const profile = profiled({
    ...small,
    initializers: { ...small.initializers, extra: { shape: [64, 99] }, nobody: { shape: [1000] } },
    nodes: [...small.nodes, { op: 'MatMul', name: 'unused', inputs: ['f', 'extra'], outputs: ['u'] }],
  });
  assert.equal(profile.layers.at(-1)?.dead, true);
  assert.equal(profile.layers.at(-1)?.macs, 6336n); // 64 · 99, for the reader
  assert.equal(profile.totals.macs, 2368n);
  assert.equal(profile.totals.parameters, 770n);
  assert.equal(profile.totals.activationBytes, 1576n);
  assert.equal(profile.coverage.nodes, 5);
});

test('a tied weight is counted once, at its first user, through what carries it', () => {
  const profile = profiled({
    inputs: { x: [2, 4] },
    outputs: ['y'],
    initializers: { w: { shape: [4, 4] } },
    nodes: [
      { op: 'Identity', inputs: ['w'], outputs: ['alias'] },
      { op: 'Transpose', inputs: ['alias'], outputs: ['wt'] },
      { op: 'MatMul', name: 'one', inputs: ['x', 'wt'], outputs: ['h'] },
      { op: 'MatMul', name: 'two', inputs: ['h', 'w'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 16n);
  assert.deepEqual(
    profile.layers.map((l) => l.parameters),
    [0n, 0n, 16n, 0n],
  );
  const [, , one, two] = profile.layers;
  assert.deepEqual(
    one?.weights.map((w) => [w.input, w.name, w.role]),
    [[1, 'w', 'parameter']],
  );
  assert.deepEqual(
    two?.weights.map((w) => [w.input, w.name, w.role]),
    [[1, 'w', 'parameter']],
  );
});

test('an embedding is counted at its Gather, which reads the rows it gathers', () => {
  const profile = profiled({
    inputs: { ids: { dtype: 'int64', shape: [1, 5] }, x: [1, 5, 8] },
    outputs: ['y'],
    initializers: { table: { shape: [100, 8] } },
    nodes: [
      { op: 'Gather', inputs: ['table', 'ids'], outputs: ['e'] },
      { op: 'Add', inputs: ['e', 'x'], outputs: ['y'] },
    ],
  });
  const gather = layerOf(profile, 'Gather');
  assert.equal(gather.parameters, 800n);
  assert.equal(gather.readBytes, 200n); // 5·8·4 + 5·8
  assert.equal(layerOf(profile, 'Add').parameters, 0n);
});

test('scales and zero points are no parameters, the int8 weights behind them are', () => {
  const profile = profiled({
    inputs: { x: [2, 4] },
    outputs: ['y'],
    initializers: {
      q: { dtype: 'int8', shape: [4, 8] },
      s: { shape: [8] },
      z: { dtype: 'int8', shape: [8] },
      bias: { dtype: 'int32', shape: [8] },
      bs: { shape: [] },
    },
    nodes: [
      { op: 'DequantizeLinear', inputs: ['q', 's', 'z'], outputs: ['w'], attributes: { axis: 1 } },
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['m'] },
      { op: 'DequantizeLinear', inputs: ['bias', 'bs'], outputs: ['b'] },
      { op: 'Add', inputs: ['m', 'b'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 40n); // 32 + 8
  assert.equal(profile.totals.weightBytes, 64n); // 32·1 + 8·4
  assert.equal(profile.totals.quantBytes, 44n); // 8·4 + 8·1 + 4
  assert.deepEqual(
    [...profile.totals.weightBytesByDType],
    [
      ['int32', 32n],
      ['int8', 32n],
    ],
  );
});

test('a packed int4 weight counts its logical elements and its packed bytes', () => {
  const profile = profiled({
    opset: { '': 17, 'com.microsoft': 1 },
    inputs: { a: [1, 32] },
    outputs: ['y'],
    initializers: { b: { dtype: 'uint8', shape: [4, 2, 8] }, s: { shape: [8] } },
    nodes: [
      {
        op: 'MatMulNBits',
        domain: 'com.microsoft',
        inputs: ['a', 'b', 's'],
        outputs: ['y'],
        attributes: { K: 32, N: 4, bits: 4, block_size: 16 },
      },
    ],
  });
  assert.equal(profile.totals.parameters, 128n); // 32 · 4
  assert.equal(profile.totals.weightBytes, 64n); // half a byte each
  assert.equal(profile.totals.quantBytes, 32n);
  assert.equal(profile.totals.macs, 128n);
});

test('int4 is packed, an odd count rounded up', () => {
  const profile = profiled({
    opset: 21,
    inputs: { x: [1, 3] },
    outputs: ['y'],
    initializers: { q: { dtype: 'int4', shape: [3, 3] }, s: { shape: [] } },
    nodes: [
      { op: 'DequantizeLinear', inputs: ['q', 's'], outputs: ['w'] },
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 9n);
  assert.equal(profile.totals.weightBytes, 5n); // ⌈9 · 4 / 8⌉
});

test('weights that the graph makes of nothing stand for stored ones', () => {
  const profile = profiled({
    inputs: { x: [1, 3, 8, 8] },
    outputs: ['y'],
    initializers: { s: { dtype: 'int64', shape: [4], values: [2n, 3n, 3n, 3n] } },
    nodes: [
      { op: 'ConstantOfShape', inputs: ['s'], outputs: ['w'] },
      {
        op: 'Constant',
        inputs: [],
        outputs: ['b'],
        attributes: { value: { tensor: { shape: [2], values: [0.5, 1] } } },
      },
      { op: 'Conv', inputs: ['x', 'w', 'b'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 56n); // 54 + 2
  assert.equal(profile.totals.weightBytes, 224n);
  assert.deepEqual(
    layerOf(profile, 'Conv').weights.map((w) => w.name),
    ['w', 'b'],
  );
});

test('numbers the source spelled out are constants where weights are stored beside the nodes', () => {
  const profile = profiled({
    inputs: { x: [2, 3] },
    outputs: ['y'],
    initializers: { w: { shape: [3, 3] } },
    nodes: [
      {
        op: 'Constant',
        inputs: [],
        outputs: ['mean'],
        attributes: { value: { tensor: { shape: [3], values: [0.1, 0.2, 0.3] } } },
      },
      { op: 'Sub', inputs: ['x', 'mean'], outputs: ['c'] },
      { op: 'MatMul', inputs: ['c', 'w'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 9n);
  assert.equal(profile.totals.constantBytes, 12n);
});

test('one number stretched to the shape of a bias is no parameter', () => {
  const profile = profiled({
    inputs: { x: [1, 3, 8, 8] },
    outputs: ['y'],
    initializers: {
      w: { shape: [2, 3, 3, 3] },
      zero: { shape: [], values: [0] },
      n: { dtype: 'int64', shape: [1], values: [2n] },
    },
    nodes: [
      { op: 'Expand', inputs: ['zero', 'n'], outputs: ['b'] },
      { op: 'Conv', inputs: ['x', 'w', 'b'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 54n);
});

test('pieces that are joined are all named, each counted once', () => {
  const profile = profiled({
    inputs: { x: [2, 4] },
    outputs: ['y'],
    initializers: { a: { shape: [4, 1] }, b: { shape: [4, 2] } },
    nodes: [
      { op: 'Concat', inputs: ['a', 'b'], outputs: ['w'], attributes: { axis: 1 } },
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] },
    ],
  });
  assert.deepEqual(
    layerOf(profile, 'MatMul').weights.map((w) => [w.input, w.name]),
    [
      [1, 'a'],
      [1, 'b'],
    ],
  );
  assert.equal(layerOf(profile, 'MatMul').parameters, 12n);
});

test('one unknown operator makes the totals it could add to unknown, never smaller', () => {
  const profile = profiled({
    ...small,
    opset: { '': 17, acme: 1 },
    outputs: ['z'],
    nodes: [...small.nodes, { op: 'Mystery', domain: 'acme', name: 'what', inputs: ['y'], outputs: ['z'] }],
  });
  const why = 'unknown: `what`: `acme.Mystery` is not an operator Flopgate knows';
  assert.equal(textOf(profile.totals.macs), why);
  assert.equal(textOf(profile.totals.flops), why);
  assert.equal(textOf(profile.totals.readBytes), why);
  assert.equal(textOf(profile.totals.peakBytes), why);
  assert.equal(profile.totals.parameters, 770n);
  assert.deepEqual([profile.coverage.nodes, profile.coverage.known, profile.coverage.unknown], [6, 5, 1]);
  assert.equal(profile.layers.at(-1)?.status, 'unknown');
});

test('an operator that runs a graph of its own has an unknown cost, not the one of its shapes', () => {
  const profile = profiled({
    inputs: { q: [1, 2, 5, 4] },
    outputs: ['y'],
    opset: { '': 26, 'ai.onnx.preview': 1 },
    nodes: [
      {
        op: 'FlexAttention',
        domain: 'ai.onnx.preview',
        inputs: ['q', 'q', 'q'],
        outputs: ['y'],
        attributes: {
          score_mod: {
            graph: { inputs: { e: [2] }, outputs: ['f'], nodes: [{ op: 'Relu', inputs: ['e'], outputs: ['f'] }] },
          },
        },
      },
    ],
  });
  assert.equal(typeOf(profile, 'y'), 'float32[1, 2, 5, 4]');
  assert.match(textOf(profile.totals.macs), /^unknown/);
});

test('symbolic shapes give symbolic counts', () => {
  const profile = profiled({
    ...small,
    inputs: { x: ['N', 3, 8, 8] },
    initializers: { ...small.initializers, shape: { dtype: 'int64', shape: [2], values: [-1n, 64n] } },
  });
  assert.equal(textOf(profile.totals.macs), '2368*N');
  assert.equal(textOf(profile.totals.peakBytes), '1280*N');
  assert.equal(layerOf(profile, 'Conv').status, 'symbolic');
  assert.equal(profile.coverage.symbolic, 5);
});

test('strings have no size a type tells', () => {
  const profile = profiled({
    inputs: { s: { dtype: 'string', shape: [3] } },
    outputs: ['t'],
    nodes: [{ op: 'Identity', inputs: ['s'], outputs: ['t'] }],
  });
  assert.match(textOf(profile.totals.activationBytes), /strings, whose size no type tells/);
  assert.equal(profile.totals.macs, 0n);
});

test('attributes are shown without defaults, graphs and content', () => {
  const conv = layerOf(profiled(small), 'Conv');
  assert.deepEqual([...conv.attributes.keys()].sort(), ['pads', 'strides']);
  const plain = profiled({
    ...small,
    nodes: small.nodes.map((n) =>
      n.op === 'Conv' ? { ...n, attributes: { ...n.attributes, group: 1, auto_pad: 'NOTSET' } } : n,
    ),
  });
  assert.deepEqual([...layerOf(plain, 'Conv').attributes.keys()].sort(), ['pads', 'strides']);
});

test('a graph that names no output is measured whole', () => {
  assert.equal(profiled({ ...small, outputs: [] }).totals.macs, 2368n);
});

test('the header says what was read, and the assumptions what was given', () => {
  const profile = profiled(
    { ...small, producer: 'pytorch 2.13.0', inputs: { x: ['N', 3, 8, 8] } },
    { inputs: { x: [1, 3, 8, 8] }, bind: { N: 1 } },
  );
  assert.equal(profile.model.producer, 'pytorch 2.13.0');
  assert.deepEqual([...profile.model.opsets], [['', 17n]]);
  assert.deepEqual(profile.assumptions, ['x = [1, 3, 8, 8]', 'N = 1']);
});
test('tensors of a function are held once, however often it is called', () => {
  const profile = profiled({
    opset: { '': 17, f: 1 },
    inputs: { x: [2, 4] },
    outputs: ['y'],
    nodes: [
      { op: 'Dense', domain: 'f', inputs: ['x'], outputs: ['h'] },
      { op: 'Dense', domain: 'f', inputs: ['h'], outputs: ['y'] },
    ],
    functions: [
      {
        domain: 'f',
        name: 'Dense',
        inputs: ['a'],
        outputs: ['b'],
        nodes: [
          { op: 'Constant', inputs: [], outputs: ['w'], attributes: { value: { tensor: { shape: [4, 4] } } } },
          { op: 'MatMul', inputs: ['a', 'w'], outputs: ['b'] },
        ],
      },
    ],
  });
  assert.equal(profile.totals.parameters, 16n);
  assert.equal(profile.totals.weightBytes, 64n);
  assert.equal(profile.totals.macs, 64n); // 2·4·4, twice
  const names = profile.layers.filter((l) => l.op === 'MatMul').map((l) => l.weights.map((w) => w.name));
  assert.deepEqual(names, [['Dense_0/w'], ['Dense_0/w']]);
});

test('int8 weights that a Cast and a product dequantize are weights', () => {
  const profile = profiled({
    inputs: { x: [2, 5] },
    outputs: ['y'],
    initializers: { q: { dtype: 'int8', shape: [5, 3] }, s: { shape: [1] } },
    nodes: [
      { op: 'Cast', inputs: ['q'], outputs: ['c'], attributes: { to: 1 } },
      { op: 'Mul', inputs: ['c', 's'], outputs: ['w'] },
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 15n);
  assert.equal(profile.totals.weightBytes, 15n);
});

test('a literal that the data is multiplied with is a weight beside stored ones', () => {
  const profile = profiled({
    inputs: { x: [2, 3] },
    outputs: ['y'],
    initializers: { w: { shape: [3, 3] }, s: { dtype: 'int64', shape: [2], values: [3n, 5n] } },
    nodes: [
      { op: 'Constant', inputs: [], outputs: ['v'], attributes: { value: { tensor: { shape: [3, 3] } } } },
      { op: 'MatMul', inputs: ['x', 'v'], outputs: ['a'] },
      { op: 'MatMul', inputs: ['a', 'w'], outputs: ['b'] },
      { op: 'ConstantOfShape', inputs: ['s'], outputs: ['u'] },
      { op: 'MatMul', inputs: ['b', 'u'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 33n); // 9 + 9 + 15
});

test('a sparse Constant weighs what it stores', () => {
  const profile = profiled({
    inputs: { x: [2, 8] },
    outputs: ['y'],
    nodes: [
      {
        op: 'Constant',
        inputs: [],
        outputs: ['w'],
        attributes: { sparse_value: { sparse: { shape: [8, 8], values: [1, 2, 3], indices: [0, 5, 9] } } },
      },
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 64n);
  assert.equal(profile.totals.weightBytes, 36n); // 3 values of 4 bytes, 3 indices of 8
});

test('integers that an unknown operator reads may be weights: the counts of stored elements are unknown', () => {
  const spec = (dtype: 'int8' | 'int64'): ModelSpec => ({
    opset: { '': 17, acme: 1 },
    inputs: { x: [2, 8] },
    outputs: ['y'],
    initializers: { q: { dtype, shape: [8, 8] } },
    nodes: [{ op: 'Mystery', domain: 'acme', name: 'what', inputs: ['x', 'q'], outputs: ['y'] }],
  });
  const { totals } = profiled(spec('int8'));
  assert.match(textOf(totals.parameters), /^unknown: `what`: .* reads integers that may be weights$/);
  assert.match(textOf(totals.weightBytes), /^unknown/);
  assert.equal(profiled(spec('int64')).totals.parameters, 0n);
});

test('weights that are inputs of the model are said, with their elements', () => {
  const profile = profiled({
    inputs: { x: [1, 3, 8, 8], w: [4, 3, 3, 3], b: [4], 'fc.weight': [36, 10], 'onnx::MatMul_7': [10, 2] },
    outputs: ['y'],
    nodes: [
      { op: 'Conv', inputs: ['x', 'w', 'b'], outputs: ['c'] },
      { op: 'Flatten', inputs: ['c'], outputs: ['f'], attributes: { axis: 2 } },
      { op: 'MatMul', inputs: ['f', 'fc.weight'], outputs: ['m'] },
      { op: 'MatMul', inputs: ['m', 'onnx::MatMul_7'], outputs: ['y'] },
    ],
  });
  assert.equal(profile.totals.parameters, 0n);
  const said = profile.problems.filter((p) => p.code === 'model/weight-inputs').map((p) => p.message);
  // 108 + 4 + 360 + 20
  assert.deepEqual(said, [
    'Inputs that serve as weights: 4 (`w`, `b`, `fc.weight`, `onnx::MatMul_7`). Their elements, 492 in all, are not stored in the file and in no count of parameters.',
  ]);
});

test('a model with an output that nothing computes is measured whole, not as nothing', () => {
  const profile = profiled({ ...small, outputs: ['typo'] });
  assert.equal(profile.totals.macs, 2368n);
  assert.deepEqual(
    profile.problems.map((p) => p.code),
    ['model/dangling'],
  );
});

// --- real models against what they really cost

interface Truth {
  readonly inputs: readonly { readonly name: string; readonly shape: readonly number[] }[];
  readonly totals: { readonly macs: number; readonly macsInferable?: false; readonly macsDataDependent?: true };
  readonly parameters: { readonly accept: Range };
  readonly weightBytes: { readonly accept: Range };
}
interface Range {
  readonly min: number;
  readonly max: number;
}

const folder = sharedPath('models');

test('MACs, parameters and weight bytes of real models are the true ones', {
  skip: folder === undefined && 'the shared models are not here',
}, () => {
  const files = folder === undefined ? [] : readdirSync(folder).filter((f) => f.endsWith('.truth.json'));
  assert.ok(files.length > 30);
  for (const file of files) {
    const name = file.replace('.truth.json', '');
    const truth: Truth = JSON.parse(readFileSync(join(folder ?? '', file), 'utf8'));
    const model = readModel(memorySource(name, readFileSync(join(folder ?? '', `${name}.onnx`))));
    const inputs = new Map(
      truth.inputs.filter((i) => Array.isArray(i.shape)).map((i): [string, Shape] => [i.name, i.shape.map(BigInt)]),
    );
    const { totals } = profileModel(model, name, { inputs, bind: new Map() });
    const dataDecides = truth.totals.macsInferable === false || truth.totals.macsDataDependent === true;
    if (!dataDecides) assert.equal(totals.macs, BigInt(truth.totals.macs), `MACs of ${name}`);
    for (const key of ['parameters', 'weightBytes'] as const) {
      const { min, max } = truth[key].accept;
      const count = Number(textOf(totals[key]));
      assert.ok(count >= min && count <= max, `${key} of ${name}: ${count} is not in ${min} … ${max}`);
    }
  }
});

test('weights that only an unfollowed graph could use make the parameters unknown, not fewer', () => {
  const body = { inputs: { ids: [1, 4] }, nodes: [{ op: 'MatMul', inputs: ['ids', 'w'], outputs: ['logits'] }] };
  const profile = profiled({
    inputs: { prompt: { dtype: 'int32', shape: [1, 4] } },
    initializers: { w: { shape: [4, 8] }, most: { shape: [1], dtype: 'int32', values: [20] } },
    nodes: [
      {
        op: 'GreedySearch',
        domain: 'com.microsoft',
        name: 'search',
        inputs: ['prompt', 'most'],
        outputs: ['words'],
        attributes: { eos_token_id: 2, pad_token_id: 0, decoder: { graph: { ...body, outputs: ['logits'] } } },
      },
    ],
    outputs: ['words'],
  });
  const why = 'unknown: `search` runs a graph of its own, which Flopgate does not follow';
  assert.equal(typeOf(profile, 'words'), 'int32[1, 20]');
  assert.equal(textOf(profile.totals.parameters), why);
  assert.equal(textOf(profile.totals.weightBytes), why);
  assert.equal(
    textOf(profile.totals.macs),
    'unknown: `search` runs a graph of its own, which Flopgate does not follow',
  );
});

test('a network compiled into one node has unknown parameters, bytes and work, not none', () => {
  const profile = profiled({
    inputs: { x: [1, 4] },
    nodes: [{ op: 'EPContext', domain: 'com.microsoft', name: 'engine', inputs: ['x'], outputs: ['y'] }],
    outputs: ['y'],
  });
  const why =
    'unknown: `engine`: it holds a network that was compiled for a device: its weights and its work are not in the graph';
  for (const key of ['parameters', 'buffers', 'weightBytes', 'quantBytes', 'constantBytes', 'macs', 'flops'] as const)
    assert.equal(textOf(profile.totals[key]), why, key);
  assert.equal(typeOf(profile, 'y'), `? ${why}`);
  assert.equal(profile.coverage.unknown, 1);
});
