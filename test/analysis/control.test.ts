import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../src/analysis/profile.ts';
import { formatDim } from '../../src/model/dim-text.ts';
import type { GraphSpec, ModelSpec, NodeSpec } from '../build.ts';
import { codesOf, layerOf, profiled, textOf, typeOf } from './fixtures.ts';

const matmul = (inputs: readonly string[], output: string, name: string): NodeSpec => ({
  op: 'MatMul',
  inputs,
  outputs: [output],
  name,
});

/** `x [2, 4]` times a `[4, 8]` weight twice in one branch, once in the other. */
function branches(condition: Partial<ModelSpec>): ModelSpec {
  const then: GraphSpec = {
    initializers: { a: { shape: [4, 4] }, b: { shape: [4, 8] } },
    outputs: ['t2'],
    nodes: [matmul(['x', 'a'], 't1', 'm1'), matmul(['t1', 'b'], 't2', 'm2')],
  };
  const otherwise: GraphSpec = {
    initializers: { c: { shape: [4, 8] } },
    outputs: ['e1'],
    nodes: [matmul(['x', 'c'], 'e1', 'm3')],
  };
  return {
    inputs: { x: [2, 4], flag: { dtype: 'bool', shape: [] } },
    outputs: ['y'],
    nodes: [
      {
        op: 'If',
        name: 'choose',
        inputs: ['flag'],
        outputs: ['y'],
        attributes: { then_branch: { graph: then }, else_branch: { graph: otherwise } },
      },
    ],
    ...condition,
  };
}

test('of an If the branch with more MACs counts; both are listed, and the parameters of both', () => {
  const profile = profiled(branches({}));
  assert.equal(typeOf(profile, 'y'), 'float32[2, 8]');
  assert.deepEqual(
    profile.layers.map((l) => [l.name, l.index, l.owner, l.body, textOf(l.macs), l.untaken ?? false]),
    [
      ['choose', 0, undefined, undefined, '0', false],
      ['m1', null, 0, 'then_branch', '32', false], // 2·4·4
      ['m2', null, 0, 'then_branch', '64', false], // 2·4·8
      ['m3', null, 0, 'else_branch', '64', true],
    ],
  );
  assert.equal(profile.totals.macs, 96n);
  assert.equal(profile.totals.parameters, 80n); // 16 + 32 + 32
  assert.deepEqual(codesOf(profile), ['operator/branch']);
  assert.equal(
    profile.problems[0]?.message,
    '`choose` runs one of two branches: then_branch is counted, else_branch is not.',
  );
});

test('totals are the sum of what the layers add', () => {
  const { layers, totals } = profiled(branches({}));
  for (const metric of ['parameters', 'macs', 'flops', 'readBytes', 'writeBytes', 'weightBytes'] as const)
    assert.equal(
      totals[metric],
      layers.map((l) => counted(l, metric)).reduce((a, b) => BigInt(textOf(a)) + BigInt(textOf(b)), 0n),
    );
});

test('a constant condition leaves one branch; the other is dead', () => {
  const profile = profiled(
    branches({ inputs: { x: [2, 4] }, initializers: { flag: { dtype: 'bool', shape: [], values: [0] } } }),
  );
  assert.equal(profile.totals.macs, 64n);
  assert.equal(profile.totals.parameters, 32n);
  assert.deepEqual(
    profile.layers.map((l) => [l.name, l.dead ?? false]),
    [
      ['choose', false],
      ['m1', true],
      ['m2', true],
      ['m3', false],
    ],
  );
  assert.deepEqual(codesOf(profile), []);
});

test('branches of other extents leave those unknown, and the rank and the rest known', () => {
  const give = (rows: number): GraphSpec => ({
    initializers: { [`w${rows}`]: { shape: [rows, 3] } },
    outputs: [`v${rows}`],
    nodes: [{ op: 'Relu', inputs: [`w${rows}`], outputs: [`v${rows}`] }],
  });
  const profile = profiled({
    inputs: { flag: { dtype: 'bool', shape: [] } },
    outputs: ['y'],
    nodes: [
      {
        op: 'If',
        inputs: ['flag'],
        outputs: ['y'],
        attributes: { then_branch: { graph: give(2) }, else_branch: { graph: give(5) } },
      },
    ],
  });
  assert.equal(typeOf(profile, 'y'), 'float32[?, 3]');
  assert.equal(profile.layers[0]?.status, 'unknown');
  assert.match(profile.layers[0]?.why ?? '', /branches of `If` give different extents/);
  // The flag, and the larger of 2·3 and 5·3 floats.
  assert.equal(profile.totals.peakBytes, 61n);
  assert.equal(profile.totals.activationBytes, 61n);
});

