import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GraphSpec, ModelSpec, NodeSpec, TensorSpec, ValueSpec } from '../build.ts';
import { codesOf, layerOf, profiled, textOf, typeOf } from './fixtures.ts';

const int = (...values: readonly number[]): TensorSpec => ({ dtype: 'int64', shape: [values.length], values });
const scalar = (value: number): TensorSpec => ({ dtype: 'int64', shape: [], values: [value] });
const goOn: NodeSpec = { op: 'Identity', inputs: ['go'], outputs: ['go2'] };
const node = (
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: NonNullable<NodeSpec['attributes']> = {},
): NodeSpec => ({ op, inputs, outputs: [output], attributes });
const count: ValueSpec = { dtype: 'int64', shape: [] };

/** A Loop that carries `carried` (body name → outer name), and whose first node says whether it goes on. */
function loop(
  count: string,
  carried: Readonly<Record<string, string>>,
  nodes: readonly NodeSpec[],
  results: readonly string[],
  outputs: readonly string[],
): NodeSpec {
  const states = Object.fromEntries(Object.keys(carried).map((name) => [name, null]));
  const body: GraphSpec = {
    inputs: { i: { dtype: 'int64', shape: [] }, go: { dtype: 'bool', shape: [] }, ...states },
    outputs: ['go2', ...results],
    nodes,
  };
  const inputs = [count, '', ...Object.values(carried)];
  return { op: 'Loop', name: 'L', inputs, outputs, attributes: { body: { graph: body } } };
}

/** `x [2, 4]`, `t [T, 4]`, a `[4, 4]` weight, and the numbers loops need. */
function model(nodes: readonly NodeSpec[], outputs: readonly string[], parts: Partial<ModelSpec> = {}): ModelSpec {
  return {
    inputs: { x: [2, 4], t: ['T', 4] },
    outputs,
    nodes,
    ...parts,
    initializers: {
      w: { shape: [4, 4] },
      six: scalar(6),
      zero: scalar(0),
      one: scalar(1),
      two: scalar(2),
      first: int(0),
      next: int(1),
      end: int(2 ** 31 - 1),
      ...parts.initializers,
    },
  };
}

/** The rows of `t`. */
const rows: readonly NodeSpec[] = [node('Shape', ['t'], 'sh'), node('Gather', ['sh', 'zero'], 'n', { axis: 0 })];
const grow = [
  goOn,
  node('Concat', ['h', 'x'], 'h2', { axis: 0 }),
  node('MatMul', ['h2', 'w'], 'm'),
  node('ReduceSum', ['m'], 's', { keepdims: 0 }),
];

test('a carried tensor that grows by so many rows a trip has an exact shape in the end, and costs what each trip does', () => {
  const profile = profiled(model([loop('six', { h: 'x' }, grow, ['h2', 's'], ['y', 'sums'])], ['y', 'sums']));
  assert.equal(typeOf(profile, 'y'), 'float32[14, 4]'); // 2 + 6·2
  assert.equal(typeOf(profile, 'sums'), 'float32[6]');
  assert.equal(profile.totals.macs, 864n); // (4 + 6 + 8 + 10 + 12 + 14) · 4·4
  assert.equal(typeOf(profile, 'm'), 'float32[2*trip_of_L + 4, 4]');
  // Nothing is left open that could be bound.
  assert.deepEqual([profile.coverage.known, profile.coverage.symbolic], [5, 0]);
  assert.deepEqual(codesOf(profile), []);
});

test('memory of a loop that grows is that of its last trip', () => {
  const spec = model([loop('six', { h: 'x' }, grow, ['h2', 's'], ['y', 'sums'])], ['y', 'sums'], {
    inputs: { x: [2, 4] },
  });
  // Outside: x 32, y 14·16, sums 6·4. In the last trip: i 8, go 1 (go2 is a view), h 12·16, h2 and m 14·16, s 4.
  assert.equal(profiled(spec).totals.peakBytes, 933n); // 32 + 224 + 24 + 9 + 192 + 224 + 224 + 4
});

