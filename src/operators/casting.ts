/** From one element type to another. */
import { bitsPerElement, dtypeOf } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import { converted } from './element-type.ts';
import { free, int, Mismatch, type Operand, type Operator, operator, required, string } from './operator.ts';

/** Every element converted to the type; `undefined` where one is not known or not modelled. */
function convertedAll(x: Operand, to: ReturnType<typeof dtypeOf>): readonly Scalar[] | undefined {
  if (x.value === undefined || to === null) return undefined;
  const elements = x.value.map((v) => converted(v, to)).filter((v) => v !== undefined);
  return elements.length === x.value.length ? elements : undefined;
}

const roundings = { saturate: int(1n), round_mode: string('up') };

export const casting: readonly Operator[] = [
  operator({
    name: 'Cast',
    revisions: [1],
    source: 'https://onnx.ai/onnx/operators/onnx__Cast.html',
    doc: 'Converts every element to the type its attribute names in words. Conversion moves data; it is no arithmetic.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { to: required(string()) },
    dtype: (_, { to }) => ({ output: named(to) }),
    shape: ({ input }) => ({ output: input.shape }),
    value: ({ input }, { to }) => ({ output: convertedAll(input, named(to)) }),
    work: free,
    roles: { input: 'carried' },
    examples: [
      {
        given: { input: [2, 'n'] },
        attributes: { to: 'INT64' },
        gives: { output: { shape: [2, 'n'], dtype: 'int64' } },
      },
    ],
  }),
  operator({
    name: 'Cast',
    revisions: [6, 9, 13, 19, 21, 23, 24, 25, 28],
    source: 'https://onnx.ai/onnx/operators/onnx__Cast.html',
    doc: 'Converts every element to the type `to`. Conversion moves data; it is no arithmetic. A symbolic extent stays itself through float types.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { to: required(int()), ...roundings },
    dtype: (_, { to }) => ({ output: dtypeOf(to) }),
    shape: ({ input }) => ({ output: input.shape }),
    value: ({ input }, { to }) => ({ output: convertedAll(input, dtypeOf(to)) }),
    work: free,
    roles: { input: 'carried' },
    examples: [
      {
        title: 'a float becomes an integer towards zero',
        given: { input: { shape: [2], value: [2.7, -2.7] } },
        attributes: { to: 7 },
        gives: { output: { shape: [2], dtype: 'int64', value: [2, -2] } },
      },
      {
        title: 'a symbolic extent survives a float type',
        given: { input: { shape: [2], dtype: 'int64', value: ['seq', 3] } },
        attributes: { to: 1 },
        gives: { output: { shape: [2], dtype: 'float32', value: ['seq', 3] } },
      },
    ],
  }),
  operator({
    name: 'CastLike',
    revisions: [15, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__CastLike.html',
    doc: 'Converts every element to the element type of `target_type`.',
    inputs: ['input', 'target_type'],
    outputs: ['output'],
    attributes: roundings,
    dtype: { output: 'target_type' },
    shape: ({ input }) => ({ output: input.shape }),
    value: ({ input, target_type }) => ({ output: convertedAll(input, target_type.dtype) }),
    work: free,
    roles: { input: 'carried', target_type: 'constant' },
    examples: [
      {
        given: { input: { shape: [], dtype: 'int64', value: [3] }, target_type: { shape: [4, 4], dtype: 'float16' } },
        gives: { output: { shape: [], dtype: 'float16', value: [3] } },
      },
    ],
  }),
  operator({
    name: 'BitCast',
    revisions: [26],
    source: 'https://onnx.ai/onnx/operators/onnx__BitCast.html',
    doc: 'Reads the same bits as another type of the same width.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { to: required(int()) },
    dtype: (_, { to }) => ({ output: dtypeOf(to) }),
    shape: ({ input }, { to }) => {
      const dtype = dtypeOf(to);
      const width = dtype === null ? undefined : bitsPerElement(dtype);
      const before = input.dtype === null ? undefined : bitsPerElement(input.dtype);
      if (width !== undefined && before !== undefined && width !== before)
        throw new Mismatch(`${dtype} has ${width} bits, ${input.dtype} ${before}; the same width expected`);
      return { output: input.shape };
    },
    work: free,
    memory: 'view',
    roles: { input: 'carried' },
    examples: [
      {
        given: { input: [2, 3] },
        attributes: { to: 6 },
        gives: { output: { shape: [2, 3], dtype: 'int32' } },
      },
    ],
  }),
];

/** The names the first revision's string attribute takes are those of TensorProto.DataType: `FLOAT`, `INT64` … */
function named(to: string): ReturnType<typeof dtypeOf> {
  const code = dataTypeNames.indexOf(to.toUpperCase());
  return code < 0 ? null : dtypeOf(BigInt(code));
}
const dataTypeNames =
  'UNDEFINED FLOAT UINT8 INT8 UINT16 INT16 INT32 INT64 STRING BOOL FLOAT16 DOUBLE UINT32 UINT64 COMPLEX64 COMPLEX128'.split(
    ' ',
  );
