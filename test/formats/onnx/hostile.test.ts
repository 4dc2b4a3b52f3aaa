import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memorySource, type Source } from '../../../src/bytes/source.ts';
import { readModel } from '../../../src/formats/index.ts';
import type { Graph } from '../../../src/model/model.ts';
import { FlopgateError, type Problem } from '../../../src/problem.ts';
import { concat, field, onnx, varint } from '../../build.ts';

/** A bit of everything, so that a changed byte may hit anything. */
const specimen = onnx({
  inputs: { x: ['N', 3, 8, 8], s: { sequence: [1, null] }, m: { key: 'int64', value: [2] } },
  outputs: { y: null, z: { dtype: 'bfloat16', shape: ['N', '2*N + 1'] } },
  producer: 'pytorch 2.1',
  opset: { '': 18, 'com.x': 1 },
  ir: 10,
  metadata: { key: 'value' },
  initializers: {
    w: { shape: [4, 3, 3, 3] },
    typed: { shape: [5], typed: true },
    ints: { shape: [3], dtype: 'int64', values: [-1, 300, 5], typed: true },
    nibbles: { shape: [3], dtype: 'int4', values: [-8, 7, 1] },
    words: { shape: [2], dtype: 'string', values: ['a', 'bc'] },
    far: { shape: [10, 10], external: { location: 'w.bin', offset: 4096, length: 400 } },
  },
  sparseInitializers: {
    sp: {
      shape: [3, 3],
      values: [1, 2],
      indices: [
        [0, 1],
        [2, 2],
      ],
    },
  },
  nodes: [
    {
      op: 'Conv',
      inputs: ['x', 'w'],
      outputs: ['c'],
      name: 'conv',
      attributes: { pads: [1, 1, 1, 1], a: 0.5, m: 'SAME', t: { tensor: { shape: [2], values: [1, 2] } } },
      metadata: { k: 'v' },
    },
    {
      op: 'If',
      inputs: ['b'],
      outputs: ['y'],
      attributes: {
        then_branch: {
          graph: { outputs: ['o'], nodes: [{ op: 'Relu', inputs: ['c'], outputs: ['o'], overload: 'q' }] },
        },
      },
    },
  ],
  functions: [
    {
      domain: 'com.x',
      name: 'F',
      inputs: ['a'],
      outputs: ['b'],
      attributes: ['k'],
      defaults: { d: 3 },
      nodes: [{ op: 'Abs', inputs: ['a'], outputs: ['b'] }],
    },
  ],
  valueInfo: { c: [1, 4, 8, 8] },
});

/** Reads all there is to read; anything but a FlopgateError is a bug. */
function outcome(bytes: Uint8Array): Problem | 'read' {
  try {
    touch(readModel(memorySource('m.onnx', bytes)).graph);
    return 'read';
  } catch (error) {
    if (error instanceof FlopgateError) return error.problem;
    throw error;
  }
}

function touch(graph: Graph): void {
  for (const t of graph.tensors.values()) t.elements(0, Math.min(Number(t.elementCount), 1000));
  for (const node of graph.nodes)
    for (const a of node.attributes.values()) {
      if (a.kind === 'graph') touch(a.value);
      if (a.kind === 'tensor') a.value.elements(0, Math.min(Number(a.value.elementCount), 1000));
    }
}

test('every prefix of a model ends in one problem', () => {
  assert.equal(outcome(specimen), 'read');
  for (let end = 0; end < specimen.length; end++) {
    const problem = outcome(specimen.subarray(0, end));
    // Where a field of the model itself ends, what came so far is a shorter model.
    if (problem !== 'read') assert.match(problem.code, /^format\//, `${end}`);
  }
});

test('a model cut short is called damaged, with the place and the reason', () => {
  const problem = outcome(specimen.subarray(0, specimen.length / 2));
  assert.ok(problem !== 'read');
  assert.equal(problem.code, 'format/damaged');
  assert.match(problem.message, /the file ends \d+ bytes later/);
  assert.ok((problem.at?.offset ?? 0) > 0);
});

test('any single changed byte ends in a model or one problem', () => {
  for (let at = 0; at < specimen.length; at++)
    for (const value of [0, 1, 0x7f, 0x80, 0xff, (specimen[at] ?? 0) ^ 1, (specimen[at] ?? 0) ^ 8]) {
      const bytes = specimen.slice();
      bytes[at] = value;
      outcome(bytes);
    }
});

test('any bytes at all end in a model or one problem', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void outcome(bytes)),
    { numRuns: 2000 },
  );
});

