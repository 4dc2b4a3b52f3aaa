/** Files that are often found where a model should be: what they are, and what to do. Recognised only to say so. */
import type { Source } from '../bytes/source.ts';
import { fail } from '../problem.ts';

interface Foreign {
  readonly what: string;
  readonly hint: string;
  readonly is: (head: Head) => boolean;
}

interface Head {
  readonly bytes: Uint8Array;
  /** Byte for character. */
  readonly latin1: string;
  /** Without leading blanks and byte order mark, in lower case; empty when the bytes are no text. */
  readonly text: string;
}

/** Abandons a file that no format recognised, with the best name we have for it. */
export function refuse(source: Source, bytes: Uint8Array): never {
  const at = { file: source.name, offset: 0 };
  const latin1 = Array.from(bytes, (b) => String.fromCharCode(b)).join('');
  const lfs = lfsPointer(latin1, source.size);
  if (lfs !== undefined) return fail('format/lfs-pointer', { size: lfs }, at);
  const head: Head = { bytes, latin1, text: textOf(latin1) };
  const found = known.find((f) => f.is(head));
  if (found !== undefined) return fail('format/foreign', { what: found.what, hint: found.hint }, at);
  return fail('format/unrecognized', { reason: `it begins with the bytes ${hex(bytes.subarray(0, 8))}` }, at);
}

const toOnnx = 'Export the network to ONNX and give that file';

const begins =
  (magic: string, at = 0) =>
  (head: Head) =>
    head.latin1.startsWith(magic, at);
const textBegins =
  (...starts: readonly string[]) =>
  (head: Head) =>
    starts.some((start) => head.text.startsWith(start));

/** First match wins: the particular before the general. */
const known: readonly Foreign[] = [
  {
    what: 'a zip archive (PyTorch, Keras 3 or NumPy save models so)',
    hint: `${toOnnx}, or unpack the archive`,
    is: begins('PK\x03\x04'),
  },
  { what: 'an HDF5 file (Keras saves models so)', hint: toOnnx, is: begins('\x89HDF\r\n\x1a\n') },
  { what: 'a Python pickle (PyTorch saves models so)', hint: `${toOnnx}; Flopgate never runs a pickle`, is: isPickle },
  { what: 'a GGUF file', hint: `${toOnnx}; GGUF holds weights without a graph`, is: begins('GGUF') },
  { what: 'a safetensors file', hint: `${toOnnx}; safetensors holds weights without a graph`, is: isSafetensors },
  { what: 'a TensorFlow Lite model', hint: toOnnx, is: begins('TFL3', 4) },
  { what: 'an ONNX Runtime model (.ort)', hint: 'Give the .onnx file it was converted from', is: begins('ORTM', 4) },
  { what: 'a NumPy array', hint: toOnnx, is: begins('\x93NUMPY') },
  {
    what: 'a TensorRT engine',
    hint: 'Give the .onnx file it was built from',
    is: (h) => begins('ptrt')(h) || begins('ftrt')(h),
  },
  { what: 'a tar archive', hint: 'Unpack it and give the .onnx file inside', is: begins('ustar', 257) },
  { what: 'a gzip archive', hint: 'Unpack it and give the .onnx file inside', is: begins('\x1f\x8b') },
  { what: 'a Zstandard archive', hint: 'Unpack it and give the .onnx file inside', is: begins('\x28\xb5\x2f\xfd') },
  { what: 'a 7z archive', hint: 'Unpack it and give the .onnx file inside', is: begins('7z\xbc\xaf\x27\x1c') },
  { what: 'an xz archive', hint: 'Unpack it and give the .onnx file inside', is: begins('\xfd7zXZ\x00') },
  { what: 'a PDF document', hint: 'Check the path', is: begins('%PDF') },
  { what: 'a PNG image', hint: 'Check the path', is: begins('\x89PNG') },
  {
    what: 'a web page',
    hint: 'The download got a page instead of the file: check its address and whether it asks for a login',
    is: textBegins('<!doctype html', '<html'),
  },
  {
    what: 'a file with unresolved merge conflicts',
    hint: 'Resolve the conflict by choosing one side of the model',
    is: textBegins('<<<<<<<'),
  },
  { what: 'an XML file (OpenVINO describes networks so)', hint: toOnnx, is: textBegins('<?xml', '<net') },
  {
    what: 'ONNX in text form',
    hint: 'Convert it: onnx.save(onnx.parser.parse_model(text), "model.onnx")',
    is: (h) => /^<\s*(ir_version|opset_import)/.test(h.text),
  },
  {
    what: 'ONNX in protobuf text form',
    hint: 'Convert it: load it with google.protobuf.text_format and save it as .onnx',
    is: textBegins('ir_version', 'producer_name', 'opset_import', 'graph {'),
  },
  { what: 'a JSON file', hint: `${toOnnx}, or give the file the JSON describes`, is: textBegins('{', '[') },
  { what: 'a text file', hint: 'Check the path', is: (h) => h.text !== '' },
  { what: 'an ONNX tensor (test data)', hint: 'Give the model.onnx it belongs to', is: isTensorProto },
  {
    what: 'a protobuf file of another kind (TensorFlow SavedModel or Core ML begin so)',
    hint: toOnnx,
    is: isOtherProtobuf,
  },
  {
    what: 'a file of zero bytes only, as far as it was looked at',
    hint: 'Export or download it again',
    is: (h) => h.bytes.every((b) => b === 0),
  },
];

/** Content size of a pointer file, also of one with merge conflict markers in it (onnx/models#363). */
function lfsPointer(latin1: string, size: number): string | undefined {
  if (size > 4096 || !/^version https:\/\/(git-lfs|hawser)\.github\.com\/spec\//m.test(latin1)) return undefined;
  return /^size (\d+)$/m.exec(latin1)?.[1] ?? 'an unknown number of';
}

/** Protocol 2 to 5: `PROTO n`, then a frame or an opcode. */
function isPickle({ bytes: [first, protocol = 0] }: Head): boolean {
  return first === 0x80 && protocol >= 2 && protocol <= 5;
}

/** Header length in 8 bytes, then the header: JSON. */
function isSafetensors({ bytes, latin1 }: Head): boolean {
  return bytes.length > 9 && latin1.startsWith('{"', 8) && bytes[6] === 0 && bytes[7] === 0;
}

/** `data_type` of TensorProto is a varint where a ModelProto has its producer's name; `dims` stand before it. */
function isTensorProto({ bytes }: Head): boolean {
  let at = 0;
  while (bytes[at] === dims && at < bytes.length) {
    at++;
    while ((bytes[at] ?? 0) > 0x7f) at++;
    at++;
  }
  const type = bytes[at + 1] ?? 0;
  return bytes[at] === dataType && type > 0 && type < 32;
}

const dims = 0x08;
const dataType = 0x10;

/** A version number, then a message. */
function isOtherProtobuf({ bytes: [first, version = 0, second] }: Head): boolean {
  return first === 0x08 && version > 0 && version < 0x80 && second === 0x12;
}

function textOf(latin1: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a text does not have
  return /[\x00-\x08\x0e-\x1f]/.test(latin1)
    ? ''
    : latin1
        .replace(/^\xef\xbb\xbf/, '')
        .trimStart()
        .toLowerCase();
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join(' ');
}
