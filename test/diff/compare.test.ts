import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../src/diff/compare.ts';
import type { Side } from '../../src/diff/diff.ts';
import { lines, measured, misplaced, renamed, type Spec, side, sideOfFile, unexplained } from './sides.ts';

type NodeSpec = Spec['nodes'][number];
type Tensors = NonNullable<Spec['initializers']>;

interface Part {
  readonly nodes: readonly NodeSpec[];
  readonly tensors: Tensors;
}

/** `out = conv(from)`, 8 channels unless said otherwise, named by the module path. */
function conv(
  path: string,
  from: string,
  out: string,
  shape = [8, 8, 3, 3],
  more: Partial<Record<'group' | 'stride', number>> = {},
): Part {
  const pad = ((shape[2] ?? 1) - 1) / 2;
  const { group = 1, stride = 1 } = more;
  const attributes = { pads: [pad, pad, pad, pad], group, strides: [stride, stride] };
  const weight = `${path}.weight`;
  return {
    nodes: [
      { op: 'Conv', name: `/${path.replaceAll('.', '/')}/Conv`, inputs: [from, weight], outputs: [out], attributes },
    ],
    tensors: { [weight]: { shape } },
  };
}

function plain(op: string, inputs: readonly string[], out: string, attributes: NodeSpec['attributes'] = {}): Part {
  return { nodes: [{ op, inputs, outputs: [out], attributes }], tensors: {} };
}

function network(parts: readonly Part[], output: string, input = [1, 8, 16, 16], more: Partial<Spec> = {}): Side {
  return side(networkSpec(parts, output, input, more));
}

function networkSpec(parts: readonly Part[], output: string, input = [1, 8, 16, 16], more: Partial<Spec> = {}): Spec {
  const initializers = Object.assign({}, ...parts.map((p) => p.tensors));
  return { inputs: { x: input }, outputs: [output], initializers, nodes: parts.flatMap((p) => p.nodes), ...more };
}

const three = (middle: Part): readonly Part[] => [conv('a', 'x', 'a'), middle, conv('c', 'b', 'c')];

test('a wider layer is modified in its outputs, and the next in its inputs', () => {
  const base = network([conv('a', 'x', 'a'), plain('Relu', ['a'], 'r'), conv('b', 'r', 'b')], 'b');
  const head = network(
    [conv('a', 'x', 'a', [12, 8, 3, 3]), plain('Relu', ['a'], 'r'), conv('b', 'r', 'b', [8, 12, 3, 3])],
    'b',
  );
  const diff = compare(base, head);
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Conv'], head: ['Conv'], changes: ['outChannels 8 → 12'] },
    { kind: 'modified', base: ['Conv'], head: ['Conv'], changes: ['inChannels 8 → 12'] },
    { kind: 'shapeOnly', base: ['Relu'], head: ['Relu'], changes: [] },
  ]);
  // 8·8·3·3 = 576 weights and 576 · 16² = 147,456 MACs become 864 and 221,184
  assert.deepEqual(diff.records[0]?.delta.get('parameters'), { from: 576n, to: 864n, by: 288n });
  assert.deepEqual(diff.records[0]?.delta.get('macs'), { from: 147_456n, to: 221_184n, by: 73_728n });
  assert.deepEqual(diff.totals.get('macs'), { from: 294_912n, to: 442_368n, by: 147_456n });
  assert.deepEqual(unexplained(diff), []);
});

test('kernel, stride and groups are told by their names', () => {
  const base = network(three(conv('b', 'a', 'b')), 'c');
  const head = network(three(conv('b', 'a', 'b', [8, 2, 5, 5], { group: 4, stride: 2 })), 'c');
  const [first, second] = lines(compare(base, head));
  assert.deepEqual(first?.changes.toSorted(), [
    'groups 1 → 4',
    'kernel 3×3 → 5×5',
    'padding 1×1×1×1 → 2×2×2×2',
    'stride 1 → 2×2',
  ]);
  assert.deepEqual(second, { kind: 'shapeOnly', base: ['Conv'], head: ['Conv'], changes: [] });
});

