/**
 * What moves tensors between devices, or between processes that train together, and what only orders the rest.
 * Elements that are summed on the way are counted where they arrive; what the way costs is no arithmetic.
 */
import { type Dim, mul, sum, unknown } from '../model/dim.ts';
import { axisOf, other, size } from './formulas.ts';
import { free, int, ints, Mismatch, type Operand, type Operator, operator } from './operator.ts';

const domain = 'com.microsoft';
const trainingPage =
  'https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc';
const collectivePage =
  'https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/collective_defs.cc';
const internalPage =
  'https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/internal_schema_defs.cc';

const total = (xs: readonly Operand[]): Dim => sum(xs.map(size));

/** Outputs stand for as many of the inputs, in order. */
function passed(inputs: readonly Operand[], wanted: readonly string[]): readonly Operand[] {
  if (wanted.length > inputs.length)
    throw new Mismatch(`it has ${wanted.length} outputs; ${inputs.length} expected, one for each tensor`);
  return inputs.slice(0, wanted.length);
}

/** Every input comes out as it is, or summed over all that take part. */
const exchanges = [
  { name: 'AllReduce', source: collectivePage, summed: true },
  { name: 'AllToAll', source: collectivePage, summed: false },
  { name: 'NcclAllReduce', source: trainingPage, summed: true },
  { name: 'AdasumAllReduce', source: trainingPage, summed: true },
  { name: 'MegatronF', source: trainingPage, summed: false },
  { name: 'MegatronG', source: trainingPage, summed: true },
  { name: 'PassThrough', source: trainingPage, summed: false },
] as const;

/** An event first, then tensors that pass. */
const events = ['RecordEvent', 'WaitEvent'] as const;

