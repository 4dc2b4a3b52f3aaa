/**
 * Layers whose channels come last, as onnxruntime lays graphs out for some devices: ONNX's operators, in a domain of
 * their own that counts versions as ONNX does. X and Y are `[N, …space, C]`, all else is as it was.
 * https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/internal_nhwc_onnx_schemas.cc
 */
import { add, isUnknown, product, type Shape } from '../model/dim.ts';
import { convolution, transposedShape, windowing } from './convolution.ts';
import { size } from './formulas.ts';
import { activating } from './fused.ts';
import { layout } from './layout.ts';
import { normalization } from './normalization.ts';
import {
  type Example,
  type ExampleOperand,
  type ExampleShape,
  floats,
  ints,
  Operand,
  type Operands,
  type Operator,
  operator,
  string,
  type Values,
  type Work,
} from './operator.ts';
import { pooling } from './pooling.ts';
import { quantization } from './quantization.ts';
import { quantizedLayers } from './quantized-layers.ts';
import { resampling } from './resampling.ts';
import { samples } from './sampling.ts';

const domain = 'com.ms.internal.nhwc';
const source =
  'https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/internal_nhwc_onnx_schemas.cc';

/** ONNX's, and whether an activation may be fused to it. */
const own = new Map([
  ['AveragePool', true],
  ['BatchNormalization', true],
  ['Conv', true],
  ['ConvTranspose', true],
  ['DepthToSpace', false],
  ['GlobalAveragePool', false],
  ['GlobalLpPool', false],
  ['GlobalMaxPool', false],
  ['GridSample', false],
  ['InstanceNormalization', true],
  ['LRN', false],
  ['LpPool', false],
  ['MaxPool', true],
  ['MaxUnpool', true],
  ['QLinearAveragePool', false],
  ['QLinearConv', false],
  ['SpaceToDepth', false],
]);

function channelsFirst(shape: Shape): Shape {
  if (isUnknown(shape) || shape.length < 3) return shape;
  return [...shape.slice(0, 1), ...shape.slice(-1), ...shape.slice(1, -1)];
}

function channelsLast(shape: Shape): Shape {
  if (isUnknown(shape) || shape.length < 3) return shape;
  return [...shape.slice(0, 1), ...shape.slice(2), ...shape.slice(1, 2)];
}

function turned(x: Operand): Operand {
  if (x.fact.kind !== 'tensor') return x;
  return new Operand(x.name, { kind: 'tensor', dtype: x.dtype, shape: channelsFirst(x.fact.shape) });
}

/** The first of them with its channels first. */
function firstTurned(operands: Operands): Operands {
  const [name] = Object.keys(operands);
  const x = name === undefined ? undefined : operands[name];
  return name !== undefined && x instanceof Operand ? { ...operands, [name]: turned(x) } : operands;
}

/** Said of QLinearAveragePool, whose attribute would turn it twice. */
function once(a: Values): Values {
  return { ...a, channels_last: 0n };
}

function channelsLastOf(entry: Operator, activated: boolean): Operator {
  const { work, attributes, roles, inputs, outputs, doc } = entry;
  return {
    name: entry.name,
    domain,
    revisions: entry.revisions,
    source,
    doc: `${doc} Here channels come last.${activated ? ' An activation that is fused to it counts what it would on its own.' : ''}`,
    inputs,
    outputs,
    attributes: activated ? { ...attributes, activation: string(''), activation_params: floats() } : attributes,
    ...(entry.dtype !== undefined && { dtype: entry.dtype }),
    shape: (operands, a, call) => {
      const shapes = entry.shape(firstTurned(operands), once(a), call) as Readonly<Record<string, Shape>>;
      return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, channelsLast(shape)]));
    },
    work:
      work === 'free' && !activated
        ? work
        : (operands, results, a, call) => {
            const Y = results[outputs[0]?.name ?? ''];
            const counted: Work =
              work === 'free'
                ? { macs: 0n, other: 0n }
                : work(firstTurned(operands), firstTurned(results), once(a), call);
            const fused = activated && Y instanceof Operand ? activating(String(a.activation), size(Y)) : 0n;
            return { ...counted, other: add(counted.other, fused) };
          },
    roles,
    reads: {},
    logicalElements: {},
    examples: entry.examples.flatMap((example) => turnedExample(entry, example)),
  };
}

