import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelSpec, NodeSpec, TensorSpec } from '../build.ts';
import { codesOf, profiled, textOf, typeOf } from './fixtures.ts';

const scalar = (value: number | bigint): TensorSpec => ({ dtype: 'int64', shape: [], values: [BigInt(value)] });
const node = (op: string, inputs: readonly string[], output: string): NodeSpec => ({ op, inputs, outputs: [output] });

/** `h ← h · w` while the body's first result says so; `c` counts from `from`. */
function counting(
  nodes: readonly NodeSpec[],
  { count = '', condition = 'yes', from = 'zero' }: { count?: string; condition?: string; from?: string } = {},
): ModelSpec {
  return {
    inputs: { x: [2, 4], flag: { dtype: 'bool', shape: [] } },
    outputs: ['y', 'all'],
    initializers: {
      w: { shape: [4, 4] },
      yes: { dtype: 'bool', shape: [], values: [1] },
      no: { dtype: 'bool', shape: [], values: [0] },
      zero: scalar(0),
      one: scalar(1),
      two: scalar(2),
      six: scalar(6),
      hundred: scalar(100),
      endless: scalar(2n ** 63n - 1n),
      half: { shape: [], values: [0.5] },
      unit: { shape: [], values: [1] },
      tenth: { shape: [], values: [0.1] },
    },
    nodes: [
      {
        op: 'Loop',
        name: 'L',
        inputs: [count, condition, from, 'x'],
        outputs: ['last', 'y', 'all'],
        attributes: {
          body: {
            graph: {
              inputs: { i: { dtype: 'int64', shape: [] }, go: { dtype: 'bool', shape: [] }, c: null, h: null },
              outputs: ['go2', 'c2', 'h2', 'h2'],
              nodes: [...nodes, node('MatMul', ['h', 'w'], 'h2')],
            },
          },
        },
      },
    ],
  };
}

const cases: readonly {
  readonly name: string;
  readonly nodes: readonly NodeSpec[];
  readonly given?: Parameters<typeof counting>[1];
  readonly trips: number;
}[] = [
  {
    name: 'a counter that is carried',
    nodes: [node('Add', ['c', 'one'], 'c2'), node('Less', ['c2', 'six'], 'go2')],
    trips: 6,
  },
  {
    name: 'a number that is halved, under a limit that exporters write for none',
    nodes: [node('Div', ['c', 'two'], 'c2'), node('Greater', ['c2', 'zero'], 'go2')],
    given: { count: 'endless', from: 'hundred' },
    trips: 7, // 50, 25, 12, 6, 3, 1, 0
  },
  {
    name: 'a floating-point number that falls below another',
    nodes: [node('Mul', ['c', 'half'], 'c2'), node('Greater', ['c2', 'tenth'], 'go2')],
    given: { from: 'unit' },
    trips: 4, // 0.5, 0.25, 0.125, 0.0625
  },
  {
    name: 'the number of the trip',
    nodes: [node('Identity', ['c'], 'c2'), node('Less', ['i', 'two'], 'go2')],
    given: { count: 'six' },
    trips: 3, // the trips 0, 1 and 2
  },
  {
    name: 'a limit that is reached first',
    nodes: [node('Identity', ['c'], 'c2'), node('Less', ['i', 'hundred'], 'go2')],
    given: { count: 'six' },
    trips: 6,
  },
  {
    name: 'a body that says no at once',
    nodes: [node('Identity', ['c'], 'c2'), node('Identity', ['no'], 'go2')],
    given: { count: 'six' },
    trips: 1,
  },
  {
    name: 'a condition that is false before the first trip',
    nodes: [node('Add', ['c', 'one'], 'c2'), node('Less', ['c2', 'six'], 'go2')],
    given: { condition: 'no' },
    trips: 0,
  },
];

for (const { name, nodes, given, trips } of cases)
  test(`a loop counts for itself: ${name}`, () => {
    const profile = profiled(counting(nodes, given));
    assert.equal(typeOf(profile, 'all'), `float32[${trips}, 2, 4]`);
    assert.equal(profile.totals.macs, BigInt(trips * 32));
    assert.deepEqual(codesOf(profile), []);
  });

test('a condition that starts as the data says is a symbol of trips', () => {
  const nodes = [node('Add', ['c', 'one'], 'c2'), node('Less', ['c2', 'six'], 'go2')];
  const profile = profiled(counting(nodes, { condition: 'flag' }));
  assert.equal(textOf(profile.totals.macs), '32*L_trips');
  assert.deepEqual(codesOf(profile), ['operator/trips']);
});

test('a loop that never ends by itself is a symbol of trips, and its count takes bounded work', () => {
  const nodes = [node('Add', ['c', 'one'], 'c2'), node('Greater', ['c2', 'zero'], 'go2')];
  const profile = profiled(counting(nodes));
  assert.equal(typeOf(profile, 'all'), 'float32[L_trips, 2, 4]');
});

/** `while i < T`, as `torch.while_loop` is exported: the same comparison before the loop and at the end of its body. */
function whileBelow(step: string): ModelSpec {
  const spec = counting([node('Add', ['c', step], 'c2'), node('Less', ['c2', 'n'], 'go2')], { condition: 'starts' });
  const before = [node('Shape', ['t'], 'sh'), node('Squeeze', ['sh'], 'n'), node('Less', ['zero', 'n'], 'starts')];
  return { ...spec, inputs: { x: [2, 4], t: ['T'] }, nodes: [...before, ...spec.nodes] };
}

test('a condition on a symbol is solved, and agrees with running it', () => {
  assert.equal(textOf(profiled(whileBelow('one')).totals.macs), '32*T');
  assert.equal(typeOf(profiled(whileBelow('two')), 'all'), 'float32[floor((T + 1)/2), 2, 4]');
  for (const T of [0, 1, 2, 3, 7]) {
    assert.equal(profiled(whileBelow('one'), { bind: { T } }).totals.macs, BigInt(32 * T));
    assert.equal(profiled(whileBelow('two'), { bind: { T } }).totals.macs, BigInt(32 * Math.ceil(T / 2)));
  }
});

test('a condition on a symbol that nothing brings nearer is a symbol of trips', () => {
  assert.equal(textOf(profiled(whileBelow('zero')).totals.macs), '32*L_trips');
});