export const betweenDevices = (): readonly Operator[] => [
  ...(['MemcpyFromHost', 'MemcpyToHost'] as const).map((name) =>
    operator({
      name,
      revisions: [1],
      source: internalPage,
      doc: 'A copy to, or from, the memory of a device, which onnxruntime adds to graphs it saves. Moves data; computes nothing.',
      inputs: ['X'],
      outputs: ['Y'],
      shape: ({ X }) => ({ Y: X.shape }),
      value: ({ X }) => ({ Y: X.value }),
      work: free,
      roles: { X: 'carried' },
      examples: [{ given: { X: ['n', 4] }, gives: { Y: ['n', 4] } }],
    }),
  ),
  ...exchanges.map(({ name, source, summed }) =>
    operator({
      name,
      domain,
      revisions: [1],
      source,
      doc: summed
        ? 'Sums tensors over all devices that take part: one addition per element, whatever the way takes.'
        : 'Tensors pass; nothing is computed.',
      inputs: ['...input'],
      outputs: ['...output'],
      attributes: { group_size: int(1n), group_type: int(0n) },
      dtype: ({ input }, _, { outputs }) => ({ output: passed(input, outputs).map((x) => x.dtype) }),
      shape: ({ input }, _, { outputs }) => ({ output: passed(input, outputs).map((x) => x.shape) }),
      work: summed ? ({ input }) => other(total(input)) : free,
      examples: [
        {
          given: { input: [{ shape: ['n', 4] }, { shape: [3] }] },
          gives: { output: [{ shape: ['n', 4] }, { shape: [3] }] },
          ...(summed && { other: '4*n + 3' }),
        },
      ],
    }),
  ),
  operator({
    name: 'AllGather',
    domain,
    revisions: [1],
    source: collectivePage,
    doc: 'Joins a tensor of every device along an axis. Moves data; computes nothing.',
    inputs: ['input'],
    outputs: ['output'],
    attributes: { axis: int(0n), group_size: int(1n) },
    shape: ({ input }, { axis, group_size }) => {
      const along = axisOf(axis, input.rank);
      return { output: input.shape.map((d, i) => (i === along ? mul(d, group_size) : d)) };
    },
    work: free,
    examples: [{ given: { input: ['n', 4] }, attributes: { axis: 1, group_size: 8 }, gives: { output: ['n', 32] } }],
  }),
  ...(['NcclAllGather', 'NcclReduceScatter'] as const).map((name) =>
    operator({
      name,
      domain,
      revisions: [1],
      source: trainingPage,
      doc: 'Joins parts of all devices, or gives each its part of a sum. How many take part is not in the file: shapes and work are unknown.',
      inputs: ['...input'],
      outputs: ['...output'],
      attributes: { group_type: int(0n) },
      dtype: ({ input }, _, { outputs }) => ({ output: passed(input, outputs).map((x) => x.dtype) }),
      shape: (_, __, { outputs, label }) => ({ output: outputs.map(() => parts(label)) }),
      work: (_, __, ___, { label }) => other(name === 'NcclAllGather' ? 0n : parts(label)),
      examples: [
        { given: { input: [{ shape: ['n', 4] }] }, gives: {}, ...(name === 'NcclReduceScatter' && { other: '?' }) },
      ],
    }),
  ),
  operator({
    name: 'Group',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'True when all its inputs are there.',
    inputs: ['...input_tensors'],
    outputs: ['done'],
    dtype: { done: 'bool' },
    shape: () => ({ done: [] }),
    work: free,
    examples: [{ given: { input_tensors: [{ shape: ['n'] }] }, gives: { done: { shape: [], dtype: 'bool' } } }],
  }),
  ...events.map((name) =>
    operator({
      name,
      domain,
      revisions: [1],
      source: trainingPage,
      doc: 'Tensors pass when an event was recorded. Computes nothing.',
      inputs: ['EventIdentifier', '...InputData'],
      outputs: ['...OutputData'],
      dtype: ({ InputData }, _, { outputs }) => ({ OutputData: passed(InputData, outputs).map((x) => x.dtype) }),
      shape: ({ InputData }, _, { outputs }) => ({ OutputData: passed(InputData, outputs).map((x) => x.shape) }),
      work: free,
      roles: { EventIdentifier: 'constant' },
      examples: [
        {
          given: { EventIdentifier: { shape: [], dtype: 'int64' }, InputData: [{ shape: ['n', 4] }] },
          gives: { OutputData: [{ shape: ['n', 4] }] },
        },
      ],
    }),
  ),
  operator({
    name: 'YieldOp',
    domain,
    revisions: [1],
    source: trainingPage,
    doc: 'Hands the outputs of a module to PyTorch and takes back their gradients, of their shapes where they are said to be whole; outputs without a gradient are left out.',
    inputs: ['...module_outputs'],
    outputs: ['...module_outputs_grad'],
    attributes: { full_shape_outputs: ints(), non_differentiable_outputs: ints() },
    dtype: ({ module_outputs }, a) => ({
      module_outputs_grad: differentiable(module_outputs, a.non_differentiable_outputs).map((x) => x.dtype),
    }),
    shape: ({ module_outputs }, a, { label }) => {
      const whole = new Set((a.full_shape_outputs ?? []).map((i) => module_outputs[Number(i)]));
      const open = unknown(`\`${label}\`: PyTorch decides how much of a gradient it gives`);
      const left = differentiable(module_outputs, a.non_differentiable_outputs);
      return { module_outputs_grad: left.map((x) => (whole.has(x) ? x.shape : open)) };
    },
    work: free,
    examples: [
      {
        given: { module_outputs: [{ shape: ['n', 4] }, { shape: [3] }] },
        attributes: { full_shape_outputs: [1], non_differentiable_outputs: [0] },
        gives: { module_outputs_grad: [{ shape: [3] }] },
      },
    ],
  }),
];

function parts(label: string) {
  return unknown(`\`${label}\`: the file does not say how many devices take part`);
}

function differentiable(outputs: readonly Operand[], without: readonly bigint[] | undefined): readonly Operand[] {
  const left = new Set(without ?? []);
  return outputs.filter((_, i) => !left.has(BigInt(i)));
}