test('an added layer is added, and its neighbours are unchanged', () => {
  const base = network([conv('a', 'x', 'a'), conv('c', 'a', 'c')], 'c');
  const head = network([conv('a', 'x', 'a'), plain('Sigmoid', ['a'], 's'), conv('c', 's', 'c')], 'c');
  assert.deepEqual(lines(compare(base, head)), [{ kind: 'added', base: [], head: ['Sigmoid'], changes: [] }]);
  assert.deepEqual(lines(compare(head, base)), [{ kind: 'removed', base: ['Sigmoid'], head: [], changes: [] }]);
});

test('another activation is a modified layer', () => {
  const diff = compare(
    network(three(plain('Relu', ['a'], 'b')), 'c'),
    network(three(plain('LeakyRelu', ['a'], 'b')), 'c'),
  );
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Relu'], head: ['LeakyRelu'], changes: ['activation Relu → LeakyRelu'] },
  ]);
});

test('an activation spelled out in four operators is one replacement', () => {
  const spelled: Part = {
    nodes: [
      { op: 'Sigmoid', inputs: ['a'], outputs: ['s'] },
      { op: 'Mul', inputs: ['a', 's'], outputs: ['b'] },
    ],
    tensors: {},
  };
  const [base, head] = [network(three(spelled), 'c'), network(three(plain('HardSwish', ['a'], 'b')), 'c')];
  assert.deepEqual(lines(compare(base, head)), [
    { kind: 'fused', base: ['Sigmoid', 'Mul'], head: ['HardSwish'], changes: ['op Sigmoid + Mul → HardSwish'] },
  ]);
  assert.equal(compare(head, base).records[0]?.kind, 'split');
});

test('a batch normalisation folded into the convolution before it is a fusion', () => {
  const statistics = Object.fromEntries(['s', 'b', 'm', 'v'].map((n) => [`bn.${n}`, { shape: [8] }]));
  const norm: Part = {
    nodes: [{ op: 'BatchNormalization', inputs: ['a', 'bn.s', 'bn.b', 'bn.m', 'bn.v'], outputs: ['b'] }],
    tensors: statistics,
  };
  const withBias = conv('a', 'x', 'b');
  const folded: Part = {
    nodes: withBias.nodes.map((n) => ({ ...n, inputs: [...n.inputs, 'a.bias'] })),
    tensors: {
      'a.weight': { shape: [8, 8, 3, 3], values: Array.from({ length: 576 }, (_, i) => i / 100) },
      'a.bias': { shape: [8] },
    },
  };
  const base = network([conv('a', 'x', 'a'), norm, plain('Relu', ['b'], 'r'), conv('c', 'r', 'c')], 'c');
  const head = network([folded, plain('Relu', ['b'], 'r'), conv('c', 'r', 'c')], 'c');
  const diff = compare(base, head);
  assert.deepEqual(lines(diff), [
    { kind: 'fused', base: ['Conv', 'BatchNormalization'], head: ['Conv'], changes: ['bias no → yes'] },
  ]);
  // scale and shift go, one bias comes
  assert.deepEqual(diff.records[0]?.delta.get('parameters'), { from: 592n, to: 584n, by: -8n });
  assert.deepEqual(diff.records[0]?.delta.get('buffers'), { from: 16n, to: 0n, by: -16n });
  assert.deepEqual(unexplained(diff), []);
});

