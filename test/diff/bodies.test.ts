import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileFromJson, profileToJson } from '../../src/analysis/profile-json.ts';
import { portable } from '../../src/budget/portable.ts';
import { memorySource } from '../../src/bytes/source.ts';
import { compare } from '../../src/diff/compare.ts';
import type { Diff, Side } from '../../src/diff/diff.ts';
import { readModel } from '../../src/formats/index.ts';
import { assemble } from '../../src/report/assemble.ts';
import { storyLines } from '../../src/report/lines.ts';
import { storyOf } from '../../src/report/story.ts';
import { say } from '../../src/report/words.ts';
import { type FunctionSpec, type GraphSpec, type NodeSpec, onnx } from '../build.ts';
import { lines, measured, misplaced, renamed, type Spec, side, unexplained } from './sides.ts';

/** Everything that must hold of any comparison, both ways round; the answer is base to head. */
function compared(base: Side, head: Side): Diff {
  const diff = compare(base, head);
  const back = compare(head, base);
  assert.deepEqual(misplaced(diff, base, head), []);
  assert.deepEqual(unexplained(diff), []);
  assert.deepEqual(unexplained(back), []);
  assert.deepEqual(
    back.pairs.map((p) => [p.head.id, p.base.id]).sort(),
    diff.pairs.map((p) => [p.base.id, p.head.id]).sort(),
  );
  assert.equal(back.records.length, diff.records.length);
  return diff;
}

function body(
  nodes: readonly NodeSpec[],
  output: string,
  more: Partial<GraphSpec> = {},
): { readonly graph: GraphSpec } {
  return { graph: { outputs: [output], nodes, ...more } };
}

function conv(weight: string, from: string, out: string): NodeSpec {
  return {
    op: 'Conv',
    name: `${out}_conv`,
    inputs: [from, weight],
    outputs: [out],
    attributes: { pads: [1, 1, 1, 1] },
  };
}

function op(name: string, from: readonly string[], out: string): NodeSpec {
  return { op: name, name: `${out}_${name}`, inputs: from, outputs: [out] };
}

/** A detector that looks twice where it is told to: a stem, and an If with a convolution in one branch. */
function detector(activation: string, width = 8): Spec {
  return {
    inputs: { x: [1, 8, 16, 16], twice: { dtype: 'bool', shape: [] } },
    outputs: ['y'],
    initializers: { stem: { shape: [8, 8, 3, 3] }, last: { shape: [8, 8, 3, 3] } },
    nodes: [
      conv('stem', 'x', 's'),
      {
        op: 'If',
        name: 'again',
        inputs: ['twice'],
        outputs: ['d'],
        attributes: {
          then_branch: body([conv('w1', 's', 'p'), op(activation, ['p'], 'q'), conv('w2', 'q', 'r')], 'r', {
            initializers: { w1: { shape: [width, 8, 3, 3] }, w2: { shape: [8, width, 3, 3] } },
          }),
          else_branch: body([op('Relu', ['s'], 'e')], 'e'),
        },
      },
      conv('last', 'd', 'y'),
    ],
  };
}

test('a layer in a branch of an If is compared with its like', () => {
  const diff = compared(side(detector('Relu')), side(detector('Sigmoid')));
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Relu'], head: ['Sigmoid'], changes: ['activation Relu → Sigmoid'] },
  ]);
  assert.equal(diff.unchanged, 6);
  assert.equal(diff.pairs.length, 7);
});

test('a wider layer in a branch is one change, and the If none', () => {
  const diff = compared(side(detector('Relu')), side(detector('Relu', 12)));
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Conv'], head: ['Conv'], changes: ['outChannels 8 → 12'] },
    { kind: 'modified', base: ['Conv'], head: ['Conv'], changes: ['inChannels 8 → 12'] },
    { kind: 'shapeOnly', base: ['Relu'], head: ['Relu'], changes: [] },
  ]);
  // 4 × 8 × 9 weights more at 16 × 16 places, in each of the two.
  assert.equal(diff.records[0]?.delta.get('macs')?.by, 73_728n);
  assert.equal(diff.totals.get('macs')?.by, 147_456n);
});

test('names say nothing inside bodies either', () => {
  const model = readModel(memorySource('m.onnx', onnx(detector('Relu'))));
  const diff = compared(measured(model), measured(renamed(model)));
  assert.deepEqual(diff.records, []);
  assert.equal(diff.unchanged, 7);
});

test('a saved profile keeps what its bodies take and give', () => {
  const saved = (s: Side): Side => ({
    profile: profileFromJson(JSON.stringify(profileToJson(s.profile)), 'saved.json'),
  });
  const diff = compared(saved(side(detector('Relu'))), saved(side(detector('Sigmoid'))));
  assert.deepEqual(
    diff.records.map((r) => [r.kind, r.base[0]?.op, r.head[0]?.op]),
    [['modified', 'Relu', 'Sigmoid']],
  );
});

