import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../../src/bytes/source.ts';
import { onnx as format } from '../../../src/formats/onnx/index.ts';
import type { DType } from '../../../src/model/dtype.ts';
import type { Tensor } from '../../../src/model/model.ts';
import { FlopgateError } from '../../../src/problem.ts';
import { concat, field, onnx, varint } from '../../build.ts';
import { type Element, typeNumbers } from '../../tensor-data.ts';

function stored(dtype: DType, values: readonly Element[], typed: boolean): Tensor {
  const spec = { shape: [dtype.startsWith('complex') ? values.length / 2 : values.length], dtype, values, typed };
  const bytes = onnx({ inputs: {}, outputs: [], nodes: [], initializers: { t: spec } });
  return tensorOf(bytes);
}

function tensorOf(bytes: Uint8Array): Tensor {
  const t = [...format.read(memorySource('m.onnx', bytes)).graph.tensors.values()][0];
  assert.ok(t);
  return t;
}

/** Stored values and what they read as; bit patterns where the type is narrower than 16 bits and a float. */
const cases: readonly [DType, readonly Element[], readonly (number | bigint)[]][] = [
  ['float32', [1.5, -2, 3e38], [1.5, -2, Math.fround(3e38)]],
  ['float64', [0.1, -1e300], [0.1, -1e300]],
  ['float16', [1.5, -2, 65504, 2 ** -24, 0.333251953125], [1.5, -2, 65504, 2 ** -24, 0.333251953125]],
  ['bfloat16', [1.5, -2, 2 ** 100], [1.5, -2, 2 ** 100]],
  ['int64', [-1n, 9_007_199_254_740_991n, 5], [-1n, 9_007_199_254_740_991n, 5n]],
  ['int32', [-1, 2 ** 31 - 1, -(2 ** 31)], [-1n, 2_147_483_647n, -2_147_483_648n]],
  ['int16', [-1, 32767], [-1n, 32767n]],
  ['int8', [-1, 127, -128], [-1n, 127n, -128n]],
  ['uint64', [0, 2 ** 40], [0n, 1_099_511_627_776n]],
  ['uint32', [4_294_967_295, 1], [4_294_967_295n, 1n]],
  ['uint16', [65535], [65535n]],
  ['uint8', [255, 0], [255n, 0n]],
  ['bool', [1, 0, 1], [1n, 0n, 1n]],
  ['int4', [-8, 7, -1], [-8n, 7n, -1n]],
  ['uint4', [15, 0, 9], [15n, 0n, 9n]],
  ['int2', [-2, 1, 0, -1, 1], [-2n, 1n, 0n, -1n, 1n]],
  ['uint2', [3, 0, 2, 1, 3], [3n, 0n, 2n, 1n, 3n]],
  // sign 0, exponent 8, mantissa 4: 2^(8-7) × 1.5
  ['float8e4m3fn', [0b0_1000_100], [3]],
  ['float8e4m3fnuz', [0b0_1000_100], [1.5]],
  ['float8e5m2', [0b1_10000_10], [-3]],
  ['float8e5m2fnuz', [0b1_10000_10], [-1.5]],
  ['float8e8m0', [127, 130], [1, 8]],
  ['float4e2m1', [0b0111, 0b1001, 0b0010], [6, -0.5, 1]],
  ['float6e2m3', [0b011111, 0b100001, 0b001000, 0b010000, 0b0], [7.5, -0.125, 1, 2, 0]],
  ['float6e3m2', [0b011111, 0b100001, 0b001100], [28, -0.0625, 1]],
];

for (const [dtype, values, expected] of cases)
  test(`reads ${dtype} from raw bytes and from its typed list`, () => {
    for (const typed of [false, true]) {
      const t = stored(dtype, values, typed);
      assert.deepEqual(t.elements(0, expected.length), expected, typed ? 'typed' : 'raw');
      assert.deepEqual(t.elements(1, expected.length), expected.slice(1), typed ? 'typed' : 'raw');
    }
  });

test('no Scalar is a complex number', () => {
  assert.equal(stored('complex64', [1, 2], false).elements(0, 1), undefined);
  assert.equal(stored('complex128', [1, 2, 3, 4], true).byteLength, 32n);
});

test('a range is cut to the tensor', () => {
  const t = stored('int32', [1, 2, 3], false);
  assert.deepEqual(t.elements(-5, 2), [1n, 2n]);
  assert.deepEqual(t.elements(2, 100), [3n]);
  assert.deepEqual(t.elements(3, 2), []);
});

test('finds elements far into a long list of numbers', () => {
  const values = Array.from({ length: 5000 }, (_, i) => i * 1000);
  const t = stored('int64', values, true);
  assert.deepEqual(t.elements(4999, 5000), [4_999_000n]);
  assert.deepEqual(t.elements(1023, 1026), [1_023_000n, 1_024_000n, 1_025_000n]);
  assert.deepEqual(t.elements(2048, 2049), [2_048_000n]);
  assert.deepEqual(t.elements(3, 4), [3000n]);
});

/** A tensor written field by field. */
function handmade(dtype: DType, count: number, ...fields: Uint8Array[]): Tensor {
  const dims = concat([Uint8Array.of(8), varint(count)]);
  const type = Uint8Array.of(0x10, typeNumbers[dtype]);
  return tensorOf(field(7, field(5, concat([dims, type, ...fields]))));
}

test('reads lists that are not packed, or packed in several pieces, with other fields between', () => {
  const name = field(8, new TextEncoder().encode('w'));
  const single = (n: number) => Uint8Array.of(0x38, n);
  const numbers = handmade(
    'int64',
    4,
    single(7),
    name,
    field(7, Uint8Array.of(8, 9)),
    field(7, new Uint8Array(0)),
    single(10),
  );
  assert.deepEqual(numbers.elements(0, 4), [7n, 8n, 9n, 10n]);
  assert.deepEqual(numbers.elements(2, 3), [9n]);
  const unpacked = handmade('int64', 2, single(7), single(8));
  assert.deepEqual(unpacked.elements(0, 2), [7n, 8n]);
  const float = Uint8Array.of(0x25, 0, 0, 0x80, 0x3f);
  const floats = handmade('float32', 3, float, name, float, field(4, Uint8Array.of(0, 0, 0, 0x40)));
  assert.deepEqual(floats.elements(0, 3), [1, 1, 2]);
  assert.deepEqual(floats.elements(2, 3), [2]);
  const double = Uint8Array.of(0x51, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f);
  assert.deepEqual(handmade('float64', 2, double, double).elements(1, 2), [1]);
});

test('of several raw_data the last one counts', () => {
  const t = handmade('uint8', 2, field(9, Uint8Array.of(1, 2)), field(9, Uint8Array.of(3, 4)));
  assert.deepEqual(t.elements(0, 2), [3n, 4n]);
});

test('a list that turns out shorter than its tensor is damage, found when it is read', () => {
  // Two numbers of 2 bytes where four are needed: the bytes alone could be four numbers.
  const t = handmade('int64', 4, field(7, Uint8Array.of(0x80, 1, 0x80, 1)));
  assert.throws(() => t.elements(0, 4), FlopgateError);
});

test('keeps the beginning of an overlong string', () => {
  const t = handmade('string', 1, field(6, new Uint8Array(2 ** 20 + 1).fill(0x61)));
  const [text] = t.elements(0, 1) ?? [];
  assert.ok(typeof text === 'string' && text.endsWith('… (1048577 bytes)'));
});
