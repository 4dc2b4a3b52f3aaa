import assert from 'node:assert/strict';
import { test } from 'node:test';
import { symbol } from '../../src/model/dim.ts';
import { FlopgateError } from '../../src/problem.ts';
import type { GraphSpec, ModelSpec } from '../build.ts';
import { codesOf, inferred, profiled, textOf, typeOf } from './fixtures.ts';

const conv: ModelSpec = {
  inputs: { x: ['N', 3, 'H', 'W'] },
  outputs: ['y'],
  initializers: { w: { shape: [8, 3, 3, 3] } },
  nodes: [{ op: 'Conv', inputs: ['x', 'w'], outputs: ['y'], attributes: { strides: [2, 2] } }],
};

function code(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof FlopgateError) return `${error.problem.code}: ${error.problem.message} ${error.problem.help}`;
    throw error;
  }
  return 'no problem';
}

test('keeps the symbols a file declares through windows', () => {
  // ⌊(H − 3) / 2⌋ + 1, in normal form
  assert.equal(typeOf(profiled(conv), 'y'), 'float32[N, 8, floor((H + 1)/2) - 1, floor((W + 1)/2) - 1]');
});

test('--bind replaces a symbol wherever it stands', () => {
  assert.equal(typeOf(profiled(conv, { bind: { N: 2, H: 9, W: 11 } }), 'y'), 'float32[2, 8, 4, 5]');
});

test('--input replaces a shape', () => {
  assert.equal(typeOf(profiled(conv, { inputs: { x: [1, 3, 5, 5] } }), 'y'), 'float32[1, 8, 2, 2]');
});

test('an extent given for one input binds its symbol in the others', () => {
  const spec: ModelSpec = {
    inputs: { a: ['N', 4], b: ['N', 4], c: ['2*N + 1', 4] },
    outputs: ['y', 'c2'],
    nodes: [
      { op: 'Add', inputs: ['a', 'b'], outputs: ['y'] },
      { op: 'Relu', inputs: ['c'], outputs: ['c2'] },
    ],
  };
  const profile = profiled(spec, { inputs: { a: [3, 4] } });
  assert.equal(typeOf(profile, 'b'), 'float32[3, 4]');
  assert.equal(typeOf(profile, 'c2'), 'float32[7, 4]'); // 2·3 + 1
});

test('an expression in the declaration is solved for its symbol', () => {
  const spec: ModelSpec = {
    inputs: { c: ['2*N + 1', 4], d: ['N'] },
    outputs: ['d2'],
    nodes: [{ op: 'Relu', inputs: ['d'], outputs: ['d2'] }],
  };
  assert.equal(typeOf(profiled(spec, { inputs: { c: [9, 4] } }), 'd2'), 'float32[4]');
});

test('inputs that disagree on a symbol keep what they were given, and it is said', () => {
  const spec: ModelSpec = {
    inputs: { a: ['N', 4], b: ['N', 5] },
    outputs: ['y', 'z'],
    nodes: [
      { op: 'Relu', inputs: ['a'], outputs: ['y'] },
      { op: 'Relu', inputs: ['b'], outputs: ['z'] },
    ],
  };
  const profile = profiled(spec, { inputs: { a: [2, 4], b: [3, 5] } });
  assert.equal(typeOf(profile, 'z'), 'float32[3, 5]');
  const [first] = profile.problems;
  assert.equal(first?.message, 'Axis 0 of `b` is given as 3, but `N` is 2 elsewhere.');
});

test('an undeclared extent is a symbol that can be bound', () => {
  const spec: ModelSpec = { ...conv, inputs: { x: [null, 3, 9, 9] } };
  assert.equal(typeOf(profiled(spec), 'y'), 'float32[x_dim0, 8, 4, 4]');
  assert.equal(typeOf(profiled(spec, { bind: { x_dim0: 6 } }), 'y'), 'float32[6, 8, 4, 4]');
});

test('an input without a rank is unknown until a shape is given', () => {
  const spec: ModelSpec = { ...conv, inputs: { x: { shape: null } } };
  assert.match(typeOf(profiled(spec), 'y'), /unknown: the file declares no shape for the input `x`/);
  assert.equal(typeOf(profiled(spec, { inputs: { x: [1, 3, 5, 5] } }), 'y'), 'float32[1, 8, 2, 2]');
});

