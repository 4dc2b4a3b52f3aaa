import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../../src/bytes/source.ts';
import { onnx as format } from '../../../src/formats/onnx/index.ts';
import type { Model, Tensor } from '../../../src/model/model.ts';
import { FlopgateError } from '../../../src/problem.ts';
import { concat, field, type GraphSpec, onnx, type SparseSpec, type TensorSpec, varint } from '../../build.ts';

function modelWith(graph: Partial<GraphSpec>): Model {
  return format.read(memorySource('m.onnx', onnx({ inputs: {}, outputs: [], nodes: [], ...graph })));
}

function stored(spec: TensorSpec): Tensor {
  const t = modelWith({ initializers: { t: spec } }).graph.tensors.get('t');
  assert.ok(t);
  return t;
}

function sparse(spec: SparseSpec): Tensor {
  const t = modelWith({ sparseInitializers: { t: spec } }).graph.tensors.get('t');
  assert.ok(t);
  return t;
}

function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    assert.ok(error instanceof FlopgateError);
    return `${error.problem.code}: ${error.problem.message}`;
  }
  assert.fail('it was read');
}

test('knows the stored bytes of a tensor from its shape: 4-bit elements two to a byte, 2-bit four', () => {
  const bytes = (dtype: TensorSpec['dtype'], count: number) =>
    stored({ shape: [count], ...(dtype && { dtype }), values: new Array(count).fill(0) }).byteLength;
  assert.equal(bytes('float32', 5), 20n);
  assert.equal(bytes('float64', 5), 40n);
  assert.equal(bytes('bool', 5), 5n);
  assert.equal(bytes('int4', 5), 3n);
  assert.equal(bytes('uint2', 5), 2n);
  // 5 × 6 bits = 30 bits
  assert.equal(bytes('float6e3m2', 5), 4n);
});

test('counts the bytes of strings as stored', () => {
  const t = stored({ shape: [3], dtype: 'string', values: ['a', '', 'ö'] });
  assert.equal(t.byteLength, 3n);
  assert.deepEqual(t.elements(0, 3), ['a', '', 'ö']);
});

test('a scalar has one element, a tensor with an empty axis none', () => {
  assert.equal(stored({ shape: [], values: [3] }).elementCount, 1n);
  const empty = stored({ shape: [0, 5], values: [] });
  assert.equal(empty.elementCount, 0n);
  assert.equal(empty.place, 'inline');
  assert.deepEqual(empty.elements(0, 5), []);
});

test('never opens external data, and says so of its elements', () => {
  const t = stored({ shape: [1000, 1000], external: { location: 'weights.bin', offset: 4096, length: 4_000_000 } });
  assert.equal(t.place, 'external');
  assert.equal(t.elementCount, 1_000_000n);
  assert.equal(t.byteLength, 4_000_000n);
  assert.equal(t.elements(0, 1), undefined);
});

test('notes external data outside the folder, once for all tensors', () => {
  const at = (location: string): TensorSpec => ({ shape: [1], external: { location } });
  const { problems } = modelWith({
    initializers: {
      a: at('../w.bin'),
      b: at('/etc/passwd'),
      c: at('C:\\w.bin'),
      d: at('x/../../w'),
      e: at('sub/w..bin'),
    },
  });
  assert.deepEqual(
    problems.map((p) => [p.code, p.severity]),
    [['format/external-location', 'notice']],
  );
  assert.match(problems[0]?.message ?? '', /^4 tensors .* such as `a` at `\.\.\/w\.bin`/);
});

test('warns when external data declares another length than the shape needs', () => {
  const { problems } = modelWith({ initializers: { w: { shape: [3], external: { location: 'w.bin', length: 8 } } } });
  assert.deepEqual(
    problems.map((p) => p.code),
    ['format/external-length'],
  );
  assert.match(problems[0]?.message ?? '', /`w` needs 12 bytes by its shape, but declares 8 bytes/);
});

test('warns when one name is stored twice in a graph', () => {
  const twice = onnx({ inputs: {}, outputs: [], nodes: [], opset: {}, initializers: { w: { shape: [3] } } });
  const { problems, graph } = format.read(
    memorySource('m.onnx', concat([onnx({ inputs: {}, outputs: [], nodes: [] }), twice, twice])),
  );
  assert.deepEqual(
    problems.map((p) => [p.code, p.message.includes('`w`')]),
    [['format/duplicate-tensor', true]],
  );
  assert.equal(graph.tensors.size, 1);
});