test('an If takes the memory of its larger branch, where the branches give a cache of other lengths too', () => {
  const cached: GraphSpec = {
    outputs: ['t'],
    nodes: [{ op: 'Concat', inputs: ['past', 'x'], outputs: ['t'], attributes: { axis: 0 } }],
  };
  const fresh: GraphSpec = { outputs: ['e'], nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['e'] }] };
  const profile = profiled({
    inputs: { flag: { dtype: 'bool', shape: [] }, x: ['s', 4], past: ['p', 4] },
    outputs: ['y'],
    nodes: [
      {
        op: 'If',
        inputs: ['flag'],
        outputs: ['y'],
        attributes: { then_branch: { graph: cached }, else_branch: { graph: fresh } },
      },
    ],
  });
  assert.equal(typeOf(profile, 'y'), 'float32[?, 4]');
  // The inputs take 1 + 16·s + 16·p; p + s rows are more than s.
  assert.equal(formatDim(profile.totals.peakBytes), '32*p + 32*s + 1');
  assert.equal(formatDim(profile.totals.peakFloorBytes), '32*p + 32*s + 1');
});

test('where symbols leave open which branch costs more, both are counted', () => {
  const spec = branches({ inputs: { x: ['N', 4], z: ['M', 4], flag: { dtype: 'bool', shape: [] } } });
  const [choose] = spec.nodes;
  const otherwise: GraphSpec = {
    initializers: { c: { shape: [4, 8] } },
    outputs: ['e1'],
    nodes: [matmul(['z', 'c'], 'e1', 'm3')],
  };
  const attributes = { ...choose?.attributes, else_branch: { graph: otherwise } };
  const profile = profiled({
    ...spec,
    nodes: [{ op: 'If', name: 'choose', inputs: ['flag'], outputs: ['y'], attributes }],
  });
  assert.equal(textOf(profile.totals.macs), '32*M + 48*N'); // then N·(16 + 32), else M·32
  assert.deepEqual(codesOf(profile), ['operator/branches']);
});

/** `h ← h · w`, from `x [2, 4]`, each state stacked. */
function loop(parts: Partial<ModelSpec>, body: Partial<GraphSpec> = {}): ModelSpec {
  return {
    inputs: { x: [2, 4] },
    outputs: ['last', 'all'],
    initializers: {
      w: { shape: [4, 4] },
      count: { dtype: 'int64', shape: [], values: [6n] },
    },
    nodes: [
      {
        op: 'Loop',
        name: 'repeat',
        inputs: ['count', '', 'x'],
        outputs: ['last', 'all'],
        attributes: {
          body: {
            graph: {
              inputs: { i: { dtype: 'int64', shape: [] }, go: { dtype: 'bool', shape: [] }, h: null },
              outputs: ['go2', 'h2', 'h2'],
              nodes: [{ op: 'Identity', inputs: ['go'], outputs: ['go2'] }, matmul(['h', 'w'], 'h2', 'step')],
              ...body,
            },
          },
        },
      },
    ],
    ...parts,
  };
}

test('a body costs as often as its Loop runs; its weights are stored once', () => {
  const profile = profiled(loop({}));
  assert.equal(typeOf(profile, 'last'), 'float32[2, 4]');
  assert.equal(typeOf(profile, 'all'), 'float32[6, 2, 4]');
  assert.equal(profile.totals.macs, 192n); // 6 · 2·4·4
  assert.equal(profile.totals.parameters, 16n);
  assert.equal(layerOf(profile, 'MatMul').macs, 192n);
  assert.equal(layerOf(profile, 'MatMul').readBytes, 576n); // 6 · (8 + 16) · 4
  assert.deepEqual(codesOf(profile), []);
});

test('memory of a Loop is that of its node and of one trip', () => {
  const { peakBytes, activationBytes, peakFloorBytes } = profiled(loop({})).totals;
  // Outside: x 32, last 32, all 192. Inside: i 8, go 1 (go2 is a view of it), h 32, h2 32.
  assert.equal(peakBytes, 329n); // 256 + 73
  assert.equal(activationBytes, 329n);
  assert.equal(peakFloorBytes, 256n); // the node itself, above any inside
});