test('a symbol may be given as a shape', () => {
  assert.equal(typeOf(profiled(conv, { inputs: { x: [symbol('B'), 3, 5, 5] } }), 'y'), 'float32[B, 8, 2, 2]');
});

test('a shape for an input that is not there ends it, and lists those that are', () => {
  assert.match(
    code(() => profiled(conv, { inputs: { image: [1] } })),
    /^usage\/unknown-input: .*`image`.* Its inputs are: `x`\./,
  );
});

test('a shape of another rank ends it', () => {
  assert.match(
    code(() => profiled(conv, { inputs: { x: [3, 5, 5] } })),
    /^usage\/input-rank: .*\[3, 5, 5\], has 3 axes.*has 4/,
  );
});

test('a binding for no symbol is a notice that lists the symbols', () => {
  const [first] = profiled(conv, { bind: { batch: 1 } }).problems;
  assert.equal(first?.code, 'usage/unused-bind');
  assert.match(first?.message ?? '', /H, N, W/);
});

test('a shape that contradicts a fixed extent re-shapes the model, with a notice, and declared shapes are let be', () => {
  const spec: ModelSpec = { ...conv, inputs: { x: [1, 3, 9, 9] }, outputs: { y: [1, 8, 4, 4] } };
  const profile = profiled(spec, { inputs: { x: [1, 3, 5, 5] } });
  assert.equal(typeOf(profile, 'y'), 'float32[1, 8, 2, 2]');
  assert.deepEqual(codesOf(profile), ['shape/reshaped']);
});

test('an input that is stored too is a constant, as files before IR version 4 list them', () => {
  const { inputs } = inferred({ ...conv, inputs: { x: ['N', 3, 'H', 'W'], w: [8, 3, 3, 3] }, ir: 3 });
  assert.deepEqual(
    inputs.map((v) => v.name),
    ['x'],
  );
});

test('nodes in any order are sorted, and layers stay in the file order', () => {
  const profile = profiled({
    inputs: { x: [2] },
    outputs: ['z'],
    nodes: [
      { op: 'Exp', inputs: ['y'], outputs: ['z'] },
      { op: 'Relu', inputs: ['x'], outputs: ['y'] },
    ],
  });
  assert.equal(typeOf(profile, 'z'), 'float32[2]');
  assert.deepEqual(
    profile.layers.map((l) => l.op),
    ['Exp', 'Relu'],
  );
});

test('a cycle ends it and is named', () => {
  const spec: ModelSpec = {
    inputs: { x: [2] },
    outputs: ['b'],
    nodes: [
      { op: 'Add', inputs: ['x', 'b'], outputs: ['a'], name: 'first' },
      { op: 'Relu', inputs: ['a'], outputs: ['b'], name: 'second' },
    ],
  };
  assert.match(
    code(() => profiled(spec)),
    /^model\/cycle: .*`first` → `second` → `first`/,
  );
});

test('a cycle is told the way its tensors flow', () => {
  const spec: ModelSpec = {
    inputs: { x: [2] },
    outputs: ['c'],
    nodes: [
      { op: 'Add', inputs: ['x', 'c'], outputs: ['a'], name: 'first' },
      { op: 'Relu', inputs: ['a'], outputs: ['b'], name: 'second' },
      { op: 'Relu', inputs: ['b'], outputs: ['c'], name: 'third' },
    ],
  };
  assert.match(
    code(() => profiled(spec)),
    /`first` → `second` → `third` → `first`/,
  );
});

test('a node that reads itself is a cycle', () => {
  const spec: ModelSpec = {
    inputs: { x: [2] },
    outputs: ['a'],
    nodes: [{ op: 'Add', inputs: ['x', 'a'], outputs: ['a'], name: 'me' }],
  };
  assert.match(
    code(() => profiled(spec)),
    /`me` → `me`/,
  );
});

test('a long chain written backwards is sorted without recursion', () => {
  const nodes = Array.from({ length: 20_000 }, (_, i) => ({ op: 'Relu', inputs: [`t${i}`], outputs: [`t${i + 1}`] }));
  const profile = profiled({ inputs: { t0: [2] }, outputs: ['t20000'], nodes: nodes.toReversed() });
  assert.equal(typeOf(profile, 't20000'), 'float32[2]');
});