test('with a symbol of trips, shape and cost are expressions in it', () => {
  const profile = profiled(model([...rows, loop('n', { h: 'x' }, grow, ['h2', 's'], ['y', 'sums'])], ['y', 'sums']));
  assert.equal(typeOf(profile, 'y'), 'float32[2*T + 2, 4]');
  assert.equal(textOf(profile.totals.macs), '16*T^2 + 48*T'); // Σ (4 + 2k) · 16
  const bound = profiled(model([...rows, loop('n', { h: 'x' }, grow, ['h2', 's'], ['y', 'sums'])], ['y', 'sums']), {
    bind: { T: 6 },
  });
  assert.equal(bound.totals.macs, 864n);
});

test('a product of two tensors that grow costs a sum of squares', () => {
  const nodes = [
    goOn,
    node('Concat', ['h', 'x'], 'h2', { axis: 0 }),
    node('Transpose', ['h2'], 'ht', { perm: [1, 0] }),
    node('MatMul', ['h2', 'ht'], 'm'),
    node('ReduceSum', ['m'], 's', { keepdims: 0 }),
  ];
  const profile = profiled(model([loop('six', { h: 'x' }, nodes, ['h2', 's'], ['y', 'sums'])], ['y', 'sums']));
  assert.equal(profile.totals.macs, 2224n); // (16 + 36 + 64 + 100 + 144 + 196) · 4
});

test('what doubles each trip is walked trip by trip', () => {
  const nodes = [
    goOn,
    node('Concat', ['h', 'h'], 'h2', { axis: 0 }),
    node('MatMul', ['h2', 'w'], 'm'),
    node('ReduceSum', ['m'], 's', { keepdims: 0 }),
  ];
  const profile = profiled(model([loop('six', { h: 'x' }, nodes, ['h2', 's'], ['y', 'sums'])], ['y', 'sums']));
  assert.equal(typeOf(profile, 'y'), 'float32[128, 4]'); // 2·2⁶
  assert.equal(profile.totals.macs, 4032n); // (4 + 8 + … + 128) · 16
  assert.deepEqual(
    [...new Set(profile.layers.map((l) => l.body))],
    [undefined, 'body_0', 'body_1', 'body_2', 'body_3', 'body_4', 'body_5'],
  );
});

test('what settles after a few trips is walked until then, however many follow', () => {
  const nodes = [
    goOn,
    node('Concat', ['h', 'x'], 'c', { axis: 0 }),
    node('Slice', ['c', 'back', 'end', 'first'], 'h2'),
    node('MatMul', ['h2', 'w'], 'm'),
    node('ReduceSum', ['m'], 's', { keepdims: 0 }),
  ];
  const window = model([loop('many', { h: 'x' }, nodes, ['h2', 's'], ['y', 'sums'])], ['y', 'sums'], {
    initializers: { back: int(-8), many: scalar(500) },
  });
  const profile = profiled(window);
  assert.equal(typeOf(profile, 'y'), 'float32[8, 4]');
  assert.equal(profile.totals.macs, 63904n); // (4 + 6 + 498·8) · 16
});

test('a loop of one trip begins with what it is given', () => {
  const nodes = [node('Cast', ['s'], 'go2', { to: 9 }), ...grow.slice(1)];
  const profile = profiled(model([loop('one', { h: 'x' }, nodes, ['h2', 's'], ['y', 'sums'])], ['y', 'sums']));
  assert.equal(typeOf(profile, 'y'), 'float32[4, 4]');
  assert.equal(profile.totals.macs, 64n);
});

test('the number of the trip cuts, gathers and counts', () => {
  const nodes = [
    goOn,
    node('Unsqueeze', ['i', 'first'], 'iv'),
    node('Add', ['iv', 'next'], 'iw'),
    node('Slice', ['t', 'first', 'iw', 'first'], 'part'),
    node('MatMul', ['part', 'w'], 'm'),
    node('ReduceSum', ['m'], 's', { keepdims: 0 }),
  ];
  const profile = profiled(model([...rows, loop('n', {}, nodes, ['s'], ['sums'])], ['sums'], { opset: 17 }));
  // The first trip takes a row, the last all T: 16 · T(T + 1)/2.
  assert.equal(textOf(profile.totals.macs), '8*T^2 + 8*T');
});