test('where the other branch counts now, its layers say so', () => {
  const net = (first: string): Side =>
    side({
      inputs: { x: [4], c: { dtype: 'bool', shape: [] } },
      outputs: ['y'],
      nodes: [
        {
          op: 'If',
          inputs: ['c'],
          outputs: ['y'],
          attributes: {
            then_branch: body([op(first, ['x'], 'r')], 'r'),
            else_branch: body([op('Relu', ['x'], 'r')], 'r'),
          },
        },
      ],
    });
  const diff = compared(net('Identity'), net('Sigmoid'));
  assert.deepEqual(lines(diff), [
    { kind: 'rewritten', base: ['Identity'], head: ['Sigmoid'], changes: ['op Identity → Sigmoid'] },
    { kind: 'shapeOnly', base: ['Relu'], head: ['Relu'], changes: ['branch counted → not counted'] },
  ]);
});

/** A state that a convolution goes over five times. */
function loop(width: number, more: readonly NodeSpec[] = []): Side {
  const out = more.at(-1)?.outputs[0] ?? 'b';
  return side({
    inputs: { x: [1, 4, 8, 8] },
    outputs: ['y'],
    initializers: { trips: { shape: [], dtype: 'int64', values: [5] }, on: { shape: [], dtype: 'bool', values: [1] } },
    nodes: [
      {
        op: 'Loop',
        name: 'refine',
        inputs: ['trips', 'on', 'x'],
        outputs: ['y'],
        attributes: {
          body: {
            graph: {
              inputs: { i: { dtype: 'int64', shape: [] }, go: { dtype: 'bool', shape: [] }, state: [1, 4, 8, 8] },
              outputs: ['go_on', out],
              initializers: { w1: { shape: [width, 4, 3, 3] }, w2: { shape: [4, width, 3, 3] } },
              nodes: [op('Identity', ['go'], 'go_on'), conv('w1', 'state', 'a'), conv('w2', 'a', 'b'), ...more],
            },
          },
        },
      },
    ],
  });
}

test('a wider convolution in a Loop costs its difference on every trip', () => {
  const diff = compared(loop(4), loop(6));
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Conv'], head: ['Conv'], changes: ['outChannels 4 → 6'] },
    { kind: 'modified', base: ['Conv'], head: ['Conv'], changes: ['inChannels 4 → 6'] },
  ]);
  // 2 × 4 × 9 weights at 8 × 8 places, five times.
  assert.equal(diff.records[0]?.delta.get('macs')?.by, 23_040n);
  assert.equal(diff.records[0]?.delta.get('parameters')?.by, 72n);
  assert.equal(diff.unchanged, 2);
});

test('a layer put into a body is added, and what is around it stays', () => {
  const diff = compared(loop(4), loop(4, [op('Relu', ['b'], 'c')]));
  assert.deepEqual(lines(diff), [{ kind: 'added', base: [], head: ['Relu'], changes: [] }]);
  assert.equal(diff.unchanged, 4);
});

test('a Loop that is gone takes its body with it', () => {
  const plain = side({
    inputs: { x: [1, 4, 8, 8] },
    outputs: ['y'],
    nodes: [op('Tanh', ['x'], 'y')],
  });
  const diff = compared(loop(4), plain);
  assert.deepEqual(lines(diff), [{ kind: 'rewritten', base: ['Loop'], head: ['Tanh'], changes: ['op Loop → Tanh'] }]);
  // Two convolutions of 4 × 4 × 9 weights at 8 × 8 places, five times.
  assert.equal(diff.records[0]?.delta.get('macs')?.by, -92_160n);
});

test('the body of a Scan is compared with the slices it is given', () => {
  const net = (activation: string): Side =>
    side({
      inputs: { h0: [8], xs: [10, 8] },
      outputs: ['h', 'ys'],
      initializers: { u: { shape: [8, 8] } },
      nodes: [
        {
          op: 'Scan',
          name: 'rnn',
          inputs: ['h0', 'xs'],
          outputs: ['h', 'ys'],
          attributes: {
            num_scan_inputs: 1,
            body: {
              graph: {
                inputs: { h_in: [8], x_in: [8] },
                outputs: ['h_out', 'y_out'],
                nodes: [
                  op('MatMul', ['h_in', 'u'], 'm'),
                  op('Add', ['m', 'x_in'], 'a'),
                  op(activation, ['a'], 'h_out'),
                  op('Identity', ['h_out'], 'y_out'),
                ],
              },
            },
          },
        },
      ],
    });
  const diff = compared(net('Tanh'), net('Relu'));
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Tanh'], head: ['Relu'], changes: ['activation Tanh → Relu'] },
  ]);
  assert.deepEqual(compared(net('Tanh'), net('Tanh')).records, []);
});