test('quantised layers are the same layers with their quantise and dequantise nodes', () => {
  const scales: Tensors = { s: { shape: [] }, z: { shape: [], dtype: 'int8', values: [0] } };
  const quantised: Part = {
    nodes: [
      { op: 'QuantizeLinear', inputs: ['a', 's', 'z'], outputs: ['q'] },
      { op: 'DequantizeLinear', inputs: ['q', 's', 'z'], outputs: ['d'] },
      { op: 'DequantizeLinear', inputs: ['b.weight', 's', 'z'], outputs: ['w'] },
      { op: 'Conv', name: '/b/Conv', inputs: ['d', 'w'], outputs: ['b'], attributes: { pads: [1, 1, 1, 1] } },
    ],
    tensors: { ...scales, 'b.weight': { shape: [8, 8, 3, 3], dtype: 'int8' } },
  };
  const [base, head] = [network(three(conv('b', 'a', 'b')), 'c'), network(three(quantised), 'c')];
  const diff = compare(base, head);
  assert.equal(diff.records.length, 1);
  const [record] = lines(diff);
  assert.equal(record?.kind, 'modified');
  assert.deepEqual(record?.head, ['QuantizeLinear', 'DequantizeLinear', 'DequantizeLinear', 'Conv']);
  assert.deepEqual(record?.changes, ['dtype float32 → int8', 'quantization none → int8']);
  assert.deepEqual(unexplained(diff), []);
  assert.deepEqual(misplaced(diff, base, head), []);
});

test('a container of another name is one renamed record', () => {
  const net = (stage: string): Side =>
    network([conv('stem', 'x', 's'), conv(`${stage}.0.conv`, 's', 'a'), conv(`${stage}.1.conv`, 'a', 'b')], 'b');
  const diff = compare({ profile: net('layer1').profile }, { profile: net('trunk').profile });
  assert.deepEqual(lines(diff), [
    { kind: 'renamed', base: ['Conv', 'Conv'], head: ['Conv', 'Conv'], changes: ['module layer1 → trunk'] },
  ]);
  assert.equal(diff.unchanged, 1);
});

test('retrained weights are weightsOnly, and absent ones are said to be absent', () => {
  const trained = (factor: number, external = false): Side => {
    const values = Array.from({ length: 576 }, (_, i) => Math.sin(i) * factor);
    const tensor = { shape: [8, 8, 3, 3], ...(external ? { external: { location: 'w.bin' } } : { values }) };
    const part = conv('a', 'x', 'a');
    return network([{ ...part, tensors: { 'a.weight': tensor } }, plain('Relu', ['a'], 'r')], 'r');
  };
  const diff = compare(trained(1), trained(1.01));
  assert.deepEqual(lines(diff), [{ kind: 'weightsOnly', base: ['Conv'], head: ['Conv'], changes: [] }]);
  assert.deepEqual(diff.notes, []);
  const blind = compare(trained(1, true), trained(1, true));
  assert.deepEqual(blind.records, []);
  assert.match(blind.notes.join(), /Weight values are not at hand/);
});

test('a saved profile stands in for a model', () => {
  const base = network(three(plain('Relu', ['a'], 'b')), 'c');
  const head = network(three(plain('Sigmoid', ['a'], 'b')), 'c');
  const diff = compare({ profile: base.profile }, head);
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Relu'], head: ['Sigmoid'], changes: ['activation Relu → Sigmoid'] },
  ]);
  assert.match(diff.notes.join(), /Weight values are not at hand/);
});

test('another exporter and another operator set are notes, not changes', () => {
  const net = (producer: string, opset: number): Side =>
    network(three(plain('Relu', ['a'], 'b')), 'c', [1, 8, 16, 16], { producer, opset });
  const diff = compare(net('pytorch 2.1.0', 13), net('pytorch 2.2.0', 17));
  assert.deepEqual(diff.records, []);
  assert.deepEqual(diff.notes, ['Another exporter: pytorch 2.1.0 → pytorch 2.2.0.', 'Another operator set: 13 → 17.']);
});

test('a symbol of another name at the same place is the same extent', () => {
  const net = (batch: string): Side =>
    side({ ...networkSpec(three(plain('Relu', ['a'], 'b')), 'c'), inputs: { x: [batch, 8, 16, 16] } });
  const diff = compare(net('batch'), net('s0'));
  assert.deepEqual(diff.records, []);
  assert.equal(diff.totals.get('macs')?.by, 0n);
});