test('a trip count is not called what the file calls an extent of an input', () => {
  const spec = loop({
    inputs: { x: ['repeat_trips', 4], count: { dtype: 'int64', shape: [] } },
    initializers: { w: { shape: [4, 4] } },
  });
  assert.equal(textOf(profiled(spec).totals.macs), '16*repeat_trips*repeat_trips_2');
  assert.equal(textOf(profiled(spec, { bind: { repeat_trips: 2 } }).totals.macs), '32*repeat_trips_2');
});

test('a trip count that is an input is a symbol named after the node, and can be bound', () => {
  const parts: Partial<ModelSpec> = {
    inputs: { x: [2, 4], count: { dtype: 'int64', shape: [] } },
    initializers: { w: { shape: [4, 4] } },
  };
  const profile = profiled(loop(parts));
  assert.equal(textOf(profile.totals.macs), '32*repeat_trips');
  assert.equal(typeOf(profile, 'all'), 'float32[repeat_trips, 2, 4]');
  assert.deepEqual(codesOf(profile), ['operator/trips']);
  const bound = profiled(loop(parts), { bind: { repeat_trips: 5 } });
  assert.equal(bound.totals.macs, 160n);
  assert.deepEqual(codesOf(bound), []);
});

test('a condition the body computes makes the count a symbol, whatever the bound', () => {
  const profile = profiled(
    loop(
      {},
      {
        nodes: [
          { op: 'ReduceSum', inputs: ['h'], outputs: ['s'], attributes: { keepdims: 0 } },
          { op: 'Cast', inputs: ['s'], outputs: ['go2'], attributes: { to: 9 } },
          matmul(['h', 'w'], 'h2', 'step'),
        ],
      },
    ),
  );
  assert.equal(textOf(profile.totals.macs), '32*repeat_trips');
});

test('a Loop whose condition starts false runs no trip and gives back what it was given', () => {
  const [node] = loop({}).nodes;
  const profile = profiled(
    loop({
      initializers: {
        w: { shape: [4, 4] },
        count: { dtype: 'int64', shape: [], values: [6n] },
        never: { dtype: 'bool', shape: [], values: [0] },
      },
      nodes: [{ op: 'Loop', name: 'repeat', ...node, inputs: ['count', 'never', 'x'], outputs: ['last', 'all'] }],
    }),
  );
  assert.equal(profile.totals.macs, 0n);
  assert.equal(typeOf(profile, 'all'), 'float32[0, 2, 4]');
});

test('a carried shape that the data changes from trip to trip is unknown where it changes', () => {
  const profile = profiled(
    loop(
      { outputs: ['last'] },
      {
        outputs: ['go2', 'h2', 'h2'],
        nodes: [
          { op: 'Identity', inputs: ['go'], outputs: ['go2'] },
          { op: 'ReduceMax', inputs: ['h'], outputs: ['m'], attributes: { axes: [1], keepdims: 0 } },
          { op: 'Cast', inputs: ['m'], outputs: ['keep2'], attributes: { to: 9 } },
          { op: 'Compress', inputs: ['h', 'keep2'], outputs: ['h2'], attributes: { axis: 0 } },
        ],
      },
    ),
  );
  assert.equal(typeOf(profile, 'last'), 'float32[?, 4]');
});

test('a carried rank that changes is unknown altogether, and the walk ends', () => {
  const profile = profiled(
    loop(
      { outputs: ['last'] },
      {
        nodes: [
          { op: 'Identity', inputs: ['go'], outputs: ['go2'] },
          { op: 'Unsqueeze', inputs: ['h', 'count'], outputs: ['h2'] },
        ],
      },
    ),
  );
  assert.match(typeOf(profile, 'last'), /unknown/);
});

test('a Loop whose body takes other inputs than it is given is a contradiction', () => {
  const profile = profiled(loop({}, { inputs: { i: { dtype: 'int64', shape: [] } } }));
  assert.deepEqual(codesOf(profile), ['shape/invalid']);
});

