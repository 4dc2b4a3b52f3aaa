/** Single Keras layers, as TensorFlow 2.21's profiler and its TFLite converter counted them at batch 1. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileModel } from '../../src/analysis/measure.ts';
import { conventionNamed } from '../../src/conventions/index.ts';
import type { ConventionName } from '../../src/conventions/names.ts';
import { modelOf, optionsOf, textOf } from '../analysis/fixtures.ts';
import type { ModelSpec, NodeSpec, TensorSpec } from '../build.ts';

interface Layer {
  readonly title: string;
  readonly x: readonly number[];
  readonly weights?: Readonly<Record<string, readonly number[]>>;
  readonly nodes: readonly NodeSpec[];
  readonly tensorflow: string;
  readonly tflite: string;
}

const image = [1, 8, 10, 10];
const sequence = [1, 5, 8];

/** One node on `x` and its weights. */
function one(
  op: string,
  weights: NonNullable<Layer['weights']> = {},
  attributes: NodeSpec['attributes'] = {},
): Pick<Layer, 'weights' | 'nodes'> {
  return { weights, nodes: [{ op, inputs: ['x', ...Object.keys(weights)], outputs: ['y'], attributes }] };
}
const pads = (axes: number): NodeSpec['attributes'] => ({ pads: Array.from({ length: 2 * axes }, () => 1) });
const halves = (axes: number): NodeSpec['attributes'] => {
  const twos = Array.from({ length: axes }, () => 2);
  return { kernel_shape: twos, strides: twos };
};

const layers: readonly Layer[] = [
  {
    title: 'Conv1D',
    x: [1, 8, 10],
    ...one('Conv', { w: [16, 8, 3], b: [16] }, pads(1)),
    tensorflow: '7840',
    tflite: '7840',
  },
  {
    title: 'Conv2D without bias',
    x: image,
    ...one('Conv', { w: [16, 8, 3, 3] }, pads(2)),
    tensorflow: '230400',
    tflite: '232000',
  },
  {
    title: 'Conv3D',
    x: [1, 8, 6, 10, 10],
    ...one('Conv', { w: [16, 8, 3, 3, 3], b: [16] }, pads(3)),
    tensorflow: '4156800',
    tflite: '9600',
  },
  {
    title: 'Conv1DTranspose',
    x: [1, 8, 10],
    ...one('ConvTranspose', { w: [8, 6, 3], b: [6] }, { strides: [2] }),
    tensorflow: '3150',
    tflite: '2880',
  },
  {
    title: 'Conv2DTranspose',
    x: image,
    ...one('ConvTranspose', { w: [8, 6, 3, 3], b: [6] }, { strides: [2, 2] }),
    tensorflow: '97902',
    tflite: '86400',
  },
  {
    title: 'Conv3DTranspose',
    x: [1, 8, 6, 10, 10],
    ...one('ConvTranspose', { w: [8, 6, 3, 3, 3], b: [6] }, { strides: [2, 2, 2] }),
    tensorflow: '34398',
    tflite: '34398',
  },
  {
    title: 'BatchNormalization',
    x: image,
    ...one('BatchNormalization', { g: [8], b: [8], m: [8], v: [8] }),
    tensorflow: '1648',
    tflite: '1600',
  },
  {
    title: 'LayerNormalization',
    x: sequence,
    ...one('LayerNormalization', { g: [8], b: [8] }),
    tensorflow: '380',
    tflite: '205',
  },
  { title: 'RMSNormalization', x: sequence, ...one('RMSNormalization', { g: [8] }), tensorflow: '175', tflite: '85' },
  {
    title: 'GroupNormalization',
    x: image,
    ...one('GroupNormalization', { g: [8], b: [8] }, { num_groups: 2 }),
    tensorflow: '4832',
    tflite: '2426',
  },
  { title: 'PReLU', x: image, ...one('PRelu', { a: [8, 1, 1] }), tensorflow: '2408', tflite: '0' },
  { title: 'hard sigmoid', x: image, ...one('HardSigmoid'), tensorflow: '1600', tflite: '1600' },
  { title: 'hard swish', x: image, ...one('HardSwish'), tensorflow: '2400', tflite: '0' },
  { title: 'GELU', x: image, ...one('Gelu'), tensorflow: '3200', tflite: '0' },
  { title: 'mish', x: image, ...one('Mish'), tensorflow: '800', tflite: '52800' },
  { title: 'softplus', x: image, ...one('Softplus'), tensorflow: '0', tflite: '800' },
  { title: 'ELU', x: image, ...one('Elu'), tensorflow: '0', tflite: '0' },
  { title: 'GlobalAveragePooling2D', x: image, ...one('GlobalAveragePool'), tensorflow: '800', tflite: '0' },
  { title: 'GlobalMaxPooling2D', x: image, ...one('GlobalMaxPool'), tensorflow: '0', tflite: '0' },
  { title: 'MaxPooling1D', x: [1, 8, 10], ...one('MaxPool', {}, halves(1)), tensorflow: '80', tflite: '80' },
  {
    title: 'SiLU',
    x: image,
    nodes: [
      { op: 'Sigmoid', inputs: ['x'], outputs: ['s'] },
      { op: 'Mul', inputs: ['x', 's'], outputs: ['y'] },
    ],
    tensorflow: '1600',
    tflite: '52000',
  },
  {
    title: 'a root and its reciprocal',
    x: [1, 5],
    nodes: [
      { op: 'Sqrt', inputs: ['x'], outputs: ['s'] },
      { op: 'Reciprocal', inputs: ['s'], outputs: ['y'] },
    ],
    tensorflow: '10',
    tflite: '0',
  },
];

