import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../../src/bytes/source.ts';
import { onnx as format } from '../../../src/formats/onnx/index.ts';
import { isUnknown, type Shape } from '../../../src/model/dim.ts';
import { formatDim } from '../../../src/model/dim-text.ts';
import type { ValueType } from '../../../src/model/model.ts';
import { type Extents, field, onnx, type ValueSpec } from '../../build.ts';

function typeOf(spec: ValueSpec | null): ValueType | undefined {
  const bytes = onnx({ inputs: { v: spec }, outputs: [], nodes: [] });
  return format.read(memorySource('m.onnx', bytes)).graph.inputs[0]?.type;
}

function shapeOf(extents: Extents): Shape {
  const type = typeOf(extents);
  assert.ok(type?.kind === 'tensor');
  return type.shape;
}

function texts(...extents: Extents): string[] {
  const shape = shapeOf(extents);
  assert.ok(!isUnknown(shape));
  return shape.map(formatDim);
}

test('reads numbers, names, and expressions as exporters write them', () => {
  assert.deepEqual(texts(0, 3, 'N', '2*seq + 1', 'past+seq', 'batch*12', 's0 - 1'), [
    '0',
    '3',
    'N',
    '2*seq + 1',
    'past + seq',
    '12*batch',
    's0 - 1',
  ]);
});

test('takes a name that only looks like an expression as a name', () => {
  assert.deepEqual(texts('batch-size', 'Gather_0_dim_1', 'Unsqueeze/decoder/out_0_dim_1'), [
    '`batch-size`',
    'Gather_0_dim_1',
    '`Unsqueeze/decoder/out_0_dim_1`',
  ]);
});

test('leaves unknown what the file leaves open, two of them not being equal', () => {
  for (const open of [null, -1, '', '?', 'None', '-1', '*']) {
    const shape = shapeOf([open]);
    assert.ok(!isUnknown(shape) && shape[0] !== undefined && isUnknown(shape[0]), String(open));
  }
});

test('a shape may have no axes, or be left out', () => {
  assert.deepEqual(shapeOf([]), []);
  const open = typeOf({ shape: null });
  assert.ok(open?.kind === 'tensor' && isUnknown(open.shape));
});

test('reads types of every kind', () => {
  assert.deepEqual(typeOf({ dtype: 'int4', shape: [1] }), { kind: 'tensor', dtype: 'int4', shape: [1n] });
  assert.deepEqual(typeOf({ dtype: 'int8', shape: [1], sparse: true }), {
    kind: 'tensor',
    dtype: 'int8',
    shape: [1n],
    sparse: true,
  });
  assert.deepEqual(typeOf({ sequence: { optional: [2] } }), {
    kind: 'sequence',
    element: { kind: 'optional', element: { kind: 'tensor', dtype: 'float32', shape: [2n] } },
  });
  assert.deepEqual(typeOf({ key: 'string', value: [2] }), {
    kind: 'map',
    key: 'string',
    value: { kind: 'tensor', dtype: 'float32', shape: [2n] },
  });
});

test('a value without a type is a tensor of which nothing is known', () => {
  const type = typeOf(null);
  assert.ok(type?.kind === 'tensor' && type.dtype === null && isUnknown(type.shape));
});

test('an opaque type is one, and an element type not in ONNX is unknown', () => {
  const input = (type: Uint8Array) =>
    format.read(memorySource('m.onnx', field(7, field(11, field(2, type))))).graph.inputs[0]?.type;
  assert.deepEqual(input(field(7, field(1, new TextEncoder().encode('com.x')))), { kind: 'opaque' });
  const tensor = input(field(1, Uint8Array.of(8, 99)));
  assert.ok(tensor?.kind === 'tensor' && tensor.dtype === null);
});

test('more names of dimensions than are remembered are all read right', () => {
  const inputs = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`v${i}`, [`d${i}`, 'N']]));
  const { graph } = format.read(memorySource('m.onnx', onnx({ inputs, outputs: [], nodes: [] })));
  const names = graph.inputs.map(
    (v) => v.type.kind === 'tensor' && !isUnknown(v.type.shape) && v.type.shape.map(formatDim).join(),
  );
  assert.deepEqual(
    names,
    Array.from({ length: 1500 }, (_, i) => `d${i},N`),
  );
});