test('one row a trip is one row, also where the number of rows is a symbol', () => {
  const nodes = [
    goOn,
    node('Unsqueeze', ['i', 'first'], 'iv'),
    node('Add', ['iv', 'next'], 'iw'),
    node('Slice', ['t', 'iv', 'iw', 'first'], 'row'),
    node('MatMul', ['row', 'w'], 'm'),
    node('SequenceInsert', ['list', 'm'], 'list2'),
  ];
  const profile = profiled(
    model(
      [
        ...rows,
        { op: 'SequenceEmpty', inputs: [], outputs: ['none'] },
        loop('n', { list: 'none' }, nodes, ['list2'], ['all']),
        node('ConcatFromSequence', ['all'], 'y', { axis: 0 }),
      ],
      ['y'],
    ),
  );
  assert.equal(typeOf(profile, 'y'), 'float32[T, 4]');
  assert.equal(textOf(profile.totals.macs), '16*T');
});

test('a list of items that grow is joined exactly where the trips are few', () => {
  const nodes = [
    goOn,
    node('Unsqueeze', ['i', 'first'], 'iv'),
    node('Add', ['iv', 'next'], 'iw'),
    node('Slice', ['six_rows', 'first', 'iw', 'first'], 'part'),
    node('SequenceInsert', ['list', 'part'], 'list2'),
  ];
  const profile = profiled(
    model(
      [
        { op: 'SequenceEmpty', inputs: [], outputs: ['none'] },
        loop('six', { list: 'none' }, nodes, ['list2'], ['all']),
        node('ConcatFromSequence', ['all'], 'y', { axis: 0 }),
      ],
      ['y'],
      { initializers: { six_rows: { shape: [6, 4] } } },
    ),
  );
  assert.equal(typeOf(profile, 'y'), 'float32[21, 4]'); // 1 + 2 + … + 6
});

test('a counter is a number after the loop too', () => {
  const profile = profiled(
    model(
      [
        loop('six', { c: 'two' }, [goOn, node('Add', ['c', 'two'], 'c2')], ['c2'], ['last']),
        node('Unsqueeze', ['last', 'first'], 'v'),
        node('ConstantOfShape', ['v'], 'y'),
      ],
      ['y'],
    ),
  );
  assert.equal(typeOf(profile, 'y'), 'float32[14]'); // 2 + 6·2
});

test('a branch that the number of the trip chooses is counted where it runs', () => {
  const then: GraphSpec = {
    outputs: ['a2'],
    nodes: [node('MatMul', ['h', 'w'], 'a1'), node('MatMul', ['a1', 'w'], 'a2')],
  };
  const otherwise: GraphSpec = { outputs: ['b1'], nodes: [node('MatMul', ['h', 'w'], 'b1')] };
  const nodes = [
    goOn,
    node('Less', ['i', 'two'], 'early'),
    node('If', ['early'], 'h2', { then_branch: { graph: then }, else_branch: { graph: otherwise } }),
  ];
  const profile = profiled(model([loop('six', { h: 'x' }, nodes, ['h2'], ['y'])], ['y']));
  assert.equal(profile.totals.macs, 256n); // (2·2 + 4·1) · 2·4·4
  assert.deepEqual(codesOf(profile), []);
});

/** `h ← h · w`, as often as `trips` says, inside the trip of another loop. */
function inner(trips: string): NodeSpec {
  const body: GraphSpec = {
    inputs: { j: { dtype: 'int64', shape: [] }, on: { dtype: 'bool', shape: [] }, g: null },
    outputs: ['on2', 'g2'],
    nodes: [node('Identity', ['on'], 'on2'), node('MatMul', ['g', 'w'], 'g2')],
  };
  return {
    op: 'Loop',
    name: 'inner',
    inputs: [trips, '', 'h'],
    outputs: ['h2'],
    attributes: { body: { graph: body } },
  };
}

test('a loop that runs as often as the number of the trip around it costs a triangle', () => {
  const profile = profiled(model([loop('six', { h: 'x' }, [goOn, inner('i')], ['h2'], ['y'])], ['y']));
  assert.equal(profile.totals.macs, 480n); // (0 + 1 + … + 5) · 2·4·4
  assert.deepEqual(codesOf(profile), []);
  const symbolic = profiled(model([...rows, loop('n', { h: 'x' }, [goOn, inner('i')], ['h2'], ['y'])], ['y']));
  assert.equal(textOf(symbolic.totals.macs), '16*T^2 - 16*T'); // 32 · T(T − 1)/2
});