function spec({ x, weights = {}, nodes }: Pick<Layer, 'x' | 'weights' | 'nodes'>): ModelSpec {
  const initializers: Record<string, TensorSpec> = {};
  for (const [name, shape] of Object.entries(weights)) initializers[name] = { shape };
  return { opset: 23, inputs: { x }, outputs: ['y'], initializers, nodes };
}
function flops(name: ConventionName, model: ModelSpec): string {
  return textOf(profileModel(modelOf(model), 'layer', optionsOf(), conventionNamed(name)).totals.flops);
}

for (const layer of layers)
  test(`${layer.title}: ${layer.tensorflow} by the profiler, ${layer.tflite} by the converter`, () => {
    assert.equal(flops('tensorflow', spec(layer)), layer.tensorflow);
    assert.equal(flops('tflite', spec(layer)), layer.tflite);
  });

test('pools in three dimensions: the profiler has no entry, and the converter stops', () => {
  const pool = spec({ x: [1, 8, 6, 10, 10], ...one('MaxPool', {}, halves(3)) });
  assert.equal(flops('tensorflow', pool), '0');
  assert.match(flops('tflite', pool), /^unknown: .*no pool in three dimensions/);
});

test("PyTorch's GroupNorm, an InstanceNormalization between Reshapes, counts as the one of Keras", () => {
  const model: ModelSpec = {
    opset: 17,
    inputs: { x: image },
    outputs: ['y'],
    initializers: {
      in: { shape: [3], dtype: 'int64', values: [0, 2, -1] },
      out: { shape: [4], dtype: 'int64', values: [1, 8, 10, 10] },
      one: { shape: [2] },
      zero: { shape: [2] },
      g: { shape: [8, 1, 1] },
      b: { shape: [8, 1, 1] },
    },
    nodes: [
      { op: 'Reshape', inputs: ['x', 'in'], outputs: ['r'] },
      { op: 'InstanceNormalization', inputs: ['r', 'one', 'zero'], outputs: ['n'] },
      { op: 'Reshape', inputs: ['n', 'out'], outputs: ['s'] },
      { op: 'Mul', inputs: ['s', 'g'], outputs: ['t'] },
      { op: 'Add', inputs: ['t', 'b'], outputs: ['y'] },
    ],
  };
  assert.equal(flops('tensorflow', model), '4832');
  assert.equal(flops('tflite', model), '2426');
});