/** A recurrent cell over the first axis of `xs [T, 2, 4]`. */
function scan(
  attributes: NonNullable<NodeSpec['attributes']>,
  xs: ModelSpec['inputs'][string],
  parts: Partial<ModelSpec> = {},
): ModelSpec {
  return {
    inputs: { h0: [2, 4], xs },
    outputs: ['h', 'ys'],
    initializers: { w: { shape: [4, 4] } },
    nodes: [
      {
        op: 'Scan',
        name: 'cell',
        inputs: ['h0', 'xs'],
        outputs: ['h', 'ys'],
        attributes: {
          num_scan_inputs: 1,
          ...attributes,
          body: {
            graph: {
              inputs: { state: null, input: null },
              outputs: ['next', 'next'],
              nodes: [matmul(['state', 'w'], 'm', 'step'), { op: 'Add', inputs: ['m', 'input'], outputs: ['next'] }],
            },
          },
        },
      },
    ],
    ...parts,
  };
}

test('a Scan runs as often as the scanned axis is long, which may be a symbol', () => {
  const profile = profiled(scan({}, ['T', 2, 4]));
  assert.equal(textOf(profile.totals.macs), '32*T');
  assert.equal(typeOf(profile, 'h'), 'float32[2, 4]');
  assert.equal(typeOf(profile, 'ys'), 'float32[T, 2, 4]');
});

test('scanned and stacked axes may be any', () => {
  const profile = profiled(scan({ scan_input_axes: [1], scan_output_axes: [-1] }, [2, 7, 4]));
  assert.equal(profile.totals.macs, 224n); // 7 · 32
  assert.equal(typeOf(profile, 'ys'), 'float32[2, 4, 7]');
});

test('a Scan of operator set 8 has a batch axis, and runs for each of it', () => {
  const spec = scan({}, [3, 5, 2, 4], { opset: 8, inputs: { h0: [3, 2, 4], xs: [3, 5, 2, 4] } });
  const [node] = spec.nodes;
  const profile = profiled({
    ...spec,
    nodes: [{ op: 'Scan', ...node, inputs: ['', 'h0', 'xs'], outputs: ['h', 'ys'] }],
  });
  assert.equal(profile.totals.macs, 480n); // 3 · 5 · 32
  assert.equal(typeOf(profile, 'h'), 'float32[3, 2, 4]');
  assert.equal(typeOf(profile, 'ys'), 'float32[3, 5, 2, 4]');
});

test('a Scan of more inputs than it has, or of an axis that is not there, is a contradiction', () => {
  assert.deepEqual(codesOf(profiled(scan({ num_scan_inputs: 3 }, ['T', 2, 4]))), ['shape/invalid']);
  assert.deepEqual(codesOf(profiled(scan({ scan_input_axes: [9] }, ['T', 2, 4]))), ['shape/invalid']);
});

test('loops in loops cost the product of their trips', () => {
  const inner = loop({}).nodes[0];
  const profile = profiled(
    loop(
      { outputs: ['last'] },
      {
        outputs: ['go2', 'h2'],
        nodes: [
          { op: 'Identity', inputs: ['go'], outputs: ['go2'] },
          { op: 'Loop', ...inner, name: 'inside', inputs: ['count', '', 'h'], outputs: ['h2', 'rows'] },
        ],
      },
    ),
  );
  assert.equal(profile.totals.macs, 1152n); // 6 · 6 · 32
  assert.deepEqual(
    profile.layers.map((l) => [l.op, l.owner]),
    [
      ['Loop', undefined],
      ['Identity', 0],
      ['Loop', 0],
      ['Identity', 2],
      ['MatMul', 2],
    ],
  );
  // The inner body uses names of the outer one again: each still means one tensor.
  const names = profile.layers.flatMap((l) => l.outputs.map((o) => o.name));
  assert.equal(new Set(names).size, names.length);
});

test('the iteration number has one axis where the body declares it so', () => {
  const profile = profiled(
    loop(
      {},
      {
        inputs: { i: { dtype: 'int64', shape: [1] }, go: { dtype: 'bool', shape: [1] }, h: null },
        outputs: ['go2', 'h2', 'k'],
        nodes: [
          { op: 'Identity', inputs: ['go'], outputs: ['go2'] },
          matmul(['h', 'w'], 'h2', 'step'),
          { op: 'Identity', inputs: ['i'], outputs: ['k'] },
        ],
      },
    ),
  );
  assert.equal(typeOf(profile, 'all'), 'int64[6, 1]');
});