test('a loop in a loop that both grow give an exact shape', () => {
  const body: GraphSpec = {
    inputs: { j: { dtype: 'int64', shape: [] }, on: { dtype: 'bool', shape: [] }, g: null },
    outputs: ['on2', 'g2'],
    nodes: [
      node('Identity', ['on'], 'on2'),
      node('MatMul', ['g', 'w'], 'm'),
      node('Concat', ['m', 'x'], 'g2', { axis: 0 }),
    ],
  };
  const nested: NodeSpec = {
    op: 'Loop',
    name: 'inner',
    inputs: ['i', '', 'h'],
    outputs: ['h2'],
    attributes: { body: { graph: body } },
  };
  const profile = profiled(model([loop('six', { h: 'x' }, [goOn, nested], ['h2'], ['y'])], ['y']));
  assert.equal(typeOf(profile, 'y'), 'float32[32, 4]'); // 2 + 2·(0 + … + 5)
  assert.equal(profile.totals.macs, 3840n); // rows before each of the 15 inner trips: 2, 4, …, 30 = 240, · 16
});

test('a symbol of the model that is called like the number of the trip stays another', () => {
  const spec = model(
    [
      ...rows,
      loop(
        'n',
        { h: 'x' },
        grow.map((n) => (n.op === 'Concat' ? node('Concat', ['h', 't'], 'h2', { axis: 0 }) : n)),
        ['h2', 's'],
        ['y', 'sums'],
      ),
    ],
    ['y', 'sums'],
    {
      inputs: { x: [2, 4], t: ['trip_of_L', 4] },
    },
  );
  assert.equal(typeOf(profiled(spec), 'y'), 'float32[trip_of_L^2 + 2, 4]');
  const bound = profiled(spec, { bind: { trip_of_L: 3 } });
  assert.equal(typeOf(bound, 'y'), 'float32[11, 4]'); // 2 + 3·3
  assert.equal(bound.totals.macs, 384n); // (5 + 8 + 11) · 16
});

test('rows that the data decides are not taken to be as many in each trip', () => {
  const nodes = [
    goOn,
    node('ReduceMax', ['h'], 'm', { axes: [1], keepdims: 0 }),
    node('Cast', ['m'], 'keep', { to: 9 }),
    node('Compress', ['h', 'keep'], 'some', { axis: 0 }),
    node('Concat', ['some', 'x'], 'h2', { axis: 0 }),
  ];
  const profile = profiled(model([loop('six', { h: 'x' }, nodes, ['h2'], ['y'])], ['y']));
  assert.equal(typeOf(profile, 'y'), 'float32[?, 4]');
});

test('what is stacked but is another in each trip is unknown', () => {
  const profile = profiled(model([loop('six', { h: 'x' }, grow, ['h2', 'h2'], ['y', 'all'])], ['all']));
  assert.equal(typeOf(profile, 'all'), 'float32[6, ?, 4]');
});

test('a function called inside a loop grows with it', () => {
  const spec = model(
    [
      loop(
        'six',
        { h: 'x' },
        [goOn, { op: 'Longer', domain: 'my', inputs: ['h', 'x', 'w'], outputs: ['h2'] }],
        ['h2'],
        ['y'],
      ),
    ],
    ['y'],
    {
      opset: { '': 17, my: 1 },
      functions: [
        {
          domain: 'my',
          name: 'Longer',
          inputs: ['a', 'b', 'k'],
          outputs: ['d'],
          nodes: [node('MatMul', ['a', 'k'], 'c'), node('Concat', ['c', 'b'], 'd', { axis: 0 })],
        },
      ],
    },
  );
  const profile = profiled(spec);
  assert.equal(typeOf(profile, 'y'), 'float32[14, 4]');
  assert.equal(profile.totals.macs, 672n); // (2 + 4 + … + 12) · 16
});