test('what nothing defines is unknown, and said once', () => {
  const profile = profiled({
    inputs: { x: [2] },
    outputs: ['y', 'z'],
    nodes: [
      { op: 'Add', inputs: ['x', 'ghost'], outputs: ['y'], name: 'sum' },
      { op: 'Relu', inputs: ['ghost'], outputs: ['z'] },
    ],
  });
  assert.match(typeOf(profile, 'z'), /nothing in the file defines `ghost`/);
  assert.deepEqual(codesOf(profile), ['model/dangling']);
});

test('an operator without an entry is unknown, counted once for all its nodes, and the walk goes on', () => {
  const mystery = (i: number) => ({ op: 'Mystery', domain: 'acme', inputs: ['x'], outputs: [`m${i}`] });
  const profile = profiled({
    opset: { '': 17, acme: 1 },
    inputs: { x: [2] },
    outputs: ['m0', 'm1', 'y'],
    nodes: [mystery(0), mystery(1), { op: 'Relu', inputs: ['x'], outputs: ['y'] }],
  });
  assert.match(typeOf(profile, 'm0'), /`acme\.Mystery` is not an operator Flopgate knows/);
  assert.equal(typeOf(profile, 'y'), 'float32[2]');
  assert.deepEqual(codesOf(profile), ['operator/unknown']);
  assert.match(profile.problems[0]?.message ?? '', /2 in this model/);
  assert.deepEqual([...profile.coverage.unknownOperators], [['acme.Mystery', 2]]);
});

test('inputs that contradict one another are a problem at the node, and its output is unknown', () => {
  const profile = profiled(conv, { inputs: { x: [1, 4, 9, 9] } });
  assert.match(typeOf(profile, 'y'), /unknown: .*4 channels/);
  assert.deepEqual(codesOf(profile), ['shape/reshaped', 'shape/invalid']);
});

test('an extent below zero is a contradiction, not a count', () => {
  const profile = profiled(conv, { inputs: { x: [1, 3, 1, 1] } });
  assert.match(typeOf(profile, 'y'), /unknown: /);
});

test('the twelfth contradiction is counted, not listed', () => {
  const nodes = Array.from({ length: 12 }, (_, i) => ({ op: 'MatMul', inputs: ['x', 'x'], outputs: [`y${i}`] }));
  const profile = profiled({ inputs: { x: [2, 3] }, outputs: nodes.map((n) => n.outputs[0] ?? ''), nodes });
  assert.equal(codesOf(profile).filter((c) => c === 'shape/invalid').length, 10);
  assert.match(profile.problems.at(-1)?.message ?? '', /^2 further nodes/);
});

test('an operator set newer than any read is a notice', () => {
  const profile = profiled({
    inputs: { x: [2] },
    outputs: ['y'],
    opset: 999,
    nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
  });
  assert.equal(typeOf(profile, 'y'), 'float32[2]');
  assert.ok(codesOf(profile).includes('operator/newer'));
});

test('a declared shape that inference contradicts is a problem that names both', () => {
  const profile = profiled({
    inputs: { x: [2, 3] },
    outputs: { z: [2, 3] },
    valueInfo: { y: [2, 4] },
    nodes: [
      { op: 'Relu', inputs: ['x'], outputs: ['y'] },
      { op: 'Relu', inputs: ['y'], outputs: ['z'] },
    ],
  });
  assert.deepEqual(
    profile.problems.map((p) => p.message),
    ['`y` is declared float32[2, 4] in the file, but inference gives float32[2, 3].'],
  );
  assert.equal(typeOf(profile, 'y'), 'float32[2, 3]');
});

test('the eleventh wrong declaration is counted, not listed', () => {
  const names = Array.from({ length: 12 }, (_, i) => `y${i}`);
  const profile = profiled({
    inputs: { x: [2] },
    outputs: Object.fromEntries(names.map((name) => [name, [3]])),
    nodes: names.map((name) => ({ op: 'Relu', inputs: ['x'], outputs: [name] })),
  });
  assert.equal(codesOf(profile).filter((c) => c === 'shape/mismatch').length, 10);
  assert.equal(profile.problems.find((p) => p.code === 'shape/mismatches')?.message.startsWith('2 further'), true);
});