test('an If in an If is opened too', () => {
  const net = (kernel: number): Side => {
    const inner = body(
      [
        {
          op: 'MaxPool',
          name: 'pool',
          inputs: ['x'],
          outputs: ['i'],
          attributes: { kernel_shape: [kernel, kernel], pads: Array<number>(4).fill((kernel - 1) / 2) },
        },
      ],
      'i',
    );
    return side({
      inputs: { x: [1, 2, 9, 9], c: { dtype: 'bool', shape: [] }, d: { dtype: 'bool', shape: [] } },
      outputs: ['y'],
      nodes: [
        {
          op: 'If',
          inputs: ['c'],
          outputs: ['y'],
          attributes: {
            then_branch: body(
              [
                {
                  op: 'If',
                  inputs: ['d'],
                  outputs: ['o'],
                  attributes: { then_branch: inner, else_branch: body([op('Tanh', ['x'], 'j')], 'j') },
                },
              ],
              'o',
            ),
            else_branch: body([op('Relu', ['x'], 'k')], 'k'),
          },
        },
      ],
    });
  };
  const diff = compared(net(3), net(5));
  assert.deepEqual(
    diff.records.map((r) => [r.kind, r.base[0]?.op, r.changes.map(({ what }) => what)]),
    [['modified', 'MaxPool', ['kernel', 'padding']]],
  );
  assert.equal(diff.unchanged, 4);
});

function block(name: string, activation: string): FunctionSpec {
  return {
    domain: 'local',
    name,
    inputs: ['from', 'weight'],
    outputs: ['to'],
    opset: 17,
    nodes: [
      { op: 'Conv', name: 'conv', inputs: ['from', 'weight'], outputs: ['c'], attributes: { pads: [1, 1, 1, 1] } },
      { op: activation, name: 'act', inputs: ['c'], outputs: ['to'] },
    ],
  };
}

const weights = { w0: { shape: [4, 4, 3, 3] }, w1: { shape: [4, 4, 3, 3] }, w2: { shape: [4, 4, 3, 3] } };

/** The function called three times, one after the other. */
function calls(name: string, activation: string): Side {
  return side({
    inputs: { t0: [1, 4, 8, 8] },
    outputs: ['t3'],
    initializers: weights,
    opset: { '': 17, local: 1 },
    functions: [block(name, activation)],
    nodes: [0, 1, 2].map((i) => ({
      op: name,
      domain: 'local',
      name: `call_${i}`,
      inputs: [`t${i}`, `w${i}`],
      outputs: [`t${i + 1}`],
    })),
  });
}

test('what a function does is compared at each of its calls', () => {
  const diff = compared(calls('Block', 'Relu'), calls('Block', 'Sigmoid'));
  assert.deepEqual(
    lines(diff),
    [0, 1, 2].map(() => ({
      kind: 'modified',
      base: ['Relu'],
      head: ['Sigmoid'],
      changes: ['activation Relu → Sigmoid'],
    })),
  );
  // Three convolutions and three calls.
  assert.equal(diff.unchanged, 6);
  assert.equal(diff.pairs.filter((p) => p.base.index !== null).length, 3);
});

test('a function by another name is renamed, and nothing in it differs', () => {
  const diff = compared(calls('Block', 'Relu'), calls('ConvBlock', 'Relu'));
  assert.deepEqual(lines(diff), [
    {
      kind: 'renamed',
      base: ['Block', 'Block', 'Block'],
      head: ['ConvBlock', 'ConvBlock', 'ConvBlock'],
      changes: ['function Block → ConvBlock'],
    },
  ]);
  assert.equal(diff.records[0]?.delta.size, 0);
});

test('a function that is written out on the other side is the same network', () => {
  const plain = side({
    inputs: { t0: [1, 4, 8, 8] },
    outputs: ['t3'],
    initializers: weights,
    nodes: [0, 1, 2].flatMap((i) => [conv(`w${i}`, `t${i}`, `c${i}`), op('Relu', [`c${i}`], `t${i + 1}`)]),
  });
  const diff = compared(calls('Block', 'Relu'), plain);
  assert.deepEqual(diff.records, []);
  assert.equal(diff.unchanged, 6);
  assert.equal(diff.folded.base.length, 3);
  assert.equal(diff.folded.delta.size, 0);
  assert.deepEqual(
    diff.notes.filter((n) => n.includes('function')),
    [
      "3 calls of a local function in the base are written out in the head: the exporter's spelling, which costs nothing of its own.",
    ],
  );
});