test('sequences are carried through a loop', () => {
  const profile = profiled({
    inputs: { x: [2, 4] },
    outputs: ['out'],
    initializers: { count: { dtype: 'int64', shape: [], values: [3n] } },
    nodes: [
      { op: 'SequenceConstruct', inputs: ['x'], outputs: ['start'] },
      {
        op: 'Loop',
        name: 'grow',
        inputs: ['count', '', 'start'],
        outputs: ['list'],
        attributes: {
          body: {
            graph: {
              inputs: { i: { dtype: 'int64', shape: [] }, go: { dtype: 'bool', shape: [] }, s: null },
              outputs: ['go2', 's2'],
              nodes: [
                { op: 'Identity', inputs: ['go'], outputs: ['go2'] },
                { op: 'SequenceInsert', inputs: ['s', 'x'], outputs: ['s2'] },
              ],
            },
          },
        },
      },
      { op: 'SequenceAt', inputs: ['list', 'count'], outputs: ['out'] },
    ],
  });
  assert.equal(typeOf(profile, 'out'), 'float32[2, 4]');
});

test('weights of many layers, stacked and scanned, are weights', () => {
  const profile = profiled({
    inputs: { x: [2, 8] },
    outputs: ['y'],
    initializers: { stack: { shape: [5, 8, 8] } },
    nodes: [
      {
        op: 'Scan',
        inputs: ['x', 'stack'],
        outputs: ['y'],
        attributes: {
          num_scan_inputs: 1,
          body: {
            graph: { inputs: { s: [2, 8], w: [8, 8] }, outputs: ['t'], nodes: [matmul(['s', 'w'], 't', 'layer')] },
          },
        },
      },
    ],
  });
  assert.equal(profile.totals.parameters, 320n);
  assert.equal(profile.totals.macs, 640n); // 5 · 2·8·8
  assert.deepEqual(
    layerOf(profile, 'MatMul').weights.map((w) => [w.input, w.name]),
    [[1, 'stack']],
  );
});

test('in a body, a view of what lies outside takes no memory', () => {
  const branch = (op: string): GraphSpec => ({
    outputs: ['t'],
    nodes: [
      { op: 'Flatten', inputs: ['x'], outputs: ['f'] },
      { op, inputs: ['f'], outputs: ['t'] },
    ],
  });
  const { totals } = profiled({
    inputs: { x: [2, 4, 8], flag: { dtype: 'bool', shape: [] } },
    outputs: ['y'],
    nodes: [
      {
        op: 'If',
        inputs: ['flag'],
        outputs: ['y'],
        attributes: { then_branch: { graph: branch('Relu') }, else_branch: { graph: branch('Sigmoid') } },
      },
    ],
  });
  assert.equal(totals.peakBytes, 513n); // x and y of 256 bytes, the flag of 1
  assert.equal(totals.activationBytes, 513n);
});

/** Every item of `s` times a `[4, 8]` weight. */
function mapping(nodes: readonly NodeSpec[], parts: Partial<ModelSpec> = {}): ModelSpec {
  return {
    inputs: { x: [2, 4], z: [3, 4] },
    outputs: ['t'],
    initializers: { w: { shape: [4, 8] } },
    nodes: [
      ...nodes,
      {
        op: 'SequenceMap',
        name: 'each',
        inputs: ['s'],
        outputs: ['t'],
        attributes: {
          body: { graph: { inputs: { e: null }, outputs: ['f'], nodes: [matmul(['e', 'w'], 'f', 'step')] } },
        },
      },
    ],
    ...parts,
  };
}

test('a SequenceMap costs its body once for each item', () => {
  const profile = profiled(mapping([{ op: 'SequenceConstruct', inputs: ['x', 'x', 'x'], outputs: ['s'] }]));
  assert.equal(profile.totals.macs, 192n); // 3 · 2·4·8
  assert.equal(profile.totals.parameters, 32n);
  assert.equal(profile.layers.filter((l) => l.op === 'MatMul').length, 1);
  assert.deepEqual(codesOf(profile), []);
});

test('items of different shapes are counted one by one', () => {
  const profile = profiled(mapping([{ op: 'SequenceConstruct', inputs: ['x', 'z'], outputs: ['s'] }]));
  assert.deepEqual(
    profile.layers.filter((l) => l.op === 'MatMul').map((l) => l.macs),
    [64n, 96n], // 2·4·8, 3·4·8
  );
  assert.equal(profile.totals.parameters, 32n);
});

