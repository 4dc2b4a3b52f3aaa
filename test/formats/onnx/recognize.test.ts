import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource, type Source } from '../../../src/bytes/source.ts';
import { recognizeOnnx } from '../../../src/formats/onnx/recognize.ts';
import { concat, field, onnx } from '../../build.ts';

function isOnnx(bytes: Uint8Array): boolean {
  return recognizeOnnx(bytes.subarray(0, 1024), memorySource('f', bytes));
}

const model = onnx({
  inputs: {},
  outputs: ['y'],
  nodes: [{ op: 'Abs', inputs: ['x'], outputs: ['y'] }],
  producer: 'p 1',
});
const word = new TextEncoder().encode('word');

test('a model is ONNX, and so is its beginning', () => {
  assert.ok(isOnnx(model));
  for (let end = 3; end < model.length; end++) assert.ok(isOnnx(model.subarray(0, end)), `${end} bytes`);
});

test('fields may come in any order, with newer ones among them', () => {
  const graph = field(7, field(1, field(2, word)));
  assert.ok(isOnnx(concat([graph, Uint8Array.of(8, 8)])));
  assert.ok(isOnnx(concat([field(27, word), field(25, word), Uint8Array.of(0x28, 1), graph])));
});

test('another message is not ONNX', () => {
  assert.ok(!isOnnx(concat([Uint8Array.of(8, 8), field(500, word)])), 'a field number ONNX has no use for');
  assert.ok(!isOnnx(Uint8Array.of(8, 3, 0x10, 1)), 'a varint where the producer is named');
  assert.ok(
    !isOnnx(concat([Uint8Array.of(8, 1), field(2, Uint8Array.of(0x0a, 0))])),
    'a message where the producer is named',
  );
  assert.ok(!isOnnx(field(1, Uint8Array.of(1))), 'bytes where the IR version stands');
  assert.ok(!isOnnx(Uint8Array.of(0x0d, 0, 0, 0, 0)), 'a 32-bit field');
  assert.ok(!isOnnx(Uint8Array.of(0, 0, 0, 0)), 'zeros');
  assert.ok(!isOnnx(new TextEncoder().encode(':word')), 'text that begins like a graph');
});

test('looks at the outermost fields only', () => {
  const bytes = concat([Uint8Array.of(8, 8), field(6, new Uint8Array(5_000_000)), field(7, field(1, field(2, word)))]);
  let read = 0;
  const source: Source = {
    name: 'f',
    size: bytes.length,
    slice: (from, to) => {
      read += to - from;
      return bytes.subarray(from, to);
    },
  };
  assert.ok(recognizeOnnx(bytes.subarray(0, 1024), source));
  assert.ok(read < 10_000);
});

test('what a source throws of its own is not swallowed', () => {
  const source: Source = {
    name: 'f',
    size: 9,
    slice: () => {
      throw new RangeError('not here yet');
    },
  };
  assert.throws(() => recognizeOnnx(Uint8Array.of(1), source), RangeError);
});