test('a saved profile knows a call, and what it stands for', () => {
  const saved = (s: Side): Side => ({
    profile: profileFromJson(JSON.stringify(profileToJson(s.profile)), 'saved.json'),
  });
  const diff = compared(saved(calls('Block', 'Relu')), saved(calls('ConvBlock', 'Relu')));
  assert.deepEqual(
    diff.records.map((r) => r.kind),
    ['renamed'],
  );
  assert.equal(diff.unchanged, 6);
});

test('hundreds of branches are each compared with their like', () => {
  const net = (changed: string): Side =>
    side({
      inputs: { h0: [4], c: { dtype: 'bool', shape: [] } },
      outputs: ['h300'],
      nodes: Array.from({ length: 300 }, (_, i) => ({
        op: 'If',
        inputs: ['c'],
        outputs: [`h${i + 1}`],
        attributes: {
          then_branch: body([op(i === 150 ? changed : 'Tanh', [`h${i}`], `a${i}`)], `a${i}`),
          else_branch: body([op('Identity', [`h${i}`], `b${i}`)], `b${i}`),
        },
      })),
    });
  const diff = compared(net('Tanh'), net('Sigmoid'));
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Tanh'], head: ['Sigmoid'], changes: ['activation Tanh → Sigmoid'] },
  ]);
  assert.equal(diff.unchanged, 899);
});

/** A Loop that refines a state by `blocks` equal blocks of three layers on each trip. */
function refiner(blocks: number, module = ''): Spec {
  const nodes: NodeSpec[] = [];
  const initializers: Record<string, { shape: number[] }> = {};
  let last = 'state';
  for (let k = 0; k < blocks; k++) {
    const path = (name: string) => ({ name: module === '' ? '' : `/${module}/${module}.${k}/${name}` });
    initializers[`w${k}`] = { shape: [8, 8, 3, 3] };
    nodes.push(
      { ...conv(`w${k}`, last, `c${k}`), ...path('conv/Conv') },
      { ...op('Tanh', [`c${k}`], `t${k}`), ...path('act/Tanh') },
      { ...op('Add', [`t${k}`, last], `a${k}`), ...path('Add') },
    );
    last = `a${k}`;
  }
  const loop = {
    inputs: { i: { dtype: 'int64', shape: [] }, on: { dtype: 'bool', shape: [] }, state: [1, 8, 16, 16] },
    outputs: ['still', 'next'],
    nodes: [...nodes, op('Identity', ['on'], 'still'), op('Identity', [last], 'next')],
    initializers,
  } as const;
  return {
    inputs: { x: [1, 8, 16, 16] },
    outputs: ['y'],
    initializers: { trips: { dtype: 'int64', shape: [], values: [3] } },
    nodes: [
      { op: 'Loop', name: 'refine', inputs: ['trips', '', 'x'], outputs: ['y'], attributes: { body: { graph: loop } } },
    ],
  };
}

test('blocks that repeat in a body are counted there, with or without module paths', () => {
  const told = (base: Side, head: Side) =>
    compared(base, head).blocks.map(({ name, from, to, within }) => [name, from, to, within?.owner.name, within?.body]);
  const [two, five] = [side(refiner(2)), side(refiner(5))];
  assert.deepEqual(told(two, five), [['Conv-Tanh-Add', 2, 5, 'refine', 'body']]);
  assert.deepEqual(told(five, two), [['Conv-Tanh-Add', 5, 2, 'refine', 'body']]);
  assert.deepEqual(told(two, two), []);
  assert.deepEqual(told(side(refiner(2, 'steps')), side(refiner(5, 'steps'))), [['steps', 2, 5, 'refine', 'body']]);
});

test('the report tells of blocks in a body in one line, with what they cost', () => {
  const told = (base: Side, head: Side) => {
    const whole = {
      path: 'm.onnx',
      status: 'changed',
      base: base.profile,
      head: head.profile,
      diff: compare(base, head),
    } as const;
    const [model = assert.fail('no model')] = assemble({
      version: '0',
      base: null,
      head: { label: 'head' },
      models: [portable(whole)],
      verdict: { verdict: 'pass', checks: [], problems: [] },
    }).models;
    const story = storyOf(model);
    return storyLines(model, story).map((phrase) => say(phrase, (text) => `<${text}>`));
  };
  // 8·8·9·256 MACs on each of three trips: 442,368.
  const line = (name: string) => `<refine.body/${name}>: block ×2 → ×5 (+3 × 442 k MACs, 576 Parameters).`;
  assert.deepEqual(told(side(refiner(2)), side(refiner(5)))[0], line('Conv-Tanh-Add'));
  assert.deepEqual(told(side(refiner(2, 'steps')), side(refiner(5, 'steps')))[0], line('steps'));
});