/** ONNX's own examples, channels last; those whose operands have no channels are left out. */
function turnedExample(entry: Operator, example: Example): readonly Example[] {
  const [input = ''] = entry.inputs.map((slot) => slot.name);
  const { given } = example;
  const X = given[input];
  if (X === undefined || !hasChannels(X)) return [];
  const gives = Object.entries(example.gives).map(([name, y]) => [name, hasChannels(y) ? lastOf(y) : y]);
  return [{ ...example, given: { ...given, [input]: lastOf(X) }, gives: Object.fromEntries(gives) }];
}

type Given = Example['given'][string];
type Plain = Extract<ExampleOperand, ExampleShape | { readonly shape: ExampleShape }>;

function hasChannels(x: Given): x is Plain {
  if (Array.isArray(x)) return x.length > 2 && x.every((d) => typeof d !== 'object');
  return 'shape' in x && x.shape.length > 2;
}

function lastOf(x: Plain): Plain {
  const last = (s: ExampleShape): ExampleShape => [...s.slice(0, 1), ...s.slice(2), ...s.slice(1, 2)];
  return 'shape' in x ? { ...x, shape: last(x.shape) } : last(x);
}

const families = [convolution, pooling, layout, normalization, samples, quantization, quantizedLayers];

/** X `[N, …space, C]` of 8-bit integers; W `[C, M / group, …kernel]`. */
const transposed = () =>
  operator({
    name: 'QLinearConvTranspose',
    domain,
    revisions: [1],
    source,
    doc: 'A transposed convolution of 8-bit integers, channels last. MACs: |x| · (M / group) · K for w `[C, M / group, …K]`; other: per output element an addition of B, and 4 operations to quantize.',
    inputs: ['x', 'x_scale', 'x_zero_point', 'w', 'w_scale', 'w_zero_point', 'y_scale', 'y_zero_point', 'B?'],
    outputs: ['y'],
    attributes: { ...windowing, output_padding: ints(), output_shape: ints() },
    dtype: { y: 'y_zero_point' },
    shape: ({ x, w }, a) => ({ y: channelsLast(transposedShape(turned(x), w, a)) }),
    work: ({ x, w, B }, { y }) => ({
      macs: product([...x.shape, ...w.shape.slice(1)]),
      other: product([size(y), B === undefined ? 4n : 5n]),
    }),
    roles: {
      x_scale: 'quantization',
      x_zero_point: 'quantization',
      w: 'weight',
      w_scale: 'quantization',
      w_zero_point: 'quantization',
      y_scale: 'quantization',
      y_zero_point: 'quantization',
      B: 'weight',
    },
    examples: [
      {
        given: {
          x: { shape: ['n', 16, 16, 64], dtype: 'uint8' },
          x_scale: [],
          x_zero_point: { shape: [], dtype: 'uint8' },
          w: { shape: [64, 32, 2, 2], dtype: 'int8' },
          w_scale: [],
          w_zero_point: { shape: [], dtype: 'int8' },
          y_scale: [],
          y_zero_point: { shape: [], dtype: 'uint8' },
        },
        attributes: { strides: [2, 2] },
        gives: { y: { shape: ['n', 32, 32, 32], dtype: 'uint8' } },
        macs: '2097152*n', // 64·16·16 · 32·2·2
        other: '131072*n', // 32·32·32 · 4
      },
    ],
  });

/** Its scales and sizes are as ONNX's: one for each axis, in the order they have here. */
const resize = (): readonly Operator[] =>
  resampling.filter((o) => o.name === 'Resize').map((o) => ({ ...o, domain, source }));

export const nhwc = (): readonly Operator[] => [
  ...families
    .flat()
    .filter((o) => own.has(o.name) && (o.domain === '' || o.name === 'QLinearAveragePool'))
    .map((o) => channelsLastOf(o, own.get(o.name) === true)),
  ...resize(),
  transposed(),
];