test('constants in nodes and in initializers, shared or repeated, are the same', () => {
  const half = { tensor: { shape: [], values: [0.5] } };
  const inNode: Part = {
    nodes: [
      { op: 'Constant', inputs: [], outputs: ['k'], attributes: { value: half } },
      { op: 'Mul', inputs: ['a', 'k'], outputs: ['b'] },
    ],
    tensors: {},
  };
  const stored: Part = {
    nodes: [{ op: 'Mul', inputs: ['k', 'a'], outputs: ['b'] }],
    tensors: { k: { shape: [], values: [0.5] } },
  };
  const [base, head] = [network(three(inNode), 'c'), network(three(stored), 'c')];
  const diff = compare(base, head);
  assert.deepEqual(diff.records, []);
  assert.deepEqual(unexplained(diff), []);
  assert.deepEqual(misplaced(diff, base, head), []);
  assert.deepEqual(
    diff.folded.base.map((l) => l.op),
    ['Constant'],
  );
});

test('an embedding that is no longer tied to the output is a change of the weights', () => {
  const net = (tied: boolean): Side => {
    const nodes: NodeSpec[] = [
      { op: 'Gather', inputs: ['table', 'x'], outputs: ['e'] },
      { op: 'Relu', inputs: ['e'], outputs: ['r'] },
      { op: 'Gemm', inputs: ['r', tied ? 'table' : 'out'], outputs: ['y'], attributes: { transB: 1 } },
    ];
    const initializers: Tensors = { table: { shape: [32, 16] }, ...(tied ? {} : { out: { shape: [32, 16] } }) };
    return side({ inputs: { x: { dtype: 'int64', shape: [4] } }, outputs: ['y'], initializers, nodes });
  };
  const diff = compare({ profile: net(true).profile }, { profile: net(false).profile });
  assert.deepEqual(lines(diff), [
    { kind: 'modified', base: ['Gather'], head: ['Gather'], changes: ['weights shared → own'] },
  ]);
  // 32 · 16
  assert.equal(diff.totals.get('parameters')?.by, 512n);
  assert.deepEqual(unexplained(diff), []);
});

test('two layers that changed places have moved', () => {
  const order = (first: string, second: string): Side =>
    network([conv('stem', 'x', 's'), conv(first, 's', 'm'), conv(second, 'm', 'n'), conv('top', 'n', 't')], 't');
  const diff = compare(order('a', 'b'), order('b', 'a'));
  assert.ok(diff.records.length > 0);
  assert.ok(diff.records.every((r) => r.kind === 'moved' && r.changes[0]?.what === 'input'));
  assert.deepEqual(unexplained(diff), []);
});

test('different architectures are compared by their totals alone', () => {
  const cnn = network(
    Array.from({ length: 8 }, (_, i) => [
      conv(`c${i}`, i === 0 ? 'x' : `r${i - 1}`, `v${i}`, [8, 8, 3, 3]),
      plain('Relu', [`v${i}`], `r${i}`),
    ]).flat(),
    'r7',
  );
  const nodes: NodeSpec[] = [];
  const initializers: Record<string, Tensors[string]> = {};
  for (let i = 0; i < 8; i++) {
    initializers[`w${i}`] = { shape: [16, 16] };
    nodes.push(
      { op: 'MatMul', inputs: [i === 0 ? 'x' : `s${i - 1}`, `w${i}`], outputs: [`m${i}`] },
      { op: 'Softmax', inputs: [`m${i}`], outputs: [`s${i}`] },
    );
  }
  const diff = compare(cnn, side({ inputs: { x: [4, 16] }, outputs: ['s7'], initializers, nodes }));
  assert.equal(diff.related, false);
  assert.deepEqual(diff.records, []);
  // 8 · 16 · 16 − 8 · 576
  assert.equal(diff.totals.get('parameters')?.by, -2560n);
  assert.match(diff.notes.join(), /different architectures/);
});

