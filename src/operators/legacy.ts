/** Experimental operators of ONNX's first releases, which onnxruntime still runs in the default domain. */
import { add, type Dim, mul, sub } from '../model/dim.ts';
import { assertRank, other, size } from './formulas.ts';
import { float, floats, int, ints, Mismatch, type Operand, type Operator, operator } from './operator.ts';

const source = 'https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/contrib_defs.cc';

/** What each does to every element. */
const elementwise = [
  { name: 'Affine', operations: 2n, doc: 'α · x + β.' },
  { name: 'ParametricSoftplus', operations: 5n, doc: 'α · ln(exp(β · x) + 1).' },
  { name: 'Scale', operations: 1n, doc: 'A product with one number.' },
  { name: 'ScaledTanh', operations: 3n, doc: 'α · tanh(β · x).' },
] as const;

/** `border` is left, top, right, bottom; `scale` the extents kept from the left top corner on. */
function cropped(input: Operand, border: readonly bigint[], scale: readonly bigint[] | undefined): readonly Dim[] {
  assertRank(input, 4);
  const [left = 0n, top = 0n, right = 0n, bottom = 0n] = border;
  if (border.length !== 4) throw new Mismatch(`border has ${border.length} numbers; 4 expected`);
  const [height, width] = scale ?? [];
  const lead = input.shape.slice(0, 2);
  if (height !== undefined && width !== undefined) return [...lead, height, width];
  return [...lead, sub(input.dim(2), top + bottom), sub(input.dim(3), left + right)];
}

export const legacy: readonly Operator[] = [
  ...elementwise.map(({ name, operations, doc }) =>
    operator({
      name,
      revisions: [1],
      source,
      doc: `${doc} Operations per element: ${operations}.`,
      inputs: ['X'],
      outputs: ['Y'],
      attributes: { alpha: float(), beta: float(), scale: float(1) },
      shape: ({ X }) => ({ Y: X.shape }),
      work: ({ X }) => other(mul(size(X), operations)),
      memory: 'inplace',
      examples: [{ given: { X: ['n', 4] }, gives: { Y: ['n', 4] }, other: `${4n * operations}*n` }],
    }),
  ),
  operator({
    name: 'ImageScaler',
    revisions: [1],
    source,
    doc: 'A product with one number, and a sum with one for each channel: 2 operations per element.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { bias: floats(), scale: float(1) },
    shape: ({ input }) => ({ output: input.shape }),
    work: ({ input }) => other(mul(size(input), 2n)),
    memory: 'inplace',
    examples: [{ given: { input: ['n', 3, 4, 4] }, gives: { output: ['n', 3, 4, 4] }, other: '96*n' }], // 2·48
  }),
  operator({
    name: 'Crop',
    revisions: [1],
    source,
    doc: 'Images without their borders.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { border: ints([0n, 0n, 0n, 0n]), scale: ints() },
    shape: ({ input }, a) => ({ output: cropped(input, a.border, a.scale) }),
    work: 'free',
    examples: [
      {
        title: 'one column at the left, two rows at the bottom',
        given: { input: ['n', 3, 'h', 8] },
        attributes: { border: [1, 0, 0, 2] },
        gives: { output: ['n', 3, 'h - 2', 7] },
      },
      {
        title: 'to 2 by 3',
        given: { input: [1, 3, 6, 8] },
        attributes: { border: [1, 1, 0, 0], scale: [2, 3] },
        gives: { output: [1, 3, 2, 3] },
      },
    ],
  }),
  operator({
    name: 'GRUUnit',
    revisions: [1],
    source,
    doc: 'The gates of one step of a GRU, their products done before: per state 2 sigmoids, a tanh and 5 operations on the gates.',
    inputs: ['hidden_prev', 'gates', 'seq_lengths', 't'],
    outputs: ['hidden'],
    attributes: { drop_states: int(0n) },
    shape: ({ hidden_prev }) => ({ hidden: hidden_prev.shape }),
    work: ({ hidden_prev }) => other(mul(size(hidden_prev), add(3n, 5n))),
    roles: { seq_lengths: 'constant', t: 'constant' },
    examples: [
      {
        given: {
          hidden_prev: [1, 'n', 16],
          gates: [1, 'n', 48],
          seq_lengths: { shape: ['n'], dtype: 'int32' },
          t: { shape: [1], dtype: 'int32' },
        },
        gives: { hidden: [1, 'n', 16] },
        other: '128*n', // 16·8
      },
    ],
  }),
];