test('any bytes inside a graph end in a model or one problem', () => {
  const anyField = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(0, 1, 2, 5), fc.uint8Array({ maxLength: 30 }))
    .map(([number, wire, bytes]) => (wire === 2 ? field(number, bytes) : concat([varint(number * 8 + wire), bytes])));
  const message = fc.array(anyField, { maxLength: 8 }).map(concat);
  const within = (m: Uint8Array, ...numbers: number[]) => numbers.reduceRight((inner, n) => field(n, inner), m);
  const at = fc.constantFrom(
    [7],
    [7, 1],
    [7, 1, 5],
    [7, 5],
    [7, 15],
    [7, 15, 1],
    [7, 11, 2],
    [7, 11, 2, 1, 2],
    [25],
    [7, 1, 5, 5],
    [7, 1, 5, 6],
  );
  fc.assert(
    fc.property(message, at, (m, numbers) => void outcome(within(m, ...numbers))),
    { numRuns: 4000 },
  );
});

/** `levels` graphs, each in an If of the one outside it. */
function nestedGraphs(levels: number): Uint8Array {
  let graph = new Uint8Array(0);
  const name = (n: number, text: string) => field(n, new TextEncoder().encode(text));
  for (let i = 0; i < levels; i++)
    graph = Uint8Array.from(field(1, concat([name(4, 'If'), field(5, concat([name(1, 'b'), field(6, graph)]))])));
  return concat([Uint8Array.of(8, 8), field(7, graph)]);
}

test('subgraphs in subgraphs are read as deep as ONNX itself could load them, and no deeper', () => {
  // Model and graph are 2 levels, each subgraph 3 more: 2 + 3 × 32 = 98 of 100
  assert.equal(outcome(nestedGraphs(32)), 'read');
  const problem = outcome(nestedGraphs(40));
  assert.ok(problem !== 'read');
  assert.equal(problem.code, 'format/limit');
  assert.match(problem.message, /more than 100 levels of nested messages/);
  const bomb = outcome(nestedGraphs(1000));
  assert.equal(bomb !== 'read' && bomb.code, 'format/limit');
});

test('types of types are bounded in depth', () => {
  let type = new Uint8Array(0);
  for (let i = 0; i < 1000; i++) type = Uint8Array.from(field(4, field(1, type)));
  const problem = outcome(concat([Uint8Array.of(8, 8), field(7, field(11, field(2, type)))]));
  assert.equal(problem !== 'read' && problem.code, 'format/limit');
});

test('a file of millions of empty messages stops at the ceiling, soon and in little memory', () => {
  const bytes = new Uint8Array(16_000_000);
  // An empty ValueInfoProto each: field 13, length 0
  for (let i = 0; i < bytes.length; i += 2) bytes[i] = 0x6a;
  const before = performance.now();
  const problem = outcome(concat([Uint8Array.of(8, 8), field(7, bytes)]));
  assert.equal(problem !== 'read' && problem.message, 'The file holds more than 6000000 messages.');
  assert.ok(performance.now() - before < 10_000);
});

test('a file of millions of nodes stops at the ceiling', () => {
  const node = field(1, field(4, Uint8Array.of(65)));
  const bytes = new Uint8Array(1_000_001 * node.length);
  for (let at = 0; at < bytes.length; at += node.length) bytes.set(node, at);
  const problem = outcome(concat([Uint8Array.of(8, 8), field(7, bytes)]));
  assert.equal(problem !== 'read' && problem.message, 'The file holds more than 1000000 nodes.');
});

test('a file of millions of numbers stops at the ceiling', () => {
  const node = concat([field(4, Uint8Array.of(65)), field(5, field(8, new Uint8Array(17_000_000)))]);
  const problem = outcome(concat([Uint8Array.of(8, 8), field(7, field(1, node))]));
  assert.equal(
    problem !== 'read' && problem.message,
    'The file holds more than 16000000 numbers and strings in lists.',
  );
});

test('a name as long as a file is refused', () => {
  const node = concat([field(4, Uint8Array.of(65)), field(3, new Uint8Array(70_000).fill(65))]);
  const problem = outcome(concat([Uint8Array.of(8, 8), field(7, field(1, node))]));
  assert.equal(problem !== 'read' && problem.message, 'The file holds more than 65536 bytes in one name.');
});