test('more copies of a block are counted, with module paths and without', () => {
  const block = (path: string, i: number): readonly Part[] => [
    conv(`${path}.${i}.conv`, i === 0 ? 'x' : `r${i - 1}`, `v${i}`),
    plain('Relu', [`v${i}`], `w${i}`),
    plain('Add', [`w${i}`, i === 0 ? 'x' : `r${i - 1}`], `r${i}`),
  ];
  const net = (count: number): Side =>
    network(Array.from({ length: count }, (_, i) => block('layer3', i)).flat(), `r${count - 1}`);
  const [base, head] = [net(6), net(23)];
  assert.ok(base.model && head.model);
  // only the convolutions bear paths here, so the copies are found by repetition
  const blind = compare(measured(renamed(base.model)), measured(renamed(head.model)));
  assert.deepEqual(
    blind.blocks.map(({ from, to }) => [from, to]),
    [[6, 23]],
  );
  // 17 blocks of three layers
  assert.equal(blind.records.length, 51);
  assert.ok(blind.records.every((r) => r.kind === 'added'));
});

test('the example models differ in what their description says', () => {
  const [base, head] = ['base', 'head'].map((n) =>
    sideOfFile(new URL(`../../examples/${n}.onnx`, import.meta.url).pathname),
  );
  assert.ok(base?.model && head?.model);
  assert.deepEqual(compare(base, measured(renamed(base.model))).records, []);
  const diff = compare(base, head);
  assert.deepEqual(unexplained(diff), []);
  assert.deepEqual(misplaced(diff, base, head), []);
  const again = compare(base, measured(renamed(head.model)));
  assert.equal(again.totals.get('macs')?.by, diff.totals.get('macs')?.by);
});

test('the order in which an exporter writes attributes says nothing', () => {
  const pool = (attributes: NodeSpec['attributes']): Side =>
    network(three(plain('MaxPool', ['a'], 'b', attributes)), 'c');
  const base = pool({ kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [1, 1] });
  const head = pool({ strides: [1, 1], pads: [1, 1, 1, 1], kernel_shape: [3, 3] });
  assert.deepEqual(lines(compare(base, head)), []);
});

test('a second call of a module without parameters is not a renamed module', () => {
  const relu = (path: string): Side =>
    network(
      three({
        nodes: [{ op: 'Relu', name: `/block/${path}/Relu`, inputs: ['a'], outputs: ['b'] }],
        tensors: {},
      }),
      'c',
    );
  assert.deepEqual(lines(compare(relu('relu_1'), relu('relu'))), []);
  assert.deepEqual(
    lines(compare(relu('relu'), relu('act'))).map(({ kind }) => kind),
    ['renamed'],
  );
});

/** Convolutions one after another, each with the weight of the given name. */
function stack(weights: readonly string[]): Side {
  const values = (name: string): number[] => Array.from({ length: 144 }, (_, i) => Math.sin(i * name.charCodeAt(0)));
  return side({
    inputs: { x: [1, 4, 8, 8] },
    outputs: [`t${weights.length - 1}`],
    initializers: Object.fromEntries(weights.map((w) => [w, { shape: [4, 4, 3, 3], values: values(w) }])),
    nodes: weights.map((w, i) => ({
      op: 'Conv',
      inputs: [i === 0 ? 'x' : `t${i - 1}`, w],
      outputs: [`t${i}`],
      attributes: { pads: [1, 1, 1, 1] },
    })),
  });
}

test('a weight that was shared and is no longer is said where the layers stay', () => {
  const diff = compare(stack(['v', 'w', 'w']), stack(['v', 'w', 'u']));
  assert.deepEqual(lines(diff), [
    { kind: 'weightsOnly', base: ['Conv'], head: ['Conv'], changes: ['weights shared → own'] },
  ]);
  assert.deepEqual(unexplained(diff), []);
});

test('fewer users of a shared weight do not make it another weight', () => {
  const diff = compare(stack(['v', 'w', 'w', 'w']), stack(['v', 'w', 'w']));
  assert.deepEqual(lines(diff), [{ kind: 'removed', base: ['Conv'], head: [], changes: [] }]);
  assert.deepEqual(unexplained(diff), []);
});