test('loops inside one another that all grow end in bounded work, and say what they do not know', () => {
  const nest = (depth: number, input: string): NodeSpec => {
    const name = `r${depth}`;
    const own: NodeSpec[] = depth === 0 ? [] : [nest(depth - 1, `h${depth}`)];
    const body: GraphSpec = {
      inputs: {
        [`i${depth}`]: { dtype: 'int64', shape: [] },
        [`go${depth}`]: { dtype: 'bool', shape: [] },
        [`h${depth}`]: null,
      },
      outputs: [`on${depth}`, name],
      nodes: [
        node('Identity', [`go${depth}`], `on${depth}`),
        ...own,
        node('Concat', [depth === 0 ? 'h0' : `o${depth - 1}`, 'x'], name, { axis: 0 }),
      ],
    };
    return {
      op: 'Loop',
      name: `L${depth}`,
      inputs: ['six', '', input],
      outputs: [`o${depth}`],
      attributes: { body: { graph: body } },
    };
  };
  const profile = profiled(model([nest(12, 'x')], ['o12']));
  assert.match(typeOf(profile, 'o12'), /^float32\[\?, 4\]$/);
  assert.ok(layerOf(profile, 'Concat').status !== 'known');
});

test('a loop over what an input counts is a symbol, and growth an expression in it', () => {
  const spec = model([loop('n', { h: 'x' }, grow, ['h2', 's'], ['y', 'sums'])], ['y', 'sums'], {
    inputs: { x: [2, 4], n: count },
  });
  assert.equal(typeOf(profiled(spec), 'y'), 'float32[2*L_trips + 2, 4]');
  assert.deepEqual(codesOf(profiled(spec)), ['operator/trips']);
  assert.equal(typeOf(profiled(spec, { bind: { n: 3 } }), 'y'), 'float32[8, 4]');
  assert.equal(typeOf(profiled(spec, { bind: { L_trips: 3 } }), 'y'), 'float32[8, 4]');
});

test('a list that a loop in a loop fills has as many items as there are pairs', () => {
  const body: GraphSpec = {
    inputs: { j: count, on: { dtype: 'bool', shape: [] }, inside: null },
    outputs: ['on2', 'inside2'],
    nodes: [
      node('Identity', ['on'], 'on2'),
      node('MatMul', ['x', 'w'], 'm'),
      node('SequenceInsert', ['inside', 'm'], 'inside2'),
    ],
  };
  const nodes: readonly NodeSpec[] = [
    goOn,
    {
      op: 'Loop',
      name: 'inner',
      inputs: ['i', '', 'list'],
      outputs: ['list2'],
      attributes: { body: { graph: body } },
    },
  ];
  const spec = model(
    [
      ...rows,
      { op: 'SequenceEmpty', inputs: [], outputs: ['none'] },
      loop('n', { list: 'none' }, nodes, ['list2'], ['all']),
      node('ConcatFromSequence', ['all'], 'y', { axis: 0 }),
    ],
    ['y'],
  );
  assert.equal(textOf(profiled(spec).totals.macs), '16*T^2 - 16*T'); // 2·4·4 · T(T − 1)/2
  assert.equal(typeOf(profiled(spec, { bind: { T: 5 } }), 'y'), 'float32[20, 4]'); // 2 · 5·4/2
});

test('the largest integer as a limit of trips is none', () => {
  const nodes = [...grow.slice(1), node('Less', ['i', 'two'], 'go2')];
  const spec = model([loop('endless', { h: 'x' }, nodes, ['h2', 's'], ['y', 'sums'])], ['y', 'sums'], {
    initializers: { endless: { dtype: 'int64', shape: [], values: [2n ** 63n - 1n] } },
  });
  assert.equal(typeOf(profiled(spec), 'y'), 'float32[8, 4]'); // trips 0, 1 and 2
});

test('what only the first trip has otherwise is known in the end, where an inner loop counts by the trip', () => {
  const nodes = [
    goOn,
    inner('i'),
    node('Slice', ['w', 'first', 'next', 'first'], 'row'),
    node('Add', ['h2', 'row'], 'h3'),
  ];
  const spec = model([loop('many', { h: 'thin' }, nodes, ['h3'], ['y'])], ['y'], {
    initializers: { many: scalar(70), thin: { shape: [1, 4] } },
  });
  assert.equal(typeOf(profiled(spec), 'y'), 'float32[1, 4]');
  assert.equal(profiled(spec).totals.macs, 38640n); // 70·69/2 · 4·4
});