test('a tensor without any data is counted by its shape, has no elements, and is noted', () => {
  const { graph, problems } = modelWith({ initializers: { w: { shape: [2, 3], values: [] } } });
  const w = graph.tensors.get('w');
  assert.equal(w?.elementCount, 6n);
  assert.equal(w?.elements(0, 6), undefined);
  assert.deepEqual(
    problems.map((p) => p.code),
    ['format/no-data'],
  );
});

test('refuses data that disagrees with the shape', () => {
  const cases: [TensorSpec, RegExp][] = [
    [{ shape: [3], values: [1, 2] }, /^format\/impossible: t: its shape needs 12 bytes, but 8 are stored\.$/],
    [{ shape: [3], values: [1, 2], typed: true }, /needs 12 bytes, but 8/],
    [{ shape: [3], dtype: 'string', values: ['a'] }, /needs 3 elements, but 1/],
    [{ shape: [30], dtype: 'int64', values: [1], typed: true }, /needs 30 elements, but 1 are stored/],
    [{ shape: [1], dtype: 'int64', values: new Array(30).fill(1), typed: true }, /needs 1 elements, but 3 to 30/],
    [{ shape: [-1], values: [1] }, /with the shape \[-1\]/],
    [{ shape: [2 ** 40, 2 ** 40], external: { location: 'w' } }, /more than 2\^62 elements/],
    [{ shape: new Array(65).fill(1), values: [1] }, /it has 65 axes/],
  ];
  for (const [spec, message] of cases)
    assert.match(
      refusal(() => stored(spec)),
      message,
    );
});

test('refuses an element type that ONNX does not have, and elements in a list for another type', () => {
  const tensor = (...fields: Uint8Array[]) => format.read(memorySource('m.onnx', field(7, field(5, concat(fields)))));
  const type = (n: number) => concat([Uint8Array.of(0x10), varint(n)]);
  assert.match(
    refusal(() => tensor(type(0), field(8, Uint8Array.of(119)))),
    /^format\/impossible: w: its element type is number 0/,
  );
  assert.match(
    refusal(() => tensor(type(77))),
    /number 77/,
  );
  const floatsAsInts = concat([Uint8Array.of(8, 1), type(1), field(7, Uint8Array.of(5))]);
  assert.match(
    refusal(() => tensor(floatsAsInts)),
    /float32, but they are stored in a list for other types/,
  );
  const rawStrings = concat([Uint8Array.of(8, 1), type(8), field(9, Uint8Array.of(5))]);
  assert.match(
    refusal(() => tensor(rawStrings)),
    /strings are stored as raw bytes/,
  );
});

test('a sparse tensor reads as the dense one it stands for, and weighs what is stored', () => {
  const linear = sparse({ shape: [2, 3], values: [1.5, 2.5], indices: [1, 5] });
  assert.equal(linear.elementCount, 6n);
  // 2 values × 4 bytes + 2 indices × 8 bytes
  assert.equal(linear.byteLength, 24n);
  assert.deepEqual(linear.elements(0, 6), [0, 1.5, 0, 0, 0, 2.5]);
  assert.deepEqual(linear.elements(1, 3), [1.5, 0]);
  const coordinates = sparse({
    shape: [2, 3],
    dtype: 'int64',
    values: [7, 8],
    indices: [
      [0, 1],
      [1, 2],
    ],
  });
  assert.deepEqual(coordinates.elements(0, 6), [0n, 7n, 0n, 0n, 0n, 8n]);
});

test('refuses a sparse tensor with more values than elements', () => {
  assert.match(
    refusal(() => sparse({ shape: [1], values: [1, 2], indices: [0, 0] })),
    /2 values for 1 elements/,
  );
});

test('reads a constant made sparse in an attribute', () => {
  const { graph } = modelWith({
    nodes: [
      {
        op: 'Constant',
        inputs: [],
        outputs: ['c'],
        attributes: { sparse_value: { sparse: { shape: [3], values: [9], indices: [2] } } },
      },
    ],
  });
  const a = graph.nodes[0]?.attributes.get('sparse_value');
  assert.deepEqual(a?.kind === 'tensor' && a.value.elements(0, 3), [0, 0, 9]);
});