test('a declared shape of what cannot be known stays unknown, and a notice says that the file has one', () => {
  const profile = profiled({
    opset: { '': 17, acme: 1 },
    inputs: { x: [2] },
    outputs: { y: [5] },
    nodes: [{ op: 'Mystery', domain: 'acme', inputs: ['x'], outputs: ['y'] }],
  });
  assert.match(typeOf(profile, 'y'), /unknown/);
  assert.deepEqual(codesOf(profile), ['operator/unknown', 'shape/declared']);
});

test('shape arithmetic is followed through small values', () => {
  // [N, 4, 6] → [N, 24]
  const profile = profiled({
    inputs: { x: ['N', 4, 6] },
    outputs: ['y'],
    initializers: {
      zero: { dtype: 'int64', shape: [], values: [0n] },
      axis: { dtype: 'int64', shape: [1], values: [0n] },
      minus: { dtype: 'int64', shape: [1], values: [-1n] },
    },
    nodes: [
      { op: 'Shape', inputs: ['x'], outputs: ['s'] },
      { op: 'Gather', inputs: ['s', 'zero'], outputs: ['n'] },
      { op: 'Unsqueeze', inputs: ['n', 'axis'], outputs: ['n1'] },
      { op: 'Concat', inputs: ['n1', 'minus'], outputs: ['target'], attributes: { axis: 0 } },
      { op: 'Reshape', inputs: ['x', 'target'], outputs: ['y'] },
    ],
  });
  assert.equal(typeOf(profile, 'y'), 'float32[N, 24]');
});

test('where a value decides a shape, the element type is still known', () => {
  const profile = profiled({
    inputs: { x: [4], shape: { dtype: 'int64', shape: ['rank'] } },
    outputs: ['y'],
    nodes: [{ op: 'Reshape', inputs: ['x', 'shape'], outputs: ['y'] }],
  });
  assert.match(typeOf(profile, 'y'), /^float32 unknown: /);
});

test('a node with more outputs than its operator gives is a contradiction', () => {
  const profile = profiled({
    inputs: { x: [4] },
    outputs: ['a'],
    nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['a', 'b'] }],
  });
  assert.deepEqual(codesOf(profile), ['shape/invalid']);
});

test('inputs that are no tensors are carried as what they are', () => {
  const profile = profiled({
    inputs: { s: { sequence: [2, 3] }, o: { optional: [4] }, m: { key: 'int64', value: [1] } },
    outputs: ['n'],
    nodes: [{ op: 'SequenceLength', inputs: ['s'], outputs: ['n'] }],
  });
  assert.deepEqual(
    profile.inputs.map((i) => i.type),
    ['sequence', 'optional', 'map'],
  );
  assert.equal(typeOf(profile, 'n'), 'int64[]');
});

test('a dimension named with a hyphen is one symbol', () => {
  const profile = profiled(
    { inputs: { x: ['batch-size', 4] }, outputs: ['y'], nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }] },
    { bind: { 'batch-size': 3 } },
  );
  assert.equal(profile.totals.flops, 12n);
});

test('a name for two tensors is said', () => {
  const profile = profiled({
    inputs: { x: [2, 4] },
    outputs: ['y'],
    initializers: { w: { shape: [4, 4] } },
    nodes: [
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['a'] },
      { op: 'Relu', inputs: ['x'], outputs: ['a'] },
      { op: 'Relu', inputs: ['a'], outputs: ['y'] },
    ],
  });
  assert.deepEqual(
    profile.problems.map((p) => p.message),
    ['`a` is defined 2 times in one graph; each reader takes the last definition before it.'],
  );
});

test('a length that comes as an input is a symbol of its name, which --bind gives a number', () => {
  const spec: ModelSpec = {
    inputs: { query: [1, 1, 64], past: [1, 8, 2048, 8], total: { dtype: 'int32', shape: [] } },
    nodes: [
      {
        op: 'GroupQueryAttention',
        domain: 'com.microsoft',
        inputs: ['query', 'query', 'query', 'past', 'past', '', 'total'],
        outputs: ['y'],
        attributes: { num_heads: 8, kv_num_heads: 8 },
      },
    ],
    outputs: ['y'],
  };
  const open = profiled(spec);
  assert.equal(textOf(open.totals.macs), '128*total'); // 8 heads · (8 + 8)
  assert.deepEqual(codesOf(open), ['operator/length']);
  const bound = profiled(spec, { bind: { total: 100 } });
  assert.equal(textOf(bound.totals.macs), '12800');
  assert.deepEqual(codesOf(bound), []);
});