test('says what is wrong, and where', () => {
  const head = Uint8Array.of(8, 8);
  const cases: [Uint8Array, RegExp][] = [
    // A graph whose name has wire type 0
    [
      concat([head, field(7, Uint8Array.of(0x10, 1))]),
      /^format\/damaged: .* at byte 4: `name` of GraphProto has wire type 0 \(varint\), not length-delimited/,
    ],
    [
      concat([head, field(7, Uint8Array.of(0x12, 9, 65)), head]),
      /at byte 5: a string says 9 bytes follow, but only 1 are left in it/,
    ],
    [concat([head, field(7, Uint8Array.of(0x0b))]), /`node` of GraphProto has wire type 3 \(group start\)/],
    [concat([head, field(7, Uint8Array.of(0xdb, 5))]), /field 91 of GraphProto has wire type 3 \(group start\)/],
    [concat([head, field(7, Uint8Array.of(0x02, 0))]), /a field of GraphProto has the number 0/],
    [
      concat([head, field(7, concat([Uint8Array.of(0x12), new Uint8Array(11).fill(0x80), Uint8Array.of(1)]))]),
      /longer than the 10 bytes/,
    ],
    [
      concat([head, field(7, concat([Uint8Array.of(0x12), new Uint8Array(8).fill(0xff), Uint8Array.of(1)]))]),
      /2\^53 or more/,
    ],
    [
      concat([head, field(7, field(1, new Uint8Array(0)))]),
      /^format\/impossible: node #0: it does not say which operator it is/,
    ],
    [head, /^format\/no-graph: The ONNX file holds no graph/],
    [
      concat([head, field(7, field(1, concat([field(4, Uint8Array.of(65)), field(5, Uint8Array.of(0xa0, 1, 4))])))]),
      /^format\/impossible: attribute `` of A #0: it is said to hold a tensor, but holds none/,
    ],
    [
      concat([head, field(7, field(1, concat([field(4, Uint8Array.of(65)), field(5, Uint8Array.of(0xa0, 1, 99))])))]),
      /of kind 99, which ONNX does not define/,
    ],
  ];
  for (const [bytes, expected] of cases) {
    const problem = outcome(bytes);
    assert.ok(problem !== 'read', String(expected));
    assert.match(`${problem.code}: ${problem.message}`, expected);
    assert.equal(problem.at?.file, 'm.onnx');
  }
});

/** A file that is zeros but for its head, and counts what is read of it. */
function mostlyZeros(head: Uint8Array, size: number): Source & { readonly read: () => number } {
  let read = 0;
  return {
    name: 'big.onnx',
    size,
    read: () => read,
    slice(from, to) {
      read += to - from;
      const bytes = new Uint8Array(to - from);
      bytes.set(head.subarray(from, Math.max(from, Math.min(to, head.length))));
      return bytes;
    },
  };
}

test('a tensor of 3 GB is never read but for what is asked of it', () => {
  const count = 800_000_000;
  const payload = concat([Uint8Array.of(0x4a), varint(count * 4)]);
  const header = concat([
    Uint8Array.of(8),
    varint(count),
    Uint8Array.of(0x10, 1),
    field(8, Uint8Array.of(119)),
    payload,
  ]);
  const tensor = concat([Uint8Array.of(0x2a), varint(header.length + count * 4), header]);
  const head = concat([Uint8Array.of(8, 8, 0x3a), varint(tensor.length + count * 4), tensor]);
  const source = mostlyZeros(head, head.length + count * 4);
  const w = readModel(source).graph.tensors.get('w');
  assert.equal(w?.byteLength, 3_200_000_000n);
  assert.deepEqual(w?.elements(799_999_998, 799_999_999), [0]);
  assert.ok(source.read() < 20_000, `${source.read()} bytes were read`);
});

/** `bytes` with every `from` replaced by a `to` of the same length. */
function patched(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

test('two weights whose names are no UTF-8 stay two, as they are to onnxruntime', () => {
  const plain = onnx({
    inputs: { x: [1, 3, 8, 8] },
    outputs: ['y'],
    initializers: { 'w!A': { shape: [64, 3, 3, 3] }, 'w!B': { shape: [4, 3, 3, 3] } },
    nodes: [{ op: 'Conv', inputs: ['x', 'w!A'], outputs: ['y'] }],
  });
  const { graph, problems } = readModel(
    memorySource('m.onnx', patched(patched(plain, 'w!A', 'w!\xff'), 'w!B', 'w!\xfe')),
  );
  const [, weight = ''] = graph.nodes[0]?.inputs ?? [];
  assert.deepEqual(graph.tensors.get(weight)?.shape, [64n, 3n, 3n, 3n]);
  assert.deepEqual(problems, []);
});

test('no node is hidden by the number of its field: onnxruntime reads the lower 32 bits of it', () => {
  const graph = 7 * 8 + 2;
  const shown = onnx({ inputs: { x: [1] }, outputs: ['x'], nodes: [] });
  const more = concat([varint(2 ** 32 + graph), varint(2), Uint8Array.of(0x12, 0)]);
  assert.throws(
    () => readModel(memorySource('m.onnx', concat([shown, more]))),
    /byte \d+: the number of a field takes more than 32 bits/,
  );
});

test('two functions that onnxruntime would take for one are refused, and those it tells apart stay apart', () => {
  const model = (...functions: readonly (readonly [string, string])[]) =>
    onnx({
      inputs: { x: [4, 4] },
      outputs: ['y'],
      nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
      functions: functions.map(([domain, name]) => ({ domain, name, inputs: ['a'], outputs: ['a'], nodes: [] })),
    });
  const read = (bytes: Uint8Array) => readModel(memorySource('m.onnx', bytes));
  for (const pair of [
    [
      ['a', 'b:c'],
      ['a:b', 'c'],
    ],
    [
      ['', 'F'],
      ['ai.onnx', 'F'],
    ],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
  ] as const) {
    assert.throws(() => read(model(...pair)), /function `.+`: there are two of that name/);
  }
  assert.equal(read(model(['a', 'b\0c'], ['a\0b', 'c'])).functions.size, 2);
});