test('a sequence whose length is not known makes the items of a SequenceMap a symbol', () => {
  const profile = profiled(mapping([], { inputs: { s: { sequence: [2, 4] } } }));
  assert.equal(textOf(profile.totals.macs), '64*each_trips');
  assert.deepEqual(codesOf(profile), ['operator/trips']);
});

test('a Loop that never runs takes no memory of its own', () => {
  const none = { w: { shape: [4, 4] }, count: { dtype: 'int64', shape: [], values: [0n] } } as const;
  const { peakBytes } = profiled(loop({ initializers: none })).totals;
  assert.equal(peakBytes, 64n); // x 32, last 32, all 0
});

test('a network full of Ifs names the first five and counts the rest', () => {
  const one = branches({});
  const [node] = one.nodes;
  assert.ok(node !== undefined);
  const nodes = Array.from({ length: 8 }, (_, i) => ({ ...node, name: `if${i}`, outputs: [`y${i}`] }));
  const profile = profiled({ ...one, nodes, outputs: nodes.flatMap((n) => n.outputs) });
  assert.deepEqual(codesOf(profile), [...Array.from({ length: 5 }, () => 'operator/branch'), 'operator/branches-more']);
  assert.match(profile.problems.at(-1)?.message ?? '', /^3 further nodes/);
});

test('a sequence of items of different shapes takes the bytes of all of them', () => {
  const profile = profiled({
    inputs: { x: [7, 4] },
    initializers: { parts: { dtype: 'int64', shape: [2], values: [3, 4] } },
    outputs: ['y'],
    nodes: [
      { op: 'SplitToSequence', inputs: ['x', 'parts'], outputs: ['s'] },
      { op: 'ConcatFromSequence', inputs: ['s'], outputs: ['y'], attributes: { axis: 0 } },
    ],
  });
  // x, the 3 + 4 rows of the sequence, and the rows joined again: 28 floats each.
  assert.equal(profile.totals.peakBytes, 336n);
});

test('an optional that is empty takes the branch for nothing; one that is given, either', () => {
  const choose = (optional: string): ModelSpec => ({
    inputs: { x: [2, 4], given: { optional: ['N', 4] } },
    outputs: ['y'],
    opset: 18,
    initializers: { w: { shape: [4, 8] } },
    nodes: [
      { op: 'Optional', inputs: [], outputs: ['none'], attributes: { type: { type: ['N', 4] } } },
      { op: 'Optional', inputs: ['x'], outputs: ['some'] },
      { op: 'OptionalHasElement', inputs: [optional], outputs: ['has'] },
      {
        op: 'If',
        inputs: ['has'],
        outputs: ['y'],
        attributes: {
          then_branch: {
            graph: {
              outputs: ['t'],
              nodes: [
                { op: 'OptionalGetElement', inputs: [optional], outputs: ['e'] },
                { op: 'MatMul', inputs: ['e', 'w'], outputs: ['t'] },
              ],
            },
          },
          else_branch: { graph: { outputs: ['u'], nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['u'] }] } },
        },
      },
    ],
  });
  assert.deepEqual(codesOf(profiled(choose('none'))), []);
  assert.equal(profiled(choose('none')).totals.macs, 64n); // 2·4·8
  assert.equal(profiled(choose('some')).totals.macs, 64n);
  // The extents of an optional that the model is given can be bound.
  assert.equal(profiled(choose('given'), { bind: { N: 5 } }).totals.macs, 160n);
  assert.equal(typeOf(profiled(choose('given'), { bind: { N: 2 } }), 'y'), 'float32[2, 8]');
});

test('branches that give the same numbers give them on', () => {
  const give = (name: string): GraphSpec => ({
    outputs: [name],
    nodes: [{ op: 'Concat', inputs: ['three', 'five'], outputs: [name], attributes: { axis: 0 } }],
  });
  const profile = profiled({
    inputs: { flag: { dtype: 'bool', shape: [] } },
    outputs: ['y'],
    initializers: {
      three: { dtype: 'int64', shape: [1], values: [3n] },
      five: { dtype: 'int64', shape: [1], values: [5n] },
    },
    nodes: [
      {
        op: 'If',
        inputs: ['flag'],
        outputs: ['s'],
        attributes: { then_branch: { graph: give('a') }, else_branch: { graph: give('b') } },
      },
      { op: 'ConstantOfShape', inputs: ['s'], outputs: ['y'] },
    ],
  });
  assert.equal(typeOf(profile, 'y'), 'float32[3, 5]');
});