test('--bind gives an input of one integer its value, and so decides what depends on it', () => {
  const branch = (w: string): GraphSpec => ({
    nodes: [{ op: 'MatMul', inputs: ['x', w], outputs: [`y_${w}`] }],
    outputs: [`y_${w}`],
  });
  const spec: ModelSpec = {
    inputs: { x: [2, 4], sr: { dtype: 'int64', shape: [] } },
    outputs: ['y'],
    initializers: {
      wide: { shape: [4, 16] },
      narrow: { shape: [4, 8] },
      rate: { dtype: 'int64', shape: [], values: [16000n] },
    },
    nodes: [
      { op: 'Equal', inputs: ['sr', 'rate'], outputs: ['isWide'] },
      {
        op: 'If',
        inputs: ['isWide'],
        outputs: ['y'],
        attributes: { then_branch: { graph: branch('wide') }, else_branch: { graph: branch('narrow') } },
      },
    ],
  };
  const at = (sr: number) => profiled(spec, { bind: { sr } });
  assert.equal(typeOf(at(16000), 'y'), 'float32[2, 16]');
  assert.equal(at(16000).totals.macs, 128n); // 2·4·16
  assert.equal(at(8000).totals.macs, 64n); // 2·4·8
  assert.deepEqual(codesOf(at(8000)), []);
});

test('an extent that is negative, or never positive, is unknown: negative costs would hide others', () => {
  // Beside a product of 4 × 8 × 8 MACs, one that would be (n - 1000) × 8 × 8.
  const hiding = (extent: string): ModelSpec => ({
    inputs: { x: [4, 8], z: [extent, 8] },
    outputs: { y: null, v: null },
    initializers: { w: { shape: [8, 8] } },
    nodes: [
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] },
      { op: 'MatMul', inputs: ['z', 'w'], outputs: ['v'] },
    ],
  });
  const bound = profiled(hiding('n - 1000'), { bind: { n: 1 } });
  assert.match(textOf(bound.totals.macs), /^unknown: an extent of the input `z` is n - 1000, which is negative/);
  assert.match(textOf(profiled(hiding('-n')).totals.macs), /^unknown: .* is -n, which is negative/);
  // 4 × 64 + (n - 1000) × 64, and for n = 1001 one row more.
  assert.equal(textOf(profiled(hiding('n - 1000')).totals.macs), '64*n - 63744');
  assert.equal(textOf(profiled(hiding('n - 1000'), { bind: { n: 1001 } }).totals.macs), '320');
});

test('numbers that an operator holds in attributes are said to be in no count of parameters', () => {
  const linear = (name: string, input: string, output: string) => ({
    op: 'LinearRegressor',
    domain: 'ai.onnx.ml',
    name,
    inputs: [input],
    outputs: [output],
    attributes: { coefficients: { floats: [1, 2] }, intercepts: { floats: [3] } },
  });
  const { problems } = inferred({
    opset: { '': 17, 'ai.onnx.ml': 3 },
    inputs: { x: [4, 2] },
    nodes: [linear('a', 'x', 'y'), linear('b', 'x', 'z')],
    outputs: ['y', 'z'],
  });
  assert.deepEqual(codesOf({ problems }), ['model/attribute-weights']);
  assert.equal(
    problems[0]?.message,
    '`ai.onnx.ml.LinearRegressor` hold their numbers in attributes: 6 in all, which are in no count of parameters or bytes.',
  );
});

test('an operator that is younger than the operator set of the file is said to be, and not called unknown', () => {
  const profile = profiled({
    opset: 17,
    inputs: { x: [2, 3] },
    outputs: ['y'],
    nodes: [{ op: 'Gelu', name: 'act', inputs: ['x'], outputs: ['y'] }],
  });
  assert.deepEqual(codesOf(profile), ['shape/invalid']);
  assert.match(profile.problems[0]?.message ?? '', /`act` \(Gelu\): `Gelu` came with version 20 .* imports 17/);
  assert.equal(profile.layers[0]?.status, 'unknown');
  assert.equal(profile.coverage.unknownOperators.size, 0);
});
