import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../src/bytes/source.ts';
import { readModel } from '../../src/formats/index.ts';
import { FlopgateError, type Problem } from '../../src/problem.ts';
import { concat, field } from '../build.ts';

function problemOf(content: string | Uint8Array): Problem {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  try {
    readModel(memorySource('m.onnx', bytes));
  } catch (error) {
    assert.ok(error instanceof FlopgateError);
    return error.problem;
  }
  assert.fail('it was read');
}

const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 102400123\n';

test('a Git LFS pointer is called one, with the size of what is missing', () => {
  const problem = problemOf(pointer);
  assert.equal(problem.code, 'format/lfs-pointer');
  assert.match(problem.message, /\(102400123 bytes\)/);
  assert.match(problem.help, /git lfs pull/);
});

test('a pointer in an unresolved merge is still a pointer', () => {
  assert.equal(problemOf(`<<<<<<< HEAD\n${pointer}=======\n${pointer}>>>>>>> other\n`).code, 'format/lfs-pointer');
});

const zeros = '\0'.repeat(300);
const cases: readonly [string, string | Uint8Array, RegExp][] = [
  ['zip', `PK\x03\x04${zeros}`, /a zip archive \(PyTorch/],
  ['HDF5', `\x89HDF\r\n\x1a\n${zeros}`, /an HDF5 file/],
  ['pickle', `\x80\x02}q\x00${zeros}`, /a Python pickle/],
  ['GGUF', `GGUF\x03\0\0\0${zeros}`, /a GGUF file/],
  ['safetensors', `\x40\0\0\0\0\0\0\0{"w":{"dtype":"F32"}}`, /a safetensors file/],
  ['TFLite', `\x1c\0\0\0TFL3${zeros}`, /a TensorFlow Lite model/],
  ['ORT', `\x1c\0\0\0ORTM${zeros}`, /an ONNX Runtime model/],
  ['NumPy', `\x93NUMPY\x01\0`, /a NumPy array/],
  ['TensorRT', `ptrt${zeros}`, /a TensorRT engine/],
  ['tar', `${'\0'.repeat(257)}ustar\0`, /a tar archive/],
  ['gzip', `\x1f\x8b\x08\0`, /a gzip archive/],
  ['HTML', '\n<!DOCTYPE html><html>', /a web page/],
  ['BOM and HTML', '\xef\xbb\xbf<html>', /a web page/],
  ['conflict', '<<<<<<< HEAD\n', /unresolved merge conflicts/],
  ['XML', '<?xml version="1.0"?><net name="m">', /an XML file/],
  ['onnx text', '<\n  ir_version: 7,\n  opset_import: [ "" : 10 ]\n>', /ONNX in text form/],
  ['prototxt', 'ir_version: 8\ngraph { }', /ONNX in protobuf text form/],
  ['JSON', '{"a": 1}', /a JSON file/],
  ['text', 'Hello there.\n', /a text file/],
  ['text that begins like a field', 'Before the model\n', /a text file/],
  ['tensor', Uint8Array.of(8, 0x80, 2, 8, 3, 0x10, 1, 0x4a, 0), /an ONNX tensor/],
  [
    'SavedModel',
    concat([Uint8Array.of(8, 1), field(2, field(1, new Uint8Array(9)))]),
    /a protobuf file of another kind/,
  ],
  [
    'Core ML',
    concat([Uint8Array.of(8, 4), field(2, field(1, new Uint8Array(9))), field(500, new Uint8Array(4))]),
    /a protobuf file of another kind/,
  ],
  ['zeros', zeros, /a file of zero bytes/],
];

for (const [name, content, message] of cases)
  test(`says what a file is: ${name}`, () => {
    const problem = problemOf(content);
    assert.equal(problem.code, 'format/foreign');
    assert.match(problem.message, message);
    assert.ok(problem.help.length > 10);
    assert.equal(problem.at?.file, 'm.onnx');
  });

test('shows the first bytes of a file it cannot name', () => {
  const problem = problemOf(Uint8Array.of(0xfe, 1, 2, 3, 4, 5, 6, 7, 8, 9));
  assert.equal(problem.code, 'format/unrecognized');
  assert.match(problem.message, /fe 01 02 03 04 05 06 07\./);
});
